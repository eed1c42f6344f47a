//! What `dabir import` says of what it is not sure of, did not take, or has already. Knows no way of reading.

use crate::office::{MINUTES, Office};

const ALL: &str = "همه سطرها در جای خود نشستند";

const MEMBERS: &str =
    "دستگاه,نام,سمت,ترتیب\nشرکت گاز استان,رضا کاوه‌نیا,مدیرعامل,1\nفرمانداری,زهرا نوری,فرماندار,2\n";

/// Minutes of a body that has a member list, with this attendance.
fn attended(office: &Office, attendance: &str) -> String {
    let list = office.file("l.csv", MEMBERS);
    office.done(&["import", "--body", "کمیته آب شهرستان مهرآباد", &list]);
    let head = "صورتجلسه سومین جلسه کمیته آب شهرستان مهرآباد در سال ۱۴۰۲\nتاریخ جلسه: ۱۴۰۲/۰۴/۱۳\n";
    let rows =
        "مصوبات:\nردیف\tمصوبه\tمهلت اقدام\tمسئول پیگیری\n۱\tمقرر شد فهرست تهیه گردد.\tدو هفته\tفرمانداری\n";
    let file = office.file("m.txt", format!("{head}{attendance}\n{rows}"));
    office.done(&["import", &file])
}

/// How each seat of the only session was filled.
fn roll(office: &Office) -> Vec<(String, String)> {
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let sessions = office.json(&["sessions"]);
    let roll = sessions[0]["attendance"].as_array().unwrap();
    roll.iter()
        .map(|line| (text(&line["seat"]), text(&line["status"])))
        .collect()
}

#[test]
fn a_member_listed_by_name_and_post_is_present_and_nothing_is_left() {
    let office = Office::new();
    let report = attended(
        &office,
        "حاضرین:\nردیف\tنام و نام خانوادگی\tسمت\n۱\tآقای رضا كاوه نيا\tمدیرعامل شرکت گاز\n۲\tخانم زهرا نوری\tفرماندار",
    );
    let present = |seat: &str| (seat.to_owned(), "present".to_owned());
    assert_eq!(roll(&office), [present("شرکت گاز استان"), present("فرمانداری")]);
    assert!(report.contains(ALL), "{report}");
}

#[test]
fn a_seat_that_is_present_and_absent_is_unticked_and_told() {
    let office = Office::new();
    let report = attended(
        &office,
        "حاضرین: فرمانداری، شرکت گاز استان\nغایبین: شرکت گاز استان",
    );
    let status = |seat: &str, status: &str| (seat.to_owned(), status.to_owned());
    assert_eq!(
        roll(&office),
        [
            status("شرکت گاز استان", "unticked"),
            status("فرمانداری", "present")
        ]
    );
    assert!(
        report.contains("شرکت گاز استان") && report.contains("به بررسی شما نیاز دارد"),
        "{report}"
    );
    assert!(!report.contains(ALL), "{report}");
}

#[test]
fn rows_that_are_left_out_of_the_numbers_are_not_said_to_be_all() {
    let office = Office::new();
    let whole = MINUTES.replace("بسمه تعالی\n", "");
    let file = office.file("whole.txt", &whole);
    assert!(office.done(&["import", &file, "--dry-run"]).contains(ALL));
    let file = office.file("m.txt", whole.replace("۲\tمقرر شد", "۵\tمقرر شد"));
    let report = office.done(&["import", &file]);
    assert!(!report.contains(ALL), "{report}");
}

#[test]
fn the_same_session_from_another_file_is_said_to_be_there() {
    let office = Office::new();
    office.done(&["import", &office.file("first.txt", MINUTES)]);
    let ran = office.run(&["import", &office.file("second.txt", format!("{MINUTES}\nپایان"))]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("first.txt"), "{}", ran.err);
    assert_eq!(office.json(&["sessions"]).as_array().unwrap().len(), 1);
}

#[test]
fn columns_of_members_are_taken_by_meaning_or_named() {
    let office = Office::new();
    let list = "فهرست اعضا;;;\nدستگاه;نام و تخلص;پست سازمانی;تلفن\nشرکت گاز استان;رضا کاوه;مدیرعامل;۰۱۲۳\n";
    let report = office.done(&["import", "--body", "کمیته آب", &office.file("l.csv", list)]);
    let members = office.json(&["members"]);
    assert_eq!(
        (&members[0]["holder"], &members[0]["post"]),
        (&"رضا کاوه".into(), &"مدیرعامل".into())
    );
    assert!(
        report.contains("«تلفن»") && report.contains("فهرست اعضا"),
        "{report}"
    );
}
