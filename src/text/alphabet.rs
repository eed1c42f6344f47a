//! The order of the Persian alphabet, by which lists of names are put. It follows the rules of the CLDR for Persian: آ, ا,
//! hamzas of every seat, then ب پ ت … و ه ی, where the numbers of the letters put پ چ ژ ک گ and ی behind و.
//! It does not know what is listed.

use super::digits::latin_digits;
use unicode_normalization::UnicodeNormalization;

/// The letters in their order; the hamza stands for itself and its seats.
const ALPHABET: [char; 34] = [
    'آ', 'ا', 'ء', 'ب', 'پ', 'ت', 'ث', 'ج', 'چ', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'ژ', 'س', 'ش', 'ص', 'ض', 'ط',
    'ظ', 'ع', 'غ', 'ف', 'ق', 'ک', 'گ', 'ل', 'م', 'ن', 'و', 'ه', 'ی',
];
/// Where the letters stand in a key: behind blanks, signs, digits and Latin letters.
const FIRST: u32 = 0xE000;

/// A key by which texts sort as the Persian alphabet has them: blanks first, then other signs, digits, Latin letters,
/// Persian letters. Vowel signs, ZWNJ and tatweel count for nothing.
///
/// ```
/// use dabir::text::alphabetical;
/// let mut names = ["یزد", "گیلان", "کرمان", "هرمزگان", "ورامین", "پارس‌آباد", "تبریز", "ارومیه", "آمل"];
/// names.sort_by_key(|name| alphabetical(name));
/// assert_eq!(names, ["آمل", "ارومیه", "پارس‌آباد", "تبریز", "کرمان", "گیلان", "ورامین", "هرمزگان", "یزد"]);
/// ```
pub fn alphabetical(text: &str) -> String {
    let composed: String = latin_digits(text).nfkc().collect();
    let mut key = String::with_capacity(composed.len());
    for c in composed.chars() {
        match c {
            c if c.is_whitespace() => {
                if !key.is_empty() && !key.ends_with(' ') {
                    key.push(' ');
                }
            }
            // Vowel signs and what takes no cell.
            'ـ' | '\u{200B}'..='\u{200F}' | '\u{64B}'..='\u{65F}' | '\u{670}' => {}
            c if c.is_alphanumeric() => key.extend(
                place(c).map_or_else(|| c.to_lowercase().collect::<Vec<char>>(), |letter| vec![letter]),
            ),
            _ => key.push('!'),
        }
    }
    key
}

/// What stands in a key for a letter of the alphabet, in any of its spellings.
fn place(c: char) -> Option<char> {
    let letter = match c {
        'ٱ' => 'ا',
        'أ' | 'إ' | 'ؤ' | 'ئ' => 'ء',
        'ك' | 'ڪ' => 'ک',
        'ي' | 'ى' | 'ې' | 'ے' => 'ی',
        'ة' | 'ۀ' | 'ہ' | 'ھ' | 'ە' => 'ه',
        letter => letter,
    };
    let at = ALPHABET.iter().position(|one| *one == letter)?;
    char::from_u32(FIRST + u32::try_from(at).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(mut names: Vec<&str>) -> Vec<&str> {
        names.sort_by_key(|name| alphabetical(name));
        names
    }

    #[test]
    fn all_letters_stand_in_the_order_in_which_children_learn_them() {
        let letters: Vec<String> = ALPHABET.iter().map(char::to_string).collect();
        let mut shuffled: Vec<&str> = letters.iter().map(String::as_str).collect();
        shuffled.sort_unstable();
        assert_eq!(sorted(shuffled), letters);
    }

    #[test]
    fn spellings_of_one_letter_and_joiners_make_no_difference() {
        for (one, other) in [
            ("كرمان", "کرمان"),
            ("يزد", "یزد"),
            ("دستگاه\u{200C}ها", "دستگاهها"),
            ("هیأت", "هیئت"),
            ("کُرد", "کرد"),
            ("ردیف ۱۲", "ردیف 12"),
        ] {
            assert_eq!(alphabetical(one), alphabetical(other), "{one} {other}");
        }
    }

    #[test]
    fn a_hamza_stands_beside_alef_and_a_shorter_name_before_a_longer_one() {
        assert_eq!(sorted(vec!["مبارکه", "مؤسسه", "متن"]), ["مؤسسه", "مبارکه", "متن"]);
        assert_eq!(
            sorted(vec!["راهبری", "راه و شهرسازی", "راه"]),
            ["راه", "راه و شهرسازی", "راهبری"]
        );
        assert_eq!(sorted(vec!["آب", "ISO", "۱۲ بهمن"]), ["۱۲ بهمن", "ISO", "آب"]);
    }
}
