//! «تا جلسه آینده»: by the next session of the same body.
//! It does not know when that is held. All text here is in tight form.

use super::periods::NEXT;
use super::reading::{without_end, without_start};

const BEFORE: &[&str] = &[
    "حداکثر",
    "نهایتا",
    "تاقبلاز",
    "تا",
    "الی",
    "لغایت",
    "قبلاز",
    "پیشاز",
    "در",
    "برای",
    "جهت",
    "به",
    "پایان",
    "زمان",
    "تاریخ",
    "روز",
    "موعد",
    "برگزاری",
    "تشکیل",
    "انعقاد",
    "پیگیری",
    "اقدام",
    "و",
    "ارایه",
    "ارسال",
    "اعلام",
    "گزارش",
    "نتیجه",
    "نتایج",
    "طرح",
    "مجدد",
    "بررسی",
    "اولین",
    "نخستین",
    "دستورکار",
];
const SESSION: [&str; 3] = ["جلسهی", "جلسه", "نشست"];
/// Nouns of bodies: «جلسه آینده کارگروه» is that of this body where nothing else is named.
const BODIES: [&str; 12] = [
    "اینکارگروه",
    "اینشورا",
    "اینکمیته",
    "اینستاد",
    "کارگروه",
    "شورا",
    "کمیته",
    "کمیسیون",
    "ستاد",
    "قرارگاه",
    "انجمن",
    "هیات",
];

/// Whether the words say «by the next session» and nothing else.
pub(super) fn is_named(text: &str) -> bool {
    let name = without_start(text, BEFORE);
    let name = without_end(name, &BODIES);
    SESSION.iter().any(|noun| {
        let which = name.strip_prefix(noun);
        which.is_some_and(|which| is_next(without_start(which, &BODIES)))
    })
}

fn is_next(which: &str) -> bool {
    NEXT.contains(&which)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tight::tight;

    #[test]
    fn the_tables_are_in_tight_form() {
        for word in BEFORE.iter().chain(&SESSION).chain(&BODIES) {
            assert_eq!(tight(word), *word);
        }
    }
}
