//! Closing a session: everything that is missing, each line a way to it, then the signing; of final minutes their
//! code, large, and how it is checked. Does not know what must be there; the office says what is missing.

use super::{Tab, moved, settled, stages, table_of, table_rows};
use crate::app::context::Context;
use crate::app::keymap::{Act, Place};
use crate::app::stage::Stage;
use crate::app::step::Step;
use crate::app::{Effect, Model, Screen, forms, say, sentences};
use crate::domain::attendance::Presence;
use crate::domain::closing::Missing;
use crate::domain::ids::{ResolutionId, SeatId, SessionId};
use crate::domain::session::{Session, SessionState};
use crate::domain::verification::Agreement;
use crate::office::query::{CheckedCode, SessionView};
use crate::ui::{Area, Canvas, Key, ListState, Origin, Piece, Role, Table, TableCell, sentence};

/// Whether the bar offers here what is asked for: there are lines to go to, or a code to copy.
pub(super) fn is_offered(model: &Model, id: &SessionId, act: Act) -> bool {
    let Some(view) = model.books.session(id) else {
        return false;
    };
    let is_open = view.session.state.is_open();
    match act {
        Act::Copy => !is_open,
        Act::Open => is_open && !view.missing().is_empty(),
        Act::SetState => is_open,
        _ => true,
    }
}

pub(super) fn act(model: &mut Model, view: &SessionView, act: Act, key: Key) -> Vec<Effect> {
    let session = &view.session;
    if !session.state.is_open() {
        return match (act, &view.code) {
            (Act::Copy, Some(code)) => {
                model.say(model.words.say("did-copy"), Role::Good);
                vec![Effect::Copy(code.code.clone())]
            }
            _ => Vec::new(),
        };
    }
    let missing = view.missing();
    let page = usize::from(table_rows(model));
    let list = stages::list(model, Stage::Closing, &session.id);
    if moved(list, act, key, missing.len(), page) {
        return Vec::new();
    }
    let at = list.selected;
    match act {
        Act::Open => missing
            .get(at)
            .map(|one| go_to(model, view, one))
            .unwrap_or_default(),
        Act::Stage(Stage::Closing) => sign(model, session, missing.len()),
        Act::SetState => super::session::ask_state(model, session),
        _ => Vec::new(),
    }
}

/// Opens the form of the signing. What is missing forbids nothing, but it is said; what was not held is not signed.
fn sign(model: &mut Model, session: &Session, missing: usize) -> Vec<Effect> {
    if session.state != SessionState::Draft {
        model.say(model.words.say("closing-not-a-draft"), Role::Warn);
        return super::session::ask_state(model, session);
    }
    if missing > 0 {
        let words = model
            .words
            .say_with("closing-still-missing", &[("count", missing.into())]);
        model.say(words, Role::Warn);
    }
    model.obey(forms::signing(&model.context(), session))
}

/// Where what is missing is put right.
fn go_to(model: &mut Model, view: &SessionView, missing: &Missing) -> Vec<Effect> {
    let session = &view.session;
    match missing {
        Missing::Date => at_field(model, "date", |context| {
            forms::edit_session(context, session.clone())
        }),
        Missing::Chair => at_field(model, "chair", |context| {
            forms::edit_session(context, session.clone())
        }),
        Missing::Secretary => at_field(model, "secretary", |context| {
            forms::edit_session(context, session.clone())
        }),
        Missing::Representative(seat) => match view.roll.iter().find(|row| row.seat.id == *seat) {
            Some(row) => at_field(model, "name", |context| {
                forms::mark(context, session, row, Presence::Represented, false)
            }),
            None => Vec::new(),
        },
        Missing::Tick(seat) => at_seat(model, view, Some(seat)),
        Missing::Quorum { .. } | Missing::QuorumLost { .. } => at_seat(model, view, None),
        Missing::AgendaItem(number) => {
            let spot = model.spots.of_mut(&session.id);
            spot.tab = Tab::Agenda;
            spot.agenda.selected = usize::try_from(*number).unwrap_or(1).saturating_sub(1);
            model.open(Screen::Session(session.id.clone()))
        }
        Missing::Row(id) | Missing::RowGap { resolution: id, .. } | Missing::RowRepeated(id) => {
            at_resolution(model, view, id, "row")
        }
        Missing::Responsible(id) => at_resolution(model, view, id, "responsible"),
        Missing::Deadline(id) => at_resolution(model, view, id, "deadline"),
        Missing::ClauseResponsible(id, letter) => at_clause(model, view, (id, letter), "responsible"),
        Missing::ClauseDeadline(id, letter) => at_clause(model, view, (id, letter), "deadline"),
    }
}

/// Opens a form with the focus on one of its fields.
fn at_field(model: &mut Model, field: &str, open: impl FnOnce(&Context) -> Vec<Step>) -> Vec<Effect> {
    let mut steps = open(&model.context());
    for step in &mut steps {
        if let Step::Form(form) = step {
            form.focus_on(field);
        }
    }
    model.obey(steps)
}

fn at_resolution(model: &mut Model, view: &SessionView, id: &ResolutionId, field: &str) -> Vec<Effect> {
    let row = view.resolutions.iter().find(|row| row.resolution.id == *id);
    match row {
        Some(row) => at_field(model, field, |context| forms::edit_resolution(context, row)),
        None => Vec::new(),
    }
}

fn at_clause(
    model: &mut Model,
    view: &SessionView,
    (id, letter): (&ResolutionId, &str),
    field: &str,
) -> Vec<Effect> {
    let row = view.resolutions.iter().find(|row| row.resolution.id == *id);
    match row {
        Some(row) => at_field(model, field, |context| forms::edit_clause(context, row, letter)),
        None => Vec::new(),
    }
}

fn at_seat(model: &mut Model, view: &SessionView, seat: Option<&SeatId>) -> Vec<Effect> {
    let at = view.roll.iter().position(|row| Some(&row.seat.id) == seat);
    let spot = model.spots.of_mut(&view.session.id);
    spot.tab = Tab::Attendance;
    spot.roll.selected = at.unwrap_or(spot.roll.selected);
    model.open(Screen::Session(view.session.id.clone()))
}

/// Where a line leads to.
fn leads_to(missing: &Missing) -> &'static str {
    match missing {
        Missing::Date | Missing::Chair | Missing::Secretary => "tab-details",
        Missing::Tick(_)
        | Missing::Representative(_)
        | Missing::Quorum { .. }
        | Missing::QuorumLost { .. } => "tab-attendance",
        Missing::AgendaItem(_) => "tab-agenda",
        _ => "tab-resolutions",
    }
}

fn table(model: &Model) -> Table {
    let leads_to = 14;
    let what = Table::left_for_one_more(model.setup.columns, &[3, leads_to]);
    let heads = [
        ("column-number", 3),
        ("column-missing", what),
        ("column-leads-to", leads_to),
    ];
    table_of(model, &heads, 3, false)
}

fn cells(model: &Model, view: &SessionView, missing: &[Missing], at: usize) -> Vec<TableCell> {
    let Some(one) = missing.get(at) else {
        return Vec::new();
    };
    let words = &model.words;
    vec![
        vec![Piece::ours(words.number(at + 1)).role(Role::Faint)],
        vec![Piece::ours(sentences::missing(words, view, one))],
        vec![Piece::ours(words.say(leads_to(one))).role(Role::Faint)],
    ]
}

pub(super) fn settle(model: &Model, view: &SessionView, list: &mut ListState) {
    let missing = view.missing();
    *list = settled(model, &table(model), *list, missing.len(), |at| {
        cells(model, view, &missing, at)
    });
}

pub(super) fn view(model: &Model, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    if !view.session.state.is_open() {
        return paint_final(model, view, canvas, area);
    }
    let missing = view.missing();
    if missing.is_empty() {
        let key = sign_key(model);
        let words = model
            .words
            .say_with("closing-nothing-missing", &[("key", key.into())]);
        return sentence(canvas, area, &words, Role::Good);
    }
    table(model).paint(canvas, area, list, missing.len(), |at| {
        cells(model, view, &missing, at)
    });
}

fn sign_key(model: &Model) -> String {
    let place = Place::Stage(Stage::Closing);
    model
        .keymap
        .shown(Act::Stage(Stage::Closing), place, &model.words)
}

/// How much is missing, and what comes next.
pub(super) fn sum(model: &Model, view: &SessionView) -> (String, Role) {
    let words = &model.words;
    let missing = view.missing().len();
    match view.session.state.is_open() {
        false => (words.say("closing-final"), Role::Strong),
        true if missing == 0 => (words.say("closing-sum-none"), Role::Good),
        true => {
            let args = [("count", missing.into()), ("key", sign_key(model).into())];
            (words.say_with("closing-sum", &args), Role::Warn)
        }
    }
}

/// The code with its signs apart, so that it is read and typed off without a slip.
fn spaced(code: &str) -> String {
    let groups = code.split('-').map(|group| {
        let signs: Vec<String> = group.chars().map(String::from).collect();
        signs.join(" ")
    });
    crate::text::isolate(&groups.collect::<Vec<_>>().join("  -  "))
}

/// What agrees is good, what differs is bad, and what cannot be told is to be looked at.
pub(super) fn agreement_role(code: &CheckedCode) -> Role {
    match code.agreement {
        Agreement::Agrees => Role::Good,
        Agreement::Differs => Role::Bad,
        Agreement::LaterVersion => Role::Warn,
    }
}

/// Who signed, and when.
pub(super) fn signed(model: &Model, session: &Session) -> Option<String> {
    let signing = session.signing.as_ref()?;
    let args = [
        ("chair", signing.chair.as_str().into()),
        ("secretary", signing.secretary.as_str().into()),
        ("date", say::day_long(&model.words, signing.date).into()),
    ];
    Some(model.words.say_with("signed-by", &args))
}

/// The code in the middle between two rules, and under it what is known of it.
fn paint_final(model: &Model, view: &SessionView, canvas: &mut Canvas, area: Area) {
    let words = &model.words;
    let mut lines = Vec::new();
    if let Some(code) = &view.code {
        lines.push((words.say("code-head"), Role::Faint));
        lines.push((String::new(), Role::Rule));
        lines.push((spaced(&code.code), Role::Strong));
        lines.push((String::new(), Role::Rule));
        lines.push((sentences::agreement(words, code.agreement), agreement_role(code)));
    }
    lines.push((String::new(), Role::Plain));
    lines.extend(signed(model, &view.session).map(|signed| (signed, Role::Plain)));
    let notified = view.session.notified.map(|day| say::day_long(words, day));
    let notified = notified.map(|day| words.say_with("notified-on", &[("date", day.into())]));
    lines.push((notified.unwrap_or_else(|| words.say("not-notified")), Role::Plain));
    if !view.corrections.is_empty() {
        let count = [("count", view.corrections.len().into())];
        lines.push((words.say_with("corrections-count", &count), Role::Warn));
    }
    lines.push((String::new(), Role::Plain));
    // Whole, for its words are read from the left in a Persian line, too.
    let command = format!("dabir show {}", view.session.id);
    let args = [("command", command.into())];
    lines.push((words.say_with("code-how-to-check", &args), Role::Faint));
    paint_centred(model, canvas, area, &lines);
}

/// Lines in the middle of an area; one without words in the role of rules is a rule.
fn paint_centred(model: &Model, canvas: &mut Canvas, area: Area, lines: &[(String, Role)]) {
    const RULE: u16 = 40;
    let inside = area.inside(2);
    let laid: Vec<_> = lines
        .iter()
        .map(|(text, role)| (model.look.wrapped(text, inside.columns, Origin::Ours), *role))
        .collect();
    let rows: usize = laid.iter().map(|(lines, _)| lines.len()).sum();
    let above = inside
        .rows
        .saturating_sub(u16::try_from(rows).unwrap_or(u16::MAX))
        / 2;
    let mut room = inside.below(above);
    for (lines, role) in &laid {
        let style = canvas.style(*role);
        if *role == Role::Rule && room.rows > 0 {
            let columns = RULE.min(room.columns);
            let start = room.column + (room.columns - columns) / 2;
            canvas.rule(start, room.row, columns, '━', style);
        }
        for line in lines {
            if room.rows == 0 {
                return;
            }
            let filled = u16::try_from(line.columns).unwrap_or(u16::MAX);
            let start = room.column + room.columns.saturating_sub(filled) / 2;
            canvas.line(start, room.row, line, style);
            room = room.below(1);
        }
    }
}
