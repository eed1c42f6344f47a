//! The file of a person's settings on the disk: read at the start, replaced as a whole when she changes something.
//! Does not know what can be set.

use crate::app::Settings;
use crate::app::settings::{self, NotSaved, SettingsProblem, Wrong};
use crate::files::{self, DiskError, Readers};
use crate::words::{Digits, Lang, Words};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Where the file is.
#[derive(Clone, Debug)]
pub struct SettingsFile {
    /// Its path; none where the platform has no folder for it.
    pub path: Option<PathBuf>,
    /// The language of the comments of a first file.
    pub lang: Lang,
}

impl SettingsFile {
    /// The settings in the file and what is wrong with it; the default where there is none. Nothing is written.
    pub fn read(&self) -> (Settings, Vec<SettingsProblem>) {
        let nothing_holds = |wrong| (Settings::default(), vec![SettingsProblem { line: None, wrong }]);
        let Some(path) = &self.path else {
            return (Settings::default(), Vec::new());
        };
        match fs::read_to_string(path) {
            Ok(text) => settings::read(&text),
            Err(error) if error.kind() == ErrorKind::NotFound => (Settings::default(), Vec::new()),
            Err(error) if error.kind() == ErrorKind::InvalidData => nothing_holds(Wrong::NotText),
            Err(error) => nothing_holds(Wrong::NotRead(cause(&error))),
        }
    }

    /// Saves settings; they are on the disk when this returns. A file that cannot be read is left as it is.
    ///
    /// # Errors
    /// Why they were not saved; the file is as it was.
    pub fn save(&self, settings: &Settings) -> Result<(), NotSaved> {
        let path = self.path.as_deref().ok_or(NotSaved::NoPlace)?;
        let refused = |error: io::Error| NotSaved::NotWritten(cause(&error));
        let present = match fs::read_to_string(path) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) if error.kind() == ErrorKind::InvalidData => return Err(NotSaved::Damaged(None)),
            Err(error) => return Err(refused(error)),
        };
        let words = Words::new(self.lang, Digits::Latin);
        let text = settings::written(present.as_deref(), settings, &words)?;
        replace(path, &text).map_err(refused)
    }
}

/// What a person is told of an error; the error itself goes to the trace.
fn cause(error: &io::Error) -> DiskError {
    tracing::warn!(%error, "the file of settings");
    DiskError::from(error)
}

/// Puts a text in the place of a file. What a link points to is replaced, not the link: people keep their settings
/// elsewhere and link to them.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    files::replace(&path, Readers::AsBefore, |out| out.write_all(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_folder(folder: &Path) -> SettingsFile {
        SettingsFile {
            path: Some(folder.join("deep/config.toml")),
            lang: Lang::Fa,
        }
    }

    fn without_mouse() -> Settings {
        Settings {
            mouse: Some(false),
            ..Settings::default()
        }
    }

    #[test]
    fn without_a_file_the_default_holds_and_the_first_save_makes_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = in_folder(folder.path());
        assert_eq!(file.read(), (Settings::default(), Vec::new()));
        assert!(!folder.path().join("deep").exists());
        file.save(&without_mouse()).unwrap();
        assert_eq!(file.read(), (without_mouse(), Vec::new()));
        let left: Vec<_> = fs::read_dir(folder.path().join("deep")).unwrap().collect();
        assert_eq!(left.len(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_reported_and_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = in_folder(folder.path());
        let path = file.path.clone().unwrap();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        for bytes in [&b"mouse = \xff"[..], b"mouse = [", b"= 3"] {
            fs::write(&path, bytes).unwrap();
            let (settings, problems) = file.read();
            assert_eq!((settings, problems.len()), (Settings::default(), 1));
            assert!(matches!(file.save(&without_mouse()), Err(NotSaved::Damaged(_))));
            assert_eq!(fs::read(&path).unwrap(), bytes);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_the_file_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.toml"), folder.path().join("link.toml"));
        fs::write(&real, "# مال من\n").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        let file = SettingsFile {
            path: Some(link.clone()),
            lang: Lang::Fa,
        };
        file.save(&without_mouse()).unwrap();
        assert!(link.is_symlink());
        assert!(fs::read_to_string(&real).unwrap().contains("# مال من\n"));
        assert_eq!(file.read().0, without_mouse());
    }
}
