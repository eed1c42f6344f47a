//! Opens the one desk of this process: the office's thread, signals, the terminal, and all of it closed again. Does not
//! know how events are handled, nor what is on a frame.

use super::around::{Around, Ended};
use super::backups::Backups;
use super::kinds::{Environment, Remembered};
use super::settings_file::SettingsFile;
use super::tuning::{Bidi, Tuning};
use super::{asking, events, lent, office_worker};
use crate::app::settings::SettingsProblem;
use crate::app::{Msg, Setup};
use crate::calendar::Day;
use crate::office::Office;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::channel;

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
    pub problems: Vec<SettingsProblem>,
}

/// Opens a desk on this process's terminal and keeps it until it ends. The terminal is given back in every case.
///
/// # Errors
/// What the terminal's device reports.
pub fn run(setting: Setting) -> io::Result<Ended> {
    asking::settle();
    let (to, inbox) = channel();
    let own = !setting.setup.sample;
    let backups = own.then(|| {
        let settings = &setting.setup.settings.backup;
        let home = setting.setup.home.as_deref();
        Backups::start(Arc::clone(&setting.office), settings, home, to.clone())
    });
    let office = Arc::clone(&setting.office);
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
    let ended = Around::open(setting.setup, tuning, office, jobs, (to, inbox)).and_then(|mut around| {
        around.told(Msg::SettingsRead(setting.problems))?;
        let ended = around.keep()?;
        if ended == Ended::Left {
            around.await_answers();
        }
        Ok(ended)
    });
    drop(backups);
    // The last draft may still be on its way, and the store writes what it holds when it is closed.
    let _ = worker.join();
    ended
}
