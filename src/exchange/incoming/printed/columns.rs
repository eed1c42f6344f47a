//! The columns of a table on a page, told by where its pieces stand.
//! Knows no words.

use super::segments::PagePiece;

/// A piece that stands in two columns is parted at a blank that is so near to their border.
const NEAR: i32 = 2;
/// So many letters of a piece in a column are more than a slip of the place.
const SURELY: i32 = 3;
/// So many pieces may reach over a border, at most.
const MOST_FEW: usize = 6;

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

    fn touched(&self, piece: &PagePiece, more_than: i32) -> Vec<usize> {
        let touches = |(start, end): &(i32, i32)| piece.overlap(*start, *end) > more_than;
        (0..self.0.len()).filter(|at| touches(&self.0[*at])).collect()
    }

    /// The columns of a piece, with its words: one, or two where it may be parted.
    pub(super) fn place(&self, piece: &PagePiece, may_part: bool) -> Vec<(usize, String)> {
        let touched = self.touched(piece, SURELY);
        if may_part
            && let [.., before, after] = touched.as_slice()
            && after - before == 1
            && touched.len() == 2
            && let Some((first, second)) = self.parted(piece, *after)
        {
            return vec![(*before, first), (*after, second)];
        }
        vec![(self.nearest(piece), piece.text.clone())]
    }

    /// The column that most of a piece stands in, or that is next to it.
    fn nearest(&self, piece: &PagePiece) -> usize {
        let best = (0..self.0.len()).max_by_key(|at| {
            let (start, end) = self.0[*at];
            let away = (piece.start - end).max(start - piece.end).max(0);
            (piece.overlap(start, end), -away)
        });
        best.unwrap_or(0)
    }

    /// The words before and behind the blank where the column after begins.
    fn parted(&self, piece: &PagePiece, after: usize) -> Option<(String, String)> {
        let border = self.0[after].0 - piece.start;
        let letters: Vec<char> = piece.text.chars().collect();
        let distance = |at: &usize| (i32::try_from(*at).unwrap_or(i32::MAX) - border).abs();
        let at = (1..letters.len())
            .filter(|at| letters[*at] == ' ')
            .min_by_key(distance)
            .filter(|at| distance(at) <= NEAR)?;
        Some((letters[..at].iter().collect(), letters[at + 1..].iter().collect()))
    }
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
        assert_eq!(columns.place(&piece("۱", -89), true), [(0, "۱".to_owned())]);
        assert_eq!(columns.place(&piece("نهر", -70), true), [(1, "نهر".to_owned())]);
        let before = "همه چاه‌های روستایی شهر ما و روستاهای آن پاک شود";
        let letters = i32::try_from(before.chars().count()).unwrap();
        let wide = piece(&format!("{before} یک ماه"), -31 - letters);
        assert_eq!(columns.place(&wide, true)[1].1, "یک ماه");
        assert_eq!(columns.place(&wide, false).len(), 1);
        assert_eq!(PageColumns::of(&[&[vec![piece("آب", -3)]]]), None);
    }
}
