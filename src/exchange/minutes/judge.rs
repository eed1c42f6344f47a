//! The judge of what was said to be understood: a word counts only where it labels, or is part of a value that was read.
//! Knows no line and no part of minutes: it is given what was read, and compares folded words.

use std::collections::HashSet;
use std::ops::Range;

use compact_str::CompactString;

use super::label_words::{is_label_word, is_label_words, is_plain_label};
use super::labels::ends_with_verb;
use super::values::{RawLine, ReadMinutes};
use super::words::{Word, joined, words};
use crate::calendar::parse_month;
use crate::text::numeral::{parse_cardinal, parse_ordinal};

/// Words that the judge takes together at most, where a label is written with blanks inside («تا ریخ»).
const BROKEN_WORDS: usize = 3;

/// Numbers of rows and items may run this far beyond what was read: rows without a word are numbered too.
const EMPTY_ROWS: u32 = 3;

/// What was read, with everything in `understood` that neither labels nor is part of a value among the kept lines.
pub(super) fn judged(mut read: ReadMinutes) -> ReadMinutes {
    let known = Known::of(&read);
    let lines = std::mem::take(&mut read.understood);
    let mut kept: Vec<RawLine> = Vec::new();
    for line in lines {
        let Some(unknown) = known.unknown_part(&line.text) else {
            read.understood.push(line);
            continue;
        };
        if is_sentence(&line.text) {
            kept.push(line);
            continue;
        }
        let (text, number) = (line.text.as_str(), line.number);
        let part = |text: &str| RawLine {
            number,
            text: text.trim().to_owned(),
        };
        let rest = format!("{} {}", &text[..unknown.start], &text[unknown.end..]);
        if rest.contains(char::is_alphanumeric) {
            read.understood.push(part(&rest));
        }
        kept.push(part(&text[unknown]));
    }
    kept.into_iter().for_each(|line| insert(&mut read.raw, line));
    read
}

/// The same, and beside it every line of labels with a word that not every office uses: «عهده‌دار» over a column was
/// taken for who is responsible, and whoever wants to see by what finds it among the kept lines.
pub fn with_rare_labels(mut read: ReadMinutes) -> ReadMinutes {
    let known = Known {
        plain: true,
        ..Known::of(&read)
    };
    let rare = read.understood.iter().filter_map(|line| {
        let part = known.unknown_part(&line.text)?;
        Some(RawLine {
            number: line.number,
            text: line.text[part].trim().to_owned(),
        })
    });
    let rare: Vec<RawLine> = rare.collect();
    rare.into_iter().for_each(|line| insert(&mut read.raw, line));
    read
}

/// Whether a line ends with a verb, as announcing sentences do: a part of one says nothing.
fn is_sentence(text: &str) -> bool {
    ends_with_verb(text.trim_end_matches([':', '؛', '.', ' ']))
}

/// Puts a line among the kept ones where its number belongs.
fn insert(raw: &mut Vec<RawLine>, line: RawLine) {
    let before = |other: &RawLine| other.number != 0 && other.number <= line.number;
    let at = raw.iter().rposition(before).map_or(0, |at| at + 1);
    raw.insert(at, line);
}

/// The words that may stand in what was understood because a field holds them or the value they were read as.
struct Known {
    words: HashSet<CompactString>,
    numbers: HashSet<u32>,
    /// Numbers up to this one count rows, items and names.
    counted: u32,
    /// Only the labels that every office uses are known.
    plain: bool,
}

impl Known {
    fn of(read: &ReadMinutes) -> Known {
        let mut known = Known {
            words: HashSet::new(),
            numbers: numbers_of(read),
            counted: counted(read),
            plain: false,
        };
        let head = [
            &read.body,
            &read.weekday_written,
            &read.invitation_number,
            &read.place,
            &read.chair,
            &read.secretary,
        ];
        head.into_iter().flatten().for_each(|text| known.add(text));
        read.agenda.iter().for_each(|text| known.add(text));
        read.signatures.iter().for_each(|text| known.add(text));
        for line in &read.attendance {
            known.add(&line.name);
            line.beside_the_name().for_each(|text| known.add(text));
        }
        for guest in &read.guests {
            known.add(&guest.name);
            guest.post.iter().for_each(|post| known.add(post));
        }
        for annex in &read.annexes {
            annex.title.iter().for_each(|title| known.add(title));
        }
        // A letterhead that stands again on later pages is kept once.
        read.raw.iter().for_each(|line| known.add(&line.text));
        known
    }

    fn add(&mut self, text: &str) {
        self.words.extend(words(text).into_iter().map(|word| word.key));
    }

    /// The part of a line from its first unknown word to its last one, with what touches them.
    fn unknown_part(&self, text: &str) -> Option<Range<usize>> {
        let words = words(text);
        let mut part: Option<Range<usize>> = None;
        let mut at = 0;
        while at < words.len() {
            let known = self.known_words(text, &words[at..]);
            if known == 0 {
                let word = &words[at];
                let start = part.map_or(word.start_byte, |part| part.start);
                part = Some(start..word.end_byte);
            }
            at += known.max(1);
        }
        part.map(|part| with_what_touches(text, part))
    }

    /// How many of the words, from the first on, are known together; none where the first is unknown.
    fn known_words(&self, text: &str, words: &[Word]) -> usize {
        let most = words.len().min(BROKEN_WORDS);
        let together = |count: &usize| {
            let key = joined(&words[..*count]);
            is_label_word(&key) && self.labels(&key) || self.words.contains(key.as_str())
        };
        let first = &words[0];
        let alone = self.is_known(&text[first.start_byte..first.end_byte], &first.key);
        let together = (2..=most).rev().find(together);
        together.unwrap_or(usize::from(alone))
    }

    fn labels(&self, key: &str) -> bool {
        if self.plain {
            is_plain_label(key)
        } else {
            is_label_words(key)
        }
    }

    fn is_known(&self, written: &str, key: &str) -> bool {
        // «الف» and the like number what they stand before.
        if key.chars().count() == 1 && !key.starts_with(is_digit)
            || self.words.contains(key)
            || self.labels(key)
        {
            return true;
        }
        if let Some(number) = number_of(written, key) {
            return number <= self.counted || self.numbers.contains(&number);
        }
        let month = parse_month(key).is_some_and(|month| self.numbers.contains(&u32::from(month)));
        // «مورخ۶»: letters and digits that touch are judged apart.
        month
            || glued(key)
                .is_some_and(|(first, rest)| self.is_known(first, first) && self.is_known(rest, rest))
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// A part of a text with the rest of its first and last word («۱۴۰۲/۷/۶»), and with the label right before it.
fn with_what_touches(text: &str, part: Range<usize>) -> Range<usize> {
    let word_start = |before: &str| {
        before
            .char_indices()
            .rev()
            .take_while(|(_, c)| !c.is_whitespace())
            .last()
            .map_or(before.len(), |(at, _)| at)
    };
    let end = part.end
        + text[part.end..]
            .find(char::is_whitespace)
            .unwrap_or(text.len() - part.end);
    let start = word_start(&text[..part.start]);
    let before = text[..start].trim_end();
    let label = before
        .ends_with(':')
        .then(|| word_start(before.trim_end_matches([':', ' '])));
    label.unwrap_or(start)..end
}

/// A word of letters and digits, parted where the first of the other kind stands.
fn glued(key: &str) -> Option<(&str, &str)> {
    let digits_first = key.starts_with(is_digit);
    let at = key.find(|c: char| is_digit(c) != digits_first)?;
    Some(key.split_at(at))
}

/// The numbers that values were read from: of dates, times, ordinal and rows.
fn numbers_of(read: &ReadMinutes) -> HashSet<u32> {
    let mut numbers = HashSet::new();
    for day in [read.date, read.invitation_date].into_iter().flatten() {
        let jalali = day.jalali();
        let year = jalali.year.unsigned_abs();
        numbers.extend([
            year,
            year % 100,
            year % 1000,
            u32::from(jalali.month),
            u32::from(jalali.day),
        ]);
        numbers.extend(parts_of(u32::from(jalali.day)));
    }
    if let Some(year) = read.year {
        let year = year.unsigned_abs();
        numbers.extend([year, year % 100]);
    }
    let came_and_left = read
        .attendance
        .iter()
        .flat_map(|line| [line.arrived, line.departed]);
    for time in [read.start, read.end].into_iter().chain(came_and_left).flatten() {
        let (hour, minute) = (u32::from(time.hour()), u32::from(time.minute()));
        numbers.extend([hour, hour % 12, minute]);
        numbers.extend(parts_of(hour % 12).into_iter().chain(parts_of(minute)));
    }
    numbers.extend(read.ordinal.into_iter().flat_map(parts_of));
    numbers.extend(read.resolutions.iter().filter_map(|resolution| resolution.row));
    numbers
}

/// A number, and its hundreds, tens and ones, as «صد و بیست و یکمین» has them in words.
fn parts_of(number: u32) -> [u32; 5] {
    [
        number,
        number / 100 * 100,
        number % 100,
        number % 100 / 10 * 10,
        number % 10,
    ]
}

/// The highest number that counts something that was read.
fn counted(read: &ReadMinutes) -> u32 {
    let lists = [
        read.resolutions.len(),
        read.agenda.len(),
        read.attendance.len(),
        read.guests.len(),
        read.signatures.len(),
    ];
    let most = lists.into_iter().max().unwrap_or(0);
    u32::try_from(most).unwrap_or(u32::MAX).saturating_add(EMPTY_ROWS)
}

/// The number that a word is, in digits or in letters.
fn number_of(written: &str, key: &str) -> Option<u32> {
    if key.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(key.parse().unwrap_or(u32::MAX));
    }
    parse_ordinal(written).or_else(|| parse_cardinal(written))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(understood: &str, read: ReadMinutes) -> Vec<String> {
        let line = RawLine {
            number: 3,
            text: understood.to_owned(),
        };
        let judged = judged(ReadMinutes {
            understood: vec![line],
            ..read
        });
        judged.raw.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn labels_and_values_that_were_read_are_understood() {
        let read = ReadMinutes {
            body: Some("شورای آب شهرستان".into()),
            ordinal: Some(23),
            date: crate::calendar::Day::from_jalali(1402, 7, 6).ok(),
            start: crate::calendar::TimeOfDay::new(14, 30),
            weekday_written: Some("پنج شنبه".into()),
            ..ReadMinutes::default()
        };
        for line in [
            "صورتجلسه بیست و سومین جلسه شورای آب شهرستان",
            "صورت جلسه ۲۳ شورای آب شهرستان مورخ۶/۷/۱۴۰۲",
            "تا ریخ جلسه: پنج شنبه ششم مهر ماه ۱۴۰۲ ساعت ۲ و ۳۰ دقیقه بعد از ظهر",
            "تاریخ‌جلسه: ۰۲/۰۷/۰۶",
        ] {
            assert_eq!(kept(line, read.clone()), Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn heads_that_few_offices_use_are_kept_beside_what_they_say() {
        let line = |text: &str| RawLine {
            number: 2,
            text: text.to_owned(),
        };
        let read = ReadMinutes {
            understood: vec![line("ردیف | مصوبه | مسئول پیگیری"), line("ردیف | فعالیت | فرجه")],
            ..ReadMinutes::default()
        };
        assert_eq!(judged(read.clone()).raw, []);
        assert_eq!(with_rare_labels(read).raw, [line("فعالیت | فرجه")]);
    }

    #[test]
    fn what_is_no_label_and_no_value_is_kept() {
        for (line, wanted) in [
            (
                "فرماندار درباره سد تصمیم اتخاذ نماید:",
                "فرماندار درباره سد تصمیم اتخاذ نماید:",
            ),
            ("ردیف | مصوبه | اعتبار", "اعتبار"),
            ("هشتمین جلسه", "هشتمین"),
            ("تلفن: ۰۹۱۲۳۴۵۶۷۸۹", "تلفن: ۰۹۱۲۳۴۵۶۷۸۹"),
            ("تاریخ: ۱۴۰۲/۱۳/۴۰ ساعت ۲", "تاریخ: ۱۴۰۲/۱۳/۴۰"),
        ] {
            assert_eq!(kept(line, ReadMinutes::default()), [wanted], "{line}");
        }
    }
}
