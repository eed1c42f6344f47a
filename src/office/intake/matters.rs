//! What a person should look at in minutes that were read: columns, headings, deadlines, names, organisations.
//! Does not know how it is shown, nor what is answered.

use super::heads::{heads_of, is_above_row};
use super::likeness::likely;
use super::places::{Places, said};
use super::{Intake, IntakeAnswers, IntakeMatter, MatterAbout};
use crate::domain::attendance::Presence;
use crate::domain::body::Body;
use crate::domain::deadline::{Meaning, read_deadline};
use crate::domain::ids::{OrganisationId, SeatId};
use crate::domain::names::NameIndex;
use crate::domain::organisation::Organisation;
use crate::domain::reading_profile::{ColumnMeaning, ReadingProfile};
use crate::domain::seat::Seat;
use crate::exchange::{Doubt, DoubtKind, ReadMinutes};
use crate::office::command::ImportedSession;

/// A kept line of more words is prose, not a heading.
const HEADING_WORDS: usize = 8;
/// So many kept lines are asked about; of a text that is no minutes every line is kept.
const HEADINGS_MAX: usize = 12;
/// So alike a seat or an organisation must be to be offered.
const LIKE_PERCENT: usize = 30;
/// So alike an organisation must be to a known one that it is asked whether they are one.
const ONE_PERCENT: usize = 60;

/// What is known beside the source.
pub(super) struct KnownBeside<'a> {
    pub intake: &'a Intake,
    /// What is not sure of the seats of its names.
    pub seating: &'a [Doubt],
    pub body: Option<&'a Body>,
    pub seats: &'a [Seat],
    pub bodies: &'a [Body],
    pub organisations: &'a [Organisation],
    pub answers: &'a IntakeAnswers,
    /// What was said of the body's minutes before and now.
    pub profile: &'a ReadingProfile,
}

/// Matters in the order in which they are asked, each once.
#[derive(Default)]
pub(super) struct Matters {
    found: Vec<IntakeMatter>,
}

impl Matters {
    fn add(&mut self, line: usize, is_said: bool, about: MatterAbout) {
        if self.found.iter().all(|known| !known.about.is_same(&about)) {
            self.found.push(IntakeMatter { line, about, is_said });
        }
    }

    /// Everything that is to be looked at.
    pub fn of(
        read: &ReadMinutes,
        session: &ImportedSession,
        known: &KnownBeside,
        places: &mut Places,
    ) -> Vec<IntakeMatter> {
        let mut matters = Matters::default();
        matters.of_body(session, known, places);
        matters.of_date(read, session, known);
        for doubt in read.doubts.iter().chain(known.seating) {
            matters.of_doubt(doubt, known);
        }
        matters.of_tables(read, known, places);
        matters.of_deadlines(session, known, places);
        matters.of_names(read, known, places);
        matters.of_organisations(session, known, places);
        matters.of_kept(read, known, places);
        matters.found
    }

    fn of_body(&mut self, session: &ImportedSession, known: &KnownBeside, places: &mut Places) {
        let name = session.body_name.trim();
        if known.answers.body.is_none()
            && (known.body.is_some() || (known.bodies.is_empty() && !name.is_empty()))
        {
            return;
        }
        let named: Vec<((), String)> = known.bodies.iter().map(|body| ((), body.name.clone())).collect();
        let mut offered: Vec<String> = likely(name, &named, 1)
            .into_iter()
            .map(|(_, name)| name)
            .collect();
        let rest = named.into_iter().map(|(_, name)| name);
        let rest: Vec<String> = rest.filter(|name| !offered.contains(name)).collect();
        offered.extend(rest);
        let about = MatterAbout::Body {
            name: name.to_owned(),
            likely: offered,
            is_known: known.body.is_some(),
        };
        self.add(places.find(name), known.answers.body.is_some(), about);
    }

    fn of_date(&mut self, read: &ReadMinutes, session: &ImportedSession, known: &KnownBeside) {
        let none = read.doubts.iter().find_map(|doubt| match &doubt.kind {
            DoubtKind::NoSuchDay { written } => Some((doubt.number, written.clone())),
            _ => None,
        });
        if session.session.date.is_some() && known.answers.date.is_none() && none.is_none() {
            return;
        }
        let (line, written) = none.map_or((0, None), |(line, written)| (line, Some(written)));
        let day = session.session.date;
        self.add(
            line,
            known.answers.date.is_some(),
            MatterAbout::Date { day, written },
        );
    }

    fn of_doubt(&mut self, doubt: &Doubt, known: &KnownBeside) {
        if let DoubtKind::ColumnByItsCells { head, role } = &doubt.kind {
            return match head.trim() {
                "" => self.of_row(doubt, known),
                head => self.of_column(doubt.number, head, Some(*role), known),
            };
        }
        let mut is_said = false;
        let about = if let DoubtKind::NamedTwice { name } = &doubt.kind {
            let mark = known.answers.marks.get(name).copied();
            is_said = mark.is_some();
            MatterAbout::Twice {
                name: name.clone(),
                mark: mark.unwrap_or(Presence::Unticked),
            }
        } else if let DoubtKind::RowsMissing { numbered, read } = &doubt.kind {
            MatterAbout::RowsMissing {
                numbered: *numbered,
                read: *read,
            }
        } else if let DoubtKind::NoSuchDay { .. } | DoubtKind::PerhapsSeat { .. } = &doubt.kind {
            // Of the date it was said above; of names it is said below.
            return;
        } else {
            MatterAbout::Other(doubt.clone())
        };
        self.add(doubt.number, is_said, about);
    }

    /// A column under this head, which somebody named, or which is taken for something by its cells.
    fn of_column(&mut self, line: usize, head: &str, guess: Option<ColumnMeaning>, known: &KnownBeside) {
        let said = known.profile.column(head);
        let about = MatterAbout::Column {
            head: head.trim().to_owned(),
            meaning: said.or(guess),
        };
        self.add(line, said.is_some(), about);
    }

    /// The first row of a table whose columns were told by their cells: it may be its head.
    fn of_row(&mut self, doubt: &Doubt, known: &KnownBeside) {
        match heads_of(&doubt.text) {
            Some(heads) => heads
                .into_iter()
                .for_each(|head| self.of_column(doubt.number, head, None, known)),
            None => self.add(doubt.number, false, MatterAbout::Other(doubt.clone())),
        }
    }

    /// The columns of tables that became nothing but a table, of heads that were kept, and of those that somebody has
    /// named.
    fn of_tables(&mut self, read: &ReadMinutes, known: &KnownBeside, places: &mut Places) {
        let of_annexes = read.annexes.iter().filter(|annex| annex.rows.len() > 1);
        for head in of_annexes.filter_map(|annex| annex.rows.first()).flatten() {
            if head.chars().any(char::is_alphanumeric) {
                self.of_column(places.find(head), head, None, known);
            }
        }
        for line in &read.raw {
            let heads = heads_of(&line.text).filter(|_| is_above_row(known.intake, line.number));
            for head in heads.into_iter().flatten() {
                self.of_column(line.number, head, None, known);
            }
        }
        for (written, means) in said(&known.profile.columns, &known.answers.learnt.columns, places) {
            self.of_column(written.1, &written.0, Some(means), known);
        }
    }

    fn of_deadlines(&mut self, session: &ImportedSession, known: &KnownBeside, places: &mut Places) {
        let day = session.session.date;
        for resolution in &session.resolutions {
            let of_clauses = resolution.clauses.values().map(|state| &state.deadline);
            for deadline in std::iter::once(&resolution.deadline).chain(of_clauses).flatten() {
                let said = known.answers.learnt.deadline(&deadline.written);
                let understood = read_deadline(&deadline.written, day).meaning != Meaning::Unclear;
                let said_before = known.profile.deadline(&deadline.written).is_some();
                if !understood && (said.is_some() || !said_before) {
                    let meaning = said.map(str::to_owned);
                    let written = deadline.written.clone();
                    self.add(
                        places.find(&written),
                        meaning.is_some(),
                        MatterAbout::Deadline { written, meaning },
                    );
                }
            }
        }
    }

    fn of_names(&mut self, read: &ReadMinutes, known: &KnownBeside, places: &mut Places) {
        if known.seats.is_empty() {
            return;
        }
        let index = seat_index(known);
        let seats = known.seats.iter();
        let seats = seats.map(|seat| (seat.id.clone(), seat.name.clone()));
        let seats: Vec<(SeatId, String)> = seats.collect();
        for line in &read.attendance {
            let name = &line.name;
            let said = known.answers.learnt.seat(name);
            let is_sure = known.profile.seat(name).is_some()
                || (index.find(name).is_some() && !is_perhaps(known, name))
                || line
                    .person
                    .as_ref()
                    .is_some_and(|person| index.find(person).is_some());
            if said.is_none() && is_sure {
                continue;
            }
            let mut offered = likely(name, &seats, LIKE_PERCENT);
            if let Some(person) = &line.person {
                let by_person = likely(person, &seats, LIKE_PERCENT).into_iter();
                let more: Vec<_> = by_person.filter(|one| !offered.contains(one)).collect();
                offered.extend(more);
            }
            let about = MatterAbout::Seat {
                name: name.clone(),
                seat: said.cloned(),
                likely: offered,
            };
            self.add(places.find(name), said.is_some(), about);
        }
    }

    fn of_organisations(&mut self, session: &ImportedSession, known: &KnownBeside, places: &mut Places) {
        let mut index: NameIndex<OrganisationId> = NameIndex::default();
        for one in known.organisations {
            one.names().for_each(|name| index.add(name, &one.id));
        }
        let names = known.organisations.iter();
        let names = names.map(|one| (one.id.clone(), one.name.clone()));
        let names: Vec<(OrganisationId, String)> = names.collect();
        let place = known.body.and_then(Body::own_place);
        for resolution in &session.resolutions {
            for responsible in &resolution.responsible {
                let name = &responsible.written;
                let said = known.answers.other_names.get(name);
                let offered = likely(name, &names, ONE_PERCENT);
                if index.find_in(name, place).is_some() || (offered.is_empty() && said.is_none()) {
                    continue;
                }
                let about = MatterAbout::Organisation {
                    name: name.clone(),
                    known: said.cloned(),
                    likely: offered,
                };
                self.add(places.find(name), said.is_some(), about);
            }
        }
    }

    /// Short lines that were kept as they stand, and those that somebody called headings.
    fn of_kept(&mut self, read: &ReadMinutes, known: &KnownBeside, places: &mut Places) {
        let short = |text: &str| (1..=HEADING_WORDS).contains(&text.split_whitespace().count());
        let kept = read
            .raw
            .iter()
            .filter(|line| short(&line.text) && !line.text.contains(['|', '\t']));
        for line in kept.take(HEADINGS_MAX) {
            let about = MatterAbout::Heading {
                text: line.text.clone(),
                meaning: None,
            };
            self.add(line.number, false, about);
        }
        for (written, means) in said(&known.profile.headings, &known.answers.learnt.headings, places) {
            let about = MatterAbout::Heading {
                text: written.0,
                meaning: Some(means),
            };
            self.add(written.1, true, about);
        }
    }
}

/// Whether a name is only like that of a seat.
fn is_perhaps(known: &KnownBeside, name: &str) -> bool {
    let is_it =
        |doubt: &Doubt| matches!(&doubt.kind, DoubtKind::PerhapsSeat { name: like, .. } if like == name);
    known.seating.iter().any(is_it)
}

/// The seats of the body by every name they are known by.
fn seat_index(known: &KnownBeside) -> NameIndex<SeatId> {
    let mut index = NameIndex::default();
    for seat in known.seats {
        index.add(&seat.name, &seat.id);
        seat.holders
            .iter()
            .for_each(|holder| index.add(&holder.name, &seat.id));
        let organisation = known.organisations.iter();
        let own = organisation.filter(|one| Some(&one.id) == seat.organisation.as_ref());
        own.flat_map(Organisation::names)
            .for_each(|name| index.add(name, &seat.id));
    }
    index
}
