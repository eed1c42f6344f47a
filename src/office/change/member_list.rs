//! Taking in a list of organisations and members, as one change. Does not know how a list is read.

use super::transaction::{CommandNote, Transaction};
use super::{Applied, FreshIds, import, members};
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::ids::{BodyId, OrganisationId, SeatId};
use crate::domain::names::{core_name, whole_name};
use crate::domain::organisation::Organisation;
use crate::domain::seat::{Holder, Seat};
use crate::exchange::members_csv::MemberLine;
use crate::office::command::{Created, Failure, ImportedMembers};
use crate::store::Tree;

/// Records the organisations of a list, and the seats where it is one of members. What stands there already stays.
pub(super) fn take_in(t: &mut Transaction, list: &ImportedMembers, ids: &mut FreshIds) -> Applied {
    let mut taking = Taking {
        organisations: t.stored(Tree::Organisations, "")?,
        bodies: t.stored(Tree::Bodies, "")?,
        seats: t.stored(Tree::Seats, "")?,
        list,
        t,
        ids,
        created: Vec::new(),
    };
    for line in &list.lines {
        let organisation = taking.organisation(line)?;
        if list.of_members {
            taking.seat(line, organisation)?;
        }
    }
    Ok((CommandNote::named("import_members"), taking.created))
}

/// What the office has while the list goes in.
struct Taking<'t, 's, 'l, 'i, 'f> {
    t: &'t mut Transaction<'s>,
    list: &'l ImportedMembers,
    ids: &'i mut FreshIds<'f>,
    organisations: Vec<Organisation>,
    bodies: Vec<Body>,
    seats: Vec<Seat>,
    created: Vec<Created>,
}

impl Taking<'_, '_, '_, '_, '_> {
    /// The organisation of a line: found by any of its names, or made. Names that are new are added to it.
    fn organisation(&mut self, line: &MemberLine) -> Result<OrganisationId, Failure> {
        let Some(at) = self.find_organisation(line) else {
            let made = Organisation {
                id: OrganisationId((self.ids)()),
                name: line.organisation.clone(),
                aliases: line.aliases.clone(),
                ..Organisation::default()
            };
            let id = made.id.clone();
            self.t.put(Tree::Organisations, id.as_str(), &made)?;
            self.created.push(Created::Organisation(id.clone()));
            self.organisations.push(made);
            return Ok(id);
        };
        let known = &mut self.organisations[at];
        let before = known.aliases.len();
        for name in std::iter::once(&line.organisation).chain(&line.aliases) {
            if !known.names().any(|known| whole_name(known) == whole_name(name)) {
                known.aliases.push(name.clone());
            }
        }
        if known.aliases.len() > before {
            self.t.put(Tree::Organisations, known.id.as_str(), known)?;
        }
        Ok(known.id.clone())
    }

    /// By its whole name; else by its core, where neither the office nor the list has a second one with that core.
    fn find_organisation(&self, line: &MemberLine) -> Option<usize> {
        let wanted = whole_name(&line.organisation);
        let has_whole = |o: &Organisation| o.names().any(|name| whole_name(name) == wanted);
        if let Some(at) = self.organisations.iter().position(has_whole) {
            return Some(at);
        }
        let core = core_name(&line.organisation);
        let others = self.list.lines.iter();
        if others
            .filter(|other| core_name(&other.organisation) == core)
            .count()
            != 1
        {
            return None;
        }
        let has_core = |o: &Organisation| o.names().any(|name| core_name(name) == core);
        let mut found = (0..self.organisations.len()).filter(|at| has_core(&self.organisations[*at]));
        found.next().filter(|_| found.next().is_none())
    }

    fn body(&mut self, line: &MemberLine) -> Result<BodyId, Failure> {
        let name = line.body.as_ref().or(self.list.body_name.as_ref());
        let name = name.cloned().unwrap_or_default();
        if let Some(id) = import::find_body(&self.bodies, &name) {
            return Ok(id);
        }
        let after = Body {
            name,
            ..Body::default()
        };
        let (_, created) = members::record_body(self.t, None, after, self.ids)?;
        let id = created.iter().find_map(|created| match created {
            Created::Body(id) => Some(id.clone()),
            _ => None,
        });
        let id = id.unwrap_or_default();
        self.bodies.push(self.t.require(Tree::Bodies, id.as_str())?);
        self.created.extend(created);
        Ok(id)
    }

    /// The seat of a line: found by its name or organisation, or made; its holder is set.
    fn seat(&mut self, line: &MemberLine, organisation: OrganisationId) -> Result<(), Failure> {
        let body = self.body(line)?;
        let wanted = whole_name(&line.organisation);
        let is_it = |seat: &Seat| {
            let same = whole_name(&seat.name) == wanted || seat.organisation.as_ref() == Some(&organisation);
            seat.body == body && same
        };
        let at = match self.seats.iter().position(is_it) {
            Some(at) => at,
            None => self.new_seat(body, &line.organisation),
        };
        let mut after = self.seats[at].clone();
        after.organisation = Some(organisation);
        after.order = line.order.unwrap_or(after.order);
        hold(&mut after, line);
        if self.seats[at] != after {
            self.t.put(Tree::Seats, after.id.as_str(), &after)?;
            self.seats[at] = after;
        }
        Ok(())
    }

    /// Adds a seat behind the others of its body; returns its place among all.
    fn new_seat(&mut self, body: BodyId, name: &str) -> usize {
        let of_body = self.seats.iter().filter(|seat| seat.body == body);
        let order = of_body
            .map(|seat| seat.order)
            .max()
            .unwrap_or(0)
            .saturating_add(1);
        let seat = Seat {
            id: SeatId((self.ids)()),
            body,
            name: name.to_owned(),
            order,
            ..Seat::default()
        };
        self.created.push(Created::Seat(seat.id.clone()));
        self.seats.push(seat);
        self.seats.len() - 1
    }
}

/// Sets who holds the seat. Another name than the last holder's is the next holder, and ends the one before.
fn hold(seat: &mut Seat, line: &MemberLine) {
    let Some(person) = &line.person else { return };
    let same = |holder: &&mut Holder| whole_name(&holder.name) == whole_name(person);
    if let Some(holder) = seat.holders.iter_mut().rev().find(same) {
        holder.post = line.post.clone().or(holder.post.take());
        holder.from = line.from.or(holder.from);
        holder.until = line.until.or(holder.until);
        return;
    }
    if let (Some(last), Some(from)) = (seat.holders.last_mut(), line.from) {
        last.until = last.until.or(Some(day_before(from)));
    }
    let (name, post) = (person.clone(), line.post.clone());
    seat.holders.push(Holder {
        name,
        post,
        from: line.from,
        until: line.until,
        namesake: None,
    });
}

fn day_before(day: Day) -> Day {
    day.plus_days(-1)
}
