//! Text that was taken out of pages (PDF): its order, its letters and its tables as a person reads them on the page.
//! Knows nothing of minutes, but for words that are frequent in them.

mod cells;
mod columns;
mod deadlines;
mod digits;
mod joined;
mod lam;
mod rows;
mod segments;
mod turned;

use crate::text::letters_of_forms;
use std::borrow::Cow;

/// What was changed in a text because it came from pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FromPages {
    /// Lines that stood in the order of the page, the last letter first.
    pub lines_turned: usize,
    /// Numbers whose digits stood the other way round.
    pub numbers_turned: usize,
    /// Words whose «لا» had come as «ال».
    pub words_mended: usize,
    /// Rows of tables that were put together from where their words stand.
    pub rows_built: usize,
}

/// The text as a person reads it, and what was done to it; nothing where it shows no sign of pages.
pub(super) fn as_read(text: &str) -> (Cow<'_, str>, Option<FromPages>) {
    let mut done = FromPages::default();
    let has_marks = text.contains(['\u{202A}', '\u{202B}']);
    let is_marked = has_marks && is_of_pdftotext(text);
    let is_visual = !has_marks && turned::is_visual(text);
    let has_forms = text.contains(|c| matches!(c, '\u{FB50}'..='\u{FBB1}' | '\u{FE80}'..='\u{FEFC}'));
    let mut read = Cow::Borrowed(text);
    if is_marked || is_visual {
        let (rows, built) = rows::as_rows(text, is_visual);
        done.rows_built = built;
        read = Cow::Owned(rows);
    }
    if is_visual {
        done.lines_turned = text.lines().filter(|line| !line.trim().is_empty()).count();
    }
    if has_forms {
        read = Cow::Owned(letters_of_forms(&read).into_owned());
    }
    if let Some((right, count)) = digits::turned_back(&read) {
        done.numbers_turned = count;
        read = Cow::Owned(right);
    }
    if let Some((right, count)) = lam::mended(&read, is_marked) {
        done.words_mended = count;
        read = Cow::Owned(right);
    }
    let is_from_pages = has_marks || has_forms || done != FromPages::default();
    (read, is_from_pages.then_some(done))
}

/// Whether lines are marked as pdftotext marks them: most of those with Arabic letters begin with U+202B. Other programs
/// mark a word here and there, and have tabs between cells, which pages don't have.
fn is_of_pdftotext(text: &str) -> bool {
    let is_arabic = |c: char| matches!(c, '\u{620}'..='\u{6D3}');
    let (mut lines, mut marked) = (0, 0);
    for line in text.lines().filter(|line| line.contains(is_arabic)) {
        lines += 1;
        marked += usize::from(line.trim_start_matches([' ', '\u{c}']).starts_with('\u{202B}'));
    }
    marked * 2 > lines && !text.contains('\t')
}

#[cfg(test)]
/// Lines as pdftotext gives them: pieces from the left, each with the blanks before it.
fn page(lines: &[&[(usize, &str)]]) -> String {
    let line = |pieces: &&[(usize, &str)]| -> String {
        let piece =
            |(blanks, words): &(usize, &str)| format!("{}\u{202B}{words}\u{202C}", " ".repeat(*blanks));
        pieces.iter().map(piece).collect()
    };
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_not_touched() {
        let text = "صورتجلسه کمیته آب\nتاریخ: ۱۴۰۲/۰۱/۲۰\nسالن عدالت   امور مالی\n۱- مصالح تهیه شود.";
        let (read, done) = as_read(text);
        assert!(matches!(read, Cow::Borrowed(_)));
        assert_eq!(done, None);
    }

    #[test]
    fn rows_of_a_text_with_a_few_marks_stay_rows() {
        let text = "\u{202B}صورتجلسه\u{202C}\nردیف\tمتن مصوبه\tمهلت\n۱\tنهر   پاک شود\tفوری\nپایان";
        let (read, done) = as_read(text);
        assert_eq!(read, text);
        assert_eq!(done, Some(FromPages::default()));
    }

    #[test]
    fn lines_of_poppler_have_their_colons_numbers_and_columns_in_order() {
        let text = "\u{202B}صورتجلسه شماره \u{202A} ۷\u{202C}کارگروه آب\u{202C}\n\u{202B}تاریخ جلسه\u{202A}۱۴۰۲/۰۲/۱۱ :\u{202C}\u{202C}\n\
                    \u{202B}\u{202A} -۱\u{202C}اعالم نتایج\u{202C}\n\u{202B}محل\u{202A} :\u{202C}تالار\u{202C}        \u{202B}ساعت\u{202A}۱۰:۳۰ :\u{202C}\u{202C}\n";
        let (read, done) = as_read(text);
        assert_eq!(
            read,
            "صورتجلسه شماره ۷ کارگروه آب\nتاریخ جلسه: ۱۴۰۲/۰۲/۱۱\n۱- اعلام نتایج\nساعت: ۱۰:۳۰\tمحل: تالار\n"
        );
        assert_eq!(done.unwrap().words_mended, 1);
    }

    #[test]
    fn visual_lines_of_letters_or_forms_are_turned() {
        let lines = "صورتجلسه شماره ۷ کمیته آب\nتاریخ: ۱۴۰۲/۰۲/۱۱\nدستور جلسه: بررسی (PDF File)\nمصوبات جلسه";
        let backwards: Vec<String> = lines.lines().map(turned::turned).collect();
        let backwards = backwards.join("\n");
        let (read, done) = as_read(&backwards);
        assert_eq!(read.trim_end(), lines);
        assert_eq!(done.unwrap().lines_turned, 4);
        let forms = "ﻪﺴﻠﺠﺗﺭﻮﺻ\nﻪﺴﻠﺟ ﺦﯾﺭﺎﺗ\nﻪﺴﻠﺟ ﻩﺭﺎﻤﺷ\nﻪﺴﻠﺟ ﺭﻮﺘﺳﺩ";
        assert_eq!(
            as_read(forms).0.trim_end(),
            "صورتجلسه\nتاریخ جلسه\nشماره جلسه\nدستور جلسه"
        );
    }
}
