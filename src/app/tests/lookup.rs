//! Quick lookup by its keys: what is found while typing, where Enter goes, what is offered, what is kept.

use super::desk::Desk;
use super::fixture;
use crate::app::keys::Act;
use crate::app::{Effect, Msg, Settings, update, wakes_at};
use crate::domain::ids::OrganisationId;
use crate::domain::resolution::Responsible;
use crate::office::query::{Answer, Found, FoundHit, Query};
use crate::search::Filter;
use crate::ui::key::Key;
use crate::words::Lang;

/// The settings that were asked to be saved last.
fn saved(desk: &mut Desk) -> Settings {
    let saved = desk
        .left_over()
        .into_iter()
        .rev()
        .find_map(|effect| match effect {
            Effect::SaveSettings(settings) => Some(*settings),
            _ => None,
        });
    saved.expect("settings were saved")
}

/// The row of the screen with these words is above the one with those.
fn assert_above(desk: &mut Desk, first: &str, second: &str) {
    let screen = desk.logical();
    let row = |words: &str| {
        let found = screen.lines().position(|line| line.contains(words));
        found.unwrap_or_else(|| panic!("no row has {words:?}:\n{screen}"))
    };
    assert!(row(first) < row(second), "{screen}");
}

#[test]
fn what_is_late_stands_first_and_enter_goes_to_its_row_and_escape_comes_back_to_the_same_words() {
    let mut desk = Desk::persian();
    desk.press("<F7>آب");
    assert_above(&mut desk, "۱۴۰۱/۰۷/۱۲", "مطلب");
    assert_above(&mut desk, "۱۴۰۱/۰۵/۱۲", "۱۴۰۱/۰۷/۱۲");
    desk.press("<Down>").row_with("۱۴۰۱/۰۶/۱۲");
    desk.press("<Enter>").assert_shows("نهمین جلسه");
    desk.assert_shows("موضوع و مفاد")
        .press("<Enter>")
        .assert_shows("مصوبه ۴");
    desk.press("<Esc><Esc>").assert_shows("یافتن: آب");
    let again = desk.model.spots.lookup.list.selected;
    assert_eq!(again, 1);
    desk.press("<Esc>").assert_hides("یافتن:");
    desk.assert_nothing_changed();
}

#[test]
fn enter_on_a_note_and_on_an_item_of_an_agenda_goes_to_them() {
    let mut desk = Desk::persian();
    desk.press("<F7>تراز زیرزمینی").assert_shows("مطلب");
    desk.press("<Enter>")
        .assert_shows("گوینده")
        .assert_shows("تراز آب زیرزمینی");
    desk.press("<Enter>")
        .assert_shows("تراز آب زیرزمینی")
        .press("<Esc><Esc>");
    let field = "<Backspace>".repeat("تراز زیرزمینی".chars().count());
    desk.press(&field).press("آبیاری").assert_shows("دستور کار");
    desk.press("<Enter>");
    let spot = desk.model.spots.of(&fixture::session_id(9));
    let other = desk.model.spots.of(&fixture::session_id(8));
    assert_eq!(spot.agenda.selected + other.agenda.selected, 1);
    desk.assert_shows("آبیاری قطره‌ای در دشت بالا")
        .assert_shows("دقیقه");
}

#[test]
fn a_part_is_named_in_which_the_words_stand() {
    let mut desk = Desk::persian();
    desk.press("<F7>نیمی").assert_shows("پیگیری:");
    desk.press("<F5>");
    assert!(saved(&mut desk).lookup_in_three);
    desk.assert_shows("پیگیری:").assert_shows("سه ماه");
    desk.press("<F5>");
    assert!(!saved(&mut desk).lookup_in_three);
}

#[test]
fn one_question_is_asked_at_a_time_and_an_answer_that_was_overtaken_is_dropped() {
    let mut desk = Desk::persian();
    desk.press("<F7>");
    let mut asked = Vec::new();
    for letter in ['آ', 'ب'] {
        asked.extend(update(
            &mut desk.model,
            Msg::Key(Key::char(letter)),
            fixture::now(),
        ));
    }
    let [Effect::Ask(first)] = &asked[..] else {
        panic!("{asked:?}")
    };
    let answer = Box::new(fixture::answer(first));
    let next = update(
        &mut desk.model,
        Msg::Answered(first.clone(), answer),
        fixture::now(),
    );
    let [Effect::Ask(Query::Lookup { filter, .. })] = &next[..] else {
        panic!("{next:?}")
    };
    assert_eq!(filter.to_string(), "آب");
}

#[test]
fn enter_before_the_answer_goes_where_the_answer_says() {
    let mut desk = Desk::persian();
    desk.press("<F7>");
    let asked = update(&mut desk.model, Msg::Paste("کنتور".to_owned()), fixture::now());
    update(
        &mut desk.model,
        Msg::Key(Key::plain(crate::ui::Code::Enter)),
        fixture::now(),
    );
    let [Effect::Ask(query)] = &asked[..] else {
        panic!("{asked:?}")
    };
    let answer = Box::new(fixture::answer(query));
    desk.tell(Msg::Answered(query.clone(), answer));
    desk.assert_shows("هشتمین جلسه").assert_hides("یافتن:");
}

#[test]
fn one_found_by_another_name_of_the_organisation_shows_that_name() {
    let mut desk = Desk::persian();
    desk.press("<F7>مسئول:صمت");
    let mut row = fixture::session_view(8).resolutions[2].clone();
    row.resolution.responsible = vec![Responsible {
        written: "سازمان صنعت، معدن و تجارت".to_owned(),
        organisation: Some(OrganisationId::from("o1")),
    }];
    let query = Query::Lookup {
        filter: Filter::parse("مسئول:صمت").unwrap(),
        limit: 50,
    };
    let found = Found {
        hits: vec![FoundHit::Resolution(Box::new(row))],
        ..Found::default()
    };
    desk.tell(Msg::Answered(query, Box::new(Answer::Lookup(found))));
    desk.tell(Msg::Resized {
        columns: 120,
        rows: 24,
    });
    desk.assert_shows("سازمان صنعت، معدن و تجارت (صمت)");
    desk.press("<F5>").assert_shows("سازمان صنعت، معدن و تجارت (صمت)");
}

#[test]
fn while_the_index_is_made_both_lists_say_so_and_ask_again() {
    let mut desk = Desk::persian();
    desk.press("<F7>آب");
    assert_eq!(wakes_at(&desk.model), None);
    let query = Query::Lookup {
        filter: Filter::parse("آب").unwrap(),
        limit: 50,
    };
    let Answer::Lookup(found) = fixture::answer(&query) else {
        panic!("hits")
    };
    let so_far = Answer::Lookup(Found {
        so_far: true,
        ..found
    });
    desk.tell(Msg::Answered(query, Box::new(so_far)));
    desk.assert_shows("فهرست جستجو هنوز ساخته می‌شود");
    assert!(wakes_at(&desk.model).is_some());
    desk.tell(Msg::Tick).assert_hides("فهرست جستجو هنوز ساخته می‌شود");

    desk.press("<Esc>o");
    let query = Query::Resolutions {
        filter: Filter::default(),
        open: true,
        limit: 500,
    };
    let Answer::Resolutions(rows) = fixture::answer(&query) else {
        panic!("rows")
    };
    desk.tell(Msg::Answered(query, Box::new(Answer::ResolutionsSoFar(rows))));
    desk.assert_shows("فهرست جستجو هنوز ساخته می‌شود");
    desk.tell(Msg::Tick).assert_hides("فهرست جستجو هنوز ساخته می‌شود");
}

#[test]
fn fields_and_values_are_offered_and_taken_by_tab() {
    let mut desk = Desk::persian();
    desk.press("<F7>مس").assert_shows("مسئول:");
    desk.press("<Tab>جها")
        .assert_shows("با Tab: \"سازمان جهاد کشاورزی\"");
    desk.press("<Tab>").assert_shows("مسئول:\"سازمان جهاد کشاورزی\"");
    desk.press(" وضعیت:<S-Tab><S-Tab><Tab>");
    assert_eq!(
        desk.model.spots.lookup.typed.text(),
        "مسئول:\"سازمان جهاد کشاورزی\" وضعیت:لغو"
    );
    let mut english = Desk::new(Lang::En, 80, 24);
    english.press("<F7>du<S-Tab><Tab>3").assert_shows("3d");
    english.press("<Tab>");
    assert_eq!(english.model.spots.lookup.typed.text(), "due<3d");
}

#[test]
fn what_cannot_be_read_is_said_and_what_was_found_stays() {
    let mut desk = Desk::persian();
    desk.press("<F7>کنتور رنگ:آبی");
    desk.assert_shows("«رنگ:» نام هیچ فیلدی نیست (نویسه ۷)")
        .assert_shows("کنتور هوشمند");
    desk.press("<Backspace>".repeat(8).as_str());
    desk.assert_hides("«رنگ:»").assert_shows("کنتور هوشمند");
}

#[test]
fn what_cannot_be_read_in_the_open_list_is_said_and_taken_back_with_the_words() {
    let mut desk = Desk::persian();
    desk.press("of");
    let open = desk.model.books.open_rows().len();
    desk.press("کنتور رنگ:آبی")
        .assert_shows("«رنگ:» نام هیچ فیلدی نیست (نویسه ۷)");
    desk.assert_hides("کنتور هوشمند");
    let late = Query::Resolutions {
        filter: Filter::parse("کنتور").unwrap(),
        open: true,
        limit: 500,
    };
    let answer = Box::new(fixture::answer(&late));
    desk.tell(Msg::Answered(late, answer))
        .assert_hides("کنتور هوشمند");
    desk.press("<Enter><Esc>")
        .assert_shows("کنتور هوشمند")
        .assert_hides("«رنگ:»");
    assert_eq!(desk.model.books.open_rows().len(), open);
}

#[test]
fn a_filter_is_kept_under_a_name_offered_on_an_empty_field_found_among_commands_and_taken_away() {
    let mut desk = Desk::persian();
    desk.press("<F7><F2>").assert_shows("چیزی نوشته نشده");
    desk.press("آب وضعیت:معوق<F2>").assert_shows("نگه داشتن جستجو");
    desk.press("<Enter>").assert_shows("نام:");
    desk.press("دیرکرد آب<Enter>");
    let kept = saved(&mut desk);
    assert_eq!(kept.filters["دیرکرد آب"], "آب وضعیت:معوق");
    desk.press("<Esc><F7>").assert_shows("«دیرکرد آب»").press("<Tab>");
    assert_eq!(desk.model.spots.lookup.typed.text(), "آب وضعیت:معوق");
    desk.press("<Esc>:دیر").assert_shows("دیرکرد آب").press("<Enter>");
    desk.assert_shows("یافتن: آب وضعیت:معوق");
    desk.press("<Esc><F7><Del>").assert_shows("حذف شود؟");
    desk.press("<Up><Enter>");
    assert!(saved(&mut desk).filters.is_empty());
    desk.assert_hides("«دیرکرد آب»");
}

#[test]
fn the_open_list_offers_marks_and_keeps_by_the_same_means() {
    let mut desk = Desk::persian();
    desk.press("ofوض").assert_shows("با Tab: وضعیت:");
    desk.press("<Tab>").assert_shows("جستجو: وضعیت:");
    desk.press("<Tab>").assert_shows("وضعیت:باز");
    desk.press("<F2>باز‌ها<Enter>");
    assert_eq!(saved(&mut desk).filters["باز‌ها"], "وضعیت:باز");
}

#[test]
fn it_opens_from_any_screen_but_a_form_and_comes_back_to_itself() {
    let mut desk = Desk::persian();
    desk.press("<Down>5<Enter><F7>آب").assert_shows("یافتن: آب");
    desk.press("<Enter><F7>").assert_shows("یافتن: آب");
    desk.press("<Esc>").assert_shows("مصوبه ۱");
    desk.press("<Esc>e<F7>").assert_hides("یافتن:");
}

#[test]
fn its_key_is_the_same_in_every_place_but_forms() {
    let map = crate::app::keys::Keymap::default();
    for place in crate::app::keys::places::EVERYWHERE {
        assert_eq!(map.act(Key::f(7), *place, true), Some(Act::Lookup), "{place:?}");
    }
}

#[test]
fn more_is_asked_for_when_the_last_row_is_come_to() {
    let mut desk = Desk::persian();
    desk.press("<F7>آب");
    let query = Query::Lookup {
        filter: Filter::parse("آب").unwrap(),
        limit: 50,
    };
    let Answer::Lookup(found) = fixture::answer(&query) else {
        panic!("hits")
    };
    let more = Answer::Lookup(Found { more: true, ..found });
    desk.tell(Msg::Answered(query, Box::new(more)));
    desk.assert_shows("بیش از");
    let down = Msg::Key(Key::plain(crate::ui::Code::PageDown));
    let effects = update(&mut desk.model, down, fixture::now());
    let [Effect::Ask(Query::Lookup { limit: 100, .. })] = &effects[..] else {
        panic!("{effects:?}")
    };
}
