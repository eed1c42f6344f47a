//! The earlier resolution that a wording says it follows: «پیرو بند ۷ مصوبه هفتمین جلسه».
//! Does not look for that resolution; only for the words that name it.

use crate::text::fold;

/// What a reference begins with, behind «پیرو» (folded).
const NAMED: [&str; 6] = ["بند", "ردیف", "مصوبه", "مصوبات", "صورتجلسه", "تبصره"];
/// Words (folded) with which the sentence goes on behind a reference.
const GOES_ON: [&str; 6] = ["در", "مبنی", "موضوع", "نسبت", "مقرر", "با"];
/// A reference has no more words than this; what is longer is no reference.
const MOST_WORDS: usize = 16;

/// The words of the first reference in a wording, as written and without «پیرو».
///
/// ```
/// use dabir::domain::reference::reference;
/// let wording = "پیرو بند ۷ مصوبه هفتمین جلسه کارگروه در خصوص خانه محله، مقرر شد...";
/// assert_eq!(reference(wording), Some("بند ۷ مصوبه هفتمین جلسه کارگروه"));
/// assert_eq!(reference("پیرو مذاکرات جلسه مقرر شد گزارش داده شود."), None);
/// ```
pub fn reference(wording: &str) -> Option<&str> {
    let words = words(wording);
    let folded: Vec<String> = words.iter().map(|(_, word)| fold(word)).collect();
    let starts = folded
        .windows(2)
        .position(|pair| pair[0] == "پیرو" && NAMED.contains(&pair[1].as_str()))?
        + 1;
    let goes_on = |place: &usize| GOES_ON.contains(&folded[*place].as_str());
    let end = (starts..words.len()).find(goes_on).unwrap_or(words.len());
    let closed = (starts..end)
        .find(|place| words[*place].1.ends_with(['،', '؛', '.', ':', ')', ',']))
        .map(|place| place + 1);
    let end = closed.unwrap_or(end).min(end);
    // «پیرو مصوبه ۲ جلسه پنجم و با توجه به ...»
    let and = end > starts && folded[end - 1] == "و";
    let end = end - usize::from(and);
    let (from, _) = *words.get(starts)?;
    let (last, word) = *words.get(end.checked_sub(1)?)?;
    let found = wording[from..last + word.len()].trim_end_matches(['،', '؛', '.', ':', ')', ',', ' ']);
    (end - starts <= MOST_WORDS).then_some(found)
}

/// Words between blanks with the byte at which each begins.
fn words(text: &str) -> Vec<(usize, &str)> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace().map(|word| (start(word), word)).collect()
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn a_reference_ends_where_the_sentence_goes_on_or_a_mark_closes_it() {
        assert_eq!(
            reference("پیرو مصوبه سوم جلسه پنجم، گزارش ارسال شود."),
            Some("مصوبه سوم جلسه پنجم")
        );
        assert_eq!(
            reference("مقرر شد پیرو بند ۲ صورتجلسه قبل"),
            Some("بند ۲ صورتجلسه قبل")
        );
    }

    #[test]
    fn what_joins_a_reference_to_the_rest_of_the_sentence_is_no_part_of_it() {
        for (text, found) in [
            ("پیرو مصوبه ۲ جلسه پنجم و با توجه به گزارش", "مصوبه ۲ جلسه پنجم"),
            ("پیرو بند ۳ جلسه نهم ، با توجه به گزارش", "بند ۳ جلسه نهم"),
        ] {
            assert_eq!(reference(text), Some(found));
        }
        assert_eq!(reference("پیرو مصوبه و"), Some("مصوبه"));
    }

    #[test]
    fn words_that_never_end_are_no_reference() {
        assert_eq!(reference(&format!("پیرو بند {}", "یک ".repeat(40))), None);
        assert_eq!(reference("پیرو"), None);
        assert_eq!(reference(""), None);
    }
}
