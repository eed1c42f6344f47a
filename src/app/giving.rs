//! Files that are given out: where they go, and what came of it. Does not write them; the host does.

use crate::office::command::DiskError;
use crate::papers::issue::{IssueRequest, NotIssued};
use crate::say::obstacles;
use crate::words::{Arg, Words};
use std::path::{Path, PathBuf};

/// Where files go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivePlace {
    /// To this name, which a person chose.
    File(PathBuf),
    /// Into this folder, each under its own name. It is made where only itself is missing.
    Folder(PathBuf),
}

/// What comes of files that are there already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FilesPresent {
    /// They are named, and nothing is written.
    #[default]
    Refuse,
    /// They stay, and the others are written.
    Keep,
    /// They are replaced.
    Replace,
}

/// What the host is to give out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GiveOrder {
    /// What.
    pub request: IssueRequest,
    /// Where to.
    pub to: GivePlace,
    /// What comes of files that are there.
    pub present: FilesPresent,
}

/// What was given out.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenFiles {
    /// The files that are on the disk, whole.
    pub files: Vec<PathBuf>,
    /// How it ended.
    pub end: GivenEnd,
}

/// How giving out ended.
#[derive(Clone, Debug, PartialEq)]
pub enum GivenEnd {
    /// All files are there.
    Whole,
    /// The person stopped it; the others were not begun.
    Stopped,
    /// One could not be given; those behind it were not begun.
    Failed(NotGiven),
}

/// Why a file is not given.
#[derive(Clone, Debug, PartialEq)]
pub enum NotGiven {
    /// There is no document.
    NotIssued(NotIssued),
    /// These files are there already, and nobody said that they shall be replaced. Nothing was written.
    Present(Vec<PathBuf>),
    /// It was to go into this folder of a store, where nobody but the store writes.
    InStore(PathBuf),
    /// The disk refuses.
    Disk(PathBuf, DiskError),
    /// A file that documents are made with, as the one of a font, cannot be read.
    Unread(PathBuf, DiskError),
}

impl GivenFiles {
    /// Nothing was given, because of this.
    pub fn nothing(why: NotGiven) -> GivenFiles {
        GivenFiles {
            files: Vec::new(),
            end: GivenEnd::Failed(why),
        }
    }
}

/// A path as it is said: what no line can show, a line break above all, by its escape.
pub fn path_said(path: &Path) -> String {
    let mut said = String::new();
    for c in path.display().to_string().chars() {
        match c.is_control() {
            true => said.extend(c.escape_default()),
            false => said.push(c),
        }
    }
    said
}

/// How many of the files that are there already are named.
const MOST_NAMED: usize = 5;

impl NotGiven {
    /// What is said about it, without what a person can do about files that are there: that differs.
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            NotGiven::NotIssued(why) => why.sentence(words),
            NotGiven::Present(paths) => present(words, paths),
            NotGiven::InStore(folder) => {
                words.say_with("write-in-store", &[("path", path_said(folder).into())])
            }
            NotGiven::Disk(path, error) => of_disk(words, path, *error),
            NotGiven::Unread(path, error) => {
                let [cause, remedy] = obstacles::of_disk(words, *error);
                let path = ("path", path_said(path).into());
                words.say_with("given-unread", &[path, cause, remedy])
            }
        }
    }
}

/// The files that are there already, by name; of many the first ones and their count.
fn present(words: &Words, paths: &[PathBuf]) -> String {
    let named = paths.iter().take(MOST_NAMED).map(|path| path_said(path));
    let named: Vec<String> = named.collect();
    let args: [(&str, Arg); 3] = [
        ("files", named.join("، ").into()),
        ("count", paths.len().into()),
        ("more", paths.len().saturating_sub(MOST_NAMED).into()),
    ];
    words.say_with(
        match paths.len() {
            1 => "given-present",
            count if count <= MOST_NAMED => "given-present-many",
            _ => "given-present-more",
        },
        &args,
    )
}

fn of_disk(words: &Words, path: &Path, error: DiskError) -> String {
    let path = ("path", path_said(path).into());
    match error {
        DiskError::NotFound => words.say_with("write-no-folder", &[path]),
        DiskError::IsAFolder => words.say_with("write-is-folder", &[path]),
        error => {
            let [cause, remedy] = obstacles::of_disk(words, error);
            words.say_with("write-failed", &[path, cause, remedy])
        }
    }
}
