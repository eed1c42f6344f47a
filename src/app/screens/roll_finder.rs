//! Going to a name in the roll call by its first letters; digits tick there, so that one exception after the other is
//! recorded without leaving the letters. Does not know how a seat is ticked.

use super::attendance;
use super::roll_view::holder;
use crate::app::Screen;
use crate::app::beginnings::{begins, has, wanted};
use crate::app::keymap::Act;
use crate::app::{Effect, Model};
use crate::domain::attendance::Presence::{Absent, Excused, Present, Represented, Video};
use crate::domain::ids::SessionId;
use crate::domain::names::core_name;
use crate::office::query::SessionView;
use crate::ui::{Code, Key, KeyWord};
use crate::words::Words;

/// What the digits ask for from 1 on, with their words.
const DIGITS: [(Act, &str); 7] = [
    (Act::Mark(Present), "do-present"),
    (Act::Mark(Video), "do-video"),
    (Act::Mark(Represented), "do-represented"),
    (Act::Mark(Excused), "do-excused"),
    (Act::Mark(Absent), "do-absent"),
    (Act::Arrived, "do-arrived"),
    (Act::Departed, "do-departed"),
];

/// The key bar while letters are typed.
pub(in crate::app) fn keys(words: &Words) -> Vec<KeyWord> {
    let digit = |(number, (_, word)): (u8, &(Act, &str))| {
        let digit = char::from(b'0' + number);
        KeyWord {
            key: words.number(digit),
            word: words.say(word),
            press: Some(Key::char(digit)),
        }
    };
    (1..).zip(&DIGITS).map(digit).collect()
}

/// A key while letters are typed: a digit ticks and makes room for the next letters, up and down go through the names
/// that begin so. None for other keys.
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Option<Vec<Effect>> {
    let id = shown(model)?.session.id.clone();
    match key.as_command().code {
        Code::Char(digit @ '1'..='7') => {
            let place = usize::from(u8::try_from(digit).ok()? - b'1');
            let (act, _) = DIGITS.get(place)?;
            model.spots.roll_finder.filter.clear();
            let view = model.books.session(&id)?.clone();
            Some(attendance::act(model, &view, *act, key))
        }
        code @ (Code::Up | Code::Down) if !model.spots.roll_finder.filter.is_empty() => {
            let rows = found(model);
            let list = &mut model.spots.of_mut(&id).roll;
            let next = match code {
                Code::Down => rows.iter().find(|row| **row > list.selected),
                _ => rows.iter().rev().find(|row| **row < list.selected),
            };
            list.selected = next.copied().unwrap_or(list.selected);
            Some(Vec::new())
        }
        Code::Enter => {
            model.spots.roll_finder.filter.clear();
            model.spots.roll_finder.finding = false;
            Some(Vec::new())
        }
        _ => {
            // Letters are looked for from where the selection was before the first of them.
            if model.spots.roll_finder.filter.is_empty() {
                model.spots.roll_finder.list.selected = model.spots.of(&id).roll.selected;
            }
            None
        }
    }
}

/// Puts the selection on the next name that begins as was typed.
pub(in crate::app) fn go_to_name(model: &mut Model) {
    let Some(id) = shown(model).map(|view| view.session.id.clone()) else {
        return;
    };
    let rows = found(model);
    let from = model.spots.roll_finder.list.selected;
    if let Some(row) = rows.iter().find(|row| **row >= from).or(rows.first()) {
        model.spots.of_mut(&id).roll.selected = *row;
    }
}

/// The rows that answer best what was typed: those where a name begins so, else those where any word does, else those
/// that have it somewhere.
fn found(model: &Model) -> Vec<usize> {
    let wanted = wanted(&model.spots.roll_finder.filter);
    let Some(view) = shown(model).filter(|_| !wanted.is_empty()) else {
        return Vec::new();
    };
    let names: Vec<(String, String)> = (0..attendance::len(view)).map(|row| names(view, row)).collect();
    let is_name = |(person, seat): &(String, String)| {
        let core = core_name(seat);
        begins(person, &wanted) || wanted.iter().any(|typed| core.starts_with(typed.as_str()))
    };
    let is_word = |(_, seat): &(String, String)| begins(seat, &wanted);
    let is_inside = |(person, seat): &(String, String)| has(&format!("{person} {seat}"), &wanted);
    let rows = |answers: &dyn Fn(&(String, String)) -> bool| -> Vec<usize> {
        let rows = names.iter().enumerate().filter(|(_, names)| answers(names));
        rows.map(|(row, _)| row).collect()
    };
    [rows(&is_name), rows(&is_word), rows(&is_inside)]
        .into_iter()
        .find(|rows| !rows.is_empty())
        .unwrap_or_default()
}

/// Person and seat of a row.
fn names(view: &SessionView, row: usize) -> (String, String) {
    match view.roll.get(row) {
        Some(seat) => (holder(view, seat).to_owned(), seat.seat.name.clone()),
        None => {
            let guest = view.session.guests.get(row - view.roll.len());
            (
                guest.map(|guest| guest.name.clone()).unwrap_or_default(),
                String::new(),
            )
        }
    }
}

fn shown(model: &Model) -> Option<&SessionView> {
    let Screen::Session(id) = model.screen() else {
        return None;
    };
    let id: &SessionId = id;
    model.books.session(id)
}
