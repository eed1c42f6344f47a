//! The sentences of warnings, refusals and failures. Does not know where they are shown.

use super::say::weekday;
use crate::domain::warnings::Warning;
use crate::office::command::{Failure, Notice, Refusal};
use crate::search::{FilterError, FilterErrorKind};
use crate::words::Words;

/// What the secretary should look at.
pub fn warning(words: &Words, warning: &Warning) -> String {
    let day = |day| words.day(day);
    match warning {
        Warning::NoDate => words.say("warning-no-date"),
        Warning::InvitationAfterSession { invitation } => words.say_with(
            "warning-invitation-after-session",
            &[("date", day(*invitation).into())],
        ),
        Warning::WeekdayDiffers { written, date } => {
            let args = [
                ("written", written.into()),
                ("date", day(*date).into()),
                ("weekday", weekday(words, *date).into()),
            ];
            words.say_with("warning-weekday-differs", &args)
        }
        Warning::RowGap { after, before } => words.say_with(
            "warning-row-gap",
            &[("after", (*after).into()), ("before", (*before).into())],
        ),
        Warning::RowRepeated { row } => words.say_with("warning-row-repeated", &[("row", (*row).into())]),
        Warning::NearDuplicate { other, other_row } => words.say_with(
            "warning-near-duplicate",
            &[("row", other_row.unwrap_or(*other).into())],
        ),
        Warning::DateBeforeSession { written, .. } => {
            words.say_with("warning-date-before-session", &[("written", written.into())])
        }
        Warning::DeadlineUnclear { written } => {
            words.say_with("warning-deadline-unclear", &[("written", written.into())])
        }
    }
}

/// What is to be known about a change that was carried out.
pub fn notice(words: &Words, notice: &Notice) -> String {
    match notice {
        Notice::QuorumNotMet { present, needed } => words.say_with(
            "notice-quorum-not-met",
            &[("present", (*present).into()), ("needed", (*needed).into())],
        ),
    }
}

/// Why nothing was changed.
pub fn failure(words: &Words, failure: &Failure) -> String {
    match failure {
        Failure::Refused(why) => refusal(words, why),
        Failure::StoreFull => words.say("failure-store-full"),
        Failure::StoreReadOnly => words.say("failure-store-read-only"),
        Failure::Store(what) => words.say_with("failure-store", &[("what", what.into())]),
    }
}

fn refusal(words: &Words, refusal: &Refusal) -> String {
    match refusal {
        Refusal::SessionIsFinal => words.say("refusal-session-is-final"),
        Refusal::RecordIsStale => words.say("refusal-record-is-stale"),
        Refusal::NoSuchRecord(id) => words.say_with("refusal-no-such-record", &[("id", id.into())]),
        Refusal::FieldIsEmpty("name") => words.say("refusal-field-is-empty-name"),
        Refusal::FieldIsEmpty(_) => words.say("refusal-field-is-empty-text"),
        Refusal::RowIsTaken(row) => words.say_with("refusal-row-is-taken", &[("row", (*row).into())]),
        Refusal::OrdinalIsTaken { ordinal, session } => {
            let args = [
                ("ordinal", (*ordinal).into()),
                ("session", session.as_str().into()),
            ];
            words.say_with("refusal-ordinal-is-taken", &args)
        }
        Refusal::AlreadyImported(session) => words.say_with(
            "refusal-already-imported",
            &[("session", session.as_str().into())],
        ),
        Refusal::BodyIsUnknown => words.say("refusal-body-is-unknown"),
        Refusal::DateIsUnknown => words.say("refusal-date-is-unknown"),
        Refusal::IdIsTaken(id) => words.say_with("refusal-id-is-taken", &[("id", id.into())]),
        Refusal::NothingToUndo => words.say("refusal-nothing-to-undo"),
        Refusal::ChangedSince => words.say("refusal-changed-since"),
        Refusal::StateNotReachable => words.say("refusal-state-not-reachable"),
    }
}

/// Why a filter could not be read.
pub fn filter_error(words: &Words, error: &FilterError) -> String {
    let id = match error.kind {
        FilterErrorKind::UnknownField => "filter-unknown-field",
        FilterErrorKind::UnknownValue => "filter-unknown-value",
        FilterErrorKind::MissingValue => "filter-missing-value",
        FilterErrorKind::OpenQuotation => "filter-open-quotation",
    };
    words.say_with(
        id,
        &[
            ("part", error.part.as_str().into()),
            ("position", (error.position + 1).into()),
        ],
    )
}
