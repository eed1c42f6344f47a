//! Sheets out of what the office answers: resolutions with their clauses, attendance, figures. Cells are words, counts,
//! shares and days; a day stands twice, as a true date for reckoning and in words as people write it.
//! Does not know a format.

mod attendance;
mod figures;
mod resolutions;
#[cfg(test)]
mod tests;

use crate::calendar::Day;
use crate::exchange::sheet::{Sheet, SheetColumn, SheetValue, Workbook};
use crate::office::query::{ResolutionRow, SessionView};
use crate::office::report::Report;
use crate::say;
use crate::words::Words;

/// The sheets of one session: its resolutions, its attendance, its figures, as they stand on `today`.
pub fn minutes(words: &Words, view: &SessionView, today: Day) -> Workbook {
    let name = say::session_name(words, &view.session, view.body.brief());
    let title = match view.session.date {
        Some(day) => format!("{name} {}", words.day(day)),
        None => name,
    };
    let sheets = vec![
        resolutions::sheet(words, &view.resolutions, today),
        attendance::sheet(words, view),
        figures::of_session(words, view),
    ];
    workbook(words, title, sheets)
}

/// The register of resolutions, whatever sessions they are of: one sheet with a row for each and for each of its clauses.
pub fn register(words: &Words, rows: &[ResolutionRow], today: Day) -> Workbook {
    let sheet = resolutions::sheet(words, rows, today);
    workbook(words, words.say("sheet-register-name"), vec![sheet])
}

/// The figures of a report with their formulas; of a report of attendance also who was there when, a seat in a row and a
/// session in a column.
pub fn figures(words: &Words, report: &Report) -> Workbook {
    let mut sheets = vec![
        figures::of_report(words, report),
        figures::formulas(words, report),
    ];
    if !report.marks.is_empty() {
        sheets.push(attendance::over_sessions(words, report));
    }
    workbook(words, words.say("sheet-figures"), sheets)
}

fn workbook(words: &Words, title: String, sheets: Vec<Sheet>) -> Workbook {
    Workbook {
        lang: words.lang(),
        title,
        sheets,
    }
}

/// Columns by the ids of their heads, each with its width in letters.
fn columns(words: &Words, heads: &[(&str, u16)]) -> Vec<SheetColumn> {
    let column = |(id, width): &(&str, u16)| SheetColumn {
        head: words.say(id),
        width: *width,
    };
    heads.iter().map(column).collect()
}

/// A sheet by the id of its name.
fn sheet(words: &Words, name: &str, columns: Vec<SheetColumn>, rows: Vec<Vec<SheetValue>>) -> Sheet {
    Sheet {
        name: words.say(name),
        columns,
        rows,
    }
}

fn count(number: Option<u32>) -> SheetValue {
    number.map_or(SheetValue::Empty, |number| SheetValue::Count(number.into()))
}

/// A day as a true date, and in words.
fn both(words: &Words, day: Option<Day>) -> [SheetValue; 2] {
    match day {
        Some(day) => [SheetValue::Day(day), SheetValue::Text(words.day(day))],
        None => [SheetValue::Empty, SheetValue::Empty],
    }
}

/// Words; nothing where there are none.
fn text(text: String) -> SheetValue {
    if text.trim().is_empty() {
        SheetValue::Empty
    } else {
        SheetValue::Text(text)
    }
}
