//! What is done with a session before and after its minutes are written: invitation, review of earlier resolutions,
//! read-back, closing, corrections, letters; a page each. Does not know what they show.

mod closing;
mod corrections;
mod head;
mod invitation;
mod letters;
mod read_back;
mod review;

use super::page::Page;
use crate::app::stage::Stage;
use crate::domain::ids::SessionId;
use closing::Closing;
use corrections::Corrections;
use invitation::Invitation;
use letters::Letters;
use read_back::ReadBack;
use review::ReviewPage;
use std::collections::HashMap;

/// Where one is in each of them, of each session that was come to.
#[derive(Default)]
pub(in crate::app) struct Stages {
    invitation: HashMap<SessionId, Invitation>,
    review: HashMap<SessionId, ReviewPage>,
    read_back: HashMap<SessionId, ReadBack>,
    closing: HashMap<SessionId, Closing>,
    corrections: HashMap<SessionId, Corrections>,
    letters: HashMap<SessionId, Letters>,
}

impl Stages {
    /// A page, to be changed; a new one of a session that was not come to before.
    pub fn page_mut(&mut self, stage: Stage, id: &SessionId) -> &mut dyn Page {
        let new = id.clone();
        match stage {
            Stage::Invitation => kept(&mut self.invitation, new, Invitation::new),
            Stage::Review => kept(&mut self.review, new, ReviewPage::new),
            Stage::ReadBack => kept(&mut self.read_back, new, ReadBack::new),
            Stage::Closing => kept(&mut self.closing, new, Closing::new),
            Stage::Corrections => kept(&mut self.corrections, new, Corrections::new),
            Stage::Letters => kept(&mut self.letters, new, Letters::new),
        }
    }

    /// Lets a page be read: the kept one, or a new one of a session that was not come to before.
    pub fn read<T>(&self, stage: Stage, id: &SessionId, read: impl FnOnce(&dyn Page) -> T) -> T {
        let new = || id.clone();
        match stage {
            Stage::Invitation => match self.invitation.get(id) {
                Some(page) => read(page),
                None => read(&Invitation::new(new())),
            },
            Stage::Review => match self.review.get(id) {
                Some(page) => read(page),
                None => read(&ReviewPage::new(new())),
            },
            Stage::ReadBack => match self.read_back.get(id) {
                Some(page) => read(page),
                None => read(&ReadBack::new(new())),
            },
            Stage::Closing => match self.closing.get(id) {
                Some(page) => read(page),
                None => read(&Closing::new(new())),
            },
            Stage::Corrections => match self.corrections.get(id) {
                Some(page) => read(page),
                None => read(&Corrections::new(new())),
            },
            Stage::Letters => match self.letters.get(id) {
                Some(page) => read(page),
                None => read(&Letters::new(new())),
            },
        }
    }
}

fn kept<P: Page>(
    pages: &mut HashMap<SessionId, P>,
    id: SessionId,
    new: impl FnOnce(SessionId) -> P,
) -> &mut dyn Page {
    pages.entry(id.clone()).or_insert_with(|| new(id))
}
