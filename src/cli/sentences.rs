//! The sentences of failures, warnings and damage. Does not know where they are shown.

use super::fault::Fault;
use crate::calendar::{tehran_day, tehran_time};
use crate::office::command::{DiskError, Failure, StoreFailure};
use crate::office::soundness::{RecordFault, RecordFaultKind};
use crate::say::{obstacles, sentences};
use crate::search::FilterError;
use crate::store::{CheckFault, DamagedPlace as JournalFault, Mended, Opener, StoreError, Tree, WrongBefore};
use crate::words::Words;
use std::path::Path;

/// Why nothing was changed. What the store itself reported is for the trace, not for the person.
pub(super) fn failure(words: &Words, failure: &Failure) -> String {
    match failure {
        Failure::Store(why) => words.say_with("fault-store", &obstacles::of_store(words, *why)),
        Failure::Refused(_) => sentences::failure(words, failure),
    }
}

/// Why a filter could not be read, pointing at the place, and what can be written.
pub(super) fn filter_error(words: &Words, error: &FilterError) -> String {
    format!(
        "{}\n{}",
        sentences::filter_error(words, error),
        words.say("filter-hint")
    )
}

/// That somebody has the store open: who, since when, by which process.
fn open_with(words: &Words, folder: &Path, opener: &Opener) -> String {
    let Opener {
        person,
        process,
        since,
    } = opener;
    let since = format!(
        "{} {}",
        words.day(tehran_day(*since)),
        words.time(tehran_time(*since))
    );
    words.say_with(
        "store-open-with",
        &[
            ("path", folder.display().to_string().into()),
            ("person", person.clone().into()),
            ("since", since.into()),
            ("process", process.to_string().into()),
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
        StoreError::Locked { folder, opener: None } => Fault::not_done(about("store-locked", folder)),
        StoreError::Locked {
            folder,
            opener: Some(opener),
        } => Fault::not_done(open_with(words, folder, opener)),
        StoreError::InStore { folder } => Fault::not_done(about("write-in-store", folder)),
        StoreError::JournalAway { path } => Fault::damaged(about("store-journal-away", path)),
        StoreError::Disk { path, error, .. } => Fault::not_done(of_disk(words, "store-disk", path, *error)),
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
        StoreError::NotARecord { .. } => {
            Fault::not_done(words.say_with("fault-store", &obstacles::of_store(words, StoreFailure::Unfit)))
        }
    }
}

/// A sentence about a path, with what the disk reported and what to do.
pub(super) fn of_disk(words: &Words, id: &str, path: &Path, error: DiskError) -> String {
    let [cause, remedy] = obstacles::of_disk(words, error);
    words.say_with(id, &[("path", path.display().to_string().into()), cause, remedy])
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
        CheckFault::Before(WrongBefore { seq, tree, key }) => {
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

/// Records that the store gives back as they were written, but that are not what they should be.
pub(super) fn record_faults(words: &Words, faults: &[RecordFault]) -> String {
    let place = |fault: &RecordFault| {
        let RecordFault { tree, key, kind } = fault;
        let record = ("record", format!("{}/{key}", tree.name()).into());
        match kind {
            RecordFaultKind::Unread => words.say_with("record-unread", &[record]),
            RecordFaultKind::OfLaterVersion => words.say_with("check-later", &[record]),
            RecordFaultKind::OtherKey(own) => {
                words.say_with("record-other-key", &[record, ("own", own.into())])
            }
            RecordFaultKind::NamesNobody(named, key) => {
                let named = format!("{}/{key}", named.name());
                words.say_with("record-names-nobody", &[record, ("named", named.into())])
            }
        }
    };
    let head = words.say("records-unsound");
    std::iter::once(head)
        .chain(faults.iter().map(place))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Which records are missing from what was printed or written, since they cannot be read.
pub(super) fn gone_past(words: &Words, records: &[(Tree, String)]) -> String {
    let names: Vec<String> = records
        .iter()
        .map(|(tree, key)| format!("{}/{key}", tree.name()))
        .collect();
    let args = [
        ("count", records.len().into()),
        ("records", names.join("، ").into()),
    ];
    words.say_with("records-gone-past", &args)
}

/// What was set right when the store was opened.
pub(super) fn mended(words: &Words, mended: &Mended) -> String {
    match mended {
        Mended::TornEntry {
            bytes,
            set_aside,
            is_known,
            offset_byte: _,
        } => {
            let aside = set_aside.display().to_string();
            let args = [("bytes", (*bytes).into()), ("path", aside.into())];
            let id = if *is_known {
                "mended-torn"
            } else {
                "mended-torn-unknown"
            };
            words.say_with(id, &args)
        }
        Mended::LineEnd { seq } => words.say_with("mended-line-end", &[("entry", (*seq).into())]),
        Mended::CaughtUp { from, to } => words.say_with(
            "mended-caught-up",
            &[("from", (*from).into()), ("to", (*to).into())],
        ),
        Mended::SledRebuilt {
            set_aside,
            records,
            drafts_lost,
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
            match drafts_lost {
                false => rebuilt,
                true => format!("{rebuilt}\n{}", words.say("mended-drafts-lost")),
            }
        }
        Mended::DraftsDamaged { lines, set_aside } => {
            let aside = set_aside.as_deref().unwrap_or(Path::new(""));
            let path = aside.display().to_string();
            words.say_with(
                "mended-drafts-damaged",
                &[("count", (*lines).into()), ("path", path.into())],
            )
        }
        Mended::SledPartSetAside { .. } => words.say("mended-part"),
        Mended::LeftoverRemoved { file } => {
            words.say_with("mended-leftover", &[("path", file.display().to_string().into())])
        }
    }
}
