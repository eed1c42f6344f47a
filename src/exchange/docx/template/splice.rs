//! A part with the values of its fields in their places; everything else stays byte for byte.
//! Does not know where fields stand, nor what they are called.

use super::fields::{FieldIndex, FieldPlace};
use super::scan::{FoundField, PartScan};
use super::{TemplateError, is_too_large};
use crate::exchange::docx::{is_direction, legal};
use quick_xml::escape::escape;
use std::ops::Range;

/// Bytes that are taken out, and what takes their place.
struct Splice {
    bytes: Range<usize>,
    text: String,
}

/// A part that is filled.
pub(super) struct PartFill<'a> {
    xml: &'a str,
    scan: &'a PartScan,
    index: &'a FieldIndex<'a>,
    /// What each field stands for.
    places: Vec<FieldPlace>,
    /// The list of each row that stands once for each of its rows.
    lists: Vec<Option<usize>>,
}

impl<'a> PartFill<'a> {
    /// # Errors
    /// [`TemplateError`] for a field that is not known or stands where it cannot.
    pub(super) fn new(
        xml: &'a str,
        scan: &'a PartScan,
        index: &'a FieldIndex<'a>,
    ) -> Result<PartFill<'a>, TemplateError> {
        let mut fill = PartFill {
            xml,
            scan,
            index,
            places: Vec::new(),
            lists: vec![None; scan.rows.len()],
        };
        for field in &scan.fields {
            let named = || (field.name.clone(), field.place);
            let Some(place) = index.place(&field.name) else {
                let (name, place) = named();
                return Err(TemplateError::UnknownField { name, place });
            };
            fill.places.push(place);
            let Some(list) = place.list() else { continue };
            let (name, place) = named();
            match field.row.map(|row| &mut fill.lists[row]) {
                None => return Err(TemplateError::OutsideRow { name, place }),
                Some(Some(other)) if *other != list => return Err(TemplateError::TwoLists { name, place }),
                Some(of_row) => *of_row = Some(list),
            }
        }
        fill.no_list_in_a_list()?;
        Ok(fill)
    }

    fn no_list_in_a_list(&self) -> Result<(), TemplateError> {
        let rows = self
            .pattern_rows()
            .map(|(row, _)| row.clone())
            .collect::<Vec<_>>();
        let inner = rows.windows(2).find(|pair| pair[1].start < pair[0].end);
        let field = inner.and_then(|pair| self.scan.fields.iter().find(|field| is_in(&pair[1], field)));
        field.map_or(Ok(()), |field| {
            let (name, place) = (field.name.clone(), field.place);
            Err(TemplateError::ListInList { name, place })
        })
    }

    /// The rows that stand for a list, in order of their start.
    fn pattern_rows(&self) -> impl Iterator<Item = (&Range<usize>, usize)> {
        let rows = self.scan.rows.iter().zip(&self.lists);
        rows.filter_map(|(row, list)| list.map(|list| (row, list)))
    }

    /// The whole part.
    ///
    /// # Errors
    /// [`TemplateError::TooLarge`] where it grows beyond what is read of a part.
    pub(super) fn filled(&self) -> Result<String, TemplateError> {
        let rows: Vec<(&Range<usize>, usize)> = self.pattern_rows().collect();
        let mut splices = Vec::new();
        let mut grown = 0;
        for (field, place) in self.scan.fields.iter().zip(&self.places) {
            if !rows.iter().any(|(row, _)| is_in(row, field)) {
                self.put(field, self.index.value(*place, 0), true, &mut splices);
            }
        }
        for (row, list) in rows {
            let mut text = String::new();
            for number in 0..self.index.rows(list) {
                text.push_str(&self.row(row, number));
                if is_too_large(text.len() + grown) {
                    return Err(TemplateError::TooLarge);
                }
            }
            grown += text.len();
            let bytes = row.clone();
            splices.push(Splice { bytes, text });
        }
        let filled = spliced(self.xml, 0..self.xml.len(), splices);
        if is_too_large(filled.len()) {
            return Err(TemplateError::TooLarge);
        }
        Ok(filled)
    }

    /// A row of a table with the values of one row of its list.
    fn row(&self, row: &Range<usize>, number: usize) -> String {
        let is_first = number == 0;
        let mut splices = Vec::new();
        for (field, place) in self.scan.fields.iter().zip(&self.places) {
            if is_in(row, field) {
                self.put(field, self.index.value(*place, number), is_first, &mut splices);
            }
        }
        if !is_first {
            splices.extend(self.once(row));
        }
        spliced(self.xml, row.clone(), splices)
    }

    /// What a copy must not have again.
    fn once(&self, bytes: &Range<usize>) -> Vec<Splice> {
        let inside = |one: &&Range<usize>| bytes.start <= one.start && one.end <= bytes.end;
        let gone = self.scan.once.iter().filter(inside).map(|one| Splice {
            bytes: one.clone(),
            text: String::new(),
        });
        gone.collect()
    }

    /// A value of several lines gives its paragraph once for each, where nothing else stands in it: a line that is
    /// broken inside a justified paragraph is drawn apart by Word.
    fn put(&self, field: &FoundField, value: &str, is_first: bool, splices: &mut Vec<Splice>) {
        let lines: Vec<&str> = value.lines().filter(|line| !line.trim().is_empty()).collect();
        let Some(paragraph) = field.alone.as_ref().filter(|_| lines.len() > 1) else {
            let breaks = match field.prefix.as_str() {
                // Drawings have no such break.
                "a:" | "m:" => " ".to_owned(),
                prefix => format!("</{prefix}t><{prefix}br/><{prefix}t xml:space=\"preserve\">"),
            };
            let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
            splices.extend(inline(field, &lines.join(&breaks)));
            return;
        };
        let copies = lines.iter().enumerate().map(|(at, line)| {
            let mut inner = inline(field, &escaped(line));
            if at > 0 || !is_first {
                inner.extend(self.once(paragraph));
            }
            spliced(self.xml, paragraph.clone(), inner)
        });
        splices.push(Splice {
            text: copies.collect(),
            bytes: paragraph.clone(),
        });
    }
}

fn is_in(bytes: &Range<usize>, field: &FoundField) -> bool {
    field
        .pieces
        .first()
        .is_some_and(|piece| bytes.contains(&piece.start))
}

fn escaped(line: &str) -> String {
    // The direction of a template's run is the template's to say.
    let words: String = line.chars().filter(|c| !is_direction(*c)).collect();
    escape(&*legal(&words)).into_owned()
}

/// The value in the place of the field's first letters, the others taken out.
fn inline(field: &FoundField, value: &str) -> Vec<Splice> {
    let mut value = Some(value);
    let pieces = field.pieces.iter().map(|piece| Splice {
        bytes: piece.clone(),
        text: value.take().unwrap_or_default().to_owned(),
    });
    let mut splices: Vec<Splice> = pieces.collect();
    splices.extend(field.spaces.iter().map(|at| Splice {
        bytes: *at..*at,
        text: " xml:space=\"preserve\"".to_owned(),
    }));
    splices
}

/// The bytes of a part with these changes; of two at one place the first holds.
fn spliced(xml: &str, bytes: Range<usize>, mut splices: Vec<Splice>) -> String {
    splices.sort_by_key(|splice| (splice.bytes.start, std::cmp::Reverse(splice.bytes.end)));
    // Two fields of one text ask for its blanks twice.
    splices.dedup_by(|later, earlier| later.bytes.is_empty() && later.bytes == earlier.bytes);
    let mut text = String::with_capacity(bytes.len());
    let mut at = bytes.start;
    for splice in splices {
        if splice.bytes.start < at {
            continue;
        }
        text.push_str(&xml[at..splice.bytes.start]);
        text.push_str(&splice.text);
        at = splice.bytes.end;
    }
    text.push_str(&xml[at..bytes.end]);
    text
}
