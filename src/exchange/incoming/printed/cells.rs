//! The cells of one row of a page: every piece of its lines in its column, and parted where it holds the words of two.
//! Knows no words, but that deadlines are some: they stand closest to the wordings.

use super::columns::PageColumns;
use super::deadlines::{MOST_PARTED, end_of_deadline, is_deadline, meaning, start_of_deadline};
use super::joined::{add_line, joined};
use super::rows::{is_number, is_numbered};
use super::segments::{PageLine, PagePiece};

/// Rows of more lines are no rows of minutes: their pieces stay whole.
const MOST_LINES: usize = 80;

/// The lines of one row with the column of each piece.
struct PlacedLines<'p> {
    columns: &'p PageColumns,
    /// Its cells begin in one line, and have no gaps.
    from_the_top: bool,
    /// For every line its pieces: column, words, and the piece itself where it may still be parted.
    lines: Vec<Vec<PlacedPiece<'p>>>,
}

#[derive(Clone)]
struct PlacedPiece<'p> {
    column: usize,
    words: String,
    piece: &'p PagePiece,
}

/// The words of each cell of a row, in the order of the columns.
pub(super) fn cells_of(lines: &[PageLine], columns: &PageColumns, may_part: bool) -> Vec<String> {
    let mut placed = PlacedLines::of(lines, columns);
    if may_part && lines.len() <= MOST_LINES {
        placed.part();
    }
    let mut cells: Vec<Vec<String>> = vec![Vec::new(); columns.count()];
    for line in placed.lines {
        let mut here: Vec<Vec<String>> = vec![Vec::new(); columns.count()];
        let mut is_cut = vec![false; columns.count()];
        for piece in line {
            is_cut[piece.column] |= piece.piece.is_cut && piece.words == piece.piece.text;
            here[piece.column].push(piece.words);
        }
        for ((cell, pieces), is_cut) in cells.iter_mut().zip(here).zip(is_cut) {
            add_line(cell, pieces, is_cut);
        }
    }
    cells.into_iter().map(joined).collect()
}

impl<'p> PlacedLines<'p> {
    fn of(lines: &'p [PageLine], columns: &'p PageColumns) -> PlacedLines<'p> {
        // Where the number stands in the first line, or below the end of a cell that was read too early, cells begin there.
        let number = lines.iter().position(is_numbered);
        let from_the_top =
            number.is_some_and(|at| at < LINES_ABOVE && lines[..at].iter().all(|line| line.len() == 1));
        let mut placed = PlacedLines {
            columns,
            from_the_top,
            lines: Vec::new(),
        };
        for line in lines {
            let pieces = line.iter().map(|piece| PlacedPiece {
                column: columns.nearest(piece),
                words: piece.text.clone(),
                piece,
            });
            let mut pieces: Vec<PlacedPiece> = pieces.collect();
            placed.set_apart(&mut pieces);
            placed.lines.push(pieces);
        }
        placed
    }

    /// Two pieces of words in one column where the next one is free: the second stands in that. A piece in a column that
    /// is empty in the lines above is the rest of its neighbour's cell: cells have no gaps.
    fn set_apart(&self, pieces: &mut [PlacedPiece]) {
        let has = |pieces: &[PlacedPiece], column: usize| pieces.iter().any(|piece| piece.column == column);
        for at in 1..pieces.len() {
            let next = pieces[at].column + 1;
            let is_second = pieces[at].column == pieces[at - 1].column
                && !pieces[at].words.is_empty()
                && !pieces[at - 1].words.is_empty();
            if is_second
                && next < self.columns.count()
                && !has(pieces, next)
                && self.reaches(pieces[at].piece, next)
            {
                pieces[at].column = next;
            }
        }
        // Lines of one cell alone may stand between those of the others.
        let last = self.lines.len().saturating_sub(LINES_ABOVE);
        let above: Vec<PlacedPiece> = self.lines[last..].iter().flatten().cloned().collect();
        let counts = |column: usize| {
            above
                .iter()
                .any(|piece| piece.column == column && is_number(&piece.words))
        };
        for at in 0..pieces.len() {
            let column = pieces[at].column;
            let is_words = pieces[at].words.contains(char::is_alphabetic);
            if !self.from_the_top || above.is_empty() || has(&above, column) || !is_words {
                continue;
            }
            let neighbours = [column.checked_add(1), column.checked_sub(1)];
            let goes_on = |near: &usize| {
                has(&above, *near)
                    && !counts(*near)
                    && !has(pieces, *near)
                    && self.reaches(pieces[at].piece, *near)
            };
            if let Some(near) = neighbours.into_iter().flatten().find(goes_on) {
                pieces[at].column = near;
            }
        }
    }

    /// Whether a piece stands in a column, or right beside it.
    fn reaches(&self, piece: &PagePiece, column: usize) -> bool {
        self.columns.distance(piece, column) <= BESIDE
    }

    /// Parts pieces that hold the words of two cells, which had only a blank between them.
    fn part(&mut self) {
        for at in 0..self.lines.len() {
            let mut index = 0;
            while index < self.lines[at].len() {
                if let Some([first, second]) = self.parted(at, index) {
                    self.lines[at].splice(index..=index, [first, second]);
                    index += 1;
                }
                index += 1;
            }
        }
    }

    /// A piece as two: the one in its column, and the one in the free column before or behind it.
    fn parted(&self, line: usize, index: usize) -> Option<[PlacedPiece<'p>; 2]> {
        let placed = &self.lines[line][index];
        let touched = self.columns.touched(placed.piece);
        let is_free = |column: usize| !self.lines[line].iter().any(|piece| piece.column == column);
        let behind = placed.column + 1;
        let before = placed.column.checked_sub(1);
        let with = |column: usize, words: &str| PlacedPiece {
            column,
            words: words.to_owned(),
            piece: placed.piece,
        };
        if touched.contains(&behind) && is_free(behind) {
            let at = self.end_of(line, &placed.words, placed.piece, behind);
            if let Some((first, second)) = at.and_then(|at| placed.words.split_at_checked(at)) {
                return Some([
                    with(placed.column, first.trim_end()),
                    with(behind, second.trim_start()),
                ]);
            }
        }
        let before = before.filter(|before| touched.contains(before) && is_free(*before))?;
        let at = self.start_of(line, &placed.words, placed.piece, before)?;
        let (first, second) = placed.words.split_at_checked(at)?;
        Some([
            with(before, first.trim_end()),
            with(placed.column, second.trim_start()),
        ])
    }

    /// Where the words of the column behind begin: with what makes the column's words a deadline, or at its border.
    fn end_of(&self, line: usize, words: &str, piece: &PagePiece, column: usize) -> Option<usize> {
        let (above, below) = (
            self.words_of(column, 0..line),
            self.words_of(column, line + 1..self.lines.len()),
        );
        let reads = |part: &str| is_deadline(&[&above, part, &below].join(" "));
        let blanks = words
            .match_indices(' ')
            .map(|(at, _)| at + 1)
            .rev()
            .take(MOST_PARTED);
        let is_whole =
            is_deadline(&[above.as_str(), below.as_str()].join(" ")) && !(self.has_gap(column, line));
        let by_words = (!is_whole)
            .then(|| blanks.filter(|at| reads(&words[*at..])).last())
            .flatten();
        let said = |part: &str| meaning(&[&above, part, &below].join(" "));
        by_words
            .map(|at| start_of_deadline(words, at, said))
            .or_else(|| self.columns.blank_near_border(piece, column))
            .or_else(|| end_of_deadline(words))
    }

    /// Where the words of the column before end: behind a deadline, before the mark of a clause, or at the border.
    fn start_of(&self, line: usize, words: &str, piece: &PagePiece, before: usize) -> Option<usize> {
        let above = self.words_of(before, 0..line);
        let below = self.words_of(before, line + 1..self.lines.len());
        let blanks = || words.match_indices(' ').map(|(at, _)| at).take(MOST_PARTED);
        let is_whole = is_deadline(&[above.as_str(), below.as_str()].join(" "));
        let reads = |at: &usize| !is_whole && is_deadline(&[&above, &words[..*at], &below].join(" "));
        let begins_clause = |at: &usize| words[at + 1..].starts_with("الف)");
        // Words behind a deadline may leave its meaning as it is: the shortest part with that meaning is the deadline.
        let said = |at: usize| meaning(&[&above, &words[..at], &below].join(" "));
        let longest = blanks().filter(reads).last();
        longest
            .and_then(|longest| blanks().find(|at| said(*at) == said(longest)))
            .or_else(|| blanks().find(|at| above.is_empty() && !below.is_empty() && begins_clause(at)))
            .or_else(|| {
                self.columns
                    .blank_near_border(piece, before + 1)
                    .filter(|_| !above.is_empty())
            })
    }

    /// The words of a column in some lines.
    fn words_of(&self, column: usize, lines: std::ops::Range<usize>) -> String {
        let pieces = self.lines[lines].iter().flatten();
        let words: Vec<&str> = pieces
            .filter(|piece| piece.column == column)
            .map(|piece| piece.words.as_str())
            .collect();
        words.join(" ")
    }

    /// Whether a column has words above and below a line.
    fn has_gap(&self, column: usize, line: usize) -> bool {
        !self.words_of(column, 0..line).trim().is_empty()
            && !self
                .words_of(column, line + 1..self.lines.len())
                .trim()
                .is_empty()
    }
}

/// Lines above one in which its cells began or went on.
const LINES_ABOVE: usize = 2;

/// So far from a column a piece of it may stand, in letters.
const BESIDE: i32 = 8;

#[cfg(test)]
mod tests {
    use super::super::page;
    use super::super::rows::as_rows;

    const HEAD: &[(usize, &str)] = &[
        (1, "مسئول پیگیری"),
        (9, "مهلت اقدام"),
        (20, "مفاد مصوبه"),
        (20, "موضوع"),
        (5, "ردیف"),
    ];

    fn row_of(lines: &[&[(usize, &str)]]) -> String {
        let other: &[(usize, &str)] = &[
            (2, "شهرداری"),
            (14, "فوری"),
            (10, "نهرهای داخل شهر همگی پاک شود و بماند."),
            (5, "نهر"),
            (8, "۱"),
        ];
        let mut all: Vec<&[(usize, &str)]> = vec![HEAD, &[], other, &[]];
        all.extend(lines);
        let (rows, _) = as_rows(&page(&all), false);
        rows.lines().last().unwrap_or_default().to_owned()
    }

    #[test]
    fn words_that_touch_the_next_cell_are_parted_by_what_they_say() {
        for (lines, wanted) in [
            (
                vec![
                    [
                        (2, "شرکت آب"),
                        (6, "شرکت آب لوله‌های فرسوده را نوسازی و گزارش کند تا پایان سال"),
                        (6, "آب"),
                        (8, "۲"),
                    ]
                    .as_slice(),
                    &[(22, "۱۴۰۴"), (16, "و نتیجه را بگوید.")],
                ],
                "۲\tآب\tشرکت آب لوله‌های فرسوده را نوسازی و گزارش کند و نتیجه را بگوید.\tتا پایان سال ۱۴۰۴\tشرکت آب",
            ),
            (
                vec![
                    [
                        (4, "تا پایان بهمن شهرداران"),
                        (14, "فهرست چاه‌ها را تهیه و اعلام کنند."),
                        (9, "چاه"),
                        (8, "۲"),
                    ]
                    .as_slice(),
                ],
                "۲\tچاه\tفهرست چاه‌ها را تهیه و اعلام کنند.\tتا پایان بهمن\tشهرداران",
            ),
        ] {
            assert_eq!(row_of(&lines), wanted);
        }
    }

    #[test]
    fn the_last_short_line_of_a_cell_belongs_to_it_though_it_stands_below_another() {
        let lines: Vec<&[(usize, &str)]> = vec![
            &[
                (2, "شرکت آب"),
                (13, "فوری"),
                (8, "شرکت آب لوله‌های فرسوده محله‌های بالا را"),
                (7, "آب"),
                (8, "۲"),
            ],
            &[(33, "نوسازی کند و گزارش پیشرفت آن را هر ماه ارائه")],
            &[(72, "دهد.")],
        ];
        assert_eq!(
            row_of(&lines),
            "۲\tآب\tشرکت آب لوله‌های فرسوده محله‌های بالا را نوسازی کند و گزارش پیشرفت آن را هر ماه ارائه دهد.\tفوری\tشرکت آب"
        );
    }
}
