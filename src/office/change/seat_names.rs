//! The names that a seat of a body goes by: its own, its organisation's, its holders'.
//! Does not know who came to a session.

use crate::calendar::Day;
use crate::domain::attendance::Attendance;
use crate::domain::ids::OrganisationId;
use crate::domain::names::{NameIndex, core_name, whole_name};
use crate::domain::organisation::Organisation;
use crate::domain::seat::{Holder, Seat};
use crate::text::fold;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Posts (folded) at the head of an office, which may stand before its name: «مدیرعامل شرکت گاز».
const HEADS: &[&str] = &[
    "مدیر",
    "مدیرکل",
    "مدیریت",
    "مدیرعامل",
    "عامل",
    "کل",
    "رییس",
    "ریاست",
    "سرپرست",
    "فرمانده",
    "مسیول",
    "دبیر",
    "جناب",
    "اقای",
    "خانم",
    "محترم",
    "محترمه",
];

/// Words (folded) that say nothing of which office or person is meant.
const SAY_NOTHING: &[&str] = &[
    "اقای",
    "خانم",
    "جناب",
    "سرکار",
    "محترم",
    "محترمه",
    "دکتر",
    "مهندس",
    "حاج",
];

/// Words (folded) of a name that say where an office is, not which.
const PLACES: &[&str] = &["استان", "شهرستان", "شهر", "بخش"];

/// A seat that a name was found to mean, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sure {
    /// By a name that is its own.
    Certain(usize),
    /// By a name that is like one of its own.
    Perhaps(usize),
}

/// A holder's folded name and days.
type Holding = (String, Option<Day>, Option<Day>);

/// Finds seats by what people write for them.
pub(super) struct SeatNames {
    own: NameIndex<usize>,
    holders: NameIndex<usize>,
    /// Who held each seat, by folded name, from which day to which.
    held: Vec<Vec<Holding>>,
    /// The words that tell which seat it is, of the seats that the body has, for names that are like them.
    telling: Vec<BTreeSet<String>>,
    /// The seat that alone has these telling words.
    told_by: HashMap<BTreeSet<String>, Option<usize>>,
    /// How many seats there are, new ones with them.
    count: usize,
    /// Words of the body's own name that say where it is.
    here: HashSet<String>,
}

impl SeatNames {
    pub fn of(seats: &[Seat], organisations: &[Organisation], body: &str) -> SeatNames {
        let by_id: HashMap<&OrganisationId, &Organisation> = organisations
            .iter()
            .map(|organisation| (&organisation.id, organisation))
            .collect();
        let mut names = SeatNames {
            own: NameIndex::default(),
            holders: NameIndex::default(),
            held: Vec::new(),
            telling: Vec::new(),
            told_by: HashMap::new(),
            count: 0,
            here: places_in(body),
        };
        for (at, seat) in seats.iter().enumerate() {
            names.add(&seat.name);
            names.telling.push(names.telling_words(&seat.name));
            let organisation = seat.organisation.as_ref().and_then(|id| by_id.get(id));
            for name in organisation
                .into_iter()
                .flat_map(|organisation| organisation.names())
            {
                names.own.add(name, &at);
            }
            seat.holders
                .iter()
                .for_each(|holder| names.holders.add(&holder.name, &at));
            let holding = |holder: &Holder| (core_name(&holder.name), holder.from, holder.until);
            names.held.push(seat.holders.iter().map(holding).collect());
        }
        names
    }

    /// Adds a seat behind the others; returns its place.
    pub fn add(&mut self, name: &str) -> usize {
        let at = self.count;
        self.count += 1;
        self.own.add(name, &at);
        let told_by = self.told_by.entry(self.telling_words(name));
        told_by.and_modify(|seat| *seat = None).or_insert(Some(at));
        at
    }

    /// The seat that a name of an attendance means, alone or by the person beside it.
    pub fn find(&self, name: &str, mark: &Attendance, day: Option<Day>) -> Option<Sure> {
        let parts = parts_of(name);
        let own = || {
            self.own
                .find(name)
                .or_else(|| parts.iter().find_map(|part| self.own.find(part)))
        };
        let people = mark.person.as_deref().map(parts_of).unwrap_or_default();
        let held = || {
            people
                .iter()
                .chain(&parts)
                .find_map(|part| self.held_by(part, day))
        };
        let headed = || {
            let all = std::iter::once(&name).chain(&parts).chain(people.iter().skip(1));
            all.filter_map(|part| self.own.find(without_head(part)?)).next()
        };
        if let Some(seat) = own().or_else(held).or_else(headed) {
            return Some(Sure::Certain(seat));
        }
        self.like(name)
            .or_else(|| parts.iter().find_map(|part| self.like(part)))
    }

    fn held_by(&self, person: &str, day: Option<Day>) -> Option<usize> {
        let seat = self.holders.find(person)?;
        let person = core_name(person);
        let then = |(name, from, until): &Holding| {
            let holds = |day| from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until);
            *name == person && day.is_none_or(holds)
        };
        self.held[seat].iter().any(then).then_some(seat)
    }

    /// The one seat whose telling words are those of the name: that is certain. Or all of them are in the name, or the
    /// other way round.
    fn like(&self, name: &str) -> Option<Sure> {
        let words = self.telling_words(name);
        if words.is_empty() {
            return None;
        }
        if let Some(same) = self.told_by.get(&words) {
            return same.map(Sure::Certain);
        }
        let near = |telling: &BTreeSet<String>| {
            !telling.is_empty() && (telling.is_subset(&words) || words.is_subset(telling))
        };
        let mut found = (0..self.telling.len()).filter(|at| near(&self.telling[*at]));
        let seat = found.next()?;
        found.next().is_none().then_some(Sure::Perhaps(seat))
    }

    /// The words of a name that tell which office it is, without those that say that it is here.
    fn telling_words(&self, name: &str) -> BTreeSet<String> {
        let says =
            |word: &str| !HEADS.contains(&word) && !PLACES.contains(&word) && word != "و" && word != "اداره";
        let words = words_of(name).filter(|word| says(word) && !self.here.contains(word));
        words.collect()
    }
}

/// The parts of «نام، سمت» and «سمت (نام)».
fn parts_of(name: &str) -> Vec<&str> {
    let parts = name.split(['،', ',', '(', ')', '-', '–', '/']).map(str::trim);
    let parts: Vec<&str> = parts
        .filter(|part| part.contains(char::is_alphanumeric))
        .collect();
    parts
}

/// A name without the posts before it; none where none stands there, or nothing else.
fn without_head(name: &str) -> Option<&str> {
    let mut rest = name.trim();
    while let Some((first, behind)) = rest.split_once(char::is_whitespace) {
        if !HEADS.contains(&fold(first).as_str()) {
            break;
        }
        rest = behind.trim_start();
    }
    (rest.len() < name.trim().len()).then_some(rest)
}

/// The names of places in a body's name: the words behind «استان» and «شهرستان».
fn places_in(body: &str) -> HashSet<String> {
    let words: Vec<String> = words_of(body).collect();
    let place = words.iter().position(|word| PLACES.contains(&word.as_str()));
    place
        .map(|at| words[at + 1..].iter().cloned().collect())
        .unwrap_or_default()
}

fn words_of(name: &str) -> impl Iterator<Item = String> {
    let folded = fold(name);
    let words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

/// Whether every word of a text stands in one of the known ones, blanks aside, or carries nothing.
pub(super) fn says_nothing_new(written: &str, known: &[&str]) -> bool {
    let known: String = known
        .iter()
        .map(|known| whole_name(known))
        .collect::<Vec<_>>()
        .join(" ");
    let new = |word: &String| !SAY_NOTHING.contains(&word.as_str()) && !known.contains(word.as_str());
    known.contains(&core_name(written)) || !words_of(written).any(|word| new(&word))
}
