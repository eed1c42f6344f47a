//! A resolution taken apart, put together with the next one, taken over from an earlier one. Does not know where it is
//! shown.

use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::keys::{Act, Place};
use crate::app::locked::{locked, locked_row};
use crate::app::step::{Purpose, Step};
use crate::app::{forms, say};
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::domain::wording;
use crate::office::command::Command;
use crate::office::query::ResolutionRow;
use crate::ui::Role;

/// So many columns of a part are shown in the question.
const PART_COLUMNS: u16 = 52;

/// Asks at which clause or paragraph the second part begins; at which sentence where there is only one of those.
pub(super) fn ask_split(context: &Context, row: &ResolutionRow) -> Vec<Step> {
    if let Some(step) = locked_row(context, row) {
        return vec![step];
    }
    let resolution = &row.resolution;
    let mut places = places(&resolution.text);
    if places.is_empty() {
        places = sentences(&resolution.text);
    }
    if places.is_empty() {
        let words = context.words;
        let edit = context.key(Act::Edit, Place::Resolutions);
        let key = context.key(Act::SplitHere, Place::Form);
        let args = [("edit", edit.into()), ("key", key.into())];
        return vec![Step::Say(words.say_with("split-no-part", &args), Role::Warn)];
    }
    let answer = |at_byte: usize| {
        let part = resolution.text[at_byte..].lines().next().unwrap_or_default();
        let command = Command::SplitResolution {
            before: Box::new(resolution.clone()),
            at_byte,
        };
        (
            say::shortened(context.look, part, PART_COLUMNS),
            vec![Step::change(command)],
        )
    };
    let answers = places.into_iter().map(answer).collect();
    vec![Step::Question(Dialog {
        title: context.words.say("split-title"),
        text: context.words.say("split-text"),
        answers,
        at: 0,
        is_unforeseen: false,
    })]
}

/// The bytes of a wording where a second part may begin: its clauses but the first, and its paragraphs.
fn places(text: &str) -> Vec<usize> {
    let clauses = wording::clauses(text);
    let clauses = clauses.iter().skip(1).map(|clause| clause.range_byte.start);
    let paragraphs = text.match_indices('\n').map(|(byte, _)| byte + 1);
    let is_part = |at: &usize| {
        let (start, end) = text.split_at(*at);
        let first_line = end.lines().next().unwrap_or_default();
        !start.trim().is_empty() && !first_line.trim().is_empty()
    };
    let mut places: Vec<usize> = clauses.chain(paragraphs).filter(is_part).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// The bytes of a wording where its sentences begin, but the first.
fn sentences(text: &str) -> Vec<usize> {
    let ends = text
        .match_indices(['.', '؛', '؟'])
        .map(|(byte, mark)| byte + mark.len());
    let begins = ends.filter_map(|end| {
        let behind = &text[end..];
        let blanks = behind.len() - behind.trim_start().len();
        (blanks > 0 && blanks < behind.len()).then_some(end + blanks)
    });
    begins.collect()
}

/// Puts a resolution and the next one of its session together.
pub(super) fn merge(context: &Context, row: &ResolutionRow) -> Vec<Step> {
    if let Some(step) = locked_row(context, row) {
        return vec![step];
    }
    let rows = context.books.session(&row.session).map(|view| &view.resolutions);
    let mut behind = rows
        .into_iter()
        .flatten()
        .skip_while(|other| other.resolution.id != row.resolution.id);
    let Some(second) = behind.nth(1).map(|next| Box::new(next.resolution.clone())) else {
        return vec![Step::Say(context.words.say("merge-no-next"), Role::Warn)];
    };
    vec![Step::change(Command::MergeResolutions {
        first: Box::new(row.resolution.clone()),
        second,
    })]
}

/// Finds an earlier resolution to be taken over into a session.
pub(super) fn pick_copied(session: &Session) -> Vec<Step> {
    let pick = || Step::Pick(Purpose::CopyInto(session.id.clone()));
    vec![locked(session).unwrap_or_else(pick)]
}

/// Takes an earlier resolution over into a session, at its end.
pub(in crate::app) fn copy_into(context: &Context, row: &ResolutionRow, session: &SessionId) -> Vec<Step> {
    let written = forms::reference::written(context.books, row, session);
    vec![Step::change(Command::CopyResolution {
        from: row.resolution.id.clone(),
        session: session.clone(),
        written,
    })]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wording_is_parted_at_its_clauses_but_the_first_and_at_its_paragraphs() {
        let text = "مقرر شد: الف) فهرست تهیه شود. ب) نتیجه اعلام گردد.\n\nهزینه برآورد شود.\n";
        let parts: Vec<&str> = places(text).into_iter().map(|at| &text[at..]).collect();
        assert_eq!(parts.len(), 2, "{parts:?}");
        assert!(
            parts[0].starts_with("ب)") && parts[1].starts_with("هزینه"),
            "{parts:?}"
        );
        assert_eq!(places("یک بند"), Vec::<usize>::new());
    }

    #[test]
    fn a_sentence_begins_behind_the_end_of_another() {
        let text = "گزارش نسخه ۲.۱ داده شود. هزینه برآورد شود.";
        let parts: Vec<&str> = sentences(text).into_iter().map(|at| &text[at..]).collect();
        assert_eq!(parts, ["هزینه برآورد شود."]);
    }
}
