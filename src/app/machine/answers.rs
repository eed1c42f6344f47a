//! Taking in answers: what was asked for comes, and where one was stays where one was. Does not know keys.

use super::shown;
use super::{find, lookup};
use crate::app::books::{Organisations, ReviewList, Sessions};
use crate::app::figures::Figures;
use crate::app::form::Form;
use crate::app::keys::Act;
use crate::app::machine::{form, import, popup};
use crate::app::screens;
use crate::app::{Asked, Effect, Model, Preparing, Screen, forms, sentences};
use crate::domain::body::Body;
use crate::domain::ids::SessionId;
use crate::domain::seat::Seat;
use crate::domain::session::Session;
use crate::office::command::{Created, Done, Failure, Refusal, Touched};
use crate::office::query::{Answer, Query, ResolutionRow, SessionView};
use crate::ui::Role;

/// Keeps an answer, when it is still wanted.
pub(in crate::app) fn answered(model: &mut Model, query: &Query, answer: Answer) -> Vec<Effect> {
    match answer {
        Answer::Sessions(rows) => {
            take_sessions(model, Sessions::new(rows));
            popup::fill(model);
        }
        Answer::LatestSessions(latest) => {
            take_sessions(model, Sessions::latest(latest));
            // What was typed meanwhile is looked for in all of them.
            if !model.spots.sessions.spot.filter.is_empty() {
                let steps = screens::all_sessions(&model.context());
                return model.obey(steps);
            }
        }
        Answer::Session(view) => return take_session(model, query, view),
        Answer::ResolutionsSoFar(rows) => return take_resolutions(model, query, rows, true),
        Answer::Resolutions(rows) => return take_resolutions(model, query, rows, false),
        Answer::Lookup(found) => return lookup::answered(model, query, found),
        Answer::Touched(touched) => return take_touched(model, query, &touched),
        Answer::Bodies(bodies) => return take_bodies(model, bodies),
        Answer::Organisations(rows) => {
            model.books.organisations = Some(Organisations::new(rows));
            find::filter_members(model);
            regroup_open(model);
            return form::reopen::members_read(model);
        }
        Answer::Similar(rows) => return form::similar(model, query, rows),
        Answer::NextSession(session) => {
            return match (query, session) {
                (Query::NextSession { date: None, .. }, session) => take_next_session(model, session),
                (_, Some(session)) => form::recounted(model, &session),
                (_, None) => Vec::new(),
            };
        }
        answer => keep(model, query, answer),
    }
    Vec::new()
}

/// Keeps an answer that is only shown.
fn keep(model: &mut Model, query: &Query, answer: Answer) {
    match (answer, query) {
        (Answer::Entry(view), Query::Entry(number)) => model.books.entry = Some((*number, view)),
        (Answer::History(rows), _) => model.books.history = Some(rows),
        (Answer::Report(report), _) if is_wanted(model, &Screen::Figures, query) => {
            model.books.figures = Some(Figures::new(*report));
        }
        (Answer::ResolutionsOf(rows), Query::ResolutionsOf(ids)) => {
            model.books.figure_rows = Some((ids.clone(), rows));
        }
        (Answer::Voices(voices), Query::Voices(id)) => {
            model.books.voices = Some((id.clone(), voices));
        }
        (
            Answer::OpenOfBody(groups),
            Query::OpenOfBody {
                before: Some(session),
                ..
            },
        ) => model.books.review = Some(ReviewList::new(session.clone(), groups)),
        // A report of another body or year has been overtaken; the others are taken in before.
        _ => {}
    }
}

/// Asks about the removal, where it is the one that waits for this.
fn take_touched(model: &mut Model, query: &Query, touched: &Touched) -> Vec<Effect> {
    let Query::Touched(removal) = query else {
        return Vec::new();
    };
    let is_it = |what: &mut Preparing| matches!(what, Preparing::Removal(waits) if waits == removal);
    if model.preparing.take_if(is_it).is_none() {
        return Vec::new();
    }
    let steps = screens::ask_removal(&model.context(), removal, touched);
    model.obey(steps)
}

fn take_bodies(model: &mut Model, bodies: Vec<(Body, Vec<Seat>)>) -> Vec<Effect> {
    model.books.bodies = Some(bodies);
    find::filter_members(model);
    regroup_open(model);
    let waiting = model.preparing.take_if(|what| *what == Preparing::ForSomeBody);
    match waiting {
        Some(_) => {
            let steps = model.with_sessions(|page, context| page.add(context));
            model.obey(steps)
        }
        None => form::reopen::members_read(model),
    }
}

/// Whether a page would still ask this.
fn is_wanted(model: &Model, screen: &Screen, query: &Query) -> bool {
    let wants = model.read_page(screen, |page, context| page.wants(context));
    wants.contains(query)
}

/// Resolutions for the palette or for the open list; `so_far` while the index is being made.
fn take_resolutions(model: &mut Model, query: &Query, rows: Vec<ResolutionRow>, so_far: bool) -> Vec<Effect> {
    match query {
        Query::Found { any_of, .. } => return popup::answered(model, any_of, rows),
        Query::Resolutions { filter, .. } if Some(query) == model.spots.open.query().as_ref() => {
            model.books.open = Some(rows);
            regroup_open(model);
            (model.books.open_filter, model.books.open_so_far) = (filter.clone(), so_far);
        }
        // An answer to what was typed before has been overtaken.
        _ => {}
    }
    Vec::new()
}

fn take_sessions(model: &mut Model, sessions: Sessions) {
    let today = model.setup.today;
    model.spots.sessions.take(&mut model.books, sessions, today);
}

fn take_session(model: &mut Model, query: &Query, view: Option<Box<SessionView>>) -> Vec<Effect> {
    let Query::Session(id) = query else {
        return Vec::new();
    };
    if shown_session(model).as_ref() != Some(id) {
        return Vec::new();
    }
    let Some(view) = view else {
        return leave_lost_session(model, id);
    };
    let before = model.books.session.as_deref().filter(|old| old.session.id == *id);
    model.spots.of_mut(id).keep_places(before, &view);
    model.books.at_once.read(id, model.asked.is_empty());
    model.books.session = Some(view);
    let mut effects = form::reopen::session_read(model);
    if matches!(model.screen(), Screen::Session(shown) if shown == id) {
        let steps = model.with_session(id, |page, context| page.roll_begins(context));
        effects.extend(model.obey(steps));
    }
    effects
}

/// The next session is prepared: its form opens, when it is still wanted.
fn take_next_session(model: &mut Model, session: Option<Box<Session>>) -> Vec<Effect> {
    match (model.preparing.take(), session) {
        (Some(Preparing::For(body)), Some(session)) if body == session.body => {
            let steps = forms::prepared(&model.context(), *session);
            model.obey(steps)
        }
        _ => Vec::new(),
    }
}

/// The session that the shown screen is about.
fn shown_session(model: &Model) -> Option<SessionId> {
    let of_form = model.form().and_then(Form::session);
    of_form.or_else(|| model.stack.iter().rev().find_map(Screen::session))
}

/// The session was taken away, perhaps by undoing: back to where it was opened from.
fn leave_lost_session(model: &mut Model, id: &SessionId) -> Vec<Effect> {
    let first = model
        .stack
        .iter()
        .position(|screen| matches!(screen, Screen::Session(open) | Screen::Stage(_, open) if open == id));
    let words = model.words.say("session-is-gone");
    model.say(words, Role::Warn);
    match first {
        Some(first) if model.form().is_none() => {
            model.stack.truncate(first.max(1));
            shown::entered(model)
        }
        _ => Vec::new(),
    }
}

/// A change was carried out, or was not; what was read after it is taken in at once, where it is still wanted.
pub(in crate::app) fn did(
    model: &mut Model,
    result: Result<Done, Failure>,
    answers: Vec<(Query, Answer)>,
) -> Vec<Effect> {
    let asked = model.asked.pop_front().unwrap_or(Asked::Change);
    let effects = after(model, asked, result);
    brought(model, effects, answers)
}

/// Takes in the answers that came with a change to what would be asked now; the rest is left to be done. An answer to
/// what is not asked any more (another filter was typed meanwhile) has been overtaken.
fn brought(model: &mut Model, effects: Vec<Effect>, answers: Vec<(Query, Answer)>) -> Vec<Effect> {
    let mut left = Vec::new();
    let mut answers: Vec<_> = answers
        .into_iter()
        .map(|(of, answer)| (of, Some(answer)))
        .collect();
    for effect in effects {
        let Effect::Ask(query) = &effect else {
            left.push(effect);
            continue;
        };
        match answers.iter_mut().find(|(of, _)| of == query) {
            Some((_, answer)) => {
                // What is asked for twice is taken in once.
                if let Some(answer) = answer.take() {
                    model.unanswered = false;
                    left.extend(answered(model, query, answer));
                }
            }
            None => left.push(effect),
        }
    }
    left
}

fn after(model: &mut Model, asked: Asked, result: Result<Done, Failure>) -> Vec<Effect> {
    match result {
        Ok(done) => carried_out(model, asked, &done),
        Err(failure) => {
            if let (Asked::Form | Asked::Split, Some(form)) = (asked, model.form_mut()) {
                form.saving = false;
            }
            let sentence = failed(model, &failure);
            model.say(sentence, Role::Bad);
            // A refusal means that the screen shows something older than the office.
            if model.form().is_some() {
                Vec::new()
            } else {
                shown::entered(model)
            }
        }
    }
}

/// Why nothing was changed; of several rows the one that stopped it by its name.
fn failed(model: &Model, failure: &Failure) -> String {
    if let Failure::Refused(Refusal::AtResolution { resolution, why }) = failure
        && let Some(row) = model.books.resolution(resolution)
    {
        let name = screens::name_with_session(&model.context(), row);
        return sentences::of_row(&model.words, &name, &Failure::Refused((**why).clone()));
    }
    sentences::failure(&model.words, failure)
}

fn carried_out(model: &mut Model, asked: Asked, done: &Done) -> Vec<Effect> {
    if asked == Asked::Chosen {
        model.chosen.clear();
    }
    let (text, role) = done_sentence(model, asked, done);
    let mut effects = Vec::new();
    note_created(model, done);
    let of_form = matches!(asked, Asked::Form | Asked::Split);
    let saved = of_form && model.form().is_some_and(|form| form.saving);
    if saved {
        effects.extend(form::saved(model, done));
    } else if asked == Asked::Import && *model.screen() == Screen::Import {
        effects.extend(import::taken_in(model, done));
    } else if model.form().is_none() {
        effects.extend(shown::entered(model));
    }
    model.say(text, role);
    effects
}

fn done_sentence(model: &Model, asked: Asked, done: &Done) -> (String, Role) {
    let what = done
        .about
        .as_deref()
        .map(|name| model.words.say(&format!("command-{name}")))
        .unwrap_or_default();
    let text = match asked {
        Asked::Undo => model.words.say_with("did-undo", &[("what", what.into())]),
        Asked::Redo => model.words.say_with("did-redo", &[("what", what.into())]),
        Asked::Roll if done.entry.is_some() => model.words.say("did-open-roll"),
        _ if done.entry.is_none() => model.words.say("did-nothing"),
        Asked::Notified => {
            let given = model.status.iter().map(|(text, _)| text.clone());
            let all: Vec<String> = [model.words.say("giving-notified")]
                .into_iter()
                .chain(given)
                .collect();
            all.join(" · ")
        }
        Asked::Split => with_undo(model, "did-split"),
        Asked::Merge => with_undo(model, "did-merge"),
        _ => model.words.say("did-save"),
    };
    if done.notices.is_empty() {
        return (text, Role::Good);
    }
    let notices = done
        .notices
        .iter()
        .map(|notice| sentences::notice(&model.words, notice));
    let all: Vec<String> = std::iter::once(text).chain(notices).collect();
    (all.join(" · "), Role::Warn)
}

/// A sentence that ends with the key that takes it back.
fn with_undo(model: &Model, id: &str) -> String {
    let key = model.keymap.shown(Act::Undo, shown::place(model), &model.words);
    model.words.say_with(id, &[("key", key.into())])
}

fn note_created(model: &mut Model, done: &Done) {
    for created in &done.created {
        match created {
            Created::Session(id) => model.spots.sessions.want(id.clone()),
            Created::Note(id) => model.spots.of_mut(&id.session()).want(id.0.clone()),
            Created::Resolution(id) => model.spots.of_mut(&id.session()).want(id.0.clone()),
            Created::Body(_) | Created::Organisation(_) | Created::Seat(_) | Created::Correction(_) => {}
        }
    }
}

/// Puts the open list together anew: its rows were read, or something that groups are named by or ordered by.
fn regroup_open(model: &mut Model) {
    model.with_page(&Screen::Open, |page, context| page.answered(context));
}
