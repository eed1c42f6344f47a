//! The order of fields is a contract with scripts, and so is what they say.

use super::*;
use crate::domain::deadline::read_deadline;
use crate::domain::resolution::Resolution;
use crate::domain::session::Session;

fn keys(json: &str) -> Vec<String> {
    // serde_json's map sorts its keys; the order is read from the text.
    let top = json.split('"').skip(1).step_by(2);
    top.filter(|key| json.contains(&format!("\"{key}\":")))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_fields_of_a_session_stand_in_the_order_of_the_contract() {
    let session = Session {
        date: Day::from_jalali(1401, 3, 12).ok(),
        invitation_number: Some("۲۱/۲۵".into()),
        ..Session::default()
    };
    let json = serde_json::to_string(&ListedSession::of(&session, "کتاف")).unwrap();
    let expected = "id body year ordinal kind date jalali iso weekday start end place chair secretary \
                    invitation number date agenda notes attendance guests resolutions open state warnings";
    assert_eq!(keys(&json).join(" "), expected);
    assert!(
        json.contains(r#""date":{"jalali":"1401/03/12","iso":"2022-06-02"},"weekday":"پنجشنبه""#),
        "{json}"
    );
}

#[test]
fn a_resolution_carries_its_clauses_and_the_day_its_deadline_comes_to() {
    let date = Day::from_jalali(1401, 8, 28).ok();
    let resolution = Resolution {
        text: "مقرر شد: الف) فهرست تهیه شود. ب) نتیجه اعلام گردد.".into(),
        deadline: Some(read_deadline("حداکثر شش ماه", date)),
        ..Resolution::default()
    };
    let listed = ListedResolution::of(
        &resolution,
        "کتاف",
        date,
        crate::domain::deadline::DaysAfter::default(),
    );
    let deadline = listed.deadline.as_ref().unwrap();
    assert_eq!(
        (deadline.kind, deadline.due.as_ref().unwrap().jalali.as_str()),
        ("at_most", "1402/02/28")
    );
    assert_eq!(listed.clauses.len(), 2);
    assert_eq!(listed.clauses[1].text, "نتیجه اعلام گردد.");
}
