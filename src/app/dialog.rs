//! Questions over the screen: what stands to choose, and what each choice does. Does not know how a box is painted,
//! nor keys.

use super::settings::{SettingsProblem, problem};
use super::step::{End, Step};
use crate::words::Words;

/// So much of what is wrong with a file is said at once.
const PROBLEMS_MAX: usize = 3;

/// A question with its answers.
#[derive(Clone, Debug)]
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

    /// The same before two things are put together.
    pub fn before_merging(words: &Words, dialog: Dialog) -> Dialog {
        let mut dialog = dialog;
        dialog.title = words.say("merge-title");
        if let Some((yes, _)) = dialog.answers.first_mut() {
            *yes = words.say("merge-yes");
        }
        dialog
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
    pub fn settings_notice(words: &Words, problems: &[SettingsProblem]) -> Dialog {
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
