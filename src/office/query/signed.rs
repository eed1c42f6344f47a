//! A session as its signed minutes show it: what was signed, whatever was corrected or came of it since. Does not know
//! how it is read.

use super::{CheckedCode, ResolutionRow, RollRow, SessionView};
use crate::domain::attendance::{Attendance, Tally};
use crate::domain::resolution::{ClauseState, Resolution};
use crate::domain::session::Session;
use crate::domain::signed_minutes::SignedMinutes;
use std::borrow::Cow;

impl SessionView {
    /// The version of the minutes that holds; none where they are open, or where nothing was kept.
    pub fn signed(&self) -> Option<&SignedMinutes> {
        let last = self.versions.last().filter(|last| last.reopened.is_none());
        last.filter(|_| !self.session.state.is_open())
    }

    /// The session as it was signed, with its corrections beside it and with what came of its resolutions; itself where
    /// nothing was kept.
    pub fn as_signed(&self) -> Cow<'_, SessionView> {
        match self.signed() {
            Some(signed) => Cow::Owned(of_version(signed, self)),
            None => Cow::Borrowed(self),
        }
    }
}

/// A version that was signed, in place of what `now` says.
pub fn of_version(signed: &SignedMinutes, now: &SessionView) -> SessionView {
    let roll = roll(signed, now);
    let tally = Tally::of(roll.iter().map(|row| row.attendance.status));
    let quorum = signed
        .body
        .rules_for(signed.session.date)
        .and_then(|rules| rules.quorum);
    let private = now.notes.iter().filter(|note| note.private);
    let mut notes: Vec<_> = signed.notes.iter().chain(private).cloned().collect();
    notes.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    let code = signed.session.verification.as_ref().map(|code| CheckedCode {
        code: code.code.clone(),
        agreement: signed.agreement(),
        differences: Vec::new(),
        version: Some(signed.version),
        covers_surroundings: code.covers_surroundings(),
        kept_late: signed.kept_late,
    });
    let so_far = now.versions.iter().filter(|one| one.version <= signed.version);
    let view = SessionView {
        session: Session {
            // It goes on after the signature.
            notified: now.session.notified,
            approval: now.session.approval.clone(),
            ..signed.session.clone()
        },
        body: signed.body.clone(),
        quorum: quorum.map(|quorum| quorum.needed(tally.seats)),
        tally,
        roll,
        notes,
        resolutions: resolutions(signed, now),
        code,
        warnings: now.warnings.clone(),
        near_names: now.near_names.clone(),
        corrections: now.corrections.clone(),
        kept: now.kept.clone(),
        // Those that it took the place of, and itself.
        versions: so_far.cloned().collect(),
    };
    view.reckoned()
}

/// The seats as they were signed, in protocol order; what is remembered of earlier sessions is beside the minutes.
fn roll(signed: &SignedMinutes, now: &SessionView) -> Vec<RollRow> {
    let mut seats: Vec<_> = signed.seats.iter().collect();
    seats.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    let row = |seat: &crate::domain::seat::Seat| {
        let beside = now.roll.iter().find(|row| row.seat.id == seat.id);
        let mark = signed.attendance.iter().find(|mark| mark.seat == seat.id);
        RollRow {
            seat: seat.clone(),
            attendance: mark.cloned().unwrap_or_else(|| Attendance {
                session: signed.session.id.clone(),
                seat: seat.id.clone(),
                ..Attendance::default()
            }),
            last: beside.and_then(|row| row.last.clone()),
            absences: beside.map(|row| row.absences).unwrap_or_default(),
        }
    };
    seats.into_iter().map(row).collect()
}

/// The resolutions as they were signed, each with what came of it.
fn resolutions(signed: &SignedMinutes, now: &SessionView) -> Vec<ResolutionRow> {
    let mut all: Vec<&Resolution> = signed.resolutions.iter().collect();
    all.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    let row = |resolution: &&Resolution| {
        let of_now = now
            .resolutions
            .iter()
            .find(|row| row.resolution.id == resolution.id)?;
        Some(ResolutionRow {
            resolution: with_progress(resolution, &of_now.resolution),
            ..of_now.clone()
        })
    };
    all.iter().filter_map(row).collect()
}

/// The words that were signed, with what came of them since.
fn with_progress(signed: &Resolution, now: &Resolution) -> Resolution {
    let Resolution {
        status,
        follow_ups,
        extensions,
        clauses,
        corrected,
        // These were signed.
        id: _,
        position: _,
        row: _,
        subject: _,
        text: _,
        deadline: _,
        responsible: _,
        follows: _,
        from_note: _,
        agenda_item: _,
        agreed: _,
        vote: _,
        confidential: _,
        attachments: _,
        extra: _,
    } = now;
    let mut resolution = Resolution {
        status: *status,
        follow_ups: follow_ups.clone(),
        extensions: extensions.clone(),
        corrected: corrected.clone(),
        ..signed.clone()
    };
    for (letter, state) in clauses {
        let ClauseState {
            status,
            extensions,
            // These were signed.
            responsible: _,
            deadline: _,
        } = state;
        let clause = resolution.clauses.entry(letter.clone()).or_default();
        clause.status = *status;
        clause.extensions.clone_from(extensions);
    }
    resolution
}
