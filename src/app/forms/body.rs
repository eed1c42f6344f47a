//! The forms of a body, a member seat and an organisation.

use super::{About, Problem, day_field, day_of, line_field, number_field, number_of, words_of};
use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::Form;
use crate::app::step::Step;
use crate::domain::body::{Body, Numbering};
use crate::domain::ids::BodyId;
use crate::domain::organisation::Organisation;
use crate::domain::seat::{Holder, Seat};
use crate::office::command::Command;

const NUMBERINGS: [Numbering; 2] = [Numbering::Yearly, Numbering::Continuous];

/// Opens the form of a new body.
pub(in crate::app) fn new_body(context: &Context) -> Vec<Step> {
    open_body(context, None, Body::default())
}

/// Opens the form of a body that there is.
pub(in crate::app) fn edit_body(context: &Context, body: Body) -> Vec<Step> {
    open_body(context, Some(Box::new(body.clone())), body)
}

fn open_body(context: &Context, before: Option<Box<Body>>, body: Body) -> Vec<Step> {
    let numberings = ["numbering-yearly", "numbering-continuous"]
        .map(|id| context.words.say(id))
        .to_vec();
    let numbering = NUMBERINGS
        .iter()
        .position(|numbering| *numbering == body.numbering)
        .unwrap_or(0);
    let fields = vec![
        Field::line("name", "field-name", &body.name),
        line_field("short-name", "field-short-name", &body.short_name),
        line_field("place", "field-province", &body.place),
        line_field("chair", "field-chair-post", &body.chair_post),
        line_field("secretary", "field-secretary-post", &body.secretary_post),
        Field::choice("numbering", "field-numbering", numberings, numbering),
    ];
    vec![Step::form(Form::new(
        About::Body {
            before,
            base: Box::new(body),
        },
        fields,
    ))]
}

/// The command that records the body.
pub(super) fn read_body(form: &Form, before: &Option<Box<Body>>, base: &Body) -> Result<Command, Problem> {
    let after = Body {
        name: words_of(form, "name")?,
        short_name: form.some("short-name"),
        place: form.some("place"),
        chair_post: form.some("chair"),
        secretary_post: form.some("secretary"),
        numbering: NUMBERINGS
            .get(form.chosen("numbering"))
            .copied()
            .unwrap_or_default(),
        ..base.clone()
    };
    Ok(Command::RecordBody {
        before: before.as_deref().cloned(),
        after,
    })
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
    vec![Step::form(Form::new(
        About::Seat {
            before,
            base: Box::new(seat),
        },
        fields,
    ))]
}

/// The command that records the seat.
pub(super) fn read_seat(
    context: &Context,
    form: &Form,
    before: &Option<Box<Seat>>,
    base: &Seat,
) -> Result<Command, Problem> {
    let name = words_of(form, "name")?;
    let known = || {
        context
            .books
            .organisations
            .as_ref()
            .and_then(|all| all.named(&name))
    };
    let after = Seat {
        organisation: if name == base.name {
            base.organisation.clone()
        } else {
            known()
        },
        order: number_of(form, "order")?.unwrap_or(base.order),
        holders: holders(context, form, &base.holders),
        from: day_of(context, form, "from")?,
        until: day_of(context, form, "until")?,
        name,
        ..base.clone()
    };
    Ok(Command::RecordSeat {
        before: before.as_deref().cloned(),
        after,
    })
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

/// Opens the form of an organisation; none is a new one.
pub(in crate::app) fn organisation(before: Option<Organisation>) -> Vec<Step> {
    let organisation = before.clone().unwrap_or_default();
    let fields = vec![
        Field::line("name", "field-name", &organisation.name),
        Field::text("aliases", "field-aliases", &organisation.aliases.join("\n")).hinted("hint-aliases"),
    ];
    let about = About::Organisation {
        before: before.map(Box::new),
        base: Box::new(organisation),
    };
    vec![Step::form(Form::new(about, fields))]
}

/// The command that records the organisation; the office refuses one without a name.
pub(super) fn read_organisation(
    form: &Form,
    before: &Option<Box<Organisation>>,
    base: &Organisation,
) -> Command {
    let aliases = form
        .written("aliases")
        .lines()
        .map(str::trim)
        .filter(|alias| !alias.is_empty());
    let after = Organisation {
        name: form.written("name").to_owned(),
        aliases: aliases.map(str::to_owned).collect(),
        ..base.clone()
    };
    Command::RecordOrganisation {
        before: before.as_deref().cloned(),
        after,
    }
}
