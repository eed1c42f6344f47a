//! One resolution in full: large and calm, everything known about it, with a cursor on its clauses and follow-ups. Does
//! not know how it is edited.

mod asking;
mod lines;

use super::page::Page;
use super::resolutions;
use super::tables::{scrolled, settle_page};
use crate::app::address::{Screen, Within};
use crate::app::context::Context;
use crate::app::forms;
use crate::app::keys::{Act, Place};
use crate::app::step::{Step, To};
use crate::domain::correction::Corrected;
use crate::domain::ids::ResolutionId;
use crate::office::query::{Query, ResolutionRow};
use crate::ui::{self, Area, Canvas, Code, Key, ListState, Role, sentence};
use lines::{ResolutionEntries, ResolutionPart, entries};
use std::rc::Rc;

pub(in crate::app) use lines::page_of;

/// Where one is in a resolution.
pub(in crate::app) struct ResolutionPage {
    id: ResolutionId,
    /// The first line shown.
    pub list: ListState,
    /// The clause or follow-up that the cursor is on.
    pub part: Option<ResolutionPart>,
}

/// The parts that the cursor can be on, each with its entry of the page.
type Parts = Vec<(ResolutionPart, usize)>;

impl ResolutionPage {
    /// At the first line of a resolution.
    pub fn new(id: &ResolutionId) -> ResolutionPage {
        ResolutionPage {
            id: id.clone(),
            list: ListState::default(),
            part: None,
        }
    }

    fn row<'b>(&self, context: &Context<'b>) -> Option<&'b ResolutionRow> {
        context.books.resolution(&self.id)
    }

    /// The place of the part that the cursor is on.
    fn chosen(&self, parts: &Parts) -> Option<usize> {
        let part = self.part.as_ref()?;
        parts.iter().position(|(known, _)| known == part)
    }

    /// Moves the cursor to the next part in sight; returns whether there was one. What is out of sight is scrolled to
    /// first.
    fn moved_to_part(&mut self, context: &Context, key: Key, page: &ui::EntryPage, parts: &Parts) -> bool {
        let at = self.chosen(parts);
        let next = match key.as_command().code {
            Code::Down => Some(at.map_or(0, |at| at + 1)),
            Code::Up if at == Some(0) => {
                self.part = None;
                None
            }
            Code::Up => at.and_then(|at| at.checked_sub(1)),
            _ => None,
        };
        let next = next.and_then(|next| parts.get(next));
        let in_sight = next.filter(|(_, entry)| self.is_in_sight(context, page, *entry));
        if let Some((part, _)) = in_sight {
            self.part = Some(part.clone());
        }
        in_sight.is_some()
    }

    fn is_in_sight(&self, context: &Context, page: &ui::EntryPage, entry: usize) -> bool {
        let shown = self.list.top..self.list.top + usize::from(context.body.rows);
        shown.contains(&page.rows_of_entry(entry).start)
    }

    /// Goes to the resolution before or behind, in the list that this one was opened from.
    fn beside(&mut self, context: &Context, by: isize) -> Vec<Step> {
        self.part = None;
        let from_open = context.stack.iter().rev().nth(1) == Some(&Screen::Open);
        let Some(view) = context.books.session(&self.id.session()).filter(|_| !from_open) else {
            return vec![Step::Open(To::BesideInOpenList(self.id.clone(), by))];
        };
        let rows = &view.resolutions;
        let at = rows.iter().position(|row| row.resolution.id == self.id);
        let next = at.and_then(|at| at.checked_add_signed(by));
        let Some(next) = next.and_then(|at| rows.get(at)) else {
            return Vec::new();
        };
        let next = next.resolution.id.clone();
        vec![
            Step::Seek(next.session(), Within::Resolution(next.clone())),
            Step::Open(To::Instead(Screen::Resolution(next))),
        ]
    }

    fn go_to_followed(&mut self, context: &Context, row: &ResolutionRow) -> Vec<Step> {
        let followed = row.resolution.follows.as_ref();
        match followed.and_then(|followed| followed.resolution.clone()) {
            Some(id) => {
                self.part = None;
                vec![Step::Open(To::Page(Screen::Resolution(id)))]
            }
            None => vec![Step::Say(context.words.say("follows-nothing"), Role::Faint)],
        }
    }

    /// Paints the cursor over its part.
    fn tint(&self, page: &ui::EntryPage, parts: &Parts, canvas: &mut Canvas, area: Area) {
        let Some(at) = self.chosen(parts) else {
            return;
        };
        let rows = page.rows_of_entry(parts[at].1);
        let first = u16::try_from(rows.start.saturating_sub(self.list.top)).unwrap_or(u16::MAX);
        let part = area.below(first);
        let selected = Area {
            rows: u16::try_from(rows.len()).unwrap_or(u16::MAX).min(part.rows),
            ..part
        };
        ui::mark_selected(canvas, selected);
    }
}

impl Page for ResolutionPage {
    fn place(&self) -> Place {
        Place::Resolution
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Session(self.id.session())]
    }

    fn waits(&self, context: &Context) -> bool {
        self.row(context).is_none() && context.books.session(&self.id.session()).is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let Some(row) = self.row(context) else {
            return Vec::new();
        };
        let (page, parts) = page(context, row);
        if act == Act::Move && self.moved_to_part(context, key, &page, &parts) {
            return Vec::new();
        }
        if scrolled(&mut self.list, act, key, page.rows(), context.body.rows) {
            return Vec::new();
        }
        let of_part = match self.chosen(&parts).map(|at| &parts[at].0) {
            Some(ResolutionPart::Clause(letter)) => asking::of_clause(context, row, letter, act, key),
            Some(ResolutionPart::FollowUp(at)) => match act {
                Act::Edit => Some(forms::edit_follow_up(context, row, *at)),
                Act::Remove => Some(asking::remove_follow_up(context, row, *at)),
                _ => None,
            },
            None => None,
        };
        of_part.unwrap_or_else(|| match act {
            Act::Next => self.beside(context, 1),
            Act::Previous => self.beside(context, -1),
            Act::GoToSession => vec![Step::Open(To::BackToSession(self.id.session()))],
            Act::GoToFollowed => self.go_to_followed(context, row),
            Act::Remove => resolutions::ask_remove(context, row, true),
            act => resolutions::act_on(context, row, act),
        })
    }

    fn settle(&mut self, context: &Context) {
        let Some(row) = self.row(context) else {
            return;
        };
        let (page, parts) = page(context, row);
        settle_page(&mut self.list, page.rows(), context.body.rows);
        // A cursor that was scrolled out of sight is on nothing.
        let chosen = self.chosen(&parts).map(|at| parts[at].1);
        if chosen.is_none_or(|entry| !self.is_in_sight(context, &page, entry)) {
            self.part = None;
        }
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let Some(row) = self.row(context) else {
            let words = context.words.say("resolution-is-gone");
            return sentence(canvas, area, &words, Role::Faint);
        };
        let (page, parts) = page(context, row);
        page.paint(canvas, area, self.list.top);
        self.tint(&page, &parts, canvas, area);
    }

    /// «مصوبه ۳».
    fn title(&self, context: &Context) -> String {
        let number = self.row(context).and_then(|row| row.resolution.row);
        match number {
            Some(number) => context
                .words
                .say_with("resolution-title", &[("row", number.into())]),
            None => context.words.say("resolution-title-bare"),
        }
    }

    /// What the keys do with the part that the cursor is on.
    fn remark(&self, context: &Context) -> Option<(String, Role)> {
        let shown = |act| context.key(act, Place::Resolution);
        let words = match self.part.as_ref()? {
            ResolutionPart::Clause(letter) => {
                let args = [
                    ("letter", letter.as_str().into()),
                    ("status", shown(Act::SetStatus).into()),
                    ("extend", shown(Act::Extend).into()),
                    ("follow", shown(Act::FollowUp).into()),
                    ("correct", shown(Act::Correct).into()),
                ];
                let session = context.books.session(&self.id.session());
                let is_signed = session.is_some_and(|view| !view.session.state.is_open());
                let keys = if is_signed {
                    "clause-keys-signed"
                } else {
                    "clause-keys"
                };
                context.words.say_with(keys, &args)
            }
            ResolutionPart::FollowUp(at) => {
                let args = [("number", (at + 1).into()), ("remove", shown(Act::Remove).into())];
                context.words.say_with("follow-up-keys", &args)
            }
        };
        Some((words, Role::Plain))
    }

    fn corrected(&self, _context: &Context) -> Option<Corrected> {
        Some(Corrected::Resolution(self.id.clone()))
    }

    fn clause(&self) -> Option<String> {
        match self.part.as_ref()? {
            ResolutionPart::Clause(letter) => Some(letter.clone()),
            ResolutionPart::FollowUp(_) => None,
        }
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }

    /// It is read; the cursor on its parts is moved by keys.
    fn select_row(&mut self, _row: usize) {}
}

fn page(context: &Context, row: &ResolutionRow) -> (Rc<ui::EntryPage>, Parts) {
    let ResolutionEntries { all, parts } = entries(context, row);
    (context.page.of(context.look, context.body.columns, all), parts)
}
