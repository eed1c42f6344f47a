//! Everything an office keeps, taken in from an archive. Does not know files; an archive comes parsed.

use super::transaction::{CommandNote, Transaction};
use crate::domain::attendance::Attendance;
use crate::domain::ids::SessionId;
use crate::domain::signed_minutes::SignedMinutes;
use crate::exchange::archive::Archive;
use crate::office::command::{Created, Failure, Refusal};
use crate::store::Tree;
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use std::collections::HashSet;

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
        signed_minutes,
    } = &archive;
    take(t, Tree::Bodies, bodies, |r| r.id.to_string())?;
    take(t, Tree::Organisations, organisations, |r| r.id.to_string())?;
    take(t, Tree::Seats, seats, |r| r.id.to_string())?;
    take(t, Tree::Sessions, sessions, |r| r.id.to_string())?;
    take(t, Tree::Notes, notes, |r| r.id.to_string())?;
    let key = |r: &Attendance| Attendance::key(&r.session, &r.seat);
    take(t, Tree::Attendance, attendance, key)?;
    take(t, Tree::Resolutions, resolutions, |r| r.id.to_string())?;
    take(t, Tree::Sources, sources, |r| r.sha256.clone())?;
    take(t, Tree::Corrections, corrections, |r| r.id.to_string())?;
    let key = |r: &SignedMinutes| SignedMinutes::key(&r.session.id, r.version);
    take(t, Tree::SignedMinutes, signed_minutes, key)?;
    need_names(t, &archive)?;
    let created = sessions.iter().map(|s| Created::Session(s.id.clone())).collect();
    Ok((CommandNote::named("import_archive"), created))
}

/// Refuses an archive in which a record names what is neither in it nor in the store.
fn need_names(t: &Transaction, archive: &Archive) -> Result<(), Failure> {
    let Archive {
        // These name no other record: what a source was read into may be gone again.
        format: _,
        version: _,
        bodies: _,
        organisations: _,
        sources: _,
        seats,
        sessions,
        notes,
        attendance,
        resolutions,
        corrections,
        signed_minutes,
    } = archive;
    let mut names = Names {
        t,
        found: HashSet::new(),
    };
    for seat in seats {
        names.need((Tree::Seats, seat.id.as_str()), Tree::Bodies, seat.body.as_str())?;
    }
    for session in sessions {
        names.need(
            (Tree::Sessions, session.id.as_str()),
            Tree::Bodies,
            session.body.as_str(),
        )?;
    }
    for note in notes {
        names.need_session((Tree::Notes, note.id.as_str()), &note.id.session())?;
    }
    for mark in attendance {
        let record = Attendance::key(&mark.session, &mark.seat);
        names.need_session((Tree::Attendance, &record), &mark.session)?;
        names.need((Tree::Attendance, &record), Tree::Seats, mark.seat.as_str())?;
    }
    for one in resolutions {
        names.need_session((Tree::Resolutions, one.id.as_str()), &one.id.session())?;
    }
    for one in signed_minutes {
        let record = SignedMinutes::key(&one.session.id, one.version);
        names.need_session((Tree::SignedMinutes, &record), &one.session.id)?;
    }
    for one in corrections {
        names.need_session((Tree::Corrections, one.id.as_str()), &one.id.session())?;
    }
    Ok(())
}

/// What the records of an archive name.
struct Names<'a, 'store> {
    t: &'a Transaction<'store>,
    /// What was found to be there; most is named many times.
    found: HashSet<(Tree, String)>,
}

impl Names<'_, '_> {
    /// Refuses an archive in which a record names a session that is neither in it nor in the store.
    fn need_session(&mut self, record: (Tree, &str), session: &SessionId) -> Result<(), Failure> {
        self.need(record, Tree::Sessions, session.as_str())
    }

    /// Refuses an archive in which a record names what is neither in it nor in the store.
    fn need(&mut self, record: (Tree, &str), tree: Tree, named: &str) -> Result<(), Failure> {
        if self.found.contains(&(tree, named.to_owned())) {
            return Ok(());
        }
        if self.t.get::<IgnoredAny>(tree, named)?.is_none() {
            let address = |(tree, key): (Tree, &str)| format!("{}/{key}", tree.name());
            let (record, named) = (address(record), address((tree, named)));
            return Err(Refusal::NamesNobody { record, named }.into());
        }
        self.found.insert((tree, named.to_owned()));
        Ok(())
    }
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
