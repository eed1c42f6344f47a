//! The open list in its groups: put together anew, folded, chosen, gone through. Does not know how a group is painted.

use super::OpenList;
use crate::app::board::{Board, BoardLine, GroupSources, Grouping};
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::screens::resolutions;
use crate::app::step::{Step, To};
use crate::domain::ids::ResolutionId;
use crate::office::query::ResolutionRow;
use crate::ui::Role;

fn ids(rows: &[ResolutionRow]) -> Vec<ResolutionId> {
    rows.iter().map(|row| row.resolution.id.clone()).collect()
}

impl OpenList {
    /// Puts the rows together anew: they were read, or something that groups are named by or ordered by. The selection
    /// stays on what it was on; where that has left its group, it stays where it is.
    pub(super) fn regroup(&mut self, context: &Context) {
        self.put_together(context, context.setup.settings.grouping);
    }

    fn put_together(&mut self, context: &Context, by: Grouping) {
        let known = GroupSources {
            organisations: context.books.organisations.as_ref(),
            bodies: context.books.bodies.as_deref().unwrap_or_default(),
        };
        let rows = match self.spot.error {
            Some(_) => &[],
            None => context.books.open_rows(),
        };
        let board = Board::new(rows, by, &self.folded, &known);
        let same =
            |old: usize, new: usize| self.made_of.get(old) == rows.get(new).map(|row| &row.resolution.id);
        if let Some(line) = board.again(&self.board, self.spot.list.selected, same) {
            self.spot.list.selected = line;
        }
        (self.board, self.made_of) = (board, ids(rows));
    }

    /// Selects a resolution, where it stands first.
    fn select(&mut self, row: Option<usize>) {
        let board = &self.board;
        let is_it = |line: &BoardLine| match line {
            BoardLine::Row { row: shown, .. } => Some(*shown) == row,
            BoardLine::Head(group) => {
                let group = &board.groups[*group];
                group.is_folded && row.is_some_and(|row| group.rows.contains(&row))
            }
        };
        self.spot.list.selected = board.lines.iter().position(is_it).unwrap_or(0);
    }

    /// Goes to the resolution so many rows before or behind one of the list; returns it.
    pub fn beside(&mut self, id: &ResolutionId, by: isize) -> Option<ResolutionId> {
        let board = &self.board;
        let on = |line: usize| board.row(line).and_then(|row| self.made_of.get(row));
        // It may stand in several groups; the one that was selected counts.
        let selected = self.spot.list.selected;
        let mut line = match on(selected) == Some(id) {
            true => selected,
            false => (0..board.lines.len()).find(|line| on(*line) == Some(id))?,
        };
        let next = loop {
            line = line
                .checked_add_signed(by)
                .filter(|line| *line < board.lines.len())?;
            if let Some(next) = on(line) {
                break next.clone();
            }
        };
        self.spot.list.selected = line;
        Some(next)
    }

    /// The rows of the group that a line belongs to; without groups all rows.
    pub(super) fn rows_of_group(&self, context: &Context, line: usize) -> Vec<ResolutionRow> {
        let rows = self.rows(context);
        match self.board.group(line) {
            Some(group) => {
                let places = self.board.groups[group].rows.iter();
                places.filter_map(|row| rows.get(*row).cloned()).collect()
            }
            None => rows.to_vec(),
        }
    }

    /// What is asked of the chosen rows, or else of the selected one, or of all of the group whose head is selected.
    pub(super) fn act_on_rows(&self, context: &Context, act: Act) -> Vec<Step> {
        let chosen = resolutions::chosen_rows(context, self.rows(context));
        let row = self.selected(context);
        let rows = match (row, chosen.is_empty()) {
            (_, false) => chosen,
            (None, true) => self.rows_of_group(context, self.spot.list.selected),
            (Some(_), true) => Vec::new(),
        };
        if !rows.is_empty()
            && let Some(steps) = resolutions::act_on_all(context, &rows, act)
        {
            return steps;
        }
        match (act, row) {
            (Act::GoToSession, Some(row)) => vec![Step::Open(To::BackToSession(row.session.clone()))],
            (act, Some(row)) => resolutions::act_on(context, row, act),
            (_, None) => Vec::new(),
        }
    }

    /// Chooses the selected row and goes on to the next; all of the group whose head is selected.
    pub(super) fn choose(&mut self, context: &Context, selected: usize) -> Vec<Step> {
        let Some(row) = self.selected(context) else {
            return self.choose_all(context, selected);
        };
        let step = resolutions::choose(context, vec![row.resolution.id.clone()]);
        self.spot.list.selected = (selected + 1).min(self.board.lines.len().saturating_sub(1));
        vec![step]
    }

    /// What the keys do on the head of a group.
    pub(super) fn group_remark(&self, context: &Context) -> Option<(String, Role)> {
        let group = self.board.group(self.spot.list.selected)?;
        let count = self.board.groups.get(group)?.rows.len();
        let keys = resolutions::keys_of_all(context, Place::Open);
        let args = [("count", count.into()), ("keys", keys.into())];
        Some((context.words.say_with("board-head-keys", &args), Role::Faint))
    }

    /// Chooses all of a group, or none of it where all are chosen.
    pub(super) fn choose_all(&self, context: &Context, line: usize) -> Vec<Step> {
        let ids = ids(&self.rows_of_group(context, line));
        vec![resolutions::choose(context, ids)]
    }

    /// Puts the rows together by the next thing, and so again when the program is next started.
    pub(super) fn group_by_next(&mut self, context: &Context) -> Vec<Step> {
        let row = self.board.row(self.spot.list.selected);
        let mut settings = context.setup.settings.clone();
        settings.grouping = settings.grouping.next();
        self.put_together(context, settings.grouping);
        self.select(row);
        // While words are typed they stand where the grouping is named.
        let name = context.words.say(settings.grouping.word());
        let said = (!self.spot.filter.is_empty()).then_some(Step::Say(name, Role::Plain));
        let kept = Step::Settings(Box::new(settings));
        said.into_iter().chain([kept]).collect()
    }

    /// Folds the group of a line, or unfolds it; its head is selected.
    pub(super) fn fold_group(&mut self, context: &Context, line: usize) {
        let Some(group) = self.board.group(line) else {
            return;
        };
        let key = self.board.groups[group].key.clone();
        if !self.folded.remove(&key) {
            self.folded.insert(key);
        }
        self.regroup_at(context, group);
    }

    /// Folds all groups; unfolds them where all are folded.
    pub(super) fn fold_all(&mut self, context: &Context) {
        let Some(group) = self.board.group(self.spot.list.selected) else {
            return;
        };
        let groups = &self.board.groups;
        match groups.iter().all(|group| group.is_folded) {
            true => self.folded.clear(),
            false => self.folded.extend(groups.iter().map(|group| group.key.clone())),
        }
        self.regroup_at(context, group);
    }

    /// Puts the rows together anew, and selects the head of a group.
    fn regroup_at(&mut self, context: &Context, group: usize) {
        self.regroup(context);
        if let Some(head) = self.board.head(group) {
            self.spot.list.selected = head;
        }
    }
}
