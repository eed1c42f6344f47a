//! Sessions and resolutions in the shapes of JSON that other programs rely on, with names and sentences put in.
//! Does not know where they are written.

use crate::calendar::Day;
use crate::domain::resolution::Status;
use crate::domain::warnings::Warning;
use crate::exchange::listing_json::{
    ListedAttendance, ListedClock, ListedCode, ListedCorrection, ListedDifference, ListedItem,
    ListedItemPresence, ListedMajority, ListedNote, ListedResolution, ListedRoom, ListedRound, ListedSession,
    ListedVersion,
};
use crate::office::query::{CameAbout, ResolutionRow, SessionView};
use crate::say::sentences;
use crate::text::without_isolates;
use crate::words::Words;

/// A session as the listings give it, as it stands on `today`.
pub fn listed_session(words: &Words, view: &SessionView, today: Day) -> ListedSession {
    let attendance = view.roll.iter().map(|row| {
        let holder = row
            .seat
            .holder_on(view.session.date)
            .map(|holder| holder.name.as_str());
        ListedAttendance::of(&row.seat.name, &row.attendance, holder)
    });
    let open = view.resolutions.iter().filter(|row| row.status == Status::Open);
    let code = view.code.as_ref();
    let clocks = view.body.clocks(&view.session, today);
    let head = ListedSession::of(&view.session, &view.body.name);
    let items = head.items.into_iter().map(|item| ListedItem {
        presence: view
            .present_at_item(item.number)
            .map(|presence| ListedItemPresence::of(&presence, view.quorum)),
        ..item
    });
    ListedSession {
        items: items.collect(),
        notes: view.notes.iter().map(ListedNote::from).collect(),
        attendance: attendance.collect(),
        resolutions: view.resolutions.len(),
        open: open.count(),
        warnings: plain_warnings(words, &view.warnings),
        code: code.map(|code| ListedCode {
            version: code.version,
            covers_names: code.covers_surroundings,
            differences: code.differences.iter().map(ListedDifference::from).collect(),
            earlier: view.versions.iter().filter_map(ListedVersion::of).collect(),
            ..ListedCode::of(&view.session, &code.code, code.agreement)
        }),
        corrections: view.corrections.iter().map(ListedCorrection::from).collect(),
        clocks: clocks.into_iter().map(ListedClock::from).collect(),
        ..head
    }
}

/// A resolution as the listings give it, as it stands on `today`; `body` is the full name of its body.
pub fn listed_resolution(words: &Words, row: &ResolutionRow, body: &str, today: Day) -> ListedResolution {
    let (rounds, _) = row.rounds(today, usize::MAX);
    let CameAbout { room, tallied } = &row.came_about;
    let mut listed = ListedResolution::of(&row.resolution, body, row.session_date, row.session_after);
    if let Some(vote) = &mut listed.vote {
        vote.majority = tallied.map(ListedMajority::from);
    }
    ListedResolution {
        status: row.status.word(),
        overdue: row.overdue,
        warnings: plain_warnings(words, &row.warnings),
        missed: row.missed,
        days_late: row.days_late(today),
        rounds: rounds.into_iter().map(ListedRound::from).collect(),
        room: room.as_ref().map(ListedRoom::from),
        ..listed
    }
}

/// The sentences of warnings without marks of direction.
fn plain_warnings(words: &Words, warnings: &[Warning]) -> Vec<String> {
    let sentence = |warning| {
        let marked = without_isolates(&sentences::warning(words, warning));
        marked.replace(['\u{200E}', '\u{200F}', '\u{061C}'], "")
    };
    warnings.iter().map(sentence).collect()
}
