//! Why a form could not be filled in, as a sentence with the place to look at. Does not know which forms there are.

use crate::exchange::docx::template::{TemplateError, TemplatePart, TemplatePlace};
use crate::words::{Arg, Words};

/// The sentence.
pub fn template_refused(words: &Words, error: &TemplateError) -> String {
    let named = |id: &str, name: &str, place: &TemplatePlace| {
        let place = self::place(words, place);
        words.say_with(id, &[("name", name.into()), ("place", place.into())])
    };
    match error {
        TemplateError::NotADocument => words.say("form-no-document"),
        TemplateError::TooLarge => words.say("form-too-large"),
        TemplateError::Damaged => words.say("form-damaged"),
        TemplateError::Macros => words.say("form-macros"),
        TemplateError::NoField => words.say("form-no-field"),
        TemplateError::UnknownField { name, place } => named("form-unknown-field", name, place),
        TemplateError::Unclosed { text, place } => named("form-unclosed", text, place),
        TemplateError::OutsideRow { name, place } => named("form-outside-row", name, place),
        TemplateError::TwoLists { name, place } => named("form-two-lists", name, place),
        TemplateError::ListInList { name, place } => named("form-list-in-list", name, place),
    }
}

/// «جدول ۲، سطر ۳» or «بند ۵», with the part where it is not the page itself.
fn place(words: &Words, place: &TemplatePlace) -> String {
    let TemplatePlace { part, paragraph, row } = place;
    let numbers: Vec<(&str, Arg)> = match row {
        Some((table, row)) => vec![("table", (*table).into()), ("row", (*row).into())],
        None => vec![("paragraph", (*paragraph).into())],
    };
    let id = if row.is_some() {
        "form-in-row"
    } else {
        "form-in-paragraph"
    };
    let within = words.say_with(id, &numbers);
    let part = match part {
        TemplatePart::Body => return within,
        TemplatePart::Header => "form-in-header",
        TemplatePart::Footer => "form-in-footer",
        TemplatePart::Notes => "form-in-notes",
    };
    words.say_with(part, &[("place", within.into())])
}
