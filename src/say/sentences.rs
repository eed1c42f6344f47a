//! The sentences of warnings, refusals and failures. Does not know where they are shown.

use super::names::{day_long, name_of, presence, weekday};
use super::obstacles;
use crate::calendar::{Day, TimeOfDay};
use crate::domain::attendance::Presence;
use crate::domain::closing::Missing;
use crate::domain::correction::{Corrected, NotCorrectable};
use crate::domain::ids::{ResolutionId, SeatId};
use crate::domain::session::Session;
use crate::domain::verification::{Agreement, Difference};
use crate::domain::warnings::{OtherSession, Warning};
use crate::office::command::{DiskError, Failure, Notice, Refusal, Touched};
use crate::office::health::StoreNews;
use crate::office::query::{CheckedCode, SessionView};
use crate::search::{FilterError, FilterErrorKind};
use crate::ui::Role;
use crate::words::Words;
use std::path::Path;

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
        Warning::HallTaken { place, other } => {
            let args = [
                ("place", place.into()),
                ("session", other_session(words, other).into()),
            ];
            words.say_with("warning-hall-taken", &args)
        }
        Warning::PersonElsewhere { person, other } => {
            let args = [
                ("person", person.into()),
                ("session", other_session(words, other).into()),
            ];
            words.say_with("warning-person-elsewhere", &args)
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
        Warning::DeadlineNoSuchDay { written } => {
            words.say_with("warning-deadline-no-such-day", &[("written", written.into())])
        }
    }
}

fn other_session(words: &Words, other: &OtherSession) -> String {
    name_of(words, other.ordinal, &other.body)
}

/// What the minutes of `view` still lack.
pub fn missing(words: &Words, view: &SessionView, missing: &Missing) -> String {
    let seat = |id: &SeatId| seat_name(view, id);
    let row = |id: &ResolutionId| row_number(view, id);
    match missing {
        Missing::Date => words.say("missing-date"),
        Missing::Chair => words.say("missing-chair"),
        Missing::Secretary => words.say("missing-secretary"),
        Missing::Tick(id) => words.say_with("missing-tick", &[("seat", seat(id).into())]),
        Missing::Representative(id) => words.say_with("missing-representative", &[("seat", seat(id).into())]),
        Missing::Quorum { present, needed } => words.say_with(
            "missing-quorum",
            &[("present", (*present).into()), ("needed", (*needed).into())],
        ),
        Missing::QuorumLost { at, present, needed } => words.say_with(
            "missing-quorum-lost",
            &[
                ("time", words.time(*at).into()),
                ("present", (*present).into()),
                ("needed", (*needed).into()),
            ],
        ),
        Missing::AgendaItem(number) => {
            let place = usize::try_from(*number).unwrap_or(usize::MAX);
            let item = view.session.agenda.get(place.wrapping_sub(1));
            let title = item.map(|item| item.title.clone()).unwrap_or_default();
            let args = [("number", (*number).into()), ("title", title.into())];
            words.say_with("missing-agenda-item", &args)
        }
        Missing::Row(_) => words.say("missing-row"),
        Missing::RowGap { resolution, after } => words.say_with(
            "missing-row-gap",
            &[("after", (*after).into()), ("row", row(resolution).into())],
        ),
        Missing::RowRepeated(id) => words.say_with("missing-row-repeated", &[("row", row(id).into())]),
        Missing::Responsible(id) => words.say_with("missing-responsible", &[("row", row(id).into())]),
        Missing::Deadline(id) => words.say_with("missing-deadline", &[("row", row(id).into())]),
        Missing::ClauseResponsible(id, letter) => words.say_with(
            "missing-clause-responsible",
            &[("letter", letter.into()), ("row", row(id).into())],
        ),
        Missing::NearName(near) => {
            let args = [
                ("row", row(&near.resolution).into()),
                ("written", near.written.as_str().into()),
                ("known", near.known.as_str().into()),
            ];
            words.say_with("missing-near-name", &args)
        }
        Missing::ClauseDeadline(id, letter) => words.say_with(
            "missing-clause-deadline",
            &[("letter", letter.into()), ("row", row(id).into())],
        ),
    }
}

/// What a correction is about: the minutes, a seat, a note, a resolution.
pub fn corrected(words: &Words, view: &SessionView, about: &Corrected) -> String {
    match about {
        Corrected::Session => words.say("corrected-session"),
        Corrected::Attendance(id) => {
            words.say_with("corrected-attendance", &[("seat", seat_name(view, id).into())])
        }
        Corrected::Note(id) => {
            let place = view.notes.iter().position(|note| note.id == *id);
            words.say_with("corrected-note", &[("number", place.map_or(0, |p| p + 1).into())])
        }
        Corrected::Resolution(id) => {
            words.say_with("corrected-resolution", &[("row", row_number(view, id).into())])
        }
    }
}

fn seat_name(view: &SessionView, id: &SeatId) -> String {
    let found = view.roll.iter().find(|row| row.seat.id == *id);
    found.map(|row| row.seat.name.clone()).unwrap_or_default()
}

/// The row of a resolution, or its place where it has none.
fn row_number(view: &SessionView, id: &ResolutionId) -> u32 {
    let found = (1u32..)
        .zip(&view.resolutions)
        .find(|(_, row)| row.resolution.id == *id);
    found.map_or(0, |(place, row)| row.resolution.row.unwrap_or(place))
}

/// Whether the code of final minutes agrees with them.
pub fn agreement(words: &Words, agreement: Agreement) -> String {
    words.say(match agreement {
        Agreement::Agrees => "code-agrees",
        Agreement::Differs => "code-differs",
        Agreement::LaterVersion => "code-later-version",
    })
}

/// What else is to be known of a code: each field that differs, and what the code does not cover.
pub fn about_code(words: &Words, view: &SessionView, code: &CheckedCode) -> Vec<String> {
    let told = code.differences.iter().map(|one| difference(words, view, one));
    let mut told: Vec<String> = told.collect();
    let uncovered = match (code.covers_surroundings, code.kept_late) {
        (true, _) => None,
        (false, None) => Some(words.say("code-without-names")),
        (false, Some(day)) => {
            let args = [("date", words.day(day).into())];
            Some(words.say_with("code-names-kept-late", &args))
        }
    };
    told.extend(uncovered);
    told
}

/// «حضور و غیاب «شهرداری»، وضعیت: آنچه امضا شد «حاضر»، اکنون «غایب»».
pub fn difference(words: &Words, view: &SessionView, difference: &Difference) -> String {
    let Difference {
        about,
        field,
        first,
        second,
    } = difference;
    let args = [
        ("about", corrected(words, view, about).into()),
        ("field", signed_field(words, field).into()),
        ("first", signed_values(words, field, first).into()),
        ("second", signed_values(words, field, second).into()),
    ];
    words.say_with("code-difference", &args)
}

/// The name of a field of signed minutes; one of a later version by its own name.
pub fn signed_field(words: &Words, field: &str) -> String {
    let id = format!("signed-{}", field.replace('_', "-"));
    match words.has(&id) {
        true => words.say(&id),
        false => field.to_owned(),
    }
}

/// The values of a field of signed minutes as people write them, in one line; words say where there are none.
pub fn signed_values(words: &Words, field: &str, values: &[String]) -> String {
    if values.is_empty() {
        return words.say("signed-nothing");
    }
    let told = values.iter().map(|value| signed_value(words, field, value));
    told.collect::<Vec<_>>().join("، ")
}

/// A value as people write it: days and times in the digits of the interface, ways of being there in words.
fn signed_value(words: &Words, field: &str, value: &str) -> String {
    let day = || Day::from_iso(value).ok().map(|day| words.day(day));
    let time = || TimeOfDay::parse(value).ok().map(|time| words.time(time));
    let told = match field {
        "date" | "invitation_date" | "signed_date" => day(),
        "start" | "end" | "arrived" | "departed" | "note_at" => time(),
        "status" => {
            let found = Presence::ALL.into_iter().find(|one| one.word() == value);
            found.map(|one| presence(words, one).0)
        }
        _ => None,
    };
    told.unwrap_or_else(|| value.to_owned())
}

/// What agrees is good, what differs is bad, and what cannot be told is to be looked at.
pub fn agreement_role(agreement: Agreement) -> Role {
    match agreement {
        Agreement::Agrees => Role::Good,
        Agreement::Differs => Role::Bad,
        Agreement::LaterVersion => Role::Warn,
    }
}

/// Who signed the minutes, and when; none while nobody has.
pub fn signed(words: &Words, session: &Session) -> Option<String> {
    let signing = session.signing.as_ref()?;
    let args = [
        ("chair", signing.chair.as_str().into()),
        ("secretary", signing.secretary.as_str().into()),
        ("date", day_long(words, signing.date).into()),
    ];
    Some(words.say_with("signed-by", &args))
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
        Failure::Store(why) => words.say_with("failure-store", &obstacles::of_store(words, *why)),
    }
}

/// Why nothing could be read.
pub fn unread(words: &Words, failure: &Failure) -> String {
    match failure {
        Failure::Refused(why) => refusal(words, why),
        Failure::Store(why) => words.say_with("failure-unread", &obstacles::of_store(words, *why)),
    }
}

/// Why one of several rows, as it is called, stopped the change of all.
pub fn of_row(words: &Words, row: &str, why: &Failure) -> String {
    let why = match why {
        Failure::Refused(Refusal::NoSuchRecord(_)) => words.say("refusal-row-is-gone"),
        why => failure(words, why),
    };
    words.say_with("refusal-at-row", &[("row", row.into()), ("why", why.into())])
}

/// What a removal would touch: «۳ جلسه، ۱۲ مصوبه».
pub fn touched(words: &Words, touched: &Touched) -> String {
    let Touched {
        sessions,
        resolutions,
        notes,
        marks,
        seats,
        organisations,
        // It is said in place of this.
        refused: _,
    } = touched;
    let counts = [
        ("touched-sessions", *sessions),
        ("touched-resolutions", *resolutions),
        ("touched-notes", *notes),
        ("touched-marks", *marks),
        ("touched-seats", *seats),
        ("touched-organisations", *organisations),
    ];
    let said = counts.into_iter().filter(|(_, count)| *count > 0);
    let said: Vec<String> = said
        .map(|(id, count)| words.say_with(id, &[("count", count.into())]))
        .collect();
    match said.is_empty() {
        true => words.say("touched-nothing"),
        false => {
            let all = said.join(&words.say("place-comma"));
            words.say_with("touched-all", &[("what", all.into())])
        }
    }
}

/// Why a rule refused a change.
pub fn refusal(words: &Words, refusal: &Refusal) -> String {
    let about = |id: &str, name: &'static str, value: &str| words.say_with(id, &[(name, value.into())]);
    match refusal {
        Refusal::BodyHasSigned => words.say("refusal-body-has-signed"),
        Refusal::SeatIsSigned => words.say("refusal-seat-is-signed"),
        Refusal::NotTwo => words.say("refusal-not-two"),
        Refusal::OrderIsTaken { order, seat } => {
            let args = [("order", (*order).into()), ("seat", seat.as_str().into())];
            words.say_with("refusal-order-is-taken", &args)
        }
        Refusal::SessionIsFinal => words.say("refusal-session-is-final"),
        Refusal::RecordIsStale => words.say("refusal-record-is-stale"),
        Refusal::NoSuchRecord(id) => words.say_with("refusal-no-such-record", &[("id", id.into())]),
        Refusal::FieldIsEmpty(field) => words.say(empty_field(field)),
        Refusal::RowIsTaken(row) => words.say_with("refusal-row-is-taken", &[("row", (*row).into())]),
        Refusal::OrdinalIsTaken { ordinal, session } => {
            let args = [
                ("ordinal", (*ordinal).into()),
                ("session", session.as_str().into()),
            ];
            words.say_with("refusal-ordinal-is-taken", &args)
        }
        Refusal::AlreadyImported(session) => about("refusal-already-imported", "session", session.as_str()),
        Refusal::BodyIsUnknown => words.say("refusal-body-is-unknown"),
        Refusal::DateIsUnknown => words.say("refusal-date-is-unknown"),
        Refusal::NamesNobody { record, named } => {
            let args = [("record", record.into()), ("named", named.into())];
            words.say_with("refusal-names-nobody", &args)
        }
        Refusal::IdIsTaken(id) => words.say_with("refusal-id-is-taken", &[("id", id.into())]),
        Refusal::NothingToUndo => words.say("refusal-nothing-to-undo"),
        Refusal::ChangedSince => words.say("refusal-changed-since"),
        Refusal::SignatureStays => words.say("refusal-signature-stays"),
        Refusal::NotificationStays => words.say("refusal-notification-stays"),
        Refusal::NothingToApprove => words.say("refusal-nothing-to-approve"),
        Refusal::EarlierIsNotSigned => words.say("refusal-earlier-is-not-signed"),
        Refusal::SessionIsNotHeld => words.say("refusal-session-is-not-held"),
        Refusal::WasSigned => words.say("refusal-was-signed"),
        Refusal::SessionIsNotFinal => words.say("refusal-session-is-not-final"),
        Refusal::NotCorrectable(NotCorrectable::NoSuchField) => words.say("refusal-no-such-field"),
        Refusal::NotCorrectable(NotCorrectable::NoValue) => words.say("refusal-no-value"),
        Refusal::NoPlaceToSplit => words.say("refusal-no-place-to-split"),
        Refusal::NotTheNext => words.say("refusal-not-the-next"),
        Refusal::DeadlinesDiffer => words.say("refusal-deadlines-differ"),
        Refusal::ClausesCollide => words.say("refusal-clauses-collide"),
        Refusal::FileNotKept { file, why } => file_not_kept(words, file, *why),
        Refusal::AlreadyAttached(name) => about("refusal-already-attached", "name", name),
        Refusal::NotAnotherSession => words.say("refusal-not-another-session"),
        Refusal::BreaksNotInOrder => words.say("refusal-breaks-not-in-order"),
        Refusal::VotesDiffer => words.say("refusal-votes-differ"),
        Refusal::NoSuchClause(letter) => {
            words.say_with("refusal-no-such-clause", &[("letter", letter.into())])
        }
        Refusal::StateNotReachable => words.say("refusal-state-not-reachable"),
        Refusal::AtResolution { resolution, why } => {
            of_row(words, resolution.as_str(), &Failure::Refused((**why).clone()))
        }
    }
}

/// The sentence for a field that must not be empty.
fn empty_field(field: &str) -> &'static str {
    match field {
        "name" => "refusal-field-is-empty-name",
        "deadline" => "refusal-field-is-empty-deadline",
        "reason" => "refusal-field-is-empty-reason",
        _ => "refusal-field-is-empty-text",
    }
}

/// Why the bytes of a file did not come beside the archive.
fn file_not_kept(words: &Words, file: &Path, why: DiskError) -> String {
    let [cause, remedy] = obstacles::of_disk(words, why);
    let path = file.display().to_string();
    words.say_with("refusal-file-not-kept", &[("path", path.into()), cause, remedy])
}

/// What happened to the store: what, why, and what is to be done now.
pub fn store_news(words: &Words, news: &StoreNews) -> String {
    match news {
        StoreNews::JournalDamaged { file, readable } => {
            let args = [("path", file.as_str().into()), ("readable", (*readable).into())];
            words.say_with("news-journal-damaged", &args)
        }
        StoreNews::Remade {
            records,
            set_aside,
            drafts_lost,
        } => {
            let aside = set_aside.as_deref();
            let aside = aside.map(|path| words.say_with("news-set-aside", &[("path", path.into())]));
            let drafts = drafts_lost.then(|| words.say("news-drafts-lost"));
            let head = words.say_with("news-remade", &[("records", (*records).into())]);
            let parts = [Some(head), drafts, aside];
            parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
        }
        StoreNews::PartSetAside => words.say("news-part-set-aside"),
        StoreNews::Unreadable { records, first } => {
            let args = [("count", (*records).into()), ("record", first.as_str().into())];
            words.say_with("news-unreadable", &args)
        }
        StoreNews::BackupFailed { folder, why } => {
            let [cause, remedy] = obstacles::of_store(words, *why);
            words.say_with(
                "news-backup-failed",
                &[("path", folder.as_str().into()), cause, remedy],
            )
        }
        StoreNews::BackupOld { days: Some(days) } => {
            words.say_with("news-backup-old", &[("days", (*days).into())])
        }
        StoreNews::BackupOld { days: None } => words.say("news-backup-none"),
        StoreNews::LeftOutside { file } => {
            words.say_with("news-left-outside", &[("path", file.as_str().into())])
        }
        StoreNews::DraftsNotKept(error) => {
            words.say_with("news-drafts-not-kept", &obstacles::of_disk(words, *error))
        }
        StoreNews::JournalAway { file } => {
            words.say_with("news-journal-away", &[("path", file.as_str().into())])
        }
    }
}

/// Why a filter could not be read.
pub fn filter_error(words: &Words, error: &FilterError) -> String {
    let id = match error.kind {
        FilterErrorKind::UnknownField => "filter-unknown-field",
        FilterErrorKind::UnknownValue => "filter-unknown-value",
        FilterErrorKind::MissingValue => "filter-missing-value",
        FilterErrorKind::BareDate => "filter-bare-date",
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
