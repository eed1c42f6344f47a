//! Rows of resolutions as tables of many offices have them: numbers, clauses, titles, totals, tables of other kinds.
//! Knows no rule; every expected outline was read by a person before it was written down.

use super::{check, read_of};
use crate::exchange::minutes::DoubtKind;

const TITLE: &str = "هشتمین جلسه شورای پژوهش استان نارستان\nتاریخ جلسه: ۱۴۰۲/۰۳/۰۷\n";
const READ: &str = "body شورای پژوهش استان نارستان\nsession 8 / · / ·\nwhen 1402/03/07 / · / · / ·\n";
const TWO: &str =
    "# 1 / · / یک ماه / شهرداری\n    نهر پاک شود.\n# 2 / · / دو ماه / راهداری\n    پل ترمیم شود.";

#[test]
fn numbers_stand_in_any_form_or_before_the_wording() {
    for (one, two) in [
        ("۱", "۲"),
        ("1", "2"),
        ("۱-", "۲-"),
        ("(۱)", "(۲)"),
        ("۱.", "۲."),
        ("[۱]", "[۲]"),
        ("مصوبه ۱", "مصوبه ۲"),
        ("بند ۱", "بند ۲"),
        ("یک", "دو"),
        ("اول", "دوم"),
        ("۸-۱", "۸-۲"),
        ("۱/۱۴۰۲", "۲/۱۴۰۲"),
    ] {
        let rows = format!(
            "ردیف\tشرح مصوبه\tمجری\tمهلت\n{one}\tنهر پاک شود.\tشهرداری\tیک ماه\n{two}\tپل ترمیم شود.\tراهداری\tدو ماه"
        );
        check(&format!("{TITLE}\n{rows}"), &format!("{READ}{TWO}"));
    }
    for (one, two) in [("۱ ", "۲ "), ("۱- ", "۲- "), ("۱) ", "۲) "), ("۱. ", "۲. ")] {
        let rows = format!(
            "شرح مصوبه\tمجری\tمهلت\n{one}نهر پاک شود.\tشهرداری\tیک ماه\n{two}پل ترمیم شود.\tراهداری\tدو ماه"
        );
        check(&format!("{TITLE}\n{rows}"), &format!("{READ}{TWO}"));
        let counted = rows.replace("شرح مصوبه", "ردیف و شرح مصوبه");
        check(&format!("{TITLE}\n{counted}"), &format!("{READ}{TWO}"));
    }
}

#[test]
fn numbers_may_be_large_or_wrong() {
    let read = read_of(&format!(
        "{TITLE}\nشماره مصوبه\tمتن\tمسئول\n۴۱۵\tنهر پاک شود.\tشهرداری\n۴۱۶\tپل ترمیم شود.\tراهداری\n۴۱۶\tپارک ساخته شود.\tشهرداری"
    ));
    let rows: Vec<_> = read.resolutions.iter().map(|one| one.row).collect();
    assert_eq!(rows, [Some(415), Some(416), Some(416)]);
}

#[test]
fn clauses_have_rows_of_their_own() {
    for (first, second) in [
        ("۱-الف", "۱-ب"),
        ("۱/الف", "۱/ب"),
        ("الف-۱", "ب-۱"),
        ("۱-الف", "ب"),
    ] {
        check(
            &format!(
                "{TITLE}\nردیف\tمصوبه\tمسئول\tمهلت\n{first}\tنهر پاک شود.\tشهرداری\tیک ماه\n{second}\tپل ترمیم شود.\tراهداری\tدو ماه\n\
                 ۲\tپارک ساخته شود.\tشهرداری\tسه ماه"
            ),
            &format!(
                "{READ}# 1 / · / یک ماه / شهرداری + راهداری\n    الف) نهر پاک شود.\n    ب) پل ترمیم شود.\n   clause ب / دو ماه / راهداری\n\
                 # 2 / · / سه ماه / شهرداری\n    پارک ساخته شود."
            ),
        );
    }
}

#[test]
fn titles_heads_of_two_lines_empty_rows_and_totals() {
    check(
        &format!(
            "{TITLE}\n\tجدول تصمیمات\t\t\nردیف\tشرح\tزمان\tدستگاه\n\tمصوبه\tاجرا\tمجری\n۱\tنهر پاک شود.\tیک ماه\tشهرداری\n\
             ردیف\tشرح\tزمان\tدستگاه\n\tمصوبه\tاجرا\tمجری\n۲\tپل ترمیم شود\n\tو بازدید گردد.\tدو ماه\tراهداری\n۳\t\t\t\nجمع\t۲ مصوبه\t\t"
        ),
        &format!(
            "{READ}# 1 / · / یک ماه / شهرداری\n    نهر پاک شود.\n# 2 / · / دو ماه / راهداری\n    پل ترمیم شود\n    و بازدید گردد.\n\
             raw 13: جمع | ۲ مصوبه"
        ),
    );
    check(
        &format!(
            "{TITLE}\nردیف\tشرح مصوبه\tپیگیری\t\n\t\tمسئول\tزمان\n۱\tنهر پاک شود.\tشهرداری\tیک ماه\n۲\tپل ترمیم شود.\tراهداری\tدو ماه"
        ),
        &format!("{READ}{TWO}"),
    );
}

#[test]
fn the_heading_above_a_table_says_which_one_is_the_agenda() {
    let head = "ردیف\tشرح\tمسئول\tمهلت";
    check(
        &format!(
            "{TITLE}دستور کار:\n{head}\n۱\tگزارش طرح نخست\tدفتر پژوهش\t-\n\nمصوبات:\n{head}\n۱\tنهر پاک شود.\tشهرداری\tیک ماه"
        ),
        &format!("{READ}agenda گزارش طرح نخست - دفتر پژوهش\n# 1 / · / یک ماه / شهرداری\n    نهر پاک شود."),
    );
    for head in [
        "ردیف\tشرح\tمسئول پیگیری\tمهلت",
        "ردیف\tعنوان\tگزارش دهنده\tزمان",
        "ردیف\tموضوع\tواحد\tملاحظات",
    ] {
        let text = format!(
            "{TITLE}دستور کار:\n{head}\n۱\tگزارش طرح نخست\tدفتر پژوهش\t-\n۲\tسایر موارد\t-\t-\n\nمصوبات:\n\
             ردیف\tشرح\tمسئول\tمهلت\n۱\tنهر پاک شود.\tشهرداری\tیک ماه\n۲\tپل ترمیم شود.\tراهداری\tدو ماه"
        );
        check(
            &text,
            &format!("{READ}agenda گزارش طرح نخست - دفتر پژوهش\nagenda سایر موارد\n{TWO}"),
        );
    }
    check(
        &format!(
            "{TITLE}\nردیف\tدستور جلسه\tارائه دهنده\n۱\tطرح نخست\tدکتر راد\n\nردیف\tشرح\tمسئول\tمهلت\n۱\tنهر پاک شود.\tشهرداری\tیک ماه"
        ),
        &format!("{READ}agenda طرح نخست - دکتر راد\n# 1 / · / یک ماه / شهرداری\n    نهر پاک شود."),
    );
}

#[test]
fn what_became_of_earlier_resolutions_is_an_annex() {
    for title in [
        "پیگیری مصوبات جلسه قبل",
        "بررسی مصوبات جلسه گذشته:",
        "مصوبات جلسه هفتم:",
        "وضعیت مصوبات جلسات پیشین",
        "مصوبات معوق",
    ] {
        let read = read_of(&format!(
            "{TITLE}\n{title}\nردیف\tمصوبه\tمسئول\tوضعیت\n۱\tطرح آب\tشهرداری\tانجام شد\n\nمصوبات جلسه:\n\
             ردیف\tمصوبه\tمسئول\tمهلت\n۱\tنهر پاک شود.\tشهرداری\tیک ماه"
        ));
        assert_eq!((read.resolutions.len(), read.annexes.len()), (1, 1), "{title}");
        assert_eq!(read.resolutions[0].text, "نهر پاک شود.", "{title}");
    }
    // As an item of the agenda it is no title of the table below.
    let item = format!(
        "{TITLE}دستور جلسه:\n۱- بررسی مصوبات جلسه قبل\nردیف\tمصوبه\tمسئول\tمهلت\n۱\tنهر پاک شود.\tشهرداری\tیک ماه"
    );
    assert_eq!(read_of(&item).resolutions.len(), 1);
}

#[test]
fn further_columns_are_remarks_and_unknown_ones_are_doubted() {
    let read = read_of(&format!(
        "{TITLE}\nردیف\tمصوبه\tمسئول\tمهلت\tملاحظات\tکد بسته\n۱\tنهر پاک شود.\tشهرداری\tیک ماه\tبا اولویت\tالف۷"
    ));
    assert_eq!(read.resolutions[0].remarks, ["با اولویت", "الف۷"]);
    let heads: Vec<_> = read.doubts.iter().map(|doubt| doubt.text.as_str()).collect();
    assert_eq!(heads, ["کد بسته"]);
}

#[test]
fn numbered_rows_that_become_no_resolution_are_said_to_be_missing() {
    let read = read_of(&format!(
        "{TITLE}مصوبات:\nکالا\tقیمت\tوزن\n۱\tنان سنگک\t۲۰۰\n۲\tبرنج ایرانی\t۳۰۰"
    ));
    assert!(read.resolutions.is_empty());
    assert!(
        read.doubts
            .iter()
            .any(|doubt| doubt.kind == DoubtKind::RowsMissing { numbered: 2, read: 0 }),
        "{:?}",
        read.doubts
    );
}

#[test]
fn two_tables_side_by_side_are_read_one_after_the_other() {
    let head = ["ردیف\tمصوبه\tمسئول\tمهلت"; 2].join("\t");
    check(
        &format!(
            "{TITLE}\n{head}\n۱\tنهر پاک شود.\tشهرداری\tیک ماه\t۳\tپارک ساخته شود.\tشهرداری\tسه ماه\n۲\tپل ترمیم شود.\tراهداری\tدو ماه\t\t\t\t"
        ),
        &format!("{READ}{TWO}\n# 3 / · / سه ماه / شهرداری\n    پارک ساخته شود."),
    );
}

#[test]
fn a_number_of_days_has_its_unit_from_the_head() {
    for head in ["مدت (روز)", "مهلت به روز", "زمان اجرا (روز)"] {
        check(
            &format!(
                "{TITLE}\nردیف\tمصوبه\tمسئول\t{head}\n۱\tنهر پاک شود.\tشهرداری\t۱۰\n۲\tپل ترمیم شود.\tراهداری\tدو ماه"
            ),
            &format!(
                "{READ}# 1 / · / ۱۰ روز / شهرداری\n    نهر پاک شود.\n# 2 / · / دو ماه / راهداری\n    پل ترمیم شود."
            ),
        );
    }
}

#[test]
fn a_cell_over_both_duty_columns_is_parted() {
    check(
        &format!(
            "{TITLE}<table><tr><td>ردیف<td>شرح<td>مسئول<td>مهلت</tr><tr><td>۱<td>نهر پاک شود.<td colspan=2>شهرداری - یک ماه</tr>\
             <tr><td>۲<td>پل ترمیم شود.<td>راهداری<td>دو ماه</tr></table>"
        ),
        &format!("{READ}{TWO}"),
    );
}

#[test]
fn who_said_what_in_a_table_becomes_notes() {
    for head in ["نام\tمطالب", "سخنران\tخلاصه مطالب", "ردیف\tنام و سمت\tاظهارات"]
    {
        let number = if head.starts_with("ردیف") {
            ["۱\t", "۲\t"]
        } else {
            ["", ""]
        };
        check(
            &format!(
                "{TITLE}\n{head}\n{}آقای کریمی\tآب کم است.\n{}خانم نوری\tبرق کم است.",
                number[0], number[1]
            ),
            &format!("{READ}note آقای کریمی / آب کم است.\nnote خانم نوری / برق کم است."),
        );
    }
}

#[test]
fn verdicts_of_a_commission_are_resolutions_and_the_cases_are_remarks() {
    let read = read_of(&format!(
        "{TITLE}\nردیف\tشماره پرونده\tمتقاضی\tموضوع\tرأی کمیسیون\n۱\t۱۲۳/الف\tعلی کریمی\tتغییر کاربری\tموافقت شد.\n\
         ۲\t۴۵۶/ب\tسارا نوری\tتفکیک\tمخالفت گردید."
    ));
    let texts: Vec<_> = read
        .resolutions
        .iter()
        .map(|one| (one.row, one.text.as_str(), one.remarks.len()))
        .collect();
    assert_eq!(texts, [(Some(1), "موافقت شد.", 2), (Some(2), "مخالفت گردید.", 2)]);
}

#[test]
fn the_deed_is_the_wording_where_another_column_names_who_acts() {
    check(
        &format!(
            "{TITLE}\nردیف\tاقدام\tمسئول\tمهلت\n۱\tنهر پاک شود.\tشهرداری\tیک ماه\n۲\tپل ترمیم شود.\tراهداری\tدو ماه"
        ),
        &format!("{READ}{TWO}"),
    );
    check(
        &format!(
            "{TITLE}\nردیف\tشرح\tاقدام\tمهلت\n۱\tنهر پاک شود.\tشهرداری\tیک ماه\n۲\tپل ترمیم شود.\tراهداری\tدو ماه"
        ),
        &format!("{READ}{TWO}"),
    );
}

#[test]
fn a_row_with_nothing_to_do_is_kept_and_said_to_be_missing() {
    let read = read_of(&format!(
        "{TITLE}\nردیف\tمصوبه\tمسئول\tمهلت\n۱\tنهر پاک شود.\tشهرداری\tیک ماه\n۲\t\tراهداری\tدو ماه\n۳\tپارک ساخته شود.\tشهرداری\t"
    ));
    assert_eq!(
        read.resolutions.iter().map(|one| one.row).collect::<Vec<_>>(),
        [Some(1), Some(3)]
    );
    assert!(read.raw.iter().any(|line| line.text.contains("راهداری")));
    let missing = |kind: &DoubtKind| *kind == DoubtKind::RowsMissing { numbered: 3, read: 2 };
    assert!(
        read.doubts.iter().any(|doubt| missing(&doubt.kind)),
        "{:?}",
        read.doubts
    );
}

#[test]
fn an_agenda_of_two_columns_and_pages_without_a_head() {
    check(
        &format!(
            "{TITLE}دستور کار\nردیف\tموضوع\n۱\tآب شرب\n۲\tبرق\n\nردیف\tمصوبه\tمسئول\tمهلت\n۱\tنهر پاک شود.\tشهرداری\tیک ماه\n\n\
             صفحه ۱ از ۲\n\n۲\tپل ترمیم شود.\tراهداری\tدو ماه\n\nردیف\tنام\tنام خانوادگی\tسمت\n۱\tعلی\tکریمی\tشهردار"
        ),
        &format!("{READ}agenda آب شرب\nagenda برق\n+ شهردار / person علی کریمی\n{TWO}\nraw 11: صفحه ۱ از ۲"),
    );
}
