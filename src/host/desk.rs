//! One person at one terminal: events become messages, messages become effects and a frame.
//! Does not know what is on the frame.

use super::asking;
use super::card::Card;
use super::display::Display;
use super::editor::Editor;
use super::events::{self, Event, Gate};
use super::input::Input;
use super::kinds::{Environment, Remembered};
use super::office_worker::{self, Job, Reply};
use super::settings_file::SettingsFile;
use super::tuning::{Bidi, Tuning};
use super::{clock, lent, terminal};
use crate::app::settings::Problem;
use crate::app::{self, Effect, Model, Msg, Setup};
use crate::calendar::Day;
use crate::office::Office;
use signal_hook::consts::signal::SIGTSTP;
use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};

/// What a desk is opened with.
pub struct Setting {
    /// The office, open.
    pub office: Arc<Office>,
    /// What the screen is told.
    pub setup: Setup,
    /// The day that is taken for today; without it the clock is asked.
    pub today: Option<Day>,
    /// How text is sent to the terminal.
    pub bidi: Bidi,
    /// The folder in which a person's choice for a terminal is remembered.
    pub configuration: Option<PathBuf>,
    /// The file of the person's settings.
    pub settings: SettingsFile,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
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
    asking::settle();
    let (to, inbox) = channel();
    let (jobs, worker) = office_worker::start(
        setting.office,
        setting.setup.actor.clone(),
        setting.today,
        setting.settings,
        to.clone(),
    );
    events::read_signals(to.clone())?;
    lent::leave_signals();
    let variable = |name: &str| std::env::var(name).ok();
    let remembered = Remembered::read(setting.configuration.as_deref());
    let tuning = Tuning::new(setting.bidi, Environment::of(variable), remembered);
    if tuning.asks_tmux() {
        events::ask_tmux(to.clone());
    }
    let ended = Desk::open(setting.setup, tuning, jobs, to.clone()).and_then(|mut desk| {
        desk.gate = Some(events::read_terminal(to)?);
        desk.tell(Msg::SettingsRead(setting.problems))?;
        let ended = desk.keep(&inbox)?;
        if ended == Ended::Left {
            desk.await_answers(&inbox)?;
        }
        Ok(ended)
    });
    terminal::give_back();
    // The last draft may still be on its way, and the store writes what it holds when it is closed.
    let _ = worker.join();
    ended
}

struct Desk {
    model: Model,
    jobs: Sender<Job>,
    display: Display,
    events: Sender<Event>,
    gate: Option<Gate>,
    /// The editor that has the terminal now.
    editor: Option<Editor>,
    /// What happened while it has.
    held: Vec<Event>,
}

impl Desk {
    fn open(setup: Setup, tuning: Tuning, jobs: Sender<Job>, events: Sender<Event>) -> io::Result<Desk> {
        let card = Card::new(setup.lang, setup.digits, setup.no_color);
        let display = Display::open(tuning, card, setup.columns, setup.rows)?;
        let (model, effects) = Model::new(setup);
        let mut desk = Desk {
            model,
            jobs,
            display,
            events,
            gate: None,
            editor: None,
            held: Vec::new(),
        };
        desk.carry_out(effects)?;
        desk.resized()?;
        Ok(desk)
    }

    /// Handles events until one ends the desk. What has already come in is handled before a frame is painted.
    fn keep(&mut self, inbox: &Receiver<Event>) -> io::Result<Ended> {
        loop {
            if self.editor.is_none() {
                self.paint()?;
            }
            let ended = match self.next_event(inbox) {
                Ok(first) => self.handle(first)?,
                Err(RecvTimeoutError::Timeout) => self.tell(Msg::Tick)?,
                Err(RecvTimeoutError::Disconnected) => return Ok(Ended::Broken),
            };
            if let Some(ended) = ended {
                return Ok(ended);
            }
            while let Ok(next) = inbox.try_recv() {
                if let Some(ended) = self.handle(next)? {
                    return Ok(ended);
                }
            }
        }
    }

    /// The next event, or that the moment has come at which the screen is to wake; an editor's terminal is left alone.
    fn next_event(&self, inbox: &Receiver<Event>) -> Result<Event, RecvTimeoutError> {
        let wakes_at = app::wakes_at(&self.model).filter(|_| self.editor.is_none());
        match wakes_at {
            Some(moment) => inbox.recv_timeout((moment - clock::now()).to_std().unwrap_or_default()),
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    fn handle(&mut self, event: Event) -> io::Result<Option<Ended>> {
        match (event, self.editor.is_some()) {
            (event, false) => self.handle_here(event),
            (Event::Edited(status), true) => self.take_back(status),
            // The stop is of all programs on the terminal, and the editor has it.
            (Event::Stop, true) => {
                signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
                Ok(None)
            }
            (Event::Continue | Event::Interrupt, true) => Ok(None),
            (Event::End | Event::Hangup, true) => {
                if let Some(editor) = self.editor.take() {
                    editor.leave();
                }
                Ok(Some(Ended::Cut))
            }
            (event, true) => {
                self.held.push(event);
                Ok(None)
            }
        }
    }

    fn handle_here(&mut self, event: Event) -> io::Result<Option<Ended>> {
        match event {
            Event::Input(input) => self.take(input),
            Event::Outside(outside) => self.display.hear_tmux(outside).map(|()| None),
            Event::Resized => self.resized(),
            Event::Reply(Reply::Answered(query, Ok(answer))) => {
                self.tell(Msg::Answered(query, Box::new(answer)))
            }
            Event::Reply(Reply::Answered(query, Err(failure))) => self.tell(Msg::NotAnswered(query, failure)),
            Event::Reply(Reply::Did(result, answers)) => self.tell(Msg::Did {
                result: *result,
                answers,
            }),
            Event::Reply(Reply::Draft(key, text)) => self.tell(Msg::Draft(key, text)),
            Event::Reply(Reply::SettingsSaved(result)) => self.tell(Msg::SettingsSaved(result)),
            Event::Reply(Reply::News(news)) => self.tell(Msg::StoreNews(news)),
            Event::Reply(Reply::Broken) => Ok(Some(Ended::Broken)),
            Event::Hangup | Event::End | Event::Interrupt => Ok(Some(Ended::Cut)),
            Event::Edited(_) => Ok(None),
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
                Effect::Do { command, then } => Job::Do(Box::new(command), then),
                Effect::KeepDraft { key, text } => Job::KeepDraft(key, text),
                Effect::ClearDraft { key } => Job::ClearDraft(key),
                Effect::AskDraft { key } => Job::AskDraft(key),
                Effect::SaveSettings(settings) => Job::SaveSettings(settings),
                Effect::Copy(text) => {
                    self.display.copy(text)?;
                    continue;
                }
                Effect::EditOutside(text) => {
                    if let Some(ended) = self.edit_outside(&text)? {
                        return Ok(Some(ended));
                    }
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

    /// What is typed and pasted goes to the card while it is shown, else to the screen.
    fn take(&mut self, input: Input) -> io::Result<Option<Ended>> {
        match input {
            Input::Key(key) if self.display.press(key)? => Ok(None),
            Input::Key(key) => self.tell(Msg::Key(key)),
            Input::Paste(_) if self.display.is_card_shown() => Ok(None),
            Input::Paste(text) => self.tell(Msg::Paste(text)),
            Input::Pointer(_) if self.display.is_card_shown() => Ok(None),
            Input::Pointer(pointer) => self.tell(Msg::Pointed(self.display.under(pointer))),
            Input::Reply(reply) => self.display.hear(reply).map(|()| None),
        }
    }

    fn resized(&mut self) -> io::Result<Option<Ended>> {
        let (columns, rows) = crossterm::terminal::size()?;
        self.display.resize(columns, rows);
        self.tell(Msg::Resized { columns, rows })
    }

    fn paint(&mut self) -> io::Result<()> {
        let model = &self.model;
        let mouse = app::wants_mouse(model);
        let bytes = self.display.paint(mouse, |buffer| app::view(model, buffer))?;
        if bytes.is_empty() {
            return Ok(());
        }
        terminal::send(&bytes)
    }

    fn stop(&mut self) -> io::Result<Option<Ended>> {
        terminal::give_back();
        signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
        Ok(None)
    }

    fn go_on(&mut self) -> io::Result<Option<Ended>> {
        self.display.take_again()?;
        self.resized()
    }

    /// Gives the terminal to an editor; where none starts it is taken again at once.
    fn edit_outside(&mut self, text: &str) -> io::Result<Option<Ended>> {
        let prepared = match Editor::prepare(text) {
            Ok(prepared) => prepared,
            Err(why) => return self.tell(Msg::EditedOutside(Err(why))),
        };
        if let Some(gate) = &mut self.gate {
            gate.close();
        }
        terminal::give_back();
        match prepared.start(self.events.clone()) {
            Ok(editor) => {
                self.editor = Some(editor);
                Ok(None)
            }
            Err(why) => {
                self.take_terminal()?;
                self.tell(Msg::EditedOutside(Err(why)))
            }
        }
    }

    /// The editor has ended: the terminal is taken again, its text goes to the screen, then what happened meanwhile.
    fn take_back(&mut self, status: io::Result<ExitStatus>) -> io::Result<Option<Ended>> {
        let Some(editor) = self.editor.take() else {
            return Ok(None);
        };
        editor.mend_terminal();
        self.take_terminal()?;
        if let Some(ended) = self.tell(Msg::EditedOutside(editor.result(status)))? {
            return Ok(Some(ended));
        }
        for event in std::mem::take(&mut self.held) {
            if let Some(ended) = self.handle(event)? {
                return Ok(Some(ended));
            }
        }
        Ok(None)
    }

    fn take_terminal(&mut self) -> io::Result<()> {
        self.display.take_again()?;
        if let Some(gate) = &mut self.gate {
            gate.open();
        }
        self.resized().map(|_| ())
    }

    /// Takes in the answers to what was asked just before the end. Most terminals have answered long ago.
    fn await_answers(&mut self, inbox: &Receiver<Event>) -> io::Result<()> {
        while let Some(left) = self.display.waits_for_answers() {
            match inbox.recv_timeout(left) {
                Ok(Event::Input(Input::Reply(reply))) => self.display.hear(reply)?,
                Ok(_) => {}
                Err(_) => break,
            }
        }
        Ok(())
    }
}
