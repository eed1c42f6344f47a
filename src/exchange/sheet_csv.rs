//! A sheet as comma-separated values (RFC 4180), and how a cell is kept from being reckoned where it is opened.
//! Does not know what is listed.

use super::sheet::{Sheet, SheetValue};
use crate::text::unmarked;
use std::borrow::Cow;

/// The byte order mark by which Excel knows UTF-8.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The sheet as bytes of UTF-8, its heads as the first line, lines ended by CR LF; with the byte order mark before it
/// where Excel is to open it, and without for other programs, which would take the mark for a part of the first head.
///
/// Days are ISO 8601, which every program knows for a date (a sheet has the Jalali day in a column of text); shares are
/// percents with a point; words are as [`not_reckoned`] has them, in quotes, so that a program that parts cells at
/// semicolons or tabs parts none inside.
pub fn write_csv(sheet: &Sheet, mark: bool) -> Vec<u8> {
    let bytes = if mark { MARK.to_vec() } else { Vec::new() };
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::NonNumeric)
        .from_writer(bytes);
    let heads = sheet
        .columns
        .iter()
        .map(|column| not_reckoned(&unmarked(&column.head)).into_owned());
    // Writing to memory with equal lengths does not fail.
    let _ = writer.write_record(heads);
    for cells in &sheet.rows {
        let cell = |at: usize| cells.get(at).map(cell).unwrap_or_default();
        let _ = writer.write_record((0..sheet.columns.len()).map(cell));
    }
    writer.into_inner().unwrap_or_default()
}

fn cell(value: &SheetValue) -> String {
    match value {
        SheetValue::Empty => String::new(),
        SheetValue::Text(text) => not_reckoned(&unmarked(text)).into_owned(),
        // Ours: a number below zero is one, and no formula.
        SheetValue::Count(number) => number.to_string(),
        SheetValue::PerMille(share) => match share % 10 {
            0 => format!("{}%", share / 10),
            tenths => format!("{}.{tenths}%", share / 10),
        },
        SheetValue::Day(day) => day.iso(),
    }
}

/// A cell as text: what others wrote in minutes must not be reckoned, or run, where the file is opened. What begins as
/// formulas do (`=`, `+`, `-`, `@`, their wide twins, a tab or CR, which some programs skip) has an apostrophe before it;
/// a wording that begins with a dash too, for Excel takes that for a formula and shows an error in its place. A number
/// with a sign, and a dash alone, which stands for nothing, stay as they are.
///
/// ```
/// use dabir::exchange::sheet_csv::not_reckoned;
/// assert_eq!(not_reckoned("=SUM(A1)"), "'=SUM(A1)");
/// assert_eq!(not_reckoned("-12"), "-12");
/// ```
pub fn not_reckoned(cell: &str) -> Cow<'_, str> {
    // Blanks before a sign are skipped by some programs too.
    let first = cell.trim_start_matches([' ', '\u{A0}']);
    let begins = first.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let harmless = cell.parse::<f64>().is_ok() || cell.trim() == "-";
    match begins && !harmless {
        true => Cow::Owned(format!("'{cell}")),
        false => Cow::Borrowed(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;
    use crate::exchange::sheet::SheetColumn;

    fn sheet(heads: &[&str], cells: Vec<SheetValue>) -> Sheet {
        let column = |head: &&str| SheetColumn {
            head: (*head).to_owned(),
            width: 0,
        };
        Sheet {
            name: "مصوبات".to_owned(),
            columns: heads.iter().map(column).collect(),
            rows: vec![cells],
        }
    }

    fn text(text: &str) -> SheetValue {
        SheetValue::Text(text.to_owned())
    }

    #[test]
    fn every_sort_of_value_has_its_form() {
        let sheet = sheet(
            &["ردیف", "مفاد", "روز", "اجرا", "کل", "مانده"],
            vec![
                SheetValue::Count(-7),
                text("آب، \"برق\"\nخاک; گاز"),
                SheetValue::Day(Day::from_jalali(1401, 3, 12).unwrap()),
                SheetValue::PerMille(875),
                SheetValue::PerMille(1000),
            ],
        );
        assert_eq!(
            String::from_utf8(write_csv(&sheet, false)).unwrap(),
            "\"ردیف\",\"مفاد\",\"روز\",\"اجرا\",\"کل\",\"مانده\"\r\n\
             -7,\"آب، \"\"برق\"\"\nخاک; گاز\",\"2022-06-02\",\"87.5%\",\"100%\",\"\"\r\n"
        );
        assert!(write_csv(&sheet, true).starts_with(b"\xEF\xBB\xBF\"\xD8"));
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in [
            "=1+1",
            " =1",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "\t=1",
            "＝1+1",
            "- پیگیری شود",
        ] {
            assert!(not_reckoned(cell).starts_with('\''), "{cell:?}");
        }
        for cell in ["-12", "+3.5", "-", "۱۴۰۱/۰۳/۱۲", "a=b", "k3f9", ""] {
            assert_eq!(not_reckoned(cell), cell);
        }
        let sheet = sheet(&["=cmd"], vec![text("\u{200F}=HYPERLINK(A1)")]);
        let csv = String::from_utf8(write_csv(&sheet, false)).unwrap();
        assert_eq!(csv, "\"'=cmd\"\r\n\"'=HYPERLINK(A1)\"\r\n");
    }
}
