//! The thread that sees to it that there is a backup of each day, and tells where there has been none for long.
//! Does not know how one is made.

use super::clock;
use super::events::Event;
use super::office_worker::OfficeReply;
use crate::app::settings::BackupSettings;
use crate::calendar::{Day, tehran_day};
use crate::office::Office;
use crate::office::health::StoreNews;
use crate::store::{BackupPlan, Store, StoreError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// So often it is asked whether a new day has begun.
const LOOK_AGAIN: Duration = Duration::from_secs(600);
/// A last backup that is older than so many days is told of.
const OLD_DAYS: i64 = 7;

/// The thread; it ends with this, and the store is let go of then.
pub(super) struct Backups {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Backups {
    /// Starts it. Without a folder in the settings none is made; that there has been none for long is told all the
    /// same.
    pub(super) fn start(
        office: Arc<Office>,
        settings: &BackupSettings,
        home: Option<&Path>,
        to: Sender<Event>,
    ) -> Backups {
        let (stop, stopped) = channel();
        let plan = plan_of(settings, home);
        let thread = thread::spawn(move || {
            let mut failed_on = None;
            let mut is_first = true;
            loop {
                let today = clock::today();
                let mut news = Vec::new();
                if let Some(plan) = plan.as_ref().filter(|_| failed_on != Some(today))
                    && let Err(error) = office.store().keep_backups(plan, today)
                {
                    tracing::error!(%error, "no backup was made");
                    failed_on = Some(today);
                    news.push(failed(plan, &error));
                }
                if std::mem::take(&mut is_first) {
                    news.extend(old(office.store(), plan.as_ref(), today));
                }
                if !news.is_empty() && to.send(Event::Reply(OfficeReply::News(news))).is_err() {
                    return;
                }
                if stopped.recv_timeout(LOOK_AGAIN) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
            }
        });
        Backups {
            stop: Some(stop),
            thread: Some(thread),
        }
    }
}

/// A backup that is being made is made to its end.
impl Drop for Backups {
    fn drop(&mut self) {
        self.stop = None;
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

fn plan_of(settings: &BackupSettings, home: Option<&Path>) -> Option<BackupPlan> {
    let BackupSettings {
        folder,
        days,
        weeks,
        months,
    } = settings;
    let folder = folder.as_deref()?;
    let folder = match (folder.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(folder),
    };
    Some(BackupPlan {
        folder,
        days: *days,
        weeks: *weeks,
        months: *months,
    })
}

fn failed(plan: &BackupPlan, error: &StoreError) -> StoreNews {
    StoreNews::BackupFailed {
        folder: plan.folder.display().to_string(),
        why: error.into(),
    }
}

/// That the last backup is too old, or that there is none of work that is.
fn old(store: &Store, plan: Option<&BackupPlan>, today: Day) -> Option<StoreNews> {
    let made = store.last_backup().map(tehran_day);
    // What was made once and is not in its folder any more does not count.
    let made = match plan {
        Some(plan) => store.last_backup_in(&plan.folder),
        None => made,
    };
    let begun = || Some(tehran_day(store.entries(1).ok()?.next()?.ok()?.at));
    let days = |since: Day| (today.naive_date() - since.naive_date()).num_days();
    let age = days(made.or_else(begun)?);
    (age > OLD_DAYS).then(|| StoreNews::BackupOld {
        days: made.is_some().then(|| age.unsigned_abs()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::NewEntry;
    use serde_json::value::RawValue;
    use std::fs;

    /// A store whose first entry is so many days old.
    fn store_of_age(folder: &Path, days: i64) -> Store {
        let (store, _) = Store::open(folder).unwrap();
        let entry = NewEntry {
            at: clock::now() - chrono::TimeDelta::days(days),
            actor: "a".to_owned(),
            command: RawValue::NULL.to_owned(),
            changes: vec![],
        };
        store.commit(entry).unwrap();
        store
    }

    #[test]
    fn that_there_has_been_no_backup_for_long_is_told_and_of_young_work_it_is_not() {
        let home = tempfile::tempdir().unwrap();
        let today = clock::today();
        let young = store_of_age(&home.path().join("young"), 2);
        assert_eq!(old(&young, None, today), None);
        let aged = store_of_age(&home.path().join("aged"), 30);
        assert_eq!(old(&aged, None, today), Some(StoreNews::BackupOld { days: None }));
        aged.backup(&home.path().join("backup")).unwrap();
        assert_eq!(old(&aged, None, today), None);
        let settings = BackupSettings {
            folder: Some("~/kept".to_owned()),
            ..BackupSettings::default()
        };
        let plan = plan_of(&settings, Some(home.path())).unwrap();
        assert_eq!(plan.folder, home.path().join("kept"));
        assert_eq!(
            old(&aged, Some(&plan), today),
            Some(StoreNews::BackupOld { days: None })
        );
        aged.keep_backups(&plan, today).unwrap();
        assert_eq!(old(&aged, Some(&plan), today), None);
    }

    #[test]
    fn a_folder_that_takes_no_backup_is_told_of() {
        let home = tempfile::tempdir().unwrap();
        let office = Office::over(store_of_age(&home.path().join("store"), 1));
        fs::write(home.path().join("file"), "").unwrap();
        let settings = BackupSettings {
            folder: Some("~/file".to_owned()),
            ..BackupSettings::default()
        };
        let (to, inbox) = channel();
        let backups = Backups::start(Arc::new(office), &settings, Some(home.path()), to);
        let told = inbox.recv_timeout(Duration::from_secs(60)).unwrap();
        drop(backups);
        let Event::Reply(OfficeReply::News(news)) = told else {
            panic!("no news")
        };
        assert!(matches!(news[..], [StoreNews::BackupFailed { .. }]), "{news:?}");
    }
}
