//! The form of a vote by count: how many were for it, against it, abstained. Does not know what the vote comes to; the
//! rule of the body says so.

use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::parts::{number_field, number_of, time_field, time_of};
use crate::app::form::{About, FieldProblem, Form};
use crate::app::locked::locked_row;
use crate::app::meets::time_in;
use crate::app::step::Step;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::resolution::Resolution;
use crate::domain::vote::{Cast, Vote, VoteCount, exceeds};
use crate::office::command::Command;
use crate::office::query::{ResolutionRow, SessionView};
use crate::say;
use crate::text::EditCommand;
use crate::text::digits::latin_digits;
use crate::ui::Role;
use crate::words::Words;

/// So many columns of the name of a resolution stand in the title.
const TITLE_COLUMNS: u16 = 40;

/// A vote by count.
#[derive(Clone, Debug)]
struct VoteForm {
    resolution: ResolutionId,
    name: String,
    before: Option<Vote>,
    /// Seats that are there; none where nobody is ticked.
    present: Option<u32>,
    /// Votes for it, as reckoned from those present and the other votes: what stands there until another number is typed.
    reckoned: Option<u32>,
}

impl About for VoteForm {
    fn title(&self) -> &'static str {
        "form-vote"
    }

    fn draft_key(&self) -> String {
        format!("vote/{}", self.resolution)
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.resolution.session())
    }

    fn subject(&self, _context: &Context) -> Option<String> {
        Some(self.name.clone())
    }

    fn is_small(&self) -> bool {
        true
    }

    /// What the numbers come to by the rule of the body, under the first of them.
    fn read_back(&self, context: &Context, form: &Form, field: &str) -> Option<(String, Role)> {
        let view = context.books.session(&self.resolution.session())?;
        let vote = written(form).ok()??;
        (field == "for").then(|| comes_to(context.words, view, vote))
    }

    /// Those who neither voted against it nor abstained are for it, as long as nobody typed another number.
    fn rewrite(&mut self, words: &Words, fields: &mut [Field]) {
        let Some(present) = self.present else { return };
        let number = |name: &str| number_in(fields.iter().find(|field| field.name == name));
        let others = number("against")
            .unwrap_or(0)
            .saturating_add(number("abstaining").unwrap_or(0));
        let rest = Some(present.saturating_sub(others));
        if number("for") != self.reckoned || self.reckoned.is_none() || rest == self.reckoned {
            return;
        }
        if let Some(field) = fields.iter_mut().find(|field| field.name == "for") {
            field.set_value(&rest.map(|rest| words.number(rest)).unwrap_or_default());
            self.reckoned = rest;
        }
    }

    fn read(&self, _context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        Ok(Command::RecordVote {
            resolution: self.resolution.clone(),
            before: self.before.clone(),
            after: written(form)?,
        })
    }
}

/// The number in a field, in digits of any kind.
fn number_in(field: Option<&Field>) -> Option<u32> {
    latin_digits(field?.buffer()?.text().trim()).parse().ok()
}

/// The vote as it stands in the fields; none where no number does.
fn written(form: &Form) -> Result<Option<Vote>, FieldProblem> {
    let in_favour = number_of(form, "for")?;
    let against = number_of(form, "against")?;
    let abstaining = number_of(form, "abstaining")?;
    let count = VoteCount {
        in_favour: in_favour.unwrap_or(0),
        against: against.unwrap_or(0),
        abstaining: abstaining.unwrap_or(0),
    };
    let cast = match form.chosen("manner") {
        1 => Cast::Secret(count),
        _ => Cast::Count(count),
    };
    let is_empty = in_favour.or(against).or(abstaining).is_none();
    let at = time_of(form, "at")?;
    Ok((!is_empty).then_some(Vote { at, cast }))
}

/// What a vote would come to; without a rule, whether more voted than were there.
fn comes_to(words: &Words, view: &SessionView, vote: Vote) -> (String, Role) {
    let voted = Resolution {
        vote: Some(vote.clone()),
        ..Resolution::default()
    };
    let present = view.electorate(&voted);
    let of_present = words.say_with("vote-present", &[("count", present.present.into())]);
    let (said, role) = match view.tallied(&voted) {
        Some(tallied) => say::tallied(words, tallied),
        None if exceeds(vote.cast.count(), present) => (words.say("vote-too-many"), Role::Warn),
        None => return (of_present, Role::Faint),
    };
    (format!("{of_present} · {said}"), role)
}

/// Opens the form of a vote on a resolution. What stands in the first field is chosen: a number is written over it.
pub(in crate::app) fn vote(context: &Context, row: &ResolutionRow) -> Vec<Step> {
    if let Some(step) = locked_row(context, row) {
        return vec![step];
    }
    let resolution = &row.resolution;
    let view = context.books.session(&row.session);
    let at = view.and_then(|view| time_in(context, &view.session));
    let present = view.map(|view| match at {
        Some(at) => view.present_at(at),
        None => view.tally.counting(),
    });
    let present = present.filter(|present| *present > 0);
    let known = resolution.vote.as_ref().map(|vote| vote.cast.count());
    let reckoned = present.filter(|_| known.is_none());
    let some = |number: fn(VoteCount) -> u32| known.map(number);
    let manners = ["vote-open", "vote-secret"]
        .map(|id| context.words.say(id))
        .to_vec();
    let is_secret = matches!(
        resolution.vote.as_ref().map(|vote| &vote.cast),
        Some(Cast::Secret(_))
    );
    let at = resolution.vote.as_ref().map_or(at, |vote| vote.at);
    let fields = vec![
        number_field(
            context,
            "for",
            "ballot-for",
            some(|count| count.in_favour).or(reckoned),
        )
        .hinted("hint-vote"),
        number_field(context, "against", "ballot-against", some(|count| count.against)).hinted("hint-vote"),
        number_field(
            context,
            "abstaining",
            "ballot-abstaining",
            some(|count| count.abstaining),
        )
        .hinted("hint-vote"),
        Field::choice("manner", "field-vote-manner", manners, usize::from(is_secret)),
        time_field(context, "at", "field-vote-time", at),
    ];
    let about = VoteForm {
        resolution: resolution.id.clone(),
        name: say::shortened(context.look, resolution.name(), TITLE_COLUMNS),
        before: resolution.vote.clone(),
        present,
        reckoned,
    };
    let mut form = Form::new(about, fields);
    for buffer in form.fields.iter_mut().filter_map(Field::buffer_mut) {
        buffer.apply(EditCommand::SelectAll);
    }
    vec![Step::form(form)]
}
