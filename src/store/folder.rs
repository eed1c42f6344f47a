//! The store's folder: what is where in it, who may read it, and the lock that only one process holds.
//!
//! It does not know what is inside the files.

use super::{StoreError, frame, opener};
use crate::files;
use std::{
    ffi::OsStr,
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read},
    path::{Path, PathBuf},
};

/// A store's folder that this process has to itself as long as the value lives.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    /// The lock goes when the file is closed, also when the process is killed.
    lock: File,
}

/// What a folder looks like before anything in it is touched.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FolderContent {
    /// Not there, or nothing in it.
    Nothing,
    /// A journal, sound or not.
    Store,
    /// sled without a journal.
    JournalMissing,
}

const LOCK: &str = "lock";
const JOURNAL: &str = "journal";
const SLED: &str = "sled";
const SEEN: &str = "seen";
const DRAFTS: &str = "drafts";

impl Folder {
    /// Looks at `path` without changing anything.
    ///
    /// # Errors
    /// [`StoreError::NotAStore`] when other things are there.
    pub(super) fn look(path: &Path) -> Result<FolderContent, StoreError> {
        let listing = match fs::read_dir(path) {
            Ok(listing) => listing,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(FolderContent::Nothing),
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                return Err(StoreError::NotAStore {
                    folder: path.to_owned(),
                });
            }
            Err(error) => return Err(StoreError::io(path)(error)),
        };
        let mut names = Vec::new();
        for item in listing {
            names.push(item.map_err(StoreError::io(path))?.file_name());
        }
        let has = |wanted: &str| names.iter().any(|name| name == wanted);
        // Others call their files journal too: one that stands alone must look like ours.
        if has(JOURNAL) && (has(SLED) || has(LOCK) || is_journal(&path.join(JOURNAL))) {
            return Ok(FolderContent::Store);
        }
        if has(SLED) && has(LOCK) && !has(JOURNAL) {
            return Ok(FolderContent::JournalMissing);
        }
        // The lock and a half-made journal are what a crash in the middle of creation leaves behind.
        if names.iter().all(|name| name == LOCK || is_left_over(name)) {
            return Ok(FolderContent::Nothing);
        }
        Err(StoreError::NotAStore {
            folder: path.to_owned(),
        })
    }

    /// Whether a store lies right in the folder `path`.
    pub(super) fn is_store(path: &Path) -> bool {
        let has = |name: &str| path.join(name).symlink_metadata().is_ok();
        let journal = path.join(JOURNAL);
        match has(JOURNAL) {
            true => has(SLED) || has(LOCK) || is_journal(&journal),
            false => has(SLED) && has(LOCK),
        }
    }

    /// Takes the lock, and makes the folder where there is none.
    ///
    /// # Errors
    /// [`StoreError::Locked`] when another process has it; [`StoreError::Disk`] and the like from the system.
    pub(super) fn lock(path: &Path) -> Result<Folder, StoreError> {
        make_private_folder(path).map_err(StoreError::io(path))?;
        let lock_path = path.join(LOCK);
        let lock = private_file()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&lock_path);
        let lock = lock.map_err(StoreError::io(&lock_path))?;
        match lock.try_lock() {
            Ok(()) => {
                opener::forget(&lock);
                let path = path.to_owned();
                Ok(Folder { path, lock })
            }
            Err(TryLockError::WouldBlock) => Err(held(path)),
            Err(TryLockError::Error(error)) => Err(StoreError::io(&lock_path)(error)),
        }
    }

    /// Says to whoever meets the lock who holds it.
    pub(super) fn say_opener(&self, person: &str, process: u32) {
        opener::say(&self.lock, person, process);
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn journal(&self) -> PathBuf {
        journal_of(&self.path)
    }

    /// What of the journal was read over before.
    pub(super) fn seen(&self) -> PathBuf {
        self.path.join(SEEN)
    }

    /// What is being written and not saved.
    pub(super) fn drafts(&self) -> PathBuf {
        self.path.join(DRAFTS)
    }

    pub(super) fn sled(&self) -> PathBuf {
        self.path.join(SLED)
    }

    /// Renames `path` (inside the folder) to the next free `NAME.aside-N`. `None` when there was nothing.
    pub(super) fn set_aside(&self, path: &Path) -> Result<Option<PathBuf>, StoreError> {
        if !path.exists() {
            return Ok(None);
        }
        let to = self.free_name(path);
        fs::rename(path, &to).map_err(StoreError::io(path))?;
        self.sync()?;
        Ok(Some(to))
    }

    /// Gives `path` (a file in the folder) a second name, the next free `NAME.aside-N`, so that the file stays when
    /// the first name is taken by another. `None` when there was nothing.
    pub(super) fn keep_aside(&self, path: &Path) -> Result<Option<PathBuf>, StoreError> {
        if !path.exists() {
            return Ok(None);
        }
        let to = self.free_name(path);
        // Not every file system has second names.
        fs::hard_link(path, &to)
            .or_else(|_| fs::copy(path, &to).map(drop))
            .map_err(StoreError::io(&to))?;
        self.sync()?;
        Ok(Some(to))
    }

    /// Removes files that a killed process did not write to their end. One that cannot be removed does no harm.
    pub(super) fn remove_left_over(&self) {
        let items = fs::read_dir(&self.path).into_iter().flatten().flatten();
        for item in items.filter(|item| is_left_over(&item.file_name())) {
            let _ = fs::remove_file(item.path());
        }
    }

    pub(super) fn free_name(&self, path: &Path) -> PathBuf {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let free = (1..u32::MAX)
            .map(|number| self.path.join(format!("{name}.aside-{number}")))
            .find(|to| !to.exists());
        free.unwrap_or_else(|| self.path.join(format!("{name}.aside")))
    }

    /// Makes the folder's own name durable.
    pub(super) fn sync_parent(&self) -> Result<(), StoreError> {
        sync_folder(parent_of(&self.path))
    }

    /// Makes names in the folder durable. Windows has no such thing and needs none.
    pub(super) fn sync(&self) -> Result<(), StoreError> {
        sync_folder(&self.path)
    }
}

/// The error that a store in another process's hands is.
pub(super) fn held(folder: &Path) -> StoreError {
    StoreError::Locked {
        folder: folder.to_owned(),
        opener: opener::read(&folder.join(LOCK)),
    }
}

/// The journal of the store in a folder.
pub(super) fn journal_of(folder: &Path) -> PathBuf {
    folder.join(JOURNAL)
}

fn is_left_over(name: &OsStr) -> bool {
    name.to_str().is_some_and(files::is_left_over)
}

fn is_journal(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(frame::MAGIC.len() as u64).read_to_end(&mut start));
    read.is_ok() && start == frame::MAGIC.as_bytes()
}

/// Makes the names in `path` durable.
fn sync_folder(path: &Path) -> Result<(), StoreError> {
    sync_names(path).map_err(StoreError::io(path))
}

fn sync_names(path: &Path) -> io::Result<()> {
    match cfg!(unix) {
        true => File::open(path)?.sync_all(),
        false => Ok(()),
    }
}

/// Options for files that only their owner may read: minutes name people.
pub(super) fn private_file() -> OpenOptions {
    #[allow(unused_mut)]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a folder, and those above it, that only their owner may enter; their names are durable then. One that exists
/// is left as it is.
pub(super) fn make_private_folder(path: &Path) -> io::Result<()> {
    let is_new = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
    let new: Vec<&Path> = path.ancestors().take_while(is_new).collect();
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    new.into_iter()
        .try_for_each(|folder| sync_names(parent_of(folder)))
}

/// The folder in which a path has its name.
fn parent_of(path: &Path) -> &Path {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_other_things_is_no_store_and_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("letter.txt"), "x").unwrap();
        assert!(matches!(
            Folder::look(folder.path()),
            Err(StoreError::NotAStore { .. })
        ));
        assert!(matches!(
            Folder::look(&folder.path().join("letter.txt")),
            Err(StoreError::NotAStore { .. })
        ));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn another_programs_journal_is_no_store() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("journal"), "dear diary").unwrap();
        assert!(matches!(
            Folder::look(folder.path()),
            Err(StoreError::NotAStore { .. })
        ));
        fs::write(
            folder.path().join("journal"),
            "dabir-journal 1 damaged from here on",
        )
        .unwrap();
        assert_eq!(Folder::look(folder.path()), Ok(FolderContent::Store));
    }

    #[test]
    fn what_a_crash_during_creation_leaves_counts_as_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("lock"), "").unwrap();
        fs::write(folder.path().join("dabir-x1Y2z3.part"), "dab").unwrap();
        assert_eq!(Folder::look(folder.path()), Ok(FolderContent::Nothing));
        assert_eq!(
            Folder::look(&folder.path().join("none")),
            Ok(FolderContent::Nothing)
        );
    }

    #[test]
    fn what_was_not_written_to_its_end_is_removed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let locked = Folder::lock(folder.path()).unwrap();
        for name in ["dabir-x1Y2z3.part", "journal", "journal.aside-1"] {
            fs::write(folder.path().join(name), "dab").unwrap();
        }
        locked.remove_left_over();
        let there = |name: &str| folder.path().join(name).exists();
        assert!(!there("dabir-x1Y2z3.part"));
        assert!(there("journal") && there("journal.aside-1") && there(LOCK));
    }

    #[test]
    fn sled_without_a_journal_is_a_store_that_lost_it() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("lock"), "").unwrap();
        fs::create_dir(folder.path().join("sled")).unwrap();
        assert_eq!(Folder::look(folder.path()), Ok(FolderContent::JournalMissing));
    }

    #[test]
    fn things_are_set_aside_under_the_next_free_number() {
        let folder = tempfile::tempdir().unwrap();
        let locked = Folder::lock(folder.path()).unwrap();
        for number in 1..3 {
            fs::write(locked.journal(), "x").unwrap();
            let aside = locked.set_aside(&locked.journal()).unwrap().unwrap();
            assert_eq!(aside, folder.path().join(format!("journal.aside-{number}")));
        }
        assert_eq!(locked.set_aside(&locked.journal()), Ok(None));
    }
}
