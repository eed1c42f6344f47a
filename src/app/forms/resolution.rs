//! The form of a resolution. Reads the deadline while it is typed; does not know where the resolution is listed.

use super::clause_fields::{self, takes_names};
use super::deadline::{CountsFrom, deadline_of, read_as};
use super::reference;
use crate::app::books::Books;
use crate::app::context::Context;
use crate::app::field::{Field, FieldInput, Values, says};
use crate::app::form::parts::{line_field, number_field, number_of, words_of};
use crate::app::form::{About, FieldProblem, Form};
use crate::app::locked::{locked_row, unless_locked};
use crate::app::step::Step;
use crate::calendar::Day;
use crate::domain::deadline::DaysAfter;
use crate::domain::ids::{NoteId, ResolutionId, SessionId};
use crate::domain::resolution::{ClauseState, Reference, Resolution, Responsible, Status};
use crate::domain::session::{Note, Session};
use crate::office::command::Command;
use crate::office::query::ResolutionRow;
use crate::say;
use crate::ui::Role;

/// The place of the wording among the fields: the number is there already and a subject may be missing, so that it is
/// where one begins.
const TEXT: usize = 2;
/// The name in drafts of the id that is kept beside what a resolution follows.
const FOLLOWED: &str = "followed";
/// As [`FOLLOWED`]: of the note that a new resolution is made from.
const FROM_NOTE: &str = "note";
/// As [`FOLLOWED`]: of what is known of the clauses.
const CLAUSES: &str = "clauses";

/// A resolution.
#[derive(Clone, Debug)]
struct ResolutionForm {
    /// As it was read; none of a new one.
    before: Option<Box<Resolution>>,
    /// What the fields do not show of it.
    base: Resolution,
    /// The days that its deadline counts from.
    day: Option<Day>,
    after: DaysAfter,
}

impl About for ResolutionForm {
    fn title(&self) -> &'static str {
        match self.before {
            None => "form-resolution-new",
            Some(_) => "form-resolution",
        }
    }

    fn draft_key(&self) -> String {
        format!("resolution/{}", self.base.id)
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.base.id.session())
    }

    fn read_back(&self, context: &Context, form: &Form, field: &str) -> Option<(String, Role)> {
        let written = form.written(field);
        match field {
            "deadline" => {
                let from = CountsFrom {
                    day: self.day,
                    after: self.after,
                    answered: &self.base.granted().answered,
                };
                Some(from.read_back(context, written))
            }
            clause_fields::DEADLINE => {
                let answered: Vec<Day> = form
                    .fields
                    .iter()
                    .find_map(|field| field.letter.as_deref())
                    .map(|letter| {
                        self.base
                            .answers(Some(letter))
                            .filter_map(|one| one.date)
                            .collect()
                    })
                    .unwrap_or_default();
                let from = CountsFrom {
                    day: self.day,
                    after: self.after,
                    answered: &answered,
                };
                Some(from.read_back(context, written))
            }
            "follows" => reference::read_back(context.words, written, &self.base),
            _ => None,
        }
    }

    fn was_recorded(&self, context: &Context, draft: &str) -> bool {
        let view = context.books.session(&self.base.id.session());
        let mut rows = view.into_iter().flat_map(|view| &view.resolutions);
        self.before.is_none() && rows.any(|row| says(&fields(context, &row.resolution), draft))
    }

    /// What a draft keeps of the resolution that is followed; of a new one also the note that it is made from.
    fn beside_the_fields(&self) -> Vec<(String, String)> {
        let base = &self.base;
        let follows = base.follows.as_ref();
        let followed = follows.and_then(|follows| follows.resolution.as_ref());
        let is_new = self.before.is_none();
        let note = base.from_note.as_ref().filter(|_| is_new);
        let values = [
            (FOLLOWED, followed.map(ToString::to_string)),
            (FROM_NOTE, note.map(ToString::to_string)),
        ];
        let kept = values.into_iter();
        let kept = kept.filter_map(|(name, value)| Some((name.to_owned(), value?)));
        kept.chain(clauses_kept(base)).collect()
    }

    fn bring_beside(&mut self, values: &Values) {
        let base = &mut self.base;
        // The words of a new one go with the note that they came from, not with the one that is at hand now.
        if self.before.is_none() {
            base.from_note = values.get(FROM_NOTE).map(|id| NoteId::from(id.as_str()));
        }
        bring_clauses(base, values, self.day);
        if let (Some(id), Some(written)) = (values.get(FOLLOWED), values.get("follows")) {
            base.follows = Some(Reference {
                written: written.clone(),
                resolution: Some(ResolutionId::from(id.as_str())),
            });
        }
    }

    fn resolution(&self) -> Option<&Resolution> {
        Some(&self.base)
    }

    fn recorded(&self) -> Option<&Resolution> {
        self.before.as_deref()
    }

    fn take_clause(&mut self, letter: &str, responsible: Vec<Responsible>, deadline: Option<String>) {
        let state = self.base.clauses.entry(letter.to_owned()).or_default();
        state.responsible = responsible;
        state.deadline = read_as(deadline, &state.deadline, self.day);
        if *state == ClauseState::default() {
            self.base.clauses.remove(letter);
        }
    }

    fn follow(&mut self, followed: Reference) {
        self.base.follows = Some(followed);
    }

    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let base = &self.base;
        let after = Resolution {
            row: number_of(form, "row")?,
            subject: form.some("subject"),
            text: words_of(form, "text")?,
            deadline: deadline_of(form, &base.deadline, self.day),
            responsible: responsible(context, form),
            status: status_of(form),
            follows: reference::read(form, base),
            agenda_item: number_of(form, "item")?,
            ..base.clone()
        };
        Ok(Command::RecordResolution {
            before: self.before.clone(),
            after: Box::new(after),
        })
    }
}

/// Opens the form of a new resolution with the next row number, and with what is known of it already; its id and row
/// are given here.
pub(in crate::app) fn new_resolution(context: &Context, session: &Session, start: Resolution) -> Vec<Step> {
    let view = context.books.session(&session.id);
    let rows = view.into_iter().flat_map(|view| &view.resolutions);
    let last = rows.filter_map(|row| row.resolution.row).max();
    let resolution = Resolution {
        id: ResolutionId::in_session(&session.id, ""),
        row: Some(last.unwrap_or(0) + 1),
        ..start
    };
    let about = ResolutionForm {
        before: None,
        base: resolution,
        day: session.date,
        after: DaysAfter {
            notified: session.notified,
            // The screen has read this session alone.
            next_session: None,
        },
    };
    unless_locked(session, at_text(context, about))
}

/// Opens the form of a new resolution with the words of a note.
pub(in crate::app) fn resolution_of_note(context: &Context, session: &Session, note: &Note) -> Vec<Step> {
    let start = Resolution {
        text: note.text.clone(),
        from_note: Some(note.id.clone()),
        agenda_item: note.agenda_item,
        ..Resolution::default()
    };
    new_resolution(context, session, start)
}

/// Opens the form of a resolution that there is.
pub(in crate::app) fn edit_resolution(context: &Context, row: &ResolutionRow) -> Vec<Step> {
    if let Some(step) = locked_row(context, row) {
        return vec![step];
    }
    let about = ResolutionForm {
        before: Some(Box::new(row.resolution.clone())),
        base: row.resolution.clone(),
        day: row.session_date,
        after: row.session_after,
    };
    vec![Step::form(at_text(context, about))]
}

/// The form with the focus on the wording.
fn at_text(context: &Context, about: ResolutionForm) -> Form {
    let fields = fields(context, &about.base);
    let mut form = Form::new(about, fields);
    form.focus = TEXT;
    clause_fields::settle(&mut form, context.books);
    form
}

fn fields(context: &Context, resolution: &Resolution) -> Vec<Field> {
    let deadline = resolution
        .deadline
        .as_ref()
        .map(|deadline| deadline.written.clone());
    let follows = resolution.follows.as_ref().map(|follows| follows.written.clone());
    vec![
        number_field(context, "row", "field-row", resolution.row),
        line_field("subject", "field-subject", &resolution.subject),
        Field::text("text", "field-text", &resolution.text).hinted("hint-text"),
        line_field("deadline", "field-deadline", &deadline).hinted("hint-deadline"),
        Field::names("responsible", "field-responsible", resolution.responsible.clone()),
        status_field(context, resolution.status),
        number_field(context, "item", "field-note-item", resolution.agenda_item),
        line_field("follows", "field-follows", &follows).hinted("hint-follows"),
    ]
}

/// What a draft keeps of the clauses: their letters, and of each who is to act and until when.
fn clauses_kept(resolution: &Resolution) -> Vec<(String, String)> {
    let letters: Vec<&str> = resolution.clauses.keys().map(String::as_str).collect();
    let mut kept = vec![(CLAUSES.to_owned(), letters.join("\n"))];
    for (letter, state) in &resolution.clauses {
        let names: Vec<&str> = state.responsible.iter().map(|who| who.written.as_str()).collect();
        let deadline = state.deadline.as_ref().map(|deadline| deadline.written.clone());
        kept.push((format!("{CLAUSES}/{letter}/names"), names.join("\n")));
        kept.push((
            format!("{CLAUSES}/{letter}/deadline"),
            deadline.unwrap_or_default(),
        ));
    }
    kept
}

/// Takes over what a draft kept of the clauses; one that an earlier release kept says nothing of them.
fn bring_clauses(resolution: &mut Resolution, values: &Values, day: Option<Day>) {
    let Some(letters) = values.get(CLAUSES) else {
        return;
    };
    let known = std::mem::take(&mut resolution.clauses);
    for letter in letters.lines() {
        let value = |part: &str| values.get(&format!("{CLAUSES}/{letter}/{part}"));
        let mut state = known.get(letter).cloned().unwrap_or_default();
        let names = value("names").into_iter().flat_map(|names| names.lines());
        let named = |written: &str| {
            state
                .responsible
                .iter()
                .find(|who| who.written == written)
                .cloned()
        };
        let fresh = |written: &str| Responsible {
            written: written.to_owned(),
            organisation: None,
        };
        let names = names
            .map(|written| named(written).unwrap_or_else(|| fresh(written)))
            .collect();
        state.responsible = names;
        let deadline = value("deadline").filter(|written| !written.is_empty());
        state.deadline = read_as(deadline.cloned(), &state.deadline, day);
        resolution.clauses.insert(letter.to_owned(), state);
    }
}

/// The field for a status.
pub(super) fn status_field(context: &Context, status: Status) -> Field {
    let statuses = Status::ALL.map(|status| say::status(context.words, status, false).0);
    let at = Status::ALL.iter().position(|one| *one == status).unwrap_or(0);
    Field::choice("status", "field-status", statuses.to_vec(), at)
}

/// The status in its field.
pub(super) fn status_of(form: &Form) -> Status {
    Status::ALL
        .get(form.chosen("status"))
        .copied()
        .unwrap_or_default()
}

/// The names in the field, the one being typed among them; known ones with their organisation.
pub(super) fn responsible(context: &Context, form: &Form) -> Vec<Responsible> {
    names_in(context.books, form, "responsible")
}

/// As [`responsible`], in the field of this name.
pub(super) fn names_in(books: &Books, form: &Form, name: &str) -> Vec<Responsible> {
    let field = form.fields.iter().find(|field| takes_names(field, name));
    let Some(FieldInput::Names { chosen, typed, .. }) = field.map(|field| &field.input) else {
        return Vec::new();
    };
    let named = |written: &str| books.organisations.as_ref().and_then(|all| all.named(written));
    let known = chosen.iter().map(|who| Responsible {
        organisation: who.organisation.clone().or_else(|| named(&who.written)),
        ..who.clone()
    });
    let typed = Some(typed.text().trim()).filter(|text| !text.is_empty());
    let typed = typed.map(|text| Responsible {
        written: text.to_owned(),
        organisation: named(text),
    });
    known.chain(typed).collect()
}
