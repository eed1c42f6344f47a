//! Importing lists of organisations and members. Does not know how a list is read from CSV.

use super::super::fault::Fault;
use super::Import;
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::ids::{BodyId, OrganisationId};
use crate::domain::names::{core_name, whole_name};
use crate::domain::organisation::Organisation;
use crate::domain::seat::{Holder, Seat};
use crate::exchange::members_csv::{MemberLine, MemberList, MemberListError, read_members};
use crate::exchange::{DecodeError, decode};
use crate::office::Office;
use crate::office::command::{Command, Created, Done};
use crate::office::import::find_body;
use crate::office::read;

/// Takes in a list. Every record goes in by itself, so each can be taken back by itself.
pub(super) fn import(import: &Import, name: &str, bytes: &[u8]) -> Result<(), Fault> {
    let call = import.call;
    let text = decode(bytes).map_err(|error| {
        Fault::not_done(match error {
            DecodeError::UnknownEncoding { first_bad_byte } => {
                call.say_with("file-encoding", &[("byte", (first_bad_byte + 1).into())])
            }
            _ => call.say("file-binary"),
        })
    })?;
    let list = read_members(&text).map_err(|error| unreadable(import, &error))?;
    let of_members = list.of_members || import.args.body.is_some();
    if let (true, Some(line)) = (of_members, list.lines.iter().find(|line| line.body.is_none()))
        && import.args.body.is_none()
    {
        return Err(Fault::not_done(
            call.say_with("members-no-body", &[("line", line.line.into())]),
        ));
    }
    let heading = call.say_with("import-file", &[("file", name.into())]);
    let count = call.say_with("members-count", &[("lines", list.lines.len().into())]);
    let Some(office) = import.target() else {
        return call.print(&format!("{heading}\n{count}\n{}", call.say("import-rehearsal")));
    };
    let mut taking = Taking::read(import, office)?;
    for line in &list.lines {
        let organisation = taking.organisation(line, &list)?;
        if of_members {
            taking.seat(line, organisation)?;
        }
    }
    let outcome = if taking.made + taking.changed == 0 {
        call.say("import-nothing-new")
    } else {
        call.say_with(
            "members-done",
            &[("made", taking.made.into()), ("changed", taking.changed.into())],
        )
    };
    call.print(&format!("{heading}\n{count}\n{outcome}\n"))
}

fn unreadable(import: &Import, error: &MemberListError) -> Fault {
    let call = import.call;
    Fault::not_done(match error {
        MemberListError::NoOrganisations => call.say("members-no-head"),
        MemberListError::ColumnTwice(head) => call.say_with("members-head-twice", &[("head", head.into())]),
        MemberListError::NoName(line) => call.say_with("members-no-name", &[("line", (*line).into())]),
        MemberListError::BadDay { line, written } => call.say_with(
            "members-bad-day",
            &[("line", (*line).into()), ("written", written.into())],
        ),
        MemberListError::BadOrder { line, written } => call.say_with(
            "members-bad-order",
            &[("line", (*line).into()), ("written", written.into())],
        ),
        MemberListError::Torn(line) => call.say_with("members-torn", &[("line", (*line).into())]),
    })
}

/// What the office has while the list goes in.
struct Taking<'a> {
    import: &'a Import<'a>,
    office: &'a Office,
    organisations: Vec<Organisation>,
    bodies: Vec<Body>,
    seats: Vec<Seat>,
    made: usize,
    changed: usize,
}

impl<'a> Taking<'a> {
    fn read(import: &'a Import<'a>, office: &'a Office) -> Result<Taking<'a>, Fault> {
        let failed = |failure| import.call.failed(office, &failure);
        let bodies = read::bodies(office).map_err(failed)?;
        let organisations = read::organisations(office).map_err(failed)?;
        let (bodies, seats): (Vec<Body>, Vec<Vec<Seat>>) = bodies.into_iter().unzip();
        let seats = seats.into_iter().flatten().collect();
        Ok(Taking {
            import,
            office,
            organisations,
            bodies,
            seats,
            made: 0,
            changed: 0,
        })
    }

    fn execute(&self, command: Command) -> Result<Done, Fault> {
        self.import
            .call
            .execute(self.office, command)
            .map_err(|failure| self.import.call.failed(self.office, &failure))
    }

    /// The organisation of a line: found by any of its names, or made. Names that are new are added to it.
    fn organisation(&mut self, line: &MemberLine, list: &MemberList) -> Result<OrganisationId, Fault> {
        let Some(at) = self.find_organisation(line, list) else {
            let (name, aliases) = (line.organisation.clone(), line.aliases.clone());
            let after = Organisation {
                name,
                aliases,
                ..Organisation::default()
            };
            let done = self.execute(Command::RecordOrganisation {
                before: None,
                after: after.clone(),
            })?;
            let id = done.created.into_iter().find_map(|created| match created {
                Created::Organisation(id) => Some(id),
                _ => None,
            });
            let id = id.unwrap_or_default();
            self.organisations.push(Organisation {
                id: id.clone(),
                ..after
            });
            self.made += 1;
            return Ok(id);
        };
        let before = self.organisations[at].clone();
        let mut after = before.clone();
        for name in std::iter::once(&line.organisation).chain(&line.aliases) {
            if !after.names().any(|known| whole_name(known) == whole_name(name)) {
                after.aliases.push(name.clone());
            }
        }
        let id = after.id.clone();
        if after != before {
            self.execute(Command::RecordOrganisation {
                before: Some(before),
                after: after.clone(),
            })?;
            self.organisations[at] = after;
            self.changed += 1;
        }
        Ok(id)
    }

    /// By its whole name; else by its core, where neither the office nor the list has a second one with that core.
    fn find_organisation(&self, line: &MemberLine, list: &MemberList) -> Option<usize> {
        let wanted = whole_name(&line.organisation);
        let by_whole = self
            .organisations
            .iter()
            .position(|o| o.names().any(|name| whole_name(name) == wanted));
        if by_whole.is_some() {
            return by_whole;
        }
        let core = core_name(&line.organisation);
        if list
            .lines
            .iter()
            .filter(|other| core_name(&other.organisation) == core)
            .count()
            != 1
        {
            return None;
        }
        let has_core = |o: &Organisation| o.names().any(|name| core_name(name) == core);
        let mut found = self
            .organisations
            .iter()
            .enumerate()
            .filter(|(_, o)| has_core(o))
            .map(|(at, _)| at);
        found.next().filter(|_| found.next().is_none())
    }

    fn body(&mut self, line: &MemberLine) -> Result<BodyId, Fault> {
        let name = line
            .body
            .clone()
            .or_else(|| self.import.args.body.clone())
            .unwrap_or_default();
        if let Some(id) = find_body(&self.bodies, &name) {
            return Ok(id);
        }
        let after = Body {
            name,
            ..Body::default()
        };
        let done = self.execute(Command::RecordBody {
            before: None,
            after: after.clone(),
        })?;
        let id = done.created.into_iter().find_map(|created| match created {
            Created::Body(id) => Some(id),
            _ => None,
        });
        let id = id.unwrap_or_default();
        self.bodies.push(Body {
            id: id.clone(),
            ..after
        });
        self.made += 1;
        Ok(id)
    }

    /// The seat of a line: found by its name or organisation, or made; its holder is set.
    fn seat(&mut self, line: &MemberLine, organisation: OrganisationId) -> Result<(), Fault> {
        let body = self.body(line)?;
        let wanted = whole_name(&line.organisation);
        let is_it = |seat: &Seat| {
            seat.body == body
                && (whole_name(&seat.name) == wanted || seat.organisation.as_ref() == Some(&organisation))
        };
        let at = self.seats.iter().position(is_it);
        let before = at.map(|at| self.seats[at].clone());
        let mut after = before.clone().unwrap_or_else(|| {
            let orders = self
                .seats
                .iter()
                .filter(|seat| seat.body == body)
                .map(|seat| seat.order);
            let order = orders.max().unwrap_or(0).saturating_add(1);
            Seat {
                body: body.clone(),
                name: line.organisation.clone(),
                order,
                ..Seat::default()
            }
        });
        after.organisation = Some(organisation);
        after.order = line.order.unwrap_or(after.order);
        hold(&mut after, line);
        if before.as_ref() == Some(&after) {
            return Ok(());
        }
        let done = self.execute(Command::RecordSeat {
            before: before.clone(),
            after: after.clone(),
        })?;
        match at {
            Some(at) => {
                self.seats[at] = after;
                self.changed += 1;
            }
            None => {
                let id = done.created.into_iter().find_map(|created| match created {
                    Created::Seat(id) => Some(id),
                    _ => None,
                });
                self.seats.push(Seat {
                    id: id.unwrap_or_default(),
                    ..after
                });
                self.made += 1;
            }
        }
        Ok(())
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
    });
}

fn day_before(day: Day) -> Day {
    day.plus_days(-1)
}
