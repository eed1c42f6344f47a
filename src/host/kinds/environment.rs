//! What the environment says about the terminal. It is known at once, but does not cross a network, and a variable may
//! have been inherited from another terminal. Does not know the terminal's answers.

use super::{Between, Kind};

/// The variables that tell, read once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// `TERM`, which the terminal itself sets and the network passes on.
    pub term: String,
    /// The kind that the other variables claim, where they agree.
    pub claimed: Option<Kind>,
    /// What the variables say to stand between.
    pub between: Between,
}

/// Variables that terminals set for their own use.
const OWN_VARIABLES: [(&str, Kind); 12] = [
    ("KONSOLE_VERSION", Kind::Konsole),
    ("VTE_VERSION", Kind::Vte),
    ("MLTERM", Kind::Mlterm),
    ("KITTY_WINDOW_ID", Kind::Kitty),
    ("XTERM_VERSION", Kind::Plain),
    ("ALACRITTY_WINDOW_ID", Kind::Plain),
    ("ZUTTY_VERSION", Kind::Plain),
    ("TERMINOLOGY", Kind::Plain),
    ("WT_SESSION", Kind::Plain),
    ("WEZTERM_PANE", Kind::Plain),
    ("GHOSTTY_RESOURCES_DIR", Kind::Plain),
    ("CONTOUR_VERSION", Kind::Plain),
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
        Environment {
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

    /// Whether the terminal understands control sequences, as far as `TERM` tells.
    pub fn understands_controls(&self) -> bool {
        !matches!(self.term.as_str(), "" | "dumb")
    }

    /// Whether it tells all that the terminal's answers would: its kind, or that a multiplexer stands between, which
    /// answers for itself. `TERM` must say so too: another terminal may have been started from inside the multiplexer.
    pub fn is_certain(&self) -> bool {
        match self.between {
            Between::Nothing => self.kind() != Kind::Unknown,
            Between::Tmux | Between::Other => is_multiplexed(&self.term),
        }
    }

    /// The kind that the environment tells of. `TERM` is believed first: the innermost terminal sets it.
    pub fn kind(&self) -> Kind {
        kind_of_term(&self.term).or(self.claimed).unwrap_or(Kind::Unknown)
    }
}

fn is_multiplexed(term: &str) -> bool {
    ["screen", "tmux"].iter().any(|name| term.starts_with(name))
}

/// The one kind that all claims agree on.
fn agreed(mut claims: impl Iterator<Item = Kind>) -> Option<Kind> {
    let first = claims.next()?;
    claims.all(|kind| kind == first).then_some(first)
}

fn kind_of_program(name: &str) -> Option<Kind> {
    Some(match name {
        "vscode" => Kind::Browser,
        "mintty" => Kind::Vte,
        "WezTerm" | "ghostty" | "rio" | "alacritty" => Kind::Plain,
        "iTerm.app" | "Apple_Terminal" => Kind::Unknown,
        _ => return None,
    })
}

/// The kind of a terminal by its entry in terminfo; none for the entry that most terminals borrow.
pub(super) fn kind_of_term(term: &str) -> Option<Kind> {
    const NAMES: [(&str, Kind); 17] = [
        ("xterm-kitty", Kind::Kitty),
        ("mlterm", Kind::Mlterm),
        ("putty", Kind::Putty),
        ("konsole", Kind::Konsole),
        ("vte", Kind::Vte),
        ("gnome", Kind::Vte),
        ("mintty", Kind::Vte),
        ("alacritty", Kind::Plain),
        ("foot", Kind::Plain),
        ("rxvt", Kind::Plain),
        ("st-", Kind::Plain),
        ("linux", Kind::Plain),
        ("wezterm", Kind::Plain),
        ("xterm-ghostty", Kind::Plain),
        ("contour", Kind::Plain),
        ("rio", Kind::Plain),
        ("zutty", Kind::Plain),
    ];
    let found = NAMES.iter().find(|(name, _)| term.starts_with(name));
    found.map(|(_, kind)| *kind)
}
