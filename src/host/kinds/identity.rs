//! Who the terminal is, from the environment and from its answers, and the key under which a person's choice for it is
//! remembered. Does not know what follows from it.

use super::environment::{Environment, kind_of_term};
use super::{Between, TerminalKind, Verdict, verdict};
use crate::host::input::TerminalReply;
use crate::host::pace::PacedBy;
use crate::host::taken::COLUMN_BEHIND_ONE_LETTER;
use crate::host::ways::Way;

/// What the terminal answered. Behind a multiplexer it is the multiplexer that answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    version: Option<String>,
    secondary: Option<[u32; 3]>,
    mode8: Option<u32>,
    /// Whether it has answered the question for its primary attributes, so that it would again.
    has_primary: bool,
    /// Whether a mark without width takes a column there.
    widens_marks: bool,
    finished: bool,
}

impl Answers {
    /// Takes an answer in.
    pub fn hear(&mut self, reply: TerminalReply) {
        match reply {
            TerminalReply::Version(name) => self.version = Some(name),
            TerminalReply::Secondary(numbers) => self.secondary = Some(numbers),
            TerminalReply::Mode { mode: 8, state } => self.mode8 = Some(state),
            TerminalReply::Mode { .. } => {}
            TerminalReply::Primary => self.has_primary = true,
            TerminalReply::Ground(_) => {}
            TerminalReply::Column(column) => {
                self.widens_marks = column != COLUMN_BEHIND_ONE_LETTER;
                self.finished = true;
            }
        }
    }

    /// Takes in that nothing more will come.
    pub fn end(&mut self) {
        self.finished = true;
    }

    /// Whether the last one has come.
    pub fn are_finished(&self) -> bool {
        self.finished
    }

    fn between(&self) -> Between {
        match (self.version.as_deref(), self.secondary) {
            (Some(name), _) if name.starts_with("tmux") => Between::Tmux,
            (Some(name), _) if name.starts_with("Zellij") => Between::Other,
            (_, Some([84, ..])) => Between::Tmux,
            // GNU screen and mosh.
            (_, Some([83, ..] | [1, 10, _])) => Between::Other,
            _ => Between::Nothing,
        }
    }

    fn kind(&self) -> Option<TerminalKind> {
        // Set or reset: the mode is known, so it is honoured.
        let knows_mode8 = matches!(self.mode8, Some(1 | 2)).then_some(TerminalKind::Vte);
        let by_version = self.version.as_deref().and_then(kind_of_version);
        by_version
            .or(knows_mode8)
            .or_else(|| self.secondary.and_then(kind_of_secondary))
    }
}

/// A terminal as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// What the environment says.
    pub environment: Environment,
    /// What the terminal has answered so far.
    pub answers: Answers,
    /// The terminal outside tmux, as tmux names it: its XTVERSION answer and its `TERM`.
    pub outside: Option<(String, String)>,
}

impl Identity {
    /// What stands between. Every multiplexer answers for itself; the environment may have been inherited from one.
    pub fn between(&self) -> Between {
        match self.answers.secondary {
            Some(_) => self.answers.between(),
            None => self.environment.between,
        }
    }

    /// What kind it is. Behind a multiplexer only what is known of the terminal outside counts: the environment may be
    /// that of another one, from which the multiplexer was started.
    pub fn kind(&self) -> TerminalKind {
        if self.between() != Between::Nothing {
            let (version, term) = self.outside.as_ref().map_or(("", ""), |(v, t)| (v, t));
            return kind_of_version(version)
                .or_else(|| kind_of_term(term))
                .unwrap_or(TerminalKind::Unknown);
        }
        let by_environment = || match self.answers.finished {
            // A terminal that has been asked and did not give the answers of its variables' kind has inherited them.
            true => kind_of_term(&self.environment.term).unwrap_or(TerminalKind::Unknown),
            false => self.environment.kind(),
        };
        self.answers.kind().unwrap_or_else(by_environment)
    }

    /// How text is sent to it. Where marks were measured to take a column they are not sent, and nothing is sure.
    pub fn verdict(&self) -> Verdict {
        let of_kind = verdict(self.kind(), self.between());
        match of_kind.way {
            Way::Marks if self.answers.widens_marks => Verdict {
                way: Way::QTerminal,
                sure: false,
                ..of_kind
            },
            _ => of_kind,
        }
    }

    /// Whether mode 8 was reset before anything was sent: as was answered, else by what is known of the kind. Only VTE
    /// and its like start with it set.
    pub fn mode8_was_reset(&self) -> bool {
        match self.answers.mode8 {
            Some(state) => state != 1,
            None => self.answers.finished && self.kind() != TerminalKind::Vte,
        }
    }

    /// Whether it surely puts on its clipboard what it is sent (OSC 52): nothing stands between that may keep it, and it
    /// is one that does so unless it is told otherwise.
    pub fn takes_copies(&self) -> bool {
        let version = self.answers.version.as_deref().unwrap_or_default();
        let known = TAKE_COPIES.iter().any(|name| version.starts_with(name));
        known && self.between() == Between::Nothing
    }

    /// By what frames are held back. The environment of a multiplexer tells whether a network lies beyond it.
    pub fn paced_by(&self) -> PacedBy {
        // mosh answers as a terminal of its own.
        let is_mosh = matches!(self.answers.secondary, Some([1, 10, _]));
        match self.between() {
            Between::Nothing if self.answers.finished && self.answers.has_primary => PacedBy::Answers,
            Between::Tmux | Between::Other if self.environment.is_afar && !is_mosh => PacedBy::Time,
            _ => PacedBy::Nothing,
        }
    }

    /// The key under which a choice for it is remembered.
    pub fn key(&self) -> String {
        let version = self.answers.version.as_deref().unwrap_or("-");
        let secondary = self
            .answers
            .secondary
            .map_or("-".to_owned(), |[a, b, c]| format!("{a};{b};{c}"));
        let outside = self
            .outside
            .as_ref()
            .map_or(String::new(), |(v, t)| format!(" | {v} {t}"));
        format!("{} | {version} | {secondary}{outside}", self.environment.term)
    }
}

/// Terminals that put on the clipboard what they are sent, by their answer to XTVERSION. VTE, Konsole, PuTTY, tmux
/// (`external`) and XTerm do not, or only where they are told to.
const TAKE_COPIES: [&str; 8] = [
    "kitty",
    "foot",
    "alacritty",
    "WezTerm",
    "ghostty",
    "contour",
    "rio",
    "Windows Terminal",
];

/// The kind of a terminal by its answer to XTVERSION.
fn kind_of_version(version: &str) -> Option<TerminalKind> {
    const NAMES: [(&str, TerminalKind); 19] = [
        ("Konsole", TerminalKind::Konsole),
        ("kitty", TerminalKind::Kitty),
        ("VTE", TerminalKind::Vte),
        ("mintty", TerminalKind::Vte),
        ("mlterm", TerminalKind::Mlterm),
        ("xterm.js", TerminalKind::Browser),
        ("QTerminal", TerminalKind::QTerminal),
        ("PuTTY", TerminalKind::Putty),
        ("XTerm", TerminalKind::Plain),
        ("foot", TerminalKind::Plain),
        ("alacritty", TerminalKind::Plain),
        ("terminology", TerminalKind::Plain),
        ("WezTerm", TerminalKind::Plain),
        ("ghostty", TerminalKind::Plain),
        ("contour", TerminalKind::Plain),
        ("rio", TerminalKind::Plain),
        ("Windows Terminal", TerminalKind::Plain),
        ("iTerm2", TerminalKind::Unknown),
        ("SwiftTerm", TerminalKind::Vte),
    ];
    let found = NAMES.iter().find(|(name, _)| version.starts_with(name));
    found.map(|(_, kind)| *kind)
}

/// The kind of a terminal by its secondary device attributes, as far as they are its own.
fn kind_of_secondary(numbers: [u32; 3]) -> Option<TerminalKind> {
    Some(match numbers {
        [65, ..] => TerminalKind::Vte,
        [77, ..] => TerminalKind::Vte,
        [1, 115, _] => TerminalKind::Konsole,
        [0, 115, _] => TerminalKind::QTerminal,
        [0, 136, _] => TerminalKind::Putty,
        [24, ..] => TerminalKind::Mlterm,
        [1, 4000..=4099, _] => TerminalKind::Kitty,
        [0, 276, _] => TerminalKind::Browser,
        // xterm, urxvt, zutty, Terminology, foot, Windows Terminal, alacritty.
        [41, ..]
        | [85, ..]
        | [64, ..]
        | [61, 337, _]
        | [1, 10_000..=19_999, _]
        | [0, 10, 1]
        | [0, 200..=9999, 1] => TerminalKind::Plain,
        _ => return None,
    })
}
