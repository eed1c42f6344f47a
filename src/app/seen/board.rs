//! The open resolutions in groups: by organisation, by the week they are due in, by session. Made once for each answer,
//! not for each frame. Does not know how a group is painted.

use super::books::Organisations;
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::ids::{OrganisationId, SessionId};
use crate::domain::names::whole_name;
use crate::domain::resolution::{Responsible, Status};
use crate::domain::seat::Seat;
use crate::office::query::ResolutionRow;
use crate::text::alphabetical;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// By what the open resolutions are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
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
    /// All of them, in the order of the key.
    pub const ALL: [Grouping; 4] = [
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
pub(in crate::app) enum GroupKey {
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
pub(in crate::app) struct ResolutionGroup {
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
pub(in crate::app) enum BoardLine {
    /// The head of a group, by its place.
    Head(usize),
    /// A row, by its place among all rows, under the head of a group.
    Row { group: Option<usize>, row: usize },
}

/// The list as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::app) struct Board {
    pub groups: Vec<ResolutionGroup>,
    pub lines: Vec<BoardLine>,
    /// How many resolutions are late, each counted once.
    pub late: usize,
}

/// What the names and the order of groups are taken from.
pub(in crate::app) struct GroupSources<'b> {
    pub organisations: Option<&'b Organisations>,
    pub bodies: &'b [(Body, Vec<Seat>)],
}

impl Board {
    /// Puts rows together that stand in order, the most pressing first.
    pub fn new(
        rows: &[ResolutionRow],
        by: Grouping,
        folded: &HashSet<GroupKey>,
        known: &GroupSources,
    ) -> Board {
        let late = rows.iter().filter(|row| row.overdue).count();
        let mut groups = groups(rows, by, known);
        for group in &mut groups {
            group.late = group.rows.iter().filter(|row| rows[**row].overdue).count();
            group.is_folded = folded.contains(&group.key);
        }
        let lines = match by {
            Grouping::Pressing => (0..rows.len())
                .map(|row| BoardLine::Row { group: None, row })
                .collect(),
            _ => lines(&groups),
        };
        Board { groups, lines, late }
    }

    /// The place of the row on a line; none on a head.
    pub fn row(&self, line: usize) -> Option<usize> {
        match self.lines.get(line)? {
            BoardLine::Head(_) => None,
            BoardLine::Row { row, .. } => Some(*row),
        }
    }

    /// The place of the group that a line belongs to.
    pub fn group(&self, line: usize) -> Option<usize> {
        match self.lines.get(line)? {
            BoardLine::Head(group) => Some(*group),
            BoardLine::Row { group, .. } => *group,
        }
    }

    /// The line of the head of a group.
    pub fn head(&self, group: usize) -> Option<usize> {
        self.lines.iter().position(|line| *line == BoardLine::Head(group))
    }

    /// The head that one jumps to from a line: of the next group, or of this one or the one before.
    pub fn jump(&self, line: usize, onward: bool) -> Option<usize> {
        let is_head = |at: &usize| matches!(self.lines[*at], BoardLine::Head(_));
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
                BoardLine::Head(group) => (Some(group), None),
                BoardLine::Row { group, row } => (group, Some(row)),
            };
            let same = match (before, row) {
                (Some(before), Some(row)) => same_row(before, row),
                (before, row) => before == row,
            };
            same && group.map(|group| &self.groups[group].key) == key
        })
    }
}

fn lines(groups: &[ResolutionGroup]) -> Vec<BoardLine> {
    let of = |(at, group): (usize, &ResolutionGroup)| {
        let shown: &[usize] = if group.is_folded { &[] } else { &group.rows };
        let rows: Vec<BoardLine> = shown
            .iter()
            .map(|row| BoardLine::Row {
                group: Some(at),
                row: *row,
            })
            .collect();
        std::iter::once(BoardLine::Head(at)).chain(rows)
    };
    groups.iter().enumerate().flat_map(of).collect()
}

fn groups(rows: &[ResolutionRow], by: Grouping, known: &GroupSources) -> Vec<ResolutionGroup> {
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
    let place = |group: &ResolutionGroup| match &group.key {
        GroupKey::Organisation(id) => order.get(id).copied().unwrap_or(u32::MAX),
        _ => u32::MAX,
    };
    match by {
        Grouping::Pressing => {}
        Grouping::Organisation => groups.sort_by_cached_key(|group| {
            (
                group.key == GroupKey::Nobody,
                place(group),
                alphabetical(&group.name),
            )
        }),
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
    groups: Vec<ResolutionGroup>,
    places: HashMap<GroupKey, usize>,
}

impl Gathered {
    fn add(&mut self, key: GroupKey, name: &str, row: usize) {
        let groups = &mut self.groups;
        let at = *self.places.entry(key).or_insert_with_key(|key| {
            groups.push(ResolutionGroup {
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

/// Everybody who is still to act, in the resolution and in its open clauses, by the name that the office knows. One whom
/// clauses name has these clauses for its part, as in the figures, and is not chased when they are done.
fn to_act(row: &ResolutionRow, known: &GroupSources) -> Vec<(GroupKey, String)> {
    let resolution = &row.resolution;
    let clauses = |open: bool| {
        let of_kind = resolution.clauses.values();
        let of_kind = of_kind.filter(move |clause| (clause.status == Status::Open) == open);
        let who = of_kind.flat_map(|clause| &clause.responsible);
        who.filter_map(|who| called(who, known)).collect::<Vec<_>>()
    };
    let (open, ended) = (clauses(true), clauses(false));
    let whole: Vec<(GroupKey, String)> = resolution
        .responsible
        .iter()
        .filter_map(|who| called(who, known))
        .collect();
    let is_in = |all: &[(GroupKey, String)], key: &GroupKey| all.iter().any(|(other, _)| other == key);
    let has_ended = |(key, _): &(GroupKey, String)| is_in(&ended, key) && !is_in(&open, key);
    let to_act = whole.iter().filter(|one| !has_ended(one)).cloned();
    let found: Vec<(GroupKey, String)> = to_act.chain(open.iter().cloned()).collect();
    match (found.is_empty(), whole.is_empty()) {
        (false, _) => found,
        // What is left is in the wording alone: all who were named are asked.
        (true, false) => whole,
        (true, true) => vec![(GroupKey::Nobody, String::new())],
    }
}

/// The group of one who is responsible, with its name; none where nothing is written.
fn called(who: &Responsible, known: &GroupSources) -> Option<(GroupKey, String)> {
    if who.written.trim().is_empty() {
        return None;
    }
    let named = || known.organisations.and_then(|all| all.named(&who.written));
    Some(match who.organisation.clone().or_else(named) {
        Some(id) => {
            let rows = known.organisations.iter().flat_map(|all| &all.rows);
            let name = rows.into_iter().find(|one| one.id == id);
            let name = name.map_or_else(|| who.written.clone(), |one| one.name.clone());
            (GroupKey::Organisation(id), name)
        }
        None => (GroupKey::Name(whole_name(&who.written)), who.written.clone()),
    })
}

fn week(row: &ResolutionRow) -> GroupKey {
    match row.due {
        _ if row.overdue => GroupKey::Late,
        Some(day) => GroupKey::Week(saturday(day)),
        None => GroupKey::NoDay,
    }
}

/// The Saturday that begins the week of a day.
pub(in crate::app) fn saturday(day: Day) -> Day {
    day.end_of_week().plus_days(-6)
}

/// The earliest place of each organisation in the protocol order of any body.
fn protocol_order(known: &GroupSources) -> HashMap<OrganisationId, u32> {
    let mut order: HashMap<OrganisationId, u32> = HashMap::new();
    for seat in known.bodies.iter().flat_map(|(_, seats)| seats) {
        if let Some(id) = &seat.organisation {
            let first = order.entry(id.clone()).or_insert(seat.order);
            *first = seat.order.min(*first);
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{BodyId, ResolutionId, SeatId};
    use crate::domain::organisation::Organisation;
    use crate::domain::resolution::{ClauseState, Resolution};

    fn day(month: u8, day: u8) -> Day {
        Day::from_jalali(1402, month, day).unwrap()
    }

    /// A row of a session with its day, when it is due, whether it is late, and who is to act.
    fn row(session: u8, due: Option<Day>, overdue: bool, who: &[&str]) -> ResolutionRow {
        let id = SessionId(format!("s{session}"));
        let responsible = who.iter().map(|name| Responsible {
            written: (*name).to_owned(),
            organisation: None,
        });
        ResolutionRow {
            resolution: Resolution {
                id: ResolutionId::in_session(&id, "r"),
                responsible: responsible.collect(),
                ..Resolution::default()
            },
            session: id,
            body: BodyId::from("b"),
            body_name: String::new(),
            session_date: Some(day(1, session)),
            session_ordinal: None,
            session_year: None,
            session_after: crate::domain::deadline::DaysAfter::default(),
            status: Status::Open,
            due,
            first_due: due,
            overdue,
            missed: 0,
            warnings: Vec::new(),
            came_about: crate::office::query::CameAbout::default(),
        }
    }

    fn organisations() -> Organisations {
        let named = |id: &str, name: &str, alias: &str| Organisation {
            id: OrganisationId::from(id),
            name: name.to_owned(),
            aliases: vec![alias.to_owned()],
            ..Organisation::default()
        };
        Organisations::new(vec![
            named("o1", "اداره کل راه و شهرسازی", "راه"),
            named("o2", "شرکت آب منطقه‌ای", "آب"),
            named("o3", "سازمان صنعت، معدن و تجارت", "صمت"),
        ])
    }

    fn board(rows: &[ResolutionRow], by: Grouping, folded: &[GroupKey]) -> Board {
        let organisations = organisations();
        let seat = |organisation: &str, order| Seat {
            id: SeatId(format!("seat{order}")),
            organisation: Some(OrganisationId::from(organisation)),
            order,
            ..Seat::default()
        };
        // The protocol order goes before the order of names.
        let bodies = [(Body::default(), vec![seat("o3", 2), seat("o2", 1)])];
        let known = GroupSources {
            organisations: Some(&organisations),
            bodies: &bodies,
        };
        Board::new(rows, by, &folded.iter().cloned().collect(), &known)
    }

    fn shown(board: &Board) -> Vec<(&str, &[usize], usize)> {
        let groups = board.groups.iter();
        groups
            .map(|group| (group.name.as_str(), group.rows.as_slice(), group.late))
            .collect()
    }

    #[test]
    fn each_resolution_stands_under_everybody_who_is_still_to_act_and_is_late_once() {
        let mut rows = vec![
            row(1, None, true, &["صمت", "آب"]),
            row(2, None, true, &[]),
            row(3, None, false, &["شرکت آب منطقه ای", "بنیاد مسکن"]),
            row(4, None, false, &["راه", "آب"]),
        ];
        let clause = |who: &str, status| ClauseState {
            responsible: vec![Responsible {
                written: who.to_owned(),
                organisation: None,
            }],
            status,
            ..ClauseState::default()
        };
        rows[3].resolution.clauses = [
            ("الف".to_owned(), clause("راه", Status::Open)),
            ("ب".to_owned(), clause("صمت", Status::Open)),
            ("ج".to_owned(), clause("آب", Status::Done)),
        ]
        .into();
        let board = board(&rows, Grouping::Organisation, &[]);
        let expected: [(&str, &[usize], usize); 5] = [
            ("شرکت آب منطقه‌ای", &[0, 2], 1),
            ("سازمان صنعت، معدن و تجارت", &[0, 3], 1),
            ("اداره کل راه و شهرسازی", &[3], 0),
            ("بنیاد مسکن", &[2], 0),
            ("", &[1], 1),
        ];
        assert_eq!(shown(&board), expected);
        assert_eq!(board.late, 2);
        assert_eq!(board.lines.len(), 5 + 7);
    }

    #[test]
    fn weeks_begin_on_saturday_between_what_is_late_and_what_has_no_day() {
        // 9 Ordibehesht 1402 is a Saturday.
        let rows = vec![
            row(1, Some(day(1, 20)), true, &[]),
            row(2, Some(day(2, 8)), false, &[]),
            row(3, Some(day(2, 9)), false, &[]),
            row(4, Some(day(2, 15)), false, &[]),
            row(5, Some(day(2, 16)), false, &[]),
            row(6, None, false, &[]),
        ];
        let board = board(&rows, Grouping::Week, &[]);
        let keys: Vec<_> = board
            .groups
            .iter()
            .map(|group| (group.key.clone(), group.rows.clone()))
            .collect();
        let expected = [
            (GroupKey::Late, vec![0]),
            (GroupKey::Week(day(2, 2)), vec![1]),
            (GroupKey::Week(day(2, 9)), vec![2, 3]),
            (GroupKey::Week(day(2, 16)), vec![4]),
            (GroupKey::NoDay, vec![5]),
        ];
        assert_eq!(keys, expected);
    }

    #[test]
    fn sessions_stand_latest_first_and_rows_in_them_most_pressing_first() {
        let rows = vec![
            row(1, None, true, &[]),
            row(2, None, true, &[]),
            row(1, None, false, &[]),
        ];
        let board = board(&rows, Grouping::Session, &[]);
        let rows: Vec<_> = board.groups.iter().map(|group| group.rows.clone()).collect();
        assert_eq!(rows, [vec![1], vec![0, 2]]);
    }

    #[test]
    fn of_a_folded_group_only_the_head_is_a_line_and_one_jumps_from_head_to_head() {
        let rows = vec![
            row(1, None, true, &["آب"]),
            row(2, None, true, &["آب"]),
            row(3, None, true, &["راه"]),
        ];
        let water = GroupKey::Organisation(OrganisationId::from("o2"));
        let folded = board(&rows, Grouping::Organisation, &[water]);
        let road = BoardLine::Row {
            group: Some(1),
            row: 2,
        };
        assert_eq!(folded.lines, [BoardLine::Head(0), BoardLine::Head(1), road]);
        let open = board(&rows, Grouping::Organisation, &[]);
        assert_eq!((open.jump(0, true), open.jump(3, true)), (Some(3), None));
        assert_eq!((open.jump(2, false), open.jump(3, false)), (Some(0), Some(0)));
        assert_eq!(open.jump(9, false), Some(3));
        assert_eq!(board(&rows, Grouping::Pressing, &[]).jump(0, true), None);
    }

    #[test]
    fn a_row_is_found_again_in_its_own_group_and_nowhere_else() {
        let rows = vec![row(1, None, true, &["آب", "راه"]), row(2, None, true, &["راه"])];
        let before = board(&rows, Grouping::Organisation, &[]);
        assert_eq!(before.row(3), Some(0), "under the second one, too");
        let now = board(&rows[..1], Grouping::Organisation, &[]);
        let same = |old: usize, new: usize| old == new;
        assert_eq!(now.again(&before, 3, same), Some(3));
        assert_eq!(now.again(&before, 2, same), Some(2), "the head");
        assert_eq!(now.again(&before, 4, same), None, "it has left");
    }
}
