//! What comes in to a screen, and what it asks for. Does not know who carries it out.

use super::giving::{GiveOrder, GivenFiles};
use super::intake::{IntakeOrder, NotRead};
use super::not_edited::NotEdited;
use super::settings::{DocumentSettings, NotSaved, Settings, SettingsProblem};
use crate::office::command::{Command, DiskError, Done, Failure};
use crate::office::health::StoreNews;
use crate::office::intake::Reviewed;
use crate::office::query::{Answer, Query};
use crate::papers::issue::{IssueRequest, NotIssued, PreviewedFile};
use crate::ui::{Ground, Key, Pointed};
use crate::words::{Digits, Lang};
use std::path::PathBuf;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something to the screen as it was painted last.
    Pointed(Pointed),
    /// The terminal has this size now.
    Resized {
        /// Columns.
        columns: u16,
        /// Rows.
        rows: u16,
    },
    /// The terminal has this ground.
    Ground(Ground),
    /// A question was answered.
    Answered(Query, Box<Answer>),
    /// A question could not be answered.
    NotAnswered(Query, Failure),
    /// A change was carried out, or was not. Changes are answered in the order in which they were asked for.
    Did {
        /// What came of it.
        result: Result<Done, Failure>,
        /// What [`Effect::Do`] wanted to be read after it; a question that could not be answered is not among them.
        answers: Vec<(Query, Answer)>,
    },
    /// The draft that was asked for, by its key; none where none is kept.
    Draft(String, Option<String>),
    /// What was copied was sent to a terminal that may not have taken it.
    CopyInDoubt,
    /// The line to the terminal was seen to be slow.
    LineIsSlow,
    /// What was copied is in this file, or is not.
    CopyWritten(Result<String, DiskError>),
    /// The keys of all drafts that are kept.
    Drafts(Vec<String>),
    /// The minute that [`wakes_at`](super::wakes_at) named has come.
    Tick,
    /// Someone else changed the office: what is shown is to be read again.
    Changed,
    /// Something happened to the store.
    StoreNews(Vec<StoreNews>),
    /// What is wrong with the file of settings, where something is.
    SettingsRead(Vec<SettingsProblem>),
    /// The text that the editor left, or why there is none.
    EditedOutside(Result<String, NotEdited>),
    /// The settings were saved, or were not.
    SettingsSaved(Result<(), NotSaved>),
    /// So many files of so many are given out; told only of what lasts.
    Giving {
        /// Those that are on the disk.
        done: usize,
        /// All of them.
        all: usize,
    },
    /// Giving out has ended.
    Given(GivenFiles),
    /// A document as it would be given out.
    Previewed(Result<Vec<PreviewedFile>, NotIssued>),
    /// Minutes that were read, or were not.
    MinutesRead(Result<Box<Reviewed>, NotRead>),
}

/// Something that a screen asks for.
#[expect(
    clippy::large_enum_variant,
    reason = "an effect lives for one turn of the loop and is never kept"
)]
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Answer this with [`Msg::Answered`] or [`Msg::NotAnswered`].
    Ask(Query),
    /// Carry this out, read what it may have changed, and answer with [`Msg::Did`].
    Do {
        /// The change.
        command: Command,
        /// What the screen shows of it: read after the change, so that both are seen in one frame.
        then: Vec<Query>,
    },
    /// Keep the text of an unsaved form, in place of what was kept under the key.
    KeepDraft {
        /// Form and record.
        key: String,
        /// What is written in its fields.
        text: String,
    },
    /// Forget a draft.
    ClearDraft {
        /// Form and record.
        key: String,
    },
    /// Answer with [`Msg::Draft`].
    AskDraft {
        /// Form and record.
        key: String,
    },
    /// Write what was copied into a file in this folder, and answer with [`Msg::CopyWritten`].
    WriteCopy {
        /// The folder.
        folder: PathBuf,
        /// What was copied.
        text: String,
    },
    /// Answer with [`Msg::Drafts`].
    AskDrafts,
    /// Put the text, in logical order, on the clipboard.
    Copy(String),
    /// Keep these settings, and answer with [`Msg::SettingsSaved`].
    SaveSettings(Box<Settings>),
    /// Give the text to an editor of the person's choice, and answer with [`Msg::EditedOutside`].
    EditOutside(String),
    /// Give documents out in the words of a language, tell how far it has come with [`Msg::Giving`], and answer with
    /// [`Msg::Given`].
    Give {
        /// What, and where to.
        order: Box<GiveOrder>,
        /// The words in it.
        lang: Lang,
        /// The digits in it.
        digits: Digits,
        /// What it is dressed in.
        documents: DocumentSettings,
    },
    /// Give out no further file.
    StopGiving,
    /// Make a document and answer with [`Msg::Previewed`].
    Preview {
        /// What.
        request: IssueRequest,
        /// The words in it.
        lang: Lang,
        /// The digits in it.
        digits: Digits,
    },
    /// Read minutes that are to be taken in, and answer with [`Msg::MinutesRead`]. Nothing is stored.
    ReadMinutes(Box<IntakeOrder>),
    /// Leave the program.
    Quit,
}
