//! The filter grammar, and how a row is matched. Does not know where rows come from.
//!
//! ```text
//! filter = group*                      all groups must hold
//! group  = term ("|" term)*            one of its terms must
//! term   = ["-"] (words | field)       "-" turns it round
//! words  = word | "phrase" | «phrase»
//! field  = name ":" value | name ("<" | ">" | "<=" | ">=") value
//! ```
//!
//! Blanks may stand before a sign and behind it. A value of a field that knows its values (a status, an ordinal, a
//! year, a date or span) is the longest one that the bare words behind the sign make; any other value of several words
//! stands in quotation marks.

mod completion;
mod due;
mod error;
mod field;
mod filter;
pub mod index;
mod marks;
mod parse;
mod pattern;
mod row;
mod values;

#[cfg(test)]
mod folding_tests;
#[cfg(test)]
mod tests;

pub use completion::{Completion, KnownValues, complete};
pub use error::{FilterError, FilterErrorKind};
pub use field::FilterField;
pub use filter::{Filter, Term, Test, quoted};
pub use marks::TextPart;
pub use row::FilterRow;
