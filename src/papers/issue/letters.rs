//! The letters of a session and the reminders of a body. Does not know what stands in one.

use super::session::found;
use super::{BodyYear, FileContent, LetterCustom, NotIssued, Plan, PlanMaking, RemindedLetter, body};
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::ids::SessionId;
use crate::office::query::SessionView;
use crate::office::read;
use crate::papers;
use crate::papers::letters::{LetterAsked, LetterBatch, LetterSender, OfficeLetter};
use crate::say;

/// Reminders tell what is late, and what will be due within so many days.
const REMINDED_DAYS: u32 = 7;

/// A letter to each who is to act upon the resolutions of a session.
pub(super) fn of_session(
    making: PlanMaking,
    id: &SessionId,
    custom: &LetterCustom,
) -> Result<Plan, NotIssued> {
    let mut view = found(making, id)?;
    let plan = of_view(making, &mut view, custom)?;
    match plan.files.is_empty() {
        true => Err(NotIssued::NobodyResponsible(say::session_name(
            making.words,
            &view.session,
            view.body.brief(),
        ))),
        false => Ok(plan),
    }
}

/// The same of a view; nothing where nobody is to act.
pub(super) fn of_view(
    making: PlanMaking,
    view: &mut SessionView,
    custom: &LetterCustom,
) -> Result<Plan, NotIssued> {
    super::session::dated(making, view)?;
    if let Some(day) = custom.notified {
        view.session.notified = Some(day);
        for row in &mut view.resolutions {
            row.session_after.notified = Some(day);
        }
    }
    let organisations = read::organisations(making.office)?;
    // Letters of the day on which they went out, where that is known.
    let asked = asked(making, custom, view.session.notified);
    let batch = papers::letters(making.words, view, &organisations, &asked);
    Ok(planned(making, "document-letter", batch))
}

/// A reminder to each who is late, or soon has to have acted.
pub(super) fn reminders(making: PlanMaking, of: &BodyYear, custom: &LetterCustom) -> Result<Plan, NotIssued> {
    let bodies = body::bodies(making, of)?;
    let rows = read::resolutions_in(making.office, of.body.as_ref(), of.year, making.today)?;
    let organisations = read::organisations(making.office)?;
    let asked = asked(making, custom, None);
    let senders: Result<Vec<LetterSender>, NotIssued> =
        bodies.into_iter().map(|body| sender(making, body)).collect();
    let batch = papers::reminders(
        making.words,
        &rows,
        &senders?,
        &organisations,
        &asked,
        REMINDED_DAYS,
        making.today,
    );
    let plan = of_bodies(making, batch);
    match plan.files.is_empty() {
        true => Err(NotIssued::NothingLate),
        false => Ok(plan),
    }
}

fn asked(making: PlanMaking, custom: &LetterCustom, sent: Option<Day>) -> LetterAsked {
    LetterAsked {
        date: Some(sent.unwrap_or(making.today)),
        number: custom.number.clone(),
    }
}

/// A body with the one who signs for it.
fn sender(making: PlanMaking, body: Body) -> Result<LetterSender, NotIssued> {
    let secretary = read::secretary_of(making.office, &body.id, making.today)?;
    Ok(LetterSender { body, secretary })
}

/// A file for each letter: «نامه اداره منابع آب».
fn planned(making: PlanMaking, what: &str, batch: LetterBatch) -> Plan {
    let what = making.words.say(what);
    filed(making, batch, |letter| vec![what.clone(), letter.name.clone()])
}

/// The same of letters of several bodies, of which each may write to one organisation: «یادآوری کتاف اداره منابع آب».
fn of_bodies(making: PlanMaking, batch: LetterBatch) -> Plan {
    let what = making.words.say("document-reminder");
    let reminded = batch.letters.iter().map(|letter| RemindedLetter {
        to: letter.name.clone(),
        number: letter.number.clone(),
        resolutions: letter.resolutions.clone(),
    });
    let reminded = reminded.collect();
    let plan = filed(making, batch, |letter| {
        vec![what.clone(), letter.of.clone(), letter.name.clone()]
    });
    Plan { reminded, ..plan }
}

fn filed(making: PlanMaking, batch: LetterBatch, name: impl Fn(&OfficeLetter) -> Vec<String>) -> Plan {
    let files = batch.letters.into_iter().map(|letter| {
        let name = name(&letter);
        making.file(&name, FileContent::of(letter.paper))
    });
    Plan {
        files: files.collect(),
        without_responsible: batch.without_responsible,
        ..Plan::default()
    }
}
