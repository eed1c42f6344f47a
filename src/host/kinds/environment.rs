//! What the environment says about the terminal. It is known at once, but does not cross a network, and a variable may
//! have been inherited from another terminal. Does not know the terminal's answers.

use super::{Between, TerminalKind};
use crate::ui::Ground;

/// The variables that tell, read once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// `TERM`, which the terminal itself sets and the network passes on.
    pub term: String,
    /// The kind that the other variables claim, where they agree.
    pub claimed: Option<TerminalKind>,
    /// What the variables say to stand between.
    pub between: Between,
    /// Whether it has the colours of xterm's 256.
    pub has_many_colours: bool,
    /// Whether its ground is dark or light, as `COLORFGBG` tells.
    ground: Option<Ground>,
    /// Whether that is GNU screen, and no tmux nearer to the program. It keeps an Escape back while the mouse is
    /// tracked, until the next key comes.
    pub in_screen: bool,
    /// Whether a network lies between: the program was started from an ssh login.
    pub is_afar: bool,
}

/// Variables that terminals set for their own use.
const OWN_VARIABLES: [(&str, TerminalKind); 12] = [
    ("KONSOLE_VERSION", TerminalKind::Konsole),
    ("VTE_VERSION", TerminalKind::Vte),
    ("MLTERM", TerminalKind::Mlterm),
    ("KITTY_WINDOW_ID", TerminalKind::Kitty),
    ("XTERM_VERSION", TerminalKind::Plain),
    ("ALACRITTY_WINDOW_ID", TerminalKind::Plain),
    ("ZUTTY_VERSION", TerminalKind::Plain),
    ("TERMINOLOGY", TerminalKind::Plain),
    ("WT_SESSION", TerminalKind::Plain),
    ("WEZTERM_PANE", TerminalKind::Plain),
    ("GHOSTTY_RESOURCES_DIR", TerminalKind::Plain),
    ("CONTOUR_VERSION", TerminalKind::Plain),
];

impl Environment {
    /// Reads the variables.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Environment {
        let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let own = OWN_VARIABLES
            .iter()
            .filter(|(name, _)| is_set(name))
            .map(|(_, kind)| *kind);
        let program = variable("TERM_PROGRAM").and_then(|name| kind_of_program(&name));
        let term = variable("TERM").unwrap_or_default();
        let in_screen = !is_set("TMUX") && (is_set("STY") || term.starts_with("screen"));
        Environment {
            in_screen,
            is_afar: is_set("SSH_CONNECTION") || is_set("SSH_TTY"),
            has_many_colours: has_many_colours(&term) || is_set("COLORTERM"),
            ground: variable("COLORFGBG").and_then(|colours| ground(&colours)),
            claimed: agreed(own.chain(program)),
            between: if is_set("TMUX") {
                Between::Tmux
            } else if is_set("STY") || is_set("ZELLIJ") || is_multiplexed(&term) {
                Between::Other
            } else {
                Between::Nothing
            },
            term,
        }
    }

    /// The ground that it has, as far as it is known before it has answered, where colours for it can be shown.
    pub fn ground(&self) -> Ground {
        self.ground.filter(|_| self.has_many_colours).unwrap_or_default()
    }

    /// Whether the terminal understands control sequences, as far as `TERM` tells.
    pub fn understands_controls(&self) -> bool {
        !matches!(self.term.as_str(), "" | "dumb")
    }

    /// Whether it tells all that the terminal's answers would: its kind, or that a multiplexer stands between, which
    /// answers for itself. `TERM` must say so too: another terminal may have been started from inside the multiplexer.
    pub fn is_certain(&self) -> bool {
        match self.between {
            Between::Nothing => self.kind() != TerminalKind::Unknown,
            Between::Tmux | Between::Other => is_multiplexed(&self.term),
        }
    }

    /// The kind that the environment tells of. `TERM` is believed first: the innermost terminal sets it.
    pub fn kind(&self) -> TerminalKind {
        kind_of_term(&self.term)
            .or(self.claimed)
            .unwrap_or(TerminalKind::Unknown)
    }
}

/// Whether a terminal's entry in terminfo says so.
fn has_many_colours(term: &str) -> bool {
    let names = [
        "256color",
        "direct",
        "kitty",
        "alacritty",
        "foot",
        "ghostty",
        "wezterm",
        "contour",
    ];
    names.iter().any(|name| term.contains(name))
}

/// `COLORFGBG`: letters and ground by their places among the sixteen colours, «15;0»; some put a word between them.
fn ground(colours: &str) -> Option<Ground> {
    match colours.rsplit(';').next()?.parse().ok()? {
        0 | 8 => Some(Ground::Dark),
        15 => Some(Ground::Light),
        _ => None,
    }
}

fn is_multiplexed(term: &str) -> bool {
    ["screen", "tmux"].iter().any(|name| term.starts_with(name))
}

/// The one kind that all claims agree on.
fn agreed(mut claims: impl Iterator<Item = TerminalKind>) -> Option<TerminalKind> {
    let first = claims.next()?;
    claims.all(|kind| kind == first).then_some(first)
}

fn kind_of_program(name: &str) -> Option<TerminalKind> {
    Some(match name {
        "vscode" => TerminalKind::Browser,
        "mintty" => TerminalKind::Vte,
        "WezTerm" | "ghostty" | "rio" | "alacritty" => TerminalKind::Plain,
        "iTerm.app" | "Apple_Terminal" => TerminalKind::Unknown,
        _ => return None,
    })
}

/// The kind of a terminal by its entry in terminfo; none for the entry that most terminals borrow.
pub(super) fn kind_of_term(term: &str) -> Option<TerminalKind> {
    const NAMES: [(&str, TerminalKind); 17] = [
        ("xterm-kitty", TerminalKind::Kitty),
        ("mlterm", TerminalKind::Mlterm),
        ("putty", TerminalKind::Putty),
        ("konsole", TerminalKind::Konsole),
        ("vte", TerminalKind::Vte),
        ("gnome", TerminalKind::Vte),
        ("mintty", TerminalKind::Vte),
        ("alacritty", TerminalKind::Plain),
        ("foot", TerminalKind::Plain),
        ("rxvt", TerminalKind::Plain),
        ("st-", TerminalKind::Plain),
        ("linux", TerminalKind::Plain),
        ("wezterm", TerminalKind::Plain),
        ("xterm-ghostty", TerminalKind::Plain),
        ("contour", TerminalKind::Plain),
        ("rio", TerminalKind::Plain),
        ("zutty", TerminalKind::Plain),
    ];
    let found = NAMES.iter().find(|(name, _)| term.starts_with(name));
    found.map(|(_, kind)| *kind)
}
