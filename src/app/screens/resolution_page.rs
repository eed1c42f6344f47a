//! The lines of one resolution in full: everything that is known about it. Does not know how they are moved through.

use super::{cells, rounds, sought};
use crate::app::context::Context;
use crate::app::{say, sentences};
use crate::calendar::{Day, Holidays};
use crate::domain::deadline::Deadline;
use crate::domain::resolution::{ClauseState, Extension, FollowUp, Granted, Resolution, Status};
use crate::office::query::ResolutionRow;
use crate::papers::{self, plain::line};
use crate::search::TextPart;
use crate::text::isolate;
use crate::ui::{PageEntry, Piece, Role};

/// A part of a resolution that the cursor can be on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Part {
    /// A clause, by its letter.
    Clause(String),
    /// A follow-up, by its place in the log.
    FollowUp(usize),
}

/// What is known of a resolution, entry by entry.
#[derive(Default)]
pub(super) struct Entries {
    pub all: Vec<PageEntry>,
    /// Its clauses and follow-ups, each with its entry.
    pub parts: Vec<(Part, usize)>,
}

/// Everything known of a resolution, in the order in which it is read.
pub(super) fn entries(context: &Context, row: &ResolutionRow) -> Entries {
    let words = context.words;
    let resolution = &row.resolution;
    let entry = |label: &str, pieces: Vec<Piece>| PageEntry {
        label: words.say(label),
        pieces,
    };
    let blank = || PageEntry {
        label: String::new(),
        pieces: Vec::new(),
    };
    let mut entries = Vec::new();
    let session = say::session_of(words, row);
    let date = row
        .session_date
        .map(|day| say::day_long(words, day))
        .unwrap_or_default();
    let args = [("session", session.into()), ("date", date.into())];
    entries.push(entry(
        "field-session",
        vec![Piece::ours(words.say_with("session-title", &args)).role(Role::Faint)],
    ));
    if let Some(subject) = &resolution.subject {
        entries.push(entry(
            "field-subject",
            vec![sought::piece(context, subject, TextPart::Subject).role(Role::Strong)],
        ));
    }
    entries.push(blank());
    entries.push(entry(
        "field-text",
        resolution
            .text
            .split('\n')
            .map(|text| sought::piece(context, text, TextPart::Text))
            .collect(),
    ));
    entries.push(blank());
    entries.push(entry("field-deadline", deadline(context, row)));
    let own = rounds::pieces(context, row, &resolution.granted(), None, row.status);
    if !own.is_empty() {
        entries.push(entry("field-rounds", own));
    }
    let responsible = cells::responsible(context, resolution);
    let nobody = vec![Piece::ours("—").role(Role::Faint)];
    entries.push(entry(
        "field-responsible",
        if responsible.is_empty() {
            nobody
        } else {
            responsible
        },
    ));
    entries.push(entry("field-status", vec![cells::status_piece(context, row)]));
    if let Some(follows) = &resolution.follows {
        entries.push(entry(
            "field-follows",
            vec![Piece::stored(follows.written.clone())],
        ));
    }
    let mut parts = Vec::new();
    // The label stands beside the first one.
    let label = |first: bool, id: &str| if first { words.say(id) } else { String::new() };
    for letter in letters(resolution) {
        let label = label(parts.is_empty(), "field-clauses");
        let pieces = clause_pieces(context, row, &letter);
        parts.push((Part::Clause(letter), entries.len()));
        entries.push(PageEntry { label, pieces });
    }
    if !resolution.follow_ups.is_empty() {
        entries.push(blank());
    }
    for (at, follow_up) in resolution.follow_ups.iter().enumerate() {
        let label = label(at == 0, "field-follow-ups");
        let pieces = follow_up_pieces(context, follow_up);
        parts.push((Part::FollowUp(at), entries.len()));
        entries.push(PageEntry { label, pieces });
    }
    if !row.warnings.is_empty() {
        entries.push(blank());
        let pieces = row
            .warnings
            .iter()
            .map(|warning| Piece::ours(sentences::warning(words, warning)).role(Role::Warn));
        entries.push(entry("field-warnings", pieces.collect()));
    }
    Entries { all: entries, parts }
}

/// The letters of the clauses that the page shows.
pub(in crate::app) fn letters(resolution: &Resolution) -> Vec<String> {
    resolution.known_letters()
}

/// The deadline as written; its day with weekday, and how far that lies. Where longer times were granted, the first
/// day counts how late it is, and the times follow.
fn deadline(context: &Context, row: &ResolutionRow) -> Vec<Piece> {
    let resolution = &row.resolution;
    let Some(deadline) = &resolution.deadline else {
        let mut pieces = extensions(context, row, &resolution.granted());
        if pieces.is_empty() {
            pieces.push(Piece::ours("—").role(Role::Faint));
        }
        return pieces;
    };
    let mut pieces = vec![sought::piece(context, &deadline.written, TextPart::Text)];
    let extended = !resolution.extensions.is_empty();
    pieces.extend(match (row.own_due(), row.first_due) {
        (_, Some(first)) if extended => Some(first_due(context, first, row.overdue)),
        (Some(day), _) if !extended => Some(due(context, row, day)),
        _ => None,
    });
    pieces.extend(extensions(context, row, &resolution.granted()));
    pieces.extend(rounds::missed(context, row.missed as usize));
    pieces
}

/// The first of several deadlines, from which days of delay count.
fn first_due(context: &Context, first: Day, overdue: bool) -> Piece {
    let role = if overdue { Role::Late } else { Role::Faint };
    Piece::ours(say::first_due(context.words, context.setup.today, first)).role(role)
}

/// A day that something is due, and how far it lies.
fn due(context: &Context, row: &ResolutionRow, day: Day) -> Piece {
    let words = context.words;
    let distance = say::distance(words, context.setup.today, day);
    let args = [
        ("date", say::day_marked(words, day).into()),
        ("distance", distance.into()),
    ];
    // Where a clause comes first it is the clause that is late, and it says so itself.
    let is_late = row.overdue && row.due_by_clause().is_none();
    let role = if is_late { Role::Bad } else { Role::Plain };
    Piece::ours(words.say_with("due-note", &args)).role(role)
}

/// Longer times, oldest first: the words, the day, when, by whom and with which letter it was granted.
fn extensions(context: &Context, row: &ResolutionRow, granted: &Granted) -> Vec<Piece> {
    let words = context.words;
    let one = |extension: &Extension| {
        let head = words.say_with(
            "extension-head",
            &[("deadline", extension.deadline.written.as_str().into())],
        );
        let due = extension.due(row.session_date, row.session_notified, &granted.answered);
        let due = due.map(|day| {
            let distance = say::distance(words, context.setup.today, day);
            format!("{} · {distance}", say::day_marked(words, day))
        });
        let granted = extension.granted_on.map(|day| {
            let day = words.day(day);
            words.say_with("extension-granted", &[("date", day.into())])
        });
        let letter = extension.letter.as_deref();
        let letter = letter.map(|letter| words.say_with("follow-up-letter", &[("letter", letter.into())]));
        let by = extension.by.as_deref().map(isolate);
        let parts = [Some(head), due, granted, by, letter];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    granted
        .extensions
        .iter()
        .map(|extension| Piece::ours(one(extension)))
        .collect()
}

/// What is known of one clause: its status, and its own deadline and organisations where it has some.
fn clause_pieces(context: &Context, row: &ResolutionRow, letter: &str) -> Vec<Piece> {
    let words = context.words;
    let nothing = ClauseState::default();
    let state = row.resolution.clauses.get(letter).unwrap_or(&nothing);
    let granted = row.resolution.granted_to(letter, state);
    let in_force = granted.in_force(row.session_date);
    let due = granted.due(row.session_date, row.session_notified);
    let today = context.setup.today;
    let is_late = |(deadline, _): (&Deadline, _)| {
        due.is_some_and(|due| deadline.is_overdue(due, today, &Holidays::built_in()))
    };
    let overdue = state.status == Status::Open && in_force.is_some_and(is_late);
    let (status, role) = say::status(words, state.status, overdue);
    let head = words.say_with(
        "clause-head",
        &[("letter", letter.into()), ("status", status.into())],
    );
    let names = state.responsible.iter().map(|who| isolate(&who.written));
    let written = state.deadline.iter().map(|deadline| isolate(&deadline.written));
    let own = names
        .chain(written)
        .chain(due.map(|day| say::day_marked(words, day)));
    let own: Vec<String> = own.collect();
    let own = (!own.is_empty()).then(|| Piece::ours(own.join(" · ")).role(Role::Faint));
    let mut pieces: Vec<Piece> = std::iter::once(Piece::ours(head).role(role)).chain(own).collect();
    if !state.extensions.is_empty() {
        let first = granted.first_due(row.session_date, row.session_notified);
        pieces.extend(first.map(|first| first_due(context, first, overdue)));
    }
    pieces.extend(extensions(context, row, &granted));
    let missed = if overdue {
        granted.missed(row.session_date, today)
    } else {
        0
    };
    pieces.extend(rounds::missed(context, missed));
    pieces.extend(rounds::pieces(context, row, &granted, Some(letter), state.status));
    pieces
}

/// The head of a follow-up (day, who, letter, new status), and its words.
fn follow_up_pieces(context: &Context, follow_up: &FollowUp) -> Vec<Piece> {
    let head = line(&papers::follow_up_head(context.words, follow_up));
    let text = sought::piece(context, &follow_up.text, TextPart::Text);
    vec![Piece::ours(head).role(Role::Faint), text]
}
