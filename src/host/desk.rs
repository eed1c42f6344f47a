//! One person at one terminal: events become messages, messages become effects and a frame.
//! Does not know what is on the frame.

use super::events::{self, Event};
use super::office_worker::{self, Job, Reply};
use super::{clock, keys, terminal};
use crate::app::{self, Effect, Model, Msg, Setup};
use crate::calendar::Day;
use crate::store::Store;
use crossterm::clipboard::CopyToClipboard;
use crossterm::event::Event as TerminalEvent;
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use signal_hook::consts::signal::SIGTSTP;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// What a desk is opened with.
pub struct Setting {
    /// The store, open.
    pub store: Arc<Store>,
    /// What the screen is told.
    pub setup: Setup,
    /// The day that is taken for today; without it the clock is asked.
    pub today: Option<Day>,
    /// Whether the order of cells is ours (not with `--bidi terminal`).
    pub own_order: bool,
}

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
    let ended = Desk::open(setting.setup, setting.own_order, jobs).and_then(|mut desk| {
        events::read_terminal(to);
        desk.keep(&inbox)
    });
    terminal::give_back();
    ended
}

struct Desk {
    model: Model,
    jobs: Sender<Job>,
    terminal: Terminal<CrosstermBackend<terminal::Output>>,
    own_order: bool,
}

impl Desk {
    fn open(setup: Setup, own_order: bool, jobs: Sender<Job>) -> io::Result<Desk> {
        let mut out = terminal::output();
        terminal::take_over(&mut out, own_order)?;
        let (columns, rows) = crossterm::terminal::size()?;
        let (model, effects) = Model::new(setup);
        let terminal = Terminal::new(CrosstermBackend::new(out))?;
        let mut desk = Desk {
            model,
            jobs,
            terminal,
            own_order,
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
            Event::Terminal(event) => match message(event) {
                Some(message) => self.tell(message),
                None => Ok(None),
            },
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

    fn paint(&mut self) -> io::Result<()> {
        let Desk { terminal, model, .. } = self;
        queue!(terminal.backend_mut(), BeginSynchronizedUpdate)?;
        terminal.draw(|frame| {
            if let Some((x, y)) = app::view(model, frame.buffer_mut()) {
                frame.set_cursor_position((x, y));
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
        terminal::take_over(self.terminal.backend_mut(), self.own_order)?;
        self.terminal.clear()?;
        let (columns, rows) = crossterm::terminal::size()?;
        self.tell(Msg::Resized { columns, rows })
    }
}

fn message(event: TerminalEvent) -> Option<Msg> {
    match event {
        TerminalEvent::Key(event) => keys::key(&event).map(Msg::Key),
        TerminalEvent::Paste(text) => Some(Msg::Paste(text)),
        TerminalEvent::Resize(columns, rows) => Some(Msg::Resized { columns, rows }),
        _ => None,
    }
}
