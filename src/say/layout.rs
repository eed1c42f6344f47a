//! How a body's minutes are laid out, and its session fee, in words. Does not know where they are shown.

use crate::domain::fee::{FeePer, FeeRule};
use crate::domain::minutes_layout::{
    AttendanceForm, MinutesLayout, ResolutionColumn, ResolutionField, Section,
};
use crate::words::Words;

/// The word of a section of minutes.
pub fn section(words: &Words, section: Section) -> String {
    words.say(match section {
        Section::Head => "section-head",
        Section::Agenda => "section-agenda",
        Section::Attendance => "section-attendance",
        Section::Talk => "section-talk",
        Section::Resolutions => "section-resolutions",
        Section::Annexes => "section-annexes",
        Section::Signatures => "section-signatures",
        Section::Corrections => "section-corrections",
    })
}

/// The head of a column of the table of resolutions.
pub fn resolution_field(words: &Words, field: ResolutionField) -> String {
    words.say(match field {
        ResolutionField::Row => "column-row",
        ResolutionField::Subject => "column-subject",
        ResolutionField::Text => "minutes-column-text",
        ResolutionField::Deadline => "column-deadline",
        ResolutionField::Responsible => "column-responsible",
    })
}

/// The word of how attendance is told.
pub fn attendance_form(words: &Words, form: AttendanceForm) -> String {
    words.say(match form {
        AttendanceForm::Running => "attendance-form-running",
        AttendanceForm::Table => "attendance-form-table",
    })
}

/// A whole layout in one line: sections, columns with their shares, how attendance is told.
pub fn layout(words: &Words, layout: &MinutesLayout) -> String {
    let MinutesLayout {
        sections,
        columns,
        attendance,
    } = layout;
    let listed = |parts: Vec<String>| parts.join(&words.say("place-comma"));
    let sections = sections.iter().map(|one| section(words, *one)).collect();
    let column = |ResolutionColumn { field, share }: &ResolutionColumn| {
        format!("{} {}", resolution_field(words, *field), words.number(share))
    };
    let columns = columns.iter().map(column).collect();
    let parts = [
        listed(sections),
        listed(columns),
        attendance_form(words, *attendance),
    ];
    parts.join("؛ ")
}

/// A fee in one line: the amount and its limits.
pub fn fee(words: &Words, fee: &FeeRule) -> String {
    let FeeRule {
        rials,
        per,
        least_minutes,
        most_sessions_a_month,
        most_hours_a_month,
    } = fee;
    let id = match per {
        FeePer::Session => "fee-per-session",
        FeePer::Hour => "fee-per-hour",
    };
    let rials = words.say_with(id, &[("rials", words.amount(*rials).into())]);
    let limit = |id, limit: Option<u32>| limit.map(|n| words.say_with(id, &[("count", n.into())]));
    let parts = [
        Some(rials),
        limit(
            "fee-least-minutes",
            Some(*least_minutes).filter(|least| *least > 0),
        ),
        limit("fee-most-sessions", *most_sessions_a_month),
        limit("fee-most-hours", *most_hours_a_month),
    ];
    parts
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(&words.say("place-comma"))
}
