//! The numbers that Word makes itself: they stand in no text, but rows and clauses are known by them.
//! Does not know what is numbered.

use super::counting::NumberFormat;
use super::styles::is_on;
use super::{attribute, value};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{HashMap, HashSet};

/// Word has nine levels.
const LEVELS: usize = 9;
/// A number that nobody reaches; what a list starts at is cut to it.
const LARGEST_START: u32 = 1_000_000;

/// The lists of a document and how far each has counted.
#[derive(Default)]
pub(super) struct ListCounters {
    /// What lists look like, by abstract numbering.
    kinds: HashMap<String, [ListLevel; LEVELS]>,
    /// The numbering that another one is by the name of its style.
    by_style: HashMap<String, String>,
    linked: HashMap<String, String>,
    lists: HashMap<String, WordList>,
    /// How far each abstract numbering has counted on each level; its lists count on after one another.
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// Levels of lists that have begun anew already.
    begun: HashSet<(String, usize)>,
}

#[derive(Clone, Default)]
struct ListLevel {
    start: Option<u32>,
    format: NumberFormat,
    /// The marker, with `%1` for the number of the first level.
    text: Option<String>,
    /// All numbers of the marker are digits, whatever the format of their levels.
    is_legal: bool,
    /// The level, from 1, whose next number makes this one begin anew; 0 for none.
    restarts_after: Option<usize>,
    /// The style whose paragraphs stand on this level.
    style: Option<String>,
}

#[derive(Default)]
struct WordList {
    kind: String,
    /// Where levels of this list begin anew, other than its kind.
    starts: [Option<u32>; LEVELS],
    /// Levels that are defined anew.
    levels: [Option<ListLevel>; LEVELS],
}

/// Where the reading of `numbering.xml` stands.
#[derive(Default)]
struct DefinitionPlace {
    kind: Option<String>,
    list: Option<String>,
    level: usize,
    /// Inside `w:lvlOverride`.
    is_override: bool,
}

impl ListCounters {
    /// Reads `numbering.xml`; what cannot be read of it counts in digits.
    pub(super) fn read(xml: &str) -> ListCounters {
        let mut numbering = ListCounters::default();
        let mut place = DefinitionPlace::default();
        let mut older = 0;
        let mut reader = Reader::from_str(xml);
        while let Ok(event) = reader.read_event() {
            match event {
                // The same once more, for an older Word.
                Event::Start(tag) if older > 0 || is_older(&tag) => older += 1,
                Event::End(_) if older > 0 => older -= 1,
                Event::Start(tag) | Event::Empty(tag) if older == 0 => numbering.tag(&tag, &mut place),
                Event::End(tag) if tag.local_name().into_inner() == "lvlOverride" => {
                    place.is_override = false
                }
                Event::Eof => break,
                _ => {}
            }
        }
        numbering
    }

    fn tag(&mut self, tag: &BytesStart, place: &mut DefinitionPlace) {
        let place_of = |name| {
            attribute(tag, name)
                .and_then(|level| level.parse().ok())
                .unwrap_or(0)
        };
        match tag.local_name().into_inner() {
            "abstractNum" => {
                *place = DefinitionPlace::default();
                place.kind = attribute(tag, "abstractNumId");
            }
            "num" => {
                *place = DefinitionPlace::default();
                place.list = attribute(tag, "numId");
            }
            "lvlOverride" => (place.level, place.is_override) = (place_of("ilvl"), true),
            "lvl" => {
                place.level = place_of("ilvl");
                if let Some(level) = self.level(place) {
                    *level = ListLevel::default();
                }
            }
            "styleLink" => {
                if let (Some(kind), Some(style)) = (&place.kind, value(tag)) {
                    self.by_style.insert(style, kind.clone());
                }
            }
            "numStyleLink" => {
                if let (Some(kind), Some(style)) = (&place.kind, value(tag)) {
                    self.linked.insert(kind.clone(), style);
                }
            }
            "abstractNumId" | "startOverride" => self.list_tag(tag, place),
            _ => self.level_tag(tag, place),
        }
    }

    fn list_tag(&mut self, tag: &BytesStart, place: &DefinitionPlace) {
        let (Some(list), Some(said)) = (&place.list, value(tag)) else {
            return;
        };
        let list = self.lists.entry(list.clone()).or_default();
        if tag.local_name().into_inner() == "abstractNumId" {
            list.kind = said;
        } else if let Some(start) = list.starts.get_mut(place.level) {
            *start = said.parse().ok();
        }
    }

    fn level_tag(&mut self, tag: &BytesStart, place: &DefinitionPlace) {
        let Some(level) = self.level(place) else { return };
        let number = || value(tag).and_then(|number| number.parse().ok());
        match tag.local_name().into_inner() {
            "start" => level.start = number(),
            "numFmt" => level.format = NumberFormat::named(&value(tag).unwrap_or_default()),
            "lvlText" => level.text = value(tag),
            "isLgl" => level.is_legal = value(tag).is_none_or(|on| is_on(&on)),
            "lvlRestart" => level.restarts_after = number().map(|level| level as usize),
            "pStyle" => level.style = value(tag),
            _ => {}
        }
    }

    /// The level that is being defined.
    fn level(&mut self, place: &DefinitionPlace) -> Option<&mut ListLevel> {
        if let Some(kind) = &place.kind {
            return self.kinds.entry(kind.clone()).or_default().get_mut(place.level);
        }
        let list = place.list.as_ref().filter(|_| place.is_override)?;
        let list = self.lists.entry(list.clone()).or_default();
        Some(list.levels.get_mut(place.level)?.get_or_insert_default())
    }

    /// The level of a list that paragraphs of a style stand on.
    pub(super) fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let levels = self.kinds.get(self.kind_of(list)?)?;
        levels
            .iter()
            .position(|level| level.style.as_deref() == Some(style))
    }

    /// The abstract numbering of a list, through the style that it may be defined by.
    fn kind_of(&self, list: &str) -> Option<&str> {
        let kind = self.lists.get(list)?.kind.as_str();
        let linked = self.linked.get(kind).and_then(|style| self.by_style.get(style));
        Some(linked.map_or(kind, String::as_str))
    }

    /// The marker of the next paragraph of a list, as Word shows it: «1-», «الف)»; nothing for a bullet and for list 0,
    /// which is none.
    pub(super) fn next(&mut self, list: &str, level: usize) -> String {
        if list == "0" {
            return String::new();
        }
        let level = level.min(LEVELS - 1);
        let kind = self.kind_of(list).unwrap_or(list).to_owned();
        let levels = self.levels_of(list, &kind);
        let anew = self.lists.get(list).and_then(|list| list.starts[level]);
        let counts = self.counts.entry(kind).or_default();
        let start = |at: usize| levels[at].start.unwrap_or(1).min(LARGEST_START);
        counts[level] = Some(match counts[level] {
            _ if anew.is_some() && self.begun.insert((list.to_owned(), level)) => {
                anew.unwrap_or(1).min(LARGEST_START)
            }
            Some(count) => count.saturating_add(1),
            None => anew.unwrap_or(start(level)).min(LARGEST_START),
        });
        for deeper in level + 1..LEVELS {
            if levels[deeper].restarts_after.is_none_or(|after| level < after) {
                counts[deeper] = None;
            }
        }
        let numbers: Vec<u32> = (0..=level).map(|at| counts[at].unwrap_or(start(at))).collect();
        marker(&levels, level, &numbers)
    }

    fn levels_of(&self, list: &str, kind: &str) -> [ListLevel; LEVELS] {
        let mut levels = self.kinds.get(kind).cloned().unwrap_or_default();
        if let Some(list) = self.lists.get(list) {
            for (level, anew) in levels.iter_mut().zip(&list.levels) {
                if let Some(anew) = anew {
                    level.clone_from(anew);
                }
            }
        }
        levels
    }
}

fn is_older(tag: &BytesStart) -> bool {
    tag.local_name().into_inner() == "Fallback"
}

/// What stands before the paragraph, without the blank behind it.
fn marker(levels: &[ListLevel; LEVELS], level: usize, numbers: &[u32]) -> String {
    let own = &levels[level];
    if own.format == NumberFormat::Bullet {
        return String::new();
    }
    let Some(text) = &own.text else {
        let number = own.format.written(numbers[level]);
        let sign = if own.format.is_lettered() { ")" } else { "-" };
        return if number.is_empty() { number } else { number + sign };
    };
    let mut marker = String::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let at = signs
            .peek()
            .and_then(|digit| digit.to_digit(10))
            .filter(|_| sign == '%');
        let number = at.and_then(|at| Some((at, *numbers.get((at as usize).checked_sub(1)?)?)));
        match number {
            Some((at, number)) => {
                signs.next();
                let format = levels[at as usize - 1].format;
                let is_digits = own.is_legal && format != NumberFormat::Silent;
                let format = if is_digits { NumberFormat::Digits } else { format };
                marker.push_str(&format.written(number));
            }
            None => marker.push(sign),
        }
    }
    marker.trim().to_owned()
}
