//! Sessions and days that are due as a schedule for a calendar. Does not know how a calendar is written.

#[cfg(test)]
mod tests;

use super::plain::line;
use super::terms;
use crate::calendar::{Day, Moment};
use crate::domain::deadline::RoundState;
use crate::domain::resolution::{Granted, Responsible, Status};
use crate::domain::session::{AgendaItem, Session};
use crate::domain::wording;
use crate::exchange::schedule::{Meeting, Schedule, Task};
use crate::office::query::{ResolutionRow, SessionRow};
use crate::say;
use crate::words::Words;

/// The most letters of a wording in the name of a task.
const MOST_LETTERS: usize = 80;
/// The most days of one recurring deadline; more than the working days of the two years that are looked at.
const MOST_ROUNDS: usize = 800;

/// The sessions that have a day, and what is due by these resolutions and their clauses: what is done stands as done, so
/// that a calendar which had it open learns it; what was cancelled or superseded is left out, and so are deadlines
/// without a day. Of recurring deadlines every day from a year before `today` to a year after it stands alone: a day
/// with an answer is done, one without is open, those to come are open too.
///
/// `made` is when the calendar is made. Uids come from the ids of records alone, so that a later calendar takes the place of an earlier one,
/// though its days were changed; only the days of a recurring deadline have theirs in the uid.
pub fn schedule(
    words: &Words,
    sessions: &[SessionRow],
    rows: &[ResolutionRow],
    today: Day,
    made: Moment,
) -> Schedule {
    Schedule {
        name: words.say("schedule-name"),
        made,
        meetings: sessions.iter().filter_map(|row| meeting(words, row)).collect(),
        tasks: rows.iter().flat_map(|row| tasks(words, row, today)).collect(),
    }
}

fn uid(id: &str) -> String {
    format!("{id}@dabir")
}

fn meeting(words: &Words, row: &SessionRow) -> Option<Meeting> {
    let session = &row.session;
    Some(Meeting {
        uid: uid(session.id.as_str()),
        summary: say::session_name(words, session, &row.body),
        description: agenda(words, session),
        place: session.place.clone(),
        day: session.date?,
        start: session.start,
        end: session.end,
    })
}

fn agenda(words: &Words, session: &Session) -> String {
    if session.agenda.is_empty() {
        return String::new();
    }
    let item = |(number, item): (u32, &AgendaItem)| {
        let item = line(&super::session::invited_item(words, item));
        format!("{}. {item}", words.number(number))
    };
    let items = (1..).zip(&session.agenda).map(item);
    let lines: Vec<String> = std::iter::once(words.say("schedule-agenda"))
        .chain(items)
        .collect();
    lines.join("\n")
}

/// What a task is about: a resolution, or one of its clauses.
struct Matter<'a> {
    row: &'a ResolutionRow,
    id: String,
    name: String,
    text: &'a str,
    responsible: &'a [Responsible],
    granted: Granted<'a>,
    status: Status,
}

fn tasks(words: &Words, row: &ResolutionRow, today: Day) -> Vec<Task> {
    if matches!(row.status, Status::Cancelled | Status::Superseded) {
        return Vec::new();
    }
    let resolution = &row.resolution;
    let whole = Matter {
        row,
        id: resolution.id.to_string(),
        name: shortened(resolution.name()),
        text: &resolution.text,
        responsible: &resolution.responsible,
        granted: resolution.granted(),
        status: row.status,
    };
    let mut found = whole.tasks(words, today);
    let spans = wording::clauses(&resolution.text);
    for (letter, state) in &resolution.clauses {
        let span = spans.iter().find(|span| span.letter == *letter);
        let text = span.map_or("", |span| &resolution.text[span.text_byte.clone()]);
        let args = [("letter", letter.into()), ("text", shortened(text).into())];
        let is_done = row.status == Status::Done;
        let clause = Matter {
            row,
            id: format!("{}/{letter}", resolution.id),
            name: words.say_with("schedule-clause", &args),
            text,
            responsible: &state.responsible,
            granted: resolution.granted_to(letter, state),
            status: if is_done { Status::Done } else { state.status },
        };
        found.extend(clause.tasks(words, today));
    }
    found
}

impl Matter<'_> {
    fn tasks(&self, words: &Words, today: Day) -> Vec<Task> {
        let Some((deadline, _)) = self.granted.in_force(self.row.session_date) else {
            return Vec::new();
        };
        if deadline.comes_round() {
            return self.rounds(words, today);
        }
        let due = self.granted.due(self.row.session_date, self.row.session_after);
        let done = match self.status {
            Status::Open => false,
            Status::Done => true,
            Status::Cancelled | Status::Superseded => return Vec::new(),
        };
        let task = due.map(|due| self.task(words, uid(&self.id), due, done));
        task.into_iter().collect()
    }

    /// A recurring deadline day by day, as it would be listed at the end of the year that is looked at.
    fn rounds(&self, words: &Words, today: Day) -> Vec<Task> {
        let (first, last) = (today.plus_years(-1), today.plus_years(1));
        let (rounds, _) = self
            .granted
            .rounds(self.row.session_date, self.status, last, MOST_ROUNDS);
        let near = rounds
            .into_iter()
            .filter(|round| (first..=last).contains(&round.due));
        let task = |round: crate::domain::deadline::Round| {
            let done = match round.state {
                RoundState::Answered(_) | RoundState::PassedOver(_) => true,
                RoundState::Missed | RoundState::Next => false,
            };
            let uid = uid(&format!("{}/{}", self.id, round.due.iso()));
            self.task(words, uid, round.due, done)
        };
        near.map(task).collect()
    }

    fn task(&self, words: &Words, uid: String, due: Day, done: bool) -> Task {
        Task {
            uid,
            summary: words.say_with("schedule-due", &[("what", self.name.as_str().into())]),
            description: self.described(words),
            due,
            done,
        }
    }

    /// The wording, who is to act, the deadline as written, and of which session it is, each in its line.
    fn described(&self, words: &Words) -> String {
        let said = |id: &str, name: &str, text: String| {
            (!text.trim().is_empty()).then(|| words.say_with(id, &[(name, text.into())]))
        };
        let names = line(&terms::responsible(self.responsible));
        let deadline = self
            .granted
            .in_force(self.row.session_date)
            .map(|(deadline, _)| deadline);
        let written = line(&terms::written(deadline));
        let lines = [
            Some(self.text.to_owned()),
            said("schedule-responsible", "names", names),
            said("schedule-deadline", "written", written),
            said("schedule-session", "session", say::session_of(words, self.row)),
        ];
        let lines: Vec<String> = lines.into_iter().flatten().collect();
        lines.join("\n")
    }
}

/// The first words of a text, with an ellipsis where some are left out.
fn shortened(text: &str) -> String {
    let mut short = String::new();
    for word in text.split_whitespace() {
        if short.chars().count() + word.chars().count() > MOST_LETTERS && !short.is_empty() {
            return format!("{short}…");
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}
