//! What the source counts against what was read of it: numbered rows that are no resolution, dates that are none.
//! Knows no way of reading: it looks at the lines again, and at what came out.

use std::collections::HashSet;

use super::doubt::{Doubt, DoubtKind};
use super::enumerate::{item_number, named_number, number_alone};
use super::headings::{is_of_before, section_label};
use super::heads::{ColumnRole, role_of};
use super::labels::MinutesPart;
use super::lines::SourceLine;
use super::values::{ReadMinutes, ReadResolution};
use super::words::{first_words, joined, without_bullet, words};
use crate::calendar::{DayError, parse_day};

/// A wording is known again by so many of its first words.
const KNOWN_BY_WORDS: usize = 3;

/// A heading is no longer than this, in words.
const HEADING_WORDS: usize = 12;

/// Rows that are told of one by one, at most; all are counted.
const MOST_TOLD: usize = 20;

/// A row of the source that has a number and stands where resolutions stand.
struct NumberedRow {
    line: usize,
    text: String,
    /// What may be its wording: the cells beside the number.
    parts: Vec<String>,
}

/// What was read, with a doubt for every numbered row that is no resolution and for every date that is none.
pub(super) fn tallied(mut read: ReadMinutes, lines: &[SourceLine]) -> ReadMinutes {
    let rows = numbered_rows(lines);
    let known = known_wordings(&read.resolutions);
    let missing: Vec<&NumberedRow> = rows
        .iter()
        .filter(|row| !row.parts.iter().any(|part| is_known(&known, part)))
        .collect();
    if !missing.is_empty() {
        let kind = DoubtKind::RowsMissing {
            numbered: rows.len(),
            read: rows.len() - missing.len(),
        };
        read.doubts.push(doubt(0, "", kind));
        let told = missing.into_iter().take(MOST_TOLD);
        read.doubts
            .extend(told.map(|row| doubt(row.line, &row.text, DoubtKind::RowIsNoResolution)));
    }
    let days = read
        .raw
        .iter()
        .flat_map(|line| no_days(&line.text).map(move |written| (line, written)));
    let is_told = |written: &str| {
        let same =
            |told: &Doubt| matches!(&told.kind, DoubtKind::NoSuchDay { written: known } if known == written);
        read.doubts.iter().any(same)
    };
    let days: Vec<Doubt> = days
        .filter(|(_, written)| !is_told(written))
        .map(|(line, written)| {
            let written = written.to_owned();
            doubt(line.number, &line.text, DoubtKind::NoSuchDay { written })
        })
        .collect();
    read.doubts.extend(days);
    read
}

fn doubt(number: usize, text: &str, kind: DoubtKind) -> Doubt {
    Doubt {
        number,
        text: text.to_owned(),
        kind,
    }
}

/// The rows with a number below a heading or a head of resolutions, and the paragraphs that are named «مصوبه ۳:».
fn numbered_rows(lines: &[SourceLine]) -> Vec<NumberedRow> {
    let mut rows = Vec::new();
    let mut decides = false;
    // «پیگیری مصوبات جلسه قبل» above a table.
    let mut before = false;
    let mut below_agenda = false;
    for line in lines {
        if line.is_row() {
            let cells = line.filled_texts();
            if let Some(says) = head_decides(&cells) {
                // A table right below «دستور کار:» is the agenda, unless its head says «مصوبه».
                let is_agenda = std::mem::take(&mut below_agenda) && !speaks_of_decisions(&cells);
                decides = says && !before && !is_agenda;
            } else if decides {
                rows.extend(numbered_row(line.number, &cells));
            }
            continue;
        }
        for para in line.cells.iter().flatten() {
            before = is_of_before(&first_words(&para.text, HEADING_WORDS));
            let label = section_label(&para.text);
            below_agenda = label
                .as_ref()
                .is_some_and(|label| label.label == MinutesPart::Agenda);
            if let Some(label) = label {
                decides = label.label == MinutesPart::Resolutions && !before;
            }
            rows.extend(numbered_paragraph(line.number, &para.text, decides));
        }
    }
    rows
}

/// Whether a row is the head of a table, and whether of one of resolutions; none where it is no head.
fn head_decides(cells: &[String]) -> Option<bool> {
    if cells.iter().any(|cell| number_alone(cell).is_some()) {
        return None;
    }
    if let [only] = cells {
        return section_label(only).map(|label| label.label == MinutesPart::Resolutions);
    }
    let roles: Vec<Option<ColumnRole>> = cells.iter().map(|cell| role_of(cell)).collect();
    let has = |role: ColumnRole| roles.contains(&Some(role));
    let wording = has(ColumnRole::Text) || has(ColumnRole::Subject);
    let duty = has(ColumnRole::Deadline) || has(ColumnRole::Responsible);
    let speaks = || speaks_of_decisions(cells);
    let before = || cells.iter().any(|cell| is_of_before(&words(cell)));
    let is_head = roles.iter().flatten().count() >= 2 || has(ColumnRole::Row);
    is_head.then(|| wording && (duty || speaks()) && !before())
}

/// Whether a head says «مصوبه» or «مصوبات».
fn speaks_of_decisions(cells: &[String]) -> bool {
    let speaks = |cell: &String| words(cell).iter().any(|word| word.key.starts_with("مصوب"));
    cells.iter().any(speaks)
}

fn numbered_row(line: usize, cells: &[String]) -> Option<NumberedRow> {
    let (numbers, parts): (Vec<String>, Vec<String>) = cells
        .iter()
        .cloned()
        .partition(|cell| number_alone(cell).is_some());
    let says = parts.iter().any(|part| first_words(part, 2).len() == 2);
    (!numbers.is_empty() && says).then(|| NumberedRow {
        line,
        text: cells.join(" | ").replace('\n', " "),
        parts,
    })
}

fn numbered_paragraph(line: usize, text: &str, decides: bool) -> Option<NumberedRow> {
    let inner = without_bullet(text);
    let is_named = |(_, after): &(u32, usize)| {
        words(&inner[..*after])
            .iter()
            .any(|word| word.key.starts_with("مصوبه"))
    };
    let (_, after) = named_number(inner)
        .filter(is_named)
        .or_else(|| item_number(inner).filter(|_| decides))?;
    let wording = &inner[after..];
    (first_words(wording, 2).len() == 2).then(|| NumberedRow {
        line,
        text: text.to_owned(),
        parts: vec![wording.to_owned()],
    })
}

/// Whether a part of a row begins as a paragraph of a resolution does.
fn is_known(known: &HashSet<String>, part: &str) -> bool {
    let words = first_words(part, KNOWN_BY_WORDS);
    (1..=words.len()).any(|count| known.contains(&joined(&words[..count])))
}

/// How every paragraph of the resolutions begins.
fn known_wordings(resolutions: &[ReadResolution]) -> HashSet<String> {
    let texts = resolutions.iter().flat_map(|resolution| {
        let wording = std::iter::once(resolution.text.as_str());
        wording
            .chain(resolution.subject.as_deref())
            .chain(resolution.remarks.iter().map(String::as_str))
    });
    texts
        .flat_map(|text| text.split('\n'))
        .flat_map(|text| [key_of(text), key_of(unnumbered(text))])
        .collect()
}

fn unnumbered(text: &str) -> &str {
    let inner = without_bullet(text);
    item_number(inner).map_or(inner, |(_, after)| &inner[after..])
}

fn key_of(text: &str) -> String {
    joined(&first_words(text, KNOWN_BY_WORDS))
}

/// Dates of a text that are written as one but are none: «۱۴۰۴/۱۳/۴۰».
fn no_days(text: &str) -> impl Iterator<Item = &str> {
    let in_date = |c: char| c.is_numeric() || matches!(c, '/' | '-' | '.');
    let tokens = text
        .split(move |c| !in_date(c))
        .map(|token| token.trim_matches(['/', '-', '.']));
    tokens.filter(|token| {
        let parts: Vec<u32> = words(token)
            .iter()
            .filter_map(|word| word.key.parse().ok())
            .collect();
        let has_year = |part: &u32| (1300..1500).contains(part);
        parts.len() == 3
            && (has_year(&parts[0]) || has_year(&parts[2]))
            && parse_day(token) == Err(DayError::NoSuchDay)
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn doubts(text: &str, read: ReadMinutes) -> Vec<(usize, DoubtKind)> {
        let tallied = tallied(read, &lines(text));
        tallied
            .doubts
            .into_iter()
            .map(|doubt| (doubt.number, doubt.kind))
            .collect()
    }

    fn with(texts: &[&str]) -> ReadMinutes {
        let resolution = |text: &&str| ReadResolution {
            text: (*text).to_owned(),
            ..ReadResolution::default()
        };
        ReadMinutes {
            resolutions: texts.iter().map(resolution).collect(),
            ..ReadMinutes::default()
        }
    }

    #[test]
    fn a_numbered_row_that_is_no_resolution_is_told_with_its_line() {
        let missing = |line| {
            let kind = DoubtKind::RowsMissing { numbered: 2, read: 1 };
            vec![(0, kind), (line, DoubtKind::RowIsNoResolution)]
        };
        for (text, line) in [
            (
                "ردیف\tمصوبه\tمهلت\n۱\tنهر پاک شود.\tیک ماه\n۲\tچاه پر شود.\tفوری",
                3,
            ),
            ("مصوبات:\n۱- چاه پر شود.\n۲- نهر پاک شود.", 2),
            (
                "دستور کار:\n۱- آب\nمصوبه ۱: نهر پاک شود.\nمصوبه ۲: چاه پر شود.",
                4,
            ),
        ] {
            assert_eq!(doubts(text, with(&["نهر پاک شود."])), missing(line), "{text}");
            assert_eq!(doubts(text, with(&["نهر پاک شود.", "چاه پر شود."])), [], "{text}");
        }
    }

    #[test]
    fn items_names_and_rows_of_before_are_no_resolutions() {
        for text in [
            "دستور کار:\n۱- گزارش نهر\n۲- گزارش چاه",
            "ردیف\tنام\tسمت\n۱\tعلی کریمی\tمدیرکل آب",
            "ردیف\tمصوبه جلسه قبل\tمهلت\n۱\tنهر پاک شود.\tیک ماه",
            "مصوبات:\nحاضرین:\n۱- اداره آب شهر\n۲- اداره برق شهر",
        ] {
            assert_eq!(doubts(text, ReadMinutes::default()), [], "{text}");
        }
    }

    #[test]
    fn dates_that_are_none_are_told_of_what_was_kept() {
        let raw = vec![super::super::values::RawLine {
            number: 7,
            text: "تاریخ: ۱۴۰۴/۱۳/۴۰ شماره ۲۱/۲۵/۱۴۷۷۲ و ۱۴۰۴/۰۶/۳۱".into(),
        }];
        let read = ReadMinutes {
            raw,
            ..ReadMinutes::default()
        };
        let written = "۱۴۰۴/۱۳/۴۰".into();
        assert_eq!(doubts("", read), [(7, DoubtKind::NoSuchDay { written })]);
    }
}
