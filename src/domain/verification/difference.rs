//! Where two texts of minutes differ, field by field. Does not know why.

use super::Content;
use super::canonical::{ContentLine, content_lines};
use crate::domain::correction::Corrected;

/// A field of which two texts say different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The record it is of.
    pub about: Corrected,
    /// The name of the field in the canonical text.
    pub field: &'static str,
    /// What the first says, a value for each time the field stands there; none where it does not.
    pub first: Vec<String>,
    /// What the second says.
    pub second: Vec<String>,
}

/// The fields in which `second` differs from `first`, in the order in which they stand.
pub fn differences(first: Content, second: Content) -> Vec<Difference> {
    let (first, second) = (fields(first), fields(second));
    let mut found = Vec::new();
    for (about, name, values) in &first {
        let others = values_of(&second, about, name);
        if others != values.as_slice() {
            found.push(difference(about, name, values, others));
        }
    }
    for (about, name, values) in &second {
        if values_of(&first, about, name).is_empty() {
            found.push(difference(about, name, &[], values));
        }
    }
    found
}

fn difference(about: &Corrected, field: &'static str, first: &[String], second: &[String]) -> Difference {
    Difference {
        about: about.clone(),
        field,
        first: first.to_vec(),
        second: second.to_vec(),
    }
}

/// A field of a record with all its values, where it stands first.
type NamedValues = (Corrected, &'static str, Vec<String>);

fn fields(content: Content) -> Vec<NamedValues> {
    let mut fields: Vec<NamedValues> = Vec::new();
    for ContentLine { about, name, value } in content_lines(content).lines {
        // Lines of one record stand together, or in two places at most.
        match fields
            .iter_mut()
            .rev()
            .find(|(a, n, _)| *n == name && *a == about)
        {
            Some((_, _, values)) => values.push(value),
            None => fields.push((about, name, vec![value])),
        }
    }
    fields
}

fn values_of<'f>(fields: &'f [NamedValues], about: &Corrected, name: &str) -> &'f [String] {
    let found = fields.iter().find(|(a, n, _)| *n == name && a == about);
    found.map_or(&[], |(_, _, values)| values.as_slice())
}
