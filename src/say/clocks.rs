//! The legal clocks of a session in words. Does not know where they are shown.

use super::names;
use crate::domain::clocks::{Clock, ClockKind, ClockState, Unknown};
use crate::ui::Role;
use crate::words::Words;

/// So many days ahead a clock is worth a mark.
pub const NEAR: u32 = 2;

/// The word id of what a clock runs for.
pub fn label(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::Agenda => "clock-agenda",
        ClockKind::Minutes => "clock-minutes",
        ClockKind::Binding => "clock-binding",
    }
}

/// «دستور کار: ۳ روز مانده», for the clock that matters now.
pub fn short(words: &Words, clock: &Clock) -> (String, Role) {
    let (state, role) = state(words, clock);
    (labelled(words, clock, state), role)
}

fn labelled(words: &Words, clock: &Clock, state: String) -> String {
    let args = [
        ("clock", words.say(label(clock.kind)).into()),
        ("state", state.into()),
    ];
    words.say_with("clock-short", &args)
}

/// The same in as few columns as can be: «صورتجلسه ۲ روز دیر».
pub fn brief(words: &Words, clock: &Clock) -> String {
    let (id, days) = match clock.state {
        ClockState::Running(0) => ("clock-brief-today", 0),
        ClockState::Running(days) => ("clock-brief-left", days),
        ClockState::Late(days) => ("clock-brief-late", days),
        ClockState::Kept | ClockState::KeptLate(_) | ClockState::Unknown(_) => return String::new(),
    };
    let name = match clock.kind {
        ClockKind::Agenda => "clock-brief-agenda",
        ClockKind::Minutes => "clock-brief-minutes",
        ClockKind::Binding => "clock-brief-binding",
    };
    words.say_with(id, &[("clock", words.say(name).into()), ("days", days.into())])
}

/// The clock with its day, in one line.
pub fn sentence(words: &Words, clock: &Clock) -> (String, Role) {
    let (state, role) = in_full(words, clock);
    (labelled(words, clock, state), role)
}

/// «پنجشنبه ۱۴۰۱/۰۳/۱۲ · ۳ روز مانده»: the day, marked where nobody works, how it stands, and when it was done.
pub fn in_full(words: &Words, clock: &Clock) -> (String, Role) {
    let (state, role) = state(words, clock);
    let due = clock.due.map(|due| names::day_marked(words, due));
    let done = clock.done.map(|done| {
        let id = match clock.kind {
            ClockKind::Agenda => "clock-sent",
            ClockKind::Minutes | ClockKind::Binding => "clock-issued",
        };
        words.say_with(id, &[("date", words.day(done).into())])
    });
    let parts = [due, Some(state), done];
    (parts.into_iter().flatten().collect::<Vec<_>>().join(" · "), role)
}

fn state(words: &Words, clock: &Clock) -> (String, Role) {
    let with_days = |id, days: u32| words.say_with(id, &[("days", days.into())]);
    match clock.state {
        ClockState::Running(0) => (words.say("clock-today"), Role::Warn),
        ClockState::Running(days) if clock.presses(NEAR) => (with_days("clock-left", days), Role::Warn),
        ClockState::Running(days) => (with_days("clock-left", days), Role::InTime),
        ClockState::Late(days) => (with_days("clock-late", days), Role::Late),
        ClockState::Kept if clock.kind == ClockKind::Binding => (words.say("clock-binds"), Role::Done),
        ClockState::Kept => (words.say("clock-kept"), Role::Done),
        ClockState::KeptLate(days) => (with_days("clock-kept-late", days), Role::Warn),
        ClockState::Unknown(why) => (words.say(unknown(why)), Role::Faint),
    }
}

fn unknown(why: Unknown) -> &'static str {
    match why {
        Unknown::NoDate => "clock-no-date",
        Unknown::NoInvitation => "clock-no-invitation",
        Unknown::NotHeld => "clock-not-held",
        Unknown::NoDayOfIssue => "clock-no-day-of-issue",
        Unknown::NotNotified => "clock-not-notified",
    }
}
