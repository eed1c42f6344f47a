//! A map of small cells, each a sign on a colour: rows and columns with heads, scrolled both ways. Does not know what
//! its signs mean.
//!
//! Every cell says by its sign what its colour says, so that it reads without colours.

use super::canvas::Canvas;
use super::key::Code;
use super::look::{Area, Origin};
use super::pointer::Target;
use super::table::{Piece, scroll_mark};
use super::theme::Role;
use ratatui::style::Modifier;

/// Where one is in a map: the selected cell, and the first row and column shown. The first row and the first column
/// stay where they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeatState {
    /// The selected row.
    pub row: usize,
    /// The selected column.
    pub column: usize,
    /// The first row shown below the one that stays.
    pub top: usize,
    /// The first column shown behind the one that stays.
    pub first: usize,
}

/// How wide a map's parts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeatShape {
    /// Of the names of the rows.
    pub name: u16,
    /// Of the column that stays.
    pub staying: u16,
    /// Of every other column, a blank between two included.
    pub cell: u16,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatCell {
    /// What stands in it.
    pub sign: String,
    /// What it is painted as.
    pub role: Role,
    /// Whether its colour fills it.
    pub filled: bool,
}

const MARGIN: u16 = 1;
/// Columns behind the names and behind the column that stays.
const GAP: u16 = 1;
/// The head and its rule.
const HEAD: u16 = 2;

impl HeatShape {
    /// How many of the columns that do not stay fit into an area.
    pub fn fitting_columns(&self, area: Area) -> usize {
        let taken = 2 * MARGIN + self.name + GAP + self.staying + GAP;
        usize::from(area.columns.saturating_sub(taken) / self.cell.max(1))
    }

    /// How many of the rows that do not stay fit into an area.
    pub fn fitting_rows(&self, area: Area) -> usize {
        usize::from(area.rows.saturating_sub(HEAD + 1))
    }

    /// Where a column begins; none where it is not shown.
    fn start(&self, area: Area, state: &HeatState, column: usize) -> Option<u16> {
        let staying = area.column + MARGIN + self.name + GAP;
        if column == 0 {
            return Some(staying);
        }
        let place = (column - 1)
            .checked_sub(state.first)
            .filter(|place| *place < self.fitting_columns(area))?;
        Some(staying + self.staying + GAP + u16::try_from(place).ok()? * self.cell)
    }
}

impl HeatState {
    /// Moves for a key of moving; returns whether it was one. `page` is the number of rows shown at once.
    pub fn press(&mut self, code: Code, (rows, columns): (usize, usize), page: usize) -> bool {
        match code {
            Code::Up => self.row = self.row.saturating_sub(1),
            Code::Down => self.row += 1,
            Code::PageUp => self.row = self.row.saturating_sub(page.max(1)),
            Code::PageDown => self.row += page.max(1),
            Code::Home => self.row = 0,
            Code::End => self.row = rows,
            Code::Right => self.column += 1,
            Code::Left => self.column = self.column.saturating_sub(1),
            _ => return false,
        }
        self.row = self.row.min(rows.saturating_sub(1));
        self.column = self.column.min(columns.saturating_sub(1));
        true
    }

    /// Moves what is shown so that the selected cell is in sight, of a map of so many rows and columns.
    pub fn settle(&mut self, shape: &HeatShape, area: Area, (rows, columns): (usize, usize)) {
        self.row = self.row.min(rows.saturating_sub(1));
        self.column = self.column.min(columns.saturating_sub(1));
        self.top = settled(self.top, self.row, shape.fitting_rows(area), rows);
        self.first = settled(self.first, self.column, shape.fitting_columns(area), columns);
    }
}

/// The first one shown of those behind the staying one, so that the selected one is among `fitting`.
fn settled(first: usize, selected: usize, fitting: usize, len: usize) -> usize {
    let last = len.saturating_sub(1).saturating_sub(fitting);
    match selected.checked_sub(1) {
        Some(place) => first.clamp((place + 1).saturating_sub(fitting.max(1)), place),
        None => first,
    }
    .min(last)
}

/// Paints a map of so many rows and columns, those that stay among them. `head` gives the head of a column, `name` the
/// name of a row, `cell` what stands where, if anything.
pub fn paint_heat(
    canvas: &mut Canvas,
    area: Area,
    (shape, state): (&HeatShape, &HeatState),
    (rows, columns): (usize, usize),
    head: impl Fn(usize) -> String,
    name: impl Fn(usize) -> Piece,
    cell: impl Fn(usize, usize) -> Option<HeatCell>,
) {
    let behind = state.first + 1;
    let last = (behind + shape.fitting_columns(area)).min(columns);
    let shown: Vec<usize> = std::iter::once(0).chain(behind..last).collect();
    let (strong, rule) = (canvas.style(Role::Strong), canvas.style(Role::Rule));
    for column in &shown {
        if let Some(start) = shape.start(area, state, *column) {
            let width = if *column == 0 { shape.staying } else { shape.cell };
            canvas.text(start, area.row, width, &head(*column), Origin::Ours, strong);
        }
    }
    more_marks(canvas, area, shape, state.first > 0, last < columns);
    canvas.rule(area.column, area.row + 1, area.columns, '─', rule);
    let body = area.below(HEAD);
    let scrolled = state.top + 1..rows;
    let lines = std::iter::once(0)
        .chain(scrolled)
        .take(usize::from(body.rows).min(rows));
    for (line, row) in (body.row..).zip(lines) {
        let place = Area::new(area.column, line, area.columns.saturating_sub(MARGIN), 1);
        canvas.hit(place, Target::Row(row));
        let piece = name(row);
        let role = if row == state.row {
            Role::Strong
        } else {
            piece.role
        };
        let style = canvas.style(role);
        canvas.text(
            area.column + MARGIN,
            line,
            shape.name,
            &piece.text,
            piece.origin,
            style,
        );
        for column in &shown {
            let (Some(start), Some(cell)) = (shape.start(area, state, *column), cell(row, *column)) else {
                continue;
            };
            let width = if *column == 0 {
                shape.staying
            } else {
                shape.cell - 1
            };
            let selected = (row, *column) == (state.row, state.column);
            paint_cell(canvas, Area::new(start, line, width, 1), &cell, selected);
        }
    }
    scroll_mark(
        canvas,
        body.below(1),
        state.top,
        shape.fitting_rows(area),
        rows.saturating_sub(1),
    );
}

/// Marks in the row of the heads that there are more columns than are shown.
fn more_marks(canvas: &mut Canvas, area: Area, shape: &HeatShape, before: bool, behind: bool) {
    let rule = canvas.style(Role::Key);
    if before {
        let start = area.column + MARGIN + shape.name + GAP + shape.staying;
        canvas.put(start, area.row, '…', rule);
    }
    if behind {
        canvas.put(area.column + area.columns.saturating_sub(1), area.row, '…', rule);
    }
}

fn paint_cell(canvas: &mut Canvas, place: Area, cell: &HeatCell, selected: bool) {
    let mut style = canvas.style(cell.role);
    // Without colours all filled cells would look the same: the sign alone tells them apart.
    if cell.filled && !canvas.look().theme.no_color {
        style = style.add_modifier(Modifier::REVERSED);
        canvas.rule(place.column, place.row, place.columns, ' ', style);
    }
    let width = canvas.look().width(&cell.sign, Origin::Ours);
    let middle = place.column + place.columns.saturating_sub(width) / 2;
    let room = place.columns.saturating_sub(middle - place.column);
    canvas.text(middle, place.row, room, &cell.sign, Origin::Ours, style);
    if selected {
        let style = canvas.style(Role::Selected).remove_modifier(Modifier::REVERSED);
        let plain = canvas.style(Role::Selected);
        canvas.tint(
            place,
            if cell.filled && !canvas.look().theme.no_color {
                style
            } else {
                plain
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::look::Look;
    use super::*;
    use crate::text::Direction;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    const SHAPE: HeatShape = HeatShape {
        name: 4,
        staying: 3,
        cell: 3,
    };

    fn painted(look: Look, state: HeatState) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 6));
        let mut canvas = Canvas::new(&mut buffer, look);
        let area = canvas.area();
        let cell = |row: usize, column: usize| {
            (row != 2 || column != 2).then(|| HeatCell {
                sign: format!("{row}{column}"),
                role: Role::Good,
                filled: true,
            })
        };
        let name = |row: usize| Piece::ours(format!("r{row}"));
        paint_heat(
            &mut canvas,
            area,
            (&SHAPE, &state),
            (5, 6),
            |column| format!("c{column}"),
            name,
            cell,
        );
        let line = |y| (0..20).map(|x| buffer[(x, y)].symbol().to_owned()).collect();
        (0..6).map(line).collect()
    }

    fn english() -> Look {
        Look {
            direction: Direction::Ltr,
            ..Look::default()
        }
    }

    #[test]
    fn the_first_row_and_column_stay_and_the_others_scroll() {
        let rows = painted(english(), HeatState::default());
        assert_eq!(rows[0], "      c0  c1 c2 c3 …");
        assert_eq!(rows[2], " r0   00  01 02 03  ");
        assert!(rows[4].starts_with(" r2   20  21    23"), "{rows:?}");
        let scrolled = HeatState {
            row: 4,
            column: 5,
            top: 1,
            first: 2,
        };
        let rows = painted(english(), scrolled);
        assert!(
            rows[0].contains("c0 …c3 c4 c5") && !rows[0].ends_with('…'),
            "{rows:?}"
        );
        assert!(
            rows[2].contains("00  03 04 05") && rows[3].contains("20  23"),
            "{rows:?}"
        );
    }

    #[test]
    fn a_persian_map_is_read_from_the_right() {
        let rows = painted(Look::default(), HeatState::default());
        assert!(rows[2].ends_with("01  00   r0 "), "{rows:?}");
    }

    #[test]
    fn the_selected_cell_is_always_in_sight() {
        let area = Area::new(0, 0, 20, 6);
        let mut state = HeatState::default();
        for code in [
            Code::Down,
            Code::Down,
            Code::Right,
            Code::Right,
            Code::Right,
            Code::Right,
        ] {
            assert!(state.press(code, (5, 6), 3));
            state.settle(&SHAPE, area, (5, 6));
            let place = SHAPE.start(area, &state, state.column);
            assert!(place.is_some(), "{state:?}");
        }
        state.press(Code::End, (5, 6), 3);
        state.settle(&SHAPE, area, (5, 6));
        assert_eq!((state.row, state.top, state.first), (4, 1, 1));
        state.press(Code::Home, (5, 6), 3);
        state.settle(&SHAPE, area, (5, 6));
        assert_eq!(state.row, 0);
        assert!(!state.press(Code::Tab, (5, 6), 3));
        let mut beyond = HeatState {
            row: 9,
            column: 9,
            top: 9,
            first: 9,
        };
        beyond.settle(&SHAPE, area, (0, 0));
        assert_eq!(beyond, HeatState::default());
    }

    #[test]
    fn no_room_is_too_small() {
        for columns in 0..14 {
            for rows in 0..5 {
                let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
                let mut canvas = Canvas::new(&mut buffer, Look::default());
                let area = canvas.area();
                let mut state = HeatState {
                    row: 3,
                    column: 3,
                    top: 0,
                    first: 0,
                };
                state.settle(&SHAPE, area, (5, 6));
                let cell = |_, _| {
                    Some(HeatCell {
                        sign: "x".into(),
                        role: Role::Bad,
                        filled: true,
                    })
                };
                paint_heat(
                    &mut canvas,
                    area,
                    (&SHAPE, &state),
                    (5, 6),
                    |_| "h".into(),
                    |_| Piece::ours("n"),
                    cell,
                );
            }
        }
    }
}
