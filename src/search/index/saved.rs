//! The index's folder: which files belong to it, and what of them is not valid any more. Does not know what a segment
//! holds.
//!
//! `list` is the one file that says so; a segment that it does not name is left
//! over and removed. Its line is JSON behind a CRC32C.

use super::bits::Bits;
use super::held::{Index, LiveSegment};
use super::merge::merge;
use super::segment::Segment;
use crate::files::{self, Readers};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const LIST: &str = "list";
/// A segment that is being merged; under this name [`Index::save`] leaves it alone.
const MERGING: &str = "merging";
/// Up to so many segments of about the same size are left as they are.
const FEW_SEGMENTS: usize = 3;

#[derive(Serialize, Deserialize)]
struct List {
    version: u32,
    /// What the index's owner wants to know again.
    note: String,
    /// Names of segments, each with its documents that are gone.
    segments: Vec<(String, Vec<usize>)>,
    touched: BTreeMap<String, bool>,
}

/// Another one when what segments hold is changed: an index of another version is made again.
const VERSION: u32 = 5;

impl Index {
    /// Opens the index in `folder`. Beside it stands the note with which it was saved.
    ///
    /// # Errors
    /// `NotFound` where there is none, `InvalidData` where it is damaged or of another version; it is made again then.
    pub fn open(folder: &Path) -> io::Result<(Index, String)> {
        let bytes = fs::read_to_string(folder.join(LIST))?;
        let invalid = || io::Error::new(io::ErrorKind::InvalidData, "the index's list is damaged");
        let (sum, json) = bytes.split_once(' ').ok_or_else(invalid)?;
        if sum != format!("{:08x}", crc32c::crc32c(json.as_bytes())) {
            return Err(invalid());
        }
        let list: List = serde_json::from_str(json)?;
        if list.version != VERSION {
            return Err(invalid());
        }
        let mut index = Index::default();
        for (name, gone) in &list.segments {
            index.add_segment(&folder.join(name))?;
            if let Some(part) = index.segments.last_mut() {
                gone.iter().for_each(|document| part.gone.add(*document));
            }
        }
        index.touched = list.touched;
        // Left over where merging was cut off.
        let _ = fs::remove_file(folder.join(MERGING));
        remove_others(folder, &index.names())?;
        Ok((index, list.note))
    }

    /// Writes what is in memory and then the list, with a note for the next opening.
    ///
    /// # Errors
    /// Those of the file system; what was saved before is still valid then.
    pub fn save(&mut self, folder: &Path, note: &str) -> io::Result<()> {
        while self.fresh() > 0 {
            self.write_fresh(&free_name(folder))?;
        }
        let gone = |part: &LiveSegment| part.gone.iter().collect::<Vec<_>>();
        let list = List {
            version: VERSION,
            note: note.to_owned(),
            segments: self
                .names()
                .into_iter()
                .zip(self.segments.iter().map(gone))
                .collect(),
            touched: self.touched.clone(),
        };
        let json = serde_json::to_string(&list)?;
        let sum = crc32c::crc32c(json.as_bytes());
        files::replace(&folder.join(LIST), Readers::Owner, |out| {
            write!(out, "{sum:08x} {json}")
        })?;
        remove_others(folder, &self.names())
    }

    /// The segments that should be made into one, where there are more than a few of about the same size.
    pub fn to_merge(&self) -> Option<Merging> {
        let size = |part: &&LiveSegment| part.segment.documents() - part.gone.count();
        let mut parts: Vec<&LiveSegment> = self.segments.iter().collect();
        parts.sort_by_cached_key(size);
        let mut rest: usize = parts.iter().map(size).sum();
        // Those far larger than all smaller ones together wait until these have grown.
        while let Some(largest) = parts.last().map(size) {
            rest -= largest;
            if largest <= 2 * rest {
                break;
            }
            parts.pop();
        }
        let is_wanted = parts.len() > FEW_SEGMENTS;
        is_wanted.then(|| Merging {
            parts: parts.into_iter().cloned().collect(),
        })
    }

    /// Takes a merged segment in place of those it was made of; what was taken out of them meanwhile is gone from it
    /// too. It is valid with the next [`Index::save`] in `folder`. Returns whether these segments were still there.
    ///
    /// # Errors
    /// Those of the file system; everything stays as it was then.
    pub fn take_merged(&mut self, merged: Merged, folder: &Path) -> io::Result<bool> {
        let Merged {
            mut segment,
            numbers,
            parts,
        } = merged;
        let place = |part: &LiveSegment| {
            let is_it = |own: &LiveSegment| Arc::ptr_eq(&own.segment, &part.segment);
            self.segments.iter().position(is_it)
        };
        let Some(places) = parts.iter().map(place).collect::<Option<Vec<usize>>>() else {
            return Ok(false);
        };
        let path = free_name(folder);
        fs::rename(&segment.path, &path)?;
        segment.path = path;
        let mut gone = Bits::none(segment.documents());
        for (place, numbers) in places.iter().zip(numbers) {
            let of_part = self.segments[*place].gone.iter();
            // What was gone before has no number, which is none of the documents.
            of_part.for_each(|document| gone.add(numbers[document] as usize));
        }
        let mut place = 0;
        self.segments.retain(|_| {
            place += 1;
            !places.contains(&(place - 1))
        });
        let segment = Arc::new(segment);
        self.segments.push(LiveSegment { segment, gone });
        Ok(true)
    }

    fn names(&self) -> Vec<String> {
        let name = |part: &LiveSegment| {
            part.segment
                .path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned()
        };
        self.segments.iter().map(name).collect()
    }
}

/// Segments that are to be made into one; they go on answering meanwhile.
#[derive(Debug)]
pub struct Merging {
    parts: Vec<LiveSegment>,
}

/// One segment made of several.
#[derive(Debug)]
pub struct Merged {
    segment: Segment,
    /// For each of `parts` the new numbers of its documents.
    numbers: Vec<Vec<u32>>,
    parts: Vec<LiveSegment>,
}

impl Merging {
    /// Makes them into one, in a file of `folder`; `is_wanted` is asked now and then whether to go on.
    ///
    /// # Errors
    /// Where a segment cannot be read or the new one not be written; `Interrupted` where it is not wanted any more.
    pub fn run(self, folder: &Path, is_wanted: &dyn Fn() -> bool) -> io::Result<Merged> {
        let path = folder.join(MERGING);
        let numbers = merge(&self.parts, &path, is_wanted)?;
        Ok(Merged {
            segment: Segment::open(&path)?,
            numbers,
            parts: self.parts,
        })
    }
}

/// A name that no file in the folder has.
pub(super) fn free_name(folder: &Path) -> PathBuf {
    let mut names = (1u32..).map(|number| folder.join(format!("segment-{number}")));
    names
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join("segment"))
}

fn remove_others(folder: &Path, names: &[String]) -> io::Result<()> {
    for item in fs::read_dir(folder)? {
        let item = item?;
        let name = item.file_name().to_string_lossy().into_owned();
        let is_segment = name.starts_with("segment") && !names.contains(&name);
        if is_segment || files::is_left_over(&name) {
            // One that cannot be removed does no harm.
            let _ = fs::remove_file(item.path());
        }
    }
    Ok(())
}

#[cfg(test)]
impl Merging {
    /// All segments, whatever their sizes.
    pub(super) fn of(index: &Index) -> Merging {
        Merging {
            parts: index.segments.clone(),
        }
    }
}
