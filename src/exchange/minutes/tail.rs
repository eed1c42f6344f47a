//! Deadline and responsible ones behind their labels at the end of a paragraph.
//! Knows no list: it is given one paragraph.

use super::heads::{ColumnRole, role_of};
use super::labels::colons;
use super::resolutions::append;
use super::words::{Word, words};

/// What stands at the end of a listed resolution behind its labels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RowTail {
    pub text: String,
    pub deadline: String,
    pub responsible: String,
}

/// Parts «مهلت: دو هفته» and «مسئول پیگیری: شهرداری» from the end of a paragraph.
pub(super) fn tail_fields(text: &str) -> RowTail {
    let words = words(text);
    let mut labels: Vec<(ColumnRole, usize, usize)> = Vec::new();
    for colon in colons(text) {
        let before = words.partition_point(|word| word.end_byte <= colon);
        if let Some((role, start)) = role_before(text, &words, before, colon) {
            labels.push((role, start, colon + 1));
        }
    }
    let Some(first) = labels.first() else {
        return RowTail {
            text: text.to_owned(),
            ..RowTail::default()
        };
    };
    let head = text[..first.1].trim_end_matches([' ', '(', '-', '–', '[', '/', '،', '\n']);
    let mut tail = RowTail {
        text: head.to_owned(),
        ..RowTail::default()
    };
    for (index, (role, _, value_start)) in labels.iter().enumerate() {
        let end = labels.get(index + 1).map_or(text.len(), |next| next.1);
        let value =
            text[*value_start..end].trim_matches([' ', '(', '-', '–', '[', ']', '/', '،', '؛', '.', '\n']);
        // The bracket that opened before the first label closes behind the last value.
        let unopened = value.matches(')').count() > value.matches('(').count();
        let value = if unopened {
            value.trim_end_matches(')')
        } else {
            value
        };
        let field = if *role == ColumnRole::Deadline {
            &mut tail.deadline
        } else {
            &mut tail.responsible
        };
        append(field, value, "\n");
    }
    tail
}

/// The label of a deadline or of who is responsible right before a colon, and where it starts.
fn role_before(text: &str, words: &[Word], before: usize, colon: usize) -> Option<(ColumnRole, usize)> {
    const BEGINS: &[&str] = &[
        "مهلت",
        "زمان",
        "موعد",
        "تاریخ",
        "مسیول",
        "مسوول",
        "مجری",
        "اقدام",
        "متولی",
        "پیگیری",
        "دستگاه",
        "سررسید",
    ];
    (1..=4.min(before)).rev().find_map(|count| {
        let first = &words[before - count];
        if !BEGINS.iter().any(|core| first.key.starts_with(core)) {
            return None;
        }
        let label = &text[first.start_byte..colon];
        let plain = label
            .chars()
            .all(|c| c.is_alphanumeric() || c == ' ' || c == '\u{200c}');
        let role =
            role_of(label).filter(|role| matches!(role, ColumnRole::Deadline | ColumnRole::Responsible));
        role.filter(|_| plain).map(|role| (role, first.start_byte))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_behind_labels_are_parted_from_the_wording() {
        for text in [
            "نهر لایروبی شود. مهلت: دو هفته - مسئول پیگیری: شهرداری بهار",
            "نهر لایروبی شود. (مسئول پیگیری: شهرداری بهار، مهلت اجرا: دو هفته)",
            "نهر لایروبی شود. اقدام کننده: شهرداری بهار مهلت: دو هفته.",
        ] {
            let tail = tail_fields(text);
            assert_eq!(tail.text, "نهر لایروبی شود.", "{text}");
            assert_eq!(tail.deadline, "دو هفته", "{text}");
            assert_eq!(tail.responsible, "شهرداری بهار", "{text}");
        }
        assert_eq!(tail_fields("مقرر شد: الف: نهر").text, "مقرر شد: الف: نهر");
    }
}
