//! Lists of organisations and members as offices keep them in spreadsheets, saved as CSV.
//! Knows no store and no body; names are as written.

use crate::calendar::{Day, parse_day};
use crate::text::fold_tight;
use crate::text::numeral::parse_cardinal;

/// One line of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberLine {
    /// Line of the file, from 1.
    pub line: u64,
    /// The organisation, or the seat as the body names it.
    pub organisation: String,
    /// Other names of the organisation.
    pub aliases: Vec<String>,
    /// The body, where the list names it.
    pub body: Option<String>,
    /// Who holds the seat.
    pub person: Option<String>,
    /// The holder's post.
    pub post: Option<String>,
    /// Place in the protocol order.
    pub order: Option<u32>,
    /// First day of the holder.
    pub from: Option<Day>,
    /// Last day of the holder.
    pub until: Option<Day>,
}

/// A list that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberList {
    /// Whether it has columns that only members have (name, post, order, days, body); else it is one of organisations.
    pub of_members: bool,
    /// Its lines.
    pub lines: Vec<MemberLine>,
}

/// Why a list cannot be read. Nothing of it is taken then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MemberListError {
    /// The first line has no column of organisations.
    #[error("no column of organisations")]
    NoOrganisations,
    /// Two columns have the same meaning.
    #[error("column twice: {0}")]
    ColumnTwice(String),
    /// A line without an organisation.
    #[error("line {0}: no organisation")]
    NoName(u64),
    /// A day that is no day.
    #[error("line {line}: no day: {written}")]
    BadDay {
        /// Line of the file.
        line: u64,
        /// As written.
        written: String,
    },
    /// A place in the order that is no number.
    #[error("line {line}: no number: {written}")]
    BadOrder {
        /// Line of the file.
        line: u64,
        /// As written.
        written: String,
    },
    /// The quotes of a line do not fit.
    #[error("line {0}: cannot be parted into cells")]
    Torn(u64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MemberColumn {
    Organisation,
    Aliases,
    Body,
    Person,
    Post,
    Order,
    From,
    Until,
}

/// Heads of columns in both languages; unknown columns are passed over.
const HEADS: [(MemberColumn, &[&str]); 8] = [
    (
        MemberColumn::Organisation,
        &[
            "دستگاه",
            "نام دستگاه",
            "دستگاه عضو",
            "عضو",
            "سازمان",
            "organisation",
            "organization",
            "seat",
        ],
    ),
    (
        MemberColumn::Aliases,
        &[
            "نام های دیگر",
            "نامهای دیگر",
            "نام دیگر",
            "مترادف",
            "aliases",
            "other names",
        ],
    ),
    (
        MemberColumn::Body,
        &["کارگروه", "شورا", "قرارگاه", "کمیته", "body"],
    ),
    (
        MemberColumn::Person,
        &[
            "نام",
            "نام و نام خانوادگی",
            "نام خانوادگی",
            "شخص",
            "name",
            "person",
            "holder",
        ],
    ),
    (MemberColumn::Post, &["سمت", "پست", "عنوان شغلی", "post", "title"]),
    (MemberColumn::Order, &["ترتیب", "ردیف", "شماره", "order", "row"]),
    (MemberColumn::From, &["از", "از تاریخ", "شروع", "from", "since"]),
    (MemberColumn::Until, &["تا", "تا تاریخ", "پایان", "until", "to"]),
];

/// Marks between other names in one cell. The Persian comma is none: it is part of names.
const BETWEEN_ALIASES: [char; 4] = ['؛', ';', '|', '\n'];

/// Reads a list; cells are parted by commas, semicolons or tabs, whichever the first line has most of.
///
/// # Errors
/// [`MemberListError`] with the line that cannot be taken.
pub fn read_members(text: &str) -> Result<MemberList, MemberListError> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut records = reader.records().enumerate().map(|(at, record)| {
        record.map_err(|error| {
            MemberListError::Torn(error.position().map_or(at as u64 + 1, csv::Position::line))
        })
    });
    let columns = match records.next().transpose()? {
        Some(head) => columns(&head)?,
        None => return Err(MemberListError::NoOrganisations),
    };
    let mut list = MemberList {
        of_members: columns
            .iter()
            .flatten()
            .any(|c| !matches!(c, MemberColumn::Organisation | MemberColumn::Aliases)),
        lines: Vec::new(),
    };
    for record in records {
        let record = record?;
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            list.lines.push(line(&record, &columns)?);
        }
    }
    Ok(list)
}

fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| head.bytes().filter(|byte| byte == delimiter).count();
    // The first of equals wins, and max_by_key gives the last.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

fn columns(head: &csv::StringRecord) -> Result<Vec<Option<MemberColumn>>, MemberListError> {
    let mut columns = Vec::new();
    for written in head {
        let wanted = fold_tight(written);
        let column = HEADS
            .iter()
            .find(|(_, names)| names.iter().any(|name| fold_tight(name) == wanted));
        let column = column.map(|(column, _)| *column);
        if column.is_some() && columns.contains(&column) {
            return Err(MemberListError::ColumnTwice(written.trim().to_owned()));
        }
        columns.push(column);
    }
    let known = columns.contains(&Some(MemberColumn::Organisation));
    if known {
        Ok(columns)
    } else {
        Err(MemberListError::NoOrganisations)
    }
}

fn line(record: &csv::StringRecord, columns: &[Option<MemberColumn>]) -> Result<MemberLine, MemberListError> {
    let number = record.position().map_or(0, csv::Position::line);
    let mut line = MemberLine {
        line: number,
        ..MemberLine::default()
    };
    for (cell, column) in record.iter().zip(columns) {
        let written = crate::text::clean_input(cell).trim().to_owned();
        let (Some(column), false) = (column, written.is_empty()) else {
            continue;
        };
        match column {
            MemberColumn::Organisation => line.organisation = written,
            MemberColumn::Aliases => line.aliases = aliases(&written),
            MemberColumn::Body => line.body = Some(written),
            MemberColumn::Person => line.person = Some(written),
            MemberColumn::Post => line.post = Some(written),
            MemberColumn::Order => match parse_cardinal(&written) {
                Some(order) => line.order = Some(order),
                None => {
                    return Err(MemberListError::BadOrder {
                        line: number,
                        written,
                    });
                }
            },
            MemberColumn::From => line.from = Some(day(number, written)?),
            MemberColumn::Until => line.until = Some(day(number, written)?),
        }
    }
    if line.organisation.is_empty() {
        Err(MemberListError::NoName(number))
    } else {
        Ok(line)
    }
}

fn aliases(written: &str) -> Vec<String> {
    written
        .split(BETWEEN_ALIASES)
        .map(|alias| alias.trim().to_owned())
        .filter(|alias| !alias.is_empty())
        .collect()
}

fn day(line: u64, written: String) -> Result<Day, MemberListError> {
    parse_day(&written).map_err(|_| MemberListError::BadDay { line, written })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_organisations_has_names_and_other_names() {
        let list = read_members("دستگاه,نام‌های دیگر\nسازمان آب,آب؛ شرکت آب\n\"صنعت, معدن\",\n,\n").unwrap();
        assert!(!list.of_members);
        assert_eq!(list.lines.len(), 2);
        assert_eq!(list.lines[0].aliases, ["آب", "شرکت آب"]);
        assert_eq!(
            (list.lines[1].organisation.as_str(), list.lines[1].line),
            ("صنعت, معدن", 3)
        );
    }

    #[test]
    fn a_list_of_members_is_known_by_its_heads_in_any_spelling_order_and_language() {
        let persian = "ترتيب;دستگاه;نام;سمت;از;تا;تلفن\n۲;سازمان آب;نام یک;مدیرکل;۱۴۰۱/۱/۱;;۱۲۳\n";
        let english = "Organisation\tName\tPost\tFrom\tOrder\nسازمان آب\tنام یک\tمدیرکل\t1401/01/01\t2\n";
        let lines: Vec<_> = [persian, english].map(|text| read_members(text).unwrap()).into();
        assert!(lines.iter().all(|list| list.of_members));
        assert_eq!(lines[0].lines, lines[1].lines);
        assert_eq!(lines[0].lines[0].from, Day::from_jalali(1401, 1, 1).ok());
        assert_eq!(lines[0].lines[0].order, Some(2));
    }

    #[test]
    fn what_cannot_be_taken_is_named_with_its_line() {
        let cases = [
            ("", MemberListError::NoOrganisations),
            ("الف,ب\n۱,۲", MemberListError::NoOrganisations),
            ("دستگاه,دستگاه\n", MemberListError::ColumnTwice("دستگاه".into())),
            ("دستگاه,نام\nآب,یک\n,دو", MemberListError::NoName(3)),
            (
                "دستگاه,از\nآب,دیروز",
                MemberListError::BadDay {
                    line: 2,
                    written: "دیروز".into(),
                },
            ),
            (
                "دستگاه,ترتیب\nآب,بالا",
                MemberListError::BadOrder {
                    line: 2,
                    written: "بالا".into(),
                },
            ),
        ];
        for (text, error) in cases {
            assert_eq!(read_members(text), Err(error), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(دستگاه|نام|از|,|;|\t|\"|\n|۱|1401/1/1|x){0,30}") {
            let _ = read_members(&text);
        }
    }
}
