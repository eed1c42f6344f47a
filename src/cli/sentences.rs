//! The sentences of failures, warnings and damage. Does not know where they are shown.

use super::fault::Fault;
use crate::calendar::{Day, Weekday, weekday_name};
use crate::domain::warnings::Warning;
use crate::office::command::{Failure, Refusal};
use crate::search::{FilterError, FilterErrorKind};
use crate::store::{CheckFault, Fault as JournalFault, Mended, StoreError};
use crate::words::{Lang, Words};
use std::path::Path;

/// The weekday of a day in the language of the interface.
pub(super) fn weekday(words: &Words, day: Day) -> String {
    if words.lang() == Lang::Fa {
        return weekday_name(day.weekday()).to_owned();
    }
    words.say(match day.weekday() {
        Weekday::Sat => "weekday-saturday",
        Weekday::Sun => "weekday-sunday",
        Weekday::Mon => "weekday-monday",
        Weekday::Tue => "weekday-tuesday",
        Weekday::Wed => "weekday-wednesday",
        Weekday::Thu => "weekday-thursday",
        Weekday::Fri => "weekday-friday",
    })
}

/// What the secretary should look at.
pub(super) fn warning(words: &Words, warning: &Warning) -> String {
    match warning {
        Warning::NoDate => words.say("warning-no-date"),
        Warning::InvitationAfterSession { invitation } => words.say_with(
            "warning-invitation-after-session",
            &[("date", words.day(*invitation).into())],
        ),
        Warning::WeekdayDiffers { written, date } => {
            let (day, weekday) = (words.day(*date), weekday(words, *date));
            let args = [
                ("written", written.into()),
                ("date", day.into()),
                ("weekday", weekday.into()),
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

/// The sentences of warnings without marks of direction, for JSON.
pub(super) fn plain_warnings(words: &Words, warnings: &[Warning]) -> Vec<String> {
    warnings
        .iter()
        .map(|w| super::output::without_marks(&warning(words, w)))
        .collect()
}

/// Why nothing was changed. What the store itself reported is for the trace, not for the person.
pub(super) fn failure(words: &Words, failure: &Failure) -> String {
    match failure {
        Failure::Refused(why) => refusal(words, why),
        Failure::StoreFull => words.say("failure-store-full"),
        Failure::StoreReadOnly => words.say("failure-store-read-only"),
        Failure::Store(_) => words.say("fault-store"),
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

/// Why a filter could not be read, pointing at the place.
pub(super) fn filter_error(words: &Words, error: &FilterError) -> String {
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

/// The fault that an error of the store is.
pub(super) fn store_fault(words: &Words, error: &StoreError) -> Fault {
    let about = |id: &str, path: &Path| words.say_with(id, &[("path", path.display().to_string().into())]);
    match error {
        StoreError::LaterVersion { .. } => Fault::not_done(words.say("store-later-version")),
        StoreError::NotAStore { folder } => Fault::not_done(about("store-not-a-store", folder)),
        StoreError::NotFound { path } => Fault::not_done(about("store-not-found", path)),
        StoreError::NotEmpty { folder } => Fault::not_done(about("store-not-empty", folder)),
        StoreError::Locked { folder } => Fault::not_done(about("store-locked", folder)),
        StoreError::ReadOnly { path } => Fault::not_done(about("store-read-only", path)),
        StoreError::Full { path } => Fault::not_done(about("store-full", path)),
        StoreError::BackupDamaged { file } => Fault::damaged(about("store-backup-damaged", file)),
        StoreError::JournalDamaged(damage) => {
            let folder = damage.file.parent().unwrap_or(&damage.file);
            let places = damage.faults.iter().map(|fault| journal_fault(words, fault));
            let head = words.say_with(
                "store-journal-damaged",
                &[
                    ("path", folder.display().to_string().into()),
                    ("readable", damage.readable.into()),
                ],
            );
            Fault::damaged(std::iter::once(head).chain(places).collect::<Vec<_>>().join("\n"))
        }
        StoreError::RecordLater { .. } => Fault::not_done(words.say("store-later-version")),
        StoreError::RecordDamaged { tree, key, .. } => {
            let record = format!("{}/{key}", tree.name());
            Fault::damaged(words.say_with("store-record-damaged", &[("record", record.into())]))
        }
        StoreError::SledDamaged(_) => Fault::damaged(words.say("store-sled-damaged")),
        StoreError::Stale { .. } => Fault::not_done(words.say("refusal-record-is-stale")),
        StoreError::NotARecord { .. } => Fault::not_done(words.say("fault-store")),
        StoreError::Io { path, .. } => Fault::not_done(about("store-io", path)),
    }
}

fn journal_fault(words: &Words, fault: &JournalFault) -> String {
    match fault {
        JournalFault::Missing => words.say("journal-missing"),
        JournalFault::Head => words.say("journal-head"),
        JournalFault::Line { offset_byte, after } => words.say_with(
            "journal-line",
            &[("byte", (*offset_byte).into()), ("after", (*after).into())],
        ),
        JournalFault::Order { after, found, .. } => words.say_with(
            "journal-order",
            &[("after", (*after).into()), ("found", (*found).into())],
        ),
        JournalFault::Chain { seq, .. } => words.say_with("journal-chain", &[("entry", (*seq).into())]),
        JournalFault::Short { last, sled_holds } => words.say_with(
            "journal-short",
            &[("last", (*last).into()), ("holds", (*sled_holds).into())],
        ),
    }
}

/// What a check found, place by place, and what to do.
pub(super) fn damage(words: &Words, folder: &Path, faults: &[CheckFault]) -> String {
    let head = words.say_with("store-unsound", &[("path", folder.display().to_string().into())]);
    let place = |fault: &CheckFault| match fault {
        CheckFault::Journal(fault) => journal_fault(words, fault),
        CheckFault::Before { seq, tree, key } => {
            let record = format!("{}/{key}", tree.name());
            words.say_with(
                "check-before",
                &[("entry", (*seq).into()), ("record", record.into())],
            )
        }
        CheckFault::Differs { tree, key } => words.say_with(
            "check-differs",
            &[("record", format!("{}/{key}", tree.name()).into())],
        ),
        CheckFault::Tally { tree } => words.say_with("check-tally", &[("tree", tree.name().into())]),
        CheckFault::Record(StoreError::RecordLater { tree, key, .. }) => words.say_with(
            "check-later",
            &[("record", format!("{}/{key}", tree.name()).into())],
        ),
        CheckFault::Record(StoreError::RecordDamaged { tree, key, .. }) => words.say_with(
            "store-record-damaged",
            &[("record", format!("{}/{key}", tree.name()).into())],
        ),
        CheckFault::Record(_) => words.say("store-sled-damaged"),
    };
    std::iter::once(head)
        .chain(faults.iter().map(place))
        .collect::<Vec<_>>()
        .join("\n")
}

/// What was set right when the store was opened.
pub(super) fn mended(words: &Words, mended: &Mended) -> String {
    match mended {
        Mended::TornEntry { bytes, .. } => words.say_with("mended-torn", &[("bytes", (*bytes).into())]),
        Mended::LineEnd { seq } => words.say_with("mended-line-end", &[("entry", (*seq).into())]),
        Mended::CaughtUp { from, to } => words.say_with(
            "mended-caught-up",
            &[("from", (*from).into()), ("to", (*to).into())],
        ),
        Mended::SledRebuilt {
            set_aside,
            records,
            drafts_kept,
            ..
        } => {
            let aside = set_aside
                .as_ref()
                .map(|path| path.display().to_string())
                .unwrap_or_default();
            let args = [("records", (*records).into()), ("path", aside.into())];
            let id = if set_aside.is_some() {
                "mended-rebuilt-aside"
            } else {
                "mended-rebuilt"
            };
            let rebuilt = words.say_with(id, &args);
            match drafts_kept {
                Some(_) => rebuilt,
                None => format!("{rebuilt}\n{}", words.say("mended-drafts-lost")),
            }
        }
        Mended::SledPartSetAside { .. } => words.say("mended-part"),
        Mended::LeftoverRemoved { file } => {
            words.say_with("mended-leftover", &[("path", file.display().to_string().into())])
        }
    }
}
