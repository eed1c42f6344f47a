//! Tables of people in the columns of many offices: ticks, reasons, hours, telephones, lists side by side.
//! Knows no rule; every expected outline was read by a person before it was written down.

use super::{check, read_of};
use crate::exchange::minutes::{DoubtKind, ReadStatus};

const TITLE: &str = "پنجمین جلسه کمیسیون ایمنی شهرستان نارستان\nتاریخ جلسه: ۱۴۰۲/۰۷/۰۳\n";
const READ: &str = "body کمیسیون ایمنی شهرستان نارستان\nsession 5 / · / ·\nwhen 1402/07/03 / · / · / ·\n";

fn statuses(rows: &str) -> Vec<ReadStatus> {
    read_of(&format!("{TITLE}\n{rows}"))
        .attendance
        .iter()
        .map(|one| one.status)
        .collect()
}

#[test]
fn a_tick_is_one_in_any_form_and_an_empty_box_is_none() {
    use ReadStatus::*;
    for (yes, no) in [
        ("☒", "☐"),
        ("☑", "□"),
        ("✓", ""),
        ("✔", "-"),
        ("*", ""),
        ("+", "-"),
        ("×", ""),
        ("✗", ""),
        ("[x]", "[ ]"),
        ("(*)", "( )"),
        ("حاضر", ""),
        ("بلی", "خیر"),
        ("دارد", "ندارد"),
        ("✓", "✗"),
        ("✓", "×"),
        ("●", "○"),
    ] {
        let rows = format!(
            "ردیف\tنام دستگاه\tحاضر\tغایب\n۱\tآتش نشانی\t{yes}\t{no}\n۲\tاداره برق\t{no}\t{}\n۳\tاداره گاز\t{no}\t{no}",
            if yes == "حاضر" { "غایب" } else { yes },
        );
        assert_eq!(statuses(&rows), [Present, Absent, Unticked], "{yes} {no}");
    }
}

#[test]
fn marks_stand_under_many_heads() {
    use ReadStatus::*;
    for head in [
        "حاضر\tغایب",
        "حضور\tغیاب",
        "حضور\tغیبت",
        "حاضرین\tغایبین",
        "حاضر در جلسه\tعدم حضور",
        "حضور\tعدم حضور",
    ] {
        for names in [
            "نام دستگاه",
            "اعضا",
            "عضو",
            "نام عضو",
            "سمت",
            "نام و نام خانوادگی",
            "دستگاه عضو",
        ] {
            let rows = format!("ردیف\t{names}\t{head}\n۱\tفرماندار\t✓\t\n۲\tشهردار\t\t✓\n۳\tبخشدار\t\t");
            assert_eq!(statuses(&rows), [Present, Absent, Unticked], "{head} {names}");
        }
    }
}

#[test]
fn one_column_of_statuses_says_what_it_says_and_no_more() {
    use ReadStatus::*;
    for head in [
        "وضعیت",
        "وضعیت حضور",
        "حضور و غیاب",
        "حاضر/غایب",
        "حضور / غیاب",
        "نحوه حضور",
        "نوع حضور",
        "حاضر یا غایب",
    ] {
        let rows = format!(
            "ردیف\tدستگاه\t{head}\n۱\tفرمانداری\tحاضر\n۲\tشهرداری\tغایب\n۳\tاداره گاز\tمجازی\n۴\tاداره برق\tمرخصی\n۵\tاداره آب\t\n۶\tاداره راه\t-"
        );
        assert_eq!(
            statuses(&rows),
            [Present, Absent, Video, Excused, Unticked, Unticked],
            "{head}"
        );
    }
    assert_eq!(
        statuses("دستگاه\tوضعیت\nفرمانداری\tح\nشهرداری\tغ\nبخشداری\t"),
        [Present, Absent, Unticked]
    );
    assert_eq!(
        statuses("دستگاه\tوضعیت\nفرمانداری\t☒ حاضر ☐ غایب\nشهرداری\t☐ حاضر ☒ غایب\nبخشداری\t☐ حاضر ☐ غایب"),
        [Present, Absent, Unticked]
    );
}

#[test]
fn a_telephone_a_number_or_a_dash_is_no_reason() {
    check(
        &format!(
            "{TITLE}غایبین:\nردیف\tنام دستگاه\tعلت غیبت\tتلفن همراه\tملاحظات\n۱\tاداره گاز\tمأموریت\t۰۹۱۲۱۱۱۲۲۳۳\t-\n\
             ۲\tاداره آب\t-\t۰۹۱۲۱۱۱۲۲۴۴\t۱۲\n۳\tبهزیستی\t\t\tجلسه همزمان"
        ),
        &format!(
            "{READ}? اداره گاز / why مأموریت\n- اداره آب\n- بهزیستی / why جلسه همزمان\nraw 5: تلفن همراه: ۰۹۱۲۱۱۱۲۲۳۳\n\
             raw 6: تلفن همراه: ۰۹۱۲۱۱۱۲۲۴۴\nraw 6: ملاحظات: ۱۲"
        ),
    );
}

#[test]
fn a_column_in_no_list_is_kept_with_its_head() {
    check(
        &format!(
            "{TITLE}حاضرین:\nردیف\tنام و نام خانوادگی\tسمت\tرنگ کارت\n۱\tعلی کریمی\tشهردار\tآبی\n۲\tسارا نوری\tفرماندار\t"
        ),
        &format!("{READ}+ شهردار / person علی کریمی\n+ فرماندار / person سارا نوری\nraw 5: رنگ کارت: آبی"),
    );
}

#[test]
fn hours_and_representatives_have_columns_of_their_own() {
    let read = read_of(&format!(
        "{TITLE}حاضرین:\nردیف\tدستگاه\tنام نماینده\tسمت نماینده\tساعت ورود\tساعت خروج\n۱\tاداره برق\tآقای راد\tکارشناس\t۸:۳۰\t۱۰:۱۵\n\
         ۲\tاداره گاز\t-\t\t۹\t"
    ));
    let [first, second] = read.attendance.as_slice() else {
        panic!("{:?}", read.attendance)
    };
    assert_eq!(first.status, ReadStatus::Represented);
    assert_eq!(
        (
            first.representative.as_deref(),
            first.representative_post.as_deref()
        ),
        (Some("آقای راد"), Some("کارشناس"))
    );
    assert_eq!(first.arrived.unwrap().to_string(), "08:30");
    assert_eq!(first.departed.unwrap().to_string(), "10:15");
    assert_eq!(
        (second.status, second.arrived.unwrap().to_string()),
        (ReadStatus::Present, "09:00".to_owned())
    );
}

#[test]
fn two_ticks_against_each_other_are_told() {
    let read = read_of(&format!(
        "{TITLE}\nنام دستگاه\tحاضر\tغایب\nفرمانداری\t✓\t\nشهرداری\t✓\t✓"
    ));
    assert_eq!(read.attendance[1].status, ReadStatus::Unticked);
    assert!(matches!(&read.doubts[0].kind, DoubtKind::NamedTwice { name } if name == "شهرداری"));
}

#[test]
fn a_signature_that_is_missing_where_others_signed_says_nothing() {
    use ReadStatus::*;
    let signed = "نام\tسمت\tامضا\nعلی کریمی\tشهردار\tامضا شد\nسارا نوری\tفرماندار\t\nرضا امینی\tبخشدار\tغایب";
    assert_eq!(statuses(signed), [Present, Unticked, Absent]);
    // Ink does not come through a scan: a list to sign is of those who were there.
    assert_eq!(
        statuses("نام\tسمت\tامضا\nعلی کریمی\tشهردار\t\nسارا نوری\tفرماندار\t"),
        [Present, Present]
    );
    assert_eq!(
        statuses("حضور و غیاب:\nنام\tسمت\tامضا\nعلی کریمی\tشهردار\t\nسارا نوری\tفرماندار\t"),
        [Unticked, Unticked]
    );
}

#[test]
fn lists_of_names_side_by_side_go_each_to_its_part() {
    check(
        &format!("{TITLE}\nاعضای حاضر\tاعضای غایب\tمدعوین\nفرماندار\tرئیس اداره برق\tآقای کریمی\nشهردار\t\t"),
        &format!("{READ}+ فرماندار\n+ شهردار\n- رئیس اداره برق\nguest آقای کریمی"),
    );
}

#[test]
fn three_people_in_a_row() {
    let head = ["ردیف\tنام و نام خانوادگی\tسمت"; 3].join("\t");
    check(
        &format!(
            "{TITLE}حاضرین:\n{head}\n۱\tعلی کریمی\tشهردار\t۲\tسارا نوری\tفرماندار\t۳\tرضا امینی\tبخشدار\n۴\tمینا راد\tرئیس اداره برق\t\t\t\t\t\t"
        ),
        &format!(
            "{READ}+ شهردار / person علی کریمی\n+ فرماندار / person سارا نوری\n+ بخشدار / person رضا امینی\n+ رئیس اداره برق / person مینا راد"
        ),
    );
}

#[test]
fn a_head_of_two_lines_and_a_row_that_counts() {
    check(
        &format!(
            "{TITLE}\nردیف\tنام دستگاه\tحضور و غیاب\t\n\t\tحاضر\tغایب\n۱\tشهرداری\t✓\t\n۲\tبخشداری\t\t✓\nجمع\t۲ دستگاه\t\t"
        ),
        &format!("{READ}+ شهرداری\n- بخشداری\nraw 8: جمع | ۲ دستگاه"),
    );
}

#[test]
fn headings_between_the_rows_part_those_present_from_those_absent() {
    check(
        &format!(
            "{TITLE}\nردیف\tنام و نام خانوادگی\tسمت\n\tحاضرین\t\n۱\tعلی کریمی\tشهردار\n\tغایبین\t\n۲\tسارا نوری\tفرماندار"
        ),
        &format!("{READ}+ شهردار / person علی کریمی\n- فرماندار / person سارا نوری"),
    );
}

#[test]
fn signs_beside_names_without_a_head_are_no_people() {
    check(
        &format!(
            "{TITLE}حاضرین:\n۱\tعلی کریمی\tشهردار\tامضا\n۲\tسارا نوری\tفرماندار\t✓\n۳\tرضا امینی\tبخشدار\tغایب"
        ),
        &format!(
            "{READ}+ شهردار / person علی کریمی\n+ فرماندار / person سارا نوری\n- بخشدار / person رضا امینی"
        ),
    );
}
