//! How text is laid out: base direction, controls, form.
//! It does not know text.

/// Base direction of a paragraph. It is given, not guessed: minutes are Persian even where a line begins in Latin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Direction {
    /// Right to left.
    #[default]
    Rtl,
    /// Left to right.
    Ltr,
}

impl Direction {
    /// The direction of the first strong character of `text` outside isolates (UAX #9, P2), or `None` without one.
    ///
    /// ```
    /// use dabir::text::Direction;
    /// assert_eq!(Direction::of("۱. بند"), Some(Direction::Rtl));
    /// assert_eq!(Direction::of("۱۲:۳۰"), None);
    /// ```
    pub fn of(text: &str) -> Option<Direction> {
        match unicode_bidi::get_base_direction(text) {
            unicode_bidi::Direction::Ltr => Some(Direction::Ltr),
            unicode_bidi::Direction::Rtl => Some(Direction::Rtl),
            unicode_bidi::Direction::Mixed => None,
        }
    }

    /// The paragraph embedding level: 1 or 0.
    pub(crate) fn level(self) -> u8 {
        match self {
            Direction::Rtl => 1,
            Direction::Ltr => 0,
        }
    }
}

/// What becomes of control characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Controls {
    /// Stored and foreign text: every control becomes a visible mark of one column and has no effect.
    #[default]
    Show,
    /// Our own sentences: bidi controls work and take no cell. Other controls are marks here too.
    Honour,
}

/// What the cells hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TextForm {
    /// Cells in visual order, Arabic letters as presentation forms, brackets mirrored.
    #[default]
    Visual,
    /// Cells in logical order, letters as written, joiners kept: for screen readers and pipes.
    Logical,
}

/// How text is laid out. The default is what stored Persian text wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct LineStyle {
    /// Base direction of every paragraph.
    pub base: Direction,
    /// What becomes of control characters.
    pub controls: Controls,
    /// Visual or logical cells.
    pub form: TextForm,
    /// While editing: cells whose letter is followed by a ZWNJ carry [`Note::Zwnj`]. No cell moves for it.
    pub show_zwnj: bool,
}
