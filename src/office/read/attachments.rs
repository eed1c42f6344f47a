//! Every file that belongs to minutes, of all sessions. Does not know where their bytes are.

use crate::domain::attachment::{AttachedTo, Attachment};
use crate::domain::resolution::Resolution;
use crate::domain::session::Session;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::records::all;
use crate::store::Tree;

/// The files of all sessions, of the items of their agendas, and of all resolutions, each with what it belongs to.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn attachments(office: &Office) -> Result<Vec<(AttachedTo, Attachment)>, Failure> {
    let mut found = Vec::new();
    for session in all::<Session>(office.store(), Tree::Sessions, "")? {
        let of = |one| (AttachedTo::Session(session.id.clone()), one);
        found.extend(session.attachments.iter().cloned().map(of));
        for (number, item) in (1u32..).zip(&session.agenda) {
            let of = |one| (AttachedTo::Item(session.id.clone(), number), one);
            found.extend(item.attachments.iter().cloned().map(of));
        }
    }
    for resolution in all::<Resolution>(office.store(), Tree::Resolutions, "")? {
        let of = |one| (AttachedTo::Resolution(resolution.id.clone()), one);
        found.extend(resolution.attachments.iter().cloned().map(of));
    }
    Ok(found)
}
