//! The places where commands hold, alone and together, and their names. Does not know which commands there are.

use crate::app::stage::Stage;
use crate::words::Words;
use Place::*;

/// Declares the places by where they are, each with its word: what is said of a kind of place holds for a new one, too.
macro_rules! places {
    (
        of_session: { $($(#[$of_doc:meta])* $of:ident: $of_word:literal,)* }
        elsewhere: { $($(#[$else_doc:meta])* $else:ident: $else_word:literal,)* }
        typed_in: { $($(#[$in_doc:meta])* $in:ident: $in_word:literal,)* }
    ) => {
        /// Where one is, as far as keys are concerned.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Place {
            $($(#[$of_doc])* $of,)*
            $($(#[$else_doc])* $else,)*
            $($(#[$in_doc])* $in,)*
            /// What is done with a session before and after its minutes are written.
            Stage(Stage),
        }

        /// Where a session is at hand.
        pub const OF_SESSION: &[Place] = &with_stages::<{ stages_and(OF_SESSION_ALONE) }>(OF_SESSION_ALONE);
        const OF_SESSION_ALONE: &[Place] = &[$($of),*];
        /// Every place but those that have keys of their own alone: forms, quick lookup, the settings.
        pub const EVERYWHERE: &[Place] = &with_stages::<{ stages_and(NOT_TYPED_IN) }>(NOT_TYPED_IN);
        const NOT_TYPED_IN: &[Place] = &[$($of,)* $($else),*];

        /// The word of a place.
        pub fn word(place: Place) -> &'static str {
            match place {
                $($of => $of_word,)*
                $($else => $else_word,)*
                $($in => $in_word,)*
                Place::Stage(stage) => stage.word(),
            }
        }
    };
}

/// How many places these and the stages are.
const fn stages_and(places: &[Place]) -> usize {
    places.len() + Stage::ALL.len()
}

/// These places, then every stage.
const fn with_stages<const COUNT: usize>(places: &[Place]) -> [Place; COUNT] {
    let mut all = [Sessions; COUNT];
    let mut at = 0;
    while at < COUNT {
        all[at] = match at < places.len() {
            true => places[at],
            false => Place::Stage(Stage::ALL[at - places.len()]),
        };
        at += 1;
    }
    all
}

places! {
    of_session: {
        /// The list of sessions.
        Sessions: "screen-sessions",
        /// A session's details.
        Details: "tab-details",
        /// Its agenda.
        Agenda: "tab-agenda",
        /// Its attendance.
        Attendance: "tab-attendance",
        /// Its notes.
        Notes: "tab-notes",
        /// Its resolutions.
        Resolutions: "tab-resolutions",
        /// Its raw text.
        Raw: "tab-raw",
        /// One resolution in full.
        Resolution: "resolution-title-bare",
        /// One note in full.
        Note: "screen-note",
        /// The vote on a resolution by name.
        Ballots: "screen-ballots",
    }
    elsewhere: {
        /// Open resolutions of all sessions.
        Open: "screen-open",
        /// Members, organisations, bodies.
        Members: "screen-members",
        /// How a body's minutes are laid out.
        Layout: "screen-layout",
        /// The history.
        History: "screen-history",
        /// One change in full.
        Entry: "screen-entry",
        /// The figures.
        Figures: "screen-figures",
        /// The rows behind a figure.
        FigureRows: "screen-figure-rows",
        /// What can be given out.
        Giving: "screen-giving",
        /// A document as it would be given out.
        Preview: "screen-preview",
        /// The review of minutes that are taken in.
        Import: "screen-import",
    }
    typed_in: {
        /// Everything that has the words that are typed.
        Lookup: "screen-lookup",
        /// A form.
        Form: "place-form",
        /// The settings.
        Settings: "screen-settings",
    }
}

pub const INVITATION: Place = Place::Stage(Stage::Invitation);
pub const REVIEW: Place = Place::Stage(Stage::Review);
pub const READ_BACK: Place = Place::Stage(Stage::ReadBack);
pub const CLOSING: Place = Place::Stage(Stage::Closing);
pub const VERSIONS: Place = Place::Stage(Stage::Versions);
pub const LETTERS: Place = Place::Stage(Stage::Letters);
/// The tabs of a session.
pub const IN_SESSION: &[Place] = &[Details, Agenda, Attendance, Notes, Resolutions, Raw];
/// The numbers of the tabs open the selected session at its tab from the list, too.
pub const WITH_TABS: &[Place] = &[Sessions, Details, Agenda, Attendance, Notes, Resolutions, Raw];
/// Everywhere but in the list of sessions, the first of all places: its bar names it.
pub const LOOKUP_FROM: &[Place] = EVERYWHERE.split_at(1).1;
const _: () = assert!(matches!(EVERYWHERE[0], Sessions));

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
