//! A folder for a store that is gone at the end. Does not know what is put into it.

use crate::host::clock;
use std::path::{Path, PathBuf};

/// A folder, not yet made, that is removed with everything in it when this is dropped.
pub(super) struct ThrowAway(PathBuf);

impl ThrowAway {
    /// One that nobody else has; `name` tells what it is for.
    pub(super) fn named(name: &str) -> ThrowAway {
        ThrowAway(std::env::temp_dir().join(format!("dabir-{name}-{}", clock::fresh_id())))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for ThrowAway {
    fn drop(&mut self) {
        // What cannot be removed is cleared by the system one day.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
