//! The terms of a resolution or a clause as they are read aloud. Does not know the wording.

use super::{ClauseState, Responsible};
use crate::domain::deadline::Deadline;

/// The terms that are read aloud: the deadline, and who is to act.
#[derive(PartialEq)]
pub(super) struct Spoken<'a> {
    deadline: &'a Option<Deadline>,
    responsible: Vec<&'a str>,
}

impl<'a> Spoken<'a> {
    pub(super) fn of(deadline: &'a Option<Deadline>, responsible: &'a [Responsible]) -> Spoken<'a> {
        let written = |who: &'a Responsible| {
            let Responsible {
                written,
                // Which organisation a name was found to be is not said.
                organisation: _,
            } = who;
            written.as_str()
        };
        Spoken {
            deadline,
            responsible: responsible.iter().map(written).collect(),
        }
    }

    pub(super) fn is_nothing(&self) -> bool {
        self.deadline.is_none() && self.responsible.is_empty()
    }
}

impl ClauseState {
    pub(super) fn spoken(&self) -> Spoken<'_> {
        let ClauseState {
            responsible,
            deadline,
            // What came of it is not what was agreed to.
            status: _,
            extensions: _,
        } = self;
        Spoken::of(deadline, responsible)
    }
}
