//! What was filled in by choosing: boxes and lists of forms, old and new, and words that only ask to be replaced.
//! Does not know where they stand.

use super::styles::is_on;
use super::{attribute, value};
use quick_xml::events::BytesStart;

const TICKED: &str = "☒";
const UNTICKED: &str = "☐";

fn box_sign(is_ticked: bool) -> &'static str {
    if is_ticked { TICKED } else { UNTICKED }
}

/// Fields of a form that are open, the innermost last.
#[derive(Default)]
pub(super) struct FieldStack {
    fields: Vec<FormField>,
}

#[derive(Default)]
struct FormField {
    is_box: bool,
    is_ticked: Option<bool>,
    is_ticked_at_first: bool,
    is_told: bool,
    choices: Vec<String>,
    chosen: Option<usize>,
    /// How much was said before what the field shows.
    said_before: usize,
}

impl FieldStack {
    /// A field begins, shows what it gives, or ends; the words of a list that shows none.
    pub(super) fn turns(&mut self, tag: &BytesStart, said: usize) -> Option<String> {
        match attribute(tag, "fldCharType").as_deref() {
            Some("begin") => self.fields.push(FormField {
                said_before: said,
                ..FormField::default()
            }),
            Some("separate") => self.fields.last_mut()?.said_before = said,
            Some("end") => {
                let mut field = self.fields.pop()?;
                let chosen = field.chosen.unwrap_or(0);
                let is_shown = said > field.said_before || chosen >= field.choices.len();
                return (!is_shown).then(|| field.choices.swap_remove(chosen));
            }
            _ => {}
        }
        None
    }

    /// What the description of a field says.
    pub(super) fn property(&mut self, name: &str, tag: &BytesStart) {
        let Some(field) = self.fields.last_mut() else {
            return;
        };
        let on = || value(tag).is_none_or(|on| is_on(&on));
        let place = || value(tag).and_then(|place| place.parse().ok());
        match name {
            "checkBox" => field.is_box = true,
            "checked" => field.is_ticked = Some(on()),
            "default" if field.is_box => field.is_ticked_at_first = on(),
            "default" => field.chosen = field.chosen.or(place()),
            "result" => field.chosen = place(),
            "listEntry" => field.choices.extend(value(tag)),
            _ => {}
        }
    }

    /// The sign of a box whose description has ended.
    pub(super) fn described(&mut self) -> Option<&'static str> {
        let field = self
            .fields
            .last_mut()
            .filter(|field| field.is_box && !field.is_told)?;
        field.is_told = true;
        Some(box_sign(field.is_ticked.unwrap_or(field.is_ticked_at_first)))
    }
}

/// Controls that are open, the innermost last.
#[derive(Default)]
pub(super) struct PickedControls {
    controls: Vec<Control>,
}

#[derive(Default)]
struct Control {
    is_box: bool,
    is_ticked: bool,
    in_content: bool,
    is_told: bool,
    shows_placeholder: bool,
}

impl PickedControls {
    pub(super) fn opens(&mut self) {
        self.controls.push(Control::default());
    }

    pub(super) fn closes(&mut self) {
        self.controls.pop();
    }

    pub(super) fn property(&mut self, name: &str, tag: &BytesStart) {
        let Some(control) = self.controls.last_mut() else {
            return;
        };
        let on = || value(tag).is_none_or(|on| is_on(&on));
        match name {
            "checkbox" => control.is_box = true,
            "checked" => control.is_ticked = on(),
            "showingPlcHdr" => control.shows_placeholder = on(),
            _ => {}
        }
    }

    pub(super) fn content_begins(&mut self) {
        if let Some(control) = self.controls.last_mut() {
            control.in_content = true;
        }
    }

    /// The sign of a box that shows none.
    pub(super) fn content_ends(&mut self) -> Option<&'static str> {
        let control = self.controls.last_mut()?;
        control.in_content = false;
        (control.is_box && !control.is_told).then(|| box_sign(control.is_ticked))
    }

    /// Whether what stands here may only ask to be replaced.
    pub(super) fn shows_placeholder(&self) -> bool {
        self.controls.iter().any(|control| control.shows_placeholder)
    }

    /// What words mean: in a box of a form its state, once; a box may look like anything.
    pub(super) fn said<'w>(&mut self, words: &'w str) -> Option<&'w str> {
        match self.controls.last_mut() {
            Some(control) if control.is_box && control.in_content => {
                let is_first = !std::mem::replace(&mut control.is_told, true);
                is_first.then(|| box_sign(control.is_ticked))
            }
            _ => Some(words),
        }
    }
}
