//! What of a hit is shown: the part of it in which the words stand, cut so that they are in sight. Does not paint.

use crate::app::context::Context;
use crate::app::screens::sought;
use crate::domain::resolution::Responsible;
use crate::domain::wording;
use crate::office::query::ResolutionRow;
use crate::search::{Filter, TextPart};
use crate::ui::{Look, Origin};
use std::ops::Range;

/// The part of a hit in which the words were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FoundPart {
    /// What part it is; empty for the wording.
    pub label: String,
    /// Its words, on one line.
    pub text: String,
    /// Where they are marked.
    pub found: Vec<Range<usize>>,
}

impl FoundPart {
    fn new(filter: &Filter, label: String, text: &str, part: TextPart) -> FoundPart {
        FoundPart {
            label,
            text: on_one_line(text),
            found: filter.marks(text, part),
        }
    }

    /// The words without blanks where lines end.
    pub fn of_text(filter: &Filter, text: &str) -> FoundPart {
        FoundPart::new(filter, String::new(), text, TextPart::Text)
    }

    /// The part of a resolution that says most about why it was found: its wording, a follow-up, and where they are not
    /// shown beside it (`alone`) who is responsible and the deadline; else its wording from the start.
    pub fn of_resolution(context: &Context, filter: &Filter, row: &ResolutionRow, alone: bool) -> FoundPart {
        let words = context.words;
        let resolution = &row.resolution;
        let wording = FoundPart::new(filter, String::new(), &resolution.text, TextPart::Text);
        if let Some(first) = wording.found.first() {
            let label = part_of_wording(context, &resolution.text, first.start);
            return FoundPart { label, ..wording };
        }
        let in_follow_up =
            |text: &str| FoundPart::new(filter, words.say("found-follow-up"), text, TextPart::Text);
        let follow_ups = resolution.follow_ups.iter().rev().map(|follow_up| {
            let parts = [
                follow_up.by.as_deref(),
                Some(&follow_up.text),
                follow_up.letter.as_deref(),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        let who = resolution
            .responsible
            .iter()
            .chain(resolution.clauses.values().flat_map(|clause| &clause.responsible));
        let who = who.map(|who| FoundPart {
            label: words.say("found-responsible"),
            text: called(context, filter, who),
            found: sought::marks_of(context.books, filter, who),
        });
        let who = who.filter(|_| alone);
        let deadline = resolution.deadline.iter().filter(|_| alone).map(|deadline| {
            let label = words.say("found-deadline");
            FoundPart::new(filter, label, &deadline.written, TextPart::Text)
        });
        let mut others = follow_ups
            .map(|text| in_follow_up(&text))
            .chain(who)
            .chain(deadline);
        others.find(|shown| !shown.found.is_empty()).unwrap_or(wording)
    }
}

/// A responsible organisation as it is written, and behind it the other name that was meant: else nobody would know why
/// it was found.
pub(super) fn called(context: &Context, filter: &Filter, who: &Responsible) -> String {
    let written = on_one_line(&who.written);
    match sought::other_name(context.books, filter, who) {
        Some(name) => format!("{written} ({})", on_one_line(name)),
        None => written,
    }
}

/// «بند ب» or «تبصره», where the byte stands in one.
fn part_of_wording(context: &Context, text: &str, byte: usize) -> String {
    let clauses = wording::clauses(text);
    let clause = clauses.iter().find(|clause| clause.range_byte.contains(&byte));
    if let Some(clause) = clause {
        let args = [("letter", clause.letter.as_str().into())];
        return context.words.say_with("found-clause", &args);
    }
    let provisos = wording::provisos(text);
    match provisos.iter().any(|proviso| proviso.range_byte.contains(&byte)) {
        true => context.words.say("found-proviso"),
        false => String::new(),
    }
}

/// The same bytes with blanks for ends of lines.
fn on_one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

/// A text and its marks, cut at the start where the first mark would not be in sight in so many columns.
pub(super) fn in_sight(look: &Look, shown: &FoundPart, columns: u16) -> (String, Vec<Range<usize>>) {
    let whole = || (shown.text.clone(), shown.found.clone());
    let Some(first) = shown.found.first() else {
        return whole();
    };
    let Some(before) = shown.text.get(..first.end) else {
        return whole();
    };
    if look.width(before, Origin::Stored) < columns {
        return whole();
    }
    // A third of the columns stands before it, from the start of a word on.
    let letters = usize::from(columns / 3);
    let ahead = &shown.text[..first.start];
    let near = ahead
        .char_indices()
        .rev()
        .nth(letters)
        .map_or(0, |(byte, _)| byte);
    let blank = ahead[near..].find(' ').map_or(near, |blank| near + blank + 1);
    let prefix = "… ";
    let shift = |byte: usize| byte.saturating_sub(blank) + prefix.len();
    let found = shown
        .found
        .iter()
        .map(|range| shift(range.start)..shift(range.end));
    (format!("{prefix}{}", &shown.text[blank..]), found.collect())
}
