//! The figures by their keys: reports, bodies and years, what is selected and its formula, the rows behind it.

use super::desk::Desk;
use super::fixture;
use crate::app::{Effect, Msg, update};
use crate::office::query::{Answer, Query};
use crate::office::report::{ReportAsked, ReportKind};
use crate::ui::key::Key;
use crate::words::Lang;

fn asked(effects: &[Effect]) -> Vec<&ReportAsked> {
    let asked = effects.iter().filter_map(|effect| match effect {
        Effect::Ask(Query::Report(asked)) => Some(asked),
        _ => None,
    });
    asked.collect()
}

#[test]
fn the_figures_are_reached_from_everywhere_and_begin_with_the_body_and_year_of_the_selected_session() {
    for keys in ["gy", "<Down>5gy", "ogy", "wgy", "h<Down>g'", "<Down>5<Enter>gy"] {
        let mut desk = Desk::persian();
        desk.press(keys).assert_shows("گزارش و آمار");
        desk.assert_shows("کارگروه آب · ۱۴۰۱").assert_shows("مصوبه");
    }
}

#[test]
fn until_the_report_is_there_the_screen_says_that_it_is_read_and_keys_wait() {
    let mut desk = Desk::persian();
    let model = &mut desk.model;
    update(model, Msg::Key(Key::char('g')), fixture::now());
    let effects = update(model, Msg::Key(Key::char('y')), fixture::now());
    let first = asked(&effects)[0].clone();
    assert_eq!((first.kind, first.year), (ReportKind::Year, Some(1401)));
    let effects = update(model, Msg::Key(Key::char('3')), fixture::now());
    assert!(effects.is_empty(), "held until the answer");
    desk.assert_shows("در حال خواندن");
    let query = Query::Report(first);
    let answer = Box::new(fixture::answer(&query));
    let effects = update(&mut desk.model, Msg::Answered(query, answer), fixture::now());
    assert_eq!(asked(&effects)[0].kind, ReportKind::Execution);
}

#[test]
fn an_answer_about_another_year_is_ignored() {
    let mut desk = Desk::persian();
    desk.press("gy");
    let other = Query::Report(ReportAsked {
        year: Some(1390),
        ..ReportAsked::default()
    });
    let Answer::Report(late) = fixture::answer(&other) else {
        unreachable!()
    };
    let before = desk.screen();
    desk.tell(Msg::Answered(other, Box::new(Answer::Report(late))));
    assert_eq!(desk.screen(), before);
}

#[test]
fn body_and_year_go_round_by_their_keys() {
    let mut desk = Desk::persian();
    desk.press("gys").assert_shows("کارگروه آب · همه سال‌ها");
    desk.press("s").assert_shows("کارگروه آب · ۱۴۰۱");
    desk.press("a").assert_shows("همه کارگروه‌ها · ۱۴۰۱");
    desk.press("a").assert_shows("کارگروه آب · ۱۴۰۱");
}

#[test]
fn the_selected_figure_tells_its_formula_and_enter_opens_its_rows() {
    let mut desk = Desk::persian();
    desk.press("gy").assert_shows("جلسه‌های برگزارشده");
    desk.press("<Down><Down><Down>")
        .assert_shows("مصوبه‌های در دست اجرا");
    desk.press("<Enter>")
        .assert_shows("۴ ردیف")
        .assert_shows("کنتور هوشمند");
    desk.press("<Enter>")
        .assert_shows("مسئول پیگیری")
        .assert_shows("مصوبه ");
    desk.press("<Esc>").assert_shows("کنتور هوشمند");
    desk.press("<Esc>").assert_shows("مصوبه‌های در دست اجرا");
}

#[test]
fn the_rows_of_a_figure_can_be_sessions() {
    let mut desk = Desk::persian();
    desk.press("gy<Enter>")
        .assert_shows("۲ ردیف")
        .assert_shows("هشتمین");
    desk.press("<Enter>").assert_shows("مشخصات");
}

#[test]
fn a_figure_without_rows_opens_a_sentence() {
    let mut desk = Desk::persian();
    desk.press("gy<End><Up><Enter>").assert_shows("ردیفی نیست");
}

#[test]
fn the_map_tells_how_a_seat_was_filled_and_opens_the_roll_call() {
    let mut desk = Desk::persian();
    desk.press("gy2").assert_shows("انتظار");
    desk.press("<Down><Left>")
        .assert_shows("حاضر")
        .assert_shows("استانداری، هشتمین");
    desk.press("<Left>").assert_shows("استانداری، نهمین");
    desk.press("<Enter>")
        .assert_shows("۳ حضور و غیاب")
        .assert_shows("لیلا صبوری");
    desk.press("<Esc>").assert_shows("استانداری، نهمین");
    desk.press("<End>").assert_shows("عضو نبوده است");
}

#[test]
fn the_rate_of_a_seat_opens_the_sessions_that_it_counts() {
    let mut desk = Desk::persian();
    desk.press("gy2<Down><Enter>")
        .assert_shows("۲ ردیف")
        .assert_shows("ویدئو کنفرانس")
        .assert_shows("نهمین");
}

#[test]
fn attendance_is_a_chart_too_and_every_figure_of_it_can_be_chosen() {
    let mut desk = Desk::persian();
    desk.press("gy2k")
        .assert_shows("رقم ۱ از ۹")
        .assert_shows("انتظار");
    desk.press("<Right>").assert_shows("رقم ۹ از ۹");
    desk.press("<Left><Left>")
        .assert_shows("رقم ۲ از ۹")
        .press("k")
        .assert_shows("غ غایب");
}

#[test]
fn charts_of_execution_show_one_figure_of_everyone() {
    let mut desk = Desk::persian();
    desk.press("gy3")
        .assert_shows("دستگاه‌ها")
        .assert_shows("کارگروه‌ها");
    desk.press("<Right><Right>")
        .assert_shows("÷")
        .assert_shows("رقم ۹ از ۱۰");
    desk.press("<Left><Left><Down><Enter>")
        .assert_shows("سپرده")
        .assert_shows("کنتور هوشمند");
}

#[test]
fn every_line_of_a_chart_that_can_be_selected_is_a_figure() {
    for tab in ["1", "3", "2k"] {
        let mut desk = Desk::persian();
        desk.press(&format!("gy{tab}"));
        for keys in [
            "<Up>",
            "<Home>",
            "<End>",
            "<Down>",
            "<PageUp>",
            "<PageDown>",
            "<Up>",
            "<Up>",
            "<Up>",
        ] {
            desk.press(keys).assert_shows(" = ");
        }
    }
}

#[test]
fn an_english_screen_goes_the_other_way() {
    let mut desk = Desk::new(Lang::En, 80, 24);
    desk.press("gy2<Down><Right>").assert_shows("Session 8");
    desk.press("<Right>").assert_shows("Session 9");
}
