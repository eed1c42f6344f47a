//! «لا» that came out of a page as «ال»: one sign in the font, turned letter by letter. «اعالم» is «اعلام».
//! Only words that are none as they stand are mended, and only to words that are known; «مالی» and «سالن» are words.

/// What stands for what, anywhere in a word. The first is part of no Persian word.
#[rustfmt::skip]
const ANYWHERE: [(&str, &str); 77] = [
    ("اعالم", "اعلام"), ("اطالع", "اطلاع"), ("سالمت", "سلامت"), ("اسالم", "اسلام"), ("اصالح", "اصلاح"), ("ابالغ", "ابلاغ"),
    ("انقالب", "انقلاب"), ("فاضالب", "فاضلاب"), ("سیالب", "سیلاب"), ("مالحظ", "ملاحظ"), ("اختالف", "اختلاف"),
    ("اختالل", "اختلال"), ("استعالم", "استعلام"), ("عالوه", "علاوه"), ("خالصه", "خلاصه"), ("الیروب", "لایروب"),
    ("الیحه", "لایحه"), ("والیت", "ولایت"), ("دالیل", "دلایل"), ("کالس", "کلاس"), ("امالک", "املاک"), ("عالئم", "علائم"),
    ("پالک", "پلاک"), ("مالقات", "ملاقات"), ("بالفاصله", "بلافاصله"), ("بالمانع", "بلامانع"), ("بالعوض", "بلاعوض"),
    ("بالتکلیف", "بلاتکلیف"), ("اجالس", "اجلاس"), ("محالت", "محلات"), ("تشکیالت", "تشکیلات"), ("تسهیالت", "تسهیلات"),
    ("تحصیالت", "تحصیلات"), ("معامالت", "معاملات"), ("مبادالت", "مبادلات"), ("مشکالت", "مشکلات"), ("معضالت", "معضلات"),
    ("محصوالت", "محصولات"), ("مسئوالن", "مسئولان"), ("مسئوالنه", "مسئولانه"), ("صالحیت", "صلاحیت"), ("ذیصالح", "ذیصلاح"),
    ("خالقیت", "خلاقیت"), ("بالیا", "بلایا"), ("گیالن", "گیلان"), ("ایالم", "ایلام"), ("الهیجان", "لاهیجان"),
    ("الرستان", "لارستان"), ("کالن", "کلان"), ("جالل", "جلال"), ("هالل", "هلال"), ("استقالل", "استقلال"),
    ("انحالل", "انحلال"), ("غالم", "غلام"), ("عالمت", "علامت"), ("عالقه", "علاقه"), ("طالیی", "طلایی"),
    ("مداخالت", "مداخلات"), ("الستیک", "لاستیک"), ("تعطیالت", "تعطیلات"), ("انتقاالت", "انتقالات"), ("تمایالت", "تمایلات"),
    ("تعدیالت", "تعدیلات"), ("تفصیالت", "تفصیلات"), ("جمالت", "جملات"), ("حمالت", "حملات"), ("مجالت", "مجلات"),
    ("غالت", "غلات"), ("فالحت", "فلاحت"), ("تالقی", "تلاقی"), ("تالوت", "تلاوت"), ("سالح", "سلاح"),
    ("میالدی", "میلادی"), ("خالء", "خلاء"), ("ابتالء", "ابتلاء"), ("کالنتر", "کلانتر"), ("اال", "الا"),
];
/// What stands for what where it is the whole word.
const WHOLE: [(&str, &str); 11] = [
    ("الزم", "لازم"),
    ("الزمه", "لازمه"),
    ("اصال", "اصلا"),
    ("کامال", "کاملا"),
    ("معموال", "معمولا"),
    ("اوال", "اولا"),
    ("مثال\u{64b}", "مثلا\u{64b}"),
    ("الشه", "لاشه"),
    ("ذیالً", "ذیلاً"),
    ("عمالً", "عملاً"),
    ("قبالً", "قبلاً"),
];
/// So many different words show that the text was turned.
const ENOUGH: usize = 2;

/// The text with its words mended, and how many; nothing where too few words show that it is needed: a text with but one
/// such word may have it from a slip, unless it shows otherwise that it came from pages.
pub(super) fn mended(text: &str, is_from_pages: bool) -> Option<(String, usize)> {
    let mut right = String::with_capacity(text.len());
    let mut seen: Vec<String> = Vec::new();
    let mut count = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let is_letter = |c: char| c.is_alphabetic() || c == '\u{64b}';
        let word = &rest[..rest.find(|c| !is_letter(c)).unwrap_or(rest.len())];
        if word.is_empty() {
            let between = rest.find(is_letter).unwrap_or(rest.len());
            right.push_str(&rest[..between]);
            rest = &rest[between..];
            continue;
        }
        match mended_word(word) {
            Some(known) => {
                count += 1;
                if seen.len() < ENOUGH && !seen.contains(&known) {
                    seen.push(known.clone());
                }
                right.push_str(&known);
            }
            None => right.push_str(word),
        }
        rest = &rest[word.len()..];
    }
    (seen.len() >= ENOUGH || (is_from_pages && !seen.is_empty())).then_some((right, count))
}

fn mended_word(word: &str) -> Option<String> {
    if !word.contains("ال") {
        return None;
    }
    if let Some((_, right)) = WHOLE.iter().find(|(wrong, _)| *wrong == word) {
        return Some((*right).to_owned());
    }
    let (wrong, right) = ANYWHERE
        .iter()
        .find(|(wrong, _)| word.contains(wrong) && !is_word(word, wrong))?;
    Some(word.replacen(wrong, right, 1))
}

/// Words that have such letters in them and are right as they are.
fn is_word(word: &str, wrong: &str) -> bool {
    match wrong {
        // «عالم» with endings, and «سالم» likewise; «اال» at the join of two words.
        "عالمت" => word == "عالمتاب",
        "سالمت" => word.starts_with("سالمتر"),
        "غالت" => word.starts_with("اشتغالت"),
        "کالن" => word.starts_with("اشکالن"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_none_are_mended_and_words_stay() {
        let text =
            "اعالم نیازهای مالی به سالن سالمت، محل‌های باال و کاالهای الزم؛ عدالت در چالش وکالت و مصالح سالم";
        let (right, count) = mended(text, false).unwrap();
        assert_eq!(
            right,
            "اعلام نیازهای مالی به سالن سلامت، محل‌های بالا و کالاهای لازم؛ عدالت در چالش وکالت و مصالح سالم"
        );
        assert_eq!(count, 5);
    }

    #[test]
    fn one_slip_is_left_as_it_is() {
        assert_eq!(mended("اعالم نتیجه. اعالم شد. سالن مالی", false), None);
        assert_eq!(mended("اعلام سلامت", true), None);
        assert!(mended("اعالم نتیجه", true).is_some());
    }

    #[test]
    fn every_pair_is_one_ligature_turned() {
        for (wrong, right) in ANYWHERE.iter().chain(&WHOLE) {
            let turned = right.match_indices("لا").any(|(at, _)| {
                let turned = format!("{}ال{}", &right[..at], &right[at + "لا".len()..]);
                turned == *wrong
            });
            assert!(turned, "{wrong} {right}");
        }
    }
}
