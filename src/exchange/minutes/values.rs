//! What was read from minutes, as plain values.
//! Knows no store and no body of the office: names are as written.

use super::doubt::Doubt;
use crate::calendar::{Day, TimeOfDay};

/// Minutes as they were read. Text is as written; what was not found is `None` or empty.
///
/// Every word of the input is in one of the fields, in [`ReadMinutes::understood`] or in [`ReadMinutes::raw`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReadMinutes {
    /// Name of the body, as the title has it.
    pub body: Option<String>,
    /// Jalali year that the ordinal counts in, where the minutes name it («در سال ۱۴۰۱»); not taken from the date.
    pub year: Option<i32>,
    /// The session's ordinal («هشتمین» is 8).
    pub ordinal: Option<u32>,
    /// The kind of session; ordinary where nothing else is said.
    pub kind: ReadKind,
    /// Number of the invitation, as written.
    pub invitation_number: Option<String>,
    /// Date of the invitation.
    pub invitation_date: Option<Day>,
    /// Date of the session.
    pub date: Option<Day>,
    /// The weekday as written; it may disagree with the date.
    pub weekday_written: Option<String>,
    /// When the session began.
    pub start: Option<TimeOfDay>,
    /// When it ended.
    pub end: Option<TimeOfDay>,
    /// Where it met.
    pub place: Option<String>,
    /// Who presided, as written (name, post, or both).
    pub chair: Option<String>,
    /// Its secretary, as written.
    pub secretary: Option<String>,
    /// Items of the agenda in order, without their numbers.
    pub agenda: Vec<String>,
    /// What was said, paragraph by paragraph.
    pub notes: Vec<ReadNote>,
    /// Who was present, represented or absent.
    pub attendance: Vec<ReadAttendance>,
    /// Guests beside the members (مدعوین).
    pub guests: Vec<ReadGuest>,
    /// The resolutions in order.
    pub resolutions: Vec<ReadResolution>,
    /// Tables that are no part of the above.
    pub annexes: Vec<ReadAnnex>,
    /// Names and posts under the minutes, line by line.
    pub signatures: Vec<String>,
    /// Labels, headings and numbers that were used up in understanding the rest, with their lines («مهلت اقدام»,
    /// «دستور کار:», a written date whose value is in [`ReadMinutes::date`]). Kept so that no word is lost.
    pub understood: Vec<RawLine>,
    /// «متن خام»: what fitted nowhere, as written.
    pub raw: Vec<RawLine>,
    /// What was read but may mean something else.
    pub doubts: Vec<Doubt>,
}

/// The kind of a session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ReadKind {
    /// عادی, or nothing said.
    #[default]
    Ordinary,
    /// فوق‌العاده
    Extraordinary,
    /// مشترک
    Joint,
}

/// One paragraph of what was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadNote {
    /// Who said it, as written. Where the name stands inside the sentence, `text` has it too.
    pub speaker: Option<String>,
    /// The paragraph.
    pub text: String,
    /// The item of the agenda that it stands under, from 1; none where no line names one.
    pub agenda_item: Option<u32>,
    /// When it was said, in a transcript.
    pub at: Option<TimeOfDay>,
}

/// Someone beside the members.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadGuest {
    /// The name, or all that was written where name and post cannot be told apart.
    pub name: String,
    /// The post, where it stands in a column of its own.
    pub post: Option<String>,
}

/// How a seat took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadStatus {
    /// حاضر
    Present,
    /// ویدئو کنفرانس
    Video,
    /// By a representative.
    Represented,
    /// Absent with a reason.
    Excused,
    /// غایب
    Absent,
    /// Nothing says how: an empty box, an empty status.
    Unticked,
}

/// One line of the attendance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadAttendance {
    /// The seat as written: the organisation, else the post, else the person.
    pub name: String,
    /// The person, where the minutes name one apart from the seat.
    pub person: Option<String>,
    /// The post of that person, where it stands apart from the organisation.
    pub post: Option<String>,
    /// How the seat took part.
    pub status: ReadStatus,
    /// Who represented it, as written: the name, or all of it where name and post cannot be told apart.
    pub representative: Option<String>,
    /// The post of who represented it, where it stands behind the name or alone.
    pub representative_post: Option<String>,
    /// Why the principal was away, or another remark, as written.
    pub reason: Option<String>,
    /// When they came, where a remark says so.
    pub arrived: Option<TimeOfDay>,
    /// When they left, where a remark says so.
    pub departed: Option<TimeOfDay>,
}

/// One resolution.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadResolution {
    /// The written number.
    pub row: Option<u32>,
    /// Subject, where the table has one apart from the wording.
    pub subject: Option<String>,
    /// The whole wording with clauses and provisos; paragraphs are joined by `\n`.
    pub text: String,
    /// The deadline as written.
    pub deadline_written: Option<String>,
    /// The responsible organisations as written.
    pub responsible_written: Option<String>,
    /// The responsible organisations one by one; the first is the lead.
    pub responsible: Vec<String>,
    /// What stood beside single clauses, where a table gives a clause a row of its own.
    pub clauses: Vec<ReadClause>,
    /// What it follows, where a paragraph of its own says so («پیرو: ...»), as written.
    pub follows_written: Option<String>,
    /// Cells of further columns (ملاحظات، وضعیت), as written.
    pub remarks: Vec<String>,
}

/// What stood beside one clause; its wording is in the resolution's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadClause {
    /// The letter, as `domain::wording::clauses` gives it.
    pub letter: String,
    /// The clause's own deadline as written.
    pub deadline_written: Option<String>,
    /// Its responsible organisations as written; they are among those of the resolution too.
    pub responsible_written: Option<String>,
    /// Its responsible organisations one by one.
    pub responsible: Vec<String>,
}

/// A table beside the resolutions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadAnnex {
    /// The line above the table.
    pub title: Option<String>,
    /// Rows of cells; paragraphs of a cell are joined by `\n`.
    pub rows: Vec<Vec<String>>,
}

/// A line, or a part of one, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawLine {
    /// Number of the line in the input, from 1.
    pub number: usize,
    /// Its text without markup.
    pub text: String,
}

impl ReadAttendance {
    /// Every text of it but the name of the seat.
    pub(super) fn beside_the_name(&self) -> impl Iterator<Item = &str> {
        let texts = [
            &self.person,
            &self.post,
            &self.representative,
            &self.representative_post,
            &self.reason,
        ];
        texts.into_iter().flatten().map(String::as_str)
    }
}
