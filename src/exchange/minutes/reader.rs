//! The walk through the lines of minutes: which part a line belongs to, and what is kept of it.
//! Knows no table; rows go to `tables`.

use super::account::left_over;
use super::attendance::{attendance_item, status_of};
use super::columns::Role;
use super::enumerate::{heading_number, item_number, items_in, named_number};
use super::gaps::rows_by_gaps;
use super::labels::{HeadLabel, Labelled, Section, ends_a_sentence, ends_with_verb, section_label};
use super::lines::{Line, Para, cell_text, lines};
use super::names::{is_organisation, is_post, is_title, names, organisations};
use super::notes::{is_speaker_alone, note};
use super::resolutions::{Tail, begins_with_proviso, next_clause, tail_fields};
use super::tables::TableKind;
use super::values::{RawLine, ReadMinutes, ReadResolution};
use super::vocabulary::{BEFORE_NAMES, NO_NAME};
use super::words::{bare, first_words, without_bullet};
use crate::domain::wording;

/// Longest line that can be a signature, an agenda item that goes on, or a title, in words.
const SHORT_WORDS: usize = 14;

/// Lines at the head that may stand again on later pages.
const LETTERHEAD_LINES: usize = 8;
/// How many speakers are remembered for «وی افزود».
const SPEAKERS: usize = 8;

/// How the resolutions of a list are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ListStyle {
    Unknown,
    /// «۱- ...»
    Numbers,
    /// «مصوبه ۱: ...»
    NamedNumbers,
    /// «الف- ...»
    Letters,
    /// A paragraph each.
    Paragraphs,
}

/// What has been read so far, and where the walk stands.
pub(super) struct Reader {
    pub read: ReadMinutes,
    pub section: Section,
    /// Anything was found that only minutes have; without it all is raw.
    pub found_session: bool,
    /// How sure the date is: a label of the session's own beats a sentence, which beats «تاریخ» of the letter.
    pub date_rank: u8,
    /// The body is only a line of the letterhead so far.
    pub body_is_letterhead: bool,
    /// «موضوع جلسه: ...» that names no session: the agenda, where there is no other.
    pub subject: Option<(usize, String, String)>,
    /// A label that stands alone in its line waits for the next one.
    pub waiting_label: Option<(HeadLabel, usize, String)>,
    pub table: TableKind,
    /// Roles of the last resolution table, for its next page.
    pub roles: Option<Vec<Role>>,
    /// The text line before the current one that went to the signatures or to raw: the title of a table, perhaps.
    pub last_line: Option<(usize, String)>,
    agenda_numbered: bool,
    list: ListStyle,
    speaker_alone: Option<String>,
    /// The last speakers, the latest at the end.
    speakers: Vec<String>,
    /// The last line was a resolution's row or paragraph.
    pub after_resolution: bool,
}

impl Reader {
    pub fn new() -> Reader {
        Reader {
            read: ReadMinutes::default(),
            section: Section::Head,
            found_session: false,
            date_rank: 0,
            body_is_letterhead: false,
            subject: None,
            waiting_label: None,
            table: TableKind::Unknown,
            roles: None,
            last_line: None,
            agenda_numbered: false,
            list: ListStyle::Unknown,
            speaker_alone: None,
            speakers: Vec::new(),
            after_resolution: false,
        }
    }

    /// Walks through all lines and gives what was read.
    pub fn walk(mut self, lines: &[Line]) -> (ReadMinutes, bool) {
        let mut at = 0;
        while at < lines.len() {
            if !lines[at].is_row() {
                let after_blank = lines[at].after_blank;
                lines[at]
                    .cells
                    .iter()
                    .flatten()
                    .for_each(|para| self.text_line(lines[at].number, para, after_blank));
                at += 1;
                continue;
            }
            let more = lines[at + 1..]
                .iter()
                .take_while(|line| line.is_row() && !line.after_blank)
                .count();
            self.forget_waiting_label();
            self.block(&lines[at..=at + more]);
            at += more + 1;
        }
        self.forget_waiting_label();
        let found_session = self.found_session;
        (self.finish(), found_session)
    }

    fn finish(mut self) -> ReadMinutes {
        if let Some(speaker) = self.speaker_alone.take() {
            self.read.raw.push(RawLine {
                number: 0,
                text: speaker,
            });
        }
        if let Some((number, label, value)) = self.subject.take() {
            if self.read.agenda.is_empty() {
                self.understood(number, &label);
                self.read.agenda.push(value);
            } else {
                self.raw(number, &format!("{label}: {value}"));
            }
        }
        for resolution in &mut self.read.resolutions {
            resolution.responsible = organisations(resolution.responsible_written.as_deref().unwrap_or(""));
            for clause in &mut resolution.clauses {
                clause.responsible = organisations(clause.responsible_written.as_deref().unwrap_or(""));
            }
        }
        self.read
    }

    pub fn in_head(&self) -> bool {
        self.section == Section::Head
    }

    /// Keeps a line that fits nowhere.
    pub fn raw(&mut self, number: usize, text: &str) {
        keep(&mut self.read.raw, number, text);
    }

    /// Keeps what was used up in understanding; parts of one line stand in one entry.
    pub fn understood(&mut self, number: usize, text: &str) {
        if !text.chars().any(char::is_alphanumeric) {
            return;
        }
        match self.read.understood.last_mut() {
            Some(last) if last.number == number => {
                last.text.push(' ');
                last.text.push_str(text.trim());
            }
            _ => keep(&mut self.read.understood, number, text),
        }
    }

    /// A label without a value is understood all the same.
    pub fn forget_waiting_label(&mut self) {
        if let Some((_, number, label)) = self.waiting_label.take() {
            self.understood(number, &label);
        }
    }

    /// A line of prose or of a list. `apart` says that a blank line stands before it.
    pub fn text_line(&mut self, number: usize, para: &Para, apart: bool) {
        let text = para.text.as_str();
        if !text.chars().any(char::is_alphanumeric) {
            return;
        }
        let last_line = self.last_line.take();
        if is_page_mark(text) {
            self.last_line = last_line;
            return self.raw(number, text);
        }
        if let Some(label) = section_label(text).filter(|label| self.may_open(text, label)) {
            return self.open(number, para, label);
        }
        if !self.in_head() && self.is_page_head(text) {
            self.last_line = last_line;
            return self.understood(number, text);
        }
        if let Some((label, at, written)) = self.waiting_label.take() {
            if first_words(text, SHORT_WORDS + 1).len() <= SHORT_WORDS && !text.contains(':') {
                return self.head_value(at, label, &written, text);
            }
            self.understood(at, &written);
        }
        self.section_line(number, para, apart);
        self.after_resolution = self.section == Section::Resolutions;
    }

    /// A title or a line of the letterhead that stands again at the head of a later page.
    fn is_page_head(&self, text: &str) -> bool {
        let again = |line: &RawLine| line.text == text;
        self.read.raw.iter().take(LETTERHEAD_LINES).any(again)
            || self.read.understood.iter().take(LETTERHEAD_LINES).any(again)
            || self.is_title_again(text)
    }

    /// Inside notes only a plain heading opens another part: a sentence may well mention what was decided before.
    fn may_open(&self, text: &str, label: &Labelled<Section>) -> bool {
        let same = label.label == self.section && self.section == Section::Notes;
        let closes_list = self.section == Section::Resolutions
            && self.list == ListStyle::Numbers
            && label.label == Section::Resolutions
            && item_number(text).is_some();
        // «پیوست: دارد» at the head is a remark of the letter.
        let of_letter = self.in_head() && label.label == Section::Annex;
        !same && !closes_list && !of_letter
    }

    fn open(&mut self, number: usize, para: &Para, label: Labelled<Section>) {
        let text = para.text.as_str();
        self.forget_waiting_label();
        self.found_session = true;
        let (head, rest) = text.split_at(label.rest_byte);
        // A heading may name the session: «مصوبات هشتمین جلسه ... مورخ ...».
        self.opening_of_heading(head);
        self.understood(number, head);
        self.section = label.label;
        self.table = TableKind::Unknown;
        self.list = ListStyle::Unknown;
        self.agenda_numbered = false;
        if self.section == Section::Annex {
            self.last_line = Some((number, head.trim().to_owned()));
        }
        if rest.chars().any(char::is_alphanumeric) {
            self.section_line(
                number,
                &Para {
                    text: rest.trim().to_owned(),
                    bold: Vec::new(),
                },
                true,
            );
        }
    }

    fn opening_of_heading(&mut self, head: &str) {
        if self.read.date.is_none() || self.read.body.is_none() || self.read.chair.is_none() {
            self.opening(head);
            if first_words(head, 25).len() < 25 && head.trim_end().ends_with(':') {
                self.names_in_heading(head);
            }
        }
    }

    fn section_line(&mut self, number: usize, para: &Para, apart: bool) {
        let text = para.text.as_str();
        match self.section {
            Section::Head => {
                if !self.head_pairs(number, text) {
                    self.head_line(number, text);
                }
            }
            Section::Agenda => self.agenda_line(number, para, apart),
            Section::Notes => {
                if starts_listed_resolution(text) {
                    self.section = Section::Resolutions;
                    return self.list_line(number, para, apart);
                }
                self.note_line(number, para);
            }
            Section::Resolutions => self.list_line(number, para, apart),
            Section::Guests => self.names_line(number, para),
            Section::Signatures | Section::Annex => self.closing_line(number, para, apart),
            _ => self.names_line(number, para),
        }
    }

    fn agenda_line(&mut self, number: usize, para: &Para, apart: bool) {
        let text = without_bullet(&para.text);
        let items = items_in(text);
        if !items.is_empty() {
            self.agenda_numbered = true;
            for item in &items {
                self.agenda_item(number, &text[item.text.clone()], &text[item.mark.clone()]);
            }
        } else if let Some((_, after)) = item_number(text).or_else(|| named_number(text)) {
            self.agenda_numbered = true;
            self.agenda_item(number, &text[after..], &text[..after]);
        } else if self.head_pairs(number, text) {
            // «دبیر: ...» may stand between the agenda and what follows.
        } else if self.opens_the_account(text) {
            self.section = Section::Notes;
            self.opening(text);
            self.note_line(number, para);
        } else if self.agenda_numbered && text.len() == para.text.len() && !self.read.agenda.is_empty() {
            self.after_agenda(number, para, apart);
        } else {
            self.agenda_item(number, text, "");
        }
    }

    fn agenda_item(&mut self, number: usize, text: &str, mark: &str) {
        self.understood(number, mark);
        let item = text.trim().trim_end_matches([' ', '-', '/', '،']).to_owned();
        if item.chars().any(char::is_alphanumeric) {
            self.read.agenda.push(item);
        }
    }

    /// A line without a number in a numbered agenda: the rest of an item, or the account that begins.
    fn after_agenda(&mut self, number: usize, para: &Para, apart: bool) {
        let open = self
            .read
            .agenda
            .last()
            .is_some_and(|item| !item.trim_end().ends_with(['.', '؛', ':']));
        let short = first_words(&para.text, 26).len() < 26;
        if let Some(last) = self.read.agenda.last_mut()
            && open
            && !apart
            && short
        {
            last.push(' ');
            last.push_str(&para.text);
            return;
        }
        self.section = Section::Notes;
        self.opening(&para.text);
        self.note_line(number, para);
    }

    /// A sentence that tells how the session began, or a long paragraph: no item of an agenda.
    fn opens_the_account(&self, text: &str) -> bool {
        let words = first_words(text, 60);
        let has = |cores: &[&str]| words.iter().any(|word| cores.contains(&word.key.as_str()));
        let tells =
            has(&["جلسه", "نشست"]) && has(&["برگزار", "تشکیل", "اغاز", "تلاوت"]) && ends_a_sentence(text);
        tells || words.len() == 60 || (ends_a_sentence(text) && words.len() > 30)
    }

    /// Keeps a paragraph of what was said.
    pub fn note_line(&mut self, number: usize, para: &Para) {
        if is_speaker_alone(para) && self.section == Section::Notes {
            if let Some(before) = self
                .speaker_alone
                .replace(bare(without_bullet(&para.text)).to_owned())
            {
                self.raw(number, &before);
            }
            return;
        }
        let mut read = note(para, &self.speakers);
        if let Some(speaker) = self.speaker_alone.take() {
            match &read.speaker {
                None => read.speaker = Some(speaker),
                Some(_) => self.raw(number, &speaker),
            }
        }
        if let Some(speaker) = &read.speaker
            && self.speakers.last() != Some(speaker)
        {
            self.speakers.retain(|known| known != speaker);
            self.speakers.push(speaker.clone());
            if self.speakers.len() > SPEAKERS {
                self.speakers.remove(0);
            }
        }
        self.read.notes.push(read);
    }

    /// A paragraph of resolutions that stand in no table.
    fn list_line(&mut self, number: usize, para: &Para, apart: bool) {
        let text = without_bullet(&para.text);
        let bulleted = text.len() < para.text.len();
        let named = named_number(text);
        let plain = item_number(text).filter(|(value, _)| {
            self.list != ListStyle::NamedNumbers
                && self
                    .read
                    .resolutions
                    .last()
                    .and_then(|last| last.row)
                    .is_none_or(|last| *value > last)
        });
        let several = items_in(text);
        if let Some((value, after)) = named {
            self.list = ListStyle::NamedNumbers;
            self.listed(number, Some(value), &text[after..], &text[..after]);
        } else if several.len() > 1 && self.list != ListStyle::NamedNumbers && plain.is_some() {
            self.list = ListStyle::Numbers;
            for item in several {
                self.listed(number, Some(item.number), &text[item.text], &text[item.mark]);
            }
        } else if let Some((value, after)) = plain {
            self.list = ListStyle::Numbers;
            self.listed(number, Some(value), &text[after..], &text[..after]);
        } else if self.starts_letter(text) {
            self.list = ListStyle::Letters;
            self.listed(number, None, text, "");
        } else if self.is_tail(number, text) {
            // Its fields went to the resolution above.
        } else if self.continues_last(text, bulleted, apart) {
            let tail = tail_fields(text);
            self.understood(
                number,
                &left_over(text, &[&tail.text, &tail.deadline, &tail.responsible]),
            );
            if let Some(last) = self.read.resolutions.last_mut() {
                last.text.push('\n');
                last.text.push_str(&tail.text);
                add_tail(last, &tail);
            }
        } else if !bulleted && self.looks_closing(text) {
            self.section = Section::Signatures;
            self.closing_line(number, para, apart);
        } else {
            if self.list == ListStyle::Unknown {
                self.list = ListStyle::Paragraphs;
            }
            self.listed(number, None, text, "");
        }
    }

    /// «الف- ...» where the resolutions themselves are lettered: no resolution stands above, or lettered ones do.
    fn starts_letter(&self, text: &str) -> bool {
        let first = first_words(text, 1);
        let Some(first) = first
            .first()
            .filter(|_| heading_number(text) > 0 && item_number(text).is_none())
        else {
            return false;
        };
        let begins = first.key == "الف" && self.list == ListStyle::Unknown;
        begins || self.list == ListStyle::Letters
    }

    fn listed(&mut self, number: usize, row: Option<u32>, text: &str, mark: &str) {
        let tail = tail_fields(text.trim());
        self.understood(number, &left_over(mark, &[]));
        self.understood(
            number,
            &left_over(text, &[&tail.text, &tail.deadline, &tail.responsible]),
        );
        let mut resolution = ReadResolution {
            row,
            text: tail.text.clone(),
            ..ReadResolution::default()
        };
        add_tail(&mut resolution, &tail);
        self.read.resolutions.push(resolution);
    }

    /// A paragraph that is nothing but «مهلت: ...» or «مسئول: ...» of the resolution above.
    fn is_tail(&mut self, number: usize, text: &str) -> bool {
        let tail = tail_fields(text);
        let Some(last) = self.read.resolutions.last_mut().filter(|_| tail.text.is_empty()) else {
            return false;
        };
        if tail.deadline.is_empty() && tail.responsible.is_empty() {
            return false;
        }
        add_tail(last, &tail);
        self.understood(number, &left_over(text, &[&tail.deadline, &tail.responsible]));
        true
    }

    fn continues_last(&self, text: &str, bulleted: bool, apart: bool) -> bool {
        let Some(last) = self.read.resolutions.last() else {
            return false;
        };
        if begins_with_proviso(text) || clause_goes_on(&last.text, text) {
            return true;
        }
        let numbered = !matches!(self.list, ListStyle::Unknown | ListStyle::Paragraphs);
        let open = last.text.trim_end().ends_with([':', '؛', '،']) || last.text.is_empty();
        open || (numbered
            && (bulleted || !self.looks_closing(text))
            && (!apart || ends_a_sentence(text) || bulleted))
    }

    /// A short line that is no sentence, or a sentence about the session's end.
    fn looks_closing(&self, text: &str) -> bool {
        let words = first_words(text, SHORT_WORDS + 1);
        let has = |cores: &[&str]| words.iter().any(|word| cores.contains(&word.key.as_str()));
        let ends = has(&["جلسه", "نشست"]) && has(&["پایان", "خاتمه", "ختم", "یافت"]);
        let counted = item_number(text).is_some();
        ends || (!counted
            && words.len() <= SHORT_WORDS
            && !ends_a_sentence(text)
            && !text.trim_end().ends_with([':', '.', '؛']))
    }

    /// Names of one list: attendance or guests.
    fn names_line(&mut self, number: usize, para: &Para) {
        let text = para.text.as_str();
        if self.head_pairs(number, text) {
            return;
        }
        let is_prose = ends_with_verb(text) && self.opens_the_account(text);
        if is_prose {
            self.section = Section::Notes;
            self.opening(text);
            return self.note_line(number, para);
        }
        self.names_of(number, text);
    }

    /// Takes the names of a text into the current attendance section.
    pub fn names_of(&mut self, number: usize, text: &str) {
        let found = names(without_bullet(text));
        let mut kept: Vec<String> = Vec::new();
        for name in found {
            if is_no_name(&name) {
                continue;
            }
            match status_of(self.section) {
                None => self.read.guests.push(name.clone()),
                Some(status) => {
                    let line = attendance_item(&name, status);
                    let parts = [&line.person, &line.post, &line.representative, &line.reason];
                    let parts: Vec<&str> = parts
                        .into_iter()
                        .flatten()
                        .map(String::as_str)
                        .chain([line.name.as_str()])
                        .collect();
                    let used = left_over(&name, &parts);
                    self.understood(number, &used);
                    self.read.attendance.push(line);
                }
            }
            kept.push(name);
        }
        let kept: Vec<&str> = kept.iter().map(String::as_str).collect();
        self.understood(number, &left_over(text, &kept));
    }

    /// A line behind the resolutions: a signature, a remark, the rest of the last wording.
    fn closing_line(&mut self, number: usize, para: &Para, apart: bool) {
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
            self.section = Section::Resolutions;
            return self.list_line(number, para, apart);
        }
        if self.head_pairs(number, text) {
            return;
        }
        let words = first_words(text, SHORT_WORDS + 1);
        if ends_a_sentence(text) || words.len() > SHORT_WORDS || text.ends_with(':') {
            self.opening(text);
            return self.note_line(number, para);
        }
        self.last_line = Some((number, text.to_owned()));
        let side_by_side = text.split("   ").map(str::trim).filter(|part| !part.is_empty());
        self.read.signatures.extend(side_by_side.map(str::to_owned));
    }
}

impl Reader {
    /// Whether a line goes on with a list of resolutions that seemed to be over: the next number, or a field of it.
    fn reopens_list(&self, text: &str) -> bool {
        let last = self.read.resolutions.last().and_then(|last| last.row);
        let text = without_bullet(text);
        let tail = tail_fields(text);
        let is_field = tail.text.is_empty() && !(tail.deadline.is_empty() && tail.responsible.is_empty());
        let is_next = |number: Option<(u32, usize)>| {
            number.is_some_and(|(value, _)| Some(value) == last.map(|last| last + 1))
        };
        match self.list {
            ListStyle::Unknown => false,
            ListStyle::NamedNumbers => is_field || is_next(named_number(text)),
            ListStyle::Letters => is_field || self.starts_letter(text),
            _ => is_field || is_next(item_number(text)),
        }
    }
}

/// Reads a text; all of it is raw where it is not minutes in Arabic script.
pub(super) fn read(text: &str) -> ReadMinutes {
    let lines = rows_by_gaps(lines(text));
    let reader = Reader::new();
    if is_mostly_arabic(text) {
        let (read, found_session) = reader.walk(&lines);
        if found_session || read.date.is_some() {
            return read;
        }
    }
    let raw = lines.iter().map(|line| RawLine {
        number: line.number,
        text: line_text(line),
    });
    ReadMinutes {
        raw: raw.collect(),
        ..ReadMinutes::default()
    }
}

fn line_text(line: &Line) -> String {
    let texts: Vec<String> = line.cells.iter().map(cell_text).collect();
    texts.join("\t")
}

/// Whether a good part of the letters are of Arabic script.
fn is_mostly_arabic(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let arabic = text
        .chars()
        .filter(|c| matches!(c, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}'))
        .count();
    arabic * 5 >= letters && arabic > 0
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

fn add_tail(resolution: &mut ReadResolution, tail: &Tail) {
    for (field, text) in [
        (&mut resolution.deadline_written, &tail.deadline),
        (&mut resolution.responsible_written, &tail.responsible),
    ] {
        if !text.is_empty() {
            let field = field.get_or_insert_default();
            if !field.is_empty() {
                field.push('\n');
            }
            field.push_str(text);
        }
    }
}

fn clause_goes_on(above: &str, text: &str) -> bool {
    let first = first_words(text, 1);
    let begins_list = first.first().is_some_and(|word| word.key == "الف") && !above.is_empty();
    next_clause(text, above).is_some()
        || (begins_list && !wording::clauses(&format!("{text}\nب) -")).is_empty())
}

/// «مصوبه ۳: ...» or «۳- مقرر شد ...»: a resolution even where no heading announced them.
fn starts_listed_resolution(text: &str) -> bool {
    let text = without_bullet(text);
    let first = first_words(text, 1);
    if first.first().is_some_and(|word| word.key == "مصوبه") && named_number(text).is_some() {
        return true;
    }
    item_number(text).is_some_and(|(_, after)| {
        first_words(&text[after..], 3)
            .iter()
            .any(|word| matches!(word.key.as_str(), "مقرر" | "مصوب" | "مقررشد"))
    })
}

/// «صفحه ۲ از ۳», «- ۲ -», «۲».
fn is_page_mark(text: &str) -> bool {
    let words = first_words(text, 6);
    let number = |key: &str| key.bytes().all(|byte| byte.is_ascii_digit());
    let page = words
        .first()
        .is_some_and(|word| matches!(word.key.as_str(), "صفحه" | "ص" | "page"));
    let all = words
        .iter()
        .skip(usize::from(page))
        .all(|word| number(&word.key) || matches!(word.key.as_str(), "از" | "of"));
    all && words.len() <= 4 && (page || (words.len() == 1 && words[0].key.len() <= 2))
}

fn keep(lines: &mut Vec<RawLine>, number: usize, text: &str) {
    if text.chars().any(char::is_alphanumeric) {
        lines.push(RawLine {
            number,
            text: text.trim().to_owned(),
        });
    }
}
