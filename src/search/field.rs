//! The fields of a filter and their names in both languages. Does not know their values.

use crate::text::fold_tight;

/// What a term of a filter can ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilterField {
    /// مسئول: a responsible organisation, by any of its names.
    Responsible,
    /// موضوع: words of the subject.
    Subject,
    /// جلسه: ordinal or id of the session.
    Session,
    /// کارگروه: name, short name or id of the body.
    Body,
    /// سال: Jalali year of the session.
    Year,
    /// وضعیت: status.
    Status,
    /// مهلت: due date.
    Due,
}

/// Each field with its Persian name, which is the one that is printed, and its other names.
const NAMES: [(FilterField, &str, &[&str]); 7] = [
    (
        FilterField::Responsible,
        "مسئول",
        &["responsible", "مسوول", "مسول", "دستگاه"],
    ),
    (FilterField::Subject, "موضوع", &["subject", "عنوان"]),
    (FilterField::Session, "جلسه", &["session"]),
    (
        FilterField::Body,
        "کارگروه",
        &["body", "شورا", "کمیته", "قرارگاه"],
    ),
    (FilterField::Year, "سال", &["year"]),
    (FilterField::Status, "وضعیت", &["status"]),
    (FilterField::Due, "مهلت", &["due", "سررسید"]),
];

impl FilterField {
    /// All fields.
    pub const ALL: [FilterField; 7] = [
        FilterField::Responsible,
        FilterField::Subject,
        FilterField::Session,
        FilterField::Body,
        FilterField::Year,
        FilterField::Status,
        FilterField::Due,
    ];

    /// All its names, the Persian one that is printed first.
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        let found = NAMES.iter().filter(move |(field, ..)| *field == self);
        found.flat_map(|(_, name, others)| std::iter::once(*name).chain(others.iter().copied()))
    }

    /// The field of this name, in any spelling.
    pub fn named(written: &str) -> Option<FilterField> {
        let wanted = fold_tight(written);
        let same = |name: &str| fold_tight(name) == wanted;
        let found = NAMES
            .iter()
            .find(|(_, name, others)| same(name) || others.iter().copied().any(same));
        found.map(|(field, ..)| *field)
    }

    /// Its Persian name.
    pub fn name(self) -> &'static str {
        NAMES
            .iter()
            .find(|(field, ..)| *field == self)
            .map_or("", |(_, name, _)| name)
    }
}
