//! The filter grammar, and how a row is matched. Does not know where rows come from.
//!
//! ```text
//! filter = group*                      all groups must hold
//! group  = term ("|" term)*            one of its terms must
//! term   = ["-"] (words | field)       "-" turns it round
//! words  = word | "phrase" | «phrase»
//! field  = name ":" value | name ("<" | ">" | "<=" | ">=") value
//! ```

mod due;
mod error;
mod field;
mod filter;
pub mod index;
mod parse;
mod pattern;
mod row;

#[cfg(test)]
mod tests;

pub use error::{FilterError, FilterErrorKind};
pub use field::Field;
pub use filter::{Filter, Term, Test};
pub use row::Row;
