//! What columns and headings of minutes mean, in words. Does not know where they are shown.

use crate::domain::reading_profile::{ColumnMeaning, HeadingMeaning};
use crate::words::Words;

/// The word of what a column of resolutions holds.
pub fn column_meaning(words: &Words, meaning: ColumnMeaning) -> String {
    words.say(match meaning {
        ColumnMeaning::Row => "column-row",
        ColumnMeaning::Subject => "column-subject",
        ColumnMeaning::Text => "minutes-column-text",
        ColumnMeaning::Deadline => "column-deadline",
        ColumnMeaning::Responsible => "column-responsible",
        ColumnMeaning::Remark => "reading-remark",
    })
}

/// The word of the part that a heading opens.
pub fn heading_meaning(words: &Words, meaning: HeadingMeaning) -> String {
    words.say(match meaning {
        HeadingMeaning::Agenda => "section-agenda",
        HeadingMeaning::Notes => "section-talk",
        HeadingMeaning::Resolutions => "section-resolutions",
        HeadingMeaning::Present => "reading-present",
        HeadingMeaning::Absent => "reading-absent",
        HeadingMeaning::Guests => "reading-guests",
        HeadingMeaning::Annex => "section-annexes",
    })
}
