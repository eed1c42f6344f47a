//! Tables beside the resolutions and the roll: lists of names side by side, and who said what.
//! Knows no resolution.

use super::attendance::status_of;
use super::enumerate::number_alone;
use super::head_text::HeadText;
use super::head_words::{SPEAKER, TALK};
use super::headings::section_label;
use super::labels::MinutesPart;
use super::lines::{CellParas, SourceLine, cell_text};
use super::reader::MinutesReader;
use super::values::ReadNote;

/// Longest head of a column, in words.
const HEAD_WORDS: usize = 6;

/// The columns of a table of what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TalkColumns {
    pub speaker: usize,
    pub words: usize,
}

/// «حاضرین | غایبین»: lists of names side by side, by the part that each column is.
pub(super) fn list_columns(cells: &[CellParas]) -> Option<Vec<Option<MinutesPart>>> {
    let part = |cell: &CellParas| {
        let text = cell_text(cell);
        let found = section_label(&text).filter(|found| text[found.rest_byte..].trim().is_empty())?;
        let of_names = status_of(found.label).is_some() || found.label == MinutesPart::Guests;
        of_names.then_some(found.label)
    };
    let mut parts = Vec::new();
    for cell in cells {
        let found = if cell.is_empty() { None } else { Some(part(cell)?) };
        if found.is_some() && parts.contains(&found) {
            return None;
        }
        parts.push(found);
    }
    (parts.iter().flatten().count() > 1).then_some(parts)
}

/// «نام | مطالب»: who said what, and nothing of deadlines or duties.
pub(super) fn talk_columns(cells: &[CellParas]) -> Option<TalkColumns> {
    let heads: Vec<HeadText> = cells
        .iter()
        .map(|cell| HeadText::of(&cell_text(cell), HEAD_WORDS))
        .collect();
    let short = heads.iter().all(|head| head.len() <= HEAD_WORDS);
    let words = heads.iter().position(|head| head.starts(TALK))?;
    let speaker =
        (0..heads.len()).find(|at| *at != words && heads[*at].len() > 0 && heads[*at].starts(SPEAKER))?;
    (short && cells.len() < 6).then_some(TalkColumns { speaker, words })
}

impl MinutesReader {
    /// Rows of what was said, each a note of its speaker.
    pub(super) fn talk_rows(&mut self, rows: &[&SourceLine], columns: TalkColumns) {
        for row in rows {
            let text = |at: usize| row.cells.get(at).map(cell_text).unwrap_or_default();
            let (speaker, words) = (text(columns.speaker), text(columns.words));
            for at in (0..row.cells.len()).filter(|at| *at != columns.speaker && *at != columns.words) {
                match number_alone(&text(at)) {
                    Some(_) => self.understood(row.number, &text(at)),
                    None => self.raw(row.number, &text(at)),
                }
            }
            if !words.contains(char::is_alphanumeric) {
                self.raw(row.number, &speaker);
                continue;
            }
            let speaker = speaker.replace('\n', " ");
            let named = !speaker.trim().is_empty();
            if named {
                self.known.spoke(&speaker);
            }
            self.read.notes.push(ReadNote {
                speaker: named.then_some(speaker),
                text: words,
                agenda_item: self.item,
                ..ReadNote::default()
            });
        }
    }

    /// Lists of names side by side: every cell goes to the part of its column.
    pub(super) fn list_rows(&mut self, rows: &[&SourceLine], parts: &[Option<MinutesPart>]) {
        let before = self.section;
        for (at, part) in parts.iter().enumerate() {
            let Some(part) = part else { continue };
            self.section = *part;
            for row in rows {
                let text = row.cells.get(at).map(cell_text).unwrap_or_default();
                match number_alone(&text) {
                    Some(_) => self.understood(row.number, &text),
                    None => self.names_of(row.number, &text),
                }
            }
        }
        for row in rows {
            let beyond = row
                .cells
                .iter()
                .enumerate()
                .filter(|(at, _)| parts.get(*at).copied().flatten().is_none());
            let texts: Vec<String> = beyond.map(|(_, cell)| cell_text(cell)).collect();
            texts.iter().for_each(|text| self.raw(row.number, text));
        }
        self.section = before;
    }
}
