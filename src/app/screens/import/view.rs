//! The review painted: what was understood, and beside it, or below where the screen is narrow, the choices and the
//! source around the line that is meant. Does not know what answers do.

use super::choices::choices;
use super::rows::table;
use super::{AskedMatter, ImportPage, ReviewedRow};
use crate::app::context::Context;
use crate::office::intake::Intake;
use crate::text::{isolate, without_isolates};
use crate::ui::{Area, Canvas, Origin, PageEntry, Piece, Role, Table, paint_page};
use std::ops::Range;

/// From so many columns on, the source stands beside the list.
const BESIDE: u16 = 100;
/// Lines of the source that are shown at most; no screen has more.
const SOURCE_LINES: usize = 60;
/// Lines before the meant one.
const BEFORE: usize = 2;
/// A line of the source is shown up to so many letters; the rest of a long one tells no more about it.
const LETTERS: usize = 600;

/// The areas of the list and of the source.
fn areas(context: &Context, body: Area) -> (Area, Area) {
    if context.setup.columns >= BESIDE {
        let list = body.columns * 3 / 5;
        let source = Area::new(body.column + list, body.row, body.columns - list, body.rows);
        return (
            Area {
                columns: list,
                ..body
            },
            source,
        );
    }
    let below = (body.rows * 2 / 5).max(5);
    (body.first(body.rows.saturating_sub(below)), body.last(below))
}

/// Rows of the list that are shown at once.
pub(super) fn list_rows(context: &Context) -> u16 {
    Table::body_rows(areas(context, context.body).0.rows)
}

impl ImportPage {
    pub(super) fn paint(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let (list, source) = areas(context, area);
        let rows = table(context, list.columns);
        rows.paint(canvas, list, &self.list, self.rows(), |at| {
            self.cells(context, at)
        });
        self.paint_source(context, canvas, source);
    }

    /// Counts: what is open, and what was read.
    pub(super) fn paint_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        let Some(reviewed) = &self.reviewed else { return };
        let open = self.asked.iter().filter(|asked| asked.is_open()).count();
        let session = &reviewed.session;
        let args = [
            ("open", open.into()),
            ("resolutions", session.resolutions.len().into()),
            ("attendance", session.attendance.len().into()),
            ("agenda", session.session.agenda.len().into()),
            ("kept", session.source.kept.len().into()),
        ];
        let text = context.words.say_with("intake-sum", &args);
        let columns = canvas.area().columns;
        let style = canvas.style(if open > 0 { Role::Warn } else { Role::Good });
        canvas.text(1, row, columns.saturating_sub(2), &text, Origin::Ours, style);
    }

    /// The line of the source that the selected row stands in; 0 where none is known.
    fn line(&self) -> usize {
        let Some(reviewed) = &self.reviewed else { return 0 };
        match self.row(self.list.selected) {
            Some(ReviewedRow::Matter(at)) => self.asked.get(at).map_or(0, |asked| asked.matter.line),
            Some(ReviewedRow::Place(at)) => reviewed.places.get(at).map_or(0, |place| place.line),
            None => 0,
        }
    }

    fn paint_source(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let Some(reviewed) = &self.reviewed else { return };
        let rule = canvas.style(Role::Rule);
        canvas.rule(area.column, area.row, area.columns, '─', rule);
        let entry = |pieces| PageEntry {
            label: String::new(),
            pieces,
        };
        let mut entries: Vec<PageEntry> = self
            .selected()
            .and_then(|asked| offered(context, asked))
            .map(|piece| entry(vec![piece]))
            .into_iter()
            .collect();
        entries.extend(source_lines(context, &reviewed.intake, self.line(), area.rows));
        paint_page(canvas, area.below(1), &entries, 0);
    }
}

/// What the selected matter may mean, each with its digit; the one that holds is marked.
fn offered(context: &Context, asked: &AskedMatter) -> Option<Piece> {
    let choices = choices(context, &asked.matter.about);
    if choices.is_empty() {
        return None;
    }
    let (mut text, mut held): (String, Vec<Range<usize>>) = (String::new(), Vec::new());
    for (number, choice) in (1u32..).zip(&choices) {
        if number > 1 {
            text.push_str("  ");
        }
        let start = text.len();
        // Each stands by itself, so that they follow each other in the direction of the language.
        let number = context.words.number(number);
        let label = without_isolates(&choice.label);
        text.push_str(&isolate(&format!("{number} {label}")));
        if choice.holds {
            held.push(start..text.len());
        }
    }
    Some(Piece::ours(text).found(held))
}

/// The lines around the meant one, each with its number; the beginning where no line is meant.
fn source_lines(context: &Context, intake: &Intake, line: usize, rows: u16) -> Vec<PageEntry> {
    let first = line.saturating_sub(BEFORE).max(1);
    let count = usize::from(rows).min(SOURCE_LINES);
    let last = (first + count).min(intake.lines() + 1);
    let shown = |number: usize| {
        let text: String = intake.line(number).chars().take(LETTERS).collect();
        // Cells are parted by tabs; a bar is seen.
        let text = text.replace('\t', " │ ");
        let role = if number == line { Role::Strong } else { Role::Faint };
        PageEntry {
            label: context.words.number(number),
            pieces: vec![Piece::stored(text).role(role)],
        }
    };
    (first..last).map(shown).collect()
}
