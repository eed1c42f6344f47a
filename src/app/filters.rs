//! The name under which a person keeps a filter, while it is typed. Does not know what a filter selects.

use super::{Effect, Model, lookup};
use crate::text::{EditBuffer, EditCommand};
use crate::ui::{Area, Canvas, Code, Key, Origin, Role, boxed, paint_editor, press_editor};

/// Longest name of a filter, in characters.
const NAME_MAX: usize = 60;
const COLUMNS: u16 = 60;

/// The name of a filter while it is typed.
pub(super) struct Naming {
    typed: EditBuffer,
    filter: String,
}

/// Asks for the name under which a filter is kept; one that selects everything is none.
pub(super) fn ask_name(model: &mut Model, filter: String) -> Vec<Effect> {
    if filter.trim().is_empty() {
        model.say(model.words.say("filter-is-empty"), Role::Warn);
        return Vec::new();
    }
    model.naming = Some(Naming {
        typed: EditBuffer::single_line(""),
        filter,
    });
    Vec::new()
}

/// Takes a key while the name is typed.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(naming) = &mut model.naming else {
        return Vec::new();
    };
    match key.code {
        Code::Escape => model.naming = None,
        Code::Enter => return keep(model),
        _ if key.typed().is_some() && naming.typed.text().chars().count() >= NAME_MAX => {}
        _ => {
            press_editor(&mut naming.typed, key);
        }
    }
    Vec::new()
}

/// Takes pasted text while the name is typed.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if let Some(naming) = &mut model.naming {
        let room = NAME_MAX.saturating_sub(naming.typed.text().chars().count());
        let text = text.chars().take(room).collect();
        naming.typed.apply(EditCommand::Paste(text));
    }
    Vec::new()
}

/// Keeps the filter under the name that is typed, in the place of another one of that name.
fn keep(model: &mut Model) -> Vec<Effect> {
    let Some(naming) = &model.naming else {
        return Vec::new();
    };
    let name = naming.typed.text().trim().to_owned();
    if name.is_empty() {
        return Vec::new();
    }
    let mut settings = model.setup.settings.clone();
    settings.filters.insert(name, naming.filter.clone());
    model.naming = None;
    model.put_on(settings.clone());
    vec![Effect::SaveSettings(Box::new(settings))]
}

/// Takes a kept filter: it is looked up.
pub(super) fn look_up(model: &mut Model, filter: &str) -> Vec<Effect> {
    lookup::open(model, filter)
}

/// Paints the box in which the name is typed.
pub(super) fn paint(model: &Model, canvas: &mut Canvas) {
    let Some(naming) = &model.naming else { return };
    let columns = COLUMNS.min(canvas.area().columns.saturating_sub(6));
    let inside = boxed(canvas, columns, 3, &model.words.say("filter-name-title"));
    let label = model.words.say("filter-name");
    let strong = canvas.style(Role::Strong);
    let start =
        inside.column + 1 + canvas.text(inside.column, inside.row, columns, &label, Origin::Ours, strong);
    let room = (inside.column + inside.columns).saturating_sub(start);
    paint_editor(canvas, Area::new(start, inside.row, room, 1), &naming.typed, true);
    let faint = canvas.style(Role::Faint);
    let below = inside.row + 2;
    canvas.text(
        inside.column,
        below,
        inside.columns,
        &naming.filter,
        Origin::Stored,
        faint,
    );
}
