//! What a person may set about her workspace. Does not know where it is kept; `file` knows how it is written there.

mod backup;
mod documents;
mod file;
mod key_text;
mod problems;
mod toml_text;

pub use super::board::Grouping;
use super::keys::OwnKeys;
use crate::text::{Arrows, TypedLetters, TypingHelps};
use crate::ui::{Key, ThemeName};
use crate::words::Digits;
pub use backup::BackupSettings;
pub use documents::{DocumentSettings, DocumentText};
use std::collections::BTreeMap;

pub use file::{read, written};
pub use problems::{NotSaved, SettingsProblem, Wrong, keys_refused, not_saved, problem};

/// How one person works. The default is what a new user meets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The digits shown; without it those of the language of the interface.
    pub digits: Option<Digits>,
    /// The colours.
    pub theme: ThemeName,
    /// Whether clicks and the wheel work, or the terminal selects text with the mouse by itself; where it is not set
    /// they work but in GNU screen.
    pub mouse: Option<bool>,
    /// How much may be sent to the terminal.
    pub bandwidth: Bandwidth,
    /// How the arrow keys move in text.
    pub arrows: Arrows,
    /// Which helps for typing are on. By which letters clauses are counted, the body says whose form it is.
    pub helps: TypingHelps,
    /// Whether a hit of quick lookup fills three rows, not one.
    pub lookup_in_three: bool,
    /// By what the open resolutions are put together.
    pub grouping: Grouping,
    /// Filters of the filter grammar that she keeps, by their names.
    pub filters: BTreeMap<String, String>,
    /// What the documents are dressed in that she gives out, and where they go.
    pub documents: DocumentSettings,
    /// Where backups go by themselves.
    pub backup: BackupSettings,
    /// Her own keys.
    pub keys: OwnKeys,
}

/// How much may be sent to the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bandwidth {
    /// Little once the line was seen to be slow.
    #[default]
    Auto,
    /// Little: decoration is left out.
    Low,
    /// All, on whatever line.
    Full,
}

impl Bandwidth {
    /// All of them, in the order of [`Item::values`].
    pub const ALL: [Bandwidth; 3] = [Bandwidth::Auto, Bandwidth::Low, Bandwidth::Full];

    /// Its name in the file of settings and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Bandwidth::Auto => "auto",
            Bandwidth::Low => "low",
            Bandwidth::Full => "full",
        }
    }

    /// The one of this name; that which nobody chose, where none has it.
    pub fn named(name: &str) -> Bandwidth {
        let found = Bandwidth::ALL.into_iter().find(|one| one.name() == name);
        found.unwrap_or_default()
    }
}

impl Settings {
    /// The helps for a form in which clauses are counted by these letters.
    pub fn helps_for(&self, letters: TypedLetters) -> TypingHelps {
        TypingHelps {
            clauses: self.helps.clauses.map(|_| letters),
            ..self.helps
        }
    }
}

/// Whether a key has a name in the file, so that it can be a person's own.
pub fn may_be_written(key: Key) -> bool {
    key_text::parse(&key_text::print(key)) == Some(key)
}

/// One setting that stands in the file under a name, beside the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// [`Settings::digits`].
    Digits,
    /// [`Settings::theme`].
    Theme,
    /// [`Settings::mouse`].
    Mouse,
    /// [`Settings::arrows`].
    Arrows,
    /// [`Settings::lookup_in_three`].
    Lookup,
    /// [`Settings::grouping`].
    Grouping,
    /// [`Settings::bandwidth`].
    Bandwidth,
    /// Persian digits while typing.
    PersianDigits,
    /// Persian letters in pasted text.
    PersianLetters,
    /// Guillemets in pairs.
    Guillemets,
    /// Clauses that continue.
    Clauses,
    /// [`DocumentSettings::byte_order_mark`].
    ByteOrderMark,
}

impl Item {
    /// All of them, in the order of file and screen.
    pub const ALL: [Item; 12] = [
        Item::Digits,
        Item::Theme,
        Item::Mouse,
        Item::Arrows,
        Item::Lookup,
        Item::Grouping,
        Item::Bandwidth,
        Item::PersianDigits,
        Item::PersianLetters,
        Item::Guillemets,
        Item::Clauses,
        Item::ByteOrderMark,
    ];

    /// The table of the file it stands in, where that is not the file itself, and its name there.
    pub const fn path(self) -> (Option<&'static str>, &'static str) {
        match self {
            Item::Digits => (None, "digits"),
            Item::Theme => (None, "theme"),
            Item::Mouse => (None, "mouse"),
            Item::Bandwidth => (None, "bandwidth"),
            Item::Arrows => (None, "arrows"),
            Item::Lookup => (None, "lookup_rows"),
            Item::Grouping => (None, "open_grouping"),
            Item::PersianDigits => (Some("typing"), "persian_digits"),
            Item::PersianLetters => (Some("typing"), "persian_letters"),
            Item::Guillemets => (Some("typing"), "guillemets"),
            Item::Clauses => (Some("typing"), "clauses"),
            Item::ByteOrderMark => (Some("documents"), "byte_order_mark"),
        }
    }

    /// The words that it may have in the file; those of a switch are `true` and `false`, without quotes.
    pub const fn values(self) -> &'static [&'static str] {
        match self {
            Item::Digits => &["persian", "latin"],
            Item::Theme => &["own", "dark", "light"],
            Item::Bandwidth => &["auto", "low", "full"],
            Item::Arrows => &["visual", "logical"],
            Item::Lookup => &["one", "three"],
            Item::Grouping => &["pressing", "organisation", "week", "session"],
            _ => &["true", "false"],
        }
    }

    /// Which of [`Item::values`] holds; none where nothing is set and another thing decides.
    pub fn at(self, settings: &Settings) -> Option<usize> {
        let switch = |on: bool| Some(usize::from(!on));
        match self {
            Item::Digits => settings.digits.map(|digits| match digits {
                Digits::Persian => 0,
                Digits::Latin => 1,
            }),
            Item::Theme => Some(match settings.theme {
                ThemeName::Own => 0,
                ThemeName::Dark => 1,
                ThemeName::Light => 2,
            }),
            Item::Mouse => settings.mouse.and_then(switch),
            Item::Bandwidth => Bandwidth::ALL.iter().position(|one| *one == settings.bandwidth),
            Item::Arrows => switch(settings.arrows == Arrows::Visual),
            Item::Lookup => switch(!settings.lookup_in_three),
            Item::Grouping => Grouping::ALL.iter().position(|one| *one == settings.grouping),
            Item::PersianDigits => switch(settings.helps.persian_digits),
            Item::PersianLetters => switch(settings.helps.persian_letters),
            Item::Guillemets => switch(settings.helps.guillemets),
            Item::Clauses => switch(settings.helps.clauses.is_some()),
            Item::ByteOrderMark => switch(settings.documents.byte_order_mark),
        }
    }

    /// Sets it to one of [`Item::values`].
    pub fn set(self, settings: &mut Settings, at: usize) {
        let on = at == 0;
        match self {
            Item::Digits => settings.digits = Some(if on { Digits::Persian } else { Digits::Latin }),
            Item::Theme => {
                settings.theme = match at {
                    1 => ThemeName::Dark,
                    2 => ThemeName::Light,
                    _ => ThemeName::Own,
                }
            }
            Item::Mouse => settings.mouse = Some(on),
            Item::Bandwidth => settings.bandwidth = Bandwidth::ALL.get(at).copied().unwrap_or_default(),
            Item::Lookup => settings.lookup_in_three = !on,
            Item::Grouping => settings.grouping = Grouping::ALL.get(at).copied().unwrap_or_default(),
            Item::Arrows => settings.arrows = if on { Arrows::Visual } else { Arrows::Logical },
            Item::PersianDigits => settings.helps.persian_digits = on,
            Item::PersianLetters => settings.helps.persian_letters = on,
            Item::Guillemets => settings.helps.guillemets = on,
            Item::Clauses => settings.helps.clauses = on.then(TypedLetters::default),
            Item::ByteOrderMark => settings.documents.byte_order_mark = on,
        }
    }
}
