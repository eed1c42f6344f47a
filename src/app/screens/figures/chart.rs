//! The charts of figures: bars under heads, the one that is selected, a word for the best and the weakest. Does not know
//! how a figure is counted.

use super::{FOOT, FiguresPage, foot, head, paint_foot};
use crate::app::context::Context;
use crate::app::figures::{Figures, FiguresLine, length};
use crate::app::keys::Act;
use crate::app::say_figures as say;
use crate::domain::figures::{Figure, Measure, RANKED_FROM, Subject};
use crate::office::report::ReportKind;
use crate::ui::{Area, Bar, Canvas, ChartLine, Key, Origin, Piece, Role, paint_chart};

/// Columns for the numbers behind the bars, and for those with a word.
const VALUE: u16 = 8;
const VALUE_WITH_WORD: u16 = 18;
/// Columns for the names of figures.
const TITLE: u16 = 12;

/// Moves in the chart, or to another figure of its groups.
pub(super) fn moved(page: &mut FiguresPage, context: &Context, book: &Figures, act: Act, key: Key) {
    let (tab, rows) = (page.tab(), usize::from(chart_area(page, context).rows));
    let many = book.report.asked.kind.measures().len();
    match act {
        Act::Onward => page.measures[tab] = (page.measures[tab] + 1) % many,
        Act::Backward => page.measures[tab] = (page.measures[tab] + many - 1) % many,
        _ => {
            let list = &mut page.charts[tab];
            let before = list.selected;
            list.press(key.as_command().code, book.lines.len(), rows);
            // Heads are passed over; the first line is one.
            if book.is_head(list.selected) {
                let up = list.selected < before && list.selected > 0;
                list.selected = if up { list.selected - 1 } else { list.selected + 1 };
            }
            if book.is_head(list.selected) {
                list.selected += 1;
            }
        }
    }
}

/// The group and the figure that are selected in the chart.
pub(super) fn selected<'b>(page: &FiguresPage, book: &'b Figures) -> Option<(usize, &'b Figure)> {
    let line = *book.lines.get(page.charts[page.tab()].selected)?;
    let FiguresLine::Bar { group, .. } = line else {
        return None;
    };
    Some((group, book.bar(line, page.measures[page.tab()])?.0))
}

/// Where the chart stands: below the name of its figure, where it has one.
fn chart_area(page: &FiguresPage, context: &Context) -> Area {
    let area = Area {
        rows: context.body.rows.saturating_sub(FOOT),
        ..context.body
    };
    area.below(u16::from(page.kind() != ReportKind::Year))
}

/// Keeps the selected bar in sight.
pub(super) fn settle(page: &mut FiguresPage, context: &Context, book: &Figures) {
    let rows = chart_area(page, context).rows;
    let list = page.list_of_chart();
    if book.is_head(list.selected) {
        list.selected += 1;
    }
    list.settle(book.lines.len(), rows, |_| 1);
    // The head of what is selected is seen with it.
    if list.top > 0 && list.top == list.selected && rows > 1 && book.is_head(list.top - 1) {
        list.top -= 1;
    }
}

/// Paints the chart.
pub(super) fn view(page: &FiguresPage, context: &Context, book: &Figures, canvas: &mut Canvas, area: Area) {
    let tab = page.tab();
    if page.kind() != ReportKind::Year {
        paint_measure(page, context, canvas, area.row);
    }
    let best = best_words(page, context, book);
    let widths = (
        match page.kind() {
            ReportKind::Year => TITLE,
            _ => (area.columns * 2 / 5).min(36),
        },
        if best.is_empty() { VALUE } else { VALUE_WITH_WORD },
    );
    let chart = chart_area(page, context);
    paint_chart(canvas, chart, &page.charts[tab], book.lines.len(), widths, |at| {
        line(page, context, book, &best, at)
    });
    let (name, formula) = match selected(page, book) {
        Some((group, figure)) => foot(context, book, group, figure),
        None => Default::default(),
    };
    paint_foot(canvas, area.last(FOOT), &name, &formula);
}

/// The name of the figure that the whole chart shows.
fn paint_measure(page: &FiguresPage, context: &Context, canvas: &mut Canvas, row: u16) {
    let all = page.kind().measures();
    let at = page.measures[page.tab()].min(all.len() - 1);
    let args = [
        ("name", say::title(context.words, all[at]).into()),
        ("at", (at + 1).into()),
        ("of", all.len().into()),
    ];
    let text = context.words.say_with("figures-measure", &args);
    let style = canvas.style(Role::Strong);
    let columns = canvas.area().columns.saturating_sub(2);
    canvas.text(1, row, columns, &text, Origin::Ours, style);
}

/// The groups of the best and the weakest organisation with their words, where the chart shows the rate.
fn best_words(page: &FiguresPage, context: &Context, book: &Figures) -> Vec<(usize, String, Role)> {
    let shown = page.kind().measures().get(page.measures[page.tab()]);
    match book.report.best_and_weakest {
        Some((best, weakest)) if shown == Some(&Measure::ExecutionRate) => vec![
            (
                best,
                context
                    .words
                    .say_with("figures-best", &[("least", RANKED_FROM.into())]),
                Role::Good,
            ),
            (weakest, context.words.say("figures-weakest"), Role::Bad),
        ],
        _ => Vec::new(),
    }
}

fn line(
    page: &FiguresPage,
    context: &Context,
    book: &Figures,
    best: &[(usize, String, Role)],
    at: usize,
) -> ChartLine {
    let words = context.words;
    let line = book.lines[at];
    let measure = page.measures[page.tab()];
    let (group, within) = match line {
        FiguresLine::Head(group) => return ChartLine::Head(head(context, book, group)),
        FiguresLine::Bar { group, figure, .. } => (group, figure.is_some()),
    };
    let Some((figure, whole)) = book.bar(line, measure) else {
        return ChartLine::Head(Piece::ours(""));
    };
    let subject = &book.report.groups[group].subject;
    let name = match within {
        true => Piece::ours(say::title(words, figure.measure)),
        false => named(context, book, subject),
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

fn named(context: &Context, book: &Figures, subject: &Subject) -> Piece {
    let name = say::subject(context.words, &book.report, subject);
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
