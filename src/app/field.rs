//! The fields of a form: what each takes, and the names of organisations that are offered. Does not know which form
//! it is in.

use super::books::Books;
use super::voices;
use crate::domain::resolution::Responsible;
use crate::text::{EditBuffer, fold};
use crate::ui::{Code, Key, press_editor};
use crate::words::Words;
use std::collections::BTreeMap;

/// What stands in the fields, by their names: the text of a draft.
pub(super) type Values = BTreeMap<String, String>;

/// One field.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    /// Its name in drafts.
    pub name: &'static str,
    /// The word id of its label.
    pub label: &'static str,
    /// The word id of what may be written, said while it has the focus.
    pub hint: Option<&'static str>,
    /// The clause that it is about, by its letter; none of one that is always there.
    pub letter: Option<String>,
    pub input: FieldInput,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FieldInput {
    /// One line.
    Line(EditBuffer),
    /// Paragraphs.
    Text(EditBuffer),
    /// One of these words.
    Choice { options: Vec<String>, at: usize },
    /// The name of a speaker, and which of the offered ones is chosen.
    Speaker { typed: EditBuffer, at: usize },
    /// The name of who answered; offered are those who were asked, then the organisations.
    Answerer {
        asked: Vec<String>,
        typed: EditBuffer,
        at: usize,
    },
    /// Organisations, the lead first, and the name being typed.
    Names {
        chosen: Vec<Responsible>,
        typed: EditBuffer,
        at: usize,
    },
}

impl FieldInput {
    /// For who answered, of those who were asked.
    pub fn answerer(text: &str, asked: Vec<String>) -> FieldInput {
        FieldInput::Answerer {
            at: asked.iter().position(|name| name == text).unwrap_or(0),
            asked,
            typed: EditBuffer::single_line(text),
        }
    }
}

impl Field {
    pub fn line(name: &'static str, label: &'static str, text: &str) -> Field {
        Field {
            name,
            label,
            hint: None,
            letter: None,
            input: FieldInput::Line(EditBuffer::single_line(text)),
        }
    }

    pub fn text(name: &'static str, label: &'static str, text: &str) -> Field {
        Field {
            name,
            label,
            hint: None,
            letter: None,
            input: FieldInput::Text(EditBuffer::new(text)),
        }
    }

    pub fn speaker(name: &'static str, label: &'static str, text: &str) -> Field {
        let input = FieldInput::Speaker {
            typed: EditBuffer::single_line(text),
            at: 0,
        };
        Field {
            name,
            label,
            hint: Some("hint-speaker"),
            letter: None,
            input,
        }
    }

    pub fn choice(name: &'static str, label: &'static str, options: Vec<String>, at: usize) -> Field {
        Field {
            name,
            label,
            hint: Some("hint-choice"),
            letter: None,
            input: FieldInput::Choice { options, at },
        }
    }

    pub fn names(name: &'static str, label: &'static str, chosen: Vec<Responsible>) -> Field {
        let input = FieldInput::Names {
            chosen,
            typed: EditBuffer::single_line(""),
            at: 0,
        };
        Field {
            name,
            label,
            hint: Some("hint-names"),
            letter: None,
            input,
        }
    }

    pub fn hinted(self, hint: &'static str) -> Field {
        Field {
            hint: Some(hint),
            ..self
        }
    }

    /// The same field, about a clause.
    pub fn of_clause(self, letter: &str) -> Field {
        Field {
            letter: Some(letter.to_owned()),
            ..self
        }
    }

    /// Its label.
    pub fn said(&self, words: &Words) -> String {
        match &self.letter {
            Some(letter) => words.say_with(self.label, &[("letter", letter.as_str().into())]),
            None => words.say(self.label),
        }
    }

    /// The buffer that is typed into, where there is one.
    pub fn buffer(&self) -> Option<&EditBuffer> {
        match &self.input {
            FieldInput::Line(buffer)
            | FieldInput::Text(buffer)
            | FieldInput::Speaker { typed: buffer, .. }
            | FieldInput::Answerer { typed: buffer, .. }
            | FieldInput::Names { typed: buffer, .. } => Some(buffer),
            FieldInput::Choice { .. } => None,
        }
    }

    pub fn buffer_mut(&mut self) -> Option<&mut EditBuffer> {
        match &mut self.input {
            FieldInput::Line(buffer)
            | FieldInput::Text(buffer)
            | FieldInput::Speaker { typed: buffer, .. }
            | FieldInput::Answerer { typed: buffer, .. }
            | FieldInput::Names { typed: buffer, .. } => Some(buffer),
            FieldInput::Choice { .. } => None,
        }
    }

    fn value(&self) -> String {
        match &self.input {
            FieldInput::Line(buffer)
            | FieldInput::Text(buffer)
            | FieldInput::Speaker { typed: buffer, .. }
            | FieldInput::Answerer { typed: buffer, .. } => buffer.text().to_owned(),
            FieldInput::Choice { at, .. } => at.to_string(),
            FieldInput::Names { chosen, typed, .. } => {
                let names = chosen
                    .iter()
                    .map(|who| who.written.as_str())
                    .chain([typed.text()]);
                names
                    .filter(|name| !name.is_empty())
                    .collect::<Vec<_>>()
                    .join("\n")
            }
        }
    }

    pub fn set_value(&mut self, value: &str) {
        match &mut self.input {
            FieldInput::Line(buffer)
            | FieldInput::Text(buffer)
            | FieldInput::Speaker { typed: buffer, .. }
            | FieldInput::Answerer { typed: buffer, .. } => *buffer = anew(buffer, value),
            FieldInput::Choice { options, at } => {
                *at = value.parse().unwrap_or(0).min(options.len().saturating_sub(1))
            }
            FieldInput::Names { chosen, .. } => {
                let known = std::mem::take(chosen);
                let named = |written: &str| known.iter().find(|who| who.written == written).cloned();
                let fresh = |written: &str| Responsible {
                    written: written.to_owned(),
                    organisation: None,
                };
                *chosen = value
                    .lines()
                    .map(|name| named(name).unwrap_or_else(|| fresh(name)))
                    .collect();
            }
        }
    }
}

/// A buffer of another text that works as this one does.
fn anew(buffer: &EditBuffer, text: &str) -> EditBuffer {
    let mut fresh = if buffer.is_single_line() {
        EditBuffer::single_line(text)
    } else {
        EditBuffer::new(text)
    };
    (fresh.helps, fresh.arrows) = (buffer.helps, buffer.arrows);
    fresh
}

/// What stands in these fields; what is about a clause is kept with what is known of all of them.
pub(super) fn values_of(fields: &[Field]) -> Values {
    fields
        .iter()
        .filter(|field| field.letter.is_none())
        .map(|field| (field.name.to_owned(), field.value()))
        .collect()
}

/// Whether a draft says what stands in these fields.
pub(super) fn says(fields: &[Field], draft: &str) -> bool {
    // What is recorded has no blanks around it.
    let is_field = |name: &String| fields.iter().any(|field| field.name == name);
    let trimmed = |values: Values| {
        values
            .into_iter()
            .filter(|(name, _)| is_field(name))
            .map(|(name, value)| (name, value.trim().to_owned()))
            .collect()
    };
    let same = |draft: Values| Values::eq(&trimmed(draft), &trimmed(values_of(fields)));
    serde_json::from_str::<Values>(draft).is_ok_and(same)
}

/// The option that a key goes to from the one at `at`; none for keys that mean something else.
pub(super) fn choose(count: usize, at: usize, key: Key, left_is_onward: bool) -> Option<usize> {
    let onward = if left_is_onward { Code::Left } else { Code::Right };
    match key.as_command().code {
        Code::Char(' ') => Some((at + 1) % count.max(1)),
        code if code == onward => Some((at + 1) % count.max(1)),
        Code::Left | Code::Right => Some((at + count.max(1) - 1) % count.max(1)),
        Code::Char(digit) => (digit.to_digit(10)? as usize)
            .checked_sub(1)
            .filter(|at| *at < count),
        _ => None,
    }
}

/// At most so many organisations are offered.
pub(super) const OFFERS_MAX: usize = 5;

/// The names that are offered for what is typed: organisations that have it in a name or alias, then what is typed
/// as it stands.
pub(super) fn offers(books: &Books, typed: &str) -> Vec<Responsible> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let organisations = books.organisations.as_ref();
    let found = organisations
        .map(|all| all.matching(typed, OFFERS_MAX))
        .unwrap_or_default();
    let known = found.into_iter().map(|organisation| Responsible {
        written: organisation.name.clone(),
        organisation: Some(organisation.id.clone()),
    });
    let meant = organisations.and_then(|all| all.named(typed));
    let mut offers: Vec<Responsible> = known.collect();
    // A slip has none of the letters together: what it is near to is offered first.
    if offers.is_empty() && meant.is_none() {
        offers.extend(organisations.and_then(|all| all.near(typed)));
    }
    if offers.iter().all(|offer| offer.written != typed) {
        offers.push(Responsible {
            written: typed.to_owned(),
            organisation: meant,
        });
    }
    offers
}

/// The names that are offered for who answered: those who were asked, where one of them or nothing stands there; else
/// what has the letters in a name or alias, and behind it what is typed as it stands.
pub(super) fn answerers(books: &Books, asked: &[String], typed: &str) -> Vec<voices::SpeakerOffer> {
    let typed = typed.trim();
    let known = |written: String| voices::SpeakerOffer {
        written,
        seat: None,
        known: true,
    };
    if typed.is_empty() || asked.iter().any(|name| name == typed) {
        // One alone stands there already.
        let is_choice = asked.len() > 1 || typed.is_empty();
        let names = asked.iter().take(OFFERS_MAX).filter(|_| is_choice);
        return names.cloned().map(known).collect();
    }
    let wanted = fold(typed);
    let of_asked = asked.iter().filter(|name| fold(name).contains(&wanted));
    let mut offers: Vec<voices::SpeakerOffer> = of_asked.cloned().map(known).collect();
    let found = books
        .organisations
        .as_ref()
        .map(|all| all.matching(typed, OFFERS_MAX));
    for one in found.into_iter().flatten() {
        if offers.iter().all(|offer| offer.written != one.name) {
            offers.push(known(one.name.clone()));
        }
    }
    offers.truncate(OFFERS_MAX);
    if !offers.is_empty() && offers.iter().all(|offer| offer.written != typed) {
        offers.push(voices::SpeakerOffer {
            written: typed.to_owned(),
            seat: None,
            known: false,
        });
    }
    offers
}

/// A key in a list of names; returns whether it meant something there.
pub(super) fn press_names(
    chosen: &mut Vec<Responsible>,
    typed: &mut EditBuffer,
    at: &mut usize,
    books: &Books,
    key: Key,
) -> bool {
    let offers = offers(books, typed.text());
    match key.code {
        Code::Enter if !offers.is_empty() => {
            let taken = offers.get(*at).or(offers.first()).cloned();
            chosen.extend(taken.filter(|taken| chosen.iter().all(|who| who.written != taken.written)));
            *typed = anew(typed, "");
            *at = 0;
        }
        Code::Up if *at > 0 => *at -= 1,
        Code::Down if *at + 1 < offers.len() => *at += 1,
        Code::Backspace if typed.text().is_empty() && !chosen.is_empty() => {
            chosen.pop();
        }
        _ => {
            let outcome = press_editor(typed, key);
            if outcome.changed {
                *at = 0;
            }
            return outcome.changed || outcome.moved;
        }
    }
    true
}
