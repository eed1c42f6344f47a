//! Names of bodies and organisations, which change without the resolutions that point to them. Does not know who is
//! responsible for what.

use super::segment::{KnownName, Segment};
use crate::search::pattern::Pattern;
use std::collections::HashMap;

/// All names that a filter may ask for, by the ids of what they name.
#[derive(Debug, Default)]
pub struct FilterNames {
    bodies: HashMap<String, Vec<(String, KnownName)>>,
    organisations: HashMap<String, Vec<(String, KnownName)>>,
}

fn known(names: Vec<String>) -> Vec<(String, KnownName)> {
    let known = |name: String| {
        let known = KnownName::of(&name);
        (name, known)
    };
    names.into_iter().map(known).collect()
}

impl FilterNames {
    /// Names of a body, its id among them.
    pub fn set_body(&mut self, id: String, names: Vec<String>) {
        self.bodies.insert(id, known(names));
    }

    /// Names of an organisation.
    pub fn set_organisation(&mut self, id: String, names: Vec<String>) {
        self.organisations.insert(id, known(names));
    }

    pub(super) fn is_body(&self, id: &str, pattern: &Pattern) -> bool {
        let is_named = |(written, name): &(String, KnownName)| {
            pattern.names_folded(&name.folded, &name.core) || written == pattern.written()
        };
        self.bodies
            .get(id)
            .is_some_and(|names| names.iter().any(is_named))
    }

    /// A body's names as written.
    pub(super) fn of_body(&self, id: &str) -> impl Iterator<Item = &str> {
        self.bodies
            .get(id)
            .into_iter()
            .flatten()
            .map(|(written, _)| written.as_str())
    }

    /// An organisation's names as written.
    pub(super) fn of_organisation(&self, id: &str) -> impl Iterator<Item = &str> {
        self.organisations
            .get(id)
            .into_iter()
            .flatten()
            .map(|(written, _)| written.as_str())
    }

    /// Places of the segment's organisations with a name that is wanted.
    pub(super) fn organisations_in(
        &self,
        segment: &Segment,
        is_wanted: impl Fn(&KnownName) -> bool,
    ) -> Vec<usize> {
        let has = |id: &String| {
            let names = self.organisations.get(id).into_iter().flatten();
            names.into_iter().any(|(_, name)| is_wanted(name))
        };
        let organisations = segment.organisations().iter().enumerate();
        organisations
            .filter(|(_, id)| has(id))
            .map(|(place, _)| place)
            .collect()
    }
}
