//! The head of minutes: labels with their values in lines and tables, titles, opening sentences.
//! Knows no list and no resolution.

use super::vocabulary::HEAD_FILLERS;
use std::ops::Range;

use super::account::left_over;
use super::labels::{HeadLabel, begins_head_label, colons, ends_a_sentence, head_label};
use super::lines::{Cell, cell_text};
use super::reader::Reader;
use super::title::{Title, body_at_start, chair_in, is_name_of_body, kind_of, place_in, read_title, year_of};
use super::when::{When, when_in};
use super::words::{Word, bare, first_words, is_arabic_script, joined, words};
use crate::text::numeral::{parse_cardinal, parse_ordinal};

/// Longest label in words.
const LABEL_WORDS: usize = 6;

/// Longest line that can be nothing but a title or a date, in words.
const HEAD_LINE_WORDS: usize = 60;
/// How sure a date is: «تاریخ» alone may be that of the letter, a sentence about the session has its own, and a label
/// that names the session has the last word.
const FROM_LETTER: u8 = 1;
const FROM_SENTENCE: u8 = 2;
const FROM_LABEL: u8 = 3;

/// A label of the head with its value.
struct Pair {
    label: HeadLabel,
    label_byte: Range<usize>,
    value_byte: Range<usize>,
}

impl Reader {
    /// Reads «label: value» pairs when the text begins with one (or has one behind a title); false where there is none.
    pub(super) fn head_pairs(&mut self, number: usize, text: &str) -> bool {
        let pairs = pairs_in(text);
        let Some(first) = pairs.first() else { return false };
        let before = bare(&text[..first.label_byte.start]);
        if before.chars().any(char::is_alphanumeric) {
            if !self.in_head() || !read_title(before).names_a_session() {
                return false;
            }
            self.title_line(number, before);
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
        }
        true
    }

    /// Takes the value of a label. What is not a value of its kind is kept raw.
    pub(super) fn head_value(&mut self, number: usize, label: HeadLabel, written_label: &str, value: &str) {
        let taken = match label {
            HeadLabel::When => self.take_when(value, false, date_rank(written_label)),
            HeadLabel::Start => self.take_when(value, true, date_rank(written_label)),
            HeadLabel::End => self.take_end(value),
            HeadLabel::Place => take_text(&mut self.read.place, value),
            HeadLabel::Chair => take_text(&mut self.read.chair, value),
            HeadLabel::Secretary => take_text(&mut self.read.secretary, value),
            HeadLabel::Invitation => self.take_invitation(written_label, value),
            HeadLabel::Ordinal => self.take_ordinal(value),
            HeadLabel::Year => take_once(&mut self.read.year, year_of(&joined(&words(value)))),
            HeadLabel::Kind => self.take_kind(value),
            HeadLabel::Body => take_once(&mut self.read.body, Some(bare(value).to_owned())),
            HeadLabel::Title => return self.take_title(number, written_label, value),
        };
        let keeps_text = matches!(label, HeadLabel::Place | HeadLabel::Chair | HeadLabel::Secretary);
        if !taken {
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

    fn take_when(&mut self, value: &str, is_time: bool, rank: u8) -> bool {
        let when = when_in(value, is_time);
        self.fill_when(value, &when, rank) && has_only(value, &when, &[])
    }

    /// Sets what is not yet known, and a date that is surer than the one known; whether anything was found.
    fn fill_when(&mut self, text: &str, when: &When, rank: u8) -> bool {
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

    fn take_ordinal(&mut self, value: &str) -> bool {
        let title = read_title(&format!("جلسه {value}"));
        let value = bare(value);
        let ordinal = parse_ordinal(value).or_else(|| parse_cardinal(value));
        take_once(&mut self.read.ordinal, ordinal.filter(|ordinal| *ordinal < 1000)) || {
            self.read.ordinal = self.read.ordinal.or(title.ordinal);
            false
        }
    }

    fn take_kind(&mut self, value: &str) -> bool {
        let kind = kind_of(&format!("جلسه{}", joined(&words(value))));
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

    /// A line at the head that is no pair: a title, a date, an opening sentence, or nothing known.
    pub(super) fn head_line(&mut self, number: usize, text: &str) {
        let title = read_title(text);
        if title.names_a_session() {
            return self.title_line(number, text);
        }
        if let Some(label) = label_alone(text) {
            self.forget_waiting_label();
            self.waiting_label = Some((label, number, text.to_owned()));
            return;
        }
        let when = when_in_line(text);
        if has_only(text, &when, &[])
            && (!when.days.is_empty() || when.weekday.is_some() || !when.times.is_empty())
        {
            self.fill_when(text, &when, FROM_SENTENCE);
            self.understood(number, text);
        } else if is_arabic_script(text) && ends_a_sentence(text) && first_words(text, 10).len() == 10 {
            self.opening(text);
            self.note_line(number, &text.into());
        } else if self.read.body.is_none() && is_name_of_body(text) {
            self.read.body = Some(bare(text).to_owned());
            self.body_is_letterhead = true;
            self.understood(number, text);
        } else {
            self.raw(number, text);
        }
    }

    /// A line that names the session: its parts are taken; a sentence is kept as a note, other words of it raw.
    pub(super) fn title_line(&mut self, number: usize, text: &str) {
        let title = read_title(text);
        self.fill_title(text, &title);
        if ends_a_sentence(text) && first_words(text, 12).len() == 12 {
            self.opening(text);
            return self.note_line(number, &text.into());
        }
        let when = when_in_line(text);
        self.fill_when(text, &when, FROM_SENTENCE);
        if has_only(text, &when, &title.used) {
            self.understood(number, text);
        } else {
            self.raw(number, text);
        }
    }

    /// Whether a line is nothing but the title again.
    pub(super) fn is_title_again(&self, text: &str) -> bool {
        if first_words(text, HEAD_LINE_WORDS).len() == HEAD_LINE_WORDS || ends_a_sentence(text) {
            return false;
        }
        let title = read_title(text);
        let same = title.ordinal.is_some() && title.ordinal == self.read.ordinal;
        same && title.body.is_some() && has_only(text, &when_in(text, false), &title.used)
    }

    fn fill_title(&mut self, text: &str, title: &Title) {
        self.found_session |= title.names_a_session();
        self.read.ordinal = self.read.ordinal.or(title.ordinal);
        self.read.year = self.read.year.or(title.year);
        if let Some(kind) = title.kind {
            self.read.kind = kind;
        }
        if let Some(body) = &title.body
            && (self.read.body.is_none() || self.body_is_letterhead)
        {
            self.read.body = Some(text[body.clone()].to_owned());
            self.body_is_letterhead = false;
        }
    }

    /// Takes from a sentence about the session what the head did not give. The sentence itself is kept elsewhere.
    pub(super) fn opening(&mut self, text: &str) {
        let tells = first_words(text, 60);
        let has = |cores: &[&str]| tells.iter().any(|word| cores.contains(&word.key.as_str()));
        let names_session = has(&["جلسه", "نشست", "صورتجلسه", "جلسهی"]);
        if !names_session || !has(&["برگزار", "تشکیل", "منعقد", "اغاز", "برگزاری"])
        {
            return self.closing(text);
        }
        self.fill_title(text, &read_title(text));
        let start = &text[..tells.last().map_or(0, |word| word.end_byte)];
        self.fill_when(start, &when_in(start, false), FROM_SENTENCE);
        if self.read.body.is_none()
            && let Some(body) = body_at_start(text)
        {
            self.read.body = Some(text[body].to_owned());
            self.found_session = true;
        }
        if let Some(chair) = chair_in(text) {
            self.read.chair.get_or_insert_with(|| text[chair].to_owned());
        }
        if let Some(place) = place_in(text) {
            self.read.place.get_or_insert_with(|| text[place].to_owned());
        }
    }

    /// What a heading says of the session in passing: «مصوبات هشتمین جلسه شورا مورخ ...».
    pub(super) fn names_in_heading(&mut self, text: &str) {
        self.fill_title(text, &read_title(text));
        self.fill_when(text, &when_in(text, false), FROM_SENTENCE);
    }

    /// «جلسه در ساعت ۱۰ با ذکر صلوات پایان یافت»
    fn closing(&mut self, text: &str) {
        let tells = first_words(text, 40);
        let has = |cores: &[&str]| tells.iter().any(|word| cores.contains(&word.key.as_str()));
        if has(&["جلسه", "نشست"]) && has(&["پایان", "خاتمه", "ختم", "اتمام"]) && tells.len() < 40
        {
            let end = when_in(text, false).times.first().map(|(time, _)| *time);
            self.read.end = self.read.end.or(end);
        }
    }

    /// A row of labels and values: value beside its label, or, where all cells are labels, in `below`. Returns how many
    /// rows were taken: 0, 1 or 2.
    pub(super) fn head_rows(
        &mut self,
        number: usize,
        cells: &[Cell],
        below: Option<(usize, &[Cell])>,
    ) -> usize {
        let texts: Vec<String> = cells.iter().map(cell_text).collect();
        let labels: Vec<Option<HeadLabel>> = texts.iter().map(|text| label_alone(text)).collect();
        let filled = texts.iter().filter(|text| !text.trim().is_empty()).count();
        let alone = labels.iter().flatten().count();
        let paired = texts.iter().filter(|text| begins_with_pair(text)).count();
        if alone == 0 && paired == 0 {
            return 0;
        }
        if alone >= 2
            && alone + paired == filled
            && let Some((below_number, below)) = below
            && below.len() == cells.len()
            && below
                .iter()
                .all(|cell| label_alone(&cell_text(cell)).is_none() && !begins_with_pair(&cell_text(cell)))
        {
            self.columns_of_values(number, &texts, &labels, below_number, below);
            return 2;
        }
        if alone + paired == filled || alone * 2 >= filled || paired * 2 >= filled {
            self.values_beside(number, &texts, &labels);
            return 1;
        }
        0
    }

    fn columns_of_values(
        &mut self,
        number: usize,
        texts: &[String],
        labels: &[Option<HeadLabel>],
        below_number: usize,
        below: &[Cell],
    ) {
        for ((text, label), cell) in texts.iter().zip(labels).zip(below) {
            let value = cell_text(cell).replace('\n', " ");
            let written = text.trim_end_matches([' ', ':']);
            match label {
                Some(label) if !value.is_empty() => self.head_value(below_number, *label, written, &value),
                Some(_) => self.understood(number, written),
                None => {
                    self.cell_line(number, text);
                    self.cell_line(below_number, &value);
                }
            }
        }
    }

    fn values_beside(&mut self, number: usize, texts: &[String], labels: &[Option<HeadLabel>]) {
        let filled: Vec<usize> = (0..texts.len())
            .filter(|at| !texts[*at].trim().is_empty())
            .collect();
        // A row in visual order has its labels behind their values.
        let is_value =
            |at: Option<&usize>| at.is_some_and(|at| labels[*at].is_none() && !begins_with_pair(&texts[*at]));
        let turned = is_value(filled.first()) && filled.last().is_some_and(|at| labels[*at].is_some());
        let order: Vec<usize> = if turned {
            filled.into_iter().rev().collect()
        } else {
            filled
        };
        let mut waiting: Option<(HeadLabel, &str)> = None;
        for at in order {
            let text = texts[at].trim();
            match (labels[at], waiting.take()) {
                (Some(label), before) => {
                    if let Some((_, written)) = before {
                        self.understood(number, written);
                    }
                    waiting = Some((label, text.trim_end_matches([' ', ':'])));
                }
                (None, Some((label, written))) if !begins_with_pair(text) => {
                    self.head_value(number, label, written, &text.replace('\n', " "));
                }
                (None, before) => {
                    if let Some((_, written)) = before {
                        self.understood(number, written);
                    }
                    self.cell_line(number, text);
                }
            }
        }
        if let Some((_, written)) = waiting {
            self.understood(number, written);
        }
    }

    fn cell_line(&mut self, number: usize, text: &str) {
        for line in text
            .split('\n')
            .filter(|line| line.chars().any(char::is_alphanumeric))
        {
            self.text_line(number, &line.into(), true);
        }
        self.forget_waiting_label();
    }
}

/// Dates and times of a line, if it is short enough to be a title.
fn when_in_line(text: &str) -> When {
    let short = first_words(text, HEAD_LINE_WORDS + 1).len() <= HEAD_LINE_WORDS;
    if short {
        when_in(text, false)
    } else {
        When::default()
    }
}

fn date_rank(label: &str) -> u8 {
    let key = joined(&words(label));
    let own = ["جلسه", "تشکیل", "برگزاری", "نشست", "روز"]
        .iter()
        .any(|core| key.contains(core));
    if own { FROM_LABEL } else { FROM_LETTER }
}

/// The label that a cell is, with or without a colon behind it.
fn label_alone(text: &str) -> Option<HeadLabel> {
    if text.len() > 120 {
        return None;
    }
    head_label(&words(text))
}

fn begins_with_pair(text: &str) -> bool {
    let start = &text[..super::labels::floor(text, 160)];
    pairs_in(start).first().is_some_and(|pair| {
        let value = &start[pair.value_byte.clone()];
        bare(&start[..pair.label_byte.start]).is_empty() && value.chars().any(char::is_alphanumeric)
    })
}

/// All pairs of a text, each value reaching to the next label. The colons of times are no signs.
fn pairs_in(text: &str) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let words = words(text);
    for colon in colons(text) {
        let from = pairs.last().map_or(0, |pair| pair.value_byte.start);
        let before = words.partition_point(|word| word.end_byte <= colon);
        let Some((label, start)) = label_before(text, &words[..before], from, colon) else {
            continue;
        };
        if let Some(last) = pairs.last_mut() {
            last.value_byte.end = start;
        }
        pairs.push(Pair {
            label,
            label_byte: start..colon,
            value_byte: colon + 1..text.len(),
        });
    }
    pairs
}

/// The longest label that ends at a colon; it may not reach before byte `from`, nor across other signs.
fn label_before(text: &str, words: &[Word], from: usize, colon: usize) -> Option<(HeadLabel, usize)> {
    let most = LABEL_WORDS.min(words.len());
    (1..=most).rev().find_map(|count| {
        let run = &words[words.len() - count..];
        let start = run[0].start_byte;
        let signs = |c: char| {
            c.is_alphanumeric() || c.is_whitespace() || matches!(c, '\u{200c}' | '/' | '\u{64b}'..='\u{652}')
        };
        let plain =
            start >= from && text[start..colon].chars().all(signs) && !text[start..colon].contains("  ");
        (plain && begins_head_label(&run[0].key))
            .then(|| head_label(run))
            .flatten()
            .map(|label| (label, start))
    })
}

/// Whether a text has no words beside the values found in it and words that carry nothing.
fn has_only(text: &str, when: &When, used: &[Range<usize>]) -> bool {
    let days = when.days.iter().map(|(_, range)| range);
    let times = when.times.iter().map(|(_, range)| range);
    let mut ranges: Vec<&Range<usize>> = days.chain(times).chain(&when.weekday).chain(used).collect();
    ranges.sort_unstable_by_key(|range| range.start);
    words(text).iter().all(|word| {
        let before = ranges.partition_point(|range| range.start <= word.start_byte);
        // Few ranges overlap: the body and the date beside it at most.
        let inside = ranges[before.saturating_sub(6)..before]
            .iter()
            .any(|range| word.end_byte <= range.end);
        inside || HEAD_FILLERS.contains(&word.key.as_str())
    })
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
