//! The columns of a table on a page, told by where its pieces stand.
//! Knows no words.

use std::ops::Range;

use super::rows::is_number;
use super::segments::{PageLine, PagePiece};

/// A piece that stands in two columns is parted at a blank that is so near to their border.
const NEAR: i32 = 2;
/// So many letters of a piece in a column are more than a slip of the place.
const SURELY: i32 = 3;
/// So many pieces may reach over a border, at most.
const MOST_FEW: usize = 6;
/// The head of a table stands in its first lines, and one column's has few words.
const MOST_HEAD_LINES: usize = 3;
const MOST_HEAD_WORDS: usize = 4;

/// From where to where each column reaches, the rightmost first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PageColumns(Vec<(i32, i32)>);

impl PageColumns {
    /// The columns of the chunks of a table: where hardly any piece stands, one ends and the next begins. None where that
    /// are fewer than two.
    pub(super) fn of(chunks: &[&[Vec<PagePiece>]]) -> Option<PageColumns> {
        let lines: Vec<&Vec<PagePiece>> = chunks.iter().flat_map(|chunk| chunk.iter()).collect();
        let from = lines
            .iter()
            .flat_map(|line| line.iter())
            .map(|piece| piece.start)
            .min()?;
        let covered = covered(&lines, from);
        if let Some(head) = head_of(chunks) {
            return Some(below_head(head, &covered, from));
        }
        // Pieces in two columns that stand close cover what is between them: with few of them the columns are seen.
        let most_few = (lines.len() / 3).min(MOST_FEW);
        let tries = (0..=most_few).map(|few| uncovered(&covered, from, few, &lines));
        let best = tries.rev().max_by_key(PageColumns::count)?;
        let columns = best.without_twins(chunks);
        (columns.count() > 1).then_some(columns)
    }

    /// Columns next to each other of which no chunk has both are one.
    fn without_twins(self, chunks: &[&[Vec<PagePiece>]]) -> PageColumns {
        let used: Vec<Vec<bool>> = chunks
            .iter()
            .map(|chunk| {
                let mut used = vec![false; self.count()];
                for piece in chunk.iter().flatten() {
                    used[self.nearest(piece)] = true;
                }
                used
            })
            .collect();
        let mut columns: Vec<(i32, i32)> = Vec::new();
        let mut last = 0;
        for (at, column) in self.0.iter().enumerate() {
            let is_twin = at > 0 && used.iter().all(|used| !(used[last] && used[at]));
            last = at;
            match columns.last_mut().filter(|_| is_twin) {
                Some(before) => before.1 = column.1,
                None => columns.push(*column),
            }
        }
        PageColumns(columns)
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Where the first column ends.
    pub(super) fn first_end(&self) -> i32 {
        self.0.first().map_or(0, |column| column.1)
    }

    /// The columns that a piece surely stands in.
    pub(super) fn touched(&self, piece: &PagePiece) -> Vec<usize> {
        let touches = |(start, end): &(i32, i32)| piece.overlap(*start, *end) > SURELY;
        (0..self.0.len()).filter(|at| touches(&self.0[*at])).collect()
    }

    /// How many letters a piece stands away from a column.
    pub(super) fn distance(&self, piece: &PagePiece, column: usize) -> i32 {
        let away = |(start, end): &(i32, i32)| (piece.start - end).max(start - piece.end).max(0);
        self.0.get(column).map_or(i32::MAX, away)
    }

    /// The column that most of a piece stands in, or that is next to it.
    pub(super) fn nearest(&self, piece: &PagePiece) -> usize {
        let best = (0..self.0.len()).max_by_key(|at| {
            let (start, end) = self.0[*at];
            (piece.overlap(start, end), -self.distance(piece, *at))
        });
        best.unwrap_or(0)
    }

    /// The byte of the blank of a piece where a column begins.
    pub(super) fn blank_near_border(&self, piece: &PagePiece, column: usize) -> Option<usize> {
        let border = self.0[column].0 - piece.start;
        let letters = piece.text.char_indices().enumerate().skip(1);
        let distance = |place: usize| (i32::try_from(place).unwrap_or(i32::MAX) - border).abs();
        let blanks = letters.filter(|(_, (_, letter))| *letter == ' ');
        let near = blanks.map(|(place, (at, _))| (distance(place), at)).min()?;
        (near.0 <= NEAR).then_some(near.1)
    }
}

/// The heads of all columns in one line, where a table begins with them: no line below has more pieces, and a number
/// follows.
fn head_of<'c>(chunks: &[&'c [PageLine]]) -> Option<&'c PageLine> {
    let words = |line: &PageLine| line.iter().filter(|piece| !piece.text.is_empty()).count();
    let is_short = |piece: &PagePiece| {
        !piece.text.is_empty()
            && !piece.text.contains([':', '.'])
            && !piece.text.contains(char::is_numeric)
            && piece.text.split_whitespace().count() <= MOST_HEAD_WORDS
    };
    let first = chunks.first()?;
    let at = (0..first.len().min(MOST_HEAD_LINES)).max_by_key(|at| (words(&first[*at]), usize::MAX - at))?;
    let (head, below) = (&first[at], &first[at + 1..]);
    let rows = || {
        below
            .iter()
            .chain(chunks[1..].iter().flat_map(|chunk| chunk.iter()))
    };
    let is_head = head.len() > 2
        && head.iter().all(is_short)
        && rows().all(|line| words(line) <= head.len())
        && rows().any(|line| line.first().is_some_and(|piece| is_number(piece.text.trim())));
    // A head of several lines has the rest of its words above or below.
    let is_whole = first[..at].iter().all(|line| line.len() < 2)
        && below
            .first()
            .is_none_or(|line| line.first().is_some_and(|piece| is_number(piece.text.trim())));
    (is_head && is_whole).then_some(head)
}

/// The columns below the heads: between two of them one ends where the fewest pieces stand.
fn below_head(head: &PageLine, covered: &[usize], from: i32) -> PageColumns {
    let mut columns: Vec<(i32, i32)> = Vec::new();
    let mut start = from;
    for pair in head.windows(2) {
        let border = least_covered(pair[0].end..pair[1].start, covered, from);
        columns.push((start, border));
        start = border;
    }
    columns.push((start, 0));
    PageColumns(columns)
}

/// The middle of the widest place that the fewest pieces cover.
fn least_covered(between: Range<i32>, covered: &[usize], from: i32) -> i32 {
    let count = |at: &i32| {
        let place = usize::try_from(at - from).ok();
        place.and_then(|place| covered.get(place)).copied().unwrap_or(0)
    };
    let fewest = between.clone().map(|at| count(&at)).min().unwrap_or(0);
    let mut widest: Range<i32> = between.start..between.start;
    let mut run = between.start..between.start;
    for at in between.clone() {
        if count(&at) > fewest {
            run = at + 1..at + 1;
            continue;
        }
        run.end = at + 1;
        if run.len() > widest.len() {
            widest = run.clone();
        }
    }
    (widest.start + widest.end) / 2
}

/// The columns where more than a few pieces stand, and those of pieces that stand in none of them.
fn uncovered(covered: &[usize], from: i32, few: usize, lines: &[&Vec<PagePiece>]) -> PageColumns {
    let mut columns: Vec<(i32, i32)> = Vec::new();
    for (at, count) in (from..).zip(covered) {
        match columns.last_mut() {
            _ if *count <= few => {}
            Some(last) if last.1 == at => last.1 = at + 1,
            _ => columns.push((at, at + 1)),
        }
    }
    let pieces = || {
        lines
            .iter()
            .flat_map(|line| line.iter())
            .filter(|piece| piece.end > piece.start)
    };
    columns.retain(|(start, end)| {
        pieces().any(|piece| piece.overlap(*start, *end) * 2 > piece.end - piece.start)
    });
    let others: Vec<(i32, i32)> = pieces()
        .filter(|piece| {
            columns
                .iter()
                .all(|column| piece.overlap(column.0, column.1) == 0)
        })
        .map(|piece| (piece.start, piece.end))
        .collect();
    columns.extend(others);
    columns.sort_unstable();
    columns.dedup_by(|next, last| {
        let is_one = next.0 < last.1;
        if is_one {
            last.1 = last.1.max(next.1);
        }
        is_one
    });
    PageColumns(columns)
}

/// How many pieces stand at each place from the first on.
fn covered(lines: &[&Vec<PagePiece>], from: i32) -> Vec<usize> {
    let mut covered = vec![0; usize::try_from(-from).unwrap_or(0)];
    for piece in lines.iter().flat_map(|line| line.iter()) {
        let place = |at: i32| usize::try_from(at - from).unwrap_or(0).min(covered.len());
        let (start, end) = (place(piece.start), place(piece.end));
        covered[start..end.max(start)]
            .iter_mut()
            .for_each(|count| *count += 1);
    }
    covered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, start: i32) -> PagePiece {
        PagePiece {
            text: text.to_owned(),
            start,
            end: start + i32::try_from(text.chars().count()).unwrap(),
            is_cut: false,
        }
    }

    #[test]
    fn pieces_find_their_column_and_a_piece_in_two_is_parted_at_a_blank() {
        let lines = [
            vec![piece("ردیف", -90), piece("متن مصوبه", -80), piece("مهلت", -30)],
            vec![piece("نمونه‌برداری از همه چاه‌های روستایی انجام شود", -80)],
            vec![piece("۱", -89), piece("یک ماه و نیم", -30)],
        ];
        let columns = PageColumns::of(&[&lines]).unwrap();
        assert_eq!(columns.count(), 3);
        assert_eq!(columns.nearest(&piece("۱", -89)), 0);
        assert_eq!(columns.nearest(&piece("نهر", -70)), 1);
        let before = "همه چاه‌های روستایی شهر ما و روستاهای آن پاک شود";
        let letters = i32::try_from(before.chars().count()).unwrap();
        let wide = piece(&format!("{before} یک ماه"), -31 - letters);
        let border = columns.blank_near_border(&wide, 2).unwrap();
        assert_eq!(&wide.text[border..], " یک ماه");
        assert_eq!(PageColumns::of(&[&[vec![piece("آب", -3)]]]), None);
    }
}
