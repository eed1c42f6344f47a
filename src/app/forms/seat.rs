//! The form of a member seat: the seat and its days, the person who holds it, and the days that this person holds it.
//! Three things, each with its own fields. Does not know where the seat stands in lists.

use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::parts::{day_field, day_of, line_field, number_field, number_of, words_of};
use crate::app::form::{About, After, FieldProblem, Form};
use crate::app::step::Step;
use crate::calendar::Day;
use crate::domain::ids::BodyId;
use crate::domain::names::{NearNames, nearness, whole_name};
use crate::domain::seat::{Holder, Seat};
use crate::office::command::Command;
use crate::office::query::Query;
use crate::ui::Role;

/// What another name in the field of the person means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NameMeans {
    /// The same person, whose name was written wrongly.
    Mended,
    /// Another person, from a day on.
    Another,
}

const MEANINGS: [(NameMeans, &str); 2] = [
    (NameMeans::Mended, "holder-mended"),
    (NameMeans::Another, "holder-another"),
];

/// Who a person of this name is, where the office knows the name already: the one whom it knows, or another one.
const PERSONS: [&str; 2] = ["namesake-same", "namesake-other"];
/// The place of another one among them.
const NAMESAKE: usize = 1;

/// A member seat.
#[derive(Clone, Debug)]
struct SeatForm {
    /// As it was read; none of a new one.
    before: Option<Box<Seat>>,
    /// What the fields do not show of it.
    base: Seat,
}

impl About for SeatForm {
    fn title(&self) -> &'static str {
        "form-seat"
    }

    fn draft_key(&self) -> String {
        format!("seat/{}/{}", self.base.body, self.base.id)
    }

    fn subject(&self, context: &Context) -> Option<String> {
        let body = context.books.body(&self.base.body)?;
        Some(body.brief().to_owned())
    }

    fn after(&self) -> After {
        // A new seat brings the organisation that sits in it.
        After::Ask(vec![Query::Bodies, Query::Organisations])
    }

    fn read_back(&self, context: &Context, form: &Form, field: &str) -> Option<(String, Role)> {
        let words = context.words;
        match field {
            "name" => near_seat(context, &self.base, form.written("name")),
            "holder" => {
                let told = elsewhere(context, &self.base, &self.person(context, form));
                told.or_else(|| earlier(context, &self.base))
            }
            "namesake" if form.chosen("namesake") == NAMESAKE => {
                Some((words.say("namesake-other-how"), Role::Good))
            }
            "means" if self.is_another(form) => Some((words.say("holder-another-how"), Role::Good)),
            "means" if self.is_other_name(form) => Some((words.say("holder-mended-how"), Role::Good)),
            _ => None,
        }
    }

    fn again(&self, context: &Context) -> Option<Form> {
        let seat = Seat {
            body: self.base.body.clone(),
            order: self.base.order + 1,
            ..Seat::default()
        };
        self.goes_on().then(|| seat_form(context, None, seat))
    }

    fn goes_on(&self) -> bool {
        self.before.is_none()
    }

    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let base = &self.base;
        let name = words_of(form, "name")?;
        let organisations = context.books.organisations.as_ref();
        let organisation = match name == base.name {
            true => base.organisation.clone(),
            // A slip that is mended leaves the organisation what it is.
            false if nearness(&name, &base.name).is_some() => base.organisation.clone(),
            false => organisations.and_then(|all| all.named(&name)),
        };
        let after = Seat {
            organisation,
            order: number_of(form, "order")?.unwrap_or(base.order),
            holders: self.holders(context, form)?,
            from: day_of(context, form, "from")?,
            until: day_of(context, form, "until")?,
            name,
            ..base.clone()
        };
        let ends = after
            .from
            .zip(after.until)
            .is_some_and(|(from, until)| until < from);
        if ends {
            return Err(FieldProblem::at("until", "problem-until-before-from"));
        }
        Ok(Command::RecordSeat {
            before: self.before.as_deref().cloned(),
            after,
        })
    }
}

impl SeatForm {
    fn last(&self) -> Option<&Holder> {
        self.base.holders.last()
    }

    /// Whether the field of the person has another name than the last holder's.
    fn is_other_name(&self, form: &Form) -> bool {
        let written = form.written("holder");
        let last = self.last();
        !written.is_empty() && last.is_some_and(|last| last.name != written)
    }

    fn is_another(&self, form: &Form) -> bool {
        let chosen = MEANINGS.get(form.chosen("means")).map(|(means, _)| *means);
        self.is_other_name(form) && chosen == Some(NameMeans::Another)
    }

    /// The person who is written, as far as persons are told apart.
    fn person(&self, context: &Context, form: &Form) -> Holder {
        let name = form.written("holder").to_owned();
        let last = self
            .last()
            .filter(|last| last.name == name && last.namesake.is_some());
        let namesake = match form.chosen("namesake") {
            NAMESAKE => last
                .and_then(|last| last.namesake)
                .or_else(|| next_namesake(context, &name)),
            _ => None,
        };
        Holder {
            name,
            namesake,
            ..Holder::default()
        }
    }

    /// The holders as the fields say: another person follows the last one, who held the seat until the day before; else
    /// the last one is mended.
    fn holders(&self, context: &Context, form: &Form) -> Result<Vec<Holder>, FieldProblem> {
        let mut holders = self.base.holders.clone();
        let Some(name) = form.some("holder") else {
            return Ok(self.ended(context, form, holders));
        };
        let (since, until) = (
            day_of(context, form, "since")?,
            day_of(context, form, "held_until")?,
        );
        if since.zip(until).is_some_and(|(since, until)| until < since) {
            return Err(FieldProblem::at("held_until", "problem-until-before-from"));
        }
        let holder = Holder {
            name,
            post: form.some("post"),
            from: since,
            until,
            namesake: self.person(context, form).namesake,
        };
        if !self.is_another(form) {
            holders.pop();
            holders.push(holder);
            return Ok(holders);
        }
        let before = self.last().and_then(|last| last.from);
        let Some(from) = since.filter(|since| before != Some(*since)) else {
            return Err(FieldProblem::at("since", "problem-since-when"));
        };
        if before.is_some_and(|before| from < before) {
            return Err(FieldProblem::at("since", "problem-since-before-last"));
        }
        if let Some(last) = holders.last_mut() {
            last.until = Some(last.until.map_or(eve(from), |until| until.min(eve(from))));
        }
        // The last day that stands there is that of the one before.
        let until = until.filter(|until| self.last().and_then(|last| last.until) != Some(*until));
        holders.push(Holder { until, ..holder });
        Ok(holders)
    }

    /// The seat is empty now: the last holder held it until yesterday.
    fn ended(&self, context: &Context, form: &Form, mut holders: Vec<Holder>) -> Vec<Holder> {
        let until = day_of(context, form, "held_until").ok().flatten();
        if let Some(last) = holders.last_mut() {
            last.until = until.or(last.until).or(Some(eve(context.setup.today)));
        }
        holders
    }
}

fn eve(day: Day) -> Day {
    day.plus_days(-1)
}

/// A seat of the body or an organisation whose name is nearly the one that is written.
fn near_seat(context: &Context, base: &Seat, written: &str) -> Option<(String, Role)> {
    if written == base.name {
        return None;
    }
    let organisations = context.books.organisations.iter().flat_map(|all| &all.rows);
    let names = organisations.flat_map(|one| one.names());
    let own = context.books.bodies.iter().flatten();
    let own = own
        .filter(|(body, _)| body.id == base.body)
        .flat_map(|(_, seats)| seats);
    let seats = own
        .filter(|seat| seat.id != base.id)
        .map(|seat| seat.name.as_str());
    let near = NearNames::of(names.chain(seats)).near(written)?;
    let said = context.words.say_with("name-is-near", &[("name", near.into())]);
    Some((said, Role::Warn))
}

/// The number of a person whose name the office knows as that of others.
fn next_namesake(context: &Context, name: &str) -> Option<u32> {
    let seats = context.books.bodies.iter().flatten().flat_map(|(_, seats)| seats);
    let of_name = seats
        .flat_map(|seat| &seat.holders)
        .filter(|holder| whole_name(&holder.name) == whole_name(name));
    let last = of_name.map(|holder| holder.namesake.unwrap_or(1)).max();
    Some(last.unwrap_or(1).saturating_add(1))
}

/// The other bodies in which this person sits.
fn elsewhere(context: &Context, base: &Seat, person: &Holder) -> Option<(String, Role)> {
    let holds = |seat: &Seat| {
        let holder = seat.holder_on(Some(context.setup.today));
        seat.id != base.id && holder.is_some_and(|holder| holder.is_same_person(person))
    };
    let bodies = context.books.bodies.iter().flatten();
    let sits = bodies.filter(|(_, seats)| seats.iter().any(holds));
    let names: Vec<&str> = sits.map(|(body, _)| body.brief()).collect();
    let all = names.join(&context.words.say("place-comma"));
    let said = || {
        context
            .words
            .say_with("holder-sits-too", &[("bodies", all.into())])
    };
    (!names.is_empty()).then(|| (said(), Role::Good))
}

/// Who held the seat before.
fn earlier(context: &Context, base: &Seat) -> Option<(String, Role)> {
    let words = context.words;
    let (_, earlier) = base.holders.split_last()?;
    let one = |holder: &Holder| {
        let until = holder.until.map(|day| words.day(day)).unwrap_or_default();
        let args = [("name", holder.name.as_str().into()), ("until", until.into())];
        words.say_with("holder-earlier-one", &args)
    };
    let all: Vec<String> = earlier.iter().rev().map(one).collect();
    let said = |all: String| words.say_with("holder-earlier", &[("names", all.into())]);
    (!all.is_empty()).then(|| (said(all.join(&words.say("place-comma"))), Role::Faint))
}

/// Opens the form of a new seat at the end of a body's protocol order.
pub(in crate::app) fn new_seat(context: &Context, body: &BodyId) -> Vec<Step> {
    let bodies = context.books.bodies.as_deref().unwrap_or_default();
    let seats = bodies
        .iter()
        .find(|(other, _)| other.id == *body)
        .map(|(_, seats)| seats.as_slice());
    let orders = seats.unwrap_or_default().iter().map(|seat| seat.order);
    let seat = Seat {
        body: body.clone(),
        order: orders.max().unwrap_or(0) + 1,
        ..Seat::default()
    };
    vec![Step::form(seat_form(context, None, seat))]
}

/// Opens the form of a seat that there is.
pub(in crate::app) fn edit_seat(context: &Context, seat: Seat) -> Vec<Step> {
    vec![Step::form(seat_form(context, Some(Box::new(seat.clone())), seat))]
}

fn seat_form(context: &Context, before: Option<Box<Seat>>, seat: Seat) -> Form {
    let holder = seat.holders.last().cloned();
    let is_held = holder.is_some();
    let Holder {
        name,
        post,
        from,
        until,
        namesake,
    } = holder.unwrap_or_default();
    let persons = PERSONS.map(|word| context.words.say(word)).to_vec();
    let person = usize::from(namesake.is_some());
    let meanings = MEANINGS.map(|(_, word)| context.words.say(word)).to_vec();
    // What is typed for every member comes first.
    let mut fields = vec![
        Field::line("name", "field-seat", &seat.name),
        Field::line("holder", "field-holder", &name),
        line_field("post", "field-holder-post", &post),
    ];
    if is_held {
        fields.push(Field::choice("means", "field-holder-means", meanings, 0).hinted("hint-holder"));
    }
    fields.extend([
        day_field(context, "since", "field-held-from", from),
        day_field(context, "held_until", "field-held-until", until),
        number_field(context, "order", "field-order", Some(seat.order)),
        day_field(context, "from", "field-from", seat.from),
        day_field(context, "until", "field-until", seat.until),
        Field::choice("namesake", "field-namesake", persons, person).hinted("hint-namesake"),
    ]);
    Form::new(SeatForm { before, base: seat }, fields)
}
