//! Deadlines at the ends of words that stand close to other ones on a page.
//! Knows no column; what is a deadline is told by the calendar of sessions.

use crate::calendar::Day;
use crate::domain::deadline::{Meaning, read_deadline};

/// Longest end of a piece that may be another cell, in words.
pub(super) const MOST_PARTED: usize = 6;

/// Where the deadline ends that words begin with, and other words follow: «تا پایان بهمن فرمانداران». It is read whether or
/// not they follow: it ends where its meaning is whole.
pub(super) fn end_of_deadline(words: &str) -> Option<usize> {
    let whole = meaning(words);
    let mut blanks = words.match_indices(' ').map(|(at, _)| at).take(MOST_PARTED);
    let end = if whole == Meaning::Unclear {
        blanks.filter(|at| is_deadline(&words[..*at])).last()?
    } else {
        blanks.find(|at| meaning(&words[..*at]) == whole)?
    };
    let follows = words[end..].split_whitespace().next()?;
    let is_other = !OF_DEADLINES.contains(&follows) && !follows.contains(char::is_numeric);
    is_other.then_some(end)
}

/// Words that may follow a deadline and belong to it.
const OF_DEADLINES: [&str; 6] = ["ماه", "سال", "روز", "هفته", "جاری", "آینده"];

/// Words that deadlines begin with, though they mean the same without them.
const BEFORE_DEADLINES: [&str; 5] = ["تا", "حداکثر", "ظرف", "طی", "لغایت"];

/// Where a deadline begins at or behind a byte: words before it that change nothing are none of it.
pub(super) fn start_of_deadline(words: &str, from: usize, said: impl Fn(&str) -> Meaning) -> usize {
    let mut start = from;
    while let Some(blank) = words[start..].find(' ') {
        let next = start + blank + 1;
        let first = &words[start..start + blank];
        if BEFORE_DEADLINES.contains(&first) || said(&words[next..]) != said(&words[start..]) {
            break;
        }
        start = next;
    }
    start
}

/// What words mean as a deadline, of whatever session: «تا پایان بهمن» means a day once there is one.
pub(super) fn meaning(words: &str) -> Meaning {
    let any_day = Day::from_jalali(1400, 1, 1).ok();
    read_deadline(words.trim(), any_day).meaning
}

/// Whether words are a deadline that is understood.
pub(super) fn is_deadline(words: &str) -> bool {
    !words.trim().is_empty() && meaning(words) != Meaning::Unclear
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_ends_before_other_words() {
        assert_eq!(
            end_of_deadline("تا پایان بهمن شهرداران"),
            Some("تا پایان بهمن".len())
        );
        for words in ["تا پایان بهمن", "شهرداران شهرستان‌ها", ""] {
            assert_eq!(end_of_deadline(words), None, "{words}");
        }
    }
}
