//! How the open list is painted: its rows, the heads of its groups, and what it amounts to. Does not know what a key
//! does.

use super::{LIMIT, OpenList};
use crate::app::board::{BoardLine, GroupKey, ResolutionGroup, saturday};
use crate::app::context::Context;
use crate::app::say;
use crate::app::screens::tables::table_of;
use crate::app::screens::{cells, resolutions, sought};
use crate::calendar::Day;
use crate::office::query::ResolutionRow;
use crate::search::TextPart;
use crate::ui::{Canvas, Origin, Piece, Role, Table, TableCell};

/// The mark of what is chosen; while nothing is, there is no column for it.
const CHOSEN: u16 = 1;
const DEADLINE: u16 = 14;
/// From so many columns on there is room for names on one line.
const WIDE: u16 = 110;

/// How the list is built now, found once for all of its rows.
pub(super) struct OpenListShape {
    pub table: Table,
    /// Whether a column says what is chosen.
    marks: bool,
}

impl OpenListShape {
    pub fn of(context: &Context, page: &OpenList) -> OpenListShape {
        let columns = context.setup.columns;
        let marks = resolutions::has_chosen(context, page.rows(context));
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
        let table = table_of(context, &heads, 4, true);
        OpenListShape { table, marks }
    }

    pub fn cells(&self, context: &Context, page: &OpenList, line: usize) -> Vec<TableCell> {
        let rows = page.rows(context);
        match page.board.lines.get(line) {
            Some(BoardLine::Head(group)) => vec![head_pieces(context, rows, &page.board.groups[*group])],
            Some(BoardLine::Row { row, .. }) => {
                let row = rows.get(*row);
                row.map(|row| cells_of(context, row, self.marks))
                    .unwrap_or_default()
            }
            None => Vec::new(),
        }
    }
}

fn cells_of(context: &Context, row: &ResolutionRow, marks: bool) -> Vec<TableCell> {
    let words = context.words;
    let resolution = &row.resolution;
    let subject = resolution.subject.iter().filter(|subject| !subject.is_empty());
    let subject =
        subject.map(|subject| sought::piece(context, subject, TextPart::Subject).role(Role::Strong));
    let text = subject
        .chain([sought::piece(context, &resolution.text, TextPart::Text)])
        .collect();
    let number = resolution
        .row
        .map(|number| words.say_with("resolution-title", &[("row", number.into())]));
    let number = number.map(|words| Piece::ours(words).role(Role::Faint));
    let deadline = cells::deadline(context, row);
    let status = vec![cells::status_piece(context, row)];
    let session = Piece::ours(say::session_of(words, row));
    let session = std::iter::once(session).chain(number).collect();
    let responsible = cells::responsible(context, resolution);
    let corrected = cells::corrected_pieces(context, resolution);
    let mut cells = vec![[deadline, status, corrected].concat(), text, responsible, session];
    if marks {
        let is_chosen = context.chosen.contains(&resolution.id);
        let mark = is_chosen.then(|| Piece::ours("✓").role(Role::Key));
        cells.insert(0, mark.into_iter().collect());
    }
    cells
}

/// Whether it is folded, its name, how many it has, how many of them are late.
fn head_pieces(context: &Context, rows: &[ResolutionRow], group: &ResolutionGroup) -> TableCell {
    let words = context.words;
    let sign = match (group.is_folded, context.look.left_is_onward()) {
        (false, _) => "▾",
        (true, true) => "◂",
        (true, false) => "▸",
    };
    let mut pieces = vec![Piece::ours(sign).role(Role::Key)];
    let is_chosen = |row: &usize| {
        let row = rows.get(*row);
        row.is_some_and(|row| context.chosen.contains(&row.resolution.id))
    };
    if !context.chosen.is_empty() && group.rows.iter().all(is_chosen) {
        pieces.push(Piece::ours("✓").role(Role::Key));
    }
    pieces.extend(name_pieces(context, rows, group));
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
fn name_pieces(context: &Context, rows: &[ResolutionRow], group: &ResolutionGroup) -> Vec<Piece> {
    let words = context.words;
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
            vec![ours(week_name(context, *saturday)), faint(dates)]
        }
        GroupKey::Session(_) => {
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
fn week_name(context: &Context, week: Day) -> String {
    let words = context.words;
    let this = saturday(context.setup.today);
    let weeks = this.days_until(week) / 7;
    match weeks {
        0 => words.say("board-this-week"),
        1 => words.say("board-next-week"),
        -1 => words.say("board-last-week"),
        _ if weeks > 0 => words.say_with("board-weeks-ahead", &[("weeks", weeks.into())]),
        _ => words.say_with("board-weeks-past", &[("weeks", (-weeks).into())]),
    }
}

/// Paints how many there are, in the row under the head.
pub(super) fn paint_sum(context: &Context, page: &OpenList, canvas: &mut Canvas, row: u16) {
    let count = page.made_of.len();
    // The office gives at most so many; more than that is said, not counted.
    let id = if context.books.open_so_far {
        "open-sum-so-far"
    } else if count >= LIMIT {
        "open-sum-first"
    } else {
        "open-sum"
    };
    let words = context.words;
    let late = page.board.late;
    let late = (late > 0).then(|| words.say_with("review-late", &[("count", late.into())]));
    let parts = [
        Some(words.say_with(id, &[("count", count.into())])),
        late,
        Some(words.say(context.setup.settings.grouping.word())),
    ];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let faint = canvas.style(Role::Faint);
    let columns = context.body.columns.saturating_sub(2);
    let used = canvas.text(1, row, columns, &text, Origin::Ours, faint) + 3;
    if let Some(Piece { text, origin, .. }) = group_out_of_sight(context, page) {
        let room = columns.saturating_sub(used);
        canvas.text_at_end(1 + used, row, room, &text, origin, faint);
    }
}

/// The name of the group that the selected row is in, where its head is scrolled out of sight.
fn group_out_of_sight(context: &Context, page: &OpenList) -> Option<Piece> {
    let list = page.spot.list;
    let group = page.board.group(list.selected)?;
    let lines = page.board.lines.get(list.top..=list.selected)?;
    let in_sight = lines.contains(&BoardLine::Head(group));
    let group = page.board.groups.get(group).filter(|_| !in_sight)?;
    let name = name_pieces(context, page.rows(context), group);
    name.into_iter().next()
}
