//! Why a filter could not be read, and where. Does not know the sentence that says so.

/// Why a filter could not be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterError {
    /// What is wrong.
    pub kind: FilterErrorKind,
    /// Where it begins, in characters of the filter, from 0.
    pub position: usize,
    /// The part of the filter it is about.
    pub part: String,
}

/// What is wrong with a filter. Each has its sentence in `words` (`filter-error-...`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterErrorKind {
    /// No field has this name.
    UnknownField,
    /// The value is none that the field takes.
    UnknownValue,
    /// A value is missing behind the field, or a term beside `|`.
    MissingValue,
    /// A date without the field that says whether a session or a deadline is meant.
    BareDate,
    /// A quotation is not closed.
    OpenQuotation,
}
