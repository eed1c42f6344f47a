//! Papers about one thing of final minutes: the extract of a resolution, a correction slip. Does not know the rest.

use super::{decided, draft, of_session, opening};
use crate::domain::correction::Correction;
use crate::domain::session::SessionState;
use crate::exchange::paper::{Block, LabelledText, Paper, Text};
use crate::office::query::{ResolutionRow, SessionView};
use crate::papers::labelled;
use crate::say::{self, sentences};
use crate::words::Words;

/// One resolution taken out of its minutes («مستخرج مصوبه»): the session, the row as it stands in them, and the secretary,
/// who certifies that. Of minutes that nobody signed nothing is certified: it is marked as a draft.
pub fn extract(words: &Words, view: &SessionView, row: &ResolutionRow) -> Paper {
    let number = decided::number(view, &row.resolution);
    let title = match number {
        Some(number) => words.say_with("extract-title", &[("number", number.into())]),
        None => words.say("extract-title-bare"),
    };
    let mut blocks = opening::letterhead(words, view);
    blocks.push(Block::Title(Text::ours(title.clone())));
    blocks.extend(draft(words, view, None));
    blocks.push(Block::Head(of_which_session(words, view)));
    let columns = view.body.layout_for(view.session.date).columns;
    blocks.push(decided::table(words, view, &columns, &[row]));
    if view.session.state == SessionState::Final {
        blocks.push(Block::Paragraph(Text::ours(words.say("extract-certified"))));
        let secretary = Text::some(view.session.secretary.as_ref());
        blocks.push(Block::Signatures(vec![labelled(
            words,
            "minutes-secretary",
            secretary,
        )]));
    }
    of_session(words, view, title, blocks)
}

/// A correction as a numbered paper of its own: which minutes, what was signed, what is right, why, and who signs it.
pub fn correction_slip(words: &Words, view: &SessionView, correction: &Correction) -> Paper {
    let Correction {
        id: _,
        number,
        date,
        by,
        about,
        was,
        shall_be,
        // The words name the fields; the head names the version by its code.
        changes: _,
        version: _,
        reason,
        extra: _,
    } = correction;
    let title = words.say_with("slip-title", &[("number", (*number).into())]);
    let mut blocks = opening::letterhead(words, view);
    blocks.push(Block::Title(Text::ours(title.clone())));
    let mut head = of_which_session(words, view);
    head.extend([
        labelled(words, "slip-date", Text::ours(say::day_long(words, *date))),
        labelled(
            words,
            "head-about",
            Text::ours(sentences::corrected(words, view, about)),
        ),
    ]);
    blocks.push(Block::Head(head));
    let parts = [
        ("slip-was", was),
        ("slip-shall-be", shall_be),
        ("head-reason", reason),
    ];
    for (id, text) in parts.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
        blocks.push(Block::Heading(Text::ours(words.say(id))));
        blocks.push(Block::Paragraph(Text::stored(text)));
    }
    let signers = [
        labelled(words, "minutes-chair", Text::some(view.session.chair.as_ref())),
        labelled(
            words,
            "minutes-secretary",
            Text::some(view.session.secretary.as_ref()),
        ),
        labelled(words, "slip-by", Text::some(by.as_ref())),
    ];
    blocks.push(Block::Signatures(LabelledText::filled(signers)));
    Paper {
        date: Some(*date),
        ..of_session(words, view, title, blocks)
    }
}

/// The session that a paper is about, in a few labels.
fn of_which_session(words: &Words, view: &SessionView) -> Vec<LabelledText> {
    let session = &view.session;
    let day = session.date.map(|day| Text::ours(say::day_long(words, day)));
    LabelledText::filled([
        labelled(words, "slip-session", Text::ours(opening::name(words, view))),
        labelled(words, "minutes-date", day.unwrap_or_default()),
        labelled(words, "minutes-place", Text::some(session.place.as_ref())),
        labelled(words, "minutes-chair", Text::some(session.chair.as_ref())),
    ])
}
