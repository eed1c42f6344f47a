//! The lines of a journal file, one at a time in one buffer, with their places.
//!
//! It does not know what stands in a line.

use super::StoreError;
use std::{
    io::BufRead,
    path::{Path, PathBuf},
};

/// Lines of a journal, one at a time in one buffer.
pub(super) struct Lines<R> {
    reader: R,
    path: PathBuf,
    line: Vec<u8>,
    line_start_byte: u64,
    /// Where the last line begins that was there.
    last_start_byte: u64,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(reader: R, path: &Path, start_byte: u64) -> Lines<R> {
        Lines {
            reader,
            path: path.to_owned(),
            line: Vec::new(),
            line_start_byte: start_byte,
            last_start_byte: start_byte,
        }
    }

    /// The next line with its line end; the last may be without one. `None` at the end.
    pub(super) fn next_line(&mut self) -> Result<Option<&[u8]>, StoreError> {
        self.line_start_byte = self.offset_byte();
        self.line.clear();
        let read = self
            .reader
            .read_until(b'\n', &mut self.line)
            .map_err(StoreError::io(&self.path))?;
        if read > 0 {
            self.last_start_byte = self.line_start_byte;
        }
        Ok((read > 0).then_some(self.line.as_slice()))
    }

    /// The line read last.
    pub(super) fn line(&self) -> &[u8] {
        &self.line
    }

    /// Where the line read last begins, in bytes from the start of the file.
    pub(super) fn line_start_byte(&self) -> u64 {
        self.line_start_byte
    }

    /// Where the last line begins that was there, also when all were read.
    pub(super) fn last_start_byte(&self) -> u64 {
        self.last_start_byte
    }

    /// Where the line read last ends, in bytes from the start of the file.
    pub(super) fn offset_byte(&self) -> u64 {
        self.line_start_byte + self.line.len() as u64
    }

    /// Gives the line away and takes another buffer; the place in the file stays right.
    pub(super) fn swap_line(&mut self, other: &mut Vec<u8>) {
        let next = self.offset_byte();
        std::mem::swap(&mut self.line, other);
        self.line.clear();
        self.line_start_byte = next;
    }
}
