//! The pop-up as the machine has it: opened, typed into, answered, and what is chosen in it done. Does not know how it is
//! searched or painted.

use crate::app::address::Screen;
use crate::app::machine::offered;
use crate::app::palette::{Palette, PalettePressed, What, commands as command_rows};
use crate::app::step::{Duplicate, Purpose, Step, To};
use crate::app::{Effect, Model, find, lookup, press, screens};
use crate::office::query::ResolutionRow;
use crate::ui::Key;

/// Opens the pop-up with every command that holds where one is.
pub(in crate::app) fn commands(model: &mut Model) -> Vec<Effect> {
    // Forms keep their words; from there one goes nowhere.
    let goes = model.form().is_none() && model.settings.is_none();
    let is_offered = |act| offered::is_offered(model, act);
    let all = command_rows(&model.context(), offered::help_place(model), goes, is_offered);
    open(model, Palette::of_commands(all))
}

/// Opens the pop-up with the last sessions and the most pressing resolutions.
pub(in crate::app) fn jump(model: &mut Model) -> Vec<Effect> {
    let seats = screens::seat_texts(&model.context());
    let mut effects = open(model, Palette::of_things(Purpose::Go, None, &seats));
    let rest = screens::all_sessions(&model.context());
    effects.extend(model.obey(rest));
    effects
}

/// Opens the pop-up with the most pressing resolutions, to choose one of them.
pub(in crate::app) fn pick(model: &mut Model, purpose: Purpose) -> Vec<Effect> {
    let written = model.form().and_then(|form| form.about.resolution());
    let apart = written.map(|written| written.id.clone());
    let sessions = matches!(purpose, Purpose::Take(Duplicate::Session(_)));
    let mut effects = open(model, Palette::of_things(purpose, apart, &[]));
    if sessions {
        let rest = screens::all_sessions(&model.context());
        effects.extend(model.obey(rest));
    }
    effects
}

fn open(model: &mut Model, palette: Palette) -> Vec<Effect> {
    model.palette = Some(palette);
    search(model)
}

/// Finds anew what has the typed words.
fn search(model: &mut Model) -> Vec<Effect> {
    let asked = model.with_palette(|palette, context| palette.find(context));
    asked.flatten().map(Effect::Ask).into_iter().collect()
}

/// Fills the list with what is at hand now.
pub(in crate::app) fn fill(model: &mut Model) {
    model.with_palette(|palette, context| palette.fill(context));
}

/// Resolutions were found for these words; when others were typed meanwhile, these are asked for now.
pub(in crate::app) fn answered(
    model: &mut Model,
    any_of: &[String],
    rows: Vec<ResolutionRow>,
) -> Vec<Effect> {
    let Some(palette) = &mut model.palette else {
        return Vec::new();
    };
    if !palette.takes(any_of, rows) {
        return Vec::new();
    }
    if palette.is_overtaken(any_of) {
        return search(model);
    }
    let enters = palette.entered_before();
    fill(model);
    if enters { take(model) } else { Vec::new() }
}

/// Takes a key.
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    match model.with_palette(|palette, context| palette.press(context, key)) {
        Some(PalettePressed::Typed) => search(model),
        Some(PalettePressed::Entered) => take(model),
        Some(PalettePressed::Closed) => {
            model.palette = None;
            Vec::new()
        }
        Some(PalettePressed::Moved) | None => Vec::new(),
    }
}

/// Moves what the list shows by so many rows.
pub(in crate::app) fn scroll(model: &mut Model, rows: isize) {
    model.with_palette(|palette, context| palette.scroll(context, rows));
}

/// Selects a row and takes it.
pub(in crate::app) fn take_row(model: &mut Model, row: usize) -> Vec<Effect> {
    model.with_palette(|palette, _| palette.select(row));
    take(model)
}

/// Takes pasted text.
pub(in crate::app) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    model.with_palette(|palette, _| palette.paste(text));
    search(model)
}

/// Closes the pop-up and does what the selected row says.
fn take(model: &mut Model) -> Vec<Effect> {
    let Some(what) = model.palette.as_mut().and_then(Palette::chosen) else {
        return Vec::new();
    };
    let palette = model.palette.take();
    match what {
        What::Command(binding) => press::perform_binding(model, binding),
        What::Removal(removal) => model.obey(vec![Step::AskRemoval(removal)]),
        What::Resolution(id) => match palette.and_then(|palette| palette.picked(&id)) {
            Some((purpose, row)) => picked(model, &purpose, &row),
            None => model.go_to(Screen::Resolution(id)),
        },
        thing => go_to(model, thing),
    }
}

/// Does with a resolution what it was chosen for.
fn picked(model: &mut Model, purpose: &Purpose, row: &ResolutionRow) -> Vec<Effect> {
    match purpose {
        Purpose::Go | Purpose::Take(_) => Vec::new(),
        Purpose::Follow => model.obey(vec![Step::Follow(Box::new(row.clone()))]),
        Purpose::CopyInto(session) => {
            let steps = screens::copy_into(&model.context(), row, session);
            model.obey(steps)
        }
    }
}

/// Goes where a row leads. Escape comes back from there.
fn go_to(model: &mut Model, what: What) -> Vec<Effect> {
    match what {
        What::Command(_) | What::Removal(_) => Vec::new(),
        What::Session(id) => model.go_to(Screen::Session(id)),
        What::Filter(filter) => lookup::open(model, &filter),
        What::Resolution(id) => model.go_to(Screen::Resolution(id)),
        What::Seat(at) => {
            model.spots.members.begin();
            find::filter_members(model);
            model.spots.members.spot_mut().list.selected = at;
            model.go_to(Screen::Members)
        }
        What::Organisation(name) => {
            // The name is a phrase: what would end one is no letter of it.
            let name = name.replace(['"', '«', '»', '“', '”'], " ");
            let filter = format!("مسئول:\"{}\"", name.trim());
            model.obey(vec![Step::Open(To::Narrowed(filter))])
        }
    }
}
