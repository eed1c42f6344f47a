//! Filters while they are typed: what is offered next, where they are wrong, and those that a person keeps under a name.
//! Does not know what a filter selects.

use super::dialog::Dialog;
use super::step::Step;
use super::{Effect, Model, screens};
use crate::domain::resolution::Responsible;
use crate::search::{Completion, Filter, FilterError, Known, TextPart, complete};
use crate::text::{EditBuffer, EditCommand, fold};
use crate::ui::{Area, Canvas, Code, Key, Origin, Role, boxed, paint_editor, press_editor};
use crate::words::Lang;
use std::ops::Range;

/// Longest name of a filter, in characters.
const NAME_MAX: usize = 60;
/// At most so many kept filters are offered.
const KEPT_MAX: usize = 5;
const COLUMNS: u16 = 60;

/// What is offered, and what it stands in the place of.
#[derive(Default)]
pub(super) struct Offers {
    pub range_byte: Range<usize>,
    /// For each what is shown, and what is put in.
    all: Vec<(String, String)>,
}

impl Offers {
    /// How many.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// What each is shown as.
    pub fn shown(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|(shown, _)| shown.as_str())
    }

    /// What is put in for the chosen one.
    pub fn put(&self, chosen: usize) -> Option<&str> {
        let at = chosen.checked_rem(self.all.len())?;
        self.all.get(at).map(|(_, put)| put.as_str())
    }
}

/// What may stand at the caret: names of fields and their values; in the place of all that is typed, the kept filters
/// whose name begins so.
pub(super) fn offers(model: &Model, text: &str, caret_byte: usize) -> Offers {
    let wanted = fold(text);
    let kept = model.setup.settings.filters.iter();
    let kept: Vec<(String, String)> = kept
        .filter(|(name, filter)| fold(name).starts_with(&wanted) && *filter != text)
        .map(|(name, filter)| (format!("«{name}»"), filter.clone()))
        .take(KEPT_MAX)
        .collect();
    if !kept.is_empty() {
        let range_byte = 0..text.len();
        return Offers {
            range_byte,
            all: kept,
        };
    }
    let Completion { range_byte, offers } = complete(text, caret_byte, &known(model));
    let all = offers.into_iter().map(|offer| (offer.clone(), offer)).collect();
    Offers { range_byte, all }
}

/// The values that are known.
fn known(model: &Model) -> Known {
    let organisations = model.books.organisations.iter().flat_map(|all| &all.rows);
    let bodies = model.books.bodies.iter().flatten().map(|(body, _)| body);
    let sessions = model.books.sessions.as_ref();
    Known {
        organisations: organisations
            .map(|one| (one.name.clone(), one.aliases.clone()))
            .collect(),
        bodies: bodies
            .map(|body| (body.brief().to_owned(), vec![body.name.clone()]))
            .collect(),
        years: sessions.map(|all| all.years.clone()).unwrap_or_default(),
        english: model.words.lang() == Lang::En,
    }
}

/// The bytes of a filter that an error is about.
pub(super) fn wrong_bytes(text: &str, error: &FilterError) -> Range<usize> {
    let byte = |characters: usize| {
        let found = text.char_indices().nth(characters);
        found.map_or(text.len(), |(byte, _)| byte)
    };
    byte(error.position)..byte(error.position + error.part.chars().count())
}

/// Where a responsible organisation is marked: where the words stand in its name as written; all of it where another of
/// its names was meant.
pub(super) fn marks_of(model: &Model, filter: &Filter, who: &Responsible) -> Vec<Range<usize>> {
    match other_name(model, filter, who) {
        Some(_) => std::iter::once(0..who.written.len()).collect(),
        None => filter.marks(&who.written, TextPart::Responsible),
    }
}

/// The other name of a responsible organisation that was meant, where the one that is written has none of the words.
pub(super) fn other_name<'m>(model: &'m Model, filter: &Filter, who: &Responsible) -> Option<&'m str> {
    let id = who.organisation.as_ref()?;
    if !filter.marks(&who.written, TextPart::Responsible).is_empty() {
        return None;
    }
    let all = model.books.organisations.iter().flat_map(|all| &all.rows);
    let mut names = all.filter(|one| one.id == *id).flat_map(|one| one.names());
    names.find(|name| filter.asks_for(name))
}

/// What is offered, in one sentence, for a row at the foot.
pub(super) fn offers_said(model: &Model, text: &str) -> Option<String> {
    let offers = offers(model, text, text.len());
    let first = model.spots.offer % offers.len().max(1);
    let shown = offers.shown().skip(first).chain(offers.shown().take(first));
    let shown: Vec<String> = shown.map(crate::text::isolate).collect();
    let label = model.words.say("offers-label");
    (!shown.is_empty()).then(|| format!("{label} {}", shown.join(" · ")))
}

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

/// Asks before the chosen one of the kept filters is forgotten.
pub(super) fn ask_forget(model: &mut Model) -> Vec<Effect> {
    let names: Vec<&String> = model.setup.settings.filters.keys().take(KEPT_MAX).collect();
    let Some(at) = model.spots.offer.checked_rem(names.len()) else {
        return Vec::new();
    };
    let name = names[at].clone();
    let mut without = model.setup.settings.clone();
    without.filters.remove(&name);
    let text = model.words.say_with("forget-filter", &[("name", name.into())]);
    model.dialog = Some(Dialog::before_removing(
        &model.words,
        text,
        vec![Step::Settings(Box::new(without))],
    ));
    model.spots.offer = 0;
    Vec::new()
}

/// Takes a kept filter: it is looked up.
pub(super) fn look_up(model: &mut Model, filter: &str) -> Vec<Effect> {
    screens::open_lookup(model, filter)
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
