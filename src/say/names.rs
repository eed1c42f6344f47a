//! Things of the office in words: names of sessions, days, refusals, warnings. Does not know where they are shown.

use crate::calendar::{Day, Holidays, Weekday, weekday_name};
use crate::domain::attendance::Presence;
use crate::domain::resolution::{FollowUpKind, Status};
use crate::domain::session::{AgendaKind, Session, SessionKind, SessionState};
use crate::office::query::ResolutionRow;
use crate::text::numeral::ordinal_word;
use crate::ui::{Look, Origin, Role};
use crate::words::{Lang, Words};

/// «هشتمین جلسه کتاف»; without an ordinal «جلسه کتاف».
pub fn session_name(words: &Words, session: &Session, body: &str) -> String {
    name_of(words, session.ordinal, body)
}

/// As [`session_name`], for a resolution's session.
pub fn session_of(words: &Words, row: &ResolutionRow) -> String {
    name_of(words, row.session_ordinal, &row.body_name)
}

/// As [`session_name`], of a session known by its number alone.
pub fn name_of(words: &Words, ordinal: Option<u32>, body: &str) -> String {
    match ordinal {
        Some(number) => {
            let ordinal = ordinal_word(number);
            words.say_with(
                "session-name",
                &[
                    ("ordinal", ordinal.into()),
                    ("number", number.into()),
                    ("body", body.into()),
                ],
            )
        }
        None => words.say_with("session-name-bare", &[("body", body.into())]),
    }
}

/// The first words of a name that fill at most so many columns, with an ellipsis where some are left out.
pub fn shortened(look: &Look, name: &str, columns: u16) -> String {
    if look.width(name, Origin::Stored) <= columns {
        return name.to_owned();
    }
    let mut short = String::new();
    for word in name.split_whitespace() {
        let longer = if short.is_empty() {
            word.to_owned()
        } else {
            format!("{short} {word}")
        };
        if look.width(&longer, Origin::Stored) >= columns {
            break;
        }
        short = longer;
    }
    format!("{}…", short.trim_end_matches(['،', ',']))
}

/// «پنجشنبه ۱۴۰۱/۰۳/۱۲».
pub fn day_long(words: &Words, day: Day) -> String {
    format!("{} {}", weekday(words, day), words.day(day))
}

/// As [`day_long`], marked where nobody works that day: «جمعه ۱۴۰۱/۰۳/۱۳ (آخر هفته)».
pub fn day_marked(words: &Words, day: Day) -> String {
    let long = day_long(words, day);
    match day_off(words, day) {
        Some(why) => words.say_with("day-off", &[("date", long.into()), ("why", why.into())]),
        None => long,
    }
}

/// Why nobody works on a day: the holiday's name, or the weekend; none on working days. Holidays have Persian names;
/// in another language a holiday is one.
pub fn day_off(words: &Words, day: Day) -> Option<String> {
    let holidays = Holidays::built_in();
    let holiday = holidays.name(day).map(|name| match words.lang() {
        Lang::Fa => name.to_owned(),
        Lang::En => words.say("day-holiday"),
    });
    holiday.or_else(|| day.is_weekend().then(|| words.say("day-weekend")))
}

/// The role of [`day_marked`].
pub fn day_role(words: &Words, day: Day) -> Role {
    match day_off(words, day) {
        Some(_) => Role::Warn,
        None => Role::Good,
    }
}

/// The weekday in the language of the interface.
pub fn weekday(words: &Words, day: Day) -> String {
    match words.lang() {
        Lang::Fa => weekday_name(day.weekday()).to_owned(),
        Lang::En => words.say(match day.weekday() {
            Weekday::Sat => "weekday-saturday",
            Weekday::Sun => "weekday-sunday",
            Weekday::Mon => "weekday-monday",
            Weekday::Tue => "weekday-tuesday",
            Weekday::Wed => "weekday-wednesday",
            Weekday::Thu => "weekday-thursday",
            Weekday::Fri => "weekday-friday",
        }),
    }
}

/// The day on which something was due at first, with how far it lies from today.
pub fn first_due(words: &Words, today: Day, first: Day) -> String {
    let distance = distance(words, today, first);
    let args = [("date", words.day(first).into()), ("distance", distance.into())];
    words.say_with("due-first", &args)
}

/// How far a day lies from today: «۵ روز مانده», «امروز», «۳ روز گذشته».
pub fn distance(words: &Words, today: Day, day: Day) -> String {
    match today.days_until(day) {
        0 => words.say("day-today"),
        days if days > 0 => words.say_with("day-ahead", &[("days", days.into())]),
        days => words.say_with("day-past", &[("days", (-days).into())]),
    }
}

/// The word of a state of a session.
pub fn state(words: &Words, state: SessionState) -> String {
    words.say(match state {
        SessionState::Planned => "state-planned",
        SessionState::Running => "state-running",
        SessionState::Draft => "state-draft",
        SessionState::Final => "state-final",
    })
}

/// The word of a kind of session.
pub fn kind(words: &Words, kind: SessionKind) -> String {
    words.say(match kind {
        SessionKind::Ordinary => "kind-ordinary",
        SessionKind::Extraordinary => "kind-extraordinary",
        SessionKind::Joint => "kind-joint",
    })
}

/// The word of a kind of item of the agenda.
pub fn agenda_kind(kind: AgendaKind) -> &'static str {
    match kind {
        AgendaKind::Ordinary => "agenda-ordinary",
        AgendaKind::OpenResolutions => "agenda-open-resolutions",
        AgendaKind::PreviousMinutes => "agenda-previous-minutes",
    }
}

/// The word of which way a follow-up went.
pub fn follow_up_kind(kind: FollowUpKind) -> &'static str {
    match kind {
        FollowUpKind::Answer => "follow-up-answer",
        FollowUpKind::Reminder => "follow-up-reminder",
    }
}

/// The word of a status, and how it is shown.
pub fn status(words: &Words, status: Status, overdue: bool) -> (String, Role) {
    if overdue {
        return (words.say("status-overdue"), Role::Late);
    }
    let (id, role) = match status {
        Status::Open => ("status-open", Role::InTime),
        Status::Done => ("status-done", Role::Done),
        Status::Cancelled => ("status-cancelled", Role::Faint),
        Status::Superseded => ("status-superseded", Role::Faint),
    };
    (words.say(id), role)
}

/// The word of where a resolution stands, and how it is shown; of an open one with clauses also how many of them are
/// closed: «در دست اجرا (۱ از ۲ بند)».
pub fn status_of_row(words: &Words, row: &ResolutionRow) -> (String, Role) {
    let (word, role) = status(words, row.status, row.overdue);
    let closed = row
        .resolution
        .clauses_closed()
        .filter(|_| row.status == Status::Open);
    match closed {
        Some((closed, all)) => {
            let args = [
                ("status", word.into()),
                ("closed", closed.into()),
                ("all", all.into()),
            ];
            (words.say_with("status-of-clauses", &args), role)
        }
        None => (word, role),
    }
}

/// The word of how a seat was filled, and how it is shown.
pub fn presence(words: &Words, presence: Presence) -> (String, Role) {
    let (id, role) = match presence {
        Presence::Present => ("presence-present", Role::Good),
        Presence::Video => ("presence-video", Role::Good),
        Presence::Represented => ("presence-represented", Role::Good),
        Presence::Excused => ("presence-excused", Role::Warn),
        Presence::Absent => ("presence-absent", Role::Bad),
        Presence::Unticked => ("presence-unticked", Role::Faint),
    };
    (words.say(id), role)
}
