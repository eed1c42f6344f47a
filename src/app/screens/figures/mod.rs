//! The figures of the year, of attendance and of execution, of one body and year or of all: which are shown, as a chart
//! or a map; the formula of what is selected at the foot. Does not know how a figure is counted.

mod chart;
mod map;
mod rows;

use super::page::Page;
use crate::app::context::Context;
use crate::app::figures::Figures;
use crate::app::keys::{Act, Place};
use crate::app::say_figures as say;
use crate::app::step::Step;
use crate::domain::figures::{Figure, Subject};
use crate::domain::ids::BodyId;
use crate::office::query::Query;
use crate::office::report::{Report, ReportAsked, ReportKind};
use crate::text::isolate;
use crate::ui::{Area, Canvas, HeatState, Key, ListState, Origin, Piece, Role, sentence, tabs};

pub(in crate::app) use rows::FigureRows;

/// Where one is among the figures.
#[derive(Default)]
pub(in crate::app) struct FiguresPage {
    /// What is shown; none before one was here.
    asked: Option<ReportAsked>,
    /// Where one is in the chart of each report.
    charts: [ListState; 3],
    /// The figure that the chart of each report shows.
    measures: [usize; 3],
    /// Where one is in the map of attendance.
    map: HeatState,
    /// Whether attendance is a chart, too.
    as_chart: bool,
}

/// Rows at the foot: a rule, what is selected, two of its formula.
const FOOT: u16 = 4;

impl FiguresPage {
    /// The report that is shown; that of everything where none was asked for.
    pub fn asked(&self) -> ReportAsked {
        self.asked.clone().unwrap_or_default()
    }

    /// Shows this first; when one was here before, what was shown then stays.
    pub fn begin(&mut self, asked: ReportAsked) {
        self.asked.get_or_insert(asked);
    }

    fn kind(&self) -> ReportKind {
        self.asked.as_ref().map(|asked| asked.kind).unwrap_or_default()
    }

    fn tab(&self) -> usize {
        let at = ReportKind::ALL.iter().position(|kind| *kind == self.kind());
        at.unwrap_or(0)
    }

    fn list_of_chart(&mut self) -> &mut ListState {
        &mut self.charts[self.tab()]
    }

    fn is_map(&self) -> bool {
        self.kind() == ReportKind::Attendance && !self.as_chart
    }

    fn query(&self) -> Query {
        Query::Report(self.asked.clone().unwrap_or_default())
    }

    /// What was asked for; none while it is still to be answered.
    fn book<'b>(&self, context: &Context<'b>) -> Option<&'b Figures> {
        let asked = self.asked.clone().unwrap_or_default();
        let book = context.books.figures.as_ref();
        book.filter(|book| book.report.asked == asked)
    }

    /// Asks for another report; until it is there, none is shown.
    fn ask(&mut self, asked: ReportAsked) -> Vec<Step> {
        if self.asked.as_ref() == Some(&asked) {
            return Vec::new();
        }
        self.asked = Some(asked);
        vec![Step::Ask(self.query())]
    }

    fn go_to_tab(&mut self, asked: ReportAsked, tab: usize) -> Vec<Step> {
        match ReportKind::ALL.get(tab) {
            Some(kind) => self.ask(ReportAsked { kind: *kind, ..asked }),
            None => Vec::new(),
        }
    }

    /// What is behind the selected figure.
    fn open(&self, context: &Context, book: &Figures) -> Vec<Step> {
        if self.is_map() {
            return map::open(self, context, book);
        }
        match chart::selected(self, book) {
            Some((group, figure)) => rows::open(context, book, group, figure.measure),
            None => Vec::new(),
        }
    }
}

impl Page for FiguresPage {
    fn place(&self) -> Place {
        Place::Figures
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![self.query()]
    }

    fn waits(&self, context: &Context) -> bool {
        self.book(context).is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let Some(book) = self.book(context) else {
            return Vec::new();
        };
        let asked = book.report.asked.clone();
        let (tab, tabs) = (self.tab(), ReportKind::ALL.len());
        match act {
            Act::Tab(number) => return self.go_to_tab(asked, usize::from(number)),
            Act::Next => return self.go_to_tab(asked, (tab + 1) % tabs),
            Act::Previous => return self.go_to_tab(asked, (tab + tabs - 1) % tabs),
            Act::NextBody => {
                let body = next_body(&book.report);
                return self.ask(ReportAsked { body, ..asked });
            }
            Act::NextYear => {
                let year = next_year(&book.report);
                return self.ask(ReportAsked { year, ..asked });
            }
            Act::Open => return self.open(context, book),
            Act::ChartOrMap => self.as_chart = self.kind() == ReportKind::Attendance && !self.as_chart,
            Act::Move | Act::Onward | Act::Backward => match self.is_map() {
                true => map::moved(self, context, book, act, key),
                false => chart::moved(self, context, book, act, key),
            },
            _ => {}
        }
        Vec::new()
    }

    fn offers(&self, _context: &Context, act: Act) -> bool {
        match (act, self.kind()) {
            (Act::ChartOrMap, kind) => kind == ReportKind::Attendance,
            (Act::Onward, kind) => kind != ReportKind::Year,
            _ => true,
        }
    }

    fn settle(&mut self, context: &Context) {
        match self.book(context) {
            Some(book) if self.is_map() => map::settle(self, context, book),
            Some(book) => chart::settle(self, context, book),
            None => {}
        }
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let Some(book) = self.book(context) else {
            return sentence(canvas, area, &context.words.say("reading"), Role::Faint);
        };
        match self.is_map() {
            true => map::view(self, context, book, canvas, area),
            false => chart::view(self, context, book, canvas, area),
        }
    }

    fn title(&self, context: &Context) -> String {
        context.words.say("screen-figures")
    }

    /// The tabs, and at their end the body and the year that are shown.
    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        let words = context.words;
        let names = ["tab-figures-year", "tab-attendance", "tab-figures-execution"]
            .iter()
            .zip(1..);
        let names: Vec<String> = names
            .map(|(id, number)| format!("{} {}", words.number(number), words.say(id)))
            .collect();
        tabs(canvas, row, &names, self.tab());
        let Some(asked) = &self.asked else {
            return;
        };
        let taken: u16 = names
            .iter()
            .map(|name| canvas.look().width(name, Origin::Ours) + 2)
            .sum();
        let room = canvas.area().columns.saturating_sub(taken + 2);
        let style = canvas.style(Role::Strong);
        let about = about(context, asked);
        canvas.text_at_end(taken + 1, row, room, &about, Origin::Ours, style);
    }

    fn list(&mut self) -> &mut ListState {
        self.list_of_chart()
    }

    /// Selects a line of the chart or a row of the map.
    fn select_row(&mut self, row: usize) {
        match self.is_map() {
            true => self.map.row = row,
            false => self.list_of_chart().selected = row,
        }
    }

    /// In the map the selection moves.
    fn scroll(&mut self, rows: isize) {
        match self.is_map() {
            true => self.map.row = self.map.row.saturating_add_signed(rows),
            false => self.list_of_chart().scroll(rows),
        }
    }
}

/// The body and the year of a report, or that they are all.
fn about(context: &Context, asked: &ReportAsked) -> String {
    let words = context.words;
    let body = asked.body.as_ref().and_then(|id| context.books.body(id));
    let body = match body {
        Some(body) => isolate(body.brief()),
        None => words.say("figures-all-bodies"),
    };
    let year = match asked.year {
        Some(year) => words.number(year),
        None => words.say("figures-all-years"),
    };
    format!("{body} · {year}")
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
pub(super) fn head(context: &Context, book: &Figures, group: usize) -> Piece {
    let words = context.words;
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

/// What is selected, and its formula.
pub(super) fn foot(context: &Context, book: &Figures, group: usize, figure: &Figure) -> (String, String) {
    let words = context.words;
    let subject = &book.report.groups[group].subject;
    let about = match subject {
        Subject::BodyYear(..) => head(context, book, group).text,
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
