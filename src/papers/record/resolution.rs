//! The record of a resolution in words, field by field, each term of each clause under a label of its own.
//! Does not know its session, nor what is derived from it.

use super::fields::{counted, number, ours};
use crate::domain::resolution::{ClauseState, Resolution};
use crate::exchange::paper::{LabelledText, Text};
use crate::papers::attached::attachment_text;
use crate::papers::labelled;
use crate::papers::resolution::{confidential_text, follows_text};
use crate::papers::terms;
use crate::say;
use crate::words::Words;

pub(super) fn resolution(words: &Words, resolution: &Resolution) -> Vec<LabelledText> {
    let Resolution {
        id: _,
        // That it changed is said by the entry.
        position: _,
        row,
        subject,
        text,
        clauses,
        deadline,
        responsible,
        status,
        follow_ups,
        follows,
        from_note,
        agenda_item,
        extensions,
        agreed,
        vote,
        confidential,
        attachments,
        corrected,
        // What a later version wrote has no words here.
        extra: _,
    } = resolution;
    let field = |id, value| labelled(words, id, value);
    let from_note = from_note.as_ref().map(|note| Text::stored(note.as_str()));
    let agreed = agreed.then(|| words.say("paper-agreed"));
    let mut fields = vec![
        field("head-row", number(words, *row)),
        field("head-subject", Text::some(subject.as_ref())),
        field("field-text", Text::stored(text)),
        field("head-deadline", terms::written(deadline.as_ref())),
        field("head-responsible", terms::responsible(responsible)),
        field("head-status", Text::ours(say::status(words, *status, false).0)),
        field("head-follows", follows_text(follows.as_ref())),
        field("paper-from-note", from_note.unwrap_or_default()),
        field("field-note-item", number(words, *agenda_item)),
        field("paper-read-back", ours(agreed)),
        field("head-vote", ours(vote.as_ref().map(|one| say::vote(words, one)))),
        field("head-readers", confidential_text(words, *confidential)),
        field("head-corrected", terms::corrections(words, corrected)),
    ];
    let longer = extensions.iter().map(|one| terms::extension(words, one));
    fields.extend(counted(words, "head-extension", longer));
    fields.extend(
        clauses
            .iter()
            .flat_map(|(letter, state)| clause(words, letter, state)),
    );
    fields.extend(counted(
        words,
        "head-attachment",
        attachments.iter().map(|one| attachment_text(words, one)),
    ));
    let answers = follow_ups.iter().map(|one| terms::follow_up(words, one));
    fields.extend(counted(words, "head-follow-up", answers));
    fields
}

/// «بند الف، مسئول»، «بند الف، مهلت» and so on.
fn clause(words: &Words, letter: &str, state: &ClauseState) -> Vec<LabelledText> {
    let ClauseState {
        responsible,
        deadline,
        status,
        extensions,
    } = state;
    let longer = extensions.iter().map(|one| terms::extension(words, one));
    let mut fields = vec![
        labelled(words, "head-responsible", terms::responsible(responsible)),
        labelled(words, "head-deadline", terms::written(deadline.as_ref())),
        labelled(
            words,
            "head-status",
            Text::ours(say::status(words, *status, false).0),
        ),
    ];
    fields.extend(counted(words, "head-extension", longer));
    for field in &mut fields {
        let args = [("letter", letter.into()), ("field", field.label.as_str().into())];
        field.label = words.say_with("paper-of-clause", &args);
    }
    fields
}
