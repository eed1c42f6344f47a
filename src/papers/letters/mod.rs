//! The letters that follow a session (ابلاغ مصوبات): one to each who is to act, with what is his of the resolutions.
//! Does not know where a letter goes, nor in which format.

mod addressees;
mod frame;
mod notice;
mod number;
#[cfg(test)]
mod tests;

pub use addressees::Unaddressed;
pub(super) use addressees::{Addressee, AddresseeKey, LetterPart, OrganisationNames, addressees};
pub(super) use frame::{LetterHead, closing, dated_session, dots, plain_title, signed_by_secretary};
pub use number::LetterNumber;

use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::ids::{OrganisationId, ResolutionId};
use crate::domain::organisation::Organisation;
use crate::exchange::paper::Paper;
use crate::office::query::SessionView;
use crate::words::Words;

/// What letters carry beside what the office knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterAsked {
    /// The day they are of; without one a line is left to fill.
    pub date: Option<Day>,
    /// The number of the first one, from which the others are counted on; without one a line is left to fill.
    pub number: Option<LetterNumber>,
}

/// One letter.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeLetter {
    /// Whom it is for, where that is a known organisation or class of them.
    pub organisation: Option<OrganisationId>,
    /// The full name of that organisation, else the name as written.
    pub name: String,
    /// The short name of the body whose secretariat writes it.
    pub of: String,
    /// Its number, where numbers are counted.
    pub number: Option<String>,
    /// The resolutions in it, in their order.
    pub resolutions: Vec<ResolutionId>,
    /// The letter.
    pub paper: Paper,
}

/// Whose secretariat writes a letter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LetterSender {
    /// The body.
    pub body: Body,
    /// Its secretary by name, where that is known; else her post stands under the letter.
    pub secretary: Option<String>,
}

impl From<Body> for LetterSender {
    fn from(body: Body) -> LetterSender {
        LetterSender {
            body,
            secretary: None,
        }
    }
}

/// Letters that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LetterBatch {
    /// One for each who is to act, in the order in which the resolutions name them.
    pub letters: Vec<OfficeLetter>,
    /// What no letter tells anybody, because it names nobody.
    pub without_responsible: Vec<Unaddressed>,
}

/// Who gets a letter of a session, without the letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipients {
    /// The name of each and how many resolutions are in its letter, in the order of [`LetterBatch::letters`].
    pub named: Vec<(String, usize)>,
    /// What names nobody.
    pub without_responsible: Vec<Unaddressed>,
}

/// Who gets a letter of a session; see [`letters`].
pub fn recipients(view: &SessionView, organisations: &[Organisation]) -> Recipients {
    let names = OrganisationNames::of(organisations);
    let (addressees, without_responsible) = addressees(view.resolutions.iter(), &names);
    let named = addressees.into_iter().map(|one| (one.name, one.parts.len()));
    Recipients {
        named: named.collect(),
        without_responsible,
    }
}

/// The letters of a session. What was cancelled or superseded is in none.
///
/// A deadline that runs from the notification has its day where the view has the day of notification: who records it
/// with [`Command::RecordNotification`](crate::office::command::Command::RecordNotification) does so first, or sets
/// `notified` in session and rows of the view.
pub fn letters(
    words: &Words,
    view: &SessionView,
    organisations: &[Organisation],
    asked: &LetterAsked,
) -> LetterBatch {
    let names = OrganisationNames::of(organisations);
    let (addressees, without_responsible) = addressees(view.resolutions.iter(), &names);
    let mut batch = Batch::new(asked);
    for addressee in &addressees {
        batch.add(addressee, &view.body, |number| {
            notice::notice(words, view, &names, addressee, asked, number)
        });
    }
    LetterBatch {
        letters: batch.finish(),
        without_responsible,
    }
}

/// Letters as they are made, with their numbers counted on.
pub(super) struct Batch {
    letters: Vec<OfficeLetter>,
    number: Option<LetterNumber>,
}

impl Batch {
    /// No letter yet.
    pub(super) fn new(asked: &LetterAsked) -> Batch {
        Batch {
            letters: Vec::new(),
            number: asked.number.clone(),
        }
    }

    /// Adds a body's letter to an addressee, of which `paper` is made with its number.
    pub(super) fn add(
        &mut self,
        addressee: &Addressee,
        body: &Body,
        paper: impl FnOnce(Option<&str>) -> Paper,
    ) {
        let number = self.number.as_ref().map(ToString::to_string);
        self.number = self.number.take().map(LetterNumber::following);
        let paper = paper(number.as_deref());
        let resolutions = addressee.parts.iter().map(|part| part.row.resolution.id.clone());
        self.letters.push(OfficeLetter {
            organisation: addressee.organisation.map(|one| one.id.clone()),
            name: addressee.name.clone(),
            of: body.brief().to_owned(),
            resolutions: resolutions.collect(),
            number,
            paper,
        });
    }

    /// The letters in their order.
    pub(super) fn finish(self) -> Vec<OfficeLetter> {
        self.letters
    }
}
