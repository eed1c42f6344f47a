//! Minutes read by what is known of their body and by what a person has answered so far. Does not know who asks.

use super::matters::{KnownBeside, Matters};
use super::places::Places;
use super::{Intake, IntakeAnswers, ReadPart, ReadPlace, Reviewed};
use crate::domain::attendance::Presence;
use crate::domain::body::Body;
use crate::domain::ids::SessionId;
use crate::domain::names::whole_name;
use crate::domain::organisation::Organisation;
use crate::domain::reading_profile::ReadingProfile;
use crate::domain::seat::Seat;
use crate::domain::session::Source;
use crate::exchange::{DoubtKind, ReadMinutes};
use crate::office::Office;
use crate::office::command::{Failure, ImportedSession};
use crate::office::import::find_body;
use crate::office::imported::{Given, prepare};
use crate::office::seating::seating;
use crate::office::{learnt, read};
use crate::store::Tree;
use std::collections::HashSet;
use std::sync::Arc;

/// What the office has beside a source.
pub struct BesideSource<'a> {
    /// Its bodies with their seats.
    pub bodies: &'a [(Body, Vec<Seat>)],
    /// Its organisations.
    pub organisations: &'a [Organisation],
    /// The session that the same source was taken in as before.
    pub already: Option<SessionId>,
}

/// Reads a source by what the office knows, and says what is to be looked at.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn review(office: &Office, intake: &Arc<Intake>, answers: &IntakeAnswers) -> Result<Reviewed, Failure> {
    let source = office.store().get::<Source>(Tree::Sources, &intake.sha256)?;
    let beside = BesideSource {
        bodies: &read::bodies(office)?,
        organisations: &read::organisations(office)?,
        already: source.map(|source| source.session),
    };
    Ok(reviewed(&beside, intake, answers))
}

/// As [`review`], of an office that was read.
pub fn reviewed(beside: &BesideSource, intake: &Arc<Intake>, answers: &IntakeAnswers) -> Reviewed {
    let bodies: Vec<Body> = beside.bodies.iter().map(|(body, _)| body.clone()).collect();
    let first = intake.incoming.read();
    let name = answers.body.clone().or_else(|| first.body.clone());
    let name = name.filter(|name| !name.trim().is_empty());
    let body = name.as_deref().and_then(|name| find_body(&bodies, name));
    let known = beside
        .bodies
        .iter()
        .find(|(known, _)| Some(&known.id) == body.as_ref());
    let mut profile = known.map(|(body, _)| (*body.reading).clone()).unwrap_or_default();
    profile.learn(answers.learnt.clone());
    let read = match profile.is_empty() {
        true => first,
        false => intake.incoming.read_by(&profile),
    };
    let given = Given {
        body,
        body_name: name,
        date: answers.date,
    };
    let seats: &[Seat] = known.map_or(&[], |(_, seats)| seats);
    let session = ready(read.clone(), given, intake, answers, (&profile, seats));
    let seating = seating(&session, seats, beside.organisations);
    let about = KnownBeside {
        intake,
        seating: &seating.doubts,
        body: known.map(|(body, _)| body),
        seats,
        bodies: &bodies,
        organisations: beside.organisations,
        answers,
        profile: &profile,
    };
    let mut places = Places::of(intake);
    let matters = Matters::of(&read, &session, &about, &mut places);
    Reviewed {
        intake: Arc::clone(intake),
        places: read_places(&read, &session, &mut places),
        known_body: known.map(|(body, _)| body.name.clone()),
        matters,
        session,
        already: beside.already.clone(),
    }
}

/// The session as it would be stored, with what was answered put on it.
fn ready(
    read: ReadMinutes,
    given: Given,
    intake: &Intake,
    answers: &IntakeAnswers,
    (profile, seats): (&ReadingProfile, &[Seat]),
) -> ImportedSession {
    let twice = twice(&read);
    let source = Source {
        sha256: intake.sha256.clone(),
        name: intake.name.clone(),
        text: intake.text().to_owned(),
        ..Source::default()
    };
    let mut session = prepare(read, given, source);
    learnt::put_on(&mut session, profile, seats);
    once_each(&mut session, &twice, answers);
    let IntakeAnswers {
        learnt, other_names, ..
    } = answers;
    session.learnt = learnt.clone();
    session.other_names = other_names
        .iter()
        .map(|(name, id)| (name.clone(), id.clone()))
        .collect();
    session
}

/// Names that the source has twice, each saying something else.
fn twice(read: &ReadMinutes) -> HashSet<String> {
    let names = read.doubts.iter().filter_map(|doubt| match &doubt.kind {
        DoubtKind::NamedTwice { name } => Some(whole_name(name)),
        _ => None,
    });
    names.collect()
}

/// A seat that the source names twice takes part as a person says; until then it is unticked.
fn once_each(session: &mut ImportedSession, twice: &HashSet<String>, answers: &IntakeAnswers) {
    let mut seen = HashSet::new();
    session
        .attendance
        .retain(|(name, _)| !twice.contains(&whole_name(name)) || seen.insert(whole_name(name)));
    for (name, mark) in &mut session.attendance {
        if twice.contains(&whole_name(name)) {
            mark.status = answers.marks.get(name).copied().unwrap_or(Presence::Unticked);
        }
    }
}

/// What was read, each with its line.
fn read_places(read: &ReadMinutes, session: &ImportedSession, places: &mut Places) -> Vec<ReadPlace> {
    let head = &session.session;
    let mut found = Vec::new();
    let mut add = |part, line| found.push(ReadPlace { part, line });
    let first = |texts: &mut dyn Iterator<Item = &str>, places: &mut Places| {
        texts.next().map_or(0, |text| places.find(text))
    };
    add(ReadPart::Head, places.find(&session.body_name));
    let meeting = [&head.place, &head.chair, &head.secretary];
    add(
        ReadPart::Meeting,
        first(&mut meeting.into_iter().flatten().map(String::as_str), places),
    );
    add(
        ReadPart::Agenda,
        first(&mut head.agenda.iter().map(|item| item.title.as_str()), places),
    );
    add(
        ReadPart::Attendance,
        first(&mut read.attendance.iter().map(|line| line.name.as_str()), places),
    );
    if !head.guests.is_empty() {
        let mut names = head.guests.iter().map(|guest| guest.name.as_str());
        add(ReadPart::Guests, first(&mut names, places));
    }
    if !session.notes.is_empty() {
        let mut texts = session.notes.iter().map(|note| note.text.as_str());
        add(ReadPart::Notes, first(&mut texts, places));
    }
    for (at, resolution) in session.resolutions.iter().enumerate() {
        add(ReadPart::Resolution(at), places.find(&resolution.text));
    }
    if !head.annexes.is_empty() {
        let cells = head.annexes.iter().flat_map(|annex| annex.rows.iter().flatten());
        let mut cells = cells.map(String::as_str).filter(|cell| !cell.trim().is_empty());
        add(ReadPart::Annexes, first(&mut cells, places));
    }
    if !head.signatures.is_empty() {
        let mut names = head.signatures.iter().map(String::as_str);
        add(ReadPart::Signatures, first(&mut names, places));
    }
    for (at, line) in session.source.kept.iter().enumerate() {
        add(
            ReadPart::Kept(at),
            usize::try_from(line.number).unwrap_or_default(),
        );
    }
    found
}
