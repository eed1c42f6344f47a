//! The form of a body. Does not know its seats and rules.

use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::parts::{line_field, words_of};
use crate::app::form::{About, After, FieldProblem, Form};
use crate::app::step::Step;
use crate::domain::body::{Body, ClauseLetters, Numbering};
use crate::domain::term::TermOfOffice;
use crate::office::command::Command;
use crate::office::query::Query;

const NUMBERINGS: [Numbering; 2] = [Numbering::Yearly, Numbering::Continuous];
/// The letterings of clauses, each with its word.
const LETTERS: [(ClauseLetters, &str); 3] = [
    (ClauseLetters::Abjad, "letters-abjad"),
    (ClauseLetters::Alphabet, "letters-alphabet"),
    (ClauseLetters::Numbers, "letters-numbers"),
];

/// A body.
#[derive(Clone, Debug)]
struct BodyForm {
    /// As it was read; none of a new one.
    before: Option<Box<Body>>,
    /// What the fields do not show of it.
    base: Body,
}

impl About for BodyForm {
    fn title(&self) -> &'static str {
        "form-body"
    }

    fn draft_key(&self) -> String {
        format!("body/{}", self.base.id)
    }

    fn after(&self) -> After {
        After::Ask(vec![Query::Bodies])
    }

    fn read(&self, _context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let lines = form
            .written("terms")
            .lines()
            .filter(|line| !line.trim().is_empty());
        let terms: Option<Vec<TermOfOffice>> = lines.map(TermOfOffice::read).collect();
        let mut terms = terms.ok_or(FieldProblem::at("terms", "problem-term"))?;
        terms.sort_by_key(|term| term.from);
        let after = Body {
            terms,
            name: words_of(form, "name")?,
            short_name: form.some("short-name"),
            place: form.some("place"),
            chair_post: form.some("chair"),
            secretary_post: form.some("secretary"),
            numbering: NUMBERINGS
                .get(form.chosen("numbering"))
                .copied()
                .unwrap_or_default(),
            letters: LETTERS
                .get(form.chosen("letters"))
                .map(|(letters, _)| *letters)
                .unwrap_or_default(),
            ..self.base.clone()
        };
        Ok(Command::RecordBody {
            before: self.before.as_deref().cloned(),
            after,
        })
    }
}

/// Opens the form of a new body.
pub(in crate::app) fn new_body(context: &Context) -> Vec<Step> {
    open_body(context, None, Body::default())
}

/// Opens the form of a body that there is.
pub(in crate::app) fn edit_body(context: &Context, body: Body) -> Vec<Step> {
    open_body(context, Some(Box::new(body.clone())), body)
}

fn letters_field(context: &Context, letters: ClauseLetters) -> Field {
    let options = LETTERS.map(|(_, word)| context.words.say(word)).to_vec();
    let at = LETTERS.iter().position(|(one, _)| *one == letters).unwrap_or(0);
    Field::choice("letters", "field-letters", options, at)
}

fn open_body(context: &Context, before: Option<Box<Body>>, body: Body) -> Vec<Step> {
    let numberings = ["numbering-yearly", "numbering-continuous"]
        .map(|id| context.words.say(id))
        .to_vec();
    let numbering = NUMBERINGS
        .iter()
        .position(|numbering| *numbering == body.numbering)
        .unwrap_or(0);
    let terms: Vec<String> = body
        .terms
        .iter()
        .map(|term| term.written(|day| context.words.day(day)))
        .collect();
    let fields = vec![
        Field::line("name", "field-name", &body.name),
        line_field("short-name", "field-short-name", &body.short_name),
        line_field("place", "field-province", &body.place),
        line_field("chair", "field-chair-post", &body.chair_post),
        line_field("secretary", "field-secretary-post", &body.secretary_post),
        Field::choice("numbering", "field-numbering", numberings, numbering),
        letters_field(context, body.letters),
        Field::text("terms", "field-terms", &terms.join("\n")).hinted("hint-terms"),
    ];
    let about = BodyForm { before, base: body };
    vec![Step::form(Form::new(about, fields))]
}
