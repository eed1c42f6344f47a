//! The rows of a layout of minutes, and how they are shown. Does not know what changes them.

use crate::app::context::Context;
use crate::app::say;
use crate::app::screens::tables::table_of;
use crate::domain::minutes_layout::{
    AttendanceForm, MinutesLayout, ResolutionColumn, ResolutionField, Section,
};
use crate::ui::{Piece, Role, Table, TableCell};

/// A row of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LayoutRow {
    /// A section, and its place where it stands in the minutes.
    Section(Section, Option<usize>),
    /// A column of the table of resolutions, the same.
    Column(ResolutionField, Option<usize>),
    /// How attendance is told.
    Attendance(AttendanceForm),
}

/// What stands in the minutes, in order, and behind it what does not: sections, then columns; then attendance.
pub(super) fn rows(layout: &MinutesLayout) -> Vec<LayoutRow> {
    let MinutesLayout {
        sections,
        columns,
        attendance,
    } = layout;
    let within = sections.iter().enumerate();
    let within = within.map(|(at, one)| LayoutRow::Section(*one, Some(at)));
    let without = Section::ALL.into_iter().filter(|one| !sections.contains(one));
    let mut rows: Vec<LayoutRow> = within.collect();
    rows.extend(without.map(|one| LayoutRow::Section(one, None)));
    let shown = columns.iter().enumerate();
    rows.extend(shown.map(|(at, one)| LayoutRow::Column(one.field, Some(at))));
    let usual = MinutesLayout::default().columns.into_iter().map(|one| one.field);
    let hidden = usual.filter(|field| columns.iter().all(|one| one.field != *field));
    rows.extend(hidden.map(|field| LayoutRow::Column(field, None)));
    rows.push(LayoutRow::Attendance(*attendance));
    rows
}

/// The part of the width that a column has.
fn width(context: &Context, layout: &MinutesLayout, row: LayoutRow) -> String {
    let LayoutRow::Column(_, Some(at)) = row else {
        return String::new();
    };
    let share = |column: &ResolutionColumn| column.share.max(1);
    let whole: u32 = layout.columns.iter().map(share).fold(0, u32::saturating_add);
    let own = layout.columns.get(at).map_or(0, share);
    // Whole percents, rounded half up.
    let percent = (u64::from(own) * 200 + u64::from(whole)) / (u64::from(whole.max(1)) * 2);
    let percent = u32::try_from(percent).unwrap_or(100);
    context.words.percent(percent * 10)
}

/// The columns of the page.
pub(super) fn table(context: &Context) -> Table {
    let name = Table::left_for_one_more(context.setup.columns, &[4, 14, 7, 8]);
    let heads = [
        ("column-number", 4),
        ("layout-kind", 14),
        ("layout-what", name),
        ("layout-width", 7),
        ("layout-state", 8),
    ];
    table_of(context, &heads, 1, false)
}

/// The cells of a row.
pub(super) fn cells(context: &Context, layout: &MinutesLayout, row: usize) -> Vec<TableCell> {
    let words = context.words;
    let Some(row) = rows(layout).get(row).copied() else {
        return Vec::new();
    };
    let (kind, name, place) = match row {
        LayoutRow::Section(one, at) => ("layout-section", say::section(words, one), at),
        LayoutRow::Column(one, at) => ("layout-column", say::resolution_field(words, one), at),
        LayoutRow::Attendance(form) => ("tab-attendance", say::attendance_form(words, form), Some(0)),
    };
    let number = match row {
        LayoutRow::Attendance(_) => String::new(),
        _ => place.map(|at| words.number(at + 1)).unwrap_or_default(),
    };
    let role = if place.is_some() { Role::Plain } else { Role::Faint };
    let state = match (row, place) {
        (LayoutRow::Attendance(_), _) => String::new(),
        (_, Some(_)) => words.say("layout-in"),
        (_, None) => words.say("layout-out"),
    };
    vec![
        vec![Piece::ours(number)],
        vec![Piece::ours(words.say(kind)).role(Role::Faint)],
        vec![Piece::ours(name).role(role)],
        vec![Piece::ours(width(context, layout, row))],
        vec![Piece::ours(state).role(role)],
    ]
}
