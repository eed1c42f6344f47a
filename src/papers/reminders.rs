//! Reminders (یادآوری): to each organisation what is late or will soon be due, with the earlier reminders named.
//! Does not know which resolutions were selected, nor where a letter goes.

use super::due::{DuePiece, due_pieces};
use super::letters::{
    Addressee, Batch, LetterAsked, LetterBatch, LetterHead, LetterPart, LetterSender, OrganisationNames,
    addressees, closing,
};
use super::{labelled, terms};
use crate::calendar::Day;
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{FollowUp, FollowUpKind, Status};
use crate::exchange::paper::{Block, Paper, PaperCell, PaperColumn, PaperTable, Text};
use crate::office::query::ResolutionRow;
use crate::say;
use crate::words::Words;
use std::cmp::Reverse;

/// One letter for each organisation and body with what of these resolutions is late on `today`, or due within so many
/// days. What is not open, or presses in no part, is in none.
///
/// Who sends them records each with
/// [`Command::AddFollowUps`](crate::office::command::Command::AddFollowUps): over the resolutions of the letter, a
/// follow-up of kind [`FollowUpKind::Reminder`] with the letter's number.
pub fn reminders(
    words: &Words,
    rows: &[ResolutionRow],
    senders: &[LetterSender],
    organisations: &[Organisation],
    asked: &LetterAsked,
    due_within_days: u32,
    today: Day,
) -> LetterBatch {
    let names = OrganisationNames::of(organisations);
    let last = today.plus_days(i64::from(due_within_days));
    let presses = |row: &&ResolutionRow| {
        row.status == Status::Open && (row.overdue || row.due.is_some_and(|due| due <= last))
    };
    let mut batch = Batch::new(asked);
    let mut without_responsible = Vec::new();
    for sender in senders {
        let own = rows
            .iter()
            .filter(|row| row.body == sender.body.id)
            .filter(presses);
        let (whos, nobody) = addressees(own, &names);
        without_responsible.extend(nobody);
        for mut who in whos {
            let tasks = pressing(&mut who, due_within_days, today);
            if !tasks.is_empty() {
                batch.add(&who, &sender.body, |number| {
                    reminder(words, sender, &who, &tasks, asked, number, today)
                });
            }
        }
    }
    LetterBatch {
        letters: batch.finish(),
        without_responsible,
    }
}

/// What presses of each part, the latest first; parts of which nothing does are taken out.
fn pressing(who: &mut Addressee, within_days: u32, today: Day) -> Vec<Vec<DuePiece>> {
    let parts = std::mem::take(&mut who.parts).into_iter();
    let pressing = parts.map(|part| (due_pieces(&part, within_days, today), part));
    let mut pressing: Vec<(Vec<DuePiece>, LetterPart)> =
        pressing.filter(|(pieces, _)| !pieces.is_empty()).collect();
    let first = |pieces: &[DuePiece]| pieces.first().map(|piece| (Reverse(piece.late), piece.due));
    pressing.sort_by_key(|(pieces, _)| first(pieces));
    let (tasks, parts) = pressing.into_iter().unzip();
    who.parts = parts;
    tasks
}

fn reminder(
    words: &Words,
    sender: &LetterSender,
    who: &Addressee,
    tasks: &[Vec<DuePiece>],
    asked: &LetterAsked,
    number: Option<&str>,
    today: Day,
) -> Paper {
    let LetterSender { body, secretary } = sender;
    let is_late = |pieces: &&Vec<DuePiece>| pieces.iter().any(|piece| piece.late > 0);
    let late = tasks.iter().filter(is_late).count();
    let soon = tasks.len() - late;
    let told = match (late, soon) {
        (_, 0) => "letter-reminder-late",
        (0, _) => "letter-reminder-soon",
        _ => "letter-reminder-both",
    };
    let args = [
        ("body", (&body.name).into()),
        ("late", late.into()),
        ("soon", soon.into()),
        ("date", words.day(today).into()),
    ];
    let earlier = earlier_reminders(words, &who.parts);
    let subject = match earlier.is_blank() {
        true => "letter-reminder-subject",
        false => "letter-reminder-subject-again",
    };
    let rows = (1u32..).zip(who.parts.iter().zip(tasks));
    let rows = rows.map(|(place, (part, pieces))| row(words, place, part, pieces, today));
    let mut says = vec![Block::Paragraph(Text::ours(words.say("letter-greeting")))];
    if !earlier.is_blank() {
        says.insert(0, Block::Head(vec![labelled(words, "letter-following", earlier)]));
    }
    says.push(Block::Paragraph(Text::ours(words.say_with(told, &args))));
    says.push(Block::Table(PaperTable {
        columns: columns(words),
        rows: rows.collect(),
        signed: false,
    }));
    says.extend(closing(
        words,
        "letter-reminder-request",
        tasks.len(),
        body,
        secretary.as_ref(),
    ));
    let head = LetterHead {
        number,
        date: asked.date,
        to: Text::stored(&who.name),
        body,
        subject: words.say_with(subject, &args),
    };
    head.letter(words, says)
}

/// The letters by which it was reminded already, each once: «نامه ۱۲/۳۴ (۱۴۰۲/۰۴/۲۰)».
fn earlier_reminders(words: &Words, parts: &[LetterPart]) -> Text {
    let mut named: Vec<(Option<Day>, Text)> = Vec::new();
    for part in parts {
        let reminders = about(part).filter(|one| one.kind == FollowUpKind::Reminder);
        for reminder in reminders {
            let day = reminder.date.map(|day| Text::ours(words.day(day)));
            let told = Text::joined(
                [terms::answered_by(words, reminder), day.unwrap_or_default()],
                &words.say("place-comma"),
            );
            if !told.is_blank() && !named.iter().any(|(_, known)| *known == told) {
                named.push((reminder.date, told));
            }
        }
    }
    named.sort_by_key(|(day, _)| *day);
    Text::joined(named.into_iter().map(|(_, told)| told), "؛ ")
}

/// The follow-ups of a part: of the whole, and of the clauses that are its own.
fn about<'a>(part: &'a LetterPart) -> impl Iterator<Item = &'a FollowUp> {
    let resolution = &part.row.resolution;
    let is_own = |one: &&FollowUp| {
        let Some(letter) = &one.clause else {
            return true;
        };
        let clause = resolution.clauses.get(letter);
        clause.is_none_or(|clause| part.is_about(letter, clause))
    };
    resolution.follow_ups.iter().filter(is_own)
}

fn columns(words: &Words) -> Vec<PaperColumn> {
    let column = |(id, share)| PaperColumn {
        head: Text::ours(words.say(id)),
        share,
    };
    let columns = [
        ("head-row", 6),
        ("letter-passed-in", 18),
        ("letter-text", 36),
        ("letter-due", 18),
        ("letter-past", 22),
    ];
    columns.map(column).into()
}

fn row(words: &Words, place: u32, part: &LetterPart, pieces: &[DuePiece], today: Day) -> Vec<PaperCell> {
    let resolution = &part.row.resolution;
    let ours = |text: Option<String>| text.map(Text::ours).unwrap_or_default();
    let number = resolution
        .row
        .map(|row| words.say_with("letter-passed-row", &[("row", row.into())]));
    let passed = [
        Text::ours(say::session_of(words, part.row)),
        ours(part.row.session_date.map(|day| words.day(day))),
        ours(number),
    ];
    let mut wording = vec![Text::some(resolution.subject.as_ref())];
    wording.extend(resolution.text.lines().map(|line| Text::stored(line.trim())));
    let filled = |cell: &mut PaperCell| cell.retain(|text| !text.is_blank());
    let mut cells = vec![
        vec![Text::ours(words.number(place))],
        passed.into(),
        wording,
        pieces.iter().flat_map(|piece| due(words, piece, today)).collect(),
        about(part).map(|one| terms::follow_up(words, one)).collect(),
    ];
    cells.iter_mut().for_each(filled);
    cells
}

/// The deadline as written, its day, and how many days it is late.
fn due(words: &Words, piece: &DuePiece, today: Day) -> [Text; 2] {
    let clause = piece
        .letter
        .as_ref()
        .map(|letter| format!("{}: ", terms::clause(words, letter)));
    let written = Text::ours(clause.unwrap_or_default()).and(Text::stored(&piece.written));
    let distance = match piece.late {
        0 => say::distance(words, today, piece.due),
        late => words.say_with("letter-days-late", &[("days", late.into())]),
    };
    let missed =
        (piece.missed > 0).then(|| words.say_with("rounds-missed", &[("count", piece.missed.into())]));
    let parts = [Some(words.day(piece.due)), Some(distance), missed];
    let parts = parts.into_iter().flatten().map(Text::ours);
    [written, Text::joined(parts, terms::DOT)]
}
