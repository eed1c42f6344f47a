//! How an office writes its minutes, as a person has said it once: what heads of columns mean, which lines are headings,
//! which names are which seat, which deadlines mean what. Does not know how minutes are read.

use super::ids::SeatId;
use super::names::whole_name;
use crate::text::fold_tight;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a column of resolutions may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnMeaning {
    /// The number of the row.
    Row,
    /// The subject apart from the wording.
    Subject,
    /// The wording.
    Text,
    /// The deadline.
    Deadline,
    /// Who is responsible.
    Responsible,
    /// A remark, and whatever a later version knows.
    #[serde(other)]
    Remark,
}

/// The part of the minutes that a line opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeadingMeaning {
    /// دستور کار
    Agenda,
    /// اهم مطالب مطروحه
    Notes,
    /// مصوبات
    Resolutions,
    /// حاضرین
    Present,
    /// غایبین
    Absent,
    /// مدعوین
    Guests,
    /// پیوست, and whatever a later version knows.
    #[serde(other)]
    Annex,
}

/// Something written, and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidMeaning<T> {
    /// As it was written when somebody said it.
    pub written: String,
    /// What it means.
    pub means: T,
}

/// What was said once of the minutes of one body. All keys are folded: it holds in every spelling.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingProfile {
    /// What heads of columns mean.
    #[serde(default)]
    pub columns: BTreeMap<String, SaidMeaning<ColumnMeaning>>,
    /// Lines that are headings.
    #[serde(default)]
    pub headings: BTreeMap<String, SaidMeaning<HeadingMeaning>>,
    /// Names in the attendance that are a seat's.
    #[serde(default)]
    pub seats: BTreeMap<String, SaidMeaning<SeatId>>,
    /// Deadlines in words of the office, and what they mean in words that everybody reads.
    #[serde(default)]
    pub deadlines: BTreeMap<String, SaidMeaning<String>>,
}

impl ColumnMeaning {
    /// All of them, in the order in which tables have them.
    pub const ALL: [ColumnMeaning; 6] = [
        ColumnMeaning::Row,
        ColumnMeaning::Subject,
        ColumnMeaning::Text,
        ColumnMeaning::Deadline,
        ColumnMeaning::Responsible,
        ColumnMeaning::Remark,
    ];
}

impl HeadingMeaning {
    /// All of them, in the order in which minutes have them.
    pub const ALL: [HeadingMeaning; 7] = [
        HeadingMeaning::Agenda,
        HeadingMeaning::Present,
        HeadingMeaning::Absent,
        HeadingMeaning::Guests,
        HeadingMeaning::Notes,
        HeadingMeaning::Resolutions,
        HeadingMeaning::Annex,
    ];
}

/// A written text as a key: every spelling of it has the same one, and marks around it do not count.
fn key(written: &str) -> String {
    fold_tight(written)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Keeps `meaning` for a text; a text without letters has no key and is not kept.
fn keep<T>(map: &mut BTreeMap<String, SaidMeaning<T>>, key: String, written: &str, means: T) {
    if !key.is_empty() {
        let written = written.trim().to_owned();
        map.insert(key, SaidMeaning { written, means });
    }
}

impl ReadingProfile {
    /// Whether nothing was said yet.
    pub fn is_empty(&self) -> bool {
        let ReadingProfile {
            columns,
            headings,
            seats,
            deadlines,
        } = self;
        columns.is_empty() && headings.is_empty() && seats.is_empty() && deadlines.is_empty()
    }

    /// What the column under this head holds.
    ///
    /// ```
    /// use dabir::domain::reading_profile::{ColumnMeaning, ReadingProfile};
    /// let mut profile = ReadingProfile::default();
    /// profile.say_column("اقدام‌کنندهٔ نهایی", ColumnMeaning::Responsible);
    /// assert_eq!(profile.column("اقدام كننده نهايي:"), Some(ColumnMeaning::Responsible));
    /// assert_eq!(profile.column("تاریخ"), None);
    /// ```
    pub fn column(&self, head: &str) -> Option<ColumnMeaning> {
        self.columns.get(&key(head)).map(|said| said.means)
    }

    /// Whether a line is nothing but heads of columns that somebody named.
    ///
    /// ```
    /// use dabir::domain::reading_profile::{ColumnMeaning, ReadingProfile};
    /// let mut profile = ReadingProfile::default();
    /// profile.say_column("بر دوش", ColumnMeaning::Responsible);
    /// profile.say_column("فرجه", ColumnMeaning::Deadline);
    /// assert!(profile.is_of_heads("فرجه | بر دوش"));
    /// assert!(!profile.is_of_heads("فرجه | شرح"));
    /// ```
    pub fn is_of_heads(&self, line: &str) -> bool {
        let mut rest = key(line);
        let mut heads: Vec<&String> = self.columns.keys().collect();
        // A head may begin with another one.
        heads.sort_by_key(|head| std::cmp::Reverse(head.len()));
        let is_line = !rest.is_empty();
        for head in heads {
            rest = rest.replacen(head.as_str(), "", 1);
        }
        is_line && rest.is_empty()
    }

    /// Says what the column under this head holds.
    pub fn say_column(&mut self, head: &str, meaning: ColumnMeaning) {
        keep(&mut self.columns, key(head), head, meaning);
    }

    /// The part that this line opens.
    pub fn heading(&self, line: &str) -> Option<HeadingMeaning> {
        self.headings.get(&key(line)).map(|said| said.means)
    }

    /// Says which part this line opens.
    pub fn say_heading(&mut self, line: &str, meaning: HeadingMeaning) {
        keep(&mut self.headings, key(line), line, meaning);
    }

    /// Takes back what was said of this line.
    pub fn forget_heading(&mut self, line: &str) {
        self.headings.remove(&key(line));
    }

    /// The seat that this name means.
    pub fn seat(&self, name: &str) -> Option<&SeatId> {
        self.seats.get(&whole_name(name)).map(|said| &said.means)
    }

    /// Says which seat this name means.
    pub fn say_seat(&mut self, name: &str, seat: SeatId) {
        keep(&mut self.seats, whole_name(name), name, seat);
    }

    /// Takes back what was said of this name.
    pub fn forget_seat(&mut self, name: &str) {
        self.seats.remove(&whole_name(name));
    }

    /// What this deadline means, in words that are read.
    pub fn deadline(&self, written: &str) -> Option<&str> {
        self.deadlines.get(&key(written)).map(|said| said.means.as_str())
    }

    /// Says what this deadline means.
    pub fn say_deadline(&mut self, written: &str, meaning: &str) {
        keep(&mut self.deadlines, key(written), written, meaning.to_owned());
    }

    /// Takes back what was said of this deadline.
    pub fn forget_deadline(&mut self, written: &str) {
        self.deadlines.remove(&key(written));
    }

    /// Takes over what was said later.
    pub fn learn(&mut self, later: ReadingProfile) {
        let ReadingProfile {
            columns,
            headings,
            seats,
            deadlines,
        } = later;
        self.columns.extend(columns);
        self.headings.extend(headings);
        self.seats.extend(seats);
        self.deadlines.extend(deadlines);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_holds_in_every_spelling_and_marks_do_not_count() {
        let mut profile = ReadingProfile::default();
        profile.say_column("برخوردار از تکلیف", ColumnMeaning::Responsible);
        profile.say_heading("جمع بندی نشست:", HeadingMeaning::Resolutions);
        profile.say_deadline("تا زمان مقتضی", "مستمر");
        for head in ["برخوردار از تكليف", "برخوردار‌ازتکلیف", " برخوردار از تکلیف: "]
        {
            assert_eq!(profile.column(head), Some(ColumnMeaning::Responsible), "{head}");
        }
        assert_eq!(
            profile.heading("«جمع‌بندی نشست»"),
            Some(HeadingMeaning::Resolutions)
        );
        assert_eq!(profile.deadline("تا زمان مقتضي."), Some("مستمر"));
        assert_eq!(profile.column("تکلیف"), None);
    }

    #[test]
    fn a_head_without_letters_says_nothing() {
        let mut profile = ReadingProfile::default();
        profile.say_column(" … ", ColumnMeaning::Text);
        assert!(profile.is_empty());
        assert_eq!(profile.column(""), None);
    }

    #[test]
    fn what_is_said_later_holds_and_what_a_later_version_says_is_read() {
        let mut profile = ReadingProfile::default();
        profile.say_column("شرح", ColumnMeaning::Subject);
        let mut later = ReadingProfile::default();
        later.say_column("شرح", ColumnMeaning::Text);
        profile.learn(later);
        assert_eq!(profile.column("شرح"), Some(ColumnMeaning::Text));
        let later: ReadingProfile =
            serde_json::from_str(r#"{"columns":{"شرح":{"written":"شرح","means":"budget"}},"voices":{}}"#)
                .unwrap();
        assert_eq!(later.column("شرح"), Some(ColumnMeaning::Remark));
    }
}
