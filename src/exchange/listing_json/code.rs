//! The JSON of what belongs to final minutes: their code and their corrections. Does not know what the code is made of.

use super::ListedDay;
use crate::domain::correction::{Corrected, Correction};
use crate::domain::session::{Session, Signing};
use crate::domain::verification::Agreement;
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
}

impl ListedCode {
    /// The code of a session, and whether it was found to agree.
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
        }
    }
}
