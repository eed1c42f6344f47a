//! Where the talk of a session is: the item of the agenda it has come to, the clock, and what was decided between the
//! notes. Does not know how notes are listed.

use crate::app::address::Screen;
use crate::app::books::Books;
use crate::app::context::Context;
use crate::app::locked::locked;
use crate::app::step::Step;
use crate::calendar::tehran_time;
use crate::domain::ids::SessionId;
use crate::domain::session::{Note, SessionState, Talk};
use crate::office::command::Command;
use crate::office::query::{ResolutionRow, SessionView};
use crate::ui::{Area, Canvas, Origin, Piece, Role};
use crate::words::Words;

/// The item of the agenda that the talk has come to, from 1: the one gone to last, else while the session runs that of
/// the last note, else the first.
pub(in crate::app) fn current_item(books: &Books, id: &SessionId) -> Option<u32> {
    let view = books.session(id)?;
    let items = u32::try_from(view.session.agenda.len()).unwrap_or(u32::MAX);
    let is_there = |item: &u32| (1..=items).contains(item);
    let gone_to = talk(books, view).map(|talk| talk.item);
    let runs = view.session.state == SessionState::Running;
    let of_notes = || view.notes.iter().rev().find_map(|note| note.agenda_item);
    let by_itself = || runs.then(|| of_notes().unwrap_or(1));
    gone_to.or_else(by_itself).filter(is_there)
}

/// Where the talk was brought to: as it was asked for last, else as it is recorded.
fn talk(books: &Books, view: &SessionView) -> Option<Talk> {
    books.at_once.talk(&view.session.id).or(view.session.talk)
}

/// Goes to the next item, or the one before.
pub(super) fn go_item(context: &Context, view: &SessionView, onward: bool) -> Vec<Step> {
    let id = &view.session.id;
    let last = u32::try_from(view.session.agenda.len()).unwrap_or(u32::MAX);
    let next = match (current_item(context.books, id), onward) {
        (None, _) => 1,
        (Some(item), true) => item + 1,
        (Some(item), false) => item.saturating_sub(1),
    };
    let sentence = if last == 0 {
        context.words.say("agenda-empty")
    } else if !(1..=last).contains(&next) {
        context.words.say("no-more-items")
    } else {
        return vec![go_to(context, view, next)];
    };
    vec![Step::Say(sentence, Role::Faint)]
}

/// Goes to an item: recorded, so that it is there when the line was lost, and shown at once.
fn go_to(context: &Context, view: &SessionView, item: u32) -> Step {
    let session = view.session.id.clone();
    let since = context.now;
    let talk = Talk { item, since };
    locked(&view.session).unwrap_or_else(|| Step::change(Command::GoToItem { session, talk }))
}

/// Whether the clock stands in the head: a session is shown that runs.
pub(in crate::app) fn shows_clock(context: &Context) -> bool {
    let id = match context.shown() {
        Screen::Session(id) => id.clone(),
        Screen::Resolution(id) => id.session(),
        Screen::Note(id) => id.session(),
        _ => return false,
    };
    let view = context.books.session(&id);
    view.is_some_and(|view| view.session.state == SessionState::Running)
}

/// The clock and the item in the head; the word of the state only where there is room.
pub(super) fn head(context: &Context, view: &SessionView, state: String) -> String {
    let words = context.words;
    let item = current_item(context.books, &view.session.id)
        .map(|item| words.say_with("head-item", &[("number", item.into())]));
    let wide = context.setup.columns >= 100;
    let pause = view.session.open_break();
    let pause = pause.map(|pause| words.say_with("head-break", &[("time", words.time(pause.from).into())]));
    // In a break nothing is talked about.
    let item = pause.or(item);
    let clock = words.time(tehran_time(context.now));
    let parts = [Some(state).filter(|_| wide), item, Some(clock)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Rows that the current item fills over a list.
pub(super) fn item_rows(context: &Context, id: &SessionId) -> u16 {
    u16::from(current_item(context.books, id).is_some())
}

/// The current item with its title, and how long it has taken of what was planned.
pub(super) fn paint_item(context: &Context, view: &SessionView, canvas: &mut Canvas, area: Area) {
    let Some(number) = current_item(context.books, &view.session.id) else {
        return;
    };
    let words = context.words;
    let place = usize::try_from(number).unwrap_or(usize::MAX).wrapping_sub(1);
    let Some(item) = view.session.agenda.get(place) else {
        return;
    };
    let since = talk(context.books, view).filter(|_| view.session.state == SessionState::Running);
    let taken = since.map(|talk| (context.now - talk.since).num_minutes().max(0));
    let time = match (taken, item.planned_minutes) {
        (Some(taken), Some(planned)) => words.say_with(
            "item-taken-of",
            &[("taken", taken.into()), ("planned", planned.into())],
        ),
        (Some(taken), None) => words.say_with("item-taken", &[("taken", taken.into())]),
        (None, Some(planned)) => words.say_with("item-planned", &[("planned", planned.into())]),
        (None, None) => String::new(),
    };
    let late = taken
        .zip(item.planned_minutes)
        .is_some_and(|(taken, planned)| taken > i64::from(planned));
    let style = canvas.style(if late { Role::Warn } else { Role::Faint });
    let room = area.columns.saturating_sub(2);
    let width = context.look.width(&time, Origin::Ours).min(room / 2);
    canvas.text_at_end(1, area.row, room, &time, Origin::Ours, style);
    let title = words.say_with(
        "current-item",
        &[("number", number.into()), ("title", item.title.as_str().into())],
    );
    let style = canvas.style(Role::Strong);
    canvas.text(
        1,
        area.row,
        room.saturating_sub(width + 2),
        &title,
        Origin::Ours,
        style,
    );
}

/// A line of what was said: a note, or what was decided behind it.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) enum TalkLine<'v> {
    /// A note.
    Note(&'v Note),
    /// A resolution.
    Decided(&'v ResolutionRow),
}

impl TalkLine<'_> {
    /// The id of its record.
    pub fn id(&self) -> &str {
        match self {
            TalkLine::Note(note) => note.id.as_str(),
            TalkLine::Decided(row) => row.resolution.id.as_str(),
        }
    }
}

/// The notes in their order, each with what was decided behind it.
pub(in crate::app) fn lines(view: &SessionView) -> Vec<TalkLine<'_>> {
    let places: Vec<Option<usize>> = view
        .resolutions
        .iter()
        .map(|row| place_among_notes(view, row))
        .collect();
    let mut lines = Vec::with_capacity(view.notes.len());
    for (at, note) in view.notes.iter().enumerate() {
        lines.push(TalkLine::Note(note));
        let here = view.resolutions.iter().zip(&places);
        lines.extend(
            here.filter(|(_, place)| **place == Some(at))
                .map(|(row, _)| TalkLine::Decided(row)),
        );
    }
    lines
}

/// The note that a resolution stands behind: the one that it was made from; without one, the last note of its item or
/// of an item before it.
fn place_among_notes(view: &SessionView, row: &ResolutionRow) -> Option<usize> {
    if let Some(from) = view.note_of(&row.resolution) {
        return view.notes.iter().position(|note| note.id == from.id);
    }
    let item = row.resolution.agenda_item?;
    let items = view.notes.iter().enumerate();
    let before = items.filter_map(|(at, note)| Some((note.agenda_item.filter(|of| *of <= item)?, at)));
    before.max().map(|(_, at)| at)
}

/// «← مصوبه ۳».
pub(super) fn decided(words: &Words, view: &SessionView, row: &ResolutionRow) -> Piece {
    let place = view
        .resolutions
        .iter()
        .position(|other| other.resolution.id == row.resolution.id);
    let place = place.and_then(|place| u32::try_from(place + 1).ok()).unwrap_or(0);
    let number = row.resolution.row.unwrap_or(place);
    let words = words.say_with("note-decided", &[("row", number.into())]);
    Piece::ours(words).role(Role::Faint)
}
