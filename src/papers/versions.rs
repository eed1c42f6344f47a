//! The signed versions of a session's minutes: which ones were opened again, and two of them side by side. Does not know
//! how a version is signed.

use super::paper;
use super::terms::DOT;
use crate::domain::signed_minutes::{Reopening, SignedMinutes};
use crate::domain::verification::{Difference, differences};
use crate::exchange::paper::{Block, Paper, PaperColumn, PaperTable, Text};
use crate::office::query::{SessionView, of_version};
use crate::say::sentences;
use crate::text::isolate;
use crate::words::Words;

/// A sentence for each version that was opened again, with its code, and who opened it, when and why.
pub fn opened_again(words: &Words, view: &SessionView) -> Vec<Block> {
    let opened = view.versions.iter().filter_map(|one| opening(words, one));
    opened.map(|line| Block::Paragraph(Text::ours(line))).collect()
}

/// «نسخه ۱ (کد ...) در ۱۴۰۱/۰۹/۰۶ به دست سارا نوبخت بازگشایی شد: ...»; none of a version that holds.
pub fn opening(words: &Words, version: &SignedMinutes) -> Option<String> {
    let Reopening { by, date, reason } = version.reopened.as_ref()?;
    let code = version.session.verification.as_ref();
    let args = [
        ("version", version.version.into()),
        ("code", code.map_or("", |code| code.code.as_str()).into()),
        ("date", words.day(*date).into()),
        ("by", isolate(by).into()),
        ("reason", isolate(reason).into()),
    ];
    Some(words.say_with("version-opened", &args))
}

/// Two versions side by side: a row for each field in which they differ.
pub fn compared(words: &Words, view: &SessionView, first: &SignedMinutes, second: &SignedMinutes) -> Paper {
    let found = differences(first.content(), second.content());
    let heads = Text::joined([head(words, first), head(words, second)], DOT);
    let mut blocks = vec![Block::Heading(heads)];
    if found.is_empty() {
        blocks.push(Block::Paragraph(Text::ours(words.say("versions-alike"))));
    } else {
        let rows = found.iter().map(|one| row(words, view, first, second, one));
        let column = |head: Text, share| PaperColumn { head, share };
        blocks.push(Block::Table(PaperTable {
            columns: vec![
                column(Text::ours(words.say("head-field")), 20),
                column(Text::ours(name(words, first)), 40),
                column(Text::ours(name(words, second)), 40),
            ],
            rows: rows.collect(),
            signed: false,
        }));
    }
    paper(words, blocks)
}

/// «نسخه ۱».
pub fn name(words: &Words, version: &SignedMinutes) -> String {
    words.say_with("paper-signed-version", &[("number", version.version.into())])
}

fn head(words: &Words, version: &SignedMinutes) -> Text {
    let code = version.session.verification.as_ref();
    let code = code.map(|code| Text::stored(format!("({})", code.code)));
    Text::joined([Text::ours(name(words, version)), code.unwrap_or_default()], " ")
}

fn row(
    words: &Words,
    view: &SessionView,
    first: &SignedMinutes,
    second: &SignedMinutes,
    difference: &Difference,
) -> Vec<Vec<Text>> {
    let Difference {
        about,
        field,
        first: was,
        second: is,
    } = difference;
    // What only one of them has is named as it is called there.
    let there = if is.is_empty() { first } else { second };
    let about = sentences::corrected(words, &of_version(there, view), about);
    let field = sentences::signed_field(words, field);
    let told = |values: &[String]| {
        vec![Text::ours(sentences::signed_values(
            words,
            difference.field,
            values,
        ))]
    };
    vec![vec![Text::ours(about), Text::ours(field)], told(was), told(is)]
}
