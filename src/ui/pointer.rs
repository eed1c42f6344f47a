//! The mouse: what a painted screen has where, and what a click on it meets. Does not know what a click does, nor any
//! terminal's way of reporting it.

use super::key::Key;
use crate::text::Direction;
use ratatui::layout::Rect;

/// What a terminal reports of the mouse, in its columns and rows from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// What was done.
    pub act: PointerAct,
    /// The column from the left edge.
    pub x: u16,
    /// The row from the top.
    pub y: u16,
}

/// What was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerAct {
    /// The main button went down.
    Press,
    /// The mouse moved while the main button was down.
    Drag,
    /// The wheel turned towards the start.
    WheelUp,
    /// The wheel turned towards the end.
    WheelDown,
}

/// What stands at a place of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A row of the list in front, from 0.
    Row(usize),
    /// A tab, from 0.
    Tab(usize),
    /// The name of a key: a click is a press of it.
    Key(Key),
    /// A part of the path in the head line, from 0.
    Crumb(usize),
    /// A field that is typed into.
    Field(usize),
    /// One of the words to choose from in a field.
    Choice {
        /// The field.
        field: usize,
        /// The word's place.
        at: usize,
    },
    /// One of the names that are offered under the field with the focus, from 0.
    Offer(usize),
    /// The name of a key that may come next: a click is a press of it behind the one that waits for it.
    NextKey(Key),
    /// Nothing that a click means anything to.
    Nothing,
    /// What lies behind a box.
    Outside,
}

/// One place of a painted screen, in the terminal's columns and rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub rect: Rect,
    /// What.
    pub target: Target,
}

/// What painting a screen gives beside its cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Painted {
    /// Where the caret stands, in the terminal's columns and rows.
    pub caret: Option<(u16, u16)>,
    /// The direction of the text that the caret stands in; none outside of fields.
    pub caret_direction: Option<Direction>,
    /// What can be clicked, from the back to the front.
    pub hits: Vec<Hit>,
}

/// The mouse on a painted screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// What was done.
    pub act: PointerAct,
    /// What it was done to.
    pub target: Target,
    /// Columns from the left edge of that.
    pub column: u16,
    /// Rows from its first row.
    pub row: u16,
    /// Rows that it fills; 0 of nothing.
    pub rows: u16,
}

impl Painted {
    /// What a report of the mouse meets on this screen.
    pub fn under(&self, pointer: Pointer) -> Pointed {
        let (x, y) = (pointer.x, pointer.y);
        let inside = |hit: &&Hit| {
            (hit.rect.left()..hit.rect.right()).contains(&x)
                && (hit.rect.top()..hit.rect.bottom()).contains(&y)
        };
        let (target, rect) = match self.hits.iter().rev().find(inside) {
            Some(hit) => (hit.target, hit.rect),
            None => (Target::Nothing, Rect::new(x, y, 0, 0)),
        };
        Pointed {
            act: pointer.act,
            target,
            column: x - rect.x,
            row: y - rect.y,
            rows: rect.height,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_meets_what_is_in_front() {
        let hit = |x, width, target| Hit {
            rect: Rect::new(x, 2, width, 3),
            target,
        };
        let painted = Painted {
            caret_direction: None,
            caret: None,
            hits: vec![hit(0, 80, Target::Outside), hit(10, 20, Target::Row(4))],
        };
        let under = |x, y| {
            let act = PointerAct::Press;
            painted.under(Pointer { act, x, y })
        };
        assert_eq!(under(12, 4).target, Target::Row(4));
        assert_eq!((under(12, 4).column, under(12, 4).row), (2, 2));
        assert_eq!(under(30, 4).target, Target::Outside);
        assert_eq!(under(12, 5).target, Target::Nothing);
        assert_eq!(under(u16::MAX, u16::MAX).target, Target::Nothing);
    }
}
