//! The rounds of a recurring deadline, in words. Does not know which are listed.

use crate::app::context::Context;
use crate::app::say;
use crate::domain::deadline::{Round, RoundState};
use crate::domain::resolution::{FollowUp, Granted, Resolution, Status};
use crate::office::query::ResolutionRow;
use crate::papers::{self, plain::line};
use crate::ui::{Piece, Role};

/// So many are listed; what lies before them is counted.
const MOST: usize = 12;

/// The rounds of a resolution or one of its clauses, the oldest first; nothing where its deadline does not recur.
pub(super) fn pieces(
    context: &Context,
    row: &ResolutionRow,
    granted: &Granted,
    clause: Option<&str>,
    status: Status,
) -> Vec<Piece> {
    let words = context.words;
    let (rounds, left_out) = granted.rounds(row.session_date, status, context.setup.today, MOST);
    let before = words.say_with("rounds-before", &[("count", left_out.into())]);
    let before = (left_out > 0).then(|| Piece::ours(before).role(Role::Faint));
    let listed = rounds
        .iter()
        .map(|round| piece(context, &row.resolution, round, clause));
    before.into_iter().chain(listed).collect()
}

/// How many rounds passed without an answer, where any did.
pub(super) fn missed(context: &Context, count: usize) -> Option<Piece> {
    let words = context
        .words
        .say_with("rounds-missed", &[("count", count.into())]);
    (count > 0).then(|| Piece::ours(words).role(Role::Late))
}

fn piece(context: &Context, resolution: &Resolution, round: &Round, clause: Option<&str>) -> Piece {
    let words = context.words;
    let distance = || say::distance(words, context.setup.today, round.due);
    let (what, role) = match round.state {
        RoundState::Answered(on) => {
            let late = round.due.days_until(on);
            let args = [("date", words.day(on).into()), ("days", late.into())];
            let (id, role) = match late > 0 {
                true => ("round-answered-late", Role::Warn),
                false => ("round-answered", Role::Done),
            };
            (words.say_with(id, &args), role)
        }
        RoundState::PassedOver(on) => {
            let args = [("date", words.day(on).into())];
            (words.say_with("round-passed-over", &args), Role::Warn)
        }
        RoundState::Missed => {
            let args = [("distance", distance().into())];
            (words.say_with("round-missed", &args), Role::Late)
        }
        RoundState::Next => {
            let args = [("distance", distance().into())];
            (words.say_with("round-next", &args), Role::InTime)
        }
    };
    let answer = answer_of(resolution, round, clause);
    let by = answer.map(|answer| line(&papers::answered_by(words, answer)));
    let parts = [say::day_marked(words, round.due), what];
    let parts = parts.into_iter().chain(by.filter(|by| !by.is_empty()));
    Piece::ours(parts.collect::<Vec<_>>().join(" · ")).role(role)
}

/// The follow-up that a round was answered by.
fn answer_of<'a>(resolution: &'a Resolution, round: &Round, clause: Option<&str>) -> Option<&'a FollowUp> {
    let RoundState::Answered(on) = round.state else {
        return None;
    };
    resolution.answers(clause).find(|answer| answer.date == Some(on))
}
