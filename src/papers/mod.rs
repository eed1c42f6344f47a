//! Documents: a session, a resolution or a piece of the journal as a tree of headings, lines, lists and tables.
//! Does not know where a document goes, nor in which format; a writer takes the tree from here.
//!
//! A record that goes into a paper is taken apart whole (`let Resolution { id, row, .. } = ..` without the `..`), so
//! that a new field does not compile until it was decided here whether people read it.

mod approvals;
mod attached;
mod attendance_sheet;
mod closing;
mod due;
mod fee_sheet;
mod fields;
mod handover;
pub mod history;
mod invitation;
pub mod issue;
pub mod letters;
pub mod listing;
mod minutes;
mod parts;
pub mod plain;
mod record;
mod register;
mod reminders;
mod report;
mod resolution;
mod roll;
#[cfg(test)]
mod sample_tests;
pub mod schedule;
#[cfg(test)]
mod secretariat_tests;
mod session;
pub mod sheets;
mod sign_sheet;
mod terms;
#[cfg(test)]
mod tests;
pub mod versions;

pub use attendance_sheet::attendance_sheet;
pub use fee_sheet::fee_sheet;
pub use fields::{fields, form, template_refused};
pub use handover::handover;
pub use invitation::{invitation_letter, invitation_text};
pub use letters::letters;
pub use minutes::{correction_slip, extract, minutes};
pub use record::{Record, RecordNames};
pub use register::register;
pub use reminders::reminders;
pub use report::{quarter, report};
pub use resolution::{clause_terms, resolution};
pub use session::session;
pub use sign_sheet::sign_sheet;
pub use terms::{answered_by, follow_up_head};

pub use crate::exchange::paper::{Block, LabelledText, Paper, PaperTable, Run, Text};
use crate::words::Words;

/// A document in the language and digits of these words.
pub fn paper(words: &Words, blocks: Vec<Block>) -> Paper {
    Paper::of(words.lang(), words.digits(), blocks)
}

/// The value under the word with this id.
fn labelled(words: &Words, id: &str, value: Text) -> LabelledText {
    LabelledText::new(words.say(id), value)
}

/// «صفحه ۱ از ۲».
fn page_of_pages(words: &Words) -> Text {
    // One piece beside each number: a format without pages leaves out the words around them.
    let runs = vec![
        Run::Ours(format!("{} ", words.say("paper-page"))),
        Run::Page,
        Run::Ours(format!(" {} ", words.say("paper-of-pages"))),
        Run::Pages,
    ];
    Text { runs }
}
