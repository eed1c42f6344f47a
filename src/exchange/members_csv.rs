//! Lists of organisations and members as offices keep them in spreadsheets, saved as CSV.
//! Knows no store and no body; names are as written.

mod heads;

use self::heads::{HeadMeaning, MemberColumn, meaning};
use crate::calendar::{Day, parse_day};
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
    /// Whether the list has no column of organisations, and each seat is called by the post.
    pub seats_are_posts: bool,
    /// What no member has a place for: to be told, it is taken nowhere.
    pub left_out: Vec<LeftOut>,
}

/// A part of a list that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// A column, by its head as written.
    Column {
        /// The head; empty where the column has none.
        head: String,
        /// How many lines have something in it.
        filled: usize,
    },
    /// A line above the head.
    Line {
        /// Line of the file, from 1.
        line: u64,
        /// Its text.
        text: String,
    },
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

/// Lines above the head at most: a title, a date, an empty line.
const MOST_ABOVE: usize = 12;

/// Marks between other names in one cell. The Persian comma is none: it is part of names.
const BETWEEN_ALIASES: [char; 4] = ['؛', ';', '|', '\n'];

/// Reads a list; cells are parted by commas, semicolons, tabs or bars, whichever the first lines have most of. The head
/// may stand below a title.
///
/// # Errors
/// [`MemberListError`] with the line that cannot be taken.
pub fn read_members(text: &str) -> Result<MemberList, MemberListError> {
    // The reader counts a line late where two characters end it.
    let text = text.replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let records = reader.records().enumerate().map(|(at, record)| {
        record.map_err(|error| {
            MemberListError::Torn(error.position().map_or(at as u64 + 1, csv::Position::line))
        })
    });
    let records: Vec<csv::StringRecord> = records.collect::<Result<_, _>>()?;
    let head = records.iter().take(MOST_ABOVE).position(is_head);
    let head = head.ok_or(MemberListError::NoOrganisations)?;
    let columns = columns(&records[head])?;
    let mut list = MemberList {
        of_members: columns
            .iter()
            .flatten()
            .any(|c| !matches!(c, MemberColumn::Organisation | MemberColumn::Aliases)),
        seats_are_posts: !columns.contains(&Some(MemberColumn::Organisation)),
        ..MemberList::default()
    };
    let above = records[..head]
        .iter()
        .filter(|record| is_filled(record) && !names_the_sign(record));
    list.left_out.extend(above.map(|record| LeftOut::Line {
        line: line_of(record),
        text: record.iter().collect::<Vec<_>>().join(" ").trim().to_owned(),
    }));
    for record in records[head + 1..].iter().filter(|record| is_filled(record)) {
        list.lines.push(line(record, &columns)?);
    }
    list.left_out.extend(columns_left_out(&records[head..], &columns));
    Ok(list)
}

fn names_the_sign(record: &csv::StringRecord) -> bool {
    record.get(0).is_some_and(|cell| cell.starts_with("sep="))
}

fn is_filled(record: &csv::StringRecord) -> bool {
    record.iter().any(|cell| !cell.trim().is_empty())
}

fn line_of(record: &csv::StringRecord) -> u64 {
    record.position().map_or(0, csv::Position::line)
}

/// Whether a record names columns: one of organisations that is a known head, or two things that members have.
fn is_head(record: &csv::StringRecord) -> bool {
    let meanings: Vec<HeadMeaning> = record.iter().filter_map(meaning).collect();
    let has = |column: MemberColumn| meanings.iter().any(|meaning| meaning.column() == column);
    let names_a_seat =
        has(MemberColumn::Organisation) || has(MemberColumn::Post) && has(MemberColumn::Person);
    let is_known = meanings.contains(&HeadMeaning::Known(MemberColumn::Organisation));
    names_a_seat && (is_known || meanings.len() >= 2)
}

/// The sign between cells; a spreadsheet may name it in the first line («sep=;»).
fn delimiter(text: &str) -> u8 {
    const SIGNS: [u8; 4] = [b'|', b'\t', b';', b','];
    let first = text.lines().next().unwrap_or_default();
    let named = first
        .trim_end()
        .strip_prefix("sep=")
        .and_then(|sign| sign.bytes().next());
    if let Some(sign) = named.filter(|sign| SIGNS.contains(sign)) {
        return sign;
    }
    let count = |delimiter: &u8| {
        let lines = text.lines().take(MOST_ABOVE);
        lines
            .map(|line| line.bytes().filter(|byte| byte == delimiter).count())
            .max()
    };
    // Of equals the last one counts.
    SIGNS.into_iter().max_by_key(count).unwrap_or(b',')
}

/// What each column holds. A head that is known goes before one whose words only say it.
fn columns(head: &csv::StringRecord) -> Result<Vec<Option<MemberColumn>>, MemberListError> {
    let meanings: Vec<Option<HeadMeaning>> = head.iter().map(meaning).collect();
    let mut columns: Vec<Option<MemberColumn>> = vec![None; meanings.len()];
    for (at, written) in head.iter().enumerate() {
        if let Some(HeadMeaning::Known(column)) = meanings[at] {
            if columns.contains(&Some(column)) {
                return Err(MemberListError::ColumnTwice(written.trim().to_owned()));
            }
            columns[at] = Some(column);
        }
    }
    for at in 0..meanings.len() {
        if let Some(HeadMeaning::Likely(column)) = meanings[at]
            && !columns.contains(&Some(column))
        {
            columns[at] = Some(column);
        }
    }
    if !columns.contains(&Some(MemberColumn::Person)) {
        let family = columns
            .iter()
            .position(|column| *column == Some(MemberColumn::FamilyName));
        family
            .into_iter()
            .for_each(|at| columns[at] = Some(MemberColumn::Person));
    }
    Ok(columns)
}

/// The columns that hold something and are taken nowhere.
fn columns_left_out(records: &[csv::StringRecord], columns: &[Option<MemberColumn>]) -> Vec<LeftOut> {
    let widest = records.iter().map(csv::StringRecord::len).max().unwrap_or(0);
    let unread = (0..widest).filter(|at| columns.get(*at).copied().flatten().is_none());
    let told = unread.map(|at| {
        let cell = |record: &csv::StringRecord| record.get(at).unwrap_or("").trim().to_owned();
        let filled = records[1..]
            .iter()
            .filter(|record| !cell(record).is_empty())
            .count();
        (cell(&records[0]), filled)
    });
    let told = told.filter(|(head, filled)| *filled > 0 || !head.is_empty());
    told.map(|(head, filled)| LeftOut::Column { head, filled })
        .collect()
}

fn line(record: &csv::StringRecord, columns: &[Option<MemberColumn>]) -> Result<MemberLine, MemberListError> {
    let number = line_of(record);
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
            // The given name may stand behind the family name.
            MemberColumn::Person => line.person = Some(joined(Some(written), line.person.take())),
            MemberColumn::FamilyName => line.person = Some(joined(line.person.take(), Some(written))),
            MemberColumn::Post => line.post = Some(written),
            MemberColumn::Order => match order(&written) {
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
    if !columns.contains(&Some(MemberColumn::Organisation)) {
        line.organisation = line.post.take().unwrap_or_default();
    }
    if line.organisation.is_empty() {
        Err(MemberListError::NoName(number))
    } else {
        Ok(line)
    }
}

fn joined(first: Option<String>, last: Option<String>) -> String {
    let parts: Vec<String> = [first, last].into_iter().flatten().collect();
    parts.join(" ")
}

/// «۲», «2-», and «2.0» as spreadsheets save it.
fn order(written: &str) -> Option<u32> {
    let bare = written.trim_matches(|c: char| !c.is_alphanumeric());
    parse_cardinal(bare.strip_suffix(".0").unwrap_or(bare))
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

    #[test]
    fn titles_above_numbers_of_spreadsheets_and_two_columns_of_a_name_are_taken() {
        let text = "sep=;\r\nفهرست اعضای کمیته آب;;;;\r\n;;;;\r\nردیف;دستگاه متبوع;نام;نام خانوادگی;پست سازمانی;تلفن\r\n\
                    1.0;شرکت گاز استان;رضا;کاوه;مدیرعامل;۰۱۲۳\r\n۲-;فرمانداری;زهرا;نوری;فرماندار;\r\n";
        let list = read_members(text).unwrap();
        let lines: Vec<_> = list
            .lines
            .iter()
            .map(|line| (line.order, line.person.as_deref(), line.post.as_deref()))
            .collect();
        assert_eq!(
            lines,
            [
                (Some(1), Some("رضا کاوه"), Some("مدیرعامل")),
                (Some(2), Some("زهرا نوری"), Some("فرماندار"))
            ]
        );
        assert_eq!(list.lines[0].organisation, "شرکت گاز استان");
        let title = LeftOut::Line {
            line: 2,
            text: "فهرست اعضای کمیته آب".into(),
        };
        let telephone = LeftOut::Column {
            head: "تلفن".into(),
            filled: 1,
        };
        assert_eq!(list.left_out, [title, telephone]);
    }

    #[test]
    fn a_list_without_organisations_has_seats_by_their_posts() {
        let list = read_members("نام و تخلص|سمت\nرضا کاوه|مدیرکل بهزیستی\n").unwrap();
        assert!(list.seats_are_posts && list.of_members);
        let line = &list.lines[0];
        assert_eq!(
            (line.organisation.as_str(), line.person.as_deref()),
            ("مدیرکل بهزیستی", Some("رضا کاوه"))
        );
    }

    #[test]
    fn every_cell_is_taken_or_its_column_is_told() {
        let list = read_members("دستگاه,نام,رنگ,\nآب,یک,سبز,پیوست\nبرق,دو,,\n").unwrap();
        let column = |head: &str, filled| LeftOut::Column {
            head: head.into(),
            filled,
        };
        assert_eq!(list.left_out, [column("رنگ", 1), column("", 1)]);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(دستگاه|نام|از|,|;|\t|\"|\n|۱|1401/1/1|x){0,30}") {
            let _ = read_members(&text);
        }
    }
}
