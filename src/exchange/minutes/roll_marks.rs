//! What a cell says of how a seat took part: ticks in their many forms, words, hours.
//! Knows no column and no name.

use super::attendance::said_status;
use super::head_words::{NO, SAYS_ABSENT, SAYS_EXCUSED, SAYS_PRESENT, YES};
use super::values::ReadStatus;
use super::words::{first_words, joined};

/// What a tick says in a table where some cells are ticked and others crossed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellMark {
    /// Nothing: empty, an empty box, a dash.
    Nothing,
    /// A tick of any form, «بلی», «دارد».
    Yes,
    /// «خیر», «ندارد», or a cross where others have ticks.
    No,
    /// A cross: a tick where nothing else ticks.
    Cross,
    /// A status in words.
    Says(ReadStatus),
    /// Words that say no status.
    Words,
}

const TICKS: &str = "✅⊠⊗☑✓✔√☒*+•●■◉⦿✶★∗٭\u{f0fc}\u{f0fe}\u{f052}";
const CROSSES: &str = "☓✗✘×✕✖❌❎\u{f0fb}\u{f0fd}";
const BOXES: &str = "☐□▢◻○◯⬜❏❑\u{f0a8}\u{f06f}-–—_ـ./\\()[]{}|،:";

/// Reads one cell.
pub(super) fn cell_mark(text: &str) -> CellMark {
    let bare: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !BOXES.contains(*c))
        .collect();
    if bare.is_empty() {
        return CellMark::Nothing;
    }
    if bare.chars().all(|c| TICKS.contains(c)) {
        return CellMark::Yes;
    }
    if bare.chars().all(|c| CROSSES.contains(c)) || matches!(bare.as_str(), "x" | "X") {
        return CellMark::Cross;
    }
    // «☒ حاضر ☐ غایب»: the word behind the box that is ticked.
    if let Some(said) = said_beside_a_box(text) {
        return said;
    }
    let words = first_words(text, 7);
    let key = joined(&words);
    let key = key.as_str();
    if matches!(key, "" | "0" | "ثبتنشده" | "نامشخص") {
        CellMark::Nothing
    } else if YES.contains(&key) {
        CellMark::Yes
    } else if NO.contains(&key) {
        CellMark::No
    } else if SAYS_PRESENT.contains(&key) {
        CellMark::Says(ReadStatus::Present)
    } else if SAYS_ABSENT.contains(&key) || key.starts_with("غیبتغیرموجه") || key.starts_with("غایبغیرموجه")
    {
        CellMark::Says(ReadStatus::Absent)
    } else if SAYS_EXCUSED.contains(&key) {
        CellMark::Says(ReadStatus::Excused)
    } else if key.starts_with("غیرحضوری") {
        CellMark::Says(ReadStatus::Video)
    } else {
        said_status(text).map_or(CellMark::Words, CellMark::Says)
    }
}

fn said_beside_a_box(text: &str) -> Option<CellMark> {
    let box_or_tick = |c: char| "☐□☑☒✓✔✗✘".contains(c);
    if text.chars().filter(|c| box_or_tick(*c)).count() < 2 {
        return None;
    }
    let mut ticked: Option<CellMark> = None;
    let places: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| box_or_tick(*c)).collect();
    let leading = text.trim_start().starts_with(box_or_tick);
    for (index, (at, sign)) in places.iter().enumerate() {
        let end = at + sign.len_utf8();
        let beside = if leading {
            &text[end..places.get(index + 1).map_or(text.len(), |next| next.0)]
        } else {
            let before = index
                .checked_sub(1)
                .map_or(0, |last| places[last].0 + places[last].1.len_utf8());
            &text[before..*at]
        };
        if "☑☒✓✔".contains(*sign) {
            // Two boxes ticked say nothing together.
            if ticked.is_some() {
                return Some(CellMark::Words);
            }
            ticked = Some(said_status(beside).map_or(CellMark::Words, CellMark::Says));
        }
    }
    Some(ticked.unwrap_or(CellMark::Nothing))
}

/// How the marks of one table are to be read: where any cell has a real tick, a cross beside it denies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct MarkStyle {
    /// A cross is a no.
    pub crosses_deny: bool,
}

impl MarkStyle {
    /// Whether a cell ticks.
    pub fn is_yes(self, mark: CellMark) -> bool {
        mark == CellMark::Yes || (mark == CellMark::Cross && !self.crosses_deny)
    }

    /// Whether a cell denies.
    pub fn is_no(self, mark: CellMark) -> bool {
        mark == CellMark::No || (mark == CellMark::Cross && self.crosses_deny)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_boxes_and_words_are_told_apart() {
        for text in ["☒", "✓", "*", "+", "[✓]", "بلی", "دارد", "( ✔ )", "\u{f0fe}"] {
            assert_eq!(cell_mark(text), CellMark::Yes, "{text}");
        }
        for text in ["", " ", "☐", "-", "—", "( )", "[ ]", "...", "□"] {
            assert_eq!(cell_mark(text), CellMark::Nothing, "{text}");
        }
        for text in ["×", "✗", "x", "(×)"] {
            assert_eq!(cell_mark(text), CellMark::Cross, "{text}");
        }
        for text in ["خیر", "ندارد"] {
            assert_eq!(cell_mark(text), CellMark::No, "{text}");
        }
    }

    #[test]
    fn statuses_are_said_in_words_or_beside_a_box() {
        use ReadStatus::*;
        for (text, status) in [
            ("حاضر", Present),
            ("ح", Present),
            ("غ", Absent),
            ("غیبت غیرموجه", Absent),
            ("موجه", Excused),
            ("مأموریت", Excused),
            ("☐ حاضر ☒ غایب", Absent),
            ("حاضر ☑ غایب □", Present),
            ("غیر حضوری", Video),
        ] {
            assert_eq!(cell_mark(text), CellMark::Says(status), "{text}");
        }
        assert_eq!(cell_mark("☐ حاضر ☐ غایب"), CellMark::Nothing);
        assert_eq!(cell_mark("در دست بررسی"), CellMark::Words);
    }
}
