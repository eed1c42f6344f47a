//! Where one is in a list whose rows can be found by words. Does not know what the rows are.

use crate::search::{Filter, FilterError};
use crate::ui::ListState;

/// Where one is in a list whose rows can be found by words.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Spot {
    pub list: ListState,
    /// The words to find.
    pub filter: String,
    /// What they select in the open list, as far as they can be read.
    pub selects: Filter,
    /// What cannot be read in them.
    pub error: Option<FilterError>,
    /// Whether words are being typed.
    pub finding: bool,
    /// The rows that have the words.
    pub shown: Vec<usize>,
}

impl Spot {
    /// Reads the words as a filter.
    pub fn read_filter(&mut self) {
        (self.selects, self.error) = Filter::read(&self.filter);
    }

    /// The row of the answer that is selected.
    pub fn selected(&self) -> Option<usize> {
        self.shown.get(self.list.selected).copied()
    }

    /// Shows these rows of the answer; the selection stays among them.
    pub fn show(&mut self, rows: Vec<usize>) {
        self.shown = rows;
        self.list.selected = self.list.selected.min(self.shown.len().saturating_sub(1));
    }
}

/// Whether all words of a folded filter occur in a folded text.
pub(in crate::app) fn has_all(text: &str, wanted: &str) -> bool {
    wanted.split(' ').all(|word| text.contains(word))
}
