//! An item of the agenda (دستور کار) and what became of it. Does not know what was said about it.

use crate::domain::attachment::Attachment;
use crate::domain::ids::SessionId;
use serde::{Deserialize, Serialize};

/// One item of the agenda (دستور کار).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Its words.
    pub title: String,
    /// Minutes planned for it.
    #[serde(default)]
    pub planned_minutes: Option<u32>,
    /// What stands behind it.
    #[serde(default, skip_serializing_if = "AgendaKind::is_ordinary")]
    pub kind: AgendaKind,
    /// What the session made of it; that nobody talked about it is derived, never stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<ItemResult>,
    /// Whether papers leave out its words and all that was said and decided about it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confidential: bool,
    /// The earlier session of the body that left it to this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_from: Option<SessionId>,
    /// Its papers: files that go with it to the session that it is left to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// What stands behind an item of the agenda.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgendaKind {
    /// «بررسی مصوبات جلسات قبل»: the open resolutions of the body's earlier sessions.
    OpenResolutions,
    /// «تصویب صورتجلسه جلسه قبل»: the minutes of the body's session before.
    PreviousMinutes,
    /// Its own words.
    #[default]
    #[serde(other)]
    Ordinary,
}

impl AgendaKind {
    fn is_ordinary(&self) -> bool {
        *self == AgendaKind::Ordinary
    }
}

/// What a session made of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemResult {
    /// تصویب شد
    Adopted,
    /// با اصلاح تصویب شد
    Amended,
    /// به جلسه بعد موکول شد
    Postponed,
    /// رد شد
    Refused,
    /// پس گرفته شد
    Withdrawn,
}

impl ItemResult {
    /// All of them, in the order in which screens show them.
    pub const ALL: [ItemResult; 5] = [
        ItemResult::Adopted,
        ItemResult::Amended,
        ItemResult::Postponed,
        ItemResult::Refused,
        ItemResult::Withdrawn,
    ];

    /// The word of the JSON.
    pub fn word(self) -> &'static str {
        match self {
            ItemResult::Adopted => "adopted",
            ItemResult::Amended => "amended",
            ItemResult::Postponed => "postponed",
            ItemResult::Refused => "refused",
            ItemResult::Withdrawn => "withdrawn",
        }
    }
}
