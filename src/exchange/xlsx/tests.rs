//! Tests of workbooks as files of Excel, read back from the parts of the archive.

use super::*;
use crate::exchange::sheet::SheetColumn;
use std::io::{Cursor, Read};

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut file = archive
        .by_name(name)
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    file.read_to_string(&mut text).unwrap();
    text
}

fn column(head: &str, width: u16) -> SheetColumn {
    SheetColumn {
        head: head.to_owned(),
        width,
    }
}

fn workbook(lang: Lang, rows: Vec<Vec<SheetValue>>) -> Workbook {
    let columns = vec![
        column("مفاد", 60),
        column("روز", 0),
        column("اجرا", 8),
        column("تعداد", 8),
    ];
    Workbook {
        lang,
        title: "مصوبات \u{2068}کتاف\u{2069}".to_owned(),
        sheets: vec![Sheet {
            name: "مصوبات/۱۴۰۱".to_owned(),
            columns,
            rows,
        }],
    }
}

fn row(text: &str, iso: &str) -> Vec<SheetValue> {
    vec![
        SheetValue::Text(text.to_owned()),
        SheetValue::Day(Day::from_iso(iso).unwrap()),
        SheetValue::PerMille(875),
        SheetValue::Count(-3),
    ]
}

#[test]
fn sheets_run_to_the_left_and_keep_their_heads() {
    let bytes = write_xlsx(&workbook(Lang::Fa, vec![row("آب", "2022-06-02")])).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for wanted in [
        "rightToLeft=\"1\"",
        "ySplit=\"1\"",
        "state=\"frozen\"",
        "fitToHeight=\"0\"",
        "orientation=\"landscape\"",
    ] {
        assert!(sheet.contains(wanted), "{wanted}: {sheet}");
    }
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("name=\"مصوبات ۱۴۰۱\""), "{book}");
    assert!(book.contains("_xlnm.Print_Titles"));
    assert!(part(&bytes, "xl/tables/table1.xml").contains("<autoFilter ref=\"A1:D2\""));
    assert!(part(&bytes, "docProps/core.xml").contains("<dc:title>مصوبات کتاف</dc:title>"));
    let english = write_xlsx(&workbook(Lang::En, vec![row("water", "2022-06-02")])).unwrap();
    assert!(!part(&english, "xl/worksheets/sheet1.xml").contains("rightToLeft"));
}

#[test]
fn days_are_dates_shares_are_percents_and_words_never_formulas() {
    let rows = vec![
        row("=HYPERLINK(\"x\")\u{202E}", "2022-06-02"),
        row("+1", "1899-01-01"),
    ];
    let bytes = write_xlsx(&workbook(Lang::Fa, rows)).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    // 2 June 2022 is day 44714 of Excel.
    assert!(sheet.contains("<v>44714</v>") && sheet.contains("<v>0.875</v>") && sheet.contains("<v>-3</v>"));
    assert!(!sheet.contains("<f>"), "{sheet}");
    let strings = part(&bytes, "xl/sharedStrings.xml");
    assert!(strings.contains("=HYPERLINK(&quot;x&quot;)<") || strings.contains("=HYPERLINK(\"x\")<"));
    assert!(strings.contains("1899-01-01") && strings.contains("+1"));
    assert!(part(&bytes, "xl/styles.xml").contains("yyyy/mm/dd"));
}

#[test]
fn a_sheet_without_rows_or_columns_is_one_too() {
    let bytes = write_xlsx(&workbook(Lang::Fa, Vec::new())).unwrap();
    assert!(part(&bytes, "xl/sharedStrings.xml").contains("مفاد"));
    let mut bare = workbook(Lang::Fa, Vec::new());
    bare.sheets[0].columns.clear();
    assert!(write_xlsx(&bare).is_ok());
}

#[test]
fn a_text_is_cut_where_a_cell_ends_and_the_bytes_do_not_change() {
    let long = "آ".repeat(MOST_LETTERS + 5);
    let book = workbook(Lang::Fa, vec![row(&long, "2022-06-02")]);
    let bytes = write_xlsx(&book).unwrap();
    assert_eq!(
        part(&bytes, "xl/sharedStrings.xml").matches('آ').count(),
        MOST_LETTERS
    );
    assert_eq!(write_xlsx(&book).unwrap(), bytes);
    assert!(part(&bytes, "docProps/core.xml").contains("2000-01-01T00:00:00Z"));
}
