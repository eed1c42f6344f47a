//! The documents of one session. Does not know what is of a year.

use super::{
    FileContent, FileFormat, LetterCustom, NotIssued, Plan, PlanMaking, PlannedFile, json, letters, names,
};
use crate::domain::correction::Correction;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::session::{Session, SessionState};
use crate::exchange::listing_json::{ListedResolution, ListedSession};
use crate::office::query::SessionView;
use crate::office::read;
use crate::papers::fields::fields;
use crate::papers::listing::{listed_resolution, listed_session};
use crate::papers::{self, sheets};
use crate::say;
use crate::words::Words;
use serde::Serialize;

/// Minutes as JSON: the session and its resolutions in the shapes of the listings.
#[derive(Serialize)]
struct MinutesJson {
    session: ListedSession,
    resolutions: Vec<ListedResolution>,
}

/// The minutes of a session.
pub(super) fn minutes(making: PlanMaking, id: &SessionId) -> Result<PlannedFile, NotIssued> {
    minutes_of(making, &found_signed(making, id)?)
}

fn minutes_of(making: PlanMaking, view: &SessionView) -> Result<PlannedFile, NotIssued> {
    let content = match making.format {
        FileFormat::Json => json(&minutes_json(making, view)),
        FileFormat::Xlsx | FileFormat::Csv => {
            FileContent::Workbook(sheets::minutes(making.words, view, making.today))
        }
        _ => {
            dated(making, view)?;
            let paper = papers::minutes(making.words, view, making.today);
            match making.format {
                FileFormat::Docx => {
                    let fields = fields(making.words, view, making.today);
                    FileContent::form(paper, fields)
                }
                _ => FileContent::of(paper),
            }
        }
    };
    Ok(making.file(&named(making, "document-minutes", view, None), content))
}

/// The papers of a session stand by its day; without one they would be of no session.
pub(super) fn dated(making: PlanMaking, view: &SessionView) -> Result<(), NotIssued> {
    match view.session.date {
        Some(_) => Ok(()),
        None => {
            let name = say::session_name(making.words, &view.session, view.body.brief());
            Err(NotIssued::WithoutDate(name))
        }
    }
}

fn minutes_json(making: PlanMaking, view: &SessionView) -> MinutesJson {
    let PlanMaking { words, today, .. } = making;
    let rows = view.resolutions.iter();
    MinutesJson {
        session: listed_session(words, view, today),
        resolutions: rows
            .map(|row| listed_resolution(words, row, &view.body.name, today))
            .collect(),
    }
}

/// One resolution of a session.
pub(super) fn extract(making: PlanMaking, id: &ResolutionId) -> Result<PlannedFile, NotIssued> {
    let view = found_signed(making, &id.session())?;
    let row = view.resolutions.iter().find(|row| row.resolution.id == *id);
    let row = row.ok_or_else(|| NotIssued::NoSuchRecord(id.to_string()))?;
    if row.resolution.confidential {
        return Err(NotIssued::Confidential);
    }
    let content = match making.format {
        FileFormat::Json => json(&listed_resolution(
            making.words,
            row,
            &view.body.name,
            making.today,
        )),
        _ => {
            dated(making, &view)?;
            FileContent::of(papers::extract(making.words, &view, row))
        }
    };
    let number = row.resolution.row;
    Ok(making.file(&named(making, "document-extract", &view, number), content))
}

/// The correction slips of a session, each a file.
pub(super) fn corrections(making: PlanMaking, id: &SessionId) -> Result<Vec<PlannedFile>, NotIssued> {
    let view = found_signed(making, id)?;
    dated(making, &view)?;
    if view.corrections.is_empty() {
        let name = say::session_name(making.words, &view.session, view.body.brief());
        return Err(NotIssued::NoCorrections(name));
    }
    Ok(slips(making, &view))
}

fn slips(making: PlanMaking, view: &SessionView) -> Vec<PlannedFile> {
    let slip = |correction: &Correction| {
        let number = Some(correction.number);
        let content = FileContent::of(papers::correction_slip(making.words, view, correction));
        making.file(&named(making, "document-correction", view, number), content)
    };
    view.corrections.iter().map(slip).collect()
}

/// The invitation to a session.
pub(super) fn invitation(making: PlanMaking, id: &SessionId) -> Result<PlannedFile, NotIssued> {
    let view = found(making, id)?;
    dated(making, &view)?;
    let content = FileContent::of(papers::invitation_letter(making.words, &view));
    Ok(making.file(&named(making, "document-invitation", &view, None), content))
}

/// All papers of a session: its minutes and their sheets, and what follows from minutes that are signed.
pub(super) fn all(making: PlanMaking, id: &SessionId, custom: &LetterCustom) -> Result<Plan, NotIssued> {
    let signed = found_signed(making, id)?;
    let mut files = vec![minutes_of(making, &signed)?];
    let sheets = PlanMaking {
        format: FileFormat::Xlsx,
        ..making
    };
    files.push(minutes_of(sheets, &signed)?);
    let sheet = FileContent::of(papers::sign_sheet(making.words, &signed));
    files.push(making.file(&named(making, "attendance-sign-title", &signed, None), sheet));
    files.extend(slips(making, &signed));
    let mut plan = Plan::from(files);
    let mut view = found(making, id)?;
    if view.session.state == SessionState::Final {
        let letters = letters::of_view(making, &mut view, custom)?;
        plan.files.extend(letters.files);
        plan.without_responsible = letters.without_responsible;
    }
    Ok(plan)
}

/// The session as it was signed, once it is; what was corrected since stands beside it.
fn found_signed(making: PlanMaking, id: &SessionId) -> Result<SessionView, NotIssued> {
    let view = read::session_alone(making.office, id, making.today)?;
    let view = view.ok_or_else(|| NotIssued::NoSuchRecord(id.to_string()))?;
    Ok(view.as_signed().into_owned().for_readers())
}

/// The session as it stands, with what was corrected.
pub(super) fn found(making: PlanMaking, id: &SessionId) -> Result<SessionView, NotIssued> {
    let view = read::session_alone(making.office, id, making.today)?;
    // Whatever is given out goes through here: no format has what is confidential.
    view.map(SessionView::for_readers)
        .ok_or_else(|| NotIssued::NoSuchRecord(id.to_string()))
}

/// The parts of a name of a session's file: «مستخرج مصوبه ۳ کتاف ۸ ۱۴۰۱-۰۳-۱۲».
fn named(making: PlanMaking, what: &str, view: &SessionView, row: Option<u32>) -> Vec<String> {
    let words = making.words;
    let mut parts = vec![words.say(what)];
    parts.extend(row.map(|row| words.number(row)));
    parts.extend(of_session(words, &view.session, view.body.brief()));
    parts
}

/// The parts of a name that say which session: body, number, day; the year where there is no day.
fn of_session(words: &Words, session: &Session, body: &str) -> Vec<String> {
    let when = match session.date {
        Some(day) => Some(names::day(words, day)),
        None => session.year.map(|year| words.number(year)),
    };
    let number = session.ordinal.map(|ordinal| words.number(ordinal));
    [Some(body.to_owned()), number, when]
        .into_iter()
        .flatten()
        .collect()
}
