//! `dabir attach`, `dabir detach` and `dabir attachments`: files that belong to minutes. Does not know how they are kept.

use super::args::{AttachArgs, AttachmentsArgs, DetachArgs};
use super::call::Call;
use super::fault::Fault;
use super::listing::{self, heads};
use super::output::without_marks;
use super::sentences;
use super::table::TextTable;
use super::workspace::settings_file;
use crate::domain::attachment::{AttachedTo, Attachment};
use crate::domain::ids::{ResolutionId, SessionId};
use crate::exchange::listing_json::ListedAttachment;
use crate::office::command::{Command, Failure};
use crate::office::read;
use crate::papers::issue::clean_name;
use crate::say;
use crate::store::{KeptFiles, KeptState};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Listed {
    /// The session or the resolution.
    id: String,
    /// The item of the agenda, from 1; null where it is of none.
    item: Option<u32>,
    #[serde(flatten)]
    file: ListedAttachment,
}

/// Names a file on a session, an item or a resolution.
pub(super) fn attach(call: &Call, args: &AttachArgs) -> Result<(), Fault> {
    let AttachArgs { id, file, item } = args;
    let to = attached_to(call, id, *item)?;
    let office = call.open_office()?;
    let (settings, _) = settings_file(call).read();
    let command = Command::Attach {
        to: to.clone(),
        file: std::path::absolute(file).unwrap_or_else(|_| file.clone()),
        most_bytes: settings.documents.attachment_bytes(),
    };
    let failed = |failure: Failure| call.failed(&office, &failure);
    call.execute(&office, command).map_err(failed)?;
    let all = read::attachments(&office).map_err(failed)?;
    let Some((_, added)) = all.iter().rev().find(|(of, _)| *of == to) else {
        return Ok(());
    };
    let id = match added.named_only {
        true => "attached-by-name",
        false => "attached",
    };
    let args = [
        ("name", added.name.as_str().into()),
        ("size", say::size(&call.words, added.bytes).into()),
        ("sum", added.sha256.as_str().into()),
        ("most", settings.documents.attachments_megabytes.into()),
    ];
    call.output.word(&call.say_with(id, &args));
    Ok(())
}

/// Takes a file off a session, an item or a resolution.
pub(super) fn detach(call: &Call, args: &DetachArgs) -> Result<(), Fault> {
    let DetachArgs { id, name, item } = args;
    let from = attached_to(call, id, *item)?;
    let office = call.open_office()?;
    let failed = |failure: Failure| call.failed(&office, &failure);
    let all = read::attachments(&office).map_err(failed)?;
    let is_meant = |one: &Attachment| one.name == *name || one.sha256 == *name;
    let found = all.into_iter().find(|(of, one)| *of == from && is_meant(one));
    let (from, attachment) = found.ok_or_else(|| {
        let args = [("name", name.as_str().into()), ("id", id.as_str().into())];
        Fault::not_done(call.say_with("detach-not-found", &args))
    })?;
    call.execute(&office, Command::Detach { from, attachment })
        .map_err(failed)?;
    call.output
        .word(&call.say_with("detached", &[("name", name.as_str().into())]));
    Ok(())
}

/// What an id and the number of an item name.
fn attached_to(call: &Call, id: &str, item: Option<u32>) -> Result<AttachedTo, Fault> {
    let id = id.trim();
    match (id.contains('/'), item) {
        (true, None) => Ok(AttachedTo::Resolution(ResolutionId::from(id))),
        (true, Some(_)) => Err(Fault::usage(call.say("attach-item-of-session"))),
        (false, Some(item)) => Ok(AttachedTo::Item(SessionId::from(id), item)),
        (false, None) => Ok(AttachedTo::Session(SessionId::from(id))),
    }
}

/// Lists the files of a session or of all, or gives them out into a folder.
pub(super) fn run(call: &Call, args: &AttachmentsArgs) -> Result<(), Fault> {
    let AttachmentsArgs { id, to } = args;
    let office = call.read_office()?;
    let mut all = read::attachments(&office).map_err(|failure| call.failed(&office, &failure))?;
    if let Some(id) = id.as_deref().map(str::trim) {
        all.retain(|(of, _)| of.session().as_str() == id || id_of(of) == id);
    }
    match to {
        Some(folder) => given(call, &all, folder),
        None => listed(call, &all),
    }
}

fn id_of(of: &AttachedTo) -> String {
    match of {
        AttachedTo::Session(session) | AttachedTo::Item(session, _) => session.to_string(),
        AttachedTo::Resolution(resolution) => resolution.to_string(),
    }
}

fn listed(call: &Call, all: &[(AttachedTo, Attachment)]) -> Result<(), Fault> {
    let item_of = |of: &AttachedTo| match of {
        AttachedTo::Item(_, item) => Some(*item),
        AttachedTo::Session(_) | AttachedTo::Resolution(_) => None,
    };
    let items: Vec<Listed> = all
        .iter()
        .map(|(of, one)| Listed {
            id: id_of(of),
            item: item_of(of),
            file: ListedAttachment::from(one),
        })
        .collect();
    let ids = [
        "head-id",
        "field-note-item",
        "head-attachment",
        "head-size",
        "head-sum",
    ];
    listing::write(call, &items, |words, items| TextTable {
        less: &[4, 1],
        heads: heads(words, &ids),
        rows: items
            .iter()
            .map(|one| {
                vec![
                    one.id.clone(),
                    one.item.map(|item| words.number(item)).unwrap_or_default(),
                    one.file.name.clone(),
                    // A cell shows every mark that is in it; a number needs none.
                    without_marks(&say::size(words, one.file.bytes)),
                    one.file.sha256.clone(),
                ]
            })
            .collect(),
    })
}

/// Gives the files out; those that are only named, or not there any more, are told.
fn given(call: &Call, all: &[(AttachedTo, Attachment)], folder: &Path) -> Result<(), Fault> {
    // The records may be read from a copy; the bytes lie beside the store itself.
    let kept = KeptFiles::of(&call.store_folder()?);
    let fault = |error| sentences::store_fault(&call.words, &error);
    std::fs::create_dir_all(folder).map_err(|error| {
        let why = say::obstacles::cause(&call.words, crate::files::DiskError::from(&error));
        let args = [("path", folder.display().to_string().into()), ("why", why.into())];
        Fault::not_done(call.say_with("attachments-no-folder", &args))
    })?;
    let (mut written, mut missing) = (0u32, Vec::new());
    for (of, one) in all {
        if one.named_only || kept.state(&one.sha256).map_err(fault)? != KeptState::Sound {
            missing.push(not_given(call, of, one));
            continue;
        }
        let name = safe_name(&one.name);
        kept.give(&one.sha256, folder, &name).map_err(fault)?;
        written += 1;
    }
    let args = [
        ("count", written.into()),
        ("path", folder.display().to_string().into()),
    ];
    call.output.word(&call.say_with("attachments-given", &args));
    match missing.is_empty() {
        true => Ok(()),
        false => Err(Fault::not_done(missing.join("\n"))),
    }
}

/// The name of a file, which may come out of an archive that somebody else wrote, as a name in a folder and nothing else.
fn safe_name(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{}.{}", clean_name(stem), clean_name(ending)),
        None => clean_name(name),
    }
}

fn not_given(call: &Call, of: &AttachedTo, one: &Attachment) -> String {
    let id = match one.named_only {
        true => "attachment-only-named",
        false => "attachment-not-sound",
    };
    let args = [("name", one.name.as_str().into()), ("id", id_of(of).into())];
    call.say_with(id, &args)
}

/// A sentence for each file that should be kept beside the store in this folder and is not there, or is not what it was.
pub(super) fn faults(
    call: &Call,
    all: &[(AttachedTo, Attachment)],
    store: &Path,
) -> Result<Vec<String>, Fault> {
    let kept = KeptFiles::of(store);
    let mut told = Vec::new();
    for (of, one) in all.iter().filter(|(_, one)| !one.named_only) {
        let state = kept.state(&one.sha256);
        let id = match state.map_err(|error| sentences::store_fault(&call.words, &error))? {
            KeptState::Sound => continue,
            KeptState::Missing => "check-attachment-missing",
            KeptState::Changed => "check-attachment-changed",
        };
        let args = [("name", one.name.as_str().into()), ("id", id_of(of).into())];
        told.push(call.say_with(id, &args));
    }
    Ok(told)
}
