//! An editor of the person's choice on a text: a private file, the words of $EDITOR without a shell, what it left.
//! Does not know whose text it is.

use super::events::Event;
use crate::app::not_edited::NotEdited;
use crate::files::DiskError;
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind, Write, stdin};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::mpsc::Sender;
use std::thread;
use tempfile::TempDir;

/// What is tried where neither variable names an editor.
const USUAL: [&str; 3] = ["sensible-editor", "nano", "vi"];
/// Name of the file; the ending tells an editor how to show it.
const FILE_NAME: &str = "dabir.md";

/// A text in its file, and the words of the editor.
pub struct Prepared {
    words: Vec<String>,
    file: TextFile,
}

/// An editor that runs.
pub struct Editor {
    file: TextFile,
    pid: Option<Pid>,
    /// How the terminal was when it was given.
    terminal: Option<Termios>,
}

/// A text in a folder that nobody else can look into; it goes with this value.
struct TextFile {
    folder: TempDir,
    path: PathBuf,
    text: String,
}

impl Editor {
    /// Finds the editor and writes the text.
    ///
    /// # Errors
    /// What is missing; nothing is left behind.
    pub fn prepare(text: &str) -> Result<Prepared, NotEdited> {
        let words = words(|name| std::env::var_os(name))?;
        let file = TextFile::write(text).map_err(|error| NotEdited::NoPlace(cause(&error)))?;
        Ok(Prepared { words, file })
    }

    /// The text that it left. Of an editor that failed, and where it left no text, the file is kept and named.
    ///
    /// # Errors
    /// Why there is no text.
    pub fn result(self, status: io::Result<ExitStatus>) -> Result<String, NotEdited> {
        let left = self.file.read();
        match (status, left) {
            (Ok(status), Ok(text)) if status.success() => Ok(text),
            (_, Ok(text)) if text == self.file.text => Err(NotEdited::Failed(None)),
            (_, Ok(_)) => Err(NotEdited::Failed(Some(self.file.keep()))),
            (_, Err(error)) if error.kind() == ErrorKind::InvalidData => {
                Err(NotEdited::NotText(self.file.keep()))
            }
            (_, Err(error)) => Err(NotEdited::NotRead(cause(&error))),
        }
    }

    /// Puts the terminal into the state in which the editor was given it; one that was killed has not done so.
    pub fn mend_terminal(&self) {
        if let Some(terminal) = &self.terminal {
            let _ = tcsetattr(stdin(), OptionalActions::Now, terminal);
        }
    }

    /// The program ends before the editor: that is told to, and the file stays. Gives what stood in it, where it is
    /// another text, and its path.
    pub fn leave(self) -> (Option<String>, String) {
        if let Some(pid) = self.pid {
            let _ = kill_process(pid, Signal::TERM);
        }
        let text = self.file.read().ok().filter(|text| *text != self.file.text);
        (text, self.file.keep())
    }
}

impl Prepared {
    /// Runs the editor on the terminal, which must have been given back; its end is an event.
    ///
    /// # Errors
    /// Why it did not start.
    pub fn start(self, to: Sender<Event>) -> Result<Editor, NotEdited> {
        let Some((program, arguments)) = self.words.split_first() else {
            return Err(NotEdited::NoEditor);
        };
        let terminal = tcgetattr(stdin()).ok();
        let child = Command::new(program).args(arguments).arg(&self.file.path).spawn();
        let mut child = child.map_err(|error| NotEdited::NotStarted {
            editor: program.clone(),
            why: cause(&error),
        })?;
        let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        thread::spawn(move || drop(to.send(Event::Edited(child.wait()))));
        Ok(Editor {
            file: self.file,
            pid,
            terminal,
        })
    }
}

/// What a person is told of an error; the error itself goes to the trace.
fn cause(error: &io::Error) -> DiskError {
    tracing::warn!(%error, "the editor outside");
    DiskError::from(error)
}

/// The words of the editor: of `VISUAL`, of `EDITOR`, or one of the usual ones on the path.
fn words(variable: impl Fn(&str) -> Option<std::ffi::OsString>) -> Result<Vec<String>, NotEdited> {
    let mut named = ["VISUAL", "EDITOR"].into_iter().filter_map(&variable);
    if let Some(named) = named.find(|value| !value.is_empty()) {
        let words = named.to_str().and_then(shlex::split).ok_or(NotEdited::BadWords)?;
        return match words.first() {
            Some(program) if !program.is_empty() => Ok(words),
            _ => Err(NotEdited::BadWords),
        };
    }
    let path = variable("PATH").unwrap_or_default();
    let found = USUAL.into_iter().find(|name| is_on_path(&path, name));
    found.map(|name| vec![name.to_owned()]).ok_or(NotEdited::NoEditor)
}

fn is_on_path(path: &OsStr, name: &str) -> bool {
    std::env::split_paths(path).any(|folder| folder.join(name).is_file())
}

impl TextFile {
    fn write(text: &str) -> io::Result<TextFile> {
        let mut builder = tempfile::Builder::new();
        builder.prefix("dabir-");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = builder.tempdir()?;
        let path = folder.path().join(FILE_NAME);
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&path)?.write_all(text.as_bytes())?;
        Ok(TextFile {
            folder,
            path,
            text: text.to_owned(),
        })
    }

    fn read(&self) -> io::Result<String> {
        fs::read_to_string(&self.path)
    }

    /// Leaves the file where it is; returns its path.
    fn keep(self) -> String {
        let folder = self.folder.keep();
        folder.join(Path::new(FILE_NAME)).display().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(variables: &[(&str, &str)]) -> Result<Vec<String>, NotEdited> {
        words(|name| {
            let found = variables.iter().find(|(variable, _)| *variable == name);
            found.map(|(_, value)| (*value).into())
        })
    }

    #[test]
    fn the_editor_is_that_of_visual_then_of_editor_then_a_usual_one() {
        let of = |words: &[&str]| Ok(words.iter().map(|word| (*word).to_owned()).collect());
        assert_eq!(
            words_of(&[("VISUAL", "vim -f"), ("EDITOR", "ed")]),
            of(&["vim", "-f"])
        );
        assert_eq!(
            words_of(&[("VISUAL", ""), ("EDITOR", "'my editor' -x \"a b\"")]),
            of(&["my editor", "-x", "a b"])
        );
        assert_eq!(words_of(&[("EDITOR", "vim 'x")]), Err(NotEdited::BadWords));
        assert_eq!(words_of(&[("EDITOR", "  ")]), Err(NotEdited::BadWords));
        assert_eq!(words_of(&[]), Err(NotEdited::NoEditor));
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("nano"), "").unwrap();
        let path = format!("/nowhere:{}", folder.path().display());
        assert_eq!(words_of(&[("PATH", &path)]), of(&["nano"]));
    }

    #[cfg(unix)]
    #[test]
    fn the_text_lies_where_nobody_else_can_read_it_and_goes_with_the_editor() {
        use std::os::unix::fs::PermissionsExt;
        let file = TextFile::write("متن").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&file.path), mode(file.folder.path())), (0o600, 0o700));
        assert_eq!(file.read().unwrap(), "متن");
        let path = file.path.clone();
        drop(file);
        assert!(!path.exists());
    }
}
