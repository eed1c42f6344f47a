//! How a command ends that does not do what was asked. Does not know why; the sentence is given.

use std::io;

/// Why a command ended early.
pub(super) struct Fault {
    /// The exit code.
    pub code: u8,
    /// What is said; nothing where nobody listens any more.
    pub sentence: Option<String>,
}

/// What was asked could not be done.
pub(super) const NOT_DONE: u8 = 1;
/// The arguments are wrong.
pub(super) const WRONG_USAGE: u8 = 2;
/// Data is damaged.
pub(super) const DAMAGED: u8 = 3;

impl Fault {
    /// What was asked could not be done.
    pub(super) fn not_done(sentence: String) -> Fault {
        Fault {
            code: NOT_DONE,
            sentence: Some(sentence),
        }
    }

    /// The arguments are wrong.
    pub(super) fn usage(sentence: String) -> Fault {
        Fault {
            code: WRONG_USAGE,
            sentence: Some(sentence),
        }
    }

    /// Data is damaged.
    pub(super) fn damaged(sentence: String) -> Fault {
        Fault {
            code: DAMAGED,
            sentence: Some(sentence),
        }
    }

    /// It was said already.
    pub(super) fn said(code: u8) -> Fault {
        Fault { code, sentence: None }
    }

    /// Output could not be written. A reader that has gone (`| head`) is no fault.
    pub(super) fn output(error: &io::Error, sentence: String) -> Fault {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Fault {
                code: 0,
                sentence: None,
            },
            _ => Fault::not_done(sentence),
        }
    }
}
