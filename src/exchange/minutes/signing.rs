//! Tables of those who sign: their rows to signatures.
//! Knows no roll and no resolution.

use super::headings::is_of_people;
use super::labels::{HeadLabel, MinutesPart};
use super::lines::{SourceLine, cell_text};
use super::names::is_post;
use super::pairs::label_alone;
use super::reader::MinutesReader;
use super::tables::{RowBlock, TableKind};
use super::words::first_words;

/// Longest cell of a row of signatures, in words.
const SIGNATURE_WORDS: usize = 20;
/// Longest post above a signature, in words.
const POST_WORDS: usize = 8;

impl MinutesReader {
    /// «رئیس جلسه ...» with the chair that the head names: a box to sign in, not a line of its own.
    fn is_known_signer(&self, text: &str) -> bool {
        let chair = self.read.chair.as_ref().filter(|_| text.starts_with("رئیس جلسه"));
        let secretary = self
            .read
            .secretary
            .as_ref()
            .filter(|_| text.starts_with("دبیر جلسه"));
        let ends = |name: Option<&String>| name.is_some_and(|name| text.ends_with(name.as_str()));
        ends(chair) || ends(secretary)
    }

    /// Whether a row names those who sign, right below the absentees and the like: «رئیس جلسه | دبیر جلسه | فرماندار».
    pub(super) fn signs_below(&self, row: &SourceLine) -> bool {
        let is_done = !self.read.resolutions.is_empty()
            && (is_of_people(self.section) || self.section == MinutesPart::Signatures)
            && !matches!(self.table, TableKind::Attendance(_) | TableKind::Resolutions);
        let texts = row.filled_texts();
        let of_session =
            |text: &String| matches!(label_alone(text), Some(HeadLabel::Chair | HeadLabel::Secretary));
        let is_post_alone = |text: &String| {
            let words = first_words(text, POST_WORDS + 1);
            let begins = words.first().is_some_and(|word| is_post(&word.key));
            words.len() <= POST_WORDS && (begins || of_session(text)) && !text.contains([':', '،'])
        };
        is_done && texts.len() > 1 && texts.iter().any(of_session) && texts.iter().all(is_post_alone)
    }

    /// Takes such a row and those below it; how many they are.
    pub(super) fn signature_table(&mut self, block: &mut RowBlock, at: usize) -> usize {
        self.flush(block);
        self.section = MinutesPart::Signatures;
        let rows: Vec<&SourceLine> = block.rows[at..].iter().collect();
        let rows = if are_signatures(&rows) {
            rows
        } else {
            vec![&block.rows[at]]
        };
        self.signature_rows(&rows);
        rows.len()
    }

    pub(super) fn signature_rows(&mut self, rows: &[&SourceLine]) {
        for cell in rows
            .iter()
            .flat_map(|row| &row.cells)
            .filter(|cell| !cell.is_empty())
        {
            let text = cell_text(cell).replace('\n', " ");
            let (label, text) = without_label(&text);
            self.understood(rows[0].number, label);
            if self.is_known_signer(text) {
                self.understood(rows[0].number, text);
            } else {
                self.read.signatures.push(text.to_owned());
            }
        }
    }
}

/// «امضا: نام — سمت»: the label of a box to sign in, and what stands behind it.
fn without_label(text: &str) -> (&str, &str) {
    let label = "امضا";
    match text.strip_prefix(label) {
        Some(rest) if rest.starts_with([':', ' ']) => (label, rest.trim_start_matches([':', ' '])),
        _ => ("", text),
    }
}

/// Short cells without numbers: names and posts side by side.
pub(super) fn are_signatures(rows: &[&SourceLine]) -> bool {
    let cells = || {
        rows.iter()
            .flat_map(|row| &row.cells)
            .filter(|cell| !cell.is_empty())
    };
    rows.len() <= 8
        && rows.iter().all(|row| row.cells.len() <= 8)
        && cells().all(|cell| {
            let text = cell_text(cell);
            first_words(&text, SIGNATURE_WORDS + 1).len() <= SIGNATURE_WORDS
                && !text.contains(char::is_numeric)
        })
}
