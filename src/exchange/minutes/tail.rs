//! Deadline, responsible ones and remarks behind their labels at the end of a paragraph, or in brackets without labels.
//! Knows no list: it is given one paragraph.

use std::sync::LazyLock;

use super::brackets::{fields_without_labels, last_bracket};
use super::columns::is_deadline;
use super::heads::{ColumnRole, role_of};
use super::labels::{colons, ends_with_verb};
use super::matching::KnownWords;
use super::names::begins_as_a_name;
use super::resolutions::append;
use super::vocabulary::{DEADLINE_LABELS, FIELDS_ALONE, REMARK_LABELS, RESPONSIBLE_LABELS};
use super::words::{Word, words};

/// Longest label of a field, and longest value behind a label without any sign, in words.
const LABEL_WORDS: usize = 4;
const PLAIN_VALUE_WORDS: usize = 10;

static FIELDS: LazyLock<KnownWords> = LazyLock::new(|| KnownWords::of(&[FIELDS_ALONE]));

/// What stands at the end of a listed resolution behind its labels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RowTail {
    pub text: String,
    pub deadline: String,
    pub responsible: String,
    /// «ناظر: ...» with its label.
    pub remarks: Vec<String>,
}

impl RowTail {
    /// Whether there is nothing but fields.
    pub fn is_only_fields(&self) -> bool {
        self.text.is_empty() && self.has_fields()
    }

    /// Whether there is any field.
    pub fn has_fields(&self) -> bool {
        !(self.deadline.is_empty() && self.responsible.is_empty() && self.remarks.is_empty())
    }

    /// All texts that were taken.
    pub fn parts(&self) -> Vec<&str> {
        let fields = [&self.text, &self.deadline, &self.responsible];
        fields
            .into_iter()
            .chain(&self.remarks)
            .map(String::as_str)
            .collect()
    }

    fn put(&mut self, role: ColumnRole, label: &str, value: &str) {
        match role {
            ColumnRole::Deadline => append(&mut self.deadline, value, "\n"),
            ColumnRole::Responsible => append(&mut self.responsible, value, "\n"),
            _ if value.is_empty() => {}
            _ => self.remarks.push(format!("{}: {value}", label.trim())),
        }
    }
}

/// A label with its value: its role, where it begins and ends, and where the value begins.
struct FieldLabel {
    role: ColumnRole,
    start: usize,
    end: usize,
    value: usize,
}

/// Parts «مهلت: دو هفته» and «مسئول پیگیری: شهرداری» from the end of a paragraph.
pub(super) fn tail_fields(text: &str) -> RowTail {
    let words = words(text);
    let labels = labels_in(text, &words);
    let Some(first) = labels.first() else {
        return bracketed_fields(text);
    };
    let head =
        text[..first.start].trim_end_matches([' ', '(', '-', '–', '—', 'ـ', '[', '/', '،', '|', '\n', '\t']);
    let mut tail = RowTail {
        text: head.to_owned(),
        ..RowTail::default()
    };
    for (index, label) in labels.iter().enumerate() {
        let end = labels.get(index + 1).map_or(text.len(), |next| next.start);
        tail.put(
            label.role,
            &text[label.start..label.end],
            value_of(&text[label.value..end]),
        );
    }
    if tail.deadline.is_empty()
        && let Some(at) = deadline_behind(&tail.responsible)
    {
        tail.deadline = value_of(&tail.responsible[at..]).to_owned();
        tail.responsible = value_of(&tail.responsible[..at]).to_owned();
    }
    tail
}

/// Where the deadline begins that stands behind a name: «اداره غله تا ۱۵ مرداد», «شهرداری - یک ماه».
fn deadline_behind(name: &str) -> Option<usize> {
    let words = words(name);
    let begins = |at: usize| {
        let gap = &name[words[at - 1].end_byte..words[at].start_byte];
        let parts = gap.contains(['-', '–', '—', '،', '/', '؛', '(']);
        parts || matches!(words[at].key.as_str(), "تا" | "ظرف" | "حداکثر" | "طی" | "لغایت")
    };
    (1..words.len().min(PLAIN_VALUE_WORDS))
        .find(|at| begins(*at) && is_deadline(&name[words[*at].start_byte..]))
        .map(|at| words[at].start_byte)
}

/// The value without signs at its ends; a bracket that opened before the first label closes behind the last value.
fn value_of(text: &str) -> &str {
    let signs = [
        ' ', '(', '-', '–', '—', 'ـ', '=', '←', '→', ':', '[', ']', '/', '،', '؛', '.', '|', '\n', '\t',
    ];
    let value = text.trim_matches(signs);
    if value.matches(')').count() > value.matches('(').count() {
        value.trim_end_matches([')', ']', ' ', '.'])
    } else {
        value
    }
}

fn labels_in(text: &str, words: &[Word]) -> Vec<FieldLabel> {
    let mut labels: Vec<FieldLabel> = Vec::new();
    if let Some(label) = plain_label(text, words) {
        labels.push(label);
    }
    let mut colon_at = colons(text).peekable();
    let sign_at = text.char_indices().filter(|(_, c)| "-–—ـ=←→\t؛:".contains(*c));
    for (at, sign) in sign_at {
        while colon_at.peek().is_some_and(|colon| *colon < at) {
            colon_at.next();
        }
        let is_colon = sign == ':';
        if is_colon && colon_at.peek() != Some(&at) {
            continue;
        }
        let before = words.partition_point(|word| word.start_byte < at);
        let found = if is_colon {
            before_colon(text, words, before, at)
        } else {
            before_sign(text, words, before)
        };
        let Some((role, start)) =
            found.filter(|(_, start)| labels.last().is_none_or(|last| *start >= last.value))
        else {
            continue;
        };
        labels.push(FieldLabel {
            role,
            start,
            end: at,
            value: at + sign.len_utf8(),
        });
    }
    labels
}

/// What words name as a label that is known whole.
pub(super) fn field_role(words: &[Word]) -> Option<ColumnRole> {
    let is_number = |word: &Word| word.key.starts_with(|c: char| c.is_ascii_digit());
    if words.is_empty() || words.len() > LABEL_WORDS || words.iter().any(is_number) {
        return None;
    }
    let lists = [DEADLINE_LABELS, RESPONSIBLE_LABELS, REMARK_LABELS];
    let key = FIELDS.mended_key(words);
    let roles = [ColumnRole::Deadline, ColumnRole::Responsible, ColumnRole::Other];
    let at = lists.iter().position(|list| list.contains(&key.as_str()))?;
    Some(roles[at])
}

/// The label of a field right before a colon, and where it starts.
fn before_colon(text: &str, words: &[Word], before: usize, colon: usize) -> Option<(ColumnRole, usize)> {
    const BEGINS: &[&str] = &[
        "مهلت",
        "زمان",
        "موعد",
        "تاریخ",
        "مسیول",
        "مجری",
        "اقدام",
        "متولی",
        "پیگیری",
        "دستگاه",
        "سررسید",
        "مدت",
        "واحد",
        "عامل",
        "همکار",
        "فرجه",
        "ضرب",
    ];
    (1..=LABEL_WORDS.min(before)).rev().find_map(|count| {
        let run = &words[before - count..before];
        let label = &text[run[0].start_byte..colon];
        let is_plain = label
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '\u{a0}' | '\u{200c}' | '/'));
        if !is_plain {
            return None;
        }
        let begins = || BEGINS.iter().any(|core| run[0].key.starts_with(core));
        let by_head = || {
            role_of(label)
                .filter(|role| begins() && matches!(role, ColumnRole::Deadline | ColumnRole::Responsible))
        };
        let role = field_role(run).or_else(by_head)?;
        Some((role, run[0].start_byte))
    })
}

/// The label of a field right before a sign that is no colon: known whole, and nothing but a sign before it.
fn before_sign(text: &str, words: &[Word], before: usize) -> Option<(ColumnRole, usize)> {
    (1..=LABEL_WORDS.min(before)).rev().find_map(|count| {
        let run = &words[before - count..before];
        let start = run[0].start_byte;
        let parted = stands_apart(&text[..start]);
        let is_whole = count > 1 || FIELDS_ALONE.contains(&run[0].key.as_str());
        let role = field_role(run).filter(|_| parted && is_whole)?;
        Some((role, start))
    })
}

/// A label that a line begins with and a short value behind it without any sign: «مهلت اقدام یک هفته».
fn plain_label(text: &str, words: &[Word]) -> Option<FieldLabel> {
    let before = text[..words.first()?.start_byte].trim_matches(['-', '–', '•', '*', '(', ' ']);
    let is_signed = text.contains([':', '=']);
    if is_signed
        || !before.is_empty()
        || words.len() > LABEL_WORDS + PLAIN_VALUE_WORDS
        || ends_with_verb(text)
    {
        return None;
    }
    (2..=LABEL_WORDS.min(words.len().saturating_sub(1)))
        .rev()
        .find_map(|count| {
            let run = &words[..count];
            let next = &words[count];
            let gap = text[run[count - 1].end_byte..next.start_byte].trim();
            let role = field_role(run).filter(|_| gap.is_empty())?;
            // «مسئول پیگیری پرونده‌ها ...» goes on as a sentence or a post does; a value is a span or a name.
            let value = &text[next.start_byte..];
            let fits = match role {
                ColumnRole::Deadline => is_deadline(value),
                _ => begins_as_a_name(value),
            };
            fits.then_some(FieldLabel {
                role,
                start: run[0].start_byte,
                end: run[count - 1].end_byte,
                value: next.start_byte,
            })
        })
}

fn stands_apart(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\u{a0}']);
    before.is_empty()
        || before.ends_with([
            '.', '؛', '،', '-', '–', '—', 'ـ', '/', '(', '[', ')', '\t', '\n', '|', '•',
        ])
}

/// «نهال داده شود. (منابع طبیعی - تا ۱۴۰۱/۱۲/۱۵)»: a name and a deadline in brackets at the end, without labels.
fn bracketed_fields(text: &str) -> RowTail {
    let mut tail = RowTail {
        text: text.to_owned(),
        ..RowTail::default()
    };
    for _ in 0..2 {
        let inner = tail.text.trim_end().trim_end_matches(['.', '،', '؛']).trim_end();
        let Some((before, inside)) = last_bracket(inner).or_else(|| behind_semicolons(inner)) else {
            break;
        };
        let Some((deadline, names)) = fields_without_labels(before, inside) else {
            break;
        };
        tail = RowTail {
            deadline: joined_parts(&deadline, &tail.deadline),
            responsible: joined_parts(&names, &tail.responsible),
            text: before.trim_end().to_owned(),
            remarks: Vec::new(),
        };
    }
    tail
}

/// «آموزش ۵۰ نفر؛ فنی و حرفه‌ای؛ دو ماه»: a name and a deadline as the last two parts between semicolons.
fn behind_semicolons(text: &str) -> Option<(&str, &str)> {
    let (before, last) = text.rsplit_once('؛')?;
    let (wording, one) = before.rsplit_once('؛')?;
    let is_name =
        |part: &str| begins_as_a_name(part) && !is_deadline(part) && words(part).len() <= PLAIN_VALUE_WORDS;
    let are_fields = is_deadline(last) && is_name(one) || is_deadline(one) && is_name(last);
    let inside = &text[wording.len() + '؛'.len_utf8()..];
    (are_fields && words(wording).len() > 1).then_some((wording, inside))
}

fn joined_parts(first: &str, second: &str) -> String {
    let mut all = first.to_owned();
    append(&mut all, second, "\n");
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const DONE: &str = "نهر لایروبی شود.";

    #[test]
    fn fields_behind_labels_are_parted_from_the_wording() {
        for text in [
            "نهر لایروبی شود. مهلت: دو هفته - مسئول پیگیری: شهرداری بهار",
            "نهر لایروبی شود. (مسئول پیگیری: شهرداری بهار، مهلت اجرا: دو هفته)",
            "نهر لایروبی شود. اقدام کننده: شهرداری بهار مهلت: دو هفته.",
            "نهر لایروبی شود. [مهلت انجام : دو هفته | واحد مسئول : شهرداری بهار]",
            "نهر لایروبی شود. مدت اجرا: دو هفته\tمجری: شهرداری بهار",
            "نهر لایروبی شود. - مهلت اقدام = دو هفته - مسئول پیگیری = شهرداری بهار",
            "نهر لایروبی شود. مهلت ـ دو هفته ـ متولی ـ شهرداری بهار",
            "نهر لایروبی شود. توسط: شهرداری بهار - موعد: دو هفته",
            "نهر لایروبی شود. / مسؤول پيگيري: شهرداری بهار / مهلت اقدام: دو هفته",
            "نهر لایروبی شود. دستگاه مسئول: شهرداری بهار؛ فرجه: دو هفته",
            "نهر لایروبی شود. اقدام: شهرداری بهار - دو هفته",
            "نهر لایروبی شود. مسئول پیگیری: شهرداری بهار (دو هفته)",
        ] {
            let tail = tail_fields(text);
            assert_eq!(tail.text, DONE, "{text}");
            assert_eq!(tail.deadline, "دو هفته", "{text}");
            assert_eq!(tail.responsible, "شهرداری بهار", "{text}");
        }
        assert_eq!(tail_fields("مقرر شد: الف: نهر").text, "مقرر شد: الف: نهر");
    }

    #[test]
    fn lines_of_fields_need_no_colon() {
        for text in [
            "مهلت اقدام: فوری - مسئول پیگیری: فرمانداری",
            "مهلت اقدام - فوری - مسئول پیگیری - فرمانداری",
            "مه لت اقدام: فوری - مسئو ل پیگیری: فرمانداری",
            "مهلت اقدام ← فوری - مسئول پیگیری ← فرمانداری",
        ] {
            let tail = tail_fields(text);
            assert!(tail.is_only_fields(), "{text}: {tail:?}");
            assert_eq!(
                (tail.deadline.as_str(), tail.responsible.as_str()),
                ("فوری", "فرمانداری"),
                "{text}"
            );
        }
        assert_eq!(tail_fields("مهلت اقدام یک هفته").deadline, "یک هفته");
        assert_eq!(tail_fields("مسئول پیگیری اداره ارشاد").responsible, "اداره ارشاد");
        let tail = tail_fields("ناظر: بازرسی");
        assert_eq!(tail.remarks, ["ناظر: بازرسی"]);
    }

    #[test]
    fn a_bracket_without_labels_gives_names_and_deadline() {
        for text in [
            "نهر لایروبی شود. (منابع طبیعی - تا ۱۴۰۱/۱۲/۱۵)",
            "نهر لایروبی شود. (تا ۱۴۰۱/۱۲/۱۵ - منابع طبیعی)",
            "نهر لایروبی شود. (منابع طبیعی، تا ۱۴۰۱/۱۲/۱۵).",
            "نهر لایروبی شود. [منابع طبیعی / تا ۱۴۰۱/۱۲/۱۵]",
            "نهر لایروبی شود. (منابع طبیعی) (تا ۱۴۰۱/۱۲/۱۵)",
        ] {
            let tail = tail_fields(text);
            assert_eq!(tail.text, DONE, "{text}");
            assert_eq!(
                (tail.deadline.as_str(), tail.responsible.as_str()),
                ("تا ۱۴۰۱/۱۲/۱۵", "منابع طبیعی"),
                "{text}"
            );
        }
        for text in [
            "کمک به کمیته امداد امام خمینی (ره)",
            "با شهرداری هماهنگ شود. (با هماهنگی بخشداری)",
            "خرید مرخصی (نه ماه)",
            "آموزش مادران (۲۰ نفر)",
        ] {
            assert_eq!(tail_fields(text).text, text);
        }
    }

    #[test]
    fn a_name_and_a_deadline_behind_semicolons_are_fields() {
        for text in [
            "نهر لایروبی شود؛ شهرداری بهار؛ دو هفته",
            "نهر لایروبی شود؛ دو هفته؛ شهرداری بهار.",
        ] {
            let tail = tail_fields(text);
            assert_eq!(tail.text, "نهر لایروبی شود", "{text}");
            assert_eq!(
                (tail.deadline.as_str(), tail.responsible.as_str()),
                ("دو هفته", "شهرداری بهار")
            );
        }
    }

    #[test]
    fn prose_with_such_words_is_no_field() {
        for text in [
            "نهر لایروبی شود؛ شهرداری گزارش دهد؛ نتیجه اعلام شود.",
            "مسئول پیگیری پرونده‌ها گزارش دهد.",
            "شهرداری مهلت - هر چند کوتاه - بدهد.",
            "زمان اجرا کوتاه است.",
        ] {
            assert_eq!(tail_fields(text).text, text);
        }
    }
}
