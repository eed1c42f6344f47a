//! The lines of one cell of a page as one text.
//! Knows no column, and of words only how dates are written.

/// Adds what stands in one line of a cell. Words with an empty piece behind them, or that end with a blank, lack their
/// end: it was read before them, since the page has it a little higher.
pub(super) fn add_line(cell: &mut Vec<String>, pieces: Vec<String>, ends_with_blank: bool) {
    let has_no_end = matches!(pieces.as_slice(), [words, .., end] if !words.is_empty() && end.is_empty());
    let is_cut = has_no_end || ends_with_blank;
    let words: Vec<String> = pieces.into_iter().filter(|words| !words.is_empty()).collect();
    let end = if is_cut { cell.pop() } else { None };
    match end {
        Some(end) if end.starts_with('\u{200c}') => cell.push(words.join(" ") + &end),
        Some(end) => {
            cell.extend(words);
            cell.push(end);
        }
        None => cell.extend(words),
    }
}

/// The lines of a cell as one. A line that begins inside a word was read too early: the page has it a little higher.
pub(super) fn joined(lines: Vec<String>) -> String {
    let mut cell = String::new();
    let mut waiting: Option<String> = None;
    for line in lines {
        let line = line.trim().replace('\t', " ");
        if line.is_empty() {
            continue;
        }
        if line.starts_with('\u{200c}') && waiting.is_none() {
            waiting = Some(line);
            continue;
        }
        if !cell.is_empty() && !goes_on_in(&cell, &line) {
            cell.push(' ');
        }
        cell.push_str(&line);
        cell.push_str(&waiting.take().unwrap_or_default());
    }
    cell + &waiting.unwrap_or_default()
}

/// Whether a date is broken between two lines: «۱۴۰۲/۰۳/» and «۱۵», or «۱۴۰۲/۰۳/۱» and «۵».
fn goes_on_in(cell: &str, piece: &str) -> bool {
    let last = cell.split_whitespace().last().unwrap_or_default();
    let strokes = last.matches('/').count();
    let is_digits = piece.chars().all(char::is_numeric) && piece.chars().count() <= 2;
    let day = last.rsplit('/').next().unwrap_or_default().chars().count();
    is_digits
        && last.starts_with(char::is_numeric)
        && (last.ends_with('/') || (strokes == 2 && day == 1 && piece.chars().count() == 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_was_read_too_early_stands_behind() {
        let early = ["\u{200c}ای؛", "آب منطقه", "دادگستری"]
            .map(str::to_owned)
            .to_vec();
        assert_eq!(joined(early), "آب منطقه\u{200c}ای؛ دادگستری");
        let mut cell = vec!["رودآورزاده،".to_owned()];
        add_line(&mut cell, vec!["فرهاد".to_owned(), String::new()], false);
        add_line(&mut cell, vec!["مدیرعامل".to_owned()], false);
        assert_eq!(joined(cell), "فرهاد رودآورزاده، مدیرعامل");
    }
}
