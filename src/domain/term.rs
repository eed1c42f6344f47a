//! A term of office (دوره) of a body: its name and days, as people write them in a line. Does not know who sits in it;
//! a session belongs to the term of its day.

use crate::calendar::{Day, parse_day};
use serde::{Deserialize, Serialize};

/// A term of office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermOfOffice {
    /// What it is called, «دوره سوم».
    pub name: String,
    /// First day; open when absent.
    #[serde(default)]
    pub from: Option<Day>,
    /// Last day; open when absent.
    #[serde(default)]
    pub until: Option<Day>,
}

impl TermOfOffice {
    /// Whether a day lies in it.
    pub fn holds_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Reads a line: the name, and behind a colon the days with «تا» between them; either may be missing. None where a day
    /// cannot be read, the last day is before the first, or no name stands there.
    ///
    /// ```
    /// use dabir::domain::term::TermOfOffice;
    /// let term = TermOfOffice::read("دوره سوم: ۱۴۰۱/۱/۱ تا ۱۴۰۴/۱۲/۲۹").unwrap();
    /// assert_eq!(term.name, "دوره سوم");
    /// assert_eq!(TermOfOffice::read(&term.written(|day| day.to_string())), Some(term));
    /// assert_eq!(TermOfOffice::read("دوره سوم: ۱۴۰۴/۱/۱ تا ۱۴۰۱/۱/۱"), None);
    /// assert_eq!(TermOfOffice::read("دوره چهارم: از ۱۴۰۵/۱/۱").unwrap().until, None);
    /// ```
    pub fn read(line: &str) -> Option<TermOfOffice> {
        let (name, days) = line.split_once(':').unwrap_or((line, ""));
        let (name, days) = (name.trim(), days.trim());
        let days = days.strip_prefix("از ").unwrap_or(days);
        let (from, until) = match days.split_once("تا") {
            Some((from, until)) => (from.trim(), until.trim()),
            None => (days, ""),
        };
        let (from, until) = (day(from)?, day(until)?);
        let ends_before = from.zip(until).is_some_and(|(from, until)| until < from);
        (!name.is_empty() && !ends_before).then(|| TermOfOffice {
            name: name.to_owned(),
            from,
            until,
        })
    }

    /// The line that [`TermOfOffice::read`] reads, with days as they are said.
    pub fn written(&self, said: impl Fn(Day) -> String) -> String {
        let TermOfOffice { name, from, until } = self;
        match (from.map(&said), until.map(&said)) {
            (None, None) => name.clone(),
            (Some(from), None) => format!("{name}: {from}"),
            (from, Some(until)) => {
                let days = format!("{} تا {until}", from.unwrap_or_default());
                format!("{name}: {}", days.trim_start())
            }
        }
    }
}

/// The day in a part of a line, where one stands there; none of all where it cannot be read.
fn day(written: &str) -> Option<Option<Day>> {
    match written {
        "" => Some(None),
        written => parse_day(written).ok().map(Some),
    }
}
