//! The lines of one resolution in full: everything that is known about it. Does not know how they are moved through.

use crate::app::context::Context;
use crate::app::screens::{attachments, cells, rounds, sought};
use crate::app::{say, sentences};
use crate::calendar::{Day, Holidays};
use crate::domain::deadline::Deadline;
use crate::domain::resolution::{ClauseState, Extension, FollowUp, Granted, Status};
use crate::office::query::ResolutionRow;
use crate::papers::{self, plain::line};
use crate::search::TextPart;
use crate::text::isolate;
use crate::ui::{EntryPage, PageEntry, Piece, Role};
use crate::words::Words;

/// A part of a resolution that the cursor can be on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum ResolutionPart {
    /// A clause, by its letter.
    Clause(String),
    /// A follow-up, by its place in the log.
    FollowUp(usize),
}

/// What is known of a resolution, entry by entry.
#[derive(Default)]
pub(super) struct ResolutionEntries {
    pub all: Vec<PageEntry>,
    /// Its clauses and follow-ups, each with its entry.
    pub parts: Vec<(ResolutionPart, usize)>,
}

impl ResolutionEntries {
    fn add(&mut self, label: String, pieces: Vec<Piece>) {
        self.all.push(PageEntry { label, pieces });
    }

    fn blank(&mut self) {
        self.add(String::new(), Vec::new());
    }

    /// Its session, subject and wording.
    fn wording(&mut self, context: &Context, row: &ResolutionRow) {
        let (words, resolution) = (context.words, &row.resolution);
        let session = say::session_of(words, row);
        let date = row.session_date.map(|day| say::day_long(words, day));
        let args = [
            ("session", session.into()),
            ("date", date.unwrap_or_default().into()),
        ];
        let session = Piece::ours(words.say_with("session-title", &args)).role(Role::Faint);
        self.add(words.say("field-session"), vec![session]);
        if let Some(subject) = &resolution.subject {
            let subject = sought::piece(context, subject, TextPart::Subject).role(Role::Strong);
            self.add(words.say("field-subject"), vec![subject]);
        }
        self.blank();
        let paragraphs = resolution.text.split('\n');
        let paragraphs = paragraphs.map(|text| sought::piece(context, text, TextPart::Text));
        self.add(words.say("field-text"), paragraphs.collect());
        self.blank();
    }

    /// Its deadline, rounds, organisations and status, and what it follows.
    fn terms(&mut self, context: &Context, row: &ResolutionRow) {
        let (words, resolution) = (context.words, &row.resolution);
        self.add(words.say("field-deadline"), deadline(context, row));
        let own = rounds::pieces(context, row, &resolution.granted(), None, row.status);
        if !own.is_empty() {
            self.add(words.say("field-rounds"), own);
        }
        let mut responsible = cells::responsible(context, resolution);
        if responsible.is_empty() {
            responsible.push(Piece::ours("—").role(Role::Faint));
        }
        self.add(words.say("field-responsible"), responsible);
        self.add(words.say("field-status"), vec![cells::status_piece(context, row)]);
        if resolution.confidential {
            let word = Piece::ours(words.say("paper-confidential")).role(Role::Warn);
            self.add(words.say("head-readers"), vec![word]);
        }
        let vote = vote_pieces(context, row);
        if !vote.is_empty() {
            self.add(words.say("head-vote"), vote);
        }
        if let Some(room) = room_piece(context, row) {
            self.add(words.say("head-room"), vec![room]);
        }
        let files = attachments::pieces(context, &resolution.attachments);
        if !files.is_empty() {
            self.add(words.say("head-attachment"), files);
        }
        let corrected = cells::corrected_pieces(context, resolution);
        if !corrected.is_empty() {
            self.add(words.say("field-corrected"), corrected);
        }
        if let Some(follows) = &resolution.follows {
            let written = Piece::stored(follows.written.clone());
            self.add(words.say("field-follows"), vec![written]);
        }
    }

    /// Its clauses and follow-ups; the label of each kind stands beside the first one.
    fn parts(&mut self, context: &Context, row: &ResolutionRow) {
        let words = context.words;
        let label = |first: bool, id: &str| if first { words.say(id) } else { String::new() };
        for letter in row.resolution.known_letters() {
            let label = label(self.parts.is_empty(), "field-clauses");
            let pieces = clause_pieces(context, row, &letter);
            self.parts.push((ResolutionPart::Clause(letter), self.all.len()));
            self.add(label, pieces);
        }
        if !row.resolution.follow_ups.is_empty() {
            self.blank();
        }
        for (at, follow_up) in row.resolution.follow_ups.iter().enumerate() {
            let pieces = follow_up_pieces(context, follow_up);
            self.parts.push((ResolutionPart::FollowUp(at), self.all.len()));
            self.add(label(at == 0, "field-follow-ups"), pieces);
        }
    }

    /// What should be looked at.
    fn warnings(&mut self, words: &Words, row: &ResolutionRow) {
        if row.warnings.is_empty() {
            return;
        }
        self.blank();
        let warnings = row.warnings.iter();
        let pieces = warnings.map(|warning| Piece::ours(sentences::warning(words, warning)).role(Role::Warn));
        self.add(words.say("field-warnings"), pieces.collect());
    }
}

/// Everything known of a resolution, in the order in which it is read.
pub(super) fn entries(context: &Context, row: &ResolutionRow) -> ResolutionEntries {
    let mut entries = ResolutionEntries::default();
    entries.wording(context, row);
    entries.terms(context, row);
    entries.parts(context, row);
    entries.warnings(context.words, row);
    entries
}

/// The lines of a resolution that is shown beside another page.
pub(in crate::app) fn page_of(context: &Context, columns: u16, row: &ResolutionRow) -> EntryPage {
    EntryPage::new(context.look, columns, entries(context, row).all)
}

/// The vote, and what it comes to by the rule of the body.
fn vote_pieces(context: &Context, row: &ResolutionRow) -> Vec<Piece> {
    let Some(vote) = &row.resolution.vote else {
        return Vec::new();
    };
    let view = context.books.session(&row.session);
    let tallied = view.and_then(|view| view.tallied(&row.resolution));
    let tallied = tallied.map(|tallied| {
        let (said, role) = say::tallied(context.words, tallied);
        Piece::ours(said).role(role)
    });
    let said = Piece::ours(say::vote(context.words, vote));
    std::iter::once(said).chain(tallied).collect()
}

/// Who was there when it was decided, where that time is known.
fn room_piece(context: &Context, row: &ResolutionRow) -> Option<Piece> {
    let view = context.books.session(&row.session)?;
    let room = view.came_about(&row.resolution).room?;
    let (said, role) = say::room(context.words, &room);
    Some(Piece::ours(said).role(role))
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
        let due = extension.due(row.session_date, row.session_after, &granted.answered);
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
    let due = granted.due(row.session_date, row.session_after);
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
        let first = granted.first_due(row.session_date, row.session_after);
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
