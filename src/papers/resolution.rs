//! A resolution as a document: its wording, its terms, its clauses each with their own, what came of it.
//! Does not know the session it stands in beyond its notes.

use super::attached::attachment_text;
use super::labelled;
use super::terms::{self, DOT};
use crate::calendar::Day;
use crate::domain::ids::NoteId;
use crate::domain::resolution::{ClauseState, Reference, Resolution};
use crate::domain::room::RoomThen;
use crate::domain::session::Note;
use crate::domain::vote::{Tallied, Vote};
use crate::domain::warnings::Warning;
use crate::exchange::paper::{Block, LabelledText, Text};
use crate::office::query::{CameAbout, ResolutionRow};
use crate::say::{self, sentences};
use crate::words::Words;

/// Everything that people read about a resolution, as it stands on `today`. `notes` are those of its session, for the
/// number of the one that it was made from.
pub fn resolution(words: &Words, row: &ResolutionRow, notes: &[Note], today: Day) -> Vec<Block> {
    // The session's own page names the session; the earliest day of all parts is for lists: here each part has its own.
    let ResolutionRow {
        resolution: record,
        session: _,
        body: _,
        body_name: _,
        session_date: _,
        session_ordinal: _,
        session_year: _,
        session_after: _,
        status,
        due: _,
        first_due: _,
        overdue: _,
        missed: _,
        warnings,
        came_about,
    } = row;
    let own = terms::standing(words, row, &record.granted(), *status, today);
    let status = Text::ours(say::status_of_row(words, row).0);
    let clauses = record.known_letters().into_iter();
    let clauses = clauses.flat_map(|letter| clause(words, row, &letter, today));
    let mut blocks = wording_and_terms(
        words,
        record,
        notes,
        [own.due, status],
        clauses.collect(),
        came_about,
    );
    blocks.extend(warned(words, warnings));
    blocks
}

/// The record in reading order, with what was derived from it: its day and status, and its clauses.
fn wording_and_terms(
    words: &Words,
    record: &Resolution,
    notes: &[Note],
    [due, derived_status]: [Text; 2],
    of_clauses: Vec<LabelledText>,
    came_about: &CameAbout,
) -> Vec<Block> {
    let Resolution {
        id,
        position: _,
        row,
        subject,
        text,
        clauses: _,
        deadline,
        responsible,
        status: _,
        follow_ups,
        follows,
        from_note,
        agenda_item,
        extensions,
        agreed,
        vote,
        confidential,
        attachments,
        corrected,
        // What a later version wrote has no words here.
        extra: _,
    } = record;
    let CameAbout { room, tallied } = came_about;
    let field = |id, value| labelled(words, id, value);
    let number = |number: &Option<u32>| number.map(|n| Text::ours(words.number(n))).unwrap_or_default();
    let head = [
        field("head-id", Text::stored(id.as_str())),
        field("head-row", number(row)),
        field("head-subject", Text::some(subject.as_ref())),
    ];
    let agreed = agreed
        .then(|| Text::ours(words.say("paper-agreed")))
        .unwrap_or_default();
    let mut terms = vec![
        field("head-deadline", terms::written(deadline.as_ref())),
        field("head-due", due),
        field("head-responsible", terms::responsible(responsible)),
        field("head-status", derived_status),
        field("head-follows", follows_text(follows.as_ref())),
        field("paper-from-note", made_from(words, from_note.as_ref(), notes)),
        field("field-note-item", number(agenda_item)),
        field("paper-read-back", agreed),
        field("head-vote", vote_text(words, vote.as_ref(), tallied)),
        field("head-room", room_text(words, room.as_ref())),
        field("head-there", there(room.as_ref())),
        field("head-readers", confidential_text(words, *confidential)),
        field("head-corrected", terms::corrections(words, corrected)),
    ];
    terms.extend(terms::extensions(words, extensions));
    let files = attachments.iter().map(|one| attachment_text(words, one));
    terms.extend(files.map(|text| field("head-attachment", text)));
    terms.extend(of_clauses);
    let answers = follow_ups.iter().map(|one| terms::follow_up(words, one));
    terms.extend(answers.map(|text| field("head-follow-up", text)));
    vec![
        Block::Head(LabelledText::filled(head)),
        Block::Paragraph(Text::stored(text)),
        Block::Head(LabelledText::filled(terms)),
    ]
}

/// What of a clause is read aloud: who is to act and the deadline with its day; none where it has nothing of its own.
pub fn clause_terms(words: &Words, row: &ResolutionRow, letter: &str, today: Day) -> Option<LabelledText> {
    let state = row.resolution.clauses.get(letter)?;
    let (parts, _) = own_terms(words, row, letter, state, today);
    let label = terms::clause(words, letter);
    let value = Text::joined(parts, DOT);
    (!value.is_blank()).then_some(LabelledText { label, value })
}

/// A clause with its status, who is to act, its deadline with its day, and its longer times.
fn clause(words: &Words, row: &ResolutionRow, letter: &str, today: Day) -> Vec<LabelledText> {
    let nothing = ClauseState::default();
    let state = row.resolution.clauses.get(letter).unwrap_or(&nothing);
    let (parts, overdue) = own_terms(words, row, letter, state, today);
    let status = Text::ours(say::status(words, state.status, overdue).0);
    let label = terms::clause(words, letter);
    let value = Text::joined(std::iter::once(status).chain(parts), DOT);
    let mut fields = vec![LabelledText { label, value }];
    fields.extend(terms::extensions(words, &state.extensions));
    fields
}

/// Who is to act upon a clause, its deadline and the day of that; and whether it is overdue.
fn own_terms(
    words: &Words,
    row: &ResolutionRow,
    letter: &str,
    state: &ClauseState,
    today: Day,
) -> ([Text; 3], bool) {
    let ClauseState {
        responsible,
        deadline,
        status,
        // Only the whole page tells each of the longer times.
        extensions: _,
    } = state;
    let granted = row.resolution.granted_to(letter, state);
    let standing = terms::standing(words, row, &granted, *status, today);
    let parts = [
        terms::responsible(responsible),
        terms::written(deadline.as_ref()),
        standing.due,
    ];
    (parts, standing.overdue)
}

/// The words by which a resolution names the one it follows.
pub(super) fn follows_text(follows: Option<&Reference>) -> Text {
    let written = follows.map(
        |Reference {
             written,
             resolution: _,
         }| written,
    );
    Text::some(written)
}

fn vote_text(words: &Words, vote: Option<&Vote>, tallied: &Option<Tallied>) -> Text {
    vote.map(|vote| Text::ours(say::voted(words, vote, *tallied)))
        .unwrap_or_default()
}

fn room_text(words: &Words, room: Option<&RoomThen>) -> Text {
    room.map(|room| Text::ours(say::room(words, room).0))
        .unwrap_or_default()
}

/// The seats that were there, by name.
fn there(room: Option<&RoomThen>) -> Text {
    let names = room.into_iter().flat_map(|room| &room.there);
    Text::joined(names.map(|(_, name)| Text::stored(name)), "، ")
}

/// «محرمانه», where it is.
pub(super) fn confidential_text(words: &Words, confidential: bool) -> Text {
    let said = confidential.then(|| Text::ours(words.say("paper-confidential")));
    said.unwrap_or_default()
}

/// The number of the note in the session's page; nothing where the note is gone.
fn made_from(words: &Words, note: Option<&NoteId>, notes: &[Note]) -> Text {
    let place = note.and_then(|id| notes.iter().position(|note| note.id == *id));
    place
        .map(|place| Text::ours(words.number(place + 1)))
        .unwrap_or_default()
}

/// What the secretary should look at, a paragraph each.
pub(super) fn warned<'a>(words: &'a Words, warnings: &'a [Warning]) -> impl Iterator<Item = Block> + 'a {
    warnings.iter().map(|warning| {
        let warning = sentences::warning(words, warning);
        Block::Paragraph(Text::ours(
            words.say_with("show-warning", &[("warning", warning.into())]),
        ))
    })
}
