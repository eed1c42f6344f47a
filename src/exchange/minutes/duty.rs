//! Cells that hold a deadline and who is responsible together: «شهرداری - یک ماه», «مسئول: شهرداری، مهلت: یک ماه».
//! Knows no other column.

use super::columns::is_deadline;
use super::tail::tail_fields;
use super::words::first_words;

/// Longest deadline behind a name without a sign between them, in words.
const DEADLINE_WORDS: usize = 5;

/// The deadline and the responsible ones of such a cell; what cannot be told apart is taken for the latter.
pub(super) fn duty_of(text: &str) -> (String, String) {
    let labelled = tail_fields(text);
    if labelled.text.trim().is_empty() && !(labelled.deadline.is_empty() && labelled.responsible.is_empty()) {
        return (labelled.deadline, labelled.responsible);
    }
    let (mut deadlines, mut names): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for part in parts(text) {
        let part = part.trim_matches([' ', '(', ')', '-', '–', '،', '؛', ':', '/']);
        if part.is_empty() {
            continue;
        }
        if is_deadline(part) {
            deadlines.push(part);
        } else {
            names.push(part);
        }
    }
    if deadlines.is_empty()
        && let [only] = names.as_slice()
        && let Some((name, deadline)) = behind_a_name(only)
    {
        return (deadline.to_owned(), name.to_owned());
    }
    (deadlines.join("، "), names.join("، "))
}

/// Cut at lines, brackets, and signs that do not stand inside a date.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '(', ')', '،', '؛', '|'])
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" – "))
        .flat_map(|part| part.split(" / "))
}

/// «شهرداری یک ماه»: the shortest end that is a deadline beginning with a number or «تا», and what stands before it.
fn behind_a_name(text: &str) -> Option<(&str, &str)> {
    let words = first_words(text, 40);
    let least = words.len().saturating_sub(DEADLINE_WORDS).max(1);
    (least..words.len()).find_map(|at| {
        let tail = &text[words[at].start_byte..];
        let key = words[at].key.as_str();
        let begins = matches!(key, "تا" | "حداکثر" | "ظرف" | "طی" | "فوری" | "مستمر")
            || key.starts_with(|c: char| c.is_ascii_digit())
            || crate::text::numeral::parse_cardinal(key).is_some();
        (begins && is_deadline(tail)).then(|| (text[..words[at].start_byte].trim(), tail.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadline_and_name_are_parted_however_they_stand() {
        for text in [
            "شهرداری بهار - یک ماه",
            "یک ماه - شهرداری بهار",
            "شهرداری بهار\nیک ماه",
            "شهرداری بهار (یک ماه)",
            "شهرداری بهار / یک ماه",
            "شهرداری بهار یک ماه",
            "مسئول: شهرداری بهار مهلت: یک ماه",
            "شهرداری بهار، یک ماه",
        ] {
            assert_eq!(
                duty_of(text),
                ("یک ماه".to_owned(), "شهرداری بهار".to_owned()),
                "{text}"
            );
        }
        assert_eq!(duty_of("شهرداری بهار - تا ۱۴۰۲/۰۳/۰۴").0, "تا ۱۴۰۲/۰۳/۰۴");
        assert_eq!(
            duty_of("شهرداری بهار"),
            (String::new(), "شهرداری بهار".to_owned())
        );
    }
}
