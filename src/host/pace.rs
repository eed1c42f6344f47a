//! How much is on its way to a terminal, and whether a further frame waits until it has come there: on a slow line a frame
//! that is made later shows more and is as old. Does not know what is on a frame, nor the clock.
//!
//! A terminal answers its questions in the order of what it is sent, so an answer says that all before it was taken,
//! whatever buffers lie between. tmux and GNU screen answer by themselves, also when nobody takes their output: behind them
//! a frame is waited for as long as it takes on a telephone line. mosh paces by itself.

use crate::calendar::Moment;
use chrono::TimeDelta;
use std::collections::VecDeque;

/// The shortest question that every terminal which answers at all answers (DA1).
pub const QUESTION: &[u8] = b"\x1b[c";

/// With so many bytes on the way no frame is added. With small frames several are under way at once, so that a line is used
/// while an answer comes back.
const MOST_BYTES: usize = 1500;
/// The same on a line that is known to be slow: what is under way there while an answer comes back.
const MOST_BYTES_SLOW: usize = 700;
/// After so many bytes it is asked.
const ASKED_EACH: usize = 400;
/// The same on a line that is known to be slow.
const ASKED_EACH_SLOW: usize = 200;
/// An answer that has not come then is lost, or the line so slow that nobody knows.
pub const ANSWERED_WITHIN: TimeDelta = TimeDelta::seconds(3);

/// Without answers: frames up to so many bytes are not waited for.
const FREE_BYTES: usize = 1024;
/// How long others take: 56,000 bits a second, of eight bits in a byte.
const BYTES_A_SECOND: usize = 7000;
/// The same on a line that is known to be slow: 9,600 bits a second.
const BYTES_A_SECOND_SLOW: usize = 1200;

/// An answer that takes so long came over a slow line, where it was asked behind few bytes.
const SLOW_FROM: TimeDelta = TimeDelta::milliseconds(700);
/// So many of them in a row make a line a slow one.
const SLOW_ANSWERS: u8 = 3;

/// By what frames are held back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PacedBy {
    /// By nothing: nobody answers, or somebody else paces.
    #[default]
    Nothing,
    /// By what the terminal answers.
    Answers,
    /// By the time that a slow line takes.
    Time,
}

/// What is on its way.
#[derive(Debug, Default)]
pub struct Pace {
    by: PacedBy,
    /// Whether the line is known to be slow.
    is_slow: bool,
    /// Bytes up to each question that has not been answered, and when it was asked.
    asked: VecDeque<(usize, Moment)>,
    /// Bytes behind the last question.
    behind: usize,
    /// When what was sent last has come there, as far as time tells.
    free_at: Option<Moment>,
    /// Answers in a row that took long.
    slow_answers: u8,
    was_said_slow: bool,
}

impl Pace {
    /// Frames are held back by something else from now on.
    pub fn set(&mut self, by: PacedBy) {
        self.by = by;
    }

    /// Takes in that the line is slow, or is not known to be.
    pub fn set_slow(&mut self, is_slow: bool) {
        self.is_slow = is_slow;
    }

    /// Takes in that a frame is sent; whether the question is to be sent behind it.
    pub fn sends(&mut self, bytes: usize, now: Moment) -> bool {
        match self.by {
            PacedBy::Nothing => false,
            PacedBy::Time => {
                self.free_at = self.arrives_at(bytes, now);
                false
            }
            PacedBy::Answers => {
                self.asked.retain(|(_, at)| !is_lost(*at, now));
                self.behind += bytes;
                let asks = self.behind >= self.of_line(ASKED_EACH, ASKED_EACH_SLOW);
                if asks {
                    self.asked.push_back((std::mem::take(&mut self.behind), now));
                }
                asks
            }
        }
    }

    fn arrives_at(&self, bytes: usize, now: Moment) -> Option<Moment> {
        if bytes <= self.of_line(FREE_BYTES, 0) {
            return None;
        }
        let millis = bytes * 1000 / self.of_line(BYTES_A_SECOND, BYTES_A_SECOND_SLOW);
        Some(now + TimeDelta::milliseconds(i64::try_from(millis).ok()?))
    }

    fn of_line(&self, quick: usize, slow: usize) -> usize {
        if self.is_slow { slow } else { quick }
    }

    /// Takes an answer in; whether it was to one of these questions.
    pub fn answered(&mut self, now: Moment) -> bool {
        let Some((bytes, at)) = self.asked.pop_front() else {
            return false;
        };
        let is_late = now - at >= SLOW_FROM && bytes < 2 * MOST_BYTES;
        self.slow_answers = if is_late {
            self.slow_answers.saturating_add(1)
        } else {
            0
        };
        true
    }

    /// Whether the last answers tell that the line is slow; said once.
    pub fn turns_slow(&mut self) -> bool {
        let looks_slow = self.slow_answers >= SLOW_ANSWERS;
        looks_slow && !std::mem::replace(&mut self.was_said_slow, true)
    }

    /// Whether a frame is to wait.
    pub fn is_full(&self, now: Moment) -> bool {
        match self.by {
            PacedBy::Nothing => false,
            PacedBy::Time => self.free_at.is_some_and(|at| is_ahead(now, at)),
            PacedBy::Answers => {
                let asked: usize = self.asked.iter().map(|(bytes, _)| bytes).sum();
                let most = self.of_line(MOST_BYTES, MOST_BYTES_SLOW);
                let is_answered = |(_, at): &(usize, Moment)| is_lost(*at, now);
                asked + self.behind > most && !self.asked.front().is_none_or(is_answered)
            }
        }
    }

    /// The moment at which a frame that waits waits no more, whatever comes.
    pub fn waits_until(&self) -> Option<Moment> {
        match self.by {
            PacedBy::Nothing => None,
            PacedBy::Time => self.free_at,
            PacedBy::Answers => self.asked.front().map(|(_, at)| *at + ANSWERED_WITHIN),
        }
    }

    /// When the last question was asked that has not been answered.
    pub fn asked_at(&self) -> Option<Moment> {
        self.asked.back().map(|(_, at)| *at)
    }

    /// Forgets what was on the way: the terminal was given back meanwhile.
    pub fn forget(&mut self) {
        self.asked.clear();
        (self.behind, self.free_at) = (0, None);
    }
}

fn is_lost(asked: Moment, now: Moment) -> bool {
    !is_ahead(now, asked + ANSWERED_WITHIN)
}

/// Whether a moment is still to come. A clock that is set back must hold no frame for hours.
fn is_ahead(now: Moment, at: Moment) -> bool {
    now < at && at - now <= ANSWERED_WITHIN
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Moment {
        let start: Moment = "2026-11-22T08:00:00Z".parse().unwrap();
        start + TimeDelta::milliseconds(millis)
    }

    fn paced(by: PacedBy) -> Pace {
        Pace {
            by,
            ..Pace::default()
        }
    }

    #[test]
    fn small_frames_go_on_and_large_ones_wait_for_the_answer() {
        let mut pace = paced(PacedBy::Answers);
        assert!(!pace.sends(20, at(0)));
        assert!(pace.sends(380, at(0)) && !pace.is_full(at(0)));
        assert!(pace.sends(1400, at(1)) && pace.is_full(at(1)));
        assert!(pace.answered(at(300)));
        assert!(!pace.is_full(at(300)), "1,400 bytes are on the way");
        assert!(pace.answered(at(400)));
        assert!(!pace.answered(at(401)), "nothing more was asked");
    }

    #[test]
    fn an_answer_that_does_not_come_is_waited_for_three_seconds() {
        let mut pace = paced(PacedBy::Answers);
        pace.sends(4000, at(0));
        assert_eq!(pace.waits_until(), Some(at(3000)));
        assert!(pace.is_full(at(2999)) && !pace.is_full(at(3000)));
        assert!(!pace.is_full(at(-60_000)), "the clock was set back");
        pace.sends(10, at(3000));
        assert!(!pace.is_full(at(3000)) && pace.asked_at().is_none());
    }

    #[test]
    fn behind_a_multiplexer_a_large_frame_takes_its_time_and_a_small_one_none() {
        let mut pace = paced(PacedBy::Time);
        assert!(!pace.sends(700, at(0)) && !pace.is_full(at(0)));
        assert!(!pace.sends(2100, at(0)));
        assert!(pace.is_full(at(299)) && !pace.is_full(at(300)));
        pace.set_slow(true);
        pace.sends(120, at(1000));
        assert!(pace.is_full(at(1099)) && !pace.is_full(at(1100)));
    }

    #[test]
    fn a_line_looks_slow_when_three_answers_in_a_row_take_long() {
        let mut pace = paced(PacedBy::Answers);
        let mut turns_slow = |took| {
            pace.sends(500, at(0));
            pace.answered(at(took));
            pace.turns_slow()
        };
        let turns = [900, 900, 100, 900, 800, 700, 900].map(&mut turns_slow);
        assert_eq!(turns, [false, false, false, false, false, true, false]);
    }

    #[test]
    fn where_nothing_paces_nothing_is_asked_and_nothing_waits() {
        let mut pace = paced(PacedBy::Nothing);
        assert!(!pace.sends(100_000, at(0)) && !pace.is_full(at(0)));
        assert_eq!(pace.waits_until(), None);
    }
}
