//! Clauses that are counted in numbers, line by line. Knows the wording alone, and no letters.

use super::{ClauseMark, begins_proviso};

/// The names of numbered clauses.
const NUMBERS: [&str; 30] = [
    "۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "۹", "۱۰", "۱۱", "۱۲", "۱۳", "۱۴", "۱۵", "۱۶", "۱۷", "۱۸", "۱۹",
    "۲۰", "۲۱", "۲۲", "۲۳", "۲۴", "۲۵", "۲۶", "۲۷", "۲۸", "۲۹", "۳۰",
];
/// Lines that are counted from one; none where fewer than two are.
pub(super) fn number_marks(wording: &str) -> Vec<ClauseMark> {
    let mut marks = Vec::new();
    let mut start = 0;
    for line in wording.split_inclusive('\n') {
        let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
        let wanted = NUMBERS.get(marks.len()).copied();
        let behind = wanted.and_then(|number| behind_number(&line[blanks..], number));
        if let (Some(letter), Some(behind)) = (wanted, behind) {
            marks.push(ClauseMark {
                letter,
                range: start + blanks..start + line.len() - behind.len(),
                is_before_proviso: begins_proviso(behind.trim_start()),
            });
        }
        start += line.len();
    }
    if marks.len() < 2 { Vec::new() } else { marks }
}

/// What stands behind a number and its sign, where a line begins with them: «۱- », «(۱) », «1.متن», and no date or part of
/// one.
fn behind_number<'a>(line: &'a str, number: &str) -> Option<&'a str> {
    let rest = line.strip_prefix('(').unwrap_or(line);
    let digits = rest.len() - rest.trim_start_matches(is_digit).len();
    let is_it = rest[..digits]
        .chars()
        .map(|c| c.to_digit(10).or_else(|| digit_of(c)));
    if !is_it.eq(number.chars().map(digit_of)) {
        return None;
    }
    let sign = rest[digits..].trim_start_matches([' ', '\u{200c}']);
    let behind = sign.strip_prefix([')', '-', '–', '—', '.', 'ـ'])?;
    let begins = behind.trim_start_matches([' ', '-']).chars().next();
    begins
        .is_some_and(|c| c.is_alphabetic() || c == '«')
        .then_some(behind)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || digit_of(c).is_some()
}

/// The value of a Persian or Arabic digit.
fn digit_of(c: char) -> Option<u32> {
    match c {
        '۰'..='۹' => Some(u32::from(c) - u32::from('۰')),
        '٠'..='٩' => Some(u32::from(c) - u32::from('٠')),
        _ => None,
    }
}
