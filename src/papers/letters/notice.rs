//! The letter that tells one organisation what a session has given it to do.
//! Does not know who else gets one.

use super::{Addressee, LetterAsked, LetterHead, LetterPart, OrganisationNames, closing, dated_session};
use crate::domain::resolution::Resolution;
use crate::domain::wording::{clauses, provisos};
use crate::exchange::paper::{Block, Paper, PaperCell, PaperColumn, PaperTable, Text};
use crate::office::query::{ResolutionRow, SessionView};
use crate::papers::parts::{deadlines, shared_with};
use crate::papers::resolution::follows_text;
use crate::papers::terms;
use crate::words::Words;

/// The letter to an addressee with its number.
pub(super) fn notice(
    words: &Words,
    view: &SessionView,
    names: &OrganisationNames,
    addressee: &Addressee,
    asked: &LetterAsked,
    number: Option<&str>,
) -> Paper {
    let session = dated_session(words, &view.session, &view.body);
    let args = [
        ("session", session.into()),
        ("count", addressee.parts.len().into()),
    ];
    let is_class = addressee.organisation.is_some_and(|one| one.class);
    let told = match is_class {
        true => "letter-notice-class",
        false => "letter-notice",
    };
    let rows = addressee.parts.iter().map(|part| row(words, names, part));
    let is_draft = view.session.state.is_open();
    let draft = is_draft.then(|| Block::Centred(Text::ours(words.say("minutes-draft"))));
    let mut says: Vec<Block> = draft.into_iter().collect();
    says.extend([
        Block::Paragraph(Text::ours(words.say("letter-greeting"))),
        Block::Paragraph(Text::ours(words.say_with(told, &args))),
        Block::Table(PaperTable {
            columns: columns(words),
            rows: rows.collect(),
            signed: false,
        }),
    ]);
    let secretary = view.session.secretary.as_ref();
    let count = addressee.parts.len();
    says.extend(closing(
        words,
        "letter-notice-request",
        count,
        &view.body,
        secretary,
    ));
    let head = LetterHead {
        number,
        date: asked.date,
        to: Text::stored(&addressee.name),
        body: &view.body,
        subject: words.say_with("letter-notice-subject", &args),
    };
    head.letter(words, says)
}

fn columns(words: &Words) -> Vec<PaperColumn> {
    let column = |(id, share)| PaperColumn {
        head: Text::ours(words.say(id)),
        share,
    };
    let columns = [
        ("letter-row", 7),
        ("letter-text", 51),
        ("letter-deadline", 18),
        ("letter-responsibility", 24),
    ];
    columns.map(column).into()
}

fn row(words: &Words, names: &OrganisationNames, part: &LetterPart) -> Vec<PaperCell> {
    // The letter is of one session, and tells what was decided, not what came of it.
    let ResolutionRow {
        resolution,
        session: _,
        body: _,
        body_name: _,
        session_date: _,
        session_ordinal: _,
        session_year: _,
        session_after: _,
        status: _,
        due: _,
        first_due: _,
        overdue: _,
        missed: _,
        warnings: _,
        came_about: _,
    } = part.row;
    let Resolution {
        id: _,
        position: _,
        row,
        subject,
        text,
        // Deadlines and those responsible have columns of their own.
        clauses: _,
        deadline: _,
        responsible: _,
        extensions: _,
        status: _,
        follow_ups: _,
        follows,
        from_note: _,
        agenda_item: _,
        agreed: _,
        vote: _,
        // No letter tells what is confidential.
        confidential: _,
        // They are sent with the minutes.
        attachments: _,
        corrected,
        extra: _,
    } = resolution;
    let number = row.map_or_else(|| "—".to_owned(), |row| words.number(row));
    let head = [
        field(words, "letter-subject", Text::some(subject.as_ref())),
        field(words, "head-follows", follows_text(follows.as_ref())),
    ];
    let mut said: Vec<Text> = head.into_iter().filter(|text| !text.is_blank()).collect();
    said.extend(told(text, part).into_iter().map(Text::stored));
    terms::mark_corrected(words, &mut said, corrected);
    vec![
        vec![Text::ours(number)],
        said,
        deadlines(words, part),
        shared_with(words, names, part),
    ]
}

/// «موضوع: چاه‌های کشاورزی»; nothing without a value.
fn field(words: &Words, id: &str, value: Text) -> Text {
    match value.is_blank() {
        true => value,
        false => Text::ours(format!("{}: ", words.say(id))).and(value),
    }
}

/// The paragraphs of the wording that are the addressee's: all of them, or what leads to its clauses, these clauses and
/// the provisos.
fn told<'a>(text: &'a str, part: &LetterPart) -> Vec<&'a str> {
    let clauses = clauses(text);
    let in_wording = |letter: &String| clauses.iter().any(|clause| clause.letter == *letter);
    if part.whole || !part.letters.iter().all(in_wording) {
        return paragraphs(text).collect();
    }
    let lead = clauses
        .first()
        .map_or("", |first| &text[..first.range_byte.start]);
    let own = clauses
        .iter()
        .filter(|clause| part.letters.contains(&clause.letter));
    let own = own.map(|clause| &text[clause.range_byte.clone()]);
    let provisos = provisos(text).into_iter().map(|one| &text[one.range_byte]);
    let pieces = std::iter::once(lead).chain(own).chain(provisos);
    pieces.flat_map(paragraphs).collect()
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}
