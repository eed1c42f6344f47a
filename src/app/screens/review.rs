//! «بررسی مصوبات جلسات قبل»: the open resolutions of the body by who leads them, each with its light; answered and
//! set on the spot. Does not know which resolutions these are; the office does.

use super::{cells, moved, stages};
use crate::app::dialog::Dialog;
use crate::app::invitation::is_isolate;
use crate::app::keymap::Act;
use crate::app::stage::Stage;
use crate::app::step::Step;
use crate::app::{Effect, Model, Screen, forms, frame, say};
use crate::domain::ids::SessionId;
use crate::domain::resolution::{FollowUp, Status};
use crate::domain::session::{AgendaKind, Session};
use crate::office::command::Command;
use crate::office::query::{Light, Query, ReviewRow, SessionView};
use crate::text::{VisualLine, truncate};
use crate::ui::{Area, Canvas, Key, ListState, Origin, Role, Target, scroll_mark, sentence};

/// Opens the review of a session.
pub(in crate::app) fn open(model: &mut Model, session: &SessionId) -> Vec<Effect> {
    stages::open(model, Stage::Review, session)
}

/// Whether an item of the agenda (from 0) is the review.
pub(super) fn is_item(session: &Session, at: usize) -> bool {
    let item = session.agenda.get(at);
    item.is_some_and(|item| item.kind == AgendaKind::OpenResolutions)
}

/// What Enter does on the item of the agenda (from 0) that is the review.
pub(super) fn note_of_item(model: &Model, session: &Session, at: usize) -> Option<(String, Role)> {
    is_item(session, at).then(|| (model.words.say("review-item"), Role::Faint))
}

/// The question whose answer the screen shows.
pub(super) fn query(session: &Session) -> Query {
    Query::OpenOfBody {
        body: session.body.clone(),
        before: Some(session.id.clone()),
    }
}

pub(super) fn act(model: &mut Model, view: &SessionView, act: Act, key: Key) -> Vec<Effect> {
    let id = &view.session.id;
    let (len, columns) = (len(model, id), frame::body(model).columns);
    let list = stages::spot(model, Stage::Review, id);
    let rows = frame::body(model).rows;
    let page = list.fitting(len, rows, |at| height(model, id, at, columns));
    if moved(stages::list(model, Stage::Review, id), act, key, len, page) {
        return Vec::new();
    }
    let Some((_, row)) = row(model, id, list.selected).cloned() else {
        return Vec::new();
    };
    let resolution = &row.row.resolution;
    match act {
        Act::Open => model.open(Screen::Resolution(resolution.id.clone())),
        Act::FollowUp => model.obey(forms::answer(&model.context(), resolution)),
        Act::SetStatus => ask_status(model, &row),
        Act::GoToSession => model.go_to_session(&row.row.session),
        _ => Vec::new(),
    }
}

/// Asks for the new status. It is recorded with the answer that brought it, for the minutes it stands in are mostly
/// final, and so that one sees later when it was said.
fn ask_status(model: &mut Model, row: &ReviewRow) -> Vec<Effect> {
    let words = &model.words;
    let resolution = &row.row.resolution;
    let answers = Status::ALL.map(|status| {
        let word = say::status(words, status, false).0;
        let text = words.say_with("review-status-text", &[("status", word.as_str().into())]);
        let follow_up = FollowUp {
            date: Some(model.setup.today),
            by: resolution.lead(),
            text: plain(&text),
            status: Some(status),
            ..FollowUp::default()
        };
        let command = Command::AddFollowUp {
            resolution: resolution.id.clone(),
            follow_up,
        };
        (word, vec![Step::change(command)])
    });
    let at = Status::ALL.iter().position(|status| *status == row.row.status);
    model.dialog = Some(Dialog {
        title: words.say("status-title"),
        text: resolution.name().to_owned(),
        answers: answers.to_vec(),
        at: at.unwrap_or(0),
        is_unforeseen: false,
    });
    Vec::new()
}

/// The marks that keep words apart on a screen are not stored.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !is_isolate(*c)).collect()
}

fn len(model: &Model, id: &SessionId) -> usize {
    model.books.review(id).map_or(0, |review| review.rows.len())
}

/// A row with the name of its group, where it is the first one of it.
fn row<'m>(model: &'m Model, id: &SessionId, at: usize) -> Option<&'m (Option<usize>, ReviewRow)> {
    model.books.review(id)?.rows.get(at)
}

const MARGIN: u16 = 1;
/// Columns of the light and its word, and of the gap behind them.
const LIGHT: u16 = 13;
/// So many lines of a wording are shown; the whole text is one key away.
const TEXT_LINES: u16 = 2;

/// The sign of a light and its word: never told by colour alone.
fn light(model: &Model, light: Light) -> (String, Role) {
    let (id, role) = match light {
        Light::Late => ("light-late", Role::Late),
        Light::InTime => ("light-in-time", Role::InTime),
        Light::Done => ("light-done", Role::Done),
    };
    (model.words.say(id), role)
}

/// The lines beside the light: subject, wording, and when and where it was decided.
fn lines(model: &Model, row: &ReviewRow, columns: u16) -> Vec<(VisualLine, Role)> {
    let (resolution, look) = (&row.row.resolution, &model.look);
    let room = columns.saturating_sub(2 * MARGIN + LIGHT + 1).max(1);
    let cut = |text: &str, origin| truncate(text, usize::from(room), &look.line_style(text, origin));
    let subject = resolution
        .subject
        .iter()
        .filter(|subject| !subject.trim().is_empty());
    let mut lines: Vec<(VisualLine, Role)> = subject
        .map(|subject| (cut(subject, Origin::Stored), Role::Strong))
        .collect();
    let (mut text, more) = look.wrapped_start(&resolution.text, room, Origin::Stored, TEXT_LINES);
    if let Some(last) = text.last_mut().filter(|_| more) {
        // In one line with what follows it is too long for its room, and so it ends in an ellipsis.
        let rest = resolution.text[last.range_byte.start..].replace('\n', " ");
        *last = cut(&rest, Origin::Stored);
    }
    lines.extend(text.into_iter().map(|line| (line, Role::Plain)));
    lines.push((cut(&meta(model, row), Origin::Ours), Role::Faint));
    lines
}

/// Deadline, day, session and row.
fn meta(model: &Model, row: &ReviewRow) -> String {
    let words = &model.words;
    let written = row.row.resolution.deadline.as_ref();
    let written = written.map(|deadline| crate::text::isolate(&deadline.written));
    let due = row.row.own_due().map(|day| words.day(day));
    let of_clause = row.row.due_by_clause();
    let of_clause = of_clause.map(|day| cells::due_of_clause(&model.context(), day));
    let number = row.row.resolution.row;
    let number = number.map(|number| words.say_with("resolution-title", &[("row", number.into())]));
    let parts = [
        written,
        due,
        of_clause,
        Some(say::session_of(words, &row.row)),
        number,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Lines that a row fills, with the head of its group where it begins one.
fn height(model: &Model, id: &SessionId, at: usize, columns: u16) -> u16 {
    let Some((group, row)) = row(model, id, at) else {
        return 1;
    };
    let head = match (group, at) {
        (None, _) => 0,
        (Some(_), 0) => 1,
        (Some(_), _) => 2,
    };
    head + u16::try_from(lines(model, row, columns).len()).unwrap_or(u16::MAX)
}

pub(super) fn settle(model: &Model, id: &SessionId, list: &mut ListState) {
    let area = frame::body(model);
    // Without an answer nothing says where the selection may be; it stays.
    if model.books.review(id).is_some() {
        list.settle(len(model, id), area.rows, |at| {
            height(model, id, at, area.columns)
        });
    }
}

pub(super) fn view(model: &Model, id: &SessionId, list: &ListState, canvas: &mut Canvas, area: Area) {
    let Some(review) = model.books.review(id) else {
        return sentence(canvas, area, &model.words.say("reading"), Role::Faint);
    };
    if review.rows.is_empty() {
        return sentence(canvas, area, &model.words.say("review-empty"), Role::Plain);
    }
    let (mut room, mut shown) = (area, 0);
    for at in list.top..review.rows.len() {
        if room.rows == 0 {
            break;
        }
        let rows = height(model, id, at, area.columns);
        paint_row(model, id, at, at == list.selected, canvas, room.first(rows));
        shown += usize::from(rows <= room.rows);
        room = room.below(rows);
    }
    scroll_mark(canvas, area, list.top, shown, review.rows.len());
}

fn paint_row(model: &Model, id: &SessionId, at: usize, selected: bool, canvas: &mut Canvas, mut place: Area) {
    let Some((group, row)) = row(model, id, at) else {
        return;
    };
    if let Some(group) = group {
        place = place.below(u16::from(at > 0));
        paint_group(model, id, *group, canvas, place);
        place = place.below(1);
    }
    let (word, role) = light(model, row.light);
    let style = canvas.style(role);
    let start = place.column + MARGIN;
    if place.rows > 0 {
        canvas.text(start + 1, place.row, LIGHT - 2, &word, Origin::Ours, style);
    }
    let lines = lines(model, row, place.columns);
    for (number, (line, role)) in (0..place.rows).zip(&lines) {
        let style = canvas.style(*role);
        let room = place.columns.saturating_sub(2 * MARGIN + LIGHT + 1);
        let beside = Area::new(start + LIGHT, place.row + number, room, 1);
        canvas.lines(beside, std::slice::from_ref(line), style);
    }
    canvas.hit(place, Target::Row(at));
    if selected {
        let style = canvas.style(Role::Selected);
        let columns = place.columns.saturating_sub(1);
        canvas.tint(Area { columns, ..place }, style);
    }
}

/// The name of a group, and at the end how many of it stand how.
fn paint_group(model: &Model, id: &SessionId, group: usize, canvas: &mut Canvas, place: Area) {
    let groups = model.books.review(id).map(|review| review.groups.as_slice());
    let Some((name, counts)) = groups.and_then(|groups| groups.get(group)) else {
        return;
    };
    if place.rows == 0 {
        return;
    }
    let nobody = model.words.say("review-nobody");
    let (name, origin) = match name.is_empty() {
        true => (&nobody, Origin::Ours),
        false => (name, Origin::Stored),
    };
    let (strong, faint) = (canvas.style(Role::Strong), canvas.style(Role::Faint));
    let room = place.columns.saturating_sub(2 * MARGIN + 1);
    let used = canvas.text(place.column + MARGIN, place.row, room, name, origin, strong) + 2;
    let start = place.column + MARGIN + used;
    let counted = count_words(model, counts);
    canvas.text(
        start,
        place.row,
        room.saturating_sub(used),
        &counted,
        Origin::Ours,
        faint,
    );
}

/// «۱ معوق · ۲ در مهلت»: what there is none of is left out.
fn count_words(model: &Model, counts: &[u32; 3]) -> String {
    let ids = ["review-late", "review-in-time", "review-done"];
    let parts = ids.iter().zip(counts).filter(|(_, count)| **count > 0);
    let said = parts.map(|(id, count)| model.words.say_with(id, &[("count", (*count).into())]));
    said.collect::<Vec<_>>().join(" · ")
}

/// How many there are, and how they stand.
pub(super) fn sum(model: &Model, id: &SessionId) -> Option<(String, Role)> {
    let review = model.books.review(id).filter(|review| !review.rows.is_empty())?;
    let mut counts = [0; 3];
    for (_, of_group) in &review.groups {
        for (sum, count) in counts.iter_mut().zip(of_group) {
            *sum += count;
        }
    }
    let args = [
        ("count", review.rows.len().into()),
        ("lights", count_words(model, &counts).into()),
    ];
    Some((model.words.say_with("review-sum", &args), Role::Faint))
}

/// The last answer to the selected one.
pub(super) fn remark(model: &Model, id: &SessionId) -> Option<(String, Role)> {
    let at = stages::spot(model, Stage::Review, id).selected;
    let (_, row) = row(model, id, at)?;
    let last = row.row.resolution.follow_ups.last()?;
    let day = last.date.map(|day| model.words.day(day)).unwrap_or_default();
    let text = last.text.lines().next().unwrap_or_default();
    let args = [("date", day.into()), ("text", text.into())];
    Some((model.words.say_with("review-last", &args), Role::Faint))
}
