//! Resolutions taken apart, put together and taken over from earlier sessions. Does not know what each part keeps; the
//! domain does.

use super::resolutions::may_change;
use crate::app::dialog::Dialog;
use crate::app::keymap::{Act, Place};
use crate::app::step::{Purpose, Step};
use crate::app::{Effect, Model, forms, say};
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::domain::wording;
use crate::office::command::Command;
use crate::office::query::ResolutionRow;
use crate::ui::Role;

/// So many columns of a part are shown in the question.
const PART_COLUMNS: u16 = 52;

/// Asks at which clause or paragraph the second part begins; at which sentence where there is only one of those.
pub(super) fn ask_split(model: &mut Model, row: &ResolutionRow) -> Vec<Effect> {
    if !may_change(model, row) {
        return Vec::new();
    }
    let resolution = &row.resolution;
    let mut places = places(&resolution.text);
    if places.is_empty() {
        places = sentences(&resolution.text);
    }
    if places.is_empty() {
        let words = &model.words;
        let edit = model.keymap.shown(Act::Edit, Place::Resolutions, words);
        let key = model.keymap.shown(Act::SplitHere, Place::Form, words);
        let args = [("edit", edit.into()), ("key", key.into())];
        let sentence = words.say_with("split-no-part", &args);
        model.say(sentence, Role::Warn);
        return Vec::new();
    }
    let answer = |at_byte: usize| {
        let part = resolution.text[at_byte..].lines().next().unwrap_or_default();
        let command = Command::SplitResolution {
            before: Box::new(resolution.clone()),
            at_byte,
        };
        (
            say::shortened(&model.look, part, PART_COLUMNS),
            vec![Step::change(command)],
        )
    };
    let answers = places.into_iter().map(answer).collect();
    let (title, text) = (model.words.say("split-title"), model.words.say("split-text"));
    model.dialog = Some(Dialog {
        title,
        text,
        answers,
        at: 0,
        is_unforeseen: false,
    });
    Vec::new()
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
pub(super) fn merge(model: &mut Model, row: &ResolutionRow) -> Vec<Effect> {
    if !may_change(model, row) {
        return Vec::new();
    }
    let rows = model.books.session(&row.session).map(|view| &view.resolutions);
    let mut behind = rows
        .into_iter()
        .flatten()
        .skip_while(|other| other.resolution.id != row.resolution.id);
    let Some(second) = behind.nth(1).map(|next| Box::new(next.resolution.clone())) else {
        model.say(model.words.say("merge-no-next"), Role::Warn);
        return Vec::new();
    };
    model.ask_for(Command::MergeResolutions {
        first: Box::new(row.resolution.clone()),
        second,
    })
}

/// Finds an earlier resolution to be taken over into a session.
pub(super) fn pick_copied(model: &mut Model, session: &Session) -> Vec<Effect> {
    match super::may_change(model, session) {
        true => model.obey(vec![Step::Pick(Purpose::CopyInto(session.id.clone()))]),
        false => Vec::new(),
    }
}

/// Takes an earlier resolution over into a session, at its end.
pub(in crate::app) fn copy_into(model: &mut Model, row: &ResolutionRow, session: &SessionId) -> Vec<Effect> {
    let written = forms::reference::written(&model.books, row, session);
    model.ask_for(Command::CopyResolution {
        from: row.resolution.id.clone(),
        session: session.clone(),
        written,
    })
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
