//! Sessions and days that are due as a schedule for a calendar. Does not know how a calendar is written.

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
        let item = line(&super::session::agenda_item(words, item));
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
        let due = self.granted.due(self.row.session_date, self.row.session_notified);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::TimeOfDay;
    use crate::domain::deadline::read_deadline;
    use crate::domain::ids::{ResolutionId, SessionId};
    use crate::domain::resolution::{ClauseState, FollowUp, Resolution};
    use crate::text::unmarked;
    use crate::words::{Digits, Lang};

    fn day(year: i32, month: u8, day: u8) -> Day {
        Day::from_jalali(year, month, day).unwrap()
    }

    fn held() -> SessionRow {
        let item = |title: &str| AgendaItem {
            title: title.to_owned(),
            ..AgendaItem::default()
        };
        SessionRow {
            session: Session {
                id: "s1".into(),
                ordinal: Some(8),
                date: Some(day(1402, 4, 13)),
                start: TimeOfDay::new(9, 0),
                place: Some("سالن".to_owned()),
                agenda: vec![item("آب"), item("برق")],
                ..Session::default()
            },
            body: "کتاف".to_owned(),
            resolutions: 1,
            open: 1,
            overdue: 0,
            clock: None,
        }
    }

    fn decided(deadline: &str, status: Status) -> ResolutionRow {
        let date = Some(day(1402, 4, 13));
        ResolutionRow {
            resolution: Resolution {
                id: ResolutionId::in_session(&SessionId::from("s1"), "r1"),
                text: "گزارش داده شود.".to_owned(),
                deadline: Some(read_deadline(deadline, date)),
                responsible: vec![Responsible {
                    written: "آبفا".to_owned(),
                    organisation: None,
                }],
                ..Resolution::default()
            },
            session: "s1".into(),
            body: "b1".into(),
            body_name: "کتاف".to_owned(),
            session_date: date,
            session_ordinal: Some(8),
            session_year: Some(1402),
            session_notified: None,
            status,
            due: None,
            first_due: None,
            overdue: false,
            missed: 0,
            warnings: Vec::new(),
        }
    }

    fn made(rows: &[ResolutionRow], today: Day) -> Vec<Task> {
        let words = Words::new(Lang::Fa, Digits::Persian);
        schedule(&words, &[held()], rows, today, Moment::UNIX_EPOCH).tasks
    }

    #[test]
    fn a_session_is_a_meeting_with_its_agenda() {
        let words = Words::new(Lang::Fa, Digits::Persian);
        let mut undated = held();
        undated.session.date = None;
        let schedule = schedule(
            &words,
            &[held(), undated],
            &[],
            day(1402, 5, 1),
            Moment::UNIX_EPOCH,
        );
        let [meeting] = schedule.meetings.as_slice() else {
            panic!("{:?}", schedule.meetings);
        };
        assert_eq!(meeting.uid, "s1@dabir");
        assert_eq!(unmarked(&meeting.summary), "هشتمین جلسه کتاف");
        assert_eq!(unmarked(&meeting.description), "دستور کار:\n۱. آب\n۲. برق");
    }

    #[test]
    fn what_is_due_is_a_task_and_what_is_done_is_a_done_one() {
        let today = day(1402, 5, 1);
        let mut done = decided("ده روز", Status::Done);
        done.resolution.status = Status::Done;
        let rows = [
            decided("ده روز", Status::Open),
            done,
            decided("ده روز", Status::Cancelled),
            decided("مستمر", Status::Open),
        ];
        let tasks = made(&rows, today);
        assert_eq!(
            tasks.iter().map(|task| task.done).collect::<Vec<_>>(),
            [false, true]
        );
        assert!(tasks.iter().all(|task| task.due == day(1402, 4, 23)));
        assert_eq!(tasks[0].uid, "s1/r1@dabir");
        assert_eq!(unmarked(&tasks[0].summary), "مهلت: گزارش داده شود.");
        assert_eq!(
            unmarked(&tasks[0].description),
            "گزارش داده شود.\nمسئول: آبفا\nمهلت اقدام: ده روز\nمصوبه هشتمین جلسه کتاف"
        );
    }

    #[test]
    fn a_recurring_deadline_is_days_of_two_years_each_with_its_own_uid() {
        let mut row = decided("سه ماه یکبار", Status::Open);
        row.resolution.follow_ups.push(FollowUp {
            date: Some(day(1402, 7, 1)),
            ..FollowUp::default()
        });
        let tasks = made(&[row], day(1402, 11, 1));
        let told: Vec<(String, bool)> = tasks
            .iter()
            .map(|task| (task.due.to_string(), task.done))
            .collect();
        let wanted = [
            ("1402/07/13", true),
            ("1402/10/13", false),
            ("1403/01/13", false),
            ("1403/04/13", false),
            ("1403/07/13", false),
            ("1403/10/13", false),
        ];
        assert_eq!(told, wanted.map(|(due, done)| (due.to_owned(), done)));
        assert_eq!(tasks[1].uid, "s1/r1/2024-01-03@dabir");
    }

    #[test]
    fn a_clause_with_its_own_deadline_is_a_task_of_its_own() {
        let mut row = decided("ده روز", Status::Open);
        row.resolution.text = "مقرر شد:\nالف) فهرست تهیه شود.\nب) نتیجه اعلام شود.".to_owned();
        let state = ClauseState {
            deadline: Some(read_deadline("یک ماه", row.session_date)),
            status: Status::Done,
            ..ClauseState::default()
        };
        row.resolution.clauses.insert("الف".to_owned(), state);
        let tasks = made(&[row], day(1402, 5, 1));
        assert_eq!(tasks.len(), 2);
        assert_eq!(tasks[1].uid, "s1/r1/الف@dabir");
        assert_eq!(unmarked(&tasks[1].summary), "مهلت: بند الف: فهرست تهیه شود.");
        assert!(tasks[1].done && tasks[1].due == day(1402, 5, 13));
    }

    #[test]
    fn long_wordings_are_shortened_between_words() {
        let short = shortened(&"واژه ".repeat(40));
        assert!(short.chars().count() <= MOST_LETTERS + 1 && short.ends_with("واژه…"));
        assert_eq!(shortened("یک\nدو"), "یک دو");
    }
}
