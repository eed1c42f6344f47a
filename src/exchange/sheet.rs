//! A workbook as plain data: sheets of cells under heads. Does not know a record, nor a format.

use crate::calendar::Day;
use crate::text::Lang;

/// Sheets that go into one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// The language of its heads, and the direction its sheets begin in.
    pub lang: Lang,
    /// What it is called in the properties of the file.
    pub title: String,
    /// The sheets, in order; a format with one sheet alone takes the first.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The word on its tab.
    pub name: String,
    /// Its columns.
    pub columns: Vec<SheetColumn>,
    /// Row by row, each with a value for every column.
    pub rows: Vec<Vec<SheetValue>>,
}

/// A column of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetColumn {
    /// Its head.
    pub head: String,
    /// Its width in letters.
    pub width: u16,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SheetValue {
    /// Nothing.
    #[default]
    Empty,
    /// Words, whatever they begin with: never a formula.
    Text(String),
    /// A count.
    Count(i64),
    /// A share in tenths of a percent.
    PerMille(u32),
    /// A day: a true date where the format has one.
    Day(Day),
}

impl SheetValue {
    /// The text where there is one.
    pub fn some(text: Option<&String>) -> SheetValue {
        text.map_or(SheetValue::Empty, |text| SheetValue::Text(text.clone()))
    }
}
