//! The names of the places where commands hold. Does not know which commands there are.

use super::bindings::IN_SESSION;
use super::goes::OF_SESSION;
use super::keymap::Place;
use crate::words::Words;

/// The word of a place.
pub fn word(place: Place) -> &'static str {
    match place {
        Place::Sessions => "screen-sessions",
        Place::Details => "tab-details",
        Place::Agenda => "tab-agenda",
        Place::Attendance => "tab-attendance",
        Place::Notes => "tab-notes",
        Place::Resolutions => "tab-resolutions",
        Place::Raw => "tab-raw",
        Place::Resolution => "resolution-title-bare",
        Place::Note => "screen-note",
        Place::Open => "screen-open",
        Place::Lookup => "screen-lookup",
        Place::Members => "screen-members",
        Place::History => "screen-history",
        Place::Figures => "screen-figures",
        Place::FigureRows => "screen-figure-rows",
        Place::Form => "place-form",
        Place::Settings => "screen-settings",
        Place::Stage(stage) => stage.word(),
    }
}

/// More places than so many are not named one by one.
const NAMED_MAX: usize = 6;

/// Places in words: by their names, the tabs of a session by its own, in any session, or everywhere.
pub fn named(places: &[Place], words: &Words) -> String {
    if places.len() > NAMED_MAX {
        let of_session = places.iter().all(|place| OF_SESSION.contains(place));
        return words.say(match of_session {
            true => "place-of-session",
            false => "place-everywhere",
        });
    }
    if places == IN_SESSION {
        return words.say("screen-session");
    }
    let names: Vec<String> = places.iter().map(|place| words.say(word(*place))).collect();
    names.join(&words.say("place-comma"))
}
