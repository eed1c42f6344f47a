//! The marks of clauses while they are typed: how a list goes on by itself, and which mark another one makes needless.
//! They know only the text around the caret.

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
/// No number or word between «تبصره» and its sign has more characters.
const LONGEST_NUMBER: usize = 6;

/// The mark that a paragraph begins with: `الف)`, `ب-`, `(پ)`, `۳.` and the like.
struct TypedMark<'a> {
    opening: &'static str,
    name: &'a str,
    sign: &'a str,
    content: &'a str,
}

fn typed_mark(paragraph: &str) -> Option<TypedMark<'_>> {
    let (body, opening) = match paragraph.strip_prefix('(') {
        Some(body) => (body, "("),
        None => (paragraph, ""),
    };
    let mut near = body.char_indices().take(LONGEST_NAME + 1);
    let (end, _) = near.find(|(_, c)| matches!(c, ')' | '.' | '-' | '–' | 'ـ'))?;
    let rest = body[end..].trim_start_matches('ـ');
    let signs = rest.trim_start_matches([')', '.', '-', '–']);
    let sign = &rest[..rest.len() - signs.len()];
    if sign.chars().count() > 2 || (sign.is_empty() && !body[end..].starts_with('ـ')) {
        return None;
    }
    Some(TypedMark {
        opening,
        name: body[..end].trim_end(),
        sign: if sign.is_empty() { "ـ" } else { sign },
        content: signs,
    })
}

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
    let Some(mark) = typed_mark(paragraph) else {
        return Continuation::None;
    };
    let TypedMark {
        opening,
        name,
        sign,
        content,
    } = mark;
    let Some(next) = next_name(name, letters) else {
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

/// By which letters the list goes on whose last two paragraphs these are: those that lead from the letter of the first
/// to that of the second, where only one order does; else `letters`.
///
/// ```
/// use dabir::text::{TypedLetters, letters_of_list};
/// let by = |before| letters_of_list(before, "ج) متن", TypedLetters::Alphabet);
/// assert_eq!(by("ب) متن"), TypedLetters::Abjad);
/// assert_eq!(by("ث) متن"), TypedLetters::Alphabet);
/// ```
pub fn letters_of_list(before: &str, paragraph: &str, letters: TypedLetters) -> TypedLetters {
    let (Some(before), Some(mark)) = (typed_mark(before), typed_mark(paragraph)) else {
        return letters;
    };
    let leads = |letters: TypedLetters| next_name(before.name, letters).as_deref() == Some(mark.name);
    match (leads(TypedLetters::Alphabet), leads(TypedLetters::Abjad)) {
        (true, false) => TypedLetters::Alphabet,
        (false, true) => TypedLetters::Abjad,
        _ => letters,
    }
}

/// The bytes at the start of a paragraph that its writer made needless by writing a mark of her own behind them: the
/// letter of the clause again or another one, or «تبصره». `paragraph` reaches to what was written last.
///
/// ```
/// use dabir::text::needless_mark;
/// assert_eq!(needless_mark("ب) ب)"), Some("ب) ".len()));
/// assert_eq!(needless_mark("پ) ج -"), Some("پ) ".len()));
/// assert_eq!(needless_mark("ج) تبصره ۱:"), Some("ج) ".len()));
/// assert_eq!(needless_mark("ج) تبصره"), None);
/// ```
pub fn needless_mark(paragraph: &str) -> Option<usize> {
    let first = typed_mark(paragraph)?;
    let is_known = is_letter(first.name) || number(first.name).is_some();
    if !is_known || !first.content.starts_with(char::is_whitespace) {
        return None;
    }
    let rest = first.content.trim_start();
    let is_marked = is_proviso(rest) || is_same_mark(first.name, rest);
    is_marked.then(|| paragraph.len() - rest.len())
}

/// Whether a text begins with a mark that stands for the one with this name: any letter for a letter, but for «الف», which
/// begins a list inside of another; the same number for a number.
fn is_same_mark(name: &str, text: &str) -> bool {
    let text = text.strip_prefix("بند ").unwrap_or(text).trim_start();
    let ends = |content: &str| content.is_empty() || content.starts_with(char::is_whitespace);
    let by_colon = || {
        let (written, content) = text.split_once(':')?;
        (ends(content) && !written.trim().contains(char::is_whitespace)).then(|| written.trim())
    };
    let by_sign = typed_mark(text)
        .filter(|mark| ends(mark.content))
        .map(|mark| mark.name);
    let Some(written) = by_sign.or_else(by_colon) else {
        return false;
    };
    match number(name) {
        Some(number_before) => number(written) == Some(number_before),
        None => is_letter(written) && (written == name || written != "الف"),
    }
}

/// Whether a text begins with «تبصره», perhaps its number, and a sign.
fn is_proviso(text: &str) -> bool {
    let Some(behind) = text.strip_prefix("تبصره") else {
        return false;
    };
    let behind = behind.trim_start_matches([' ', '\u{200C}', '(']);
    let sign = behind.trim_start_matches(char::is_alphanumeric);
    let number = &behind[..behind.len() - sign.len()];
    let sign = sign.trim_start_matches(' ');
    number.chars().count() <= LONGEST_NUMBER && sign.starts_with([':', '-', '–', '.', ')'])
}

/// Whether it is the letter of a clause, in any order.
fn is_letter(name: &str) -> bool {
    let name = name.trim_end_matches('ـ');
    let known = |letters: TypedLetters| letters.letters().contains(&name);
    known(TypedLetters::Alphabet) || known(TypedLetters::Abjad)
}

/// The number that a name is, in digits of one kind.
fn number(name: &str) -> Option<u32> {
    let (zero, digits) = digits_of(name)?;
    let value = |c: char| u32::from(c) - u32::from(zero);
    let number = digits
        .map(value)
        .try_fold(0_u32, |number, digit| number.checked_mul(10)?.checked_add(digit))?;
    (number <= 999).then_some(number)
}

/// The zero of the digits that a name is made of, and these; none where something else stands in it.
fn digits_of(name: &str) -> Option<(char, std::str::Chars<'_>)> {
    let zero = match name.chars().next()? {
        '0'..='9' => '0',
        '۰'..='۹' => '۰',
        '٠'..='٩' => '٠',
        _ => return None,
    };
    let is_digit = |c: char| u32::from(c).checked_sub(u32::from(zero)).is_some_and(|d| d < 10);
    name.chars().all(is_digit).then(|| (zero, name.chars()))
}

/// The name after `name`: the next letter, or the next number up to 999 in the same kind of digits.
fn next_name(name: &str, letters: TypedLetters) -> Option<String> {
    let letters = letters.letters();
    if let Some(at) = letters.iter().position(|&letter| letter == name) {
        return letters.get(at + 1).map(|&letter| letter.to_owned());
    }
    let (zero, _) = digits_of(name)?;
    let next = number(name)? + 1;
    let in_kind = |digit: char| char::from_u32(u32::from(zero) + digit.to_digit(10)?);
    (next <= 999).then(|| next.to_string().chars().filter_map(in_kind).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

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
    #[test]
    fn a_letter_or_proviso_that_is_typed_takes_the_place_of_the_mark_that_came_by_itself() {
        for (paragraph, left) in [
            ("ب) ب)", "ب)"),
            ("ب) ب -", "ب -"),
            ("ب) ب-", "ب-"),
            ("ب) (ب)", "(ب)"),
            ("ب- بند ب:", "بند ب:"),
            ("پ) ج)", "ج)"),
            ("هـ) و)", "و)"),
            ("۲- ۲)", "۲)"),
            ("۲- 2)", "2)"),
            ("ج) تبصره:", "تبصره:"),
            ("ج) تبصره ۲-", "تبصره ۲-"),
            ("ج) تبصره یک -", "تبصره یک -"),
        ] {
            let needless = needless_mark(paragraph).unwrap_or_else(|| panic!("{paragraph}"));
            assert_eq!(&paragraph[needless..], left);
        }
        for paragraph in [
            "ب) متن)",
            "ب) الف)",
            "ب)ب)",
            "۲- ۵ -",
            "الف) ۱۰ -",
            "ب) تبصره هزینه‌ها با دستگاه است.",
            "ب) و غیره)",
            "ب متن) ج)",
            "متن ب)",
            "ب) ج)متن",
        ] {
            assert_eq!(needless_mark(paragraph), None, "{paragraph}");
        }
    }
}
