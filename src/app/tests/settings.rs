//! The settings screen by its keys: what is changed holds at once, is saved, and is said to be saved only then.

use super::desk::Desk;
use crate::app::keys::OwnKeys;
use crate::app::settings::{NotSaved, Settings, SettingsProblem, Wrong};
use crate::app::{Effect, Msg};
use crate::ui::key::Key;
use crate::words::Lang;
use insta::assert_snapshot;

/// The settings that were asked to be saved.
fn saved(desk: &mut Desk) -> Settings {
    match &desk.left_over()[..] {
        [Effect::SaveSettings(settings)] => (**settings).clone(),
        other => panic!("settings were to be saved: {other:?}"),
    }
}

/// The keys of the settings up to a command, found by its row.
fn select(desk: &mut Desk, words: &str) {
    desk.press("<Home>");
    for _ in 0..200 {
        let marked = desk.model.settings.is_some() && selected(desk).contains(words);
        if marked {
            return;
        }
        desk.press("<Down>");
    }
    panic!("no row has {words}");
}

/// The selected row: the one of which a cell is lit.
fn selected(desk: &mut Desk) -> String {
    use crate::app::view;
    use ratatui::{buffer::Buffer, layout::Rect};
    let area = Rect::new(0, 0, desk.model.setup.columns, desk.model.setup.rows);
    let mut buffer = Buffer::empty(area);
    desk.model.look.form = crate::text::TextForm::Logical;
    view(&desk.model, &mut buffer);
    desk.model.look.form = crate::text::TextForm::Visual;
    let lit = desk.model.look.theme.style(crate::ui::Role::Selected).bg;
    let is_lit = |y: &u16| (0..area.width).any(|x| Some(buffer[(x, *y)].bg) == lit);
    let row = (2..area.height - 2).find(is_lit);
    let y = row.expect("a row is selected");
    (0..area.width).map(|x| buffer[(x, y)].symbol()).collect()
}

#[test]
fn the_settings() {
    assert_snapshot!(Desk::persian().press("<F12>").screen());
}

#[test]
fn the_settings_in_english() {
    assert_snapshot!(Desk::new(Lang::En, 80, 24).press("<F12><Down><Down>").screen());
}

#[test]
fn the_settings_while_a_key_is_awaited() {
    let mut desk = Desk::persian();
    desk.press("<F12>");
    select(&mut desk, "F2");
    assert_snapshot!(desk.press("<Enter>").screen());
}

#[test]
fn a_change_holds_at_once_and_is_said_to_be_saved_only_when_it_is() {
    let mut desk = Desk::persian();
    desk.press("z<Enter>").assert_hides("ثبت شد").assert_shows("لاتین");
    assert!(saved(&mut desk).digits.is_some());
    desk.tell(Msg::SettingsSaved(Ok(()))).assert_shows("ثبت شد");
    desk.press("<Esc>").assert_shows("1401");
    desk.press("<F12><Enter>")
        .tell(Msg::SettingsSaved(Err(NotSaved::Damaged(Some(3)))));
    desk.assert_shows("سطر ۳").press("<Esc>").assert_shows("۱۴۰۱");
}

#[test]
fn every_setting_goes_round_through_its_values() {
    let mut desk = Desk::persian();
    desk.press("<F12>");
    for rounds in [2, 3, 2, 2, 2, 4, 3, 2, 2, 2] {
        let mut seen = vec![selected(&mut desk)];
        for _ in 0..rounds {
            desk.press(" ");
            seen.push(selected(&mut desk));
        }
        assert_eq!(seen.first(), seen.last());
        assert_ne!(seen[0], seen[1]);
        desk.press("<Down>");
    }
    assert_eq!(desk.left_over().len(), 24);
}

#[test]
fn what_documents_are_dressed_in_is_seen_and_changed() {
    let mut desk = Desk::new(Lang::En, 100, 40);
    desk.press("<F12>");
    select(&mut desk, "Font of text in documents");
    desk.press("<Enter>B Nazanin<Enter>").assert_shows("B Nazanin");
    assert_eq!(saved(&mut desk).documents.font.as_deref(), Some("B Nazanin"));
    // What holds is typed over, or closed as it was.
    desk.press("<Enter>X<Esc>").assert_shows("B Nazanin");
    assert!(desk.left_over().is_empty());
    desk.press("<Del>").assert_hides("B Nazanin");
    assert_eq!(saved(&mut desk).documents.font, None);
    desk.press("<Del>");
    assert!(desk.left_over().is_empty());
    select(&mut desk, "Folder of documents");
    desk.press("<Enter>~/papers<Enter>").assert_shows("~/papers");
    assert_eq!(saved(&mut desk).documents.folder.as_deref(), Some("~/papers"));
    select(&mut desk, "Format of documents");
    desk.press("<Enter>");
    let first = saved(&mut desk).documents.format;
    assert!(first.is_some());
    desk.press(" ");
    assert_ne!(saved(&mut desk).documents.format, first);
    desk.press("<Del>");
    assert_eq!(saved(&mut desk).documents.format, None);
}

#[test]
fn a_new_key_is_taken_and_bar_and_help_follow_it() {
    let mut desk = Desk::persian();
    desk.press("<F12>");
    select(&mut desk, "مصوبات باز");
    desk.press("<Enter>")
        .assert_shows("کلید تازه")
        .press("ض")
        .assert_shows("از آنِ «بستن برنامه»");
    assert!(desk.left_over().is_empty());
    desk.press("<Enter><F6>").assert_shows("F6");
    let wanted: OwnKeys = [("open-list".to_owned(), vec![Key::f(6)])].into();
    assert_eq!(saved(&mut desk).keys, wanted);
    let size = |columns| Msg::Resized { columns, rows: 24 };
    desk.press("<Esc>")
        .tell(size(120))
        .assert_shows("F6 مصوبات باز")
        .tell(size(80));
    desk.press("?").assert_shows("F6").press("<Esc>");
    desk.press("o")
        .assert_hides("فوری‌ترین")
        .press("<F6>")
        .assert_shows("فوری‌ترین");
    desk.press("<Esc><F12>");
    select(&mut desk, "مصوبات باز");
    desk.press("<Del>");
    assert_eq!(saved(&mut desk).keys, OwnKeys::new());
    desk.press("<Esc>o").assert_shows("فوری‌ترین");
}

#[test]
fn a_key_after_the_one_for_going_is_changed_like_any_other() {
    let mut desk = Desk::persian();
    desk.press("<F12>");
    select(&mut desk, "برو: تاریخچه");
    desk.press("<Enter>o")
        .assert_shows("پس از کلید «برو»")
        .assert_shows("از آنِ «مصوبات باز»");
    assert!(desk.left_over().is_empty());
    desk.press("<Enter>q").assert_shows("ل ض/q");
    let wanted: OwnKeys = [("go-history".to_owned(), vec![Key::char('q')])].into();
    assert_eq!(saved(&mut desk).keys, wanted);
    desk.press("<Esc>g").assert_shows("ض  تاریخچه").press("j");
    assert_eq!(desk.model.stack.len(), 1);
    desk.press("?<End>").assert_shows("ل ض/q").press("<Esc>gq");
    assert_eq!(desk.model.stack.len(), 2);
}

#[test]
fn escape_enter_and_arrows_cannot_be_given_away() {
    let mut desk = Desk::persian();
    desk.press("<F12>");
    select(&mut desk, "مصوبات باز");
    desk.press("<Enter><Esc>")
        .assert_hides("کلید تازه «")
        .assert_shows("تنظیمات");
    for key in ["<Enter>", "<Up>", "<Left>"] {
        desk.press("<Enter>")
            .press(key)
            .assert_shows("همه جا یک کار دارد");
    }
    assert!(desk.left_over().is_empty());
}

#[test]
fn a_letter_is_no_key_of_a_form() {
    let mut desk = Desk::persian();
    desk.press("<F12>");
    select(&mut desk, "نیم‌فاصله");
    desk.press("<Enter>ط").assert_shows("در فرم‌ها نوشته می‌شود");
    assert!(desk.left_over().is_empty());
}

#[test]
fn the_settings_stand_over_a_form_and_give_it_back_as_it_was() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5e نوشته<F12>")
        .assert_shows("رقم‌ها")
        .assert_hides("ردیف");
    desk.press("<F12>")
        .assert_shows("نوشته")
        .press("7")
        .assert_shows("نوشته۷");
    // Digits stay as they are typed from now on.
    desk.press("<F12>");
    select(&mut desk, "رقم فارسی هنگام");
    desk.press("<Enter><Esc>7").assert_shows("نوشته۷7");
    desk.assert_nothing_changed();
}

#[test]
fn what_is_wrong_with_the_file_is_said_at_the_start_and_in_the_settings() {
    let problem = |line| SettingsProblem {
        line: Some(line),
        wrong: Wrong::UnknownName("colour".to_owned()),
    };
    let mut desk = Desk::persian();
    desk.tell(Msg::SettingsRead((1..=5).map(problem).collect()));
    assert_snapshot!("what_is_wrong_with_the_file_of_settings", desk.screen());
    desk.press("<Enter>").assert_hides("colour");
    desk.press("<F12>").assert_shows("۵ ایراد").assert_shows("colour");
}

#[test]
fn clauses_are_counted_by_the_letters_of_the_body() {
    // The made-up body counts by abjad, as bodies do that have not chosen.
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5aب) گزارش<Enter>").assert_shows("ج) ");
    let mut off = Desk::persian();
    off.press("<F12>");
    select(&mut off, "بند بعدی");
    off.press("<Enter><Esc><Down><Enter>5aب) گزارش<Enter>")
        .assert_hides("ج) ");
}

#[test]
fn arrows_move_as_the_settings_say() {
    for (rounds, wanted) in [("", "aXb"), ("<Enter>", "Xab")] {
        let mut desk = Desk::persian();
        desk.press("<F12>");
        select(&mut desk, "فلش‌ها");
        desk.press(rounds).press("<Esc><Down><Enter>5a");
        desk.press("ab<Right><Right>X").assert_shows(wanted);
    }
}
