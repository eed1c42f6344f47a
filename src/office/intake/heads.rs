//! Rows that may be the heads of tables. Does not know what a column holds.

use super::Intake;

/// A head of a column has at most so many words.
const HEAD_WORDS: usize = 6;

/// The cells of a row that may be the head of a table: several, all of few words and no number.
pub(super) fn heads_of(row: &str) -> Option<Vec<&str>> {
    let cells: Vec<&str> = row.split(['|', '\t']).map(str::trim).collect();
    let is_head = |cell: &&str| {
        let words = cell.split_whitespace().count();
        let is_number = cell.chars().all(|c| !c.is_alphabetic());
        (1..=HEAD_WORDS).contains(&words) && !is_number
    };
    let heads: Vec<&str> = cells.iter().filter(|cell| is_head(cell)).copied().collect();
    let others = cells
        .iter()
        .any(|cell| cell.split_whitespace().count() > HEAD_WORDS || cell.chars().any(char::is_numeric));
    (heads.len() > 1 && !others).then_some(heads)
}

/// Whether a row of a table stands in the line below.
pub(super) fn is_above_row(intake: &Intake, line: usize) -> bool {
    let parted = |line: &str| line.matches(['|', '\t']).count();
    let own = parted(intake.line(line));
    own > 0 && parted(intake.line(line + 1)) == own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_a_few_words_without_numbers_may_be_a_head() {
        assert_eq!(
            heads_of("# | فعالیت | عهده دار"),
            Some(vec!["فعالیت", "عهده دار"])
        );
        assert_eq!(heads_of("۱ | نهر پاک شود | شهرداری"), None);
        assert_eq!(heads_of("چه | باید برای همه چاه‌های دشت بالا و پایین کرد"), None);
        assert_eq!(heads_of("عهده دار"), None);
    }

    #[test]
    fn a_head_stands_above_a_row_of_as_many_cells() {
        let intake = Intake::pasted("الف\tب\n۱\t۲\nپایان\n").unwrap();
        assert!(is_above_row(&intake, 1));
        assert!(!is_above_row(&intake, 2));
        assert!(!is_above_row(&intake, 3));
    }
}
