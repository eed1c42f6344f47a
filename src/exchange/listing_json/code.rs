//! The JSON of what belongs to final minutes: their code and their corrections. Does not know what the code is made of.

use super::ListedDay;
use crate::domain::correction::{Corrected, Correction, FieldChange};
use crate::domain::session::{Session, Signing};
use crate::domain::signed_minutes::{Reopening, SignedMinutes};
use crate::domain::verification::{Agreement, Difference};
use serde::Serialize;

/// The verification code of final minutes.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedCode {
    pub code: String,
    /// Whether it agrees with the minutes; null for a code of a later version.
    pub agrees: Option<bool>,
    pub chair: Option<String>,
    pub secretary: Option<String>,
    pub signed: Option<ListedDay>,
    /// The version of the minutes that was signed, from 1; null where an earlier program signed it.
    pub version: Option<u32>,
    /// Whether names, posts, seats and rules are covered, too.
    pub covers_names: bool,
    /// The fields in which what is stored differs from what was signed; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<ListedDifference>,
    /// Versions that were signed before and opened again, the first one first; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<ListedVersion>,
}

/// A signed version that was opened again.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedVersion {
    pub version: u32,
    pub code: Option<String>,
    pub reopened: ListedDay,
    pub by: String,
    pub reason: String,
}

impl ListedVersion {
    /// None of a version that still holds.
    pub fn of(minutes: &SignedMinutes) -> Option<ListedVersion> {
        let Reopening { by, date, reason } = minutes.reopened.as_ref()?;
        let code = minutes.session.verification.as_ref();
        Some(ListedVersion {
            version: minutes.version,
            code: code.map(|code| code.code.clone()),
            reopened: ListedDay::from(*date),
            by: by.clone(),
            reason: reason.clone(),
        })
    }
}

impl ListedCode {
    /// The code of a session, and whether it was found to agree; which version it is of is set by who knows.
    pub fn of(session: &Session, code: &str, agreement: Agreement) -> ListedCode {
        let signed = session.signing.as_ref().map(
            |Signing {
                 chair,
                 secretary,
                 date,
             }| (chair.clone(), secretary.clone(), ListedDay::from(*date)),
        );
        let (chair, secretary, signed) = match signed {
            Some((chair, secretary, date)) => (Some(chair), Some(secretary), Some(date)),
            None => (None, None, None),
        };
        ListedCode {
            code: code.to_owned(),
            agrees: match agreement {
                Agreement::Agrees => Some(true),
                Agreement::Differs => Some(false),
                Agreement::LaterVersion => None,
            },
            chair,
            secretary,
            signed,
            version: None,
            covers_names: false,
            differences: Vec::new(),
            earlier: Vec::new(),
        }
    }
}

/// A correction of final minutes.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedCorrection {
    pub id: String,
    pub number: u32,
    pub date: ListedDay,
    pub by: Option<String>,
    /// `{"kind": "session"}`, or `attendance`, `note`, `resolution` with the `id` of the seat, note or resolution.
    pub about: Corrected,
    pub was: String,
    pub shall_be: String,
    pub reason: String,
    /// The version of the minutes that it corrects.
    pub version: u32,
    /// The fields that it sets right; left out where it is of words alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ListedFieldChange>,
}

/// A field that a correction sets right: days ISO, times `07:30`, several names a line each.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedFieldChange {
    /// The name of the field in the canonical text of the code.
    pub field: &'static str,
    /// The letter of the clause that it is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    pub was: String,
    pub shall_be: String,
}

impl From<&FieldChange> for ListedFieldChange {
    fn from(change: &FieldChange) -> Self {
        let FieldChange { field, was, shall_be } = change;
        ListedFieldChange {
            field: field.name(),
            clause: field.clause().map(str::to_owned),
            was: was.clone(),
            shall_be: shall_be.clone(),
        }
    }
}

impl From<&Correction> for ListedCorrection {
    fn from(correction: &Correction) -> Self {
        let Correction {
            id,
            number,
            date,
            by,
            about,
            was,
            shall_be,
            changes,
            version,
            reason,
            // What it means is known to a later version alone.
            extra: _,
        } = correction;
        ListedCorrection {
            id: id.to_string(),
            number: *number,
            date: ListedDay::from(*date),
            by: by.clone(),
            about: about.clone(),
            was: was.clone(),
            shall_be: shall_be.clone(),
            reason: reason.clone(),
            version: *version,
            changes: changes.iter().map(ListedFieldChange::from).collect(),
        }
    }
}

/// A field in which two versions of minutes differ, or what is stored from what was signed.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ListedDifference {
    /// The record, as in [`ListedCorrection::about`].
    pub about: Corrected,
    /// The name of the field in the canonical text of the code.
    pub field: &'static str,
    pub first: Vec<String>,
    pub second: Vec<String>,
}

impl From<&Difference> for ListedDifference {
    fn from(difference: &Difference) -> Self {
        let Difference {
            about,
            field,
            first,
            second,
        } = difference;
        ListedDifference {
            about: about.clone(),
            field,
            first: first.clone(),
            second: second.clone(),
        }
    }
}
