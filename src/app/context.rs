//! What a page may read while it acts, settles or paints: words, look, settings, keys, answers, the stack, day and size.
//! Changes nothing.

use super::address::Screen;
use super::books::Books;
use super::keys::Keymap;
use super::keys::{Act, Place};
use super::setup::Setup;
use crate::calendar::Moment;
use crate::domain::ids::ResolutionId;
use crate::search::Filter;
use crate::ui::{Area, LastPage, Look};
use crate::words::Words;
use std::collections::HashSet;

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
    /// Her keys.
    pub keymap: &'a Keymap,
    /// Resolutions that are chosen in lists, to be changed together.
    pub chosen: &'a HashSet<ResolutionId>,
    /// What was answered.
    pub books: &'a Books,
    /// When the last message came.
    pub now: Moment,
    /// The pages that are open, the shown one last.
    pub stack: &'a [Screen],
    /// Whether a form stands over the shown page.
    pub has_form: bool,
    /// The part of the screen that belongs to the page.
    pub body: Area,
    /// The record that is read in full, broken into lines.
    pub page: &'a LastPage,
    /// What is looked for, on this page or on one that it was come to from.
    pub sought: Option<&'a Filter>,
}

impl Context<'_> {
    /// The name of the key that is shown for what is asked for in a place.
    pub fn key(&self, act: Act, place: Place) -> String {
        self.keymap.shown(act, place, self.words)
    }

    /// The page that is shown, perhaps under a form.
    pub fn shown(&self) -> &Screen {
        // The stack is never empty; the list of sessions stands in for what cannot be.
        self.stack.last().unwrap_or(&Screen::Sessions)
    }
}

/// The part of the screen that belongs to the page, of a screen with this many rows for a lesson at its foot.
pub(super) fn body_of(setup: &Setup, lesson: u16) -> Area {
    let rows = setup.rows.saturating_sub(ABOVE + BELOW + lesson);
    Area::new(0, ABOVE, setup.columns, rows)
}
