//! A resolution moved to another session of its body. Does not know how the session is chosen.

use super::transaction::{CommandNote, Transaction};
use super::{Applied, FreshIds, free_position, open_session};
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::parts;
use crate::domain::resolution::Resolution;
use crate::office::command::{Created, Failure, Refusal};
use crate::store::Tree;

/// Moves a resolution behind those of another session. Its id has its session in it, so it gets another one, and what
/// follows it follows it there.
pub(super) fn move_to(t: &mut Transaction, id: &ResolutionId, to: &SessionId, ids: &mut FreshIds) -> Applied {
    let from = open_session(t, &id.session())?;
    let session = open_session(t, to)?;
    if from.id == session.id || from.body != session.body {
        return Err(Refusal::NotAnotherSession.into());
    }
    let resolution: Resolution = t.require(Tree::Resolutions, id.as_str())?;
    let there: Vec<Resolution> = t.standing(Tree::Resolutions, &format!("{to}/"))?;
    let mut moved = parts::moved(&resolution, session.date);
    moved.id = ResolutionId::in_session(to, &ids());
    moved.position = free_position(0, there.iter().map(|one| one.position));
    moved.row = moved
        .row
        .filter(|row| there.iter().all(|one| one.row != Some(*row)));
    t.remove(Tree::Resolutions, id.as_str())?;
    t.put(Tree::Resolutions, moved.id.as_str(), &moved)?;
    follow(t, id, &moved.id)?;
    let note = CommandNote::about_resolution("move_to_session", &moved.id);
    Ok((note, vec![Created::Resolution(moved.id)]))
}

/// Lets what follows a resolution follow it where it is now.
fn follow(t: &mut Transaction, was: &ResolutionId, now: &ResolutionId) -> Result<(), Failure> {
    for mut resolution in t.standing::<Resolution>(Tree::Resolutions, "")? {
        let followed = resolution.follows.as_mut();
        let followed = followed.and_then(|follows| follows.resolution.as_mut());
        let Some(followed) = followed.filter(|followed| *followed == was) else {
            continue;
        };
        *followed = now.clone();
        t.put(Tree::Resolutions, resolution.id.as_str(), &resolution)?;
    }
    Ok(())
}
