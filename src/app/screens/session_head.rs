//! What stands above a session and the pages on something of it: its name, its tabs, its state, its legal clock. Does
//! not know where one is on a tab.

use super::tab::Tab;
use super::talk;
use crate::app::context::Context;
use crate::app::{Screen, clocks, say};
use crate::domain::clocks::{Clock, pressing};
use crate::domain::ids::SessionId;
use crate::domain::session::SessionState;
use crate::office::query::SessionView;
use crate::ui::{Canvas, Origin, Role, tabs};

/// Below so many columns the tabs go without their numbers.
const WITH_NUMBERS: u16 = 72;

/// The tabs that a session has: raw text only where there is some.
pub(super) fn shown_tabs(view: Option<&SessionView>) -> &'static [Tab] {
    let has_raw = view.is_some_and(|view| !view.kept.is_empty());
    if has_raw {
        &Tab::ALL
    } else {
        &Tab::ALL[..Tab::ALL.len() - 1]
    }
}

/// The tabs with their numbers, where there is room for the numbers, and the clock.
pub(super) fn view_tabs(context: &Context, id: &SessionId, open: Tab, canvas: &mut Canvas, row: u16) {
    let words = context.words;
    let view = context.books.session(id);
    let shown = shown_tabs(view);
    let at = shown.iter().position(|tab| *tab == open).unwrap_or(0);
    let names = shown.iter().zip(1..).map(|(tab, number)| {
        let name = words.say(tab_word(*tab));
        if canvas.area().columns < WITH_NUMBERS {
            name
        } else {
            format!("{} {name}", words.number(number))
        }
    });
    let names: Vec<String> = names.collect();
    tabs(canvas, row, &names, at);
    if let Some(clock) = view.and_then(|view| clock(context, view)) {
        view_clock(context, &clock, canvas, row, &names);
    }
}

/// The legal clock that matters now, behind the tabs where there is room for it; it stands in the details in any case.
fn view_clock(context: &Context, clock: &Clock, canvas: &mut Canvas, row: u16, names: &[String]) {
    let (text, role) = clocks::short(context.words, clock);
    let width = |text: &str| context.look.width(text, Origin::Ours);
    // Every name has a blank on both sides.
    let used: u16 = names.iter().map(|name| width(name) + 2).sum();
    let room = canvas.area().columns.saturating_sub(used + 2);
    let texts = [text, clocks::brief(context.words, clock)];
    if let Some(text) = texts.iter().find(|text| width(text) <= room) {
        let style = canvas.style(role);
        canvas.text_at_end(used + 1, row, room, text, Origin::Ours, style);
    }
}

/// The legal clock that matters now; none while the session runs, when the hands are full.
pub(super) fn clock(context: &Context, view: &SessionView) -> Option<Clock> {
    let clocks = view.body.clocks(&view.session, context.setup.today);
    let runs = view.session.state == SessionState::Running;
    pressing(&clocks).filter(|_| !runs).copied()
}

fn tab_word(tab: Tab) -> &'static str {
    match tab {
        Tab::Details => "tab-details",
        Tab::Agenda => "tab-agenda",
        Tab::Attendance => "tab-attendance",
        Tab::Notes => "tab-notes",
        Tab::Resolutions => "tab-resolutions",
        Tab::Raw => "tab-raw",
    }
}

/// «هشتمین جلسه کتاف · پنجشنبه ۱۴۰۱/۰۳/۱۲».
pub(in crate::app) fn title(context: &Context, id: &SessionId) -> String {
    let (words, books) = (context.words, context.books);
    let view = books.session(id).map(|view| (&view.session, view.body.brief()));
    let row = || {
        let row = books.session_rows().iter().find(|row| row.session.id == *id);
        row.map(|row| (&row.session, row.body.as_str()))
    };
    let Some((session, body)) = view.or_else(row) else {
        return words.say("screen-session");
    };
    // The name gives way to what stands behind it: date, state, the title of a screen above.
    let body = say::shortened(context.look, body, context.setup.columns / 3);
    let name = say::session_name(words, session, &body);
    // On the screens above it the name alone has to do: their own title needs the room.
    let is_shown = !context.has_form && matches!(context.shown(), Screen::Session(shown) if shown == id);
    // A session that runs has the clock in the place of its day.
    let is_dated = is_shown && session.state != SessionState::Running;
    match session.date.filter(|_| is_dated) {
        Some(day) => words.say_with(
            "session-title",
            &[
                ("session", name.into()),
                ("date", say::day_long(words, day).into()),
            ],
        ),
        None => name,
    }
}

/// The state of the session, and how many warnings it has.
pub(in crate::app) fn head_end(context: &Context, id: &SessionId) -> Vec<(String, Role)> {
    let Some(view) = context.books.session(id) else {
        return Vec::new();
    };
    let words = context.words;
    let state = say::state(words, view.session.state);
    let mut end = vec![match view.session.state {
        SessionState::Running => (talk::head(context, view, state), Role::Plain),
        open if open.is_open() => (state, Role::Plain),
        _ => (state, Role::Strong),
    }];
    let of_rows: usize = view.resolutions.iter().map(|row| row.warnings.len()).sum();
    let warnings = view.warnings.len() + of_rows;
    if warnings > 0 {
        let count = words.say_with("warnings-count", &[("count", warnings.into())]);
        end.push((count, Role::Warn));
    }
    end
}
