//! Votes, majorities and what became of items, in words. Does not know where they are shown.

use crate::domain::attendance::Presence;
use crate::domain::room::{ItemPresence, RoomThen};
use crate::domain::session::ItemResult;
use crate::domain::stretch::TimeStretch;
use crate::domain::vote::{Ballot, Cast, Majority, Tallied, Vote, VoteCount, Voters};
use crate::ui::Role;
use crate::words::Words;

/// «رأی‌گیری مخفی: ۱۹ موافق، ۲ مخالف، ۱ ممتنع»; with the time where it is known.
pub fn vote(words: &Words, vote: &Vote) -> String {
    let Vote { at, cast } = vote;
    let id = match cast {
        Cast::Count(_) => "vote-cast-count",
        Cast::Secret(_) => "vote-cast-secret",
        Cast::ByName(_) => "vote-cast-by-name",
    };
    let said = words.say_with(id, &[("count", vote_count(words, cast.count()).into())]);
    match at {
        Some(at) => words.say_with(
            "vote-at",
            &[("vote", said.into()), ("time", words.time(*at).into())],
        ),
        None => said,
    }
}

/// «۱۹ موافق، ۲ مخالف، ۱ ممتنع».
pub fn vote_count(words: &Words, count: VoteCount) -> String {
    let VoteCount {
        in_favour,
        against,
        abstaining,
    } = count;
    let args = [
        ("for", in_favour.into()),
        ("against", against.into()),
        ("abstaining", abstaining.into()),
    ];
    words.say_with("vote-count", &args)
}

/// Whether the majority was reached, with the votes it needs. It decides nothing.
pub fn tallied(words: &Words, tallied: Tallied) -> (String, Role) {
    let Tallied {
        reached,
        needed,
        too_many,
    } = tallied;
    let (id, role) = match reached {
        true => ("vote-reached", Role::Good),
        false => ("vote-not-reached", Role::Bad),
    };
    let said = words.say_with(id, &[("needed", needed.into())]);
    match too_many {
        true => (format!("{said} · {}", words.say("vote-too-many")), Role::Warn),
        false => (said, role),
    }
}

/// A vote with what it comes to, in words: «۸ موافق، ۷ مخالف، ۰ ممتنع؛ به اکثریت لازم (۸ رأی) رسید».
pub fn voted(words: &Words, cast: &Vote, comes_to: Option<Tallied>) -> String {
    let said = vote(words, cast);
    match comes_to {
        Some(comes_to) => format!("{said}؛ {}", tallied(words, comes_to).0),
        None => said,
    }
}

/// «۹ از ۱۲ عضو، ساعت ۱۰:۲۰؛ حد نصاب ۷ عضو برقرار بود».
pub fn room(words: &Words, room: &RoomThen) -> (String, Role) {
    let args = [
        ("present", room.present().into()),
        ("seats", room.seats.into()),
        ("time", words.time(room.at).into()),
    ];
    let said = words.say_with("room-then", &args);
    let (Some(needed), Some(has_quorum)) = (room.quorum, room.has_quorum()) else {
        return (said, Role::Plain);
    };
    let (id, role) = match has_quorum {
        true => ("room-quorum", Role::Plain),
        false => ("room-no-quorum", Role::Warn),
    };
    let quorum = words.say_with(id, &[("needed", needed.into())]);
    (format!("{said}؛ {quorum}"), role)
}

/// How many were there while an item was talked about.
pub fn item_presence(words: &Words, presence: &ItemPresence, quorum: Option<u32>) -> (String, Role) {
    let ItemPresence {
        least,
        most,
        there: _,
    } = presence;
    let enough = quorum.is_none_or(|needed| *least >= needed);
    let role = if enough { Role::Faint } else { Role::Warn };
    let args = [("least", (*least).into()), ("most", (*most).into())];
    let id = match least == most {
        true => "item-presence",
        false => "item-presence-between",
    };
    (words.say_with(id, &args), role)
}

/// The word of one seat's vote.
pub fn ballot(words: &Words, ballot: Ballot) -> String {
    words.say(match ballot {
        Ballot::For => "ballot-for",
        Ballot::Against => "ballot-against",
        Ballot::Abstaining => "ballot-abstaining",
    })
}

/// «بیش از ۱/۲ حاضران».
pub fn majority(words: &Words, majority: Majority) -> String {
    let part = |id, of: u32, parts: u32, among: Voters| {
        let among = words.say(voters(among));
        let part = format!("{}/{}", words.number(of), words.number(parts));
        words.say_with(id, &[("part", part.into()), ("among", among.into())])
    };
    match majority {
        Majority::Simple => words.say("majority-simple"),
        Majority::MoreThan { of, parts, among } => part("majority-more-than", of, parts, among),
        Majority::AtLeast { of, parts, among } => part("majority-at-least", of, parts, among),
    }
}

/// The word of whom a majority is a part of.
pub fn voters(among: Voters) -> &'static str {
    match among {
        Voters::Present => "majority-of-present",
        Voters::Seats => "majority-of-seats",
    }
}

/// The word of what a session made of an item.
pub fn item_result(words: &Words, result: ItemResult) -> String {
    words.say(match result {
        ItemResult::Adopted => "item-adopted",
        ItemResult::Amended => "item-amended",
        ItemResult::Postponed => "item-postponed",
        ItemResult::Refused => "item-refused",
        ItemResult::Withdrawn => "item-withdrawn",
    })
}

/// What was answered to an invitation: «می‌آید».
pub fn answered(words: &Words, coming: Presence) -> String {
    words.say(match coming {
        Presence::Present => "answer-coming",
        Presence::Video => "answer-by-video",
        Presence::Represented => "answer-sends",
        Presence::Excused | Presence::Absent => "answer-away",
        Presence::Unticked => "answer-none",
    })
}

/// «۱۰:۰۰ تا ۱۰:۱۵», or «از ۱۰:۰۰» while it goes on.
pub fn stretch(words: &Words, stretch: TimeStretch) -> String {
    let TimeStretch { from, until } = stretch;
    let from = words.time(from);
    match until {
        Some(until) => words.say_with(
            "stretch",
            &[("from", from.into()), ("until", words.time(until).into())],
        ),
        None => words.say_with("stretch-open", &[("from", from.into())]),
    }
}

/// Several of them.
pub fn stretches(words: &Words, all: &[TimeStretch]) -> String {
    let told: Vec<String> = all.iter().map(|one| stretch(words, *one)).collect();
    told.join("؛ ")
}
