//! Whether a place on the disk lies in a store, where nobody but the store writes.
//!
//! It does not know what would be written there.

use super::{StoreError, folder::Folder};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The store in which `path` lies, or would lie if something were written there. Links are followed.
pub fn store_around(path: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(path).ok()?;
    // What is not there yet comes to lie in the last folder on the way that is.
    let present = whole.ancestors().find_map(|part| fs::canonicalize(part).ok())?;
    let mut folders = present.ancestors();
    folders
        .find(|folder| Folder::is_store(folder))
        .map(Path::to_owned)
}

/// Refuses a place in a store.
///
/// # Errors
/// [`StoreError::InStore`].
pub(super) fn need_outside(path: &Path) -> Result<(), StoreError> {
    match store_around(path) {
        Some(folder) => Err(StoreError::InStore { folder }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn every_way_into_a_store_is_seen_and_its_neighbours_are_free() {
        let home = tempfile::tempdir().unwrap();
        let home = fs::canonicalize(home.path()).unwrap();
        let store = home.join("store");
        drop(Store::open(&store).unwrap());
        fs::create_dir(home.join("papers")).unwrap();
        for inside in [
            "store",
            "store/journal",
            "store/sled/db",
            "store/new",
            "store/none/new",
            "papers/../store/journal",
            "store/sled/../../store/new.json",
        ] {
            assert_eq!(store_around(&home.join(inside)), Some(store.clone()), "{inside}");
        }
        for outside in ["papers/new", "papers", "new", "store.json", "store/../new"] {
            assert_eq!(store_around(&home.join(outside)), None, "{outside}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_into_a_store_are_followed() {
        use std::os::unix::fs::symlink;
        let home = tempfile::tempdir().unwrap();
        let home = fs::canonicalize(home.path()).unwrap();
        let store = home.join("store");
        drop(Store::open(&store).unwrap());
        symlink(&store, home.join("link")).unwrap();
        symlink(store.join("journal"), home.join("letter.json")).unwrap();
        for inside in ["link/new", "link/journal", "letter.json"] {
            assert_eq!(store_around(&home.join(inside)), Some(store.clone()), "{inside}");
        }
    }
}
