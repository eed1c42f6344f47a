//! The thread that carries out effects on the store, in the order they were asked for. Does not know the screen.

use super::clock;
use super::events::Event;
use super::settings_file::SettingsFile;
use crate::app::Settings;
use crate::app::settings::NotSaved;
use crate::calendar::Day;
use crate::office::command::{Command, Done, Failure};
use crate::office::query::{Answer, Query};
use crate::office::{execute, read};
use crate::store::Store;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

/// Work for the office.
pub enum Job {
    /// A question.
    Ask(Query),
    /// A change.
    Do(Box<Command>),
    /// Keep what is being typed.
    KeepDraft(String, String),
    /// What was kept is not needed any more.
    ClearDraft(String),
    /// What was kept under a key?
    AskDraft(String),
    /// Keep a person's settings.
    SaveSettings(Box<Settings>),
}

/// What came of a job.
pub enum Reply {
    /// To [`Job::Ask`].
    Answered(Query, Result<Answer, Failure>),
    /// To [`Job::Do`].
    Did(Result<Done, Failure>),
    /// To [`Job::AskDraft`].
    Draft(String, Option<String>),
    /// To [`Job::SaveSettings`].
    SettingsSaved(Result<(), NotSaved>),
    /// The thread has ended by a fault.
    Broken,
}

/// Starts the thread. `today` fixes the day that answers are given for; without it the clock is asked. It ends when all
/// work is done and no more can come; the store is closed with it.
pub fn start(
    store: Arc<Store>,
    actor: String,
    today: Option<Day>,
    settings: SettingsFile,
    to: Sender<Event>,
) -> (Sender<Job>, JoinHandle<()>) {
    let (jobs, inbox) = channel::<Job>();
    let thread = thread::spawn(move || {
        let _broken = ReportBroken(to.clone());
        for job in inbox {
            let day = today.unwrap_or_else(clock::today);
            let reply = match job {
                Job::SaveSettings(new) => Some(Reply::SettingsSaved(settings.save(&new))),
                job => carry_out(&store, &actor, day, job),
            };
            if let Some(reply) = reply
                && to.send(Event::Reply(reply)).is_err()
            {
                return;
            }
        }
    });
    (jobs, thread)
}

/// Tells the desk when the thread ends by a panic, so that it does not wait for ever.
struct ReportBroken(Sender<Event>);

impl Drop for ReportBroken {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Event::Reply(Reply::Broken));
        }
    }
}

fn carry_out(store: &Store, actor: &str, day: Day, job: Job) -> Option<Reply> {
    match job {
        Job::Ask(query) => {
            let answer = read::answer(store, &query, day);
            Some(Reply::Answered(query, answer))
        }
        Job::Do(command) => Some(Reply::Did(execute(
            store,
            actor,
            *command,
            clock::now(),
            &mut clock::fresh_id,
        ))),
        Job::KeepDraft(key, text) => {
            trace_failure(store.keep_draft(&key, text.as_bytes()));
            None
        }
        Job::ClearDraft(key) => {
            trace_failure(store.clear_draft(&key));
            None
        }
        Job::AskDraft(key) => {
            let draft = store
                .draft(&key)
                .ok()
                .flatten()
                .and_then(|bytes| String::from_utf8(bytes).ok());
            Some(Reply::Draft(key, draft))
        }
        // Not of the store.
        Job::SaveSettings(_) => None,
    }
}

/// A draft that cannot be kept must not stop the writing; the trace says why.
fn trace_failure(result: Result<(), crate::store::StoreError>) {
    if let Err(error) = result {
        tracing::error!(%error, "a draft was not kept");
    }
}
