//! The next session of a body, prepared from its last one. Knows no clock and no words: the day and the title of the
//! agenda's first item are given.

use super::body::{Body, Numbering};
use super::session::{AgendaItem, AgendaKind, ItemResult, Session, SessionState};
use crate::calendar::{Day, TimeOfDay};

/// The session that comes next: planned, with the next ordinal of the body's numbering (from 1 in a new year), with
/// chair, secretary, place and hour of the last one. Its agenda begins with the minutes of the last one, where they were
/// not approved yet, and then has the open resolutions.
///
/// `sessions` are those of the body in any order, planned ones too. The year counts from `date`, or from `today`
/// where no day is set yet. Each item has the title and the minutes that the last session gave it, else that of
/// `titles`. Without an earlier session the posts that the body's rules name stand for the persons. Behind the first items
/// stand those that the last session `left` over, and then the standing items of the body.
pub fn next_session(
    body: &Body,
    sessions: &[Session],
    date: Option<Day>,
    today: Day,
    titles: &FirstItems,
    left: Vec<AgendaItem>,
) -> Session {
    let last = last_of(sessions);
    let year = match body.numbering {
        Numbering::Yearly => Some(date.unwrap_or(today).jalali().year),
        Numbering::Continuous => None,
    };
    let taken_over = last.map(TakenOver::of).unwrap_or_else(|| TakenOver {
        chair: body.chair_post.clone(),
        secretary: body.secretary_post.clone(),
        ..TakenOver::default()
    });
    let TakenOver {
        start,
        place,
        chair,
        secretary,
    } = taken_over;
    Session {
        body: body.id.clone(),
        year,
        ordinal: Some(next_ordinal(sessions, year)),
        date,
        start,
        place,
        chair,
        secretary,
        state: SessionState::Planned,
        agenda: agenda(first_items(last, titles), left, body),
        ..Session::default()
    }
}

/// The first items, what was left over, and what stands on every agenda; no title twice.
fn agenda(first: Vec<AgendaItem>, left: Vec<AgendaItem>, body: &Body) -> Vec<AgendaItem> {
    let is_there = |item: &AgendaItem| {
        item.kind != AgendaKind::Ordinary && first.iter().any(|one| one.kind == item.kind)
    };
    let left: Vec<AgendaItem> = left.into_iter().filter(|item| !is_there(item)).collect();
    let mut all: Vec<AgendaItem> = first.into_iter().chain(left).collect();
    for item in &body.standing_items {
        if all.iter().all(|one| one.title != item.title) {
            all.push(item.clone());
        }
    }
    all
}

/// The last of these sessions that has met; the one whose agenda may have left something over.
pub fn last_held(sessions: &[Session]) -> Option<&Session> {
    let held: Vec<&Session> = sessions.iter().filter(|session| session.is_held()).collect();
    held.into_iter()
        .reduce(|last, next| if last.is_before(next) { next } else { last })
}

/// What a session left over for the next one: items that it postponed, and those of the given numbers, which it did not
/// talk about. What a later session has on its agenda already is not left over.
pub fn left_over(last: &Session, undiscussed: &[u32], sessions: &[Session]) -> Vec<AgendaItem> {
    let later = sessions.iter().flat_map(|session| &session.agenda);
    let taken: Vec<&str> = later
        .filter(|item| item.carried_from.as_ref() == Some(&last.id))
        .map(|item| item.title.as_str())
        .collect();
    let is_left = |(number, item): &(u32, &AgendaItem)| {
        item.result == Some(ItemResult::Postponed) || undiscussed.contains(number)
    };
    let items = (1u32..).zip(&last.agenda).filter(is_left).map(|(_, item)| item);
    items
        .filter(|item| !taken.contains(&item.title.as_str()))
        .map(|item| AgendaItem {
            title: item.title.clone(),
            planned_minutes: item.planned_minutes,
            kind: item.kind,
            confidential: item.confidential,
            carried_from: Some(last.id.clone()),
            // Its papers come with it.
            attachments: item.attachments.clone(),
            // What it comes to is the next session's to say.
            result: None,
        })
        .collect()
}

/// The titles of the items that an agenda begins with, where the body has no custom of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstItems {
    /// Of the approval of the minutes before.
    pub approval: String,
    /// Of the review of open resolutions.
    pub review: String,
}

/// What a session has from the one before it.
#[derive(Default)]
struct TakenOver {
    start: Option<TimeOfDay>,
    place: Option<String>,
    chair: Option<String>,
    secretary: Option<String>,
}

impl TakenOver {
    fn of(last: &Session) -> TakenOver {
        let Session {
            start,
            place,
            chair,
            secretary,
            // Its number and day are counted on, not repeated.
            id: _,
            body: _,
            year: _,
            ordinal: _,
            date: _,
            // What it was and what came of it is its own.
            kind: _,
            invitation_number: _,
            invitation_date: _,
            invitation_text: _,
            weekday_written: _,
            end: _,
            notified: _,
            state: _,
            guests: _,
            talk: _,
            item_times: _,
            breaks: _,
            answers: _,
            annexes: _,
            attachments: _,
            signatures: _,
            signing: _,
            verification: _,
            approves: _,
            approval: _,
            source: _,
            // Its first item is looked for on its own.
            agenda: _,
            // What it means is known to a later version alone.
            extra: _,
        } = last;
        TakenOver {
            start: *start,
            place: place.clone(),
            chair: chair.clone(),
            secretary: secretary.clone(),
        }
    }
}

/// The session that no other one follows; one without a day stands behind those with one only by its ordinal.
fn last_of(sessions: &[Session]) -> Option<&Session> {
    sessions
        .iter()
        .reduce(|last, next| if last.is_before(next) { next } else { last })
}

/// One more than the largest ordinal of the year, or of the body's whole life where it counts on.
fn next_ordinal(sessions: &[Session], year: Option<i32>) -> u32 {
    let counted = sessions
        .iter()
        .filter(|s| year.is_none() || s.year_counted() == year);
    counted
        .filter_map(|s| s.ordinal)
        .max()
        .unwrap_or(0)
        .saturating_add(1)
}

fn first_items(last: Option<&Session>, titles: &FirstItems) -> Vec<AgendaItem> {
    let item = |kind, title: &str| {
        let custom = last.and_then(|s| s.agenda.iter().find(|i| i.kind == kind));
        custom.cloned().unwrap_or_else(|| AgendaItem {
            title: title.to_owned(),
            planned_minutes: None,
            kind,
            ..AgendaItem::default()
        })
    };
    let awaits = last.is_some_and(|last| last.is_held() && last.approval.is_none());
    let approval = awaits.then(|| item(AgendaKind::PreviousMinutes, &titles.approval));
    let review = item(AgendaKind::OpenResolutions, &titles.review);
    approval.into_iter().chain([review]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u8, day: u8) -> Day {
        Day::from_jalali(year, month, day).unwrap()
    }

    fn titles() -> FirstItems {
        FirstItems {
            approval: "تصویب".into(),
            review: "بررسی".into(),
        }
    }

    fn held(year: i32, month: u8, ordinal: u32) -> Session {
        Session {
            year: Some(year),
            ordinal: Some(ordinal),
            date: Some(day(year, month, 10)),
            start: TimeOfDay::new(7, 30),
            place: Some(format!("سالن {ordinal}")),
            chair: Some("مهرداد کیانی".into()),
            ..Session::default()
        }
    }

    #[test]
    fn the_next_session_takes_over_from_the_latest_one_whatever_the_order() {
        let sessions = [held(1401, 5, 3), held(1401, 2, 1), held(1401, 3, 2)];
        let next = next_session(
            &Body::default(),
            &sessions,
            Some(day(1401, 6, 1)),
            day(1401, 5, 20),
            &titles(),
            vec![],
        );
        assert_eq!((next.year, next.ordinal), (Some(1401), Some(4)));
        assert_eq!(
            (next.place.as_deref(), next.start),
            (Some("سالن 3"), TimeOfDay::new(7, 30))
        );
        assert_eq!(next.chair.as_deref(), Some("مهرداد کیانی"));
        assert_eq!(next.state, SessionState::Planned);
        let items: Vec<_> = next
            .agenda
            .iter()
            .map(|one| (one.title.as_str(), one.kind))
            .collect();
        let expected = [
            ("تصویب", AgendaKind::PreviousMinutes),
            ("بررسی", AgendaKind::OpenResolutions),
        ];
        assert_eq!(items, expected);
    }

    #[test]
    fn a_new_year_begins_at_one_but_not_where_a_body_counts_on() {
        let sessions = [held(1401, 12, 9)];
        let today = day(1402, 1, 20);
        let yearly = next_session(&Body::default(), &sessions, None, today, &titles(), vec![]);
        assert_eq!((yearly.year, yearly.ordinal), (Some(1402), Some(1)));
        let counting_on = Body {
            numbering: Numbering::Continuous,
            ..Body::default()
        };
        let next = next_session(&counting_on, &sessions, None, today, &titles(), vec![]);
        assert_eq!((next.year, next.ordinal), (None, Some(10)));
    }

    #[test]
    fn minutes_that_were_approved_or_not_held_are_on_no_agenda() {
        let kinds = |last: Session| {
            let next = next_session(
                &Body::default(),
                &[last],
                None,
                day(1401, 6, 1),
                &titles(),
                vec![],
            );
            next.agenda.iter().map(|item| item.kind).collect::<Vec<_>>()
        };
        let mut approved = held(1401, 5, 3);
        let by = held(1401, 6, 4);
        let minutes = crate::domain::approval::ApprovedMinutes::default();
        let approval = crate::domain::approval::MinutesApproval::of(&minutes, &by, day(1401, 6, 10));
        approved.approval = Some(approval);
        assert_eq!(kinds(approved), [AgendaKind::OpenResolutions]);
        let mut planned = held(1401, 5, 3);
        planned.state = SessionState::Planned;
        assert_eq!(kinds(planned), [AgendaKind::OpenResolutions]);
    }

    #[test]
    fn the_first_item_keeps_the_title_that_the_body_uses() {
        let mut last = held(1401, 5, 3);
        last.agenda.push(AgendaItem {
            title: "مرور تصمیم‌های گذشته".into(),
            planned_minutes: Some(15),
            kind: AgendaKind::OpenResolutions,
            ..AgendaItem::default()
        });
        let next = next_session(
            &Body::default(),
            &[last.clone()],
            None,
            day(1401, 6, 1),
            &titles(),
            vec![],
        );
        assert_eq!(next.agenda[1..], last.agenda);
    }

    fn item(title: &str, result: Option<ItemResult>) -> AgendaItem {
        AgendaItem {
            title: title.into(),
            planned_minutes: Some(15),
            result,
            ..AgendaItem::default()
        }
    }

    #[test]
    fn what_was_postponed_or_not_talked_about_comes_to_the_next_agenda_once() {
        let mut last = held(1401, 5, 3);
        last.id = "s3".into();
        last.agenda = vec![
            item("یک", Some(ItemResult::Adopted)),
            item("دو", Some(ItemResult::Postponed)),
            item("سه", None),
            item("چهار", None),
        ];
        let left = left_over(&last, &[3], std::slice::from_ref(&last));
        let titles: Vec<&str> = left.iter().map(|item| item.title.as_str()).collect();
        assert_eq!(titles, ["دو", "سه"]);
        assert!(left.iter().all(|item| item.carried_from == Some("s3".into())));
        assert!(
            left.iter()
                .all(|item| item.result.is_none() && item.planned_minutes == Some(15))
        );
        let mut planned = held(1401, 6, 4);
        planned.state = SessionState::Planned;
        planned.agenda = vec![left[0].clone()];
        let sessions = [last.clone(), planned];
        assert_eq!(last_held(&sessions).map(|session| &session.id), Some(&last.id));
        let again = left_over(&last, &[3], &sessions);
        assert_eq!(again.len(), 1, "what a planned session has is not left over");
    }

    #[test]
    fn standing_items_stand_behind_what_was_left_over_and_not_twice() {
        let body = Body {
            standing_items: vec![item("گزارش دبیرخانه", None), item("دو", None)],
            ..Body::default()
        };
        let left = vec![item("دو", None)];
        let next = next_session(&body, &[], None, day(1401, 6, 1), &titles(), left);
        let titles: Vec<&str> = next.agenda.iter().map(|item| item.title.as_str()).collect();
        assert_eq!(titles, ["بررسی", "دو", "گزارش دبیرخانه"]);
    }

    #[test]
    fn a_first_session_has_the_posts_of_the_rules() {
        let body = Body {
            chair_post: Some("استاندار".into()),
            ..Body::default()
        };
        let next = next_session(&body, &[], None, day(1401, 6, 1), &titles(), vec![]);
        assert_eq!((next.chair.as_deref(), next.ordinal), (Some("استاندار"), Some(1)));
    }
}
