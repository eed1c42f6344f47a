//! The name under which a person keeps a filter, while it is typed. Does not know what a filter selects.

use crate::text::{EditBuffer, EditCommand};
use crate::ui::{Area, Canvas, Code, Key, Origin, Role, boxed, paint_editor, press_editor};
use crate::words::Words;

/// Longest name of a filter, in characters.
const NAME_MAX: usize = 60;
const COLUMNS: u16 = 60;

/// The name of a filter while it is typed.
pub(super) struct Naming {
    typed: EditBuffer,
    filter: String,
}

/// What a key did while it is typed.
pub(super) enum Named {
    /// It is typed on.
    Stay,
    /// No name is wanted.
    Close,
    /// The filter is kept under this name.
    Keep(String, String),
}

impl Naming {
    /// Before anything is typed; none for a filter that selects everything.
    pub fn new(filter: String) -> Option<Naming> {
        let typed = EditBuffer::single_line("");
        (!filter.trim().is_empty()).then_some(Naming { typed, filter })
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Named {
        match key.code {
            Code::Escape => return Named::Close,
            Code::Enter => {
                let name = self.typed.text().trim();
                if !name.is_empty() {
                    return Named::Keep(name.to_owned(), self.filter.clone());
                }
            }
            _ if key.typed().is_some() && self.typed.text().chars().count() >= NAME_MAX => {}
            _ => {
                press_editor(&mut self.typed, key);
            }
        }
        Named::Stay
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        let room = NAME_MAX.saturating_sub(self.typed.text().chars().count());
        let text = text.chars().take(room).collect();
        self.typed.apply(EditCommand::Paste(text));
    }
}

/// Paints the box in which the name is typed.
pub(super) fn paint(words: &Words, naming: &Naming, canvas: &mut Canvas) {
    let columns = COLUMNS.min(canvas.area().columns.saturating_sub(6));
    let inside = boxed(canvas, columns, 3, &words.say("filter-name-title"));
    let label = words.say("filter-name");
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
