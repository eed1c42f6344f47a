//! One call of the program: its options, its words, its office. Does not know what the command does.

use super::actor;
use super::args::{DigitsName, Format, Global, LangName};
use super::fault::{DAMAGED, Fault, NOT_DONE};
use super::output::Output;
use super::sentences;
use crate::app::settings::Bandwidth;
use crate::calendar::Day;
use crate::host::Bidi;
use crate::host::throw_away::ThrowAway;
use crate::host::{clock, trace};
use crate::office::Office;
use crate::office::command::{Command, DiskError, Done, Failure, StoreFailure};
use crate::store::{JournalDamage, Mended, Store, StoreError, Tree};
use crate::words::{Arg, Digits, Lang, Words};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io::Write;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What every command is given.
pub(super) struct Call {
    /// The sentences.
    pub words: Words,
    /// Where they go.
    pub output: Output,
    /// How listings are written.
    pub format: Format,
    /// The day given with `--today`.
    pub today_given: Option<Day>,
    /// The digits given with `--digits`.
    pub digits_given: Option<DigitsName>,
    /// The mode given with `--bidi`.
    pub bidi: Bidi,
    /// How much may be sent to the terminal, where `--bandwidth` says it.
    pub bandwidth: Option<Bandwidth>,
    /// The store's folder, where one was given.
    pub store_given: Option<PathBuf>,
    /// The file of settings, where one was given.
    pub config_given: Option<PathBuf>,
    /// What may be missing from what is printed.
    missing: MissingOutput,
}

/// What may be missing from what is printed or written, found on the way.
#[derive(Clone, Default)]
struct MissingOutput(Rc<RefCell<MissingParts>>);

#[derive(Default)]
struct MissingParts {
    /// Records that could not be read.
    unread: BTreeSet<(Tree, String)>,
    /// What was set right while it was read, not yet said.
    mended: Vec<Mended>,
    /// The journal is damaged, or had an end of which nobody knows what it was; it was said.
    is_damaged: bool,
}

/// An office that is only read.
pub(super) struct ReadOffice {
    office: Office,
    missing: MissingOutput,
    /// Where it is, when it is a copy; behind the office, so that that is closed first.
    _copy: Option<ThrowAway>,
}

impl Drop for ReadOffice {
    fn drop(&mut self) {
        let unread = self.office.store().unreadable();
        let mut missing = self.missing.0.borrow_mut();
        missing.unread.extend(unread);
        missing.mended.extend(self.office.store().take_mended());
    }
}

impl Deref for ReadOffice {
    type Target = Office;

    fn deref(&self) -> &Office {
        &self.office
    }
}

impl Call {
    pub(super) fn new(global: Global) -> Call {
        let words = words(global.lang, global.digits);
        let output = Output::new(global.bidi, words.lang());
        Call {
            words,
            output,
            format: global.format,
            today_given: global.today,
            digits_given: global.digits,
            bidi: global.bidi,
            bandwidth: global.bandwidth,
            store_given: global.store,
            config_given: global.config,
            missing: MissingOutput::default(),
        }
    }

    /// The sentence `id`.
    pub(super) fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    /// The sentence `id` with its arguments.
    pub(super) fn say_with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.words.say_with(id, args)
    }

    /// The day that lists and lateness work from.
    pub(super) fn today(&self) -> Day {
        self.today_given.unwrap_or_else(clock::today)
    }

    /// The store's folder: the given one, else the user's data folder of the platform.
    pub(super) fn store_folder(&self) -> Result<PathBuf, Fault> {
        let of_platform = || {
            Some(
                directories::ProjectDirs::from("", "", "dabir")?
                    .data_dir()
                    .to_owned(),
            )
        };
        let folder = self.store_given.clone().or_else(of_platform);
        folder.ok_or_else(|| Fault::usage(self.say("fault-no-data-folder")))
    }

    /// Opens the office; a new one where there is none. What was set right on the way is said.
    pub(super) fn open_office(&self) -> Result<Office, Fault> {
        self.open_office_in(&self.store_folder()?)
    }

    /// The same in a folder of its own.
    pub(super) fn open_office_in(&self, folder: &Path) -> Result<Office, Fault> {
        self.opened(folder, Office::open(folder))
    }

    /// The office to be read: where another program has it open, a copy of what was saved until now.
    pub(super) fn read_office(&self) -> Result<ReadOffice, Fault> {
        let folder = self.store_folder()?;
        let fault = |error| sentences::store_fault(&self.words, &error);
        let opened = Office::open(&folder);
        let copy = || ThrowAway::watched("read");
        match opened {
            Err(StoreError::Locked { .. }) => {
                let copy = copy();
                let store = Store::open_copy(&folder, copy.path()).map_err(fault)?;
                Ok(self.to_read(Office::over(store), Some(copy)))
            }
            // Whoever may not write here may read all the same.
            Err(StoreError::Disk {
                error: DiskError::ReadOnly | DiskError::NotAllowed,
                ref path,
                ..
            }) if path.starts_with(&folder) => {
                let refused = opened.map(drop).map_err(fault);
                let copy = copy();
                let Ok(store) = Store::open_copy(&folder, copy.path()) else {
                    return Err(refused.err().unwrap_or_else(|| Fault::said(NOT_DONE)));
                };
                let path = folder.display().to_string();
                self.output
                    .word(&self.say_with("store-only-read", &[("path", path.into())]));
                Ok(self.to_read(Office::over(store), Some(copy)))
            }
            Err(StoreError::JournalDamaged(damage)) => self.read_damaged(&folder, damage),
            opened => Ok(self.to_read(self.opened(&folder, opened)?, None)),
        }
    }

    /// What can be read of a damaged store, with the damage said; the command ends as one on damaged data.
    fn read_damaged(&self, folder: &Path, damage: JournalDamage) -> Result<ReadOffice, Fault> {
        let refused = sentences::store_fault(&self.words, &StoreError::JournalDamaged(damage));
        let copy = ThrowAway::watched("read");
        let Ok(store) = Store::open_readable_copy(folder, copy.path(), clock::now()) else {
            return Err(refused);
        };
        let head = refused.sentence.into_iter();
        let told: Vec<String> = head.chain([self.say("store-read-damaged")]).collect();
        self.output.word(&told.join("\n"));
        self.missing.0.borrow_mut().is_damaged = true;
        Ok(self.to_read(Office::over(store), Some(copy)))
    }

    fn to_read(&self, office: Office, copy: Option<ThrowAway>) -> ReadOffice {
        ReadOffice {
            office,
            missing: self.missing.clone(),
            _copy: copy,
        }
    }

    /// How a command ends that did what was asked: where something may be missing from that, this is said.
    pub(super) fn ended(&self) -> Result<(), Fault> {
        let mended = std::mem::take(&mut self.missing.0.borrow_mut().mended);
        self.say_mended(&mended);
        let missing = self.missing.0.borrow();
        let unread: Vec<(Tree, String)> = missing.unread.iter().cloned().collect();
        if !unread.is_empty() {
            return Err(Fault::damaged(sentences::gone_past(&self.words, &unread)));
        }
        match missing.is_damaged {
            true => Err(Fault::said(DAMAGED)),
            false => Ok(()),
        }
    }

    fn opened(
        &self,
        folder: &Path,
        opened: Result<(Office, Vec<Mended>), StoreError>,
    ) -> Result<Office, Fault> {
        let (office, mended) = opened.map_err(|error| sentences::store_fault(&self.words, &error))?;
        trace::start(folder);
        office.store().say_opener(&actor::name(), std::process::id());
        let is_unknown = |mended: &Mended| matches!(mended, Mended::TornEntry { is_known: false, .. });
        self.missing.0.borrow_mut().is_damaged |= mended.iter().any(is_unknown);
        self.say_mended(&mended);
        Ok(office)
    }

    /// Says what was set right.
    pub(super) fn say_mended(&self, mended: &[Mended]) {
        for mended in mended {
            // Catching up after a crash is usual and loses nothing.
            if !matches!(mended, Mended::CaughtUp { .. } | Mended::LeftoverRemoved { .. }) {
                self.output.word(&sentences::mended(&self.words, mended));
            }
        }
    }

    /// Carries out a command of the office as this user, now.
    pub(super) fn execute(&self, office: &Office, command: Command) -> Result<Done, Failure> {
        let actor = super::actor::name();
        office.execute(&actor, command, clock::now(), &mut clock::fresh_id)
    }

    /// The fault that a failure of the office is. Damage is told from other failures by looking at the store.
    pub(super) fn failed(&self, office: &Office, failure: &Failure) -> Fault {
        if let Failure::Store(StoreFailure::Damaged) = failure
            && let Ok(report) = office.store().check()
            && !report.is_sound()
        {
            return Fault::damaged(sentences::damage(
                &self.words,
                office.store().folder(),
                &report.faults,
            ));
        }
        Fault::not_done(sentences::failure(&self.words, failure))
    }

    /// Writes paragraphs as data.
    pub(super) fn print(&self, paragraphs: &str) -> Result<(), Fault> {
        self.output
            .text(paragraphs)
            .map_err(|error| self.unwritten(&error))
    }

    /// Writes bytes as data.
    pub(super) fn write(&self, bytes: &[u8]) -> Result<(), Fault> {
        self.output.data(bytes).map_err(|error| self.unwritten(&error))
    }

    /// Writes a JSON document as data.
    pub(super) fn write_json(&self, bytes: &[u8]) -> Result<(), Fault> {
        let mut out = self.output.json();
        let written = out.write_all(bytes).and_then(|()| out.flush());
        written.map_err(|error| self.unwritten(&error))
    }

    /// The fault that output which could not be written is.
    pub(super) fn unwritten(&self, error: &std::io::Error) -> Fault {
        Fault::output(error, self.say("fault-output"))
    }
}

/// The words of a language, with its own digits unless others are given.
pub(super) fn words(lang: LangName, digits: Option<DigitsName>) -> Words {
    let lang = if lang == LangName::Fa { Lang::Fa } else { Lang::En };
    let digits = match (digits, lang) {
        (Some(DigitsName::Fa), _) | (None, Lang::Fa) => Digits::Persian,
        (Some(DigitsName::Latn), _) | (None, Lang::En) => Digits::Latin,
    };
    Words::new(lang, digits)
}
