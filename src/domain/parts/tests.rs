//! What goes where when resolutions are taken apart, put together and taken over.

use super::*;
use crate::domain::resolution::FollowUp;

fn deadline(written: &str) -> Option<Deadline> {
    Some(read_deadline(written, None))
}

fn responsible(written: &str) -> Responsible {
    Responsible {
        written: written.into(),
        organisation: None,
    }
}

fn with_clauses() -> Resolution {
    let state = |name: &str, status| ClauseState {
        responsible: vec![responsible(name)],
        status,
        ..ClauseState::default()
    };
    Resolution {
        id: ResolutionId::from("s/1"),
        row: Some(4),
        text: "مقرر شد: الف) فهرست تهیه شود. ب) نتیجه اعلام گردد. ج) هزینه برآورد شود.".into(),
        clauses: [
            ("الف".to_owned(), state("آب", Status::Done)),
            ("ج".to_owned(), state("برق", Status::Cancelled)),
        ]
        .into(),
        follow_ups: vec![FollowUp::default()],
        ..Resolution::default()
    }
}

#[test]
fn what_is_known_of_a_clause_goes_where_the_clause_stands() {
    let whole = with_clauses();
    let (first, second) = split(&whole, whole.text.find("ج)").unwrap()).unwrap();
    assert_eq!((first.id, first.row), (whole.id, Some(4)));
    assert_eq!(first.clauses.keys().collect::<Vec<_>>(), ["الف"]);
    assert_eq!(second.row, None);
    assert_eq!(
        second.responsible,
        [responsible("برق")],
        "a single clause is the resolution itself"
    );
    assert_eq!(second.status, Status::Cancelled);
    assert!(second.clauses.is_empty() && second.follow_ups.is_empty());
}

#[test]
fn no_cut_leaves_an_empty_part_or_half_a_letter() {
    let whole = Resolution {
        text: "  آب شرب  ".into(),
        ..Resolution::default()
    };
    for at_byte in [0, 1, 2, 3, whole.text.len() - 1, whole.text.len(), 999] {
        assert_eq!(split(&whole, at_byte), None, "{at_byte}");
    }
    assert!(split(&whole, whole.text.find("شرب").unwrap()).is_some());
}

#[test]
fn parts_that_are_put_together_again_have_the_words_and_the_clauses_of_the_whole() {
    let whole = with_clauses();
    let (first, second) = split(&whole, whole.text.find("ب)").unwrap()).unwrap();
    let merged = merge(&first, &second).unwrap();
    let flat = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(flat(&merged.text), flat(&whole.text));
    assert_eq!(merged.id, whole.id);
}

#[test]
fn what_would_be_lost_keeps_two_resolutions_apart() {
    let with = |written: &str| Resolution {
        text: "متن".into(),
        deadline: deadline(written),
        ..Resolution::default()
    };
    assert_eq!(merge(&with("ده روز"), &with("یک ماه")), Err(Conflict::Deadline));
    assert!(merge(&with("ده روز"), &with("ده روز")).is_ok());
    assert_eq!(merge(&with_clauses(), &with_clauses()), Err(Conflict::Clauses));
    let without = Resolution {
        text: "متن".into(),
        responsible: vec![responsible("آب"), responsible("آب")],
        ..Resolution::default()
    };
    let merged = merge(&without, &with("ده روز")).unwrap();
    assert_eq!(merged.deadline, deadline("ده روز"));
}

#[test]
fn a_copy_has_nothing_of_what_came_of_the_earlier_one() {
    let mut earlier = with_clauses();
    earlier.status = Status::Done;
    earlier.deadline = deadline("ده روز");
    let copied = copy(&earlier, None, "ردیف ۴");
    assert_eq!(
        (copied.status, copied.row, copied.follow_ups.len()),
        (Status::Open, None, 0)
    );
    assert!(
        copied
            .clauses
            .values()
            .all(|c| c.status == Status::Open && !c.responsible.is_empty())
    );
    assert_eq!(copied.follows.unwrap().resolution, Some(earlier.id));
}
