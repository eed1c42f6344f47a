//! The open resolutions in groups: by organisation, by the week they are due in, by session. Made once for each answer,
//! not for each frame. Does not know how a group is painted.

use super::books::Organisations;
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::ids::{OrganisationId, SessionId};
use crate::domain::names::whole_name;
use crate::domain::resolution::Status;
use crate::domain::seat::Seat;
use crate::office::query::ResolutionRow;
use crate::text::fold;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// By what the open resolutions are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Grouping {
    /// By nothing: the most pressing first.
    #[default]
    Pressing,
    /// By every organisation that is to act.
    Organisation,
    /// By the week they are due in.
    Week,
    /// By the session they were taken in.
    Session,
}

impl Grouping {
    const ALL: [Grouping; 4] = [
        Grouping::Pressing,
        Grouping::Organisation,
        Grouping::Week,
        Grouping::Session,
    ];

    /// The one that the key goes to from this one.
    pub fn next(self) -> Grouping {
        let at = Grouping::ALL.iter().position(|one| *one == self).unwrap_or(0);
        Grouping::ALL[(at + 1) % Grouping::ALL.len()]
    }

    /// The word id of its name.
    pub fn word(self) -> &'static str {
        match self {
            Grouping::Pressing => "grouping-pressing",
            Grouping::Organisation => "grouping-organisation",
            Grouping::Week => "grouping-week",
            Grouping::Session => "grouping-session",
        }
    }
}

/// What a group has in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum GroupKey {
    /// An organisation of the office is to act.
    Organisation(OrganisationId),
    /// Somebody of this name (whole, folded) is to act, whom the office does not know.
    Name(String),
    /// Nobody is to act.
    Nobody,
    /// Late.
    Late,
    /// Due in the week that begins on this Saturday.
    Week(Day),
    /// Without a day.
    NoDay,
    /// Taken in this session.
    Session(SessionId),
}

/// Resolutions that belong together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub key: GroupKey,
    /// The name of who is to act, where that is what they have in common; else empty.
    pub name: String,
    /// Their places among all rows, the most pressing first.
    pub rows: Vec<usize>,
    /// How many of them are late.
    pub late: usize,
    /// Whether only the head is shown.
    pub is_folded: bool,
}

/// One line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The head of a group, by its place.
    Head(usize),
    /// A row, by its place among all rows, under the head of a group.
    Row { group: Option<usize>, row: usize },
}

/// The list as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Board {
    pub groups: Vec<Group>,
    pub lines: Vec<Line>,
    /// How many resolutions are late, each counted once.
    pub late: usize,
}

/// What the names and the order of groups are taken from.
pub(super) struct Known<'b> {
    pub organisations: Option<&'b Organisations>,
    pub bodies: &'b [(Body, Vec<Seat>)],
}

impl Board {
    /// Puts rows together that stand in order, the most pressing first.
    pub fn new(rows: &[ResolutionRow], by: Grouping, folded: &HashSet<GroupKey>, known: &Known) -> Board {
        let late = rows.iter().filter(|row| row.overdue).count();
        let mut groups = groups(rows, by, known);
        for group in &mut groups {
            group.late = group.rows.iter().filter(|row| rows[**row].overdue).count();
            group.is_folded = folded.contains(&group.key);
        }
        let lines = match by {
            Grouping::Pressing => (0..rows.len())
                .map(|row| Line::Row { group: None, row })
                .collect(),
            _ => lines(&groups),
        };
        Board { groups, lines, late }
    }

    /// The place of the row on a line; none on a head.
    pub fn row(&self, line: usize) -> Option<usize> {
        match self.lines.get(line)? {
            Line::Head(_) => None,
            Line::Row { row, .. } => Some(*row),
        }
    }

    /// The place of the group that a line belongs to.
    pub fn group(&self, line: usize) -> Option<usize> {
        match self.lines.get(line)? {
            Line::Head(group) => Some(*group),
            Line::Row { group, .. } => *group,
        }
    }

    /// The line of the head of a group.
    pub fn head(&self, group: usize) -> Option<usize> {
        self.lines.iter().position(|line| *line == Line::Head(group))
    }

    /// The head that one jumps to from a line: of the next group, or of this one or the one before.
    pub fn jump(&self, line: usize, onward: bool) -> Option<usize> {
        let is_head = |at: &usize| matches!(self.lines[*at], Line::Head(_));
        if onward {
            (line + 1..self.lines.len()).find(is_head)
        } else {
            (0..line.min(self.lines.len())).rev().find(is_head)
        }
    }

    /// The lines that stand for what stood on a line before: the same row in the same group, the same head.
    pub fn again(&self, of: &Board, line: usize, same_row: impl Fn(usize, usize) -> bool) -> Option<usize> {
        let key = of.group(line).map(|group| &of.groups[group].key);
        let before = of.row(line);
        self.lines.iter().position(|now| {
            let (group, row) = match *now {
                Line::Head(group) => (Some(group), None),
                Line::Row { group, row } => (group, Some(row)),
            };
            let same = match (before, row) {
                (Some(before), Some(row)) => same_row(before, row),
                (before, row) => before == row,
            };
            same && group.map(|group| &self.groups[group].key) == key
        })
    }
}

fn lines(groups: &[Group]) -> Vec<Line> {
    let of = |(at, group): (usize, &Group)| {
        let shown: &[usize] = if group.is_folded { &[] } else { &group.rows };
        let rows: Vec<Line> = shown
            .iter()
            .map(|row| Line::Row {
                group: Some(at),
                row: *row,
            })
            .collect();
        std::iter::once(Line::Head(at)).chain(rows)
    };
    groups.iter().enumerate().flat_map(of).collect()
}

fn groups(rows: &[ResolutionRow], by: Grouping, known: &Known) -> Vec<Group> {
    let mut gathered = Gathered::default();
    for (at, row) in rows.iter().enumerate() {
        match by {
            Grouping::Pressing => {}
            Grouping::Organisation => {
                for (key, name) in to_act(row, known) {
                    gathered.add(key, &name, at);
                }
            }
            Grouping::Week => gathered.add(week(row), "", at),
            Grouping::Session => gathered.add(GroupKey::Session(row.session.clone()), "", at),
        }
    }
    let mut groups = gathered.groups;
    let order = protocol_order(known);
    let place = |group: &Group| match &group.key {
        GroupKey::Organisation(id) => order.get(id).copied().unwrap_or(u32::MAX),
        _ => u32::MAX,
    };
    match by {
        Grouping::Pressing => {}
        Grouping::Organisation => groups
            .sort_by_cached_key(|group| (group.key == GroupKey::Nobody, place(group), fold(&group.name))),
        Grouping::Week => groups.sort_by_key(|group| match group.key {
            GroupKey::Late => (0, None),
            GroupKey::Week(saturday) => (1, Some(saturday)),
            _ => (2, None),
        }),
        Grouping::Session => groups.sort_by_key(|group| {
            let row = group.rows.first().map(|row| &rows[*row]);
            Reverse(row.map(|row| (row.session_date, row.session_year, row.session_ordinal)))
        }),
    }
    groups
}

/// Groups by their keys, in the order in which they came.
#[derive(Default)]
struct Gathered {
    groups: Vec<Group>,
    places: HashMap<GroupKey, usize>,
}

impl Gathered {
    fn add(&mut self, key: GroupKey, name: &str, row: usize) {
        let groups = &mut self.groups;
        let at = *self.places.entry(key).or_insert_with_key(|key| {
            groups.push(Group {
                key: key.clone(),
                name: name.to_owned(),
                rows: Vec::new(),
                late: 0,
                is_folded: false,
            });
            groups.len() - 1
        });
        // One that is named twice, in the resolution and in a clause, is there once.
        if groups[at].rows.last() != Some(&row) {
            groups[at].rows.push(row);
        }
    }
}

/// Everybody who is still to act, in the resolution and in its open clauses, by the name that the office knows.
fn to_act(row: &ResolutionRow, known: &Known) -> Vec<(GroupKey, String)> {
    let open = row
        .resolution
        .clauses
        .values()
        .filter(|c| c.status == Status::Open);
    let all = row
        .resolution
        .responsible
        .iter()
        .chain(open.flat_map(|c| &c.responsible));
    let mut found: Vec<(GroupKey, String)> = Vec::new();
    for who in all.filter(|who| !who.written.trim().is_empty()) {
        let named = || known.organisations.and_then(|all| all.named(&who.written));
        let one = match who.organisation.clone().or_else(named) {
            Some(id) => {
                let rows = known.organisations.iter().flat_map(|all| &all.rows);
                let name = rows.into_iter().find(|one| one.id == id);
                let name = name.map_or_else(|| who.written.clone(), |one| one.name.clone());
                (GroupKey::Organisation(id), name)
            }
            None => (GroupKey::Name(whole_name(&who.written)), who.written.clone()),
        };
        found.push(one);
    }
    if found.is_empty() {
        found.push((GroupKey::Nobody, String::new()));
    }
    found
}

fn week(row: &ResolutionRow) -> GroupKey {
    match row.due {
        _ if row.overdue => GroupKey::Late,
        Some(day) => GroupKey::Week(saturday(day)),
        None => GroupKey::NoDay,
    }
}

/// The Saturday that begins the week of a day.
pub(super) fn saturday(day: Day) -> Day {
    day.end_of_week().plus_days(-6)
}

/// The earliest place of each organisation in the protocol order of any body.
fn protocol_order(known: &Known) -> HashMap<OrganisationId, u32> {
    let mut order: HashMap<OrganisationId, u32> = HashMap::new();
    for seat in known.bodies.iter().flat_map(|(_, seats)| seats) {
        if let Some(id) = &seat.organisation {
            let first = order.entry(id.clone()).or_insert(seat.order);
            *first = seat.order.min(*first);
        }
    }
    order
}
