//! A workbook as a file of Excel (ISO/IEC 29500, SpreadsheetML), by `rust_xlsxwriter`. Does not know what is listed.

mod names;
#[cfg(test)]
mod tests;

use super::format::WriteError;
use super::sheet::{Sheet, SheetColumn, SheetValue, Workbook};
use crate::calendar::Day;
use crate::text::{Lang, unmarked};
use chrono::Datelike;
use names::{distinct_heads, sheet_names};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Table, TableColumn, TableStyle, Worksheet, XlsxError,
};
use std::borrow::Cow;

/// The most letters (UTF-16 units) that a cell holds.
const MOST_LETTERS: usize = 32_767;
/// The width of a column that has none set, in letters.
const USUAL_WIDTH: u16 = 14;
/// Three times as quick as the usual 6, and a little larger.
const PACKING_LEVEL: u8 = 2;
/// A4, as the format counts paper.
const A4: u8 = 9;

/// The formats of cells in one language.
struct CellFormats {
    text: Format,
    count: Format,
    percent: Format,
    day: Format,
    head: Format,
}

/// The workbook as bytes, the same for the same workbook whatever the day.
///
/// Sheets begin at the right for Persian. Each is a table with filters under heads that stay in sight and stand on every
/// page, in the width of a page. Words are strings whatever they begin with, and nothing is a formula; days are true dates
/// (`yyyy/mm/dd`) and shares are percents. What Excel cannot hold is fitted: a cell is cut after 32,767 letters, a day
/// before 1900 is text (ISO 8601), names of sheets and heads are told apart.
///
/// # Errors
/// [`WriteError::NotWritten`] with what the library said: more rows or columns than a sheet has, for one.
pub fn write_xlsx(workbook: &Workbook) -> Result<Vec<u8>, WriteError> {
    written(workbook).map_err(|error| WriteError::NotWritten(error.to_string()))
}

fn written(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let Workbook { lang, title, sheets } = workbook;
    let mut file = rust_xlsxwriter::Workbook::new();
    file.set_zip_compression_level(PACKING_LEVEL);
    // Any fixed day: the library would ask the clock for one.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(one_line(title))
        .set_creation_datetime(&made);
    file.set_properties(&properties);
    let formats = CellFormats::new(*lang);
    for (sheet, name) in sheets.iter().zip(sheet_names(sheets)) {
        let page = file.add_worksheet();
        page.set_name(name)?;
        page.set_right_to_left(*lang == Lang::Fa);
        fill(page, sheet, &formats)?;
    }
    file.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: &Sheet, formats: &CellFormats) -> Result<(), XlsxError> {
    page.set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_footer("&C&P / &N");
    if sheet.columns.is_empty() {
        return Ok(());
    }
    page.set_freeze_panes(1, 0)?;
    page.set_repeat_rows(0, 0)?;
    for (at, column) in (0..).zip(&sheet.columns) {
        let SheetColumn { head: _, width } = column;
        let width = if *width == 0 { USUAL_WIDTH } else { *width };
        page.set_column_width(at, f64::from(width))?;
    }
    for (at, cells) in (1..).zip(&sheet.rows) {
        for (column, value) in (0..).zip(cells.iter().take(sheet.columns.len())) {
            write_cell(page, (at, column), value, formats)?;
        }
    }
    heads(page, sheet, formats)
}

/// The row of heads: of a table where there are rows, for Excel has none without.
fn heads(page: &mut Worksheet, sheet: &Sheet, formats: &CellFormats) -> Result<(), XlsxError> {
    let heads = distinct_heads(&sheet.columns);
    let Ok(last_row) = u32::try_from(sheet.rows.len()) else {
        return Err(XlsxError::RowColumnLimitError);
    };
    let Ok(last_column) = u16::try_from(sheet.columns.len() - 1) else {
        return Err(XlsxError::RowColumnLimitError);
    };
    if last_row == 0 {
        for (at, head) in (0..).zip(&heads) {
            page.write_string_with_format(0, at, head, &formats.head)?;
        }
        return Ok(());
    }
    let column = |head: &String| {
        TableColumn::new()
            .set_header(head)
            .set_header_format(&formats.head)
    };
    let columns: Vec<TableColumn> = heads.iter().map(column).collect();
    let table = Table::new().set_columns(&columns).set_style(TableStyle::Light15);
    page.add_table(0, 0, last_row, last_column, &table)?;
    Ok(())
}

fn write_cell(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    value: &SheetValue,
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    match value {
        SheetValue::Empty => page.write_blank(row, column, &formats.text)?,
        SheetValue::Text(text) => page.write_string_with_format(row, column, fitted(text), &formats.text)?,
        SheetValue::Count(number) => {
            // A count is far below 2^53, where the numbers of Excel stop being exact.
            page.write_number_with_format(row, column, *number as f64, &formats.count)?
        }
        SheetValue::PerMille(share) => {
            page.write_number_with_format(row, column, f64::from(*share) / 1000.0, &formats.percent)?
        }
        SheetValue::Day(day) => match date_of(*day) {
            Some(date) => page.write_date_with_format(row, column, &date, &formats.day)?,
            None => page.write_string_with_format(row, column, day.iso(), &formats.text)?,
        },
    };
    Ok(())
}

/// The day as a date of Excel; its dates begin in 1900, and those before March of that year are a day off.
fn date_of(day: Day) -> Option<ExcelDateTime> {
    let date = day.naive_date();
    let year = u16::try_from(date.year()).ok()?;
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    let date = ExcelDateTime::from_ymd(year, month, day).ok()?;
    ((year, month) >= (1900, 3)).then_some(date)
}

/// A text that a cell can hold.
fn fitted(text: &str) -> Cow<'_, str> {
    let clean = unmarked(text);
    // A letter has at least as many bytes as units.
    if clean.len() <= MOST_LETTERS {
        return clean;
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= MOST_LETTERS
    };
    Cow::Owned(clean.chars().take_while(fits).collect())
}

fn one_line(text: &str) -> String {
    let clean = unmarked(text);
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl CellFormats {
    fn new(lang: Lang) -> CellFormats {
        let direction = match lang {
            Lang::Fa => 2,
            Lang::En => 1,
        };
        let plain = Format::new().set_align(FormatAlign::Top);
        let text = plain.clone().set_text_wrap().set_reading_direction(direction);
        CellFormats {
            count: plain.clone().set_num_format("0"),
            percent: plain.clone().set_num_format("0.0%"),
            day: plain.set_num_format("yyyy/mm/dd"),
            head: text.clone().set_bold(),
            text,
        }
    }
}
