//! Figures in sheets: what they are about in a row, each measure in a column, and how it is reckoned.
//! Does not know how a figure is counted.

use super::{columns, count, text};
use crate::domain::attendance::Tally;
use crate::domain::figures::{Figure, FigureGroup, Subject, Value};
use crate::domain::resolution::Status;
use crate::exchange::sheet::{Sheet, SheetColumn, SheetValue};
use crate::office::query::SessionView;
use crate::office::report::Report;
use crate::say::figures as say;
use crate::words::Words;

/// The groups of a report, each in a row.
pub(super) fn of_report(words: &Words, report: &Report) -> Sheet {
    let mut heads = columns(words, &[("sheet-about", 40), ("head-body", 16), ("head-year", 8)]);
    heads.extend(report.asked.kind.measures().iter().map(|measure| SheetColumn {
        head: say::title(words, *measure),
        width: 12,
    }));
    let rows = report.groups.iter().map(|group| row(words, report, group));
    super::sheet(words, "sheet-figures", heads, rows.collect())
}

fn row(words: &Words, report: &Report, group: &FigureGroup) -> Vec<SheetValue> {
    let FigureGroup { subject, figures: _ } = group;
    let (body, year) = of_subject(report, subject);
    let body = body.and_then(|id| report.body(id));
    let mut cells = vec![
        SheetValue::Text(say::subject(words, report, subject)),
        text(body.map(|body| body.brief().to_owned()).unwrap_or_default()),
        year.map_or(SheetValue::Empty, |year| SheetValue::Count(year.into())),
    ];
    let measures = report.asked.kind.measures().iter();
    cells.extend(measures.map(|measure| value(group.figure(*measure))));
    cells
}

/// The body and the year that a group is of, where it is of one.
fn of_subject<'a>(
    report: &'a Report,
    subject: &'a Subject,
) -> (Option<&'a crate::domain::ids::BodyId>, Option<i32>) {
    match subject {
        Subject::All | Subject::Organisation(_) => (report.asked.body.as_ref(), report.asked.year),
        Subject::Body(id) => (Some(id), report.asked.year),
        Subject::Year(year) => (report.asked.body.as_ref(), *year),
        Subject::BodyYear(id, year) => (Some(id), *year),
        Subject::Seat(at) => (report.seat(*at).map(|seat| &seat.body), report.asked.year),
        Subject::Session(at) => {
            let held = report.held(*at);
            (held.map(|held| &held.body), held.and_then(|held| held.year))
        }
    }
}

fn value(figure: Option<&Figure>) -> SheetValue {
    let Some(figure) = figure else {
        return SheetValue::Empty;
    };
    match figure.value {
        Value::Count(number) => SheetValue::Count(number.into()),
        // A share of nothing says nothing.
        share @ Value::Share { .. } => share.per_mille().map_or(SheetValue::Empty, SheetValue::PerMille),
    }
}

/// Each figure of everything together, with the sentence of how it is reckoned.
pub(super) fn formulas(words: &Words, report: &Report) -> Sheet {
    let heads = columns(
        words,
        &[("sheet-measure", 20), ("sheet-value", 12), ("sheet-formula", 90)],
    );
    let all = report.groups.iter().find(|group| group.subject == Subject::All);
    let figures = all.map(|group| group.figures.as_slice()).unwrap_or_default();
    let row = |figure: &Figure| {
        vec![
            SheetValue::Text(say::title(words, figure.measure)),
            value(Some(figure)),
            SheetValue::Text(say::formula(words, figure)),
        ]
    };
    super::sheet(words, "sheet-formulas", heads, figures.iter().map(row).collect())
}

/// What is counted in one session: its seats by how they were filled, its resolutions by where they stand.
pub(super) fn of_session(words: &Words, view: &SessionView) -> Sheet {
    let Tally {
        seats,
        present,
        video,
        represented,
        excused,
        absent,
    } = view.tally;
    let with = |status| {
        view.resolutions
            .iter()
            .filter(move |row| row.status == status)
            .count()
    };
    let overdue = view.resolutions.iter().filter(|row| row.overdue).count();
    let counted = |number: usize| u32::try_from(number).ok();
    let figures = [
        ("sheet-seats", Some(seats)),
        ("presence-present", Some(present)),
        ("presence-video", Some(video)),
        ("presence-represented", Some(represented)),
        ("presence-excused", Some(excused)),
        ("presence-absent", Some(absent)),
        ("presence-unticked", Some(view.tally.unticked())),
        ("sheet-counting", Some(view.tally.counting())),
        ("sheet-needed", view.quorum),
        ("sheet-resolutions", counted(view.resolutions.len())),
        ("status-open", counted(with(Status::Open))),
        ("status-overdue", counted(overdue)),
        ("status-done", counted(with(Status::Done))),
        ("status-cancelled", counted(with(Status::Cancelled))),
        ("status-superseded", counted(with(Status::Superseded))),
    ];
    let rows = figures.map(|(id, number)| vec![SheetValue::Text(words.say(id)), count(number)]);
    let heads = columns(words, &[("sheet-measure", 32), ("sheet-value", 12)]);
    super::sheet(words, "sheet-figures", heads, rows.to_vec())
}
