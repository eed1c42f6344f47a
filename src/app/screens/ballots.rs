//! A vote by name: every seat that is there, and how it voted, one key a seat. Does not know what a vote decides.

use super::page::Page;
use super::tables::{moved, settled, table_of, table_rows};
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::locked::locked;
use crate::app::meets::time_in;
use crate::app::step::Step;
use crate::domain::correction::Corrected;
use crate::domain::ids::{ResolutionId, SeatId};
use crate::domain::resolution::Resolution;
use crate::domain::vote::{Ballot, Cast};
use crate::office::command::Command;
use crate::office::query::{Query, RollRow, SessionView};
use crate::say;
use crate::ui::{Area, Canvas, Key, ListState, Origin, Piece, Role, Table, TableCell, sentence};

/// Columns of the name of the resolution in the head.
const NAME_COLUMNS: u16 = 40;

/// Where one is in a vote by name.
pub(in crate::app) struct BallotsPage {
    id: ResolutionId,
    list: ListState,
}

impl BallotsPage {
    /// At the first seat.
    pub fn new(id: &ResolutionId) -> BallotsPage {
        BallotsPage {
            id: id.clone(),
            list: ListState::default(),
        }
    }

    fn read<'b>(&self, context: &Context<'b>) -> Option<(&'b SessionView, &'b Resolution)> {
        let view = context.books.session(&self.id.session())?;
        let mut rows = view.resolutions.iter().map(|row| &row.resolution);
        Some((view, rows.find(|resolution| resolution.id == self.id)?))
    }

    /// Records how these seats voted.
    fn cast(
        &self,
        context: &Context,
        view: &SessionView,
        ballots: Vec<(SeatId, Option<Ballot>)>,
    ) -> Vec<Step> {
        if ballots.is_empty() {
            return Vec::new();
        }
        let change = || {
            Step::change(Command::CastBallots {
                resolution: self.id.clone(),
                at: time_in(context, &view.session),
                ballots,
            })
        };
        vec![locked(&view.session).unwrap_or_else(change)]
    }
}

/// The seats that may vote: those that are there, and those whose vote is recorded.
fn voters<'v>(view: &'v SessionView, resolution: &Resolution) -> Vec<&'v RollRow> {
    let has_voted = |row: &RollRow| ballot(resolution, &row.seat.id).is_some();
    let rows = view.roll.iter();
    rows.filter(|row| row.attendance.status.counts() || has_voted(row))
        .collect()
}

fn ballot(resolution: &Resolution, seat: &SeatId) -> Option<Ballot> {
    match &resolution.vote.as_ref()?.cast {
        Cast::ByName(seats) => seats.get(seat).copied(),
        Cast::Count(_) | Cast::Secret(_) => None,
    }
}

fn table(context: &Context) -> Table {
    let voted = 14;
    let seat = Table::left_for_one_more(context.setup.columns, &[3, voted]);
    let heads = [("column-number", 3), ("column-seat", seat), ("head-vote", voted)];
    table_of(context, &heads, 1, false)
}

fn cells(context: &Context, resolution: &Resolution, voters: &[&RollRow], at: usize) -> Vec<TableCell> {
    let Some(row) = voters.get(at) else {
        return Vec::new();
    };
    let voted = ballot(resolution, &row.seat.id).map(|ballot| {
        let role = match ballot {
            Ballot::For => Role::Good,
            Ballot::Against => Role::Bad,
            Ballot::Abstaining => Role::Warn,
        };
        Piece::ours(say::ballot(context.words, ballot)).role(role)
    });
    vec![
        vec![Piece::ours(context.words.number(at + 1)).role(Role::Faint)],
        vec![Piece::stored(row.seat.name.clone())],
        voted.into_iter().collect(),
    ]
}

impl Page for BallotsPage {
    fn place(&self) -> Place {
        Place::Ballots
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Session(self.id.session())]
    }

    fn waits(&self, context: &Context) -> bool {
        context.books.session(&self.id.session()).is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let Some((view, resolution)) = self.read(context) else {
            return Vec::new();
        };
        let voters = voters(view, resolution);
        if moved(
            &mut self.list,
            act,
            key,
            voters.len(),
            usize::from(table_rows(context)),
        ) {
            return Vec::new();
        }
        let selected = voters.get(self.list.selected).map(|row| row.seat.id.clone());
        match (act, selected) {
            (Act::Cast(ballot), Some(seat)) => {
                self.list.selected = (self.list.selected + 1).min(voters.len().saturating_sub(1));
                self.cast(context, view, vec![(seat, Some(ballot))])
            }
            (Act::Remove, Some(seat)) => self.cast(context, view, vec![(seat, None)]),
            (Act::CastRest, _) => {
                let rest = voters.iter().map(|row| &row.seat.id);
                let rest = rest.filter(|seat| ballot(resolution, seat).is_none());
                let rest = rest.map(|seat| (seat.clone(), Some(Ballot::For))).collect();
                self.cast(context, view, rest)
            }
            _ => Vec::new(),
        }
    }

    fn settle(&mut self, context: &Context) {
        if let Some((view, resolution)) = self.read(context) {
            let voters = voters(view, resolution);
            self.list = settled(context, &table(context), self.list, voters.len(), |_| Vec::new());
        }
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let Some((view, resolution)) = self.read(context) else {
            return sentence(
                canvas,
                area,
                &context.words.say("resolution-is-gone"),
                Role::Faint,
            );
        };
        let voters = voters(view, resolution);
        if voters.is_empty() {
            return sentence(canvas, area, &context.words.say("ballots-nobody"), Role::Faint);
        }
        table(context).paint(canvas, area, &self.list, voters.len(), |at| {
            cells(context, resolution, &voters, at)
        });
    }

    fn title(&self, context: &Context) -> String {
        let name = self.read(context).map(|(_, resolution)| resolution.name());
        let name = say::shortened(context.look, name.unwrap_or_default(), NAME_COLUMNS);
        context.words.say_with("ballots-title", &[("name", name.into())])
    }

    /// How many voted how, and what that comes to by the rule of the body.
    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        let Some((view, resolution)) = self.read(context) else {
            return;
        };
        let words = context.words;
        let count = resolution.vote.as_ref().map(|vote| vote.cast.count());
        let said = say::vote_count(words, count.unwrap_or_default());
        let (said, role) = match view.tallied(resolution) {
            Some(tallied) => {
                let (told, role) = say::tallied(words, tallied);
                (format!("{said} · {told}"), role)
            }
            None => (said, Role::Plain),
        };
        let style = canvas.style(role);
        let room = context.body.columns.saturating_sub(2);
        canvas.text(1, row, room, &said, Origin::Ours, style);
    }

    fn corrected(&self, _context: &Context) -> Option<Corrected> {
        Some(Corrected::Resolution(self.id.clone()))
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}
