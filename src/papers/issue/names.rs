//! The names of files: what they are about, in a form that every file system takes and no reader is misled by.
//! Does not know which files there are.

use super::FileFormat;
use crate::calendar::Day;
use crate::text::without_isolates;
use crate::words::Words;
use std::collections::HashSet;

/// Bytes of a name without its ending; most file systems take 255 with it, and Persian letters have two.
const MOST_BYTES: usize = 160;

/// The name of a file about these things: «صورتجلسه ۸ کتاف ۱۴۰۱-۰۳-۱۲.docx». Blank parts are left out.
pub(super) fn file_name(parts: &[String], format: FileFormat) -> String {
    let filled: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.trim().is_empty())
        .collect();
    format!("{}.{}", clean_name(&filled.join(" ")), format.ending())
}

/// A day in the name of a file: «۱۴۰۱-۰۳-۱۲».
pub(super) fn day(words: &Words, day: Day) -> String {
    words.day(day).replace('/', "-")
}

/// `text` as the name of a file without its ending: no separator and nothing that a file system refuses, no control and
/// no mark of direction, no dot or blank at its ends, not longer than file systems take. Never empty.
///
/// ```
/// use dabir::papers::issue::clean_name;
/// assert_eq!(clean_name("../اداره آب/برق\u{202E}"), "اداره آب-برق");
/// assert_eq!(clean_name("..."), "-");
/// ```
pub fn clean_name(text: &str) -> String {
    let text = without_isolates(text);
    let kept = text.chars().filter_map(|c| match c {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => Some('-'),
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() || is_mark(c) => None,
        c => Some(c),
    });
    let kept: String = kept.collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let mut name = words.join(" ");
    let most = name.floor_char_boundary(MOST_BYTES);
    name.truncate(most);
    let name = name.trim_matches(['.', ' ', '-']);
    match name {
        "" => "-".to_owned(),
        name if is_device(name) => format!("_{name}"),
        name => name.to_owned(),
    }
}

/// Marks that say a direction or cannot be seen. ZWNJ belongs to Persian words and stays.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200B}' | '\u{200D}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Names that Windows keeps for devices, with any ending.
fn is_device(name: &str) -> bool {
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_uppercase();
    let numbered = ["COM", "LPT"].iter().any(|port| {
        let number = stem.strip_prefix(port);
        number.is_some_and(|number| number.len() == 1 && number.chars().all(|c| c.is_ascii_digit()))
    });
    numbered || ["CON", "PRN", "AUX", "NUL"].contains(&stem.as_str())
}

/// Gives names of which there was one before a number behind, however their letters are written: some file systems do
/// not tell capitals apart.
pub(super) fn tell_apart<'a>(names: impl Iterator<Item = &'a mut String>) {
    let mut seen = HashSet::new();
    for name in names {
        let (stem, ending) = match name.rfind('.') {
            Some(dot) => (name[..dot].to_owned(), name[dot..].to_owned()),
            None => (name.clone(), String::new()),
        };
        let mut number = 1;
        while !seen.insert(name.to_lowercase()) {
            number += 1;
            *name = format!("{stem} ({number}){ending}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_safe_on_every_file_system() {
        for (text, name) in [
            ("اداره کل آب و برق", "اداره کل آب و برق"),
            ("آب/برق: «۱۴۰۱/۰۳»", "آب-برق- «۱۴۰۱-۰۳»"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\x\\y", "C--x-y"),
            (".hidden", "hidden"),
            ("نام.  ", "نام"),
            ("a\nb\tc\u{0}d", "a b cd"),
            ("\u{2068}شهر\u{2069}\u{202E}fdp.exe", "شهرfdp.exe"),
            ("فرمانداری\u{200C}ها", "فرمانداری\u{200C}ها"),
            ("con", "_con"),
            ("LPT1.txt", "_LPT1.txt"),
            ("", "-"),
            ("///", "-"),
        ] {
            assert_eq!(clean_name(text), name, "{text:?}");
        }
    }

    #[test]
    fn a_long_name_is_cut_between_letters() {
        let name = clean_name(&"بخشداری ".repeat(60));
        assert!(
            name.len() <= MOST_BYTES && name.len() > MOST_BYTES - 20,
            "{}",
            name.len()
        );
        assert!(!name.ends_with(' '));
    }

    #[test]
    fn two_of_one_name_differ() {
        let mut names = ["a.docx", "A.docx", "b.docx", "a.docx", "a (2).docx"].map(str::to_owned);
        tell_apart(names.iter_mut());
        assert_eq!(
            names,
            ["a.docx", "A (2).docx", "b.docx", "a (3).docx", "a (2) (2).docx"]
        );
    }
}
