//! What is asked of an item of the agenda beside its words: its result, whether it is confidential, whether it stands on
//! every agenda of the body. Does not know where the items are listed.

use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::locked::locked;
use crate::app::meets::time_in;
use crate::app::screens::attachments;
use crate::app::step::Step;
use crate::domain::attachment::AttachedTo;
use crate::domain::session::{AgendaItem, AgendaKind, ItemResult, Session};
use crate::office::command::Command;
use crate::office::query::SessionView;
use crate::say;
use crate::ui::{Piece, Role};

/// The session with an item changed.
fn with_item(session: &Session, at: usize, change: impl Fn(&mut AgendaItem)) -> Vec<Step> {
    if let Some(step) = locked(session) {
        return vec![step];
    }
    let mut after = session.clone();
    let Some(item) = after.agenda.get_mut(at) else {
        return Vec::new();
    };
    change(item);
    vec![Step::change(Command::RecordSession {
        before: Some(Box::new(session.clone())),
        after: Box::new(after),
    })]
}

/// Asks what the session made of an item.
pub(super) fn ask_result(context: &Context, session: &Session, at: usize) -> Vec<Step> {
    let Some(item) = session.agenda.get(at) else {
        return Vec::new();
    };
    if let Some(step) = locked(session) {
        return vec![step];
    }
    let words = context.words;
    let set = |result| with_item(session, at, |item| item.result = result);
    let known = ItemResult::ALL.map(|result| (say::item_result(words, result), set(Some(result))));
    let mut answers = known.to_vec();
    answers.push((words.say("item-no-result"), set(None)));
    let now = ItemResult::ALL
        .iter()
        .position(|result| Some(*result) == item.result);
    vec![Step::Question(Dialog {
        title: words.say("item-result-title"),
        text: item.title.clone(),
        answers,
        at: now.unwrap_or(0),
        is_unforeseen: false,
    })]
}

/// Makes an item confidential, or no longer.
pub(super) fn hide(session: &Session, at: usize) -> Vec<Step> {
    with_item(session, at, |item| item.confidential = !item.confidential)
}

/// Names a file on an item, or takes one off.
pub(super) fn attach(context: &Context, session: &Session, at: usize) -> Vec<Step> {
    let (Some(item), Ok(number)) = (session.agenda.get(at), u32::try_from(at + 1)) else {
        return Vec::new();
    };
    if let Some(step) = locked(session) {
        return vec![step];
    }
    let to = AttachedTo::Item(session.id.clone(), number);
    attachments::ask(context, to, item.title.clone(), &item.attachments)
}

/// Puts an item on every agenda of the body, or no longer.
pub(super) fn make_standing(context: &Context, view: &SessionView, at: usize) -> Vec<Step> {
    let Some(item) = view
        .session
        .agenda
        .get(at)
        .filter(|item| item.kind == AgendaKind::Ordinary)
    else {
        return vec![Step::Say(context.words.say("item-stands-by-itself"), Role::Faint)];
    };
    let mut after = view.body.clone();
    match is_standing(view, item) {
        true => after.standing_items.retain(|one| one.title != item.title),
        false => after.standing_items.push(AgendaItem {
            title: item.title.clone(),
            planned_minutes: item.planned_minutes,
            confidential: item.confidential,
            ..AgendaItem::default()
        }),
    }
    vec![Step::change(Command::RecordBody {
        before: Some(view.body.clone()),
        after,
    })]
}

fn is_standing(view: &SessionView, item: &AgendaItem) -> bool {
    view.body.standing_items.iter().any(|one| one.title == item.title)
}

/// What is known of an item beside its words, in the order in which it is read.
pub(super) fn marks(context: &Context, view: &SessionView, at: usize, item: &AgendaItem) -> Vec<Piece> {
    let words = context.words;
    let faint = |id: &str| Piece::ours(words.say(id)).role(Role::Faint);
    let mut marks = Vec::new();
    if let Some(result) = item.result {
        let role = match result {
            ItemResult::Adopted | ItemResult::Amended => Role::Done,
            ItemResult::Postponed => Role::Warn,
            ItemResult::Refused | ItemResult::Withdrawn => Role::Faint,
        };
        marks.push(Piece::ours(say::item_result(words, result)).role(role));
    }
    let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
    if view.undiscussed().contains(&number) {
        marks.push(faint("item-undiscussed"));
    }
    if item.confidential {
        marks.push(Piece::ours(words.say("paper-confidential")).role(Role::Warn));
    }
    if item.carried_from.is_some() {
        marks.push(faint("item-carried"));
    }
    if is_standing(view, item) {
        marks.push(faint("item-standing"));
    }
    let files = attachments::pieces(context, &item.attachments);
    marks.extend(files.into_iter().map(|piece| piece.role(Role::Faint)));
    marks
}

/// Minutes that an item has taken of those planned for it, «۱۲ از ۲۰»; whether it takes longer than planned.
pub(super) fn minutes(context: &Context, session: &Session, at: usize, item: &AgendaItem) -> (String, Role) {
    let words = context.words;
    let now = time_in(context, session).or(session.end);
    let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
    match (session.minutes_taken(number, now), item.planned_minutes) {
        (Some(taken), Some(planned)) => {
            let args = [("taken", taken.into()), ("planned", planned.into())];
            let role = if taken > planned { Role::Warn } else { Role::Faint };
            (words.say_with("item-minutes-of", &args), role)
        }
        (Some(taken), None) => {
            let said = words.say_with("item-minutes", &[("taken", taken.into())]);
            (said, Role::Faint)
        }
        (None, Some(planned)) => (words.number(planned), Role::Faint),
        (None, None) => (String::new(), Role::Faint),
    }
}
