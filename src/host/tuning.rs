//! How text is sent to this terminal, from the first frame on: what the environment tells at once, what the answers
//! tell while the first screen already stands, what a person chose. Does not send anything.

use super::input::TerminalReply;
use super::kinds::{self, Between, Environment, Identity, Remembered, TerminalKind, Verdict};
use super::pace::PacedBy;
use super::taken::Switch;
use super::ways::{NoSuchWay, Way};
use std::str::FromStr;

/// What `--bidi` asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bidi {
    /// What the terminal needs, as far as that can be found out.
    #[default]
    Auto,
    /// One way, whatever the terminal is.
    As(Way),
}

impl Bidi {
    /// All its names, for the command line.
    pub fn names() -> impl Iterator<Item = &'static str> + Clone {
        std::iter::once("auto").chain(Way::ALL.into_iter().map(Way::name))
    }

    /// Whether screens are painted in logical order.
    pub fn is_logical(self) -> bool {
        self == Bidi::As(Way::Terminal)
    }
}

impl FromStr for Bidi {
    type Err = NoSuchWay;

    fn from_str(name: &str) -> Result<Bidi, NoSuchWay> {
        match name {
            "auto" => Ok(Bidi::Auto),
            name => name.parse().map(Bidi::As),
        }
    }
}

/// What is known of the terminal and what follows from it now.
#[derive(Clone, Debug)]
pub struct Tuning {
    bidi: Bidi,
    identity: Identity,
    /// Whether tmux still has to say which terminal is outside.
    waits_for_tmux: bool,
    chosen: Option<Way>,
    remembered: Remembered,
    verdict: Verdict,
}

impl Tuning {
    /// What the environment tells.
    pub fn new(bidi: Bidi, environment: Environment, remembered: Remembered) -> Tuning {
        let identity = Identity {
            environment,
            ..Identity::default()
        };
        // Asked even where the way is given: what is to be switched off for it depends on the terminal outside.
        let waits_for_tmux = identity.between() == Between::Tmux && !bidi.is_logical();
        let mut tuning = Tuning {
            bidi,
            verdict: identity.verdict(),
            identity,
            waits_for_tmux,
            chosen: None,
            remembered,
        };
        tuning.decide();
        tuning
    }

    /// How rows are sent now.
    pub fn way(&self) -> Way {
        self.verdict.way
    }

    /// What is switched off now.
    pub fn switch(&self) -> Switch {
        self.verdict.switch
    }

    /// Whether screens are painted in logical order, whoever the terminal is.
    pub fn is_logical(&self) -> bool {
        self.bidi.is_logical()
    }

    /// Whether the terminal is to be asked about itself.
    pub fn asks_terminal(&self) -> bool {
        !self.is_logical()
    }

    /// Whether tmux is to be asked for the terminal outside.
    pub fn asks_tmux(&self) -> bool {
        self.waits_for_tmux
    }

    /// Takes an answer of the terminal in. With the last one it is decided anew; true where something changed, so that
    /// the screen is to be painted anew.
    pub fn hear(&mut self, reply: TerminalReply) -> bool {
        self.identity.answers.hear(reply);
        self.has_heard_all() && self.decide()
    }

    /// Whether the terminal surely takes what is copied.
    pub fn takes_copies(&self) -> bool {
        self.identity.takes_copies()
    }

    /// By what frames are held back.
    pub fn paced_by(&self) -> PacedBy {
        self.identity.paced_by()
    }

    /// Whether the terminal shows the colours of xterm's 256.
    pub fn has_many_colours(&self) -> bool {
        self.identity.environment.has_many_colours
    }

    /// Takes in that the terminal will answer no more; true where the screen is to be painted anew.
    pub fn hear_no_more(&mut self) -> bool {
        self.identity.answers.end();
        self.has_heard_all() && self.decide()
    }

    /// Whether mode 8 was reset before the terminal was taken over.
    pub fn mode8_was_reset(&self) -> bool {
        self.identity.mode8_was_reset()
    }

    /// Takes in what tmux says of the terminal outside: its answer to XTVERSION and its `TERM`.
    pub fn hear_tmux(&mut self, outside: Option<(String, String)>) -> bool {
        self.waits_for_tmux = false;
        self.identity.outside = outside;
        self.has_heard_all() && self.decide()
    }

    /// Whether the terminal has answered the last question.
    pub fn has_heard_terminal(&self) -> bool {
        self.identity.answers.are_finished()
    }

    /// Whether all that can be known is known, it decides nothing, and nobody has chosen yet: a person is to be asked.
    pub fn is_open(&self) -> bool {
        self.bidi == Bidi::Auto && self.has_heard_all() && !self.verdict.sure
    }

    /// Takes a person's choice, which holds from now on for this terminal. What cannot be written to the disk holds as
    /// long as the program runs.
    ///
    /// # Errors
    /// What the file system reports.
    pub fn choose(&mut self, way: Way) -> std::io::Result<()> {
        self.chosen = Some(way);
        self.decide();
        self.remembered.keep(self.identity.key(), way)
    }

    fn has_heard_all(&self) -> bool {
        self.has_heard_terminal() && !self.waits_for_tmux
    }

    /// What is asked for or was chosen, whatever the terminal needs.
    fn fixed(&self) -> Option<Verdict> {
        let way = match (self.chosen, self.bidi) {
            (Some(way), _) | (None, Bidi::As(way)) => Some(way),
            (None, Bidi::Auto) => self.remembered.way(&self.identity.key()),
        };
        way.map(|way| Verdict {
            way,
            switch: kinds::switch(self.identity.kind(), self.identity.between(), way),
            sure: true,
        })
    }

    /// Whether the terminal must be asked before lines are printed: the environment does not tell enough, or something
    /// was chosen for such a terminal, which only its answers tell from others.
    pub fn lines_need_answers(&self) -> bool {
        let environment = &self.identity.environment;
        self.bidi == Bidi::Auto
            && (!environment.is_certain() || self.remembered.has_any_for(&environment.term))
    }

    /// How lines are sent that are printed once, when nothing more will be heard.
    pub fn for_lines(&self) -> (Way, Switch) {
        let verdict = match (self.fixed(), self.bidi) {
            // Asked for by name: a person may have switched the terminal's ordering off for good.
            (Some(fixed), Bidi::As(_)) if fixed.switch == Switch::Konsole => Verdict {
                switch: Switch::Nothing,
                ..fixed
            },
            (fixed, _) => {
                let screen = fixed.unwrap_or_else(|| self.identity.verdict());
                kinds::for_lines(screen)
            }
        };
        match verdict.switch {
            // Nothing is to be switched off there, nor given back.
            Switch::Mode8 if self.identity.mode8_was_reset() => (verdict.way, Switch::Nothing),
            switch => (verdict.way, switch),
        }
    }

    /// Decides by what is known; true where way or switch changed.
    fn decide(&mut self) -> bool {
        let (kind, between) = (self.identity.kind(), self.identity.between());
        let of_kind = match (kind, between) {
            // Most terminals leave text alone; marks are for those that have answered and are still not known.
            (TerminalKind::Unknown, Between::Nothing) if !self.has_heard_all() => {
                kinds::verdict(TerminalKind::Plain, between)
            }
            _ => self.identity.verdict(),
        };
        let verdict = self.fixed().unwrap_or(of_kind);
        let before = std::mem::replace(&mut self.verdict, verdict);
        (before.way, before.switch) != (verdict.way, verdict.switch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(variables: &[(&str, &str)]) -> Environment {
        Environment::of(|name| {
            let found = variables.iter().find(|(variable, _)| *variable == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    fn auto(variables: &[(&str, &str)]) -> Tuning {
        Tuning::new(Bidi::Auto, environment(variables), Remembered::default())
    }

    #[test]
    fn what_is_not_known_is_sent_as_painted_until_the_last_answer_decides() {
        let mut tuning = auto(&[("TERM", "xterm-256color")]);
        assert_eq!((tuning.way(), tuning.switch()), (Way::App, Switch::Mode8));
        assert!(!tuning.hear(TerminalReply::Secondary([0, 136, 0])));
        assert_eq!(tuning.way(), Way::App);
        assert!(tuning.hear(TerminalReply::Column(2)));
        assert_eq!((tuning.way(), tuning.switch()), (Way::Putty, Switch::Nothing));
        assert!(!tuning.is_open());
    }

    #[test]
    fn a_terminal_that_has_answered_and_is_not_known_is_sent_marks_and_a_person_is_asked() {
        let mut tuning = auto(&[("TERM", "xterm-256color")]);
        assert!(!tuning.is_open());
        assert!(tuning.hear(TerminalReply::Column(2)));
        assert_eq!((tuning.way(), tuning.switch()), (Way::Marks, Switch::Mode8));
        assert!(tuning.is_open());
    }

    #[test]
    fn an_answer_that_confirms_the_environment_changes_nothing() {
        let mut tuning = auto(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7006")]);
        assert_eq!((tuning.way(), tuning.switch()), (Way::App, Switch::Mode8));
        for reply in [
            TerminalReply::Mode { mode: 8, state: 2 },
            TerminalReply::Secondary([65, 7006, 1]),
            TerminalReply::Column(2),
        ] {
            assert!(!tuning.hear(reply));
        }
    }

    #[test]
    fn a_person_is_asked_only_when_all_answers_are_there_and_decide_nothing() {
        let mut tuning = auto(&[("TERM", "xterm-kitty")]);
        assert!(!tuning.is_open());
        tuning.hear(TerminalReply::Column(2));
        assert!(tuning.is_open());
        tuning.choose(Way::KittyFonts).unwrap();
        assert!(!tuning.is_open());
        assert_eq!(tuning.way(), Way::KittyFonts);
    }

    #[test]
    fn a_choice_is_found_again_when_the_terminal_has_told_who_it_is() {
        let mut first = auto(&[("TERM", "xterm")]);
        first.hear(TerminalReply::Secondary([9, 9, 9]));
        first.hear(TerminalReply::Column(2));
        first.choose(Way::Putty).unwrap();
        let mut second = Tuning::new(Bidi::Auto, environment(&[("TERM", "xterm")]), first.remembered);
        assert_eq!(second.way(), Way::App);
        second.hear(TerminalReply::Secondary([9, 9, 9]));
        assert!(second.hear(TerminalReply::Column(2)));
        assert_eq!((second.way(), second.switch()), (Way::Putty, Switch::Nothing));
        assert!(!second.is_open());
    }

    #[test]
    fn in_tmux_the_terminal_outside_is_waited_for_before_a_person_is_asked() {
        let mut tuning = auto(&[("TERM", "tmux-256color"), ("TMUX", "x")]);
        assert!(tuning.asks_tmux());
        tuning.hear(TerminalReply::Version("tmux 3.3a".to_owned()));
        tuning.hear(TerminalReply::Secondary([84, 0, 0]));
        assert!(!tuning.hear(TerminalReply::Column(2)) && !tuning.is_open());
        assert!(tuning.hear_tmux(Some(("Konsole 22.12.3".to_owned(), "xterm-256color".to_owned()))));
        assert_eq!((tuning.way(), tuning.switch()), (Way::Konsole, Switch::Nothing));
    }

    #[test]
    fn a_way_that_is_asked_for_is_kept_and_the_terminal_is_silenced_for_it_where_it_can_be() {
        let konsole = environment(&[("TERM", "xterm-256color"), ("KONSOLE_VERSION", "221203")]);
        let app = Tuning::new(Bidi::As(Way::App), konsole.clone(), Remembered::default());
        assert_eq!((app.way(), app.switch()), (Way::App, Switch::Konsole));
        let terminal = Tuning::new(Bidi::As(Way::Terminal), konsole, Remembered::default());
        assert_eq!(
            (terminal.way(), terminal.switch()),
            (Way::Terminal, Switch::Nothing)
        );
        assert!(!terminal.asks_terminal());
    }

    #[test]
    fn before_lines_are_printed_the_terminal_is_asked_only_where_the_environment_does_not_tell() {
        let asks = |variables: &[(&str, &str)]| auto(variables).lines_need_answers();
        assert!(asks(&[("TERM", "xterm-256color")]));
        assert!(!asks(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7006")]));
        assert!(!asks(&[("TERM", "screen")]));
        // Started from inside tmux.
        assert!(asks(&[("TERM", "xterm"), ("TMUX", "x")]));
        let unknown = environment(&[("TERM", "xterm")]);
        assert!(!Tuning::new(Bidi::As(Way::Putty), unknown, Remembered::default()).lines_need_answers());
        // What was chosen for one kitty is found by its answers.
        let mut kitty = auto(&[("TERM", "xterm-kitty")]);
        assert!(!kitty.lines_need_answers());
        kitty.choose(Way::KittyFonts).unwrap();
        let variables = environment(&[("TERM", "xterm-kitty")]);
        assert!(Tuning::new(Bidi::Auto, variables, kitty.remembered).lines_need_answers());
    }

    #[test]
    fn lines_are_sent_to_konsole_without_its_switch_and_to_nobody_knows_whom_with_marks() {
        let konsole = [("TERM", "xterm-256color"), ("KONSOLE_VERSION", "221203")];
        assert_eq!(auto(&konsole).for_lines(), (Way::Konsole, Switch::Nothing));
        let given = Tuning::new(Bidi::As(Way::App), environment(&konsole), Remembered::default());
        assert_eq!(given.for_lines(), (Way::App, Switch::Nothing));
        assert_eq!(
            auto(&[("TERM", "xterm")]).for_lines(),
            (Way::Marks, Switch::Mode8)
        );
        assert_eq!(
            auto(&[("TERM", "mlterm")]).for_lines(),
            (Way::App, Switch::Mlterm)
        );
        // Chosen on a screen that Konsole left alone: among lines that is Konsole's way.
        let mut chosen = auto(&konsole);
        chosen.choose(Way::App).unwrap();
        assert_eq!(chosen.for_lines(), (Way::Konsole, Switch::Nothing));
    }

    #[test]
    fn every_name_of_the_command_line_is_understood() {
        for name in Bidi::names() {
            assert!(name.parse::<Bidi>().is_ok(), "{name}");
        }
        assert_eq!("auto".parse(), Ok(Bidi::Auto));
        assert_eq!("putty".parse(), Ok(Bidi::As(Way::Putty)));
    }
}
