//! `dabir report`: figures of the year, of attendance, of execution. Does not know how they are counted.

use super::args::{Format, ReportArgs, ReportName};
use super::call::Call;
use super::fault::Fault;
use super::listing;
use super::output::without_marks;
use super::select::Selected;
use super::table::TextTable;
use crate::domain::figures::{Figure, FigureGroup, Measure, RANKED_FROM, Subject, Value, Who};
use crate::exchange::listing_json::ListedDay;
use crate::office::report::{Report, ReportAsked, ReportKind, report};
use crate::say::figures as say;
use crate::words::Words;
use serde::Serialize;

/// The shape of the JSON.
#[derive(Serialize)]
struct Listed {
    report: &'static str,
    body: Option<String>,
    year: Option<i32>,
    today: ListedDay,
    groups: Vec<ListedGroup>,
    /// The position in `groups` of the organisation that carried out the largest part; null in other reports.
    best: Option<usize>,
    /// The same of the smallest part.
    weakest: Option<usize>,
}

/// What figures are about: `all`, `body`, `year`, `body_year`, `seat`, `session` or `organisation`.
#[derive(Serialize)]
struct ListedGroup {
    about: &'static str,
    /// Of a body, seat, session or organisation; null where there is no such record.
    id: Option<String>,
    name: Option<String>,
    body: Option<String>,
    year: Option<i32>,
    figures: Vec<ListedFigure>,
}

#[derive(Serialize)]
struct ListedFigure {
    name: &'static str,
    value: Option<ListedValue>,
    formula: String,
    rows: Vec<String>,
}

/// A count, or percent with one place.
#[derive(Serialize)]
#[serde(untagged)]
enum ListedValue {
    Count(u32),
    Percent(f64),
}

/// Prints a report.
pub(super) fn run(call: &Call, args: &ReportArgs) -> Result<(), Fault> {
    let office = call.read_office()?;
    let selected = Selected::read(call, &office, &args.selection)?;
    let asked = ReportAsked {
        kind: match args.what {
            ReportName::Year => ReportKind::Year,
            ReportName::Attendance => ReportKind::Attendance,
            ReportName::Execution => ReportKind::Execution,
        },
        body: selected.body,
        year: selected.year,
        days: None,
    };
    let report = report(&office, &asked, call.today()).map_err(|failure| call.failed(&office, &failure))?;
    match call.format {
        Format::Json => listing::write_json(call, &listed(call, &report)),
        Format::Csv => listing::write_table(call, |words| table(words, &report)),
        Format::Table => {
            if report.sessions.is_empty() {
                call.output.word(&call.say("report-no-sessions"));
            }
            listing::write_table(call, |words| table(words, &report))?;
            call.print(&explained(call, &report))
        }
    }
}

fn listed(call: &Call, report: &Report) -> Listed {
    let asked = &report.asked;
    let name = asked.body.as_ref().and_then(|id| report.body(id));
    Listed {
        report: asked.kind.word(),
        body: name.map(|body| body.name.clone()),
        year: asked.year,
        today: call.today().into(),
        groups: report
            .groups
            .iter()
            .map(|group| listed_group(call, report, group))
            .collect(),
        best: report.best_and_weakest.map(|(best, _)| best),
        weakest: report.best_and_weakest.map(|(_, weakest)| weakest),
    }
}

fn listed_group(call: &Call, report: &Report, group: &FigureGroup) -> ListedGroup {
    let of_body = |id| report.body(id).map(|body| body.name.clone());
    let named = Some(subject(&call.words, report, &group.subject));
    let (about, id, name, body, year) = match &group.subject {
        Subject::All => ("all", None, None, None, None),
        Subject::Body(id) => ("body", Some(id.to_string()), of_body(id), of_body(id), None),
        Subject::Year(year) => ("year", None, None, None, *year),
        Subject::BodyYear(id, year) => ("body_year", None, None, of_body(id), *year),
        Subject::Seat(at) => {
            let seat = report.seat(*at);
            let body = seat.and_then(|seat| of_body(&seat.body));
            ("seat", seat.map(|seat| seat.id.to_string()), named, body, None)
        }
        Subject::Session(at) => {
            let held = report.held(*at);
            let body = held.and_then(|held| of_body(&held.body));
            let id = held.map(|held| held.id.to_string());
            ("session", id, named, body, held.and_then(|held| held.year))
        }
        Subject::Organisation(who) => {
            let id = match who {
                Who::Organisation(id) => Some(id.to_string()),
                Who::Written(_) | Who::Nobody => None,
            };
            let name = report.name_of(who).map(str::to_owned);
            ("organisation", id, name, None, None)
        }
    };
    let figures = group.figures.iter();
    ListedGroup {
        about,
        id,
        name,
        body,
        year,
        figures: figures
            .map(|figure| listed_figure(call, report, figure))
            .collect(),
    }
}

fn listed_figure(call: &Call, report: &Report, figure: &Figure) -> ListedFigure {
    let percent = figure.value.per_mille().map(|tenths| f64::from(tenths) / 10.0);
    ListedFigure {
        name: figure.measure.name(),
        value: match figure.value {
            Value::Count(number) => Some(ListedValue::Count(number)),
            Value::Share { .. } => percent.map(ListedValue::Percent),
        },
        formula: without_marks(&say::formula(&call.words, figure)),
        rows: report.ids(&figure.rows),
    }
}

fn table(words: &Words, report: &Report) -> TextTable {
    let is_year = report.asked.kind == ReportKind::Year;
    let mut heads = vec![match is_year {
        true => words.say("head-body"),
        false => words.say("head-name"),
    }];
    heads.extend(is_year.then(|| words.say("head-year")));
    // Seats of several bodies have the same names: «استاندار» sits in each.
    let has_bodies = report.asked.kind == ReportKind::Attendance && report.asked.body.is_none();
    heads.extend(has_bodies.then(|| words.say("head-body")));
    let measures = report.asked.kind.measures();
    heads.extend(measures.iter().map(|measure| say::title(words, *measure)));
    let row = |group: &FigureGroup| {
        let mut cells = vec![subject(words, report, &group.subject)];
        if is_year {
            cells.push(match &group.subject {
                Subject::BodyYear(_, year) => say::year(words, *year),
                _ => String::new(),
            });
        }
        cells.extend(has_bodies.then(|| body_of(report, &group.subject)));
        cells.extend(group.figures.iter().map(|figure| say::value(words, figure.value)));
        cells
    };
    TextTable {
        less: &[],
        heads,
        rows: report.groups.iter().map(row).collect(),
    }
}

/// The short name of the body that a seat or session is of; empty for others.
fn body_of(report: &Report, about: &Subject) -> String {
    let id = match about {
        Subject::Seat(at) => report.seats.get(*at as usize).map(|seat| &seat.body),
        Subject::Session(at) => report.sessions.get(*at as usize).map(|held| &held.body),
        _ => None,
    };
    let body = id.and_then(|id| report.body(id));
    body.map(|body| body.brief().to_owned()).unwrap_or_default()
}

/// What figures are about, as data: our own sentences without their marks, stored names as they stand.
fn subject(words: &Words, report: &Report, about: &Subject) -> String {
    let name = say::subject(words, report, about);
    match about {
        Subject::Year(_) | Subject::Session(_) => without_marks(&name),
        _ => name,
    }
}

/// The formulas of everything together, and the best and the weakest.
fn explained(call: &Call, report: &Report) -> String {
    let words = &call.words;
    let all = report.groups.first().into_iter().flat_map(|group| &group.figures);
    let formulas = all.map(|figure| {
        let args = [
            ("name", say::title(words, figure.measure).into()),
            ("formula", say::formula(words, figure).into()),
        ];
        call.say_with("report-formula", &args)
    });
    let mut lines: Vec<String> = std::iter::once(String::new()).chain(formulas).collect();
    if let Some((best, weakest)) = report.best_and_weakest {
        lines.push(one(call, "report-best", report, best));
        lines.push(one(call, "report-weakest", report, weakest));
    }
    lines.join("\n")
}

fn one(call: &Call, id: &str, report: &Report, group: usize) -> String {
    let Some(group) = report.groups.get(group) else {
        return String::new();
    };
    let rate = group.figure(Measure::ExecutionRate);
    let formula = rate.map(|figure| say::formula(&call.words, figure));
    let args = [
        ("name", say::subject(&call.words, report, &group.subject).into()),
        ("formula", formula.unwrap_or_default().into()),
        ("least", RANKED_FROM.into()),
    ];
    call.say_with(id, &args)
}
