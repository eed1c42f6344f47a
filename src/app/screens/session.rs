//! One session: its tabs, its state, its warnings. Does not know what is on a tab.

use super::{Tab, agenda, attendance, details, notes, raw, resolutions, roll_view, stages, talk};
use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::keymap::{Act, Place};
use crate::app::locked::locked;
use crate::app::stage::Stage;
use crate::app::step::{Step, To};
use crate::app::{Effect, Model, Screen, clocks, say};
use crate::domain::clocks::{Clock, pressing};
use crate::domain::ids::SessionId;
use crate::domain::session::{Session, SessionState};
use crate::office::command::Command;
use crate::office::query::SessionView;
use crate::ui::{Area, Canvas, Key, Origin, Role, sentence, tabs};

/// The place that keys hold for.
pub(super) fn place(model: &Model, id: &SessionId) -> Place {
    match model.spots.of(id).tab {
        Tab::Details => Place::Details,
        Tab::Agenda => Place::Agenda,
        Tab::Attendance => Place::Attendance,
        Tab::Notes => Place::Notes,
        Tab::Resolutions => Place::Resolutions,
        Tab::Raw => Place::Raw,
    }
}

/// The tabs that a session has: raw text only where there is some.
fn shown_tabs(view: Option<&SessionView>) -> &'static [Tab] {
    let has_raw = view.is_some_and(|view| !view.kept.is_empty());
    if has_raw {
        &Tab::ALL
    } else {
        &Tab::ALL[..Tab::ALL.len() - 1]
    }
}

pub(super) fn act(model: &mut Model, id: &SessionId, act: Act, key: Key) -> Vec<Effect> {
    let tabs = shown_tabs(model.books.session(id));
    let at = tabs
        .iter()
        .position(|tab| *tab == model.spots.of(id).tab)
        .unwrap_or(0);
    let next = match act {
        Act::Tab(number) => Some(usize::from(number)),
        Act::Next => Some((at + 1) % tabs.len()),
        Act::Previous => Some((at + tabs.len() - 1) % tabs.len()),
        _ => None,
    };
    if let Some(number) = next {
        if let Some(tab) = tabs.get(number) {
            model.spots.of_mut(id).tab = *tab;
        }
        return attendance::opened(model);
    }
    let Some(view) = model.books.session(id).cloned() else {
        return Vec::new();
    };
    if act == Act::SetState {
        return model.obey(ask_state(&model.context(), &view.session));
    }
    match model.spots.of(id).tab {
        Tab::Details => details::act(model, &view, act, key),
        Tab::Agenda => agenda::act(model, &view, act, key),
        Tab::Attendance => attendance::act(model, &view, act, key),
        Tab::Notes => notes::act(model, &view, act, key),
        Tab::Resolutions => resolutions::act(model, &view, act, key),
        Tab::Raw => raw::act(model, &view, act, key),
    }
}

/// Asks which state a session goes to.
pub(super) fn ask_state(context: &Context, session: &Session) -> Vec<Step> {
    if let Some(locked) = locked(session) {
        return vec![locked];
    }
    let words = context.words;
    let all = [
        SessionState::Planned,
        SessionState::Running,
        SessionState::Draft,
        SessionState::Final,
    ];
    let answers = all.map(|state| {
        let command = Command::SetState {
            session: session.id.clone(),
            state,
        };
        let then = match state {
            // Minutes become final by those who sign them.
            SessionState::Final => vec![Step::Open(To::Page(Screen::Stage(
                Stage::Closing,
                session.id.clone(),
            )))],
            _ => vec![Step::change(command)],
        };
        (say::state(words, state), then)
    });
    let at = all.iter().position(|state| *state == session.state).unwrap_or(0);
    vec![Step::Question(Dialog {
        title: words.say("state-title"),
        text: words.say("state-text"),
        answers: answers.to_vec(),
        at,
        is_unforeseen: false,
    })]
}

pub(super) fn settle(model: &mut Model, id: &SessionId) {
    let Some(view) = model.books.session(id) else {
        return;
    };
    let mut spot = model.spots.of(id);
    if !shown_tabs(Some(view)).contains(&spot.tab) {
        spot.tab = Tab::default();
    }
    match spot.tab {
        Tab::Details => details::settle(model, view, &mut spot.details),
        Tab::Agenda => agenda::settle(model, view, &mut spot.agenda),
        Tab::Attendance => roll_view::settle(model, view, &mut spot.roll),
        Tab::Notes => notes::settle(model, view, &mut spot.notes),
        Tab::Resolutions => resolutions::settle(model, view, &mut spot.resolutions),
        Tab::Raw => raw::settle(model, view, &mut spot.raw),
    }
    *model.spots.of_mut(id) = spot;
}

pub(super) fn view(model: &Model, id: &SessionId, canvas: &mut Canvas, area: Area) {
    let Some(view) = model.books.session(id) else {
        return sentence(canvas, area, &model.words.say("reading"), Role::Faint);
    };
    let mut spot = model.spots.of(id);
    let (tab, list) = (spot.tab, *spot.list());
    match tab {
        Tab::Details => details::view(model, view, &list, canvas, area),
        Tab::Agenda => agenda::view(model, view, &list, canvas, area),
        Tab::Attendance => roll_view::view(model, view, &list, canvas, area),
        Tab::Notes => notes::view(model, view, &list, canvas, area),
        Tab::Resolutions => resolutions::view(model, view, &list, canvas, area),
        Tab::Raw => raw::view(model, view, &list, canvas, area),
    }
}

/// The tabs with their numbers, where there is room for the numbers.
pub(super) fn view_tabs(model: &Model, id: &SessionId, canvas: &mut Canvas, row: u16) {
    let words = &model.words;
    let shown = shown_tabs(model.books.session(id));
    let at = shown
        .iter()
        .position(|tab| *tab == model.spots.of(id).tab)
        .unwrap_or(0);
    let names = shown.iter().zip(1..).map(|(tab, number)| {
        let name = words.say(tab_word(*tab));
        if canvas.area().columns < 72 {
            name
        } else {
            format!("{} {name}", words.number(number))
        }
    });
    let names: Vec<String> = names.collect();
    tabs(canvas, row, &names, at);
    view_clock(model, id, canvas, row, &names);
}

/// The legal clock that matters now, behind the tabs where there is room for it; it stands in the details in any case.
fn view_clock(model: &Model, id: &SessionId, canvas: &mut Canvas, row: u16, names: &[String]) {
    let Some(clock) = clock(model, id) else {
        return;
    };
    let (text, role) = clocks::short(&model.words, &clock);
    let width = |text: &str| model.look.width(text, Origin::Ours);
    // Every name has a blank on both sides.
    let used: u16 = names.iter().map(|name| width(name) + 2).sum();
    let room = canvas.area().columns.saturating_sub(used + 2);
    let texts = [text, clocks::brief(&model.words, &clock)];
    if let Some(text) = texts.iter().find(|text| width(text) <= room) {
        let style = canvas.style(role);
        canvas.text_at_end(used + 1, row, room, text, Origin::Ours, style);
    }
}

/// The legal clock that matters now; none while the session runs, when the hands are full.
fn clock(model: &Model, id: &SessionId) -> Option<Clock> {
    let view = model.books.session(id)?;
    let clocks = view.body.clocks(&view.session, model.setup.today);
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
pub(super) fn title(context: &Context, id: &SessionId) -> String {
    let words = context.words;
    let view = context
        .books
        .session(id)
        .map(|view| (&view.session, view.body.brief()));
    let row = || {
        context
            .books
            .session_rows()
            .iter()
            .find(|row| row.session.id == *id)
    };
    let Some((session, body)) = view.or_else(|| row().map(|row| (&row.session, row.body.as_str()))) else {
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
pub(super) fn head_end(model: &Model, id: &SessionId) -> Vec<(String, Role)> {
    let Some(view) = model.books.session(id) else {
        return Vec::new();
    };
    let role = if view.session.state.is_open() {
        Role::Plain
    } else {
        Role::Strong
    };
    let state = say::state(&model.words, view.session.state);
    let state = match view.session.state {
        SessionState::Running => talk::head(&model.context(), view, state),
        _ => state,
    };
    let mut end = vec![(state, role)];
    let warnings = view.warnings.len()
        + view
            .resolutions
            .iter()
            .map(|row| row.warnings.len())
            .sum::<usize>();
    if warnings > 0 {
        end.push((
            model
                .words
                .say_with("warnings-count", &[("count", warnings.into())]),
            Role::Warn,
        ));
    }
    end
}

/// What there is to say about the selection.
pub(super) fn note(model: &Model, id: &SessionId) -> Option<(String, Role)> {
    let view = model.books.session(id)?;
    let spot = model.spots.of(id);
    match spot.tab {
        Tab::Attendance => roll_view::note(model, view, &spot.roll),
        Tab::Agenda => stages::is_review(&view.session, spot.agenda.selected)
            .then(|| (model.words.say("review-item"), Role::Faint)),
        Tab::Resolutions => resolutions::note(model, view, &spot.resolutions),
        Tab::Details | Tab::Notes | Tab::Raw => {
            clock(model, id).map(|clock| clocks::sentence(&model.words, &clock))
        }
    }
}
