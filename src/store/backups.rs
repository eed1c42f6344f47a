//! A folder of backups, one a day: today's is made where there is none, and of the older ones so many are kept.
//!
//! It does not know when it is looked after, nor the clock.
//!
//! Of a large store a backup has only what came behind an earlier whole one, which stays as long as one that is kept goes
//! on from it. A month is never without a whole one of its own.

use super::{Backup, Store, StoreError, backup_file::BackupFile, folder::make_private_folder};
use crate::calendar::Day;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// A smaller journal is copied whole each day: one file is all that is needed of it.
const LARGE_BYTES: u64 = 8 << 20;

/// A whole backup is gone on from for so many days, and until a quarter of it came behind.
const BASE_DAYS: i64 = 31;
const BASE_PARTS: u64 = 4;

/// Where backups go, and how many of them stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupPlan {
    /// The folder.
    pub folder: PathBuf,
    /// The last so many.
    pub days: usize,
    /// And the last one of each of so many weeks.
    pub weeks: usize,
    /// And of each of so many months.
    pub months: usize,
}

impl BackupPlan {
    /// Into a folder, with the usual numbers: a week of days, five weeks, a year of months.
    pub fn into_folder(folder: PathBuf) -> BackupPlan {
        BackupPlan {
            folder,
            days: 7,
            weeks: 5,
            months: 12,
        }
    }

    /// Which of these days' backups stay.
    fn kept(&self, days: &BTreeSet<Day>) -> BTreeSet<Day> {
        let mut kept: BTreeSet<Day> = days.iter().rev().take(self.days).copied().collect();
        kept.extend(last_of_each(days, self.weeks, |day| {
            // Weeks begin on Saturday.
            let since_saturday = i64::from(day.weekday().num_days_from_sunday() + 1) % 7;
            let date = day.naive_date() - chrono::TimeDelta::days(since_saturday);
            date.to_string()
        }));
        kept.extend(last_of_each(days, self.months, |day| {
            let jalali = day.jalali();
            format!("{}-{}", jalali.year, jalali.month)
        }));
        kept
    }
}

/// The last day of each of the last so many spans; `span` names the one in which a day is.
fn last_of_each(days: &BTreeSet<Day>, most: usize, span: impl Fn(Day) -> String) -> Vec<Day> {
    let mut last: Vec<(String, Day)> = Vec::new();
    for day in days.iter().rev() {
        let span = span(*day);
        if last.last().is_none_or(|(other, _)| *other != span) {
            last.push((span, *day));
        }
    }
    last.into_iter().take(most).map(|(_, day)| day).collect()
}

impl Store {
    /// Makes the backup of `today` in the plan's folder, where there is none, reads it over, and then removes those
    /// that are not to be kept. Gives what was made.
    ///
    /// # Errors
    /// Those of [`Store::backup`]; nothing was removed then.
    pub fn keep_backups(&self, plan: &BackupPlan, today: Day) -> Result<Option<Backup>, StoreError> {
        self.keep_backups_above(plan, today, LARGE_BYTES)
    }

    /// The same with another limit of what is large.
    fn keep_backups_above(
        &self,
        plan: &BackupPlan,
        today: Day,
        large_bytes: u64,
    ) -> Result<Option<Backup>, StoreError> {
        let store = self.id();
        let present = days_in(&plan.folder, &store);
        if present.last().is_some_and(|last| *last >= today) {
            return Ok(None);
        }
        make_private_folder(&plan.folder).map_err(StoreError::io(&plan.folder))?;
        let base = self.base_in(&plan.folder, &present, today, large_bytes);
        let made = self.backup_from(&plan.folder.join(name_of(&store, today)), base.as_ref())?;
        let days = days_in(&plan.folder, &store);
        let mut kept = plan.kept(&days);
        let named = kept
            .iter()
            .filter_map(|day| base_named_by(&plan.folder, &store, *day));
        let bases: Vec<Day> = named.collect();
        kept.extend(bases);
        for day in days.difference(&kept) {
            // One that cannot be removed takes room and does no other harm.
            let _ = fs::remove_file(plan.folder.join(name_of(&store, *day)));
        }
        Ok(Some(made))
    }

    /// The last whole backup in a folder, where today's may go on from it.
    fn base_in(
        &self,
        folder: &Path,
        present: &BTreeSet<Day>,
        today: Day,
        large_bytes: u64,
    ) -> Option<BackupFile> {
        let (store, length) = (self.id(), self.lock().journal.length_byte());
        let found = |day: &Day| {
            let found = BackupFile::found(&folder.join(name_of(&store, *day))).ok()?;
            found.base.is_none().then_some((*day, found))
        };
        let (day, base) = present.iter().rev().find_map(found)?;
        let age = (today.naive_date() - day.naive_date()).num_days();
        let behind = length.checked_sub(base.length)?;
        let is_fit = length > large_bytes && age <= BASE_DAYS && behind <= base.length / BASE_PARTS;
        is_fit.then_some(base)
    }

    /// The day of the last backup of this store in a folder.
    pub fn last_backup_in(&self, folder: &Path) -> Option<Day> {
        days_in(folder, &self.id()).last().copied()
    }

    /// Which store this is: sixteen hexadecimal digits.
    fn id(&self) -> String {
        self.lock().journal.store.clone()
    }
}

/// The name of a day's backup; the day is that of the calendar on the wall.
fn name_of(store: &str, day: Day) -> String {
    let jalali = day.jalali();
    let (year, month, day) = (jalali.year, jalali.month, jalali.day);
    format!("dabir-{store}-{year:04}-{month:02}-{day:02}.backup")
}

/// The day of the backup that a day's backup goes on from.
fn base_named_by(folder: &Path, store: &str, day: Day) -> Option<Day> {
    let found = BackupFile::found(&folder.join(name_of(store, day))).ok()?;
    day_of(&found.base?.name, store)
}

fn day_of(name: &str, store: &str) -> Option<Day> {
    let written = name.strip_prefix("dabir-")?.strip_prefix(store)?;
    let written = written.strip_prefix('-')?.strip_suffix(".backup")?;
    let mut numbers = written.splitn(3, '-');
    let year = numbers.next()?.parse().ok()?;
    let (month, day) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    let day = Day::from_jalali(year, month, day).ok()?;
    (name_of(store, day) == name).then_some(day)
}

fn days_in(folder: &Path, store: &str) -> BTreeSet<Day> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| day_of(entry.file_name().to_str()?, store))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u8, day: u8) -> Day {
        Day::from_jalali(1405, month, day).unwrap()
    }

    #[test]
    fn the_last_days_and_the_last_of_each_week_and_month_are_kept() {
        let all: BTreeSet<Day> = (1..=6)
            .flat_map(|month| (1..=31).map(move |of| day(month, of)))
            .collect();
        let plan = BackupPlan {
            days: 3,
            weeks: 2,
            months: 4,
            ..BackupPlan::into_folder(PathBuf::new())
        };
        let kept: Vec<Day> = plan.kept(&all).into_iter().collect();
        // 1405/06/31 is a Tuesday; the week before ended on Friday the 27th.
        let wanted = [
            day(3, 31),
            day(4, 31),
            day(5, 31),
            day(6, 27),
            day(6, 29),
            day(6, 30),
            day(6, 31),
        ];
        assert_eq!(kept, wanted);
    }

    #[test]
    fn one_backup_a_day_is_made_and_only_those_of_this_store_are_ever_removed() {
        let home = tempfile::tempdir().unwrap();
        let (store, _) = Store::open(&home.path().join("store")).unwrap();
        let plan = BackupPlan {
            days: 2,
            weeks: 0,
            months: 0,
            ..BackupPlan::into_folder(home.path().join("backups"))
        };
        assert_eq!(store.last_backup_in(&plan.folder), None);
        assert!(store.keep_backups(&plan, day(9, 1)).unwrap().is_some());
        assert_eq!(store.keep_backups(&plan, day(9, 1)).unwrap(), None);
        let foreign = plan.folder.join("dabir-0011223344556677-1404-01-01.backup");
        fs::write(&foreign, "theirs").unwrap();
        for of in 2..5 {
            assert!(store.keep_backups(&plan, day(9, of)).unwrap().is_some());
        }
        let days: Vec<Day> = days_in(&plan.folder, &store.id()).into_iter().collect();
        assert_eq!(days, [day(9, 3), day(9, 4)]);
        assert!(foreign.exists());
        assert_eq!(store.last_backup_in(&plan.folder), Some(day(9, 4)));
        let last = plan.folder.join(name_of(&store.id(), day(9, 4)));
        drop(store);
        assert!(Store::restore(&home.path().join("other"), &last).is_ok());
    }
    fn put(store: &Store, number: usize) {
        let record = std::collections::BTreeMap::from([("text", "متن ".repeat(100))]);
        let key = number.to_string();
        let change = store
            .change(crate::store::Tree::Notes, &key, Some(&record))
            .unwrap();
        let entry = crate::store::NewEntry {
            at: chrono::DateTime::UNIX_EPOCH,
            actor: "a".to_owned(),
            command: serde_json::value::RawValue::NULL.to_owned(),
            changes: vec![change],
        };
        store.commit(entry).unwrap();
    }

    #[test]
    fn of_a_large_store_a_day_has_what_is_new_and_what_it_goes_on_from_stays() {
        let home = tempfile::tempdir().unwrap();
        let (store, _) = Store::open(&home.path().join("store")).unwrap();
        (0..40).for_each(|number| put(&store, number));
        let plan = BackupPlan {
            days: 2,
            weeks: 0,
            months: 0,
            ..BackupPlan::into_folder(home.path().join("backups"))
        };
        let made_on = |of| {
            let made = store.keep_backups_above(&plan, day(9, of), 1000).unwrap();
            made.unwrap().bytes
        };
        let whole = made_on(1);
        for of in 2..6 {
            put(&store, 100 + usize::from(of));
            assert!(made_on(of) < whole / 4, "day {of}");
        }
        let days: Vec<Day> = days_in(&plan.folder, &store.id()).into_iter().collect();
        // Two are kept, and the whole one that they go on from.
        assert_eq!(days, [day(9, 1), day(9, 4), day(9, 5)]);
        let of_day = |of| plan.folder.join(name_of(&store.id(), day(9, of)));
        let last_seq = store.last_seq();
        let restored = home.path().join("restored");
        assert_eq!(Store::restore(&restored, &of_day(5)).unwrap().last_seq, last_seq);
        let (again, _) = Store::open(&restored).unwrap();
        assert_eq!(again.hash_of(last_seq), store.hash_of(last_seq));
        assert!(again.check().unwrap().is_sound());
        // Nothing is made of what is damaged in either file, or without what it goes on from.
        let refused = || Store::restore(&home.path().join("none"), &of_day(5)).is_err();
        for file in [of_day(1), of_day(5)] {
            let sound = fs::read(&file).unwrap();
            for at in (0..sound.len()).step_by(sound.len() / 20) {
                let mut damaged = sound.clone();
                damaged[at] ^= 1;
                fs::write(&file, damaged).unwrap();
                assert!(refused(), "{} at {at}", file.display());
            }
            fs::write(&file, &sound).unwrap();
        }
        fs::rename(of_day(1), home.path().join("away")).unwrap();
        assert!(refused());
        // A day on which the whole one is gone begins with a whole one again.
        put(&store, 200);
        assert!(made_on(6) > whole);
        // And so does a day when much came behind it.
        (300..330).for_each(|number| put(&store, number));
        assert!(made_on(7) > whole);
    }
}
