//! Tables of people: which column holds what, and each row as a line of attendance.
//! Knows no member list: names are as written.

use super::attendance::said_status;
use super::lines::{Cell, cell_text};
use super::values::{ReadAttendance, ReadStatus};
use super::words::{first_words, joined};

/// What a column of an attendance table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Row,
    Person,
    Post,
    Organisation,
    Representative,
    Status,
    PresentMark,
    AbsentMark,
    Remark,
    Signature,
}

/// The columns of an attendance table, if the cells are its head.
pub(super) fn attendance_columns(cells: &[Cell]) -> Option<Vec<Option<Column>>> {
    let columns: Vec<Option<Column>> = cells.iter().map(|cell| column_of(&cell_text(cell))).collect();
    let known = columns.iter().flatten().count();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let has = |wanted: Column| columns.contains(&Some(wanted));
    let names = has(Column::Person) || has(Column::Organisation) || has(Column::Post);
    let others = [
        Column::Post,
        Column::Status,
        Column::Signature,
        Column::Representative,
        Column::PresentMark,
        Column::AbsentMark,
    ];
    (names && others.into_iter().any(has) && known >= 2 && known * 2 >= filled).then_some(columns)
}

fn column_of(text: &str) -> Option<Column> {
    let words = first_words(text, 8);
    let key = joined(&words);
    let has = |cores: &[&str]| cores.iter().any(|core| key.contains(core));
    if words.is_empty() || words.len() > 7 {
        None
    } else if matches!(key.as_str(), "ردیف" | "ر" | "شماره" | "ش") {
        Some(Column::Row)
    } else if has(&["امضا"]) {
        Some(Column::Signature)
    } else if has(&["ملاحظات", "توضیحات", "علت", "دلیل", "تلفن", "همراه"]) {
        Some(Column::Remark)
    } else if has(&["نماینده", "نمایندگان", "جانشین"]) {
        Some(Column::Representative)
    } else if has(&["وضعیت", "حضوروغیاب", "نحوهحضور"]) || key == "حضور" {
        Some(Column::Status)
    } else if matches!(key.as_str(), "حاضر" | "حاضرین") {
        Some(Column::PresentMark)
    } else if matches!(key.as_str(), "غایب" | "غایبین") {
        Some(Column::AbsentMark)
    } else if has(&["سمت", "پست", "مسیولیت", "شغل", "جایگاه"]) {
        Some(Column::Post)
    } else if has(&[
        "دستگاه",
        "سازمان",
        "ارگان",
        "نهاد",
        "ادارهمتبوع",
        "محلخدمت",
        "واحد",
    ]) || key == "عضو"
        || key == "اداره"
    {
        Some(Column::Organisation)
    } else if key == "نام"
        || has(&[
            "ناموخانوادگی",
            "نامونامخانوادگی",
            "نامخانوادگی",
            "اسامی",
            "نامعضو",
            "ناماعضا",
        ])
    {
        Some(Column::Person)
    } else {
        None
    }
}

/// One row of an attendance table; `None` where it names nobody.
pub(super) fn attendance_row(
    cells: &[Cell],
    columns: &[Option<Column>],
    status: ReadStatus,
) -> Option<ReadAttendance> {
    let of = |wanted: Column| {
        let texts = cells
            .iter()
            .zip(columns)
            .filter(|(_, column)| **column == Some(wanted));
        let texts: Vec<String> = texts
            .map(|(cell, _)| one_line(cell))
            .filter(|text| !text.is_empty())
            .collect();
        (!texts.is_empty()).then(|| texts.join(" "))
    };
    let (person, post, organisation) = (of(Column::Person), of(Column::Post), of(Column::Organisation));
    let representative = of(Column::Representative)
        .filter(|text| text.chars().any(char::is_alphabetic) && said_status(text).is_none());
    let name = organisation
        .clone()
        .or_else(|| post.clone())
        .or_else(|| person.clone())?;
    let remark = of(Column::Remark);
    let marked = [
        Column::Status,
        Column::Signature,
        Column::Remark,
        Column::Representative,
    ]
    .into_iter()
    .filter_map(of);
    let mut status = marked
        .filter_map(|text| said_status(&text))
        .next()
        .unwrap_or(status);
    let marked_absent = of(Column::AbsentMark).is_some() && of(Column::PresentMark).is_none();
    if marked_absent && status != ReadStatus::Excused {
        status = ReadStatus::Absent;
    }
    if representative.is_some() && !matches!(status, ReadStatus::Absent | ReadStatus::Excused) {
        status = ReadStatus::Represented;
    }
    Some(ReadAttendance {
        person: person.filter(|person| *person != name),
        post: post.filter(|post| *post != name),
        name,
        status,
        representative,
        reason: remark,
    })
}

fn one_line(cell: &Cell) -> String {
    cell_text(cell).replace('\n', " ")
}
