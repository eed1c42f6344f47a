//! Public holidays: those of every year and those of one year, read from a text.
//! It does not know weekends, nor files.

use std::collections::BTreeMap;

use super::day::{Day, Jalali, month_length};
use crate::text::digits::latin_digits;

/// Holidays by date. The default holds none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays {
    /// By month and day, the same in every Jalali year.
    yearly: BTreeMap<(u8, u8), String>,
    /// Those of one year only, mostly of the lunar calendar.
    single: BTreeMap<Day, String>,
}

/// A line of a holiday list that is neither a holiday nor a comment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is no holiday: {text}")]
pub struct HolidayError {
    /// The line's number, from 1.
    pub line: usize,
    /// The line as it stands.
    pub text: String,
}

impl Holidays {
    /// Returns the fixed holidays of Iran's solar calendar, from `data/holidays.txt`.
    pub fn built_in() -> Holidays {
        let mut holidays = Holidays::default();
        // A test reads the same text and finds it whole.
        let _ = holidays.add(include_str!("../../data/holidays.txt"));
        holidays
    }

    /// Adds the holidays of a text: a line is `MM/DD name` (every year) or `YYYY/MM/DD name` (Jalali, one year), in any
    /// digits; empty lines and lines that begin with `#` are passed over. A later line replaces an earlier one.
    ///
    /// # Errors
    /// The first line that is something else; nothing is added then.
    ///
    /// ```
    /// use dabir::calendar::{Day, Holidays};
    /// let mut holidays = Holidays::built_in();
    /// holidays.add("1404/01/11 عید فطر")?;
    /// assert_eq!(holidays.name(Day::from_jalali(1404, 1, 11)?), Some("عید فطر"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add(&mut self, text: &str) -> Result<(), HolidayError> {
        let mut more = self.clone();
        for (at, line) in text.lines().enumerate() {
            let trimmed = line.trim().trim_start_matches('\u{FEFF}');
            if !trimmed.is_empty() && !trimmed.starts_with('#') {
                more.add_line(trimmed).ok_or_else(|| HolidayError {
                    line: at + 1,
                    text: trimmed.to_owned(),
                })?;
            }
        }
        *self = more;
        Ok(())
    }

    fn add_line(&mut self, line: &str) -> Option<()> {
        let (date, name) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let date = latin_digits(date);
        let parts: Option<Vec<u16>> = date.split('/').map(|part| part.parse().ok()).collect();
        let small = |number: u16| u8::try_from(number).ok();
        let name = name.trim().to_owned();
        match parts?[..] {
            [month, day] => {
                let (month, day) = (small(month)?, small(day)?);
                // 1403 is a leap year, so that 30 Esfand may stand in the list.
                let exists = (1..=month_length(1403, month)).contains(&day);
                exists.then(|| self.yearly.insert((month, day), name)).map(drop)
            }
            [year, month, day] => {
                let day = Day::from_jalali(i32::from(year), small(month)?, small(day)?).ok()?;
                self.single.insert(day, name);
                Some(())
            }
            _ => None,
        }
    }

    /// Returns the holiday's name, empty if the list gives none; `None` for a day that is no holiday.
    pub fn name(&self, day: Day) -> Option<&str> {
        let Jalali { month, day: date, .. } = day.jalali();
        self.single
            .get(&day)
            .or_else(|| self.yearly.get(&(month, date)))
            .map(String::as_str)
    }

    /// Says whether the day is a holiday.
    pub fn contains(&self, day: Day) -> bool {
        self.name(day).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_list_is_whole() {
        let mut holidays = Holidays::default();
        assert_eq!(holidays.add(include_str!("../../data/holidays.txt")), Ok(()));
        assert_eq!(holidays.yearly.len(), 10);
        for year in [1390, 1404] {
            assert!(holidays.contains(Day::from_jalali(year, 1, 13).unwrap()));
            assert!(!holidays.contains(Day::from_jalali(year, 1, 14).unwrap()));
        }
    }

    #[test]
    fn an_office_adds_its_own_and_a_wrong_line_adds_nothing() {
        let mut holidays = Holidays::default();
        holidays
            .add("\u{FEFF}# ours\r\n\r\n۱۴۰۴/۰۱/۱۱ عید\r\n12/30\r\n")
            .unwrap();
        assert_eq!(holidays.name(Day::from_jalali(1404, 1, 11).unwrap()), Some("عید"));
        assert_eq!(holidays.name(Day::from_jalali(1405, 1, 11).unwrap()), None);
        assert_eq!(holidays.name(Day::from_jalali(1403, 12, 30).unwrap()), Some(""));
        let before = holidays.clone();
        for wrong in [
            "07/31 x",
            "1404/07/31 x",
            "x",
            "1/2/3/4 x",
            "13/01",
            "00/00",
            "70000/01/01",
        ] {
            let refusal = holidays.add(&format!("02/02 y\n{wrong}"));
            assert_eq!(
                refusal,
                Err(HolidayError {
                    line: 2,
                    text: wrong.to_owned()
                })
            );
            assert_eq!(holidays, before);
        }
    }
}
