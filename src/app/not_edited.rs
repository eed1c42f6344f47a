//! Why a text was not edited outside, and the sentence for it. Does not know how an editor is run.

use crate::office::command::DiskError;
use crate::say::obstacles;
use crate::words::Words;

/// Why no text came back. The field is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotEdited {
    /// No editor is named, and none of the usual ones is there.
    NoEditor,
    /// The editor's name is not written as words of a command.
    BadWords,
    /// The editor did not start.
    NotStarted {
        /// Its name.
        editor: String,
        /// What the system reported.
        why: DiskError,
    },
    /// The file that the editor is given was not written.
    NoPlace(DiskError),
    /// It ended with a fault. Where it had written something else, that is kept in this file.
    Failed(Option<String>),
    /// What it wrote is no UTF-8; it is kept in this file.
    NotText(String),
    /// What it wrote cannot be read.
    NotRead(DiskError),
}

/// Why no text came back, in words.
pub(super) fn sentence(words: &Words, why: &NotEdited) -> String {
    match why {
        NotEdited::NoEditor => words.say("outside-no-editor"),
        NotEdited::BadWords => words.say("outside-bad-words"),
        NotEdited::NotStarted { editor, why } => words.say_with(
            "outside-not-started",
            &[
                ("editor", editor.into()),
                ("cause", obstacles::cause(words, *why).into()),
            ],
        ),
        NotEdited::NoPlace(why) => words.say_with("outside-no-place", &obstacles::of_disk(words, *why)),
        NotEdited::Failed(None) => words.say("outside-failed"),
        NotEdited::Failed(Some(path)) => words.say_with("outside-failed-kept", &[("path", path.into())]),
        NotEdited::NotText(path) => words.say_with("outside-not-text", &[("path", path.into())]),
        NotEdited::NotRead(why) => words.say_with("outside-not-read", &obstacles::of_disk(words, *why)),
    }
}
