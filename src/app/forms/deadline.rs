//! A deadline in a form: read, and read back while it is typed. Does not know which form it is in.

use crate::app::context::Context;
use crate::app::form::Form;
use crate::calendar::Day;
use crate::domain::deadline::{DaysAfter, Deadline, read_deadline};
use crate::say;
use crate::ui::Role;

/// The deadline in its field; the known one as long as its words are the same.
pub(super) fn deadline_of(form: &Form, known: &Option<Deadline>, day: Option<Day>) -> Option<Deadline> {
    read_as(form.some("deadline"), known, day)
}

/// What is written as a deadline; the known one as long as its words are the same.
pub(super) fn read_as(
    written: Option<String>,
    known: &Option<Deadline>,
    day: Option<Day>,
) -> Option<Deadline> {
    written.map(|written| {
        let known = known.clone().filter(|known| known.written == written);
        known.unwrap_or_else(|| read_deadline(&written, day))
    })
}

/// The days that a deadline counts from.
#[derive(Default)]
pub(super) struct CountsFrom<'a> {
    pub day: Option<Day>,
    pub after: DaysAfter,
    /// A recurring one is due in the first round without an answer.
    pub answered: &'a [Day],
}

impl CountsFrom<'_> {
    /// The kind of a deadline and its day with weekday, or that it was not understood.
    pub fn read_back(&self, context: &Context, written: &str) -> (String, Role) {
        let words = context.words;
        let deadline = read_deadline(written, self.day);
        let kind = words.say(&format!("deadline-{}", deadline.kind()));
        if deadline.kind() == "unclear" {
            return (words.say("deadline-not-understood"), Role::Warn);
        }
        let Some(due) = deadline.due(self.day, self.after, self.answered) else {
            let waits = deadline.kind() == "after_notification";
            let text = words.say_with("deadline-awaits-notification", &[("kind", kind.as_str().into())]);
            return (if waits { text } else { kind }, Role::Good);
        };
        let distance = say::distance(words, context.setup.today, due);
        let date = say::day_marked(words, due);
        let args = [
            ("kind", kind.into()),
            ("date", date.into()),
            ("distance", distance.into()),
        ];
        let early = self.day.is_some_and(|day| due < day);
        let role = match early || say::day_off(words, due).is_some() {
            true => Role::Warn,
            false => Role::Good,
        };
        (words.say_with("deadline-read", &args), role)
    }
}
