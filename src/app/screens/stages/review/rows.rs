//! How the rows of a review are painted: the name of their group, the light, subject, wording, and where they were
//! decided. Does not know what is done with one.

use crate::app::books::ReviewList;
use crate::app::context::Context;
use crate::app::say;
use crate::app::screens::cells;
use crate::office::query::{Light, ReviewRow};
use crate::text::{VisualLine, isolate, truncate};
use crate::ui::{Area, Canvas, Origin, Role, Target};
use crate::words::Words;

/// A row, with the place of its group where it is the first one of it.
type GroupedRow = (Option<usize>, ReviewRow);

const MARGIN: u16 = 1;
/// Columns of the light and its word, and of the gap behind them.
const LIGHT: u16 = 13;
/// So many lines of a wording are shown; the whole text is one key away.
const TEXT_LINES: u16 = 2;

/// The sign of a light and its word: never told by colour alone.
fn light(words: &Words, light: Light) -> (String, Role) {
    let (id, role) = match light {
        Light::Late => ("light-late", Role::Late),
        Light::InTime => ("light-in-time", Role::InTime),
        Light::Done => ("light-done", Role::Done),
    };
    (words.say(id), role)
}

/// The columns beside the light.
fn beside(columns: u16) -> u16 {
    columns.saturating_sub(2 * MARGIN + LIGHT + 1)
}

/// The lines beside the light: subject, wording, and when and where it was decided.
fn lines(context: &Context, row: &ReviewRow, columns: u16) -> Vec<(VisualLine, Role)> {
    let (resolution, look) = (&row.row.resolution, context.look);
    let room = beside(columns).max(1);
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
    lines.push((cut(&meta(context, row), Origin::Ours), Role::Faint));
    lines
}

/// Deadline, day, session and row.
fn meta(context: &Context, row: &ReviewRow) -> String {
    let words = context.words;
    let written = row.row.resolution.deadline.as_ref();
    let written = written.map(|deadline| isolate(&deadline.written));
    let due = row.row.own_due().map(|day| words.day(day));
    let of_clause = row.row.due_by_clause();
    let of_clause = of_clause.map(|day| cells::due_of_clause(context, day));
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
pub(super) fn height(context: &Context, rows: &[GroupedRow], at: usize, columns: u16) -> u16 {
    let Some((group, row)) = rows.get(at) else {
        return 1;
    };
    let head = match (group, at) {
        (None, _) => 0,
        (Some(_), 0) => 1,
        (Some(_), _) => 2,
    };
    head + u16::try_from(lines(context, row, columns).len()).unwrap_or(u16::MAX)
}

/// Paints a row, and above it the head of its group where it begins one.
pub(super) fn paint(
    context: &Context,
    review: &ReviewList,
    at: usize,
    selected: bool,
    canvas: &mut Canvas,
    mut place: Area,
) {
    let Some((group, row)) = review.rows.get(at) else {
        return;
    };
    if let Some(group) = group {
        place = place.below(u16::from(at > 0));
        paint_group(context.words, review, *group, canvas, place);
        place = place.below(1);
    }
    let (word, role) = light(context.words, row.light);
    let style = canvas.style(role);
    let start = place.column + MARGIN;
    if place.rows > 0 {
        canvas.text(start + 1, place.row, LIGHT - 2, &word, Origin::Ours, style);
    }
    let lines = lines(context, row, place.columns);
    for (number, (line, role)) in (0..place.rows).zip(&lines) {
        let style = canvas.style(*role);
        let room = Area::new(start + LIGHT, place.row + number, beside(place.columns), 1);
        canvas.lines(room, std::slice::from_ref(line), style);
    }
    canvas.hit(place, Target::Row(at));
    if selected {
        let style = canvas.style(Role::Selected);
        let columns = place.columns.saturating_sub(1);
        canvas.tint(Area { columns, ..place }, style);
    }
}

/// The name of a group, and at the end how many of it stand how.
fn paint_group(words: &Words, review: &ReviewList, group: usize, canvas: &mut Canvas, place: Area) {
    let Some((name, counts)) = review.groups.get(group).filter(|_| place.rows > 0) else {
        return;
    };
    let nobody = words.say("review-nobody");
    let (name, origin) = match name.is_empty() {
        true => (&nobody, Origin::Ours),
        false => (name, Origin::Stored),
    };
    let (strong, faint) = (canvas.style(Role::Strong), canvas.style(Role::Faint));
    let room = place.columns.saturating_sub(2 * MARGIN + 1);
    let used = canvas.text(place.column + MARGIN, place.row, room, name, origin, strong) + 2;
    let start = place.column + MARGIN + used;
    let counted = count_words(words, counts);
    let room = room.saturating_sub(used);
    canvas.text(start, place.row, room, &counted, Origin::Ours, faint);
}

/// «۱ معوق · ۲ در مهلت»: what there is none of is left out.
fn count_words(words: &Words, counts: &[u32; 3]) -> String {
    let ids = ["review-late", "review-in-time", "review-done"];
    let parts = ids.iter().zip(counts).filter(|(_, count)| **count > 0);
    let said = parts.map(|(id, count)| words.say_with(id, &[("count", (*count).into())]));
    said.collect::<Vec<_>>().join(" · ")
}

/// How many there are, and how they stand; none where there is nothing.
pub(super) fn sum(words: &Words, review: &ReviewList) -> Option<(String, Role)> {
    if review.rows.is_empty() {
        return None;
    }
    let mut counts = [0; 3];
    for (_, of_group) in &review.groups {
        for (sum, count) in counts.iter_mut().zip(of_group) {
            *sum += count;
        }
    }
    let args = [
        ("count", review.rows.len().into()),
        ("lights", count_words(words, &counts).into()),
    ];
    Some((words.say_with("review-sum", &args), Role::Faint))
}
