//! Items of the agenda, and the account of what was said that follows them.
//! Knows no resolution.

use super::enumerate::{item_number, items_in, named_number};
use super::labels::{MinutesPart, ends_a_sentence};
use super::lines::Para;
use super::notes::{is_speaker_alone, note};
use super::reader::MinutesReader;
use super::words::{bare, first_words, without_bullet};

impl MinutesReader {
    pub(super) fn agenda_line(&mut self, number: usize, para: &Para, apart: bool) {
        let text = without_bullet(&para.text);
        let items = items_in(text);
        if !items.is_empty() {
            self.agenda_numbered = true;
            for item in &items {
                self.agenda_item(number, &text[item.text.clone()], &text[item.mark.clone()]);
            }
        } else if let Some((_, after)) = item_number(text).or_else(|| named_number(text)) {
            self.agenda_named = item_number(text).is_none();
            self.agenda_numbered = true;
            self.agenda_item(number, &text[after..], &text[..after]);
        } else if self.head_pairs(number, text) {
            // «دبیر: ...» may stand between the agenda and what follows.
        } else if self.opens_the_account(text) {
            self.leave_for_notes();
            self.opening(text);
            self.note_line(number, para);
        } else if text.ends_with(':') && text.len() == para.text.len() {
            // A heading of words that are not known: whatever it opens, the agenda is over.
            self.leave_for_notes();
            self.raw(number, text);
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
            && self.agenda_head.is_none()
            && short
        {
            last.push(' ');
            last.push_str(&para.text);
            return;
        }
        self.leave_for_notes();
        self.opening(&para.text);
        self.note_line(number, para);
    }

    /// A sentence that tells how the session began, or a long paragraph: no item of an agenda.
    pub(super) fn opens_the_account(&self, text: &str) -> bool {
        let words = first_words(text, 60);
        let has = |cores: &[&str]| words.iter().any(|word| cores.contains(&word.key.as_str()));
        let tells =
            has(&["جلسه", "نشست"]) && has(&["برگزار", "تشکیل", "اغاز", "تلاوت"]) && ends_a_sentence(text);
        tells || words.len() == 60 || (ends_a_sentence(text) && words.len() > 30)
    }

    /// Keeps a paragraph of what was said.
    pub(super) fn note_line(&mut self, number: usize, para: &Para) {
        if is_speaker_alone(para) && self.section == MinutesPart::Notes {
            if let Some(before) = self
                .speaker_alone
                .replace(bare(without_bullet(&para.text)).to_owned())
            {
                self.raw(number, &before);
            }
            return;
        }
        let mut read = note(para, &self.known);
        read.agenda_item = self.item;
        if let Some(speaker) = self.speaker_alone.take() {
            match &read.speaker {
                None => read.speaker = Some(speaker),
                Some(_) => self.raw(number, &speaker),
            }
        }
        if let Some(speaker) = &read.speaker {
            self.known.spoke(speaker);
        }
        self.read.notes.push(read);
    }
}
