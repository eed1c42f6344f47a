//! What somebody is to do of a resolution, in the cells of letters: until when, and with whom together.
//! Does not know what is done already.

use super::letters::{LetterPart, OrganisationNames};
use super::terms;
use crate::domain::deadline::{Deadline, Meaning};
use crate::domain::resolution::{ClauseState, Granted, Responsible};
use crate::exchange::paper::Text;
use crate::office::query::ResolutionRow;
use crate::text::digits::latin_digits;
use crate::words::Words;

/// So many others are named; of more the rest is counted, or a class of hundreds would fill every letter.
const MOST_NAMED: usize = 6;

/// Until when: the deadline of the resolution and those of the clauses that are the addressee's, each with its day.
pub(super) fn deadlines(words: &Words, part: &LetterPart) -> Vec<Text> {
    let resolution = &part.row.resolution;
    let is_own = |letter: &String| part.whole || part.letters.contains(letter);
    let clauses = resolution.known_letters().into_iter().filter(is_own);
    let clauses: Vec<(String, &ClauseState)> = clauses
        .filter_map(|letter| Some((letter.clone(), resolution.clauses.get(&letter)?)))
        .filter(|(_, state)| state.deadline.is_some() || !state.extensions.is_empty())
        .collect();
    let all_have_one = !part.whole && clauses.len() == part.letters.len();
    let mut told = Vec::new();
    if !all_have_one {
        told.extend(granted(words, part.row, &resolution.granted()));
    }
    for (letter, state) in clauses {
        let own = granted(words, part.row, &resolution.granted_to(&letter, state));
        let named = |text: Text| Text::ours(format!("{}: ", terms::clause(words, &letter))).and(text);
        told.extend(own.into_iter().map(named));
    }
    told
}

/// A deadline as written with its day, and each longer time under it.
fn granted(words: &Words, row: &ResolutionRow, granted: &Granted) -> Vec<Text> {
    let first_due = granted.first_due(row.session_date, row.session_after);
    let first = granted.first.map(|first| {
        // A day that is written already is not said twice.
        let is_new = |day: &crate::calendar::Day| !latin_digits(&first.written).contains(&day.to_string());
        let day = first_due
            .filter(|_| first.meaning != Meaning::Immediate)
            .filter(is_new);
        with_day(
            terms::written(Some(first)),
            day.map(|day| until(words, first, day)),
        )
    });
    let longer = granted.extensions.iter().map(|one| {
        let due = one.due(row.session_date, row.session_after, &granted.answered);
        let day = due.map(|day| until(words, &one.deadline, day));
        let label = Text::ours(format!("{}: ", words.say("head-extension")));
        label.and(with_day(terms::extension(words, one), day))
    });
    first.into_iter().chain(longer).collect()
}

fn with_day(text: Text, day: Option<String>) -> Text {
    match day {
        Some(day) => text.and(Text::ours(format!(" ({day})"))),
        None => text,
    }
}

/// «تا ۱۴۰۱/۰۳/۲۲», of a recurring deadline that the next round is then.
fn until(words: &Words, deadline: &Deadline, day: crate::calendar::Day) -> String {
    let id = match deadline.comes_round() {
        true => "letter-next-round",
        false => "letter-until",
    };
    words.say_with(id, &[("date", words.day(day).into())])
}

/// With whom together: who leads, who helps, of the resolution and of each clause that names the addressee.
pub(super) fn shared_with(words: &Words, names: &OrganisationNames, part: &LetterPart) -> Vec<Text> {
    let resolution = &part.row.resolution;
    let mut told = Vec::new();
    let times = |at: usize| part.times.get(at).copied().unwrap_or_default();
    if part.whole {
        told.extend(roles(words, names, part, &resolution.responsible, times(0)));
    }
    for (at, letter) in part.letters.iter().enumerate() {
        let Some(state) = resolution.clauses.get(letter) else {
            continue;
        };
        let clause = terms::clause(words, letter);
        let of_clause = roles(words, names, part, &state.responsible, times(at + 1)).into_iter();
        told.extend(of_clause.map(|role| Text::ours(format!("{clause}: ")).and(role)));
    }
    told
}

/// «مسئول اصلی», «با همکاری: ...», or «همکار» and who leads, of all that are named, among whom the addressee is so many
/// times. Only those that are told are looked at: each of hundreds gets such a letter.
fn roles(
    words: &Words,
    names: &OrganisationNames,
    part: &LetterPart,
    all: &[Responsible],
    times: usize,
) -> Vec<Text> {
    let leads = all.first().is_some_and(|first| part.who.is(first));
    let mut others = all.iter().filter(|who| !part.who.is(who));
    let mut left = all.len().saturating_sub(times);
    let mut told = vec![Text::ours(words.say(match leads {
        true => "letter-lead",
        false => "letter-joint",
    }))];
    if !leads && let Some(lead) = others.next() {
        told.push(named(words, "letter-led-by", names, &[lead], 0));
        left -= 1;
    }
    if left > 0 {
        let shown: Vec<&Responsible> = others.take(MOST_NAMED).collect();
        let rest = left.saturating_sub(shown.len());
        told.push(named(words, "letter-together", names, &shown, rest));
    }
    told
}

/// These by name, and so many more by their count.
fn named(words: &Words, id: &str, names: &OrganisationNames, whos: &[&Responsible], more: usize) -> Text {
    let shown = whos.iter().map(|who| Text::stored(names.name(who)));
    let rest = (more > 0).then(|| words.say_with("letter-and-others", &[("count", more.into())]));
    let all = shown.chain(rest.map(Text::ours));
    Text::ours(format!("{}: ", words.say(id))).and(Text::joined(all, "؛ "))
}
