//! What of a wording is a clause or a proviso. Knows no storage.

use super::*;

fn letters(wording: &str) -> Vec<String> {
    clauses(wording).into_iter().map(|clause| clause.letter).collect()
}

#[test]
fn every_form_of_mark_is_read() {
    for wording in [
        "الف) یک ب) دو ج) سه",
        "الف: یک ب: دو ج: سه",
        "الف- یک ب- دو ج- سه",
        "(الف) یک (ب) دو (ج) سه",
        "مقرر شد: الف ) یک. ب ) دو. ج ) سه.",
        "بند الف: یک بند ب: دو بند ج: سه",
        "بند الف یک\nبند ب دو\nبند ج سه",
        "الف)یک. ب)دو. ج)سه.",
        "الف. یک\nب. دو\nج. سه",
    ] {
        assert_eq!(letters(wording), ["الف", "ب", "ج"], "{wording}");
    }
}

#[test]
fn both_orders_of_letters_are_read() {
    assert_eq!(letters("الف) یک ب) دو پ) سه ت) چهار"), ["الف", "ب", "پ", "ت"]);
    assert_eq!(
        letters("الف) یک ب) دو ج) سه د) چهار هـ) پنج و) شش"),
        ["الف", "ب", "ج", "د", "ه", "و"]
    );
}

#[test]
fn a_letter_left_out_does_not_end_the_list() {
    assert_eq!(
        letters("الف: یک ب: دو ج: سه د) چهار و) پنج"),
        ["الف", "ب", "ج", "د", "و"]
    );
}

#[test]
fn clauses_cover_the_wording_from_the_first_mark_on() {
    let wording = "مقدمه الف) یک\nب) دو";
    let found = clauses(wording);
    assert_eq!(&wording[found[0].range_byte.clone()], "الف) یک");
    assert_eq!(&wording[found[1].range_byte.clone()], "ب) دو");
    assert_eq!(&wording[found[0].text_byte.clone()], "یک");
}

#[test]
fn words_of_one_letter_in_prose_are_no_clauses() {
    assert_eq!(
        letters("آب و هوا - و خاک (و غیره) به تصویب رسید"),
        Vec::<String>::new()
    );
    assert_eq!(
        letters("پیرو بند الف مصوبه قبل، بند ب نیز اجرا شود"),
        Vec::<String>::new()
    );
    assert_eq!(letters("ب) دو ج) سه"), Vec::<String>::new());
}

#[test]
fn a_proviso_ends_the_clause_before_it() {
    let wording = "الف) یک ب) دو\nتبصره: سه\nچهار";
    let clauses = clauses(wording);
    assert_eq!(&wording[clauses[1].range_byte.clone()], "ب) دو");
    let provisos = provisos(wording);
    assert_eq!(&wording[provisos[0].range_byte.clone()], "تبصره: سه");
}

#[test]
fn a_proviso_that_was_counted_as_a_clause_is_none() {
    let wording = "الف) یک\nب) دو\nج) تبصره ۱: سه\nج) چهار";
    assert_eq!(letters(wording), ["الف", "ب", "ج"]);
    let found = clauses(wording);
    assert_eq!(&wording[found[1].range_byte.clone()], "ب) دو");
    assert_eq!(&wording[found[2].text_byte.clone()], "چهار");
    assert_eq!(provisos(wording).len(), 1);
    assert_eq!(letters("الف) یک\nب) تبصره: دو"), Vec::<String>::new());
}

#[test]
fn lines_that_are_counted_are_clauses_where_no_letters_are() {
    assert_eq!(letters("مقرر شد:\n۱- یک\n۲- دو\n3) سه"), ["۱", "۲", "۳"]);
    assert_eq!(letters("(۱) یک\n(۲) دو"), ["۱", "۲"]);
    for wording in [
        "۱- یک",
        "۱- یک\n۳- سه",
        "۱۴۰۱/۲/۳ تا\n۱۴۰۱/۲/۴ باشد",
        "۱.۵ درصد\n۲.۵ درصد",
        "در ۱- یک و ۲- دو",
    ] {
        assert_eq!(letters(wording), Vec::<String>::new(), "{wording}");
    }
    assert_eq!(letters("الف) یک\n۱- آن\n۲- این\nب) دو"), ["الف", "ب"]);
}

#[test]
fn the_first_clause_of_a_list_that_is_being_written_is_found_at_the_caret() {
    let at = |wording: &str, part: &str| {
        let byte = wording.find(part).unwrap() + part.len();
        clause_at(wording, byte).map(|clause| clause.letter)
    };
    assert_eq!(at("مقرر شد:\nالف) فهرست", "فهرست").as_deref(), Some("الف"));
    assert_eq!(at("مقرر شد:\nالف) فهرست", "مقرر"), None);
    assert_eq!(at("الف) یک\nب) دو\nتبصره: سه", "دو").as_deref(), Some("ب"));
    assert_eq!(at("الف) یک\nب) دو\nتبصره: سه", "سه"), None);
    assert_eq!(at("الف) یک\nب) دو", "یک").as_deref(), Some("الف"));
    assert_eq!(at("بی بند", "بند"), None);
    assert_eq!(at("۱- فهرست", "فهرست").as_deref(), Some("۱"));
}

#[test]
fn provisos_are_read_with_and_without_numbers() {
    for wording in [
        "تبصره: الف",
        "تبصره ۱- الف",
        "تبصره ۱) الف",
        "تبصره یک: الف",
        "تبصرہ اول - الف",
    ] {
        let found = provisos(wording);
        assert_eq!(found.len(), 1, "{wording}");
        assert_eq!(&wording[found[0].text_byte.clone()], "الف", "{wording}");
    }
    assert!(provisos("مطابق تبصره ماده پنج قانون - اصلاحی").is_empty());
}

proptest::proptest! {
    #[test]
    fn spans_lie_inside_any_wording_in_order(wording in "[الفبجدوهـ ()\\-:.۱تبصره\n]{0,60}") {
        let mut last = 0;
        for clause in clauses(&wording) {
            proptest::prop_assert!(clause.range_byte.start >= last);
            proptest::prop_assert!(clause.text_byte.end <= clause.range_byte.end.max(clause.text_byte.start));
            last = clause.range_byte.end;
            let _ = &wording[clause.range_byte];
        }
        for proviso in provisos(&wording) {
            let _ = &wording[proviso.range_byte];
        }
    }
}
