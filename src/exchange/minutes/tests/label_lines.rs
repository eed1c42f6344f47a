//! Lines with several labels side by side, known and unknown, of the head and of lists of names.
//! Knows no rule; every expected outline was read by a person before it was written down.

use super::{check, read_of};
use crate::exchange::minutes::ReadStatus;

const TITLE: &str = "صورتجلسه سومین جلسه کمیته آب شهرستان مهرآباد\n";

#[test]
fn known_labels_are_read_beside_unknown_ones() {
    for line in [
        "اتاق تشکیل جلسه: سالن ۲  ریاست جلسه: آقای کریمی، فرماندار",
        "سالن برگزاری: سالن ۲   رئیس جلسه: آقای کریمی، فرماندار",
        "بخش: مرکزی  محل جلسه: سالن ۲  رئیس جلسه: آقای کریمی، فرماندار",
        "محل جلسه: سالن ۲  طبقه: سوم  رئیس جلسه: آقای کریمی، فرماندار",
        "محل جلسه: سالن ۲ - مسئول دفتر: خانم نوری - رئیس جلسه: آقای کریمی، فرماندار",
        "رئیس جلسه: آقای کریمی، فرماندار  مسئول دفتر: خانم نوری  محل: سالن ۲",
        "ناظر جلسه: خانم نوری | مکان: سالن ۲ | رئیس جلسه: آقای کریمی، فرماندار",
    ] {
        let read = read_of(&format!("{TITLE}{line}\nتاریخ جلسه: ۱۴۰۲/۰۱/۲۰\n"));
        assert_eq!(read.place.as_deref(), Some("سالن ۲"), "{line}");
        assert_eq!(read.chair.as_deref(), Some("آقای کریمی، فرماندار"), "{line}");
        assert_eq!(
            read.date.map(|day| day.to_string()).as_deref(),
            Some("1402/01/20")
        );
    }
}

#[test]
fn a_value_ends_where_another_label_begins_and_that_one_is_kept() {
    check(
        &format!(
            "{TITLE}تاریخ جلسه: ۱۴۰۲/۰۱/۲۰  مسئول دفتر: آقای راد  ساعت شروع: ۹\nمحل جلسه: سالن فجر   دستور جلسه: بررسی نهرها"
        ),
        "body کمیته آب شهرستان مهرآباد\nsession 3 / · / ·\nwhen 1402/01/20 / · / 09:00 / ·\nplace سالن فجر\nagenda بررسی نهرها\n\
         raw 2: مسئول دفتر: آقای راد",
    );
}

#[test]
fn a_comma_inside_a_value_is_no_end_of_it() {
    let read = read_of(&format!(
        "{TITLE}رئیس جلسه: آقای کریمی، معاون سیاسی، امنیتی و اجتماعی\nمحل: سالن فجر، طبقه دوم"
    ));
    assert_eq!(
        read.chair.as_deref(),
        Some("آقای کریمی، معاون سیاسی، امنیتی و اجتماعی")
    );
    assert_eq!(read.place.as_deref(), Some("سالن فجر، طبقه دوم"));
}

#[test]
fn lists_of_names_in_one_line_are_each_their_own() {
    use ReadStatus::*;
    for line in [
        "اعضای حاضر: فرماندار، شهردار  اعضای غایب: اداره برق  مدعوین: بخشدار مرکزی",
        "حاضرین: فرماندار، شهردار غایبین: اداره برق مدعوین: بخشدار مرکزی",
        "حاضرین در جلسه: فرماندار - شهردار - غایبین: اداره برق - مهمانان: بخشدار مرکزی",
        "حاضران: فرماندار و شهرداری؛ غایبان: اداره برق؛ مدعوین: بخشدار مرکزی",
        "الف) حاضرین: فرماندار، شهردار   ب) غایبین: اداره برق   ج) مدعوین: بخشدار مرکزی",
    ] {
        let read = read_of(&format!(
            "{TITLE}تاریخ جلسه: ۱۴۰۲/۰۱/۲۰\n{line}\nمصوبات:\n۱- نهر لایروبی شود."
        ));
        let statuses: Vec<ReadStatus> = read.attendance.iter().map(|one| one.status).collect();
        assert_eq!(
            statuses,
            [Present, Present, Absent],
            "{line}: {:?}",
            read.attendance
        );
        assert_eq!(read.attendance[2].name, "اداره برق", "{line}");
        let guests: Vec<&str> = read.guests.iter().map(|guest| guest.name.as_str()).collect();
        assert_eq!(guests, ["بخشدار مرکزی"], "{line}");
        assert_eq!(read.resolutions.len(), 1, "{line}");
    }
}

#[test]
fn a_name_with_a_colon_in_a_list_begins_no_other_list() {
    let read = read_of(&format!(
        "{TITLE}تاریخ جلسه: ۱۴۰۲/۰۱/۲۰\nحاضرین: فرماندار، نماینده بهزیستی: خانم نوری، شهردار"
    ));
    let names: Vec<&str> = read.attendance.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["فرماندار", "بهزیستی", "شهردار"]);
    assert_eq!(read.attendance[1].status, ReadStatus::Represented);
}

#[test]
fn letters_before_resolutions_are_no_part_of_their_wordings() {
    for marks in [
        ["الف) ", "ب) ", "ج) "],
        ["الف- ", "ب- ", "پ- "],
        ["الف. ", "ب. ", "ج. "],
        ["الف: ", "ب: ", "ج: "],
        ["الف – ", "ب – ", "ج – "],
        ["الف ـ ", "ب ـ ", "ج ـ "],
    ] {
        let [a, b, c] = marks;
        let text = format!(
            "{TITLE}تاریخ جلسه: ۱۴۰۲/۰۱/۲۰\nمصوبات:\n{a}نهر اصلی لایروبی شود. مسئول: شهرداری\n{b}چاه‌ها پلمب شود.\n{c}پل ترمیم شود."
        );
        let read = read_of(&text);
        let wordings: Vec<&str> = read.resolutions.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(
            wordings,
            ["نهر اصلی لایروبی شود.", "چاه‌ها پلمب شود.", "پل ترمیم شود."],
            "{marks:?}"
        );
        assert_eq!(read.resolutions[0].responsible, ["شهرداری"], "{marks:?}");
    }
}
