//! Lines that stand as the eye sees them from left to right, the last letter of a word first («هسلج» for «جلسه»).
//! Knows the frequent words of minutes, nothing of their meaning.

use crate::text::letters_of_forms;
use std::collections::HashSet;

/// So many words that are only words backwards show that lines stand backwards.
const ENOUGH: usize = 4;

/// Words of minutes that are no words backwards.
const FREQUENT: [&str; 36] = [
    "صورتجلسه",
    "جلسه",
    "مصوبه",
    "مصوبات",
    "تاریخ",
    "شماره",
    "ساعت",
    "محل",
    "دستور",
    "حاضرین",
    "حاضران",
    "غایبین",
    "ردیف",
    "شرح",
    "مهلت",
    "مسئول",
    "استان",
    "شهرستان",
    "اداره",
    "شرکت",
    "شهرداری",
    "گردید",
    "شود",
    "نماید",
    "اقدام",
    "است",
    "رئیس",
    "دبیر",
    "اعضا",
    "اعضای",
    "بررسی",
    "کارگروه",
    "کمیته",
    "شورای",
    "انجام",
    "گزارش",
];

/// Whether the lines of a text stand backwards.
pub(super) fn is_visual(text: &str) -> bool {
    let known: HashSet<&str> = FREQUENT.into_iter().collect();
    let (mut forwards, mut backwards) = (0, 0);
    for word in text.split(|c: char| !c.is_alphabetic()) {
        let word = letters_of_forms(word).replace('ي', "ی").replace('ك', "ک");
        if known.contains(word.as_str()) {
            forwards += 1;
        } else if known.contains(word.chars().rev().collect::<String>().as_str()) {
            backwards += 1;
        }
    }
    backwards >= ENOUGH && backwards > forwards * 3
}

/// A line the other way round; numbers and Latin words, which the eye reads from the left, stay as they are.
pub(super) fn turned(line: &str) -> String {
    let letters: Vec<char> = line.chars().rev().collect();
    let mut turned: Vec<char> = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let end = at + left_to_right(&letters[at..]);
        if end > at {
            turned.extend(letters[at..end].iter().rev());
            at = end;
        } else {
            turned.push(letters[at]);
            at += 1;
        }
    }
    let turned: String = turned.into_iter().collect();
    let turned = turned.trim_end();
    // A date that goes on in the next line ends with its stroke.
    match turned
        .strip_prefix('/')
        .filter(|date| date.starts_with(char::is_numeric))
    {
        Some(date) => format!("{date}/"),
        None => with_brackets(turned),
    }
}

/// How many letters from here on belong to a number or to Latin words.
fn left_to_right(letters: &[char]) -> usize {
    let first = letters[0];
    let (is_part, joins): (fn(char) -> bool, &[char]) = if first.is_numeric() {
        (char::is_numeric, &['/', ':', '.', ',', '٫', '٬'])
    } else if first.is_ascii_alphabetic() {
        (|c| c.is_ascii_alphanumeric(), &[' ', '.', '-', '/', '@', '_'])
    } else {
        return 0;
    };
    let mut length = 1;
    while length < letters.len() {
        let c = letters[length];
        let joins_next = joins.contains(&c) && letters.get(length + 1).is_some_and(|next| is_part(*next));
        if is_part(c) || joins_next {
            length += 1;
        } else {
            break;
        }
    }
    length
}

/// Brackets that open where they should close are turned with the line.
pub(super) fn with_brackets(line: &str) -> String {
    let mut depth = 0;
    let is_wrong = line.chars().any(|c| {
        depth += i32::from(matches!(c, '(' | '«' | '[')) - i32::from(matches!(c, ')' | '»' | ']'));
        depth < 0
    });
    if !is_wrong {
        return line.to_owned();
    }
    let mirrored = |c| match c {
        '(' => ')',
        ')' => '(',
        '«' => '»',
        '»' => '«',
        '[' => ']',
        ']' => '[',
        c => c,
    };
    line.chars().map(mirrored).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_latin_words_stay_and_brackets_turn() {
        assert_eq!(turned("۱۴۰۲/۰۲/۱۱ :هسلج خیرات"), "تاریخ جلسه: ۱۴۰۲/۰۲/۱۱");
        assert_eq!(turned(")بآ( یسررب -۱"), "۱- بررسی (آب)");
        assert_eq!(turned("(بآ) Big Data"), "Big Data (آب)");
        assert_eq!(turned("۱۴۰۲/۰۳/"), "۱۴۰۲/۰۳/");
    }

    #[test]
    fn a_few_odd_words_do_not_turn_a_text() {
        assert!(is_visual("هسلج خیرات\nهرامش هسلج\nراک روتسد"));
        assert!(!is_visual("هسلج خیرات\nجلسه تاریخ شماره\nهرامش هسلج"));
        assert!(!is_visual("آب برق"));
    }
}
