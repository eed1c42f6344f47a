//! The open resolutions of all sessions, most pressing first or in groups, narrowed by the words of the filter grammar.
//! Does not know how a filter is read, nor how groups are made.

use super::{Spot, cells, moved, resolutions, settled, sought_piece, table_of, table_rows};
use crate::app::board::{Board, Group, GroupKey, Known, Line, saturday};
use crate::app::keymap::{Act, Place};
use crate::app::step::Step;
use crate::app::{Effect, Model, Screen, find, frame, offers, say, sentences};
use crate::calendar::Day;
use crate::domain::ids::ResolutionId;
use crate::office::query::{Query, ResolutionRow};
use crate::search::TextPart;
use crate::ui::{Area, Canvas, Key, Origin, Piece, Role, Table, TableCell, sentence};

/// The question whose answer the list shows; none where the words cannot be read.
pub(in crate::app) fn open_query(model: &Model) -> Option<Query> {
    let spot = &model.spots.open;
    spot.error.is_none().then(|| find::open_query(&spot.selects))
}

/// Reads the words that narrow the list and asks for what they select; what cannot be read selects nothing.
pub(in crate::app) fn narrow_open(model: &mut Model) -> Vec<Effect> {
    model.spots.open.read_filter();
    match open_query(model) {
        Some(query) => vec![Effect::Ask(query)],
        None => {
            take_open(model, Vec::new());
            Vec::new()
        }
    }
}

/// Goes to the open list narrowed by a filter; when it is left, the list is again as it was.
pub(in crate::app) fn open_narrowed(model: &mut Model, filter: String) -> Vec<Effect> {
    let mut narrowed = Spot {
        filter,
        ..Spot::default()
    };
    narrowed.read_filter();
    let before = std::mem::replace(&mut model.spots.open, narrowed);
    model.spots.open_before.push((model.stack.len(), before));
    model.books.open = None;
    model.open(Screen::Open)
}

/// The resolution that is selected; none on the head of a group.
pub(in crate::app) fn open_selected(model: &Model) -> Option<&ResolutionRow> {
    let row = model.books.board.row(model.spots.open.list.selected)?;
    model.books.open_rows().get(row)
}

/// Takes an answer in. The selection stays on what it was on; where that has left its group, it stays where it is.
pub(in crate::app) fn take_open(model: &mut Model, rows: Vec<ResolutionRow>) {
    if model.books.open.is_none() {
        model.books.board = Board::default();
    }
    let before: Vec<ResolutionId> = ids(model.books.open_rows());
    model.books.open = Some(rows);
    regroup(model, &before);
}

fn ids(rows: &[ResolutionRow]) -> Vec<ResolutionId> {
    rows.iter().map(|row| row.resolution.id.clone()).collect()
}

/// Puts the rows together anew; `before` are those that the board was made of.
fn regroup(model: &mut Model, before: &[ResolutionId]) {
    let known = Known {
        organisations: model.books.organisations.as_ref(),
        bodies: model.books.bodies.as_deref().unwrap_or_default(),
    };
    let rows = model.books.open_rows();
    let board = Board::new(rows, model.setup.settings.grouping, &model.spots.folded, &known);
    let same = |old: usize, new: usize| before.get(old) == rows.get(new).map(|row| &row.resolution.id);
    let again = board.again(&model.books.board, model.spots.open.list.selected, same);
    if let Some(line) = again {
        model.spots.open.list.selected = line;
    }
    model.books.board = board;
}

/// Puts the rows together anew when something that groups are named by or ordered by was read.
pub(in crate::app) fn regroup_open(model: &mut Model) {
    let before = ids(model.books.open_rows());
    regroup(model, &before);
}

/// Selects a resolution, where it stands first.
fn select(model: &mut Model, row: Option<usize>) {
    let board = &model.books.board;
    let is_it = |line: &Line| match line {
        Line::Row { row: shown, .. } => Some(*shown) == row,
        Line::Head(group) => {
            let group = &board.groups[*group];
            group.is_folded && row.is_some_and(|row| group.rows.contains(&row))
        }
    };
    model.spots.open.list.selected = board.lines.iter().position(is_it).unwrap_or(0);
}

/// Goes to the resolution so many rows before or behind one of the list; returns it.
pub(in crate::app) fn beside(model: &mut Model, id: &ResolutionId, by: isize) -> Option<ResolutionId> {
    let rows = model.books.open_rows();
    let board = &model.books.board;
    let is_it = |line: usize| {
        let row = board.row(line).and_then(|row| rows.get(row));
        row.is_some_and(|row| row.resolution.id == *id)
    };
    // It may stand in several groups; the one that was selected counts.
    let selected = model.spots.open.list.selected;
    let mut line = match is_it(selected) {
        true => selected,
        false => (0..board.lines.len()).find(|line| is_it(*line))?,
    };
    let next = loop {
        line = line
            .checked_add_signed(by)
            .filter(|line| *line < board.lines.len())?;
        if let Some(row) = board.row(line) {
            break rows.get(row)?.resolution.id.clone();
        }
    };
    model.spots.open.list.selected = line;
    Some(next)
}

pub(super) fn act(model: &mut Model, act: Act, key: Key) -> Vec<Effect> {
    if act == Act::SaveFilter {
        let filter = model.spots.open.filter.clone();
        return model.obey(vec![Step::NameFilter(filter)]);
    }
    let len = model.books.open_lines().len();
    let shape = Shape::of(model);
    let list = model.spots.open.list;
    let page = list.fitting(len, table_rows(model), |line| {
        shape.table.height(&model.look, &shape.cells(model, line))
    });
    if moved(&mut model.spots.open.list, act, key, len, page) {
        return Vec::new();
    }
    let selected = model.spots.open.list.selected;
    match act {
        Act::Grouping => return group_by_next(model),
        Act::Fold => fold_group(model, selected),
        Act::FoldAll => fold_all(model),
        Act::Next | Act::Previous => {
            if let Some(line) = model.books.board.jump(selected, act == Act::Next) {
                model.spots.open.list.selected = line;
            }
        }
        Act::ChooseAll => choose_all(model, selected),
        Act::ChooseRow => {
            match open_selected(model).map(|row| row.resolution.id.clone()) {
                Some(id) => {
                    let step = resolutions::choose(&model.context(), vec![id]);
                    model.obey(vec![step]);
                    model.spots.open.list.selected = (selected + 1).min(len.saturating_sub(1));
                }
                None => choose_all(model, selected),
            };
        }
        Act::Open if open_selected(model).is_none() => fold_group(model, selected),
        act => return act_on_rows(model, act),
    }
    Vec::new()
}

/// What is asked of the chosen rows, or else of the selected one, or of all of the group whose head is selected.
fn act_on_rows(model: &mut Model, act: Act) -> Vec<Effect> {
    let chosen = resolutions::chosen_rows(&model.context(), model.books.open_rows());
    let row = open_selected(model).cloned();
    let rows = match (&row, chosen.is_empty()) {
        (_, false) => chosen,
        (None, true) => rows_of_group(model, model.spots.open.list.selected),
        (Some(_), true) => Vec::new(),
    };
    if !rows.is_empty()
        && let Some(steps) = resolutions::act_on_all(&model.context(), &rows, act)
    {
        return model.obey(steps);
    }
    let Some(row) = row else { return Vec::new() };
    match act {
        Act::GoToSession => model.go_to_session(&row.session),
        act => {
            let steps = resolutions::act_on(&model.context(), &row, act);
            model.obey(steps)
        }
    }
}

/// The rows of the group that a line belongs to; without groups all rows.
fn rows_of_group(model: &Model, line: usize) -> Vec<ResolutionRow> {
    let rows = model.books.open_rows();
    match model.books.board.group(line) {
        Some(group) => {
            let places = model.books.board.groups[group].rows.iter();
            places.filter_map(|row| rows.get(*row).cloned()).collect()
        }
        None => rows.to_vec(),
    }
}

/// Chooses all of a group, or none of it where all are chosen.
fn choose_all(model: &mut Model, line: usize) {
    let ids = ids(&rows_of_group(model, line));
    let chosen = &mut model.chosen;
    if ids.iter().all(|id| chosen.contains(id)) {
        chosen.retain(|id| !ids.contains(id));
    } else {
        chosen.extend(ids);
    }
}

/// Puts the rows together by the next thing, and so again when the program is next started.
fn group_by_next(model: &mut Model) -> Vec<Effect> {
    let row = model.books.board.row(model.spots.open.list.selected);
    let mut settings = model.setup.settings.clone();
    settings.grouping = settings.grouping.next();
    model.put_on(settings.clone());
    regroup_open(model);
    select(model, row);
    // While words are typed they stand where the grouping is named.
    if !model.spots.open.filter.is_empty() {
        let name = model.words.say(model.setup.settings.grouping.word());
        model.say(name, Role::Plain);
    }
    vec![Effect::SaveSettings(Box::new(settings))]
}

/// Folds the group of a line, or unfolds it; its head is selected.
fn fold_group(model: &mut Model, line: usize) {
    let Some(group) = model.books.board.group(line) else {
        return;
    };
    let key = model.books.board.groups[group].key.clone();
    if !model.spots.folded.remove(&key) {
        model.spots.folded.insert(key);
    }
    regroup_open(model);
    if let Some(head) = model.books.board.head(group) {
        model.spots.open.list.selected = head;
    }
}

/// Folds all groups; unfolds them where all are folded.
fn fold_all(model: &mut Model) {
    let selected = model.spots.open.list.selected;
    let Some(group) = model.books.board.group(selected) else {
        return;
    };
    let groups = &model.books.board.groups;
    let keys: Vec<_> = groups.iter().map(|group| group.key.clone()).collect();
    match groups.iter().all(|group| group.is_folded) {
        true => model.spots.folded.clear(),
        false => model.spots.folded.extend(keys),
    }
    regroup_open(model);
    if let Some(head) = model.books.board.head(group) {
        model.spots.open.list.selected = head;
    }
}

/// The mark of what is chosen; while nothing is, there is no column for it.
const CHOSEN: u16 = 1;
const DEADLINE: u16 = 14;
/// From so many columns on there is room for names on one line.
const WIDE: u16 = 110;

/// How the list is built now, found once for all of its rows.
struct Shape {
    table: Table,
    /// Whether a column says what is chosen.
    marks: bool,
}

impl Shape {
    fn of(model: &Model) -> Shape {
        let columns = model.setup.columns;
        let marks = resolutions::has_chosen(&model.context(), model.books.open_rows());
        let (responsible, session) = if columns < WIDE { (16, 13) } else { (20, 18) };
        let mut others = vec![DEADLINE, session, responsible];
        let chosen = marks.then_some(("column-chosen", CHOSEN));
        others.extend(chosen.map(|(_, columns)| columns));
        let text = Table::left_for_one_more(columns, &others);
        let heads = [
            ("column-deadline", DEADLINE),
            ("column-resolution", text),
            ("column-responsible", responsible),
            ("column-session", session),
        ];
        let heads: Vec<_> = chosen.into_iter().chain(heads).collect();
        let table = table_of(model, &heads, 4, true);
        Shape { table, marks }
    }

    fn cells(&self, model: &Model, line: usize) -> Vec<TableCell> {
        match model.books.open_lines().get(line) {
            Some(Line::Head(group)) => vec![head_pieces(model, &model.books.board.groups[*group])],
            Some(Line::Row { row, .. }) => {
                let row = model.books.open_rows().get(*row);
                row.map(|row| cells(model, row, self.marks)).unwrap_or_default()
            }
            None => Vec::new(),
        }
    }
}

fn cells(model: &Model, row: &ResolutionRow, marks: bool) -> Vec<TableCell> {
    let words = &model.words;
    let resolution = &row.resolution;
    let subject = resolution.subject.iter().filter(|subject| !subject.is_empty());
    let subject = subject.map(|subject| sought_piece(model, subject, TextPart::Subject).role(Role::Strong));
    let text = subject
        .chain([sought_piece(model, &resolution.text, TextPart::Text)])
        .collect();
    let number = resolution
        .row
        .map(|number| words.say_with("resolution-title", &[("row", number.into())]));
    let number = number.map(|words| Piece::ours(words).role(Role::Faint));
    let deadline = cells::deadline(&model.context(), row);
    let status = vec![cells::status_piece(&model.context(), row)];
    let session = Piece::ours(say::session_of(words, row));
    let session = std::iter::once(session).chain(number).collect();
    let responsible = cells::responsible(&model.context(), resolution);
    let mut cells = vec![[deadline, status].concat(), text, responsible, session];
    if marks {
        let is_chosen = model.chosen.contains(&resolution.id);
        let mark = is_chosen.then(|| Piece::ours("✓").role(Role::Key));
        cells.insert(0, mark.into_iter().collect());
    }
    cells
}

/// Whether it is folded, its name, how many it has, how many of them are late.
fn head_pieces(model: &Model, group: &Group) -> TableCell {
    let words = &model.words;
    let sign = match (group.is_folded, model.look.left_is_onward()) {
        (false, _) => "▾",
        (true, true) => "◂",
        (true, false) => "▸",
    };
    let mut pieces = vec![Piece::ours(sign).role(Role::Key)];
    let rows = model.books.open_rows();
    let is_chosen = |row: &usize| {
        let row = rows.get(*row);
        row.is_some_and(|row| model.chosen.contains(&row.resolution.id))
    };
    if !model.chosen.is_empty() && group.rows.iter().all(is_chosen) {
        pieces.push(Piece::ours("✓").role(Role::Key));
    }
    pieces.extend(name_pieces(model, group));
    let count = words.say_with("board-rows", &[("count", group.rows.len().into())]);
    pieces.push(Piece::ours(count).role(Role::Faint));
    // Of the late ones all are.
    if group.late > 0 && group.key != GroupKey::Late {
        let late = words.say_with("review-late", &[("count", group.late.into())]);
        pieces.push(Piece::ours(late).role(Role::Late));
    }
    pieces
}

/// The name of a group, and the days that it is about.
fn name_pieces(model: &Model, group: &Group) -> Vec<Piece> {
    let words = &model.words;
    let ours = |name: String| Piece::ours(name).role(Role::Strong);
    let faint = |text: String| Piece::ours(text).role(Role::Faint);
    match &group.key {
        GroupKey::Organisation(_) | GroupKey::Name(_) => {
            vec![Piece::stored(group.name.clone()).role(Role::Strong)]
        }
        GroupKey::Nobody => vec![ours(words.say("review-nobody"))],
        GroupKey::Late => vec![Piece::ours(words.say("board-late")).role(Role::Late)],
        GroupKey::NoDay => vec![ours(words.say("board-no-day"))],
        GroupKey::Week(saturday) => {
            let dates = [
                ("from", words.day(*saturday).into()),
                ("until", words.day(saturday.end_of_week()).into()),
            ];
            let dates = words.say_with("board-week-days", &dates);
            vec![ours(week_name(model, *saturday)), faint(dates)]
        }
        GroupKey::Session(_) => {
            let rows = model.books.open_rows();
            let first = group.rows.first().and_then(|row| rows.get(*row));
            let name = first.map(|row| ours(say::session_of(words, row)));
            let day = first.and_then(|row| row.session_date);
            name.into_iter()
                .chain(day.map(|day| faint(say::day_long(words, day))))
                .collect()
        }
    }
}

/// How far a week lies from this one.
fn week_name(model: &Model, week: Day) -> String {
    let this = saturday(model.setup.today);
    let weeks = this.days_until(week) / 7;
    match weeks {
        0 => model.words.say("board-this-week"),
        1 => model.words.say("board-next-week"),
        -1 => model.words.say("board-last-week"),
        _ if weeks > 0 => model
            .words
            .say_with("board-weeks-ahead", &[("weeks", weeks.into())]),
        _ => model
            .words
            .say_with("board-weeks-past", &[("weeks", (-weeks).into())]),
    }
}

pub(super) fn settle(model: &mut Model) {
    // Without an answer nothing says where the selection may be; it stays.
    if model.books.open.is_none() {
        return;
    }
    let len = model.books.open_lines().len();
    let mut list = model.spots.open.list;
    let shape = Shape::of(model);
    // The head of a group is shown with its first row, where there is room for both; the wheel may part them.
    let above = list.top.min(list.selected).checked_sub(1);
    let lines = model.books.open_lines();
    let is_head = |line: &usize| matches!(lines.get(*line), Some(Line::Head(_)));
    if let Some(above) = above.filter(|line| !list.is_scrolled() && is_head(line)) {
        list.top = above;
    }
    model.spots.open.list = settled(model, &shape.table, list, len, |line| shape.cells(model, line));
}

pub(super) fn view(model: &Model, canvas: &mut Canvas, area: Area) {
    if let Some(error) = &model.spots.open.error {
        let wrong = sentences::filter_error(&model.words, error);
        return sentence(canvas, area, &wrong, Role::Warn);
    }
    match &model.books.open {
        None => sentence(canvas, area, &model.words.say("reading"), Role::Faint),
        Some(rows) if rows.is_empty() => {
            let id = if model.spots.open.filter.is_empty() {
                "open-empty"
            } else {
                "find-nothing"
            };
            sentence(canvas, area, &model.words.say(id), Role::Plain);
        }
        Some(_) => {
            let (shape, len) = (Shape::of(model), model.books.open_lines().len());
            shape
                .table
                .paint(canvas, area, &model.spots.open.list, len, |line| {
                    shape.cells(model, line)
                });
        }
    }
}

/// How many there are, in the row under the head.
pub(super) fn view_sum(model: &Model, canvas: &mut Canvas, row: u16) {
    let rows = model.books.open_rows();
    // The office gives at most so many; more than that is said, not counted.
    let id = if model.books.open_so_far {
        "open-sum-so-far"
    } else if rows.len() >= find::OPEN_LIMIT {
        "open-sum-first"
    } else {
        "open-sum"
    };
    let words = &model.words;
    let late = model.books.board.late;
    let late = (late > 0).then(|| words.say_with("review-late", &[("count", late.into())]));
    let parts = [
        Some(words.say_with(id, &[("count", rows.len().into())])),
        late,
        Some(words.say(model.setup.settings.grouping.word())),
    ];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let faint = canvas.style(Role::Faint);
    let columns = frame::body(model).columns.saturating_sub(2);
    let used = canvas.text(1, row, columns, &text, Origin::Ours, faint) + 3;
    if let Some(Piece { text, origin, .. }) = group_out_of_sight(model) {
        let room = columns.saturating_sub(used);
        canvas.text_at_end(1 + used, row, room, &text, origin, faint);
    }
}

/// The name of the group that the selected row is in, where its head is scrolled out of sight.
fn group_out_of_sight(model: &Model) -> Option<Piece> {
    let list = model.spots.open.list;
    let group = model.books.board.group(list.selected)?;
    let lines = model.books.open_lines().get(list.top..=list.selected)?;
    let in_sight = lines.contains(&Line::Head(group));
    let group = model.books.board.groups.get(group).filter(|_| !in_sight)?;
    name_pieces(model, group).into_iter().next()
}

/// What there is to say about the selected one.
pub(super) fn note(model: &Model) -> Option<(String, Role)> {
    let spot = &model.spots.open;
    if let Some(offers) =
        offers::offers_said(&model.context(), &spot.filter, model.spots.offer).filter(|_| spot.finding)
    {
        return Some((offers, Role::Plain));
    }
    let chosen = resolutions::chosen_note(&model.context(), model.books.open_rows(), Place::Open);
    chosen.or_else(|| match open_selected(model) {
        Some(row) => cells::row_note(&model.context(), row),
        None => group_note(model),
    })
}

/// What the keys do on the head of a group.
fn group_note(model: &Model) -> Option<(String, Role)> {
    let group = model.books.board.group(model.spots.open.list.selected)?;
    let count = model.books.board.groups.get(group)?.rows.len();
    let keys = resolutions::keys_of_all(&model.context(), Place::Open);
    let args = [("count", count.into()), ("keys", keys.into())];
    Some((model.words.say_with("board-head-keys", &args), Role::Faint))
}
