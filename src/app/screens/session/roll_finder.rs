//! Going to a name in the roll call by its first letters; digits tick there, so that one exception after the other is
//! recorded without leaving the letters. Does not know how a seat is ticked.

use super::SessionPage;
use super::roll_view::{holder, len};
use crate::app::beginnings::{begins, has, wanted};
use crate::app::context::Context;
use crate::app::keys::Act;
use crate::app::step::Step;
use crate::domain::attendance::Presence::{Absent, Excused, Present, Represented, Video};
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

impl SessionPage {
    /// A key while letters are typed: a digit ticks and makes room for the next letters, up and down go through the
    /// names that begin so. None for other keys.
    pub(super) fn tick_or_go(&mut self, context: &Context, key: Key) -> Option<Vec<Step>> {
        let view = self.read(context)?;
        match key.as_command().code {
            Code::Char(digit @ '1'..='7') => {
                let place = usize::from(u8::try_from(digit).ok()? - b'1');
                let (act, _) = DIGITS.get(place)?;
                self.finder.filter.clear();
                Some(self.act_or_begin(context, view, *act, key))
            }
            code @ (Code::Up | Code::Down) if !self.finder.filter.is_empty() => {
                let rows = found(&self.finder.filter, view);
                let at = self.roll.selected;
                let next = match code {
                    Code::Down => rows.iter().find(|row| **row > at),
                    _ => rows.iter().rev().find(|row| **row < at),
                };
                self.roll.selected = next.copied().unwrap_or(at);
                Some(Vec::new())
            }
            Code::Enter => {
                self.finder.filter.clear();
                self.finder.finding = false;
                Some(Vec::new())
            }
            _ => {
                // Letters are looked for from where the selection was before the first of them.
                if self.finder.filter.is_empty() {
                    self.finder.list.selected = self.roll.selected;
                }
                None
            }
        }
    }

    /// Puts the selection on the next name that begins as was typed.
    pub(super) fn go_to_name(&mut self, context: &Context) {
        let Some(view) = self.read(context) else {
            return;
        };
        let rows = found(&self.finder.filter, view);
        let from = self.finder.list.selected;
        if let Some(row) = rows.iter().find(|row| **row >= from).or(rows.first()) {
            self.roll.selected = *row;
        }
    }
}

/// The rows that answer best what was typed: those where a name begins so, else those where any word does, else those
/// that have it somewhere.
fn found(typed: &str, view: &SessionView) -> Vec<usize> {
    let wanted = wanted(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    let names: Vec<(String, String)> = (0..len(view)).map(|row| names(view, row)).collect();
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
