//! Minutes that are taken in: where they come from, and why they are not. Does not read them; the host does.

use crate::office::command::{DiskError, Failure};
use crate::office::intake::{Intake, IntakeAnswers, NotTaken};
use crate::say::{obstacles, sentences};
use crate::words::Words;
use std::path::PathBuf;
use std::sync::Arc;

/// Where minutes come from.
#[derive(Clone, Debug, PartialEq)]
pub enum IntakeFrom {
    /// This file.
    File(PathBuf),
    /// A pasted text.
    Pasted(String),
    /// What was read before, to be read again by other answers.
    Again(Arc<Intake>),
}

/// Minutes that are to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct IntakeOrder {
    /// Where they come from.
    pub from: IntakeFrom,
    /// What was answered so far.
    pub answers: IntakeAnswers,
}

/// Why minutes are not read.
#[derive(Clone, Debug, PartialEq)]
pub enum NotRead {
    /// The file cannot be had.
    File(PathBuf, DiskError),
    /// It is larger than so many megabytes.
    TooLarge(usize),
    /// There is no word in it.
    Empty,
    /// It is not taken as minutes.
    NotTaken(NotTaken),
    /// The office cannot be read.
    Office(Failure),
}

impl NotRead {
    /// What is said about it.
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            NotRead::File(path, error) => {
                let why = of_disk(words, *error);
                let args = [("file", path.display().to_string().into()), ("why", why.into())];
                words.say_with("intake-no-file", &args)
            }
            NotRead::TooLarge(most) => words.say_with("file-too-large", &[("most", (*most).into())]),
            NotRead::Empty => words.say("file-empty"),
            NotRead::NotTaken(why) => obstacles::not_taken(words, why),
            NotRead::Office(failure) => sentences::unread(words, failure),
        }
    }
}

fn of_disk(words: &Words, error: DiskError) -> String {
    match error {
        DiskError::NotFound | DiskError::NotAFolder => words.say("file-not-found"),
        DiskError::IsAFolder => words.say("file-is-folder"),
        DiskError::NotAllowed => words.say("file-not-allowed"),
        error => words.say_with("file-unreadable", &obstacles::of_disk(words, error)),
    }
}
