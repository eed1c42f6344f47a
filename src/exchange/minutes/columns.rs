//! Which column of a resolution table holds what: by its head, and by what the cells look like.
//! Knows no resolution: it gives every cell of a row its role.

use super::enumerate::number_alone;
use super::heads::ColumnRole;
use super::labels::ends_a_sentence;
use super::lines::{CellParas, SourceLine, cell_text};
use super::names::begins_as_a_name;
use super::words::first_words;
use crate::domain::deadline::{Meaning, read_deadline};

/// Words of a cell that are looked at; longer cells are long all the same.
const CELL_WORDS: usize = 60;

/// Whether a text is a deadline by its words: few of them, with a span, a date or one of the usual ones.
pub(super) fn is_deadline(text: &str) -> bool {
    const UNITS: &[&str] = &["روز", "هفته", "ماه", "سال", "ماهه", "روزه", "ساعت", "فصل"];
    const WHOLE: &[&str] = &[
        "فوری",
        "فورا",
        "مستمر",
        "دایم",
        "دایمی",
        "ماهانه",
        "ماهیانه",
        "هفتگی",
        "فصلی",
        "سالانه",
        "سالیانه",
        "یکماه",
        "یکهفته",
        "یکسال",
        "دوهفته",
        "دوماه",
        "اسرع",
        "حصول",
        "بلافاصله",
        "روزانه",
        "یکماهه",
        "مداوم",
        "اسفند",
    ];
    let words = first_words(text, 9);
    if words.is_empty() || words.len() > 8 || begins_as_a_name(text) {
        return false;
    }
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.key.as_str()));
    let until = matches!(words[0].key.as_str(), "تا" | "حداکثر" | "ظرف" | "طی" | "لغایت");
    let known = || !matches!(read_deadline(text, None).meaning, Meaning::Unclear);
    any(UNITS) || any(WHOLE) || until || !super::when::when_in(text, false).days.is_empty() || known()
}

/// What a cell looks like, counted once.
pub(super) struct CellShape {
    pub words: usize,
    pub empty: bool,
    pub number: Option<u32>,
    pub deadline: bool,
    pub name: bool,
    pub sentence: bool,
}

pub(super) fn shape(cell: &CellParas) -> CellShape {
    let text = cell_text(cell);
    let words = first_words(&text, CELL_WORDS).len();
    CellShape {
        words,
        empty: words == 0,
        number: number_alone(&text),
        deadline: words <= 8 && is_deadline(&text),
        name: begins_as_a_name(&text),
        sentence: ends_a_sentence(&text),
    }
}

/// How well a cell fits a role.
fn fit(role: ColumnRole, cell: &CellShape) -> i32 {
    match role {
        _ if cell.empty => 0,
        ColumnRole::Row => {
            if cell.number.is_some() {
                4
            } else {
                -4
            }
        }
        ColumnRole::Text if cell.number.is_some() || cell.deadline => -3,
        ColumnRole::Text => {
            if cell.words >= 8 {
                4
            } else {
                i32::from(cell.words >= 4)
            }
        }
        ColumnRole::Deadline if cell.deadline => 4,
        ColumnRole::Deadline if cell.number.is_some() => -2,
        ColumnRole::Deadline => {
            if cell.words > 10 {
                -4
            } else {
                -1
            }
        }
        ColumnRole::Responsible if cell.number.is_some() || cell.deadline => -3,
        ColumnRole::Responsible if cell.name => 2,
        ColumnRole::Responsible => {
            if cell.words > 40 {
                -2
            } else {
                0
            }
        }
        ColumnRole::Subject if cell.number.is_some() || cell.deadline => -3,
        ColumnRole::Subject => {
            if cell.words > 20 {
                -2
            } else {
                0
            }
        }
        ColumnRole::Duty if cell.number.is_some() => -3,
        ColumnRole::Duty => i32::from(cell.deadline || cell.name),
        ColumnRole::Other => 0,
    }
}

/// Gives each row of a block its roles. All rows with the same number of cells are read the same way: in the order of
/// the head or turned round, as pages come out of reversed scans, with columns missing or added at either end.
pub(super) struct Arranged {
    /// For every row the role of each cell.
    pub roles: Vec<Vec<ColumnRole>>,
    /// How well the rows fit; not above zero where they look like another table.
    pub fit: i32,
}

/// Arranges rows under the roles of a head.
pub(super) fn arrange(head: &[ColumnRole], rows: &[&SourceLine]) -> Arranged {
    let mut roles: Vec<Vec<ColumnRole>> = vec![Vec::new(); rows.len()];
    let mut total = 0;
    let mut counts: Vec<usize> = rows.iter().map(|row| row.cells.len()).collect();
    counts.sort_unstable();
    counts.dedup();
    for count in counts {
        let members: Vec<usize> = (0..rows.len())
            .filter(|at| rows[*at].cells.len() == count)
            .collect();
        let shapes: Vec<Vec<CellShape>> = members
            .iter()
            .map(|at| rows[*at].cells.iter().map(shape).collect())
            .collect();
        let (mut best, score) = best_order(head, count, &shapes);
        settle_duty(&mut best, &shapes);
        settle_number(&mut best, &shapes);
        total += score;
        for at in members {
            roles[at] = best.clone();
        }
    }
    Arranged { roles, fit: total }
}

/// Numbers in a column without a head are the rows' numbers, where no other column has them.
fn settle_number(roles: &mut [ColumnRole], shapes: &[Vec<CellShape>]) {
    let numbered = |column: usize| {
        shapes.iter().any(|row| row[column].number.is_some())
            && shapes
                .iter()
                .all(|row| row[column].number.is_some() || row[column].empty)
    };
    let known = roles.iter().position(|role| *role == ColumnRole::Row);
    if known.is_some_and(numbered) {
        return;
    }
    if let Some(at) = (0..roles.len()).find(|at| roles[*at] == ColumnRole::Other && numbered(*at)) {
        if let Some(known) = known {
            roles[known] = ColumnRole::Other;
        }
        roles[at] = ColumnRole::Row;
    }
}

/// Deadline and responsible are told apart by their words alone: where a page has them the other way round than the
/// head, they change places.
fn settle_duty(roles: &mut [ColumnRole], shapes: &[Vec<CellShape>]) {
    let place = |wanted: ColumnRole| roles.iter().position(|role| *role == wanted);
    let (Some(deadline), Some(responsible)) = (place(ColumnRole::Deadline), place(ColumnRole::Responsible))
    else {
        return;
    };
    let count = |column: usize| shapes.iter().filter(|row| row[column].deadline).count();
    let named = |column: usize| shapes.iter().filter(|row| row[column].name).count();
    if count(responsible) > count(deadline) && named(deadline) >= named(responsible) {
        roles.swap(deadline, responsible);
    }
}

fn best_order(head: &[ColumnRole], count: usize, shapes: &[Vec<CellShape>]) -> (Vec<ColumnRole>, i32) {
    let reversed: Vec<ColumnRole> = head.iter().rev().copied().collect();
    let mut best: Option<(Vec<ColumnRole>, i32)> = None;
    for order in [head, reversed.as_slice()] {
        for start in 0..=order.len().abs_diff(count) {
            let roles = window(order, count, start);
            let score = shapes
                .iter()
                .map(|row| {
                    roles
                        .iter()
                        .zip(row)
                        .map(|(role, cell)| fit(*role, cell))
                        .sum::<i32>()
                })
                .sum::<i32>();
            // A column that is missing from the head's end is more likely than one from its start.
            if best.as_ref().is_none_or(|(_, known)| score > *known) {
                best = Some((roles, score));
            }
            if start >= MOST_WINDOWS {
                break;
            }
        }
    }
    best.unwrap_or_else(|| (vec![ColumnRole::Other; count], 0))
}

/// Rows with very many cells are no resolutions; looking at a few places of the head in them is enough.
const MOST_WINDOWS: usize = 40;

/// `count` roles: a part of the order from `start`, or the order from cell `start` on with others around it.
fn window(order: &[ColumnRole], count: usize, start: usize) -> Vec<ColumnRole> {
    if count <= order.len() {
        return order[start..start + count].to_vec();
    }
    let mut roles = vec![ColumnRole::Other; count];
    roles[start..start + order.len()].copy_from_slice(order);
    roles
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn a_reversed_page_is_turned_back() {
        use ColumnRole::*;
        let lines =
            lines("یک ماه\tشهرداری بهار\tمقرر شد شهرداری نسبت به لایروبی نهر اصلی شهر اقدام نماید.\t۸");
        let rows: Vec<&SourceLine> = lines.iter().collect();
        let arranged = arrange(&[Row, Text, Responsible, Deadline], &rows);
        assert_eq!(arranged.roles[0], [Deadline, Responsible, Text, Row]);
        assert!(arranged.fit > 0);
    }

    #[test]
    fn deadlines_are_told_by_their_words() {
        for text in [
            "ده روز",
            "یکماه",
            "تا پایان مهر",
            "در اسرع وقت",
            "۱۴۰۲/۰۳/۰۴",
            "مستمر",
            "سه ماه یکبار",
        ] {
            assert!(is_deadline(text), "{text}");
        }
        for text in ["شهرداری", "اداره کل راه", "دبیرخانه شورا", ""] {
            assert!(!is_deadline(text), "{text}");
        }
    }
}
