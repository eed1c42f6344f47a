//! How lines are sent that are printed once: decided before the first of them, for what is printed is not painted anew
//! when the terminal has told more, and stays when the program has gone. Does not know what is printed.

use super::asking;
use super::events;
use super::kinds::{Environment, Remembered};
use super::lent;
use super::taken::Switch;
use super::tuning::{Bidi, Tuning};
use super::ways::Way;
use std::io::{self, Write};
use std::path::Path;

/// How lines are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printing {
    way: Way,
    switch: Switch,
}

impl Printing {
    /// Where there is no terminal: as painted, without any control.
    pub const fn into_a_pipe(way: Way) -> Printing {
        Printing {
            way,
            switch: Switch::Nothing,
        }
    }

    /// Finds out what this process's terminal needs: by what is asked for, by the environment, by what was chosen in
    /// the workspace (kept in the `configuration` folder), and where these do not tell, by asking the terminal, which
    /// takes as long as its answers.
    pub fn find(bidi: Bidi, configuration: Option<&Path>) -> Printing {
        let variable = |name: &str| std::env::var(name).ok();
        let environment = Environment::of(variable);
        if bidi == Bidi::Auto && !environment.understands_controls() {
            // Such as a shell inside an editor, which orders text by itself.
            return Printing::into_a_pipe(Way::Terminal);
        }
        let mut tuning = Tuning::new(bidi, environment, Remembered::read(configuration));
        if tuning.lines_need_answers() {
            let afar = ["SSH_CONNECTION", "SSH_TTY"]
                .into_iter()
                .any(|name| variable(name).is_some());
            for reply in asking::ask(afar) {
                tuning.hear(reply);
            }
        }
        if tuning.asks_tmux() {
            tuning.hear_tmux(events::outside_tmux_soon());
        }
        let (way, switch) = tuning.for_lines();
        Printing { way, switch }
    }

    /// How rows are rewritten.
    pub fn way(self) -> Way {
        self.way
    }

    /// Writes lines that were rewritten so to the terminal.
    ///
    /// # Errors
    /// What the stream reports.
    pub fn print(self, text: &str, to: &mut impl Write) -> io::Result<()> {
        lent::print(text, self.switch, to)
    }
}
