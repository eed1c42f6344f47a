//! Finding one's way: commands by their names, things by their words, the key that says where to go, few keystrokes.

use super::desk::Desk;
use super::fixture;
use crate::app::keys::Keymap;
use crate::app::keys::{Act, Place};
use crate::app::{Effect, Msg, Screen, update};
use crate::office::command::Command;
use crate::office::query::{Answer, Query};
use crate::ui::key::{Code, Key};
use crate::words::Lang;

#[test]
fn from_the_list_of_sessions_to_the_third_resolution_of_the_last_one_it_is_four_keystrokes() {
    let mut desk = Desk::persian();
    let keys = ["5", "<Down>", "<Down>", "<Enter>"];
    for key in keys {
        desk.press(key);
    }
    desk.assert_shows("تراز آب هر ماه").assert_shows("مصوبه ۴");
    assert_eq!(keys.len(), 4);
}

#[test]
fn the_first_selected_session_is_the_last_one_that_is_not_still_to_come() {
    let Answer::Sessions(mut rows) = fixture::answer(&Query::Sessions) else {
        unreachable!()
    };
    rows[0].session.date = Some(fixture::today().plus_days(7));
    let (mut model, _) = crate::app::Model::new(Desk::persian().model.setup.clone());
    let answer = Box::new(Answer::Sessions(rows));
    update(&mut model, Msg::Answered(Query::Sessions, answer), fixture::now());
    assert_eq!(model.spots.sessions.spot.list.selected, 1);
}

#[test]
fn a_number_on_the_list_opens_the_session_at_that_tab() {
    Desk::persian()
        .press("<Down>3")
        .assert_shows("هشتمین")
        .assert_shows("لیلا صبوری");
    // A session without raw text opens at its details.
    Desk::persian().press("6").assert_shows("شماره دعوتنامه");
}

#[test]
fn every_command_of_a_place_can_be_found_by_its_word_and_done() {
    let mut desk = Desk::persian();
    desk.press("<Down>5:").press("حذف<Enter>").assert_shows("حذف شود");
    desk.press("<Esc>:undo<Enter>");
    assert_eq!(desk.command(), Command::Undo);
    // With the other keyboard layout.
    desk.press(":fv'vnhknk<Enter>");
    assert_eq!(desk.command(), Command::Undo);
    Desk::new(Lang::En, 80, 24)
        .press(":undo")
        .assert_shows("undo")
        .assert_hides("redo");
}

#[test]
fn the_pop_up_of_commands_opens_everywhere_and_closes_as_it_opened() {
    for keys in [
        "",
        "<Down>1",
        "<Down>5<Enter>",
        "o",
        "w",
        "h",
        "<Down>e",
        "fنه",
        "?",
    ] {
        let mut desk = Desk::persian();
        desk.press(keys).press("<C-p>");
        assert!(desk.model.palette.is_some(), "{keys}");
        desk.press("<C-p>");
        assert!(desk.model.palette.is_none(), "{keys}");
    }
}

#[test]
fn a_form_is_saved_by_the_name_of_the_command_and_keeps_a_colon_as_text() {
    let mut desk = Desk::persian();
    desk.press("<Down>4aسارا<Tab>متن: تازه<C-p>")
        .assert_shows("نیم‌فاصله");
    desk.press("ثبت<Enter>");
    let Command::RecordNote { after, .. } = desk.command() else {
        panic!()
    };
    assert_eq!(after.text, "متن: تازه");
}

#[test]
fn every_command_but_those_that_move_is_in_the_pop_up() {
    for (keys, place) in [
        ("", Place::Sessions),
        ("<Down>3", Place::Attendance),
        ("<Down>e", Place::Form),
    ] {
        let keymap = Keymap::default();
        for binding in keymap.of(place).map(|bound| bound.binding) {
            if matches!(
                binding.act,
                Act::Move | Act::MoveInText | Act::Select | Act::Palette | Act::Go
            ) {
                continue;
            }
            let mut desk = Desk::persian();
            let word = desk.model.words.say(binding.word);
            desk.press(keys);
            if !crate::app::machine::offered::is_offered(&desk.model, binding.act) {
                continue;
            }
            desk.press("<C-p>").press(&word).assert_shows(&word);
            let rows = desk
                .model
                .palette
                .as_ref()
                .map(|palette| palette.words().join("\n"));
            assert!(rows.unwrap().contains(&word), "{word}");
        }
    }
}

#[test]
fn a_jump_goes_to_anything_and_escape_comes_back() {
    let mut desk = Desk::persian();
    desk.press("<Down>4/کیانی استانداری<Enter>")
        .assert_shows("بهمن راستین")
        .press("e")
        .assert_shows("مهرداد کیانی")
        .press("<Esc><Esc>")
        .assert_shows("تراز آب زیرزمینی");
    desk.press("/نهمین<Enter>1")
        .assert_shows("نهمین جلسه")
        .press("<Esc>")
        .assert_shows("تراز آب زیرزمینی");
    desk.press("<C-k>آموزش هشتم<Backspace><Backspace><Backspace><Backspace><Enter>")
        .assert_shows("دو دوره آموزشی")
        .press("<Esc>")
        .assert_shows("تراز آب زیرزمینی");
}

#[test]
fn an_organisation_leads_to_its_open_resolutions_and_the_list_is_as_it_was_afterwards() {
    let mut desk = Desk::persian();
    desk.press("ofپایش<Enter>").assert_hides("کنتور");
    let asked = |desk: &Desk| desk.model.spots.open.query();
    let before = asked(&desk);
    desk.press("/صمت<Enter>");
    assert!(
        matches!(asked(&desk), Some(Query::Resolutions { filter, .. }) if filter.to_string() == "مسئول:\"سازمان صنعت، معدن و تجارت\"")
    );
    desk.press("<Esc>");
    assert_eq!(asked(&desk), before);
    desk.assert_shows("پایش").assert_hides("کنتور");
}

#[test]
fn an_answer_for_words_that_were_typed_before_is_dropped_and_the_new_ones_are_asked_for() {
    let mut desk = Desk::persian();
    let mut press = |key| update(&mut desk.model, Msg::Key(key), fixture::now());
    let asked = press(Key::char('/'));
    let [Effect::Ask(first)] = &asked[..] else {
        panic!()
    };
    // One question at a time, however fast one types.
    assert_eq!(press(Key::char('آ')), []);
    assert_eq!(press(Key::char('ب')), []);
    let answer = fixture::answer(first);
    let next = update(
        &mut desk.model,
        Msg::Answered(first.clone(), Box::new(answer)),
        fixture::now(),
    );
    let [Effect::Ask(Query::Found { any_of, .. })] = &next[..] else {
        panic!("{next:?}")
    };
    assert_eq!(any_of[0], "اب");
}

#[test]
fn enter_pressed_before_the_answer_is_taken_with_it() {
    let mut desk = Desk::persian();
    let mut press = |key| update(&mut desk.model, Msg::Key(key), fixture::now());
    let mut asked = press(Key::char('/'));
    for c in "کنتور".chars() {
        asked.extend(press(Key::char(c)));
    }
    asked.extend(press(Key::plain(Code::Enter)));
    while let Some(effect) = asked.pop() {
        if let Effect::Ask(query) = effect {
            let answer = Box::new(fixture::answer(&query));
            asked.extend(update(
                &mut desk.model,
                Msg::Answered(query, answer),
                fixture::now(),
            ));
        }
    }
    desk.assert_shows("گزارش آن را به دبیرخانه");
}

#[test]
fn the_key_for_going_shows_where_one_can_go_and_the_next_one_goes() {
    let mut desk = Desk::persian();
    desk.press("<Down>5<Enter>g").assert_shows("تاریخچه");
    desk.press("<Esc>").assert_hides("تاریخچه");
    // The letters of the Persian words, and the Latin ones.
    desk.press("لب").assert_shows("مهلت اقدام").press("<Esc>");
    desk.press("gj").assert_shows("ثبت").press("<Esc>");
    desk.assert_shows("مصوبه ۱");
    desk.press("gg").assert_shows("مشخصات");
    desk.press("gs").assert_shows("نهمین جلسه");
    assert_eq!(desk.model.stack.len(), 1);
}

#[test]
fn going_where_one_is_leads_nowhere_else() {
    let mut desk = Desk::persian();
    desk.press("gogogowgw");
    assert_eq!(desk.model.stack.len(), 3);
}

#[test]
fn each_resolution_is_where_it_was_when_one_comes_back_to_it() {
    let mut desk = Desk::new(Lang::Fa, 60, 16);
    desk.press("<Down>5<Enter><PgDn>");
    let first = desk.logical();
    desk.press("<Left><Right>");
    assert_eq!(desk.logical(), first);
    desk.press("/نهمین<Enter><Esc>");
    assert_eq!(desk.logical(), first);
}

#[test]
fn the_path_in_the_head_line_gives_way_from_its_start() {
    let mut desk = Desk::new(Lang::Fa, 60, 16);
    desk.press("<Down>5<Enter>gogg");
    let head = desk.logical().lines().next().unwrap().to_owned();
    assert!(head.trim_start().starts_with('…'), "{head}");
    assert!(head.contains("هشتمین جلسه"), "{head}");
}

#[test]
fn help_is_in_parts_and_scrolls_to_its_end() {
    let mut desk = Desk::persian();
    desk.press("<Down>5?")
        .assert_shows("اینجا")
        .assert_hides("رفت و آمد");
    desk.press("<Down><Down><Down><Down><Down><Down>")
        .assert_shows("همه جا");
    desk.press("<End>").assert_shows("فهرست اصلاحیه‌ها");
    desk.press("<PgUp>").assert_shows("رفت و آمد");
    desk.press("<End>").assert_shows("بازگشت");
    // The pop-up of commands searches the same commands.
    desk.press(":").assert_shows("فرمان‌ها").assert_hides("رفت و آمد");
}

#[test]
fn a_session_that_is_open_below_is_gone_back_to_and_not_stacked_again() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5<Enter>ggg");
    desk.press("<Enter>gg<Enter>gg").assert_shows("هشتمین");
    desk.press("<Esc>");
    assert_eq!(*desk.model.screen(), Screen::Sessions);
}
