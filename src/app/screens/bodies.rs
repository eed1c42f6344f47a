//! Members, organisations and bodies: who sits, who is made responsible, who meets. Does not know any session.

use super::{Spot, moved, settled, table_of, table_rows};
use crate::app::keymap::Act;
use crate::app::{Effect, Model, forms};
use crate::domain::body::Body;
use crate::domain::seat::Seat;
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell, sentence, tabs};

const MEMBERS: usize = 0;
const ORGANISATIONS: usize = 1;
const BODIES: usize = 2;

/// Every seat with its body, in the order of the list.
fn seats(model: &Model) -> impl Iterator<Item = (&Body, &Seat)> {
    model
        .books
        .bodies
        .iter()
        .flatten()
        .flat_map(|(body, seats)| seats.iter().map(move |seat| (body, seat)))
}

/// The words by which each row of a tab is found.
pub(in crate::app) fn member_texts(model: &Model, tab: usize) -> Vec<String> {
    match tab {
        MEMBERS => seats(model)
            .map(|(body, seat)| seat_text(model, body, seat))
            .collect(),
        ORGANISATIONS => {
            let rows = model
                .books
                .organisations
                .iter()
                .flat_map(|organisations| &organisations.rows);
            rows.map(|organisation| organisation.names().collect::<Vec<_>>().join(" "))
                .collect()
        }
        _ => model
            .books
            .bodies
            .iter()
            .flatten()
            .map(|(body, _)| body.name.clone())
            .collect(),
    }
}

fn seat_text(model: &Model, body: &Body, seat: &Seat) -> String {
    let holder = seat
        .holder_on(Some(model.setup.today))
        .map(|holder| holder.name.as_str());
    format!("{} {} {}", body.brief(), seat.name, holder.unwrap_or_default())
}

pub(super) fn act(model: &mut Model, act: Act, key: Key) -> Vec<Effect> {
    let tab = model.spots.member_tab;
    match act {
        Act::Tab(number) => model.spots.member_tab = usize::from(number).min(BODIES),
        Act::Next => model.spots.member_tab = (tab + 1) % (BODIES + 1),
        Act::Previous => model.spots.member_tab = (tab + BODIES) % (BODIES + 1),
        Act::Add => return add(model),
        Act::Edit => return edit(model),
        Act::Rules if has_rules(model) => return rules(model),
        act => {
            let page = usize::from(table_rows(model));
            let spot = model.spots.member_spot_mut();
            moved(&mut spot.list, act, key, spot.shown.len(), page);
        }
    }
    Vec::new()
}

/// The row of the answer that is selected.
fn selected(spot: &Spot) -> Option<usize> {
    spot.shown.get(spot.list.selected).copied()
}

fn add(model: &mut Model) -> Vec<Effect> {
    match model.spots.member_tab {
        MEMBERS => {
            // A new member comes to the body of the selected one, at its end.
            let at = selected(model.spots.member_spot());
            let of_selected = at
                .and_then(|at| seats(model).nth(at))
                .map(|(body, _)| body.id.clone());
            let first = || {
                model
                    .books
                    .bodies
                    .iter()
                    .flatten()
                    .next()
                    .map(|(body, _)| body.id.clone())
            };
            match of_selected.or_else(first) {
                Some(body) => model.obey(forms::new_seat(&model.context(), &body)),
                None => model.obey(forms::new_body(&model.context())),
            }
        }
        ORGANISATIONS => model.obey(forms::organisation(None)),
        _ => model.obey(forms::new_body(&model.context())),
    }
}

fn edit(model: &mut Model) -> Vec<Effect> {
    let Some(at) = selected(model.spots.member_spot()) else {
        return Vec::new();
    };
    match model.spots.member_tab {
        MEMBERS => {
            let seat = seats(model).nth(at).map(|(_, seat)| seat.clone());
            seat.map(|seat| model.obey(forms::edit_seat(&model.context(), seat)))
                .unwrap_or_default()
        }
        ORGANISATIONS => {
            let rows = model
                .books
                .organisations
                .as_ref()
                .map(|organisations| &organisations.rows);
            let found = rows.and_then(|rows| rows.get(at)).cloned();
            model.obey(forms::organisation(found))
        }
        _ => {
            let body = model
                .books
                .bodies
                .as_ref()
                .and_then(|bodies| bodies.get(at))
                .map(|(body, _)| body.clone());
            body.map(|body| model.obey(forms::edit_body(&model.context(), body)))
                .unwrap_or_default()
        }
    }
}

/// Whether what is listed has rules.
pub(in crate::app) fn has_rules(model: &Model) -> bool {
    model.spots.member_tab == BODIES
}

fn rules(model: &mut Model) -> Vec<Effect> {
    let at = selected(model.spots.member_spot());
    let bodies = model.books.bodies.as_deref().unwrap_or_default();
    match at.and_then(|at| bodies.get(at)).map(|(body, _)| body.clone()) {
        Some(body) => model.obey(forms::choose_rules(&model.context(), &body)),
        None => Vec::new(),
    }
}

fn table(model: &Model) -> Table {
    let columns = model.setup.columns;
    match model.spots.member_tab {
        MEMBERS => {
            let rest = Table::left_for_one_more(columns, &[3, 10, 0]);
            let seat = rest * 3 / 5;
            let heads = [
                ("column-number", 3),
                ("column-body", 10),
                ("column-seat", seat),
                ("column-person", rest - seat),
            ];
            table_of(model, &heads, 1, false)
        }
        ORGANISATIONS => {
            let rest = Table::left_for_one_more(columns, &[0]);
            let heads = [
                ("column-organisation", rest / 2),
                ("column-aliases", rest - rest / 2),
            ];
            table_of(model, &heads, 1, false)
        }
        _ => {
            let name = Table::left_for_one_more(columns, &[12, 18, 6]);
            let heads = [
                ("column-body", name),
                ("column-short-name", 12),
                ("column-place", 18),
                ("column-members", 6),
            ];
            table_of(model, &heads, 1, false)
        }
    }
}

fn cells(model: &Model, row: usize) -> Vec<TableCell> {
    let Some(at) = model.spots.member_spot().shown.get(row).copied() else {
        return Vec::new();
    };
    let stored = |text: &str| vec![Piece::stored(text)];
    match model.spots.member_tab {
        MEMBERS => {
            let Some((body, seat)) = seats(model).nth(at) else {
                return Vec::new();
            };
            let holder = seat
                .holder_on(Some(model.setup.today))
                .map(|holder| holder.name.as_str());
            let number = Piece::ours(model.words.number(seat.order)).role(Role::Faint);
            let brief = Piece::stored(body.brief()).role(Role::Faint);
            vec![
                vec![number],
                vec![brief],
                stored(&seat.name),
                stored(holder.unwrap_or_default()),
            ]
        }
        ORGANISATIONS => {
            let rows = model
                .books
                .organisations
                .as_ref()
                .map(|organisations| organisations.rows.as_slice());
            let Some(organisation) = rows.and_then(|rows| rows.get(at)) else {
                return Vec::new();
            };
            let aliases = Piece::stored(organisation.aliases.join("، ")).role(Role::Faint);
            vec![stored(&organisation.name), vec![aliases]]
        }
        _ => {
            let Some((body, seats)) = model.books.bodies.as_ref().and_then(|bodies| bodies.get(at)) else {
                return Vec::new();
            };
            let count = Piece::ours(model.words.number(seats.len()));
            let short = body.short_name.as_deref().unwrap_or_default();
            vec![
                stored(&body.name),
                stored(short),
                stored(body.place.as_deref().unwrap_or_default()),
                vec![count],
            ]
        }
    }
}

pub(super) fn settle(model: &mut Model) {
    let (list, len) = (
        model.spots.member_spot().list,
        model.spots.member_spot().shown.len(),
    );
    let list: ListState = settled(model, &table(model), list, len, |_| Vec::new());
    model.spots.member_spot_mut().list = list;
}

pub(super) fn view(model: &Model, canvas: &mut Canvas, area: Area) {
    let spot = model.spots.member_spot();
    if spot.shown.is_empty() {
        let id = if spot.filter.is_empty() {
            "members-empty"
        } else {
            "find-nothing"
        };
        return sentence(canvas, area, &model.words.say(id), Role::Faint);
    }
    table(model).paint(canvas, area, &spot.list, spot.shown.len(), |row| {
        cells(model, row)
    });
}

pub(super) fn view_tabs(model: &Model, canvas: &mut Canvas, row: u16) {
    let words = &model.words;
    let names = ["tab-members", "tab-organisations", "tab-bodies"].iter().zip(1..);
    let names: Vec<String> = names
        .map(|(id, number)| format!("{} {}", words.number(number), words.say(id)))
        .collect();
    tabs(canvas, row, &names, model.spots.member_tab);
}
