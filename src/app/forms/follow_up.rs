//! The form of a follow-up: of a resolution or one of its clauses, of several at once, or one that is edited. Does not
//! know where it was opened from.

use super::several::{key_of, only, several};
use crate::app::context::Context;
use crate::app::field::{Field, FieldInput};
use crate::app::form::parts::{day_field, day_of, line_field, words_of};
use crate::app::form::{About, FieldProblem, Form};
use crate::app::step::Step;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::resolution::{FollowUp, FollowUpKind, Resolution, Status};
use crate::office::command::Command;
use crate::office::query::ResolutionRow;
use crate::say;
use crate::text::EditCommand;

/// So many columns of the name of a resolution stand in the title.
const TITLE_COLUMNS: u16 = 40;

/// What came of a resolution or one of its clauses, or of several resolutions.
#[derive(Clone, Debug)]
struct FollowUpForm {
    resolutions: Vec<ResolutionId>,
    /// What the resolution is called, or how many they are.
    name: String,
    /// The letters of the clauses to choose from.
    clauses: Vec<String>,
    /// The one of the log that is edited, by its place.
    edited: Option<(usize, FollowUp)>,
}

impl About for FollowUpForm {
    fn title(&self) -> &'static str {
        match self.edited {
            Some(_) => "form-follow-up-edit",
            None => "form-follow-up",
        }
    }

    fn draft_key(&self) -> String {
        match (self.resolutions.as_slice(), &self.edited) {
            ([only], None) => format!("follow-up/{only}"),
            ([only], Some((at, _))) => format!("follow-up/{only}/{at}"),
            (several, _) => format!("follow-up/{}", key_of(several)),
        }
    }

    fn session(&self) -> Option<SessionId> {
        only(&self.resolutions).map(ResolutionId::session)
    }

    fn subject(&self, _context: &Context) -> Option<String> {
        Some(self.name.clone())
    }

    fn is_small(&self) -> bool {
        true
    }

    fn several(&self) -> &[ResolutionId] {
        several(&self.resolutions)
    }

    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let follow_up = self.written(context, form)?;
        Ok(match (self.resolutions.as_slice(), &self.edited) {
            ([only], None) => Command::AddFollowUp {
                resolution: only.clone(),
                follow_up,
            },
            ([only], Some((at, before))) => Command::ReviseFollowUp {
                resolution: only.clone(),
                at: *at,
                before: before.clone(),
                after: Some(follow_up),
            },
            (several, _) => Command::AddFollowUps {
                resolutions: several.to_vec(),
                follow_up,
            },
        })
    }
}

impl FollowUpForm {
    /// The follow-up as it stands in the fields.
    fn written(&self, context: &Context, form: &Form) -> Result<FollowUp, FieldProblem> {
        let status = form.chosen("status").checked_sub(1);
        let clause = form.chosen("clause").checked_sub(1);
        Ok(FollowUp {
            date: day_of(context, form, "date")?,
            by: form.some("by"),
            letter: form.some("letter"),
            text: words_of(form, "text")?,
            status: status.and_then(|at| Status::ALL.get(at).copied()),
            clause: clause.and_then(|at| self.clauses.get(at).cloned()),
            kind: FollowUpKind::ALL
                .get(form.chosen("kind"))
                .copied()
                .unwrap_or_default(),
        })
    }
}

/// Opens the form for an answer to a resolution or one of its clauses; of a final session too, for that is when most
/// of them come.
pub(in crate::app) fn follow_up(context: &Context, row: &ResolutionRow, clause: Option<String>) -> Vec<Step> {
    let known = FollowUp {
        by: lead(&row.resolution, clause.as_deref()),
        clause,
        ..today(context)
    };
    vec![Step::form(of_one(context, row, known, None))]
}

/// Opens it to say that somebody was reminded: it can be saved as it stands.
pub(in crate::app) fn remind(context: &Context, row: &ResolutionRow, clause: Option<String>) -> Vec<Step> {
    let known = FollowUp {
        clause,
        ..reminder(context)
    };
    vec![Step::form(text_selected(of_one(context, row, known, None)))]
}

/// Opens it for one answer to several resolutions.
pub(in crate::app) fn follow_up_all(context: &Context, rows: &[ResolutionRow]) -> Vec<Step> {
    let [only] = rows else {
        let mut leads = rows.iter().map(|row| lead(&row.resolution, None));
        let first = leads.next().flatten();
        // Who answered for all is known only where all have the same lead.
        let by = first.filter(|first| leads.all(|other| other.as_ref() == Some(first)));
        let known = FollowUp { by, ..today(context) };
        return vec![Step::form(of_several(context, rows, known))];
    };
    follow_up(context, only, None)
}

/// Opens it to say that somebody was reminded of several resolutions.
pub(in crate::app) fn remind_all(context: &Context, rows: &[ResolutionRow]) -> Vec<Step> {
    let [only] = rows else {
        let form = of_several(context, rows, reminder(context));
        return vec![Step::form(text_selected(form))];
    };
    remind(context, only, None)
}

/// Opens it for a follow-up that there is, by its place in the log.
pub(in crate::app) fn edit_follow_up(context: &Context, row: &ResolutionRow, at: usize) -> Vec<Step> {
    match row.resolution.follow_ups.get(at).cloned() {
        Some(known) => vec![Step::form(of_one(context, row, known, Some(at)))],
        None => Vec::new(),
    }
}

/// What stands in the form of an answer that has just come.
fn today(context: &Context) -> FollowUp {
    FollowUp {
        date: Some(context.setup.today),
        ..FollowUp::default()
    }
}

fn reminder(context: &Context) -> FollowUp {
    FollowUp {
        text: context.words.say("reminder-text"),
        kind: FollowUpKind::Reminder,
        ..today(context)
    }
}

/// The text that stands there is written over by the first letter.
fn text_selected(mut form: Form) -> Form {
    if let Some(buffer) = form.fields.first_mut().and_then(Field::buffer_mut) {
        buffer.apply(EditCommand::SelectAll);
    }
    form
}

/// Who leads, as written: of a clause its own lead, where it has one.
fn lead(resolution: &Resolution, clause: Option<&str>) -> Option<String> {
    let state = clause.and_then(|letter| resolution.clauses.get(letter));
    let of_clause = state.and_then(|state| state.responsible.first());
    let lead = of_clause.or(resolution.responsible.first());
    lead.map(|who| who.written.clone())
}

/// Everybody who is to act in one of these, each once.
fn to_act(rows: &[ResolutionRow]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for row in rows {
        let resolution = &row.resolution;
        let of_clauses = resolution.clauses.values().flat_map(|c| &c.responsible);
        for who in resolution.responsible.iter().chain(of_clauses) {
            if !names.contains(&who.written) {
                names.push(who.written.clone());
            }
        }
    }
    names
}

fn of_one(context: &Context, row: &ResolutionRow, known: FollowUp, at: Option<usize>) -> Form {
    let resolution = &row.resolution;
    let mut clauses = resolution.known_letters();
    clauses.extend(known.clause.clone().filter(|letter| !clauses.contains(letter)));
    let fields = fields(context, &known, std::slice::from_ref(row), &clauses);
    let name = resolution.name();
    let about = FollowUpForm {
        resolutions: vec![resolution.id.clone()],
        name: say::shortened(context.look, name, TITLE_COLUMNS),
        clauses,
        edited: at.map(|at| (at, known)),
    };
    Form::new(about, fields)
}

fn of_several(context: &Context, rows: &[ResolutionRow], known: FollowUp) -> Form {
    let fields = fields(context, &known, rows, &[]);
    let name = context
        .words
        .say_with("board-rows", &[("count", rows.len().into())]);
    let about = FollowUpForm {
        resolutions: rows.iter().map(|row| row.resolution.id.clone()).collect(),
        name,
        clauses: Vec::new(),
        edited: None,
    };
    Form::new(about, fields)
}

fn fields(context: &Context, known: &FollowUp, rows: &[ResolutionRow], clauses: &[String]) -> Vec<Field> {
    let words = context.words;
    let mut statuses = vec![words.say("follow-up-same-status")];
    statuses.extend(Status::ALL.map(|status| say::status(words, status, false).0));
    let status = known
        .status
        .and_then(|status| Status::ALL.iter().position(|one| *one == status));
    let mut fields = vec![
        Field::text("text", "field-answer", &known.text).hinted("hint-follow-up"),
        Field::choice(
            "status",
            "field-new-status",
            statuses,
            status.map_or(0, |at| at + 1),
        ),
        Field {
            name: "by",
            label: "field-answered-by",
            hint: Some("hint-answered-by"),
            letter: None,
            input: FieldInput::answerer(known.by.as_deref().unwrap_or_default(), to_act(rows)),
        },
        line_field("letter", "field-letter", &known.letter).hinted("hint-small"),
        day_field(context, "date", "field-date", known.date),
    ];
    if !clauses.is_empty() {
        let mut options = vec![words.say("follow-up-whole")];
        options.extend(clauses.iter().cloned());
        let at = clauses
            .iter()
            .position(|letter| known.clause.as_ref() == Some(letter));
        fields.push(Field::choice(
            "clause",
            "field-clause",
            options,
            at.map_or(0, |at| at + 1),
        ));
    }
    let kinds = FollowUpKind::ALL.map(|kind| words.say(say::follow_up_kind(kind)));
    let kind = FollowUpKind::ALL.iter().position(|kind| *kind == known.kind);
    fields.push(Field::choice(
        "kind",
        "field-follow-up-kind",
        kinds.to_vec(),
        kind.unwrap_or_default(),
    ));
    fields
}
