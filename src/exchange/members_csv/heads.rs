//! Heads of the columns of member lists: what each holds, by the words that offices use.
//! Knows no line below the head.

use crate::text::fold_tight;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MemberColumn {
    Organisation,
    Aliases,
    Body,
    /// The whole name, or the given name where another column has the family name.
    Person,
    FamilyName,
    Post,
    Order,
    From,
    Until,
}

/// How a head was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeadMeaning {
    /// It is one of the known heads.
    Known(MemberColumn),
    /// Its words say it.
    Likely(MemberColumn),
}

impl HeadMeaning {
    pub fn column(self) -> MemberColumn {
        match self {
            HeadMeaning::Known(column) | HeadMeaning::Likely(column) => column,
        }
    }
}

/// Known heads in both languages, in folded form without blanks.
#[rustfmt::skip]
const KNOWN: [(MemberColumn, &[&str]); 9] = [
    (MemberColumn::Organisation, &[
        "دستگاه", "نامدستگاه", "دستگاهعضو", "عضو", "اعضا", "سازمان", "ارگان", "نهاد", "organisation", "organization", "seat",
    ]),
    (MemberColumn::Aliases, &["نامهایدیگر", "نامدیگر", "مترادف", "aliases", "othernames"]),
    (MemberColumn::Body, &["کارگروه", "شورا", "قرارگاه", "کمیته", "کمیسیون", "ستاد", "body"]),
    (MemberColumn::Person, &["نام", "نامونامخانوادگی", "شخص", "name", "fullname", "person", "holder"]),
    (MemberColumn::FamilyName, &["نامخانوادگی", "خانوادگی", "فامیلی", "فامیل", "شهرت", "surname", "lastname", "familyname"]),
    (MemberColumn::Post, &["سمت", "پست", "عنوانشغلی", "شغل", "مسیولیت", "post", "title", "position"]),
    (MemberColumn::Order, &["ترتیب", "ردیف", "شماره", "شمارهردیف", "ر", "ش", "#", "order", "row", "no"]),
    (MemberColumn::From, &["از", "ازتاریخ", "شروع", "تاریخشروع", "تاریخانتصاب", "from", "since", "start"]),
    (MemberColumn::Until, &["تا", "تاتاریخ", "پایان", "تاریخپایان", "until", "to", "end"]),
];

/// What heads have in them that say what no member has a place for: these come first, «پست الکترونیک» is no post.
#[rustfmt::skip]
const ELSEWHERE: &[&str] = &[
    "تلفن", "موبایل", "همراه", "تماس", "نمابر", "فکس", "دورنگار", "ایمیل", "الکترونیک", "رایانامه", "نشانی", "ادرس",
    "کدملی", "ملی", "کدپستی", "شناسه", "ملاحظات", "توضیحات", "امضا", "تولد", "تحصیل", "مدرک", "phone", "mobile", "mail",
    "address", "fax", "note", "remark", "code",
];

/// What heads have in them, in the order in which they count: «پست سازمانی» is a post, «نام دستگاه» an organisation.
#[rustfmt::skip]
const LIKELY: [(MemberColumn, &[&str]); 8] = [
    (MemberColumn::Aliases, &["نامهایدیگر", "نامدیگر", "مخفف", "اختصار", "نامکوتاه", "alias", "shortname"]),
    (MemberColumn::From, &["تاریخشروع", "تاریخعضویت", "تاریخانتصاب", "تاریخابلاغ", "شروععضویت", "startdate"]),
    (MemberColumn::Until, &["تاریخپایان", "پایانعضویت", "تاریخخاتمه", "enddate"]),
    (MemberColumn::Post, &["پست", "سمت", "شغل", "مسیولیت", "عنوانسازمانی", "رتبهسازمانی", "jobtitle", "position"]),
    (MemberColumn::FamilyName, &["نامخانوادگیعضو", "lastname", "surname"]),
    (MemberColumn::Person, &["نامو", "نامنماینده", "ناممدیر", "نامعضو", "نامرییس", "نامشخص", "نامفرد", "اسامی", "fullname"]),
    (MemberColumn::Organisation, &[
        "دستگاه", "سازمان", "ارگان", "نهاد", "اداره", "محلخدمت", "محلکار", "واحد", "موسسه", "organi", "office", "agency",
    ]),
    (MemberColumn::Body, &["کارگروه", "نامشورا", "نامکمیته"]),
];

/// Shortest head in which one letter may be wrong.
const SLIP_LETTERS: usize = 5;

/// What the head of a column means; none where it says nothing that a member has.
pub(super) fn meaning(head: &str) -> Option<HeadMeaning> {
    let key: String = fold_tight(head)
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '#')
        .collect();
    let known = |fits: &dyn Fn(&str) -> bool| {
        KNOWN
            .iter()
            .find(|(_, names)| names.iter().any(|name| fits(name)))
            .map(|(column, _)| *column)
    };
    if let Some(column) = known(&|name| name == key) {
        return Some(HeadMeaning::Known(column));
    }
    if key.is_empty() || ELSEWHERE.iter().any(|core| key.contains(core)) {
        return None;
    }
    let likely = LIKELY
        .iter()
        .find(|(_, cores)| cores.iter().any(|core| key.contains(core)));
    let likely = likely
        .map(|(column, _)| *column)
        .or_else(|| known(&|name| one_slip(name, &key)));
    likely.map(HeadMeaning::Likely)
}

/// Whether two words differ in one letter: another one, one more, or one less.
fn one_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() {
        (&one, &other)
    } else {
        (&other, &one)
    };
    if short.len() < SLIP_LETTERS || long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let behind = same + usize::from(short.len() == long.len());
    short.get(behind..).unwrap_or(&[]) == &long[(same + 1).min(long.len())..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_taken_by_their_meaning_in_any_spelling() {
        use MemberColumn::*;
        for (head, column) in [
            ("دستگاه", Organisation),
            ("نام دستگاه / سازمان", Organisation),
            ("محل خدمت", Organisation),
            ("پست سازمانی", Post),
            ("پُست سازماني:", Post),
            ("عنوان شغلي", Post),
            ("نام و تخلص", Person),
            ("نام‌ و‌ نام‌ خانوادگی", Person),
            ("نام نماینده", Person),
            ("نام خانوادگی", FamilyName),
            ("ترتبب", Order),
            ("ردیف", Order),
            ("تاریخ انتصاب", From),
            ("نام‌های دیگر", Aliases),
            ("Job title", Post),
        ] {
            assert_eq!(meaning(head).map(HeadMeaning::column), Some(column), "{head}");
        }
    }

    #[test]
    fn what_a_member_has_no_place_for_has_no_meaning() {
        for head in [
            "تلفن",
            "شماره تماس",
            "تلفن دستگاه",
            "پست الکترونیک",
            "کد ملی",
            "ملاحظات",
            "رنگ",
            "",
        ] {
            assert_eq!(meaning(head), None, "{head}");
        }
    }

    #[test]
    fn one_letter_may_be_wrong_in_a_long_head() {
        assert!(one_slip("دستگاه", "دستکاه") && one_slip("دستگاه", "دستگا") && one_slip("دستگاه", "دسستگاه"));
        assert!(!one_slip("دستگاه", "دستکاا") && !one_slip("سمت", "سمن"));
    }
}
