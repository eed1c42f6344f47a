//! Who was there when: at a time, while an item was talked about, when a resolution was voted on. Reads nothing.

use super::SessionView;
use crate::calendar::TimeOfDay;
use crate::domain::attendance::Attendance;
use crate::domain::resolution::Resolution;
use crate::domain::room::{ItemPresence, RoomThen};
use crate::domain::session::{ItemTime, Note};
use crate::domain::vote::{Electorate, Tallied};

/// How a resolution came about, as far as its session tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CameAbout {
    /// Who was there; none where the time at which it was decided is not known.
    pub room: Option<RoomThen>,
    /// What its vote comes to by the body's rule; none without a vote or a rule.
    pub tallied: Option<Tallied>,
}

impl SessionView {
    /// Its resolutions with how each came about.
    #[must_use]
    pub fn reckoned(mut self) -> SessionView {
        let found = self
            .resolutions
            .iter()
            .map(|row| self.came_about(&row.resolution));
        let found: Vec<CameAbout> = found.collect();
        for (row, found) in self.resolutions.iter_mut().zip(found) {
            row.came_about = found;
        }
        self
    }

    /// How a resolution came about.
    pub fn came_about(&self, resolution: &Resolution) -> CameAbout {
        CameAbout {
            room: self.decided_at(resolution).and_then(|at| self.room_at(at)),
            tallied: self.tallied(resolution),
        }
    }

    /// The room at a time; none where nobody was ticked as there at all.
    pub fn room_at(&self, at: TimeOfDay) -> Option<RoomThen> {
        let time = self.session.resumed(at);
        let there = self.roll.iter().filter(|row| row.attendance.counts_at(time));
        (self.tally.counting() > 0).then(|| RoomThen {
            at,
            there: there
                .map(|row| (row.seat.id.clone(), row.seat.name.clone()))
                .collect(),
            seats: self.tally.seats,
            quorum: self.quorum,
        })
    }

    /// Seats that were there at a time; in a break, those that are there when it ends.
    pub fn present_at(&self, time: TimeOfDay) -> u32 {
        let time = self.session.resumed(time);
        let here = self.marks().filter(|mark| mark.counts_at(time));
        u32::try_from(here.count()).unwrap_or(u32::MAX)
    }

    fn marks(&self) -> impl Iterator<Item = &Attendance> {
        self.roll.iter().map(|row| &row.attendance)
    }

    /// Who was there while an item, from 1, was talked about; none where no time of it is known.
    pub fn present_at_item(&self, item: u32) -> Option<ItemPresence> {
        let times = self.session.item_times.iter().filter(|time| time.item == item);
        let moments = times.flat_map(|ItemTime { stretch, item: _ }| {
            let comings = self.marks().flat_map(|mark| {
                let again = mark.again.iter().map(|stay| stay.from);
                mark.arrived.into_iter().chain(again).chain(mark.departures())
            });
            let within = comings.filter(|time| stretch.has(*time));
            std::iter::once(stretch.from).chain(within).collect::<Vec<_>>()
        });
        let moments: Vec<TimeOfDay> = moments.collect();
        let counts = || moments.iter().map(|time| self.present_at(*time));
        let ever = |mark: &&Attendance| {
            let at = |time: &TimeOfDay| mark.counts_at(self.session.resumed(*time));
            moments.iter().any(at)
        };
        Some(ItemPresence {
            least: counts().min()?,
            most: counts().max()?,
            there: self.marks().filter(ever).map(|mark| mark.seat.clone()).collect(),
        })
    }

    /// When a resolution was decided, as far as it is known: when it was voted on, else when its note was taken.
    pub fn decided_at(&self, resolution: &Resolution) -> Option<TimeOfDay> {
        let voted = resolution.vote.as_ref().and_then(|vote| vote.at);
        voted.or_else(|| self.note_of(resolution).and_then(|note| note.at))
    }

    /// Who could have voted on a resolution: those who were there when it was voted on, where that time is known, else
    /// all who came to the session.
    pub fn electorate(&self, resolution: &Resolution) -> Electorate {
        let at = resolution.vote.as_ref().and_then(|vote| vote.at);
        Electorate {
            present: at.map_or(self.tally.counting(), |at| self.present_at(at)),
            seats: self.tally.seats,
        }
    }

    /// What the vote on a resolution comes to by the body's rule; none without a vote or a rule.
    pub fn tallied(&self, resolution: &Resolution) -> Option<Tallied> {
        let majority = self.body.rules_for(self.session.date)?.majority?;
        let count = resolution.vote.as_ref()?.cast.count();
        majority.of(count, self.electorate(resolution))
    }

    /// Whether papers leave a note out: it is for the secretary alone, or of a confidential item.
    pub fn hides_note(&self, note: &Note) -> bool {
        note.private || self.session.hides_item(note.agenda_item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{Presence, Tally};
    use crate::domain::body::{Body, Rules};
    use crate::domain::session::Session;
    use crate::domain::stretch::TimeStretch;
    use crate::domain::vote::{Cast, Majority, Vote, VoteCount, Voters};
    use crate::office::query::RollRow;

    fn at(hour: u8, minute: u8) -> TimeOfDay {
        TimeOfDay::new(hour, minute).unwrap()
    }

    /// Three seats: one stays, one leaves at ten and is back at half past, one comes at eleven.
    fn view() -> SessionView {
        let stays = Attendance {
            status: Presence::Present,
            ..Attendance::default()
        };
        let back = stays.clone().leave(at(10, 0)).come(at(10, 30));
        let late = stays.clone().come(at(11, 0));
        let row = |attendance| RollRow {
            attendance,
            ..RollRow::default()
        };
        let roll: Vec<RollRow> = [stays, back, late].map(row).into();
        let time = |item, from, until| ItemTime {
            item,
            stretch: TimeStretch { from, until },
        };
        SessionView {
            tally: Tally::of(roll.iter().map(|row| row.attendance.status)),
            roll,
            session: Session {
                item_times: vec![
                    time(1, at(9, 0), Some(at(9, 30))),
                    time(2, at(9, 30), Some(at(10, 40))),
                    time(1, at(10, 40), None),
                ],
                breaks: vec![TimeStretch {
                    from: at(9, 10),
                    until: Some(at(9, 20)),
                }],
                ..Session::default()
            },
            ..SessionView::default()
        }
    }

    #[test]
    fn presence_follows_comings_and_goings() {
        let view = view();
        let counts = [at(9, 0), at(10, 0), at(10, 30), at(11, 0)].map(|time| view.present_at(time));
        assert_eq!(counts, [2, 1, 2, 3]);
        let of_item = |item| {
            let presence = view.present_at_item(item)?;
            Some((presence.least, presence.most, presence.there.len()))
        };
        assert_eq!(of_item(2), Some((1, 2, 2)));
        assert_eq!(of_item(1), Some((2, 3, 3)));
        assert_eq!(of_item(3), None);
    }

    #[test]
    fn the_room_when_something_was_decided_has_names_and_the_quorum_of_the_day() {
        let mut view = view();
        view.quorum = Some(2);
        let room = view.room_at(at(10, 5)).unwrap();
        assert_eq!(
            (room.present(), room.seats, room.has_quorum()),
            (1, 3, Some(false))
        );
        assert_eq!(view.room_at(at(10, 45)).unwrap().has_quorum(), Some(true));
        // Where nobody is ticked nothing is known of the room.
        view.roll.clear();
        view.tally = Tally::default();
        assert_eq!(view.room_at(at(10, 5)), None);
    }

    #[test]
    fn an_item_has_taken_its_own_minutes_without_the_break() {
        let session = view().session;
        assert_eq!(session.minutes_taken(1, None), Some(20));
        assert_eq!(session.minutes_taken(1, Some(at(10, 50))), Some(30));
        assert_eq!(session.minutes_taken(2, None), Some(70));
        assert_eq!(session.minutes_taken(3, None), None);
    }

    #[test]
    fn a_vote_is_reckoned_by_those_who_were_there_at_its_time() {
        let mut view = view();
        let majority = Majority::MoreThan {
            of: 1,
            parts: 2,
            among: Voters::Present,
        };
        view.body = Body {
            rules: vec![Rules {
                majority: Some(majority),
                ..Rules::default()
            }],
            ..Body::default()
        };
        let count = VoteCount {
            in_favour: 1,
            against: 1,
            abstaining: 0,
        };
        let voted = |at| Resolution {
            vote: Some(Vote {
                at,
                cast: Cast::Count(count),
            }),
            ..Resolution::default()
        };
        let reached = |at| view.tallied(&voted(at)).map(|told| (told.reached, told.needed));
        assert_eq!(reached(Some(at(10, 5))), Some((true, 1)));
        assert_eq!(reached(Some(at(11, 5))), Some((false, 2)));
        assert_eq!(view.tallied(&Resolution::default()), None);
    }
}
