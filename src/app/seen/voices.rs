//! Who may have spoken, offered by the first letters of a name while the speaker of a note is typed. Does not know where
//! voices are read from.

use super::books::Books;
use crate::app::beginnings::{begins, has, wanted};
use crate::domain::ids::SessionId;
use crate::office::query::{KnownAs, Voice};
use crate::text::{EditBuffer, EditCommand, fold};
use crate::ui::{Code, Key, press_editor};

/// So many voices are offered at most; behind them stands what is typed, as it stands.
pub(in crate::app) const OFFERS_MAX: usize = 5;

/// A speaker that is offered.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct SpeakerOffer {
    /// As it is written into the note.
    pub written: String,
    /// The seat, where it has another name.
    pub seat: Option<String>,
    /// Whether it is a voice, not what is typed.
    pub known: bool,
}

/// What is offered for what is typed: voices whose name begins so, then those that have it in name, post or seat.
/// Nothing where nobody answers to it, or where it is a voice in full.
pub(in crate::app) fn offers(books: &Books, session: Option<&SessionId>, typed: &str) -> Vec<SpeakerOffer> {
    let wanted = wanted(typed.trim());
    let voices = session.and_then(|id| books.voices_of(id)).unwrap_or_default();
    let whole = fold(typed);
    if wanted.is_empty() || voices.iter().any(|voice| fold(&voice.written()) == whole) {
        return Vec::new();
    }
    let mut found: Vec<(bool, &Voice)> = voices
        .iter()
        .filter(|voice| answers(voice, &wanted))
        .map(|voice| (!begins(&voice.name, &wanted), voice))
        .collect();
    found.sort_by_key(|(elsewhere, _)| *elsewhere);
    found.truncate(OFFERS_MAX);
    let mut offers: Vec<SpeakerOffer> = found.into_iter().map(|(_, voice)| of(voice)).collect();
    if !offers.is_empty() {
        offers.push(SpeakerOffer {
            written: typed.trim().to_owned(),
            seat: None,
            known: false,
        });
    }
    offers
}

fn answers(voice: &Voice, wanted: &[String]) -> bool {
    let seat = match &voice.known {
        KnownAs::Seat { name, .. } => name.as_str(),
        KnownAs::Guest | KnownAs::Earlier => "",
    };
    let text = format!("{} {seat}", voice.written());
    // Two letters are inside of nearly every name.
    let long = wanted.iter().any(|words| words.chars().count() > 2);
    begins(&text, wanted) || long && has(&text, wanted)
}

fn of(voice: &Voice) -> SpeakerOffer {
    let written = voice.written();
    let seat = match &voice.known {
        KnownAs::Seat { name, .. } if !written.contains(name.as_str()) => Some(name.clone()),
        _ => None,
    };
    SpeakerOffer {
        written,
        seat,
        known: true,
    }
}

/// What a key came to in the field of a speaker.
pub(in crate::app) enum SpeakerPressed {
    /// It meant something here.
    Here,
    /// The speaker stands there: on to the next field.
    Done,
    /// It means something to the form.
    Nothing,
}

/// A key in the field of a speaker.
pub(in crate::app) fn press(
    typed: &mut EditBuffer,
    at: &mut usize,
    offers: &[SpeakerOffer],
    key: Key,
) -> SpeakerPressed {
    match key.code {
        Code::Enter => {
            if let Some(taken) = offers.get(*at).or(offers.first()) {
                typed.apply(EditCommand::SelectAll);
                typed.apply(EditCommand::Paste(taken.written.clone()));
            }
            *at = 0;
            SpeakerPressed::Done
        }
        Code::Up if *at > 0 => {
            *at -= 1;
            SpeakerPressed::Here
        }
        Code::Down if *at + 1 < offers.len() => {
            *at += 1;
            SpeakerPressed::Here
        }
        _ => {
            let outcome = press_editor(typed, key);
            if outcome.changed {
                *at = 0;
            }
            if outcome.changed || outcome.moved {
                SpeakerPressed::Here
            } else {
                SpeakerPressed::Nothing
            }
        }
    }
}
