//! Who gets a letter and what of the resolutions is his: those that name him, or the clauses that do.
//! Does not know what a letter says about it.

use crate::domain::ids::{OrganisationId, ResolutionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{ClauseState, Resolution, Responsible, Status};
use crate::domain::wording;
use crate::office::query::ResolutionRow;
use crate::text::fold_tight;
use std::collections::HashMap;

/// The organisations of an office by their ids.
pub(in crate::papers) struct OrganisationNames<'a>(HashMap<&'a OrganisationId, &'a Organisation>);

/// One who gets a letter.
pub(in crate::papers) struct Addressee<'a> {
    /// The organisation or class, where it is a known one.
    pub organisation: Option<&'a Organisation>,
    /// Its full name, else the name as written first.
    pub name: String,
    /// What is its of the resolutions, in their order.
    pub parts: Vec<LetterPart<'a>>,
}

/// What of a resolution somebody is to do.
pub(in crate::papers) struct LetterPart<'a> {
    /// The resolution.
    pub row: &'a ResolutionRow,
    /// Whether the resolution names it as a whole.
    pub whole: bool,
    /// The letters of the clauses that name it, in their order.
    pub letters: Vec<String>,
    /// How often the resolution as a whole names it, and then each of those clauses.
    pub times: Vec<usize>,
    /// Who it is in [`Resolution::responsible`] and in those of clauses.
    pub who: AddresseeKey,
}

/// A resolution, or clauses of one, that nobody is named for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unaddressed {
    /// The resolution.
    pub resolution: ResolutionId,
    /// Its row.
    pub row: Option<u32>,
    /// Its subject, or the first line of its wording.
    pub name: String,
    /// The letters of the clauses; none where it is the whole resolution.
    pub clauses: Vec<String>,
}

/// By what two names are known to mean the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::papers) enum AddresseeKey {
    Known(OrganisationId),
    Written(String),
}

impl<'a> OrganisationNames<'a> {
    /// Those of a list.
    pub fn of(organisations: &'a [Organisation]) -> OrganisationNames<'a> {
        let by_id = organisations.iter().map(|one| (&one.id, one));
        OrganisationNames(by_id.collect())
    }

    /// The organisation that was found for a name, where it is still known.
    pub fn organisation(&self, who: &Responsible) -> Option<&'a Organisation> {
        self.0.get(who.organisation.as_ref()?).copied()
    }

    /// Its full name, else the name as written.
    pub fn name(&self, who: &'a Responsible) -> &'a str {
        let known = self.organisation(who);
        known.map_or(who.written.trim(), |one| one.name.as_str())
    }
}

impl LetterPart<'_> {
    /// Whether the whole resolution is to be done by it: where clauses name it, these are, as figures of execution have
    /// it too.
    pub fn has_whole(&self) -> bool {
        self.whole && self.letters.is_empty()
    }

    /// Whether a clause is to be done by it: one that names it, or of its whole resolution one that names nobody.
    pub fn is_about(&self, letter: &String, clause: &ClauseState) -> bool {
        self.letters.contains(letter) || (self.has_whole() && clause.responsible.is_empty())
    }
}

impl AddresseeKey {
    /// Of a name; none where nothing is written.
    pub fn of(who: &Responsible) -> Option<AddresseeKey> {
        match &who.organisation {
            Some(id) => Some(AddresseeKey::Known(id.clone())),
            None if who.written.trim().is_empty() => None,
            None => Some(AddresseeKey::Written(fold_tight(&who.written))),
        }
    }

    /// Whether a name means it.
    pub fn is(&self, who: &Responsible) -> bool {
        match (self, &who.organisation) {
            (AddresseeKey::Known(mine), Some(theirs)) => mine == theirs,
            (AddresseeKey::Written(mine), None) => fold_tight(&who.written) == *mine,
            _ => false,
        }
    }
}

/// Who gets a letter about these resolutions, in the order in which they are named, and what names nobody. Cancelled and
/// superseded ones are passed over, and what is confidential.
pub(in crate::papers) fn addressees<'a>(
    rows: impl Iterator<Item = &'a ResolutionRow>,
    names: &OrganisationNames<'a>,
) -> (Vec<Addressee<'a>>, Vec<Unaddressed>) {
    let (mut found, mut places) = (Vec::new(), HashMap::new());
    let mut nobody = Vec::new();
    let in_force = |row: &&ResolutionRow| {
        !matches!(row.status, Status::Cancelled | Status::Superseded) && !row.resolution.confidential
    };
    for row in rows.filter(in_force) {
        for (key, who, part) in parts(row) {
            let at = *places.entry(key).or_insert_with(|| {
                found.push(Addressee {
                    organisation: names.organisation(who),
                    name: names.name(who).to_owned(),
                    parts: Vec::new(),
                });
                found.len() - 1
            });
            found[at].parts.push(part);
        }
        nobody.extend(unaddressed(&row.resolution));
    }
    (found, nobody)
}

/// Everyone whom a resolution or a clause of it names, each once.
fn parts(row: &ResolutionRow) -> Vec<(AddresseeKey, &Responsible, LetterPart<'_>)> {
    let (mut parts, mut places) = (Vec::new(), HashMap::new());
    let mut named = |who, letter: Option<&str>| {
        let Some(key) = AddresseeKey::of(who) else {
            return;
        };
        let at = *places.entry(key.clone()).or_insert_with(|| {
            let part = LetterPart {
                row,
                whole: false,
                letters: Vec::new(),
                times: vec![0],
                who: key.clone(),
            };
            parts.push((key, who, part));
            parts.len() - 1
        });
        let part = &mut parts[at].2;
        match letter {
            None => part.whole = true,
            // A clause that names it twice is one clause.
            Some(letter) if part.letters.last().is_some_and(|last| last == letter) => {}
            Some(letter) => {
                part.letters.push(letter.to_owned());
                part.times.push(0);
            }
        }
        if let Some(times) = part.times.last_mut() {
            *times += 1;
        }
    };
    let resolution = &row.resolution;
    resolution.responsible.iter().for_each(|who| named(who, None));
    for letter in resolution.known_letters() {
        let clause = resolution.clauses.get(&letter);
        let whos = clause.map_or(&[][..], |clause| clause.responsible.as_slice());
        whos.iter().for_each(|who| named(who, Some(&letter)));
    }
    parts
}

/// What of a resolution names nobody: all of it, or clauses where it has no one for the whole.
fn unaddressed(resolution: &Resolution) -> Option<Unaddressed> {
    let is_named = |whos: &[Responsible]| whos.iter().any(|who| AddresseeKey::of(who).is_some());
    if is_named(&resolution.responsible) {
        return None;
    }
    let of_clause = |letter: &str| resolution.clauses.get(letter).map(|clause| &clause.responsible);
    let letters = wording::clauses(&resolution.text).into_iter();
    let letters: Vec<String> = letters.map(|clause| clause.letter).collect();
    let clauses: Vec<String> = letters
        .into_iter()
        .filter(|letter| !of_clause(letter).is_some_and(|whos| is_named(whos)))
        .collect();
    let all = !resolution
        .clauses
        .values()
        .any(|clause| is_named(&clause.responsible));
    (all || !clauses.is_empty()).then(|| Unaddressed {
        resolution: resolution.id.clone(),
        row: resolution.row,
        name: resolution.name().to_owned(),
        clauses: if all { Vec::new() } else { clauses },
    })
}
