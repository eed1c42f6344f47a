//! A folder for a store that is gone at the end, also where a signal ends the program; what a killed program left is
//! cleared by the next one. Does not know what is put into it.

use super::clock;
use rustix::process::getuid;
use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;
use std::fs::{self, DirEntry, File};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Younger folders may be in the making: nobody has locked them yet.
const LEFT_FOR: Duration = Duration::from_secs(600);

/// The folders that a signal takes along.
static WATCHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
static IS_WATCHING: AtomicBool = AtomicBool::new(false);
/// Somebody else decides what Ctrl-C does.
static LEAVES_INTERRUPT: AtomicBool = AtomicBool::new(false);

fn watched() -> MutexGuard<'static, Vec<PathBuf>> {
    // Each change of it is one call.
    WATCHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A folder, not yet made, that is removed with everything in it when this is dropped.
#[derive(Debug)]
pub struct ThrowAway(PathBuf);

impl ThrowAway {
    /// One that nobody else has; `name` tells what it is for.
    pub fn named(name: &str) -> ThrowAway {
        let begin = beginning(name);
        let parent = std::env::temp_dir();
        for left in entries(&parent, &begin).filter(is_left) {
            // What cannot be removed is cleared by the system one day.
            let _ = fs::remove_dir_all(left.path());
        }
        ThrowAway(parent.join(format!("{begin}{}", clock::fresh_id())))
    }

    /// The same, removed also where a signal ends the program.
    pub fn watched(name: &str) -> ThrowAway {
        let folder = ThrowAway::named(name);
        watched().push(folder.0.clone());
        watch();
        folder
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for ThrowAway {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
        watched().retain(|watched| *watched != self.0);
    }
}

/// From now on Ctrl-C is left to somebody who has asked for it.
pub(super) fn leave_interrupt() {
    LEAVES_INTERRUPT.store(true, Ordering::Relaxed);
}

fn beginning(name: &str) -> String {
    format!("dabir-{name}-")
}

fn entries(folder: &Path, begin: &str) -> impl Iterator<Item = DirEntry> {
    let begins = move |entry: &DirEntry| entry.file_name().to_string_lossy().starts_with(begin);
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(begins)
}

/// Whether it is a folder of this person's that was left by a program which does not run any more.
fn is_left(entry: &DirEntry) -> bool {
    // Links are not followed.
    let Ok(found) = entry.metadata() else { return false };
    let age = found.modified().ok().and_then(|made| made.elapsed().ok());
    let is_old = age.is_some_and(|age| age > LEFT_FOR);
    found.is_dir() && found.uid() == getuid().as_raw() && is_old && !is_in_use(&entry.path())
}

fn is_in_use(store: &Path) -> bool {
    File::open(store.join("lock")).is_ok_and(|lock| lock.try_lock().is_err())
}

fn watch() {
    if IS_WATCHING.swap(true, Ordering::Relaxed) {
        return;
    }
    // Where the system gives no signals, the next program clears what is left.
    let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM]) else {
        return;
    };
    thread::spawn(move || {
        for signal in signals.forever() {
            if signal == SIGINT && LEAVES_INTERRUPT.load(Ordering::Relaxed) {
                continue;
            }
            for folder in watched().drain(..) {
                let _ = fs::remove_dir_all(folder);
            }
            let _ = emulate_default_handler(signal);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    /// A folder as a killed program leaves it, so old.
    fn left(parent: &Path, name: &str, age: Duration) -> File {
        let folder = parent.join(name);
        fs::create_dir(&folder).unwrap();
        let lock = File::create(folder.join("lock")).unwrap();
        File::open(&folder)
            .unwrap()
            .set_modified(SystemTime::now() - age)
            .unwrap();
        lock
    }

    #[test]
    fn what_a_killed_program_left_is_told_from_what_is_in_use_or_in_the_making() {
        let parent = tempfile::tempdir().unwrap();
        let hour = Duration::from_secs(3600);
        let _closed = left(parent.path(), "dabir-read-old", hour);
        let used = left(parent.path(), "dabir-read-used", hour);
        used.try_lock().unwrap();
        let _young = left(parent.path(), "dabir-read-young", Duration::ZERO);
        let _other = left(parent.path(), "dabir-other-old", hour);
        std::os::unix::fs::symlink(
            parent.path().join("dabir-read-old"),
            parent.path().join("dabir-read-link"),
        )
        .unwrap();
        let found = entries(parent.path(), "dabir-read-").filter(is_left);
        let names: Vec<_> = found
            .map(|entry| entry.file_name().into_string().unwrap())
            .collect();
        assert_eq!(names, ["dabir-read-old"]);
    }

    #[test]
    fn it_is_gone_with_its_value() {
        let folder = ThrowAway::watched("test");
        fs::create_dir(folder.path()).unwrap();
        fs::write(folder.path().join("x"), "").unwrap();
        let path = folder.path().to_owned();
        assert!(watched().contains(&path));
        drop(folder);
        assert!(!path.exists() && !watched().contains(&path));
    }
}
