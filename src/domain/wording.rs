//! Where the clauses (بند) and provisos (تبصره) of a resolution's wording stand.
//! Knows no storage, no deadline and no organisation: only the wording and byte positions in it.

mod numbers;

use numbers::number_marks;
use std::ops::Range;

/// The letters of clauses in the order of the alphabet.
const ALPHABETICAL: [&str; 16] = [
    "الف", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر", "ز", "ژ", "س", "ش",
];
/// The letters of clauses in the older order of numbers (ابجد).
const ABJAD: [&str; 16] = [
    "الف", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ی", "ک", "ل", "م", "ن", "س", "ع",
];
/// How many letters a slip may leave out and still go on in the same list («و)» after «د)»).
const LETTERS_LEFT_OUT: usize = 2;

/// One lettered part of a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseSpan {
    /// The letter as the alphabet has it («الف», «ب», «ج»), whatever form the writer used.
    pub letter: String,
    /// The whole clause with its mark, without blanks around it; bytes of the wording.
    pub range_byte: Range<usize>,
    /// The clause's own words, without the mark; bytes of the wording.
    pub text_byte: Range<usize>,
}

/// One proviso of a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvisoSpan {
    /// The whole proviso with its mark, without blanks around it; bytes of the wording.
    pub range_byte: Range<usize>,
    /// The proviso's own words, without «تبصره» and its number; bytes of the wording.
    pub text_byte: Range<usize>,
}

/// The clauses of a wording, in order; empty where fewer than two letters follow each other from «الف».
///
/// A clause reaches to the next mark, to a proviso, or to the end. Both orders are read: «الف، ب، پ، ت» and
/// «الف، ب، ج، د»; a letter left out by a slip does not end the list. Where there are no letters, lines that are counted
/// from one without a gap («۱- …», «۲- …») are clauses, named by their numbers.
///
/// ```
/// use dabir::domain::wording::clauses;
/// let wording = "مقرر شد: الف) فهرست تهیه شود. ب ) نتیجه اعلام گردد.";
/// let found = clauses(wording);
/// assert_eq!(found.len(), 2);
/// assert_eq!(found[1].letter, "ب");
/// assert_eq!(&wording[found[1].text_byte.clone()], "نتیجه اعلام گردد.");
/// ```
pub fn clauses(wording: &str) -> Vec<ClauseSpan> {
    let marks = clause_marks(wording);
    if marks.iter().filter(|mark| !mark.is_before_proviso).count() < 2 {
        return Vec::new();
    }
    let provisos = proviso_marks(wording);
    let mut found = Vec::with_capacity(marks.len());
    let mut next_proviso = 0;
    for (index, mark) in marks.iter().enumerate() {
        if mark.is_before_proviso {
            continue;
        }
        let next = marks
            .get(index + 1)
            .map_or(wording.len(), |mark| mark.range.start);
        while provisos
            .get(next_proviso)
            .is_some_and(|proviso| proviso.start < mark.range.end)
        {
            next_proviso += 1;
        }
        let end = provisos
            .get(next_proviso)
            .map_or(next, |proviso| proviso.start.min(next));
        found.push(ClauseSpan {
            letter: mark.letter.to_owned(),
            range_byte: trimmed(wording, mark.range.start..end),
            text_byte: trimmed(wording, mark.range.end..end),
        });
    }
    found
}

/// The clause of a wording in which a byte stands, as it is being written: a lone «الف» is the first of a list that will
/// have more.
///
/// ```
/// use dabir::domain::wording::clause_at;
/// let wording = "مقرر شد:\nالف) فهرست تهیه شود.";
/// assert_eq!(clause_at(wording, wording.len()).unwrap().letter, "الف");
/// ```
pub fn clause_at(wording: &str, byte: usize) -> Option<ClauseSpan> {
    let mut found = clauses(wording);
    if found.is_empty() {
        let with = |next: &str| clauses(&format!("{wording}\n{next}"));
        found = with("ب) …");
        if found.is_empty() {
            found = with("۲- و");
        }
        found.pop();
    }
    let holds = |clause: &ClauseSpan| {
        let rest = wording.get(clause.range_byte.end..byte);
        let is_right_behind = rest.is_none_or(|rest| !rest.contains(|c: char| !c.is_whitespace()));
        clause.range_byte.start <= byte && is_right_behind
    };
    found.into_iter().rfind(holds)
}

/// The provisos of a wording, in order. A proviso reaches to the end of its paragraph or to the next mark.
///
/// ```
/// use dabir::domain::wording::provisos;
/// let wording = "طرح تصویب شد.\nتبصره ۱- هزینه با شهرداری است.\nگزارش ارسال شود.";
/// let found = provisos(wording);
/// assert_eq!(&wording[found[0].text_byte.clone()], "هزینه با شهرداری است.");
/// ```
pub fn provisos(wording: &str) -> Vec<ProvisoSpan> {
    let marks = proviso_marks(wording);
    let clauses = clause_marks(wording);
    let mut found = Vec::with_capacity(marks.len());
    let mut next_clause = 0;
    for (index, mark) in marks.iter().enumerate() {
        while clauses
            .get(next_clause)
            .is_some_and(|clause| clause.range.start < mark.end)
        {
            next_clause += 1;
        }
        let next = marks.get(index + 1).map_or(wording.len(), |mark| mark.start);
        let next = clauses
            .get(next_clause)
            .map_or(next, |clause| clause.range.start.min(next));
        let end = wording[mark.end..next]
            .find('\n')
            .map_or(next, |newline| mark.end + newline);
        found.push(ProvisoSpan {
            range_byte: trimmed(wording, mark.start..end),
            text_byte: trimmed(wording, mark.end..end),
        });
    }
    found
}

struct ClauseMark {
    letter: &'static str,
    range: Range<usize>,
    /// What follows is a proviso, however it was counted («ج) تبصره: …»): no clause, but the end of the one before.
    is_before_proviso: bool,
}

/// The marks that follow each other as a list of clauses does.
fn clause_marks(wording: &str) -> Vec<ClauseMark> {
    let mut marks: Vec<ClauseMark> = Vec::new();
    let mut last_letter = None;
    for start in boundaries(wording) {
        let Some((letter, end)) = mark_at(wording, start) else {
            continue;
        };
        if marks.last().is_some_and(|last| start < last.range.end) {
            continue;
        }
        let follows = match last_letter {
            _ if letter == ALPHABETICAL[0] => true,
            None => false,
            Some(last) => goes_on(&ALPHABETICAL, last, letter) || goes_on(&ABJAD, last, letter),
        };
        if follows {
            let is_before_proviso = begins_proviso(wording[end..].trim_start_matches([' ', '\u{a0}']));
            last_letter = (!is_before_proviso).then_some(letter).or(last_letter);
            marks.push(ClauseMark {
                letter,
                range: start..end,
                is_before_proviso,
            });
        }
    }
    let is_first = |mark: &ClauseMark| mark.letter == ALPHABETICAL[0] || mark.is_before_proviso;
    if marks.iter().all(is_first) {
        number_marks(wording)
    } else {
        marks
    }
}

fn goes_on(order: &[&str], last: &str, letter: &str) -> bool {
    let place = |wanted: &str| order.iter().position(|known| *known == wanted);
    match (place(last), place(letter)) {
        (Some(last), Some(next)) => next > last && next <= last + 1 + LETTERS_LEFT_OUT,
        _ => false,
    }
}

/// Byte positions where a mark may begin: the start, and what follows a blank or the end of a sentence.
fn boundaries(wording: &str) -> impl Iterator<Item = usize> + '_ {
    let mut before = ' ';
    wording.char_indices().filter_map(move |(at, now)| {
        let opens = before.is_whitespace() || ".:؛،;,!؟»)".contains(before);
        before = now;
        (opens && !now.is_whitespace()).then_some(at)
    })
}

/// The letter of the clause mark that begins at `start`, and the byte after the mark.
fn mark_at(wording: &str, start: usize) -> Option<(&'static str, usize)> {
    let mut rest = &wording[start..];
    let line_start = wording[..start].trim_end_matches([' ', '\t']).chars().next_back();
    let at_line_start = matches!(line_start, None | Some('\n'));
    let bracketed = rest.starts_with('(');
    rest = rest.strip_prefix('(').unwrap_or(rest).trim_start_matches(' ');
    let named = rest
        .strip_prefix("بند ")
        .map(|after| after.trim_start_matches(' '));
    rest = named.unwrap_or(rest);
    let (letter, after) = letter_at(rest)?;
    let gap = after.trim_start_matches([' ', '\u{200c}', '\u{a0}']);
    let sign = gap.chars().next();
    let end = |left: &str| wording.len() - left.len();
    match sign {
        Some(')') => Some((letter, end(&gap[1..]))),
        Some(':') if !bracketed => Some((letter, end(&gap[1..]))),
        Some(dash @ ('-' | '–' | '—' | 'ـ')) if !bracketed && dash_is_a_mark(after, gap, dash) => {
            Some((letter, end(&gap[dash.len_utf8()..])))
        }
        Some('.') if !bracketed && at_line_start => Some((letter, end(&gap[1..]))),
        _ if named.is_some() && at_line_start && !bracketed && gap.len() < after.len() => {
            Some((letter, end(after)))
        }
        _ => None,
    }
}

/// «ب-» and «ب - » are marks; the dash of «ب-ج» that joins two letters is none.
fn dash_is_a_mark(after_letter: &str, gap: &str, dash: char) -> bool {
    let after_dash = &gap[dash.len_utf8()..];
    let next_is_letter_alone = letter_at(after_dash).is_some();
    !next_is_letter_alone || after_letter.len() > gap.len()
}

/// The clause letter at the start of `rest` that is a word by itself, in the alphabet's form.
fn letter_at(rest: &str) -> Option<(&'static str, &str)> {
    let ends = |after: &str| !after.starts_with(|next: char| next.is_alphanumeric());
    if let Some(after) = rest.strip_prefix("الف")
        && ends(after)
    {
        return Some((ALPHABETICAL[0], after));
    }
    let first = rest.chars().next()?;
    // «هـ» is written with a tatweel to show the letter's first form.
    let after = rest[first.len_utf8()..].trim_start_matches('ـ');
    let plain = match first {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ہ' | 'ة' | 'ۀ' | 'ھ' => 'ه',
        other => other,
    };
    let letter = ALPHABETICAL
        .iter()
        .chain(&ABJAD)
        .find(|letter| letter.chars().eq([plain]))?;
    ends(after).then_some((*letter, after))
}

/// Where «تبصره», its number and its sign stand.
fn proviso_marks(wording: &str) -> Vec<Range<usize>> {
    let mut marks: Vec<Range<usize>> = Vec::new();
    for start in boundaries(wording) {
        let behind = behind_proviso_mark(&wording[start..]);
        marks.extend(behind.map(|behind| start..wording.len() - behind.len()));
    }
    marks
}

/// What stands behind «تبصره», its number and its sign, where a text begins with them.
fn behind_proviso_mark(text: &str) -> Option<&str> {
    let after = text.strip_prefix("تبصر")?.strip_prefix(['ه', 'ہ', 'ة', 'ھ'])?;
    let number = after.trim_start_matches([' ', '\u{200c}', '(']);
    let past_number = number.trim_start_matches(|c: char| c.is_alphanumeric());
    let sign = past_number.trim_start_matches([' ', ')']);
    let words = number.len() - past_number.len();
    // «تبصره این ماده ...» is prose: between the word and the sign there is a number or one short word.
    if words <= 10 && sign.starts_with([':', '-', '–', '—', '.', ')']) {
        let sign_len = sign.chars().next().map_or(0, char::len_utf8);
        Some(&sign[sign_len..])
    } else {
        past_number.strip_prefix(')').filter(|_| words > 0)
    }
}

fn begins_proviso(text: &str) -> bool {
    behind_proviso_mark(text).is_some()
}

fn trimmed(wording: &str, range: Range<usize>) -> Range<usize> {
    let part = &wording[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    let end = start.max(range.end - (part.len() - part.trim_end().len()));
    start..end
}

#[cfg(test)]
mod tests;
