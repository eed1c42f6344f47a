//! The letters of a session and the reminders of a body. Does not know what stands in one.

use super::session::found;
use super::{BodyYear, FileContent, LetterCustom, NotIssued, Plan, PlanMaking, body};
use crate::calendar::Day;
use crate::domain::ids::SessionId;
use crate::office::query::SessionView;
use crate::office::read;
use crate::papers;
use crate::papers::letters::{LetterAsked, LetterBatch};
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
            row.session_notified = Some(day);
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
    let batch = papers::reminders(
        making.words,
        &rows,
        &bodies,
        &organisations,
        &asked,
        REMINDED_DAYS,
        making.today,
    );
    let plan = planned(making, "document-reminder", batch);
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

/// A file for each letter: «نامه اداره منابع آب».
fn planned(making: PlanMaking, what: &str, batch: LetterBatch) -> Plan {
    let what = making.words.say(what);
    let files = batch.letters.into_iter().map(|letter| {
        let content = FileContent::of(letter.paper);
        making.file(&[what.clone(), letter.name], content)
    });
    Plan {
        files: files.collect(),
        without_responsible: batch.without_responsible,
    }
}
