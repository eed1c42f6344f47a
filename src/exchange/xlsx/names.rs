//! Names that Excel accepts: of sheets in a workbook, of columns in a table. Does not know what they name.

use super::one_line;
use crate::exchange::sheet::{Sheet, SheetColumn};

/// The most letters (UTF-16 units) in the name of a sheet.
const MOST_LETTERS: usize = 31;

/// A name for each sheet: its own without the signs that Excel refuses there, cut to 31 letters, no two alike.
pub(super) fn sheet_names(sheets: &[Sheet]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (number, sheet) in (1..).zip(sheets) {
        let clean = clean_name(&sheet.name);
        let clean = if clean.is_empty() {
            format!("Sheet{number}")
        } else {
            clean
        };
        names.push(distinct(&clean, &names, MOST_LETTERS));
    }
    names
}

/// The heads of a table's columns; Excel has no two alike, and none that is blank.
pub(super) fn distinct_heads(columns: &[SheetColumn]) -> Vec<String> {
    let mut heads: Vec<String> = Vec::new();
    for column in columns {
        let head = one_line(&column.head);
        let head = if head.is_empty() { "—".to_owned() } else { head };
        heads.push(distinct(&head, &heads, 255));
    }
    heads
}

fn clean_name(name: &str) -> String {
    let refused = |c: char| matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\');
    let clean = one_line(&name.replace(refused, " "));
    // Excel keeps the history of shared workbooks under this name.
    let clean = if clean.eq_ignore_ascii_case("history") {
        format!("{clean}.")
    } else {
        clean
    };
    let cut = cut(clean.trim_matches(['\'', ' ']), MOST_LETTERS);
    cut.trim_matches(['\'', ' ']).to_owned()
}

/// The name, with a number behind it where one of these is the same but for capitals.
fn distinct(name: &str, taken: &[String], most: usize) -> String {
    let is_taken = |name: &str| taken.iter().any(|one| one.to_lowercase() == name.to_lowercase());
    let mut candidate = cut(name, most).to_owned();
    let mut number = 2;
    while is_taken(&candidate) {
        let tail = format!(" {number}");
        candidate = format!("{}{tail}", cut(name, most - tail.len()).trim_end());
        number += 1;
    }
    candidate
}

/// At most so many UTF-16 units of the text.
fn cut(text: &str, most: usize) -> &str {
    let mut units = 0;
    let over = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > most
    });
    over.map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &[&str]) -> Vec<String> {
        let sheet = |name: &&str| Sheet {
            name: (*name).to_owned(),
            ..Sheet::default()
        };
        sheet_names(&names.iter().map(sheet).collect::<Vec<_>>())
    }

    #[test]
    fn names_of_sheets_keep_to_the_rules_and_apart() {
        assert_eq!(
            named(&["مصوبات", "a/b:c*?[d]\\", "'x'", "", "Names", "nAMES", "History"]),
            ["مصوبات", "a b c d", "x", "Sheet4", "Names", "nAMES 2", "History."]
        );
    }

    #[test]
    fn long_names_are_cut_to_31_letters_and_still_differ() {
        let long = "کارگروه اجتماعی فرهنگی سلامت زنان و خانواده";
        let names = named(&[long, long]);
        assert!(
            names.iter().all(|name| name.encode_utf16().count() <= 31),
            "{names:?}"
        );
        assert!(names[1].ends_with(" 2"));
        assert!(long.starts_with(names[0].as_str()));
    }

    #[test]
    fn heads_are_told_apart() {
        let column = |head: &str| SheetColumn {
            head: head.to_owned(),
            width: 0,
        };
        assert_eq!(
            distinct_heads(&[column("تاریخ"), column("تاریخ"), column(" "), column("")]),
            ["تاریخ", "تاریخ 2", "—", "— 2"]
        );
    }
}
