//! One person at one terminal: events become messages, messages become effects and a frame.
//! Does not know what is on the frame.

use super::card::{self, Card, Pressed};
use super::events::{self, Event};
use super::input::Input;
use super::kinds::{Environment, Remembered};
use super::office_worker::{self, Job, Reply};
use super::tuning::{Bidi, Tuning};
use super::ways::Rewriter;
use super::{clock, terminal};
use crate::app::{self, Effect, Model, Msg, Setup};
use crate::calendar::Day;
use crate::store::Store;
use crate::ui::Key;
use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Position, Rect};
use signal_hook::consts::signal::SIGTSTP;
use std::io::{self, Write};
use std::mem::ManuallyDrop;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// What a desk is opened with.
pub struct Setting {
    /// The store, open.
    pub store: Arc<Store>,
    /// What the screen is told.
    pub setup: Setup,
    /// The day that is taken for today; without it the clock is asked.
    pub today: Option<Day>,
    /// How text is sent to the terminal.
    pub bidi: Bidi,
    /// The folder in which a person's choice for a terminal is remembered.
    pub configuration: Option<PathBuf>,
}

/// A terminal that has not answered by then does not answer.
const ANSWERED_WITHIN: Duration = Duration::from_millis(500);

/// How a desk came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The person left.
    Left,
    /// The line dropped, or a signal ended the program.
    Cut,
    /// The office's thread had a fault; what was acknowledged is on the disk.
    Broken,
}

/// Opens a desk on this process's terminal and keeps it until it ends. The terminal is given back in every case.
///
/// # Errors
/// What the terminal's device reports.
pub fn run(setting: Setting) -> io::Result<Ended> {
    let (to, inbox) = channel();
    let jobs = office_worker::start(
        setting.store,
        setting.setup.actor.clone(),
        setting.today,
        to.clone(),
    );
    events::read_signals(to.clone())?;
    let variable = |name: &str| std::env::var(name).ok();
    let remembered = Remembered::read(setting.configuration.as_deref());
    let tuning = Tuning::new(setting.bidi, Environment::of(variable), remembered);
    if tuning.asks_tmux() {
        events::ask_tmux(to.clone());
    }
    let ended = Desk::open(setting.setup, tuning, jobs).and_then(|mut desk| {
        events::read_terminal(to);
        let ended = desk.keep(&inbox);
        if matches!(ended, Ok(Ended::Left)) {
            desk.await_answers(&inbox);
        }
        ended
    });
    terminal::give_back();
    ended
}

struct Desk {
    model: Model,
    jobs: Sender<Job>,
    /// Never dropped: on a line that is gone ratatui would write about its cursor to the error output. `terminal`
    /// gives back everything that was taken.
    terminal: ManuallyDrop<Terminal<CrosstermBackend<terminal::Output>>>,
    tuning: Tuning,
    rewriter: Rewriter,
    card: Card,
    /// Whether the card stands before the screen.
    on_card: bool,
    opened: Instant,
}

impl Desk {
    fn open(setup: Setup, tuning: Tuning, jobs: Sender<Job>) -> io::Result<Desk> {
        let mut out = terminal::output();
        terminal::take_over(&mut out, tuning.switch(), tuning.asks_terminal())?;
        let (columns, rows) = crossterm::terminal::size()?;
        let card = Card::new(setup.lang, setup.digits, setup.no_color);
        let (model, effects) = Model::new(setup);
        let terminal = ManuallyDrop::new(Terminal::new(CrosstermBackend::new(out))?);
        let mut desk = Desk {
            model,
            jobs,
            terminal,
            tuning,
            rewriter: Rewriter::default(),
            card,
            on_card: false,
            opened: Instant::now(),
        };
        desk.carry_out(effects)?;
        desk.tell(Msg::Resized { columns, rows })?;
        Ok(desk)
    }

    /// Handles events until one ends the desk. What has already come in is handled before a frame is painted.
    fn keep(&mut self, inbox: &Receiver<Event>) -> io::Result<Ended> {
        loop {
            self.paint()?;
            let Ok(first) = inbox.recv() else {
                return Ok(Ended::Broken);
            };
            if let Some(ended) = self.handle(first)? {
                return Ok(ended);
            }
            while let Ok(next) = inbox.try_recv() {
                if let Some(ended) = self.handle(next)? {
                    return Ok(ended);
                }
            }
        }
    }

    fn handle(&mut self, event: Event) -> io::Result<Option<Ended>> {
        match event {
            Event::Input(Input::Key(key)) => self.press(key),
            Event::Input(Input::Paste(_)) if self.on_card => Ok(None),
            Event::Input(Input::Paste(text)) => self.tell(Msg::Paste(text)),
            Event::Input(Input::Reply(reply)) => {
                let changed = self.tuning.hear(reply);
                self.heard(changed)
            }
            Event::Outside(outside) => {
                let changed = self.tuning.hear_tmux(outside);
                self.heard(changed)
            }
            Event::Resized => self.resized(),
            Event::Reply(Reply::Answered(query, Ok(answer))) => {
                self.tell(Msg::Answered(query, Box::new(answer)))
            }
            Event::Reply(Reply::Answered(query, Err(failure))) => self.tell(Msg::NotAnswered(query, failure)),
            Event::Reply(Reply::Did(result)) => self.tell(Msg::Did(result)),
            Event::Reply(Reply::Draft(key, text)) => self.tell(Msg::Draft(key, text)),
            Event::Reply(Reply::Broken) => Ok(Some(Ended::Broken)),
            Event::Hangup | Event::End => Ok(Some(Ended::Cut)),
            Event::Stop => self.stop(),
            Event::Continue => self.go_on(),
        }
    }

    fn tell(&mut self, message: Msg) -> io::Result<Option<Ended>> {
        let effects = app::update(&mut self.model, message, clock::now());
        self.carry_out(effects)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> io::Result<Option<Ended>> {
        for effect in effects {
            let job = match effect {
                Effect::Ask(query) => Job::Ask(query),
                Effect::Do(command) => Job::Do(Box::new(command)),
                Effect::KeepDraft { key, text } => Job::KeepDraft(key, text),
                Effect::ClearDraft { key } => Job::ClearDraft(key),
                Effect::AskDraft { key } => Job::AskDraft(key),
                Effect::Copy(text) => {
                    // OSC 52: the terminal's clipboard, over any line; terminals that do not know it do nothing.
                    queue!(
                        self.terminal.backend_mut(),
                        CopyToClipboard::to_clipboard_from(text)
                    )?;
                    continue;
                }
                Effect::Quit => return Ok(Some(Ended::Left)),
            };
            if self.jobs.send(job).is_err() {
                return Ok(Some(Ended::Broken));
            }
        }
        Ok(None)
    }

    /// A key goes to the card while it is shown, else to the screen.
    fn press(&mut self, key: Key) -> io::Result<Option<Ended>> {
        if !self.on_card {
            if key != card::KEY || self.tuning.is_logical() {
                return self.tell(Msg::Key(key));
            }
            self.on_card = true;
            return Ok(None);
        }
        match card::press(key) {
            Pressed::Nothing => Ok(None),
            Pressed::Closed => {
                self.on_card = false;
                Ok(None)
            }
            Pressed::Chosen(way) => {
                self.on_card = false;
                if let Err(error) = self.tuning.choose(way) {
                    tracing::warn!(%error, "the choice for this terminal was not written");
                }
                self.retune()
            }
        }
    }

    /// After an answer: where it changed how text is sent, the screen is painted anew; where nothing more will come and
    /// nothing is sure, a person is asked.
    fn heard(&mut self, changed: bool) -> io::Result<Option<Ended>> {
        self.on_card |= self.tuning.is_open();
        if changed { self.retune() } else { Ok(None) }
    }

    /// Sends the switches that are due and has the whole screen painted anew.
    fn retune(&mut self) -> io::Result<Option<Ended>> {
        terminal::switch(self.terminal.backend_mut(), self.tuning.switch())?;
        self.repaint_all()?;
        Ok(None)
    }

    /// Clears the screen, so that the next frame is sent whole. (`Terminal::clear` would ask the terminal for its
    /// cursor and wait for the answer.)
    fn repaint_all(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::from((Position::ORIGIN, size)))
    }

    fn resized(&mut self) -> io::Result<Option<Ended>> {
        let (columns, rows) = crossterm::terminal::size()?;
        self.tell(Msg::Resized { columns, rows })
    }

    fn paint(&mut self) -> io::Result<()> {
        let Desk {
            terminal,
            model,
            tuning,
            rewriter,
            card,
            on_card,
            ..
        } = self;
        queue!(terminal.backend_mut(), BeginSynchronizedUpdate)?;
        terminal.draw(|frame| {
            let buffer = frame.buffer_mut();
            let (caret, own) = match on_card {
                true => (None, card.paint(buffer)),
                false => (app::view(model, buffer), Vec::new()),
            };
            if let Some(caret) = rewriter.rewrite(buffer, caret, tuning.way(), &own) {
                frame.set_cursor_position(caret);
            }
        })?;
        queue!(terminal.backend_mut(), EndSynchronizedUpdate)?;
        terminal.backend_mut().flush()
    }

    fn stop(&mut self) -> io::Result<Option<Ended>> {
        terminal::give_back();
        signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
        Ok(None)
    }

    fn go_on(&mut self) -> io::Result<Option<Ended>> {
        terminal::take_over(self.terminal.backend_mut(), self.tuning.switch(), false)?;
        self.repaint_all()?;
        self.resized()
    }

    /// Takes in the answers to what was asked just before the end, so that they are not typed into the shell. Most
    /// terminals have answered long ago.
    fn await_answers(&mut self, inbox: &Receiver<Event>) {
        while self.tuning.asks_terminal() && !self.tuning.has_heard_terminal() {
            let left = ANSWERED_WITHIN.saturating_sub(self.opened.elapsed());
            match inbox.recv_timeout(left) {
                Ok(Event::Input(Input::Reply(reply))) => {
                    self.tuning.hear(reply);
                }
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
            }
        }
    }
}
