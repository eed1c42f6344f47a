//! Which written names mean the same organisation or seat: «مدیرکل بهزیستی», «اداره کل بهزیستی استان», «بهزیستی».
//! Does not know any organisation; whoever has a list asks.

use crate::text::fold;
use std::collections::HashMap;

/// Words (folded) that say what kind of office or post it is and whom it serves, not which one.
const GENERIC: &[&str] = &[
    "اداره",
    "ادارات",
    "کل",
    "ادارهکل",
    "سازمان",
    "مدیر",
    "مدیرکل",
    "مدیریت",
    "رییس",
    "ریاست",
    "معاون",
    "معاونت",
    "نماینده",
    "نمایندگی",
    "استان",
    "محترم",
    "محترمه",
    "جناب",
    "اقای",
    "خانم",
    "سرپرست",
    "مسیول",
    "کارشناس",
    "دکتر",
    "مهندس",
];

/// The part of a name that tells which one it is: folded, without [`GENERIC`] words, blanks dropped so that
/// «زندان‌ها» and «زندان ها» agree. The whole folded name where nothing else is left.
pub fn core_name(written: &str) -> String {
    let folded = fold(written);
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    let core: String = words.clone().filter(|w| !GENERIC.contains(w)).collect();
    if core.is_empty() { words.collect() } else { core }
}

/// The whole name, folded, blanks and punctuation dropped.
pub fn whole_name(written: &str) -> String {
    fold(written).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The province or county that a body's name ends with: «استان سپیدرود» of «کارگروه سلامت استان سپیدرود».
///
/// ```
/// use dabir::domain::names::place_in;
/// assert_eq!(place_in("شورای آب شهرستان مهرآباد"), Some("شهرستان مهرآباد"));
/// assert_eq!(place_in("شورای آب استان"), None);
/// ```
pub fn place_in(name: &str) -> Option<&str> {
    let at = ["استان ", "شهرستان "]
        .iter()
        .filter_map(|word| name.rfind(word))
        .min()?;
    let place = name[at..].trim_end();
    let is_word = at == 0 || name[..at].ends_with(char::is_whitespace);
    (is_word && place.contains(char::is_whitespace)).then_some(place)
}

/// Words of fewer letters than this are other words where a letter differs.
const FEWEST_LETTERS: usize = 4;
/// From so many letters on two of them may be slips.
const LONG_WORD: usize = 8;
/// So many words of a name may have slips.
const MOST_WORDS: usize = 2;

/// How far two names lie apart that are not the same one in any spelling but may be one: the slips of typing between
/// them, 1 where only the place differs («شهرداری شهر مهرآباد»). None where they are the same, or where more differs.
///
/// ```
/// use dabir::domain::names::nearness;
/// assert_eq!(nearness("سازمان جهاد کشاوزری", "سازمان جهاد کشاورزی"), Some(1));
/// assert_eq!(nearness("سازمان جهاد كشاورزي", "سازمان جهاد کشاورزی"), None);
/// assert_eq!(nearness("شهرداری آمل", "شهرداری بابل"), None);
/// assert_eq!(nearness("شهرداری شهر آمل", "شهرداری آمل"), Some(1));
/// ```
pub fn nearness(one: &str, other: &str) -> Option<usize> {
    let (one, other) = (words_of(one), words_of(other));
    apart(&one, &other, &[])
}

/// As [`nearness`]; a name with one of these places behind it may be the one without it.
fn apart(one: &[String], other: &[String], places: &[Vec<String>]) -> Option<usize> {
    slips_between(one, other).or_else(|| {
        let is_one = PlacedName::of(one).may_be(&PlacedName::of(other), places);
        is_one.then_some(1)
    })
}

/// Words (folded) for kinds of places: an office is called with and without the one that it serves.
const PLACE_KINDS: [&str; 4] = ["شهر", "شهرستان", "استان", "بخش"];
/// The name of a place has so many words at most.
const LONGEST_PLACE: usize = 3;

/// A name taken apart: the words that tell which one it is, and the kinds of places that it names.
struct PlacedName<'a> {
    core: Vec<&'a str>,
    kinds: Vec<&'a str>,
}

impl<'a> PlacedName<'a> {
    fn of(words: &'a [String]) -> PlacedName<'a> {
        let words = words.iter().map(String::as_str);
        let (kinds, rest): (Vec<&str>, Vec<&str>) = words.partition(|word| PLACE_KINDS.contains(word));
        let core = rest.into_iter().filter(|word| !GENERIC.contains(word)).collect();
        PlacedName { core, kinds }
    }

    /// Whether both may be one: with and without the kind of a place, or with and without a whole place behind it.
    fn may_be(&self, other: &PlacedName, places: &[Vec<String>]) -> bool {
        let (short, long) = match self.core.len() + self.kinds.len() <= other.core.len() + other.kinds.len() {
            true => (self, other),
            false => (other, self),
        };
        let behind = long.core.strip_prefix(short.core.as_slice());
        let (Some(behind), false) = (behind, short.core.is_empty()) else {
            return false;
        };
        match behind {
            [] => short.kinds.len() < long.kinds.len() && long.kinds.ends_with(&short.kinds),
            place if place.len() > LONGEST_PLACE || !short.kinds.is_empty() => false,
            place => !long.kinds.is_empty() || places.iter().any(|known| known == place),
        }
    }
}

/// The words (folded) of the place that a name has with its kind: «سپیدرود» of «بهزیستی استان سپیدرود».
fn place_words(words: &[String]) -> Option<Vec<String>> {
    let at = words
        .iter()
        .rposition(|word| PLACE_KINDS.contains(&word.as_str()))?;
    let place = &words[at + 1..];
    (1..=LONGEST_PLACE).contains(&place.len()).then(|| place.to_vec())
}

/// The folded words of a name.
fn words_of(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn slips_between(one: &[String], other: &[String]) -> Option<usize> {
    if one.len() != other.len() || one.concat() == other.concat() {
        return None;
    }
    let differing: Vec<_> = one
        .iter()
        .zip(other)
        .filter(|(one, other)| one != other)
        .collect();
    if differing.len() > MOST_WORDS {
        return None;
    }
    differing
        .into_iter()
        .map(|(one, other)| slips_in(one, other))
        .sum()
}

/// The slips in a word that is another one; none where they are two words, or numbers.
fn slips_in(one: &str, other: &str) -> Option<usize> {
    let letters = one.chars().count().min(other.chars().count());
    let most = if letters >= LONG_WORD { 2 } else { 1 };
    let is_number = one.chars().chain(other.chars()).any(char::is_numeric);
    let slips = strsim::osa_distance(one, other);
    (letters >= FEWEST_LETTERS && slips <= most && !is_number).then_some(slips)
}

/// Known names, ready to be compared with written ones.
pub struct NearNames<'a> {
    known: Vec<(Vec<String>, &'a str)>,
    /// Places that one of the names, or a body, is of.
    places: Vec<Vec<String>>,
}

impl<'a> NearNames<'a> {
    /// These names.
    pub fn of(names: impl Iterator<Item = &'a str>) -> NearNames<'a> {
        let known: Vec<(Vec<String>, &str)> = names.map(|name| (words_of(name), name)).collect();
        let places = known.iter().filter_map(|(words, _)| place_words(words));
        let places = places.collect();
        NearNames { known, places }
    }

    /// The same in an office of these places, «استان سپیدرود».
    pub fn in_places<'p>(mut self, places: impl Iterator<Item = &'p str>) -> NearNames<'a> {
        self.places
            .extend(places.filter_map(|place| place_words(&words_of(place))));
        self
    }

    /// The known name that a written one is nearest to, by [`nearness`]; none where it is one of them.
    pub fn near(&self, written: &str) -> Option<&'a str> {
        let words = words_of(written);
        let whole = words.concat();
        if self.known.iter().any(|(known, _)| known.concat() == whole) {
            return None;
        }
        let near = self.known.iter();
        let near = near.filter_map(|(known, name)| Some((apart(&words, known, &self.places)?, *name)));
        near.min_by_key(|(slips, _)| *slips).map(|(_, name)| name)
    }
}

/// Finds things by the names people write for them.
#[derive(Clone, Debug)]
pub struct NameIndex<T> {
    whole: HashMap<String, T>,
    core: HashMap<String, Option<T>>,
}

impl<T> Default for NameIndex<T> {
    fn default() -> Self {
        NameIndex {
            whole: HashMap::new(),
            core: HashMap::new(),
        }
    }
}

impl<T: Clone + PartialEq> NameIndex<T> {
    /// Adds a name of `thing`. The first thing with a whole name keeps it; a core name shared by two things finds
    /// neither.
    pub fn add(&mut self, name: &str, thing: &T) {
        self.whole
            .entry(whole_name(name))
            .or_insert_with(|| thing.clone());
        let found = self
            .core
            .entry(core_name(name))
            .or_insert_with(|| Some(thing.clone()));
        if found.as_ref() != Some(thing) {
            *found = None;
        }
    }

    /// The thing that `written` names: by its whole name, else by its core name where that is one thing's alone.
    pub fn find(&self, written: &str) -> Option<T> {
        let by_whole = self.whole.get(&whole_name(written));
        by_whole
            .or_else(|| self.core.get(&core_name(written))?.as_ref())
            .cloned()
    }

    /// As [`NameIndex::find`], for an office of a province or county: a name with that place behind it and one without
    /// it are one, «بهزیستی» and «بهزیستی استان سپیدرود», where they agree in everything else.
    pub fn find_in(&self, written: &str, place: Option<&str>) -> Option<T> {
        self.find(written).or_else(|| {
            let place = core_name(place?);
            let core = core_name(written);
            let other = match core.strip_suffix(&place) {
                Some(rest) => rest.to_owned(),
                None => core + &place,
            };
            self.core.get(&other)?.clone()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_organisation_agree_in_their_core() {
        for other in [
            "بهزیستی",
            "مدیر کل محترم بهزیستی استان",
            "ادارهٔ كل بهزيستي",
            "اداره‌کل بهزیستی استان",
        ] {
            assert_eq!(core_name("اداره کل بهزیستی استان"), core_name(other), "{other}");
        }
        assert_ne!(
            core_name("اداره کل آموزش و پرورش"),
            core_name("اداره کل آموزش فنی و حرفه‌ای")
        );
    }

    #[test]
    fn a_name_with_its_hamza_on_another_seat_is_the_same_name() {
        let mut index = NameIndex::default();
        index.add("هیئت حمایت از صنایع", &1);
        index.add("مؤسسه استاندارد", &2);
        index.add("رئیس دانشگاه", &3);
        for (written, thing) in [
            ("هیأت حمایت از صنایع", 1),
            ("هيات حمايت از صنايع", 1),
            ("موسسهٔ استاندارد", 2),
            ("رییس دانشگاه", 3),
        ] {
            assert_eq!(index.find(written), Some(thing), "{written}");
        }
    }

    #[test]
    fn a_name_with_the_office_s_own_place_and_one_without_it_are_one() {
        let place = Some("استان سپیدرود");
        for (known, written) in [
            ("اداره کل بهزیستی", "اداره کل بهزیستی استان سپیدرود"),
            ("اداره کل بهزیستی استان سپیدرود", "بهزیستی"),
            ("بهزیستی سپیدرود", "اداره کل بهزیستی استان"),
        ] {
            let mut index = NameIndex::default();
            index.add(known, &1);
            assert_eq!(index.find_in(written, place), Some(1), "{written}");
            assert_eq!(index.find_in(written, Some("استان کوهسار")), None, "{written}");
            assert_eq!(index.find_in(written, None), None, "{written}");
        }
        let mut index = NameIndex::default();
        index.add("بهزیستی شهرستان مهرآباد", &1);
        assert_eq!(index.find_in("بهزیستی", Some("شهرستان مهرآباد")), Some(1));
        assert_eq!(index.find_in("استان سپیدرود", place), None);
        index.add("بهزیستی", &2);
        assert_eq!(index.find_in("بهزیستی", Some("شهرستان مهرآباد")), Some(2));
        assert_eq!(
            index.find_in("اداره بهزیستی شهرستان مهرآباد", Some("شهرستان مهرآباد")),
            Some(1)
        );
    }

    #[test]
    fn an_office_with_and_without_its_place_may_be_one_and_two_places_are_two() {
        let near = |known: &[&'static str], written: &str| {
            let names = NearNames::of(known.iter().copied());
            names.in_places(["استان سپیدرود"].into_iter()).near(written)
        };
        for (known, written) in [
            ("شهرداری مهرآباد", "شهرداری شهر مهرآباد"),
            ("شهرداری شهر مهرآباد", "شهرداري مهرآباد"),
            ("فرمانداری مهرآباد", "فرمانداری شهرستان مهرآباد"),
            ("اداره کل بهزیستی", "بهزیستی استان سپیدرود"),
            ("اداره کل بهزیستی استان کوهسار", "اداره کل بهزیستی"),
            ("اداره کل بهزیستی", "اداره کل بهزیستی سپیدرود"),
        ] {
            assert_eq!(near(&[known], written), Some(known), "{written}");
        }
        for (known, written) in [
            ("شورای شهر", "شورای استان"),
            ("شهرداری مهرآباد", "شهرداری شهر کوهسار"),
            ("بهزیستی استان سپیدرود", "بهزیستی شهرستان مهرآباد"),
            ("شرکت آب", "شرکت آب و فاضلاب"),
            ("اداره کل بهزیستی", "اداره کل بهزیستی کوهسار"),
            ("معاونت درمان", "مدیریت درمان"),
        ] {
            assert_eq!(near(&[known], written), None, "{written}");
        }
    }

    #[test]
    fn the_place_of_a_body_is_behind_its_name() {
        assert_eq!(place_in("کارگروه سلامت استان سپیدرود"), Some("استان سپیدرود"));
        for name in ["شورای شهر", "کارگروه سلامت استان", "شورای دبستان ها"]
        {
            assert_eq!(place_in(name), None, "{name}");
        }
    }

    #[test]
    fn a_core_shared_by_two_things_finds_neither_but_whole_names_do() {
        let mut index = NameIndex::default();
        index.add("اداره کل استان", &1);
        index.add("معاونت درمان", &2);
        index.add("مدیریت درمان", &3);
        assert_eq!(index.find("درمان"), None);
        assert_eq!(index.find("مدیریت درمان"), Some(3));
        assert_eq!(index.find("اداره کل استان"), Some(1));
    }
}
