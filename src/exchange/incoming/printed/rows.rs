//! Tables of a page to rows of cells: wrapped lines of a cell are one, columns stand in the order of reading.
//! Knows how rows are parted on a page (blank lines, numbers in the first column), no words.

use super::cells::cells_of;
use super::columns::PageColumns;
use super::segments::{PageLine, PagePiece, segments};

/// Tables with more columns than this are no tables of minutes.
const MOST_COLUMNS: usize = 14;
/// A line shorter than this is not broken by the edge of the page.
const SHORTEST_FULL: usize = 50;

/// The text with its tables as rows of cells parted by tabs, and how many rows were built of several lines or pieces.
pub(super) fn as_rows(text: &str, is_visual: bool) -> (String, usize) {
    let lines: Vec<PageLine> = text
        .trim_end_matches('\n')
        .split(['\n', '\u{c}'])
        .map(|line| of_list(segments(line, is_visual)))
        .collect();
    let mut page = PageText {
        widest: lines
            .iter()
            .filter(|line| line.len() == 1)
            .map(length)
            .max()
            .unwrap_or(0),
        ..PageText::default()
    };
    let mut rest = lines.as_slice();
    while !rest.is_empty() {
        let blank = rest.iter().take_while(|line| line.is_empty()).count();
        page.text.push_str(&"\n".repeat(blank));
        rest = &rest[blank..];
        let table = table_at(rest);
        if table.is_empty() {
            let chunk = chunk_length(rest);
            page.prose(&rest[..chunk]);
            rest = &rest[chunk..];
        } else {
            let taken = table.last().map_or(0, |chunk| chunk.end);
            page.table(rest, &table);
            rest = &rest[taken..];
        }
    }
    (page.text, page.built)
}

/// The number of a list and its words are one piece: they stand apart on the page, but not in columns.
fn of_list(line: PageLine) -> PageLine {
    match line.as_slice() {
        [number, words] if is_list_number(&number.text) => vec![PagePiece {
            text: plain_row(vec![number.text.clone(), words.text.clone()]),
            start: number.start,
            end: words.end,
            is_cut: false,
        }],
        _ => line,
    }
}

fn length(line: &PageLine) -> usize {
    line.iter().map(|piece| piece.text.chars().count()).sum()
}

fn chunk_length(lines: &[PageLine]) -> usize {
    lines.iter().take_while(|line| !line.is_empty()).count()
}

/// The chunks of lines, parted by blank ones, that make one table: each has lines of several pieces, and not more lines
/// of words alone.
fn table_at(lines: &[PageLine]) -> Vec<std::ops::Range<usize>> {
    let mut chunks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let end = at + chunk_length(&lines[at..]);
        if !is_tabular(&lines[at..end]) {
            break;
        }
        chunks.push(at..end);
        let blank = lines[end..].iter().take_while(|line| line.is_empty()).count();
        at = end + blank;
    }
    let pieces = chunks.iter().cloned().flatten().map(|at| lines[at].len());
    let (mut most, mut several) = (0, 0);
    for count in pieces {
        most = most.max(count);
        several += usize::from(count > 1);
    }
    if several > 1 && (2..=MOST_COLUMNS).contains(&most) {
        chunks
    } else {
        Vec::new()
    }
}

fn is_tabular(chunk: &[PageLine]) -> bool {
    let of_pieces = chunk.iter().filter(|line| line.len() > 1).count();
    let of_words = chunk.iter().filter(|line| is_words(line)).count();
    let is_narrow = chunk.iter().all(|line| line.len() <= MOST_COLUMNS);
    is_narrow && (has_numbers(chunk) || (of_pieces > 0 && of_pieces >= of_words))
}

/// A line of one piece that is hardly a part of a cell: several words, or a heading.
fn is_words(line: &PageLine) -> bool {
    match line.as_slice() {
        [piece] => piece.text.split_whitespace().nth(2).is_some() || piece.text.ends_with(':'),
        _ => false,
    }
}

#[derive(Default)]
struct PageText {
    text: String,
    built: usize,
    /// Letters of the longest line of one piece.
    widest: usize,
}

impl PageText {
    fn line(&mut self, words: &str) {
        self.text.push_str(words.trim());
        self.text.push('\n');
    }

    /// Lines of words: a line that reaches over the page goes on in the next.
    fn prose(&mut self, lines: &[PageLine]) {
        let mut goes_on = false;
        for line in lines {
            let words = plain_row(line.iter().map(|piece| piece.text.trim().to_owned()).collect());
            if goes_on && !begins_anew(&words) {
                self.text.pop();
                self.text.push(' ');
            }
            self.line(&words);
            let letters = length(line);
            let is_full = letters >= SHORTEST_FULL && letters * 10 >= self.widest * 8;
            goes_on = line.len() == 1 && is_full && !words.ends_with(['.', ':', '؟', '!']);
        }
    }

    fn table(&mut self, lines: &[PageLine], chunks: &[std::ops::Range<usize>]) {
        let all: Vec<&[PageLine]> = chunks.iter().map(|chunk| &lines[chunk.clone()]).collect();
        let Some(columns) = PageColumns::of(&all) else {
            all.iter().for_each(|chunk| self.prose(chunk));
            return;
        };
        let may_part = all.iter().any(|chunk| has_numbers(chunk));
        for (index, chunk) in chunks.iter().enumerate() {
            let mut chunk = &lines[chunk.clone()];
            while index == 0
                && let Some((first, rest)) = chunk.split_first()
                && is_heading(first, rest)
            {
                self.prose(std::slice::from_ref(first));
                chunk = rest;
            }
            let mut behind = chunk.len();
            while behind > 1 && may_part && is_beside(&chunk[behind - 1], &columns) {
                behind -= 1;
            }
            let rows = if index == 0 || numbered(chunk).len() > 1 {
                rows_of(&chunk[..behind])
            } else {
                vec![&chunk[..behind]]
            };
            for row in rows {
                self.row(row, &columns, may_part);
            }
            self.prose(&chunk[behind..]);
        }
    }

    fn row(&mut self, lines: &[PageLine], columns: &PageColumns, may_part: bool) {
        let cells = cells_of(lines, columns, may_part);
        let used = cells.iter().filter(|cell| !cell.is_empty()).count();
        if used == 0 {
            return;
        }
        self.built += usize::from(lines.len() > 1 || used > 1);
        let words = plain_row(cells);
        self.line(words.trim_end_matches('\t'));
    }
}

/// A row as text. The number of a list and its words are one line; a cell alone is a line.
fn plain_row(cells: Vec<String>) -> String {
    let used: Vec<&String> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    match used.as_slice() {
        [alone] => (*alone).clone(),
        [number, words] if is_list_number(number) => {
            let plain: String = number.chars().filter(|c| c.is_alphanumeric()).collect();
            format!("{plain}- {words}")
        }
        _ => cells.join("\t"),
    }
}

/// «1.», «۲-», «۳)»
fn is_list_number(text: &str) -> bool {
    let plain = text.trim();
    let digits = plain.trim_matches(['.', '-', ')', '(', ' ']);
    digits.len() < plain.len() && is_number(digits)
}

pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= 3 && text.chars().all(char::is_numeric)
}

/// Whether the words begin a line of their own: a number, a dash, or a label with its colon.
fn begins_anew(words: &str) -> bool {
    let plain = words.trim();
    let first: Vec<&str> = plain.split_whitespace().take(4).collect();
    let is_label = first.iter().any(|word| word.ends_with(':'));
    plain.starts_with(|c: char| c.is_numeric() || matches!(c, '-' | '–' | '•' | '*' | '▪' | '●')) || is_label
}

/// A line of words that begins at the right edge of a table: no cell.
fn is_beside(line: &PageLine, columns: &PageColumns) -> bool {
    matches!(line.as_slice(), [piece] if piece.start < columns.first_end())
}

/// A line of words above a table. One that is the upper line of a cell has a lower one, and nothing between them.
fn is_heading(line: &PageLine, below: &[PageLine]) -> bool {
    let [piece] = line.as_slice() else { return false };
    let touches = |line: &PageLine| line.iter().any(|other| other.overlap(piece.start, piece.end) > 0);
    let next = below.iter().position(touches);
    let is_cell = next.is_some_and(|at| at > 0 && below[at].len() == 1);
    !is_cell
}

pub(super) fn is_numbered(line: &PageLine) -> bool {
    line.len() > 1 && line.first().is_some_and(|piece| is_number(piece.text.trim()))
}

fn has_numbers(lines: &[PageLine]) -> bool {
    lines.iter().any(is_numbered)
}

fn numbered(lines: &[PageLine]) -> Vec<usize> {
    (0..lines.len()).filter(|at| is_numbered(&lines[*at])).collect()
}

/// The rows of a chunk: one, unless several lines begin with a number, or every line has the same pieces.
fn rows_of(lines: &[PageLine]) -> Vec<&[PageLine]> {
    let numbered = numbered(lines);
    let pieces = lines.first().map_or(0, Vec::len);
    if numbered.is_empty() && pieces > 1 && lines.iter().all(|line| line.len() == pieces) {
        return lines.chunks(1).collect();
    }
    let Some(first) = numbered
        .first()
        .copied()
        .filter(|first| numbered.len() > 1 || *first > 0)
    else {
        return if lines.is_empty() { Vec::new() } else { vec![lines] };
    };
    // A head above the first number is a row of its own where it has several pieces itself.
    let most = lines.iter().map(Vec::len).max().unwrap_or(0);
    let head = (0..first)
        .rev()
        .find(|at| lines[*at].len() + 1 >= most && most > 2)
        .map_or(0, |at| at + 1);
    if numbered.len() == 1 && head == 0 {
        return vec![lines];
    }
    let mut rows = Vec::new();
    if head > 0 {
        rows.push(&lines[..head]);
    }
    // Where lines stand above the first number, numbers stand in the middle of their rows.
    let (mut start, mut above) = (head, first - head);
    for (index, number) in numbered.iter().enumerate() {
        let next = numbered.get(index + 1).copied().unwrap_or(lines.len());
        let between = next - number - 1;
        let is_last = index + 1 == numbered.len();
        let below = if first == head || is_last {
            between
        } else {
            above.min(between)
        };
        rows.push(&lines[start..number + 1 + below]);
        start = number + 1 + below;
        above = between - below;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::page;
    use super::*;

    #[test]
    fn rows_between_blank_lines_are_one_row_however_their_cells_wrap() {
        let text = page(&[
            &[(50, "مصوبات:")],
            &[],
            &[(1, "مهلت")],
            &[(8, "مسئول"), (4, "شرح مصوبه"), (24, "ردیف")],
            &[(0, "اجرا")],
            &[],
            &[(8, "شرکت آب"), (2, "برنامه لایروبی قنات‌های استان")],
            &[(0, "یک ماه"), (44, "۱")],
            &[(8, "منطقه‌ای"), (2, "را تهیه کند")],
            &[],
            &[(0, "۱۴۰۲/۰۳/"), (2, "شهرداری"), (3, "نهرها پاک شود"), (18, "۲")],
            &[(0, "۱۵")],
            &[],
            &[(40, "پایان جلسه")],
        ]);
        let (rows, built) = as_rows(&text, false);
        assert_eq!(
            rows,
            "مصوبات:\n\nردیف\tشرح مصوبه\tمسئول\tمهلت اجرا\n۱\tبرنامه لایروبی قنات‌های استان را تهیه کند\tشرکت آب منطقه‌ای\tیک ماه\n\
             ۲\tنهرها پاک شود\tشهرداری\t۱۴۰۲/۰۳/۱۵\n\nپایان جلسه\n"
        );
        assert_eq!(built, 3);
    }

    #[test]
    fn rows_without_blank_lines_are_told_by_their_numbers() {
        let text = page(&[
            &[(0, "مهلت"), (6, "شرح مصوبه"), (21, "ردیف")],
            &[(0, "یک ماه"), (4, "برنامه لایروبی قنات‌ها"), (8, "۱")],
            &[(10, "تهیه شود")],
            &[(0, "فوری"), (6, "نهرها پاک شود"), (17, "۲")],
        ]);
        assert_eq!(
            as_rows(&text, false).0,
            "ردیف\tشرح مصوبه\tمهلت\n۱\tبرنامه لایروبی قنات‌ها تهیه شود\tیک ماه\n۲\tنهرها پاک شود\tفوری\n"
        );
    }

    #[test]
    fn lists_and_lines_that_go_on_are_lines() {
        let text = page(&[
            &[(20, "سلامت آب"), (4, "1.")],
            &[(10, "واکسیناسیون"), (4, "2.")],
            &[],
            &[(
                0,
                "این سطر تا پایان صفحه می‌رود و چون در آن جا نمی‌شود ناچار در سطر",
            )],
            &[(40, "زیرین ادامه دارد.")],
            &[(40, "این سطر دیگر است.")],
        ]);
        assert_eq!(
            as_rows(&text, false).0,
            "1- سلامت آب\n2- واکسیناسیون\n\nاین سطر تا پایان صفحه می‌رود و چون در آن جا نمی‌شود ناچار در سطر زیرین ادامه دارد.\n\
             این سطر دیگر است.\n"
        );
    }
}
