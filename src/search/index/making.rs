//! An index made from documents that come one after another. Does not know where they come from.

use super::build::{MOST_DOCUMENTS, SegmentBuilder};
use super::document::{Document, SessionFacts};
use super::held::Index;
use super::saved::free_name;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// An index in the making. Only one segment is in memory at a time.
#[derive(Debug)]
pub struct Making {
    folder: PathBuf,
    builder: SegmentBuilder,
    index: Index,
    /// The next segment is written with so many documents: the first ones are small, so that there is soon something.
    next: usize,
    has_grown: bool,
}

const FIRST_DOCUMENTS: usize = 1024;

impl Making {
    /// Begins in `folder`, which is made where it is not there. What lay in it is removed.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn begin(folder: &Path) -> io::Result<Making> {
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(folder)?;
        Ok(Making {
            folder: folder.to_owned(),
            builder: SegmentBuilder::default(),
            index: Index::default(),
            next: FIRST_DOCUMENTS,
            has_grown: false,
        })
    }

    /// Takes a document in; they come in the order of their keys.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn add(&mut self, document: &Document, session: &SessionFacts) -> io::Result<()> {
        self.builder.add(document, session);
        if self.builder.len() >= self.next {
            self.write()?;
            (self.next, self.has_grown) = ((self.next * 2).min(MOST_DOCUMENTS), true);
        }
        Ok(())
    }

    /// What there is so far, where that is more than when it was last asked for.
    pub fn grown(&mut self) -> Option<Index> {
        std::mem::take(&mut self.has_grown).then(|| self.index.copy_of_segments())
    }

    fn write(&mut self) -> io::Result<()> {
        let path = free_name(&self.folder);
        std::mem::take(&mut self.builder).write(&path)?;
        self.index.add_segment(&path)
    }

    /// The index of all documents.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn end(mut self) -> io::Result<Index> {
        if self.builder.len() > 0 {
            self.write()?;
        }
        Ok(self.index)
    }
}
