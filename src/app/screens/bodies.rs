//! Members, organisations and bodies: who sits, who is made responsible, who meets. Does not know any session.

use super::layout::choose_layout;
use super::page::Page;
use super::spot::{Spot, has_all};
use super::tables::{moved, settled, table_of, table_rows};
use crate::app::context::Context;
use crate::app::forms;
use crate::app::keys::{Act, Place};
use crate::app::step::{Duplicate, Purpose, Step};
use crate::domain::body::Body;
use crate::domain::organisation::Organisation;
use crate::domain::seat::Seat;
use crate::office::command::{Command, Removal};
use crate::office::query::Query;
use crate::text::fold;
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell, sentence, tabs};

const MEMBERS: usize = 0;
const ORGANISATIONS: usize = 1;
const BODIES: usize = 2;

/// Where one is among members, organisations and bodies.
#[derive(Default)]
pub(in crate::app) struct Members {
    spots: [Spot; BODIES + 1],
    tab: usize,
}

impl Members {
    /// Where one is in the open tab.
    fn spot(&self) -> &Spot {
        &self.spots[self.tab]
    }

    /// The same, to be changed.
    pub fn spot_mut(&mut self) -> &mut Spot {
        &mut self.spots[self.tab]
    }

    /// Whether the keys that move move a seat: all of them are shown.
    fn moves_seats(&self) -> bool {
        self.tab == MEMBERS && self.spot().filter.is_empty()
    }

    /// Goes to the first of all members.
    pub fn begin(&mut self) {
        self.tab = MEMBERS;
        *self.spot_mut() = Spot::default();
    }

    fn add(&self, context: &Context) -> Vec<Step> {
        match self.tab {
            MEMBERS => {
                // A new member comes to the body of the selected one, at its end.
                let of_selected = self.spot().selected().and_then(|at| seats(context).nth(at));
                let first = || bodies(context).first().map(|(body, _)| body);
                match of_selected.map(|(body, _)| body).or_else(first) {
                    Some(body) => forms::new_seat(context, &body.id),
                    None => forms::new_body(context),
                }
            }
            ORGANISATIONS => forms::organisation(None),
            _ => forms::new_body(context),
        }
    }

    fn edit(&self, context: &Context) -> Vec<Step> {
        let Some(at) = self.spot().selected() else {
            return Vec::new();
        };
        let steps = match self.tab {
            MEMBERS => {
                let seat = seats(context).nth(at);
                seat.map(|(_, seat)| forms::edit_seat(context, seat.clone()))
            }
            ORGANISATIONS => Some(forms::organisation(organisations(context).get(at).cloned())),
            _ => {
                let body = bodies(context).get(at);
                body.map(|(body, _)| forms::edit_body(context, body.clone()))
            }
        };
        steps.unwrap_or_default()
    }

    fn rules(&self, context: &Context) -> Vec<Step> {
        let body = self.spot().selected().and_then(|at| bodies(context).get(at));
        body.map(|(body, _)| forms::choose_rules(context, body))
            .unwrap_or_default()
    }

    fn layout(&self, context: &Context) -> Vec<Step> {
        let body = self.spot().selected().and_then(|at| bodies(context).get(at));
        body.map(|(body, _)| choose_layout(context, body))
            .unwrap_or_default()
    }

    /// What is selected, to be taken away.
    fn remove(&self, context: &Context) -> Vec<Step> {
        let Some(at) = self.spot().selected() else {
            return Vec::new();
        };
        let removal = match self.tab {
            MEMBERS => seats(context)
                .nth(at)
                .map(|(_, seat)| Removal::Seat(seat.id.clone())),
            ORGANISATIONS => organisations(context)
                .get(at)
                .map(|one| Removal::Organisation(one.id.clone())),
            _ => bodies(context)
                .get(at)
                .map(|(body, _)| Removal::Body(body.id.clone())),
        };
        removal.map(Step::AskRemoval).into_iter().collect()
    }

    /// What is selected, to be put into another of its kind.
    fn merge(&self, context: &Context) -> Vec<Step> {
        let Some(at) = self.spot().selected() else {
            return Vec::new();
        };
        let twin = match self.tab {
            MEMBERS => seats(context)
                .nth(at)
                .map(|(_, seat)| Duplicate::Seat(seat.id.clone())),
            _ => organisations(context)
                .get(at)
                .map(|one| Duplicate::Organisation(one.id.clone())),
        };
        let pick = twin.map(|twin| Step::Pick(Purpose::Take(twin)));
        pick.into_iter().collect()
    }

    /// Moves the selected seat in its body's order; the selection goes with it.
    fn shift(&mut self, context: &Context, places: i32) -> Vec<Step> {
        let seat = |at: usize| seats(context).nth(at);
        let Some((at, (body, moved))) = self.spot().selected().and_then(|at| Some((at, seat(at)?))) else {
            return Vec::new();
        };
        let to = at.checked_add_signed(places as isize);
        let stays_in = to.and_then(seat).is_some_and(|(other, _)| other.id == body.id);
        if !stays_in {
            return Vec::new();
        }
        let list = &mut self.spot_mut().list;
        list.selected = list.selected.saturating_add_signed(places as isize);
        vec![Step::change(Command::MoveSeat {
            seat: moved.id.clone(),
            places,
        })]
    }

    fn cells(&self, context: &Context, row: usize) -> Vec<TableCell> {
        let Some(at) = self.spot().shown.get(row).copied() else {
            return Vec::new();
        };
        let cells = match self.tab {
            MEMBERS => seats(context)
                .nth(at)
                .map(|(body, seat)| seat_cells(context, body, seat)),
            ORGANISATIONS => organisations(context).get(at).map(organisation_cells),
            _ => bodies(context)
                .get(at)
                .map(|(body, seats)| body_cells(context, body, seats.len())),
        };
        cells.unwrap_or_default()
    }
}

impl Page for Members {
    fn place(&self) -> Place {
        Place::Members
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Bodies, Query::Organisations]
    }

    fn waits(&self, context: &Context) -> bool {
        context.books.bodies.is_none() || context.books.organisations.is_none()
    }

    /// Decides anew which rows are shown.
    fn answered(&mut self, context: &Context) {
        for (tab, spot) in self.spots.iter_mut().enumerate() {
            let wanted = fold(&spot.filter);
            let texts = texts(context, tab);
            let has = |text: &str| wanted.is_empty() || has_all(&fold(text), &wanted);
            let rows = texts.iter().enumerate().filter(|(_, text)| has(text));
            spot.show(rows.map(|(row, _)| row).collect());
        }
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        match act {
            Act::Tab(number) => self.tab = usize::from(number).min(BODIES),
            Act::Next => self.tab = (self.tab + 1) % (BODIES + 1),
            Act::Previous => self.tab = (self.tab + BODIES) % (BODIES + 1),
            Act::Add => return self.add(context),
            Act::Edit => return self.edit(context),
            Act::Remove => return self.remove(context),
            Act::Merge if self.tab != BODIES => return self.merge(context),
            Act::MoveUp if self.moves_seats() => return self.shift(context, -1),
            Act::MoveDown if self.moves_seats() => return self.shift(context, 1),
            Act::Rules if self.tab == BODIES => return self.rules(context),
            Act::Layout if self.tab == BODIES => return self.layout(context),
            act => {
                let page = usize::from(table_rows(context));
                let spot = self.spot_mut();
                moved(&mut spot.list, act, key, spot.shown.len(), page);
            }
        }
        Vec::new()
    }

    /// Only bodies have rules, and with them a layout of their minutes; only seats have an order.
    fn offers(&self, _context: &Context, act: Act) -> bool {
        match act {
            Act::Rules | Act::Layout => self.tab == BODIES,
            Act::Merge => self.tab != BODIES,
            Act::MoveUp | Act::MoveDown => self.moves_seats(),
            _ => true,
        }
    }

    fn settle(&mut self, context: &Context) {
        let table = table(context, self.tab);
        let spot = self.spot_mut();
        spot.list = settled(context, &table, spot.list, spot.shown.len(), |_| Vec::new());
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let spot = self.spot();
        if spot.shown.is_empty() {
            let id = if spot.filter.is_empty() {
                "members-empty"
            } else {
                "find-nothing"
            };
            return sentence(canvas, area, &context.words.say(id), Role::Faint);
        }
        let table = table(context, self.tab);
        table.paint(canvas, area, &spot.list, spot.shown.len(), |row| {
            self.cells(context, row)
        });
    }

    fn title(&self, context: &Context) -> String {
        context.words.say("screen-members")
    }

    /// The tabs.
    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        let words = context.words;
        let names = ["tab-members", "tab-organisations", "tab-bodies"].iter().zip(1..);
        let names: Vec<String> = names
            .map(|(id, number)| format!("{} {}", words.number(number), words.say(id)))
            .collect();
        tabs(canvas, row, &names, self.tab);
    }

    fn finder(&self) -> Option<&Spot> {
        Some(self.spot())
    }

    fn finder_mut(&mut self) -> Option<&mut Spot> {
        Some(self.spot_mut())
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.spot_mut().list
    }
}

fn bodies<'b>(context: &Context<'b>) -> &'b [(Body, Vec<Seat>)] {
    context.books.bodies.as_deref().unwrap_or_default()
}

fn organisations<'b>(context: &Context<'b>) -> &'b [Organisation] {
    let all = context.books.organisations.as_ref();
    all.map(|all| all.rows.as_slice()).unwrap_or_default()
}

/// Every seat with its body, in the order of the list.
fn seats<'b>(context: &Context<'b>) -> impl Iterator<Item = (&'b Body, &'b Seat)> + use<'b> {
    bodies(context)
        .iter()
        .flat_map(|(body, seats)| seats.iter().map(move |seat| (body, seat)))
}

/// The words by which each seat is found.
pub(in crate::app) fn seat_texts(context: &Context) -> Vec<String> {
    seats(context)
        .map(|(body, seat)| seat_text(context, body, seat))
        .collect()
}

/// The words by which each row of a tab is found.
fn texts(context: &Context, tab: usize) -> Vec<String> {
    match tab {
        MEMBERS => seat_texts(context),
        ORGANISATIONS => {
            let names = |organisation: &Organisation| organisation.names().collect::<Vec<_>>().join(" ");
            organisations(context).iter().map(names).collect()
        }
        _ => bodies(context)
            .iter()
            .map(|(body, _)| body.name.clone())
            .collect(),
    }
}

fn seat_text(context: &Context, body: &Body, seat: &Seat) -> String {
    let holder = seat
        .holder_on(Some(context.setup.today))
        .map(|holder| holder.name.as_str());
    format!("{} {} {}", body.brief(), seat.name, holder.unwrap_or_default())
}

fn table(context: &Context, tab: usize) -> Table {
    let columns = context.setup.columns;
    match tab {
        MEMBERS => {
            let rest = Table::left_for_one_more(columns, &[3, 10, 0]);
            let seat = rest * 3 / 5;
            let heads = [
                ("column-number", 3),
                ("column-body", 10),
                ("column-seat", seat),
                ("column-person", rest - seat),
            ];
            table_of(context, &heads, 1, false)
        }
        ORGANISATIONS => {
            let rest = Table::left_for_one_more(columns, &[0]);
            let heads = [
                ("column-organisation", rest / 2),
                ("column-aliases", rest - rest / 2),
            ];
            table_of(context, &heads, 1, false)
        }
        _ => {
            let name = Table::left_for_one_more(columns, &[12, 18, 6]);
            let heads = [
                ("column-body", name),
                ("column-short-name", 12),
                ("column-place", 18),
                ("column-members", 6),
            ];
            table_of(context, &heads, 1, false)
        }
    }
}

fn stored(text: &str) -> TableCell {
    vec![Piece::stored(text)]
}

fn seat_cells(context: &Context, body: &Body, seat: &Seat) -> Vec<TableCell> {
    let holder = seat
        .holder_on(Some(context.setup.today))
        .map(|holder| holder.name.as_str());
    let number = Piece::ours(context.words.number(seat.order)).role(Role::Faint);
    let brief = Piece::stored(body.brief()).role(Role::Faint);
    vec![
        vec![number],
        vec![brief],
        stored(&seat.name),
        stored(holder.unwrap_or_default()),
    ]
}

fn organisation_cells(organisation: &Organisation) -> Vec<TableCell> {
    let aliases = Piece::stored(organisation.aliases.join("، ")).role(Role::Faint);
    vec![stored(&organisation.name), vec![aliases]]
}

fn body_cells(context: &Context, body: &Body, seats: usize) -> Vec<TableCell> {
    vec![
        stored(&body.name),
        stored(body.short_name.as_deref().unwrap_or_default()),
        stored(body.place.as_deref().unwrap_or_default()),
        vec![Piece::ours(context.words.number(seats))],
    ]
}
