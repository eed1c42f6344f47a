//! Everything an office keeps, taken in from an archive and put into one. Does not know files; an archive comes parsed.

use super::transaction::{CommandNote, Transaction};
use crate::domain::attendance::Attendance;
use crate::exchange::archive::Archive;
use crate::office::Office;
use crate::office::command::{Created, Failure, Refusal};
use crate::store::Tree;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Stores what an archive holds and the store does not.
pub(super) fn take_in(t: &mut Transaction, archive: Archive) -> Result<(CommandNote, Vec<Created>), Failure> {
    let Archive {
        // They were looked at when it was read.
        format: _,
        version: _,
        bodies,
        organisations,
        seats,
        sessions,
        notes,
        attendance,
        resolutions,
        sources,
        corrections,
    } = archive;
    take(t, Tree::Bodies, &bodies, |r| r.id.to_string())?;
    take(t, Tree::Organisations, &organisations, |r| r.id.to_string())?;
    take(t, Tree::Seats, &seats, |r| r.id.to_string())?;
    take(t, Tree::Sessions, &sessions, |r| r.id.to_string())?;
    take(t, Tree::Notes, &notes, |r| r.id.to_string())?;
    let key = |r: &Attendance| Attendance::key(&r.session, &r.seat);
    take(t, Tree::Attendance, &attendance, key)?;
    take(t, Tree::Resolutions, &resolutions, |r| r.id.to_string())?;
    take(t, Tree::Sources, &sources, |r| r.sha256.clone())?;
    take(t, Tree::Corrections, &corrections, |r| r.id.to_string())?;
    let created = sessions.into_iter().map(|s| Created::Session(s.id)).collect();
    Ok((CommandNote::named("import_archive"), created))
}

fn take<T>(t: &mut Transaction, tree: Tree, records: &[T], key: impl Fn(&T) -> String) -> Result<(), Failure>
where
    T: Serialize + DeserializeOwned + PartialEq,
{
    for record in records {
        let key = key(record);
        if key.is_empty() {
            return Err(Refusal::IdIsTaken(key).into());
        }
        match t.get::<T>(tree, &key)? {
            None => t.put(tree, &key, record)?,
            Some(stored) if stored == *record => {}
            Some(_) => return Err(Refusal::IdIsTaken(key).into()),
        }
    }
    Ok(())
}

/// Everything in the store, as an archive.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn whole_archive(office: &Office) -> Result<Archive, Failure> {
    let t = Transaction::over(office.store());
    let mut archive = Archive {
        format: crate::exchange::archive::FORMAT.to_owned(),
        version: crate::exchange::archive::VERSION,
        bodies: t.stored(Tree::Bodies, "")?,
        organisations: t.stored(Tree::Organisations, "")?,
        seats: t.stored(Tree::Seats, "")?,
        sessions: t.stored(Tree::Sessions, "")?,
        notes: t.stored(Tree::Notes, "")?,
        attendance: t.stored(Tree::Attendance, "")?,
        resolutions: t.stored(Tree::Resolutions, "")?,
        sources: t.stored(Tree::Sources, "")?,
        corrections: t.stored(Tree::Corrections, "")?,
    };
    archive.version = archive.version_needed();
    Ok(archive)
}
