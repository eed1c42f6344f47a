//! Documents: a session, a resolution or a piece of the journal as a tree of headings, lines, lists and tables.
//! Does not know where a document goes, nor in which format; a writer takes the tree from here.
//!
//! A record that goes into a paper is taken apart whole (`let Resolution { id, row, .. } = ..` without the `..`), so
//! that a new field does not compile until it was decided here whether people read it.

mod closing;
pub mod history;
pub mod plain;
mod record;
mod resolution;
mod roll;
mod session;
mod terms;
#[cfg(test)]
mod tests;
mod tree;

pub use record::{Record, RecordNames};
pub use resolution::{clause_terms, resolution};
pub use session::session;
pub use terms::{answered_by, follow_up_head};
pub use tree::{Block, LabelledText, Paper, Run, Text};
