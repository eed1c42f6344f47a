//! Files written to where a person wants them, one after the other, each whole or not at all.
//! Does not know what is in them.

use crate::app::giving::{FilesPresent, GivePlace, GivenEnd, GivenFiles, NotGiven};
use crate::files::{DiskError, Readers, WholeFile};
use crate::papers::issue::{Dress, NotPut, Plan, PlannedFile};
use crate::store::store_around;
use std::fs;
use std::io::{self, ErrorKind};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// How many files are done, and of how many; the answer says whether to go on.
pub type Watch<'a> = &'a mut dyn FnMut(usize, usize) -> ControlFlow<()>;

/// Writes the files of a plan. Unless they are to be replaced, a file that is there is never touched: all of those are
/// named before the first one is written, or stay beside those that are. Between two files `watch` may stop it; what
/// was written until then stays.
pub fn give(plan: Plan, dress: &Dress, to: &GivePlace, present: FilesPresent, watch: Watch) -> GivenFiles {
    let (GivePlace::File(place) | GivePlace::Folder(place)) = to;
    if let Some(store) = store_around(place) {
        return GivenFiles::nothing(NotGiven::InStore(store));
    }
    let paths = places(&plan, to);
    let mut files: Vec<(PlannedFile, PathBuf)> = plan.files.into_iter().zip(paths).collect();
    match present {
        FilesPresent::Refuse => {
            let present = files.iter().map(|(_, path)| path).filter(|path| is_there(path));
            let present: Vec<PathBuf> = present.cloned().collect();
            if !present.is_empty() {
                return GivenFiles::nothing(NotGiven::Present(present));
            }
        }
        FilesPresent::Keep => files.retain(|(_, path)| !is_there(path)),
        FilesPresent::Replace => {}
    }
    written(files, dress, to, present == FilesPresent::Replace, watch)
}

fn written(
    planned: Vec<(PlannedFile, PathBuf)>,
    dress: &Dress,
    to: &GivePlace,
    replaces: bool,
    watch: Watch,
) -> GivenFiles {
    if let GivePlace::Folder(folder) = to
        && let Err(error) = made(folder)
    {
        return GivenFiles::nothing(refused(folder, &error));
    }
    let (mut files, all) = (Vec::new(), planned.len());
    for (file, path) in planned {
        if watch(files.len(), all).is_break() {
            let end = GivenEnd::Stopped;
            return GivenFiles { files, end };
        }
        if let Err(why) = write(&path, file, dress, replaces) {
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
    let mut builder = fs::DirBuilder::new();
    // Letters name people, as minutes do: the folder is for its owner alone.
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(ErrorKind::NotADirectory.into()),
        // Of a file system that cannot be written to, or a drive's root, what counts is that the folder is there.
        Err(_) if folder.is_dir() => Ok(()),
        made => made,
    }
}

fn write(path: &Path, file: PlannedFile, dress: &Dress, replaces: bool) -> Result<(), NotGiven> {
    // What is replaced is the file that a link points to, and never the link.
    let linked = replaces.then(|| fs::canonicalize(path).ok()).flatten();
    let to = linked.as_deref().unwrap_or(path);
    let written = || -> Result<(), NotPut> {
        let mut out = WholeFile::beside(to, Readers::AsBefore).map_err(NotPut::Disk)?;
        file.put(dress, &mut out)?;
        let named = match replaces {
            true => out.replace(),
            false => out.create(),
        };
        named.map_err(NotPut::Disk)
    };
    written().map_err(|why| match why {
        NotPut::NotIssued(why) => NotGiven::NotIssued(why),
        NotPut::Disk(error) if !replaces && error.kind() == ErrorKind::AlreadyExists => {
            NotGiven::Present(vec![path.to_owned()])
        }
        NotPut::Disk(error) => refused(path, &error),
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
        let given = give(
            plan_of(&["a", "b", "c"]),
            &dress(),
            &to,
            FilesPresent::Refuse,
            &mut go_on,
        );
        let present = NotGiven::Present(vec![folder.path().join("b")]);
        assert_eq!(given, GivenFiles::nothing(present));
        assert_eq!(names(folder.path()), ["b"]);
        let given = give(
            plan_of(&["a", "b", "c"]),
            &dress(),
            &to,
            FilesPresent::Replace,
            &mut go_on,
        );
        assert_eq!((given.files.len(), given.end), (3, GivenEnd::Whole));
        assert_eq!(fs::read_to_string(folder.path().join("b")).unwrap(), "b");
    }

    #[test]
    fn files_that_are_there_may_stay_while_the_others_are_written() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("b"), "theirs").unwrap();
        let to = GivePlace::Folder(folder.path().to_owned());
        let keep = |plan| give(plan, &dress(), &to, FilesPresent::Keep, &mut go_on);
        let given = keep(plan_of(&["a", "b", "c"]));
        let wanted = ["a", "c"].map(|name| folder.path().join(name));
        assert_eq!((given.files, given.end), (wanted.into(), GivenEnd::Whole));
        assert_eq!(fs::read_to_string(folder.path().join("b")).unwrap(), "theirs");
        let given = keep(plan_of(&["a", "b", "c"]));
        assert_eq!((given.files.len(), given.end), (0, GivenEnd::Whole));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_when_the_file_it_points_to_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "before").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let to = GivePlace::File(link.clone());
        let given = give(plan_of(&["a"]), &dress(), &to, FilesPresent::Replace, &mut go_on);
        assert_eq!((given.files, given.end), (vec![link.clone()], GivenEnd::Whole));
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "a");
    }

    #[test]
    fn a_name_that_is_too_long_is_said_to_be() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x".repeat(300));
        let to = GivePlace::File(path.clone());
        let given = give(plan_of(&["a"]), &dress(), &to, FilesPresent::Refuse, &mut go_on);
        let why = NotGiven::Disk(path, DiskError::LongName);
        assert_eq!(given, GivenFiles::nothing(why));
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
        let given = give(
            plan_of(&["a", "b", "c"]),
            &dress(),
            &to,
            FilesPresent::Refuse,
            &mut stop,
        );
        assert_eq!(given.end, GivenEnd::Stopped);
        assert_eq!(given.files, [folder.path().join("new/a")]);
        assert_eq!(names(&folder.path().join("new")), ["a"]);
    }

    #[test]
    fn a_folder_is_made_where_only_itself_is_missing() {
        let folder = tempfile::tempdir().unwrap();
        let to = GivePlace::Folder(folder.path().join("none/new"));
        let given = give(plan_of(&["a"]), &dress(), &to, FilesPresent::Refuse, &mut go_on);
        let why = NotGiven::Disk(folder.path().join("none/new"), DiskError::NotFound);
        assert_eq!(given, GivenFiles::nothing(why));
        fs::write(folder.path().join("file"), "").unwrap();
        let to = GivePlace::Folder(folder.path().join("file"));
        let given = give(plan_of(&["a"]), &dress(), &to, FilesPresent::Refuse, &mut go_on);
        let why = NotGiven::Disk(folder.path().join("file"), DiskError::NotAFolder);
        assert_eq!(given, GivenFiles::nothing(why));
    }
}
