//! Rows and paragraphs to resolutions: which row goes on with the one above, and which is one of its own.
//! Knows no table: rows come with their cells already in place.

use super::columns::{Role, role_of};
use super::enumerate::{item_number, named_number, number_alone};
use super::labels::{colons, ends_with_verb};
use super::names::begins_as_a_name;
use super::values::{ReadClause, ReadResolution};
use super::words::{Word, first_words, words};
use crate::domain::wording;

/// The cells of one row, by role; empty where the row has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RowCells {
    pub row: String,
    pub subject: String,
    pub text: String,
    pub deadline: String,
    pub responsible: String,
    pub other: Vec<String>,
}

impl RowCells {
    /// Puts a cell's text where its role says; a second cell of one role follows the first on a new line.
    pub fn put(&mut self, role: Role, text: String) {
        if text.is_empty() {
            return;
        }
        let field = match role {
            Role::Row => &mut self.row,
            Role::Subject => &mut self.subject,
            Role::Text => &mut self.text,
            Role::Deadline => &mut self.deadline,
            Role::Responsible => &mut self.responsible,
            Role::Other => return self.other.push(text),
        };
        append(field, &text, "\n");
    }
}

fn append(field: &mut String, text: &str, between: &str) {
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
    let mut row = number_alone(&cells.row);
    if row.is_none() && !cells.row.is_empty() {
        cells.other.push(std::mem::take(&mut cells.row));
    }
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
        && resolutions
            .last()
            .is_some_and(|last| goes_on(last, &cells, after_break, next_number));
    match resolutions.last_mut() {
        Some(last) if goes_on => join(last, cells, after_break),
        _ => resolutions.push(resolution(row, cells)),
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

fn ends_whole(text: &str) -> bool {
    text.trim_end().ends_with(['.', '؛', ':', '!', '؟', ')', '»']) || ends_with_verb(text)
}

fn join(last: &mut ReadResolution, cells: RowCells, after_break: bool) {
    let cut = after_break && !ends_whole(&last.text) && !begins_with_proviso(&cells.text);
    let clause = next_clause(&cells.text, &last.text);
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

/// What stands at the end of a listed resolution behind its labels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tail {
    pub text: String,
    pub deadline: String,
    pub responsible: String,
}

/// Parts «مهلت: دو هفته» and «مسئول پیگیری: شهرداری» from the end of a paragraph.
pub(super) fn tail_fields(text: &str) -> Tail {
    let words = words(text);
    let mut labels: Vec<(Role, usize, usize)> = Vec::new();
    for colon in colons(text) {
        let before = words.partition_point(|word| word.end_byte <= colon);
        if let Some((role, start)) = role_before(text, &words, before, colon) {
            labels.push((role, start, colon + 1));
        }
    }
    let Some(first) = labels.first() else {
        return Tail {
            text: text.to_owned(),
            ..Tail::default()
        };
    };
    let head = text[..first.1].trim_end_matches([' ', '(', '-', '–', '[', '/', '،', '\n']);
    let mut tail = Tail {
        text: head.to_owned(),
        ..Tail::default()
    };
    for (index, (role, _, value_start)) in labels.iter().enumerate() {
        let end = labels.get(index + 1).map_or(text.len(), |next| next.1);
        let value =
            text[*value_start..end].trim_matches([' ', '(', '-', '–', '[', ']', '/', '،', '؛', '.', '\n']);
        // The bracket that opened before the first label closes behind the last value.
        let unopened = value.matches(')').count() > value.matches('(').count();
        let value = if unopened {
            value.trim_end_matches(')')
        } else {
            value
        };
        let field = if *role == Role::Deadline {
            &mut tail.deadline
        } else {
            &mut tail.responsible
        };
        append(field, value, "\n");
    }
    tail
}

/// The label of a deadline or of who is responsible right before a colon, and where it starts.
fn role_before(text: &str, words: &[Word], before: usize, colon: usize) -> Option<(Role, usize)> {
    const BEGINS: &[&str] = &[
        "مهلت",
        "زمان",
        "موعد",
        "تاریخ",
        "مسیول",
        "مسوول",
        "مجری",
        "اقدام",
        "متولی",
        "پیگیری",
        "دستگاه",
        "سررسید",
    ];
    (1..=4.min(before)).rev().find_map(|count| {
        let first = &words[before - count];
        if !BEGINS.iter().any(|core| first.key.starts_with(core)) {
            return None;
        }
        let label = &text[first.start_byte..colon];
        let plain = label
            .chars()
            .all(|c| c.is_alphanumeric() || c == ' ' || c == '\u{200c}');
        let role = role_of(label).filter(|role| matches!(role, Role::Deadline | Role::Responsible));
        role.filter(|_| plain).map(|role| (role, first.start_byte))
    })
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

    #[test]
    fn fields_behind_labels_are_parted_from_the_wording() {
        for text in [
            "نهر لایروبی شود. مهلت: دو هفته - مسئول پیگیری: شهرداری بهار",
            "نهر لایروبی شود. (مسئول پیگیری: شهرداری بهار، مهلت اجرا: دو هفته)",
            "نهر لایروبی شود. اقدام کننده: شهرداری بهار مهلت: دو هفته.",
        ] {
            let tail = tail_fields(text);
            assert_eq!(tail.text, "نهر لایروبی شود.", "{text}");
            assert_eq!(tail.deadline, "دو هفته", "{text}");
            assert_eq!(tail.responsible, "شهرداری بهار", "{text}");
        }
        assert_eq!(tail_fields("مقرر شد: الف: نهر").text, "مقرر شد: الف: نهر");
    }
}
