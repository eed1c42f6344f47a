//! The sheet of session fees (حق‌الجلسه): who was there for how many hours, and what the body's rule of each day gives.
//! Does not know how a fee is reckoned; the domain does.

use super::attendance_sheet::holder_of;
use super::letters::{plain_title, signed_by_secretary};
use super::paper;
use super::register::title_of;
use crate::calendar::Jalali;
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::fee::{FeeRule, minutes_present};
use crate::domain::seat::Seat;
use crate::domain::session::Session;
use crate::exchange::paper::{Block, Paper, PaperCell, PaperColumn, PaperTable, Text};
use crate::office::read::YearRoll;
use crate::papers::page_of_pages;
use crate::say;
use crate::words::Words;

/// Who sat in a seat, and what comes to them.
struct Sat<'a> {
    seat: &'a Seat,
    who: Text,
    sessions: u32,
    /// Sessions of which no hours are known.
    without_hours: u32,
    minutes: u32,
    months: Vec<PaidMonth>,
}

/// Minutes present in the sessions of one month under one rule.
struct PaidMonth {
    month: (i32, u8),
    rule: FeeRule,
    minutes: Vec<u32>,
}

/// The sheet of a body's year. Where no rule sets a fee the sheet says so, and has hours alone.
pub fn fee_sheet(words: &Words, roll: &YearRoll) -> Paper {
    let title = title_of(words, "fees", Some(&roll.body), roll.year);
    let all = sat(roll);
    let rules = rules(roll);
    let mut blocks = vec![Block::Title(Text::ours(&title))];
    if rules.is_empty() {
        blocks.push(Block::Paragraph(Text::ours(words.say("fees-no-rule"))));
    }
    let rules = rules
        .iter()
        .map(|rule| Block::Paragraph(Text::ours(say::fee(words, rule))));
    blocks.extend(rules);
    let without_hours: u32 = all.iter().map(|one| one.without_hours).sum();
    if without_hours > 0 {
        let told = words.say_with("fees-without-hours", &[("count", without_hours.into())]);
        blocks.push(Block::Paragraph(Text::ours(told)));
    }
    if all.is_empty() {
        blocks.push(Block::Paragraph(Text::ours(words.say("attendance-empty"))));
    } else {
        blocks.push(Block::Table(table(words, &all)));
    }
    // The one of the last session.
    let secretary = roll.sessions.iter().rev();
    let secretary = secretary.filter_map(|session| session.secretary.as_ref()).next();
    blocks.push(signed_by_secretary(words, &roll.body, secretary));
    Paper {
        title: plain_title(&title),
        landscape: true,
        foot: page_of_pages(words),
        ..paper(words, blocks)
    }
}

/// The fees that were in force on the days of the sessions, each once, in their order.
fn rules(roll: &YearRoll) -> Vec<FeeRule> {
    let mut rules = Vec::new();
    for rule in roll.sessions.iter().filter_map(|session| rule_of(roll, session)) {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    rules
}

fn rule_of(roll: &YearRoll, session: &Session) -> Option<FeeRule> {
    roll.body.rules_for(session.date)?.fee
}

/// Everyone who was there, by seat in protocol order and then as they first came.
fn sat(roll: &YearRoll) -> Vec<Sat<'_>> {
    let mut all: Vec<Sat> = Vec::new();
    for seat in &roll.seats {
        let from = all.len();
        for session in &roll.sessions {
            let Some(mark) = roll.mark(session, seat).filter(|mark| mark.status.counts()) else {
                continue;
            };
            let who = sitter(seat, mark, session);
            let at = all[from..]
                .iter()
                .position(|one| one.who == who)
                .map(|at| from + at);
            let at = at.unwrap_or_else(|| {
                all.push(Sat {
                    seat,
                    who,
                    sessions: 0,
                    without_hours: 0,
                    minutes: 0,
                    months: Vec::new(),
                });
                all.len() - 1
            });
            all[at].add(session, minutes_present(session, mark), rule_of(roll, session));
        }
    }
    all
}

/// Who sat there that day: the one who stood in, the person recorded, or the holder.
fn sitter(seat: &Seat, mark: &Attendance, session: &Session) -> Text {
    let stand_in = mark
        .representative
        .as_ref()
        .filter(|_| mark.status == Presence::Represented);
    match (stand_in, &mark.person) {
        (Some(Representative { name, post }), _) => {
            Text::joined([Text::some(name.as_ref()), Text::some(post.as_ref())], "، ")
        }
        (None, Some(person)) => Text::stored(person),
        (None, None) => holder_of(seat, session.date),
    }
}

impl Sat<'_> {
    fn add(&mut self, session: &Session, minutes: Option<u32>, rule: Option<FeeRule>) {
        self.sessions += 1;
        let Some(minutes) = minutes else {
            self.without_hours += 1;
            return;
        };
        self.minutes += minutes;
        // Limits are those of a month: a session without a day is in none.
        let (Some(day), Some(rule)) = (session.date, rule) else {
            return;
        };
        let Jalali { year, month, day: _ } = day.jalali();
        let month = (year, month);
        match self
            .months
            .iter_mut()
            .find(|one| one.month == month && one.rule == rule)
        {
            Some(known) => known.minutes.push(minutes),
            None => self.months.push(PaidMonth {
                month,
                rule,
                minutes: vec![minutes],
            }),
        }
    }

    fn rials(&self) -> u64 {
        let of_month = |month: &PaidMonth| month.rule.of_month(month.minutes.iter().copied()).rials;
        self.months.iter().map(of_month).fold(0, u64::saturating_add)
    }
}

fn table(words: &Words, all: &[Sat]) -> PaperTable {
    let is_paid = all.iter().any(|one| !one.months.is_empty());
    let mut columns = vec![
        ("register-number", 5),
        ("head-seat", 28),
        ("invitation-who", 28),
        ("fees-sessions", 9),
        ("fees-hours", 10),
    ];
    if is_paid {
        columns.push(("fees-rials", 14));
    }
    columns.push(("attendance-signature", 14));
    let mut rows: Vec<Vec<PaperCell>> = (1u32..)
        .zip(all)
        .map(|(number, one)| {
            let head = [
                Text::ours(words.number(number)),
                Text::stored(&one.seat.name),
                one.who.clone(),
            ];
            let rials = is_paid.then(|| one.rials());
            row(words, head, one.sessions, one.minutes, rials)
        })
        .collect();
    let head = [
        Text::default(),
        Text::ours(words.say("fees-sum")),
        Text::default(),
    ];
    let sessions = all.iter().map(|one| one.sessions).sum();
    let minutes = all.iter().map(|one| one.minutes).sum();
    let rials = is_paid.then(|| all.iter().map(Sat::rials).fold(0, u64::saturating_add));
    rows.push(row(words, head, sessions, minutes, rials));
    let column = |(id, share)| PaperColumn {
        head: Text::ours(words.say(id)),
        share,
    };
    PaperTable {
        columns: columns.into_iter().map(column).collect(),
        rows,
        signed: true,
    }
}

fn row(words: &Words, head: [Text; 3], sessions: u32, minutes: u32, rials: Option<u64>) -> Vec<PaperCell> {
    let hours = words.number(format!("{}:{:02}", minutes / 60, minutes % 60));
    let mut cells = head.to_vec();
    cells.push(Text::ours(words.number(sessions)));
    cells.push(Text::ours(hours));
    cells.extend(rials.map(|rials| Text::ours(words.amount(rials))));
    cells.push(Text::default());
    cells.into_iter().map(|text| vec![text]).collect()
}

#[cfg(test)]
mod tests;
