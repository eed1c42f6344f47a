//! What a workspace starts from and is worked by: language, day, person, settings, size. Does not know any screen.

use super::settings::{Bandwidth, Settings};
use crate::calendar::Day;
use crate::text::TextForm;
use crate::ui::Ground;
use crate::words::{Digits, Lang};
use std::path::PathBuf;

/// What a workspace starts from.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// Language of the interface.
    pub lang: Lang,
    /// Digits shown.
    pub digits: Digits,
    /// The day that lateness and new sessions work from.
    pub today: Day,
    /// Who sits at the screen.
    pub actor: String,
    /// Whether the office is the made-up one of the demonstration.
    pub sample: bool,
    /// Whether the lessons of the tutor are given.
    pub tutor: bool,
    /// Whether to do without colours.
    pub no_color: bool,
    /// The ground of her terminal, as far as it is known before that has answered.
    pub ground: Ground,
    /// How she works.
    pub settings: Settings,
    /// Whether the mouse may be tracked where she has not set it: it costs nothing on her terminal.
    pub mouse: bool,
    /// What was asked for at the start instead of the settings' own.
    pub bandwidth: Option<Bandwidth>,
    /// Whether cells hold visual or logical text.
    pub form: TextForm,
    /// The folder that the program was begun in; files go there until another one is chosen.
    pub folder: PathBuf,
    /// The person's own folder, which `~` means.
    pub home: Option<PathBuf>,
    /// Where files are fetched from by someone who sits far from the disk, `user@host`.
    pub fetch: Option<String>,
    /// Columns of the terminal.
    pub columns: u16,
    /// Rows of the terminal.
    pub rows: u16,
}

impl Setup {
    /// The path that a person typed: with her own folder in the place of `~`, else from where the program was begun.
    pub fn path_typed(&self, typed: &str) -> PathBuf {
        let below = typed.strip_prefix('~').map(|rest| rest.trim_start_matches('/'));
        match (below, &self.home) {
            (Some(below), Some(home)) => home.join(below),
            _ => self.folder.join(typed),
        }
    }

    /// Whether the program tracks the mouse.
    pub fn tracks_mouse(&self) -> bool {
        self.settings.mouse.unwrap_or(self.mouse)
    }

    /// Whether decoration is left out, on a line that was seen to be slow or was not.
    pub fn is_spare(&self, line_is_slow: bool) -> bool {
        match self.bandwidth.unwrap_or(self.settings.bandwidth) {
            Bandwidth::Auto => line_is_slow,
            Bandwidth::Low => true,
            Bandwidth::Full => false,
        }
    }
}
