//! A report as the screens of figures show it: the lines of its charts, and what stands in its map; derived once when
//! it is answered. Does not know how it is painted.

use crate::domain::attendance::Presence;
use crate::domain::figures::{Figure, Subject, Value};
use crate::domain::ids::{ResolutionId, SessionId};
use crate::office::report::{Report, ReportKind};

/// A report that was answered.
pub(in crate::app) struct Figures {
    /// The report.
    pub report: Report,
    /// The lines of its chart.
    pub lines: Vec<FiguresLine>,
    /// For each part of the chart and each figure the length of its longest bar.
    longest: Vec<Vec<u32>>,
    /// The positions of the seats that were expected, in their order.
    pub seats: Vec<u32>,
}

/// What stands behind a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::app) struct Behind {
    /// The figure in words.
    pub title: String,
    /// How many rows it has.
    pub count: usize,
    /// The first of its resolutions; empty where it counts something else.
    pub resolutions: Vec<ResolutionId>,
    /// The first of its sessions, or of its seats in sessions.
    pub sittings: Vec<Sitting>,
}

/// A session, or a seat in one.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct Sitting {
    /// The session.
    pub session: SessionId,
    /// Its name.
    pub name: String,
    /// The name of the seat, and how it was filled.
    pub seat: Option<(String, Presence)>,
}

/// A line of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum FiguresLine {
    /// The head of a part: of one group, or of all groups of its kind.
    Head(usize),
    /// A figure of a group; none for the one that is chosen for the whole chart.
    Bar {
        part: usize,
        group: usize,
        figure: Option<usize>,
    },
}

impl Figures {
    pub(in crate::app) fn new(report: Report) -> Figures {
        let mut lines = Vec::new();
        let mut longest: Vec<Vec<u32>> = Vec::new();
        // The year has all figures of a group together; the others one figure of all groups of a kind.
        let whole_groups = report.asked.kind == ReportKind::Year;
        // One body in one year would be said twice.
        let groups = if whole_groups && report.groups.len() == 2 {
            1..
        } else {
            0..
        };
        let mut before: Option<&Subject> = None;
        for (at, group) in groups.clone().zip(report.groups.iter().skip(groups.start)) {
            // Seats of several bodies have the same names; each body's are put together.
            let body = |one: &Subject| match one {
                Subject::Seat(at) => report.seats.get(*at as usize).map(|seat| &seat.body),
                _ => None,
            };
            let same_kind = |one: &Subject| {
                std::mem::discriminant(one) == std::mem::discriminant(&group.subject)
                    && body(one) == body(&group.subject)
            };
            if whole_groups || !before.is_some_and(same_kind) {
                lines.push(FiguresLine::Head(at));
                longest.push(vec![0; group.figures.len()]);
            }
            before = Some(&group.subject);
            let part = longest.len() - 1;
            let lengths = group.figures.iter().map(length);
            for (longest, length) in longest[part].iter_mut().zip(lengths) {
                *longest = (*longest).max(length);
            }
            match whole_groups {
                true => {
                    let bar = |figure| FiguresLine::Bar {
                        part,
                        group: at,
                        figure: Some(figure),
                    };
                    lines.extend((0..group.figures.len()).map(bar));
                    let most = longest[part].iter().copied().max().unwrap_or(0);
                    longest[part].fill(most);
                }
                false => lines.push(FiguresLine::Bar {
                    part,
                    group: at,
                    figure: None,
                }),
            }
        }
        let seats = report.groups.iter().filter_map(|group| match group.subject {
            Subject::Seat(at) => Some(at),
            _ => None,
        });
        Figures {
            seats: seats.collect(),
            lines,
            longest,
            report,
        }
    }

    /// Whether a line of the chart is a head.
    pub(in crate::app) fn is_head(&self, line: usize) -> bool {
        matches!(self.lines.get(line), Some(FiguresLine::Head(_)))
    }

    /// The figure of a bar, and the length of the longest one beside it; `measure` is the one chosen for the chart.
    pub(in crate::app) fn bar(&self, line: FiguresLine, measure: usize) -> Option<(&Figure, u32)> {
        let FiguresLine::Bar { part, group, figure } = line else {
            return None;
        };
        let at = figure.unwrap_or(measure);
        let figure = self.report.groups.get(group)?.figures.get(at)?;
        let longest = match figure.value {
            Value::Count(_) => *self.longest.get(part)?.get(at)?,
            Value::Share { .. } => PER_MILLE,
        };
        Some((figure, longest))
    }

    /// Rows and columns of the map, those of everything together first.
    pub(in crate::app) fn map_size(&self) -> (usize, usize) {
        (1 + self.seats.len(), 1 + self.report.sessions.len())
    }

    /// The group of a row of the map, and of a column; everything together for the first ones.
    pub(in crate::app) fn map_groups(&self, row: usize, column: usize) -> (usize, usize) {
        let of_column = match column {
            0 => 0,
            column => self.seats.len() + column,
        };
        (row, of_column)
    }

    /// How a seat was filled in a session of the map; none where it was not expected.
    pub(in crate::app) fn presence(&self, row: usize, column: usize) -> Option<(Presence, u32)> {
        let seat = *self.seats.get(row.checked_sub(1)?)?;
        let session = u32::try_from(column.checked_sub(1)?).ok()?;
        // They stand by session and seat.
        let marks = &self.report.marks;
        let at = marks
            .binary_search_by_key(&(session, seat), |mark| (mark.session, mark.seat))
            .ok()?;
        Some((marks[at].presence, u32::try_from(at).ok()?))
    }
}

/// The length of the bar of a whole.
const PER_MILLE: u32 = 1000;

/// How long the bar of a figure is.
pub(in crate::app) fn length(figure: &Figure) -> u32 {
    match figure.value {
        Value::Count(number) => number,
        share => share.per_mille().unwrap_or(0),
    }
}
