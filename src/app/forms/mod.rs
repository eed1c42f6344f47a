//! The forms: what each is about, its fields, how they are read. One module each; does not know keys nor painting.

pub(super) mod alike;
mod attendance;
mod body;
mod clause;
mod correction;
mod extension;
mod follow_up;
mod head;
pub(super) mod reference;
mod resolution;
mod rules;
mod signing;
mod small;
pub(super) mod split;

use super::books::Books;
use super::context::Context;
use super::field::{self, Field, Values};
use super::form::Form;
use super::locked::locked;
use super::say;
use super::step::Step;
use crate::calendar::{Day, TimeOfDay, parse_day, parse_day_on_or_after};
use crate::domain::attendance::Attendance;
use crate::domain::body::{Body, ClauseLetters as InBody};
use crate::domain::correction::Corrected;
use crate::domain::ids::{NoteId, ResolutionId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{ClauseState, FollowUp, Reference, Resolution};
use crate::domain::seat::Seat;
use crate::domain::session::{Note, Session};
use crate::office::command::Command;
use crate::text::ClauseLetters;
use crate::text::digits::latin_digits;
use crate::ui::Role;

pub(super) use attendance::{guest, mark, mark_time};
pub(super) use body::{edit_body, edit_seat, new_body, new_seat, organisation};
pub(super) use clause::edit_clause;
pub(super) use correction::correction;
pub(super) use extension::{extend, extend_all};
pub(super) use follow_up::{edit_follow_up, follow_up, follow_up_all, remind, remind_all};
pub(super) use head::{edit_session, next_session, prepared, recount, recounted};
use resolution::CountsFrom;
pub(super) use resolution::{edit_resolution, new_resolution};
pub(super) use rules::choose_rules;
pub(super) use signing::{answer, notification, signing};
pub(super) use small::{agenda_item, edit_note, letter, new_note, resolution_of_note};

/// What a form is about. `before` is the record as it was read, `base` what the fields do not show of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum About {
    /// The head of a session.
    Session {
        before: Option<Box<Session>>,
        base: Box<Session>,
    },
    /// An item of the agenda; none is a new one.
    AgendaItem {
        session: Box<Session>,
        at: Option<usize>,
    },
    /// A guest; none is a new one.
    Guest {
        session: Box<Session>,
        at: Option<usize>,
    },
    /// How a seat was filled; `goes_on` when the selection goes to the next seat afterwards.
    Mark {
        base: Box<Attendance>,
        seat: String,
        goes_on: bool,
    },
    /// A note.
    Note {
        before: Option<Box<Note>>,
        base: Box<Note>,
    },
    /// A resolution; the days are those that its deadline counts from.
    Resolution {
        before: Option<Box<Resolution>>,
        base: Box<Resolution>,
        day: Option<Day>,
        notified: Option<Day>,
    },
    /// What came of a resolution or one of its clauses, or of several resolutions; `name` is what it is called or how
    /// many they are, `edited` the one of its log that is edited, by its place.
    FollowUp {
        resolutions: Vec<ResolutionId>,
        name: String,
        clauses: Vec<String>,
        edited: Option<(usize, Box<FollowUp>)>,
    },
    /// What is known of a clause; the days are those that its deadline counts from, and those on which it was answered.
    Clause {
        resolution: ResolutionId,
        letter: String,
        name: String,
        before: Box<ClauseState>,
        day: Option<Day>,
        notified: Option<Day>,
        answered: Vec<Day>,
    },
    /// A longer time, of one or several resolutions; `name` says what the first deadline was or how many they are, `day`
    /// is that of the session.
    Extension {
        resolutions: Vec<ResolutionId>,
        clause: Option<String>,
        name: Option<String>,
        day: Option<Day>,
    },
    /// A body.
    Body {
        before: Option<Box<Body>>,
        base: Box<Body>,
    },
    /// Rules of a body; none are new ones.
    Rules { before: Box<Body>, at: Option<usize> },
    /// A member seat.
    Seat {
        before: Option<Box<Seat>>,
        base: Box<Seat>,
    },
    /// An organisation.
    Organisation {
        before: Option<Box<Organisation>>,
        base: Box<Organisation>,
    },
    /// Who signs the minutes.
    Signing { session: SessionId },
    /// When the minutes were notified.
    Notification { session: SessionId },
    /// A correction of a record of final minutes; `name` is that of the record.
    Correction {
        session: SessionId,
        corrected: Corrected,
        name: String,
    },
    /// The letter that invites to a session; `own` is as the session gives it.
    Letter { session: Box<Session>, own: String },
    /// A short answer to an earlier resolution; `name` is what it is called, `by` who leads it.
    Answer {
        resolution: ResolutionId,
        name: String,
        by: Option<String>,
    },
}

/// What tells the drafts of several resolutions from those of others: how many, and a sum of their ids.
fn of_several(ids: &[ResolutionId]) -> String {
    let sum = ids
        .iter()
        .fold(0, |sum, id| crc32c::crc32c_append(sum, id.0.as_bytes()));
    format!("several/{}-{sum:08x}", ids.len())
}

impl About {
    /// The key under which drafts are kept: form and record.
    pub fn draft_key(&self) -> String {
        let place = |at: &Option<usize>| at.map_or_else(|| "new".to_owned(), |at| at.to_string());
        match self {
            About::Session { before: None, base } => format!("session/new/{}", base.body),
            About::Session { base, .. } => format!("session/{}", base.id),
            About::AgendaItem { session, at } => format!("agenda/{}/{}", session.id, place(at)),
            About::Guest { session, at } => format!("guest/{}/{}", session.id, place(at)),
            About::Mark { base, .. } => format!("mark/{}/{}", base.session, base.seat),
            About::Note { base, .. } => format!("note/{}", base.id),
            About::Resolution { base, .. } => format!("resolution/{}", base.id),
            About::FollowUp {
                resolutions, edited, ..
            } => match (resolutions.as_slice(), edited) {
                ([only], None) => format!("follow-up/{only}"),
                ([only], Some((at, _))) => format!("follow-up/{only}/{at}"),
                _ => format!("follow-up/{}", of_several(resolutions)),
            },
            About::Clause {
                resolution, letter, ..
            } => format!("clause/{resolution}/{letter}"),
            About::Extension {
                resolutions, clause, ..
            } => match (resolutions.as_slice(), clause.as_deref().unwrap_or_default()) {
                ([only], letter) => format!("extension/{only}/{letter}"),
                _ => format!("extension/{}", of_several(resolutions)),
            },
            About::Body { base, .. } => format!("body/{}", base.id),
            About::Rules { before, at } => format!("rules/{}/{}", before.id, place(at)),
            About::Seat { base, .. } => format!("seat/{}/{}", base.body, base.id),
            About::Organisation { base, .. } => format!("organisation/{}", base.id),
            About::Signing { session } => format!("signing/{session}"),
            About::Notification { session } => format!("notification/{session}"),
            About::Correction {
                session, corrected, ..
            } => match corrected {
                Corrected::Session => format!("correction/{session}"),
                Corrected::Attendance(seat) => format!("correction/{session}/{seat}"),
                Corrected::Note(note) => format!("correction/{note}"),
                Corrected::Resolution(resolution) => format!("correction/{resolution}"),
            },
            About::Letter { session, .. } => format!("letter/{}", session.id),
            About::Answer { resolution, .. } => format!("answer/{resolution}"),
        }
    }

    /// The session that it is about.
    pub fn session(&self) -> Option<SessionId> {
        match self {
            About::Session { before, base } => before.as_ref().map(|_| base.id.clone()),
            About::AgendaItem { session, .. }
            | About::Guest { session, .. }
            | About::Letter { session, .. } => Some(session.id.clone()),
            About::Mark { base, .. } => Some(base.session.clone()),
            About::Note { base, .. } => Some(base.id.session()),
            About::Resolution { base, .. } => Some(base.id.session()),
            About::FollowUp { resolutions, .. } | About::Extension { resolutions, .. } => {
                match resolutions.as_slice() {
                    [only] => Some(only.session()),
                    _ => None,
                }
            }
            About::Clause { resolution, .. } => Some(resolution.session()),
            About::Body { .. } | About::Rules { .. } | About::Seat { .. } | About::Organisation { .. } => {
                None
            }
            About::Signing { session } | About::Notification { session } => Some(session.clone()),
            About::Correction { session, .. } => Some(session.clone()),
            // It is given in the session that reviews, not in that of the resolution.
            About::Answer { .. } => None,
        }
    }

    /// The word id of the form's title.
    pub fn title(&self) -> &'static str {
        match self {
            About::Session { before: None, .. } => "form-session-new",
            About::Session { .. } => "form-session",
            About::AgendaItem { .. } => "form-agenda-item",
            About::Guest { .. } => "form-guest",
            About::Mark { .. } => "form-mark",
            About::Note { before: None, .. } => "form-note-new",
            About::Note { .. } => "form-note",
            About::Resolution { before: None, .. } => "form-resolution-new",
            About::Resolution { .. } => "form-resolution",
            About::FollowUp { edited: Some(_), .. } => "form-follow-up-edit",
            About::FollowUp { .. } => "form-follow-up",
            About::Clause { .. } => "form-clause",
            About::Extension { .. } => "form-extension",
            About::Body { .. } => "form-body",
            About::Rules { .. } => "form-rules",
            About::Seat { .. } => "form-seat",
            About::Organisation { .. } => "form-organisation",
            About::Signing { .. } => "form-signing",
            About::Notification { .. } => "form-notification",
            About::Correction { .. } => "form-correction",
            About::Letter { .. } => "form-letter",
            About::Answer { .. } => "form-answer",
        }
    }

    /// What a draft keeps beside the fields: the resolution that is followed; of a new one also the note that it is
    /// made from and its item of the agenda.
    pub fn beside_the_fields(&self) -> Vec<(String, String)> {
        let About::Resolution { before, base, .. } = self else {
            return Vec::new();
        };
        let follows = base.follows.as_ref();
        let followed = follows.and_then(|follows| follows.resolution.as_ref());
        let is_new = before.is_none();
        let note = base.from_note.as_ref().filter(|_| is_new);
        let item = base.agenda_item.filter(|_| is_new);
        let values = [
            (FOLLOWED, followed.map(ToString::to_string)),
            (FROM_NOTE, note.map(ToString::to_string)),
            (OF_ITEM, item.map(|item| item.to_string())),
        ];
        let kept = values.into_iter();
        kept.filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect()
    }

    /// Takes over what a draft kept beside the fields.
    pub fn bring_beside(&mut self, values: &Values) {
        let About::Resolution { before, base, .. } = self else {
            return;
        };
        // The words of a new one go with the note that they came from, not with the one that is at hand now.
        if before.is_none() {
            base.from_note = values.get(FROM_NOTE).map(|id| NoteId::from(id.as_str()));
            base.agenda_item = values.get(OF_ITEM).and_then(|item| item.parse().ok());
        }
        if let (Some(id), Some(written)) = (values.get(FOLLOWED), values.get("follows")) {
            base.follows = Some(Reference {
                written: written.clone(),
                resolution: Some(ResolutionId::from(id.as_str())),
            });
        }
    }

    /// The resolutions that are changed together, where they are several.
    pub fn several(&self) -> &[ResolutionId] {
        match self {
            About::FollowUp { resolutions, .. } | About::Extension { resolutions, .. }
                if resolutions.len() > 1 =>
            {
                resolutions
            }
            _ => &[],
        }
    }

    /// Whether its form stands in a box over the list that it was opened from.
    pub fn is_small(&self) -> bool {
        matches!(
            self,
            About::AgendaItem { .. }
                | About::Guest { .. }
                | About::Mark { .. }
                | About::Notification { .. }
                | About::Answer { .. }
                | About::Clause { .. }
                | About::FollowUp { .. }
                | About::Extension { .. }
        )
    }
}

/// The name in drafts of the id that is kept beside what a resolution follows.
const FOLLOWED: &str = "followed";
/// As [`FOLLOWED`]: of the note that a new resolution is made from.
const FROM_NOTE: &str = "note";
/// As [`FOLLOWED`]: of its item of the agenda, a number in Latin digits.
const OF_ITEM: &str = "item";

/// Whether a form is that of a resolution.
pub(super) fn is_of_resolution(form: &Form) -> bool {
    matches!(form.about, About::Resolution { .. })
}

/// Why a form cannot be read.
pub(super) struct Problem {
    /// The field's name.
    pub field: &'static str,
    /// The word id of the sentence.
    pub word: &'static str,
}

/// The command that records what is written in a form.
///
/// # Errors
/// The field that could not be read, and why.
pub(super) fn read(context: &Context, form: &Form) -> Result<Command, Problem> {
    match &form.about {
        About::Session { before, base } => head::read(context, form, before, base),
        About::AgendaItem { session, at } => small::read_agenda_item(form, session, *at),
        About::Guest { session, at } => attendance::read_guest(form, session, *at),
        About::Mark { base, .. } => attendance::read_mark(form, base),
        About::Note { before, base } => small::read_note(form, before, base),
        About::Resolution {
            before, base, day, ..
        } => resolution::read(context, form, before, base, *day),
        About::FollowUp {
            resolutions,
            clauses,
            edited,
            ..
        } => follow_up::read(context, form, resolutions, clauses, edited),
        About::Clause {
            resolution,
            letter,
            before,
            day,
            ..
        } => clause::read(context, form, (resolution, letter), before, *day),
        About::Extension {
            resolutions,
            clause,
            day,
            ..
        } => extension::read(context, form, resolutions, clause, *day),
        About::Body { before, base } => body::read_body(form, before, base),
        About::Rules { before, at } => rules::read(context, form, before, *at),
        About::Seat { before, base } => body::read_seat(context, form, before, base),
        About::Organisation { before, base } => Ok(body::read_organisation(form, before, base)),
        About::Signing { session } => signing::read_signing(context, form, session),
        About::Notification { session } => signing::read_notification(context, form, session),
        About::Correction {
            session, corrected, ..
        } => correction::read(context, form, session, corrected),
        About::Letter { session, own } => Ok(small::read_letter(form, session, own)),
        About::Answer { resolution, by, .. } => signing::read_answer(context, form, resolution, by),
    }
}

/// How what is written in a field was understood, shown while it is typed.
pub(super) fn read_back(context: &Context, form: &Form, name: &str) -> Option<(String, Role)> {
    let written = form.written(name);
    if written.is_empty() {
        return None;
    }
    match (&form.about, name) {
        (_, "deadline") => read_back_deadline(context, form, written),
        (About::Resolution { base, .. }, "follows") => reference::read_back(context.words, written, base),
        // A day on which nobody works is rarely meant.
        (About::Session { .. }, "date") => Some(match read_day(context, written) {
            Some(day) => (
                say::day_marked(context.words, day),
                say::day_role(context.words, day),
            ),
            None => (context.words.say("problem-date"), Role::Warn),
        }),
        (_, "date" | "invitation-date" | "notified" | "signed" | "from" | "until") => {
            Some(match read_day(context, written) {
                Some(day) => (say::day_long(context.words, day), Role::Good),
                None => (context.words.say("problem-date"), Role::Warn),
            })
        }
        (_, "start" | "end" | "arrived" | "departed") => match TimeOfDay::parse(written) {
            Ok(time) => Some((context.words.time(time), Role::Good)),
            Err(_) => Some((context.words.say("problem-time"), Role::Warn)),
        },
        _ => None,
    }
}

/// The same of a deadline, by the days that it counts from in this form.
fn read_back_deadline(context: &Context, form: &Form, written: &str) -> Option<(String, Role)> {
    let said = |from: CountsFrom| Some(resolution::deadline_read_back(context, written, &from));
    match &form.about {
        About::Resolution {
            base, day, notified, ..
        } => said(CountsFrom {
            day: *day,
            notified: *notified,
            answered: &base.granted().answered,
        }),
        About::Clause {
            day,
            notified,
            answered,
            ..
        } => said(CountsFrom {
            day: *day,
            notified: *notified,
            answered,
        }),
        About::Extension { day, .. } => said(CountsFrom {
            day: read_day(context, form.written("date")).or(*day),
            ..CountsFrom::default()
        }),
        _ => None,
    }
}

/// Whether a draft of a new record says what a record says that is there: it was recorded, and only its end was not
/// noted (the power went just then).
pub(super) fn was_recorded(context: &Context, form: &Form, draft: &str) -> bool {
    let same = |fields: Vec<Field>| field::says(&fields, draft);
    let view = form.session().and_then(|id| context.books.session(&id));
    match &form.about {
        About::Note { before: None, .. } => view.is_some_and(|view| {
            view.notes
                .iter()
                .any(|note| same(small::note_fields(context, note)))
        }),
        About::Resolution { before: None, .. } => {
            let rows = view.iter().flat_map(|view| &view.resolutions);
            rows.map(|row| &row.resolution)
                .any(|resolution| same(resolution::fields(context, resolution)))
        }
        About::Session { before: None, .. } => {
            let rows = context.books.session_rows();
            rows.iter().any(|row| same(head::fields(context, &row.session)))
        }
        _ => false,
    }
}

/// By which letters clauses are counted in a form: those of the body whose session it is about.
pub(super) fn letters(books: &Books, form: &Form) -> ClauseLetters {
    let open = form.session().and_then(|id| books.session(&id));
    match open.map(|view| view.body.letters) {
        Some(InBody::Abjad) => ClauseLetters::Abjad,
        Some(InBody::Alphabet) | None => ClauseLetters::Alphabet,
    }
}

/// The title of a form with what it is about.
pub(super) fn title(context: &Context, form: &Form) -> String {
    let title = form.title(context.words);
    match subject(context, form) {
        Some(about) => {
            let args = [("form", title.into()), ("about", about.into())];
            context.words.say_with("form-title-about", &args)
        }
        None => title,
    }
}

/// What a form is about, beside its title: the seat, the body.
fn subject(context: &Context, form: &Form) -> Option<String> {
    match &form.about {
        About::Session { before: None, base } => {
            let body = context.books.body(&base.body)?;
            Some(say::shortened(
                context.look,
                body.brief(),
                context.setup.columns / 3,
            ))
        }
        // From the list nothing else names the session that is edited.
        About::Session { base, .. } if context.stack.len() == 1 => {
            let row = context
                .books
                .session_rows()
                .iter()
                .find(|row| row.session.id == base.id)?;
            let body = say::shortened(context.look, &row.body, context.setup.columns / 3);
            Some(say::session_name(context.words, base, &body))
        }
        About::Mark { seat, .. } => Some(seat.clone()),
        About::Answer { name, .. } => Some(name.clone()),
        About::FollowUp { name, .. } => Some(name.clone()),
        About::Clause { name, .. } => Some(name.clone()),
        About::Extension { name, .. } => name.clone(),
        _ => None,
    }
}

/// A day as people write it; one without a year lies around today.
fn read_day(context: &Context, written: &str) -> Option<Day> {
    let half_a_year_ago = context.setup.today.plus_days(-182);
    parse_day(written)
        .or_else(|_| parse_day_on_or_after(written, half_a_year_ago))
        .ok()
}

/// The day in a field; none when it is empty.
fn day_of(context: &Context, form: &Form, field: &'static str) -> Result<Option<Day>, Problem> {
    match form.written(field) {
        "" => Ok(None),
        written => read_day(context, written).map(Some).ok_or(Problem {
            field,
            word: "problem-date",
        }),
    }
}

/// The time in a field; none when it is empty.
fn time_of(form: &Form, field: &'static str) -> Result<Option<TimeOfDay>, Problem> {
    match form.written(field) {
        "" => Ok(None),
        written => TimeOfDay::parse(written).map(Some).map_err(|_| Problem {
            field,
            word: "problem-time",
        }),
    }
}

/// The number in a field, in digits of any kind; none when it is empty.
fn number_of(form: &Form, field: &'static str) -> Result<Option<u32>, Problem> {
    match form.written(field) {
        "" => Ok(None),
        written => latin_digits(written).parse().map(Some).map_err(|_| Problem {
            field,
            word: "problem-number",
        }),
    }
}

/// The words in a field that may not be empty.
fn words_of(form: &Form, field: &'static str) -> Result<String, Problem> {
    form.some(field).ok_or(Problem {
        field,
        word: "problem-empty",
    })
}

/// A field of one line for a number.
fn number_field(context: &Context, name: &'static str, label: &'static str, number: Option<u32>) -> Field {
    Field::line(
        name,
        label,
        &number
            .map(|number| context.words.number(number))
            .unwrap_or_default(),
    )
}

/// A field of one line for a day.
fn day_field(context: &Context, name: &'static str, label: &'static str, day: Option<Day>) -> Field {
    Field::line(
        name,
        label,
        &day.map(|day| context.words.day(day)).unwrap_or_default(),
    )
    .hinted("hint-date")
}

/// A field of one line for a time.
fn time_field(context: &Context, name: &'static str, label: &'static str, time: Option<TimeOfDay>) -> Field {
    Field::line(
        name,
        label,
        &time.map(|time| context.words.time(time)).unwrap_or_default(),
    )
    .hinted("hint-time")
}

/// A field of one line for words that may be missing.
fn line_field(name: &'static str, label: &'static str, text: &Option<String>) -> Field {
    Field::line(name, label, text.as_deref().unwrap_or_default())
}

/// Opens a form on something of a session, unless the session is locked.
fn unless_locked(session: &Session, form: Form) -> Vec<Step> {
    vec![locked(session).unwrap_or_else(|| Step::form(form))]
}
