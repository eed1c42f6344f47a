//! The charts of figures: bars under heads, the one that is selected, a word for the best and the weakest. Does not know
//! how a figure is counted.

use super::figures::{self, FOOT};
use crate::app::figures::{Figures, Line, length};
use crate::app::keymap::Act;
use crate::app::{Model, frame, say_figures as say};
use crate::domain::figures::{Figure, Measure, RANKED_FROM, Subject};
use crate::office::report::ReportKind;
use crate::ui::{Area, Bar, Canvas, ChartLine, Key, Origin, Piece, Role, paint_chart};

/// Columns for the numbers behind the bars, and for those with a word.
const VALUE: u16 = 8;
const VALUE_WITH_WORD: u16 = 18;
/// Columns for the names of figures.
const TITLE: u16 = 12;

pub(super) fn moved(model: &mut Model, act: Act, key: Key) {
    let (tab, page) = (model.spots.figures.tab(), usize::from(chart_area(model).rows));
    let Some(book) = model.books.figures.as_ref() else {
        return;
    };
    let spot = &mut model.spots.figures;
    let many = book.report.asked.kind.measures().len();
    match act {
        Act::Onward => spot.measures[tab] = (spot.measures[tab] + 1) % many,
        Act::Backward => spot.measures[tab] = (spot.measures[tab] + many - 1) % many,
        _ => {
            let list = &mut spot.charts[tab];
            let before = list.selected;
            list.press(key.as_command().code, book.lines.len(), page);
            let is_head = |at: usize| matches!(book.lines.get(at), Some(Line::Head(_)));
            // Heads are passed over; the first line is one.
            if is_head(list.selected) {
                let up = list.selected < before && list.selected > 0;
                list.selected = if up { list.selected - 1 } else { list.selected + 1 };
            }
            if is_head(list.selected) {
                list.selected += 1;
            }
        }
    }
}

/// The group and the figure that are selected in the chart.
pub(super) fn selected(model: &Model) -> Option<(usize, &Figure)> {
    let (book, spot) = (model.books.figures.as_ref()?, &model.spots.figures);
    let line = *book.lines.get(spot.charts[spot.tab()].selected)?;
    let Line::Bar { group, .. } = line else {
        return None;
    };
    Some((group, book.bar(line, spot.measures[spot.tab()])?.0))
}

/// Where the chart stands: below the name of its figure, where it has one.
fn chart_area(model: &Model) -> Area {
    let body = frame::body(model);
    let area = Area {
        rows: body.rows.saturating_sub(FOOT),
        ..body
    };
    area.below(u16::from(model.spots.figures.kind() != ReportKind::Year))
}

pub(super) fn settle(model: &mut Model) {
    let rows = chart_area(model).rows;
    let tab = model.spots.figures.tab();
    let Some(book) = model.books.figures.as_ref() else {
        return;
    };
    let is_head = |at: usize| matches!(book.lines.get(at), Some(Line::Head(_)));
    let list = &mut model.spots.figures.charts[tab];
    if is_head(list.selected) {
        list.selected += 1;
    }
    list.settle(book.lines.len(), rows, |_| 1);
    // The head of what is selected is seen with it.
    if list.top > 0 && list.top == list.selected && rows > 1 && is_head(list.top - 1) {
        list.top -= 1;
    }
}

pub(super) fn view(model: &Model, book: &Figures, canvas: &mut Canvas, area: Area) {
    let spot = &model.spots.figures;
    let tab = spot.tab();
    if spot.kind() != ReportKind::Year {
        paint_measure(model, canvas, area.row);
    }
    let best = best_words(model, book);
    let widths = (
        match spot.kind() {
            ReportKind::Year => TITLE,
            _ => (area.columns * 2 / 5).min(36),
        },
        if best.is_empty() { VALUE } else { VALUE_WITH_WORD },
    );
    let chart = chart_area(model);
    paint_chart(canvas, chart, &spot.charts[tab], book.lines.len(), widths, |at| {
        line(model, book, &best, at)
    });
    let (name, formula) = match selected(model) {
        Some((group, figure)) => figures::foot(model, book, group, figure),
        None => Default::default(),
    };
    figures::paint_foot(canvas, area.last(FOOT), &name, &formula);
}

/// The name of the figure that the whole chart shows.
fn paint_measure(model: &Model, canvas: &mut Canvas, row: u16) {
    let spot = &model.spots.figures;
    let all = spot.kind().measures();
    let at = spot.measures[spot.tab()].min(all.len() - 1);
    let args = [
        ("name", say::title(&model.words, all[at]).into()),
        ("at", (at + 1).into()),
        ("of", all.len().into()),
    ];
    let text = model.words.say_with("figures-measure", &args);
    let style = canvas.style(Role::Strong);
    let columns = canvas.area().columns.saturating_sub(2);
    canvas.text(1, row, columns, &text, Origin::Ours, style);
}

/// The groups of the best and the weakest organisation with their words, where the chart shows the rate.
fn best_words(model: &Model, book: &Figures) -> Vec<(usize, String, Role)> {
    let spot = &model.spots.figures;
    let shown = spot.kind().measures().get(spot.measures[spot.tab()]);
    match book.report.best_and_weakest {
        Some((best, weakest)) if shown == Some(&Measure::ExecutionRate) => vec![
            (
                best,
                model
                    .words
                    .say_with("figures-best", &[("least", RANKED_FROM.into())]),
                Role::Good,
            ),
            (weakest, model.words.say("figures-weakest"), Role::Bad),
        ],
        _ => Vec::new(),
    }
}

fn line(model: &Model, book: &Figures, best: &[(usize, String, Role)], at: usize) -> ChartLine {
    let words = &model.words;
    let (spot, line) = (&model.spots.figures, book.lines[at]);
    let measure = spot.measures[spot.tab()];
    let (group, within) = match line {
        Line::Head(group) => return ChartLine::Head(figures::head(model, book, group)),
        Line::Bar { group, figure, .. } => (group, figure.is_some()),
    };
    let Some((figure, whole)) = book.bar(line, measure) else {
        return ChartLine::Head(Piece::ours(""));
    };
    let subject = &book.report.groups[group].subject;
    let name = match within {
        true => Piece::ours(say::title(words, figure.measure)),
        false => named(model, book, subject),
    };
    let mut value = say::value(words, figure.value);
    let best = best.iter().find(|(of, ..)| *of == group);
    if let Some((_, word, _)) = best {
        value = format!("{value} {word}");
    }
    ChartLine::Bar(Bar {
        name,
        value,
        part: length(figure),
        whole,
        role: best.map_or(role(figure.measure), |(.., role)| *role),
    })
}

fn named(model: &Model, book: &Figures, subject: &Subject) -> Piece {
    let name = say::subject(&model.words, &book.report, subject);
    match subject {
        Subject::Seat(_) | Subject::Organisation(_) | Subject::Body(_) => Piece::stored(name),
        _ => Piece::ours(name),
    }
}

/// What the bar of a figure is painted as.
fn role(measure: Measure) -> Role {
    match measure {
        Measure::Overdue | Measure::PastDue | Measure::Late | Measure::Absent => Role::Late,
        Measure::CarriedOut | Measure::OnTime | Measure::InPerson | Measure::ByVideo => Role::Done,
        Measure::InProgress | Measure::StillOpen => Role::InTime,
        Measure::Excused | Measure::Extended => Role::Warn,
        Measure::AttendanceRate | Measure::ExecutionRate | Measure::OnTimeRate | Measure::SeatFilledRate => {
            Role::Key
        }
        _ => Role::Plain,
    }
}
