//! The JSON of the approval of minutes, in the later session and in the earlier one. Does not know their names.

use super::ListedDay;
use crate::domain::approval::{ApprovedMinutes, MinutesApproval};
use serde::Serialize;

/// Earlier minutes that a session approved.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedApproved {
    pub session: String,
    pub version: u32,
    pub code: Option<String>,
    /// Numbers of the corrections approved with them.
    pub corrections: Vec<u32>,
}

impl From<&ApprovedMinutes> for ListedApproved {
    fn from(approved: &ApprovedMinutes) -> Self {
        let ApprovedMinutes {
            session,
            // They are those of that session.
            ordinal: _,
            year: _,
            date: _,
            version,
            code,
            corrections,
        } = approved;
        ListedApproved {
            session: session.to_string(),
            version: *version,
            code: code.clone(),
            corrections: corrections.clone(),
        }
    }
}

/// The approval of a session's minutes by a later one.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedApproval {
    /// The later session.
    pub session: String,
    pub date: ListedDay,
    pub version: u32,
    /// Numbers of the corrections approved with them.
    pub corrections: Vec<u32>,
}

impl From<&MinutesApproval> for ListedApproval {
    fn from(approval: &MinutesApproval) -> Self {
        let MinutesApproval {
            by,
            // They are those of that session.
            ordinal: _,
            year: _,
            date,
            version,
            corrections,
        } = approval;
        ListedApproval {
            session: by.to_string(),
            date: ListedDay::from(*date),
            version: *version,
            corrections: corrections.clone(),
        }
    }
}
