//! Records taken away and put together by commands, with the real program: seen beforehand, done, and taken back in one.

use crate::office::{MINUTES, Office};
use serde_json::Value;

/// The minutes of a session whose two resolutions name one office in two spellings.
fn office() -> Office {
    let office = Office::new();
    let minutes = MINUTES.replace("شرکت آب و فاضلاب؛ بخشداری", "ادره منابع آب؛ بخشداری");
    let file = office.file("m.txt", minutes);
    office.done(&["import", &file]);
    office
}

fn names(office: &Office) -> Vec<String> {
    let all = office.json(&["organisations"]);
    let all = all.as_array().expect("a list");
    all.iter().map(|one| text(&one["name"])).collect()
}

fn text(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}

fn found(office: &Office, query: &str) -> usize {
    office
        .json(&["resolutions", query])
        .as_array()
        .expect("a list")
        .len()
}

#[test]
fn two_spellings_of_an_organisation_are_merged_seen_beforehand_and_taken_back_in_one() {
    let office = office();
    let before = names(&office);
    let merge = ["organisations", "merge", "ادره منابع آب", "ادارهٔ منابع آب"];
    let rehearsal = office.done(&[&merge[..], &["--dry-run"]].concat());
    assert!(
        rehearsal.contains("«ادره منابع آب» در «اداره منابع آب» ادغام می‌شود")
            && rehearsal.contains("۱ مصوبه"),
        "{rehearsal}"
    );
    assert_eq!(names(&office), before, "a rehearsal writes nothing");
    let done = office.json(&merge);
    assert_eq!(
        (
            &done["gone"]["name"],
            &done["kept"]["name"],
            &done["touched"]["resolutions"]
        ),
        (&"ادره منابع آب".into(), &"اداره منابع آب".into(), &1.into())
    );
    assert!(done["entry"].is_u64() && done["refused"].is_null(), "{done}");
    assert_eq!(names(&office).len(), before.len() - 1);
    assert_eq!(found(&office, "مسئول:\"اداره منابع آب\""), 2);
    let again = office.run(&merge);
    assert_eq!(again.code, 1, "by its other name it is the one that stays");
    assert_eq!(office.json(&["undo"])["command"], "merge_organisations");
    assert_eq!(names(&office), before);
    assert!(office.done(&["redo"]).contains("ادغام دو دستگاه"));
    assert_eq!(names(&office).len(), before.len() - 1);
}

#[test]
fn a_session_goes_and_comes_back_and_so_does_what_an_import_brought() {
    let office = office();
    let sessions = office.json(&["sessions"]);
    let id = text(&sessions[0]["id"]);
    let seen = office.json(&["sessions", "remove", &id, "--dry-run"]);
    assert_eq!(
        (&seen["touched"]["resolutions"], &seen["entry"]),
        (&2.into(), &Value::Null)
    );
    office.done(&["sessions", "remove", &id]);
    assert_eq!(office.json(&["sessions"]).as_array().map(Vec::len), Some(0));
    office.done(&["undo"]);
    assert_eq!(office.json(&["sessions"]), sessions);
    let imports = office.json(&["imports"]);
    assert_eq!(
        (&imports[0]["command"], &imports[0]["session"]),
        (&"import_session".into(), &id.into())
    );
    let entry = imports[0]["entry"].to_string();
    office.done(&["imports", "remove", &entry]);
    assert_eq!(names(&office), Vec::<String>::new());
    assert_eq!(office.run(&["imports", "remove", "۹۹۹"]).code, 1);
}

#[test]
fn a_member_in_two_bodies_is_asked_for_by_its_id_and_an_unknown_name_has_its_neighbours() {
    let office = Office::new();
    let list = "کارگروه,دستگاه,نام\nکارگروه آب,فرمانداری,مهرداد کیانی\nکارگروه برق,فرمانداری,مهرداد کیانی\nکارگروه آب,شهرداری مهرآباد,سارا نوبخت\n";
    let file = office.file("members.csv", list);
    office.done(&["import", &file]);
    let several = office.run(&["members", "remove", "فرمانداری"]);
    assert_eq!(several.code, 1);
    let members = office.json(&["members", "--body", "کارگروه برق"]);
    let id = text(&members[0]["id"]);
    assert!(
        several.err.contains(&id) && several.err.contains("کارگروه آب"),
        "{}",
        several.err
    );
    let near = office.run(&["members", "remove", "شهرداری مهراباذ"]);
    assert!(near.err.contains("شهرداری مهرآباد"), "{}", near.err);
    office.done(&["members", "remove", &id]);
    assert_eq!(office.json(&["members"]).as_array().map(Vec::len), Some(2));
    let body = office.json(&["bodies", "remove", "کارگروه آب", "--dry-run"]);
    assert_eq!(body["touched"]["seats"], 2);
    office.done(&["bodies", "remove", "کارگروه آب"]);
    assert_eq!(office.json(&["members"]).as_array().map(Vec::len), Some(0));
}

#[test]
fn what_signed_minutes_show_is_refused_with_the_reason_and_exit_code_one() {
    let office = Office::new();
    office.done(&["demo", "--no-open"]);
    let sessions = office.json(&["sessions"]);
    let signed = sessions
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["state"] == "final");
    let signed = signed.expect("the sample has signed minutes");
    let refused = office.run(&[
        "sessions",
        "remove",
        &text(&signed["id"]),
        "--dry-run",
        "--format",
        "json",
    ]);
    assert_eq!(refused.code, 1);
    let told: Value = serde_json::from_str(&refused.out).expect("JSON");
    assert!(
        refused.err.contains(told["refused"].as_str().expect("a reason")),
        "{}",
        refused.err
    );
    let body = office.run(&["bodies", "remove", &text(&signed["body"])]);
    assert_eq!(
        (body.code, body.err.contains("امضاشده")),
        (1, true),
        "{}",
        body.err
    );
    assert_eq!(office.json(&["sessions"]), sessions);
}
