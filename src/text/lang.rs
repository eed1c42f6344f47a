//! The language and the digits that something is written in, as everybody who writes needs them. Knows no sentence.

use super::Direction;

/// Language of the interface and of documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Persian.
    #[default]
    Fa,
    /// English.
    En,
}

impl Lang {
    /// The direction in which its lines begin.
    pub fn direction(self) -> Direction {
        match self {
            Lang::Fa => Direction::Rtl,
            Lang::En => Direction::Ltr,
        }
    }
}

/// Digits that are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Digits {
    /// ۰۱۲۳
    #[default]
    Persian,
    /// 0123
    Latin,
}

impl Digits {
    /// A number, or any text of Latin digits, in these digits.
    ///
    /// ```
    /// use dabir::text::Digits;
    /// assert_eq!(Digits::Persian.of(12), "۱۲");
    /// ```
    pub fn of(self, number: impl std::fmt::Display) -> String {
        match self {
            Digits::Persian => super::digits::persian_digits(&number.to_string()),
            Digits::Latin => number.to_string(),
        }
    }
}
