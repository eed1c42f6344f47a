//! What a person may set about her workspace. Does not know where it is kept, nor how it is written there.

use crate::text::{Arrows, TypingHelps};
use crate::ui::ThemeName;

/// How one person works. The default is what a new user meets.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The colours.
    pub theme: ThemeName,
    /// Whether clicks and the wheel work; without it the terminal selects text with the mouse by itself.
    pub mouse: bool,
    /// How the arrow keys move in text.
    pub arrows: Arrows,
    /// Which helps for typing are on.
    pub helps: TypingHelps,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            theme: ThemeName::default(),
            mouse: true,
            arrows: Arrows::default(),
            helps: TypingHelps::default(),
        }
    }
}
