//! Questions over the screen: what stands to choose, and what each choice does. Does not know how a box is painted.

use super::settings::{Problem, problem};
use super::step::{End, Step};
use super::{Effect, Model};
use crate::ui::{Code, Key};
use crate::words::Words;

/// So much of what is wrong with a file is said at once.
const PROBLEMS_MAX: usize = 3;

/// A question with its answers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dialog {
    pub title: String,
    pub text: String,
    /// The answers, and what each of them does; none is to stay where one is.
    pub answers: Vec<(String, Vec<Step>)>,
    /// The answer that Enter takes.
    pub at: usize,
    /// Whether an answer brought it, not a key.
    pub is_unforeseen: bool,
}

impl Dialog {
    /// Asks before something is taken away; the harmless answer is the chosen one.
    pub fn before_removing(words: &Words, text: String, yes: Vec<Step>) -> Dialog {
        let answers = vec![
            (words.say("remove-yes"), yes),
            (words.say("remove-no"), Vec::new()),
        ];
        Dialog {
            title: words.say("remove-title"),
            text,
            answers,
            at: 1,
            is_unforeseen: false,
        }
    }

    /// Asks what becomes of words that are not saved.
    pub fn before_leaving(words: &Words) -> Dialog {
        let answers = vec![
            (words.say("leave-stay"), Vec::new()),
            (words.say("leave-save"), vec![Step::End(End::Save)]),
            (words.say("leave-drop"), vec![Step::End(End::Drop)]),
        ];
        Dialog {
            title: words.say("leave-title"),
            text: words.say("leave-text"),
            answers,
            at: 0,
            is_unforeseen: false,
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
            answers: vec![(words.say("settings-notice-ok"), Vec::new())],
            at: 0,
            is_unforeseen: true,
        }
    }

    /// Offers what was written before and not saved.
    pub fn offer_draft(words: &Words, text: String) -> Dialog {
        let answers = vec![
            (words.say("draft-bring"), vec![Step::End(End::BringDraft(text))]),
            (words.say("draft-drop"), vec![Step::End(End::ForgetDraft)]),
        ];
        Dialog {
            title: words.say("draft-title"),
            text: words.say("draft-text"),
            answers,
            at: 0,
            is_unforeseen: true,
        }
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
    let Some((_, steps)) = answers.and_then(|answers| answers.get(at)).cloned() else {
        return Vec::new();
    };
    model.dialog = None;
    model.obey(steps)
}
