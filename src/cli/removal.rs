//! What is taken away, or put together with another of its kind: said beforehand, done, and how it comes back. Does not
//! know how a record is found, nor what a removal does.

use super::args::{Format, MergeArgs, RemovalArgs, RemovalChange};
use super::call::Call;
use super::fault::{Fault, NOT_DONE};
use super::listing;
use super::named::NamedRecord;
use crate::office::Office;
use crate::office::command::{Command, Removal, Touched};
use crate::office::query::{Answer, Query};
use crate::say::sentences;
use serde::Serialize;

/// A removal and what its records are called.
pub(super) struct AskedRemoval {
    pub removal: Removal,
    pub gone: NamedRecord,
    pub kept: Option<NamedRecord>,
}

#[derive(Serialize)]
struct ListedRemoval<'a> {
    gone: &'a NamedRecord,
    kept: Option<&'a NamedRecord>,
    touched: ListedTouched,
    refused: Option<String>,
    /// The entry of the journal; none in a rehearsal, and where it was refused.
    entry: Option<u64>,
}

#[derive(Serialize)]
struct ListedTouched {
    sessions: u32,
    resolutions: u32,
    notes: u32,
    attendance: u32,
    seats: u32,
    organisations: u32,
}

/// Finds a record by what somebody wrote for it.
type Find = fn(&Call, &Office, &str) -> Result<NamedRecord, Fault>;

/// Takes the one away that is named.
pub(super) fn remove(
    call: &Call,
    args: &RemovalArgs,
    find: Find,
    removal: impl Fn(&str) -> Removal,
) -> Result<(), Fault> {
    carry_out(call, args.dry_run, |office| {
        let gone = find(call, office, &args.name)?;
        Ok(AskedRemoval {
            removal: removal(&gone.id),
            gone,
            kept: None,
        })
    })
}

/// The same, where nothing else can be asked of these records.
pub(super) fn change(
    call: &Call,
    change: &RemovalChange,
    find: Find,
    removal: impl Fn(&str) -> Removal,
) -> Result<(), Fault> {
    let RemovalChange::Remove(args) = change;
    remove(call, args, find, removal)
}

/// Puts the first that is named into the second.
pub(super) fn merge(
    call: &Call,
    args: &MergeArgs,
    find: Find,
    removal: impl Fn(&str, &str) -> Removal,
) -> Result<(), Fault> {
    carry_out(call, args.dry_run, |office| {
        let gone = find(call, office, &args.gone)?;
        let kept = find(call, office, &args.kept)?;
        Ok(AskedRemoval {
            removal: removal(&gone.id, &kept.id),
            gone,
            kept: Some(kept),
        })
    })
}

/// Says what a removal touches, and carries it out unless it is a rehearsal.
fn carry_out(
    call: &Call,
    dry_run: bool,
    asked: impl Fn(&Office) -> Result<AskedRemoval, Fault>,
) -> Result<(), Fault> {
    if dry_run {
        let office = call.read_office()?;
        let asked = asked(&office)?;
        let touched = touched(call, &office, &asked.removal)?;
        return tell(call, &asked, &touched, None);
    }
    let office = call.open_office()?;
    let asked = asked(&office)?;
    let touched = touched(call, &office, &asked.removal)?;
    if touched.refused.is_some() {
        return tell(call, &asked, &touched, None);
    }
    let done = call.execute(&office, Command::Remove(asked.removal.clone()));
    let done = done.map_err(|failure| call.failed(&office, &failure))?;
    tell(call, &asked, &touched, done.entry)
}

fn touched(call: &Call, office: &Office, removal: &Removal) -> Result<Touched, Fault> {
    match office.read(&Query::Touched(removal.clone()), call.today()) {
        Ok(Answer::Touched(touched)) => Ok(*touched),
        // No other answer belongs to this question.
        Ok(_) => Err(Fault::said(NOT_DONE)),
        Err(failure) => Err(call.failed(office, &failure)),
    }
}

fn tell(call: &Call, asked: &AskedRemoval, touched: &Touched, entry: Option<u64>) -> Result<(), Fault> {
    let why = touched
        .refused
        .as_ref()
        .map(|why| sentences::refusal(&call.words, why));
    if call.format == Format::Json {
        listing::write_json(call, &listed(asked, touched, why.clone(), entry))?;
    }
    match why {
        Some(why) => Err(Fault::not_done(why)),
        None if call.format == Format::Json => Ok(()),
        None => call.print(&told(call, asked, touched, entry)),
    }
}

fn told(call: &Call, asked: &AskedRemoval, touched: &Touched, entry: Option<u64>) -> String {
    let mut args = vec![("gone", asked.gone.name.as_str().into())];
    args.extend(asked.kept.iter().map(|kept| ("kept", kept.name.as_str().into())));
    let what = match (entry.is_some(), asked.kept.is_some()) {
        (false, false) => "removal-would-remove",
        (false, true) => "removal-would-merge",
        (true, false) => "removal-removed",
        (true, true) => "removal-merged",
    };
    let mut lines = vec![
        call.say_with(what, &args),
        sentences::touched(&call.words, touched),
    ];
    if leaves_signed_words(&asked.removal) {
        lines.push(call.say("removal-signed-stays"));
    }
    lines.push(match entry {
        Some(_) => call.say("removal-undo-command"),
        None => call.say("import-rehearsal"),
    });
    lines.join("\n")
}

/// Whether it may concern what signed minutes name, whose words stay.
fn leaves_signed_words(removal: &Removal) -> bool {
    matches!(
        removal,
        Removal::Organisation(_) | Removal::IntoOrganisation { .. } | Removal::IntoSession { .. }
    )
}

fn listed<'a>(
    asked: &'a AskedRemoval,
    touched: &Touched,
    refused: Option<String>,
    entry: Option<u64>,
) -> ListedRemoval<'a> {
    let Touched {
        sessions,
        resolutions,
        notes,
        marks,
        seats,
        organisations,
        // It is given in words.
        refused: _,
    } = *touched;
    ListedRemoval {
        gone: &asked.gone,
        kept: asked.kept.as_ref(),
        touched: ListedTouched {
            sessions,
            resolutions,
            notes,
            attendance: marks,
            seats,
            organisations,
        },
        refused,
        entry,
    }
}
