//! The long story: an office from its empty store to minutes that were signed, corrected and approved by the next session,
//! each thing held against a value kept here. Does not know how a screen takes a key.

use super::long_end;
use super::long_office::{BODY, LongOffice, OF_LIST, counted, list, mark, person, text};
use super::terminal::{ENTER, F2, TAB, Terminal};
use serde_json::json;

const END: &str = "\x1b[F";
const HOME: &str = "\x1b[H";
const SAVE_AND_NEXT: &str = "\x05";

/// Types keys one after the other.
pub fn press(desk: &mut Terminal, keys: &[&str]) {
    for key in keys {
        desk.send(key);
    }
}

pub fn quit(mut desk: Terminal) {
    desk.send("q");
    assert_eq!(desk.ended(), 0);
}

/// The body and two of its forty members by hand, the others from a list.
fn found_the_body(office: &LongOffice) {
    let mut desk = office.desk();
    desk.wait_for("هنوز جلسه‌ای نیست");
    press(&mut desk, &["w", "3", "a"]);
    desk.wait_for("شماره‌گذاری");
    press(
        &mut desk,
        &[BODY, TAB, "پایداری آب", TAB, "استان سپیدرود", TAB, "استاندار"],
    );
    press(
        &mut desk,
        &[
            TAB,
            "مدیر دفتر",
            TAB,
            TAB,
            TAB,
            "دوره نخست: ۱۴۰۵/۱/۱ تا ۱۴۰۸/۱۲/۲۹",
            F2,
        ],
    );
    desk.wait_for("ثبت شد");
    press(&mut desk, &["1", "a"]);
    desk.wait_for("دستگاه عضو");
    press(
        &mut desk,
        &[
            "استانداری سپیدرود",
            TAB,
            "مهرداد کیانی",
            TAB,
            "استاندار",
            SAVE_AND_NEXT,
        ],
    );
    desk.wait("the form of the second member", |desk| {
        !desk.shows("مهرداد کیانی")
    });
    press(
        &mut desk,
        &["دفتر منابع آب", TAB, "سارا نوبخت", TAB, "مدیر دفتر", F2],
    );
    desk.wait_for("سارا نوبخت");
    quit(desk);
    let file = office.path("members.csv");
    std::fs::write(&file, list()).expect("a list");
    office.printed(&["import", &file]);

    let members = office.json(&["members"]);
    let members = members.as_array().expect("members");
    assert_eq!(members.len(), 40);
    for (at, seat) in OF_LIST.iter().enumerate() {
        let member = &members[at + 2];
        assert_eq!(
            (&member["seat"], &member["order"]),
            (&json!(seat), &json!(at + 3))
        );
        assert_eq!(member["holder"], person(at));
    }
    // Who was entered by hand is an organisation too, as those of the list are.
    assert!(members.iter().all(|one| one["organisation"].is_string()));
    assert_eq!(office.json(&["organisations"]).as_array().map(Vec::len), Some(40));
}

/// The first session on the list, with three items beside the one that it has by itself.
fn prepare(office: &LongOffice) {
    let mut desk = office.desk();
    desk.wait_for("هنوز جلسه‌ای نیست");
    press(&mut desk, &["a"]);
    desk.wait_for("رئیس جلسه");
    // The field of the day comes first; then kind, start, end, place, chair, secretary.
    press(
        &mut desk,
        &["فردا", TAB, TAB, "9:30", TAB, "11:30", TAB, "سالن شهید آزمون"],
    );
    press(&mut desk, &[TAB, "مهرداد کیانی", TAB, "سارا نوبخت", F2]);
    desk.wait_for("بررسی مصوبات جلسات قبل");
    for (title, minutes) in [
        ("بررسی تراز آب", "20"),
        ("بیمه باغ‌ها", "15"),
        ("خرید کنتور", "10"),
    ] {
        press(&mut desk, &["a", title, TAB, minutes, ENTER]);
        desk.wait_for(title);
    }
    quit(desk);
    let session = office.session(1);
    assert_eq!(session["date"]["jalali"], "1405/01/17");
    assert_eq!(session["agenda"].as_array().map(Vec::len), Some(4));
    assert_eq!(session["chair"], "مهرداد کیانی");
}

/// The roll of forty with three exceptions; one of them comes late.
fn call_the_roll(desk: &mut Terminal) {
    desk.wait_for("اولین جلسه");
    press(desk, &["3"]);
    desk.wait_for("ثبت‌نشده");
    press(desk, &["i"]);
    desk.wait_for("شروع شود");
    press(desk, &[ENTER]);
    desk.wait_for("حاضر ۴۰ از ۴۰");
    press(desk, &["f", "هواشناسی5"]);
    desk.wait_for("حاضر ۳۹ از ۴۰");
    press(desk, &["محیط زیست4"]);
    desk.wait_for("مانند: مرخصی");
    press(desk, &["مأموریت", ENTER]);
    desk.wait_for("حاضر ۳۸ از ۴۰");
    press(desk, &["راهداری3"]);
    desk.wait_for("نام نماینده");
    press(desk, &["کیان پیشرو", TAB, "معاون", F2]);
    desk.wait_without("سمت نماینده");
    desk.wait_for("کیان پیشرو");
    press(desk, &[ENTER]);
    desk.wait_for("ورود");
}

/// What is said and decided, with a vote, a break, one who comes late, and an item that is left to the next session.
fn hold(office: &LongOffice) {
    let mut desk = office.desk();
    call_the_roll(&mut desk);
    press(&mut desk, &["4", "a"]);
    desk.wait_for("شماره دستور");
    press(&mut desk, &["سارا نوبخت", TAB, "گزارش تراز آب خوانده شد.", F2]);
    desk.wait_for("گزارش تراز آب خوانده شد.");
    press(&mut desk, &[";"]);
    desk.wait_for("تنفس از");
    press(&mut desk, &[";"]);
    desk.wait_without("تنفس از");

    press(&mut desk, &["f"]);
    desk.wait_for("دستور ۲");
    press(&mut desk, &["5", "a"]);
    desk.wait_for("پیرو");
    press(
        &mut desk,
        &[
            "مقرر شد جدول تراز گردآوری شود.",
            ENTER,
            "الف) جدول هزینه فرستاده شود.",
        ],
    );
    press(&mut desk, &[TAB, "دفتر", ENTER, TAB, "دو هفته", ENTER]);
    press(
        &mut desk,
        &[
            END,
            ENTER,
            "نقشه چاه‌ها تهیه شود.",
            TAB,
            "آب من",
            ENTER,
            TAB,
            "یک ماه",
            TAB,
        ],
    );
    press(&mut desk, &["تا پایان مهر", TAB, "جهاد", ENTER, F2]);
    desk.wait_for("تا پایان مهر");
    press(&mut desk, &["f"]);
    desk.wait_for("موافق");
    press(&mut desk, &[TAB, "2", F2]);
    desk.wait_without("ممتنع");

    press(&mut desk, &["4", "f"]);
    desk.wait_for("دستور ۳");
    press(&mut desk, &["5", "a"]);
    desk.wait_for("پیرو");
    press(
        &mut desk,
        &["بیمه باغ‌ها تمدید شود.", TAB, "یک ماه", TAB, "بیمه", ENTER, F2],
    );
    desk.wait_for("بیمه باغ‌ها تمدید شود.");
    press(&mut desk, &["2", END, "s"]);
    desk.wait_for("رد شد");
    press(&mut desk, &["3"]);
    desk.wait_for("به جلسه بعد موکول شد");

    press(&mut desk, &["3", "f", "هواشناسی6", ENTER]);
    desk.wait_for("حاضر ۳۹ از ۴۰");
    press(&mut desk, &[ENTER]);
    desk.wait_for("حضور دوباره");
    press(&mut desk, &[TAB, TAB, TAB, TAB, TAB, "10:15", F2]);
    desk.wait_for("ورود ۱۰:۱۵");
    close(&mut desk);
    quit(desk);
    held(office);
}

/// The break is written as it was; nothing is missing; the minutes are signed and notified.
fn close(desk: &mut Terminal) {
    press(desk, &["1", "j"]);
    desk.wait_for("وضعیت جلسه");
    press(desk, &["3"]);
    desk.wait_without("در حال برگزاری");
    press(desk, &[";"]);
    desk.wait_for("F2");
    press(desk, &[HOME, "\x1b[1;2F", "۱۰:۳۰-۱۰:۴۵", ENTER]);
    desk.wait_for("۱۰:۳۰ تا ۱۰:۴۵");
    press(desk, &["k"]);
    desk.wait_for("چیزی کم نیست");
    press(desk, &["k"]);
    desk.wait_for("تاریخ امضا");
    press(desk, &[F2]);
    desk.wait_for("کد صحت");
    press(desk, &["h"]);
    desk.wait_for("روز فرستادن");
    press(desk, &[ENTER]);
    desk.wait_for("ابلاغ: دوشنبه");
}

/// What the commands say of the session that was held.
fn held(office: &LongOffice) {
    let session = office.session(1);
    assert_eq!(session["state"], "final");
    assert_eq!(counted(&session, "present"), 38);
    assert_eq!(mark(&session, "محیط زیست")["reason"], "مأموریت");
    let representative = text(&mark(&session, "راهداری")["representative"]);
    assert!(representative.contains("کیان پیشرو"), "{representative}");
    assert_eq!(mark(&session, "هواشناسی")["times"][0]["from"], "10:15");
    assert_eq!(session["breaks"], json!([{"from": "10:30", "until": "10:45"}]));
    assert_eq!(session["notes"][0]["speaker"], "سارا نوبخت");
    let items = session["items"].as_array().expect("items");
    let last = items.iter().find(|item| item["number"] == 4);
    assert_eq!(last.expect("the last item")["result"], "postponed");

    let resolutions = office.json(&["resolutions"]);
    let first = &resolutions[0];
    assert_eq!(first["vote"]["for"], 36);
    assert_eq!(first["vote"]["against"], 2);
    assert_eq!(first["deadline"]["due"]["jalali"], "1405/07/30");
    let clauses = first["clauses"].as_array().expect("clauses");
    let told: Vec<_> = clauses
        .iter()
        .map(|one| {
            (
                &one["letter"],
                &one["responsible"][0],
                &one["deadline"]["due"]["jalali"],
            )
        })
        .map(|(letter, who, due)| (text(letter), text(who), text(due)))
        .collect();
    let kept = [
        ("الف", "دفتر منابع آب", "1405/01/31"),
        ("ب", "آب منطقه‌ای", "1405/02/17"),
    ];
    assert_eq!(
        told,
        kept.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned()))
    );
    assert_eq!(office.rows("مسئول:\"دفتر منابع آب\""), [1]);
    assert_eq!(office.rows("مسئول:\"بیمه سلامت\""), [2]);
}

#[test]
fn an_office_goes_from_nothing_to_minutes_that_were_signed_corrected_and_approved() {
    let mut office = LongOffice::on("1405/01/16");
    found_the_body(&office);
    prepare(&office);
    office.day = "1405/01/17";
    hold(&office);
    long_end::goes_on(&mut office);
}
