//! Titles and sentences about the session: what they give that the head did not.
//! Knows no label.

use std::ops::Range;

use super::bodies::{body_at_start, is_name_of_body};
use super::head::{FROM_LETTER, FROM_SENTENCE};
use super::labels::ends_a_sentence;
use super::pairs::{label_alone, pair_without_colon};
use super::phrases::{chair_in, place_in, topic_in};
use super::reader::MinutesReader;
use super::title::{Title, read_title};
use super::vocabulary::HEAD_FILLERS;
use super::when::{When, parted_words, when_in};
use super::words::{bare, first_words, is_arabic_script};

/// Longest line that can be nothing but a title or a date, in words.
const HEAD_LINE_WORDS: usize = 60;

impl MinutesReader {
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
        } else if self.pair_without_colon(number, text) {
            // «محل جلسه - سالن فجر»
        } else if is_arabic_script(text) && ends_a_sentence(text) && first_words(text, 10).len() == 10 {
            self.opening(text);
            self.note_line(number, &text.into());
        } else if !when.days.is_empty() && self.take_parts(number, text, &when, &[]) {
            self.fill_when(text, &when, rank_of_line(text, &when));
        } else if self.read.body.is_none() && is_name_of_body(text) {
            self.read.body = Some(bare(text).to_owned());
            self.body_is_letterhead = true;
            self.understood(number, text);
        } else {
            self.closing(text);
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
        } else if !self.take_parts(number, text, &when, &title.used) {
            self.phrases_of_title(text);
            self.raw(number, text);
        }
    }

    /// «... به ریاست فرماندار در محل سالن فجر» in a title that is no sentence.
    fn phrases_of_title(&mut self, text: &str) {
        if let Some(chair) = chair_in(text) {
            self.read.chair.get_or_insert_with(|| text[chair].to_owned());
        }
        if let Some(place) = place_in(text) {
            self.read.place.get_or_insert_with(|| text[place].to_owned());
        }
    }

    /// «محل جلسه - سالن فجر», «رئیس جلسه آقای کریمی»: a label with another sign than a colon, or with none.
    fn pair_without_colon(&mut self, number: usize, text: &str) -> bool {
        let Some(pair) = pair_without_colon(text) else {
            return false;
        };
        let label = &text[pair.label_byte];
        self.head_value(number, pair.label, label, text[pair.value_byte].trim());
        true
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
        // At the head «در تاریخ ... تشکیل گردید» needs no word for what.
        let names_session = self.in_head() || has(&["جلسه", "نشست", "صورتجلسه", "جلسهی"]);
        if !names_session || !has(&["برگزار", "تشکیل", "منعقد", "اغاز", "برگزاری"])
        {
            return self.closing(text);
        }
        self.fill_title(text, &read_title(text));
        let start = &text[..tells.last().map_or(0, |word| word.end_byte)];
        self.fill_when(start, &when_of_session(start), FROM_SENTENCE);
        if self.read.body.is_none()
            && let Some(body) = body_at_start(text)
        {
            self.read.body = Some(text[body].to_owned());
            self.found_session = true;
        }
        if let Some(chair) = chair_in(text) {
            self.read.chair.get_or_insert_with(|| text[chair].to_owned());
        }
        if let Some(topic) = topic_in(text) {
            self.topic.get_or_insert_with(|| text[topic].to_owned());
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
}

/// Dates and times of a sentence that opens the session. «پیرو دعوت مورخ ... جلسه ... مورخ ...» names an earlier day first.
fn when_of_session(text: &str) -> When {
    let mut when = when_in(text, false);
    let words = first_words(text, 60);
    let follows = words.first().is_some_and(|word| {
        ["پیرو", "بازگشت", "عطف"]
            .iter()
            .any(|key| word.key.starts_with(key))
    });
    let session = words.iter().find(|word| word.key.starts_with("جلسه"));
    if let Some(session) = session.filter(|_| follows) {
        let behind = |range: &Range<usize>| range.start > session.start_byte;
        if when.days.iter().any(|(_, range)| behind(range)) {
            when.days.retain(|(_, range)| behind(range));
            when.weekday = when.weekday.filter(behind);
        }
    }
    when
}

/// A date with a weekday, a time or the session beside it is the session's; one alone may be that of a letter.
fn rank_of_line(text: &str, when: &When) -> u8 {
    let names = first_words(text, HEAD_LINE_WORDS)
        .iter()
        .any(|word| matches!(word.key.as_str(), "مورخ" | "مورخه" | "جلسه" | "نشست"));
    if names || when.weekday.is_some() || !when.times.is_empty() {
        FROM_SENTENCE
    } else {
        FROM_LETTER
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

/// Whether a text has no words beside the values found in it and words that carry nothing.
pub(super) fn has_only(text: &str, when: &When, used: &[Range<usize>]) -> bool {
    let days = when.days.iter().map(|(_, range)| range);
    let times = when.times.iter().map(|(_, range)| range);
    let mut ranges: Vec<&Range<usize>> = days.chain(times).chain(&when.weekday).chain(used).collect();
    ranges.sort_unstable_by_key(|range| range.start);
    parted_words(text).iter().all(|word| {
        let before = ranges.partition_point(|range| range.start <= word.start_byte);
        // Few ranges overlap: the body and the date beside it at most.
        let inside = ranges[before.saturating_sub(6)..before]
            .iter()
            .any(|range| word.end_byte <= range.end);
        inside || HEAD_FILLERS.contains(&word.key.as_str())
    })
}
