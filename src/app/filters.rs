//! A few words while they are typed in a box: the name of a filter, a text of the settings of documents, the file that
//! minutes come from, what something in them means. Does not know what becomes of them.

use super::settings::DocumentText;
use crate::text::{EditBuffer, EditCommand};
use crate::ui::{Area, Canvas, Code, Key, Origin, Role, boxed, paint_editor, press_editor};
use crate::words::Words;

/// Longest name of a filter, in characters.
const NAME_MAX: usize = 60;
const COLUMNS: u16 = 60;

/// Longest path or name of a font, in characters.
const TEXT_MAX: usize = 1000;

/// The name of a filter or a text of the settings while it is typed.
pub(super) struct Naming {
    typed: EditBuffer,
    what: NamedThing,
}

/// What is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NamedThing {
    /// This filter.
    Filter(String),
    /// A text of the settings of documents; without letters it is not set any more.
    Document(DocumentText),
    /// The file that minutes come from.
    Minutes,
    /// What something in minutes means.
    Meaning,
}

/// What a key did while it is typed.
pub(super) enum Named {
    /// It is typed on.
    Stay,
    /// No name is wanted.
    Close,
    /// The thing has this name.
    Keep(String, NamedThing),
}

impl Naming {
    /// Before anything is typed; none for a filter that selects everything.
    pub fn new(filter: String) -> Option<Naming> {
        let typed = EditBuffer::single_line("");
        let what = NamedThing::Filter(filter.clone());
        (!filter.trim().is_empty()).then_some(Naming { typed, what })
    }

    /// Before anything is typed over a text of the settings that holds.
    pub fn of_document(text: DocumentText, holds: &str) -> Naming {
        Naming::of_words(NamedThing::Document(text), holds)
    }

    /// Before the file that minutes come from is typed.
    pub fn of_minutes() -> Naming {
        Naming::of_words(NamedThing::Minutes, "")
    }

    /// Before anything is typed over these words.
    pub fn of_words(what: NamedThing, words: &str) -> Naming {
        let mut typed = EditBuffer::single_line(words);
        // The first letter takes its place; an arrow goes on in it.
        typed.apply(EditCommand::SelectAll);
        Naming { typed, what }
    }

    /// Whether the file is typed that minutes come from: pasted minutes are taken in its place.
    pub fn is_of_minutes(&self) -> bool {
        self.what == NamedThing::Minutes
    }

    fn longest(&self) -> usize {
        match self.what {
            NamedThing::Filter(_) => NAME_MAX,
            NamedThing::Document(_) | NamedThing::Minutes | NamedThing::Meaning => TEXT_MAX,
        }
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Named {
        match key.code {
            Code::Escape => return Named::Close,
            Code::Enter => {
                let name = self.typed.text().trim();
                if !name.is_empty() || matches!(self.what, NamedThing::Document(_)) {
                    return Named::Keep(name.to_owned(), self.what.clone());
                }
            }
            _ if key.typed().is_some() && self.typed.text().chars().count() >= self.longest() => {}
            _ => {
                press_editor(&mut self.typed, key);
            }
        }
        Named::Stay
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        let room = self.longest().saturating_sub(self.typed.text().chars().count());
        let text = text.chars().take(room).collect();
        self.typed.apply(EditCommand::Paste(text));
    }
}

/// Paints the box in which the name is typed.
pub(super) fn paint(words: &Words, naming: &Naming, canvas: &mut Canvas) {
    let columns = COLUMNS.min(canvas.area().columns.saturating_sub(6));
    let (title, label, below) = match &naming.what {
        NamedThing::Filter(filter) => ("filter-name-title", "filter-name", filter.clone()),
        NamedThing::Document(text) => (text.word(), "folder-label", words.say("folder-hint")),
        NamedThing::Minutes => (
            "intake-file-title",
            "intake-file-label",
            words.say("intake-file-hint"),
        ),
        NamedThing::Meaning => (
            "intake-words-title",
            "intake-words-label",
            words.say("intake-words-hint"),
        ),
    };
    let inside = boxed(canvas, columns, 3, &words.say(title));
    let label = words.say(label);
    let strong = canvas.style(Role::Strong);
    let start =
        inside.column + 1 + canvas.text(inside.column, inside.row, columns, &label, Origin::Ours, strong);
    let room = (inside.column + inside.columns).saturating_sub(start);
    paint_editor(canvas, Area::new(start, inside.row, room, 1), &naming.typed, true);
    let faint = canvas.style(Role::Faint);
    let row = inside.row + 2;
    canvas.text(inside.column, row, inside.columns, &below, Origin::Stored, faint);
}
