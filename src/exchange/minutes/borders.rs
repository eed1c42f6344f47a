//! Where one part of minutes ends and another begins: headings that count, resolutions and fields without a heading.
//! Knows no content of a part.

use super::enumerate::{item_number, items_in, named_number};
use super::labels::{Labelled, MinutesPart, colons, floor};
use super::lines::{Para, SourceLine};
use super::listed::{ListStyle, starts_listed_resolution};
use super::pairs::{begins_with_pair, label_alone};
use super::reader::MinutesReader;
use super::tail::{field_role, tail_fields};
use super::values::RawLine;
use super::when::when_in;
use super::words::{Word, first_words, without_bullet, words};
use crate::text::fold_tight;

/// Most cells of a row of labels and values below a listed resolution.
const MOST_FIELD_CELLS: usize = 8;

/// Lines at the head that may stand again on later pages.
const LETTERHEAD_LINES: usize = 8;

impl MinutesReader {
    /// A title or a line of the letterhead that stands again at the head of a later page.
    pub(super) fn is_page_head(&self, text: &str) -> bool {
        let again = |line: &RawLine| line.text == text;
        let title_like = first_words(text, 3).len() == 3;
        self.read.raw.iter().take(LETTERHEAD_LINES).any(again)
            || (title_like && self.read.understood.iter().take(LETTERHEAD_LINES).any(again))
            || self.is_title_again(text)
    }

    /// Inside notes only a plain heading opens another part: a sentence may well mention what was decided before.
    pub(super) fn may_open(&self, text: &str, label: &Labelled<MinutesPart>) -> bool {
        let same = label.label == self.section && self.section == MinutesPart::Notes;
        let closes_list = self.section == MinutesPart::Resolutions
            && self.list == ListStyle::Numbers
            && label.label == MinutesPart::Resolutions
            && item_number(text).is_some();
        // «پیوست: دارد» at the head is a remark of the letter.
        let of_letter = self.in_head() && label.label == MinutesPart::Annex;
        // «در این خصوص مقرر گردید:» is the beginning of a resolution where resolutions are listed already.
        let of_resolution =
            label.by_sentence && self.section == MinutesPart::Resolutions && text.contains(':');
        // «جمع‌بندی: ...» behind the table of resolutions is a remark.
        let decided = self.roles.is_some() && label.label == MinutesPart::Resolutions;
        let remark =
            decided && !text[label.rest_byte..].trim().is_empty() && !fold_tight(text).starts_with("مصوب");
        !same && !closes_list && !of_letter && !of_resolution && !remark
    }

    /// «مهلت اقدام: فوری | مسئول پیگیری: فرمانداری» below a listed resolution, as one line.
    pub(super) fn row_of_fields(&self, row: &SourceLine) -> Option<Para> {
        let may_follow = matches!(self.section, MinutesPart::Resolutions | MinutesPart::Signatures)
            && self.roles.is_none()
            && !self.read.resolutions.is_empty()
            && row.cells.len() <= MOST_FIELD_CELLS;
        let line = may_follow.then(|| fields_in_line(row))?;
        tail_fields(&line).is_only_fields().then(|| line.as_str().into())
    }

    /// «مورخ ۱۴۰۱/۱۲/۰۸ | ساعت ۹ | سالن سرو» at the head: values side by side without labels, as one line.
    pub(super) fn row_of_values(&self, row: &SourceLine) -> Option<Para> {
        if !self.in_head() || row.cells.len() > MOST_FIELD_CELLS {
            return None;
        }
        let texts = row.filled_texts();
        let labelled = |text: &String| {
            text.contains(['\n', ':']) || label_alone(text).is_some() || begins_with_pair(text)
        };
        let dated = |text: &String| !when_in(text, false).days.is_empty();
        let has_date = texts.iter().any(dated) && !texts.iter().all(dated);
        (has_date && !texts.iter().any(labelled)).then(|| texts.join(" | ").as_str().into())
    }

    /// Resolutions have begun, or what stands behind them: no line opens them any more.
    fn is_past_the_border(&self) -> bool {
        let is_list = matches!(
            self.section,
            MinutesPart::Resolutions
                | MinutesPart::Corrections
                | MinutesPart::Annex
                | MinutesPart::Signatures
        );
        is_list || self.roles.is_some()
    }

    /// A resolution that no heading announced, below whatever part: «مصوبه ۱: ...»; «بند ۱: ...» below an agenda that
    /// counts in another way.
    pub(super) fn opens_resolutions(&self, text: &str) -> bool {
        if self.is_past_the_border() {
            return self.section == MinutesPart::Notes && starts_listed_resolution(text);
        }
        let named = named_number(without_bullet(text));
        let is_clause = match self.section {
            MinutesPart::Agenda => !self.agenda_named && !self.read.agenda.is_empty() && named.is_some(),
            // Below names, or below a remark that no heading announced.
            MinutesPart::Notes => !self.by_heading && named.is_some_and(|(number, _)| number == 1),
            MinutesPart::Head => false,
            _ => named.is_some(),
        };
        is_clause || starts_listed_resolution(text)
    }

    /// «پس از بحث مقرر گردید: ۱- ... ۲- ...» in one paragraph: what is before the list is said, the list is resolved.
    pub(super) fn running_list(&mut self, number: usize, para: &Para) -> bool {
        let text = para.text.as_str();
        if self.is_past_the_border() || item_number(without_bullet(text)).is_some() {
            return false;
        }
        let Some(at) = running_list_at(text) else {
            return false;
        };
        let (lead, list) = text.split_at(at);
        self.section = MinutesPart::Notes;
        self.opening(lead);
        self.note_line(number, &lead.into());
        self.section = MinutesPart::Resolutions;
        self.list = ListStyle::Unknown;
        (self.list_mark, self.nested_mark) = (None, None);
        self.found_session = true;
        self.list_line(number, &list.into(), true);
        true
    }
}

/// Where a list of resolutions begins inside a paragraph: behind a colon with a word of decision close before it.
fn running_list_at(text: &str) -> Option<usize> {
    const DECIDES: &[&str] = &["مقرر", "مصوب", "تصویب", "تصمیم", "اتخاذ"];
    colons(text)
        .map(|colon| colon + 1)
        .take(MOST_COLONS)
        .find(|after| {
            let tail_start = floor(text, after.saturating_sub(120));
            let words = words(&text[tail_start..*after]);
            let decides = |word: &Word| DECIDES.iter().any(|core| word.key.starts_with(core));
            words.len() > 1
                && words.iter().rev().take(4).any(decides)
                && items_in(text[*after..].trim_start()).len() > 1
        })
}

/// How many colons of a paragraph a list is looked for behind.
const MOST_COLONS: usize = 6;

/// The cells of a row in one line, labels with a colon behind them.
fn fields_in_line(row: &SourceLine) -> String {
    let mut line = String::new();
    for text in row.filled_texts() {
        let is_label = field_role(&words(&text)).is_some();
        let between = if line.is_empty() {
            ""
        } else if line.ends_with(':') {
            " "
        } else {
            " - "
        };
        line.push_str(between);
        line.push_str(text.replace('\n', " ").trim());
        if is_label && !line.ends_with(':') {
            line.push(':');
        }
    }
    line
}

/// «صفحه ۲ از ۳», «- ۲ -», «۲».
pub(super) fn is_page_mark(text: &str) -> bool {
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

/// «کد صحت: 7K3M-9QXA-2BCD» at the foot.
pub(super) fn is_code(text: &str) -> bool {
    let words = first_words(text, 3);
    matches!(words.as_slice(), [code, valid, ..] if code.key == "کد" && valid.key == "صحت")
}
