//! Dates, weekdays and times of day inside a longer text.
//! Knows no label; what a date is the date of is decided elsewhere.

use std::ops::Range;

use compact_str::CompactString;

use super::enumerate::digit;
use super::vocabulary::AROUND_TIMES;
use super::words::{Word, is_word_letter, words};
use crate::calendar::{Day, TimeOfDay, parse_day, parse_month, parse_weekday};
use crate::text::fold_tight;

/// Most words a date in words takes («بیست و یکم خرداد ماه سال ۱۴۰۱»), before and after the month.
const WORDS_BEFORE_MONTH: usize = 3;
const WORDS_AFTER_MONTH: usize = 3;
/// Most words a time takes («۷ و ۳۰ دقیقه بعد از ظهر»).
const TIME_WORDS: usize = 7;

/// What may stand behind the hour at which something ends.
const TIME_ENDS: [&str; 5] = ["صبح", "ظهر", "عصر", "بعدازظهر", "در"];

/// What was found in a text, with its places in bytes.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct When {
    pub days: Vec<(Day, Range<usize>)>,
    pub weekday: Option<Range<usize>>,
    pub times: Vec<(TimeOfDay, Range<usize>)>,
}

/// The dates, the first weekday and the times of a text. A bare number is a time only behind «ساعت», or anywhere
/// where `is_time` says that the text is one.
pub(super) fn when_in(text: &str, is_time: bool) -> When {
    let words = parted_words(text);
    let mut when = When::default();
    let mut expects_time = is_time;
    let mut index = 0;
    while index < words.len() {
        let key = words[index].key.as_str();
        if let Some(count) = weekday_at(text, &words, index) {
            when.weekday
                .get_or_insert(words[index].start_byte..words[index + count - 1].end_byte);
            index += count;
        } else if let Some((day, count)) = day_at(text, &words, index) {
            when.days
                .push((day, words[index].start_byte..words[index + count - 1].end_byte));
            index += count;
        } else if let Some((time, count)) = time_at(text, &words, index, expects_time) {
            when.times
                .push((time, words[index].start_byte..words[index + count - 1].end_byte));
            index += count;
            expects_time = words
                .get(index)
                .is_some_and(|next| AROUND_TIMES.contains(&next.key.as_str()))
                || runs_to(text, &words, index);
        } else {
            expects_time =
                key.ends_with("ساعت") || ((expects_time || is_time) && AROUND_TIMES.contains(&key));
            index += 1;
        }
    }
    when
}

/// The words of a text, with letters and digits that touch parted: «مورخ6/3/86», «ساعت7».
pub(super) fn parted_words(text: &str) -> Vec<Word> {
    let mut parted = Vec::new();
    for word in words(text) {
        let mut start_byte = word.start_byte;
        let written = &text[word.start_byte..word.end_byte];
        let mut last = None;
        for (at, c) in written.char_indices() {
            let is_digit = digit(c).is_some();
            let at_byte = word.start_byte + at;
            if is_word_letter(c) && last.replace(is_digit).is_some_and(|before| before != is_digit) {
                parted.extend(word_of(text, start_byte, at_byte));
                start_byte = at_byte;
            }
        }
        if start_byte == word.start_byte {
            parted.push(word);
        } else {
            parted.extend(word_of(text, start_byte, word.end_byte));
        }
    }
    parted
}

fn word_of(text: &str, start_byte: usize, end_byte: usize) -> Option<Word> {
    let key = CompactString::from(fold_tight(&text[start_byte..end_byte]));
    (!key.is_empty()).then_some(Word {
        key,
        start_byte,
        end_byte,
    })
}

fn day_at(text: &str, words: &[Word], at: usize) -> Option<(Day, usize)> {
    let slice = |count: usize| {
        let last = words.get(at + count - 1)?;
        Some(&text[words[at].start_byte..last.end_byte])
    };
    let is_number = |word: &Word| word.key.len() <= 4 && word.key.bytes().all(|byte| byte.is_ascii_digit());
    let in_digits = words.len() >= at + 3 && words[at..at + 3].iter().all(is_number);
    if in_digits {
        let gap = |left: &Word, right: &Word| &text[left.end_byte..right.start_byte];
        let joins = |left: &Word, right: &Word| {
            let gap = gap(left, right).trim();
            gap.chars().count() == 1 && "/-.\\–_٫؍".contains(gap)
        };
        // «۲۱/۲۵/۱۴۷۷۲» and longer rows of numbers are letter numbers; a time behind a dash or blanks is none.
        let runs_on = words.get(at + 3).is_some_and(|next| {
            let behind = gap(&words[at + 2], next);
            let goes_on =
                behind.trim() == gap(&words[at + 1], &words[at + 2]).trim() || behind.trim() == behind;
            joins(&words[at + 2], next) && is_number(next) && goes_on && !is_clock(text, words, at + 3)
        });
        if joins(&words[at], &words[at + 1]) && joins(&words[at + 1], &words[at + 2]) && !runs_on {
            return parse_day(slice(3)?).ok().map(|day| (day, 3));
        }
        return None;
    }
    let reach = &words[at..words.len().min(at + WORDS_BEFORE_MONTH + 1)];
    let month = reach
        .iter()
        .skip(1)
        .position(|word| parse_month(&word.key).is_some())?
        + 1;
    (month + 2..=month + 1 + WORDS_AFTER_MONTH)
        .rev()
        .find_map(|count| Some((parse_day(slice(count)?).ok()?, count)))
}

/// «ساعت ۹-۱۱»: whether the number behind a time and a dash is its end, and counts nothing.
fn runs_to(text: &str, words: &[Word], at: usize) -> bool {
    let (Some(before), Some(number)) = (at.checked_sub(1).and_then(|at| words.get(at)), words.get(at)) else {
        return false;
    };
    let dash = text[before.end_byte..number.start_byte].trim();
    let counts = words
        .get(at + 1)
        .is_some_and(|next| !TIME_ENDS.contains(&next.key.as_str()) && !is_clock(text, words, at));
    ["-", "–", "—", "ـ", "_"].contains(&dash) && !counts
}

/// Whether a number is the hour of «۱۰:۰۰».
fn is_clock(text: &str, words: &[Word], at: usize) -> bool {
    let minutes = words.get(at + 1);
    minutes.is_some_and(|next| {
        text[words[at].end_byte..next.start_byte].trim() == ":"
            && next.key.len() == 2
            && words[at].key.len() <= 2
    })
}

fn weekday_at(text: &str, words: &[Word], at: usize) -> Option<usize> {
    let split = words.get(at + 1).filter(|next| next.key == "شنبه");
    if let Some(next) = split
        && parse_weekday(&text[words[at].start_byte..next.end_byte]).is_some()
        && words[at].key != "روز"
    {
        return Some(2);
    }
    let key = words[at].key.as_str();
    (key.ends_with("شنبه") || key == "جمعه")
        .then(|| parse_weekday(key))
        .flatten()
        .map(|_| 1)
}

fn time_at(text: &str, words: &[Word], at: usize, expects: bool) -> Option<(TimeOfDay, usize)> {
    let first = &words[at];
    let starts_with_digit = first.key.starts_with(|c: char| c.is_ascii_digit());
    let has_colon = starts_with_digit
        && text[first.end_byte..].starts_with(':')
        && text[first.end_byte + 1..].starts_with(|c| digit(c).is_some());
    // «۸ صبح» needs no word before it.
    let by_day = words
        .get(at + 1)
        .is_some_and(|next| PARTS_OF_DAY.contains(&next.key.as_str()));
    if !(expects || has_colon || starts_with_digit && by_day) {
        return None;
    }
    if !starts_with_digit && crate::text::numeral::parse_cardinal(&first.key).is_none() {
        return None;
    }
    (1..=TIME_WORDS.min(words.len() - at)).rev().find_map(|count| {
        let slice = &text[first.start_byte..words[at + count - 1].end_byte];
        let time = TimeOfDay::parse(slice)
            .ok()
            .or_else(|| turned(words, at, count))?;
        Some((time, count))
    })
}

/// Words behind an hour that say in which half of the day it is.
const PARTS_OF_DAY: &[&str] = &["صبح", "ظهر", "عصر", "بعدازظهر", "شب"];

/// «۳۰:۷» is half past seven with its parts turned round on the page.
fn turned(words: &[Word], at: usize, count: usize) -> Option<TimeOfDay> {
    let [minute, hour] = &words[at..at + count] else {
        return None;
    };
    let number = |word: &Word| word.key.parse::<u8>().ok().filter(|_| word.key.len() <= 2);
    let (minute, hour) = (number(minute)?, number(hour)?);
    (minute >= 24 && minute % 5 == 0)
        .then(|| TimeOfDay::new(hour, minute))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Vec<String> {
        when_in(text, false)
            .days
            .into_iter()
            .map(|(day, _)| day.to_string())
            .collect()
    }

    fn times(text: &str) -> Vec<String> {
        when_in(text, false)
            .times
            .into_iter()
            .map(|(time, _)| time.to_string())
            .collect()
    }

    #[test]
    fn dates_are_found_in_sentences() {
        assert_eq!(days("روز شنبه مورخ ۱۴۰۲/۰۲/۰۹ تشکیل شد"), ["1402/02/09"]);
        assert_eq!(
            days("در تاریخ 9 / 2 / 1402 و ۱۱-۰۲-۱۴۰۲"),
            ["1402/02/09", "1402/02/11"]
        );
        assert_eq!(days("۱۴۰۲/۰۲/۰۹ - ۱۰:۰۰"), ["1402/02/09"]);
        assert_eq!(days("روز شنبه نهم اردیبهشت ماه ۱۴۰۲ در سالن"), ["1402/02/09"]);
        assert_eq!(days("نامه ۲۱/۲۵/۱۴۷۷۲ و مسکن مهر شهر ۱۲/۳"), Vec::<String>::new());
    }

    #[test]
    fn digits_that_touch_letters_and_times_that_touch_dates_are_found() {
        let cases: &[(&str, &[&str], &[&str])] = &[
            ("مورخ6/3/86", &["1386/03/06"], &[]),
            ("مورخ۱۴۰۱/۱۲/۰۸", &["1401/12/08"], &[]),
            ("در ساعت7", &[], &["07:00"]),
            ("درساعت۷/۳۰", &[], &["07:30"]),
            ("روز شنبه18/5/1404ساعت10", &["1404/05/18"], &["10:00"]),
            ("۱۴۰۴/۰۵/۱۸ - ۱۰:۰۰", &["1404/05/18"], &["10:00"]),
            ("۱۴۰۴/۰۵/۱۸-۱۰:۰۰", &["1404/05/18"], &["10:00"]),
            ("1404-05-18 - 10:00", &["1404/05/18"], &["10:00"]),
            ("۱۰:۰۰ - ۱۴۰۴/۰۵/۱۸", &["1404/05/18"], &["10:00"]),
            ("۱۴۰۴/۰۵/۱۸ - ساعت ۱۰", &["1404/05/18"], &["10:00"]),
            ("۱۴۰۴/۰۵/۱۸ ۱۰:۳۰", &["1404/05/18"], &["10:30"]),
            ("۱۴۰۴/۰۵/۱۸ ساعت ۹ تا ۱۰:۳۰", &["1404/05/18"], &["09:00", "10:30"]),
            ("ساعت ۹ تا ۱۱", &[], &["09:00", "11:00"]),
            ("ساعت ۹-۱۱", &[], &["09:00", "11:00"]),
            ("ساعت ۹ - ۱۱ صبح در سالن", &[], &["09:00", "11:00"]),
            ("ساعت ۹ - ۱۲ نفر", &[], &["09:00"]),
            ("ساعت ۸:۳۰ لغایت ۱۰:۰۰", &[], &["08:30", "10:00"]),
            ("از ساعت ۸ صبح تا ساعت ۱۰", &[], &["08:00", "10:00"]),
            ("18مرداد1404 ساعت9", &["1404/05/18"], &["09:00"]),
            ("ساعت۱۰صبح", &[], &["10:00"]),
            ("۱۸/۵/۰۴", &["1404/05/18"], &[]),
            ("شماره 12/3/1404/7 و ۲۱/۲۵/۱۴۷۷۲", &[], &[]),
            ("1404/05/18-12", &[], &[]),
        ];
        for (text, expected_days, expected_times) in cases {
            assert_eq!(days(text), *expected_days, "{text}");
            assert_eq!(times(text), *expected_times, "{text}");
        }
        let of_time = |text: &str| -> Vec<String> {
            let found = when_in(text, true).times;
            found.into_iter().map(|(time, _)| time.to_string()).collect()
        };
        assert_eq!(of_time("۹ تا ۱۱"), ["09:00", "11:00"]);
        assert_eq!(of_time("۹ - ۱۰:۳۰"), ["09:00", "10:30"]);
    }

    #[test]
    fn weekdays_are_found_however_they_are_spaced() {
        for text in ["روز پنج شنبه مورخ", "روز پنجشنبه", "پنج‌شنبه", "روز: ۵ شنبه"]
        {
            let range = when_in(text, false).weekday.unwrap();
            assert_eq!(
                parse_weekday(&text[range]),
                Some(crate::calendar::Weekday::Thu),
                "{text}"
            );
        }
        assert_eq!(when_in("جلسه پنج نفره", false).weekday, None);
    }

    #[test]
    fn times_are_found_behind_their_word() {
        assert_eq!(times("ساعت ۷/۳۰ روز"), ["07:30"]);
        assert_eq!(times("از ساعت ۸ الی ۱۰:۱۵ صبح"), ["08:00", "10:15"]);
        assert_eq!(times("ساعت شروع: ۹ صبح"), ["09:00"]);
        assert_eq!(times("ساعت ۳۰:۷"), ["07:30"]);
        assert_eq!(times("تعداد ۱۲ نفر و ۷/۵ درصد"), Vec::<String>::new());
    }
}
