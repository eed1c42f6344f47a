//! The form of a body's rules in a span of time: quorum, legal clocks, limits of absence. Does not know what they are
//! good for.

use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::field::Field;
use crate::app::form::parts::{day_field, day_of, line_field, number_field, number_of, place};
use crate::app::form::{About, FieldProblem, Form};
use crate::app::step::Step;
use crate::domain::body::{Body, Quorum, Rules};
use crate::domain::vote::{Majority, Voters};
use crate::office::command::Command;
use crate::say;
use crate::text::digits::latin_digits;

/// Rules of a body.
#[derive(Clone, Debug)]
struct RulesForm {
    before: Body,
    /// Their place among the rules of the body; none are new ones.
    at: Option<usize>,
}

impl About for RulesForm {
    fn title(&self) -> &'static str {
        "form-rules"
    }

    fn draft_key(&self) -> String {
        format!("rules/{}/{}", self.before.id, place(self.at))
    }

    /// The body with its rules, by their first days; rules without any content go.
    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let rules = written(context, form, &self.beside(context))?;
        let nothing = Rules {
            from: rules.from,
            until: rules.until,
            source: rules.source.clone(),
            ..Rules::default()
        };
        let mut after = self.before.clone();
        match (self.at.filter(|at| *at < after.rules.len()), rules == nothing) {
            (Some(at), true) => drop(after.rules.remove(at)),
            (Some(at), false) => after.rules[at] = rules,
            (None, true) => return Err(FieldProblem::at("minutes", "problem-rules-empty")),
            (None, false) => after.rules.push(rules),
        }
        // Of those that hold on a day, the last one is in force.
        after.rules.sort_by_key(|rules| rules.from);
        Ok(Command::RecordBody {
            before: Some(self.before.clone()),
            after,
        })
    }
}

impl RulesForm {
    /// The rules whose layout and fee, which have no fields here, stay as they are: those that are changed, or for new
    /// ones those that they begin as.
    fn beside(&self, context: &Context) -> Rules {
        begun(context, &self.before, self.at)
    }
}

/// The rules as they stand in the fields, and beside them what has no field.
fn written(context: &Context, form: &Form, beside: &Rules) -> Result<Rules, FieldProblem> {
    let days = |field| day_of(context, form, field);
    let (from, until) = (days("from")?, days("until")?);
    if from.is_some() && until.is_some() && until < from {
        return Err(FieldProblem::at("until", "problem-until-before-from"));
    }
    Ok(Rules {
        from,
        until,
        source: form.some("source"),
        quorum: quorum(form)?,
        majority: majority(form)?,
        agenda_days_before: number_of(form, "agenda")?,
        minutes_within_days: number_of(form, "minutes")?,
        binding_after_days: number_of(form, "binding")?,
        absences_in_a_row: number_of(form, "row")?,
        absences_in_a_year: number_of(form, "year")?,
        layout: beside.layout.clone(),
        fee: beside.fee,
    })
}

/// Asks which rules of a body are to be changed, or goes on to new ones where it has none.
pub(in crate::app) fn choose_rules(context: &Context, body: &Body) -> Vec<Step> {
    let form = |at| vec![Step::form(of_rules(context, body, at))];
    let title = context
        .words
        .say_with("rules-title", &[("body", body.brief().into())]);
    choose_span(context, body, title, form)
}

/// Opens the form of the rules at a place of a body; none are new ones.
pub(in crate::app) fn rules_at(context: &Context, body: &Body, at: Option<usize>) -> Vec<Step> {
    vec![Step::form(of_rules(context, body, at))]
}

/// Asks which span of a body's rules is meant: one of those it has, by its place, or a new one; where it has none, a new
/// one is.
pub(in crate::app) fn choose_span(
    context: &Context,
    body: &Body,
    title: String,
    open: impl Fn(Option<usize>) -> Vec<Step>,
) -> Vec<Step> {
    if body.rules.is_empty() {
        return open(None);
    }
    let words = context.words;
    let known = body.rules.iter().enumerate();
    let known = known.map(|(at, rules)| (span(context, rules), open(Some(at))));
    let fresh = (words.say("rules-new"), open(None));
    let answers: Vec<_> = known.chain([fresh]).collect();
    vec![Step::Question(Dialog {
        title,
        text: words.say("rules-text"),
        at: answers.len().saturating_sub(2),
        answers,
        is_unforeseen: false,
    })]
}

/// From when to when rules hold.
pub(in crate::app) fn span(context: &Context, rules: &Rules) -> String {
    let words = context.words;
    let day = |day: Option<_>| day.map_or_else(|| words.say("rules-always"), |day| words.day(day));
    let args = [
        ("from", day(rules.from).into()),
        ("until", day(rules.until).into()),
    ];
    words.say_with("rules-span", &args)
}

/// The rules that a form opens with; none are new ones, which begin today as the last ones are.
fn begun(context: &Context, body: &Body, at: Option<usize>) -> Rules {
    let known = at.and_then(|at| body.rules.get(at)).cloned();
    let fresh = || Rules {
        from: Some(context.setup.today),
        until: None,
        source: None,
        ..body.rules.last().cloned().unwrap_or_default()
    };
    known.unwrap_or_else(fresh)
}

fn of_rules(context: &Context, body: &Body, at: Option<usize>) -> Form {
    let fields = fields(context, &begun(context, body, at));
    let about = RulesForm {
        before: body.clone(),
        at,
    };
    Form::new(about, fields)
}

fn fields(context: &Context, rules: &Rules) -> Vec<Field> {
    let kinds = [
        "quorum-none",
        "quorum-seats",
        "quorum-at-least",
        "quorum-more-than",
    ];
    let kinds = kinds.map(|id| context.words.say(id)).to_vec();
    let (kind, value) = match rules.quorum {
        None => (0, String::new()),
        Some(Quorum::Seats(number)) => (1, context.words.number(number)),
        Some(Quorum::AtLeast { of, parts }) => (2, part(context, of, parts)),
        Some(Quorum::MoreThan { of, parts }) => (3, part(context, of, parts)),
    };
    let number = |name, label, value| number_field(context, name, label, value);
    vec![
        day_field(context, "from", "field-rules-from", rules.from),
        day_field(context, "until", "field-rules-until", rules.until),
        line_field("source", "field-rules-source", &rules.source),
        Field::choice("quorum", "field-quorum", kinds, kind),
        Field::line("size", "field-quorum-value", &value).hinted("hint-quorum"),
        number("agenda", "field-agenda-days", rules.agenda_days_before),
        number("minutes", "field-minutes-days", rules.minutes_within_days),
        number("binding", "field-binding-days", rules.binding_after_days),
        number("row", "field-absences-in-a-row", rules.absences_in_a_row),
        number("year", "field-absences-in-a-year", rules.absences_in_a_year),
        majority_kind(context, rules.majority),
        Field::line(
            "votes",
            "field-majority-value",
            &majority_part(context, rules.majority),
        )
        .hinted("hint-majority"),
    ]
}

/// Who a majority is reckoned of, and whether more than a part of them is needed or at least that part; in the order of
/// the choices behind «none» and «simple».
const MAJORITIES: [(Voters, bool); 4] = [
    (Voters::Present, true),
    (Voters::Present, false),
    (Voters::Seats, true),
    (Voters::Seats, false),
];

fn majority_kind(context: &Context, majority: Option<Majority>) -> Field {
    let words = context.words;
    let mut kinds = vec![words.say("majority-none"), words.say("majority-simple")];
    kinds.extend(MAJORITIES.map(|(among, more)| {
        let id = match more {
            true => "majority-kind-more-than",
            false => "majority-kind-at-least",
        };
        words.say_with(id, &[("among", words.say(say::voters(among)).into())])
    }));
    let place = |among: Voters, more: bool| {
        let found = MAJORITIES.iter().position(|kind| *kind == (among, more));
        found.map_or(0, |at| at + 2)
    };
    let at = match majority {
        None => 0,
        Some(Majority::Simple) => 1,
        Some(Majority::MoreThan { among, .. }) => place(among, true),
        Some(Majority::AtLeast { among, .. }) => place(among, false),
    };
    Field::choice("majority", "field-majority", kinds, at)
}

fn majority_part(context: &Context, majority: Option<Majority>) -> String {
    match majority {
        None | Some(Majority::Simple) => String::new(),
        Some(Majority::MoreThan { of, parts, .. } | Majority::AtLeast { of, parts, .. }) => {
            part(context, of, parts)
        }
    }
}

fn majority(form: &Form) -> Result<Option<Majority>, FieldProblem> {
    let kind = match form.chosen("majority").checked_sub(2) {
        Some(at) => MAJORITIES.get(at),
        None => return Ok((form.chosen("majority") == 1).then_some(Majority::Simple)),
    };
    let read = kind.zip(part_of(&latin_digits(form.written("votes"))));
    let read = read.map(|(&(among, more), (of, parts))| match more {
        true => Majority::MoreThan { of, parts, among },
        false => Majority::AtLeast { of, parts, among },
    });
    read.map(Some)
        .ok_or(FieldProblem::at("votes", "problem-majority"))
}

/// A part as it is written, «1/2».
fn part_of(written: &str) -> Option<(u32, u32)> {
    let (of, parts) = written.split_once('/')?;
    Some((positive(of)?, positive(parts)?)).filter(|(of, parts)| of <= parts)
}

fn positive(text: &str) -> Option<u32> {
    text.trim().parse::<u32>().ok().filter(|number| *number > 0)
}

fn part(context: &Context, of: u32, parts: u32) -> String {
    format!("{}/{}", context.words.number(of), context.words.number(parts))
}

fn quorum(form: &Form) -> Result<Option<Quorum>, FieldProblem> {
    let written = latin_digits(form.written("size"));
    let read = match form.chosen("quorum") {
        0 => return Ok(None),
        1 => positive(&written).map(Quorum::Seats),
        2 => part_of(&written).map(|(of, parts)| Quorum::AtLeast { of, parts }),
        _ => part_of(&written).map(|(of, parts)| Quorum::MoreThan { of, parts }),
    };
    read.map(Some).ok_or(FieldProblem::at("size", "problem-quorum"))
}
