//! What is done with a session before and after its minutes are written: invitation, review of earlier resolutions,
//! read-back, closing, corrections, letters; a page each. Does not know what they show.

mod closing;
mod corrections;
mod head;
mod invitation;
mod letters;
mod read_back;
mod review;
mod versions;

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
use versions::Versions;

/// Where one is in each of them, of each session that was come to.
#[derive(Default)]
pub(in crate::app) struct Stages(HashMap<(Stage, SessionId), Box<dyn Page>>);

impl Stages {
    /// A page, to be changed; a new one of a session that was not come to before.
    pub fn page_mut(&mut self, stage: Stage, id: &SessionId) -> &mut dyn Page {
        let known = self.0.entry((stage, id.clone()));
        known.or_insert_with(|| new_page(stage, id.clone())).as_mut()
    }

    /// Lets a page be read: the kept one, or a new one of a session that was not come to before.
    pub fn read<T>(&self, stage: Stage, id: &SessionId, read: impl FnOnce(&dyn Page) -> T) -> T {
        match self.0.get(&(stage, id.clone())) {
            Some(page) => read(page.as_ref()),
            None => read(new_page(stage, id.clone()).as_ref()),
        }
    }
}

fn new_page(stage: Stage, id: SessionId) -> Box<dyn Page> {
    match stage {
        Stage::Invitation => Box::new(Invitation::new(id)),
        Stage::Review => Box::new(ReviewPage::new(id)),
        Stage::ReadBack => Box::new(ReadBack::new(id)),
        Stage::Closing => Box::new(Closing::new(id)),
        Stage::Corrections => Box::new(Corrections::new(id)),
        Stage::Versions => Box::new(Versions::new(id)),
        Stage::Letters => Box::new(Letters::new(id)),
    }
}
