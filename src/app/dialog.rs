//! Questions over the screen: what stands to choose, and what each choice does. Does not know how a box is painted.

use super::settings::{Problem, problem};
use super::stage::Stage;
use super::{Effect, Model, filters, form, forms, screens};
use crate::domain::ids::{BodyId, SessionId};
use crate::office::command::Command;
use crate::ui::{Code, Key, Role};
use crate::words::Words;

/// So much of what is wrong with a file is said at once.
const PROBLEMS_MAX: usize = 3;

/// A question with its answers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dialog {
    pub title: String,
    pub text: String,
    pub answers: Vec<(String, Then)>,
    /// The answer that Enter takes.
    pub at: usize,
}

/// What an answer does.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Then {
    /// Nothing: back to the screen.
    Stay,
    /// As [`Then::Stay`], after news that no key brought.
    Seen,
    /// Carries a command out.
    Do(Box<Command>),
    /// As [`Then::Do`], and leaves the screen that was about it.
    DoAndLeave(Box<Command>),
    /// Opens the form of a new session of a body.
    NewSession(BodyId),
    /// Opens the form of rules of a body; none are new ones.
    EditRules(BodyId, Option<usize>),
    /// Opens what is missing before a session is signed.
    Close(SessionId),
    /// Saves the form.
    SaveForm,
    /// Leaves the form, and what is written in it.
    DropForm,
    /// Writes a kept draft into the form.
    BringDraft(String),
    /// Forgets a kept draft.
    DropDraft,
    /// Forgets a kept filter.
    ForgetFilter(String),
}

impl Dialog {
    /// Asks before something is taken away; the harmless answer is the chosen one.
    pub fn before_removing(words: &Words, text: String, yes: Then) -> Dialog {
        let answers = vec![
            (words.say("remove-yes"), yes),
            (words.say("remove-no"), Then::Stay),
        ];
        Dialog {
            title: words.say("remove-title"),
            text,
            answers,
            at: 1,
        }
    }

    /// Asks what becomes of words that are not saved.
    pub fn before_leaving(words: &Words) -> Dialog {
        let answers = vec![
            (words.say("leave-stay"), Then::Stay),
            (words.say("leave-save"), Then::SaveForm),
            (words.say("leave-drop"), Then::DropForm),
        ];
        Dialog {
            title: words.say("leave-title"),
            text: words.say("leave-text"),
            answers,
            at: 0,
        }
    }

    /// Says what is wrong with the file of settings.
    pub fn settings_notice(words: &Words, problems: &[Problem]) -> Dialog {
        let mut lines: Vec<String> = problems
            .iter()
            .take(PROBLEMS_MAX)
            .map(|one| problem(words, one))
            .collect();
        let more = problems.len().saturating_sub(PROBLEMS_MAX);
        if more > 0 {
            lines.push(words.say_with("settings-notice-more", &[("count", more.into())]));
        }
        let rest_holds = problems.iter().all(|problem| problem.wrong.is_of_a_line());
        lines.push(words.say(if rest_holds {
            "settings-notice-end"
        } else {
            "settings-notice-end-first"
        }));
        Dialog {
            title: words.say("settings-notice-title"),
            text: lines.join("\n"),
            answers: vec![(words.say("settings-notice-ok"), Then::Seen)],
            at: 0,
        }
    }

    /// Offers what was written before and not saved.
    pub fn offer_draft(words: &Words, text: String) -> Dialog {
        let answers = vec![
            (words.say("draft-bring"), Then::BringDraft(text)),
            (words.say("draft-drop"), Then::DropDraft),
        ];
        Dialog {
            title: words.say("draft-title"),
            text: words.say("draft-text"),
            answers,
            at: 0,
        }
    }
}

impl Dialog {
    /// Whether an answer brought it, not a key.
    pub fn is_unforeseen(&self) -> bool {
        self.answers
            .iter()
            .any(|(_, then)| matches!(then, Then::BringDraft(_) | Then::Seen))
    }
}

/// Takes a key: arrows choose, Enter and a digit take, Escape stays.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(dialog) = model.dialog.as_mut() else {
        return Vec::new();
    };
    let last = dialog.answers.len().saturating_sub(1);
    let taken = match key.as_command().code {
        Code::Up => {
            dialog.at = dialog.at.checked_sub(1).unwrap_or(last);
            None
        }
        Code::Down | Code::Tab => {
            dialog.at = if dialog.at >= last { 0 } else { dialog.at + 1 };
            None
        }
        Code::Enter => Some(dialog.at),
        Code::Char(digit) => digit
            .to_digit(10)
            .and_then(|digit| (digit as usize).checked_sub(1)),
        Code::Escape => {
            model.dialog = None;
            None
        }
        _ => None,
    };
    match taken {
        Some(at) => take(model, at),
        None => Vec::new(),
    }
}

/// Takes one of the answers.
pub(super) fn take(model: &mut Model, at: usize) -> Vec<Effect> {
    let answers = model.dialog.as_ref().map(|dialog| &dialog.answers);
    let Some((_, then)) = answers.and_then(|answers| answers.get(at)).cloned() else {
        return Vec::new();
    };
    model.dialog = None;
    carry_on(model, then)
}

fn carry_on(model: &mut Model, then: Then) -> Vec<Effect> {
    match then {
        Then::Stay | Then::Seen => Vec::new(),
        Then::Do(command) => model.ask_for(*command),
        Then::DoAndLeave(command) => {
            let mut effects = model.ask_for(*command);
            effects.extend(model.back());
            effects
        }
        Then::NewSession(body) => forms::new_session(model, &body),
        Then::EditRules(body, at) => forms::rules(model, &body, at),
        Then::Close(id) => screens::stages::open(model, Stage::Closing, &id),
        Then::SaveForm => form::save(model),
        Then::DropForm => form::drop_words(model),
        Then::BringDraft(text) => {
            if let Some(form) = model.form_mut() {
                form.bring(&text);
            }
            let words = model.words.say("draft-is-back");
            model.say(words, Role::Plain);
            Vec::new()
        }
        Then::ForgetFilter(name) => filters::forget(model, &name),
        Then::DropDraft => {
            let key = model.form().map(|form| form.draft_key());
            key.map(|key| Effect::ClearDraft { key }).into_iter().collect()
        }
    }
}
