//! `dabir report` with the real program: the figures of the sample office against a calculation by hand, formats,
//! selections, faults.

use crate::office::Office;
use serde_json::Value;

fn filled() -> Office {
    let office = Office::new();
    office.done(&["demo", "--no-open"]);
    office
}

/// The day that the sample office was made for.
const TODAY: [&str; 2] = ["--today", "1405/09/01"];

fn report(office: &Office, arguments: &[&str]) -> Value {
    office.json(&[&["report"], arguments, &TODAY].concat())
}

/// The group about this, by its id or, where it has none, by its year.
fn group<'a>(report: &'a Value, about: &str, id: &str) -> &'a Value {
    let groups = report["groups"].as_array().unwrap();
    let is = |group: &&Value| {
        let year = group["year"].as_i64().map(|year| year.to_string());
        let known_by = group["id"].as_str().or(year.as_deref()).unwrap_or_default();
        group["about"] == about && known_by == id
    };
    groups
        .iter()
        .find(is)
        .unwrap_or_else(|| panic!("no {about} {id}"))
}

fn values(group: &Value) -> Vec<f64> {
    let figures = group["figures"].as_array().unwrap();
    figures
        .iter()
        .map(|figure| figure["value"].as_f64().unwrap_or(-1.0))
        .collect()
}

/// By hand, from `data/sample/office.json`: of its 32 sessions one is planned (`s-social-1405-05`, no resolutions).
/// The قرارگاه counts its sessions without a year, so the day decides: 12 and 13 lie in 1403, 14 to 18 in 1404, 19 and
/// 20 in 1405. Statuses as written; no resolution rolls up from its clauses alone. Late ones are those whose due day
/// (worked out on a calendar of its own, with «فوری» late from the next working day) lies before 1405/09/01.
///
/// Body, year: sessions, passed, carried out, in progress, cancelled, superseded, overdue.
const YEARS: [(&str, i32, [u32; 7]); 9] = [
    ("قرارگاه اجتماعی استان سپیدرود", 1403, [2, 8, 7, 1, 0, 0, 0]),
    ("قرارگاه اجتماعی استان سپیدرود", 1404, [5, 20, 14, 5, 1, 0, 2]),
    ("قرارگاه اجتماعی استان سپیدرود", 1405, [2, 9, 3, 6, 0, 0, 4]),
    ("شورا", 1403, [2, 9, 6, 2, 0, 1, 0]),
    ("شورا", 1404, [3, 13, 8, 3, 2, 0, 3]),
    ("شورا", 1405, [2, 9, 2, 7, 0, 0, 3]),
    ("کارگروه", 1403, [4, 23, 18, 2, 2, 1, 0]),
    ("کارگروه", 1404, [7, 37, 29, 7, 1, 0, 5]),
    ("کارگروه", 1405, [4, 22, 4, 18, 0, 0, 6]),
];
/// The sums of the columns of [`YEARS`].
const ALL_YEARS: [u32; 7] = [31, 150, 91, 51, 6, 2, 23];

#[test]
fn the_year_at_a_glance_of_the_sample_office_is_what_was_counted_by_hand() {
    let office = filled();
    let report = report(&office, &["year"]);
    let of_all = |column: usize| YEARS.iter().map(|(_, _, row)| row[column]).sum::<u32>();
    assert_eq!(
        std::array::from_fn::<u32, 7, _>(of_all),
        ALL_YEARS,
        "the hand's own sums"
    );
    assert_eq!(values(&report["groups"][0]), ALL_YEARS.map(f64::from));
    for (body, year, by_hand) in YEARS {
        let groups = report["groups"].as_array().unwrap();
        let is = |group: &&Value| {
            group["year"] == year && group["body"].as_str().is_some_and(|name| name.starts_with(body))
        };
        let found = groups.iter().find(is).unwrap_or_else(|| panic!("{body} {year}"));
        assert_eq!(values(found), by_hand.map(f64::from), "{body} {year}");
    }
    assert_eq!(report["groups"].as_array().unwrap().len(), 1 + YEARS.len());
}

/// By hand: seats of a body times its held sessions, less the days on which a seat was not there. کارگروه: 39 seats all
/// the time in 15 sessions, one until 1404/12/29 (its first 11 sessions) and one from 1404/07/01 on (its last 7): 39·15 + 11 + 7 = 603. قرارگاه: 16·9 = 144. شورا: 17·7 = 119. 603 + 144 + 119 = 866. The
/// archive has 863 ticks, all within these: the three that lack are in `s-social-1405-04`, whose minutes are a draft.
///
/// Expected, in person, video, represented, excused, absent, unticked, rate, rate with representatives.
const ATTENDANCE: [f64; 9] = [
    866.0, 521.0, 79.0, 168.0, 47.0, 48.0, 3.0,
    // (521 + 79) ÷ (866 − 3) = 600 ÷ 863 = 0.69524…
    69.5, // (600 + 168) ÷ 863 = 0.88991…
    89.0,
];

#[test]
fn attendance_in_the_sample_office_is_what_was_counted_by_hand() {
    let office = filled();
    let report = report(&office, &["attendance"]);
    assert_eq!(values(&report["groups"][0]), ATTENDANCE);
    // The governor in the قرارگاه: four times there, five times on leave: 4 ÷ 9 = 44.4 percent.
    let governor = group(&report, "seat", "seat-gharargah-01");
    assert_eq!(values(governor), [9.0, 4.0, 0.0, 0.0, 5.0, 0.0, 0.0, 44.4, 44.4]);
    // The seat that ended with 1404: 11 sessions, 5 there, 6 represented: 5 ÷ 11 = 45.45….
    let ended = group(&report, "seat", "seat-social-38");
    assert_eq!(values(ended), [11.0, 5.0, 0.0, 6.0, 0.0, 0.0, 0.0, 45.5, 100.0]);
    // The seat that began in Mehr 1404: 7 sessions, always there.
    let began = group(&report, "seat", "seat-social-41");
    assert_eq!(values(began), [7.0, 7.0, 0.0, 0.0, 0.0, 0.0, 0.0, 100.0, 100.0]);
    // The draft with three seats not ticked: (27 + 2) ÷ (40 − 3) = 78.37…, with the 4 stand-ins 33 ÷ 37 = 89.18….
    let draft = group(&report, "session", "s-social-1405-04");
    assert_eq!(values(draft), [40.0, 27.0, 2.0, 4.0, 3.0, 1.0, 3.0, 78.4, 89.2]);
    // 16 seats: (8 + 3) ÷ 16 = 68.75.
    let first = group(&report, "session", "s-gharargah-12");
    assert_eq!(values(first), [16.0, 8.0, 3.0, 4.0, 1.0, 0.0, 0.0, 68.8, 93.8]);
}

/// By hand, over each resolution and organisation once; the day of doing is that of the follow-up that said «اجرا شده»,
/// and it is held against the first deadline.
///
/// Given, on time, late, undated, open, overdue, extended, dropped, rate, rate on time.
const EXECUTION: [(&str, &str, [f64; 10]); 8] = [
    // (71 + 151 + 11) ÷ (373 − 15) = 233 ÷ 358 = 65.08…; 71 ÷ (71 + 151 + 52) = 25.91…
    (
        "all",
        "",
        [373.0, 71.0, 151.0, 11.0, 125.0, 52.0, 0.0, 15.0, 65.1, 25.9],
    ),
    (
        "year",
        "1403",
        [96.0, 13.0, 58.0, 6.0, 11.0, 0.0, 0.0, 8.0, 87.5, 18.3],
    ),
    (
        "year",
        "1404",
        [167.0, 41.0, 77.0, 5.0, 37.0, 26.0, 0.0, 7.0, 76.9, 28.5],
    ),
    (
        "year",
        "1405",
        [110.0, 17.0, 16.0, 0.0, 77.0, 26.0, 0.0, 0.0, 30.0, 28.8],
    ),
    (
        "body",
        "b-shora",
        [73.0, 11.0, 29.0, 0.0, 27.0, 11.0, 0.0, 6.0, 59.7, 21.6],
    ),
    // gharargah-13/r01: due 1403/11/28, done the day after. 13/r03: until the end of Khordad, done 1 Tir. 13/r04: «در
    // اسرع وقت» has no day. 18/r03: until the end of Tir 1405, open.
    (
        "organisation",
        "o-zendan",
        [4.0, 0.0, 2.0, 1.0, 1.0, 1.0, 0.0, 0.0, 75.0, 0.0],
    ),
    // gharargah-18/r02: its clause ب, every three months from 1404/11/19; the first round was answered on 1405/01/30, the
    // second is due 1405/05/19 and was done the day before. shora-1403-06/r05: every quarter, the last one answered.
    // shora-1404-03/r03: its clause ب, six months from 1404/10/30, done 1405/02/19, though the resolution is open.
    (
        "organisation",
        "o-eghtesad",
        [3.0, 2.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 66.7, 100.0],
    ),
    // shora-1404-03/r01: done a day before the end of Farvardin. shora-1404-03/r02: due 1405/04/22, done in Shahrivar.
    // social-1403-09/r04: due 1403/11/30, done 5 Esfand. social-1404-04/r03: done a day before the end of Dey.
    // social-1404-06/r02: «فوری», done a week later. social-1405-04/r01: due 1405/09/12, open.
    (
        "organisation",
        "o-gaz",
        [6.0, 2.0, 3.0, 0.0, 1.0, 0.0, 0.0, 0.0, 83.3, 40.0],
    ),
];

#[test]
fn execution_in_the_sample_office_is_what_was_counted_by_hand() {
    let office = filled();
    let report = report(&office, &["execution"]);
    for (about, id, by_hand) in EXECUTION {
        assert_eq!(values(group(&report, about, id)), by_hand, "{about} {id}");
    }
    // 6 of 6 (a seventh was cancelled) is the most that anyone did; 2 of 8 the least of those with three tasks or more.
    let named = |at: &str| {
        let at = usize::try_from(report[at].as_u64().unwrap()).unwrap();
        report["groups"][at]["id"].as_str().unwrap()
    };
    assert_eq!((named("best"), named("weakest")), ("o-bohran", "o-rah"));
}

#[test]
fn every_figure_brings_its_formula_and_as_many_rows_as_it_counts() {
    let office = filled();
    for what in ["year", "attendance", "execution"] {
        let report = report(&office, &[what, "--body", "شورا", "--year", "۱۴۰۴"]);
        assert_eq!(
            (report["report"].as_str(), report["year"].as_i64()),
            (Some(what), Some(1404))
        );
        for group in report["groups"].as_array().unwrap() {
            for figure in group["figures"].as_array().unwrap() {
                let rows = figure["rows"].as_array().unwrap();
                let formula = figure["formula"].as_str().unwrap();
                assert!(formula.contains(" = "), "{formula}");
                let is_row = |row: &Value| row.as_str().is_some_and(|id| id.starts_with("s-shora-1404-"));
                assert!(rows.iter().all(is_row), "{figure}");
                // One resolution can be the task of several.
                if what != "execution" && !figure["name"].as_str().unwrap().starts_with("rate") {
                    assert_eq!(figure["value"].as_u64(), Some(rows.len() as u64), "{figure}");
                }
            }
        }
    }
    let of_one = report(&office, &["execution"]);
    let zendan = group(&of_one, "organisation", "o-zendan");
    let late: Vec<&str> = zendan["figures"][2]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row.as_str().unwrap())
        .collect();
    assert_eq!(late, ["s-gharargah-13/r01", "s-gharargah-13/r03"]);
}

#[test]
fn a_report_is_a_table_for_people_and_csv_for_spreadsheets() {
    let office = filled();
    let table = office.done(&[&["report", "execution", "--year", "1404"], &TODAY[..]].concat());
    assert!(
        table.contains("سپرده") && table.contains("۱۶۷") && table.contains("۷۶٫۹٪"),
        "{table}"
    );
    assert!(
        table.contains("÷") && table.contains("بهترین"),
        "formulas stand below: {table}"
    );
    let english = office.done(&[&["report", "year", "--lang", "en"], &TODAY[..]].concat());
    assert!(
        english.contains("overdue") && english.contains("planned ones do not count = 31"),
        "{english}"
    );
    let csv = office.done(&[&["report", "year", "--format", "csv", "--lang", "en"], &TODAY[..]].concat());
    assert!(
        csv.starts_with("body,year,sessions,passed,done,open,cancelled,replaced,overdue\nall,,31,150,"),
        "{csv}"
    );
    assert!(!csv.contains('÷'), "nothing but the rows");
}

#[test]
fn seats_of_several_bodies_say_of_which_and_a_year_without_sessions_is_said() {
    let office = filled();
    let asked = [
        "report",
        "attendance",
        "--year",
        "1404",
        "--format",
        "csv",
        "--lang",
        "en",
    ];
    let csv = office.done(&[&asked[..], &TODAY[..]].concat());
    assert!(csv.starts_with("name,body,expected,"), "{csv}");
    for body in ["قرارگاه", "شورای برنامه\u{200C}ریزی", "کارگروه اجتماعی"]
    {
        assert!(csv.contains(&format!("\nاستاندار,{body},")), "{body}: {csv}");
    }
    assert!(!csv.contains(['\u{2068}', '\u{2069}']), "{csv}");
    let of_one = office.done(&[&["report", "attendance", "--body", "قرارگاه"], &TODAY[..]].concat());
    assert!(!of_one.contains("کارگروه"), "the body was asked for: {of_one}");
    let none = office.run(
        &[
            &["report", "year", "--year", "1390", "--format", "table"],
            &TODAY[..],
        ]
        .concat(),
    );
    assert!(
        none.code == 0 && none.err.contains("جلسه برگزارشده‌ای نیست"),
        "{}",
        none.err
    );
}

#[test]
fn names_of_sessions_and_years_are_plain_words_in_every_format() {
    let office = filled();
    // What isolates a word in a sentence of ours, and how a table shows foreign controls.
    let is_mark = |c: char| matches!(c, '\u{2066}'..='\u{2069}' | '⇔' | '⇓');
    for what in ["attendance", "execution"] {
        for format in ["table", "csv", "json"] {
            let printed = office.done(&[&["report", what, "--format", format], &TODAY[..]].concat());
            let marked = printed.lines().find(|line| line.contains(is_mark));
            assert_eq!(marked, None, "{what} {format}");
        }
    }
}

#[test]
fn a_report_of_nothing_is_zeros_and_a_body_that_is_not_there_is_said() {
    let office = filled();
    let none = report(&office, &["attendance", "--year", "1390"]);
    let groups = none["groups"].as_array().unwrap();
    assert_eq!(groups.len(), 1);
    assert_eq!(
        values(&groups[0]),
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -1.0, -1.0]
    );
    assert!(
        groups[0]["figures"][7]["value"].is_null(),
        "a share of nothing is null"
    );
    let unknown = office.run(&["report", "year", "--body", "ناشناس"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (1, ""));
    assert!(
        unknown.err.contains("ناشناس") && unknown.err.contains("قرارگاه"),
        "{}",
        unknown.err
    );
    for wrong in [
        &["report"][..],
        &["report", "week"],
        &["report", "year", "--year", "x"],
    ] {
        let ran = office.run(wrong);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{wrong:?}: {}", ran.err);
    }
}
