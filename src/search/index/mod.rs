//! The index behind quick lookup: which resolutions a filter selects, first things first, without reading them.
//!
//! It answers exactly as [`Filter::matches`](super::Filter::matches) over all resolutions would. It is a copy that can
//! be thrown away at any time. Documents lie in segments, which never change: making writes segments of at most 65,536,
//! what changes afterwards is kept in memory, looked through one by one, and written as a small segment of its own now
//! and then; segments of about the same size are merged into one behind all this.
//!
//! In a segment documents are numbered in the order in which they are mostly asked for: open ones first, the most
//! pressing first. So a question for open ones looks at nothing else, and has its first screen from the beginning of
//! a list. The folded texts lie as numbers of their words. A word that is looked for is first looked up in the
//! segment's lexicon, which says in which of the words its letters stand; then either the lists of documents of
//! these words are read and united, where they are short, or documents are looked at in the wanted order until enough
//! are found, which is soon where the words are frequent. What depends on today is decided when asked.

mod bits;
mod build;
pub(super) mod document;
mod file;
mod held;
mod judge;
mod lexicon;
mod making;
mod merge;
mod names;
mod saved;
mod segment;
mod sought;
mod walk;
mod wanted;
mod words;

#[cfg(test)]
mod tests;

pub use document::{Document, Order, SessionFacts};
pub use held::{Counts, Index, ResolutionHit};
pub use making::Making;
pub use names::FilterNames;
pub use saved::{Merged, Merging};
pub use wanted::Wanted;
