//! Lists of names, and what stands behind the resolutions: signatures, remarks, the rest of the last wording.
//! Knows no table.

use super::account::left_over;
use super::attendance::{attendance_item, status_of};
use super::enumerate::heading_number;
use super::labels::{MinutesPart, ends_a_sentence, ends_with_verb};
use super::lines::Para;
use super::listed::clause_goes_on;
use super::names::{is_organisation, is_post, is_title, names};
use super::opening::has_only;
use super::reader::{MinutesReader, SHORT_WORDS};
use super::resolutions::begins_with_proviso;
use super::values::ReadGuest;
use super::vocabulary::{BEFORE_NAMES, NO_NAME, SHORT_NAMES};
use super::when::when_in;
use super::words::{first_words, joined, run_of_any, without_bullet};

/// Longest line of signature that has its dash, in words.
const LONG_SIGNATURE_WORDS: usize = 25;

/// How a list of names looks so far: what its end is told by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct NamesSoFar {
    /// Names stand in the line of the heading.
    pub inline: bool,
    /// Lines with names below the heading.
    lines: usize,
    /// The last of them stood apart, behind a blank line.
    apart: bool,
    /// The last of them ended with a sign that more follows.
    open: bool,
    /// The last of them had a bullet or a number.
    marked: bool,
}

impl MinutesReader {
    /// Names of one list: attendance or guests.
    pub(super) fn names_line(&mut self, number: usize, para: &Para, apart: bool) {
        let text = para.text.as_str();
        if self.names_are_over(text, apart) {
            return self.after_names(number, para, apart);
        }
        let so_far = &mut self.names_so_far;
        so_far.lines += 1;
        so_far.apart = apart;
        so_far.open = text
            .trim_end()
            .ends_with(['،', ',', '-', '–', '/', '؛', 'و', ':']);
        so_far.marked = is_marked(text);
        if is_count(text) {
            return self.understood(number, text);
        }
        if self.head_pairs(number, text) {
            return;
        }
        if self.is_unknown_heading(text) {
            self.leave_for_notes();
            return self.raw(number, text);
        }
        let is_prose = ends_with_verb(text) && first_words(text, 4).len() == 4;
        if is_prose {
            self.leave_for_notes();
            self.opening(text);
            return self.note_line(number, para);
        }
        self.names_of(number, text);
    }

    /// Whether a line is no name of the list above it: a date, «ادامه», or a signature below the minutes.
    fn names_are_over(&self, text: &str, apart: bool) -> bool {
        let so_far = self.names_so_far;
        if so_far.inline && so_far.lines == 0 {
            // The names behind the heading itself.
            return false;
        }
        if is_date_alone(text)
            || first_words(text, 1)
                .first()
                .is_some_and(|word| word.key == "ادامه")
        {
            return true;
        }
        if is_marked(text) || so_far.open {
            return false;
        }
        if so_far.marked && so_far.lines > 1 && names(text).len() < 2 {
            // A numbered list goes on with numbers; a name without one stands below it.
            return apart || self.is_signature_pair(text);
        }
        let has_several = names(text).len() > 1;
        let parted = apart && (so_far.inline || (so_far.lines > 0 && !so_far.apart));
        let is_done = !self.read.resolutions.is_empty();
        if parted && !has_several {
            return is_done || so_far.inline || self.is_signature_pair(text);
        }
        is_done && so_far.inline && !has_several && !begins_with_organisation(text)
    }

    /// A person alone with a post alone in the line below, or the other way round.
    fn is_signature_pair(&self, text: &str) -> bool {
        let Some(below) = self.line_below.as_deref() else {
            return false;
        };
        let post = |text: &str| {
            let words = first_words(text, SHORT_WORDS);
            words
                .first()
                .is_some_and(|word| is_post(word.key.trim_start_matches('و')) || is_post(&word.key))
        };
        post(text) != post(below) && names(text).len() == 1 && names(below).len() < 3
    }

    /// The first line behind a list of names that is none of it.
    fn after_names(&mut self, number: usize, para: &Para, apart: bool) {
        self.names_so_far = NamesSoFar::default();
        if !self.read.resolutions.is_empty()
            || self.is_signature_pair(&para.text)
            || is_date_alone(&para.text)
        {
            self.section = MinutesPart::Signatures;
            return self.closing_line(number, para, apart);
        }
        self.leave_for_notes();
        if ends_a_sentence(&para.text) || para.text.contains(':') {
            self.opening(&para.text);
            return self.note_line(number, para);
        }
        self.raw(number, &para.text);
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
        if is_date_alone(text) || is_greeting(text) || is_of_the_paper(text) {
            return self.raw(number, text);
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

/// «والسلام», «با تشکر»
fn is_greeting(text: &str) -> bool {
    let key = joined(&first_words(text, 5));
    ["والسلام", "باتشکر", "باسپاس", "ومناللهالتوفیق", "باارزوی"]
        .iter()
        .any(|start| key.starts_with(start))
}

/// «تاریخ تنظیم: ...», «رونوشت: ...», «جلسه بعد: ...»: about the paper, and no signature.
fn is_of_the_paper(text: &str) -> bool {
    let words = first_words(text, 2);
    let first = words.first().map_or("", |word| word.key.as_str());
    (names_next_session(text) || matches!(first, "تاریخ" | "رونوشت" | "گیرندگان" | "شماره" | "پیوست"))
        && text.contains([':', '-', '='])
}

/// «جلسه بعد: ۱۴۰۳/۷/۲»
pub(super) fn names_next_session(text: &str) -> bool {
    let Some((label, _)) = text.split_once(':') else {
        return false;
    };
    let words = first_words(label, 4);
    let label: Vec<&str> = words.iter().map(|word| word.key.as_str()).collect();
    let label = label.strip_prefix(&["تاریخ"]).unwrap_or(&label);
    matches!(label, ["جلسه" | "نشست", "بعد" | "بعدی" | "اینده" | "اتی"])
}

/// A date and nothing else, as it stands below signatures.
fn is_date_alone(text: &str) -> bool {
    let words = first_words(text, SHORT_WORDS + 1);
    if words.is_empty() || words.len() > SHORT_WORDS || !text.contains(char::is_numeric) {
        return false;
    }
    let when = when_in(text, false);
    (!when.days.is_empty() || !when.times.is_empty()) && has_only(text, &when, &[])
}

fn is_marked(text: &str) -> bool {
    without_bullet(text).len() < text.trim_start().len() || heading_number(text) > 0
}

fn begins_with_organisation(text: &str) -> bool {
    let words = first_words(text, 6);
    words.first().is_some_and(|word| is_organisation(&word.key)) || run_of_any(&words, SHORT_NAMES).is_some()
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

/// «۱۲ نفر», as «تعداد حاضرین:» has it.
fn is_count_of_people(text: &str) -> bool {
    let words = first_words(text, 3);
    matches!(words.as_slice(), [number, unit] if number.key.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(unit.key.as_str(), "نفر" | "تن" | "عضو" | "دستگاه"))
}

/// «ندارد», «مطابق لیست پیوست», or «آقایان» without a name behind it.
fn is_no_name(text: &str) -> bool {
    let words = first_words(text, 2);
    let Some(first) = words.first() else { return true };
    is_count_of_people(text)
        || NO_NAME.contains(&first.key.as_str())
        || (words.len() == 1 && BEFORE_NAMES.contains(&first.key.as_str()))
}
