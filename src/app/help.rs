//! The help of a place: what can be done here, what everywhere, how one moves. Does not know what a command does.

use super::context::Context;
use super::keys::{self, Act, Place};
use crate::ui::{Canvas, Code, Key, KeyWord, PageEntry, Piece, Role, boxed, page_rows, paint_page};

const COLUMNS: u16 = 64;

/// One part of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HelpPart {
    Here,
    Everywhere,
    Moving,
}

fn part(binding: &keys::Binding) -> HelpPart {
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
        | Act::Back => HelpPart::Moving,
        _ if keys::holds_everywhere(binding) => HelpPart::Everywhere,
        _ => HelpPart::Here,
    }
}

/// What help is given about: the place, and whether a command does something there as things are now.
#[derive(Clone, Copy)]
pub(super) struct Helped<'a> {
    pub place: Place,
    pub is_offered: &'a dyn Fn(Act) -> bool,
}

/// The lines of the help for a place: every command with all its keys.
fn entries(context: &Context, Helped { place, is_offered }: Helped) -> Vec<PageEntry> {
    let words = context.words;
    let mut entries = Vec::new();
    for (wanted, title) in [
        (HelpPart::Here, "help-here"),
        (HelpPart::Everywhere, "help-everywhere"),
        (HelpPart::Moving, "help-moving"),
    ] {
        let found = context
            .keymap
            .of(place)
            .filter(|bound| part(bound.binding) == wanted)
            .filter(|bound| is_offered(bound.binding.act));
        let lines = found.map(|bound| keys::help_of(bound, words));
        let goes = context.keymap.goes(place).filter(|_| wanted == HelpPart::Moving);
        let go = context.keymap.shown(Act::Go, place, words);
        let goes = goes.map(|bound| {
            let line = keys::help_of(bound, words);
            let key = keys::behind(&go, &line.key);
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

fn columns(context: &Context) -> u16 {
    COLUMNS.min(context.setup.columns.saturating_sub(4))
}

/// Lines that are shown at once, and lines that there are.
fn rows(context: &Context, entries: &[PageEntry]) -> (usize, usize) {
    let shown = usize::from(context.setup.rows.saturating_sub(4));
    (shown, page_rows(context.look, columns(context), entries))
}

/// Takes a key: those that move scroll, every other one closes. Returns the first line shown then; none when it closes.
pub(super) fn press(context: &Context, helped: Helped, top: usize, key: Key) -> Option<usize> {
    let (shown, lines) = rows(context, &entries(context, helped));
    let last = lines.saturating_sub(shown);
    match key.as_command().code {
        Code::Up => Some(top.saturating_sub(1)),
        Code::Down => Some((top + 1).min(last)),
        Code::PageUp => Some(top.saturating_sub(shown)),
        Code::PageDown | Code::Char(' ') => Some((top + shown).min(last)),
        Code::Home => Some(0),
        Code::End => Some(last),
        _ => None,
    }
}

/// Paints the help of a place over the screen, which is named.
pub(super) fn paint(context: &Context, helped: Helped, screen: String, canvas: &mut Canvas, top: usize) {
    let words = context.words;
    let title = words.say_with("help-title", &[("screen", screen.into())]);
    let entries = entries(context, helped);
    let (shown, lines) = rows(context, &entries);
    let height = u16::try_from(lines.min(shown)).unwrap_or(u16::MAX);
    let inside = boxed(canvas, columns(context), height, &title);
    // A screen that grew shows more; nothing stays empty below.
    paint_page(canvas, inside, &entries, top.min(lines.saturating_sub(shown)));
}
