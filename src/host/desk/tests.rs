//! Desks without a wire: what they are told is fed to them, what they send is read through a terminal emulator.

use super::{Desk, DeskEvent, HELD_AT_MOST};
use crate::app::{Effect, Msg, Settings, Setup};
use crate::calendar::{Day, Moment};
use crate::domain::body::Body;
use crate::host::input::{Input, TerminalReply};
use crate::host::kinds::{Environment, Remembered};
use crate::host::tuning::{Bidi, Tuning};
use crate::host::ways::Way;
use crate::office::Office;
use crate::office::command::Command;
use crate::store::Store;
use crate::text::{LineStyle, TextForm, line};
use crate::ui::Key;
use crate::ui::key::Code;
use crate::words::{Digits, Lang};
use chrono::TimeDelta;

/// The mouse is asked for by the first frame, and by nothing that is sent beside frames.
const FIRST: &str = "\x1b[?1000h";
const BODY: &str = "کمیته آبیاری";

fn start() -> Moment {
    "2026-11-22T08:00:00Z".parse().unwrap()
}

fn today() -> Day {
    Day::from_jalali(1405, 9, 1).unwrap()
}

/// An office with one body.
fn office(folder: &std::path::Path) -> Office {
    let office = Office::over(Store::open(&folder.join("store")).unwrap().0);
    let after = Body {
        name: BODY.to_owned(),
        ..Body::default()
    };
    let command = Command::RecordBody { before: None, after };
    office
        .execute("سارا", command, start(), &mut || "b-1".to_owned())
        .unwrap();
    office
}

/// A desk and the terminal that it is seen on; the test is the wire between them, the office's thread and the clock.
struct Seen<'a> {
    desk: Desk,
    office: &'a Office,
    terminal: vt100::Parser,
    now: Moment,
    asked: Vec<Effect>,
    written: String,
}

impl Seen<'_> {
    fn open(office: &Office, lang: Lang, (columns, rows): (u16, u16), way: Way, mouse: bool) -> Seen<'_> {
        Seen::with(office, lang, (columns, rows), Bidi::As(way), mouse)
    }

    fn with(office: &Office, lang: Lang, size: (u16, u16), bidi: Bidi, mouse: bool) -> Seen<'_> {
        let tuning = Tuning::new(bidi, Environment::of(|_| None), Remembered::default());
        Seen::tuned(office, lang, size, tuning, mouse)
    }

    fn tuned(
        office: &Office,
        lang: Lang,
        (columns, rows): (u16, u16),
        tuning: Tuning,
        mouse: bool,
    ) -> Seen<'_> {
        let setup = Setup {
            lang,
            digits: Digits::Latin,
            today: today(),
            actor: "سارا".to_owned(),
            sample: false,
            tutor: false,
            folder: "/papers".into(),
            home: None,
            fetch: None,
            no_color: false,
            ground: crate::ui::Ground::Unknown,
            settings: Settings::default(),
            mouse,
            bandwidth: None,
            form: TextForm::Visual,
            columns,
            rows,
        };
        let (desk, asked) = Desk::open(setup, tuning, start());
        Seen {
            desk,
            office,
            terminal: vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0),
            now: start(),
            asked,
            written: String::new(),
        }
    }

    /// Answers what was asked for, and whatever is asked for upon that.
    fn answer(&mut self) {
        while !self.asked.is_empty() {
            for effect in std::mem::take(&mut self.asked) {
                let query = match effect {
                    Effect::Ask(query) => query,
                    Effect::AskDrafts => {
                        self.feed(DeskEvent::Told(Msg::Drafts(Vec::new())));
                        continue;
                    }
                    effect => panic!("no question: {effect:?}"),
                };
                let answer = self.office.read(&query, today()).unwrap();
                self.feed(DeskEvent::Told(Msg::Answered(query, Box::new(answer))));
            }
        }
    }

    fn feed(&mut self, event: DeskEvent) {
        self.asked.extend(self.desk.feed(event, self.now));
    }

    fn press(&mut self, key: char) {
        self.feed(DeskEvent::Input(Input::Key(Key::char(key))));
    }

    /// What is sent now.
    fn paint(&mut self) -> String {
        let bytes = self.desk.paint(self.now);
        self.terminal.process(&bytes);
        let text = String::from_utf8(bytes).unwrap();
        self.written.push_str(&text);
        text
    }

    fn shows(&self, visual: &str) -> bool {
        self.terminal.screen().contents().contains(visual)
    }
}

fn painted(text: &str) -> String {
    line(text, &LineStyle::default()).symbols()
}

/// As PuTTY is sent it.
fn turned(text: &str) -> String {
    painted(text).chars().rev().collect()
}

#[test]
fn two_desks_in_one_process_share_nothing_but_the_office() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let mut persian = Seen::open(&office, Lang::Fa, (80, 24), Way::App, true);
    let mut english = Seen::open(&office, Lang::En, (100, 30), Way::Putty, false);
    for desk in [&mut persian, &mut english] {
        desk.answer();
        desk.paint();
        // To the members, and to their bodies.
        desk.press('w');
        desk.answer();
        desk.press('3');
        desk.answer();
        desk.paint();
    }
    assert!(persian.shows(&painted("اعضا و دستگاه‌ها")) && !persian.shows("Members"));
    assert!(english.shows("Members") && !english.shows(&painted("اعضا")));
    assert!(
        persian.shows(&painted(BODY)),
        "{}",
        persian.terminal.screen().contents()
    );
    assert!(
        english.shows(&turned(BODY)),
        "{}",
        english.terminal.screen().contents()
    );
    assert!(persian.written.contains("\x1b[?1000h") && !english.written.contains("\x1b[?1000h"));
    assert_ne!(persian.desk.taken(), english.desk.taken());

    // One gets another size, the other one nothing.
    persian
        .terminal
        .screen_mut()
        .set_size(40.try_into().unwrap(), 120.try_into().unwrap());
    persian.feed(DeskEvent::Resized {
        columns: 120,
        rows: 40,
    });
    assert_ne!(persian.paint(), "");
    let rows: Vec<String> = persian.terminal.screen().rows(0, 120).collect();
    assert!(!rows[39].trim().is_empty(), "the key bar goes to the last row");
    assert_eq!(english.paint(), "");
    let left = String::from_utf8(persian.desk.taken().leave()).unwrap();
    assert!(left.contains("\x1b[?1000l"));
    let left = String::from_utf8(english.desk.taken().leave()).unwrap();
    assert!(!left.contains("\x1b[?1000l"));
}

#[test]
fn a_frame_is_held_for_an_answer_and_no_longer_than_a_moment() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let mut quick = Seen::open(&office, Lang::Fa, (80, 24), Way::App, true);
    let taken = quick.paint();
    assert!(
        taken.contains("\x1b[?1049h") && !taken.contains(FIRST),
        "{taken:?}"
    );
    assert_eq!(quick.paint(), "");
    quick.answer();
    assert!(quick.paint().contains(FIRST));
    assert_eq!(quick.paint(), "");

    let mut slow = Seen::open(&office, Lang::Fa, (80, 24), Way::App, true);
    slow.paint();
    replies(&mut slow, &[TerminalReply::Column(2)]);
    let wakes_at = slow.desk.wakes_at(slow.now).unwrap();
    assert_eq!(wakes_at, slow.now + HELD_AT_MOST);
    slow.now = wakes_at - TimeDelta::milliseconds(1);
    assert_eq!(slow.paint(), "");
    slow.now = wakes_at;
    slow.feed(DeskEvent::Woke);
    assert!(slow.paint().contains(FIRST));
    assert_eq!(
        slow.desk.wakes_at(slow.now),
        None,
        "nothing is held twice for one answer"
    );
}

#[test]
fn a_clock_that_is_set_back_holds_no_frame() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let mut desk = Seen::open(&office, Lang::Fa, (80, 24), Way::App, true);
    desk.paint();
    desk.now -= TimeDelta::hours(1);
    assert!(desk.paint().contains(FIRST));
}

#[test]
fn what_is_sent_beside_a_frame_is_not_held_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let mut desk = Seen::open(&office, Lang::Fa, (80, 24), Way::App, true);
    assert!(
        desk.paint().contains("\x1b[c"),
        "the terminal is asked who it is at once"
    );
    desk.feed(DeskEvent::Input(Input::Reply(TerminalReply::Column(2))));
    assert_eq!(desk.desk.waits_for_answers(desk.now), None);
}

/// The sentence of the card that every way shows the same.
const CARD: &str = "Press the digit of the line that reads right";

fn replies(desk: &mut Seen, replies: &[TerminalReply]) {
    for reply in replies {
        desk.feed(DeskEvent::Input(Input::Reply(reply.clone())));
    }
}

fn shows_card(desk: &mut Seen) -> bool {
    desk.paint();
    desk.terminal.screen().contents().contains(CARD)
}

#[test]
fn a_silent_terminal_gets_the_card_after_a_while_without_a_key_and_loses_it_upon_a_late_answer() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let mut desk = Seen::with(&office, Lang::Fa, (80, 24), Bidi::Auto, false);
    desk.answer();
    let after = |desk: &mut Seen, seconds: i64| {
        desk.now += TimeDelta::seconds(seconds);
        desk.feed(DeskEvent::Woke);
    };
    after(&mut desk, 2);
    assert!(!shows_card(&mut desk));
    // A key puts it off.
    desk.press('j');
    after(&mut desk, 2);
    assert!(!shows_card(&mut desk));
    let wakes = desk.desk.wakes_at(desk.now);
    assert_eq!(wakes, Some(desk.now + TimeDelta::seconds(1)));
    after(&mut desk, 1);
    assert!(shows_card(&mut desk));
    assert_eq!(desk.desk.wakes_at(desk.now), None);
    replies(
        &mut desk,
        &[TerminalReply::Secondary([41, 379, 0]), TerminalReply::Column(2)],
    );
    assert!(!shows_card(&mut desk));
}

#[test]
fn a_terminal_in_which_a_mark_takes_a_column_is_not_sent_marks_and_a_person_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    for (column, asks) in [(2, false), (3, true)] {
        let mut desk = Seen::with(&office, Lang::Fa, (80, 24), Bidi::Auto, false);
        desk.answer();
        let browser = TerminalReply::Secondary([0, 276, 0]);
        replies(&mut desk, &[browser, TerminalReply::Column(column)]);
        assert_eq!(shows_card(&mut desk), asks, "column {column}");
        if asks {
            desk.feed(DeskEvent::Input(Input::Key(Key::plain(Code::Escape))));
            assert!(!desk.paint().contains('\u{200E}'));
        }
    }
}

#[test]
fn keys_get_a_colour_when_the_ground_is_known_and_the_terminal_has_colours() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    for (term, has_colours) in [("xterm-256color", true), ("xterm", false)] {
        let environment = Environment::of(|name| (name == "TERM").then(|| term.to_owned()));
        let tuning = Tuning::new(Bidi::Auto, environment, Remembered::default());
        let mut desk = Seen::tuned(&office, Lang::Fa, (80, 24), tuning, false);
        desk.answer();
        assert!(!desk.paint().contains("38;5;"), "{term}");
        replies(&mut desk, &[TerminalReply::Ground([0, 0, 0])]);
        assert_eq!(desk.paint().contains("38;5;110"), has_colours, "{term}");
    }
}

/// A desk on a terminal that has said who it is, and what it is sent first, which it has not taken yet.
fn desk_that_is_paced(office: &Office) -> Seen<'_> {
    let mut desk = Seen::with(office, Lang::Fa, (80, 24), Bidi::Auto, false);
    let answers = [TerminalReply::Secondary([41, 379, 0]), TerminalReply::Primary];
    replies(&mut desk, &answers);
    replies(&mut desk, &[TerminalReply::Column(2)]);
    desk.answer();
    let first = desk.paint();
    assert!(first.ends_with("\x1b[c"), "it is asked whether it has taken that");
    desk
}

/// Answers so many questions behind frames.
fn takes(desk: &mut Seen, questions: usize) {
    for _ in 0..questions {
        replies(desk, &[TerminalReply::Primary]);
    }
}

/// Opens the help, or closes it; what is sent then.
fn turned_over(desk: &mut Seen, opens: bool) -> String {
    let key = if opens {
        Key::char('?')
    } else {
        Key::plain(Code::Escape)
    };
    desk.feed(DeskEvent::Input(Input::Key(key)));
    desk.paint()
}

#[test]
fn while_a_line_is_full_frames_wait_and_the_newest_is_sent_when_it_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let mut desk = desk_that_is_paced(&office);
    let mut turns = [true, false, true, false, true, false].into_iter();
    assert!(
        turns.any(|opens| turned_over(&mut desk, opens).is_empty()),
        "a line is never full"
    );
    let until = desk.desk.wakes_at(desk.now).unwrap();
    assert_eq!(until, desk.now + TimeDelta::seconds(3));
    let asked = desk.written.matches("\x1b[c").count() - 1;
    takes(&mut desk, asked);
    assert!(desk.paint().len() > 100);
    takes(&mut desk, 1);
    assert_eq!(desk.paint(), "", "an answer alone brings no frame");
}

#[test]
fn a_line_on_which_answers_take_long_gets_no_decoration_and_a_person_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(folder.path());
    let mut desk = desk_that_is_paced(&office);
    let told = painted("خط کند است");
    let mut answered = 1;
    for _ in 0..6 {
        assert!(!desk.shows(&told));
        // The help would cover the sentence, so it is closed again.
        turned_over(&mut desk, true);
        turned_over(&mut desk, false);
        desk.now += TimeDelta::milliseconds(900);
        let asked = desk.written.matches("\x1b[c").count();
        takes(&mut desk, asked - answered);
        answered = asked;
        desk.paint();
        if desk.shows(&told) {
            return;
        }
    }
    panic!("nobody was told:\n{}", desk.terminal.screen().contents());
}
