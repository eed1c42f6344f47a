//! Whether the office has the session of a file already, from another file or typed. Does not know what a file holds.

use super::super::fault::Fault;
use super::super::sentences::store_fault;
use super::Import;
use crate::domain::body::Body;
use crate::domain::session::{Session, Source};
use crate::office::Office;
use crate::office::command::ImportedSession;
use crate::store::{StoreError, Tree};

/// A sentence about the session of the same body with the same ordinal, else with the same day; none where there is none.
pub(super) fn session_there(
    import: &Import,
    imported: &ImportedSession,
    known: Option<&Body>,
) -> Result<Option<String>, Fault> {
    let (Some(office), Some(body)) = (import.office, known) else {
        return Ok(None);
    };
    let failed = |error: StoreError| store_fault(&import.call.words, &error);
    let sessions = office.store().scan::<Session>(Tree::Sessions, "");
    let sessions: Vec<Session> = sessions
        .map(|row| Ok(row?.1))
        .collect::<Result<_, _>>()
        .map_err(failed)?;
    let new = &imported.session;
    let of_body = || sessions.iter().filter(|session| session.body == body.id);
    let same_ordinal = |session: &&Session| {
        let same_year = session.year.is_none() || new.year.is_none() || session.year == new.year;
        new.ordinal.is_some() && session.ordinal == new.ordinal && same_year
    };
    let same_day = |session: &&Session| new.date.is_some() && session.date == new.date;
    let (there, id) = match (of_body().find(same_ordinal), of_body().find(same_day)) {
        (Some(there), _) if there.date == new.date || there.date.is_none() || new.date.is_none() => {
            (there, "import-there")
        }
        (Some(there), _) => (there, "import-there-on-another-day"),
        (None, Some(there)) => (there, "import-there-on-that-day"),
        (None, None) => return Ok(None),
    };
    let file = file_of(office, there).map_err(failed)?;
    let date = there
        .date
        .map(|day| import.call.words.day(day))
        .unwrap_or_default();
    let args = [
        ("session", there.id.to_string().into()),
        (
            "from",
            if file.is_some() {
                "file".into()
            } else {
                "nothing".into()
            },
        ),
        ("file", file.unwrap_or_default().into()),
        ("date", date.into()),
    ];
    Ok(Some(import.call.say_with(id, &args)))
}

/// The name of the file that a session came from.
fn file_of(office: &Office, session: &Session) -> Result<Option<String>, StoreError> {
    let Some(sha256) = &session.source else {
        return Ok(None);
    };
    let source = office.store().get::<Source>(Tree::Sources, sha256)?;
    Ok(source.map(|source| source.name))
}
