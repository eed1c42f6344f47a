//! An organisation (دستگاه) and the names people write for it. Does not know who sits for it.

use super::Extra;
use super::ids::OrganisationId;
use serde::{Deserialize, Serialize};

/// Who sits, and who is made responsible.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Full name.
    pub name: String,
    /// Other names, as people write them.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Stands for a class («فرمانداران شهرستان‌ها»), not for one organisation.
    #[serde(default)]
    pub class: bool,
    /// Fields of later versions.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Organisation {
    /// The full name and then the aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}
