//! Rows and paragraphs to resolutions: which row goes on with the one above, and which is one of its own.
//! Knows no table: rows come with their cells already in place.

use super::enumerate::{item_number, named_number};
use super::labels::ends_with_verb;
use super::mend::breaks_off;
use super::names::begins_as_a_name;
use super::row_cells::RowCells;
use super::row_marks::{row_mark, whole_number};
use super::values::{ReadClause, ReadResolution};
use super::words::first_words;
use crate::domain::wording;

pub(super) fn append(field: &mut String, text: &str, between: &str) {
    if !field.is_empty() && !text.is_empty() {
        field.push_str(between);
    }
    field.push_str(text);
}

fn append_some(field: &mut Option<String>, text: &str, between: &str) {
    if !text.is_empty() {
        append(field.get_or_insert_default(), text, between);
    }
}

/// Adds a row of a table. `after_break` says that it is the first one of a page; `has_numbers` that the table has a
/// column for them; `next_number` is the number of the next row that has one.
pub(super) fn add_row(
    resolutions: &mut Vec<ReadResolution>,
    mut cells: RowCells,
    after_break: bool,
    has_numbers: bool,
    next_number: Option<u32>,
) {
    if whole_number(&cells.row).is_some() {
        cells.take_merged(true);
    }
    settle_cells(&mut cells, resolutions.last());
    let mut row = settle_mark(&mut cells, resolutions.last());
    if row.is_none() && !has_numbers {
        let several = numbered_paragraphs(&cells.text);
        if several.len() > 1 {
            return add_several(resolutions, &cells, several);
        }
        let numbered = item_number(&cells.text).or_else(|| named_number(&cells.text));
        if let Some((number, after)) = numbered {
            row = Some(number);
            cells.text = cells.text[after..].to_owned();
        }
    }
    let goes_on = row.is_none()
        && !(!has_numbers && !cells.text.is_empty() && cells.merged.is_of_several())
        && resolutions
            .last()
            .is_some_and(|last| cells.continues || goes_on(last, &cells, after_break, next_number));
    match resolutions.last_mut() {
        Some(last) if goes_on => join(last, cells, after_break),
        _ => {
            cells.take_merged(false);
            resolutions.push(resolution(row, cells));
        }
    }
}

/// The number of a row. A clause or part of the resolution above («۱-ب», «ب», «۱-۲») has none of its own: its mark goes
/// before its wording.
fn settle_mark(cells: &mut RowCells, above: Option<&ReadResolution>) -> Option<u32> {
    let written = std::mem::take(&mut cells.row);
    let Some(mark) = row_mark(&written) else {
        if written.contains(char::is_alphanumeric) {
            cells.other.push(written);
        }
        return None;
    };
    let before = match (&mark.letter, mark.part) {
        (Some(letter), _) => format!("{letter}) "),
        (None, Some(_)) => format!("{} ", written.trim()),
        (None, None) => return mark.number,
    };
    cells.text.insert_str(0, &before);
    let same = above.is_some_and(|above| mark.number.is_none() || above.row == mark.number);
    cells.continues |= same;
    mark.number.filter(|_| !same)
}

/// Ditto marks say what the row above says, a dash alone says nothing, and a subject without a wording is the wording.
fn settle_cells(cells: &mut RowCells, above: Option<&ReadResolution>) {
    let ditto = |text: &str| !text.is_empty() && text.chars().all(|c| "\"״〃″/',،».« ".contains(c));
    let same = |field: Option<&Option<String>>| field.cloned().flatten().unwrap_or_default();
    if ditto(&cells.deadline) {
        cells.deadline = same(above.map(|above| &above.deadline_written));
    }
    if ditto(&cells.responsible) {
        cells.responsible = same(above.map(|above| &above.responsible_written));
    }
    for field in [
        &mut cells.deadline,
        &mut cells.responsible,
        &mut cells.subject,
        &mut cells.text,
    ] {
        if !field.contains(char::is_alphanumeric) {
            field.clear();
        }
    }
    if cells.text.is_empty() {
        cells.text = std::mem::take(&mut cells.subject);
    }
}

fn resolution(row: Option<u32>, cells: RowCells) -> ReadResolution {
    let some = |text: String| (!text.is_empty()).then_some(text);
    ReadResolution {
        row,
        subject: some(cells.subject),
        text: cells.text,
        deadline_written: some(cells.deadline),
        responsible_written: some(cells.responsible),
        responsible: Vec::new(),
        clauses: Vec::new(),
        follows_written: None,
        remarks: cells.other,
    }
}

/// Whether a row without a number belongs to the resolution above.
fn goes_on(last: &ReadResolution, cells: &RowCells, after_break: bool, next_number: Option<u32>) -> bool {
    if cells.text.is_empty() {
        return true;
    }
    if cells.subject.is_empty() && cells.deadline.is_empty() && cells.responsible.is_empty() {
        return true;
    }
    if begins_with_proviso(&cells.text) || next_clause(&cells.text, &last.text).is_some() {
        return true;
    }
    // «و گزارش آن ارائه گردد.» is the rest of a sentence whose duty stands in its last line.
    let is_rest = first_words(&cells.text, 1)
        .first()
        .is_some_and(|word| word.key == "و");
    let has_no_duty = last.deadline_written.is_none() && last.responsible_written.is_none();
    if is_rest && has_no_duty && !last.text.trim_end().ends_with(['.', '؛', ':']) {
        return true;
    }
    // «| نهر اصلی اقدام کند. | | مهرآباد»: below a sentence without its end a row without a number has the rest of each cell.
    let is_rest_of_cells = cells.deadline.is_empty() && !begins_as_a_name(&cells.responsible);
    if is_rest_of_cells && breaks_off(&last.text) && last.row.is_some() {
        return true;
    }
    let numbering_has_no_gap = match (last.row, next_number) {
        (Some(last), Some(next)) => next == last + 1,
        _ => true,
    };
    // The rest of a row that a page cut: its sentence is still open.
    after_break && !ends_whole(&last.text) && numbering_has_no_gap && !begins_anew(&cells.text)
}

/// The letter of the clause that a text begins with, if it is the next one in the wording above.
pub(super) fn next_clause(text: &str, above: &str) -> Option<String> {
    let first = first_words(text, 1);
    let lettered = first.first().is_some_and(|word| word.key.chars().count() == 1);
    if !lettered || !above.contains("الف") {
        return None;
    }
    let start = above.len() + 1;
    let together = wording::clauses(&format!("{above}\n{text}"));
    together
        .into_iter()
        .find(|clause| clause.range_byte.start == start)
        .map(|clause| clause.letter)
}

/// Whether a paragraph begins with «تبصره».
pub(super) fn begins_with_proviso(text: &str) -> bool {
    first_words(text, 1)
        .first()
        .is_some_and(|word| word.key.starts_with("تبصره"))
}

fn begins_anew(text: &str) -> bool {
    first_words(text, 2)
        .first()
        .is_some_and(|word| word.key == "مقرر" || word.key == "درخصوص")
}

pub(super) fn ends_whole(text: &str) -> bool {
    text.trim_end().ends_with(['.', '؛', ':', '!', '؟', ')', '»']) || ends_with_verb(text)
}

fn join(last: &mut ReadResolution, cells: RowCells, after_break: bool) {
    let clause = next_clause(&cells.text, &last.text);
    let is_rest = clause.is_none() && item_number(&cells.text).is_none() && !begins_with_proviso(&cells.text);
    let cut = is_rest
        && if after_break {
            !ends_whole(&last.text)
        } else {
            breaks_off(&last.text)
        };
    append(&mut last.text, &cells.text, if cut { " " } else { "\n" });
    append_some(&mut last.subject, &cells.subject, " ");
    let new_name = begins_as_a_name(&cells.responsible);
    append_some(
        &mut last.responsible_written,
        &cells.responsible,
        if new_name { "\n" } else { " " },
    );
    last.remarks.extend(cells.other);
    let some = |text: String| (!text.is_empty()).then_some(text);
    match clause.filter(|_| !cells.deadline.is_empty() || !cells.responsible.is_empty()) {
        Some(letter) => last.clauses.push(ReadClause {
            letter,
            deadline_written: some(cells.deadline),
            responsible_written: some(cells.responsible),
            responsible: Vec::new(),
        }),
        None => append_some(&mut last.deadline_written, &cells.deadline, " "),
    }
}

/// The paragraphs of a cell that are numbered one after the other, with what follows each of them.
fn numbered_paragraphs(text: &str) -> Vec<(u32, String)> {
    let mut found: Vec<(u32, String)> = Vec::new();
    for paragraph in text.split('\n') {
        match item_number(paragraph).or_else(|| named_number(paragraph)) {
            Some((number, after)) if found.last().is_none_or(|(last, _)| number == last + 1) => {
                found.push((number, paragraph[after..].to_owned()));
            }
            _ => match found.last_mut() {
                Some((_, text)) => append(text, paragraph, "\n"),
                None => return Vec::new(),
            },
        }
    }
    found
}

fn add_several(resolutions: &mut Vec<ReadResolution>, cells: &RowCells, several: Vec<(u32, String)>) {
    for (index, (number, text)) in several.into_iter().enumerate() {
        // Subject and remarks stand once; deadline and responsible hold for each of them.
        let (subject, other) = if index == 0 {
            (cells.subject.clone(), cells.other.clone())
        } else {
            Default::default()
        };
        let own = RowCells {
            row: String::new(),
            subject,
            text,
            other,
            ..cells.clone()
        };
        resolutions.push(resolution(Some(number), own));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &str, text: &str, deadline: &str, responsible: &str) -> RowCells {
        RowCells {
            row: row.into(),
            text: text.into(),
            deadline: deadline.into(),
            responsible: responsible.into(),
            ..RowCells::default()
        }
    }

    #[test]
    fn rows_with_only_text_go_on_with_the_one_above() {
        let mut read = Vec::new();
        add_row(
            &mut read,
            cells("۱", "نهر لایروبی شود.", "یک ماه", "شهرداری"),
            true,
            true,
            None,
        );
        add_row(
            &mut read,
            cells("", "تبصره: هزینه با شهرداری است.", "", ""),
            false,
            true,
            None,
        );
        add_row(&mut read, cells("", "گزارش داده شود.", "", ""), false, true, None);
        add_row(
            &mut read,
            cells("", "پل ترمیم شود.", "دو ماه", "راهداری"),
            false,
            true,
            None,
        );
        assert_eq!(read.len(), 2);
        assert_eq!(
            read[0].text,
            "نهر لایروبی شود.\nتبصره: هزینه با شهرداری است.\nگزارش داده شود."
        );
        assert_eq!(read[1].row, None);
    }

    #[test]
    fn a_row_cut_by_a_page_is_one_sentence_again() {
        let mut read = Vec::new();
        add_row(
            &mut read,
            cells("۷", "شهرداری نسبت به", "یک ماه", "شهرداری"),
            true,
            true,
            Some(8),
        );
        add_row(
            &mut read,
            cells("", "لایروبی نهر اقدام کند.", "", ""),
            true,
            true,
            Some(8),
        );
        add_row(&mut read, cells("۸", "پل ترمیم شود.", "", ""), false, true, None);
        assert_eq!(read.len(), 2);
        assert_eq!(read[0].text, "شهرداری نسبت به لایروبی نهر اقدام کند.");
    }

    #[test]
    fn clauses_in_rows_of_their_own_stay_in_one_resolution() {
        let mut read = Vec::new();
        add_row(
            &mut read,
            cells("۱", "مقرر شد: الف) نهر لایروبی شود.", "یک ماه", "شهرداری"),
            true,
            true,
            None,
        );
        add_row(
            &mut read,
            cells("", "ب) پل ترمیم شود.", "دو ماه", "راهداری"),
            false,
            true,
            None,
        );
        assert_eq!(read.len(), 1);
        assert_eq!(read[0].responsible_written.as_deref(), Some("شهرداری\nراهداری"));
        assert_eq!(
            (
                read[0].clauses[0].letter.as_str(),
                read[0].clauses[0].deadline_written.as_deref()
            ),
            ("ب", Some("دو ماه"))
        );
    }
}
