//! What a template is filled with: values by the names that people write between the braces.
//! Does not know where a value comes from.

use crate::text::fold_tight;
use std::collections::HashMap;

/// A name in Persian and its English twin: either may be written.
pub type FieldNames = [&'static str; 2];

/// Everything that a template may ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Single values.
    pub single: Vec<TemplateField>,
    /// Lists, each the rows of a table.
    pub lists: Vec<FieldList>,
}

/// A single value; a newline begins a new line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateField {
    /// What it is called.
    pub names: FieldNames,
    /// The value, blank where there is none.
    pub value: String,
}

/// A list: a row of a table that names one of its columns stands once for each of its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldList {
    /// What the list is called; the name alone marks a row and shows nothing.
    pub names: FieldNames,
    /// What its columns are called.
    pub columns: Vec<FieldNames>,
    /// Row by row, a value for every column.
    pub rows: Vec<Vec<String>>,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldPlace {
    Single(usize),
    /// A column of a list.
    Column {
        list: usize,
        column: usize,
    },
    /// A list as a whole.
    List(usize),
}

impl FieldPlace {
    pub(super) fn list(self) -> Option<usize> {
        match self {
            FieldPlace::Single(_) => None,
            FieldPlace::Column { list, .. } | FieldPlace::List(list) => Some(list),
        }
    }
}

/// The names, ready to be looked up.
pub(super) struct FieldIndex<'a> {
    fields: &'a Fields,
    places: HashMap<String, FieldPlace>,
}

impl<'a> FieldIndex<'a> {
    pub(super) fn of(fields: &'a Fields) -> FieldIndex<'a> {
        let mut places = HashMap::new();
        let mut put = |names: &FieldNames, place| {
            for name in names {
                places.insert(key(name), place);
            }
        };
        for (at, field) in fields.single.iter().enumerate() {
            put(&field.names, FieldPlace::Single(at));
        }
        for (at, list) in fields.lists.iter().enumerate() {
            put(&list.names, FieldPlace::List(at));
            for (column, names) in list.columns.iter().enumerate() {
                put(names, FieldPlace::Column { list: at, column });
            }
        }
        FieldIndex { fields, places }
    }

    pub(super) fn place(&self, name: &str) -> Option<FieldPlace> {
        self.places.get(&key(name)).copied()
    }

    /// How many rows a list has; at least one, or its table would have no row left.
    pub(super) fn rows(&self, list: usize) -> usize {
        self.fields.lists[list].rows.len().max(1)
    }

    /// The value in this row; blank where there is none.
    pub(super) fn value(&self, place: FieldPlace, row: usize) -> &'a str {
        match place {
            FieldPlace::Single(at) => &self.fields.single[at].value,
            FieldPlace::Column { list, column } => {
                let row = self.fields.lists[list].rows.get(row);
                row.and_then(|row| row.get(column)).map_or("", String::as_str)
            }
            FieldPlace::List(_) => "",
        }
    }
}

/// A name as it is compared: letters and digits of any spelling, parted by dots.
fn key(name: &str) -> String {
    let parts = name.split('.').map(|part| fold_tight(&part.replace('_', " ")));
    parts.collect::<Vec<_>>().join(".")
}
