//! Where backups go by themselves and how many of them stay: the table `[backup]` of the file.
//! Does not know how one is made.

use toml_edit::{Item as Toml, TableLike};

/// The table `[backup]` of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupSettings {
    /// The folder; none where nobody named one, and then none is made by itself.
    pub folder: Option<String>,
    /// The last so many days.
    pub days: usize,
    /// And the last one of each of so many weeks.
    pub weeks: usize,
    /// And of each of so many months.
    pub months: usize,
}

impl Default for BackupSettings {
    fn default() -> Self {
        BackupSettings {
            folder: None,
            days: 7,
            weeks: 5,
            months: 12,
        }
    }
}

/// More of a kind are a slip.
const MOST_KEPT: i64 = 1000;

impl BackupSettings {
    /// Takes one line of the table in.
    ///
    /// # Errors
    /// What may stand there; none where there is no such setting.
    pub(super) fn take(&mut self, key: &str, value: &Toml) -> Result<(), Option<&'static str>> {
        let count = |least: i64| {
            let count = value
                .as_integer()
                .filter(|count| (least..=MOST_KEPT).contains(count));
            let count = count.and_then(|count| usize::try_from(count).ok());
            count.ok_or(Some(if least == 0 { "0…1000" } else { "1…1000" }))
        };
        match key {
            "folder" => {
                let folder = value.as_str().filter(|folder| !folder.trim().is_empty());
                self.folder = Some(folder.ok_or(Some("\"…\""))?.to_owned());
            }
            "days" => self.days = count(1)?,
            "weeks" => self.weeks = count(0)?,
            "months" => self.months = count(0)?,
            _ => return Err(None),
        }
        Ok(())
    }
}

/// The names of a table with the values that stand there when nobody has set any.
pub(super) fn lines() -> [(&'static str, String); 4] {
    let unset = BackupSettings::default();
    [
        ("folder", "\"~/dabir-backups\"".to_owned()),
        ("days", unset.days.to_string()),
        ("weeks", unset.weeks.to_string()),
        ("months", unset.months.to_string()),
    ]
}

/// Each line of a table, with what is wrong where it cannot be taken.
pub(super) fn read(
    table: &dyn TableLike,
    settings: &mut BackupSettings,
    mut wrong: impl FnMut(&str, &Toml, Option<&'static str>),
) {
    for (key, value) in table.iter() {
        if let Err(allowed) = settings.take(key, value) {
            wrong(key, value, allowed);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::app::settings::{Wrong, read};

    #[test]
    fn backups_are_set_in_the_file_and_what_is_wrong_is_named_by_its_line() {
        let (settings, problems) = read("[backup]\nfolder = \"~/b\"\ndays = 3\nweeks = 0\n");
        assert_eq!(problems, []);
        let backup = &settings.backup;
        assert_eq!(backup.folder.as_deref(), Some("~/b"));
        assert_eq!((backup.days, backup.weeks, backup.months), (3, 0, 12));
        let (settings, problems) = read("[backup]\nfolder = 3\ndays = 0\nyears = 1\n");
        assert_eq!(settings.backup, super::BackupSettings::default());
        let lines: Vec<_> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [Some(2), Some(3), Some(4)]);
        assert!(matches!(problems[2].wrong, Wrong::UnknownName(_)));
        let (_, problems) = read("backup = 3\n");
        assert_eq!(problems.len(), 1);
    }
}
