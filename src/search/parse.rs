//! Reads a filter as it is typed, in Persian or English. Does not know rows.

use super::due::{Comparison, Due};
use super::error::{FilterError, FilterErrorKind};
use super::field::FilterField;
use super::filter::{Filter, Term, Test};
use super::pattern::Pattern;
use super::values::{STATUSES, is_date, year};
use crate::domain::resolution::Status;
use crate::text::fold_tight;
use crate::text::numeral::{parse_cardinal, parse_ordinal};

/// No value of a closed set has more words than this («صد و بیست و پنجمین» has five).
const VALUE_WORDS_MAX: usize = 6;

/// Words behind a number that make it a span, folded.
const UNITS: [&str; 4] = ["روز", "هفته", "ماه", "سال"];

/// Marks that open and close a phrase.
pub(super) const QUOTES: [(char, char); 3] = [('"', '"'), ('«', '»'), ('“', '”')];

/// Whether a bare word is read as a status, not looked for in the texts: «باز مسئول:راه» asks for what is open, and
/// would else find every «بازدید». In quotation marks it is a word again. The other statuses are words of many
/// wordings («لغو پروانه») and need their field.
pub(super) fn bare_status(word: &str) -> Option<Test> {
    let wanted = fold_tight(word);
    let (status, _) = STATUSES.iter().find(|(status, words)| {
        matches!(status, Some(Status::Open) | None)
            && words.iter().take(2).any(|word| fold_tight(word) == wanted)
    })?;
    Some(status.map_or(Test::Overdue, Test::Status))
}

/// The word printed for a status; none is overdue.
pub(super) fn status_word(status: Option<Status>) -> &'static str {
    let found = STATUSES.iter().find(|(other, _)| *other == status);
    found
        .and_then(|(_, words)| words.first().copied())
        .unwrap_or_default()
}

impl Filter {
    /// Reads a filter. What it says of today it says of the day on which it is asked.
    ///
    /// # Errors
    /// [`FilterError`] with the place and the part that cannot be read.
    ///
    /// ```
    /// use dabir::search::Filter;
    /// let filter = Filter::parse("مسئول:بهزیستی due<30d -status:done").unwrap();
    /// assert_eq!(filter.to_string(), "مسئول:بهزیستی مهلت<30d -وضعیت:انجام\u{200C}شده");
    /// assert_eq!(Filter::parse("باز"), Filter::parse("status:open"));
    /// assert_eq!(Filter::parse("رنگ:آبی").unwrap_err().position, 0);
    /// ```
    pub fn parse(text: &str) -> Result<Filter, FilterError> {
        match Filter::read(text) {
            (filter, None) => Ok(filter),
            (_, Some(error)) => Err(error),
        }
    }

    /// Reads a filter as far as it can be read, while it is typed: what stands before the first term that cannot, and
    /// why that one cannot.
    ///
    /// ```
    /// use dabir::search::Filter;
    /// let (filter, error) = Filter::read("آب مسئول:");
    /// assert_eq!((filter.to_string().as_str(), error.unwrap().position), ("آب", 3));
    /// ```
    pub fn read(text: &str) -> (Filter, Option<FilterError>) {
        let mut reader = FilterReader {
            letters: text.chars().collect(),
            at: 0,
        };
        let mut filter = Filter::default();
        loop {
            match reader.next_term(filter.is_empty()) {
                Ok(None) => return (filter, None),
                Ok(Some((joined, term))) => match filter.groups.last_mut().filter(|_| joined) {
                    Some(group) => group.push(term),
                    None => filter.groups.push(vec![term]),
                },
                Err(error) => return (filter, Some(error)),
            }
        }
    }
}

struct FilterReader {
    letters: Vec<char>,
    at: usize,
}

/// A word or phrase, and whether it was quoted.
struct WordOrPhrase {
    text: String,
    quoted: bool,
}

impl FilterReader {
    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(is_blank) {
            self.at += 1;
        }
    }

    /// The error about the letters from `from` up to here.
    fn error(&self, kind: FilterErrorKind, from: usize) -> FilterError {
        FilterError {
            kind,
            position: from,
            part: self.letters[from..self.at].iter().collect(),
        }
    }

    /// The next term, and whether «|» joins it to the one before; none at the end.
    fn next_term(&mut self, is_first: bool) -> Result<Option<(bool, Term)>, FilterError> {
        self.skip_blanks();
        let place = self.at;
        let joined = self.take('|');
        if joined {
            self.skip_blanks();
        }
        if self.peek().is_none() && !joined {
            return Ok(None);
        }
        // «|» stands between two terms: there is one before it and one behind it.
        if joined && (is_first || matches!(self.peek(), None | Some('|'))) {
            return Err(self.error(FilterErrorKind::MissingValue, place));
        }
        Ok(Some((joined, self.term()?)))
    }

    fn term(&mut self) -> Result<Term, FilterError> {
        let from = self.at;
        let excluded = self.take('-');
        let test = match self.field()? {
            Some((field, comparison)) => self.value(field, comparison, from)?,
            None => {
                let piece = self.piece()?;
                if !piece.quoted && is_date(&piece.text) {
                    return Err(self.error(FilterErrorKind::BareDate, from));
                }
                let status = bare_status(&piece.text).filter(|_| !piece.quoted);
                let words = || Pattern::new(&piece.text).map(Test::Words);
                status
                    .or_else(words)
                    .ok_or_else(|| self.error(FilterErrorKind::MissingValue, from))?
            }
        };
        Ok(Term { excluded, test })
    }

    /// The field that begins here, with its sign; the reader stands behind it then. A name is letters alone, so that
    /// «۱۲:۳۰» is a word.
    fn field(&mut self) -> Result<Option<(FilterField, Comparison)>, FilterError> {
        let from = self.at;
        let length = self.letters[from..].iter().take_while(|c| in_name(**c)).count();
        let name: String = self.letters[from..from + length].iter().collect();
        let behind = &self.letters[from + length..];
        let blanks = behind.iter().take_while(|c| is_blank(**c)).count();
        let sign = behind.get(blanks).copied();
        let (Some(sign @ (':' | '：' | '=' | '<' | '>')), false) = (sign, fold_tight(&name).is_empty())
        else {
            return Ok(None);
        };
        // Only behind a name that is known: «طرح < برنامه» and «الف=ب» are words.
        if (blanks > 0 || matches!(sign, '=' | '：')) && FilterField::named(&name).is_none() {
            return Ok(None);
        }
        self.at += length + blanks + 1;
        let comparison = match (sign, matches!(sign, '<' | '>') && self.take('=')) {
            (':' | '：' | '=', _) => Comparison::Within,
            ('<', false) => Comparison::Before,
            ('<', true) => Comparison::NotAfter,
            (_, false) => Comparison::After,
            (_, true) => Comparison::NotBefore,
        };
        match FilterField::named(&name) {
            Some(FilterField::Due) => {}
            Some(_) if comparison == Comparison::Within => {}
            _ => return Err(self.error(FilterErrorKind::UnknownField, from)),
        }
        Ok(FilterField::named(&name).map(|field| (field, comparison)))
    }

    /// The word or phrase that begins here.
    fn piece(&mut self) -> Result<WordOrPhrase, FilterError> {
        let from = self.at;
        if let Some((_, close)) = QUOTES.into_iter().find(|(open, _)| self.take(*open)) {
            let length = self.letters[self.at..].iter().position(|c| *c == close);
            let Some(length) = length else {
                self.at = self.letters.len();
                return Err(self.error(FilterErrorKind::OpenQuotation, from));
            };
            let text = self.letters[self.at..self.at + length].iter().collect();
            self.at += length + 1;
            return Ok(WordOrPhrase { text, quoted: true });
        }
        let ends = |c: char| is_blank(c) || c == '|' || QUOTES.iter().any(|(open, _)| *open == c);
        while self.peek().is_some_and(|c| !ends(c)) {
            self.at += 1;
        }
        Ok(WordOrPhrase {
            text: self.letters[from..self.at].iter().collect(),
            quoted: false,
        })
    }

    /// The value of a field; blanks may stand before it («مهلت: ۳۰ روز»).
    fn value(
        &mut self,
        field: FilterField,
        comparison: Comparison,
        from: usize,
    ) -> Result<Test, FilterError> {
        let behind_sign = self.at;
        self.skip_blanks();
        if matches!(self.peek(), None | Some('|')) {
            self.at = behind_sign;
            return Err(self.error(FilterErrorKind::MissingValue, from));
        }
        let piece = self.piece()?;
        let pattern = Pattern::new(&piece.text);
        let pattern = pattern.ok_or_else(|| self.error(FilterErrorKind::MissingValue, from))?;
        let test = match field {
            FilterField::Responsible => Some(Test::Responsible(pattern)),
            FilterField::Subject => Some(Test::Subject(pattern)),
            FilterField::Body => Some(Test::Body(pattern)),
            FilterField::Session | FilterField::Year | FilterField::Status | FilterField::Due => {
                self.longest(field, comparison, &piece)
            }
        };
        test.ok_or_else(|| self.error(FilterErrorKind::UnknownValue, from))
    }

    /// The value of a field that knows its values: as many of the bare words behind the sign as make one
    /// («انجام شده», «بیست و یکم», «۳۰ روز»).
    fn longest(&mut self, field: FilterField, comparison: Comparison, first: &WordOrPhrase) -> Option<Test> {
        let mut best = known_value(field, comparison, &first.text);
        let (mut end, mut text) = (self.at, first.text.clone());
        for _ in 1..VALUE_WORDS_MAX {
            self.skip_blanks();
            match self.piece() {
                Ok(next) if !first.quoted && !next.quoted && !next.text.is_empty() => {
                    text = format!("{text} {}", next.text);
                }
                _ => break,
            }
            if let Some(value) = known_value(field, comparison, &text) {
                (best, end) = (Some(value), self.at);
            }
        }
        self.at = end;
        // Any one word may be the id of a session.
        let id = || (field == FilterField::Session).then(|| session(&first.text));
        best.or_else(id)
    }
}

/// The value that a text is for a field that knows its values; of a session, its ordinal.
fn known_value(field: FilterField, comparison: Comparison, text: &str) -> Option<Test> {
    match field {
        FilterField::Session => {
            Some(session(text)).filter(|test| matches!(test, Test::Session { ordinal: Some(_), .. }))
        }
        FilterField::Year => year(text).map(Test::Year),
        FilterField::Status => status(text),
        FilterField::Due => Due::parse(comparison, text).map(Test::Due),
        FilterField::Responsible | FilterField::Subject | FilterField::Body => None,
    }
}

/// Whether more words may follow a text in one value of a field that knows its values: «در دست ا», «۳۰ ر».
fn begins_value(field: FilterField, text: &str) -> bool {
    let wanted = fold_tight(text);
    match field {
        FilterField::Status => {
            let is_whole = |word: &str| word == wanted && text.ends_with(is_blank);
            let mut words = STATUSES.iter().flat_map(|(_, words)| *words);
            words.any(|word| {
                let word = fold_tight(word);
                word.starts_with(&wanted) && !is_whole(&word)
            })
        }
        FilterField::Due => text.split_once(is_blank).is_some_and(|(number, unit)| {
            let unit = fold_tight(unit);
            parse_cardinal(number).is_some() && UNITS.iter().any(|word| word.starts_with(&unit))
        }),
        _ => false,
    }
}

/// The byte where the last term of a text begins, as far as it is typed: behind the last blank or «|» that is in no
/// quotation, does not stand before or behind the sign of a field, and does not part the words of one value.
pub(super) fn begins_term(text: &str) -> usize {
    let (mut start, mut closes) = (0, None);
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match closes {
            Some(close) if c == close => closes = None,
            Some(_) => {}
            None if c == '|' => start = end,
            None if is_blank(c) => {
                if !goes_on(&text[start..], end - start) {
                    start = end;
                }
            }
            None => {
                closes = QUOTES
                    .into_iter()
                    .find_map(|(open, close)| (open == c).then_some(close))
            }
        }
    }
    start
}

/// Whether a term goes on behind a blank that ends at a byte of it.
fn goes_on(term: &str, end: usize) -> bool {
    match field_sign(term) {
        Some((_, value)) if value >= end => true,
        Some((field, value)) => begins_value(field, &term[value..]),
        None => false,
    }
}

/// The field that a term begins with, and the byte where its value begins, blanks before it left out.
pub(super) fn field_sign(term: &str) -> Option<(FilterField, usize)> {
    let name_start = term.len() - term.strip_prefix('-').unwrap_or(term).len();
    let name_end = term[name_start..].find(|c| !in_name(c))? + name_start;
    let behind = term[name_end..].trim_start();
    let field = FilterField::named(&term[name_start..name_end])?;
    let behind = behind.strip_prefix([':', '：', '=', '<', '>'])?;
    let value = behind.strip_prefix('=').unwrap_or(behind).trim_start();
    Some((field, term.len() - value.len()))
}

/// Letters of a field's name.
fn in_name(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{200C}' | '_') || is_mark(c)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

/// Vowel signs and marks that take no cell: they may stand in a name without being letters.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && fold_tight(c.encode_utf8(&mut [0; 4])).is_empty() && !is_blank(c)
}

fn session(written: &str) -> Test {
    let ordinal = parse_cardinal(written).or_else(|| parse_ordinal(written));
    Test::Session {
        written: written.to_owned(),
        ordinal,
    }
}

fn status(written: &str) -> Option<Test> {
    let wanted = fold_tight(written);
    let means = |(_, words): &&(_, &[&str])| words.iter().any(|word| fold_tight(word) == wanted);
    let (status, _) = STATUSES.iter().find(means)?;
    Some(status.map_or(Test::Overdue, Test::Status))
}
