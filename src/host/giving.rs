//! Files written to where a person wants them, one after the other, each whole or not at all.
//! Does not know what is in them.

use crate::app::giving::{GivePlace, GivenEnd, GivenFiles, NotGiven};
use crate::files::{DiskError, Readers, WholeFile};
use crate::papers::issue::{Dress, Plan};
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// How many files are done, and of how many; the answer says whether to go on.
pub type Watch<'a> = &'a mut dyn FnMut(usize, usize) -> ControlFlow<()>;

/// Writes the files of a plan. Where `replaces` is not set, a file that is there is never touched: all of those are
/// named before the first one is written. Between two files `watch` may stop it; what was written until then stays.
pub fn give(plan: Plan, dress: &Dress, to: &GivePlace, replaces: bool, watch: Watch) -> GivenFiles {
    let paths = places(&plan, to);
    if !replaces {
        let present: Vec<PathBuf> = paths.iter().filter(|path| is_there(path)).cloned().collect();
        if !present.is_empty() {
            return GivenFiles::nothing(NotGiven::Present(present));
        }
    }
    if let GivePlace::Folder(folder) = to
        && let Err(error) = made(folder)
    {
        return GivenFiles::nothing(refused(folder, &error));
    }
    let (mut files, all) = (Vec::new(), paths.len());
    for (file, path) in plan.files.into_iter().zip(paths) {
        if watch(files.len(), all).is_break() {
            let end = GivenEnd::Stopped;
            return GivenFiles { files, end };
        }
        let written = file.bytes(dress).map_err(NotGiven::NotIssued);
        if let Err(why) = written.and_then(|bytes| write(&path, &bytes, replaces)) {
            let end = GivenEnd::Failed(why);
            return GivenFiles { files, end };
        }
        files.push(path);
    }
    let end = GivenEnd::Whole;
    GivenFiles { files, end }
}

/// Where each file of the plan goes. A name that a person chose is that of the first one.
fn places(plan: &Plan, to: &GivePlace) -> Vec<PathBuf> {
    match to {
        GivePlace::File(path) => plan.files.iter().take(1).map(|_| path.clone()).collect(),
        GivePlace::Folder(folder) => plan.files.iter().map(|file| folder.join(&file.name)).collect(),
    }
}

/// Also a link that points nowhere is there. A folder in the place of a file is said by the writing.
fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| !found.is_dir())
}

/// The folder, made where only itself is missing: a slip in a longer path is not made true.
fn made(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(ErrorKind::NotADirectory.into()),
        // Of a file system that cannot be written to, or a drive's root, what counts is that the folder is there.
        Err(_) if folder.is_dir() => Ok(()),
        made => made,
    }
}

fn write(path: &Path, bytes: &[u8], replaces: bool) -> Result<(), NotGiven> {
    let written = WholeFile::beside(path, Readers::AsBefore).and_then(|mut file| {
        file.write_all(bytes)?;
        match replaces {
            true => file.replace(),
            false => file.create(),
        }
    });
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists if !replaces => NotGiven::Present(vec![path.to_owned()]),
        _ => refused(path, &error),
    })
}

fn refused(path: &Path, error: &io::Error) -> NotGiven {
    tracing::warn!(%error, "a file was not given");
    NotGiven::Disk(path.to_owned(), DiskError::from(error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::issue::plan_of;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn go_on(_: usize, _: usize) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn dress() -> Dress {
        Dress::default()
    }

    #[test]
    fn files_that_are_there_are_named_before_the_first_one_is_written() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("b"), "theirs").unwrap();
        let to = GivePlace::Folder(folder.path().to_owned());
        let given = give(plan_of(&["a", "b", "c"]), &dress(), &to, false, &mut go_on);
        let present = NotGiven::Present(vec![folder.path().join("b")]);
        assert_eq!(given, GivenFiles::nothing(present));
        assert_eq!(names(folder.path()), ["b"]);
        let given = give(plan_of(&["a", "b", "c"]), &dress(), &to, true, &mut go_on);
        assert_eq!((given.files.len(), given.end), (3, GivenEnd::Whole));
        assert_eq!(fs::read_to_string(folder.path().join("b")).unwrap(), "b");
    }

    #[test]
    fn what_is_stopped_between_two_files_leaves_the_first_whole_and_the_second_unbegun() {
        let folder = tempfile::tempdir().unwrap();
        let to = GivePlace::Folder(folder.path().join("new"));
        let mut stop = |done: usize, all: usize| {
            assert_eq!(all, 3);
            match done {
                0 => ControlFlow::Continue(()),
                _ => ControlFlow::Break(()),
            }
        };
        let given = give(plan_of(&["a", "b", "c"]), &dress(), &to, false, &mut stop);
        assert_eq!(given.end, GivenEnd::Stopped);
        assert_eq!(given.files, [folder.path().join("new/a")]);
        assert_eq!(names(&folder.path().join("new")), ["a"]);
    }

    #[test]
    fn a_folder_is_made_where_only_itself_is_missing() {
        let folder = tempfile::tempdir().unwrap();
        let to = GivePlace::Folder(folder.path().join("none/new"));
        let given = give(plan_of(&["a"]), &dress(), &to, false, &mut go_on);
        let why = NotGiven::Disk(folder.path().join("none/new"), DiskError::NotFound);
        assert_eq!(given, GivenFiles::nothing(why));
        fs::write(folder.path().join("file"), "").unwrap();
        let to = GivePlace::Folder(folder.path().join("file"));
        let given = give(plan_of(&["a"]), &dress(), &to, false, &mut go_on);
        let why = NotGiven::Disk(folder.path().join("file"), DiskError::NotAFolder);
        assert_eq!(given, GivenFiles::nothing(why));
    }
}
