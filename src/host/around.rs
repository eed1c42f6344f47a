//! What stands around a desk on this process's terminal: signals, the terminal's size, stop and continue, the editor
//! outside, the way to the office's thread. Does not know what is on a frame.

use super::clock;
use super::desk::{self, Desk};
use super::editor::Editor;
use super::events::{self, Event, Gate};
use super::giver::GivingJob;
use super::input::Input;
use super::office_worker::Job;
use super::terminal::Terminal;
use super::tuning::Tuning;
use crate::app::{Effect, Msg, Setup};
use crate::office::Office;
use crate::office::health::LEFT_OUTSIDE;
use crate::words::Words;
use signal_hook::consts::signal::SIGTSTP;
use std::collections::VecDeque;
use std::io;
use std::process::ExitStatus;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};

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

/// A desk, and what stands around it.
pub(super) struct Around {
    desk: Desk,
    terminal: Terminal,
    /// For drafts alone: they are kept in memory at once and wait for no change that is being saved.
    office: Arc<Office>,
    jobs: Sender<Job>,
    events: Sender<Event>,
    inbox: Receiver<Event>,
    gate: Gate,
    /// The editor that has the terminal now.
    editor: Option<Editor>,
    /// What happened while it has, and while answers were waited for.
    held: VecDeque<Event>,
}

impl Around {
    /// Takes the terminal over and opens a desk on it.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub(super) fn open(
        setup: Setup,
        tuning: Tuning,
        office: Arc<Office>,
        jobs: Sender<Job>,
        (events, inbox): (Sender<Event>, Receiver<Event>),
    ) -> io::Result<Around> {
        let tell = events.clone();
        // Nobody may be there any more to be told.
        let terminal = Terminal::open(move || drop(tell.send(Event::Written)))?;
        let (desk, effects) = Desk::open(setup, tuning, clock::now());
        let mut around = Around {
            desk,
            terminal,
            office,
            jobs,
            gate: events::read_terminal(events.clone())?,
            events,
            inbox,
            editor: None,
            held: VecDeque::new(),
        };
        around.carry_out(effects)?;
        around.resized()?;
        Ok(around)
    }

    /// Handles events until one ends the desk. What has already come in is handled before a frame is painted.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub(super) fn keep(&mut self) -> io::Result<Ended> {
        loop {
            if self.editor.is_none() && self.terminal.is_free()? {
                self.paint();
            }
            let ended = match self.next_event() {
                Ok(first) => self.handle(first)?,
                Err(RecvTimeoutError::Timeout) => self.feed(desk::DeskEvent::Woke)?,
                Err(RecvTimeoutError::Disconnected) => return Ok(Ended::Broken),
            };
            if let Some(ended) = ended {
                return Ok(ended);
            }
            while let Some(next) = self.event_at_hand() {
                if let Some(ended) = self.handle(next)? {
                    return Ok(ended);
                }
            }
        }
    }

    /// The next event, or that the moment has come at which the desk is to wake; an editor's terminal is left alone.
    fn next_event(&mut self) -> Result<Event, RecvTimeoutError> {
        if let Some(event) = self.event_at_hand() {
            return Ok(event);
        }
        let now = clock::now();
        match self.desk.wakes_at(now).filter(|_| self.editor.is_none()) {
            Some(moment) => {
                let left = (moment - now).to_std().unwrap_or_default();
                self.inbox.recv_timeout(left)
            }
            None => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    /// What has happened already, in its order; what waits for the editor's end is left.
    fn event_at_hand(&mut self) -> Option<Event> {
        let held = match self.editor {
            Some(_) => None,
            None => self.held.pop_front(),
        };
        held.or_else(|| self.inbox.try_recv().ok())
    }

    fn paint(&mut self) {
        let bytes = self.desk.paint(clock::now());
        self.terminal.send(&bytes, self.desk.taken());
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
            (Event::Continue | Event::Interrupt | Event::Written, true) => Ok(None),
            (Event::End | Event::Hangup, true) => {
                if let Some(editor) = self.editor.take() {
                    self.keep_what_is_outside(editor)?;
                }
                Ok(Some(Ended::Cut))
            }
            (event, true) => {
                self.held.push_back(event);
                Ok(None)
            }
        }
    }

    fn handle_here(&mut self, event: Event) -> io::Result<Option<Ended>> {
        match event {
            Event::Input(input) => self.feed(desk::DeskEvent::Input(input)),
            Event::Outside(outside) => self.feed(desk::DeskEvent::Outside(outside)),
            Event::Resized => self.resized(),
            Event::Reply(reply) => match reply.told() {
                Some(message) => self.told(message),
                None => Ok(Some(Ended::Broken)),
            },
            Event::Hangup | Event::End | Event::Interrupt => Ok(Some(Ended::Cut)),
            Event::Edited(_) | Event::Written => Ok(None),
            Event::Stop => self.stop(),
            Event::Continue => self.go_on(),
        }
    }

    /// Tells the desk something.
    ///
    /// # Errors
    /// What the terminal's device reports.
    pub(super) fn told(&mut self, message: Msg) -> io::Result<Option<Ended>> {
        self.feed(desk::DeskEvent::Told(message))
    }

    fn feed(&mut self, event: desk::DeskEvent) -> io::Result<Option<Ended>> {
        let effects = self.desk.feed(event, clock::now());
        self.terminal.learn_from(self.desk.taken());
        self.carry_out(effects)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> io::Result<Option<Ended>> {
        for effect in effects {
            let job = match effect {
                Effect::Ask(query) => Job::Ask(query),
                Effect::Do { command, then } => Job::Do(Box::new(command), then),
                Effect::KeepDraft { key, text } => {
                    self.office.store().keep_draft(&key, &text);
                    Job::Look
                }
                Effect::ClearDraft { key } => {
                    self.office.store().clear_draft(&key);
                    Job::Look
                }
                Effect::AskDraft { key } => Job::AskDraft(key),
                Effect::AskDrafts => Job::AskDrafts,
                Effect::WriteCopy { folder, text } => Job::WriteCopy(folder, text),
                Effect::SaveSettings(settings) => Job::SaveSettings(settings),
                Effect::Give {
                    order,
                    lang,
                    digits,
                    documents,
                } => Job::Give(Box::new(GivingJob::Give {
                    order: *order,
                    words: Words::new(lang, digits),
                    documents,
                })),
                Effect::StopGiving => Job::StopGiving,
                Effect::ReadMinutes(order) => Job::ReadMinutes(order),
                Effect::Preview {
                    request,
                    lang,
                    digits,
                } => Job::Give(Box::new(GivingJob::Preview {
                    request,
                    words: Words::new(lang, digits),
                })),
                // The desk has put it among its bytes.
                Effect::Copy(_) => continue,
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

    fn resized(&mut self) -> io::Result<Option<Ended>> {
        let (columns, rows) = self.terminal.size()?;
        self.feed(desk::DeskEvent::Resized { columns, rows })
    }

    fn stop(&mut self) -> io::Result<Option<Ended>> {
        self.await_answers();
        self.terminal.give_back();
        signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
        Ok(None)
    }

    fn go_on(&mut self) -> io::Result<Option<Ended>> {
        self.terminal.take()?;
        self.desk.take_again();
        self.resized()
    }

    /// Gives the terminal to an editor; where none starts it is taken again at once.
    fn edit_outside(&mut self, text: &str) -> io::Result<Option<Ended>> {
        let prepared = match Editor::prepare(text) {
            Ok(prepared) => prepared,
            Err(why) => return self.told(Msg::EditedOutside(Err(why))),
        };
        self.await_answers();
        self.gate.close();
        self.terminal.give_back();
        match prepared.start(self.events.clone()) {
            Ok(editor) => {
                self.editor = Some(editor);
                Ok(None)
            }
            Err(why) => {
                self.go_on()?;
                self.gate.open();
                self.told(Msg::EditedOutside(Err(why)))
            }
        }
    }

    /// The editor has ended: the terminal is taken again, its text goes to the screen, then what happened meanwhile.
    fn take_back(&mut self, status: io::Result<ExitStatus>) -> io::Result<Option<Ended>> {
        let Some(editor) = self.editor.take() else {
            return Ok(None);
        };
        editor.mend_terminal();
        self.go_on()?;
        self.gate.open();
        self.told(Msg::EditedOutside(editor.result(status)))
    }

    /// Keeps what an editor has written so far as a draft, and where its file stays, to be named at the next opening:
    /// the editor may write once more when it is told to end.
    fn keep_what_is_outside(&mut self, editor: Editor) -> io::Result<()> {
        let (text, path) = editor.leave();
        if let Some(text) = text {
            self.told(Msg::EditedOutside(Ok(text)))?;
        }
        self.office.store().keep_draft(LEFT_OUTSIDE, &path);
        Ok(())
    }

    /// Takes in the answers to what was asked just before the terminal is given away: they would be typed into what has it
    /// then. Most terminals have answered long ago. What else happens meanwhile is held.
    pub(super) fn await_answers(&mut self) {
        while let Some(left) = self.desk.waits_for_answers(clock::now()) {
            match self.inbox.recv_timeout(left) {
                Ok(Event::Input(input @ Input::Reply(_))) => {
                    self.desk.feed(desk::DeskEvent::Input(input), clock::now());
                    self.terminal.learn_from(self.desk.taken());
                }
                Ok(event) => self.held.push_back(event),
                Err(_) => break,
            }
        }
    }
}
