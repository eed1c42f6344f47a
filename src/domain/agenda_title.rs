//! What stands behind an item of the agenda, by the words of its title, as minutes that were written elsewhere have it.
//! Does not know where the title comes from.

use super::session::AgendaKind;
use crate::text::fold;

/// What is done with earlier resolutions, before they are named.
const BEFORE: &[&str] = &[
    "بررسی",
    "مرور",
    "پیگیری",
    "قرائت",
    "بازخوانی",
    "ارائه",
    "استماع",
    "طرح",
    "ارزیابی",
    "گزارش",
    "گزارشی",
    "رسیدگی",
    "به",
    "از",
    "و",
    "در",
    "خصوص",
    "آخرین",
    "وضعیت",
    "روند",
    "میزان",
    "نحوه",
    "اجرا",
    "اجرای",
    "اقدامات",
    "انجام",
    "شده",
    "تحقق",
    "پیشرفت",
    "نتیجه",
    "نتایج",
    "عملکرد",
];
/// The resolutions.
const RESOLUTIONS: &[&str] = &["مصوبات", "مصوبه", "مصوبه‌های", "تصمیمات", "تصمیم‌های"];
/// That minutes are approved.
const APPROVAL: &[&str] = &["تصویب", "تأیید", "تایید", "امضای"];
/// The minutes.
const MINUTES: &[&str] = &["صورتجلسه", "صورت‌جلسه", "صورت", "صورتجلسات"];
/// The sessions that took them, and whose they are.
const SESSIONS: &[&str] = &[
    "ها",
    "های",
    "جلسه",
    "جلسات",
    "جلسه‌های",
    "نشست",
    "نشست‌های",
    "کارگروه",
    "شورا",
    "شورای",
    "کمیته",
    "کمیسیون",
    "قرارگاه",
    "ستاد",
];
/// That they are earlier ones.
const EARLIER: &[&str] = &["قبل", "قبلی", "گذشته", "پیش", "پیشین", "سابق", "اخیر"];

/// Whether all words of a folded title say that minutes of before are read and approved: «قرائت و تصویب صورتجلسه قبل».
fn is_approval(folded: &str) -> bool {
    let mut words = folded
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .peekable();
    let is_in = |list: &[&str], word: &str| list.iter().any(|listed| fold(listed) == word);
    let mut approves = false;
    while let Some(word) = words.next_if(|word| is_in(APPROVAL, word) || is_in(BEFORE, word)) {
        approves |= is_in(APPROVAL, word);
    }
    let minutes = words.next_if(|word| is_in(MINUTES, word)).is_some();
    let rest: Vec<&str> = words.collect();
    let is_known = |word: &&str| is_in(SESSIONS, word) || is_in(EARLIER, word);
    approves && minutes && rest.iter().all(is_known) && rest.iter().any(|word| is_in(EARLIER, word))
}

/// What stands behind an item with this title: the open resolutions where all its words say so, as in «بررسی مصوبات
/// جلسات قبل», however it is spelt. A title that goes on to say what the resolutions are about has its own words.
///
/// ```
/// use dabir::domain::{agenda_title::kind_of, session::AgendaKind};
/// assert_eq!(kind_of("ارائه گزارش پیگیری مصوبات جلسه گذشته"), AgendaKind::OpenResolutions);
/// assert_eq!(kind_of("بررسی مصوبات جلسه قبل درباره آب دشت"), AgendaKind::Ordinary);
/// ```
pub fn kind_of(title: &str) -> AgendaKind {
    let folded = fold(title);
    if is_approval(&folded) {
        return AgendaKind::PreviousMinutes;
    }
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let is_in = |list: &[&str], word: &str| list.iter().any(|listed| fold(listed) == word);
    let before = words.iter().take_while(|word| is_in(BEFORE, word)).count();
    let Some((noun, rest)) = words[before..].split_first() else {
        return AgendaKind::Ordinary;
    };
    let is_known = |word: &&str| is_in(SESSIONS, word) || is_in(EARLIER, word);
    let says_so =
        is_in(RESOLUTIONS, noun) && rest.iter().all(is_known) && rest.iter().any(|word| is_in(EARLIER, word));
    match says_so {
        true => AgendaKind::OpenResolutions,
        false => AgendaKind::Ordinary,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_titles_of_offices_are_known_however_they_are_spelt() {
        for title in [
            "بررسی مصوبات جلسات قبل",
            "بررسي مصوبات جلسه قبل.",
            "۱- بررسی مصوبات جلسات قبلی",
            "پیگیری مصوبه‌های جلسه‌های پیشین",
            "پیگیری مصوبه های جلسه های پیشین",
            "مرور مصوبات گذشته",
            "قرائت و بررسی آخرین وضعیت مصوبات جلسه قبلی کارگروه",
            "ارائه گزارشی از روند اجرای مصوبات جلسات گذشته",
            "مصوبات جلسهٔ قبل",
        ] {
            assert_eq!(kind_of(title), AgendaKind::OpenResolutions, "{title}");
        }
    }

    #[test]
    fn the_approval_of_the_minutes_before_is_known_by_its_words() {
        for title in [
            "تصویب صورتجلسه جلسه قبل",
            "قرائت و تصویب صورتجلسه قبلی",
            "۱. تأیید صورت‌جلسه جلسه گذشته",
        ] {
            assert_eq!(kind_of(title), AgendaKind::PreviousMinutes, "{title}");
        }
        for title in ["تصویب بودجه", "قرائت صورتجلسه قبل", "تصویب صورتجلسه کمیسیون آب"]
        {
            assert_eq!(kind_of(title), AgendaKind::Ordinary, "{title}");
        }
    }

    #[test]
    fn a_title_of_its_own_stays_its_own() {
        for title in [
            "",
            "بررسی",
            "بررسی مصوبات",
            "بررسی مصوبات شورای عالی آب",
            "بررسی وضعیت آب دشت بالا",
            "بررسی مصوبات سفر استاندار",
            "گزارش جلسه قبل",
            "بررسی مصوبات جلسات قبل و برنامه سال آینده",
        ] {
            assert_eq!(kind_of(title), AgendaKind::Ordinary, "{title}");
        }
    }
}
