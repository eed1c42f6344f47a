//! How a number of a list is written: digits, letters of three alphabets, Roman figures.
//! Does not know what is counted.

/// Word's `arabicAlpha` as Persian lists have it.
const ALPHABETICAL: [&str; 32] = [
    "الف", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر", "ز", "ژ", "س", "ش", "ص", "ض", "ط", "ظ",
    "ع", "غ", "ف", "ق", "ک", "گ", "ل", "م", "ن", "و", "ه", "ی",
];
/// Word's `arabicAbjad`.
const ABJAD: [&str; 28] = [
    "الف", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ی", "ک", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر",
    "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ",
];
const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];
/// Nobody counts further in Roman figures.
const LARGEST_ROMAN: u32 = 4999;

/// The format of a level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NumberFormat {
    #[default]
    Digits,
    Alphabet,
    Abjad,
    Latin {
        large: bool,
    },
    Roman {
        large: bool,
    },
    Bullet,
    /// The level has words, and no number in them.
    Silent,
}

impl NumberFormat {
    /// The format that `w:numFmt` names. Digits of every kind have one value; figures that Persian lists do not have
    /// (words of English, signs) are digits too.
    pub(super) fn named(name: &str) -> NumberFormat {
        match name {
            "bullet" => NumberFormat::Bullet,
            "none" => NumberFormat::Silent,
            "arabicAlpha" => NumberFormat::Alphabet,
            "arabicAbjad" => NumberFormat::Abjad,
            "lowerLetter" => NumberFormat::Latin { large: false },
            "upperLetter" => NumberFormat::Latin { large: true },
            "lowerRoman" => NumberFormat::Roman { large: false },
            "upperRoman" => NumberFormat::Roman { large: true },
            _ => NumberFormat::Digits,
        }
    }

    /// Whether it counts in letters.
    pub(super) fn is_lettered(self) -> bool {
        matches!(
            self,
            NumberFormat::Alphabet | NumberFormat::Abjad | NumberFormat::Latin { .. }
        )
    }

    /// The number in this format.
    pub(super) fn written(self, number: u32) -> String {
        let letter = |letters: &[&str]| {
            let place = (number as usize).checked_sub(1);
            let letter = place.and_then(|place| letters.get(place)).copied();
            letter.map_or_else(|| number.to_string(), str::to_owned)
        };
        match self {
            NumberFormat::Digits => number.to_string(),
            NumberFormat::Alphabet => letter(&ALPHABETICAL),
            NumberFormat::Abjad => letter(&ABJAD),
            NumberFormat::Latin { large } => cased(latin(number), large),
            NumberFormat::Roman { large } => cased(roman(number), large),
            NumberFormat::Bullet | NumberFormat::Silent => String::new(),
        }
    }
}

fn cased(text: String, large: bool) -> String {
    if large { text.to_uppercase() } else { text }
}

/// a to z, then aa, bb as Word has it.
fn latin(number: u32) -> String {
    let Some(place) = number.checked_sub(1).filter(|place| *place < 26 * 9) else {
        return number.to_string();
    };
    let letter = char::from(b'a' + (place % 26) as u8);
    std::iter::repeat_n(letter, place as usize / 26 + 1).collect()
}

fn roman(number: u32) -> String {
    if !(1..=LARGEST_ROMAN).contains(&number) {
        return number.to_string();
    }
    let mut left = number;
    let mut text = String::new();
    for (value, figure) in ROMAN {
        while left >= value {
            text.push_str(figure);
            left -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_the_format_of_their_level() {
        for (name, number, wanted) in [
            ("decimal", 12, "12"),
            ("hindiNumbers", 3, "3"),
            ("arabicAlpha", 3, "پ"),
            ("arabicAlpha", 32, "ی"),
            ("arabicAlpha", 33, "33"),
            ("arabicAbjad", 3, "ج"),
            ("lowerLetter", 28, "bb"),
            ("upperRoman", 14, "XIV"),
            ("lowerRoman", 4, "iv"),
            ("ordinal", 2, "2"),
            ("arabicAlpha", 0, "0"),
            ("lowerRoman", 4_000_000, "4000000"),
        ] {
            assert_eq!(
                NumberFormat::named(name).written(number),
                wanted,
                "{name} {number}"
            );
        }
    }
}
