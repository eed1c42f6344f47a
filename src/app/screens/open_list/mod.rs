//! The open resolutions of all sessions, most pressing first or in groups, narrowed by the words of the filter grammar.
//! Does not know how a filter is read, nor how groups are made.

mod groups;
mod rows;

use super::page::Page;
use super::spot::Spot;
use super::tables::{moved, settled, table_rows};
use super::{cells, resolutions};
use crate::app::board::{Board, BoardLine, GroupKey};
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::offers;
use crate::app::sentences;
use crate::app::step::Step;
use crate::domain::ids::ResolutionId;
use crate::office::query::{Query, ResolutionRow};
use crate::ui::{Area, Canvas, Code, Key, ListState, Role, sentence};
use rows::OpenListShape;
use std::collections::HashSet;

/// The list shows at most so many resolutions.
pub(in crate::app) const LIMIT: usize = 500;

/// Where one is in the open resolutions, and how they are put together.
#[derive(Default)]
pub(in crate::app) struct OpenList {
    pub spot: Spot,
    /// Where one was before the list was narrowed to go somewhere, and the depth of the stack at which it was: there it
    /// is as it was.
    before: Vec<(usize, Spot)>,
    /// The groups of which only the head is shown.
    folded: HashSet<GroupKey>,
    /// The resolutions in their groups.
    pub board: Board,
    /// Which ones the board was made of, in their order.
    made_of: Vec<ResolutionId>,
    /// Which of what is offered for the filter is chosen.
    offer: usize,
}

impl OpenList {
    /// The question whose answer the list shows; none where the words cannot be read.
    pub fn query(&self) -> Option<Query> {
        let filter = self.spot.selects.clone();
        self.spot.error.is_none().then_some(Query::Resolutions {
            filter,
            open: true,
            limit: LIMIT,
        })
    }

    /// Narrows the list by a filter, to go to it over so many pages; when it is left, it is again as it was.
    pub fn narrow(&mut self, depth: usize, filter: String) {
        let mut narrowed = Spot {
            filter,
            ..Spot::default()
        };
        narrowed.read_filter();
        let before = std::mem::replace(&mut self.spot, narrowed);
        self.before.push((depth, before));
        self.forget_rows();
    }

    /// Puts the list back as it was before it was narrowed above so many pages; returns whether it was.
    pub fn leave_narrowed(&mut self, depth: usize) -> bool {
        let mut left = false;
        while let Some((_, before)) = self.before.pop_if(|(narrowed, _)| *narrowed >= depth) {
            self.spot = before;
            left = true;
        }
        if left {
            self.forget_rows();
        }
        left
    }

    /// Whether the list at this depth of the stack was narrowed to go there.
    pub fn is_narrowed(&self, depth: usize) -> bool {
        self.before
            .last()
            .is_some_and(|(narrowed, _)| narrowed + 1 == depth)
    }

    /// Other rows are asked for; those that were there are not compared with them.
    fn forget_rows(&mut self) {
        (self.board, self.made_of) = (Board::default(), Vec::new());
    }

    /// The rows that are shown; none while there is no answer, or where the words cannot be read.
    fn rows<'c>(&self, context: &Context<'c>) -> &'c [ResolutionRow] {
        match self.made_of.is_empty() {
            true => &[],
            false => context.books.open_rows(),
        }
    }

    /// The resolution that is selected; none on the head of a group.
    fn selected<'c>(&self, context: &Context<'c>) -> Option<&'c ResolutionRow> {
        let row = self.board.row(self.spot.list.selected)?;
        self.rows(context).get(row)
    }
}

impl Page for OpenList {
    fn place(&self) -> Place {
        Place::Open
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        self.query().into_iter().collect()
    }

    fn waits(&self, context: &Context) -> bool {
        context.books.open.is_none() && self.spot.error.is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let len = self.board.lines.len();
        let shape = OpenListShape::of(context, self);
        let page = self.spot.list.fitting(len, table_rows(context), |line| {
            shape
                .table
                .height(context.look, &shape.cells(context, self, line))
        });
        if moved(&mut self.spot.list, act, key, len, page) {
            return Vec::new();
        }
        let selected = self.spot.list.selected;
        match act {
            Act::SaveFilter => return vec![Step::NameFilter(self.spot.filter.clone())],
            Act::Grouping => return self.group_by_next(context),
            Act::Fold => self.fold_group(context, selected),
            Act::FoldAll => self.fold_all(context),
            Act::Next | Act::Previous => {
                let head = self.board.jump(selected, act == Act::Next);
                self.spot.list.selected = head.unwrap_or(selected);
            }
            Act::ChooseAll => return self.choose_all(context, selected),
            Act::ChooseRow => return self.choose(context, selected),
            Act::Open if self.selected(context).is_none() => self.fold_group(context, selected),
            act => return self.act_on_rows(context, act),
        }
        Vec::new()
    }

    fn answered(&mut self, context: &Context) {
        self.regroup(context);
    }

    /// Groups are gone to and folded where there are some; on the head of one there is no resolution to edit or copy.
    fn offers(&self, context: &Context, act: Act) -> bool {
        let has_groups = || {
            self.board
                .lines
                .iter()
                .any(|line| matches!(line, BoardLine::Head(_)))
        };
        match act {
            Act::Fold | Act::FoldAll | Act::Next | Act::Previous => has_groups(),
            Act::Edit | Act::Copy => self.selected(context).is_some(),
            _ => true,
        }
    }

    fn choosable<'a>(&self, context: &Context<'a>) -> &'a [ResolutionRow] {
        self.rows(context)
    }

    fn settle(&mut self, context: &Context) {
        // Without an answer nothing says where the selection may be; it stays.
        if self.waits(context) {
            return;
        }
        let mut list = self.spot.list;
        let shape = OpenListShape::of(context, self);
        // The head of a group is shown with its first row, where there is room for both; the wheel may part them.
        let above = list.top.min(list.selected).checked_sub(1);
        let is_head = |line: &usize| matches!(self.board.lines.get(*line), Some(BoardLine::Head(_)));
        if let Some(above) = above.filter(|line| !list.is_scrolled() && is_head(line)) {
            list.top = above;
        }
        let len = self.board.lines.len();
        self.spot.list = settled(context, &shape.table, list, len, |line| {
            shape.cells(context, self, line)
        });
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        if let Some(error) = &self.spot.error {
            let wrong = sentences::filter_error(context.words, error);
            return sentence(canvas, area, &wrong, Role::Warn);
        }
        if context.books.open.is_none() {
            return sentence(canvas, area, &context.words.say("reading"), Role::Faint);
        }
        let len = self.board.lines.len();
        if len == 0 {
            let id = match self.spot.filter.is_empty() {
                true => "open-empty",
                false => "find-nothing",
            };
            return sentence(canvas, area, &context.words.say(id), Role::Plain);
        }
        let shape = OpenListShape::of(context, self);
        shape.table.paint(canvas, area, &self.spot.list, len, |line| {
            shape.cells(context, self, line)
        });
    }

    fn title(&self, context: &Context) -> String {
        context.words.say("screen-open")
    }

    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        rows::paint_sum(context, self, canvas, row);
    }

    fn remark(&self, context: &Context) -> Option<(String, Role)> {
        let offered = || offers::offers_said(context, &self.spot.filter, self.offer);
        if let Some(offers) = self.spot.finding.then(offered).flatten() {
            return Some((offers, Role::Plain));
        }
        let chosen = resolutions::chosen_note(context, self.rows(context), Place::Open);
        chosen.or_else(|| match self.selected(context) {
            Some(row) => cells::row_note(context, row),
            None => self.group_remark(context),
        })
    }

    fn finder(&self) -> Option<&Spot> {
        Some(&self.spot)
    }

    fn finder_mut(&mut self) -> Option<&mut Spot> {
        Some(&mut self.spot)
    }

    /// Takes what is offered to be typed next, or with Shift chooses the next of it.
    fn finder_key(&mut self, context: &Context, key: Key) -> Option<Vec<Step>> {
        if key.code != Code::Tab {
            return None;
        }
        let offers = offers::offers(context, &self.spot.filter, self.spot.filter.len());
        if key.shift {
            self.offer = (self.offer + 1) % offers.len().max(1);
            return Some(Vec::new());
        }
        let put = offers.put(self.offer);
        Some(put.map_or_else(Vec::new, |put| {
            self.spot.filter.replace_range(offers.range_byte.clone(), put);
            self.find(context)
        }))
    }

    /// Reads the words that narrow the list and asks for what they select; what cannot be read selects nothing.
    fn find(&mut self, context: &Context) -> Vec<Step> {
        self.offer = 0;
        self.spot.read_filter();
        match self.query() {
            Some(query) => vec![Step::Ask(query)],
            None => {
                self.regroup(context);
                Vec::new()
            }
        }
    }

    fn found(&self, context: &Context) -> String {
        let count = self.made_of.len();
        context.words.say_with("find-count", &[("count", count.into())])
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.spot.list
    }
}
