//! How quick lookup is painted: the field, what is offered, the hits in one row or three. Does not know how they were
//! found.

use super::hit::{FoundPart, called, in_sight};
use super::line::{GAP, LineSpace};
use super::{LookupPage, hits};
use crate::app::context::Context;
use crate::app::offers::wrong_bytes;
use crate::app::screens::sought;
use crate::app::{say, sentences};
use crate::domain::resolution::Status;
use crate::office::query::{FoundHit, ResolutionRow, Said, SaidRow};
use crate::search::{Filter, TextPart};
use crate::ui::{
    Area, Canvas, Origin, Role, Target, mark_selected, paint_editor_with, scroll_mark, sentence,
};
use std::ops::Range;

/// Columns of the day, status or kind of a hit.
const WHEN: u16 = 11;
/// Rows above the hits, for what is offered.
const ABOVE: u16 = 1;

/// Rows that one hit fills.
pub(super) fn height(context: &Context) -> u16 {
    if context.setup.settings.lookup_in_three {
        3
    } else {
        1
    }
}

/// Rows for hits.
pub(super) fn rows(context: &Context) -> u16 {
    context.body.rows.saturating_sub(ABOVE)
}

/// Paints the field and how many were found, in the row under the head.
pub(super) fn paint_field(context: &Context, page: &LookupPage, canvas: &mut Canvas, row: u16) {
    let columns = canvas.area().columns;
    let label = context.words.say("lookup-label");
    let (strong, faint) = (canvas.style(Role::Strong), canvas.style(Role::Faint));
    canvas.clear(Area::new(0, row, columns, 1));
    let start = 2 + canvas.text(1, row, columns, &label, Origin::Ours, strong);
    let count = count(context);
    let room = canvas.look().width(&count, Origin::Ours);
    let field = columns.saturating_sub(start + room + 3);
    let wrong = page
        .error
        .as_ref()
        .map(|error| wrong_bytes(page.typed.text(), error));
    paint_editor_with(
        canvas,
        Area::new(start, row, field, 1),
        &page.typed,
        true,
        wrong.unwrap_or(0..0),
    );
    canvas.text_at_end(start + field + 1, row, room + 1, &count, Origin::Ours, faint);
}

fn count(context: &Context) -> String {
    let Some(looked) = &context.books.lookup else {
        return String::new();
    };
    let id = match looked.found.more || looked.found.so_far {
        true => "lookup-count-more",
        false => "find-count",
    };
    let count = looked.found.hits.len();
    context.words.say_with(id, &[("count", count.into())])
}

/// What there is to say: what cannot be read, or what the first rows are of.
pub(super) fn remark(context: &Context, page: &LookupPage) -> Option<(String, Role)> {
    if let Some(error) = &page.error {
        return Some((sentences::filter_error(context.words, error), Role::Bad));
    }
    let looked = context.books.lookup.as_ref()?;
    let so_far = looked.found.so_far;
    so_far.then(|| (context.words.say("index-so-far"), Role::Warn))
}

/// Paints what is offered and the hits.
pub(super) fn paint(context: &Context, page: &LookupPage, canvas: &mut Canvas, area: Area) {
    paint_offers(context, page, canvas, area.row);
    let area = area.below(ABOVE);
    let Some(looked) = &context.books.lookup else {
        // An error says itself in the row at the foot.
        if page.error.is_none() {
            sentence(canvas, area, &context.words.say("reading"), Role::Faint);
        }
        return;
    };
    let hits = hits(context);
    if hits.is_empty() {
        let id = match looked.found.so_far {
            true => "index-so-far",
            false => "find-nothing",
        };
        return sentence(canvas, area, &context.words.say(id), Role::Plain);
    }
    let (list, height) = (page.list, height(context));
    let mut room = area;
    let mut shown = 0;
    for (at, hit) in hits.iter().enumerate().skip(list.top) {
        if room.rows < height {
            break;
        }
        let place = room.first(height);
        canvas.hit(place, Target::Row(at));
        match hit {
            FoundHit::Resolution(row) => paint_resolution(context, canvas, place, &looked.filter, row),
            FoundHit::Said(row) => paint_said(context, canvas, place, &looked.filter, row),
        }
        if at == list.selected {
            mark_selected(canvas, place);
        }
        room = room.below(height);
        shown += 1;
    }
    scroll_mark(canvas, area, list.top, shown, hits.len());
}

fn paint_offers(context: &Context, page: &LookupPage, canvas: &mut Canvas, row: u16) {
    let offers = page.offers(context);
    let columns = canvas.area().columns.saturating_sub(2);
    let faint = canvas.style(Role::Faint);
    if offers.len() == 0 {
        if page.typed.text().is_empty() {
            let hint = context.words.say("lookup-hint");
            canvas.text(1, row, columns, &hint, Origin::Ours, faint);
        }
        return;
    }
    let label = context.words.say("offers-label");
    let mut column = 1 + canvas.text(1, row, columns, &label, Origin::Ours, faint) + 1;
    let chosen = page.offer % offers.len();
    for (at, shown) in offers.shown().enumerate() {
        let role = if at == chosen { Role::Selected } else { Role::Plain };
        let style = canvas.style(role);
        let room = (columns + 1).saturating_sub(column);
        column += canvas.text(column, row, room, shown, Origin::Stored, style) + GAP;
    }
}

/// When a resolution is due, or how it stands.
fn when(context: &Context, row: &ResolutionRow) -> (String, Role) {
    let (word, role) = say::status_of_row(context.words, row);
    match row.due.filter(|_| row.status == Status::Open) {
        Some(due) => (context.words.day(due), role),
        None => (word, role),
    }
}

fn paint_resolution(
    context: &Context,
    canvas: &mut Canvas,
    place: Area,
    filter: &Filter,
    row: &ResolutionRow,
) {
    let resolution = &row.resolution;
    let shown = FoundPart::of_resolution(context, filter, row, place.rows < 3);
    let subject = resolution.subject.as_deref().unwrap_or_default();
    let in_subject = filter.marks(subject, TextPart::Subject);
    let (when, role) = when(context, row);
    let mut line = LineSpace::of(place, 0, 0);
    line.label(canvas, &when, WHEN, role);
    line.end(
        canvas,
        &say::session_of(context.words, row),
        place.columns / 4,
        Role::Faint,
    );
    if place.rows < 3 {
        let room = line.room() / 3;
        line.text(canvas, subject, &in_subject, room, Role::Strong);
        return line.part(canvas, &shown);
    }
    let number = resolution.row.map(|number| {
        let args = [("row", number.into())];
        context.words.say_with("resolution-title", &args)
    });
    line.end(
        canvas,
        &number.unwrap_or_default(),
        place.columns / 5,
        Role::Faint,
    );
    let room = line.room();
    line.text(canvas, subject, &in_subject, room, Role::Strong);
    LineSpace::of(place, 1, GAP).part(canvas, &shown);
    let mut last = LineSpace::of(place, 2, GAP);
    let written = resolution
        .deadline
        .as_ref()
        .map(|deadline| deadline.written.as_str());
    let written = written.unwrap_or_default();
    let found = filter.marks(written, TextPart::Text);
    let room = last.room() / 2;
    last.text(canvas, written, &found, room, Role::Faint);
    for who in &resolution.responsible {
        let found = sought::marks_of(context.books, filter, who);
        let room = last.room();
        last.text(canvas, &called(context, filter, who), &found, room, Role::Faint);
    }
}

fn paint_said(context: &Context, canvas: &mut Canvas, place: Area, filter: &Filter, row: &SaidRow) {
    let words = context.words;
    let (kind, head, text) = match &row.said {
        Said::Note(note) => (
            "found-note",
            note.speaker.as_deref().unwrap_or_default(),
            note.text.as_str(),
        ),
        Said::AgendaItem { title, .. } => ("found-agenda-item", "", title.as_str()),
    };
    let shown = FoundPart::of_text(filter, text);
    let in_head = filter.marks(head, TextPart::Text);
    let mut line = LineSpace::of(place, 0, 0);
    line.label(canvas, &words.say(kind), WHEN, Role::Faint);
    let session = say::session_name(words, &row.session, &row.body);
    line.end(canvas, &session, place.columns / 4, Role::Faint);
    if place.rows < 3 {
        let room = line.room() / 3;
        line.text(canvas, head, &in_head, room, Role::Strong);
        return line.part(canvas, &shown);
    }
    if let Some(day) = row.session.date {
        line.end(canvas, &say::day_long(words, day), place.columns / 3, Role::Faint);
    }
    let room = line.room();
    line.text(canvas, head, &in_head, room, Role::Strong);
    let below = Area::new(
        place.column + 1 + GAP,
        place.row + 1,
        place.columns.saturating_sub(GAP + 3),
        place.rows - 1,
    );
    let look = canvas.look();
    let (text, found) = in_sight(&look, &shown, below.columns.saturating_mul(2));
    let (mut lines, more) = look.wrapped_start(&text, below.columns, Origin::Stored, below.rows);
    let style = canvas.style(Role::Plain);
    if more && let Some(last) = lines.pop() {
        let start = last.range_byte.start;
        let rest = &text[start..];
        let found: Vec<Range<usize>> = found
            .iter()
            .map(|range| range.start.saturating_sub(start)..range.end.saturating_sub(start))
            .collect();
        let row = u16::try_from(lines.len()).unwrap_or(0);
        let mut cut = LineSpace::of(place, 1 + row, GAP);
        let room = cut.room();
        cut.text(canvas, rest, &found, room, Role::Plain);
    }
    canvas.lines_marked(below, &lines, style, &found);
}
