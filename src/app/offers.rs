//! A filter while it is typed: what is offered next, where it is wrong. Does not know what a filter selects.

use super::context::Context;
use super::dialog::Dialog;
use super::step::Step;
use crate::search::{Completion, FilterError, KnownValues, complete};
use crate::text::fold;
use crate::words::Lang;
use std::ops::Range;

/// At most so many kept filters are offered.
const KEPT_MAX: usize = 5;

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
pub(super) fn offers(context: &Context, text: &str, caret_byte: usize) -> Offers {
    let wanted = fold(text);
    let kept = context.setup.settings.filters.iter();
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
    let Completion { range_byte, offers } = complete(text, caret_byte, &known(context));
    let all = offers.into_iter().map(|offer| (offer.clone(), offer)).collect();
    Offers { range_byte, all }
}

/// The values that are known.
fn known(context: &Context) -> KnownValues {
    let organisations = context.books.organisations.iter().flat_map(|all| &all.rows);
    let bodies = context.books.bodies.iter().flatten().map(|(body, _)| body);
    let sessions = context.books.sessions.as_ref();
    KnownValues {
        organisations: organisations
            .map(|one| (one.name.clone(), one.aliases.clone()))
            .collect(),
        bodies: bodies
            .map(|body| (body.brief().to_owned(), vec![body.name.clone()]))
            .collect(),
        years: sessions.map(|all| all.years.clone()).unwrap_or_default(),
        english: context.words.lang() == Lang::En,
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

/// What is offered, the chosen one first, in one sentence for a row at the foot.
pub(super) fn offers_said(context: &Context, text: &str, chosen: usize) -> Option<String> {
    let offers = offers(context, text, text.len());
    let first = chosen % offers.len().max(1);
    let shown = offers.shown().skip(first).chain(offers.shown().take(first));
    let shown: Vec<String> = shown.map(crate::text::isolate).collect();
    let label = context.words.say("offers-label");
    (!shown.is_empty()).then(|| format!("{label} {}", shown.join(" · ")))
}

/// Asks before the chosen one of the kept filters is forgotten; nothing where none is kept.
pub(super) fn ask_forget(context: &Context, chosen: usize) -> Vec<Step> {
    let settings = &context.setup.settings;
    let names: Vec<&String> = settings.filters.keys().take(KEPT_MAX).collect();
    let Some(name) = chosen.checked_rem(names.len()).map(|at| names[at].clone()) else {
        return Vec::new();
    };
    let mut without = settings.clone();
    without.filters.remove(&name);
    let text = context.words.say_with("forget-filter", &[("name", name.into())]);
    let yes = vec![Step::Settings(Box::new(without))];
    vec![Step::Question(Dialog::before_removing(context.words, text, yes))]
}
