//! The columns of a table on a page, told by where its pieces stand.
//! Knows no words.

use super::segments::PagePiece;

/// A piece that stands in two columns is parted at a blank that is so near to their border.
const NEAR: i32 = 3;
/// So many letters of a piece in a column are more than a slip of the place.
const SURELY: i32 = 3;

/// From where to where each column reaches, the rightmost first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PageColumns(Vec<(i32, i32)>);

impl PageColumns {
    /// The columns of lines: as many as the line with the most pieces has. None where that are fewer than two.
    pub(super) fn of(lines: &[Vec<PagePiece>]) -> Option<PageColumns> {
        let most = lines.iter().map(Vec::len).max()?;
        if most < 2 {
            return None;
        }
        let mut columns: Vec<(i32, i32)> = Vec::new();
        for line in lines.iter().filter(|line| line.len() == most) {
            if columns.is_empty() {
                columns = line.iter().map(|piece| (piece.start, piece.end)).collect();
            }
            for (column, piece) in columns.iter_mut().zip(line) {
                *column = (column.0.min(piece.start), column.1.max(piece.end));
            }
        }
        let mut columns = PageColumns(columns);
        columns.part();
        for piece in lines.iter().filter(|line| line.len() < most).flatten() {
            columns.widen(piece);
        }
        columns.part();
        Some(columns)
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Where the first column ends.
    pub(super) fn first_end(&self) -> i32 {
        self.0.first().map_or(0, |column| column.1)
    }

    /// Columns that reach into each other meet in the middle.
    fn part(&mut self) {
        for at in 1..self.0.len() {
            let (before, after) = (self.0[at - 1].1, self.0[at].0);
            if before > after {
                let middle = (before + after) / 2;
                self.0[at - 1].1 = middle;
                self.0[at].0 = middle;
            }
        }
    }

    /// A piece in one column alone shows how far it reaches.
    fn widen(&mut self, piece: &PagePiece) {
        let touched = self.touched(piece, 0);
        if let [column] = touched.as_slice() {
            let (before, after) = (
                column.checked_sub(1).map_or(i32::MIN, |at| self.0[at].1),
                self.0.get(column + 1).map_or(i32::MAX, |next| next.0),
            );
            let reach = &mut self.0[*column];
            *reach = (
                reach.0.min(piece.start.max(before)),
                reach.1.max(piece.end.min(after)),
            );
        }
    }

    fn touched(&self, piece: &PagePiece, more_than: i32) -> Vec<usize> {
        let touches = |(start, end): &(i32, i32)| piece.overlap(*start, *end) > more_than;
        (0..self.0.len()).filter(|at| touches(&self.0[*at])).collect()
    }

    /// Whether a piece stands in several columns.
    pub(super) fn is_wide(&self, piece: &PagePiece) -> bool {
        self.touched(piece, SURELY).len() > 1
    }

    /// The columns of a piece, with its words: one, or two where it is parted.
    pub(super) fn place(&self, piece: &PagePiece) -> Vec<(usize, String)> {
        let touched = self.touched(piece, SURELY);
        if let [.., before, after] = touched.as_slice()
            && after - before == 1
            && touched.len() == 2
            && let Some((first, second)) = self.parted(piece, *after)
        {
            return vec![(*before, first), (*after, second)];
        }
        let best = (0..self.0.len()).max_by_key(|at| {
            let (start, end) = self.0[*at];
            let away = (piece.start - end).max(start - piece.end).max(0);
            (piece.overlap(start, end), -away)
        });
        vec![(best.unwrap_or(0), piece.text.clone())]
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
        let columns = PageColumns::of(&lines).unwrap();
        assert_eq!(columns.count(), 3);
        assert_eq!(columns.place(&piece("۱", -89)), [(0, "۱".to_owned())]);
        assert_eq!(columns.place(&piece("نهر", -70)), [(1, "نهر".to_owned())]);
        let before = "همه چاه‌های روستایی شهر ما و روستاهای آن پاک شود";
        let letters = i32::try_from(before.chars().count()).unwrap();
        let wide = piece(&format!("{before} یک ماه"), -31 - letters);
        assert!(columns.is_wide(&wide));
        assert_eq!(columns.place(&wide)[1].1, "یک ماه");
        assert_eq!(PageColumns::of(&[vec![piece("آب", -3)]]), None);
    }
}
