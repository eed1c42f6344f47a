//! The report of the secretariat (گزارش عملکرد دبیرخانه) for a quarter or a year, with formulas and bars.
//! Does not know how a figure is counted.

mod tables;

use super::letters::{plain_title, signed_by_secretary};
use super::paper;
use super::register::title_of;
use crate::calendar::Day;
use crate::domain::figures::{Figure, FigureGroup, Measure, RANKED_FROM, Subject, Value};
use crate::exchange::paper::{Block, Chart, ChartBar, LabelledText, Paper, Text};
use crate::office::read::{ReportTime, SecretariatFigures};
use crate::office::report::Report;
use crate::papers::page_of_pages;
use crate::say;
use crate::words::Words;

/// So many organisations stand in the chart; the table has all of them.
const MOST_BARS: usize = 15;

/// The report of these figures, as they stand on `today`.
pub fn report(words: &Words, figures: &SecretariatFigures, today: Day) -> Paper {
    let SecretariatFigures {
        body,
        secretary,
        time,
        year,
        attendance,
        execution,
    } = figures;
    let title = titled(words, figures);
    let as_of = words.say_with("report-as-of", &[("date", say::day_long(words, today).into())]);
    let mut blocks = vec![
        Block::Title(Text::ours(&title)),
        Block::Centred(Text::ours(as_of)),
    ];
    if year.sessions.is_empty() {
        blocks.push(Block::Paragraph(Text::ours(words.say("report-empty"))));
    } else {
        blocks.extend(at_a_glance(words, year));
        blocks.extend(tables::bodies(words, year, *time));
        blocks.extend(tables::sessions(words, attendance));
        blocks.extend(tables::seats(words, attendance));
        blocks.extend(executed(words, execution));
        blocks.extend(formulas(words, [year, attendance, execution]));
    }
    let signed = |body| signed_by_secretary(words, body, secretary.as_ref());
    blocks.extend(body.as_ref().map(signed));
    Paper {
        title: plain_title(&title),
        date: Some(today),
        landscape: true,
        foot: page_of_pages(words),
        ..paper(words, blocks)
    }
}

/// The word for a quarter of a Jalali year, from 1: its season.
pub fn quarter(words: &Words, number: u8) -> String {
    words.say(match number {
        1 => "quarter-spring",
        2 => "quarter-summer",
        3 => "quarter-autumn",
        _ => "quarter-winter",
    })
}

fn titled(words: &Words, figures: &SecretariatFigures) -> String {
    let (body, time) = (figures.body.as_ref(), figures.time);
    let (year, number) = match time {
        ReportTime::All => return title_of(words, "report", body, None),
        ReportTime::Year(year) => return title_of(words, "report", body, Some(year)),
        ReportTime::Quarter { year, number } => (year, number),
    };
    let quarter = quarter(words, number);
    let args = [
        ("title", title_of(words, "report", body, None).into()),
        ("quarter", quarter.into()),
        ("year", words.number(year).into()),
    ];
    words.say_with("report-of-quarter", &args)
}

/// The first group of a report: everything together.
fn all(report: &Report) -> Option<&FigureGroup> {
    let is_all = |group: &&FigureGroup| group.subject == Subject::All;
    report.groups.iter().find(is_all)
}

fn figure(words: &Words, figure: &Figure) -> LabelledText {
    let value = Text::ours(say::figures::value(words, figure.value));
    LabelledText::new(say::figures::title(words, figure.measure), value)
}

/// What was held, passed and carried out, as figures and as bars.
fn at_a_glance(words: &Words, year: &Report) -> Vec<Block> {
    let Some(all) = all(year) else {
        return Vec::new();
    };
    let of_resolutions = [
        Measure::Passed,
        Measure::CarriedOut,
        Measure::InProgress,
        Measure::Overdue,
    ];
    let bars = of_resolutions.map(|measure| {
        let value = all.count(measure);
        ChartBar {
            label: Text::ours(say::figures::title(words, measure)),
            value,
            shown: words.number(value),
        }
    });
    vec![
        heading(words, "report-glance"),
        Block::Head(all.figures.iter().map(|one| figure(words, one)).collect()),
        Block::Chart(Chart {
            title: Text::ours(words.say("report-resolutions-chart")),
            most: all.count(Measure::Passed),
            bars: bars.into(),
        }),
    ]
}

/// What came of what was given to each organisation, the best and the weakest.
fn executed(words: &Words, execution: &Report) -> Vec<Block> {
    let of_one = |group: &&FigureGroup| matches!(group.subject, Subject::Organisation(_));
    let organisations: Vec<&FigureGroup> = execution.groups.iter().filter(of_one).collect();
    if organisations.is_empty() {
        return Vec::new();
    }
    let bars = organisations.iter().take(MOST_BARS).filter_map(|group| {
        let rate = group.figure(Measure::ExecutionRate)?.value;
        Some(ChartBar {
            label: tables::subject(words, execution, &group.subject),
            value: rate.per_mille()?,
            shown: say::figures::value(words, rate),
        })
    });
    let mut blocks = vec![
        heading(words, "report-execution"),
        Block::Table(tables::figures(
            words,
            execution,
            &organisations,
            "letter-organisation",
        )),
        Block::Chart(Chart {
            title: Text::ours(words.say("report-execution-chart")),
            most: 1000,
            bars: bars.collect(),
        }),
    ];
    if let Some((best, weakest)) = execution.best_and_weakest {
        blocks.push(ranked(words, "report-best-is", execution, best));
        blocks.push(ranked(words, "report-weakest-is", execution, weakest));
    }
    blocks
}

fn ranked(words: &Words, id: &str, report: &Report, at: usize) -> Block {
    let Some(group) = report.groups.get(at) else {
        return Block::Gap;
    };
    let rate = group.figure(Measure::ExecutionRate);
    let formula = rate
        .map(|figure| say::figures::formula(words, figure))
        .unwrap_or_default();
    let label = words.say_with(id, &[("least", RANKED_FROM.into())]);
    let told = Text::ours(format!("{label}: "));
    let told = told.and(tables::subject(words, report, &group.subject));
    Block::Paragraph(told.and(Text::ours(format!("{}{formula}", words.say("place-comma")))))
}

/// How each figure is reckoned, once.
fn formulas(words: &Words, reports: [&Report; 3]) -> Vec<Block> {
    let figures = reports
        .into_iter()
        .filter_map(all)
        .flat_map(|group| &group.figures);
    let nothing = Value::Share { part: 0, whole: 0 };
    let told = figures.filter(|figure| figure.value != nothing).map(|figure| {
        let title = say::figures::title(words, figure.measure);
        Text::ours(format!("{title}: {}", say::figures::formula(words, figure)))
    });
    let items = told.collect();
    let list = Block::List {
        numbered: false,
        items,
    };
    vec![heading(words, "report-formulas"), list]
}

fn heading(words: &Words, id: &str) -> Block {
    Block::Heading(Text::ours(words.say(id)))
}
