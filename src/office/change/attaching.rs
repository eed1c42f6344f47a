//! Files named on sessions, items of agendas and resolutions, and taken off them. Does not know how bytes are kept.

use super::transaction::{CommandNote, Transaction};
use super::{Applied, open_session};
use crate::domain::attachment::{AttachedTo, Attachment};
use crate::domain::resolution::Resolution;
use crate::domain::session::Session;
use crate::office::command::{DiskError, Failure, Refusal};
use crate::store::{KeptFiles, StoreError, Tree};
use std::path::Path;

/// Names a file, and keeps its bytes where they are not too many.
pub(super) fn attach(t: &mut Transaction, to: &AttachedTo, file: &Path, most_bytes: u64) -> Applied {
    // Before anything is kept, it is known that it may be named.
    change(t, to, |_| Ok(()))?;
    let kept = KeptFiles::of(t.store().folder());
    let sum = kept.keep(file, most_bytes).map_err(|error| {
        let why = match error {
            StoreError::NotFound { .. } => DiskError::NotFound,
            StoreError::Disk { error, .. } => error,
            _ => DiskError::Other,
        };
        Refusal::FileNotKept {
            file: file.to_owned(),
            why,
        }
    })?;
    let name = file.file_name().unwrap_or_default();
    let attachment = Attachment {
        name: name.to_string_lossy().into_owned(),
        bytes: sum.bytes,
        sha256: sum.sha256,
        named_only: !sum.is_kept,
    };
    change(t, to, |all| {
        if all.iter().any(|one| one.sha256 == attachment.sha256) {
            return Err(Refusal::AlreadyAttached(attachment.name.clone()));
        }
        all.push(attachment);
        Ok(())
    })?;
    Ok((note("attach", to), vec![]))
}

/// Takes a file off what it belongs to.
pub(super) fn detach(t: &mut Transaction, from: &AttachedTo, attachment: &Attachment) -> Applied {
    change(t, from, |all| {
        let place = all.iter().position(|one| one == attachment);
        let place = place.ok_or_else(|| Refusal::NoSuchRecord(attachment.name.clone()))?;
        all.remove(place);
        Ok(())
    })?;
    Ok((note("detach", from), vec![]))
}

fn note(name: &str, about: &AttachedTo) -> CommandNote {
    match about {
        AttachedTo::Session(session) | AttachedTo::Item(session, _) => {
            CommandNote::about_session(name, session)
        }
        AttachedTo::Resolution(resolution) => CommandNote::about_resolution(name, resolution),
    }
}

/// Changes the files of a record whose session is open.
fn change(
    t: &mut Transaction,
    of: &AttachedTo,
    change: impl FnOnce(&mut Vec<Attachment>) -> Result<(), Refusal>,
) -> Result<(), Failure> {
    let mut session: Session = open_session(t, &of.session())?;
    match of {
        AttachedTo::Session(_) => change(&mut session.attachments)?,
        AttachedTo::Item(_, number) => {
            let place = usize::try_from(*number)
                .ok()
                .and_then(|number| number.checked_sub(1));
            let item = place.and_then(|place| session.agenda.get_mut(place));
            let item = item.ok_or_else(|| Refusal::NoSuchRecord(number.to_string()))?;
            change(&mut item.attachments)?;
        }
        AttachedTo::Resolution(id) => {
            let mut resolution: Resolution = t.require(Tree::Resolutions, id.as_str())?;
            change(&mut resolution.attachments)?;
            return t.put(Tree::Resolutions, id.as_str(), &resolution);
        }
    }
    t.put(Tree::Sessions, session.id.as_str(), &session)
}
