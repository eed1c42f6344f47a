//! Paragraphs of a wording that are terms: who acts on a clause and until when, what a resolution follows.
//! Knows no table and no list: the wordings are whole.

use std::ops::Range;

use super::enumerate::{heading_number, item_number};
use super::labels::floor;
use super::reader::MinutesReader;
use super::resolutions::begins_with_proviso;
use super::tail::{RowTail, tail_fields};
use super::values::{RawLine, ReadClause, ReadResolution};
use crate::domain::wording;

/// Longest bracket of terms, in bytes.
const LONGEST_TERMS: usize = 400;

/// Before what a resolution follows, where a paragraph of its own says so.
const FOLLOWS: &str = "پیرو:";

impl MinutesReader {
    /// Takes such paragraphs out of the wordings.
    pub(super) fn part_terms(&mut self) {
        for resolution in &mut self.read.resolutions {
            let taken = part_terms_of(resolution);
            let taken = taken.into_iter().map(|text| RawLine { number: 0, text });
            self.read.understood.extend(taken);
        }
    }
}

/// Takes them out of one wording and gives their paragraphs.
fn part_terms_of(resolution: &mut ReadResolution) -> Vec<String> {
    let lines: Vec<String> = resolution.text.lines().flat_map(terms_apart).collect();
    let terms: Vec<Option<RowTail>> = lines.iter().map(|line| terms_in(line)).collect();
    let follows = |at: usize| lines[at].strip_prefix(FOLLOWS).filter(|_| at > 0);
    let is_plain = |at: usize| terms[at].is_none() && follows(at).is_none();
    let plain: Vec<&str> = (0..lines.len())
        .filter(|at| is_plain(*at))
        .map(|at| lines[at].as_str())
        .collect();
    if plain.len() == lines.len() {
        return Vec::new();
    }
    let clauses = wording::clauses(&plain.join("\n"));
    if clauses.is_empty() && lines.len() > resolution.text.lines().count() {
        return Vec::new();
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut taken = Vec::new();
    // Where the next plain paragraph begins.
    let mut begins_byte = 0;
    for (at, line) in lines.iter().enumerate() {
        let before = clauses.partition_point(|clause| clause.range_byte.start < begins_byte);
        let clause = before.checked_sub(1).map(|last| &clauses[last]);
        match (&terms[at], clause, follows(at)) {
            (Some(terms), Some(clause), _) => {
                resolution.clauses.push(of_clause(&clause.letter, terms));
                taken.push(line.clone());
            }
            (None, _, Some(written)) => {
                resolution.follows_written = Some(written.trim().to_owned());
                taken.push(FOLLOWS.to_owned());
            }
            // Terms that stand behind no clause are part of the wording.
            _ => kept.push(line),
        }
        if is_plain(at) {
            begins_byte += line.len() + 1;
        }
    }
    resolution.text = kept.join("\n");
    taken
}

/// A paragraph with the terms behind each of its clauses on lines of their own: «الف) ... (مسئول: آب) ب) ... (مسئول: برق)».
fn terms_apart(line: &str) -> Vec<String> {
    let terms = terms_behind_clauses(line);
    let is_behind_one = |range: &Range<usize>| !line[range.end..].trim().is_empty();
    if !terms.iter().any(is_behind_one) {
        return vec![line.to_owned()];
    }
    let mut parts = Vec::new();
    let mut start = 0;
    for range in terms {
        parts.push(line[start..range.start].trim());
        parts.push(&line[range.clone()]);
        start = range.end;
    }
    parts.push(line[start..].trim());
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// The brackets in a paragraph that hold nothing but terms, and that the next clause or nothing stands behind.
fn terms_behind_clauses(line: &str) -> Vec<Range<usize>> {
    let brackets = line.match_indices('(').filter_map(|(open, _)| {
        let close = open + line[open..floor(line, open + LONGEST_TERMS)].find(')')?;
        let behind = line[close + 1..].trim_start();
        let is_clause = heading_number(behind) > 0 && item_number(behind).is_none();
        let is_end = behind.is_empty() || is_clause || begins_with_proviso(behind);
        let is_behind_words = !line[..open].trim().is_empty();
        (is_end && is_behind_words && terms_in(&line[open..=close]).is_some()).then_some(open..close + 1)
    });
    brackets.collect()
}

/// «(مسئول پیگیری: بهزیستی - مهلت اقدام: ۵ روز)», and nothing else in the paragraph.
fn terms_in(line: &str) -> Option<RowTail> {
    let inside = line.trim().strip_prefix('(')?.strip_suffix(')')?;
    let tail = tail_fields(inside);
    let has_any = !(tail.deadline.is_empty() && tail.responsible.is_empty());
    (tail.text.is_empty() && has_any && tail.remarks.is_empty()).then_some(tail)
}

fn of_clause(letter: &str, terms: &RowTail) -> ReadClause {
    let some = |text: &String| (!text.is_empty()).then(|| text.clone());
    ReadClause {
        letter: letter.to_owned(),
        deadline_written: some(&terms.deadline),
        responsible_written: some(&terms.responsible),
        responsible: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_behind_a_clause_go_to_the_clause_and_what_is_followed_to_the_resolution() {
        let mut read = ReadResolution {
            text: "مقرر شد:\nالف) فهرست چاه‌ها تهیه شود.\n(مسئول پیگیری: منابع آب؛ بخشداری - مهلت اقدام: ۵ روز)\nب) نتیجه \
                   اعلام شود.\n(مهلت اقدام: فوری)\nپیرو: بند ۷ جلسه هفتم"
                .to_owned(),
            ..ReadResolution::default()
        };
        let taken = part_terms_of(&mut read);
        assert_eq!(taken.len(), 3);
        assert_eq!(
            read.text,
            "مقرر شد:\nالف) فهرست چاه‌ها تهیه شود.\nب) نتیجه اعلام شود."
        );
        let clause = |at: usize| {
            let clause = &read.clauses[at];
            let some = |text: &Option<String>| text.clone().unwrap_or_default();
            (
                clause.letter.clone(),
                some(&clause.responsible_written),
                some(&clause.deadline_written),
            )
        };
        assert_eq!(
            clause(0),
            ("الف".into(), "منابع آب؛ بخشداری".into(), "۵ روز".into())
        );
        assert_eq!(clause(1), ("ب".into(), String::new(), "فوری".into()));
        assert_eq!(read.follows_written.as_deref(), Some("بند ۷ جلسه هفتم"));
    }

    #[test]
    fn terms_in_one_paragraph_with_their_clauses_go_to_them_too() {
        let wording = "مقرر شد: الف) فهرست چاه‌ها (۲۰ حلقه) تهیه شود. (مسئول پیگیری: منابع آب - مهلت اقدام: ۵ روز) ب) نتیجه \
                       اعلام شود. (مهلت اقدام: فوری)";
        let mut read = ReadResolution {
            text: wording.to_owned(),
            ..ReadResolution::default()
        };
        assert_eq!(part_terms_of(&mut read).len(), 2);
        assert_eq!(
            read.text,
            "مقرر شد: الف) فهرست چاه‌ها (۲۰ حلقه) تهیه شود.\nب) نتیجه اعلام شود."
        );
        let letters: Vec<&str> = read.clauses.iter().map(|clause| clause.letter.as_str()).collect();
        assert_eq!(letters, ["الف", "ب"]);
        for text in [
            "الف) فهرست تهیه شود. ب) نتیجه اعلام شود. (مهلت اقدام: فوری)",
            "فهرست چاه‌ها (مهلت اقدام: فوری) تهیه شود.",
        ] {
            let mut read = ReadResolution {
                text: text.to_owned(),
                ..ReadResolution::default()
            };
            assert!(part_terms_of(&mut read).is_empty());
            assert_eq!(read.text, text);
        }
    }

    #[test]
    fn brackets_that_name_no_terms_stay_in_the_wording() {
        let text = "مقرر شد:\nالف) فهرست تهیه شود.\nب) نتیجه اعلام شود.\n(با هماهنگی شهرداری)";
        let mut read = ReadResolution {
            text: text.to_owned(),
            ..ReadResolution::default()
        };
        assert!(part_terms_of(&mut read).is_empty());
        assert_eq!(read.text, text);
    }
}
