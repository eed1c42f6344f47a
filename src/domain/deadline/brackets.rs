//! Brackets in a deadline: a number said twice («ده (۱۰) روز»), a length said twice, or only a word set apart.
//! It does not know deadlines. All text here is in tight form.

use crate::calendar::{Span, parse_span};
use crate::text::numeral::parse_cardinal;

const OPENING: [char; 3] = ['(', '[', '{'];
const CLOSING: [char; 3] = [')', ']', '}'];

/// Returns the text without brackets: what is said twice stands in it once. `None` where the two contradict each
/// other («ده (۱۵) روز»).
pub(super) fn settled(text: &str) -> Option<String> {
    let mut text = text.to_owned();
    while let Some((before, inside, after)) = first_bracket(&text) {
        let once = settle(before, inside, after)?;
        text = once;
    }
    text.retain(|letter| !OPENING.contains(&letter) && !CLOSING.contains(&letter));
    Some(text)
}

fn first_bracket(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(OPENING)?;
    let (inside, after) = rest.split_once(CLOSING)?;
    Some((before, inside, after))
}

fn settle(before: &str, inside: &str, after: &str) -> Option<String> {
    if let Some(number) = parse_cardinal(inside) {
        let other = number_at_end(before).or_else(|| number_at_start(after));
        return match other {
            Some(other) if other != number => None,
            Some(_) => Some(format!("{before}{after}")),
            None => Some(format!("{before}{inside}{after}")),
        };
    }
    if let Some(span) = parse_span(inside) {
        return match span_at_end(before) {
            Some(other) if in_days(other) != in_days(span) => None,
            Some(_) => Some(format!("{before}{after}")),
            None => Some(format!("{before}{inside}{after}")),
        };
    }
    Some(format!("{before}{inside}{after}"))
}

/// Weeks are so many days.
fn in_days(span: Span) -> Span {
    match span {
        Span::Weeks(weeks) => Span::Days(weeks.saturating_mul(7)),
        other => other,
    }
}

/// The number that the text ends with, read from as many letters as make one.
fn number_at_end(text: &str) -> Option<u32> {
    ends(text).find_map(parse_cardinal)
}

/// The number that the text begins with, read from as many letters as make one.
fn number_at_start(text: &str) -> Option<u32> {
    let mut starts = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let starts: Vec<usize> = starts.by_ref().take(LONGEST_NUMBER).collect();
    starts
        .into_iter()
        .rev()
        .find_map(|end| parse_cardinal(&text[..end]))
}

fn span_at_end(text: &str) -> Option<Span> {
    ends(text).find_map(parse_span)
}

/// Letters of the longest number or span that is looked for.
const LONGEST_NUMBER: usize = 24;

/// The text from each of its last letters on, the longest first.
fn ends(text: &str) -> impl Iterator<Item = &str> {
    let starts: Vec<usize> = text
        .char_indices()
        .rev()
        .take(LONGEST_NUMBER)
        .map(|(at, _)| at)
        .collect();
    starts.into_iter().rev().map(|at| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tight::tight;

    #[test]
    fn what_is_said_twice_stands_once() {
        let cases = [
            ("ده (۱۰) روز", Some("دهروز")),
            ("۱۰ (ده) روز", Some("10روز")),
            ("ظرف مدت بیست و پنج (۲۵) روز", Some("ظرفمدتبیستوپنجروز")),
            ("(۱۰) ده روز", Some("دهروز")),
            ("(۱۰) روز", Some("10روز")),
            ("ده [۱۵] روز", None),
            ("یک هفته (یک هفته)", Some("یکهفته")),
            ("دو هفته (۱۴ روز)", Some("دوهفته")),
            ("یک ماه (دو ماه)", None),
            ("ده روز (کاری)", Some("دهروزکاری")),
            ("تا پایان وقت اداری (امروز)", Some("تاپایانوقتاداریامروز")),
            ("فوری)", Some("فوری")),
        ];
        for (written, expected) in cases {
            assert_eq!(settled(&tight(written)).as_deref(), expected, "{written}");
        }
    }
}
