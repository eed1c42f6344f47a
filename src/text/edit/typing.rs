//! Helps for typing Persian: digits, pasted Arabic letters, guillemets, clauses that continue by themselves.
//! They know only the text around the caret, and each can be switched off.

use std::borrow::Cow;

/// Which helps are on. The default is all of them, clauses by the alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypingHelps {
    /// Digits typed in Persian text become Persian ones.
    pub persian_digits: bool,
    /// Pasted ي and ك become ی and ک; one undo brings the pasted letters back.
    pub persian_letters: bool,
    /// « brings its », and » typed before a » steps over it.
    pub guillemets: bool,
    /// Enter in a lettered or numbered clause begins the next one; `None` switches it off.
    pub clauses: Option<TypedLetters>,
}

impl Default for TypingHelps {
    fn default() -> Self {
        TypingHelps {
            persian_digits: true,
            persian_letters: true,
            guillemets: true,
            clauses: Some(TypedLetters::default()),
        }
    }
}

impl TypingHelps {
    /// No help at all: what is typed is what stands there.
    pub const OFF: TypingHelps = TypingHelps {
        persian_digits: false,
        persian_letters: false,
        guillemets: false,
        clauses: None,
    };
}

/// By which letters a body counts its clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TypedLetters {
    /// الف، ب، پ، ت، ث، ج …
    #[default]
    Alphabet,
    /// الف، ب، ج، د، ه، و …
    Abjad,
}

impl TypedLetters {
    fn letters(self) -> &'static [&'static str] {
        const ALPHABET: [&str; 32] = [
            "الف", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر", "ز", "ژ", "س", "ش", "ص", "ض", "ط",
            "ظ", "ع", "غ", "ف", "ق", "ک", "گ", "ل", "م", "ن", "و", "ه", "ی",
        ];
        const ABJAD: [&str; 28] = [
            "الف", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ی", "ک", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق",
            "ر", "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ",
        ];
        match self {
            TypedLetters::Alphabet => &ALPHABET,
            TypedLetters::Abjad => &ABJAD,
        }
    }
}

/// A letter farther away than this says nothing about a digit.
const NEAR_CHARACTERS: usize = 1000;

/// The digit to insert for a typed ASCII digit: the Persian one, unless it continues a Latin word or number.
///
/// `before` is the text up to the caret. Without any letter near before it in its paragraph the digit is Persian.
///
/// ```
/// use dabir::text::persian_digit;
/// assert_eq!(persian_digit("بند ", '7'), '۷');
/// assert_eq!(persian_digit("ISO ", '9'), '9');
/// assert_eq!(persian_digit("نسخه 2.", '1'), '1');
/// ```
pub fn persian_digit(before: &str, typed: char) -> char {
    let Some(digit) = typed.to_digit(10) else {
        return typed;
    };
    let mut backwards = before.chars().rev();
    let mut last = backwards.next();
    if last.is_some_and(|c| ".,/:-_@#+=".contains(c)) {
        last = backwards.next();
    }
    let latin = match last {
        Some(c) if c.is_ascii_alphanumeric() => true,
        Some('۰'..='۹' | '٠'..='٩') => false,
        _ => before
            .chars()
            .rev()
            .take(NEAR_CHARACTERS)
            .find(|&c| c.is_alphabetic() || c == '\n')
            .is_some_and(|c| c < '\u{590}' && c != '\n'),
    };
    if latin {
        typed
    } else {
        char::from_u32(u32::from('۰') + digit).unwrap_or(typed)
    }
}

/// `text` with ي → ی and ك → ک.
///
/// ```
/// use dabir::text::persian_letters;
/// assert_eq!(persian_letters("كميسيون"), "کمیسیون");
/// ```
pub fn persian_letters(text: &str) -> Cow<'_, str> {
    if !text.contains(['ي', 'ك']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace('ي', "ی").replace('ك', "ک"))
}

/// What Enter does in a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Continuation {
    /// The paragraph is no clause.
    None,
    /// The next paragraph begins with this mark and blank.
    Next(String),
    /// The clause is empty: its mark of this many bytes goes, and the list ends.
    End(usize),
}

/// No name of a clause, with blanks after it, has more characters.
const LONGEST_NAME: usize = 16;

/// How the clause in `paragraph` continues: `الف)`, `ب-`, `(پ)`, `۳.` and the like, then a blank.
///
/// ```
/// use dabir::text::{Continuation, TypedLetters, continued_clause};
/// let next = |mark: &str| Continuation::Next(mark.to_owned());
/// assert_eq!(continued_clause("ب) متن", TypedLetters::Alphabet), next("پ) "));
/// assert_eq!(continued_clause("ب) متن", TypedLetters::Abjad), next("ج) "));
/// assert_eq!(continued_clause("۹- متن", TypedLetters::Abjad), next("۱۰- "));
/// assert_eq!(continued_clause("متن", TypedLetters::Abjad), Continuation::None);
/// ```
pub fn continued_clause(paragraph: &str, letters: TypedLetters) -> Continuation {
    let (body, opening) = match paragraph.strip_prefix('(') {
        Some(body) => (body, "("),
        None => (paragraph, ""),
    };
    let mut near = body.char_indices().take(LONGEST_NAME + 1);
    let Some((end, _)) = near.find(|(_, c)| matches!(c, ')' | '.' | '-' | '–' | 'ـ')) else {
        return Continuation::None;
    };
    let name = &body[..end];
    let rest = body[end..].trim_start_matches('ـ');
    let sign: String = rest
        .chars()
        .take_while(|c| matches!(c, ')' | '.' | '-' | '–'))
        .collect();
    let content = &rest[sign.len()..];
    if sign.chars().count() > 2 || (sign.is_empty() && !body[end..].starts_with('ـ')) {
        return Continuation::None;
    }
    let sign = if sign.is_empty() { "ـ" } else { &sign };
    let Some(next) = next_name(name.trim_end(), letters) else {
        return Continuation::None;
    };
    if content.trim().is_empty() {
        return Continuation::End(paragraph.len());
    }
    if !content.starts_with(char::is_whitespace) {
        return Continuation::None;
    }
    Continuation::Next(format!("{opening}{next}{sign} "))
}

/// The name after `name`: the next letter, or the next number up to 999 in the same kind of digits.
fn next_name(name: &str, letters: TypedLetters) -> Option<String> {
    let letters = letters.letters();
    if let Some(at) = letters.iter().position(|&letter| letter == name) {
        return letters.get(at + 1).map(|&letter| letter.to_owned());
    }
    let zero = match name.chars().next()? {
        '0'..='9' => '0',
        '۰'..='۹' => '۰',
        '٠'..='٩' => '٠',
        _ => return None,
    };
    let mut number = 0;
    for c in name.chars() {
        let digit = u32::from(c)
            .checked_sub(u32::from(zero))
            .filter(|&digit| digit < 10)?;
        number = number * 10 + digit;
        if number > 998 {
            return None;
        }
    }
    let in_kind = |digit: char| char::from_u32(u32::from(zero) + digit.to_digit(10)?);
    (number + 1).to_string().chars().map(in_kind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_continues_what_it_is_typed_after() {
        for (before, typed) in [
            ("", '۱'),
            ("در ", '۱'),
            ("۱۴۰۱/", '۱'),
            ("A", '1'),
            ("C:", '1'),
            ("(", '۱'),
            ("x ۲", '۱'),
        ] {
            assert_eq!(persian_digit(before, '1'), typed, "{before}");
        }
    }

    #[test]
    fn clauses_continue_in_their_own_style_and_end_when_left_empty() {
        let next = |paragraph| match continued_clause(paragraph, TypedLetters::Alphabet) {
            Continuation::Next(mark) => mark,
            other => format!("{other:?}"),
        };
        assert_eq!(next("الف) متن"), "ب) ");
        assert_eq!(next("(الف) متن"), "(ب) ");
        assert_eq!(next("الف- متن"), "ب- ");
        assert_eq!(next("الف.- متن"), "ب.- ");
        assert_eq!(next("هـ) متن"), "ی) ");
        assert_eq!(next("12. text"), "13. ");
        assert_eq!(next("الف) "), "End(8)");
        assert_eq!(next("ی) متن"), "None");
        assert_eq!(next("۱۴۰۳/۲/۱- متن"), "None");
        assert_eq!(next("الف)متن"), "None");
        assert_eq!(next("۱۲.۵ درصد"), "None");
        assert_eq!(next("-"), "None");
    }
}
