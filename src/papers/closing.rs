//! The end of minutes as a document: signatures, the code, corrections, and the lines of a file that fitted nowhere.
//! Does not know what may still be changed.

use super::{labelled, versions};
use crate::domain::correction::Correction;
use crate::domain::session::{KeptLine, Signing};
use crate::exchange::paper::{Block, LabelledText, Text};
use crate::office::query::SessionView;
use crate::say::sentences;
use crate::words::Words;

/// Who signed and when, and the code of the minutes that they signed.
pub(super) fn signing(words: &Words, view: &SessionView) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(Signing {
        chair,
        secretary,
        date,
    }) = &view.session.signing
    {
        blocks.push(Block::Heading(Text::ours(words.say("show-signing"))));
        blocks.push(Block::Signatures(vec![
            labelled(words, "head-chair", Text::stored(chair)),
            labelled(words, "head-secretary", Text::stored(secretary)),
            labelled(words, "head-date", Text::ours(words.day(*date))),
        ]));
    }
    if let Some(code) = &view.code {
        let agreement = sentences::agreement(words, code.agreement);
        let value = Text::ours(format!("{} — {agreement}", code.code));
        blocks.push(Block::Head(vec![labelled(words, "head-code", value)]));
        let told = sentences::about_code(words, view, code).into_iter();
        blocks.extend(told.map(|sentence| Block::Paragraph(Text::ours(sentence))));
    }
    blocks.extend(versions::opened_again(words, view));
    blocks
}

/// Corrections of final minutes, each with what was, what shall be and why.
pub(super) fn corrections(words: &Words, view: &SessionView) -> Vec<Block> {
    if view.corrections.is_empty() {
        return Vec::new();
    }
    let heading = Block::Heading(Text::ours(words.say("show-corrections")));
    let each = view
        .corrections
        .iter()
        .flat_map(|one| correction(words, view, one));
    std::iter::once(heading).chain(each).collect()
}

pub(super) fn correction(words: &Words, view: &SessionView, correction: &Correction) -> [Block; 2] {
    let Correction {
        id: _,
        number,
        date,
        by,
        about,
        was,
        shall_be,
        // The marks stand at the fields; the words name them.
        changes: _,
        version: _,
        reason,
        extra: _,
    } = correction;
    let who = Text::joined(
        [Text::ours(words.day(*date)), Text::some(by.as_ref())],
        &words.say("place-comma"),
    );
    let about = sentences::corrected(words, view, about);
    let head = Text::ours(format!("{}. {about} (", words.number(number)));
    let fields = [
        labelled(words, "head-was", Text::stored(was)),
        labelled(words, "head-shall-be", Text::stored(shall_be)),
        labelled(words, "head-reason", Text::stored(reason)),
    ];
    [
        Block::Paragraph(head.and(who).and(Text::ours(")"))),
        Block::Head(LabelledText::filled(fields)),
    ]
}

/// «متن خام», each line with its number in the file.
pub(super) fn kept(words: &Words, lines: &[KeptLine]) -> Vec<Block> {
    if lines.is_empty() {
        return Vec::new();
    }
    let item = |KeptLine { number, text }: &KeptLine| {
        Text::ours(format!("{}: ", words.number(number))).and(Text::stored(text))
    };
    vec![
        Block::Heading(Text::ours(words.say("show-kept"))),
        Block::List {
            numbered: false,
            items: lines.iter().map(item).collect(),
        },
    ]
}
