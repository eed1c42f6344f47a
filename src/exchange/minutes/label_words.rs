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
    "تصمیم", "تصمیمات", "خلاصه", "پیشنهاد", "نتیجه", "نتایج", "مهلت", "زمان", "بندی", "زمانبندی", "موعد", "سررسید",
    "مدت", "ضرب", "الاجل", "ضربالاجل", "حداکثر", "بازه", "زمانی", "اقدام", "اقدامات", "اجرا", "اجرای", "اجرایی",
    "انجام", "پیگیری", "پیگیر", "تحویل", "مسیول", "ضمانت", "مسیولین", "مسیولیت", "مجری", "مجریان", "متولی",
    "متولیان", "عامل", "کننده", "کنندگان", "اقدامکننده", "پیگیریکننده", "دستگاه", "همکار", "واحد", "مربوطه", "عهده",
    "بهعهده", "برعهده", "ارجاع", "ملاحظات", "توضیحات", "وضعیت", "درصد", "پیشرفت", "ضمانت", "امضا", "ناظر", "یادداشت", "نام",
    "خانوادگی", "سمت", "پست", "شغل", "جایگاه", "سازمان", "سازمانی", "ارگان", "نهاد", "اداره", "متبوع", "خدمت",
    "نماینده", "جانشین", "اصلی", "علت", "دلیل", "نحوه", "حضوروغیاب", "الف", "تبصره", "بند",
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

static LABEL_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lists = [
        COLUMN_WORDS,
        ANNOUNCING_WORDS,
        TIME_WORDS,
        AROUND_TIMES,
        BEFORE_BODY,
        BEFORE_NAMES,
        BODIES,
        COUNTED,
        HEAD_FILLERS,
        HEAD_WORDS,
        LABEL_FILLERS,
        NO_NAME,
        SECTION_WORDS,
        SESSIONS,
        VERBS,
    ];
    let heads = ALL_HEADS.iter().flat_map(|list| list.iter());
    lists.into_iter().flatten().chain(heads).copied().collect()
});

/// Shortest part of a word that is written without the blanks inside («تاریخجلسه»), in letters.
const SHORTEST_PART: usize = 3;

/// Whether a folded word labels and holds nothing of its own.
pub(super) fn is_label_word(key: &str) -> bool {
    let plural = ["های", "ها", "ی"]
        .iter()
        .find_map(|ending| key.strip_suffix(ending));
    LABEL_WORDS.contains(key) || plural.is_some_and(|stem| LABEL_WORDS.contains(stem))
}

/// Whether a folded word is one that labels, or two of them that touch.
pub(super) fn is_label_words(key: &str) -> bool {
    let parts = || {
        let borders = key.char_indices().map(|(at, _)| at).skip(SHORTEST_PART);
        borders
            .map(|at| key.split_at(at))
            .filter(|(_, rest)| rest.chars().count() >= SHORTEST_PART)
    };
    is_label_word(key) || parts().any(|(first, rest)| is_label_word(first) && is_label_word(rest))
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
        for word in ["اعتبار", "تلفن", "سد", "فرماندار"] {
            assert!(!is_label_words(word), "{word}");
        }
    }
}
