//! The verification code of final minutes: a short code that agrees with their content and with no other.
//! Knows no store; the records are given.
//!
//! # What the code is made of
//! SHA-256 over the canonical text below; its first sixty bits, most significant first, as twelve letters of
//! Crockford's base 32 (`0123456789ABCDEFGHJKMNPQRSTVWXYZ`), in three groups of four: `7K3M-9QXA-2BCD`.
//!
//! The canonical text of version 1 is UTF-8, one field a line, `name=value` and a line feed. In a value a backslash is
//! `\\`, a line feed `\n` and a carriage return `\r`; everything else stands as it is stored. A field without a value
//! is left out, and so is an empty list. Days are ISO (`2022-06-02`), times `07:30`, numbers decimal. The lines, in
//! this order:
//!
//! - `dabir-minutes=1`
//! - the head: `session` (id), `body` (id), `year`, `ordinal`, `kind` (`ordinary`, `extraordinary`, `joint`),
//!   `invitation_number`, `invitation_date`, `date`, `weekday_written`, `start`, `end`, `place`, `chair`,
//!   `secretary`, `signed_chair`, `signed_secretary`, `signed_date`
//! - for each agenda item: `agenda` (title), `agenda_minutes`, `agenda_kind` (`open_resolutions`, `previous_minutes`, else left
//!   out)
//! - for each guest: `guest` (name), `guest_post`
//! - for each annex: `annex` (its title, or nothing behind the sign), then for each row `annex_row` (the number of
//!   its cells) and for each of them `annex_cell`
//! - for each line of signature: `signature`
//! - for each earlier session whose minutes it approved: `approves` (id), `approves_version`, `approves_code`, for each
//!   correction approved with them `approves_correction` (its number)
//! - for each attendance record, by the bytes of the seat's id: `seat` (id), `status` (`present`, `video`,
//!   `represented`, `excused`, `absent`, `unticked`), `person`, `representative`, `representative_post`, `reason`,
//!   `arrived`, `departed`
//! - for each note, by position and id: `note` (its words), `note_speaker`, `note_at`, `note_agenda_item`
//! - for each resolution, by position and id: `resolution` (its wording), `row`, `subject`, `deadline` (as written),
//!   for each responsible `responsible` (as written), `follows` (as written), `resolution_agenda_item`,
//!   `resolution_note` (the place of its note, from 1), then for each clause of which organisations or a deadline are
//!   known, by the bytes of its letter: `clause` (letter), `clause_deadline`, for each `clause_responsible`
//!
//! The canonical text of version 2 has these lines too, and records in which none of them stands have version 1, so that
//! their code is what it always was:
//!
//! - behind an agenda item: `agenda_result` (`adopted`, `amended`, `postponed`, `refused`, `withdrawn`),
//!   `agenda_confidential` (`yes`, else left out); behind all of them for each break `break` and `break_until`
//! - behind an attendance record, for each later time in the room: `again`, `again_departed`
//! - behind a resolution and its clauses: `confidential` (`yes`, else left out), `vote` (`count`, `secret`, `by_name`),
//!   `vote_at`, then for each of `for`, `against`, `abstaining` `vote_of` (that word) and `votes` (how many); of a vote
//!   by name for each seat, by the bytes of its id, `vote_of` and `vote_seat` (id)
//!
//! The canonical text of version 3 has the lines of both; behind them stands what is shown around the records and was as
//! good as signed. Minutes that are signed now have it:
//!
//! - `body_name`, `body_short_name`, `body_place`, `body_chair_post`, `body_secretary_post`; `quorum` (`seats 9`,
//!   `at_least 2/3`, `more_than 1/2`), `majority` (`simple`, or such a part and of whom), for each section of the layout `section`, for each column of the table of
//!   resolutions `column` (its field and its share), `attendance_form` (`table`, `running`)
//! - for each seat of the roll, by order and id: `roll_seat` (id), `roll_order`, `roll_name`, and of its holder of the
//!   day `holder`, `holder_post`
//!
//! The canonical text of version 4 has these lines, too; records without them have version 3 with what stands around them,
//! and alone one of the first two:
//!
//! - behind an agenda item for each of its files `agenda_attachment` (its name), `attachment_bytes`, `attachment_sha256`
//!   (hex); behind the annexes the same as `attachment` for the files of the session; behind a resolution and its vote as
//!   `resolution_attachment`
//!
//! A field that comes later is a line that is left out without a value, so codes that were made before go on to agree.
//!
//! Not in it, because they are for the secretary alone: private notes, and when items were talked about.
//!
//! Not in it, because they may change after the minutes are final: the state and the day of notification of the
//! session, its own approval, statuses, follow-ups and longer times, and the ids that written names were found to mean.
//!
//! Every record is taken apart whole in `canonical`: a new field does not compile until it is either in the text, with a new
//! version, or named as left out.

mod canonical;
mod difference;
mod surroundings;

use super::attendance::Attendance;
use super::body::Body;
use super::resolution::Resolution;
use super::seat::Seat;
use super::session::{Note, Session};
pub use canonical::canonical;
pub use difference::{Difference, differences};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The latest version of the canonical text that is known.
pub const VERSION: u32 = 4;
/// The version of minutes with what stands around them, where no file belongs to them.
const WITHOUT_ATTACHMENTS: u32 = 3;
/// The latest version of the text of the records alone; they have the first one that holds them.
const RECORDS_ALONE: u32 = 2;

/// Crockford's base 32: no I, L, O or U, which are taken for others.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// So many letters of five bits each.
const LENGTH: usize = 12;
/// Letters between two dashes.
const GROUP: usize = 4;

/// A code, and the version of the text it was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// The version of the canonical text.
    pub version: u32,
    /// The code, `7K3M-9QXA-2BCD`.
    pub code: String,
}

/// Whether a code still agrees with the minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Agreement {
    /// The minutes are as they were signed.
    #[default]
    Agrees,
    /// The minutes are not what was signed.
    Differs,
    /// The code is of a later version and cannot be checked by this one.
    LaterVersion,
}

/// The minutes as the code sees them, each list in any order.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    /// The head.
    pub session: &'a Session,
    /// Every attendance record.
    pub attendance: &'a [Attendance],
    /// Every note.
    pub notes: &'a [Note],
    /// Every resolution.
    pub resolutions: &'a [Resolution],
    /// What stands around them; none in the texts of the first versions.
    pub surroundings: Option<Surroundings<'a>>,
}

/// What is shown with the records of minutes and is none of them.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The body with the rules in force.
    pub body: &'a Body,
    /// The seats of the roll, in any order.
    pub seats: &'a [Seat],
}

impl<'a> Content<'a> {
    /// The records alone.
    pub fn alone(self) -> Content<'a> {
        Content {
            surroundings: None,
            ..self
        }
    }
}

impl Verification {
    /// The code of minutes, of the version that their text has.
    pub fn of(content: Content) -> Verification {
        let (version, text) = canonical::versioned(content);
        Verification {
            version,
            code: code(&Sha256::digest(text).into()),
        }
    }

    /// Whether what stands around the records is in it.
    pub fn covers_surroundings(&self) -> bool {
        self.version > RECORDS_ALONE
    }

    /// Whether it agrees with minutes.
    pub fn check(&self, content: Content) -> Agreement {
        let content = match self.version {
            // Records that need another version say something else than was signed.
            0..=RECORDS_ALONE => content.alone(),
            WITHOUT_ATTACHMENTS..=VERSION => content,
            _ => return Agreement::LaterVersion,
        };
        match *self == Verification::of(content) {
            true => Agreement::Agrees,
            false => Agreement::Differs,
        }
    }
}

fn code(hash: &[u8; 32]) -> String {
    let bits = hash
        .iter()
        .take(8)
        .fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    let mut code = String::new();
    for place in 0..LENGTH {
        if place > 0 && place % GROUP == 0 {
            code.push('-');
        }
        // Five bits are always below 32.
        let five = (bits >> (59 - 5 * place)) & 31;
        code.push(char::from(LETTERS[five as usize]));
    }
    code
}

#[cfg(test)]
mod tests;
