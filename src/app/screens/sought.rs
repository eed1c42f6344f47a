//! What is looked for, marked where it stands in a record. Does not know how it is looked for.

use crate::app::books::Books;
use crate::app::context::Context;
use crate::domain::resolution::Responsible;
use crate::search::{Filter, TextPart};
use crate::ui::Piece;
use std::ops::Range;

/// A piece of stored text with what is looked for marked.
pub(super) fn piece(context: &Context, text: &str, part: TextPart) -> Piece {
    let found = context.sought.map(|filter| filter.marks(text, part));
    Piece::stored(text).found(found.unwrap_or_default())
}

/// A responsible organisation, marked where it is looked for.
pub(super) fn name(context: &Context, who: &Responsible) -> Piece {
    let found = context.sought.map(|filter| marks_of(context.books, filter, who));
    Piece::stored(who.written.clone()).found(found.unwrap_or_default())
}

/// Where a responsible organisation is marked: where the words stand in its name as written; all of it where another of
/// its names was meant.
pub(super) fn marks_of(books: &Books, filter: &Filter, who: &Responsible) -> Vec<Range<usize>> {
    match other_name(books, filter, who) {
        Some(_) => std::iter::once(0..who.written.len()).collect(),
        None => filter.marks(&who.written, TextPart::Responsible),
    }
}

/// The other name of a responsible organisation that was meant, where the one that is written has none of the words.
pub(super) fn other_name<'b>(books: &'b Books, filter: &Filter, who: &Responsible) -> Option<&'b str> {
    let id = who.organisation.as_ref()?;
    if !filter.marks(&who.written, TextPart::Responsible).is_empty() {
        return None;
    }
    let all = books.organisations.iter().flat_map(|all| &all.rows);
    let mut names = all.filter(|one| one.id == *id).flat_map(|one| one.names());
    names.find(|name| filter.asks_for(name))
}
