//! Heads of resolution tables: which column holds what, by the many words that offices use.
//! Knows no row below the head.

use super::lines::{CellParas, cell_text};
use super::words::{first_words, joined};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnRole {
    Row,
    Subject,
    Text,
    Deadline,
    Responsible,
    Other,
}

const HEAD_WORDS: usize = 8;

const TEXT_HEAD_WORDS: usize = 24;

/// The columns of a resolution table, if the cells are its head.
pub(super) fn resolution_columns(cells: &[CellParas]) -> Option<Vec<ColumnRole>> {
    let known: Vec<Option<ColumnRole>> = cells.iter().map(|cell| told_by_head(cell, role_of)).collect();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let has = |wanted: ColumnRole| known.contains(&Some(wanted));
    let wording = has(ColumnRole::Text) || has(ColumnRole::Subject);
    let duty = has(ColumnRole::Deadline)
        || has(ColumnRole::Responsible)
        || (has(ColumnRole::Row) && has(ColumnRole::Text));
    let count = known.iter().flatten().count();
    if !wording || !duty || count < 2 || count * 2 < filled {
        return None;
    }
    let mut known = known;
    for at in 1..known.len() {
        // «مسئول» over two columns (the main one and those who help) leaves the second cell of the head empty.
        if known[at - 1] == Some(ColumnRole::Responsible) && cells[at].is_empty() {
            known[at] = Some(ColumnRole::Responsible);
        }
    }
    let mut roles: Vec<ColumnRole> = known
        .into_iter()
        .map(|role| role.unwrap_or(ColumnRole::Other))
        .collect();
    settle_wording(&mut roles, cells);
    Some(roles)
}

/// Exactly what holds the wording: the best of the columns that could; of two, the other is the subject.
fn settle_wording(roles: &mut [ColumnRole], cells: &[CellParas]) {
    let weight = |at: usize| {
        let key = joined(&first_words(&cell_text(&cells[at]), 4));
        if key.contains("مفاد") || key.contains("مصوب") || key.contains("تصمیم") || key.contains("متن")
        {
            3
        } else if key.contains("شرح") || key.contains("اقدام") {
            2
        } else {
            1
        }
    };
    let candidates: Vec<usize> = (0..roles.len())
        .filter(|at| roles[*at] == ColumnRole::Text)
        .collect();
    if candidates.is_empty() {
        if let Some(at) = roles.iter().rposition(|role| *role == ColumnRole::Subject) {
            roles[at] = ColumnRole::Text;
        }
        return;
    }
    let best = candidates
        .iter()
        .copied()
        .max_by_key(|at| weight(*at))
        .unwrap_or(candidates[0]);
    let has_subject = roles.contains(&ColumnRole::Subject);
    for at in candidates {
        if at != best && weight(at) < weight(best) {
            roles[at] = if has_subject {
                ColumnRole::Other
            } else {
                ColumnRole::Subject
            };
        }
    }
}

/// Heads of the row's number, whole; these and the words below are in folded form.
const ROW: &[&str] = &[
    "ردیف",
    "ر",
    "ش",
    "شماره",
    "شمارهردیف",
    "شمارهمصوبه",
    "شمارهبند",
    "ردیفمصوبه",
    "بند",
];
/// How heads of deadlines begin.
const DEADLINE: &[&str] = &[
    "مهلت",
    "زمان",
    "موعد",
    "سررسید",
    "مدت",
    "ضربالاجل",
    "حداکثرزمان",
    "بازهزمانی",
];
/// Of a date it must be said of what it is: the day of a letter is no deadline.
const OF_WHAT: &[&str] = &[
    "اقدام",
    "اجرا",
    "انجام",
    "پیگیری",
    "سررسید",
    "تحویل",
    "پایان",
    "خاتمه",
];
/// How heads of subjects begin.
const SUBJECT: &[&str] = &["موضوع", "عنوان", "محور", "شرحموضوع", "دستورجلسه", "دستورکار"];
/// In the head of a column that holds subject and wording together.
const WITH_WORDING: &[&str] = &["شرحمصوب", "ومصوب", "ومفاد", "وشرح"];
/// How heads of the wording begin.
const WORDING: &[&str] = &[
    "مصوب",
    "مفاد",
    "شرح",
    "متن",
    "تصمیم",
    "خلاصهتصمیم",
    "خلاصهمصوب",
    "اقدامات",
    "مواردمصوب",
    "موضوع",
    "عنوان",
    "نتایج",
    "پیشنهاد",
    "خلاصهمذاکرات",
];
/// In heads of columns that are none of these.
const OTHER: &[&str] = &[
    "ملاحظات",
    "توضیحات",
    "وضعیت",
    "نتیجه",
    "درصد",
    "پیشرفت",
    "امضا",
    "ناظر",
    "یادداشت",
];

/// What the head of a column tells: all of it, or one of its lines, where a head of several lines says more than that.
pub(super) fn told_by_head<T>(head: &CellParas, tell: impl Fn(&str) -> Option<T>) -> Option<T> {
    tell(&cell_text(head)).or_else(|| match head.as_slice() {
        [first, .., last] => tell(&first.text).or_else(|| tell(&last.text)),
        _ => None,
    })
}

/// The role that the head of a column names. The words are compared in folded form.
pub(super) fn role_of(text: &str) -> Option<ColumnRole> {
    let words = first_words(text, TEXT_HEAD_WORDS + 1);
    if words.is_empty() || words.len() > TEXT_HEAD_WORDS {
        return None;
    }
    let key = joined(&words);
    if ROW.contains(&key.as_str()) {
        return Some(ColumnRole::Row);
    }
    let starts = |cores: &[&str]| cores.iter().any(|core| key.starts_with(core));
    let has = |cores: &[&str]| cores.iter().any(|core| key.contains(core));
    let is_short = words.len() <= HEAD_WORDS;
    if is_short && (starts(DEADLINE) || (starts(&["تاریخ"]) && has(OF_WHAT))) {
        Some(ColumnRole::Deadline)
    } else if is_short && is_responsible_head(&key) {
        Some(ColumnRole::Responsible)
    } else if is_short && starts(SUBJECT) && !has(WITH_WORDING) {
        Some(ColumnRole::Subject)
    } else if starts(WORDING) {
        Some(ColumnRole::Text)
    } else if is_short && has(OTHER) {
        Some(ColumnRole::Other)
    } else {
        None
    }
}

fn is_responsible_head(key: &str) -> bool {
    const PARTS: &[&str] = &[
        "مسیول",
        "مسوول",
        "مجری",
        "متولی",
        "اقدامکننده",
        "پیگیریکننده",
        "پیگیر",
        "دستگاهاجرا",
        "دستگاههایاجرا",
        "دستگاهمربوط",
        "دستگاههایمربوط",
        "دستگاههمکار",
        "دستگاههایهمکار",
        "واحداقدام",
        "واحدمربوط",
        "دستگاهاقدام",
        "بهعهده",
        "برعهده",
        "عاملاجرا",
    ];
    const WHOLE: &[&str] = &[
        "اقدام",
        "ارجاع",
        "دستگاه",
        "همکار",
        "واحد",
        "اجرا",
        "ارجاعبه",
        "دستگاهها",
    ];
    let is_deed = key.starts_with("اقداماتانجام") || key.starts_with("شرح");
    !is_deed && (PARTS.iter().any(|part| key.contains(part)) || WHOLE.contains(&key))
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
