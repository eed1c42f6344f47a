//! The tables of the secretariat's report: bodies and years, sessions, seats, and figures beside what they are about.
//! Does not know what stands around a table.

use super::heading;
use crate::domain::figures::{FigureGroup, Measure, Subject};
use crate::exchange::paper::{Block, Chart, ChartBar, PaperCell, PaperColumn, PaperTable, Text};
use crate::office::read::ReportTime;
use crate::office::report::Report;
use crate::say;
use crate::words::Words;

/// Each body and year that is a part of what was asked for, where there are several.
pub(super) fn bodies(words: &Words, year: &Report, time: ReportTime) -> Vec<Block> {
    let of_one = |group: &&FigureGroup| matches!(group.subject, Subject::BodyYear(..));
    let groups: Vec<&FigureGroup> = year.groups.iter().filter(of_one).collect();
    if groups.len() < 2 {
        return Vec::new();
    }
    let mut table = figures(words, year, &groups, "head-body");
    if time == ReportTime::All {
        let head = PaperColumn {
            head: Text::ours(words.say("head-year")),
            share: 8,
        };
        table.columns.insert(1, head);
        for (row, group) in table.rows.iter_mut().zip(&groups) {
            let Subject::BodyYear(_, year) = &group.subject else {
                continue;
            };
            row.insert(1, vec![Text::ours(say::figures::year(words, *year))]);
        }
    }
    vec![heading(words, "report-bodies"), Block::Table(table)]
}

/// Each session with who was there, and their rates as bars.
pub(super) fn sessions(words: &Words, attendance: &Report) -> Vec<Block> {
    let of_one = |group: &&FigureGroup| matches!(group.subject, Subject::Session(_));
    let groups: Vec<&FigureGroup> = attendance.groups.iter().filter(of_one).collect();
    let bars = groups.iter().filter_map(|group| {
        let rate = group.figure(Measure::SeatFilledRate)?.value;
        Some(ChartBar {
            label: subject(words, attendance, &group.subject),
            value: rate.per_mille()?,
            shown: say::figures::value(words, rate),
        })
    });
    vec![
        heading(words, "report-sessions"),
        Block::Table(figures(words, attendance, &groups, "head-session")),
        Block::Chart(Chart {
            title: Text::ours(words.say("report-sessions-chart")),
            most: 1000,
            bars: bars.collect(),
        }),
    ]
}

/// Each seat with how it was filled.
pub(super) fn seats(words: &Words, attendance: &Report) -> Vec<Block> {
    let of_one = |group: &&FigureGroup| matches!(group.subject, Subject::Seat(_));
    let groups: Vec<&FigureGroup> = attendance.groups.iter().filter(of_one).collect();
    if groups.is_empty() {
        return Vec::new();
    }
    let table = figures(words, attendance, &groups, "head-seat");
    vec![heading(words, "report-seats"), Block::Table(table)]
}

/// All figures of these groups, a row each, under the word for what they are about.
pub(super) fn figures(words: &Words, report: &Report, groups: &[&FigureGroup], about: &str) -> PaperTable {
    let mut columns = vec![PaperColumn {
        head: Text::ours(words.say(about)),
        share: 30,
    }];
    columns.extend(report.asked.kind.measures().iter().map(|measure| PaperColumn {
        head: Text::ours(say::figures::title(words, *measure)),
        share: 8,
    }));
    let row = |group: &&FigureGroup| -> Vec<PaperCell> {
        let values = group.figures.iter();
        let values = values.map(|figure| vec![Text::ours(say::figures::value(words, figure.value))]);
        std::iter::once(vec![subject(words, report, &group.subject)])
            .chain(values)
            .collect()
    };
    PaperTable {
        columns,
        rows: groups.iter().map(row).collect(),
        signed: false,
    }
}

/// What figures are about: names as stored, our own sentences as ours.
pub(super) fn subject(words: &Words, report: &Report, about: &Subject) -> Text {
    let said = say::figures::subject(words, report, about);
    match about {
        Subject::Seat(_) | Subject::Body(_) | Subject::BodyYear(..) => Text::stored(said),
        Subject::Organisation(who) if report.name_of(who).is_some() => Text::stored(said),
        Subject::Organisation(_) | Subject::All | Subject::Year(_) | Subject::Session(_) => Text::ours(said),
    }
}
