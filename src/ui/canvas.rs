//! A part of the screen in reading-order coordinates: column 0 is where reading starts (the right edge of a Persian
//! screen, the left edge of an English one), so that every widget is written once.
//! Knows no widget; the only place of `ui` where left and right appear.

use super::look::{Area, Look, Origin};
use super::pointer::{Hit, Painted, Target};
use super::theme::Role;
use crate::text::{CellNote, Direction, TextForm, VisualLine, truncate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use std::ops::Range;

/// What is painted on.
pub struct Canvas<'b> {
    buffer: &'b mut Buffer,
    place: Rect,
    look: Look,
    caret: Option<(u16, u16)>,
    caret_direction: Option<Direction>,
    hits: Vec<Hit>,
}

impl<'b> Canvas<'b> {
    /// A canvas over a whole buffer, which gets the ground of the theme.
    pub fn new(buffer: &'b mut Buffer, look: Look) -> Canvas<'b> {
        let place = buffer.area;
        buffer.set_style(place, look.theme.ground());
        Canvas {
            buffer,
            place,
            look,
            caret: None,
            caret_direction: None,
            hits: Vec::new(),
        }
    }

    /// What painting came to: the caret, and what can be clicked.
    pub fn painted(self) -> Painted {
        Painted {
            caret: self.caret,
            caret_direction: self.caret_direction,
            hits: self.hits,
        }
    }

    /// Notes what a click on an area meets; what is noted later lies in front.
    pub fn hit(&mut self, area: Area, target: Target) {
        let columns = area.columns.min(self.place.width.saturating_sub(area.column));
        let rows = area.rows.min(self.place.height.saturating_sub(area.row));
        if columns > 0 && rows > 0 {
            let (x, y) = (self.x(area.column, columns), self.place.y + area.row);
            let rect = Rect::new(x, y, columns, rows);
            self.hits.push(Hit { rect, target });
        }
    }

    /// How it is laid out.
    pub fn look(&self) -> Look {
        self.look
    }

    /// The whole of it.
    pub fn area(&self) -> Area {
        Area::new(0, 0, self.place.width, self.place.height)
    }

    /// Where the caret was put, in the terminal's columns and rows.
    pub fn caret(&self) -> Option<(u16, u16)> {
        self.caret
    }

    /// The direction of the text that the caret stands in, which its shape may tell; `None` outside a text, or
    /// without a caret.
    pub fn caret_direction(&self) -> Option<Direction> {
        self.caret_direction
    }

    /// Puts the caret on a cell that is in no text.
    pub fn put_caret(&mut self, column: u16, row: u16) {
        if column < self.place.width && row < self.place.height {
            self.caret = Some((self.x(column, 1), self.place.y + row));
            self.caret_direction = None;
        }
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.look.theme.style(role)
    }

    /// Gives every cell of an area a style, and leaves what stands in them.
    pub fn tint(&mut self, area: Area, style: Style) {
        for row in area.row..area.row.saturating_add(area.rows).min(self.place.height) {
            for column in area.column..area.column.saturating_add(area.columns).min(self.place.width) {
                self.cell(column, row, |cell| {
                    cell.set_style(style);
                });
            }
        }
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Area) {
        let ground = self.look.theme.ground();
        for row in area.row..area.row.saturating_add(area.rows).min(self.place.height) {
            for column in area.column..area.column.saturating_add(area.columns).min(self.place.width) {
                self.cell(column, row, |cell| {
                    cell.reset();
                    cell.set_style(ground);
                });
            }
        }
    }

    /// Paints one symbol of one column.
    pub fn put(&mut self, column: u16, row: u16, symbol: char, style: Style) {
        self.cell(column, row, |cell| {
            cell.set_char(symbol).set_style(style);
        });
    }

    /// Paints the same symbol over so many columns.
    pub fn rule(&mut self, column: u16, row: u16, columns: u16, symbol: char, style: Style) {
        for at in column..column.saturating_add(columns) {
            self.put(at, row, symbol, style);
        }
    }

    /// Paints a plain line over the whole of a row.
    pub fn rule_across(&mut self, row: u16) {
        let (columns, style) = (self.area().columns, self.style(Role::Rule));
        self.rule(0, row, columns, '─', style);
    }

    /// Paints a text on one line from `column` on, cut to `columns` with an ellipsis; returns the columns it filled.
    pub fn text(
        &mut self,
        column: u16,
        row: u16,
        columns: u16,
        text: &str,
        origin: Origin,
        style: Style,
    ) -> u16 {
        let columns = columns.min(self.place.width.saturating_sub(column));
        if columns == 0 || row >= self.place.height {
            return 0;
        }
        let laid = truncate(text, usize::from(columns), &self.look.line_style(text, origin));
        self.line(column, row, &laid, style)
    }

    /// Paints a text so that it ends at the end of its `columns`; returns the columns it filled.
    pub fn text_at_end(
        &mut self,
        column: u16,
        row: u16,
        columns: u16,
        text: &str,
        origin: Origin,
        style: Style,
    ) -> u16 {
        let columns = columns.min(self.place.width.saturating_sub(column));
        let laid = truncate(text, usize::from(columns), &self.look.line_style(text, origin));
        let filled = u16::try_from(laid.columns).unwrap_or(columns).min(columns);
        self.line(column + columns - filled, row, &laid, style)
    }

    /// Paints a laid line from `column` on; returns the columns it filled.
    pub fn line(&mut self, column: u16, row: u16, laid: &VisualLine, style: Style) -> u16 {
        self.line_marked(column, row, laid, style, &[], Role::Plain)
    }

    /// As [`Canvas::line`]; cells of these bytes of the text get the style of a role besides.
    pub fn line_marked(
        &mut self,
        column: u16,
        row: u16,
        laid: &VisualLine,
        style: Style,
        marks: &[Range<usize>],
        role: Role,
    ) -> u16 {
        let mark = self.style(role);
        let filled = u16::try_from(laid.columns).unwrap_or(u16::MAX);
        // Signed: a line that is wider than its room sticks out at its end, and what sticks out is not painted.
        let mut x = if self.mirrored() {
            i32::from(self.place.right()) - i32::from(column) - i32::from(filled)
        } else {
            i32::from(self.place.x) + i32::from(column)
        };
        for cell in &laid.cells {
            let bytes = cell.source_byte.start as usize..cell.source_byte.end as usize;
            let is_marked = |range: &Range<usize>| range.start < bytes.end && bytes.start < range.end;
            let style = if cell.note != CellNote::Ellipsis && marks.iter().any(is_marked) {
                style.patch(mark)
            } else {
                style
            };
            let style = match cell.note {
                CellNote::Mark => style.patch(self.style(Role::Warn)),
                CellNote::Zwnj => style.add_modifier(Modifier::UNDERLINED),
                CellNote::Plain | CellNote::Ellipsis => style,
            };
            self.symbol(x, row, &cell.symbol, u16::from(cell.columns), style);
            x += i32::from(cell.columns);
        }
        filled
    }

    /// Paints wrapped lines below each other, each from its own start side; returns the rows it filled.
    pub fn lines(&mut self, area: Area, lines: &[VisualLine], style: Style) -> u16 {
        self.lines_marked(area, lines, style, &[])
    }

    /// As [`Canvas::lines`], with what was found in the text marked: bytes of it.
    pub fn lines_marked(
        &mut self,
        area: Area,
        lines: &[VisualLine],
        style: Style,
        found: &[Range<usize>],
    ) -> u16 {
        let shown = lines.iter().take(usize::from(area.rows));
        let mut row = area.row;
        for laid in shown {
            let filled = u16::try_from(laid.columns).unwrap_or(u16::MAX).min(area.columns);
            let own_way = laid.base != self.look.direction;
            let start = if own_way {
                area.column + area.columns - filled
            } else {
                area.column
            };
            self.line_marked(start, row, laid, style, found, Role::Found);
            row += 1;
        }
        row - area.row
    }

    /// As [`Canvas::line`], with the first cell so many columns from the left edge of an area; for fields, whose rows
    /// are laid out from the left. Bytes of the line that are `wrong` are marked so.
    pub fn line_from_left(
        &mut self,
        area: Area,
        left: u16,
        row: u16,
        laid: &VisualLine,
        style: Style,
        wrong: &[Range<usize>],
    ) {
        let filled = u16::try_from(laid.columns).unwrap_or(u16::MAX).min(area.columns);
        let column = self.column_from_left(area, left, filled);
        self.line_marked(column, row, laid, style, wrong, Role::Wrong);
    }

    /// Styles the cell that stands so many columns from the left edge of an area.
    pub fn tint_from_left(&mut self, area: Area, left: u16, row: u16, style: Style) {
        self.tint(Area::new(self.column_from_left(area, left, 1), row, 1, 1), style);
    }

    /// Puts the caret so many columns from the left edge of an area, in text of a direction.
    pub fn put_caret_from_left(&mut self, area: Area, left: u16, row: u16, direction: Direction) {
        let before = self.caret;
        self.caret = None;
        self.put_caret(self.column_from_left(area, left, 1), row);
        match self.caret {
            Some(_) => self.caret_direction = Some(direction),
            None => self.caret = before,
        }
    }

    /// The reading column of what fills `columns` columns, `left` columns from the left edge of an area.
    fn column_from_left(&self, area: Area, left: u16, columns: u16) -> u16 {
        if self.mirrored() {
            area.column + area.columns.saturating_sub(left.saturating_add(columns))
        } else {
            area.column.saturating_add(left)
        }
    }

    /// Whether column 0 is at the right edge of the terminal.
    pub fn mirrored(&self) -> bool {
        self.look.direction == Direction::Rtl && self.look.form == TextForm::Visual
    }

    /// The terminal's column of the left edge of `columns` columns from reading column `column` on.
    fn x(&self, column: u16, columns: u16) -> u16 {
        if self.mirrored() {
            self.place.right().saturating_sub(column.saturating_add(columns))
        } else {
            self.place.x.saturating_add(column)
        }
    }

    fn cell(&mut self, column: u16, row: u16, change: impl FnOnce(&mut ratatui::buffer::Cell)) {
        if column < self.place.width && row < self.place.height {
            let (x, y) = (self.x(column, 1), self.place.y + row);
            if let Some(cell) = self.buffer.cell_mut((x, y)) {
                change(cell);
            }
        }
    }

    fn symbol(&mut self, x: i32, row: u16, symbol: &str, columns: u16, style: Style) {
        let room = i32::from(self.place.x)..i32::from(self.place.right());
        let whole = room.contains(&x) && room.contains(&(x + i32::from(columns) - 1));
        let (Ok(x), true) = (u16::try_from(x), whole && row < self.place.height) else {
            return;
        };
        let ground = self.look.theme.ground();
        for behind in 1..columns {
            if let Some(cell) = self.buffer.cell_mut((x + behind, self.place.y + row)) {
                cell.reset();
                cell.set_style(ground).set_style(style);
            }
        }
        if let Some(cell) = self.buffer.cell_mut((x, self.place.y + row)) {
            // What was under the text is gone: the ground of a field shows only where nothing is written.
            cell.reset();
            cell.set_symbol(symbol).set_style(ground).set_style(style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn painted(direction: Direction, paint: impl FnOnce(&mut Canvas)) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 1));
        let look = Look {
            direction,
            ..Look::default()
        };
        paint(&mut Canvas::new(&mut buffer, look));
        (0..10).map(|x| buffer[(x, 0)].symbol().to_owned()).collect()
    }

    #[test]
    fn reading_starts_at_the_right_edge_of_a_persian_screen_and_at_the_left_edge_of_an_english_one() {
        let paint = |canvas: &mut Canvas| {
            canvas.text(1, 0, 5, "abc", Origin::Ours, Style::new());
        };
        assert_eq!(painted(Direction::Rtl, paint), "      abc ");
        assert_eq!(painted(Direction::Ltr, paint), " abc      ");
    }

    #[test]
    fn the_caret_goes_through_the_same_map_as_the_text() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 1));
        let mut canvas = Canvas::new(&mut buffer, Look::default());
        canvas.put_caret(0, 0);
        assert_eq!(canvas.caret(), Some((9, 0)));
    }

    #[test]
    fn a_text_that_is_too_long_is_cut_at_its_end() {
        let paint = |canvas: &mut Canvas| {
            canvas.text(0, 0, 4, "abcdef", Origin::Ours, Style::new());
        };
        assert_eq!(painted(Direction::Ltr, paint), "abc…      ");
        assert_eq!(
            painted(Direction::Rtl, |c| {
                c.text(0, 0, 3, "بببب", Origin::Stored, Style::new());
            }),
            "       …ﺐﺑ"
        );
    }

    #[test]
    fn a_persian_paragraph_starts_at_the_right_of_its_part_of_an_english_screen() {
        let paint = |canvas: &mut Canvas| {
            let lines = canvas.look().wrapped("با", 5, Origin::Stored);
            canvas.lines(Area::new(0, 0, 5, 1), &lines, Style::new());
        };
        assert_eq!(painted(Direction::Ltr, paint), "   ﺎﺑ     ");
    }

    #[test]
    fn nothing_is_painted_outside() {
        let paint = |canvas: &mut Canvas| {
            canvas.text(8, 0, 9, "abcdef", Origin::Ours, Style::new());
            canvas.text(0, 5, 9, "abcdef", Origin::Ours, Style::new());
            canvas.put(10, 0, 'x', Style::new());
        };
        assert_eq!(painted(Direction::Ltr, paint), "        a…");
    }
}
