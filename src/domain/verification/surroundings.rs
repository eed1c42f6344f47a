//! What stands around the records of minutes and is shown with them: the body with the rules in force, the seats with
//! who held them. It is in the canonical text since version 3. Does not know what is made of the text.

use super::canonical::RecordLines;
use crate::calendar::Day;
use crate::domain::body::{Body, Quorum, Rules};
use crate::domain::minutes_layout::{
    AttendanceForm, MinutesLayout, ResolutionColumn, ResolutionField, Section,
};
use crate::domain::seat::{Holder, Seat};
use crate::domain::vote::{Majority, Voters};

pub(super) fn body_lines(text: &mut RecordLines, body: &Body, date: Option<Day>) {
    let Body {
        // It is in the head.
        id: _,
        name,
        short_name,
        place,
        chair_post,
        secretary_post,
        rules: _,
        // How things are written and begun, not what was signed.
        letters: _,
        numbering: _,
        roll_call: _,
        reading: _,
        standing_items: _,
        terms: _,
        // What it means is known to a later version alone.
        extra: _,
    } = body;
    text.line("body_name", name);
    text.some("body_short_name", short_name.as_ref());
    text.some("body_place", place.as_ref());
    text.some("body_chair_post", chair_post.as_ref());
    text.some("body_secretary_post", secretary_post.as_ref());
    if let Some(rules) = body.rules_for(date) {
        rules_lines(text, rules);
    }
    layout_lines(text, &body.layout_for(date));
}

fn rules_lines(text: &mut RecordLines, rules: &Rules) {
    let Rules {
        quorum,
        majority,
        // In the lines of the layout.
        layout: _,
        // The days a rule holds in and where it stands; that it was in force is what was signed.
        from: _,
        until: _,
        source: _,
        // They run before and after the minutes, and are not in them.
        agenda_days_before: _,
        minutes_within_days: _,
        binding_after_days: _,
        absences_in_a_row: _,
        absences_in_a_year: _,
        fee: _,
    } = rules;
    text.some(
        "quorum",
        quorum.map(|quorum| match quorum {
            Quorum::Seats(seats) => format!("seats {seats}"),
            Quorum::AtLeast { of, parts } => format!("at_least {of}/{parts}"),
            Quorum::MoreThan { of, parts } => format!("more_than {of}/{parts}"),
        }),
    );
    text.some("majority", majority.map(majority_words));
}

/// `simple`, `more_than 1/2 seats`, `at_least 2/3 present`.
fn majority_words(majority: Majority) -> String {
    let among = |among: Voters| match among {
        Voters::Present => "present",
        Voters::Seats => "seats",
    };
    match majority {
        Majority::Simple => "simple".to_owned(),
        Majority::MoreThan {
            of,
            parts,
            among: whose,
        } => format!("more_than {of}/{parts} {}", among(whose)),
        Majority::AtLeast {
            of,
            parts,
            among: whose,
        } => format!("at_least {of}/{parts} {}", among(whose)),
    }
}

fn layout_lines(text: &mut RecordLines, layout: &MinutesLayout) {
    let MinutesLayout {
        sections,
        columns,
        attendance,
    } = layout;
    for section in sections {
        text.line("section", section_word(*section));
    }
    for ResolutionColumn { field, share } in columns {
        text.line("column", format!("{} {share}", column_word(*field)));
    }
    text.line(
        "attendance_form",
        match attendance {
            AttendanceForm::Table => "table",
            AttendanceForm::Running => "running",
        },
    );
}

fn section_word(section: Section) -> &'static str {
    match section {
        Section::Head => "head",
        Section::Agenda => "agenda",
        Section::Attendance => "attendance",
        Section::Talk => "talk",
        Section::Resolutions => "resolutions",
        Section::Annexes => "annexes",
        Section::Signatures => "signatures",
        Section::Corrections => "corrections",
    }
}

fn column_word(field: ResolutionField) -> &'static str {
    match field {
        ResolutionField::Row => "row",
        ResolutionField::Subject => "subject",
        ResolutionField::Text => "text",
        ResolutionField::Deadline => "deadline",
        ResolutionField::Responsible => "responsible",
    }
}

pub(super) fn seat_lines(text: &mut RecordLines, seat: &Seat, date: Option<Day>) {
    let Seat {
        id,
        name,
        order,
        holders: _,
        // The head names the body.
        body: _,
        // Which organisation a name was found to be may be found later; the name is what was signed.
        organisation: _,
        // That the seat was there is what was signed.
        from: _,
        until: _,
        // What it means is known to a later version alone.
        extra: _,
    } = seat;
    text.line("roll_seat", id);
    text.line("roll_order", order);
    text.line("roll_name", name);
    if let Some(Holder {
        name,
        post,
        from: _,
        until: _,
        namesake: _,
    }) = seat.holder_on(date)
    {
        text.line("holder", name);
        text.some("holder_post", post.as_ref());
    }
}
