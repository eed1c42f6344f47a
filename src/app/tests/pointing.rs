//! The mouse on painted screens: what is clicked is what was painted there.

use super::desk::Desk;
use super::fixture;
use crate::app::{Effect, Msg, update, view};
use crate::calendar::Moment;
use crate::text::TextForm;
use crate::ui::{Hit, Painted, Pointer, PointerAct, Target};
use crate::words::Lang;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::time::Duration;

fn painted(desk: &Desk) -> Painted {
    let area = Rect::new(0, 0, desk.model.setup.columns, desk.model.setup.rows);
    view(&desk.model, &mut Buffer::empty(area))
}

fn point(desk: &mut Desk, act: PointerAct, x: u16, y: u16, at: Moment) -> Vec<Effect> {
    let pointed = painted(desk).under(Pointer { act, x, y });
    let effects = update(&mut desk.model, Msg::Pointed(pointed), at);
    for effect in &effects {
        if let Effect::Ask(query) = effect {
            let answer = Box::new(fixture::answer(query));
            desk.tell(Msg::Answered(query.clone(), answer));
        }
        if let Effect::AskDraft { key } = effect {
            desk.tell(Msg::Draft(key.clone(), None));
        }
    }
    effects
}

/// The screen column and row of words, counted as the mouse reports them.
fn place_of(desk: &mut Desk, words: &str) -> (u16, u16) {
    let screen = desk.logical();
    let mirrored = desk.model.setup.lang == Lang::Fa && desk.model.look.form == TextForm::Visual;
    for (row, line) in screen.lines().enumerate() {
        if let Some(byte) = line.find(words) {
            let column = crate::text::cell_width(&line[..byte]) as u16;
            let x = if mirrored {
                desk.model.setup.columns - 1 - column
            } else {
                column
            };
            return (x, row as u16);
        }
    }
    panic!("{words:?} is not shown:\n{screen}");
}

fn click(desk: &mut Desk, words: &str) -> Vec<Effect> {
    let (x, y) = place_of(desk, words);
    // Far apart, so that two clicks are not one double click.
    let at = fixture::now() + Duration::from_secs(60 * u64::from(y) + 3600);
    point(desk, PointerAct::Press, x, y, at)
}

#[test]
fn a_click_selects_a_row_and_a_double_click_opens_it() {
    for lang in [Lang::Fa, Lang::En] {
        let mut desk = Desk::new(lang, 80, 24);
        let words = if lang == Lang::Fa {
            "هفتمین"
        } else {
            "Session 7"
        };
        let (x, y) = place_of(&mut desk, words);
        let now = fixture::now();
        point(&mut desk, PointerAct::Press, x, y, now);
        assert_eq!(desk.model.spots.sessions.spot.list.selected, 2);
        assert_eq!(desk.model.stack.len(), 1);
        let late = now + Duration::from_secs(2);
        point(&mut desk, PointerAct::Press, x, y, late);
        assert_eq!(desk.model.stack.len(), 1, "two slow clicks are no double click");
        point(
            &mut desk,
            PointerAct::Press,
            x,
            y,
            late + Duration::from_millis(200),
        );
        assert_eq!(desk.model.stack.len(), 2);
    }
}

#[test]
fn tabs_keys_and_the_path_can_be_clicked() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>");
    click(&mut desk, "مصوبات");
    desk.assert_shows("کنتور هوشمند");
    click(&mut desk, "افزودن");
    desk.assert_shows("مصوبه تازه").press("<Esc>");
    click(&mut desk, "جلسات");
    desk.assert_shows("نهمین جلسه");
    click(&mut desk, "راهنما");
    desk.assert_shows("راهنمای");
    point(&mut desk, PointerAct::Press, 0, 0, fixture::now());
    desk.assert_hides("راهنمای");
}

#[test]
fn a_click_on_an_answer_takes_it_and_one_beside_the_box_takes_none() {
    let mut desk = Desk::persian();
    desk.press("<Down>5d");
    point(&mut desk, PointerAct::Press, 1, 5, fixture::now());
    desk.assert_nothing_changed().assert_shows("حذف شود");
    click(&mut desk, "بماند");
    desk.assert_nothing_changed();
    desk.press("d");
    let first = painted(&desk)
        .hits
        .into_iter()
        .rev()
        .find(|hit| hit.target == Target::Row(0));
    let Rect { x, y, .. } = first.unwrap().rect;
    let effects = point(&mut desk, PointerAct::Press, x, y, fixture::now());
    assert!(matches!(effects[..], [Effect::Do { .. }]), "{effects:?}");
}

#[test]
fn the_wheel_moves_what_is_shown_and_the_selection_only_to_stay_in_sight() {
    let mut desk = Desk::persian();
    let now = fixture::now();
    // All sessions are in sight: there is nothing to move.
    point(&mut desk, PointerAct::WheelDown, 40, 5, now);
    assert_eq!(desk.model.spots.sessions.spot.list.selected, 0);
    desk.press("<F12><Down><Down>");
    point(&mut desk, PointerAct::WheelDown, 40, 5, now);
    desk.assert_hides("رقم‌ها").assert_shows("فلش‌ها در متن");
    // The selection was the third row: it came along to the fourth, and is changed by its key.
    desk.press(" ").assert_hides("به همان سو که نشان");
    desk.press("<Down><Down><Down><Down>");
    point(&mut desk, PointerAct::WheelUp, 40, 5, now);
    desk.assert_shows("رقم‌ها").press(" ");
    let settings = desk.left_over();
    assert_eq!(settings.len(), 2);
    assert!(
        matches!(&settings[1], Effect::SaveSettings(saved) if !saved.helps.persian_digits),
        "the eighth stayed selected: {settings:?}"
    );
}

#[test]
fn the_wheel_moves_pages_pop_ups_and_answers() {
    let mut desk = Desk::new(Lang::Fa, 60, 16);
    let now = fixture::now();
    desk.press("<Down>5<Enter>");
    let first = desk.logical();
    point(&mut desk, PointerAct::WheelDown, 30, 8, now);
    let list = desk.model.spots.resolutions.values().next().map(|page| page.list);
    assert_eq!(list.map(|list| list.top), Some(3));
    assert_ne!(desk.logical(), first);
    point(&mut desk, PointerAct::WheelUp, 30, 8, now);
    assert_eq!(desk.logical(), first);
    desk.press("?");
    let help = desk.logical();
    point(&mut desk, PointerAct::WheelDown, 30, 8, now);
    assert_eq!(desk.model.help, Some(3));
    assert_ne!(desk.logical(), help);
    desk.press("<Esc>:");
    let palette = desk.logical();
    point(&mut desk, PointerAct::WheelDown, 30, 8, now);
    assert_ne!(desk.logical(), palette);
    desk.press("<Esc>s");
    let at = |desk: &Desk| desk.model.dialog.as_ref().map(|dialog| dialog.at);
    let before = at(&desk);
    point(&mut desk, PointerAct::WheelDown, 30, 8, now);
    assert_eq!(at(&desk), before.map(|at| at + 1));
}

#[test]
fn a_click_on_an_offered_name_takes_it() {
    for lang in [Lang::Fa, Lang::En] {
        let mut desk = Desk::new(lang, 80, 24);
        let label = if lang == Lang::Fa {
            "مسئول"
        } else {
            "Responsible"
        };
        desk.press("<Down>5a");
        for _ in 0..20 {
            let form = desk.model.form().unwrap();
            if form.fields[form.focus].name == "responsible" {
                break;
            }
            desk.press("<Tab>");
        }
        desk.assert_shows(label).press("سازمان");
        click(&mut desk, "جهاد");
        let names = |desk: &Desk| match &desk
            .model
            .form()
            .unwrap()
            .fields
            .iter()
            .find(|f| f.name == "responsible")
            .unwrap()
            .input
        {
            crate::app::field::FieldInput::Names { chosen, .. } => {
                chosen.iter().map(|who| who.written.clone()).collect::<Vec<_>>()
            }
            _ => Vec::new(),
        };
        assert_eq!(names(&desk), ["سازمان جهاد کشاورزی"]);
    }
}

#[test]
fn a_click_on_an_offered_speaker_takes_the_name_and_goes_on() {
    let mut desk = Desk::persian();
    desk.press("<Down>4a");
    desk.press("را");
    click(&mut desk, "راستین");
    let form = desk.model.form().unwrap();
    assert!(
        form.written("speaker").starts_with("بهمن راستین"),
        "{}",
        form.written("speaker")
    );
    assert_ne!(form.fields[form.focus].name, "speaker");
}

#[test]
fn a_click_on_a_line_of_the_pop_up_for_going_goes_there_and_one_beside_it_nowhere() {
    for lang in [Lang::Fa, Lang::En] {
        let mut desk = Desk::new(lang, 80, 24);
        let (history, members) = match lang {
            Lang::Fa => ("تاریخچه", "اعضا و دستگاه"),
            Lang::En => ("history", "Members"),
        };
        desk.press("g");
        click(&mut desk, history);
        assert_eq!(*desk.model.screen(), crate::app::Screen::History);
        desk.press("<Esc>g");
        click(&mut desk, members);
        assert_eq!(*desk.model.screen(), crate::app::Screen::Members);
        desk.press("<Esc>g");
        let (x, y) = (if lang == Lang::Fa { 78 } else { 1 }, 12);
        point(&mut desk, PointerAct::Press, x, y, fixture::now());
        assert!(!desk.model.going);
        assert_eq!(desk.model.stack.len(), 1);
    }
}

#[test]
fn a_click_on_an_entry_of_the_palette_takes_it() {
    let mut desk = Desk::persian();
    desk.press("/راستین");
    click(&mut desk, "بهمن راستین");
    assert_eq!(*desk.model.screen(), crate::app::Screen::Members);
    desk.press("<Esc>:تنظیم");
    click(&mut desk, "تنظیمات");
    assert!(desk.model.settings.is_some());
}

#[test]
fn keys_of_the_bar_are_pressed_in_forms_and_with_arrows_too() {
    let mut desk = Desk::persian();
    desk.press("<Down>5<Enter>").assert_shows("مصوبه ۱");
    click(&mut desk, "مصوبه بعدی");
    desk.assert_shows("مصوبه ۲").press("e");
    let effects = click(&mut desk, "F2 ثبت");
    assert!(matches!(effects[..], [.., Effect::Do { .. }]), "{effects:?}");
}

#[test]
fn a_click_in_a_field_puts_the_caret_on_its_letter_and_dragging_selects() {
    for lang in [Lang::Fa, Lang::En] {
        let mut desk = Desk::new(lang, 80, 24);
        desk.press("<Down>5e");
        let area = painted(&desk)
            .hits
            .into_iter()
            .find_map(|Hit { rect, target }| (target == Target::Field(1)).then_some(rect));
        let area = area.unwrap();
        // The first letter of «کنتور هوشمند»: at the right edge of the field, or at the right end of the text.
        let x = if lang == Lang::Fa {
            area.right() - 1
        } else {
            area.x + 11
        };
        let y = area.y;
        point(&mut desk, PointerAct::Press, x - 5, y, fixture::now());
        let caret = |desk: &Desk| {
            let form = desk.model.form().unwrap();
            (form.focus, form.fields[1].buffer().unwrap().caret_byte())
        };
        assert_eq!(caret(&desk), (1, "کنتور".len()));
        assert_eq!(painted(&desk).caret, Some((x - 5, y)));
        point(&mut desk, PointerAct::Drag, x - 7, y, fixture::now());
        let form = desk.model.form().unwrap();
        assert_eq!(form.fields[1].buffer().unwrap().selected_text(), Some(" ه"));
    }
}

#[test]
fn no_click_breaks_any_screen() {
    for keys in [
        "",
        "<Down>3",
        "<Down>5e",
        "<Down>5<Enter>",
        "w",
        ":",
        "/",
        "?",
        "g",
        "<Down>5d",
    ] {
        for act in [
            PointerAct::Press,
            PointerAct::Drag,
            PointerAct::WheelDown,
            PointerAct::WheelUp,
        ] {
            let mut desk = Desk::new(Lang::Fa, 60, 16);
            desk.press(keys);
            for (x, y) in [(0, 0), (59, 15), (30, 8), (u16::MAX, u16::MAX), (30, 1), (5, 15)] {
                point(&mut desk, act, x, y, fixture::now());
                desk.visual();
            }
        }
    }
}

#[test]
fn a_click_before_the_answer_is_nothing() {
    let (mut model, _) = crate::app::Model::new(Desk::persian().model.setup.clone());
    let act = PointerAct::Press;
    let pointed = Painted::default().under(Pointer { act, x: 5, y: 5 });
    assert_eq!(update(&mut model, Msg::Pointed(pointed), fixture::now()), []);
}
