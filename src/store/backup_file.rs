//! A backup as a file: what its last line says, and the journal in it.
//!
//! It does not know when backups are made or kept.
//!
//! A whole one is the journal as it was at one moment, and one more line: `dabir-backup 1 LENGTH SHA256`. One that goes
//! on from another has only what came behind that one's journal, and says so: `dabir-backup 2 LENGTH SHA256 FROM BASE`.
//! BASE is the name of a whole backup in the same folder, FROM the length of its journal; LENGTH and SHA256 are of the
//! journal as it was, from its beginning.

use super::{StoreError, frame, reading::FoundJournal};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

const MAGIC: &str = "dabir-backup";
/// The latest format that is known.
const VERSION: u32 = 2;
/// The last line is never longer: the words, three numbers, a hash, a name.
const LAST_LINE_BYTES: u64 = 512;

/// A whole backup that another one goes on from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BackupBase {
    /// Its name in the folder.
    pub(super) name: String,
    /// The length of the journal in it.
    pub(super) from: u64,
}

/// A backup's last line, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BackupFile {
    file: PathBuf,
    /// The length of the journal that it is of.
    pub(super) length: u64,
    /// SHA-256 of that.
    pub(super) hash: frame::Hash,
    pub(super) base: Option<BackupBase>,
}

impl BackupFile {
    /// One that will lie at `file`.
    pub(super) fn new(file: &Path, length: u64, hash: frame::Hash, base: Option<BackupBase>) -> BackupFile {
        BackupFile {
            file: file.to_owned(),
            length,
            hash,
            base,
        }
    }

    /// The last line, with its line end.
    pub(super) fn last_line(&self) -> String {
        let (length, hash) = (self.length, frame::hex(&self.hash));
        match &self.base {
            None => format!("{MAGIC} 1 {length} {hash}\n"),
            Some(BackupBase { name, from }) => format!("{MAGIC} {VERSION} {length} {hash} {from} {name}\n"),
        }
    }

    /// This one as what another goes on from; none where its name is none that can be written down.
    pub(super) fn as_base(&self) -> Option<BackupBase> {
        let name = self.file.file_name()?.to_str()?;
        let fits = name.len() < 200 && !name.contains(char::is_whitespace);
        fits.then(|| BackupBase {
            name: name.to_owned(),
            from: self.length,
        })
    }

    /// The first byte of the journal that is in the file itself.
    fn from(&self) -> u64 {
        self.base.as_ref().map_or(0, |base| base.from)
    }

    /// Reads the last line of a backup.
    ///
    /// # Errors
    /// [`StoreError::BackupDamaged`] where there is none or the file is not as long as it says, and those of the disk.
    pub(super) fn found(file: &Path) -> Result<BackupFile, StoreError> {
        let damaged = || StoreError::BackupDamaged {
            file: file.to_owned(),
        };
        let mut input = File::open(file).map_err(StoreError::io(file))?;
        let whole = input.metadata().map_err(StoreError::io(file))?.len();
        let start = SeekFrom::Start(whole.saturating_sub(LAST_LINE_BYTES));
        input.seek(start).map_err(StoreError::io(file))?;
        let mut end = Vec::new();
        input.read_to_end(&mut end).map_err(StoreError::io(file))?;
        let text = end.strip_suffix(b"\n").ok_or_else(damaged)?;
        let line_start = memchr::memrchr(b'\n', text).map_or(0, |before| before + 1);
        let line = std::str::from_utf8(&end[line_start..]).map_err(|_| damaged())?;
        let found = read_line(file, line)?;
        let own = found.length.checked_sub(found.from());
        let is_long = own.and_then(|own| own.checked_add(line.len() as u64)) == Some(whole);
        // What is not written exactly so was not written by this program.
        match is_long && found.last_line() == line {
            true => Ok(found),
            false => Err(damaged()),
        }
    }

    /// The journal in it, read over: its hash, and every line.
    ///
    /// # Errors
    /// [`StoreError::BackupDamaged`] with the file that is, [`StoreError::NotFound`] where what it goes on from is not
    /// there.
    pub(super) fn read_over(&self) -> Result<(), StoreError> {
        let damaged = || StoreError::BackupDamaged {
            file: self.file.clone(),
        };
        if let Some(base) = &self.base {
            let (found, path) = (BackupFile::found(&self.beside(base))?, self.beside(base));
            if found.base.is_some() || found.length != base.from {
                return Err(StoreError::BackupDamaged { file: path });
            }
            if hash_of(&mut found.journal()?).map_err(StoreError::io(&path))?.0 != found.hash {
                return Err(StoreError::BackupDamaged { file: path });
            }
        }
        let (hash, length) = hash_of(&mut self.journal()?).map_err(StoreError::io(&self.file))?;
        if (hash, length) != (self.hash, self.length) {
            return Err(damaged());
        }
        let reading = FoundJournal::read(self.journal()?, &self.file)?;
        match reading.insisting_on_its_end().faults.is_empty() {
            true => Ok(()),
            false => Err(damaged()),
        }
    }

    /// The journal's bytes, from its beginning.
    ///
    /// # Errors
    /// Where one of the files cannot be opened.
    pub(super) fn journal(&self) -> Result<Box<dyn BufRead>, StoreError> {
        let open = |path: &Path| File::open(path).map_err(StoreError::io(path));
        let own = open(&self.file)?.take(self.length.saturating_sub(self.from()));
        Ok(match &self.base {
            None => Box::new(BufReader::with_capacity(1 << 16, own)),
            Some(base) => {
                let before = open(&self.beside(base))?.take(base.from);
                Box::new(BufReader::with_capacity(1 << 16, before.chain(own)))
            }
        })
    }

    fn beside(&self, base: &BackupBase) -> PathBuf {
        self.file.with_file_name(&base.name)
    }
}

fn read_line(file: &Path, line: &str) -> Result<BackupFile, StoreError> {
    let damaged = || StoreError::BackupDamaged {
        file: file.to_owned(),
    };
    let words: Vec<&str> = line.trim_end().split(' ').collect();
    let number = |word: &str| word.parse::<u64>().map_err(|_| damaged());
    let (version, rest) = match words[..] {
        [MAGIC, version, ref rest @ ..] => (number(version)?, rest),
        _ => return Err(damaged()),
    };
    if version > VERSION.into() {
        return Err(StoreError::LaterVersion {
            found: version.try_into().unwrap_or(u32::MAX),
            known: VERSION,
        });
    }
    let (length, hash, base) = match *rest {
        [length, hash] => (length, hash, None),
        // A name that leads out of the folder is none of ours.
        [length, hash, from, name] if !name.contains(['/', '\\']) => {
            let (name, from) = (name.to_owned(), number(from)?);
            (length, hash, Some(BackupBase { name, from }))
        }
        _ => return Err(damaged()),
    };
    let hash = frame::unhex(hash.as_bytes()).ok_or_else(damaged)?;
    Ok(BackupFile::new(file, number(length)?, hash, base))
}

/// The SHA-256 of what can be read, and how much it is.
pub(super) fn hash_of(input: &mut impl BufRead) -> io::Result<(frame::Hash, u64)> {
    let (mut hash, mut length) = (Sha256::new(), 0);
    loop {
        let bytes = input.fill_buf()?;
        if bytes.is_empty() {
            return Ok((hash.finalize().into(), length));
        }
        hash.update(bytes);
        let read = bytes.len();
        length += read as u64;
        input.consume(read);
    }
}
