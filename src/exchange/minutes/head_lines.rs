//! Heads of tables over one line or two, titles merged above them, and what earlier sessions' tables say.
//! Knows the words of heads by `heads` and `roll`; it looks at no row below.

use super::enumerate::number_alone;
use super::head_text::HeadText;
use super::head_words::PRESENTER;
use super::headings::is_of_before;
use super::heads::{ColumnRole, is_pure_head, known_columns};
use super::labels::ends_with_verb;
use super::lines::{CellParas, SourceLine, cell_text};
use super::reader::MinutesReader;
use super::roll::roll_columns;
use super::tables::{RollHead, row_text};
use super::title::read_title;
use super::words::{first_words, is_word_letter};

/// Most lines that one head is written in.
const HEAD_LINES: usize = 3;
/// Longest head of a column, in words.
const HEAD_WORDS: usize = 8;
/// Items of the agenda that the line above a table is compared with.
const LAST_ITEMS: usize = 40;
/// Longest title above a head, in words.
const TITLE_WORDS: usize = 24;

/// The head of a table of resolutions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HeadLines {
    /// What each column holds; none where its head is in no list.
    pub roles: Vec<Option<ColumnRole>>,
    /// The heads as written.
    pub texts: Vec<String>,
    /// How many rows it takes.
    pub lines: usize,
    /// It says «مصوبه» or «تصمیم».
    pub decides: bool,
}

/// The head of resolutions that begins at row `at`. Inside an open table (`is_open`) only a row of nothing but heads is
/// one again.
pub(super) fn heads_from(rows: &[SourceLine], at: usize, is_open: bool) -> Option<HeadLines> {
    let first = &rows[at].cells;
    if is_open && !is_pure_head(first) {
        return None;
    }
    let mut roles = known_columns(first);
    if roles.is_none() && !is_pure_head(first) {
        return None;
    }
    let mut cells = first.clone();
    let mut lines = 1;
    while let Some(next) = rows
        .get(at + lines)
        .filter(|next| lines < HEAD_LINES && goes_on(&cells, next))
    {
        cells = joined(&cells, &next.cells);
        lines += 1;
        roles = known_columns(&cells).or(roles);
    }
    let roles = roles?;
    let texts: Vec<String> = cells.iter().map(cell_text).collect();
    let decides = |text: &String| HeadText::of(text, TITLE_WORDS).has(&["مصوب", "تصمیم"]);
    let decides = texts.iter().any(decides);
    Some(HeadLines {
        roles,
        texts,
        lines,
        decides,
    })
}

/// Whether a row is the second line of a head: pieces of heads and nothing else, and no number.
fn goes_on(head: &[CellParas], next: &SourceLine) -> bool {
    let filled = next.filled_texts();
    let piece = |text: &String| HeadText::of(text, HEAD_WORDS).is_pure() && number_alone(text).is_none();
    let is_new = next
        .cells
        .iter()
        .zip(head)
        .any(|(next, above)| !next.is_empty() && next != above);
    next.cells.len() <= head.len()
        && is_new
        && !filled.is_empty()
        && filled.iter().all(piece)
        && known_columns(&next.cells).is_none_or(|roles| roles.iter().flatten().count() < head.len())
        && head
            .iter()
            .filter(|cell| !cell.is_empty())
            .all(|cell| !ends_with_verb(&cell_text(cell)))
}

/// Two lines of a head, cell by cell. What is wrapped reads on below («زمان» over «اجرا»); what stands over several
/// columns comes behind the head of each («پیگیری» over «زمان» and «مسئول»).
fn joined(head: &[CellParas], next: &[CellParas]) -> Vec<CellParas> {
    let is_filled = |cells: &[CellParas], at: usize| cells.get(at).is_some_and(|cell| !cell.is_empty());
    let mut cells = head.to_vec();
    for (at, below) in next.iter().enumerate().filter(|(_, below)| !below.is_empty()) {
        let is_group =
            is_filled(head, at) && at + 1 < head.len() && !is_filled(head, at + 1) && is_filled(next, at + 1);
        match cells.get_mut(at) {
            Some(cell) if cell == below => {}
            Some(cell) if is_group => cell.splice(0..0, below.iter().cloned()).for_each(drop),
            Some(cell) => cell.extend(below.iter().cloned()),
            None => {}
        }
    }
    cells
}

/// Whether a cell has a number, or words behind a colon.
fn has_a_value(text: &str) -> bool {
    text.contains(char::is_numeric)
        || text
            .split_once(':')
            .is_some_and(|(_, value)| value.contains(is_word_letter))
}

/// The head of a table of people at row `at`, and how many rows it takes.
pub(super) fn roll_from(
    rows: &[SourceLine],
    at: usize,
    among_names: bool,
    is_open: bool,
) -> Option<(RollHead, usize)> {
    let first = &rows[at].cells;
    if is_open && !is_pure_head(first) {
        return None;
    }
    let columns = roll_columns(first, among_names);
    // One word in the line below is a heading between the rows, «غایبین».
    let several = |next: &&SourceLine| next.cells.iter().filter(|cell| !cell.is_empty()).count() > 1;
    // «تاریخ: ۱۴۰۲/۰۱/۰۲ | ساعت: ۹» right above a head is no line of it.
    let has_values = rows[at].filled_texts().iter().any(|text| has_a_value(text));
    let second = rows
        .get(at + 1)
        .filter(|_| !has_values)
        .filter(|next| goes_on(first, next) && next.cells.len() >= first.len())
        .filter(several);
    let below = second.and_then(|next| {
        // «حضور و غیاب» over «حاضر | غایب»: the lower line says more.
        let lower: Vec<CellParas> = first
            .iter()
            .zip(&next.cells)
            .map(|(above, below)| {
                if below.is_empty() {
                    above.clone()
                } else {
                    below.clone()
                }
            })
            .collect();
        roll_columns(&lower, among_names)
    });
    let (columns, lines) = match (columns, below) {
        (_, Some(below)) => (below, 2),
        (Some(columns), None) => (columns, 1),
        (None, None) => return None,
    };
    let texts = first
        .iter()
        .map(|cell| cell_text(cell).replace('\n', " "))
        .collect();
    Some((RollHead { columns, texts }, lines))
}

/// After how many columns the heads begin again, where two or three tables stand side by side.
pub(super) fn repeated_after(texts: &[String]) -> Option<usize> {
    let count = texts.len();
    let again = |width: &usize| {
        count.is_multiple_of(*width)
            && texts
                .iter()
                .enumerate()
                .all(|(at, text)| *text == texts[at % width])
    };
    (2..=count / 2).find(again).filter(|_| count < 40)
}

impl HeadLines {
    /// The unit that the head of the deadline has in brackets, «مدت (روز)», where it is only one.
    pub fn deadline_unit(&self) -> Option<String> {
        let at = self
            .roles
            .iter()
            .position(|role| *role == Some(ColumnRole::Deadline))?;
        let words = first_words(&self.texts[at], HEAD_WORDS);
        let mut units = words
            .iter()
            .filter(|word| matches!(word.key.as_str(), "روز" | "هفته" | "ماه" | "سال" | "ساعت"));
        let unit = units.next().filter(|_| units.next().is_none())?;
        Some(self.texts[at][unit.start_byte..unit.end_byte].to_owned())
    }
}

/// «ردیف | دستور جلسه | ارائه‌دهنده | زمان»: what is to be talked about, and by whom.
pub(super) fn agenda_head(cells: &[CellParas]) -> bool {
    let heads: Vec<HeadText> = cells
        .iter()
        .map(|cell| HeadText::of(&cell_text(cell), HEAD_WORDS))
        .collect();
    let any = |list: &[&str]| {
        heads
            .iter()
            .any(|head| head.len() <= HEAD_WORDS && head.has(list))
    };
    let starts = |list: &[&str]| {
        heads
            .iter()
            .any(|head| head.len() <= HEAD_WORDS && head.starts(list))
    };
    let presented = any(PRESENTER);
    let items = starts(&["دستورجلسه", "دستورکار", "موضوعدستور", "عنواندستور", "شرحدستور"])
        || (presented && starts(&["موضوع", "عنوان", "شرح", "دستور"]));
    let others = presented || heads.iter().any(|head| head.is(&["ردیف", "شماره"]));
    items && others && is_short(cells) && !any(&["مصوب", "تصمیم", "مهلت", "مسیول", "پیگیری"])
}

fn is_short(cells: &[CellParas]) -> bool {
    cells
        .iter()
        .all(|cell| first_words(&cell_text(cell), HEAD_WORDS + 1).len() <= HEAD_WORDS)
        && !cells.iter().any(|cell| number_alone(&cell_text(cell)).is_some())
}

/// The one text of a row that stands above a head: a title merged over all its columns.
pub(super) fn merged_title(rows: &[SourceLine], at: usize) -> Option<&CellParas> {
    let next = rows.get(at + 1)?;
    let mut filled = rows[at].cells.iter().filter(|cell| !cell.is_empty());
    let title = filled.next()?;
    let text = cell_text(title);
    let is_title = filled.all(|cell| cell == title)
        && number_alone(&text).is_none()
        && first_words(&text, TITLE_WORDS + 1).len() <= TITLE_WORDS
        && !ends_with_verb(&text);
    let is_head = || {
        is_pure_head(&next.cells)
            && (heads_from(rows, at + 1, true).is_some() || roll_from(rows, at + 1, true, true).is_some())
    };
    (is_title && is_head()).then_some(title)
}

impl MinutesReader {
    /// A table that follows up the resolutions of an earlier session: the line above or its own head says so.
    pub(super) fn is_table_of_before(&self, row: &SourceLine) -> bool {
        let above = self.line_above.as_deref().unwrap_or("");
        // «بررسی مصوبات جلسه قبل» as an item of the agenda is no title of the table below.
        let is_item = self
            .read
            .agenda
            .iter()
            .rev()
            .take(LAST_ITEMS)
            .any(|item| !item.is_empty() && above.trim().ends_with(item.as_str()));
        (!is_item && self.speaks_of_before(above)) || self.speaks_of_before(&row_text(row))
    }

    fn speaks_of_before(&self, text: &str) -> bool {
        let words = first_words(text, 30);
        let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.key.as_str()));
        let of_resolutions = words
            .iter()
            .any(|word| word.key.starts_with("مصوب") || word.key.starts_with("تصمیم"));
        let unfinished = has(&["معوق", "معوقه", "باقیمانده", "پیشین", "نشده"]);
        let earlier = || {
            let named = read_title(text).ordinal;
            matches!((named, self.read.ordinal), (Some(named), Some(own)) if named < own)
        };
        of_resolutions && (is_of_before(&words) || unfinished || earlier())
    }
}
