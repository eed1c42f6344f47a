//! What can be asked of one resolution, or of those that are chosen, wherever they are shown. Does not know where that
//! is, nor how one is edited.

use super::{attachments, moving, parts};
use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::keys::{Act, Place, key_word};
use crate::app::locked::locked_row;
use crate::app::step::{Step, To};
use crate::app::{Screen, forms, say};
use crate::domain::attachment::AttachedTo;
use crate::domain::ids::ResolutionId;
use crate::domain::resolution::{Resolution, Status};
use crate::domain::vote::Cast;
use crate::office::command::Command;
use crate::office::query::ResolutionRow;
use crate::text::isolate;
use crate::ui::Role;

/// So many columns of the name of a resolution stand over the files that belong to it.
const NAME_COLUMNS: u16 = 40;

/// What can be asked of one resolution, wherever it is shown.
pub(super) fn act_on(context: &Context, row: &ResolutionRow, act: Act) -> Vec<Step> {
    let resolution = &row.resolution;
    match act {
        Act::Open => vec![Step::Open(To::Over(Screen::Resolution(resolution.id.clone())))],
        Act::Edit => forms::edit_resolution(context, row),
        Act::FollowUp => forms::follow_up(context, row, None),
        Act::Remind => forms::remind(context, row, None),
        Act::SetStatus => ask_status(context, row),
        Act::Remove => ask_remove(context, row, false),
        Act::Split => parts::ask_split(context, row),
        Act::Merge => parts::merge(context, row),
        Act::Extend => forms::extend(context, row, None),
        Act::VoteByName => by_name(row),
        Act::Vote => vote(context, row),
        Act::Hide => hide(context, row),
        Act::Attach => attach(context, row),
        Act::MoveToSession => moving::ask(context, row),
        Act::Copy => vec![Step::Copy(plain_text(resolution))],
        _ => Vec::new(),
    }
}

/// Whether it can be asked of several resolutions at once.
pub(super) fn is_of_all(act: Act) -> bool {
    matches!(act, Act::SetStatus | Act::FollowUp | Act::Remind | Act::Extend)
}

/// What can be asked of several resolutions at once, as one change; none for what is about one alone.
pub(super) fn act_on_all(context: &Context, rows: &[ResolutionRow], act: Act) -> Option<Vec<Step>> {
    match act {
        Act::SetStatus => Some(ask_status_of_all(context, rows)),
        Act::FollowUp => Some(forms::follow_up_all(context, rows)),
        Act::Remind => Some(forms::remind_all(context, rows)),
        Act::Extend => Some(forms::extend_all(context, rows)),
        _ => None,
    }
}

/// The keys that change several resolutions at once, each with its word.
pub(super) fn keys_of_all(context: &Context, place: Place) -> String {
    let acts = [Act::Remind, Act::FollowUp, Act::SetStatus, Act::Extend];
    let bound = acts.map(|act| context.keymap.of(place).find(|bound| bound.binding.act == act));
    let said = bound.into_iter().flatten().map(|bound| {
        let line = key_word(bound, context.words);
        format!("{} {}", isolate(&line.key), line.word)
    });
    said.collect::<Vec<_>>().join(" · ")
}

fn plain_text(resolution: &Resolution) -> String {
    let subject = resolution.subject.iter().map(String::as_str);
    subject
        .chain([resolution.text.as_str()])
        .collect::<Vec<_>>()
        .join("\n")
}

/// Chooses these beside others; where all of them are chosen, none of them any more.
pub(super) fn choose(context: &Context, ids: Vec<ResolutionId>) -> Step {
    let all = ids.iter().all(|id| context.chosen.contains(id));
    Step::Choose(ids, !all)
}

/// Whether some of these are chosen.
pub(super) fn has_chosen(context: &Context, rows: &[ResolutionRow]) -> bool {
    let chosen = &context.chosen;
    !chosen.is_empty() && rows.iter().any(|row| chosen.contains(&row.resolution.id))
}

/// The chosen ones of these.
pub(super) fn chosen_rows(context: &Context, rows: &[ResolutionRow]) -> Vec<ResolutionRow> {
    let is_chosen = |row: &&ResolutionRow| context.chosen.contains(&row.resolution.id);
    rows.iter().filter(is_chosen).cloned().collect()
}

fn chosen(context: &Context, rows: &[ResolutionRow]) -> Vec<ResolutionId> {
    let ids = rows.iter().map(|row| &row.resolution.id);
    ids.filter(|id| context.chosen.contains(*id)).cloned().collect()
}

/// How many are chosen, and the keys that change them all.
pub(super) fn chosen_note(context: &Context, rows: &[ResolutionRow], place: Place) -> Option<(String, Role)> {
    if !has_chosen(context, rows) {
        return None;
    }
    let keys = keys_of_all(context, place);
    let args = [
        ("count", chosen(context, rows).len().into()),
        ("keys", keys.into()),
    ];
    Some((context.words.say_with("chosen-count", &args), Role::Strong))
}

/// Asks for the status of several resolutions.
fn ask_status_of_all(context: &Context, rows: &[ResolutionRow]) -> Vec<Step> {
    let ids: Vec<ResolutionId> = rows.iter().map(|row| row.resolution.id.clone()).collect();
    let args = [("count", ids.len().into())];
    let title = context.words.say_with("status-title-chosen", &args);
    ask_which_status(context, title, Status::Open, |status| Command::SetStatus {
        resolutions: ids.clone(),
        status,
    })
}

/// Asks for a status; `command` is what the answer does.
pub(super) fn ask_which_status(
    context: &Context,
    title: String,
    now: Status,
    command: impl Fn(Status) -> Command,
) -> Vec<Step> {
    let answers = Status::ALL.map(|status| {
        let (word, _) = say::status(context.words, status, false);
        (word, vec![Step::change(command(status))])
    });
    let at = Status::ALL.iter().position(|status| *status == now).unwrap_or(0);
    vec![Step::Question(Dialog {
        title,
        text: String::new(),
        answers: answers.to_vec(),
        at,
        is_unforeseen: false,
    })]
}

/// A vote by count in its form; one that was taken by name where it was.
fn vote(context: &Context, row: &ResolutionRow) -> Vec<Step> {
    let cast = row.resolution.vote.as_ref().map(|vote| &vote.cast);
    match cast {
        Some(Cast::ByName(_)) => by_name(row),
        _ => forms::vote(context, row),
    }
}

fn by_name(row: &ResolutionRow) -> Vec<Step> {
    vec![Step::Open(To::Over(Screen::Ballots(row.resolution.id.clone())))]
}

/// Names a file on a resolution, or takes one off.
fn attach(context: &Context, row: &ResolutionRow) -> Vec<Step> {
    if let Some(step) = locked_row(context, row) {
        return vec![step];
    }
    let resolution = &row.resolution;
    let to = AttachedTo::Resolution(resolution.id.clone());
    let of = say::shortened(context.look, resolution.name(), NAME_COLUMNS);
    attachments::ask(context, to, of, &resolution.attachments)
}

/// Makes a resolution confidential, or no longer.
fn hide(context: &Context, row: &ResolutionRow) -> Vec<Step> {
    if let Some(step) = locked_row(context, row) {
        return vec![step];
    }
    let after = Resolution {
        confidential: !row.resolution.confidential,
        ..row.resolution.clone()
    };
    vec![Step::change(Command::RecordResolution {
        before: Some(Box::new(row.resolution.clone())),
        after: Box::new(after),
    })]
}

fn ask_status(context: &Context, row: &ResolutionRow) -> Vec<Step> {
    let session = context.books.session(&row.session).map(|view| view.session.state);
    if session.is_some_and(|state| !state.is_open()) {
        // The minutes are locked, but life goes on: a new status comes with the follow-up that brought it.
        let said = Step::Say(context.words.say("status-by-follow-up"), Role::Plain);
        let form = forms::follow_up(context, row, None);
        return std::iter::once(said).chain(form).collect();
    }
    let title = context.words.say("status-title");
    let before = Box::new(row.resolution.clone());
    ask_which_status(context, title, row.resolution.status, |status| {
        let after = Resolution {
            status,
            ..row.resolution.clone()
        };
        Command::RecordResolution {
            before: Some(before.clone()),
            after: Box::new(after),
        }
    })
}

/// Asks before a resolution is taken away; `leave` when the screen is about it alone.
pub(super) fn ask_remove(context: &Context, row: &ResolutionRow, leave: bool) -> Vec<Step> {
    if let Some(step) = locked_row(context, row) {
        return vec![step];
    }
    let name = row.resolution.subject.as_deref().unwrap_or(&row.resolution.text);
    let name: String = name.lines().next().unwrap_or_default().chars().take(80).collect();
    let text = context
        .words
        .say_with("remove-resolution", &[("name", name.into())]);
    let command = Box::new(Command::RemoveResolution(row.resolution.id.clone()));
    let then = if leave {
        vec![Step::Do(command), Step::Back]
    } else {
        vec![Step::Do(command)]
    };
    vec![Step::Question(Dialog::before_removing(context.words, text, then))]
}
