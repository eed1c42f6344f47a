//! The fields of a filter and their names in both languages. Does not know their values.

use crate::text::fold_tight;

/// What a term of a filter can ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
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
const NAMES: [(Field, &str, &[&str]); 7] = [
    (
        Field::Responsible,
        "مسئول",
        &["responsible", "مسوول", "مسول", "دستگاه"],
    ),
    (Field::Subject, "موضوع", &["subject", "عنوان"]),
    (Field::Session, "جلسه", &["session"]),
    (Field::Body, "کارگروه", &["body", "شورا", "کمیته", "قرارگاه"]),
    (Field::Year, "سال", &["year"]),
    (Field::Status, "وضعیت", &["status"]),
    (Field::Due, "مهلت", &["due", "سررسید"]),
];

impl Field {
    /// All fields.
    pub const ALL: [Field; 7] = [
        Field::Responsible,
        Field::Subject,
        Field::Session,
        Field::Body,
        Field::Year,
        Field::Status,
        Field::Due,
    ];

    /// All its names, the Persian one that is printed first.
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        let found = NAMES.iter().filter(move |(field, ..)| *field == self);
        found.flat_map(|(_, name, others)| std::iter::once(*name).chain(others.iter().copied()))
    }

    /// The field of this name, in any spelling.
    pub fn named(written: &str) -> Option<Field> {
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
