//! How a body's minutes are laid out in a span of its rules: sections and columns, on or off and in their order, widths,
//! how attendance is told. Does not know how a section is put into words.

mod rows;

use super::page::Page;
use super::tables::{moved, settled, table_rows};
use crate::app::address::Screen;
use crate::app::context::Context;
use crate::app::forms;
use crate::app::keys::{Act, Place};
use crate::app::step::{Step, To};
use crate::calendar::Day;
use crate::domain::body::{Body, Rules};
use crate::domain::ids::BodyId;
use crate::domain::minutes_layout::{AttendanceForm, MinutesLayout, ResolutionColumn};
use crate::office::command::Command;
use crate::office::query::Query;
use crate::ui::{Area, Canvas, Key, ListState, Role, sentence};
use rows::{LayoutRow, cells, rows, table};

/// The widest share of a column; beside it the others keep something to read.
const SHARE_MAX: u32 = 100;
/// The share of a column that is put in.
const SHARE_FRESH: u32 = 15;

/// Where one is in the layout of a body's minutes.
pub(in crate::app) struct LayoutPage {
    body: BodyId,
    /// The first day of the rules that it belongs to.
    from: Option<Day>,
    list: ListState,
}

/// Asks in which span of a body's rules the layout is to be changed, or begins a new one where it has none.
pub(super) fn choose_layout(context: &Context, body: &Body) -> Vec<Step> {
    let title = context
        .words
        .say_with("layout-title", &[("body", body.brief().into())]);
    forms::choose_span(context, body, title, |at| {
        let known = at.and_then(|at| body.rules.get(at));
        let from = known.map_or(Some(context.setup.today), |rules| rules.from);
        vec![Step::Open(To::Over(Screen::Layout(body.id.clone(), from)))]
    })
}

impl LayoutPage {
    /// The page of a body's rules from this day on, at its first row.
    pub fn new(body: &BodyId, from: Option<Day>) -> LayoutPage {
        LayoutPage {
            body: body.clone(),
            from,
            list: ListState::default(),
        }
    }

    fn body<'b>(&self, context: &Context<'b>) -> Option<&'b Body> {
        let all = context.books.bodies.as_deref().unwrap_or_default();
        all.iter().map(|(body, _)| body).find(|body| body.id == self.body)
    }

    /// The rules that it belongs to; where there are none from that day on, those that new ones begin as.
    fn rules(&self, body: &Body) -> Rules {
        let known = body.rules.iter().rfind(|rules| rules.from == self.from);
        let fresh = || Rules {
            from: self.from,
            until: None,
            source: None,
            ..body.rules.last().cloned().unwrap_or_default()
        };
        known.cloned().unwrap_or_else(fresh)
    }

    fn layout(&self, context: &Context) -> MinutesLayout {
        let rules = self.body(context).map(|body| self.rules(body));
        rules.and_then(|rules| rules.layout).unwrap_or_default()
    }

    /// Keeps a layout with the rules of its days.
    fn keep(&self, context: &Context, layout: MinutesLayout) -> Vec<Step> {
        let Some(before) = self.body(context) else {
            return Vec::new();
        };
        let rules = Rules {
            layout: Some(layout),
            ..self.rules(before)
        };
        let mut after = before.clone();
        match after.rules.iter().rposition(|known| known.from == self.from) {
            Some(at) => after.rules[at] = rules,
            None => after.rules.push(rules),
        }
        // Of those that hold on a day, the last one is in force.
        after.rules.sort_by_key(|rules| rules.from);
        vec![Step::change(Command::RecordBody {
            before: Some(before.clone()),
            after,
        })]
    }

    /// Puts what is selected in or out; of attendance the other form.
    fn toggle(&mut self, context: &Context) -> Vec<Step> {
        let mut layout = self.layout(context);
        let Some(row) = rows(&layout).get(self.list.selected).copied() else {
            return Vec::new();
        };
        let is_last = |len: usize| len == 1;
        match row {
            LayoutRow::Section(_, Some(_)) if is_last(layout.sections.len()) => return last_stays(context),
            LayoutRow::Column(_, Some(_)) if is_last(layout.columns.len()) => return last_stays(context),
            LayoutRow::Section(_, Some(at)) => drop(layout.sections.remove(at)),
            LayoutRow::Section(section, None) => layout.sections.push(section),
            LayoutRow::Column(_, Some(at)) => drop(layout.columns.remove(at)),
            LayoutRow::Column(field, None) => layout.columns.push(ResolutionColumn {
                field,
                share: SHARE_FRESH,
            }),
            LayoutRow::Attendance(AttendanceForm::Table) => layout.attendance = AttendanceForm::Running,
            LayoutRow::Attendance(AttendanceForm::Running) => layout.attendance = AttendanceForm::Table,
        }
        self.follow(&layout, row);
        self.keep(context, layout)
    }

    /// Moves what is selected by one place among what stands in the minutes.
    fn shift(&mut self, context: &Context, by: isize) -> Vec<Step> {
        let mut layout = self.layout(context);
        let Some(row) = rows(&layout).get(self.list.selected).copied() else {
            return Vec::new();
        };
        let target = |at: usize, len: usize| at.checked_add_signed(by).filter(|to| *to < len);
        match row {
            LayoutRow::Section(_, Some(at)) => match target(at, layout.sections.len()) {
                Some(to) => layout.sections.swap(at, to),
                None => return Vec::new(),
            },
            LayoutRow::Column(_, Some(at)) => match target(at, layout.columns.len()) {
                Some(to) => layout.columns.swap(at, to),
                None => return Vec::new(),
            },
            _ => return Vec::new(),
        }
        self.follow(&layout, row);
        self.keep(context, layout)
    }

    /// Gives the selected column more or less of the width.
    fn widen(&mut self, context: &Context, by: i32) -> Vec<Step> {
        let mut layout = self.layout(context);
        let row = rows(&layout).get(self.list.selected).copied();
        let Some(LayoutRow::Column(_, Some(at))) = row else {
            return vec![Step::Say(
                context.words.say("layout-widths-of-columns"),
                Role::Faint,
            )];
        };
        let Some(column) = layout.columns.get_mut(at) else {
            return Vec::new();
        };
        let share = column.share.max(1).saturating_add_signed(by).clamp(1, SHARE_MAX);
        if share == column.share {
            return vec![Step::Say(context.words.say("layout-width-ends"), Role::Faint)];
        }
        column.share = share;
        self.keep(context, layout)
    }

    /// The selection stays on what it is on, wherever that stands now.
    fn follow(&mut self, layout: &MinutesLayout, row: LayoutRow) {
        let is_same = |other: &LayoutRow| match (row, *other) {
            (LayoutRow::Section(one, _), LayoutRow::Section(other, _)) => one == other,
            (LayoutRow::Column(one, _), LayoutRow::Column(other, _)) => one == other,
            (LayoutRow::Attendance(_), LayoutRow::Attendance(_)) => true,
            _ => false,
        };
        if let Some(at) = rows(layout).iter().position(is_same) {
            self.list.selected = at;
        }
    }
}

fn last_stays(context: &Context) -> Vec<Step> {
    vec![Step::Say(context.words.say("layout-last-stays"), Role::Warn)]
}

impl Page for LayoutPage {
    fn place(&self) -> Place {
        Place::Layout
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Bodies]
    }

    fn waits(&self, context: &Context) -> bool {
        context.books.bodies.is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let len = rows(&self.layout(context)).len();
        if moved(&mut self.list, act, key, len, usize::from(table_rows(context))) {
            return Vec::new();
        }
        match act {
            Act::Change => self.toggle(context),
            Act::MoveUp => self.shift(context, -1),
            Act::MoveDown => self.shift(context, 1),
            Act::Wider => self.widen(context, 1),
            Act::Narrower => self.widen(context, -1),
            _ => Vec::new(),
        }
    }

    fn settle(&mut self, context: &Context) {
        let len = rows(&self.layout(context)).len();
        self.list = settled(context, &table(context), self.list, len, |_| Vec::new());
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        if self.body(context).is_none() {
            return sentence(canvas, area, &context.words.say("members-empty"), Role::Faint);
        }
        let layout = self.layout(context);
        let len = rows(&layout).len();
        table(context).paint(canvas, area, &self.list, len, |row| cells(context, &layout, row));
    }

    fn title(&self, context: &Context) -> String {
        let body = self.body(context).map(|body| body.brief().to_owned());
        let args = [("body", body.unwrap_or_default().into())];
        context.words.say_with("layout-title", &args)
    }

    /// The days that it holds for.
    fn remark(&self, context: &Context) -> Option<(String, Role)> {
        let rules = self.rules(self.body(context)?);
        Some((forms::span(context, &rules), Role::Faint))
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }
}
