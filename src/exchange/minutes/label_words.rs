//! The words that may be used up in understanding minutes because they only label: those of all lists together.
//! Knows no rule of reading, and no value.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::head_words::ALL_HEADS;
use super::vocabulary::{
    AROUND_TIMES, BEFORE_BODY, BEFORE_NAMES, BODIES, COUNTED, HEAD_FILLERS, HEAD_WORDS, LABEL_FILLERS,
    NO_NAME, SECTION_WORDS, SESSIONS, VERBS,
};

/// Words of heads of columns and of labels behind a resolution, in folded form.
const COLUMN_WORDS: &[&str] = &[
    "ردیف", "ر", "ش", "شماره", "شرح", "متن", "مفاد", "عنوان", "موضوع", "موضوعات", "محور", "مصوبه", "مصوبات", "مصوب",
    "تصمیم", "تصمیمات", "خلاصه", "نتیجه", "نتایج", "مهلت", "زمان", "بندی", "زمانبندی", "موعد", "سررسید",
    "مدت", "ضرب", "الاجل", "ضربالاجل", "حداکثر", "زمانی", "اقدام", "اقدامات", "اجرا", "اجرای", "اجرایی",
    "انجام", "پیگیری", "پیگیر", "مسیول", "ضمانت", "مسیولین", "مسیولیت", "مجری", "مجریان", "متولی",
    "متولیان", "کننده", "کنندگان", "اقدامکننده", "پیگیریکننده", "دستگاه", "همکار", "واحد", "مربوطه",
    "ملاحظات", "توضیحات", "وضعیت", "درصد", "پیشرفت", "امضا", "نام",
    "خانوادگی", "سمت", "پست", "سازمان", "سازمانی", "نهاد", "اداره", "خدمت",
    "نماینده", "اصلی", "علت", "دلیل", "حضوروغیاب", "الف", "تبصره", "بند",
    "اتاقتشکیل", "اتاقبرگزاری", "سالنتشکیل", "سالنبرگزاری", "تالارتشکیل", "تالاربرگزاری", "نشانیتشکیل", "نشانیبرگزاری",
];

/// Words of sentences that announce what follows, in folded form: «پس از بحث و تبادل نظر موارد ذیل مقرر گردید».
const ANNOUNCING_WORDS: &[&str] = &[
    "پس", "بعد", "سپس", "بحث", "تبادل", "نظر", "بررسی", "که", "را", "می", "مقرر", "مصوب", "تصویب", "اتخاذ", "بشرح",
    "قرار", "ذیلا", "اتی", "برگزار", "منعقد", "رسمیت", "حد", "نصاب", "راس", "طبق", "با", "حضور", "دستور", "تصمیم",
    "گیری", "لازم", "ادامه", "نهایت", "نهایتا", "پایان", "ابتدا", "ابتدای", "نیز", "همچنین", "خصوص", "وتبادل",
    "استماع", "همکاری", "نظرات", "نظریات", "جناب", "سرکار", "اقای", "اقایان", "خانم",
];

/// Words beside dates and times, in folded form.
const TIME_WORDS: &[&str] = &[
    "صبح", "عصر", "ظهر", "بعدازظهر", "قبل", "شب", "دقیقه", "نیم", "ربع", "ماه", "شنبه", "هجری", "شمسی", "خورشیدی", "امین", "مین", "ام",
];

/// The labels that every office uses.
static PLAIN_LABELS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lists = [
        COLUMN_WORDS, ANNOUNCING_WORDS, TIME_WORDS, AROUND_TIMES, BEFORE_BODY, BEFORE_NAMES, BODIES, COUNTED,
        HEAD_FILLERS, HEAD_WORDS, LABEL_FILLERS, NO_NAME, SECTION_WORDS, SESSIONS, VERBS,
    ];
    lists.into_iter().flatten().copied().collect()
});

/// These, and whatever heads of columns are known by.
static LABEL_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let heads = ALL_HEADS.iter().flat_map(|list| list.iter());
    PLAIN_LABELS.iter().chain(heads).copied().collect()
});

/// Shortest part of a word that is written without the blanks inside («تاریخجلسه»), in letters.
const SHORTEST_PART: usize = 3;

/// Whether a folded word labels and holds nothing of its own.
pub(super) fn is_label_word(key: &str) -> bool {
    is_among(&LABEL_WORDS, key)
}

/// Whether a folded word is one that labels, or two of them that touch.
pub(super) fn is_label_words(key: &str) -> bool {
    are_among(&LABEL_WORDS, key)
}

/// The same of the labels that every office uses.
pub(super) fn is_plain_label(key: &str) -> bool {
    are_among(&PLAIN_LABELS, key)
}

fn is_among(labels: &HashSet<&str>, key: &str) -> bool {
    let plural = ["های", "ها", "ی"].iter().find_map(|ending| key.strip_suffix(ending));
    labels.contains(key) || plural.is_some_and(|stem| labels.contains(stem))
}

fn are_among(labels: &HashSet<&str>, key: &str) -> bool {
    let parts = || {
        let borders = key.char_indices().map(|(at, _)| at).skip(SHORTEST_PART);
        borders.map(|at| key.split_at(at)).filter(|(_, rest)| rest.chars().count() >= SHORTEST_PART)
    };
    is_among(labels, key) || parts().any(|(first, rest)| is_among(labels, first) && is_among(labels, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold_tight;

    #[test]
    fn every_word_stands_in_folded_form() {
        for word in [COLUMN_WORDS, ANNOUNCING_WORDS, TIME_WORDS].into_iter().flatten() {
            assert_eq!(*word, fold_tight(word));
        }
    }

    #[test]
    fn words_label_alone_in_the_plural_and_where_two_touch() {
        for word in ["تاریخ", "مصوبات", "دستگاههای", "تاریخجلسه", "مهلتاقدام"]
        {
            assert!(is_label_words(word), "{word}");
        }
        assert!(is_label_words("فرجه") && !is_plain_label("فرجه"));
        for word in ["اعتبار", "تلفن", "سد", "فرماندار"] {
            assert!(!is_label_words(word), "{word}");
        }
    }
}
