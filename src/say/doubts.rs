//! The sentences of what the reader of minutes is not sure of. Does not know where they are shown.

use super::names::presence;
use crate::office::command::{ColumnMeaning, DoubtKind};
use crate::words::Words;

/// What is not sure, as a sentence; the line of the source stands beside it.
pub fn doubt(words: &Words, kind: &DoubtKind) -> String {
    let status = |status| presence(words, status).0;
    match kind {
        DoubtKind::ColumnByItsCells { head, role } => {
            let id = if head.trim().is_empty() {
                "doubt-column-without-head"
            } else {
                "doubt-column"
            };
            let args = [("head", head.into()), ("role", words.say(column(*role)).into())];
            words.say_with(id, &args)
        }
        DoubtKind::NamedTwice { name } => words.say_with("doubt-named-twice", &[("name", name.into())]),
        DoubtKind::SeatTwice {
            seat,
            first,
            second,
            taken,
        } => {
            let args = [
                ("seat", seat.into()),
                ("first", status(*first).into()),
                ("second", status(*second).into()),
                ("taken", status(*taken).into()),
            ];
            words.say_with("doubt-seat-twice", &args)
        }
        DoubtKind::PerhapsSeat { name, seat } => words.say_with(
            "doubt-perhaps-seat",
            &[("name", name.into()), ("seat", seat.into())],
        ),
        DoubtKind::SeatIsNew { name } => words.say_with("doubt-seat-is-new", &[("name", name.into())]),
        DoubtKind::NoSuchDay { written } => {
            words.say_with("doubt-no-such-day", &[("written", written.into())])
        }
        DoubtKind::RowIsNoResolution => words.say("doubt-row-is-no-resolution"),
        DoubtKind::RowsMissing { numbered, read } => words.say_with(
            "doubt-rows-missing",
            &[("numbered", (*numbered).into()), ("read", (*read).into())],
        ),
    }
}

fn column(meaning: ColumnMeaning) -> &'static str {
    match meaning {
        ColumnMeaning::Row => "column-meaning-row",
        ColumnMeaning::Subject => "column-meaning-subject",
        ColumnMeaning::Text => "column-meaning-text",
        ColumnMeaning::Deadline => "column-meaning-deadline",
        ColumnMeaning::Responsible => "column-meaning-responsible",
        ColumnMeaning::Remark => "column-meaning-remark",
    }
}
