//! Lists of names, and what stands behind the resolutions: signatures, remarks, the rest of the last wording.
//! Knows no table.

use super::account::left_over;
use super::attendance::{attendance_item, status_of};
use super::labels::{MinutesPart, ends_a_sentence, ends_with_verb};
use super::lines::Para;
use super::listed::clause_goes_on;
use super::names::{is_organisation, is_post, is_title, names};
use super::reader::{MinutesReader, SHORT_WORDS};
use super::resolutions::begins_with_proviso;
use super::values::ReadGuest;
use super::vocabulary::{BEFORE_NAMES, NO_NAME};
use super::words::{first_words, without_bullet};

/// Longest line of signature that has its dash, in words.
const LONG_SIGNATURE_WORDS: usize = 25;

impl MinutesReader {
    /// Names of one list: attendance or guests.
    pub(super) fn names_line(&mut self, number: usize, para: &Para) {
        let text = para.text.as_str();
        if is_count(text) {
            return self.understood(number, text);
        }
        if self.head_pairs(number, text) {
            return;
        }
        if self.is_unknown_heading(text) {
            self.section = MinutesPart::Notes;
            return self.raw(number, text);
        }
        let is_prose = ends_with_verb(text) && first_words(text, 4).len() == 4;
        if is_prose {
            self.section = MinutesPart::Notes;
            self.opening(text);
            return self.note_line(number, para);
        }
        self.names_of(number, text);
    }

    /// A line that ends with a colon and names nobody: some other part begins.
    fn is_unknown_heading(&self, text: &str) -> bool {
        let words = first_words(text, SHORT_WORDS);
        let last = words.last().map_or("", |word| word.key.as_str());
        text.trim_end().ends_with(':')
            && !BEFORE_NAMES.contains(&last)
            && last != "شامل"
            && words.len() < SHORT_WORDS
    }

    /// Takes the names of a text into the current attendance section.
    pub(super) fn names_of(&mut self, number: usize, text: &str) {
        let found = names(without_bullet(text));
        let mut kept: Vec<String> = Vec::new();
        for name in found {
            if is_no_name(&name) {
                continue;
            }
            match status_of(self.section) {
                None => self.read.guests.push(ReadGuest {
                    name: name.clone(),
                    post: None,
                }),
                Some(status) => {
                    let line = attendance_item(&name, status);
                    let parts: Vec<&str> = line.beside_the_name().chain([line.name.as_str()]).collect();
                    let used = left_over(&name, &parts);
                    self.understood(number, &used);
                    line.person
                        .iter()
                        .chain(&line.representative)
                        .for_each(|person| self.known.is_there(person));
                    self.read.attendance.push(line);
                }
            }
            kept.push(name);
        }
        let kept: Vec<&str> = kept.iter().map(String::as_str).collect();
        self.understood(number, &left_over(text, &kept));
    }

    /// A line behind the resolutions: a signature, a remark, the rest of the last wording.
    pub(super) fn closing_line(&mut self, number: usize, para: &Para, apart: bool) {
        let text = para.text.as_str();
        let directly_below = self.after_resolution && !apart;
        if let Some(last) = self.read.resolutions.last_mut()
            && self.roles.is_some()
            && (begins_with_proviso(text) || (directly_below && clause_goes_on(&last.text, text)))
        {
            last.text.push('\n');
            last.text.push_str(text);
            return;
        }
        if self.reopens_list(text) {
            self.section = MinutesPart::Resolutions;
            return self.list_line(number, para, apart);
        }
        if self.head_pairs(number, text) {
            return;
        }
        let words = first_words(text, LONG_SIGNATURE_WORDS + 1);
        // «نام — سمت» may be long: posts name their body.
        let most = if text.contains(" — ") {
            LONG_SIGNATURE_WORDS
        } else {
            SHORT_WORDS
        };
        if ends_a_sentence(text) || words.len() > most || text.ends_with(':') {
            self.opening(text);
            return self.note_line(number, para);
        }
        self.last_line = Some((number, text.to_owned()));
        let side_by_side = text.split("   ").map(str::trim).filter(|part| !part.is_empty());
        self.read.signatures.extend(side_by_side.map(str::to_owned));
    }
}

/// «از ۲۸ عضو، ۲۳ عضو حضور داشتند و با حد نصاب ۱۵ عضو جلسه رسمیت یافت.»: the count of the roll, which names nobody.
fn is_count(text: &str) -> bool {
    let words = first_words(text, 30);
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.key.as_str()));
    let begins = words.first().is_some_and(|word| word.key == "از");
    begins && has(&["عضو", "اعضا"]) && has(&["حضور", "حاضر"]) && ends_a_sentence(text)
}

/// Whether a line under a table's last line could be the title of the next table: not a name and not a post.
pub(super) fn could_be_a_title(text: &str) -> bool {
    let words = first_words(text, 3);
    !words.iter().take(2).any(|word| {
        let key = word
            .key
            .strip_prefix('و')
            .filter(|rest| rest.len() > 2)
            .unwrap_or(&word.key);
        is_title(&word.key)
            || is_post(&word.key)
            || is_post(key)
            || (is_organisation(&word.key) && words.len() < 3)
    })
}

/// «ندارد», «مطابق لیست پیوست», or «آقایان» without a name behind it.
fn is_no_name(text: &str) -> bool {
    let words = first_words(text, 2);
    let Some(first) = words.first() else { return true };
    NO_NAME.contains(&first.key.as_str()) || (words.len() == 1 && BEFORE_NAMES.contains(&first.key.as_str()))
}
