//! No command: the workspace on this terminal. Does not know what is on the screen.

use super::call::Call;
use super::fault::Fault;
use crate::app::Setup;
use crate::calendar::Day;
use crate::host::{self, Ended, SettingsFile, clock};
use crate::office::Office;
use crate::text::TextForm;
use std::io::{IsTerminal, stdin, stdout};
use std::path::PathBuf;
use std::sync::Arc;

/// Name of the file of settings in the configuration folder.
const SETTINGS: &str = "config.toml";

/// Opens the workspace on the store.
pub(super) fn run(call: &Call) -> Result<(), Fault> {
    need_terminal(call)?;
    let office = call.open_office()?;
    open(call, office, Whose::Own)
}

/// The workspace needs a terminal on both sides.
pub(super) fn need_terminal(call: &Call) -> Result<(), Fault> {
    let there = stdin().is_terminal() && stdout().is_terminal();
    let environment = host::kinds::Environment::of(|name| std::env::var(name).ok());
    match (there, environment.understands_controls()) {
        (true, true) => Ok(()),
        (true, false) => Err(Fault::not_done(call.say("workspace-dumb-terminal"))),
        (false, _) => Err(Fault::not_done(call.say("workspace-no-terminal"))),
    }
}

/// Whose office it is opened on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// The person's own.
    Own,
    /// The made-up one of the demonstration.
    Sample,
    /// The made-up one, with the lessons of the tutor.
    Lessons,
}

/// Opens it on an open office.
pub(super) fn open(call: &Call, office: Office, whose: Whose) -> Result<(), Fault> {
    let sample = whose != Whose::Own;
    let today = call.today_given.or_else(|| sample.then(sample_day).flatten());
    let file = settings_file(call);
    let (settings, problems) = file.read();
    let digits = match call.digits_given {
        Some(_) => call.words.digits(),
        None => settings.digits.unwrap_or(call.words.digits()),
    };
    let (columns, rows) = crossterm::terminal::size().map_err(|error| call.unwritten(&error))?;
    let environment = host::kinds::Environment::of(|name| std::env::var(name).ok());
    let setup = Setup {
        lang: call.words.lang(),
        digits,
        today: today.unwrap_or_else(clock::today),
        actor: super::actor::name(),
        sample,
        tutor: whose == Whose::Lessons,
        no_color: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
        ground: environment.ground(),
        settings,
        mouse: !environment.in_screen,
        bandwidth: call.bandwidth,
        form: if call.bidi.is_logical() {
            TextForm::Logical
        } else {
            TextForm::Visual
        },
        folder: std::env::current_dir().unwrap_or_default(),
        home: directories::UserDirs::new().map(|folders| folders.home_dir().to_owned()),
        fetch: fetched_from(),
        columns,
        rows,
    };
    let ended = host::run(host::Setting {
        office: Arc::new(office),
        setup,
        today,
        bidi: call.bidi,
        configuration: configuration_folder(),
        settings: file,
        problems,
    });
    match ended.map_err(|error| call.unwritten(&error))? {
        Ended::Left | Ended::Cut => Ok(()),
        Ended::Broken => Err(Fault::not_done(call.say("fault-program"))),
    }
}

/// The file of a person's settings.
pub(super) fn settings_file(call: &Call) -> SettingsFile {
    let of_platform = || Some(configuration_folder()?.join(SETTINGS));
    SettingsFile {
        path: call.config_given.clone().or_else(of_platform),
        lang: call.words.lang(),
    }
}

/// Where a person's settings and her choices for terminals are kept.
pub(super) fn configuration_folder() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "dabir")?;
    Some(folders.config_dir().to_owned())
}

/// The day that the sample office was made for; its lists show open, late and coming resolutions on it.
fn sample_day() -> Option<Day> {
    Day::from_jalali(1405, 9, 1).ok()
}

/// Who fetches files from this machine and by which address, where a person sits at another one. SSH says it in
/// `SSH_CONNECTION`: address and port of the client, then of this machine.
fn fetched_from() -> Option<String> {
    let connection = std::env::var("SSH_CONNECTION").ok()?;
    let address = connection.split_whitespace().nth(2)?;
    let address = match address.contains(':') {
        true => format!("[{address}]"),
        false => address.to_owned(),
    };
    let user = std::env::var("USER").ok().filter(|user| !user.is_empty());
    Some(user.map_or_else(|| address.clone(), |user| format!("{user}@{address}")))
}
