//! Resolutions that stand in no table: numbered, named, lettered, bulleted, or a paragraph each.
//! Knows no row; fields behind labels are parted by `tail`.

use super::account::left_over;
use super::closing::could_be_a_title;
use super::enumerate::{heading_number, item_number, items_in, named_number};
use super::labels::{MinutesPart, ends_a_sentence};
use super::lines::Para;
use super::reader::{MinutesReader, SHORT_WORDS};
use super::resolutions::{begins_with_proviso, next_clause};
use super::tail::{RowTail, tail_fields};
use super::values::ReadResolution;
use super::words::{first_words, without_bullet};
use crate::domain::wording;

/// How the resolutions of a list are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListStyle {
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

impl MinutesReader {
    /// A paragraph of resolutions that stand in no table.
    pub(super) fn list_line(&mut self, number: usize, para: &Para, apart: bool) {
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
        } else if !bulleted && self.looks_closing(text) && !self.is_short_item(text, apart) {
            self.section = MinutesPart::Signatures;
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

    /// A short line right below the heading, or below other ones like it, that is no name and no post.
    fn is_short_item(&self, text: &str, apart: bool) -> bool {
        let first = self.list == ListStyle::Unknown;
        let next = self.list == ListStyle::Paragraphs && !apart;
        (first || next) && could_be_a_title(text)
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

    /// Whether a line goes on with a list of resolutions that seemed to be over: the next number, or a field of it.
    pub(super) fn reopens_list(&self, text: &str) -> bool {
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

fn add_tail(resolution: &mut ReadResolution, tail: &RowTail) {
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

pub(super) fn clause_goes_on(above: &str, text: &str) -> bool {
    let first = first_words(text, 1);
    let begins_list = first.first().is_some_and(|word| word.key == "الف") && !above.is_empty();
    next_clause(text, above).is_some()
        || (begins_list && !wording::clauses(&format!("{text}\nب) -")).is_empty())
}

/// «مصوبه ۳: ...» or «۳- مقرر شد ...»: a resolution even where no heading announced them.
pub(super) fn starts_listed_resolution(text: &str) -> bool {
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
