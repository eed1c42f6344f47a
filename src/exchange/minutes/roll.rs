//! Tables of people: which column holds what, and each row as a line of attendance.
//! Knows no member list: names are as written.

use super::attendance::{name_and_post, said_status};
use super::enumerate::number_alone;
use super::heads::told_by_head;
use super::lines::{CellParas, cell_text};
use super::values::{ReadAttendance, ReadStatus};
use super::words::{first_words, joined};
use crate::calendar::TimeOfDay;

/// What a column of an attendance table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RollColumn {
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
pub(super) fn attendance_columns(cells: &[CellParas]) -> Option<Vec<Option<RollColumn>>> {
    // «۷ | سازمان آب | حاضر» is a row: a head counts nothing.
    if cells.iter().any(|cell| number_alone(&cell_text(cell)).is_some()) {
        return None;
    }
    let columns: Vec<Option<RollColumn>> = cells.iter().map(|cell| told_by_head(cell, column_of)).collect();
    let known = columns.iter().flatten().count();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let has = |wanted: RollColumn| columns.contains(&Some(wanted));
    let names = has(RollColumn::Person) || has(RollColumn::Organisation) || has(RollColumn::Post);
    let others = [
        RollColumn::Post,
        RollColumn::Status,
        RollColumn::Signature,
        RollColumn::Representative,
        RollColumn::PresentMark,
        RollColumn::AbsentMark,
    ];
    (names && others.into_iter().any(has) && known >= 2 && known * 2 >= filled).then_some(columns)
}

fn column_of(text: &str) -> Option<RollColumn> {
    let words = first_words(text, 8);
    let key = joined(&words);
    let has = |cores: &[&str]| cores.iter().any(|core| key.contains(core));
    if words.is_empty() || words.len() > 7 {
        None
    } else if matches!(key.as_str(), "ردیف" | "ر" | "شماره" | "ش") {
        Some(RollColumn::Row)
    } else if has(&["امضا"]) {
        Some(RollColumn::Signature)
    } else if has(&["ملاحظات", "توضیحات", "علت", "دلیل", "تلفن", "همراه"]) {
        Some(RollColumn::Remark)
    } else if has(&["نماینده", "نمایندگان", "جانشین"]) {
        Some(RollColumn::Representative)
    } else if has(&["وضعیت", "حضوروغیاب", "نحوهحضور"]) || key == "حضور" {
        Some(RollColumn::Status)
    } else if matches!(key.as_str(), "حاضر" | "حاضرین") {
        Some(RollColumn::PresentMark)
    } else if matches!(key.as_str(), "غایب" | "غایبین") {
        Some(RollColumn::AbsentMark)
    } else if has(&["سمت", "پست", "مسیولیت", "شغل", "جایگاه"]) {
        Some(RollColumn::Post)
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
        Some(RollColumn::Organisation)
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
        Some(RollColumn::Person)
    } else {
        None
    }
}

/// One row of an attendance table; `None` where it names nobody.
pub(super) fn attendance_row(
    cells: &[CellParas],
    columns: &[Option<RollColumn>],
    status: ReadStatus,
) -> Option<ReadAttendance> {
    let of = |wanted: RollColumn| {
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
    let (person, post, organisation) = (
        of(RollColumn::Person),
        of(RollColumn::Post),
        of(RollColumn::Organisation),
    );
    let representative = of(RollColumn::Representative)
        .filter(|text| text.chars().any(char::is_alphabetic) && said_status(text).is_none());
    let name = organisation
        .clone()
        .or_else(|| post.clone())
        .or_else(|| person.clone())?;
    let remark = of(RollColumn::Remark);
    let marked = [
        RollColumn::Status,
        RollColumn::Signature,
        RollColumn::Remark,
        RollColumn::Representative,
    ]
    .into_iter()
    .filter_map(of);
    let mut status = marked
        .filter_map(|text| said_status(&text))
        .next()
        .unwrap_or(status);
    let marked_absent = of(RollColumn::AbsentMark).is_some() && of(RollColumn::PresentMark).is_none();
    if marked_absent && status != ReadStatus::Excused {
        status = ReadStatus::Absent;
    }
    let (arrived, departed, remark) = hours_in(remark);
    if representative.is_some() && !matches!(status, ReadStatus::Absent | ReadStatus::Excused) {
        status = ReadStatus::Represented;
    }
    let (stand_in, stand_in_post) = representative.as_deref().map_or((None, None), name_and_post);
    Some(ReadAttendance {
        person: person.filter(|person| *person != name),
        post: post.filter(|post| *post != name),
        name,
        status,
        representative: stand_in.map(str::to_owned),
        representative_post: stand_in_post.map(str::to_owned),
        reason: remark,
        arrived,
        departed,
    })
}

/// The hours that a remark tells, «ورود ۰۹:۱۰؛ خروج ۱۱:۰۰», and what else it says.
fn hours_in(remark: Option<String>) -> (Option<TimeOfDay>, Option<TimeOfDay>, Option<String>) {
    let (mut arrived, mut departed) = (None, None);
    let Some(written) = remark else {
        return (None, None, None);
    };
    let mut rest: Vec<&str> = Vec::new();
    for part in written.split('؛').map(str::trim).filter(|part| !part.is_empty()) {
        let time = |word| {
            part.strip_prefix(word)
                .and_then(|time| TimeOfDay::parse(time).ok())
        };
        match (time("ورود"), time("خروج")) {
            (Some(time), _) => arrived = Some(time),
            (None, Some(time)) => departed = Some(time),
            (None, None) => rest.push(part),
        }
    }
    if arrived.is_none() && departed.is_none() {
        return (None, None, Some(written));
    }
    (arrived, departed, (!rest.is_empty()).then(|| rest.join("؛ ")))
}

/// Whether a row says that nobody ticked its seat.
pub(super) fn is_unticked(cells: &[CellParas], columns: &[Option<RollColumn>]) -> bool {
    let mut status = cells
        .iter()
        .zip(columns)
        .filter(|(_, column)| **column == Some(RollColumn::Status));
    status.any(|(cell, _)| joined(&first_words(&one_line(cell), 4)) == "ثبتنشده")
}

fn one_line(cell: &CellParas) -> String {
    cell_text(cell).replace('\n', " ")
}
