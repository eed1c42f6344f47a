//! The rows behind a figure: resolutions, sessions, or seats in sessions. Does not know how the figure is counted.

use super::foot;
use crate::app::address::Screen;
use crate::app::context::Context;
use crate::app::figures::{Behind, Figures, Sitting};
use crate::app::keys::{Act, Place};
use crate::app::screens::cells;
use crate::app::screens::page::Page;
use crate::app::screens::tab::Tab;
use crate::app::screens::tables::{moved, settled, table_of, table_rows};
use crate::app::step::{Step, To};
use crate::app::{say, say_figures};
use crate::domain::attendance::Presence;
use crate::domain::figures::{Mark, Measure, RowsBehind, Subject};
use crate::office::query::{Query, ResolutionRow};
use crate::ui::{Area, Canvas, Key, ListState, Origin, Piece, Role, Table, TableCell, sentence};

/// At most so many rows are shown; more than that is said.
const ROWS_MAX: usize = 500;

/// What stands behind the figure that was opened last.
#[derive(Default)]
pub(in crate::app) struct FigureRows {
    behind: Behind,
    list: ListState,
}

impl FigureRows {
    /// At the first of the rows behind a figure.
    pub fn new(behind: Behind) -> FigureRows {
        FigureRows {
            behind,
            list: ListState::default(),
        }
    }

    /// Its resolutions; none while they are still to be read.
    fn resolutions<'b>(&self, context: &Context<'b>) -> &'b [ResolutionRow] {
        let read = context.books.figure_rows.as_ref();
        let read = read.filter(|(ids, _)| *ids == self.behind.resolutions);
        read.map(|(_, rows)| rows.as_slice()).unwrap_or_default()
    }

    fn len(&self, context: &Context) -> usize {
        match self.behind.resolutions.is_empty() {
            true => self.behind.sittings.len(),
            false => self.resolutions(context).len(),
        }
    }

    fn table(&self, context: &Context) -> Table {
        let columns = context.setup.columns;
        if !self.behind.resolutions.is_empty() {
            let text = Table::left_for_one_more(columns, &[14, 13, 16]);
            let heads = [
                ("column-deadline", 14),
                ("column-resolution", text),
                ("column-responsible", 16),
                ("column-session", 13),
            ];
            return table_of(context, &heads, 3, true);
        }
        let rest = Table::left_for_one_more(columns, &[16, 0]);
        let heads = [
            ("column-session", rest / 2),
            ("column-seat", rest - rest / 2),
            ("column-presence", 16),
        ];
        table_of(context, &heads, 1, false)
    }

    fn cells(&self, context: &Context, at: usize) -> Vec<TableCell> {
        if let Some(row) = self.resolutions(context).get(at) {
            return resolution_cells(context, row);
        }
        let Some(sitting) = self.behind.sittings.get(at) else {
            return Vec::new();
        };
        let mut cells = vec![vec![Piece::ours(sitting.name.clone())], Vec::new(), Vec::new()];
        if let Some((seat, presence)) = &sitting.seat {
            let (word, role) = say::presence(context.words, *presence);
            cells[1].push(Piece::stored(seat.clone()));
            cells[2].push(Piece::ours(word).role(role));
        }
        cells
    }
}

impl Page for FigureRows {
    fn place(&self) -> Place {
        Place::FigureRows
    }

    /// Nothing where the report has said all.
    fn wants(&self, _context: &Context) -> Vec<Query> {
        let ids = &self.behind.resolutions;
        let asked = (!ids.is_empty()).then(|| Query::ResolutionsOf(ids.clone()));
        asked.into_iter().collect()
    }

    fn waits(&self, context: &Context) -> bool {
        let read = context.books.figure_rows.as_ref();
        !self.behind.resolutions.is_empty() && read.is_none_or(|(ids, _)| *ids != self.behind.resolutions)
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let (len, table) = (self.len(context), self.table(context));
        let page = self.list.fitting(len, table_rows(context), |row| {
            table.height(context.look, &self.cells(context, row))
        });
        if moved(&mut self.list, act, key, len, page) {
            return Vec::new();
        }
        let selected = self.list.selected;
        let sitting = self.behind.sittings.get(selected);
        let to = match (act, self.resolutions(context).get(selected), sitting) {
            (Act::Open, Some(row), _) => To::Over(Screen::Resolution(row.resolution.id.clone())),
            (Act::GoToSession, Some(row), _) => To::Session(row.session.clone(), None),
            (Act::Open | Act::GoToSession, None, Some(sitting)) => {
                let tab = sitting.seat.is_some().then_some(Tab::Attendance);
                To::Session(sitting.session.clone(), tab)
            }
            _ => return Vec::new(),
        };
        vec![Step::Open(to)]
    }

    fn settle(&mut self, context: &Context) {
        if self.waits(context) {
            return;
        }
        let (table, len) = (self.table(context), self.len(context));
        self.list = settled(context, &table, self.list, len, |row| self.cells(context, row));
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        if self.waits(context) {
            return sentence(canvas, area, &context.words.say("reading"), Role::Faint);
        }
        let len = self.len(context);
        if len == 0 {
            return sentence(canvas, area, &context.words.say("figures-no-rows"), Role::Faint);
        }
        let table = self.table(context);
        table.paint(canvas, area, &self.list, len, |row| self.cells(context, row));
    }

    fn title(&self, context: &Context) -> String {
        context.words.say("screen-figure-rows")
    }

    /// The figure, and how many rows it has.
    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        let args = [
            ("figure", self.behind.title.clone().into()),
            ("count", self.behind.count.into()),
            ("first", ROWS_MAX.into()),
        ];
        let id = if self.behind.count > ROWS_MAX {
            "figures-rows-first"
        } else {
            "figures-rows"
        };
        let text = context.words.say_with(id, &args);
        let faint = canvas.style(Role::Faint);
        let columns = context.body.columns.saturating_sub(2);
        canvas.text(1, row, columns, &text, Origin::Ours, faint);
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}

/// What opens the rows behind a figure of the report that is shown.
pub(super) fn open(context: &Context, book: &Figures, group: usize, measure: Measure) -> Vec<Step> {
    let open = behind(context, book, group, measure).map(|behind| Step::Open(To::Behind(Box::new(behind))));
    open.into_iter().collect()
}

fn behind(context: &Context, book: &Figures, group: usize, measure: Measure) -> Option<Behind> {
    let figure = book.report.groups.get(group)?.figure(measure)?;
    let first = figure.rows.positions().iter().take(ROWS_MAX).copied();
    let mut rows = Behind {
        title: foot(context, book, group, figure).0,
        count: figure.rows.positions().len(),
        ..Behind::default()
    };
    match figure.rows {
        RowsBehind::Resolutions(_) => {
            let ids = first.filter_map(|at| book.report.resolutions.get(at as usize));
            rows.resolutions = ids.cloned().collect();
        }
        RowsBehind::Sessions(_) => {
            rows.sittings = first.filter_map(|at| sitting(context, book, at, None)).collect();
        }
        RowsBehind::Marks(_) => {
            let marks = first.filter_map(|at| book.report.marks.get(at as usize));
            rows.sittings = marks.filter_map(|mark| sitting_of(context, book, mark)).collect();
        }
    }
    Some(rows)
}

/// A seat in a session.
fn sitting_of(context: &Context, book: &Figures, mark: &Mark) -> Option<Sitting> {
    let seat = book.report.seat(mark.seat)?;
    let seat = (seat.name.clone(), mark.presence);
    sitting(context, book, mark.session, Some(seat))
}

fn sitting(
    context: &Context,
    book: &Figures,
    session: u32,
    seat: Option<(String, Presence)>,
) -> Option<Sitting> {
    let held = book.report.held(session)?;
    Some(Sitting {
        session: held.id.clone(),
        name: say_figures::subject(context.words, &book.report, &Subject::Session(session)),
        seat,
    })
}

fn resolution_cells(context: &Context, row: &ResolutionRow) -> Vec<TableCell> {
    let words = context.words;
    let resolution = &row.resolution;
    let subject = resolution.subject.iter().filter(|subject| !subject.is_empty());
    let subject = subject.map(|subject| Piece::stored(subject.clone()).role(Role::Strong));
    let text = subject.chain([Piece::stored(resolution.text.clone())]).collect();
    let number = resolution
        .row
        .map(|number| words.say_with("resolution-title", &[("row", number.into())]));
    let number = number.map(|words| Piece::ours(words).role(Role::Faint));
    let status = vec![cells::status_piece(context, row)];
    let session = std::iter::once(Piece::ours(say::session_of(words, row)));
    vec![
        [cells::deadline(context, row), status].concat(),
        text,
        cells::responsible(context, resolution),
        session.chain(number).collect(),
    ]
}
