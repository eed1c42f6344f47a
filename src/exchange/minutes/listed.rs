//! Resolutions that stand in no table: numbered, named, lettered, bulleted, or a paragraph each.
//! Knows no row; fields behind labels are parted by `tail`.

use super::account::left_over;
use super::closing::{could_be_a_title, names_next_session};
use super::enumerate::{digit, heading_number, item_number, items_in, named_number};
use super::labels::{MinutesPart, ends_a_sentence};
use super::lines::Para;
use super::names::{is_post, is_title};
use super::reader::{MinutesReader, SHORT_WORDS};
use super::resolutions::{append, begins_with_proviso, next_clause};
use super::tail::{RowTail, tail_fields};
use super::values::ReadResolution;
use super::words::{Word, first_words, without_bullet};
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
        let is_over = tells_the_end(text) || (names_next_session(text) && !bulleted);
        if named.is_none() && plain.is_none() && is_over {
            self.section = MinutesPart::Signatures;
            self.closing_line(number, para, apart);
        } else if self.is_nested(text, bulleted) {
            self.go_on_with_last(number, text);
        } else if let Some((value, after)) = named {
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
            let after = heading_number(text);
            self.listed(number, None, &text[after..], &text[..after]);
        } else if self.is_tail(number, text) {
            // Its fields went to the resolution above.
        } else if self.continues_last(text, bulleted, apart) {
            self.go_on_with_last(number, text);
        } else if self.list == ListStyle::Unknown && announces_only(text) {
            // «مقرر شد:» above the list says nothing that the list does not.
            self.raw(number, text);
        } else if !bulleted && self.is_head_of_nothing(text) {
            // «آراء موافق» between the heading and «۱- ...» is the head of a column that the text has lost.
            self.raw(number, text);
        } else if !bulleted && self.looks_closing(text) && !self.is_short_item(text, apart) {
            self.section = MinutesPart::Signatures;
            self.closing_line(number, para, apart);
        } else {
            if self.list == ListStyle::Unknown {
                self.list = ListStyle::Paragraphs;
            }
            self.listed(number, None, text, "");
        }
        self.was_bulleted = bulleted;
    }

    /// Adds a paragraph to the last resolution.
    fn go_on_with_last(&mut self, number: usize, text: &str) {
        let tail = tail_fields(text);
        self.understood(number, &left_over(text, &tail.parts()));
        if let Some(last) = self.read.resolutions.last_mut() {
            append(&mut last.text, &tail.text, "\n");
            add_tail(last, &tail);
        }
    }

    /// An item of a list inside the last resolution: «۱-۱ ...», «۱) ...» below «۱- ...:», dashes below «مقرر شد:».
    fn is_nested(&mut self, text: &str, bulleted: bool) -> bool {
        let Some(last) = self.read.resolutions.last() else {
            // The sign of the first one is that of the list: «1)» below «1-» is inside.
            self.list_mark = item_number(text).and_then(|(_, after)| mark_of(&text[..after]));
            return false;
        };
        if is_lettered_clause(text) {
            return true;
        }
        if let Some(above) = sub_number(text) {
            return last.row.is_none_or(|row| row == above);
        }
        let open = last.text.trim_end().ends_with(':');
        let number = item_number(text);
        let Some((value, after)) = number else {
            // An item that ends with a colon has its own list below it, whatever bullets they have.
            let again = first_words(text, 1)
                .first()
                .is_some_and(|word| word.key.starts_with("مقرر"));
            let dashed = bulleted && !again && (open || self.nested_mark == Some('•'));
            self.nested_mark = dashed
                .then_some('•')
                .or(self.nested_mark.filter(|mark| *mark != '•'));
            let plain = matches!(self.list, ListStyle::Unknown | ListStyle::Paragraphs);
            if plain && !dashed {
                self.list_mark = bulleted.then_some('•');
            }
            return dashed && plain;
        };
        let mark = mark_of(&text[..after]);
        let begins = value == 1 && (open || last.row.is_some_and(|row| row >= 1)) && mark != self.list_mark;
        if begins || (mark == self.nested_mark && mark != self.list_mark) {
            self.nested_mark = mark;
            return self.list_mark.is_some();
        }
        self.nested_mark = None;
        self.list_mark = mark;
        false
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
        self.understood(number, &left_over(text, &tail.parts()));
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
        let Some(last) = self.read.resolutions.last_mut().filter(|_| tail.is_only_fields()) else {
            return false;
        };
        add_tail(last, &tail);
        self.understood(number, &left_over(text, &tail.parts()));
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
        // Behind its fields a resolution is whole, and so is one bullet before the next.
        let has_fields = last.deadline_written.is_some() || last.responsible_written.is_some();
        let is_whole = has_fields || (bulleted && self.was_bulleted);
        let end = last.text.trim_end();
        let open = end.is_empty() || end.ends_with(':') || (!is_whole && end.ends_with(['؛', '،']));
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

    /// A word or two above the first resolution, which decide nothing.
    fn is_head_of_nothing(&self, text: &str) -> bool {
        let words = first_words(text, 3);
        self.read.resolutions.is_empty()
            && words.len() < 3
            && !ends_a_sentence(text)
            && !text.trim_end().ends_with([':', '.', '؛'])
            && !words.iter().any(|word| is_post(&word.key) || is_title(&word.key))
    }

    /// Whether a line goes on with a list of resolutions that seemed to be over: the next number, or a field of it.
    pub(super) fn reopens_list(&self, text: &str) -> bool {
        let last_exists = !self.read.resolutions.is_empty();
        let last = self.read.resolutions.last().and_then(|last| last.row);
        let text = without_bullet(text);
        let is_field = tail_fields(text).is_only_fields() && self.roles.is_none() && last_exists;
        let is_next = |number: Option<(u32, usize)>| {
            number.is_some_and(|(value, _)| Some(value) == last.map(|last| last + 1))
        };
        match self.list {
            ListStyle::Unknown => is_field,
            ListStyle::NamedNumbers => is_field || is_next(named_number(text)),
            ListStyle::Letters => is_field || self.starts_letter(text),
            _ => is_field || is_next(item_number(text)),
        }
    }
}

/// «این جلسه ساعت ۱۲ با ذکر صلوات پایان یافت.»
fn tells_the_end(text: &str) -> bool {
    let words = first_words(text, LONGEST_END + 1);
    let is_any = |word: &Word, keys: &[&str]| keys.contains(&word.key.as_str());
    let names = words.iter().any(|word| is_any(word, &["جلسه", "نشست"]));
    let ends = |word: &Word| is_any(word, &["پایان", "خاتمه", "ختم", "اتمام"]);
    let verb = |word: &Word| is_any(word, &["یافت", "رسید", "پذیرفت", "شد", "گردید"]);
    words.len() <= LONGEST_END
        && names
        && words.iter().rev().take(4).any(ends)
        && words.last().is_some_and(verb)
}

/// Longest sentence that tells how the session ended, in words.
const LONGEST_END: usize = 20;

/// «بند الف) ...» below a resolution.
fn is_lettered_clause(text: &str) -> bool {
    let words = first_words(text, 2);
    matches!(words.as_slice(), [clause, letter] if clause.key == "بند"
        && (letter.key == "الف" || letter.key.chars().count() == 1) && !letter.key.starts_with(|c: char| c.is_ascii_digit()))
}

/// The number that «۱-۲ ...» and «۱.۲- ...» stand under.
fn sub_number(text: &str) -> Option<u32> {
    let text = text.trim_start_matches(['(', ' ']);
    let digits = |text: &str| {
        text.chars()
            .take_while(|c| digit(*c).is_some())
            .map(char::len_utf8)
            .sum::<usize>()
    };
    let first = digits(text);
    let behind = text[first..].strip_prefix(['-', '–', '.', '/', '_'])?;
    let second = digits(behind);
    let sign = behind[second..].chars().next()?;
    let is_short = first > 0 && second > 0 && first <= 4 && second <= 4;
    let value = || {
        text[..first]
            .chars()
            .filter_map(digit)
            .fold(0, |value, digit| value * 10 + digit)
    };
    (is_short && matches!(sign, '-' | '–' | ')' | '.' | ':' | ' ' | 'ـ') && !is_amount(&behind[second..]))
        .then(value)
}

/// «۲.۵ درصد», «۱-۵ روز»: what stands behind says that it is no number of an item.
fn is_amount(behind: &str) -> bool {
    let signed = behind.trim_start().starts_with(['-', '–', ')', '.', ':', 'ـ']);
    let word = first_words(behind, 1);
    !signed
        && word
            .first()
            .is_some_and(|word| AMOUNTS.contains(&word.key.as_str()))
}

const AMOUNTS: &[&str] = &[
    "درصد",
    "روز",
    "ماه",
    "هفته",
    "ساعت",
    "میلیون",
    "میلیارد",
    "کیلومتر",
    "متر",
    "هکتار",
    "نفر",
    "تن",
];

/// The sign that numbers of one list have behind them.
fn mark_of(mark: &str) -> Option<char> {
    let sign = mark
        .chars()
        .rev()
        .find(|c| !c.is_whitespace() && digit(*c).is_none());
    sign.map(|sign| match sign {
        '–' | '—' | 'ـ' | '_' => '-',
        ']' => ')',
        sign => sign,
    })
}

/// «مقرر شد:», «موارد زیر:»: a line that only says that resolutions follow.
fn announces_only(text: &str) -> bool {
    let words = first_words(text, SHORT_WORDS + 1);
    let decides = |word: &Word| {
        ["مقرر", "مصوب", "تصویب", "اتخاذ", "تصمیم"]
            .iter()
            .any(|core| word.key.contains(core))
    };
    text.trim_end().ends_with(':')
        && words.len() <= SHORT_WORDS
        && words.iter().rev().take(3).any(decides)
        && item_number(text).is_none()
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
    resolution.remarks.extend(tail.remarks.iter().cloned());
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
    let named = |word: &Word| word.key.starts_with("مصوبه") || word.key.starts_with("تصمیم");
    if first.first().is_some_and(named) && named_number(text).is_some() {
        return true;
    }
    item_number(text).is_some_and(|(_, after)| {
        first_words(&text[after..], 3)
            .iter()
            .any(|word| matches!(word.key.as_str(), "مقرر" | "مصوب" | "مقررشد"))
    })
}
