//! Whose seat each name of an imported attendance means, and what the source says twice of one seat.
//! Does not know the store: it is given the seats and organisations, and says what is to be recorded.

use super::seat_names::{SeatNames, Sure, says_nothing_new};
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::ids::SeatId;
use crate::domain::names::core_name;
use crate::domain::organisation::Organisation;
use crate::domain::seat::Seat;
use crate::domain::session::{Guest, KeptLine};
use crate::exchange::{Doubt, DoubtKind};
use crate::office::command::ImportedSession;
use std::collections::HashMap;

/// Lines of the source that are sought at most: each time all of it is looked through.
const MOST_SOUGHT: usize = 100;

/// A seat of an imported attendance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NamedSeat {
    /// One of the body's.
    Known(SeatId),
    /// One that is to be made, with its name as written.
    New(String),
}

/// What becomes of the names of an imported attendance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seating {
    /// Each seat once, in the order of the source. An unticked one gets no record.
    pub seats: Vec<(NamedSeat, Attendance)>,
    /// Who came and has no seat.
    pub guests: Vec<Guest>,
    /// What is said of a seat and was not recorded, as written.
    pub kept: Vec<KeptLine>,
    /// What a person has to decide.
    pub doubts: Vec<Doubt>,
}

/// Finds the seats of an imported attendance among `seats`, those of the session's body. A name without a seat makes one
/// where the body has no member list yet, or where it was missed (only a member can be); whoever else came is a guest.
pub fn seating(imported: &ImportedSession, seats: &[Seat], organisations: &[Organisation]) -> Seating {
    let mut finding = Finding {
        names: SeatNames::of(seats, organisations, &imported.body_name),
        seats,
        imported,
        first_list: seats.is_empty(),
        places: HashMap::new(),
        found: Seating::default(),
    };
    for (name, mark) in &imported.attendance {
        finding.take(name, mark.clone());
    }
    finding.found
}

struct Finding<'a> {
    names: SeatNames,
    seats: &'a [Seat],
    imported: &'a ImportedSession,
    first_list: bool,
    /// Where in `found.seats` each seat stands: those of the body by their place there, and new ones behind them.
    places: HashMap<usize, Taken>,
    found: Seating,
}

/// A seat that has its mark.
struct Taken {
    at: usize,
    /// The name and mark as the source has them.
    name: String,
    mark: Attendance,
}

impl Finding<'_> {
    fn take(&mut self, name: &str, mark: Attendance) {
        let missed = matches!(mark.status, Presence::Absent | Presence::Excused);
        match self.names.find(name, &mark, self.imported.session.date) {
            Some(Sure::Certain(seat)) => self.seat(seat, name, mark),
            Some(Sure::Perhaps(seat)) if !self.first_list => self.perhaps(seat, name, &mark),
            _ if self.first_list || missed => self.new_seat(name, mark),
            // Nothing says that anybody came.
            _ if mark.status == Presence::Unticked => self.keep(name, &mark),
            _ => self.found.guests.push(guest(name, &mark)),
        }
    }

    fn seat(&mut self, seat: usize, name: &str, mark: Attendance) {
        if self.places.contains_key(&seat) {
            return self.again(seat, name, mark);
        }
        if mark.status == Presence::Unticked && says_more(&mark) {
            // A seat that is not ticked has no record.
            self.keep(name, &mark);
        }
        let taken = Taken {
            at: self.found.seats.len(),
            name: name.to_owned(),
            mark: mark.clone(),
        };
        self.places.insert(seat, taken);
        let named = match self.seats.get(seat) {
            Some(known) => NamedSeat::Known(known.id.clone()),
            None => NamedSeat::New(name.to_owned()),
        };
        let mark = match self.seats.get(seat) {
            Some(known) => self.without_holder(known, name, mark),
            None => mark,
        };
        self.found.seats.push((named, mark));
    }

    fn new_seat(&mut self, name: &str, mark: Attendance) {
        let seat = self.names.add(name);
        if !self.first_list {
            let kind = DoubtKind::SeatIsNew {
                name: name.to_owned(),
            };
            self.doubt(name, kind);
        }
        self.seat(seat, name, mark);
    }

    /// A name that is like a seat's and not the same: until a person says so, the seat is not ticked.
    fn perhaps(&mut self, seat: usize, name: &str, mark: &Attendance) {
        let kind = DoubtKind::PerhapsSeat {
            name: name.to_owned(),
            seat: self.seat_name(seat, name),
        };
        self.doubt(name, kind);
        if mark.status.counts() {
            self.found.guests.push(guest(name, mark));
        } else {
            self.keep(name, mark);
        }
    }

    /// A seat that stands in the source again.
    fn again(&mut self, seat: usize, name: &str, mark: Attendance) {
        let Some(taken) = self.places.get(&seat) else {
            return;
        };
        let (at, first_name, first) = (taken.at, taken.name.clone(), taken.mark.clone());
        if mark.status == Presence::Unticked {
            return self.keep(name, &mark);
        }
        if first.status == Presence::Unticked {
            self.places.remove(&seat);
            self.found.seats.remove(at);
            self.places
                .values_mut()
                .filter(|other| other.at > at)
                .for_each(|other| other.at -= 1);
            return self.seat(seat, name, mark);
        }
        let other_person = differ(&first.person, &mark.person);
        let both_came = first.status.counts() && mark.status.counts();
        if first.status == mark.status && !(other_person && both_came) {
            return self.keep(name, &mark);
        }
        if both_came && other_person {
            // Two people of one office: the second one is not in its seat.
            self.found.guests.push(guest(name, &mark));
            if first.status == mark.status {
                return;
            }
            return self.doubt_twice(seat, name, &first, &mark, first.status);
        }
        let missed = |status| matches!(status, Presence::Absent | Presence::Excused);
        let stood_in = |one: &Attendance, other: &Attendance| {
            one.status == Presence::Represented && missed(other.status)
        };
        if stood_in(&first, &mark) || stood_in(&mark, &first) {
            // The principal was away, and somebody came in the principal's place: both are true.
            let (represented, away) = if missed(mark.status) {
                (&first, &mark)
            } else {
                (&mark, &first)
            };
            let mut recorded = represented.clone();
            recorded.reason = recorded.reason.or_else(|| away.reason.clone());
            self.found.seats[at].1 = recorded;
            self.keep(if missed(mark.status) { name } else { &first_name }, away);
            return self.doubt_twice(seat, name, &first, &mark, Presence::Represented);
        }
        self.found.seats[at].1 = Attendance::default();
        self.keep(&first_name, &first);
        self.keep(name, &mark);
        self.doubt_twice(seat, name, &first, &mark, Presence::Unticked);
    }

    fn doubt_twice(
        &mut self,
        seat: usize,
        name: &str,
        first: &Attendance,
        second: &Attendance,
        taken: Presence,
    ) {
        let kind = DoubtKind::SeatTwice {
            seat: self.seat_name(seat, name),
            first: first.status,
            second: second.status,
            taken,
        };
        self.doubt(name, kind);
    }

    fn seat_name(&self, seat: usize, written: &str) -> String {
        self.seats.get(seat).map_or(written, |seat| &seat.name).to_owned()
    }

    fn doubt(&mut self, text: &str, kind: DoubtKind) {
        self.found.doubts.push(Doubt {
            number: self.line_of(text),
            text: text.to_owned(),
            kind,
        });
    }

    /// The last line of the source that has the text, from 1; 0 where none has it as it stands, or too many were sought.
    fn line_of(&self, text: &str) -> usize {
        if self.found.kept.len() + self.found.doubts.len() > MOST_SOUGHT {
            return 0;
        }
        let lines: Vec<&str> = self.imported.source.text.lines().collect();
        lines
            .iter()
            .rposition(|line| line.contains(text))
            .map_or(0, |at| at + 1)
    }

    fn keep(&mut self, name: &str, mark: &Attendance) {
        let number = self.line_of(name);
        self.found.kept.push(KeptLine {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            text: written(name, mark),
        });
    }

    /// The mark without a person who is the seat's own holder, and with whatever else the source says of who sat there.
    fn without_holder(&self, seat: &Seat, name: &str, mut mark: Attendance) -> Attendance {
        let holder = seat.holder_on(self.imported.session.date);
        let known: Vec<&str> = holder
            .into_iter()
            .flat_map(|holder| [Some(holder.name.as_str()), holder.post.as_deref()])
            .flatten()
            .chain([seat.name.as_str()])
            .collect();
        let told: Vec<&str> = mark.person.as_deref().into_iter().chain([name]).collect();
        let names_holder =
            holder.is_some_and(|holder| told.iter().any(|told| person_of(told) == core_name(&holder.name)));
        if names_holder {
            let new: Vec<&str> = told
                .into_iter()
                .filter(|told| !says_nothing_new(told, &known))
                .collect();
            mark.person = (!new.is_empty()).then(|| new.join("، "));
        }
        mark
    }
}

/// The folded name before a comma: «آقای کریمی، مدیرکل» is «کریمی».
fn person_of(written: &str) -> String {
    core_name(written.split_once('،').map_or(written, |(name, _)| name))
}

/// Whether a mark says more than how the seat was filled.
fn says_more(mark: &Attendance) -> bool {
    mark.person.is_some() || mark.representative.is_some() || mark.reason.is_some()
}

fn differ(one: &Option<String>, other: &Option<String>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if person_of(one) != person_of(other))
}

/// Who came without a seat: the person before the post or office, and behind it whatever else is said.
fn guest(name: &str, mark: &Attendance) -> Guest {
    let Attendance {
        person,
        representative,
        reason,
        ..
    } = mark;
    let Representative { name: stand_in, post } = representative.clone().unwrap_or_default();
    let office = person.is_some().then(|| name.to_owned());
    let rest: Vec<String> = [office, stand_in, post, reason.clone()]
        .into_iter()
        .flatten()
        .collect();
    Guest {
        name: person.clone().unwrap_or_else(|| name.to_owned()),
        post: (!rest.is_empty()).then(|| rest.join("، ")),
    }
}

/// A name and its mark in one line.
fn written(name: &str, mark: &Attendance) -> String {
    let Guest { name, post } = guest(name, mark);
    std::iter::once(name).chain(post).collect::<Vec<_>>().join("، ")
}
