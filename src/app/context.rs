//! What a page may read while it acts, settles or paints: words, look, settings, answers, day and size. Does not
//! know which screens are open, and changes nothing.

use super::books::Books;
use super::setup::Setup;
use crate::search::Filter;
use crate::ui::{Area, Look};
use crate::words::Words;

/// Rows above the body: the head line, and one for tabs or words to find.
const ABOVE: u16 = 2;
/// Rows below it: status line and key bar.
const BELOW: u16 = 2;

/// What a page may read.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// Every sentence that is shown.
    pub words: &'a Words,
    /// How text is laid out.
    pub look: &'a Look,
    /// Settings, the day of today, who sits here, how large the screen is.
    pub setup: &'a Setup,
    /// What was answered.
    pub books: &'a Books,
    /// The part of the screen that belongs to the page.
    pub body: Area,
    /// What is looked for, on this page or on one that it was come to from.
    pub sought: Option<&'a Filter>,
}

/// The part of the screen that belongs to the page, of a screen with this many rows for a lesson at its foot.
pub(super) fn body_of(setup: &Setup, lesson: u16) -> Area {
    let rows = setup.rows.saturating_sub(ABOVE + BELOW + lesson);
    Area::new(0, ABOVE, setup.columns, rows)
}
