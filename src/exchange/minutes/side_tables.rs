//! Tables beside the resolutions and the roll: lists of names side by side, and who said what.
//! Knows no resolution.

use std::ops::Range;

use super::attendance::status_of;
use super::enumerate::number_alone;
use super::head_text::HeadText;
use super::head_words::{SPEAKER, TALK};
use super::headings::section_label;
use super::labels::MinutesPart;
use super::lines::{CellParas, SourceLine, cell_text, filled_texts};
use super::reader::MinutesReader;
use super::roll::roll_columns;
use super::rows::is_one_person;
use super::tables::RollHead;
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

/// A list of names with its columns.
struct SideList {
    part: MinutesPart,
    columns: Range<usize>,
}

/// The lists that stand side by side: each reaches to the next heading.
fn lists_of(parts: &[Option<MinutesPart>]) -> Vec<SideList> {
    let starts: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].is_some()).collect();
    let ends = starts.iter().skip(1).copied().chain([parts.len()]);
    let lists = starts.iter().zip(ends);
    lists
        .filter_map(|(start, end)| {
            Some(SideList {
                part: parts[*start]?,
                columns: *start..end,
            })
        })
        .collect()
}

/// The head of rolls side by side in the row below their headings.
pub(super) fn roll_below(next: &SourceLine, parts: &[Option<MinutesPart>]) -> Option<RollHead> {
    let columns = roll_columns(&next.cells, true).filter(|_| next.cells.len() == parts.len())?;
    let texts = next.cells.iter().map(|cell| cell_text(cell).replace('\n', " "));
    Some(RollHead {
        columns,
        texts: texts.collect(),
    })
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
        for list in lists_of(parts) {
            self.section = list.part;
            for row in rows {
                let cells = row.cells.get(list.columns.clone()).unwrap_or_default();
                self.cells_of_list(row.number, cells);
            }
        }
        let first = parts.iter().position(Option::is_some).unwrap_or(0);
        for row in rows {
            let before_the_lists = row.cells.iter().take(first);
            let beyond = before_the_lists.chain(row.cells.iter().skip(parts.len()));
            let texts: Vec<String> = beyond.map(cell_text).collect();
            texts.iter().for_each(|text| self.raw(row.number, text));
        }
        self.section = before;
    }

    /// The cells of one row in one list: a person with the post beside it, or names.
    fn cells_of_list(&mut self, number: usize, cells: &[CellParas]) {
        let texts = filled_texts(cells);
        let (numbers, texts): (Vec<String>, Vec<String>) =
            texts.into_iter().partition(|text| number_alone(text).is_some());
        numbers.iter().for_each(|text| self.understood(number, text));
        if is_one_person(&texts) {
            self.one_person(number, &texts);
        } else {
            texts.iter().for_each(|text| self.names_of(number, text));
        }
    }

    /// The same with a head of its own below the headings: «حاضرین | | غایبین |» over «نام | سمت | نام | سمت».
    pub(super) fn rolls_side_by_side(
        &mut self,
        rows: &[&SourceLine],
        parts: &[Option<MinutesPart>],
        head: &RollHead,
    ) {
        let before = self.section;
        // The headings over the columns say what the line above the table says of all.
        self.line_above = None;
        for list in lists_of(parts) {
            self.section = list.part;
            let own = |row: &SourceLine| row.cells.get(list.columns.clone()).unwrap_or_default().to_vec();
            let own_rows: Vec<SourceLine> = rows
                .iter()
                .map(|row| SourceLine {
                    number: row.number,
                    after_blank: false,
                    cells: own(row),
                    merged: Vec::new(),
                })
                .filter(|row| !row.filled_texts().is_empty())
                .collect();
            let own_head = RollHead {
                columns: head.columns[list.columns.clone()].to_vec(),
                texts: head.texts[list.columns.clone()].to_vec(),
            };
            self.attendance_rows(&own_rows.iter().collect::<Vec<_>>(), &own_head);
        }
        self.section = before;
    }
}
