//! The text of the letter that invites to a session. Does not know who sends it, or in which format.

use crate::domain::body::Body;
use crate::domain::session::Session;
use crate::say;
use crate::text::without_isolates;
use crate::words::Words;

/// The letter as paragraphs parted by newlines: whom it is for, its subject, when and where, the agenda with its
/// numbers, and who signs. What the session does not know yet is left out. Stored words stand in it as written.
pub fn invitation(words: &Words, session: &Session, body: &Body) -> String {
    let name = say::session_name(words, session, &body.name);
    let about = |id: &str, name: &str, value: &str| words.say_with(id, &[(name, value.into())]);
    let mut lines = vec![
        about("invitation-to", "body", &body.name),
        about("invitation-subject", "session", &name),
    ];
    let reference = session.invitation_number.as_deref();
    lines.extend(reference.map(|number| about("invitation-number", "number", number)));
    let dated = session.invitation_date.map(|day| words.day(day));
    lines.extend(dated.map(|day| about("invitation-dated", "date", &day)));
    lines.push(String::new());
    lines.push(about("invitation-body", "session", &name));
    lines.extend(
        session
            .date
            .map(|day| about("invitation-day", "day", &say::day_long(words, day))),
    );
    lines.extend(
        session
            .start
            .map(|time| about("invitation-time", "time", &words.time(time))),
    );
    lines.extend(
        session
            .place
            .as_deref()
            .map(|place| about("invitation-place", "place", place)),
    );
    agenda(words, session, &mut lines);
    lines.push(String::new());
    lines.push(about("invitation-signed", "body", &body.name));
    lines.extend(session.secretary.clone());
    without_isolates(&lines.join("\n"))
}

fn agenda(words: &Words, session: &Session, lines: &mut Vec<String>) {
    if session.agenda.is_empty() {
        return;
    }
    lines.extend([String::new(), words.say("invitation-agenda")]);
    for (place, item) in session.agenda.iter().enumerate() {
        let number = words.number(place + 1);
        let minutes = item
            .planned_minutes
            .map(|minutes| words.say_with("invitation-minutes", &[("minutes", minutes.into())]));
        let words: Vec<String> = [Some(format!("{number}. {}", item.title)), minutes]
            .into_iter()
            .flatten()
            .collect();
        lines.push(words.join(" "));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Day, TimeOfDay};
    use crate::domain::session::AgendaItem;
    use crate::words::{Digits, Lang};

    fn letter(session: &Session) -> String {
        let body = Body {
            name: "کارگروه آب".into(),
            ..Body::default()
        };
        invitation(&Words::new(Lang::Fa, Digits::Persian), session, &body)
    }

    #[test]
    fn a_letter_names_the_session_its_time_its_place_and_its_agenda() {
        let item = |title: &str, planned_minutes| AgendaItem {
            title: title.into(),
            planned_minutes,
            ..AgendaItem::default()
        };
        let letter = letter(&Session {
            ordinal: Some(8),
            date: Day::from_jalali(1401, 3, 12).ok(),
            start: TimeOfDay::new(7, 30),
            place: Some("سالن شهید کلاهدوز".into()),
            secretary: Some("سارا نوبخت".into()),
            agenda: vec![item("بررسی مصوبات جلسات قبل", Some(20)), item("آبیاری", None)],
            ..Session::default()
        });
        for part in [
            "هشتمین جلسه کارگروه آب",
            "پنجشنبه ۱۴۰۱/۰۳/۱۲",
            "۰۷:۳۰",
            "سالن شهید کلاهدوز",
            "\n۱. بررسی مصوبات جلسات قبل (۲۰ دقیقه)\n۲. آبیاری\n",
        ] {
            assert!(letter.contains(part), "{part} is not in:\n{letter}");
        }
        assert!(letter.ends_with("سارا نوبخت"), "{letter}");
        assert!(!letter.contains('\u{2068}'), "{letter}");
    }

    #[test]
    fn what_is_not_known_yet_is_left_out() {
        let bare = letter(&Session::default());
        let words = Words::new(Lang::Fa, Digits::Persian);
        assert!(!bare.contains(&words.say("invitation-agenda")), "{bare}");
        assert!(!bare.contains("\n\n\n"), "{bare}");
    }
}
