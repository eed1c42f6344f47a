//! What came of a resolution: answers and reminders. Does not know the resolution.

use super::Status;
use crate::calendar::Day;
use serde::{Deserialize, Serialize};

/// One entry in the log of what came of a resolution.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FollowUp {
    /// The day of the answer.
    #[serde(default)]
    pub date: Option<Day>,
    /// Who answered.
    #[serde(default)]
    pub by: Option<String>,
    /// Number of the letter.
    #[serde(default)]
    pub letter: Option<String>,
    /// The clause it is about.
    #[serde(default)]
    pub clause: Option<String>,
    /// What was answered.
    pub text: String,
    /// The status it brought.
    #[serde(default)]
    pub status: Option<Status>,
    /// Whether somebody answered, or was reminded.
    #[serde(default, skip_serializing_if = "FollowUpKind::is_answer")]
    pub kind: FollowUpKind,
}

/// Which way a follow-up went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpKind {
    /// We asked or reminded; nobody has answered by it.
    Reminder,
    /// Somebody answered.
    #[default]
    #[serde(other)]
    Answer,
}

impl FollowUpKind {
    /// All of them, in the order in which screens show them.
    pub const ALL: [FollowUpKind; 2] = [FollowUpKind::Answer, FollowUpKind::Reminder];

    fn is_answer(&self) -> bool {
        *self == FollowUpKind::Answer
    }

    /// The word of the JSON.
    pub fn word(self) -> &'static str {
        match self {
            FollowUpKind::Answer => "answer",
            FollowUpKind::Reminder => "reminder",
        }
    }
}
