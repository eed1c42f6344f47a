//! Quick lookup: words of the filter grammar are typed, everything they select stands below, the most pressing first.
//! Does not know how a filter is read, nor where the answers come from.

mod hit;
mod line;
mod typed;
mod view;

use super::page::Page;
use crate::app::address::Within;
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::settings::Item;
use crate::app::step::{Step, To};
use crate::domain::ids::SessionId;
use crate::office::query::{Found, FoundHit, Query, Said};
use crate::search::{Filter, FilterError};
use crate::text::EditBuffer;
use crate::ui::{Area, Canvas, Key, ListState, Role};

/// So many of each kind are asked for at first, and so many more when the last one is come to.
const STEP: usize = 50;

/// Where one is in quick lookup.
pub(in crate::app) struct LookupPage {
    /// What is typed.
    pub typed: EditBuffer,
    pub list: ListState,
    /// What it selects: all of it, or what stands before the place that cannot be read.
    selects: Filter,
    /// What cannot be read in it.
    error: Option<FilterError>,
    /// How many are asked for.
    limit: usize,
    /// The question that is not answered yet: one at a time, however fast one types.
    asked: Option<Query>,
    /// Whether Enter was pressed before the answer came.
    enters: bool,
    /// Which of what is offered to be typed next is chosen.
    offer: usize,
}

impl Default for LookupPage {
    fn default() -> LookupPage {
        LookupPage {
            typed: EditBuffer::single_line(""),
            list: ListState::default(),
            selects: Filter::default(),
            error: None,
            limit: STEP,
            asked: None,
            enters: false,
            offer: 0,
        }
    }
}

impl LookupPage {
    /// Begins anew with these words.
    pub fn begin(&mut self, typed: &str) {
        *self = LookupPage {
            typed: EditBuffer::single_line(typed),
            asked: self.asked.take(),
            ..LookupPage::default()
        };
        self.read();
    }

    /// What was typed when it was asked about last.
    pub fn selects(&self) -> &Filter {
        &self.selects
    }

    /// The question for what is typed.
    fn query(&self) -> Query {
        Query::Lookup {
            filter: self.selects.clone(),
            limit: self.limit,
        }
    }

    /// Asks for what is typed, unless a question is still to be answered.
    pub fn ask(&mut self) -> Vec<Step> {
        if self.asked.is_some() {
            return Vec::new();
        }
        let query = self.query();
        self.asked = Some(query.clone());
        vec![Step::Ask(query)]
    }

    /// The question was answered; returns whether the answer is still wanted: other words may be typed now.
    pub fn answered(&mut self, asked: &Query) -> bool {
        self.asked = None;
        *asked == self.query()
    }

    /// The question could not be answered; the next letter asks again.
    pub fn not_answered(&mut self) {
        (self.asked, self.enters) = (None, false);
    }

    /// Keeps the selection on the same hit among those that were found now; where the words are others, it begins above.
    pub fn keep_place(&mut self, context: &Context, found: &Found) {
        let selected = self.selected(context).map(key_of);
        let again = found.hits.iter().position(|hit| Some(key_of(hit)) == selected);
        self.list.selected = again.filter(|_| self.list.selected > 0).unwrap_or(0);
    }

    /// Goes to the selected hit, when that was wanted before there was an answer.
    pub fn enter(&mut self, context: &Context) -> Vec<Step> {
        match std::mem::take(&mut self.enters) {
            true => self.go(context),
            false => Vec::new(),
        }
    }

    fn selected<'c>(&self, context: &Context<'c>) -> Option<&'c FoundHit> {
        hits(context).get(self.list.selected)
    }

    /// Moves in the list; at its end there is more, where there is more.
    fn moved(&mut self, context: &Context, key: Key) -> Vec<Step> {
        let len = hits(context).len();
        let page = usize::from(view::rows(context) / view::height(context)).max(1);
        self.list.press(key.as_command().code, len, page);
        let is_last = self.list.selected + 1 >= len;
        let looked = context.books.lookup.as_ref();
        if is_last && self.asked.is_none() && looked.is_some_and(|looked| looked.found.more) {
            self.limit += STEP;
            return self.ask();
        }
        Vec::new()
    }

    /// Goes to the selected row in its session.
    fn go(&self, context: &Context) -> Vec<Step> {
        let Some(hit) = self.selected(context) else {
            return Vec::new();
        };
        let (session, within) = match hit {
            FoundHit::Resolution(row) => (&row.session, Within::Resolution(row.resolution.id.clone())),
            FoundHit::Said(row) => match &row.said {
                Said::Note(note) => (&row.session.id, Within::Note(note.id.clone())),
                Said::AgendaItem { number, .. } => {
                    let at = (*number as usize).saturating_sub(1);
                    (&row.session.id, Within::AgendaItem(at))
                }
            },
        };
        vec![Step::Open(To::Within(session.clone(), within))]
    }
}

impl Page for LookupPage {
    fn place(&self) -> Place {
        Place::Lookup
    }

    /// It asks by itself, for what is typed when the last answer came.
    fn wants(&self, _context: &Context) -> Vec<Query> {
        Vec::new()
    }

    fn entered(&mut self, _context: &Context) -> Vec<Step> {
        self.ask()
    }

    /// What is offered to be typed is taken where something is.
    fn offers(&self, context: &Context, act: Act) -> bool {
        let offers = || self.offers(context).len();
        match act {
            Act::TakeOffer => offers() > 0,
            Act::NextOffer => offers() > 1,
            _ => true,
        }
    }

    /// What is typed there is words, whatever was found.
    fn waits(&self, _context: &Context) -> bool {
        false
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        match act {
            Act::Move => return self.moved(context, key),
            Act::Open if self.asked.is_some() => self.enters = true,
            Act::Open => return self.go(context),
            Act::TakeOffer => return self.take_offer(context),
            Act::NextOffer => {
                let offers = self.offers(context).len().max(1);
                self.offer = (self.offer + 1) % offers;
            }
            Act::Lines => {
                let mut settings = context.setup.settings.clone();
                let next = usize::from(!settings.lookup_in_three);
                Item::Lookup.set(&mut settings, next);
                return vec![Step::Settings(Box::new(settings))];
            }
            Act::SaveFilter => return vec![Step::NameFilter(self.typed.text().to_owned())],
            _ => {}
        }
        Vec::new()
    }

    fn settle(&mut self, context: &Context) {
        let height = view::height(context);
        let (len, rows) = (hits(context).len(), view::rows(context));
        self.list.settle(len, rows, |_| height);
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        view::paint(context, self, canvas, area);
    }

    fn title(&self, context: &Context) -> String {
        context.words.say("screen-lookup")
    }

    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        view::paint_field(context, self, canvas, row);
    }

    fn remark(&self, context: &Context) -> Option<(String, Role)> {
        view::remark(context, self)
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}

/// What tells a hit from all others.
fn key_of(hit: &FoundHit) -> (SessionId, String) {
    match hit {
        FoundHit::Resolution(row) => (row.session.clone(), row.resolution.id.to_string()),
        FoundHit::Said(row) => match &row.said {
            Said::Note(note) => (row.session.id.clone(), note.id.to_string()),
            Said::AgendaItem { number, .. } => (row.session.id.clone(), number.to_string()),
        },
    }
}

fn hits<'c>(context: &Context<'c>) -> &'c [FoundHit] {
    let looked = context.books.lookup.as_ref();
    looked.map_or(&[], |looked| looked.found.hits.as_slice())
}
