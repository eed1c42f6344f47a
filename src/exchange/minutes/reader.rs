//! The walk through the lines of minutes: which part a line belongs to, and what is kept of it.
//! Knows no table; rows go to `tables`.

use super::borders::{is_code, is_page_mark};
use super::by_profile::SaidHeads;
use super::closing::NamesSoFar;
use super::decode::is_hidden_line;
use super::doubt::{Doubt, DoubtKind};
use super::gaps::rows_by_gaps;
use super::head_lines::HeadLines;
use super::headings::{is_of_people, people_labels_inside, section_label};
use super::heads::ColumnRole;
use super::judge::judged;
use super::labels::{HeadLabel, Labelled, MinutesPart};
use super::lines::{Para, SourceLine, cell_text, lines};
use super::listed::ListStyle;
use super::mend::mended;
use super::notes::{Attendees, item_line};
use super::tables::TableKind;
use super::tally::tallied;
use super::values::{RawLine, ReadMinutes};
use super::words::{first_words, is_arabic_letter};
use crate::domain::reading_profile::ReadingProfile;

/// Longest line that can be a signature, an agenda item that goes on, or a title, in words.
pub(super) const SHORT_WORDS: usize = 14;

/// What has been read so far, and where the walk stands.
pub(super) struct MinutesReader {
    pub read: ReadMinutes,
    pub section: MinutesPart,
    /// Anything was found that only minutes have; without it all is raw.
    pub found_session: bool,
    /// How sure the date is: a label of the session's own beats a sentence, which beats «تاریخ» of the letter.
    pub date_rank: u8,
    /// The body is only a line of the letterhead so far.
    pub body_is_letterhead: bool,
    /// «با دستور کار ... برگزار شد» in the opening sentence, which is kept whole: the agenda, where there is no other.
    pub topic: Option<String>,
    /// «موضوع جلسه: ...» that names no session: the agenda, where there is no other.
    pub subject: Option<(usize, String, String)>,
    /// A label that stands alone in its line waits for the next one.
    pub waiting_label: Option<(HeadLabel, usize, String)>,
    pub table: TableKind,
    /// Roles of the last resolution table, for its next page.
    pub roles: Option<Vec<ColumnRole>>,
    /// The head of that table, where a column of it is in no list, until its rows are seen; with its line.
    pub open_head: Option<(usize, HeadLines)>,
    /// How many columns one of several resolution tables side by side has.
    pub row_width: Option<usize>,
    /// The unit of deadlines that are numbers, «مدت (روز)».
    pub deadline_unit: Option<String>,
    /// The heads of the agenda where it stands in a table: no line goes on with its last item then.
    pub agenda_head: Option<Vec<String>>,
    /// The text line before the current one that went to the signatures or to raw: the title of a table, perhaps.
    pub last_line: Option<(usize, String)>,
    /// The short line right above a table.
    pub line_above: Option<String>,
    /// A heading opened the current part, not a line that fitted the part before no more.
    pub by_heading: bool,
    pub agenda_numbered: bool,
    /// Its items are called «بند ۱» or the like.
    pub agenda_named: bool,
    /// How the list of names that is read looks so far.
    pub names_so_far: NamesSoFar,
    /// The line of text below the current one.
    pub line_below: Option<String>,
    pub list: ListStyle,
    /// The sign behind the numbers of the list of resolutions, and of a list inside the last of them.
    pub list_mark: Option<char>,
    pub nested_mark: Option<char>,
    /// The last paragraph of resolutions had a bullet.
    pub was_bulleted: bool,
    pub speaker_alone: Option<String>,
    /// Who is at the session, as far as it was read.
    pub known: Attendees,
    /// The item of the agenda that is talked about, where a line named one.
    pub item: Option<u32>,
    /// The last line was a resolution's row or paragraph.
    pub after_resolution: bool,
    /// What was said of the minutes of this body.
    told: SaidHeads,
}

impl MinutesReader {
    pub fn new(told: SaidHeads) -> MinutesReader {
        MinutesReader {
            told,
            read: ReadMinutes::default(),
            section: MinutesPart::Head,
            found_session: false,
            date_rank: 0,
            body_is_letterhead: false,
            topic: None,
            subject: None,
            waiting_label: None,
            table: TableKind::Unknown,
            roles: None,
            open_head: None,
            row_width: None,
            deadline_unit: None,
            agenda_head: None,
            last_line: None,
            line_above: None,
            by_heading: false,
            agenda_numbered: false,
            agenda_named: false,
            names_so_far: NamesSoFar::default(),
            line_below: None,
            list: ListStyle::Unknown,
            list_mark: None,
            nested_mark: None,
            was_bulleted: false,
            speaker_alone: None,
            known: Attendees::default(),
            item: None,
            after_resolution: false,
        }
    }

    /// Walks through all lines and gives what was read.
    pub fn walk(mut self, lines: &[SourceLine]) -> (ReadMinutes, bool) {
        let mut at = 0;
        while at < lines.len() {
            if !lines[at].is_row() {
                let after_blank = lines[at].after_blank;
                self.line_below = lines.get(at + 1).and_then(text_of);
                lines[at]
                    .cells
                    .iter()
                    .flatten()
                    .for_each(|para| self.text_line(lines[at].number, para, after_blank));
                at += 1;
                continue;
            }
            if let Some(fields) = self
                .row_of_fields(&lines[at])
                .or_else(|| self.row_of_values(&lines[at]))
            {
                self.text_line(lines[at].number, &fields, false);
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

    pub fn in_head(&self) -> bool {
        self.section == MinutesPart::Head
    }

    /// Keeps a line that fits nowhere.
    pub fn raw(&mut self, number: usize, text: &str) {
        keep(&mut self.read.raw, number, text);
    }

    /// Notes that a line was read, but may mean something else.
    pub fn doubt(&mut self, number: usize, text: &str, kind: DoubtKind) {
        self.read.doubts.push(Doubt {
            number,
            text: text.trim().to_owned(),
            kind,
        });
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

    /// A line of prose or of a list, or several lists of names in one line. `apart` says that a blank line stands before
    /// it.
    pub fn text_line(&mut self, number: usize, para: &Para, apart: bool) {
        let text = para.text.as_str();
        let mut ends = people_labels_inside(text);
        let names_people = || {
            is_of_people(self.section) || section_label(text).is_some_and(|label| is_of_people(label.label))
        };
        if ends.is_empty() || !names_people() {
            return self.one_line(number, para, apart);
        }
        ends.push(text.len());
        let mut start = 0;
        for end in ends {
            self.one_line(number, &text[start..end].into(), apart && start == 0);
            start = end;
        }
    }

    fn one_line(&mut self, number: usize, para: &Para, apart: bool) {
        let text = para.text.as_str();
        if !text.chars().any(char::is_alphanumeric) {
            return;
        }
        let last_line = self.last_line.take();
        let is_short = first_words(text, SHORT_WORDS + 1).len() <= SHORT_WORDS;
        self.line_above = is_short.then(|| text.to_owned());
        if is_page_mark(text) || is_code(text) || is_hidden_line(text) {
            self.last_line = last_line;
            return self.raw(number, text);
        }
        if self.section == MinutesPart::Notes
            && let Some(item) = item_line(text)
        {
            self.item = item;
            return self.understood(number, text);
        }
        if let Some(label) = self.told.heading(text) {
            return self.open(number, para, label);
        }
        if let Some(label) = section_label(text).filter(|label| self.may_open(text, label)) {
            return self.open(number, para, label);
        }
        if self.running_list(number, para) {
            return;
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
        self.after_resolution = self.section == MinutesPart::Resolutions;
    }

    fn open(&mut self, number: usize, para: &Para, label: Labelled<MinutesPart>) {
        let text = para.text.as_str();
        self.forget_waiting_label();
        self.found_session = true;
        let (head, rest) = text.split_at(label.rest_byte);
        // A heading may name the session: «مصوبات هشتمین جلسه ... مورخ ...».
        self.opening_of_heading(head);
        self.understood(number, head);
        self.section = label.label;
        self.by_heading = true;
        // Below another heading the same head is no next page of the agenda.
        self.agenda_head = None;
        self.table = TableKind::Unknown;
        self.list = ListStyle::Unknown;
        (self.list_mark, self.nested_mark) = (None, None);
        self.agenda_numbered = false;
        self.agenda_named = false;
        self.names_so_far = NamesSoFar::default();
        self.item = None;
        if self.section == MinutesPart::Annex {
            self.last_line = Some((number, head.trim().to_owned()));
        }
        if rest.chars().any(char::is_alphanumeric) {
            self.names_so_far.inline = true;
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
        if self.opens_resolutions(text) {
            self.section = MinutesPart::Resolutions;
            self.list = ListStyle::Unknown;
            return self.list_line(number, para, apart);
        }
        match self.section {
            MinutesPart::Head => {
                if !self.head_pairs(number, text) {
                    self.head_line(number, text);
                }
            }
            MinutesPart::Agenda => self.agenda_line(number, para, apart),
            MinutesPart::Notes => self.note_line(number, para),
            MinutesPart::Resolutions => self.list_line(number, para, apart),
            MinutesPart::Guests => self.names_line(number, para, apart),
            // What was corrected later is no part of what was signed.
            MinutesPart::Corrections => self.raw(number, text),
            MinutesPart::Signatures | MinutesPart::Annex => self.closing_line(number, para, apart),
            _ => self.names_line(number, para, apart),
        }
    }
}

/// Reads a text; all of it is raw where it is not minutes in Arabic script.
pub(super) fn read(text: &str) -> ReadMinutes {
    read_by(text, &ReadingProfile::default())
}

/// As [`read`], of a body about whose minutes a person has said something.
pub(super) fn read_by(text: &str, profile: &ReadingProfile) -> ReadMinutes {
    let mut told = SaidHeads::by(profile);
    let lines = mended(rows_by_gaps(told.put_in(lines(text))));
    if is_mostly_arabic(text) {
        let (read, found_session) = MinutesReader::new(told.clone()).walk(&lines);
        if found_session || read.date.is_some() {
            let mut read = tallied(judged(read), &lines);
            told.put_back(&mut read);
            return read;
        }
    }
    let raw = lines.iter().map(|line| RawLine {
        number: line.number,
        text: line_text(line),
    });
    let mut read = ReadMinutes {
        raw: raw.collect(),
        ..ReadMinutes::default()
    };
    told.put_back(&mut read);
    read
}

/// The text of a line that is no row.
fn text_of(line: &SourceLine) -> Option<String> {
    let para = line.cells.first()?.first()?;
    (!line.is_row()).then(|| para.text.clone())
}

fn line_text(line: &SourceLine) -> String {
    let texts: Vec<String> = line.cells.iter().map(cell_text).collect();
    texts.join("\t")
}

/// Whether a good part of the letters are of Arabic script.
fn is_mostly_arabic(text: &str) -> bool {
    let (mut arabic, mut others) = (0usize, 0usize);
    for c in text.chars() {
        if is_arabic_letter(c) {
            arabic += 1;
        } else if c.is_alphabetic() {
            others += 1;
        }
    }
    arabic * 4 >= others && arabic > 0
}

fn keep(lines: &mut Vec<RawLine>, number: usize, text: &str) {
    if text.chars().any(char::is_alphanumeric) {
        lines.push(RawLine {
            number,
            text: text.trim().to_owned(),
        });
    }
}
