//! One file, whole or not at all: the only place that moves a written file to its name.
//! It does not know what is written.

use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// How the names of files begin and end while they are written.
const PREFIX: &str = "dabir-";
const SUFFIX: &str = ".part";
/// Written to the disk at a time.
const STEP_BYTES: usize = 1 << 16;

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Only its owner, whoever could read what it replaces: minutes name people.
    Owner,
    /// Those who could read the file that it replaces; a new one, only its owner.
    AsBefore,
}

/// A file in the writing. It takes its name by [`WholeFile::replace`] or [`WholeFile::create`]; dropped before that, it
/// is removed.
///
/// Promised, once one of these has returned: the file is whole, and stays so when the power fails. Until then what had
/// the name before is there, untouched.
///
/// Not promised: where the process is killed, the half-written file stays in the folder under a name that
/// [`is_left_over`] knows. Of two that write at once the later one stays. Other names of a replaced file keep the old
/// text, and its owner and lists of access are not carried over. A link at the name is itself replaced.
#[derive(Debug)]
pub struct WholeFile {
    out: BufWriter<NamedTempFile>,
    to: PathBuf,
}

impl WholeFile {
    /// Begins a file that shall stand at `to`. It lies in the same folder meanwhile, under a fresh name by chance, so
    /// that nothing which somebody put there is written to.
    ///
    /// # Errors
    /// Those of the file system; `NotFound` where the folder is not there, `AlreadyExists` where a device, a pipe or the
    /// like has the name: whoever owns the machine would lose it.
    pub fn beside(to: &Path, readers: Readers) -> io::Result<WholeFile> {
        let mut builder = Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        let present = fs::metadata(to).ok();
        match present.as_ref().map(Metadata::file_type) {
            Some(kind) if kind.is_dir() => return Err(ErrorKind::IsADirectory.into()),
            Some(kind) if !kind.is_file() => return Err(ErrorKind::AlreadyExists.into()),
            _ => {}
        }
        let replaced = present.filter(|_| readers == Readers::AsBefore);
        let file = builder.tempfile_in(folder_of(to))?;
        if let Some(replaced) = replaced {
            // Set afterwards: it begins as a file that only its owner reads.
            file.as_file().set_permissions(replaced.permissions())?;
        }
        Ok(WholeFile {
            out: BufWriter::with_capacity(STEP_BYTES, file),
            to: to.to_owned(),
        })
    }

    /// Puts everything written so far on the disk and returns where it can be read over before it takes its name.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn synced(&mut self) -> io::Result<&Path> {
        self.out.flush()?;
        let file = self.out.get_ref();
        file.as_file().sync_all()?;
        Ok(file.path())
    }

    /// Gives it its name, in place of what had it.
    ///
    /// # Errors
    /// Those of the file system. What had the name has it still, unless only the name could not be put on the disk.
    pub fn replace(self) -> io::Result<()> {
        self.named(|file, to| file.persist(to).map(drop).map_err(|refused| refused.error))
    }

    /// Gives it its name, where nothing has that.
    ///
    /// # Errors
    /// `AlreadyExists`, and those of the file system; among them where it knows neither a rename that spares what is
    /// there nor second names.
    pub fn create(self) -> io::Result<()> {
        self.named(|file, to| {
            file.persist_noclobber(to)
                .map(drop)
                .map_err(|refused| refused.error)
        })
    }

    fn named(mut self, name: impl FnOnce(NamedTempFile, &Path) -> io::Result<()>) -> io::Result<()> {
        self.synced()?;
        let file = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        name(file, &self.to)?;
        sync_folder(folder_of(&self.to))
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Writes a file in place of what is at `to`, as [`WholeFile`] promises it.
///
/// # Errors
/// What `write` returns, and those of the file system; what was at `to` is then still there.
pub fn replace(
    to: &Path,
    readers: Readers,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut file = WholeFile::beside(to, readers)?;
    write(&mut file)?;
    file.replace()
}

/// Whether a file of this name is one that was not written to its end.
pub fn is_left_over(name: &str) -> bool {
    let chance = name
        .strip_prefix(PREFIX)
        .and_then(|name| name.strip_suffix(SUFFIX));
    chance.is_some_and(|chance| chance.chars().all(|letter| letter.is_ascii_alphanumeric()))
}

fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Makes the names in `folder` durable. Windows has no such thing and needs none.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some file systems on other machines cannot do it for folders, and say so.
        Err(error) if error.kind() == ErrorKind::InvalidInput => Ok(()),
        synced => synced,
    }
}
