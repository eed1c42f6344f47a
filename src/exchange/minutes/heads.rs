//! Heads of resolution tables: which column holds what, by the many words that offices use.
//! Knows no row below the head.

use super::enumerate::number_alone;
use super::head_text::{HeadText, is_count_sign};
use super::head_words::{
    DEADLINE, DEADLINE_INSIDE, NOT_WORDING, OF_PEOPLE, OF_WHAT, OTHER, RESPONSIBLE, RESPONSIBLE_STARTS,
    RESPONSIBLE_STRONG, RESPONSIBLE_WHOLE, ROW, SUBJECT, WITH_WORDING, WORDING, WORDING_WHOLE,
};
use super::labels::ends_with_verb;
use super::lines::{CellParas, cell_text, filled_texts};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnRole {
    Row,
    Subject,
    Text,
    Deadline,
    Responsible,
    /// Deadline and responsible together.
    Duty,
    Other,
}

const HEAD_WORDS: usize = 8;

const TEXT_HEAD_WORDS: usize = 24;

/// The columns of a resolution table, if the cells are its head.
pub(super) fn resolution_columns(cells: &[CellParas]) -> Option<Vec<ColumnRole>> {
    Some(
        known_columns(cells)?
            .into_iter()
            .map(|role| role.unwrap_or(ColumnRole::Other))
            .collect(),
    )
}

/// The same; a column whose head is in no list has no role.
pub(super) fn known_columns(cells: &[CellParas]) -> Option<Vec<Option<ColumnRole>>> {
    // A head counts nothing: «۷ | وضعیت مخازن | سازمان آب» is a row.
    if cells.len() < 2 || cells.iter().any(|cell| number_alone(&cell_text(cell)).is_some()) {
        return None;
    }
    let mut known: Vec<Option<ColumnRole>> = cells.iter().map(|cell| told_by_head(cell, role_of)).collect();
    settle_deed(&mut known, cells);
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let has = |wanted: ColumnRole| known.contains(&Some(wanted));
    let wording = has(ColumnRole::Text) || has(ColumnRole::Subject);
    let strong = || cells.iter().any(|cell| weight(&cell_text(cell)) > 1);
    let duty = has(ColumnRole::Deadline)
        || has(ColumnRole::Responsible)
        || has(ColumnRole::Duty)
        || (has(ColumnRole::Row) && has(ColumnRole::Text) && strong());
    let count = known.iter().flatten().count();
    if !wording || !duty || count < 2 || count * 2 < filled || names_people(cells) {
        return None;
    }
    for at in 1..known.len() {
        // «مسئول» over two columns (the main one and those who help) leaves the second cell of the head empty.
        if known[at - 1] == Some(ColumnRole::Responsible) && cells[at].is_empty() {
            known[at] = Some(ColumnRole::Responsible);
        }
    }
    settle_wording(&mut known, cells);
    Some(known)
}

/// «اقدام» names who acts, or what is done where another column names who and none has the wording.
fn settle_deed(roles: &mut [Option<ColumnRole>], cells: &[CellParas]) {
    let who = roles
        .iter()
        .filter(|role| matches!(role, Some(ColumnRole::Responsible | ColumnRole::Duty)))
        .count();
    if who < 2 || roles.contains(&Some(ColumnRole::Text)) {
        return;
    }
    for (role, cell) in roles.iter_mut().zip(cells) {
        if HeadText::of(&cell_text(cell), HEAD_WORDS).is(&["اقدام", "پیگیری", "اجرا"]) {
            *role = Some(ColumnRole::Text);
            return;
        }
    }
}

/// Whether every filled cell is a head by its words alone, so that no row could be meant.
pub(super) fn is_pure_head(cells: &[CellParas]) -> bool {
    let filled = filled_texts(cells);
    let pure = |text: &String| is_count_sign(text) || HeadText::of(text, HEAD_WORDS).is_pure();
    let impure: Vec<&String> = filled.iter().filter(|text| !pure(text)).collect();
    // The wording's head may name the session: «مصوبات هشتمین جلسه ... مورخ ...».
    let names_session = |text: &&String| weight(text) == 3 && filled.len() > 2 && !ends_with_verb(text);
    filled.len() > 1 && (impure.is_empty() || (impure.len() == 1 && impure.iter().all(names_session)))
}

/// A head of «نام و نام خانوادگی» is of people, whatever else it has, unless it names a wording beyond doubt.
fn names_people(cells: &[CellParas]) -> bool {
    let person = |text: &str| {
        let head = HeadText::of(text, HEAD_WORDS);
        head.is(&["نام"]) || head.starts(&["ناموخانوادگی", "نامونامخانوادگی", "نامخانوادگی"])
    };
    let texts: Vec<String> = cells.iter().map(cell_text).collect();
    texts.iter().any(|text| person(text)) && !texts.iter().any(|text| weight(text) > 1)
}

/// How surely a head means the wording: 3 for a decision by its name, 2 for what is to be done, else 1.
fn weight(text: &str) -> usize {
    let head = HeadText::of(text, TEXT_HEAD_WORDS);
    if head.len() > TEXT_HEAD_WORDS || head.starts(NOT_WORDING) {
        1
    } else if head.has(&["مفاد", "مصوب", "تصمیم", "متن"]) || head.starts(&["رای"]) {
        3
    } else if head.has(&["شرح", "اقدام", "فعالیت", "پیشنهاد", "نتایج", "تکلیف", "تکالیف"])
    {
        2
    } else {
        1
    }
}

/// Exactly what holds the wording: the best of the columns that could; of two, the other is the subject.
fn settle_wording(roles: &mut [Option<ColumnRole>], cells: &[CellParas]) {
    let weight = |at: usize| weight(&cell_text(&cells[at]));
    let candidates: Vec<usize> = (0..roles.len())
        .filter(|at| roles[*at] == Some(ColumnRole::Text))
        .collect();
    if candidates.is_empty() {
        if let Some(at) = roles.iter().rposition(|role| *role == Some(ColumnRole::Subject)) {
            roles[at] = Some(ColumnRole::Text);
        }
        return;
    }
    let best = candidates
        .iter()
        .copied()
        .max_by_key(|at| weight(*at))
        .unwrap_or(candidates[0]);
    let has_subject = roles.contains(&Some(ColumnRole::Subject));
    for at in candidates {
        if at != best && weight(at) < weight(best) {
            roles[at] = Some(if has_subject {
                ColumnRole::Other
            } else {
                ColumnRole::Subject
            });
        }
    }
}

/// What the head of a column tells: all of it, or one of its lines, where a head of several lines says more than that.
pub(super) fn told_by_head<T>(head: &CellParas, tell: impl Fn(&str) -> Option<T>) -> Option<T> {
    tell(&cell_text(head)).or_else(|| match head.as_slice() {
        [first, .., last] => tell(&first.text).or_else(|| tell(&last.text)),
        _ => None,
    })
}

/// The role that the head of a column names. The words are compared in folded form.
pub(super) fn role_of(text: &str) -> Option<ColumnRole> {
    if is_count_sign(text) {
        return Some(ColumnRole::Row);
    }
    let head = HeadText::of(text, TEXT_HEAD_WORDS);
    if head.len() == 0 || head.len() > TEXT_HEAD_WORDS {
        return None;
    }
    if head.is(ROW) {
        return Some(ColumnRole::Row);
    }
    let counted = head.starts(&["ردیف", "شماره"]) && head.has(&["شرح", "مفاد", "متن", "تصمیم"]);
    if counted {
        // «ردیف و شرح مصوبه»: the number stands before the wording.
        return Some(ColumnRole::Text);
    }
    let is_short = head.len() <= HEAD_WORDS;
    if is_short && ends_with_verb(text) || head.has(OF_PEOPLE) {
        // «وضعیت مخازن گزارش شود» is a row.
        return None;
    }
    if is_short && head.starts(NOT_WORDING) {
        return Some(ColumnRole::Other);
    }
    short_role(text, &head).filter(|_| is_short).or_else(|| {
        if head.starts(WORDING) || head.is(WORDING_WHOLE) {
            Some(ColumnRole::Text)
        } else {
            (is_short && head.has(OTHER)).then_some(ColumnRole::Other)
        }
    })
}

fn short_role(text: &str, head: &HeadText) -> Option<ColumnRole> {
    let deadline =
        head.starts(DEADLINE) || (head.starts(&["تاریخ"]) && head.has(OF_WHAT)) || head.has(DEADLINE_INSIDE);
    let responsible = is_responsible_head(head);
    if is_duty(text) {
        Some(ColumnRole::Duty)
    } else if deadline {
        Some(ColumnRole::Deadline)
    } else if responsible {
        Some(ColumnRole::Responsible)
    } else if head.starts(SUBJECT) && !head.has(WITH_WORDING) {
        Some(ColumnRole::Subject)
    } else {
        None
    }
}

/// «مسئول و مهلت پیگیری», «مهلت / مجری»: two heads in one.
fn is_duty(text: &str) -> bool {
    let parts: Vec<HeadText> = text
        .split(['/', '،', '-', '–', '\n', '(', '+'])
        .flat_map(|part| part.split(" و "))
        .map(|part| HeadText::of(part, HEAD_WORDS))
        .collect();
    let deadline = parts
        .iter()
        .any(|part| part.starts(DEADLINE) || part.has(DEADLINE_INSIDE));
    let who = |part: &HeadText| {
        (part.has(RESPONSIBLE_STRONG) || part.starts(&["دستگاه"])) && !part.starts(DEADLINE)
    };
    parts.len() > 1 && deadline && parts.iter().any(who)
}

fn is_responsible_head(head: &HeadText) -> bool {
    let is_deed = head.starts(&["اقداماتانجام", "شرح", "متن", "مصوب", "تصمیم", "عنوان", "موضوع"]);
    let says = head.has(RESPONSIBLE_STRONG)
        || head.has(RESPONSIBLE)
        || head.is(RESPONSIBLE_WHOLE)
        || head.starts(RESPONSIBLE_STARTS);
    !is_deed && says && !head.starts(&["ملاحظات", "توضیح", "نتیجه"])
}
#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn head(text: &str) -> Option<Vec<ColumnRole>> {
        resolution_columns(&lines(text)[0].cells)
    }

    #[test]
    fn heads_are_read_in_any_words_and_order() {
        use ColumnRole::*;
        for (text, roles) in [
            (
                "ردیف\tموضوع\tمفاد\tمهلت اقدام\tمسئول پیگیری",
                vec![Row, Subject, Text, Deadline, Responsible],
            ),
            (
                "ردیف\tشرح مصوبه\tزمان اجرا\tمجری",
                vec![Row, Text, Deadline, Responsible],
            ),
            (
                "دستگاه مسئول\tمهلت انجام\tمتن مصوبه\tعنوان\tرديف",
                vec![Responsible, Deadline, Text, Subject, Row],
            ),
            (
                "ردیف\tعنوان\tاقدام کننده\tزمان اقدام",
                vec![Row, Text, Responsible, Deadline],
            ),
            (
                "ردیف\tمصوبات دومین جلسه شورای آب مورخ ۱۴۰۲/۰۱/۰۲:\tاقدام‌كننده\tزمان",
                vec![Row, Text, Responsible, Deadline],
            ),
            (
                "تصمیمات متخذه\tمسؤول اجرا\tتاریخ انجام\tملاحظات",
                vec![Text, Responsible, Deadline, Other],
            ),
            ("ردیف\tمصوبات", vec![Row, Text]),
            ("ردیف\tشرح\tتصمیمات\tمسئول", vec![Row, Subject, Text, Responsible]),
        ] {
            assert_eq!(head(text), Some(roles), "{text}");
        }
    }

    #[test]
    fn other_tables_are_no_resolutions() {
        for text in [
            "ردیف\tنام و نام خانوادگی\tسمت\tامضا",
            "دستگاه های عضو\tرئیس گروه\tعنوان گروه\tردیف",
            "۱\tآب\tیک ماه\tشهرداری",
            "تاریخ جلسه:\tساعت:\tمحل:",
        ] {
            assert_eq!(head(text), None, "{text}");
        }
    }
}
