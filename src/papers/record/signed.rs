//! A signed version of minutes in words: who signed it, its code, and who opened it again. Does not tell the records in
//! it: they are those of the session.

use super::fields::{day, ours};
use super::session::{code, signed};
use crate::domain::signed_minutes::{Reopening, SignedMinutes};
use crate::exchange::paper::{LabelledText, Text};
use crate::papers::labelled;
use crate::papers::terms::DOT;
use crate::words::Words;

pub(super) fn signed_minutes(words: &Words, minutes: &SignedMinutes) -> Vec<LabelledText> {
    let SignedMinutes {
        // It is in its name.
        version: _,
        session,
        // The records are those of the session, and stand in its own entries.
        body: _,
        seats: _,
        attendance: _,
        notes: _,
        resolutions: _,
        kept_late,
        reopened,
        extra: _,
    } = minutes;
    let mut fields = Vec::new();
    fields.extend(session.signing.iter().map(|one| signed(words, one)));
    fields.extend(session.verification.iter().map(|one| code(words, one)));
    fields.push(labelled(words, "paper-kept-late", day(words, *kept_late)));
    let opened = reopened.as_ref().map(|one| reopening(words, one));
    fields.push(labelled(words, "paper-reopened", opened.unwrap_or_default()));
    fields
}

/// «۱۴۰۱/۰۹/۱۲ · سارا نوبخت · اشتباه در نام».
fn reopening(words: &Words, reopening: &Reopening) -> Text {
    let Reopening { by, date, reason } = reopening;
    let when = ours(Some(words.day(*date)));
    Text::joined([when, Text::stored(by), Text::stored(reason)], DOT)
}
