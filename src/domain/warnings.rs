//! What a secretary should look at: derived from the records, shown, never acted upon.
//! Does not know the sentences; `words` has one for each.

use super::deadline::{Deadline, DeadlineMisfit, Meaning, misfit};
use super::likeness::Fingerprint;
use super::resolution::Resolution;
use super::session::Session;
use crate::calendar::{Day, parse_day_on_or_after, parse_weekday, weekday_name};
use std::collections::HashMap;

/// Something in the minutes that does not fit. Each has its sentence in `words` (`warning-...`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The session has no date.
    NoDate,
    /// The invitation is dated after the session.
    InvitationAfterSession {
        /// The invitation's day.
        invitation: Day,
    },
    /// The written weekday is not the day's.
    WeekdayDiffers {
        /// As written.
        written: String,
        /// The day it is about.
        date: Day,
    },
    /// Another session is at its hour in its place.
    HallTaken {
        /// The place.
        place: String,
        /// The other session.
        other: OtherSession,
    },
    /// One of its people sits in another session at its hour.
    PersonElsewhere {
        /// The person.
        person: String,
        /// The other session.
        other: OtherSession,
    },
    /// Row numbers leave some out between these two.
    RowGap {
        /// The row before the gap.
        after: u32,
        /// The row behind the gap.
        before: u32,
    },
    /// A row number stands more than once.
    RowRepeated {
        /// The number.
        row: u32,
    },
    /// Two resolutions of the session say nearly the same.
    NearDuplicate {
        /// Place of the other one in the session, from 1.
        other: u32,
        /// Its written row number.
        other_row: Option<u32>,
    },
    /// A date in the deadline or wording lies before the session.
    DateBeforeSession {
        /// As written.
        written: String,
        /// The day.
        date: Day,
    },
    /// The deadline's words were not understood.
    DeadlineUnclear {
        /// As written.
        written: String,
    },
    /// The deadline names a day that no calendar has.
    DeadlineNoSuchDay {
        /// As written.
        written: String,
    },
}

/// A session that stands in the way of another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherSession {
    /// The short name of its body.
    pub body: String,
    /// Its number.
    pub ordinal: Option<u32>,
}

/// What does not fit in the session as a whole: its head, and the numbers of its rows in their order.
pub fn of_session(session: &Session, rows: &[Option<u32>]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    match session.date {
        None => warnings.push(Warning::NoDate),
        Some(date) => warnings.extend(of_head(session, date)),
    }
    warnings.extend(of_rows(rows));
    warnings
}

fn of_head(session: &Session, date: Day) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if let Some(invitation) = session.invitation_date.filter(|day| *day > date) {
        warnings.push(Warning::InvitationAfterSession { invitation });
    }
    let written = session
        .weekday_written
        .as_deref()
        .filter(|w| !w.trim().is_empty());
    if let Some(written) = written.filter(|w| parse_weekday(w) != Some(date.weekday())) {
        warnings.push(Warning::WeekdayDiffers {
            written: written.to_owned(),
            date,
        });
    }
    warnings
}

fn of_rows(rows: &[Option<u32>]) -> Vec<Warning> {
    let mut numbers: Vec<u32> = rows.iter().flatten().copied().collect();
    numbers.sort_unstable();
    let mut warnings = Vec::new();
    let mut last = 0;
    for row in numbers {
        if row == last {
            warnings.push(Warning::RowRepeated { row });
        } else if row > last + 1 {
            warnings.push(Warning::RowGap {
                after: last,
                before: row,
            });
        }
        last = row;
    }
    warnings.dedup();
    warnings
}

/// What does not fit in each resolution of a session, in their order.
pub fn of_resolutions(date: Option<Day>, resolutions: &[Resolution]) -> Vec<Vec<Warning>> {
    let prints: Vec<Fingerprint> = resolutions.iter().map(|r| Fingerprint::of(&r.text)).collect();
    resolutions
        .iter()
        .enumerate()
        .map(|(place, resolution)| {
            let mut warnings = of_resolution(date, resolution);
            warnings.extend(near_duplicates(place, &prints, resolutions));
            warnings
        })
        .collect()
}

/// What does not fit in one resolution, the others of its session left aside.
pub fn of_resolution(date: Option<Day>, resolution: &Resolution) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = resolution
        .deadline
        .iter()
        .flat_map(|deadline| of_deadline(date, deadline))
        .collect();
    let Some(session) = date else { return warnings };
    for (written, date) in dates_in(&resolution.text, session) {
        if date < session {
            warnings.push(Warning::DateBeforeSession { written, date });
        }
    }
    warnings
}

/// What does not fit in a deadline: its words, its weekday, its day.
fn of_deadline(session: Option<Day>, deadline: &Deadline) -> Vec<Warning> {
    let Deadline { written, meaning } = deadline;
    let written = written.clone();
    let may_misfit = *meaning == Meaning::Unclear || written.contains("شنبه") || written.contains("جمعه");
    let misfit = may_misfit.then(|| misfit(&written, session)).flatten();
    let mut warnings = Vec::new();
    match (meaning, misfit) {
        (Meaning::Unclear, Some(DeadlineMisfit::NoSuchDay)) => {
            warnings.push(Warning::DeadlineNoSuchDay {
                written: written.clone(),
            });
        }
        (Meaning::Unclear, _) => warnings.push(Warning::DeadlineUnclear {
            written: written.clone(),
        }),
        (_, Some(DeadlineMisfit::WeekdayDiffers(weekday, date))) => warnings.push(Warning::WeekdayDiffers {
            written: weekday_name(weekday).to_owned(),
            date,
        }),
        _ => {}
    }
    let Some(session) = session else { return warnings };
    let mut before: Vec<(String, Day)> = dates_in(&written, session);
    if let Meaning::By(day) = meaning
        && before.iter().all(|(_, date)| date != day)
    {
        before.push((written, *day));
    }
    let before = before.into_iter().filter(|(_, date)| *date < session);
    warnings.extend(before.map(|(written, date)| Warning::DateBeforeSession { written, date }));
    warnings
}

/// Every full date (year, month, day parted by slashes or dashes) in a text, as written and as a day; a short year is
/// near the session.
fn dates_in(text: &str, session: Day) -> Vec<(String, Day)> {
    let in_date = |c: char| c.is_numeric() || matches!(c, '/' | '-');
    let tokens = text
        .split(|c| !in_date(c))
        .filter(|t| t.chars().filter(|c| matches!(c, '/' | '-')).count() == 2);
    tokens
        .filter_map(|t| Some((t.to_owned(), parse_day_on_or_after(t, session).ok()?)))
        .collect()
}

fn near_duplicates(place: usize, prints: &[Fingerprint], resolutions: &[Resolution]) -> Vec<Warning> {
    let alike = |other: &usize| *other != place && prints[place].is_nearly(&prints[*other]);
    let others = (0..prints.len()).filter(alike);
    others
        .map(|other| Warning::NearDuplicate {
            other: u32::try_from(other + 1).unwrap_or(u32::MAX),
            other_row: resolutions[other].row,
        })
        .collect()
}

/// Whether some of these are near-duplicates of others.
pub fn have_near_duplicates(resolutions: &[Resolution]) -> bool {
    let prints: Vec<Fingerprint> = resolutions.iter().map(|r| Fingerprint::of(&r.text)).collect();
    let mut seen: HashMap<u64, Vec<usize>> = HashMap::new();
    for (place, mine) in prints.iter().enumerate() {
        for triple in mine.shared_by_near_ones() {
            let others = seen.entry(triple).or_default();
            if others.iter().any(|other| mine.is_nearly(&prints[*other])) {
                return true;
            }
            others.push(place);
        }
    }
    false
}
