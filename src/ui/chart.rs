//! Bars that grow from where reading starts, one a line, with a name before each and its number behind it, and heads
//! between them. Does not know what is counted.
//!
//! Bars are made of whole and half blocks: these have the half that reading needs, the eighths have only the left ones.

use super::canvas::Canvas;
use super::list::ListState;
use super::look::{Area, Origin};
use super::pointer::Target;
use super::table::{Piece, scroll_mark};
use super::theme::Role;
use crate::text::Direction;

/// One line of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartLine {
    /// The head of the bars below it.
    Head(Piece),
    /// A bar.
    Bar(Bar),
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is about.
    pub name: Piece,
    /// Its number in words.
    pub value: String,
    /// How long it is, of the longest one.
    pub part: u32,
    /// How long the longest one may be; where it is zero there is no bar.
    pub whole: u32,
    /// What it is painted as.
    pub role: Role,
}

/// Columns kept free at the start and for the scroll mark at the end.
const MARGIN: u16 = 1;
/// Columns between the name and the bar, and between the bar and its number.
const GAP: u16 = 1;
const WHOLE: char = '█';
/// The half of a cell at which a bar that grows to the left, or to the right, ends.
const HALF_TO_LEFT: char = '▐';
const HALF_TO_RIGHT: char = '▌';

/// Paints the lines from `state.top` on; names fill `name_columns`, numbers at most `value_columns`.
pub fn paint_chart(
    canvas: &mut Canvas,
    area: Area,
    state: &ListState,
    len: usize,
    (name_columns, value_columns): (u16, u16),
    line: impl Fn(usize) -> ChartLine,
) {
    let shown = (state.top..len).take(usize::from(area.rows));
    let count = shown.len();
    for (row, at) in (area.row..).zip(shown) {
        let place = Area::new(area.column, row, area.columns, 1);
        match line(at) {
            ChartLine::Head(piece) => {
                let style = canvas.style(piece.role);
                let room = area.columns.saturating_sub(2 * MARGIN);
                canvas.text(area.column + MARGIN, row, room, &piece.text, piece.origin, style);
            }
            ChartLine::Bar(bar) => {
                canvas.hit(place, Target::Row(at));
                let widths = (name_columns, value_columns);
                paint_bar(canvas, place, &bar, widths, at == state.selected);
            }
        }
    }
    scroll_mark(canvas, area, state.top, count, len);
}

fn paint_bar(
    canvas: &mut Canvas,
    place: Area,
    bar: &Bar,
    (name_columns, value_columns): (u16, u16),
    selected: bool,
) {
    let (row, start) = (place.row, place.column + MARGIN);
    let name = canvas.style(bar.name.role);
    canvas.text(start, row, name_columns, &bar.name.text, bar.name.origin, name);
    let first = start + name_columns + GAP;
    let taken = 2 * MARGIN + name_columns + 2 * GAP + value_columns;
    let halves = halves(bar.part, bar.whole, place.columns.saturating_sub(taken));
    let style = canvas.style(bar.role);
    canvas.rule(first, row, halves / 2, WHOLE, style);
    let mut end = first + halves / 2;
    if halves % 2 == 1 {
        let half = match canvas.look().direction {
            Direction::Rtl => HALF_TO_LEFT,
            Direction::Ltr => HALF_TO_RIGHT,
        };
        canvas.put(end, row, half, style);
        end += 1;
    }
    let room = (place.column + place.columns).saturating_sub(end + GAP + MARGIN);
    let filled = canvas.text(
        end + GAP,
        row,
        room,
        &bar.value,
        Origin::Ours,
        canvas.style(Role::Plain),
    );
    if selected {
        // The bar itself stays as it is: reversed, its ground would be taken for it.
        let selected = canvas.style(Role::Selected);
        canvas.tint(Area::new(start, row, name_columns, 1), selected);
        canvas.tint(Area::new(end + GAP, row, filled, 1), selected);
    }
}

/// How many half cells of so many cells a part of a whole fills; at least one where there is anything.
fn halves(part: u32, whole: u32, columns: u16) -> u16 {
    if part == 0 || whole == 0 {
        return 0;
    }
    let room = u64::from(columns) * 2;
    let halves = (u64::from(part.min(whole)) * room * 2 + u64::from(whole)) / (u64::from(whole) * 2);
    u16::try_from(halves.max(1).min(room)).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::look::Look;
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Modifier;

    fn bar(name: &str, part: u32) -> ChartLine {
        ChartLine::Bar(Bar {
            name: Piece::ours(name),
            value: part.to_string(),
            part,
            whole: 8,
            role: Role::Plain,
        })
    }

    fn painted(look: Look, lines: &[ChartLine], state: ListState) -> (Vec<String>, Buffer) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 3));
        let mut canvas = Canvas::new(&mut buffer, look);
        let area = canvas.area();
        paint_chart(&mut canvas, area, &state, lines.len(), (4, 2), |at| {
            lines[at].clone()
        });
        let text = |y| {
            (0..20)
                .map(|x| buffer[(x, y)].symbol().to_owned())
                .collect::<String>()
        };
        ((0..3).map(text).collect(), buffer)
    }

    #[test]
    fn bars_grow_from_where_reading_starts_by_halves_of_a_cell() {
        let lines = [bar("all", 8), bar("half", 4), bar("one", 1)];
        let at = ListState::default();
        let ltr = Look {
            direction: Direction::Ltr,
            ..Look::default()
        };
        let (english, _) = painted(ltr, &lines, at);
        assert_eq!(
            english,
            [
                " all  ██████████ 8  ",
                " half █████ 4       ",
                " one  █▌ 1          "
            ]
            .map(str::to_owned)
        );
        let (persian, _) = painted(Look::default(), &lines, at);
        assert_eq!(persian[0], "  8 ██████████  all ");
        assert_eq!(persian[2], "          1 ▐█  one ");
    }

    #[test]
    fn nothing_has_no_bar_and_a_little_has_half_a_cell() {
        assert_eq!((halves(0, 9, 10), halves(3, 0, 10)), (0, 0));
        assert_eq!(halves(1, 1_000_000, 10), 1);
        assert_eq!(halves(9, 3, 10), 20, "never longer than its room");
        assert_eq!(halves(u32::MAX, u32::MAX, u16::MAX), u16::MAX);
    }

    #[test]
    fn the_selected_bar_is_told_by_its_name_and_number_and_keeps_its_shape() {
        let lines = [ChartLine::Head(Piece::ours("head")), bar("all", 8)];
        let look = Look {
            theme: super::super::theme::Theme {
                no_color: true,
                ..Default::default()
            },
            ..Look::default()
        };
        let (text, buffer) = painted(look, &lines, ListState::at(1, 0));
        assert!(text[0].ends_with("head "));
        let reversed = |x: u16| buffer[(x, 1)].style().add_modifier.contains(Modifier::REVERSED);
        assert!(reversed(18) && reversed(2), "name and number");
        assert!((4..14).all(|x| !reversed(x)), "the bar");
    }

    #[test]
    fn no_room_is_too_small() {
        for columns in 0..12 {
            let mut buffer = Buffer::empty(Rect::new(0, 0, columns, 1));
            let mut canvas = Canvas::new(&mut buffer, Look::default());
            let area = canvas.area();
            paint_chart(&mut canvas, area, &ListState::default(), 1, (4, 2), |_| {
                bar("all", 8)
            });
        }
    }
}
