//! How a body's minutes are laid out: which sections stand in them and in which order, the columns of the table of
//! resolutions, and how attendance is told. Does not know how a section is put into words.

use serde::{Deserialize, Serialize};

/// The layout of minutes, a custom of the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesLayout {
    /// What stands in the minutes, in order; each section once. What is not here is left out.
    #[serde(default = "Section::usual")]
    pub sections: Vec<Section>,
    /// The columns of the table of resolutions, from the start of a line.
    #[serde(default = "ResolutionColumn::usual")]
    pub columns: Vec<ResolutionColumn>,
    /// How attendance is told.
    #[serde(default)]
    pub attendance: AttendanceForm,
}

impl Default for MinutesLayout {
    fn default() -> MinutesLayout {
        MinutesLayout {
            sections: Section::usual(),
            columns: ResolutionColumn::usual(),
            attendance: AttendanceForm::default(),
        }
    }
}

/// A section of minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// Body, number, kind, day, times, place, invitation, chair, secretary.
    Head,
    /// دستور کار
    Agenda,
    /// حاضران و غایبان
    Attendance,
    /// اهم مطالب مطروحه
    Talk,
    /// مصوبات
    Resolutions,
    /// پیوست‌ها
    Annexes,
    /// امضاها
    Signatures,
    /// اصلاحیه‌ها
    Corrections,
}

impl Section {
    /// All of them, in the usual order.
    pub const ALL: [Section; 8] = [
        Section::Head,
        Section::Agenda,
        Section::Attendance,
        Section::Talk,
        Section::Resolutions,
        Section::Annexes,
        Section::Signatures,
        Section::Corrections,
    ];

    fn usual() -> Vec<Section> {
        Section::ALL.to_vec()
    }
}

/// A column of the table of resolutions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResolutionColumn {
    /// What stands in it.
    pub field: ResolutionField,
    /// Its part of the width, in proportion to those of the others; 0 counts as 1.
    pub share: u32,
}

/// What a column of the table of resolutions tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResolutionField {
    /// ردیف
    Row,
    /// موضوع
    Subject,
    /// مفاد
    Text,
    /// مهلت اقدام
    Deadline,
    /// مسئول پیگیری
    Responsible,
}

impl ResolutionColumn {
    fn usual() -> Vec<ResolutionColumn> {
        let column = |(field, share)| ResolutionColumn { field, share };
        let usual = [
            (ResolutionField::Row, 8),
            (ResolutionField::Subject, 13),
            (ResolutionField::Text, 48),
            (ResolutionField::Deadline, 13),
            (ResolutionField::Responsible, 18),
        ];
        usual.map(column).to_vec()
    }
}

/// How attendance is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttendanceForm {
    /// In sentences: «حاضران: ...».
    Running,
    /// As a table, a seat in a row.
    #[default]
    #[serde(other)]
    Table,
}
