//! The rows of the review: matters first, then what was understood, part by part. Does not know what answers do.

use super::choices::choices;
use super::{AskedMatter, ImportPage, ReviewedRow};
use crate::app::context::Context;
use crate::app::say::{self, doubts};
use crate::app::screens::tables::table_of;
use crate::domain::attendance::Presence;
use crate::domain::resolution::Resolution;
use crate::office::command::ImportedSession;
use crate::office::intake::{MatterAbout, ReadPart, Reviewed};
use crate::ui::{Piece, Role, Table, TableCell};

/// The columns of the page, in a list so wide.
pub(super) fn table(context: &Context, columns: u16) -> Table {
    let meaning = (columns / 4).clamp(14, 26);
    let kind = 12;
    let what = Table::left_for_one_more(columns, &[1, kind, meaning]);
    let heads = [
        ("intake-column-sign", 1),
        ("intake-column-kind", kind),
        ("intake-column-what", what),
        ("intake-column-meaning", meaning),
    ];
    table_of(context, &heads, 1, false)
}

impl ImportPage {
    /// The cells of a row.
    pub(super) fn cells(&self, context: &Context, at: usize) -> Vec<TableCell> {
        let (Some(row), Some(reviewed)) = (self.row(at), &self.reviewed) else {
            return Vec::new();
        };
        match row {
            ReviewedRow::Matter(at) => self
                .asked
                .get(at)
                .map_or_else(Vec::new, |asked| matter(context, asked)),
            ReviewedRow::Place(at) => {
                let place = reviewed.places.get(at);
                place.map_or_else(Vec::new, |place| part(context, reviewed, place.part))
            }
        }
    }
}

fn row(sign: (&str, Role), kind: String, what: Piece, meaning: Piece) -> Vec<TableCell> {
    vec![
        vec![Piece::ours(sign.0).role(sign.1)],
        vec![Piece::ours(kind).role(sign.1)],
        vec![what],
        vec![meaning],
    ]
}

fn matter(context: &Context, asked: &AskedMatter) -> Vec<TableCell> {
    let words = context.words;
    let about = &asked.matter.about;
    let (sign, role) = match asked {
        asked if asked.is_open() => ("؟", Role::Warn),
        asked if asked.is_gone => ("·", Role::Faint),
        _ => ("✓", Role::Good),
    };
    let kind = words.say(kind(about));
    let what = match about {
        MatterAbout::RowsMissing { numbered, read } => {
            let args = [("numbered", (*numbered).into()), ("read", (*read).into())];
            Piece::ours(words.say_with("intake-rows-missing", &args))
        }
        MatterAbout::Date { written: None, .. } => Piece::ours(words.say("intake-no-date")),
        MatterAbout::Other(doubt) => Piece::ours(doubts::doubt(words, &doubt.kind)),
        about => Piece::stored(subject(about)),
    };
    let meaning = match about {
        MatterAbout::Date { day, .. } => day.map(|day| words.day(day)),
        about => {
            let held = choices(context, about).into_iter().find(|choice| choice.holds);
            held.map(|choice| choice.label).or_else(|| typed_meaning(about))
        }
    };
    let meaning = Piece::ours(meaning.unwrap_or_else(|| words.say("intake-unknown"))).role(role);
    row((sign, role), kind, what, meaning)
}

/// What is said in words that are among no choices.
fn typed_meaning(about: &MatterAbout) -> Option<String> {
    match about {
        MatterAbout::Deadline { meaning, .. } => meaning.clone(),
        _ => None,
    }
}

fn kind(about: &MatterAbout) -> &'static str {
    match about {
        MatterAbout::Column { .. } => "intake-column",
        MatterAbout::Heading { .. } => "intake-line",
        MatterAbout::Deadline { .. } => "intake-deadline",
        MatterAbout::Seat { .. } => "intake-name",
        MatterAbout::Organisation { .. } => "intake-organisation",
        MatterAbout::Twice { .. } => "intake-twice",
        MatterAbout::Body { .. } => "intake-body",
        MatterAbout::Date { .. } => "intake-date",
        MatterAbout::RowsMissing { .. } => "intake-rows",
        MatterAbout::Other(_) => "intake-other",
    }
}

fn subject(about: &MatterAbout) -> String {
    match about {
        MatterAbout::Column { head, .. } => head.clone(),
        MatterAbout::Heading { text, .. } => text.clone(),
        MatterAbout::Deadline { written, .. } => written.clone(),
        MatterAbout::Seat { name, .. }
        | MatterAbout::Organisation { name, .. }
        | MatterAbout::Twice { name, .. }
        | MatterAbout::Body { name, .. } => name.clone(),
        MatterAbout::Date { written, .. } => written.clone().unwrap_or_default(),
        MatterAbout::RowsMissing { .. } | MatterAbout::Other(_) => String::new(),
    }
}

/// A part of what was understood.
fn part(context: &Context, reviewed: &Reviewed, part: ReadPart) -> Vec<TableCell> {
    let session = &reviewed.session;
    let role = match part {
        ReadPart::Resolution(_) => Role::Plain,
        _ => Role::Faint,
    };
    let kind = part_kind(context, session, part);
    let what = part_what(context, session, part);
    row(("", role), kind, what, part_meaning(context, session, part))
}

fn part_kind(context: &Context, session: &ImportedSession, part: ReadPart) -> String {
    let words = context.words;
    let word = match part {
        ReadPart::Head => "intake-session",
        ReadPart::Meeting => "intake-meeting",
        ReadPart::Agenda => "section-agenda",
        ReadPart::Attendance => "section-attendance",
        ReadPart::Guests => "reading-guests",
        ReadPart::Notes => "section-talk",
        ReadPart::Annexes => "section-annexes",
        ReadPart::Signatures => "section-signatures",
        ReadPart::Kept(_) => "tab-raw",
        ReadPart::Resolution(at) => {
            let row = session.resolutions.get(at).and_then(|resolution| resolution.row);
            let number = row.map_or_else(|| words.number(at + 1), |row| words.number(row));
            return words.say_with("intake-resolution", &[("row", number.into())]);
        }
    };
    words.say(word)
}

/// The words of a part, or the first of them.
fn part_what(context: &Context, session: &ImportedSession, part: ReadPart) -> Piece {
    let head = &session.session;
    let first = match part {
        ReadPart::Meeting => return meeting(context, session),
        ReadPart::Attendance => return attendance(context, session),
        ReadPart::Head => Some(session.body_name.clone()),
        ReadPart::Agenda => head.agenda.first().map(|item| item.title.clone()),
        ReadPart::Guests => head.guests.first().map(|guest| guest.name.clone()),
        ReadPart::Notes => session.notes.first().map(|note| note.text.clone()),
        ReadPart::Resolution(at) => session.resolutions.get(at).map(|one| one.text.clone()),
        ReadPart::Annexes => head.annexes.iter().find_map(|annex| annex.title.clone()),
        ReadPart::Signatures => Some(head.signatures.join("، ")),
        ReadPart::Kept(at) => session.source.kept.get(at).map(|line| line.text.clone()),
    };
    Piece::stored(first.unwrap_or_default())
}

/// What stands beside it: a count, a day, who is to act and until when.
fn part_meaning(context: &Context, session: &ImportedSession, part: ReadPart) -> Piece {
    let words = context.words;
    let head = &session.session;
    let count = match part {
        ReadPart::Head => return ordinal_and_day(context, session),
        ReadPart::Meeting => {
            let start = head.start.map(|start| words.time(start));
            return Piece::ours(start.unwrap_or_default());
        }
        ReadPart::Resolution(at) => return session.resolutions.get(at).map_or(Piece::ours(""), duty),
        ReadPart::Kept(_) => return Piece::ours(""),
        ReadPart::Agenda => head.agenda.len(),
        ReadPart::Attendance => session.attendance.len(),
        ReadPart::Guests => head.guests.len(),
        ReadPart::Notes => session.notes.len(),
        ReadPart::Annexes => head.annexes.len(),
        ReadPart::Signatures => head.signatures.len(),
    };
    Piece::ours(words.number(count)).role(Role::Faint)
}

fn ordinal_and_day(context: &Context, session: &ImportedSession) -> Piece {
    let words = context.words;
    let ordinal = session.session.ordinal.map(|ordinal| words.number(ordinal));
    let day = session.session.date.map(|day| words.day(day));
    let parts: Vec<String> = ordinal.into_iter().chain(day).collect();
    Piece::ours(parts.join(" · "))
}

fn meeting(context: &Context, session: &ImportedSession) -> Piece {
    let head = &session.session;
    let parts = [&head.place, &head.chair, &head.secretary];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    match parts.is_empty() {
        true => Piece::ours(context.words.say("intake-unknown")).role(Role::Faint),
        false => Piece::stored(parts.join(" · ")),
    }
}

/// How many took part in each way.
fn attendance(context: &Context, session: &ImportedSession) -> Piece {
    let counts = Presence::ALL.into_iter().filter_map(|presence| {
        let of_it = session
            .attendance
            .iter()
            .filter(|(_, mark)| mark.status == presence);
        let count = of_it.count();
        let said = say::presence(context.words, presence).0;
        (count > 0).then(|| format!("{said} {}", context.words.number(count)))
    });
    Piece::ours(counts.collect::<Vec<_>>().join(" · "))
}

/// Who is to act, and until when.
fn duty(resolution: &Resolution) -> Piece {
    let deadline = resolution
        .deadline
        .as_ref()
        .map(|deadline| deadline.written.as_str());
    let responsible = resolution.responsible.first().map(|one| one.written.as_str());
    let both: Vec<&str> = responsible.into_iter().chain(deadline).collect();
    Piece::stored(both.join(" · "))
}
