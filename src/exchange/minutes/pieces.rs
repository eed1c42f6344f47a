//! Lines of the head that hold several values with few labels: each part is read for itself.
//! Knows no table; dates and times are found by `when`.

use std::ops::Range;

use super::account::left_over;
use super::labels::ends_with_verb;
use super::reader::MinutesReader;
use super::title::kind_of;
use super::values::ReadKind;
use super::vocabulary::{HEAD_FILLERS, PLACE_LABELS, PLACES};
use super::when::{When, when_in};
use super::words::{bare, first_words, joined, words};

/// Longest part of a line that may stand beside values, in words.
const PART_WORDS: usize = 12;

/// What a part of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HeadPart<'t> {
    Place(&'t str),
    Kind(ReadKind),
    Other(&'t str),
}

impl MinutesReader {
    /// Takes the parts of a line beside its dates and times: the place, the kind of session; others are kept raw.
    /// False, and nothing is taken, where the line is more than such parts.
    pub(super) fn take_parts(
        &mut self,
        number: usize,
        line: &str,
        when: &When,
        used: &[Range<usize>],
    ) -> bool {
        let parts = parts_beside(line, when, used);
        let tells = |part: &HeadPart| !matches!(part, HeadPart::Other(_));
        let is_short = |part: &HeadPart| match part {
            HeadPart::Other(text) => first_words(text, PART_WORDS + 1).len() <= PART_WORDS,
            _ => true,
        };
        let is_dated = used.is_empty() && !when.days.is_empty();
        if ends_with_verb(line) || !(parts.iter().any(tells) || is_dated) || !parts.iter().all(is_short) {
            return false;
        }
        let mut kept: Vec<&str> = Vec::new();
        let mut others: Vec<&str> = Vec::new();
        for part in parts {
            match part {
                HeadPart::Place(place) if self.read.place.is_none() => {
                    self.read.place = Some(place.to_owned());
                    kept.push(place);
                }
                HeadPart::Kind(kind) => self.read.kind = kind,
                HeadPart::Place(text) | HeadPart::Other(text) => others.push(text),
            }
        }
        kept.extend(&others);
        self.understood(number, &left_over(line, &kept));
        if !others.is_empty() {
            self.raw(number, &others.join(" - "));
        }
        true
    }
}

/// The dates and times of a value whose label says that it has times: bare numbers are times there too.
pub(super) fn when_of(label: &str, value: &str) -> When {
    let mut when = when_in(value, false);
    let says_time = words(label)
        .iter()
        .any(|word| matches!(word.key.as_str(), "زمان" | "ساعت"));
    if when.times.is_empty() && says_time {
        let days = when.days.iter().map(|(_, range)| range.clone());
        let taken: Vec<Range<usize>> = days.chain(when.weekday.clone()).collect();
        when.times = when_in(&blanked(value, &taken), true).times;
    }
    when
}

/// The text with blanks in the place of some ranges, every byte in its place.
fn blanked(text: &str, ranges: &[Range<usize>]) -> String {
    let mut blank = text.to_owned();
    for range in ranges {
        blank.replace_range(range.clone(), &" ".repeat(range.len()));
    }
    blank
}

/// What stands beside the values of a line, between its signs.
fn parts_beside<'t>(line: &'t str, when: &When, used: &[Range<usize>]) -> Vec<HeadPart<'t>> {
    let days = when.days.iter().map(|(_, range)| range);
    let times = when.times.iter().map(|(_, range)| range);
    let mut taken: Vec<&Range<usize>> = days.chain(times).chain(&when.weekday).chain(used).collect();
    taken.sort_unstable_by_key(|range| range.start);
    let mut parts = Vec::new();
    let mut start = 0;
    for range in taken {
        if range.start >= start {
            parts_of_run(&line[start..range.start], &mut parts);
        }
        start = start.max(range.end);
    }
    parts_of_run(&line[start..], &mut parts);
    parts
}

fn parts_of_run<'t>(run: &'t str, parts: &mut Vec<HeadPart<'t>>) {
    let mut start = 0;
    while start < run.len() {
        let end = start + sign_in(&run[start..]).map_or(run.len() - start, |sign| sign.start);
        let next = start + sign_in(&run[start..]).map_or(run.len() - start, |sign| sign.end);
        let (part, is_labelled) = without_fillers(&run[start..end]);
        if let Some(kind) = kind_of_part(&run[start..end]) {
            parts.push(HeadPart::Kind(kind));
        } else if !part.is_empty() {
            let place = is_labelled || is_place(part);
            // «سالن فجر، طبقه دوم»: what belongs to a place goes on to the end of the run.
            let goes_on = place && is_place(without_fillers(&run[next..]).0);
            if goes_on {
                let at = start + run[start..end].find(part).unwrap_or(0);
                parts.push(HeadPart::Place(bare(&run[at..])));
                return;
            }
            parts.push(if place {
                HeadPart::Place(part)
            } else {
                HeadPart::Other(part)
            });
        }
        start = next;
    }
}

/// «فوق‌العاده», «جلسه عادی»: the kind of session that a part names, and nothing beside it.
fn kind_of_part(part: &str) -> Option<ReadKind> {
    let words = words(part);
    let plain = words.iter().all(|word| HEAD_FILLERS.contains(&word.key.as_str()));
    let names = words
        .iter()
        .any(|word| matches!(word.key.as_str(), "عادی" | "مشترک") || word.key.starts_with("فوق"));
    (plain && names)
        .then(|| kind_of(&format!("جلسه{}", joined(&words)).replace("جلسهجلسه", "جلسه")))
        .flatten()
}

/// The first sign that parts two values.
fn sign_in(text: &str) -> Option<Range<usize>> {
    let wide = text.find("   ").map(|at| at..at + 3);
    let sign = text.char_indices().find(|(at, c)| {
        let behind = text[at + c.len_utf8()..].starts_with([' ', '\u{a0}']);
        let before = text[..*at].ends_with([' ', '\u{a0}']) || *at == 0;
        match c {
            '|' | '؛' | ';' | '،' | ',' | '\t' | '–' | '—' => true,
            '-' | '/' | 'ـ' | '_' => before || behind,
            _ => false,
        }
    });
    let sign = sign.map(|(at, c)| at..at + c.len_utf8());
    [wide, sign].into_iter().flatten().min_by_key(|range| range.start)
}

/// A part without the words at its ends that carry nothing, and whether one of them says that it is the place.
fn without_fillers(part: &str) -> (&str, bool) {
    let found = words(part);
    let is_filler = |key: &str| HEAD_FILLERS.contains(&key) || PLACE_LABELS.contains(&key);
    let start = found.iter().take_while(|word| is_filler(&word.key)).count();
    let end = found.len()
        - found[start..]
            .iter()
            .rev()
            .take_while(|word| is_filler(&word.key))
            .count();
    let labelled = found[..start]
        .iter()
        .any(|word| matches!(word.key.as_str(), "محل" | "مکان"));
    if start >= end {
        return ("", false);
    }
    let (from, to) = (found[start].start_byte, found[end - 1].end_byte);
    let closing = part[to..]
        .starts_with([')', '»'])
        .then(|| part[to..].chars().next().map_or(0, char::len_utf8));
    let text = &part[from..to + closing.unwrap_or(0)];
    (text, labelled)
}

fn is_place(part: &str) -> bool {
    first_words(part, 1)
        .first()
        .is_some_and(|word| PLACES.contains(&word.key.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Vec<HeadPart<'_>> {
        parts_beside(line, &when_in(line, false), &[])
    }

    #[test]
    fn what_stands_beside_dates_and_times_is_read_part_by_part() {
        let hall = HeadPart::Place("سالن سرو فرمانداری");
        for line in [
            "مورخ ۱۴۰۱/۱۲/۰۸ - ساعت ۹ تا ۱۰:۳۰ - سالن سرو فرمانداری",
            "سالن سرو فرمانداری - شنبه ۱۴۰۱/۱۲/۰۸ ساعت ۹ تا ۱۰:۳۰",
            "تاریخ ۱۴۰۱/۱۲/۰۸ | ساعت ۹ | محل سالن سرو فرمانداری",
            "روز شنبه ۱۴۰۱/۱۲/۰۸، ساعت ۹، در محل سالن سرو فرمانداری",
            "مورخ ۱۴۰۱/۱۲/۰۸؛ مکان: سالن سرو فرمانداری؛ ساعت ۹",
        ] {
            assert_eq!(parts(line), [hall], "{line}");
        }
        assert_eq!(
            parts("مورخ ۱۴۰۱/۱۲/۰۸ - سالن سرو، طبقه دوم"),
            [HeadPart::Place("سالن سرو، طبقه دوم")]
        );
        assert_eq!(
            parts("مورخ ۱۴۰۱/۱۲/۰۸ - فوق العاده - پرونده ۱۲"),
            [
                HeadPart::Kind(ReadKind::Extraordinary),
                HeadPart::Other("پرونده ۱۲")
            ]
        );
    }

    #[test]
    fn bare_numbers_are_times_behind_a_label_of_time() {
        for (label, value) in [
            ("زمان", "۹ تا ۱۱"),
            ("زمان", "۱۴۰۱/۱۲/۰۸ - ۹ تا ۱۱"),
            ("ساعت", "۹ الی ۱۱"),
        ] {
            let times: Vec<String> = when_of(label, value)
                .times
                .iter()
                .map(|(time, _)| time.to_string())
                .collect();
            assert_eq!(times, ["09:00", "11:00"], "{label}: {value}");
        }
        assert!(when_of("تاریخ", "۹ تا ۱۱").times.is_empty());
    }
}
