//! Minutes whose rows were saved from a spreadsheet as CSV, to text. Knows nothing of lists of members.

use super::flow::FlowText;
use super::{FileShape, IncomingText};
use crate::exchange::members_csv::{MemberListError, read_members};
use crate::exchange::minutes::{decode, read_minutes};

/// Rows looked at to see what parts cells.
const SEPARATED_WITHIN: usize = 20;

/// The text of a CSV file that holds minutes and no list of members: a first row without a column of organisations, and
/// a date or resolutions further down.
pub fn minutes_of_csv(bytes: &[u8]) -> Option<IncomingText> {
    let text = decode(bytes).ok()?;
    if read_members(&text) != Err(MemberListError::NoOrganisations) {
        return None;
    }
    let rows = rows_as_text(&text);
    let read = read_minutes(&rows);
    (!read.resolutions.is_empty() || (read.date.is_some() && read.body.is_some())).then_some(IncomingText {
        shape: FileShape::Text,
        text: rows,
        transcript: None,
        from_pages: None,
    })
}

/// The rows, a line each; one without words is a blank line.
fn rows_as_text(text: &str) -> String {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let mut flow = FlowText::default();
    for row in reader.records().map_while(Result::ok) {
        let cells: Vec<&str> = row.iter().map(str::trim).collect();
        // What stands behind the last cell with words is the sheet's width, not the row's.
        let used = cells
            .iter()
            .rposition(|cell| !cell.is_empty())
            .map_or(0, |at| at + 1);
        if used == 0 {
            flow.end_paragraph();
            continue;
        }
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        flow.open_table();
        flow.open_row();
        // A line of words alone stands in the first column or is merged over all.
        for cell in cells
            .iter()
            .take(used)
            .filter(|cell| filled > 1 || !cell.is_empty())
        {
            flow.open_cell(1, 1);
            flow.push(cell);
            flow.close_cell();
        }
        flow.close_table();
    }
    flow.into_text()
}

/// The sign that parts most cells of the first rows.
fn separator(text: &str) -> u8 {
    let count = |sign: char| -> usize {
        text.lines()
            .take(SEPARATED_WITHIN)
            .map(|line| line.matches(sign).count())
            .sum()
    };
    [(b',', ','), (b';', ';'), (b'\t', '\t')]
        .into_iter()
        .max_by_key(|(_, sign)| count(*sign))
        .map_or(b',', |(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "صورتجلسه شماره ۳ کمیته آب شهر,,,\nتاریخ: ۱۴۰۲/۰۴/۱۳,,,\n,,,\n";

    #[test]
    fn rows_with_resolutions_are_minutes() {
        let text = format!("{HEAD}ردیف,متن مصوبه,مهلت,مسئول\n۱,\"نهر پاک شود،\nپل هم\",یک ماه,شهرداری\n");
        let rows = minutes_of_csv(text.as_bytes()).unwrap().text;
        assert!(
            rows.ends_with(
                "<tr><td>۱</td><td>نهر پاک شود،<br>پل هم</td><td>یک ماه</td><td>شهرداری</td></tr>\n"
            )
        );
        let read = read_minutes(&rows);
        assert_eq!(read.resolutions.len(), 1);
        assert!(read.date.is_some());
        let other = minutes_of_csv(text.replace(',', ";").as_bytes()).unwrap().text;
        assert_eq!(read_minutes(&other).resolutions, read.resolutions);
    }

    #[test]
    fn lists_of_members_and_other_rows_are_no_minutes() {
        for text in [
            "دستگاه,نام\nشهرداری,الف",
            "نام,تلفن\nالف,۱۲",
            "",
            "دستگاه\nشهرداری",
        ] {
            assert_eq!(minutes_of_csv(text.as_bytes()), None, "{text}");
        }
    }
}
