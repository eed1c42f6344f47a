//! The approval of earlier minutes by a later session (تصویب صورتجلسه قبل): what each of the two keeps of it, so that it
//! points both ways. Does not know which session is the earlier one of two.

use super::ids::SessionId;
use super::session::Session;
use super::signed_minutes::SignedMinutes;
use crate::calendar::Day;
use serde::{Deserialize, Serialize};

/// What the later session keeps: the minutes that it approved. It is a part of its own minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovedMinutes {
    /// The earlier session.
    pub session: SessionId,
    /// Its ordinal.
    #[serde(default)]
    pub ordinal: Option<u32>,
    /// Its year.
    #[serde(default)]
    pub year: Option<i32>,
    /// Its day.
    #[serde(default)]
    pub date: Option<Day>,
    /// The version of its minutes that was approved, from 1.
    pub version: u32,
    /// The code of that version.
    #[serde(default)]
    pub code: Option<String>,
    /// The numbers of the corrections that were approved with it.
    #[serde(default)]
    pub corrections: Vec<u32>,
}

/// What the earlier session keeps: which later one approved its minutes, and when. It goes on after the signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesApproval {
    /// The later session.
    pub by: SessionId,
    /// Its ordinal.
    #[serde(default)]
    pub ordinal: Option<u32>,
    /// Its year.
    #[serde(default)]
    pub year: Option<i32>,
    /// The day of the approval.
    pub date: Day,
    /// The version that was approved, from 1.
    pub version: u32,
    /// The numbers of the corrections that were approved with it.
    #[serde(default)]
    pub corrections: Vec<u32>,
}

impl ApprovedMinutes {
    /// Signed minutes as a later session approves them, with these corrections.
    pub fn of(signed: &SignedMinutes, corrections: Vec<u32>) -> ApprovedMinutes {
        let session = &signed.session;
        ApprovedMinutes {
            session: session.id.clone(),
            ordinal: session.ordinal,
            year: session.year,
            date: session.date,
            version: signed.version,
            code: session.verification.as_ref().map(|code| code.code.clone()),
            corrections,
        }
    }
}

impl MinutesApproval {
    /// The approval of these minutes by a session on a day.
    pub fn of(approved: &ApprovedMinutes, by: &Session, date: Day) -> MinutesApproval {
        MinutesApproval {
            by: by.id.clone(),
            ordinal: by.ordinal,
            year: by.year,
            date,
            version: approved.version,
            corrections: approved.corrections.clone(),
        }
    }
}
