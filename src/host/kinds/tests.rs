//! Terminals as they introduced themselves when they were asked.

use super::*;
use crate::host::input::TerminalReply;

struct Terminal {
    name: &'static str,
    variables: &'static [(&'static str, &'static str)],
    version: Option<&'static str>,
    secondary: Option<[u32; 3]>,
    mode8: Option<u32>,
}

impl Terminal {
    fn environment(&self) -> Environment {
        let variables = self.variables;
        Environment::of(|name| {
            let found = variables.iter().find(|(variable, _)| *variable == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    fn identity(&self) -> Identity {
        let mut answers = Answers::default();
        if let Some(state) = self.mode8 {
            answers.hear(TerminalReply::Mode { mode: 8, state });
        }
        if let Some(version) = self.version {
            answers.hear(TerminalReply::Version(version.to_owned()));
        }
        if let Some(numbers) = self.secondary {
            answers.hear(TerminalReply::Secondary(numbers));
        }
        answers.hear(TerminalReply::Column(2));
        Identity {
            environment: self.environment(),
            answers,
            outside: None,
        }
    }

    /// The same terminal at the other end of a network, where only `TERM` comes through.
    fn far(&self) -> Identity {
        let term = self.environment().term;
        Identity {
            environment: Environment::of(|name| (name == "TERM").then(|| term.clone())),
            ..self.identity()
        }
    }
}

#[test]
fn gnu_screen_is_known_by_its_variable_or_its_terminal_unless_tmux_is_nearer() {
    for (variables, is_in) in [
        (
            &[("TERM", "screen.xterm-256color"), ("STY", "12.pts-0")][..],
            true,
        ),
        (&[("TERM", "xterm-256color"), ("STY", "12.pts-0")], true),
        (&[("TERM", "screen-256color")], true),
        (&[("TERM", "screen-256color"), ("TMUX", "/tmp/t,1,0")], false),
        (&[("TERM", "xterm-256color"), ("STY", "")], false),
        (&[("TERM", "tmux-256color")], false),
    ] {
        let environment = Environment::of(|name| {
            let found = variables.iter().find(|(variable, _)| *variable == name);
            found.map(|(_, value)| (*value).to_owned())
        });
        assert_eq!(environment.in_screen, is_in, "{variables:?}");
    }
}

const fn terminal(
    name: &'static str,
    variables: &'static [(&'static str, &'static str)],
    version: Option<&'static str>,
    secondary: Option<[u32; 3]>,
    mode8: Option<u32>,
) -> Terminal {
    Terminal {
        name,
        variables,
        version,
        secondary,
        mode8,
    }
}

const XTERM: (&str, &str) = ("TERM", "xterm-256color");

#[rustfmt::skip]
const MEASURED: [(Terminal, TerminalKind); 16] = [
    (terminal("VTE", &[XTERM, ("VTE_VERSION", "7006")], None, Some([65, 7006, 1]), Some(1)), TerminalKind::Vte),
    (terminal("Konsole", &[XTERM, ("KONSOLE_VERSION", "221203")], Some("Konsole 22.12.3"), Some([1, 115, 0]), None), TerminalKind::Konsole),
    (terminal("PuTTY", &[("TERM", "xterm")], None, Some([0, 136, 0]), None), TerminalKind::Putty),
    (terminal("mlterm", &[("TERM", "mlterm"), ("MLTERM", "3.9.0")], None, Some([24, 279, 0]), Some(0)), TerminalKind::Mlterm),
    (terminal("xterm", &[("TERM", "xterm"), ("XTERM_VERSION", "XTerm(379)")], Some("XTerm(379)"), Some([41, 379, 0]), Some(0)), TerminalKind::Plain),
    (terminal("kitty", &[("TERM", "xterm-kitty"), ("KITTY_WINDOW_ID", "1")], Some("kitty(0.26.5)"), Some([1, 4000, 26]), Some(0)), TerminalKind::Kitty),
    (terminal("alacritty", &[("TERM", "alacritty"), ("ALACRITTY_WINDOW_ID", "5")], None, Some([0, 1700, 1]), None), TerminalKind::Plain),
    (terminal("foot", &[("TERM", "foot")], Some("foot(1.13.1)"), Some([1, 11301, 0]), None), TerminalKind::Plain),
    (terminal("urxvt", &[("TERM", "rxvt-unicode-256color")], None, Some([85, 95, 0]), None), TerminalKind::Plain),
    (terminal("st", &[("TERM", "st-256color")], None, None, None), TerminalKind::Plain),
    (terminal("zutty", &[XTERM, ("ZUTTY_VERSION", "0.14")], None, Some([64, 0, 0]), None), TerminalKind::Plain),
    (terminal("QTerminal", &[XTERM, ("COLORFGBG", "15;0")], None, Some([0, 115, 0]), None), TerminalKind::QTerminal),
    (terminal("Terminology", &[XTERM, ("TERMINOLOGY", "1"), ("TERM_PROGRAM", "terminology")], Some("terminology 1.13.0"), Some([61, 337, 0]), None), TerminalKind::Plain),
    (terminal("xterm.js", &[XTERM], None, Some([0, 276, 0]), Some(0)), TerminalKind::Browser),
    (terminal("Windows Terminal", &[XTERM, ("WT_SESSION", "x")], None, Some([0, 10, 1]), None), TerminalKind::Plain),
    (terminal("what nobody knows", &[XTERM], None, Some([7, 7, 7]), Some(4)), TerminalKind::Unknown),
];

#[test]
fn every_measured_terminal_is_known_by_its_answers() {
    for (terminal, kind) in &MEASURED {
        assert_eq!(terminal.identity().kind(), *kind, "{}", terminal.name);
        assert_eq!(terminal.far().kind(), *kind, "{} over a network", terminal.name);
        assert_eq!(
            terminal.identity().between(),
            Between::Nothing,
            "{}",
            terminal.name
        );
    }
}

#[test]
fn most_are_known_at_once_by_their_environment() {
    let late = ["PuTTY", "QTerminal", "xterm.js", "what nobody knows"];
    for (terminal, kind) in &MEASURED {
        let at_once = terminal.environment().kind();
        let expected = if late.contains(&terminal.name) {
            TerminalKind::Unknown
        } else {
            *kind
        };
        assert_eq!(at_once, expected, "{}", terminal.name);
    }
}

#[test]
fn variables_inherited_from_another_terminal_decide_nothing() {
    let started_in_konsole = terminal(
        "xterm",
        &[
            ("TERM", "xterm"),
            ("XTERM_VERSION", "XTerm(379)"),
            ("KONSOLE_VERSION", "221203"),
        ],
        Some("XTerm(379)"),
        Some([41, 379, 0]),
        None,
    );
    assert_eq!(started_in_konsole.environment().kind(), TerminalKind::Unknown);
    assert_eq!(started_in_konsole.identity().kind(), TerminalKind::Plain);
    // Neovim's terminal, in xterm.
    let inside = terminal(
        "nvim",
        &[XTERM, ("XTERM_VERSION", "XTerm(379)")],
        None,
        Some([0, 100, 0]),
        Some(0),
    );
    assert_eq!(inside.environment().kind(), TerminalKind::Plain);
    assert_eq!(inside.identity().kind(), TerminalKind::Unknown);
    let started_in_tmux = terminal(
        "xterm",
        &[("TERM", "xterm"), ("TMUX", "/tmp/tmux-0/default,1,0")],
        Some("XTerm(379)"),
        Some([41, 379, 0]),
        None,
    );
    assert_eq!(started_in_tmux.environment().between, Between::Tmux);
    assert_eq!(started_in_tmux.identity().between(), Between::Nothing);
}

#[test]
fn behind_a_multiplexer_only_the_terminal_outside_counts() {
    let tmux = terminal(
        "tmux",
        &[("TERM", "tmux-256color"), ("TMUX", "x"), ("VTE_VERSION", "7006")],
        Some("tmux 3.3a"),
        Some([84, 0, 0]),
        None,
    );
    let mut identity = tmux.identity();
    assert_eq!(
        (identity.kind(), identity.between()),
        (TerminalKind::Unknown, Between::Tmux)
    );
    for (version, term, kind) in [
        ("Konsole 22.12.3", "xterm-256color", TerminalKind::Konsole),
        ("kitty(0.26.5)", "xterm-kitty", TerminalKind::Kitty),
        ("", "mlterm", TerminalKind::Mlterm),
        ("", "xterm-256color", TerminalKind::Unknown),
    ] {
        identity.outside = Some((version.to_owned(), term.to_owned()));
        assert_eq!(identity.kind(), kind);
    }
    let screen = terminal(
        "screen",
        &[("TERM", "screen"), ("STY", "1.x")],
        None,
        Some([83, 40900, 0]),
        None,
    );
    assert_eq!(
        (screen.identity().kind(), screen.identity().between()),
        (TerminalKind::Unknown, Between::Other)
    );
    let mosh = terminal("mosh", &[XTERM], None, Some([1, 10, 0]), None);
    assert_eq!(
        (mosh.identity().kind(), mosh.identity().between()),
        (TerminalKind::Unknown, Between::Other)
    );
}

#[test]
fn a_switch_goes_only_to_a_terminal_that_knows_it_and_only_for_ways_that_want_silence() {
    assert_eq!(
        verdict(TerminalKind::Konsole, Between::Nothing).switch,
        Switch::Konsole
    );
    assert_eq!(
        verdict(TerminalKind::Konsole, Between::Tmux).switch,
        Switch::Nothing
    );
    assert_eq!(
        verdict(TerminalKind::Mlterm, Between::Tmux).switch,
        Switch::MltermInTmux
    );
    assert_eq!(
        verdict(TerminalKind::Mlterm, Between::Other).switch,
        Switch::Nothing
    );
    assert_eq!(
        verdict(TerminalKind::Unknown, Between::Nothing).switch,
        Switch::Mode8
    );
    assert_eq!(
        verdict(TerminalKind::Putty, Between::Nothing).switch,
        Switch::Nothing
    );
    assert_eq!(
        switch(TerminalKind::Konsole, Between::Nothing, Way::Konsole),
        Switch::Nothing
    );
    assert_eq!(
        switch(TerminalKind::Vte, Between::Nothing, Way::Terminal),
        Switch::Nothing
    );
}

#[test]
fn a_choice_is_remembered_for_its_terminal_alone() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("dabir");
    let identities: Vec<Identity> = MEASURED.iter().map(|(terminal, _)| terminal.identity()).collect();
    let mut remembered = Remembered::read(Some(&inside));
    remembered.keep(identities[5].key(), Way::KittyFonts).unwrap();
    let read_again = Remembered::read(Some(&inside));
    for (at, identity) in identities.iter().enumerate() {
        let expected = (at == 5).then_some(Way::KittyFonts);
        assert_eq!(read_again.way(&identity.key()), expected, "{}", identity.key());
    }
}

#[test]
fn a_file_that_cannot_be_read_is_as_if_it_were_not_there() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("terminals.json"), "{\"a\": 3").unwrap();
    assert_eq!(Remembered::read(Some(folder.path())).way("a"), None);
    assert_eq!(Remembered::read(None).way("a"), None);
}
