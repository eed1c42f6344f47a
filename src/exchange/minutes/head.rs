//! The head of minutes: labels with their values in lines and tables, titles, opening sentences.
//! Knows no list and no resolution.

use super::account::left_over;
use super::headings::section_label;
use super::labels::HeadLabel;
use super::opening::has_only;
use super::pairs::{is_unknown_pair, pairs_in};
use super::pieces::when_of;
use super::reader::MinutesReader;
use super::title::{kind_of, read_title, year_of};
use super::values::ReadKind;
use super::when::{When, when_in};
use super::words::{bare, joined, words};
use crate::text::fold_tight;
use crate::text::numeral::{parse_cardinal, parse_ordinal};

/// How sure a date is: «تاریخ» alone may be that of the letter, a sentence about the session has its own, and a label
/// that names the session has the last word.
pub(super) const FROM_LETTER: u8 = 1;
pub(super) const FROM_SENTENCE: u8 = 2;
const FROM_LABEL: u8 = 3;

impl MinutesReader {
    /// Reads «label: value» pairs when the text begins with one (or has one behind a title); false where there is none.
    pub(super) fn head_pairs(&mut self, number: usize, text: &str) -> bool {
        let pairs = pairs_in(text);
        let Some(first) = pairs.first() else { return false };
        let before = bare(&text[..first.label_byte.start]);
        if before.chars().any(char::is_alphanumeric) {
            let names_session = read_title(before).names_a_session();
            if !self.in_head() || !(names_session || is_unknown_pair(before)) {
                return false;
            }
            if names_session {
                self.title_line(number, before);
            } else {
                self.raw(number, before);
            }
        }
        for pair in &pairs {
            let label = &text[pair.label_byte.clone()];
            let value = text[pair.value_byte.clone()].trim();
            if value.chars().any(char::is_alphanumeric) {
                self.head_value(number, pair.label, label, value);
            } else {
                self.forget_waiting_label();
                self.waiting_label = Some((pair.label, number, label.to_owned()));
            }
            self.rest_of_pair(number, text[pair.rest_byte.clone()].trim());
        }
        true
    }

    /// What stands behind a value with a label of its own: another part, or a label in no list.
    fn rest_of_pair(&mut self, number: usize, rest: &str) {
        if section_label(rest).is_some() {
            self.text_line(number, &rest.into(), false);
        } else {
            self.raw(number, rest);
        }
    }

    /// Takes the value of a label. What is not a value of its kind is kept raw.
    pub(super) fn head_value(&mut self, number: usize, label: HeadLabel, written_label: &str, value: &str) {
        let taken = match label {
            HeadLabel::When if names_place(written_label) => {
                return self.take_place_and_time(number, written_label, value);
            }
            HeadLabel::Place if has_when(value) => {
                return self.take_place_and_time(number, written_label, value);
            }
            HeadLabel::When | HeadLabel::RunStart => {
                return self.take_when(number, label, written_label, value);
            }
            HeadLabel::End => self.take_end(value),
            HeadLabel::Place => take_text(&mut self.read.place, value),
            HeadLabel::Chair => take_text(&mut self.read.chair, value),
            HeadLabel::Secretary => take_text(&mut self.read.secretary, value),
            HeadLabel::Invitation => self.take_invitation(written_label, value),
            HeadLabel::Ordinal => self.take_ordinal(value),
            HeadLabel::Year => take_once(&mut self.read.year, year_of(&joined(&words(value)))),
            HeadLabel::Kind => self.take_kind(value),
            HeadLabel::Body => self.take_body(bare(value)),
            HeadLabel::Title => return self.take_title(number, written_label, value),
        };
        let keeps_text = matches!(label, HeadLabel::Place | HeadLabel::Chair | HeadLabel::Secretary);
        if !taken && self.is_known(label, value) {
            self.understood(number, &format!("{written_label}: {value}"));
        } else if !taken {
            self.raw(number, &format!("{written_label}: {value}"));
        } else if keeps_text {
            self.understood(number, written_label);
        } else {
            let kept = self.read.invitation_number.as_deref().unwrap_or("");
            let line = format!("{written_label}: {value}");
            let keeps_number = label == HeadLabel::Invitation && !kept.is_empty() && value.contains(kept);
            let used = if keeps_number {
                left_over(&line, &[kept])
            } else {
                line
            };
            self.understood(number, &used);
        }
    }

    /// Whether a label says again what a title or another label said.
    fn is_known(&self, label: HeadLabel, value: &str) -> bool {
        let read = &self.read;
        let text = |known: &Option<String>| known.as_deref() == Some(bare(value));
        match label {
            HeadLabel::Place => text(&read.place),
            HeadLabel::Chair => text(&read.chair),
            HeadLabel::Secretary => text(&read.secretary),
            HeadLabel::Body => text(&read.body),
            HeadLabel::Year => read.year.is_some() && read.year == year_of(&joined(&words(value))),
            HeadLabel::Ordinal => read.ordinal.is_some() && read.ordinal == parse_cardinal(bare(value)),
            HeadLabel::When
            | HeadLabel::RunStart
            | HeadLabel::End
            | HeadLabel::Invitation
            | HeadLabel::Title
            | HeadLabel::Kind => false,
        }
    }

    /// Dates and times behind their label; other parts of the value are read for themselves, or kept.
    fn take_when(&mut self, number: usize, label: HeadLabel, written_label: &str, value: &str) {
        let when = match label {
            HeadLabel::RunStart => when_in(value, true),
            _ => when_of(written_label, value),
        };
        let line = format!("{written_label}: {value}");
        if !self.fill_when(value, &when, date_rank(written_label)) {
            return self.raw(number, &line);
        }
        if has_only(value, &when, &[]) {
            return self.understood(number, &line);
        }
        if self.take_parts(number, value, &when, &[]) {
            return self.understood(number, written_label);
        }
        self.raw(number, &line);
    }

    /// «زمان و مکان: شنبه ۱۴۰۱/۰۱/۲۰ - سالن یاس»: what is no date and no time is the place.
    fn take_place_and_time(&mut self, number: usize, label: &str, value: &str) {
        let when = when_of(label, value);
        let found = self.fill_when(value, &when, FROM_LABEL);
        let days = when.days.iter().map(|(_, range)| range.clone());
        let times = when.times.iter().map(|(_, range)| range.clone());
        let mut place = value.to_owned();
        let mut ranges: Vec<_> = days.chain(times).chain(when.weekday.clone()).collect();
        ranges.sort_by_key(|range| std::cmp::Reverse(range.start));
        ranges
            .into_iter()
            .for_each(|range| place.replace_range(range, " "));
        let fillers = |c: char| !c.is_alphanumeric();
        let mut place = place.trim_matches(fillers);
        while let Some(rest) = ["ساعت", "روز", "مورخ", "تاریخ", "مکان", "محل"]
            .iter()
            .find_map(|word| place.strip_prefix(word).or_else(|| place.strip_suffix(word)))
        {
            place = rest.trim_matches(fillers);
        }
        let taken = !place.is_empty() && self.read.place.is_none();
        if taken {
            self.read.place = Some(place.to_owned());
        }
        let line = format!("{label}: {value}");
        let left = if taken { left_over(&line, &[place]) } else { line };
        if found {
            self.understood(number, &left)
        } else {
            self.raw(number, &left)
        }
    }

    /// Sets what is not yet known, and a date that is surer than the one known; whether anything was found.
    pub(super) fn fill_when(&mut self, text: &str, when: &When, rank: u8) -> bool {
        if let Some((day, _)) = when.days.first()
            && (self.read.date.is_none() || rank > self.date_rank)
        {
            self.read.date = Some(*day);
            self.date_rank = rank;
        }
        if let Some(weekday) = &when.weekday {
            self.read
                .weekday_written
                .get_or_insert_with(|| text[weekday.clone()].to_owned());
        }
        if let Some((time, _)) = when.times.first() {
            self.read.start.get_or_insert(*time);
        }
        if let Some((time, _)) = when.times.get(1) {
            self.read.end.get_or_insert(*time);
        }
        !when.days.is_empty() || when.weekday.is_some() || !when.times.is_empty()
    }

    fn take_end(&mut self, value: &str) -> bool {
        let when = when_in(value, true);
        let time = when.times.first().map(|(time, _)| *time);
        take_once(&mut self.read.end, time) && has_only(value, &when, &[])
    }

    /// «۲۱/۲۵/۱۴۷۷۲», «۱۴۰۱/۰۳/۱۰», or both; the label says whether a number, a date, or either is meant.
    fn take_invitation(&mut self, label: &str, value: &str) -> bool {
        let label = joined(&words(label));
        let wants_number = label.contains("شماره");
        let wants_date = label.contains("تاریخ") || label.contains("مورخ") || !wants_number;
        let when = when_in(value, false);
        let dated_inside = value.contains("مورخ") || value.contains("تاریخ");
        let day = when.days.first().filter(|_| wants_date || dated_inside);
        if let Some((day, _)) = day {
            self.read.invitation_date.get_or_insert(*day);
        }
        if wants_date && !wants_number && day.is_some() {
            return has_only(value, &when, &[]);
        }
        let rest = match day {
            Some((_, range)) => format!("{} {}", &value[..range.start], &value[range.end..]),
            None => value.to_owned(),
        };
        let number = bare(&rest)
            .trim_end_matches(|c: char| !c.is_numeric())
            .trim()
            .to_owned();
        let has_digits = number.chars().any(char::is_numeric);
        if has_digits && self.read.invitation_number.is_none() {
            self.read.invitation_number = Some(number);
            return true;
        }
        day.is_some()
    }

    /// The body by its label. A title that broke at the end of its line has only the beginning of the name.
    fn take_body(&mut self, value: &str) -> bool {
        let is_longer = |known: &String| {
            let (known, whole) = (fold_tight(known), fold_tight(value));
            known.len() < whole.len() && whole.starts_with(&known)
        };
        if self.read.body.as_ref().is_some_and(is_longer) {
            self.read.body = None;
        }
        take_once(&mut self.read.body, Some(value.to_owned()))
    }

    fn take_ordinal(&mut self, value: &str) -> bool {
        let line = format!("جلسه {value}");
        let title = read_title(&line);
        let value = bare(value);
        let ordinal = parse_ordinal(value).or_else(|| parse_cardinal(value));
        take_once(&mut self.read.ordinal, ordinal.filter(|ordinal| *ordinal < 1000)) || {
            // «صورتجلسه شماره: ۵۲ شورای شهر»
            self.read.ordinal = self.read.ordinal.or(title.ordinal);
            if let Some(body) = title.body.filter(|_| self.read.body.is_none()) {
                self.read.body = Some(line[body].to_owned());
            }
            false
        }
    }

    fn take_kind(&mut self, value: &str) -> bool {
        let kind = kind_of(&format!("جلسه{}", joined(&words(value)))).or_else(|| ticked_kind(value));
        self.read.kind = kind.unwrap_or(self.read.kind);
        kind.is_some()
    }

    fn take_title(&mut self, number: usize, label: &str, value: &str) {
        if read_title(value).names_a_session() {
            self.understood(number, label);
            self.title_line(number, value);
        } else if self.subject.is_none() {
            self.subject = Some((number, label.to_owned(), value.to_owned()));
        } else {
            self.raw(number, &format!("{label}: {value}"));
        }
    }
}

/// Whether the value of a place has a date or a time behind «ساعت» too.
fn has_when(value: &str) -> bool {
    let when = when_in(value, false);
    !when.days.is_empty() || !when.times.is_empty()
}

/// Of the printed form «عادی ☑ فوق‌العاده ☐» what is ticked; nothing where both or none are.
fn ticked_kind(value: &str) -> Option<ReadKind> {
    const TICKS: [char; 10] = ['☑', '☒', '✓', '✔', '■', '●', '◉', '√', '×', '*'];
    const BOXES: [char; 6] = ['☐', '□', '○', '◯', '▢', '\u{f0a8}'];
    let is_mark = |c: char| TICKS.contains(&c) || BOXES.contains(&c);
    let found = words(value);
    let option = |key: &str| match key {
        "عادی" => Some(ReadKind::Ordinary),
        "فوقالعاده" | "فوق" => Some(ReadKind::Extraordinary),
        "مشترک" => Some(ReadKind::Joint),
        _ => None,
    };
    let options: Vec<(ReadKind, usize, usize)> = found
        .iter()
        .filter_map(|word| option(&word.key).map(|kind| (kind, word.start_byte, word.end_byte)))
        .collect();
    let first = options.first()?;
    let is_before = value[..first.1].contains(is_mark);
    let ticked: Vec<ReadKind> = options
        .iter()
        .enumerate()
        .filter(|(at, (_, start, end))| {
            let marks = if is_before {
                let from = at.checked_sub(1).map_or(0, |before| options[before].2);
                &value[from..*start]
            } else {
                &value[*end..options.get(at + 1).map_or(value.len(), |next| next.1)]
            };
            marks.contains(TICKS)
        })
        .map(|(_, (kind, ..))| *kind)
        .collect();
    match ticked.as_slice() {
        [kind] => Some(*kind),
        _ => None,
    }
}

fn names_place(label: &str) -> bool {
    words(label)
        .iter()
        .any(|word| matches!(word.key.as_str(), "محل" | "مکان"))
}

fn date_rank(label: &str) -> u8 {
    let key = joined(&words(label));
    let own = ["جلسه", "تشکیل", "برگزاری", "نشست", "روز"]
        .iter()
        .any(|core| key.contains(core));
    if own { FROM_LABEL } else { FROM_LETTER }
}

fn take_once<T>(field: &mut Option<T>, value: Option<T>) -> bool {
    let Some(value) = value else { return false };
    if field.is_some() {
        return false;
    }
    *field = Some(value);
    true
}

fn take_text(field: &mut Option<String>, value: &str) -> bool {
    // The full stop of «(ره).» goes, brackets stay.
    take_once(field, Some(bare(value).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ticked_kind_of_a_printed_form_is_taken() {
        for text in [
            "عادی ☐ فوق العاده ☑",
            "☐ عادی ☑ فوق‌العاده",
            "عادی □ / فوق العاده ■",
            "عادی فوق العاده ✓",
        ] {
            assert_eq!(ticked_kind(text), Some(ReadKind::Extraordinary), "{text}");
        }
        assert_eq!(
            ticked_kind("عادی ☑ فوق العاده ☐ مشترک ☐"),
            Some(ReadKind::Ordinary)
        );
        for text in ["عادی / فوق العاده", "عادی ☐ فوق العاده ☐", "عادی ☑ فوق العاده ☑"]
        {
            assert_eq!(ticked_kind(text), None, "{text}");
        }
    }
}
