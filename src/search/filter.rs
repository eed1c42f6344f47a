//! A filter that was read: what it tests, and how it is printed again. Does not know how it was typed.

use super::due::{Comparison, Due};
use super::field::FilterField;
use super::pattern::Pattern;
use super::row::FilterRow;
use crate::calendar::Day;
use crate::domain::resolution::Status;
use crate::text::fold;
use std::cell::OnceCell;
use std::fmt;

/// Selects resolutions. The default one selects all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// All groups must hold; a group holds when one of its terms does.
    pub(super) groups: Vec<Vec<Term>>,
}

/// One condition.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Written with `-`: the test must fail.
    pub excluded: bool,
    /// What is tested.
    pub test: Test,
}

/// What a term tests.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// A word or phrase anywhere.
    Words(Pattern),
    /// A responsible organisation has this name.
    Responsible(Pattern),
    /// The subject has these words.
    Subject(Pattern),
    /// The session has this ordinal, where one is written, or this id.
    Session {
        /// As written.
        written: String,
        /// As an ordinal.
        ordinal: Option<u32>,
    },
    /// The body has this name or id.
    Body(Pattern),
    /// The session is of this year.
    Year(i32),
    /// The status is this one.
    Status(Status),
    /// Open and past its day.
    Overdue,
    /// When it is due.
    Due(Due),
}

impl Filter {
    /// Selects what has all these words; each may stand for the name of a body too.
    pub fn of_words<'a>(words: impl Iterator<Item = &'a str>) -> Filter {
        let group = |word: &str| {
            let pattern = Pattern::new(word)?;
            let tests = [Test::Words(pattern.clone()), Test::Body(pattern)];
            let term = |test| Term {
                excluded: false,
                test,
            };
            Some(tests.map(term).into())
        };
        Filter {
            groups: words.filter_map(group).collect(),
        }
    }

    /// Whether it selects everything.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// How many terms it has.
    fn count(&self) -> usize {
        self.groups.iter().map(Vec::len).sum()
    }

    /// The same among resolutions that are not open.
    pub fn and_not_open(mut self) -> Filter {
        self.groups.push(vec![Term {
            excluded: true,
            test: Test::Status(Status::Open),
        }]);
        self
    }

    /// Whether it asks for something that only resolutions have: who is responsible, a status, a due date, a subject.
    pub fn is_of_resolutions(&self) -> bool {
        let of_resolutions = |term: &Term| {
            let of_session = matches!(
                term.test,
                Test::Words(_) | Test::Session { .. } | Test::Body(_) | Test::Year(_)
            );
            !of_session
        };
        self.groups.iter().flatten().any(of_resolutions)
    }

    /// Whether it selects the row on `today`, which spans count from.
    pub fn matches(&self, row: &FilterRow, today: Day) -> bool {
        self.matches_folded(row, today, || row.texts.iter().map(|text| fold(text)).collect())
    }

    /// The same of a row whose texts are given folded, and only when they are asked for.
    pub(super) fn matches_folded(
        &self,
        row: &FilterRow,
        today: Day,
        folded: impl Fn() -> Vec<String>,
    ) -> bool {
        let texts = OnceCell::new();
        let holds = |term: &Term| {
            let found = match &term.test {
                Test::Words(pattern) => texts
                    .get_or_init(&folded)
                    .iter()
                    .any(|text| pattern.occurs_in(text)),
                test => test.holds(row, today),
            };
            found != term.excluded
        };
        self.groups.iter().all(|group| group.iter().any(holds))
    }
}

impl Test {
    /// Whether a test of a field holds; words are tested by [`Filter::matches`], which folds a row's texts once.
    fn holds(&self, row: &FilterRow, today: Day) -> bool {
        match self {
            Test::Words(_) => false,
            Test::Responsible(pattern) => row.responsible.iter().any(|name| pattern.names(name)),
            Test::Subject(pattern) => row
                .subject
                .is_some_and(|subject| pattern.occurs_in(&fold(subject))),
            Test::Session { written, ordinal } => {
                row.session == written || (ordinal.is_some() && row.ordinal == *ordinal)
            }
            Test::Body(pattern) => row
                .body
                .iter()
                .any(|name| pattern.names(name) || *name == pattern.written()),
            Test::Year(year) => row.year == Some(*year),
            Test::Status(status) => row.status == *status,
            Test::Overdue => row.overdue,
            Test::Due(due) => due.passes(row.due, today),
        }
    }

    /// Field, sign and value, as they are printed.
    fn parts(&self) -> (Option<FilterField>, Comparison, String) {
        let with = |field, value: &str| (Some(field), Comparison::Within, value.to_owned());
        match self {
            Test::Words(pattern) => (None, Comparison::Within, pattern.written().to_owned()),
            Test::Responsible(pattern) => with(FilterField::Responsible, pattern.written()),
            Test::Subject(pattern) => with(FilterField::Subject, pattern.written()),
            Test::Session { written, .. } => with(FilterField::Session, written),
            Test::Body(pattern) => with(FilterField::Body, pattern.written()),
            Test::Year(year) => with(FilterField::Year, &year.to_string()),
            Test::Status(status) => with(FilterField::Status, super::parse::status_word(Some(*status))),
            Test::Overdue => with(FilterField::Status, super::parse::status_word(None)),
            Test::Due(due) => {
                let (comparison, written) = due.parts();
                (Some(FilterField::Due), comparison, written.to_owned())
            }
        }
    }
}

/// Prints a filter that is read back as the same one.
impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut printed, mut count) = (String::new(), 0);
        for group in &self.groups {
            for (other, term) in group.iter().enumerate() {
                let gap = match (other, count) {
                    (0, 0) => "",
                    (0, _) => " ",
                    _ => "|",
                };
                let whole = format!("{printed}{gap}{term}");
                count += 1;
                // A word that would belong to the value before it: «شده» behind «وضعیت:لغو».
                printed = match (&term.test, Filter::read(&whole).0.count()) {
                    (Test::Words(words), terms) if terms < count => {
                        let minus = if term.excluded { "-" } else { "" };
                        format!("{printed}{gap}{minus}\"{}\"", words.written())
                    }
                    _ => whole,
                };
            }
        }
        f.write_str(&printed)
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (field, comparison, value) = self.test.parts();
        let minus = if self.excluded { "-" } else { "" };
        match field {
            Some(field) => write!(
                f,
                "{minus}{}{}{}",
                field.name(),
                comparison.sign(),
                quoted(&value)
            ),
            // Bare it would be read as a status.
            None if super::parse::bare_status(&value).is_some() => write!(f, "{minus}\"{value}\""),
            None => write!(f, "{minus}{}", quoted(&value)),
        }
    }
}

/// The value as it can be read back: quoted where it holds anything but letters and digits. What is written never
/// holds all three closing marks (`parse` would have ended it there), so one pair always fits.
pub fn quoted(value: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '\u{200C}' | '/' | '.' | '_');
    if value.chars().all(plain) {
        return value.to_owned();
    }
    let pair = super::parse::QUOTES
        .into_iter()
        .find(|(_, close)| !value.contains(*close));
    let (open, close) = pair.unwrap_or(super::parse::QUOTES[0]);
    format!("{open}{value}{close}")
}
