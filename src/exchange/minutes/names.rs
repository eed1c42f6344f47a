//! Lists of organisations and people to single names, whatever stands between them.
//! Knows the few names that hold a comma, a dash or an «و» themselves, but no office's own list.

use std::sync::LazyLock;

use super::enumerate::{item_number, items_in};
use super::matching::KnownWords;
use super::vocabulary::{AFTER_AND, BEFORE_NAMES, COMPOUNDS, ORGANISATIONS, POSTS, SHORT_NAMES, TITLES};
use super::words::{Word, bare, run_of_any, words};

/// Signs that part names.
const SEPARATORS: &str = "؛;•|—–:/-،,";

static ORGANISATION_WORDS: LazyLock<KnownWords> = LazyLock::new(|| KnownWords::of(&[ORGANISATIONS]));
static POST_WORDS: LazyLock<KnownWords> = LazyLock::new(|| KnownWords::of(&[POSTS]));
static TITLE_WORDS: LazyLock<KnownWords> = LazyLock::new(|| KnownWords::of(&[TITLES]));

/// Whether a folded word begins the name of an organisation.
pub(super) fn is_organisation(key: &str) -> bool {
    ORGANISATION_WORDS.contains(key)
}

/// Whether a folded word is a post.
pub(super) fn is_post(key: &str) -> bool {
    POST_WORDS.contains(key)
}

/// Whether a folded word is an address («آقای»).
pub(super) fn is_title(key: &str) -> bool {
    TITLE_WORDS.contains(key)
}

/// Whether words begin as the name of an organisation, a post or a person does.
pub(super) fn begins_name(words: &[Word]) -> bool {
    let Some(first) = words.first() else { return false };
    let key = first.key.as_str();
    is_organisation(key) || is_post(key) || is_title(key) || run_of_any(words, SHORT_NAMES).is_some()
}

/// Whether a text begins as the name of an organisation, a post or a person does.
pub(super) fn begins_as_a_name(text: &str) -> bool {
    begins_name(&super::words::first_words(text, 6))
}

/// The names of a list, in order and as written: all words of the text are in them.
pub(super) fn names(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for paragraph in text.split('\n') {
        let items = items_in(paragraph);
        if items.is_empty() {
            names_in_paragraph(paragraph, item_number(paragraph).is_some(), &mut found);
        }
        for item in &items {
            names_in_paragraph(&paragraph[item.text.clone()], true, &mut found);
        }
    }
    found
}

/// The responsible organisations of a resolution. Of «ادارات کل شامل: ...» only the listed ones are given.
pub(super) fn organisations(text: &str) -> Vec<String> {
    let announces = |name: &String| words(name).last().is_some_and(|word| word.key == "شامل");
    let mut found: Vec<String> = Vec::new();
    for name in names(text).into_iter().filter(|name| !announces(name)) {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

fn names_in_paragraph(text: &str, one_item: bool, found: &mut Vec<String>) {
    let words = words(text);
    let glued = inside_compounds(&words);
    let list = ListShape::of(text, &words, one_item);
    let mut start = 0;
    let mut first_word = 0;
    let mut depth = 0i32;
    for index in 0..words.len() {
        let gap = words[index].end_byte..words.get(index + 1).map_or(text.len(), |next| next.start_byte);
        let sign = &text[gap.clone()];
        depth = (depth + sign.matches('(').count() as i32 - sign.matches(')').count() as i32).max(0);
        let Some(cut) = (depth == 0 && !glued[index] && index + 1 < words.len())
            .then(|| list.cut(sign, &words, first_word, index))
            .flatten()
        else {
            continue;
        };
        let (end, next_start) = match cut {
            // Dots and brackets before the sign belong to the name: «روح ا...», «(ره)».
            Cut::Gap => {
                let after_bracket = sign.find(')').map(|at| at + 1).unwrap_or(0);
                let sign = gap.start + sign.find(|c| SEPARATORS.contains(c)).unwrap_or(after_bracket);
                (sign, sign)
            }
            Cut::And => (words[index - 1].end_byte, gap.end),
            Cut::With => (words[index - 1].end_byte, words[index + 1].end_byte),
        };
        push_bare(&text[start..end], found);
        start = next_start;
        first_word = index + 1;
    }
    push_bare(&text[start..], found);
}

fn push_bare(text: &str, found: &mut Vec<String>) {
    let name = bare(text);
    if name.chars().any(char::is_alphanumeric) {
        found.push(name.to_owned());
    }
}

/// For every word whether it and the next one belong to one name.
fn inside_compounds(words: &[Word]) -> Vec<bool> {
    let mut glued = vec![false; words.len()];
    for start in 0..words.len() {
        if let Some(count) = run_of_any(&words[start..], COMPOUNDS) {
            glued[start..start + count - 1].fill(true);
        }
    }
    glued
}

enum Cut {
    /// Between two words; the signs are dropped.
    Gap,
    /// The word before is «و»: it is dropped.
    And,
    /// The words before and after are «با همکاری»: they are dropped.
    With,
}

/// What parts the names of one list.
struct ListShape {
    /// A numbered or bulleted item of its own: only what certainly parts two organisations does.
    one_item: bool,
    /// Commas part every name, not only those that begin like one.
    by_commas: bool,
    /// Dashes part every name, even without blanks beside them.
    by_dashes: bool,
    commas: usize,
}

impl ListShape {
    fn of(text: &str, words: &[Word], one_item: bool) -> ListShape {
        let strong =
            text.contains(['؛', ';', '—', '–', '•', '|']) || text.contains(" -") || text.contains("- ");
        let slashes = text.matches(['/']).count();
        let commas = text.matches(['،', ',']).count();
        let listed = words.iter().any(|word| word.key == "شامل");
        let by_dashes = !one_item && text.matches('-').count() > 1;
        ListShape {
            one_item,
            by_dashes,
            by_commas: listed || (!strong && slashes <= 1),
            commas,
        }
    }

    fn cut(&self, sign: &str, words: &[Word], first: usize, at: usize) -> Option<Cut> {
        let next = &words[at + 1..];
        let begins = begins_name(next);
        let cuts = if sign.contains(['؛', ';', '•', '|', '—', '–']) {
            !self.is_person_and_post(words, first, at)
        } else if sign.contains(':') {
            words[at].key == "شامل" || BEFORE_NAMES.contains(&words[at].key.as_str())
        } else if sign.contains('/') {
            !self.one_item || begins
        } else if sign.contains('-') {
            (begins || self.by_dashes || sign.contains(' ')) && !self.is_person_and_post(words, first, at)
        } else if sign.contains(['،', ',']) {
            self.comma_cuts(words, first, at, begins)
        } else if sign.contains(')') && begins && !self.one_item && !is_title(&next[0].key) {
            // «... (مرخصی) اداره ...»
            !self.is_person_and_post(words, first, at)
        } else {
            return self.and_cuts(sign, words, first, at);
        };
        cuts.then_some(Cut::Gap)
    }

    fn comma_cuts(&self, words: &[Word], first: usize, at: usize, begins: bool) -> bool {
        if self.is_person_and_post(words, first, at) {
            return false;
        }
        if begins {
            return true;
        }
        let adjective = |word: Option<&Word>| word.is_some_and(|word| word.key.ends_with('ی'));
        let chain = words.get(at + 2).is_some_and(|word| word.key == "و")
            && adjective(words.get(at))
            && adjective(words.get(at + 1))
            && adjective(words.get(at + 3));
        // One comma and an «و» behind it: «معاونت آموزشی، پژوهشی و فرهنگی» is more likely than a list.
        let lone = self.commas == 1 && words[at + 1..].iter().take(3).any(|word| word.key == "و");
        self.by_commas && !self.one_item && !chain && !lone
    }

    /// «آقای کریمی، مدیرکل ...» and «۱- علی کریمی - معاون ...» are one person.
    fn is_person_and_post(&self, words: &[Word], first: usize, at: usize) -> bool {
        let left = &words[first..=at];
        if left.len() > 8 {
            return false;
        }
        let plain = !left
            .iter()
            .any(|word| is_post(&word.key) || is_organisation(&word.key));
        let next = &words[at + 1].key;
        let addressed = left.first().is_some_and(|word| is_title(&word.key));
        let behind_a_person =
            begins_name(&words[at + 1..]) && !is_title(next) && (addressed || self.one_item);
        // In an item of its own a post and its organisation may be parted by a sign too.
        let post_and_place = self.one_item && !plain && !is_title(next);
        (plain && left.len() <= 6 && behind_a_person) || post_and_place
    }

    fn and_cuts(&self, sign: &str, words: &[Word], first: usize, at: usize) -> Option<Cut> {
        let next = &words[at + 1];
        let is_and = words[at].key == "و" && at > first && sign.trim().is_empty();
        if is_and && !self.one_item {
            let known = run_of_any(&words[at + 1..], SHORT_NAMES).is_some();
            let left_known = (first.max(at.saturating_sub(4))..at)
                .any(|from| run_of_any(&words[from..at], SHORT_NAMES) == Some(at - from));
            if AFTER_AND.contains(&next.key.as_str()) || (known && left_known) {
                return Some(Cut::And);
            }
        }
        let helps = words[at].key == "با" && matches!(next.key.as_str(), "همکاری" | "مشارکت" | "هماهنگی");
        if helps && at > first && words.len() > at + 2 {
            return Some(Cut::With);
        }
        // A class of organisations often follows another name without any sign.
        let class = matches!(next.key.as_str(), "دستگاه" | "دستگاهها" | "دستگاههای")
            && words[at + 1..]
                .iter()
                .take(3)
                .any(|word| matches!(word.key.as_str(), "عضو" | "اجرایی"));
        let stands_alone = !matches!(
            words[at].key.as_str(),
            "و" | "کلیه"
                | "تمامی"
                | "تمام"
                | "سایر"
                | "همه"
                | "از"
                | "به"
                | "با"
                | "نماینده"
                | "همکاری"
                | "توسط"
        );
        let again = next.key == "اداره"
            && words.get(at + 2).is_some_and(|word| word.key == "کل")
            && words[first].key == "اداره"
            && at > first + 1
            && stands_alone;
        ((class && stands_alone && at > first) || again).then_some(Cut::Gap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_of_every_kind_part_names() {
        for text in [
            "بهزیستی - آموزش و پرورش - شهرداری بهار",
            "بهزیستی / آموزش و پرورش / شهرداری بهار",
            "بهزیستی، آموزش و پرورش، شهرداری بهار",
            "بهزیستی؛ آموزش و پرورش؛ شهرداری بهار.",
            "بهزیستی\nآموزش و پرورش\nشهرداری بهار",
            "۱- بهزیستی ۲- آموزش و پرورش ۳- شهرداری بهار",
            "• بهزیستی • آموزش و پرورش • شهرداری بهار",
            "بهزیستی — آموزش و پرورش -شهرداری بهار-",
            "بهزیستی، آموزش و پرورش و شهرداری بهار",
        ] {
            assert_eq!(
                names(text),
                ["بهزیستی", "آموزش و پرورش", "شهرداری بهار"],
                "{text}"
            );
        }
    }

    #[test]
    fn names_with_commas_of_their_own_stay_whole() {
        for (text, count) in [
            ("اداره کل صنعت، معدن و تجارت استان", 1),
            ("تعاون، کار و رفاه اجتماعی، بهزیستی، ورزش و جوانان", 3),
            (
                "معاونت سیاسی ، امنیتی و اجتماعی استانداری / دانشگاه علوم پزشکی",
                2,
            ),
            (
                "اداره کل راه و شهرسازی، اداره کل میراث فرهنگی، گردشگری و صنایع دستی",
                2,
            ),
            ("معاونت آموزشی، پژوهشی و فرهنگی دانشگاه", 1),
            (
                "کمیته امداد امام خمینی (ره، شاخه استان) - دفتر امور روستایی و شوراهای استانداری",
                2,
            ),
        ] {
            assert_eq!(names(text).len(), count, "{text}: {:?}", names(text));
        }
    }

    #[test]
    fn commas_and_slashes_may_be_mixed() {
        let text = "سازمان بنادر، اداره کل بهزیستی / اداره کل صنعت، معدن و تجارت / شهرداری بهار";
        assert_eq!(
            names(text),
            [
                "سازمان بنادر",
                "اداره کل بهزیستی",
                "اداره کل صنعت، معدن و تجارت",
                "شهرداری بهار"
            ]
        );
    }

    #[test]
    fn organisations_joined_by_and_are_parted() {
        assert_eq!(
            organisations("فرمانداران محترم و شهرداریها"),
            ["فرمانداران محترم", "شهرداریها"]
        );
        assert_eq!(
            organisations("اداره کل امور زنان و خانواده"),
            ["اداره کل امور زنان و خانواده"]
        );
        assert_eq!(
            organisations("دفتر بودجه دستگاه های عضو شورا"),
            ["دفتر بودجه", "دستگاه های عضو شورا"]
        );
    }

    #[test]
    fn a_class_with_its_list_gives_the_list() {
        assert_eq!(
            organisations(
                "ادارات کل استان شامل : امور عشایر، تعاون، کار و رفاه اجتماعی، بهزیستی و تبلیغات اسلامی"
            ),
            [
                "امور عشایر",
                "تعاون، کار و رفاه اجتماعی",
                "بهزیستی",
                "تبلیغات اسلامی"
            ]
        );
    }

    #[test]
    fn a_person_and_the_post_behind_a_sign_are_one() {
        assert_eq!(
            names("آقای کریمی، مدیرکل بهزیستی، خانم نوری، معاون شهرداری"),
            ["آقای کریمی، مدیرکل بهزیستی", "خانم نوری، معاون شهرداری"]
        );
        assert_eq!(
            names("۱- علی کریمی - مدیرکل بهزیستی"),
            ["علی کریمی - مدیرکل بهزیستی"]
        );
    }
}
