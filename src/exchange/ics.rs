//! A schedule as a calendar (RFC 5545), by the `icalendar` crate. Does not know what a meeting is about.

use super::format::WriteError;
use super::schedule::{Meeting, Schedule, Task};
use crate::calendar::{Moment, moment_of_clocks};
use crate::text::unmarked;
use icalendar::{Calendar, Component, Event, EventLike, Property, Todo, TodoStatus};
use std::fmt::Write as _;

/// Who makes the calendar, in the form that RFC 5545 asks for (3.7.3).
const PRODUCT: &str = "-//dabir//dabir//FA";

/// The longest line, in bytes.
const MOST_BYTES: usize = 75;

/// The calendar as bytes of UTF-8, its lines folded and ended by CR LF.
///
/// Meetings are events in UTC, for a zone would need its rules in the file; a meeting without a time fills its day. What
/// is due is a task (`VTODO`) with a day and no time, done or to be done; days that recur stand one by one, because the
/// rule of a Persian calendar (RFC 7529) is lost by most programs.
///
/// # Errors
/// [`WriteError::NotWritten`] where the library refuses.
pub fn write_ics(schedule: &Schedule) -> Result<Vec<u8>, WriteError> {
    let Schedule {
        name,
        made,
        meetings,
        tasks,
    } = schedule;
    let mut calendar = Calendar::empty();
    let head = [
        ("VERSION", "2.0".to_owned()),
        ("PRODID", PRODUCT.to_owned()),
        ("CALSCALE", "GREGORIAN".to_owned()),
        ("METHOD", "PUBLISH".to_owned()),
        ("X-WR-CALNAME", one_line(name)),
    ];
    for (key, value) in head {
        calendar.append_property(Property::new(key, value));
    }
    calendar.extend(meetings.iter().map(|meeting| event(meeting, *made)));
    calendar.extend(tasks.iter().map(|task| to_do(task, *made)));
    let mut text = String::new();
    write!(text, "{calendar}").map_err(|error| WriteError::NotWritten(error.to_string()))?;
    Ok(folded(&text.replace("\r\n ", "")).into_bytes())
}

/// The lines of a calendar folded (RFC 5545, 3.1): none is longer than 75 bytes, with the blank that a line which goes on
/// begins with. The library leaves that blank out of its count.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + text.len() / 32);
    for line in text.split_terminator("\r\n") {
        let mut bytes = 0;
        for c in line.chars() {
            if bytes + c.len_utf8() > MOST_BYTES {
                folded.push_str("\r\n ");
                bytes = 1;
            }
            folded.push(c);
            bytes += c.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

fn event(meeting: &Meeting, made: Moment) -> Event {
    let Meeting {
        uid,
        summary,
        description,
        place,
        day,
        start,
        end,
    } = meeting;
    let mut event = Event::new();
    described(&mut event, [uid, summary, description], made);
    if let Some(place) = place {
        event.location(&one_line(place));
    }
    match start {
        None => event.starts(day.naive_date()),
        Some(start) => event.starts(moment_of_clocks(*day, *start)),
    };
    // An end before its start would be on the next day, which nobody wrote.
    if let Some(end) = end.filter(|end| start.is_some_and(|start| start < *end)) {
        event.ends(moment_of_clocks(*day, end));
    }
    event
}

fn to_do(task: &Task, made: Moment) -> Todo {
    let Task {
        uid,
        summary,
        description,
        due,
        done,
    } = task;
    let mut to_do = Todo::new();
    described(&mut to_do, [uid, summary, description], made);
    to_do.due(due.naive_date());
    match done {
        true => to_do.status(TodoStatus::Completed).percent_complete(100),
        false => to_do.status(TodoStatus::NeedsAction),
    };
    to_do
}

fn described(component: &mut impl Component, [uid, summary, description]: [&String; 3], made: Moment) {
    component.uid(&one_line(uid));
    component.timestamp(made);
    component.summary(&one_line(summary));
    let description = unmarked(description);
    if !description.trim().is_empty() {
        component.description(description.trim());
    }
}

fn one_line(text: &str) -> String {
    let clean = unmarked(text);
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Day, TimeOfDay};

    fn day(month: u8, day: u8) -> Day {
        Day::from_jalali(1404, month, day).unwrap()
    }

    fn meeting(start: Option<TimeOfDay>, end: Option<TimeOfDay>) -> Meeting {
        Meeting {
            uid: "s1@dabir".to_owned(),
            summary: "هشتمین جلسه؛ \u{2068}کتاف\u{2069}".to_owned(),
            description: "۱- آب, برق\n۲- خاک; گاز".to_owned(),
            place: Some("سالن\nشهدا".to_owned()),
            day: day(3, 12),
            start,
            end,
        }
    }

    fn told(meetings: Vec<Meeting>, tasks: Vec<Task>) -> String {
        let schedule = Schedule {
            name: "دبیر".to_owned(),
            made: "2026-11-29T08:00:00Z".parse().unwrap(),
            meetings,
            tasks,
        };
        let text = String::from_utf8(write_ics(&schedule).unwrap()).unwrap();
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        text.replace("\r\n ", "")
    }

    #[test]
    fn a_meeting_is_an_event_in_utc() {
        let (start, end) = (TimeOfDay::new(7, 30), TimeOfDay::new(9, 0));
        let text = told(vec![meeting(start, end)], Vec::new());
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//dabir//dabir//FA\r\n"));
        for line in [
            "UID:s1@dabir",
            "DTSTAMP:20261129T080000Z",
            "DTSTART:20250602T040000Z",
            "DTEND:20250602T053000Z",
            "SUMMARY:هشتمین جلسه؛ کتاف",
            "DESCRIPTION:۱- آب\\, برق\\n۲- خاک\\; گاز",
            "LOCATION:سالن شهدا",
        ] {
            assert!(text.contains(&format!("\r\n{line}\r\n")), "{line}: {text}");
        }
    }

    #[test]
    fn lines_of_every_length_are_folded_and_lose_nothing() {
        for length in 60..240 {
            let long = format!(
                "SUMMARY:{}",
                "گزارش a".chars().cycle().take(length).collect::<String>()
            );
            let folded = folded(&format!("{long}\r\nEND:VTODO\r\n"));
            assert!(folded.split("\r\n").all(|line| line.len() <= 75), "{folded}");
            assert_eq!(folded.replace("\r\n ", ""), format!("{long}\r\nEND:VTODO\r\n"));
        }
    }

    #[test]
    fn a_meeting_without_a_time_fills_its_day() {
        let text = told(vec![meeting(None, TimeOfDay::new(9, 0))], Vec::new());
        assert!(text.contains("DTSTART;VALUE=DATE:20250602\r\n"));
        assert!(!text.contains("DTEND"));
        let backwards = told(
            vec![meeting(TimeOfDay::new(9, 0), TimeOfDay::new(8, 0))],
            Vec::new(),
        );
        assert!(!backwards.contains("DTEND"));
    }

    #[test]
    fn what_is_due_is_a_task_with_a_day() {
        let task = |done| Task {
            uid: "s1/r1@dabir".to_owned(),
            summary: "گزارش".to_owned(),
            description: String::new(),
            due: day(4, 1),
            done,
        };
        let text = told(Vec::new(), vec![task(false), task(true)]);
        assert_eq!(text.matches("DUE;VALUE=DATE:20250622\r\n").count(), 2);
        assert_eq!(text.matches("STATUS:NEEDS-ACTION\r\n").count(), 1);
        assert_eq!(text.matches("STATUS:COMPLETED\r\n").count(), 1);
        assert!(!text.contains("DESCRIPTION"));
    }

    #[test]
    fn no_text_makes_a_line_of_its_own() {
        let mut hostile = meeting(None, None);
        hostile.summary = "a\r\nEND:VEVENT\rBEGIN:VALARM\u{2028}x".to_owned();
        hostile.uid = "u\nATTENDEE:x".to_owned();
        let text = told(vec![hostile], Vec::new());
        assert_eq!(text.matches("\r\nEND:VEVENT").count(), 1);
        assert!(!text.contains("\nBEGIN:VALARM") && !text.contains("\nATTENDEE"));
    }
}
