//! What becomes of an answer: it is kept for the body or for this session alone, and the source is read again.
//! Does not know how a choice is shown.

use super::ImportPage;
use super::choices::{MeantAs, choices};
use crate::app::context::Context;
use crate::app::step::Step;
use crate::calendar::parse_day;
use crate::domain::deadline::{Meaning, read_deadline};
use crate::office::intake::MatterAbout;
use crate::ui::Role;

impl ImportPage {
    /// Takes the choice of this number, from 1, and goes on to the next matter.
    pub(super) fn choose(&mut self, context: &Context, number: usize) -> Vec<Step> {
        let Some(asked) = self.selected() else {
            return Vec::new();
        };
        let choices = choices(context, &asked.matter.about);
        let chosen = number.checked_sub(1).and_then(|at| choices.into_iter().nth(at));
        let Some(chosen) = chosen else {
            return vec![Step::Say(context.words.say("intake-no-such-choice"), Role::Warn)];
        };
        let steps = self.mean(chosen.means);
        self.go_on();
        steps
    }

    /// Takes the choice behind the one that holds, or the one before it; stays on the matter.
    pub(super) fn turn(&mut self, context: &Context, onward: bool) -> Vec<Step> {
        let Some(asked) = self.selected() else {
            return Vec::new();
        };
        let choices = choices(context, &asked.matter.about);
        let now = choices.iter().position(|choice| choice.holds);
        let len = choices.len();
        let next = match (now, onward) {
            (Some(at), true) => (at + 1).checked_rem(len),
            (Some(at), false) => (at + len - 1).checked_rem(len),
            (None, true) => Some(0),
            (None, false) => len.checked_sub(1),
        };
        let chosen = next.and_then(|at| choices.into_iter().nth(at));
        chosen.map_or_else(Vec::new, |chosen| self.mean(chosen.means))
    }

    /// The selected matter means this.
    fn mean(&mut self, means: MeantAs) -> Vec<Step> {
        let Some(asked) = self.asked.get_mut(self.list.selected) else {
            return Vec::new();
        };
        asked.is_right = true;
        let answers = &mut self.answers;
        match (&asked.matter.about, means) {
            (MatterAbout::Column { head, .. }, MeantAs::Column(meaning)) => {
                answers.learnt.say_column(head, meaning);
            }
            (MatterAbout::Heading { text, .. }, MeantAs::Heading(meaning)) => match meaning {
                Some(meaning) => answers.learnt.say_heading(text, meaning),
                None => answers.learnt.forget_heading(text),
            },
            (MatterAbout::Deadline { written, .. }, MeantAs::Deadline(meaning)) => match meaning {
                Some(meaning) => answers.learnt.say_deadline(written, &meaning),
                None => answers.learnt.forget_deadline(written),
            },
            (MatterAbout::Seat { name, .. }, MeantAs::Seat(seat)) => match seat {
                Some(seat) => answers.learnt.say_seat(name, seat),
                None => answers.learnt.forget_seat(name),
            },
            (MatterAbout::Organisation { name, .. }, MeantAs::Organisation(known)) => {
                match known {
                    Some(known) => drop(answers.other_names.insert(name.clone(), known)),
                    None => drop(answers.other_names.remove(name)),
                };
            }
            (MatterAbout::Twice { name, .. }, MeantAs::Mark(mark)) => {
                answers.marks.insert(name.clone(), mark);
            }
            (MatterAbout::Body { .. }, MeantAs::Body(name)) => answers.body = Some(name),
            _ => return Vec::new(),
        }
        self.read_again()
    }

    /// Words were typed for the selected matter.
    pub fn typed(&mut self, context: &Context, typed: &str) -> Vec<Step> {
        let Some(asked) = self.selected() else {
            return Vec::new();
        };
        let refused = |word| {
            vec![Step::Say(
                context.words.say_with(word, &[("written", typed.into())]),
                Role::Bad,
            )]
        };
        let steps = match &asked.matter.about {
            MatterAbout::Date { .. } => match parse_day(typed) {
                Ok(day) => {
                    self.answers.date = Some(day);
                    self.read_again()
                }
                Err(_) => return refused("import-no-such-day"),
            },
            MatterAbout::Body { .. } => self.mean(MeantAs::Body(typed.to_owned())),
            MatterAbout::Deadline { .. } => {
                // What is said must itself be understood.
                if read_deadline(typed, Some(context.setup.today)).meaning == Meaning::Unclear {
                    return refused("intake-deadline-not-read");
                }
                self.mean(MeantAs::Deadline(Some(typed.to_owned())))
            }
            _ => return Vec::new(),
        };
        self.go_on();
        steps
    }
}
