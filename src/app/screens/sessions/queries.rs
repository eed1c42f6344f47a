//! What is asked of the office for the list of sessions: its first rows, and all when they are wanted. Does not know where
//! one is in it.

use crate::app::books::Sessions;
use crate::app::context::Context;
use crate::app::step::Step;
use crate::office::query::Query;

/// So many sessions are asked for at first.
const FIRST_SESSIONS: usize = 100;

/// The question for the list as it is: its first rows, or all once they were asked for.
pub(in crate::app) fn sessions_query(known: Option<&Sessions>) -> Query {
    match known {
        Some(known) if known.asked_for_all && known.rows.len() > FIRST_SESSIONS => Query::Sessions,
        _ => Query::LatestSessions {
            limit: FIRST_SESSIONS,
        },
    }
}

/// Asks for all sessions, where only the first ones are at hand: the others are looked through or come near.
pub(in crate::app) fn all_sessions(context: &Context) -> Vec<Step> {
    let known = context.books.sessions.as_ref();
    let rest = known.filter(|sessions| !sessions.asked_for_all);
    rest.map(|_| Step::Ask(Query::Sessions)).into_iter().collect()
}
