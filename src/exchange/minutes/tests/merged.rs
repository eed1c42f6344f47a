//! Made-up minutes with merged cells: what one cell says for several rows holds for each of them.
//! Knows no rule; every expected outline was read by a person before it was written down.

use super::check;

const TITLE: &str = "صورتجلسه چهارمین جلسه کمیته آب شهرستان نارستان\nتاریخ جلسه: ۱۴۰۴/۰۲/۱۰\n";
const READ: &str = "body کمیته آب شهرستان نارستان\nsession 4 / · / ·\nwhen 1404/02/10 / · / · / ·\n";

fn check_table(rows: &[&str], expected: &str) {
    let rows: Vec<String> = rows
        .iter()
        .map(|row| format!("<tr><td>{row}</td></tr>"))
        .collect();
    check(
        &format!(
            "{TITLE}مصوبات:\n<table>{}</table>",
            rows.join("\n")
                .replace('|', "</td><td>")
                .replace("<td>↓", "<td rowspan=")
        ),
        &format!("{READ}{expected}"),
    );
}

#[test]
fn a_deadline_and_a_responsible_one_for_several_rows() {
    check_table(
        &[
            "ردیف|مصوبه|مهلت|مسئول",
            "۱|نهر اصلی لایروبی شود.|↓3>یک ماه|↓2>شهرداری",
            "۲|چاه‌های دشت شناسایی شوند.",
            "۳|پل روستا ترمیم گردد.|اداره کل راه",
            "۴|تانکر خریداری شود.|فوری|بخشداری",
        ],
        "# 1 / · / یک ماه / شهرداری\n    نهر اصلی لایروبی شود.\n\
         # 2 / · / یک ماه / شهرداری\n    چاه‌های دشت شناسایی شوند.\n\
         # 3 / · / یک ماه / اداره کل راه\n    پل روستا ترمیم گردد.\n\
         # 4 / · / فوری / بخشداری\n    تانکر خریداری شود.",
    );
}

#[test]
fn a_subject_for_several_rows() {
    check_table(
        &[
            "ردیف|موضوع|شرح مصوبه|مهلت|مسئول",
            "۱|↓2>آب شرب|نهر اصلی لایروبی شود.|یک ماه|شهرداری",
            "۲|چاه‌های دشت شناسایی شوند.|دو ماه|بخشداری",
        ],
        "# 1 / آب شرب / یک ماه / شهرداری\n    نهر اصلی لایروبی شود.\n\
         # 2 / آب شرب / دو ماه / بخشداری\n    چاه‌های دشت شناسایی شوند.",
    );
}

#[test]
fn a_number_over_the_clauses_of_one_resolution() {
    check_table(
        &[
            "ردیف|مصوبه|مهلت|مسئول",
            "↓2>۱|الف) نهر اصلی لایروبی شود.|یک ماه|↓2>شهرداری",
            "ب) چاه‌های دشت شناسایی شوند.|دو ماه",
            "۲|پل روستا ترمیم گردد.|فوری|اداره کل راه",
        ],
        "# 1 / · / یک ماه / شهرداری\n    الف) نهر اصلی لایروبی شود.\n    ب) چاه‌های دشت شناسایی شوند.\n   clause ب / دو ماه / ·\n\
         # 2 / · / فوری / اداره کل راه\n    پل روستا ترمیم گردد.",
    );
}

#[test]
fn one_wording_for_several_responsible_ones() {
    check_table(
        &[
            "ردیف|مصوبه|مهلت|مسئول",
            "↓2>۱|↓2>نهر اصلی لایروبی شود.|↓2>یک ماه|شهرداری",
            "بخشداری",
            "۲|پل روستا ترمیم گردد.|فوری|اداره کل راه",
        ],
        "# 1 / · / یک ماه / شهرداری + بخشداری\n    نهر اصلی لایروبی شود.\n\
         # 2 / · / فوری / اداره کل راه\n    پل روستا ترمیم گردد.",
    );
}

#[test]
fn rows_without_numbers_below_one_deadline() {
    check_table(
        &[
            "شرح مصوبه|مهلت|مسئول",
            "نهر اصلی لایروبی شود.|↓2>یک ماه|↓2>شهرداری",
            "چاه‌های دشت شناسایی شوند.",
        ],
        "# · / · / یک ماه / شهرداری\n    نهر اصلی لایروبی شود.\n\
         # · / · / یک ماه / شهرداری\n    چاه‌های دشت شناسایی شوند.",
    );
}

#[test]
fn a_status_for_several_members() {
    check(
        &format!(
            "{TITLE}<table><tr><td>ردیف<td>نام دستگاه<td>وضعیت<td>علت</tr>\n\
             <tr><td>۱<td>شهرداری<td rowspan=2>غایب<td rowspan=2>برف</tr><tr><td>۲<td>بخشداری</tr>\n\
             <tr><td>۳<td>اداره کل راه<td>حاضر<td></tr></table>"
        ),
        &format!("{READ}- شهرداری / why برف\n- بخشداری / why برف\n+ اداره کل راه"),
    );
}

#[test]
fn a_head_of_two_lines() {
    for group in ["اقدام", "پیگیری", "مسئولیت‌ها"] {
        let head = format!(
            "<td rowspan=2>ردیف<td rowspan=2>شرح مصوبه<td colspan=2>{group}</tr><tr><td>مسئول<td>مهلت"
        );
        check(
            &format!(
                "{TITLE}<table><tr>{head}</tr><tr><td>۱<td>نهر اصلی لایروبی شود.<td>شهرداری<td>یک ماه</tr></table>"
            ),
            &format!("{READ}# 1 / · / یک ماه / شهرداری\n    نهر اصلی لایروبی شود."),
        );
    }
}

#[test]
fn a_head_of_two_lines_above_members() {
    check(
        &format!(
            "{TITLE}<table><tr><td rowspan=2>ردیف<td rowspan=2>نام دستگاه<td colspan=2>حضور</tr><tr><td>حاضر<td>غایب</tr>\n\
             <tr><td>۱<td>شهرداری<td>*<td></tr><tr><td>۲<td>بخشداری<td><td>*</tr></table>"
        ),
        &format!("{READ}+ شهرداری\n- بخشداری"),
    );
}

#[test]
fn a_form_goes_on_below_its_resolutions() {
    check_table(
        &[
            "ردیف|مصوبه|مهلت|مسئول",
            "۱|نهر اصلی لایروبی شود.|یک ماه|شهرداری",
            "حاضرین|↔3>شهرداری، بخشداری",
            "غایبین:|↔3>اداره کل راه",
        ]
        .map(|row| row.replace("|↔", "</td><td colspan="))
        .each_ref()
        .map(String::as_str),
        "+ شهرداری\n+ بخشداری\n- اداره کل راه\n# 1 / · / یک ماه / شهرداری\n    نهر اصلی لایروبی شود.",
    );
}
