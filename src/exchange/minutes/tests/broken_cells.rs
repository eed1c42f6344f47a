//! Tables in plain text whose cells go on in the next line, and tables right below lists of names.
//! Knows no rule; what must be found was read by a person before it was written down.

use super::{check, read_of};
use crate::exchange::minutes::ReadMinutes;

const TITLE: &str = "صورتجلسه سومین جلسه کمیته آب شهرستان مهرآباد\nتاریخ جلسه: ۱۴۰۲/۰۱/۲۰\n";
const READ: &str = "body کمیته آب شهرستان مهرآباد\nsession 3 / · / ·\nwhen 1402/01/20 / · / · / ·\n";

/// Number, wording, deadline and responsible ones of each resolution.
fn rows(read: &ReadMinutes) -> Vec<String> {
    let row = |one: &crate::exchange::minutes::ReadResolution| {
        let number = one.row.map(|row| row.to_string()).unwrap_or_default();
        let deadline = one.deadline_written.as_deref().unwrap_or_default();
        [number.as_str(), &one.text, deadline, &one.responsible.join(" + ")].join(" / ")
    };
    read.resolutions.iter().map(row).collect()
}

#[test]
fn a_cell_that_goes_on_in_the_next_line_is_one_cell() {
    let wanted = [
        "1 / شهرداری نسبت به لایروبی نهر اصلی اقدام کند. / یک ماه / شهرداری",
        "2 / چاه‌ها پلمب شود. / فوری / اداره آب",
    ];
    for table in [
        // The wording breaks, and the line below has the rest of the row.
        "ردیف\tشرح مصوبه\tمهلت\tمسئول\n۱\tشهرداری نسبت به لایروبی\nنهر اصلی اقدام کند.\tیک ماه\tشهرداری\n۲\tچاه‌ها پلمب شود.\tفوری\tاداره آب",
        // The rest of the wording stands alone below its row.
        "ردیف\tشرح مصوبه\tمهلت\tمسئول\n۱\tشهرداری نسبت به لایروبی\tیک ماه\tشهرداری\nنهر اصلی اقدام کند.\n۲\tچاه‌ها پلمب شود.\tفوری\tاداره آب",
        "ردیف\tشرح مصوبه\tمهلت\tمسئول\n۱\tشهرداری نسبت به لایروبی\tیک ماه\tشهرداری\n\tنهر اصلی اقدام کند.\t\t\n۲\tچاه‌ها پلمب شود.\tفوری\tاداره آب",
        // The same with wide gaps.
        "ردیف     شرح مصوبه                      مهلت        مسئول\n۱        شهرداری نسبت به لایروبی        یک ماه      شهرداری\n         نهر اصلی اقدام کند.\n۲        چاه‌ها پلمب شود.                فوری        اداره آب",
        "ردیف   شرح مصوبه   مهلت   مسئول\n۱   شهرداری نسبت به لایروبی   یک ماه   شهرداری\nنهر اصلی اقدام کند.\n۲   چاه‌ها پلمب شود.   فوری   اداره آب",
        // A name that breaks in the last cell.
        "ردیف\tشرح مصوبه\tمهلت\tمسئول\n۱\tشهرداری نسبت به لایروبی نهر اصلی اقدام کند.\tیک ماه\tشهرداری\n۲\tچاه‌ها پلمب شود.\tفوری\tاداره\nآب",
        "ردیف\tشرح مصوبه\tمهلت\tمسئول\n۱\tشهرداری نسبت به لایروبی نهر اصلی اقدام کند.\tیک ماه\tشهرداری\n۲\tچاه‌ها پلمب\nشود.\tفوری\tاداره آب",
    ] {
        let read = read_of(&format!("{TITLE}مصوبات:\n{table}\n\nحاضرین:\nفرماندار"));
        assert_eq!(rows(&read), wanted, "{table}");
        assert_eq!(read.attendance.len(), 1, "{table}");
        assert_eq!(read.signatures, Vec::<String>::new(), "{table}");
    }
}

#[test]
fn clauses_and_provisos_below_a_row_stay_paragraphs() {
    let read = read_of(&format!(
        "{TITLE}مصوبات:\nردیف\tشرح مصوبه\tمهلت\tمسئول\n۱\tمقرر شد:\nالف) نهر پاک شود\nب) چاه پلمب شود\tیک ماه\tشهرداری\n۲\tپل ترمیم شود.\tفوری\tاداره راه\n\
         تبصره: هزینه با شهرداری است."
    ));
    assert_eq!(
        rows(&read),
        [
            "1 / مقرر شد:\nالف) نهر پاک شود\nب) چاه پلمب شود / یک ماه / شهرداری",
            "2 / پل ترمیم شود.\nتبصره: هزینه با شهرداری است. / فوری / اداره راه",
        ]
    );
}

#[test]
fn those_who_sign_below_a_list_of_absentees_are_no_absentees() {
    for table in [
        "رئیس جلسه\tدبیر جلسه\tفرماندار\nعلی کریمی\tسارا نوری\tرضا راد",
        "| رئیس جلسه | دبیر جلسه | فرماندار |\n| علی کریمی | سارا نوری | رضا راد |",
        "رئیس جلسه\tدبیر جلسه\tفرماندار\n\nعلی کریمی\tسارا نوری\tرضا راد",
    ] {
        check(
            &format!("{TITLE}مصوبات:\n۱- نهر لایروبی شود.\nغایبین:\nاداره برق\nاداره گاز\n{table}"),
            &format!(
                "{READ}- اداره برق\n- اداره گاز\n# 1 / · / · / ·\n    نهر لایروبی شود.\nsigned رئیس جلسه\nsigned دبیر جلسه\nsigned فرماندار\n\
                 signed علی کریمی\nsigned سارا نوری\nsigned رضا راد"
            ),
        );
    }
}

#[test]
fn lists_side_by_side_over_two_columns_each_keep_person_and_post() {
    let wanted = format!(
        "{READ}+ فرماندار / person علی کریمی\n+ شهردار / person سارا نوری\n- اداره برق / person رضا راد\n- اداره گاز / person نادر امین\n\
         # 1 / · / · / ·\n    نهر لایروبی شود."
    );
    for table in [
        "حاضرین\t\tغایبین\t\nعلی کریمی\tفرماندار\tرضا راد\tاداره برق\nسارا نوری\tشهردار\tنادر امین\tاداره گاز",
        "<table><tr><td colspan=2>حاضرین</td><td colspan=2>غایبین</td></tr><tr><td>فرماندار</td><td>علی کریمی</td><td>اداره برق</td><td>رضا راد</td></tr>\
         <tr><td>شهردار</td><td>سارا نوری</td><td>اداره گاز</td><td>نادر امین</td></tr></table>",
        "<table><tr><td colspan=2>حاضرین</td><td colspan=2>غایبین</td></tr><tr><td>نام</td><td>دستگاه</td><td>نام</td><td>دستگاه</td></tr>\
         <tr><td>علی کریمی</td><td>فرماندار</td><td>رضا راد</td><td>اداره برق</td></tr><tr><td>سارا نوری</td><td>شهردار</td><td>نادر امین</td><td>اداره گاز</td></tr></table>",
    ] {
        check(&format!("{TITLE}{table}\n\nمصوبات:\n۱- نهر لایروبی شود."), &wanted);
    }
}

#[test]
fn a_status_in_words_says_whether_the_named_one_stood_in() {
    check(
        &format!(
            "{TITLE}ردیف\tدستگاه\tنام نماینده\tوضعیت\n۱\tفرمانداری\tعلی کریمی\tحاضر\n۲\tشهرداری\tسارا نوری، کارشناس\tویدئو\n۳\tاداره برق\tرضا راد\tغایب\n\
             ۴\tاداره گاز\tنادر امین\tنماینده\n۵\tاداره راه\tکاوه ماهر\t\n\nنام و نام خانوادگی\tدستگاه\tنماینده\tوضعیت حضور\nپری صبا\tبهزیستی\tمینا ناز\tحاضر\n\
             هما بخت\tاداره آب\tهما بخت\tحاضر"
        ),
        &format!(
            "{READ}+ فرمانداری / person علی کریمی\n~ شهرداری / person سارا نوری / post کارشناس\n- اداره برق / person رضا راد\n= اداره گاز / by نادر امین\n\
             = اداره راه / by کاوه ماهر\n= بهزیستی / person پری صبا / by مینا ناز\n+ اداره آب / person هما بخت"
        ),
    );
}
