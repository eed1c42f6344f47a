//! A meeting from its preparation to its final minutes, at the real program.

use super::terminal::{DOWN, ENTER, F2, TAB, Terminal};
use super::{json, printed, sample};
use serde_json::Value;

const ESCAPE: &str = "\x1b";
const END: &str = "\x1b[F";

/// What `dabir show` prints of a session.
fn shown(store: &std::path::Path, id: &str) -> Value {
    serde_json::from_str(&printed(store, &["show", id, "--format", "json"])).expect("JSON")
}

#[test]
fn a_session_is_prepared_held_closed_and_final_and_show_prints_the_same_code() {
    let (_folder, store) = sample();
    let before = json(&store, &["sessions"]).len();
    let mut desk = Terminal::on_store(&store, &[]);
    desk.wait_for("پنجمین جلسه");

    // Prepared: the body is asked for, the number and the place are there, the day is written.
    desk.send("a");
    desk.wait_for("جلسه تازه کدام کارگروه؟");
    desk.send(ENTER);
    desk.wait_for("شماره جلسه");
    desk.send("1405/9/1");
    desk.send(F2);
    desk.wait_for("بررسی مصوبات جلسات قبل");
    desk.send("a");
    desk.wait_for("مدت (دقیقه)");
    desk.send("آزمون آبیاری");
    desk.send(TAB);
    desk.send("20");
    desk.send(ENTER);
    desk.wait_for("آزمون آبیاری");
    desk.send("1");
    desk.send("i");
    desk.wait_for("دعوت به");
    desk.send(END);
    desk.wait_for("آزمون آبیاری (۲۰ دقیقه)");
    desk.send(ESCAPE);

    // Earlier resolutions are answered in one line.
    desk.wait_for("شماره دعوتنامه");
    desk.send("2");
    desk.send(ENTER);
    desk.wait_for("در مهلت");
    desk.send("p");
    desk.wait_for("وضعیت تازه");
    desk.send("پاسخ کوتاه آزمون");
    desk.send(ENTER);
    desk.wait_for("ثبت شد");
    desk.send(ESCAPE);

    // Held: everybody is there, one decision belongs to the second item.
    desk.wait_for("آزمون آبیاری");
    desk.send("1");
    desk.wait_for("شماره دعوتنامه");
    desk.send("j");
    desk.wait_for("نهایی");
    desk.send("2");
    desk.wait_for("ثبت شد");
    desk.send("3");
    desk.send("i");
    desk.wait_for("رسمیت دارد");
    // The talk goes on to the second item, and what is noted belongs to it.
    desk.send("4");
    desk.send("f");
    desk.wait_for("دستور ۲");
    desk.send("a");
    desk.wait_for("شماره دستور");
    desk.send("مهرداد کیانی");
    desk.send(TAB);
    desk.send("چاه‌ها دیده شد.");
    desk.send(F2);
    desk.wait_for("چاه‌ها دیده شد.");
    desk.send("5");
    desk.send("a");
    desk.wait_for("پیرو");
    desk.send("چاه‌ها پایش شود.");
    desk.send(TAB);
    desk.send("دو هفته");
    desk.send(F2);
    desk.wait_for("چاه‌ها پایش شود.");

    // Closed: what is missing is one line, it leads to its field, and then there is nothing missing.
    desk.send("1");
    desk.send("j");
    desk.wait_for("وضعیت جلسه");
    desk.send("3");
    desk.wait_for("نهایی کردن");
    desk.send("k");
    desk.wait_for("مسئول پیگیری ندارد");
    desk.send(ENTER);
    desk.wait_for("ویرایش مصوبه");
    desk.send("جهاد");
    desk.send(ENTER);
    desk.send(F2);
    desk.wait_for("چیزی کم نیست");
    desk.send("k");
    desk.wait_for("تاریخ امضا");
    desk.send(F2);
    desk.wait_for("کد صحت");

    // Final: notified and corrected, and the minutes stay as they were signed.
    desk.send("h");
    desk.wait_for("روز فرستادن");
    desk.send(ENTER);
    desk.wait_for("ابلاغ: یکشنبه");
    let screen = desk.contents();
    desk.send(ESCAPE);
    desk.wait_for("شماره دعوتنامه");
    desk.send("5");
    desk.send("w");
    desk.wait_for("دلیل اصلاح");
    desk.send(" و گزارش داده شود.");
    // The reason is the last field.
    desk.send("\x1b[Z");
    desk.send("از قلم افتاده بود");
    desk.send(F2);
    desk.wait_for("ثبت شد");
    desk.send("gt");
    desk.wait_for("از قلم افتاده بود");
    desk.send(DOWN);
    desk.send("q");
    assert_eq!(desk.ended(), 0);

    let sessions = json(&store, &["sessions"]);
    assert_eq!(sessions.len(), before + 1);
    let held = |session: &&Value| session["agenda"][1] == "آزمون آبیاری";
    let session = sessions.iter().find(held).expect("the session that was held");
    assert_eq!(session["state"], "final");
    let shown = shown(&store, session["id"].as_str().expect("an id"));
    let code = shown["code"]["code"].as_str().expect("a code");
    let signs: Vec<String> = code
        .split('-')
        .map(|group| group.chars().map(String::from).collect::<Vec<_>>().join(" "))
        .collect();
    assert!(
        screen.contains(&signs.join("  -  ")),
        "{code} is not on:\n{screen}"
    );
    assert_eq!(shown["code"]["agrees"], true);
    assert_eq!(shown["corrections"][0]["reason"], "از قلم افتاده بود");
    let answered = json(&store, &["resolutions", "\"پاسخ کوتاه آزمون\""]);
    let texts: Vec<&Value> = answered
        .iter()
        .flat_map(|row| row["follow_ups"].as_array().expect("follow-ups"))
        .map(|answer| &answer["text"])
        .collect();
    assert!(texts.iter().any(|text| **text == "پاسخ کوتاه آزمون"), "{texts:?}");
}
