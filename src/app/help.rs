//! The help of a place: what can be done here, what everywhere, how one moves. Does not know what a command does.

use super::keymap::{self, Act, Place};
use super::{Model, press, screens};
use crate::ui::{Canvas, Code, Key, KeyWord, PageEntry, Piece, Role, boxed, page_rows, paint_page};

const COLUMNS: u16 = 64;

/// One part of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Here,
    Everywhere,
    Moving,
}

fn part(binding: &keymap::Binding) -> Part {
    match binding.act {
        Act::Move
        | Act::MoveInText
        | Act::Select
        | Act::Tab(_)
        | Act::Next
        | Act::Previous
        | Act::NextField
        | Act::PreviousField
        | Act::Go
        | Act::Jump
        | Act::Lookup
        | Act::Back => Part::Moving,
        _ if keymap::holds_everywhere(binding) => Part::Everywhere,
        _ => Part::Here,
    }
}

/// The lines of the help for a place: every command with all its keys.
fn entries(model: &Model, place: Place) -> Vec<PageEntry> {
    let words = &model.words;
    let mut entries = Vec::new();
    for (wanted, title) in [
        (Part::Here, "help-here"),
        (Part::Everywhere, "help-everywhere"),
        (Part::Moving, "help-moving"),
    ] {
        let found = model
            .keymap
            .of(place)
            .filter(|bound| part(bound.binding) == wanted)
            .filter(|bound| bound.binding.act != Act::SkipLesson || model.tutor.is_some());
        let lines = found.map(|bound| keymap::help_of(bound, words));
        let goes = model.keymap.goes(place).filter(|_| wanted == Part::Moving);
        let go = model.keymap.shown(Act::Go, place, words);
        let goes = goes.map(|bound| {
            let line = keymap::help_of(bound, words);
            let key = keymap::behind(&go, &line.key);
            KeyWord { key, ..line }
        });
        let lines: Vec<PageEntry> = lines
            .chain(goes)
            .map(|line| PageEntry {
                label: line.key,
                pieces: vec![Piece::ours(line.word)],
            })
            .collect();
        if lines.is_empty() {
            continue;
        }
        if !entries.is_empty() {
            entries.push(PageEntry {
                label: String::new(),
                pieces: Vec::new(),
            });
        }
        entries.push(PageEntry {
            label: String::new(),
            pieces: vec![Piece::ours(words.say(title)).role(Role::Strong)],
        });
        entries.extend(lines);
    }
    entries
}

fn columns(model: &Model) -> u16 {
    COLUMNS.min(model.setup.columns.saturating_sub(4))
}

/// Lines that are shown at once, and lines that there are.
fn rows(model: &Model, entries: &[PageEntry]) -> (usize, usize) {
    let shown = usize::from(model.setup.rows.saturating_sub(4));
    (shown, page_rows(&model.look, columns(model), entries))
}

/// Takes a key: those that move scroll, every other one closes.
pub(super) fn press(model: &mut Model, key: Key) {
    let (shown, lines) = rows(model, &entries(model, press::help_place(model)));
    let Some(top) = model.help.as_mut() else { return };
    let last = lines.saturating_sub(shown);
    match key.as_command().code {
        Code::Up => *top = top.saturating_sub(1),
        Code::Down => *top = (*top + 1).min(last),
        Code::PageUp => *top = top.saturating_sub(shown),
        Code::PageDown | Code::Char(' ') => *top = (*top + shown).min(last),
        Code::Home => *top = 0,
        Code::End => *top = last,
        _ => model.help = None,
    }
}

/// Paints the help over the screen.
pub(super) fn paint(model: &Model, canvas: &mut Canvas, top: usize) {
    let screen = match press::help_place(model) {
        Place::Settings => model.words.say("screen-settings"),
        _ => match model.form() {
            Some(form) => screens::form_title(model, form),
            None => screens::title(model, model.screen()),
        },
    };
    let title = model.words.say_with("help-title", &[("screen", screen.into())]);
    let entries = entries(model, press::help_place(model));
    let (shown, lines) = rows(model, &entries);
    let height = u16::try_from(lines.min(shown)).unwrap_or(u16::MAX);
    let inside = boxed(canvas, columns(model), height, &title);
    // A screen that grew shows more; nothing stays empty below.
    paint_page(canvas, inside, &entries, top.min(lines.saturating_sub(shown)));
}
