//! What a filter looks at in one resolution. Does not know where it is stored.

use crate::calendar::Day;
use crate::domain::resolution::Status;

/// One resolution as a filter sees it. Texts are as written; the filter folds what it needs.
#[derive(Clone, Debug, Default)]
pub struct FilterRow<'a> {
    /// Everything that plain words are looked for in: subject, wording, deadline, responsible, follow-ups.
    pub texts: Vec<&'a str>,
    /// Subject.
    pub subject: Option<&'a str>,
    /// Names of the responsible organisations: as written, and every name and alias that is known.
    pub responsible: Vec<&'a str>,
    /// Id of the session.
    pub session: &'a str,
    /// Ordinal of the session.
    pub ordinal: Option<u32>,
    /// Jalali year of the session: the one its ordinal counts in, or that of its date.
    pub year: Option<i32>,
    /// Names of the body, and its id.
    pub body: Vec<&'a str>,
    /// Status, rolled up.
    pub status: Status,
    /// Open and past its day.
    pub overdue: bool,
    /// When it is due.
    pub due: Option<Day>,
}
