//! The figures of the year, of attendance and of execution, of one body and year or of all: which are shown, as a chart
//! or a map; the formula of what is selected at the foot. Does not know how a figure is counted.

use super::{figure_rows, figures_chart, figures_map};
use crate::app::figures::Figures;
use crate::app::keymap::Act;
use crate::app::{Effect, Model, Screen, say_figures as say};
use crate::domain::figures::{Figure, Subject};
use crate::domain::ids::BodyId;
use crate::domain::session::Session;
use crate::office::query::Query;
use crate::office::report::{Report, ReportAsked, ReportKind};
use crate::text::isolate;
use crate::ui::{Area, Canvas, HeatState, Key, ListState, Origin, Piece, Role, sentence, tabs};

/// Where one is among the figures.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct FiguresSpot {
    /// What is shown; none before one was here.
    pub asked: Option<ReportAsked>,
    /// Where one is in the chart of each report.
    pub charts: [ListState; 3],
    /// The figure that the chart of each report shows.
    pub measures: [usize; 3],
    /// Where one is in the map of attendance.
    pub map: HeatState,
    /// Whether attendance is a chart, too.
    pub as_chart: bool,
}

impl FiguresSpot {
    pub(super) fn kind(&self) -> ReportKind {
        self.asked.as_ref().map(|asked| asked.kind).unwrap_or_default()
    }

    pub(super) fn tab(&self) -> usize {
        ReportKind::ALL
            .iter()
            .position(|kind| *kind == self.kind())
            .unwrap_or(0)
    }

    pub(super) fn list(&mut self) -> &mut ListState {
        &mut self.charts[self.tab()]
    }

    pub(super) fn is_map(&self) -> bool {
        self.kind() == ReportKind::Attendance && !self.as_chart
    }
}

/// Rows at the foot: a rule, what is selected, two of its formula.
pub(super) const FOOT: u16 = 4;
/// Comes to the figures: those of the body and the year of the selected session at first.
pub(in crate::app) fn open(model: &mut Model) -> Vec<Effect> {
    if model.spots.figures.asked.is_none() {
        let session = super::selected_session(model).map(|row| &row.session);
        let asked = ReportAsked {
            kind: ReportKind::Year,
            body: session.map(|session| session.body.clone()),
            year: session.and_then(Session::year_counted),
        };
        model.spots.figures.asked = Some(asked);
    }
    match model.stack.iter().position(|screen| *screen == Screen::Figures) {
        Some(depth) => model.back_to(depth + 1),
        None => model.open(Screen::Figures),
    }
}

/// What the screen asks.
pub(in crate::app) fn query(model: &Model) -> Query {
    Query::Report(model.spots.figures.asked.clone().unwrap_or_default())
}

fn book(model: &Model) -> Option<&Figures> {
    model.books.figures.as_ref()
}

/// Asks for another report; until it is there, none is shown.
fn ask(model: &mut Model, asked: ReportAsked) -> Vec<Effect> {
    if model.spots.figures.asked.as_ref() == Some(&asked) {
        return Vec::new();
    }
    model.spots.figures.asked = Some(asked);
    model.books.figures = None;
    vec![Effect::Ask(query(model))]
}

pub(super) fn act(model: &mut Model, act: Act, key: Key) -> Vec<Effect> {
    let Some(book) = book(model) else {
        return Vec::new();
    };
    let asked = book.report.asked.clone();
    let tab = model.spots.figures.tab();
    match act {
        Act::Tab(number) => go_to_tab(model, asked, usize::from(number)),
        Act::Next => go_to_tab(model, asked, (tab + 1) % ReportKind::ALL.len()),
        Act::Previous => go_to_tab(
            model,
            asked,
            (tab + ReportKind::ALL.len() - 1) % ReportKind::ALL.len(),
        ),
        Act::NextBody => {
            let body = next_body(&book.report);
            ask(model, ReportAsked { body, ..asked })
        }
        Act::NextYear => {
            let year = next_year(&book.report);
            ask(model, ReportAsked { year, ..asked })
        }
        Act::ChartOrMap => {
            let spot = &mut model.spots.figures;
            spot.as_chart = spot.kind() == ReportKind::Attendance && !spot.as_chart;
            Vec::new()
        }
        Act::Open if model.spots.figures.is_map() => figures_map::open(model),
        Act::Open => match figures_chart::selected(model).map(|(group, figure)| (group, figure.measure)) {
            Some((group, measure)) => figure_rows::open(model, group, measure),
            None => Vec::new(),
        },
        Act::Move | Act::Onward | Act::Backward => {
            match model.spots.figures.is_map() {
                true => figures_map::moved(model, act, key),
                false => figures_chart::moved(model, act, key),
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn go_to_tab(model: &mut Model, asked: ReportAsked, tab: usize) -> Vec<Effect> {
    match ReportKind::ALL.get(tab) {
        Some(kind) => ask(model, ReportAsked { kind: *kind, ..asked }),
        None => Vec::new(),
    }
}

/// The body after the one that is shown; behind the last one all, behind all the first one.
fn next_body(report: &Report) -> Option<BodyId> {
    let mut bodies = report.bodies.iter().map(|body| &body.id);
    match &report.asked.body {
        Some(shown) => bodies.skip_while(|id| *id != shown).nth(1),
        None => bodies.next(),
    }
    .cloned()
}

/// The year before the one that is shown; behind the first one all, behind all the last one.
fn next_year(report: &Report) -> Option<i32> {
    let mut years = report.years.iter();
    match report.asked.year {
        Some(shown) => years.find(|year| **year < shown),
        None => years.next(),
    }
    .copied()
}

/// The head of one group, or of the groups of a kind.
pub(super) fn head(model: &Model, book: &Figures, group: usize) -> Piece {
    let words = &model.words;
    let subject = &book.report.groups[group].subject;
    let head = match subject {
        Subject::BodyYear(_, year) => {
            let body = say::subject(words, &book.report, subject);
            format!("{} · {}", isolate(&body), say::year(words, *year))
        }
        Subject::Seat(at) if book.report.asked.body.is_none() => {
            let seat = book.report.seats.get(*at as usize);
            let body = seat.and_then(|seat| book.report.body(&seat.body));
            let body = body.map(|body| body.brief()).unwrap_or_default();
            format!("{} · {}", words.say("tab-members"), isolate(body))
        }
        _ => words.say(match subject {
            Subject::Organisation(_) => "tab-organisations",
            Subject::Body(_) => "tab-bodies",
            Subject::Year(_) => "figures-years",
            Subject::Seat(_) => "tab-members",
            Subject::Session(_) => "screen-sessions",
            Subject::All | Subject::BodyYear(..) => "figures-together",
        }),
    };
    Piece::ours(head).role(Role::Strong)
}

pub(super) fn settle(model: &mut Model) {
    match model.spots.figures.is_map() {
        true => figures_map::settle(model),
        false => figures_chart::settle(model),
    }
}

pub(super) fn view(model: &Model, canvas: &mut Canvas, area: Area) {
    let Some(book) = book(model) else {
        return sentence(canvas, area, &model.words.say("reading"), Role::Faint);
    };
    match model.spots.figures.is_map() {
        true => figures_map::view(model, book, canvas, area),
        false => figures_chart::view(model, book, canvas, area),
    }
}

/// What is selected, and its formula.
pub(super) fn foot(model: &Model, book: &Figures, group: usize, figure: &Figure) -> (String, String) {
    let words = &model.words;
    let subject = &book.report.groups[group].subject;
    let about = match subject {
        Subject::BodyYear(..) => head(model, book, group).text,
        subject => say::subject(words, &book.report, subject),
    };
    let args = [
        ("about", about.into()),
        ("name", say::title(words, figure.measure).into()),
        ("value", say::value(words, figure.value).into()),
    ];
    (
        words.say_with("figures-selected", &args),
        say::formula(words, figure),
    )
}

/// Paints what is selected and its formula below a rule.
pub(super) fn paint_foot(canvas: &mut Canvas, area: Area, name: &str, formula: &str) {
    let (rule, strong, plain) = (
        canvas.style(Role::Rule),
        canvas.style(Role::Strong),
        canvas.style(Role::Plain),
    );
    canvas.rule(area.column, area.row, area.columns, '─', rule);
    let inside = area.below(1).inside(1);
    canvas.text(
        inside.column,
        inside.row,
        inside.columns,
        name,
        Origin::Ours,
        strong,
    );
    let lines = canvas.look().wrapped(formula, inside.columns, Origin::Ours);
    canvas.lines(inside.below(1).first(2), &lines, plain);
}

/// The tabs, and at their end the body and the year that are shown.
pub(super) fn view_tabs(model: &Model, canvas: &mut Canvas, row: u16) {
    let words = &model.words;
    let names = ["tab-figures-year", "tab-attendance", "tab-figures-execution"]
        .iter()
        .zip(1..);
    let names: Vec<String> = names
        .map(|(id, number)| format!("{} {}", words.number(number), words.say(id)))
        .collect();
    tabs(canvas, row, &names, model.spots.figures.tab());
    let Some(asked) = &model.spots.figures.asked else {
        return;
    };
    let body = asked.body.as_ref().and_then(|id| model.books.body(id));
    let body = match body {
        Some(body) => isolate(body.brief()),
        None => words.say("figures-all-bodies"),
    };
    let year = match asked.year {
        Some(year) => words.number(year),
        None => words.say("figures-all-years"),
    };
    let taken: u16 = names
        .iter()
        .map(|name| canvas.look().width(name, Origin::Ours) + 2)
        .sum();
    let room = canvas.area().columns.saturating_sub(taken + 2);
    let style = canvas.style(Role::Strong);
    canvas.text_at_end(
        taken + 1,
        row,
        room,
        &format!("{body} · {year}"),
        Origin::Ours,
        style,
    );
}

/// Moves what is shown by so many rows; in the map the selection moves.
pub(super) fn scroll(model: &mut Model, rows: isize) {
    match model.spots.figures.is_map() {
        true => model.spots.figures.map.row = model.spots.figures.map.row.saturating_add_signed(rows),
        false => model.spots.figures.list().scroll(rows),
    }
}

/// Selects a line of the chart or a row of the map.
pub(super) fn select_row(model: &mut Model, row: usize) {
    match model.spots.figures.is_map() {
        true => model.spots.figures.map.row = row,
        false => model.spots.figures.list().selected = row,
    }
}

/// Whether the key bar offers what is asked for in the report that is shown.
pub(in crate::app) fn is_offered(model: &Model, act: Act) -> bool {
    match model.spots.figures.kind() {
        ReportKind::Year => false,
        ReportKind::Attendance => true,
        ReportKind::Execution => act != Act::ChartOrMap,
    }
}
