//! The form of a member seat and of who holds it. Does not know where the seat stands in lists.

use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::parts::{day_field, day_of, line_field, number_field, number_of, words_of};
use crate::app::form::{About, After, FieldProblem, Form};
use crate::app::step::Step;
use crate::domain::ids::BodyId;
use crate::domain::seat::{Holder, Seat};
use crate::office::command::Command;
use crate::office::query::Query;

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

    fn after(&self) -> After {
        After::Ask(Query::Bodies)
    }

    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let base = &self.base;
        let name = words_of(form, "name")?;
        let organisations = context.books.organisations.as_ref();
        let organisation = match name == base.name {
            true => base.organisation.clone(),
            false => organisations.and_then(|all| all.named(&name)),
        };
        let after = Seat {
            organisation,
            order: number_of(form, "order")?.unwrap_or(base.order),
            holders: holders(context, form, &base.holders),
            from: day_of(context, form, "from")?,
            until: day_of(context, form, "until")?,
            name,
            ..base.clone()
        };
        Ok(Command::RecordSeat {
            before: self.before.as_deref().cloned(),
            after,
        })
    }
}

/// Opens the form of a new seat at the end of a body's protocol order.
pub(in crate::app) fn new_seat(context: &Context, body: &BodyId) -> Vec<Step> {
    let bodies = context.books.bodies.as_deref().unwrap_or_default();
    let seats = bodies
        .iter()
        .find(|(other, _)| other.id == *body)
        .map(|(_, seats)| seats.as_slice());
    let order = seats
        .unwrap_or_default()
        .iter()
        .map(|seat| seat.order)
        .max()
        .unwrap_or(0)
        + 1;
    open_seat(
        context,
        None,
        Seat {
            body: body.clone(),
            order,
            ..Seat::default()
        },
    )
}

/// Opens the form of a seat that there is.
pub(in crate::app) fn edit_seat(context: &Context, seat: Seat) -> Vec<Step> {
    open_seat(context, Some(Box::new(seat.clone())), seat)
}

fn open_seat(context: &Context, before: Option<Box<Seat>>, seat: Seat) -> Vec<Step> {
    let holder = seat.holders.last().cloned().unwrap_or_default();
    let fields = vec![
        Field::line("name", "field-seat", &seat.name),
        number_field(context, "order", "field-order", Some(seat.order)),
        Field::line("holder", "field-holder", &holder.name).hinted("hint-holder"),
        line_field("post", "field-holder-post", &holder.post),
        day_field(context, "from", "field-from", seat.from),
        day_field(context, "until", "field-until", seat.until),
    ];
    let about = SeatForm { before, base: seat };
    vec![Step::form(Form::new(about, fields))]
}

/// Another name is another person: the one before held the seat until yesterday. The same name with another post is
/// the same person.
fn holders(context: &Context, form: &Form, before: &[Holder]) -> Vec<Holder> {
    let mut holders = before.to_vec();
    let (name, post) = (form.some("holder"), form.some("post"));
    let today = context.setup.today;
    match (holders.last_mut(), name) {
        (Some(last), Some(name)) if last.name == name => last.post = post,
        (last, name) => {
            let first = last.is_none();
            if let Some(last) = last {
                last.until = last.until.or(Some(today.plus_days(-1)));
            }
            let from = if first { None } else { Some(today) };
            holders.extend(name.map(|name| Holder {
                name,
                post,
                from,
                until: None,
            }));
        }
    }
    holders
}
