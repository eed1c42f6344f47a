//! The second half of the long story: minutes that were signed are corrected, a seat is held by another, and the next
//! session approves them; the paper, its code, figures and lookup are held against values kept here. Does not know how
//! the first session was held.

use super::long_office::{LongOffice, mark, person, text};
use super::long_story::{press, quit};
use super::terminal::{DOWN, ENTER, F2, TAB};
use serde_json::Value;

const BACK: &str = "\x1b[Z";
const END: &str = "\x1b[F";
const HOME: &str = "\x1b[H";

pub fn goes_on(office: &mut LongOffice) {
    let paper = office.path("signed.txt");
    let id = office.id(1);
    office.printed(&["export", "minutes", &id, "--to", &paper]);
    let code = text(&office.session(1)["code"]["code"]);
    office.day = "1405/01/20";
    correct(office);
    corrected(office, &code);
    office.day = "1405/02/01";
    change_the_holder(office);
    let session = office.session(1);
    assert_eq!(
        mark(&session, "جهاد کشاورزی")["person"],
        person(0),
        "as it was signed"
    );
    assert_eq!(session["code"]["agrees"], true);
    office.day = "1405/02/10";
    approve(office);
    approved(office, &code);
    figures(office);
    papers(office, &paper, &code);
}

/// What was signed wrongly is set right field by field: the head, a mark, a note, and of a clause who is to act and until
/// when.
fn correct(office: &LongOffice) {
    let mut desk = office.desk();
    desk.wait_for("اولین جلسه");
    press(&mut desk, &["1"]);
    desk.wait_for("شماره دعوتنامه");
    press(&mut desk, &["w"]);
    desk.wait_for("دلیل اصلاح");
    press(
        &mut desk,
        &[TAB, TAB, "12:00", BACK, BACK, BACK, "ساعت پایان نادرست بود", F2],
    );
    desk.wait_without("دلیل اصلاح");

    press(&mut desk, &["3", "f", "محیط زیست", ENTER, "w"]);
    desk.wait_for("دلیل اصلاح");
    press(
        &mut desk,
        &[
            TAB,
            TAB,
            TAB,
            TAB,
            "بیماری",
            BACK,
            BACK,
            BACK,
            BACK,
            BACK,
            "نامه دستگاه",
            F2,
        ],
    );
    desk.wait_without("دلیل اصلاح");

    press(&mut desk, &["4", "w"]);
    desk.wait_for("دلیل اصلاح");
    press(
        &mut desk,
        &[TAB, "مهرداد کیانی", BACK, BACK, "گوینده نادرست بود", F2],
    );
    desk.wait_without("دلیل اصلاح");

    press(&mut desk, &["5", END, "w"]);
    desk.wait_for("دلیل اصلاح");
    press(
        &mut desk,
        &[END, " و گزارش آن داده شود.", BACK, "از قلم افتاده بود", F2],
    );
    desk.wait_without("دلیل اصلاح");
    press(&mut desk, &[HOME, ENTER, DOWN]);
    desk.wait_for("بند الف ·");
    press(&mut desk, &["w"]);
    desk.wait_for("اصلاحیه: بند الف");
    press(&mut desk, &["\x7f", "آب من", ENTER, TAB, "سه هفته"]);
    desk.wait_for("۱۴۰۵/۰۲/۰۷");
    press(&mut desk, &[BACK, BACK, "دستگاه نادرست بود", F2]);
    desk.wait_without("دلیل اصلاح");
    quit(desk);
}

fn corrected(office: &LongOffice, code: &str) {
    let session = office.session(1);
    assert_eq!(
        (&session["code"]["code"], &session["code"]["agrees"]),
        (&code.into(), &true.into())
    );
    let corrections = session["corrections"].as_array().expect("corrections");
    assert_eq!(corrections.len(), 5);
    let last = &office.json(&["resolutions"])[0]["clauses"][0];
    assert_eq!(last["responsible"][0], "آب منطقه‌ای");
    assert_eq!(last["deadline"]["due"]["jalali"], "1405/02/07");
    assert_eq!(office.rows("مسئول:\"دفتر منابع آب\""), Vec::<u64>::new());
    assert_eq!(office.rows("مسئول:\"آب منطقه‌ای\""), [1]);
    assert_eq!(office.rows("\"گزارش آن داده شود\""), [2]);
}

/// The third seat is held by another person from this day on.
fn change_the_holder(office: &LongOffice) {
    let mut desk = office.desk();
    desk.wait_for("اولین جلسه");
    press(&mut desk, &["w"]);
    desk.wait_for("استانداری سپیدرود");
    press(&mut desk, &[HOME, DOWN, DOWN, ENTER]);
    desk.wait_for("در این جا از");
    press(
        &mut desk,
        &[TAB, "نیما بارانی", TAB, "سرپرست", TAB, " ", TAB, "امروز", F2],
    );
    desk.wait_without("در این جا از");
    desk.wait_for("نیما بارانی");
    quit(desk);
    let members = office.json(&["members"]);
    assert_eq!(members[2]["holder"], "نیما بارانی");
}

/// The next session, to which the item came that was left over; it approves the minutes of the first one.
fn approve(office: &LongOffice) {
    let mut desk = office.desk();
    desk.wait_for("اولین جلسه");
    press(&mut desk, &["a"]);
    desk.wait_for("رئیس جلسه");
    press(&mut desk, &["امروز", TAB, TAB, "9:00", TAB, "10:00", F2]);
    desk.wait_for("تصویب صورتجلسه");
    desk.wait_for("خرید کنتور");
    press(&mut desk, &["3", "i"]);
    desk.wait_for("شروع شود");
    press(&mut desk, &[ENTER]);
    desk.wait_for("حاضر ۴۰ از ۴۰");
    press(&mut desk, &["2", HOME, ENTER]);
    desk.wait_for("تصویب شد");
    press(&mut desk, &["5", "a"]);
    desk.wait_for("پیرو");
    press(
        &mut desk,
        &["کنتور خریده شود.", TAB, "فوری", TAB, "آب من", ENTER, F2],
    );
    desk.wait_for("کنتور خریده شود.");
    press(&mut desk, &["1", "j"]);
    desk.wait_for("وضعیت جلسه");
    press(&mut desk, &["3"]);
    desk.wait_without("در حال برگزاری");
    press(&mut desk, &["k"]);
    desk.wait_for("چه کم است");
    press(&mut desk, &["k"]);
    desk.wait_for("تاریخ امضا");
    press(&mut desk, &[F2]);
    desk.wait_for("کد صحت");
    quit(desk);
}

fn approved(office: &LongOffice, code: &str) {
    let (first, second) = (office.session(1), office.session(2));
    assert_eq!(second["approves"][0]["session"], first["id"]);
    assert_eq!(first["approval"]["session"], second["id"]);
    assert_eq!(
        (&first["code"]["code"], &first["code"]["agrees"]),
        (&code.into(), &true.into())
    );
    assert_eq!(second["code"]["agrees"], true);
    assert_eq!(mark(&second, "جهاد کشاورزی")["person"], "نیما بارانی");
    assert_eq!(mark(&first, "جهاد کشاورزی")["person"], person(0));
    office.printed(&["check"]);
}

/// Figures with what was corrected, and what is found by it.
fn figures(office: &LongOffice) {
    let year = ["report", "year"];
    assert_eq!(office.figure(&year, "", "sessions"), 2);
    assert_eq!(office.figure(&year, "", "passed"), 3);
    let attendance = ["report", "attendance"];
    for (seat, figure, value) in [
        ("هواشناسی", "expected", 2),
        ("هواشناسی", "in_person", 2),
        ("محیط زیست", "excused", 1),
        ("محیط زیست", "in_person", 1),
        ("راهداری", "represented", 1),
        ("جهاد کشاورزی", "in_person", 2),
    ] {
        assert_eq!(
            office.figure(&attendance, seat, figure),
            value,
            "{seat}: {figure}"
        );
    }
    let execution = ["report", "execution"];
    for (organisation, given) in [("آب منطقه‌ای", 2), ("جهاد کشاورزی", 1), ("بیمه سلامت", 1)]
    {
        assert_eq!(
            office.figure(&execution, organisation, "given"),
            given,
            "{organisation}"
        );
    }
}

/// The signed paper says what was signed, marks what was corrected, and carries its code; a letter has what is right.
fn papers(office: &LongOffice, before: &str, code: &str) {
    let signed = std::fs::read_to_string(before).expect("the paper");
    let id = office.id(1);
    let now = office.path("now.txt");
    office.printed(&["export", "minutes", &id, "--to", &now]);
    let now = std::fs::read_to_string(now).expect("the paper");
    for paper in [&signed, &now] {
        for part in [
            code,
            "۱۱:۳۰",
            "گزارش تراز آب خوانده شد.",
            "دفتر منابع آب",
            &person(0),
        ] {
            assert!(paper.contains(part), "{part} is not in:\n{paper}");
        }
        assert!(!paper.contains("نیما بارانی"), "{paper}");
    }
    assert!(now.contains("اصلاحیه"), "{now}");
    let letters = office.path("letters");
    office.printed(&["export", "letters", &id, "--to", &letters, "--as", "txt"]);
    let files = std::fs::read_dir(&letters).expect("letters");
    let files: Vec<_> = files.flatten().map(|file| file.path()).collect();
    let to = |name: &str| {
        let is_to = |path: &&std::path::PathBuf| path.display().to_string().contains(name);
        let path = files
            .iter()
            .find(is_to)
            .unwrap_or_else(|| panic!("no letter to {name}: {files:?}"));
        std::fs::read_to_string(path).expect("a letter")
    };
    let letter = to("آب منطقه");
    for part in ["جدول هزینه فرستاده شود", "نقشه چاه‌ها تهیه شود", "سه هفته"]
    {
        assert!(letter.contains(part), "{part} is not in:\n{letter}");
    }
    let shown: Value = office.json(&["show", &id]);
    assert_eq!(shown["code"]["code"], code);
}
