//! Files that are written whole or not at all.
//! What they hold does not matter here.

use super::{Readers, WholeFile, is_left_over, replace};
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn put(to: &Path, readers: Readers, text: &str) -> io::Result<()> {
    replace(to, readers, |out| out.write_all(text.as_bytes()))
}

fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    entries.map(name).collect()
}

#[test]
fn a_file_is_replaced_whole_and_nothing_lies_beside_it() {
    let folder = folder();
    let to = folder.path().join("minutes");
    for text in ["long before", "now"] {
        put(&to, Readers::Owner, text).unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), text);
        assert_eq!(names(&folder), ["minutes"]);
    }
}

#[test]
fn a_file_that_is_not_written_to_its_end_leaves_what_was_there() {
    let folder = folder();
    let to = folder.path().join("minutes");
    put(&to, Readers::Owner, "before").unwrap();
    let broken = replace(&to, Readers::Owner, |out| {
        out.write_all(&[b'x'; 1 << 18])?;
        Err(ErrorKind::StorageFull.into())
    });
    assert_eq!(broken.unwrap_err().kind(), ErrorKind::StorageFull);
    assert_eq!(fs::read_to_string(&to).unwrap(), "before");
    assert_eq!(names(&folder), ["minutes"]);
}

#[test]
fn what_is_written_can_be_read_over_before_it_has_its_name() {
    let folder = folder();
    let to = folder.path().join("minutes");
    let mut file = WholeFile::beside(&to, Readers::Owner).unwrap();
    file.write_all(b"now").unwrap();
    let part = file.synced().unwrap().to_owned();
    assert_eq!(fs::read_to_string(&part).unwrap(), "now");
    assert!(is_left_over(part.file_name().unwrap().to_str().unwrap()));
    assert!(!to.exists());
    file.replace().unwrap();
    assert_eq!((to.exists(), part.exists()), (true, false));
}

#[test]
fn nothing_is_written_where_there_is_no_folder_and_in_place_of_one() {
    let folder = folder();
    let in_none = put(&folder.path().join("none/minutes"), Readers::Owner, "now");
    assert_eq!(in_none.unwrap_err().kind(), ErrorKind::NotFound);
    let below_file = folder.path().join("file");
    fs::write(&below_file, "").unwrap();
    let below = put(&below_file.join("minutes"), Readers::Owner, "now");
    assert_eq!(below.unwrap_err().kind(), ErrorKind::NotADirectory);
    let other = folder.path().join("other");
    fs::create_dir(&other).unwrap();
    let in_place = put(&other, Readers::Owner, "now");
    assert_eq!(in_place.unwrap_err().kind(), ErrorKind::IsADirectory);
    assert!(other.is_dir());
    let mut left = names(&folder);
    left.sort();
    assert_eq!(left, ["file", "other"]);
}

#[test]
fn a_file_that_is_there_is_not_replaced_unless_asked() {
    let folder = folder();
    let to = folder.path().join("minutes");
    let create = |text: &str| {
        let mut file = WholeFile::beside(&to, Readers::Owner).unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.create()
    };
    create("first").unwrap();
    assert_eq!(create("second").unwrap_err().kind(), ErrorKind::AlreadyExists);
    assert_eq!(fs::read_to_string(&to).unwrap(), "first");
    assert_eq!(names(&folder), ["minutes"]);
}

#[test]
fn names_of_others_are_not_taken_for_left_over_ones() {
    assert!(is_left_over("dabir-aB3xYz.part"));
    for other in ["minutes", "minutes.part", "dabir-.md", "dabir-1.4.part", "dabir"] {
        assert!(!is_left_over(other), "{other}");
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn only_its_owner_reads_a_file_unless_others_may() {
        let folder = folder();
        let to = folder.path().join("minutes");
        put(&to, Readers::AsBefore, "now").unwrap();
        assert_eq!(mode(&to), 0o600, "a new file");
        fs::set_permissions(&to, fs::Permissions::from_mode(0o664)).unwrap();
        put(&to, Readers::AsBefore, "now").unwrap();
        assert_eq!(mode(&to), 0o664);
        put(&to, Readers::Owner, "now").unwrap();
        assert_eq!(mode(&to), 0o600);
    }

    #[test]
    fn what_is_no_file_is_not_replaced() {
        use std::os::unix::net::UnixListener;
        let folder = folder();
        let to = folder.path().join("socket");
        let _socket = UnixListener::bind(&to).unwrap();
        for readers in [Readers::Owner, Readers::AsBefore] {
            let refused = put(&to, readers, "now");
            assert_eq!(refused.unwrap_err().kind(), ErrorKind::AlreadyExists);
        }
        assert_eq!(names(&folder), ["socket"]);
        assert!(!fs::metadata(&to).unwrap().is_file());
    }

    #[test]
    fn a_link_is_replaced_and_what_it_points_to_is_left_alone() {
        let folder = folder();
        let (to, real) = (folder.path().join("minutes"), folder.path().join("real"));
        fs::write(&real, "theirs").unwrap();
        symlink(&real, &to).unwrap();
        // The name that was once given to half-written files.
        symlink(&real, folder.path().join("minutes.part")).unwrap();
        put(&to, Readers::Owner, "now").unwrap();
        assert!(!to.is_symlink());
        assert_eq!(fs::read_to_string(&to).unwrap(), "now");
        assert_eq!(fs::read_to_string(&real).unwrap(), "theirs");
    }
}
