//! The contract of a page: it owns where one is on it, reads a context, and says in steps what it wants. Does not know
//! any page.

use super::spot::Spot;
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::step::Step;
use crate::domain::correction::Corrected;
use crate::office::query::{Query, ResolutionRow};
use crate::ui::{Area, Canvas, Key, ListState, Role};

/// A screen that owns its state.
pub(in crate::app) trait Page {
    /// The place that commands hold for.
    fn place(&self) -> Place;

    /// What it wants to know, when it is come to and after a change.
    fn wants(&self, context: &Context) -> Vec<Query>;

    /// What it asks when it is come to and after a change.
    fn entered(&mut self, context: &Context) -> Vec<Step> {
        self.wants(context).into_iter().map(Step::Ask).collect()
    }

    /// Whether it needs an answer before keys mean what the person means by them.
    fn waits(&self, context: &Context) -> bool;

    /// Takes in that what it lists was answered anew, or that other words are to be found.
    fn answered(&mut self, _context: &Context) {}

    /// Does what a key asked for, with what is its own; returns what it wants done beside that.
    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step>;

    /// Whether the key bar offers what a key asks for, as things are on it now.
    fn offers(&self, _context: &Context, _act: Act) -> bool {
        true
    }

    /// Moves what is shown so that the selection is in sight.
    fn settle(&mut self, context: &Context);

    /// Paints the body.
    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area);

    /// Its name in the head line.
    fn title(&self, context: &Context) -> String;

    /// Paints the row under the head: tabs, how much there is, or a rule.
    fn view_sum(&self, _context: &Context, canvas: &mut Canvas, row: u16) {
        canvas.rule_across(row);
    }

    /// What there is to say about the selection.
    fn remark(&self, _context: &Context) -> Option<(String, Role)> {
        None
    }

    /// The record of its session that is shown or selected, to be corrected; none where nothing is selected.
    fn corrected(&self, _context: &Context) -> Option<Corrected> {
        Some(Corrected::Session)
    }

    /// The clause of that record that is selected, by its letter.
    fn clause(&self) -> Option<String> {
        None
    }

    /// The resolutions of its list that can be chosen, to be changed together.
    fn choosable<'a>(&self, _context: &Context<'a>) -> &'a [ResolutionRow] {
        &[]
    }

    /// Where words are found in its list; none where there is nothing to find.
    fn finder(&self) -> Option<&Spot> {
        None
    }

    /// The same, to be changed.
    fn finder_mut(&mut self) -> Option<&mut Spot> {
        None
    }

    /// Words to find are about to be typed.
    fn begin_finding(&mut self, _context: &Context) -> Vec<Step> {
        Vec::new()
    }

    /// Takes a key that means something of its own here while words are typed; none for other keys.
    fn finder_key(&mut self, _context: &Context, _key: Key) -> Option<Vec<Step>> {
        None
    }

    /// Decides anew what is shown: the words to find are others.
    fn find(&mut self, context: &Context) -> Vec<Step> {
        self.answered(context);
        Vec::new()
    }

    /// What stands beside the words to find: how many rows have them.
    fn found(&self, context: &Context) -> String {
        let count = self.finder().map_or(0, |spot| spot.shown.len());
        context.words.say_with("find-count", &[("count", count.into())])
    }

    /// Where one is in its list.
    fn list(&mut self) -> &mut ListState;

    /// Selects a row; the list settles inside its rows before it is shown.
    fn select_row(&mut self, row: usize) {
        self.list().selected = row;
    }

    /// Moves what is shown by so many rows; the selection stays as long as it is in sight.
    fn scroll(&mut self, rows: isize) {
        self.list().scroll(rows);
    }
}
