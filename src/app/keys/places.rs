//! The places where commands hold, alone and together, and their names. Does not know which commands there are.

use crate::app::stage::Stage;
use crate::words::Words;
use Place::*;

/// Where one is, as far as keys are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The list of sessions.
    Sessions,
    /// A session's details.
    Details,
    /// Its agenda.
    Agenda,
    /// Its attendance.
    Attendance,
    /// Its notes.
    Notes,
    /// Its resolutions.
    Resolutions,
    /// Its raw text.
    Raw,
    /// One resolution in full.
    Resolution,
    /// One note in full.
    Note,
    /// Open resolutions of all sessions.
    Open,
    /// Everything that has the words that are typed.
    Lookup,
    /// Members, organisations, bodies.
    Members,
    /// The history.
    History,
    /// The figures.
    Figures,
    /// The rows behind a figure.
    FigureRows,
    /// A form.
    Form,
    /// The settings.
    Settings,
    /// What is done with a session before and after its minutes are written.
    Stage(Stage),
}

/// Every place but forms.
pub const EVERYWHERE: &[Place] = &[
    Sessions,
    Details,
    Agenda,
    Attendance,
    Notes,
    Resolutions,
    Raw,
    Resolution,
    Note,
    Open,
    Members,
    History,
    Figures,
    FigureRows,
    INVITATION,
    REVIEW,
    READ_BACK,
    CLOSING,
    CORRECTIONS,
];
pub const INVITATION: Place = Place::Stage(Stage::Invitation);
pub const REVIEW: Place = Place::Stage(Stage::Review);
pub const READ_BACK: Place = Place::Stage(Stage::ReadBack);
pub const CLOSING: Place = Place::Stage(Stage::Closing);
pub const CORRECTIONS: Place = Place::Stage(Stage::Corrections);
/// The tabs of a session.
pub const IN_SESSION: &[Place] = &[Details, Agenda, Attendance, Notes, Resolutions, Raw];
/// The numbers of the tabs open the selected session at its tab from the list, too.
pub const WITH_TABS: &[Place] = &[Sessions, Details, Agenda, Attendance, Notes, Resolutions, Raw];
/// Everywhere but in the list of sessions, the first of all places: its bar names it.
pub const LOOKUP_FROM: &[Place] = EVERYWHERE.split_at(1).1;
const _: () = assert!(matches!(EVERYWHERE[0], Sessions));
/// Where a session is at hand.
pub const OF_SESSION: &[Place] = &[
    Sessions,
    Details,
    Agenda,
    Attendance,
    Notes,
    Resolutions,
    Raw,
    Resolution,
    Note,
    INVITATION,
    REVIEW,
    READ_BACK,
    CLOSING,
    CORRECTIONS,
];

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
