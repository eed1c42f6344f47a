//! Where one is in a list or table: the selected row and the first row shown. Does not know what the rows are; it is
//! told their number and, where they differ, their heights. Only rows near the shown ones are ever asked for.

use super::key::Code;

/// Selected row and first row shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListState {
    /// The selected row.
    pub selected: usize,
    /// The first row shown.
    pub top: usize,
    /// So many rows what is shown shall move when it settles: towards the end, or the start where it is negative.
    scroll: isize,
}

impl ListState {
    /// Moves for a key of moving (arrows, pages, Home, End); returns whether it was one. `page` is the number of rows
    /// that are shown at once.
    pub fn press(&mut self, code: Code, len: usize, page: usize) -> bool {
        let page = page.max(1);
        self.selected = match code {
            Code::Up => self.selected.saturating_sub(1),
            Code::Down => self.selected + 1,
            Code::PageUp => self.selected.saturating_sub(page),
            Code::PageDown => self.selected + page,
            Code::Home => 0,
            Code::End => len,
            _ => return false,
        };
        self.selected = self.selected.min(len.saturating_sub(1));
        true
    }

    /// The same at these rows.
    pub fn at(selected: usize, top: usize) -> ListState {
        ListState {
            selected,
            top,
            scroll: 0,
        }
    }

    /// Moves what is shown by so many rows when it settles next; the selection stays where it is as long as it is in
    /// sight.
    pub fn scroll(&mut self, rows: isize) {
        self.scroll = self.scroll.saturating_add(rows);
    }

    /// Whether what is shown moves when it settles next.
    pub fn is_scrolled(&self) -> bool {
        self.scroll != 0
    }

    /// As [`ListState::settle`], for a page of lines: its selected line is the first one shown.
    pub fn settle_page(&mut self, lines: usize, rows: u16) {
        let first = self
            .selected
            .saturating_add_signed(std::mem::take(&mut self.scroll));
        self.selected = first.min(lines.saturating_sub(usize::from(rows)));
        self.top = self.selected;
    }

    /// Moves `top` as far as was scrolled, and takes the selection along to the first or last row in sight.
    fn take_along(&mut self, len: usize, rows: u16, height: &impl Fn(usize) -> u16) {
        let by = std::mem::take(&mut self.scroll);
        if by == 0 || len == 0 {
            return;
        }
        let last_top = first_that_fits(len - 1, rows, height);
        self.top = self.top.saturating_add_signed(by).min(last_top);
        let last = self.top + self.fitting(len, rows, height) - 1;
        self.selected = self.selected.clamp(self.top, last);
    }

    /// Moves `top` so that the selected row is wholly shown in `rows` lines of the screen and no lines stay empty at
    /// the end. `height` gives the lines of one row.
    pub fn settle(&mut self, len: usize, rows: u16, height: impl Fn(usize) -> u16) {
        self.selected = self.selected.min(len.saturating_sub(1));
        if len == 0 {
            (self.top, self.scroll) = (0, 0);
            return;
        }
        self.take_along(len, rows, &height);
        let lowest = self.selected;
        let highest = first_that_fits(self.selected, rows, &height);
        self.top = self.top.clamp(highest, lowest);
        self.top = self.top.min(first_that_fits(len - 1, rows, &height).max(highest));
    }

    /// How many rows from `top` on fit wholly into `rows` lines; at least one.
    pub fn fitting(&self, len: usize, rows: u16, height: impl Fn(usize) -> u16) -> usize {
        let mut used = 0;
        let fits = (self.top..len).take_while(|&row| {
            used += u32::from(height(row));
            used <= u32::from(rows)
        });
        fits.count().max(1)
    }
}

/// The earliest row from which on everything up to `last` fits into `rows` lines.
fn first_that_fits(last: usize, rows: u16, height: &impl Fn(usize) -> u16) -> usize {
    let mut used = u32::from(height(last));
    let mut first = last;
    while first > 0 {
        used += u32::from(height(first - 1));
        if used > u32::from(rows) {
            break;
        }
        first -= 1;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(selected: usize, top: usize, len: usize, heights: &[u16]) -> usize {
        let mut state = ListState::at(selected, top);
        state.settle(len, 10, |row| heights.get(row).copied().unwrap_or(1));
        state.top
    }

    #[test]
    fn the_list_moves_only_as_far_as_the_selection_needs() {
        assert_eq!(settled(9, 0, 100, &[]), 0);
        assert_eq!(settled(10, 0, 100, &[]), 1);
        assert_eq!(settled(5, 3, 100, &[]), 3);
        assert_eq!(settled(2, 3, 100, &[]), 2);
    }

    #[test]
    fn scrolling_leaves_the_selection_until_it_would_be_out_of_sight() {
        let scrolled = |selected, top, by, heights: &[u16]| {
            let mut state = ListState::at(selected, top);
            state.scroll(by);
            state.settle(30, 10, |row| heights.get(row).copied().unwrap_or(1));
            (state.selected, state.top)
        };
        assert_eq!(scrolled(5, 0, 3, &[]), (5, 3));
        assert_eq!(scrolled(2, 0, 3, &[]), (3, 3));
        assert_eq!(scrolled(14, 6, -3, &[]), (12, 3));
        assert_eq!(scrolled(5, 0, 100, &[]), (20, 20));
        assert_eq!(scrolled(5, 2, -100, &[]), (5, 0));
        // Of taller rows fewer are in sight.
        assert_eq!(scrolled(3, 1, -1, &[4; 30]), (1, 0));
        let mut page = ListState::default();
        page.scroll(3);
        page.settle_page(12, 10);
        assert_eq!((page.selected, page.top), (2, 2));
    }

    #[test]
    fn rows_of_different_heights_are_shown_whole() {
        assert_eq!(settled(3, 0, 4, &[4, 4, 4, 4]), 2);
        assert_eq!(settled(1, 0, 4, &[4, 40, 4, 4]), 1);
    }

    #[test]
    fn no_lines_stay_empty_when_the_list_gets_shorter() {
        assert_eq!(settled(50, 50, 20, &[]), 10);
        assert_eq!(settled(0, 7, 0, &[]), 0);
    }

    #[test]
    fn pages_stop_at_both_ends() {
        let mut state = ListState::default();
        state.press(Code::PageUp, 30, 10);
        assert_eq!(state.selected, 0);
        state.press(Code::End, 30, 10);
        state.press(Code::PageDown, 30, 10);
        assert_eq!(state.selected, 29);
    }
}
