//! Every command by every of its keys; the bar and the help name them all.

use super::desk::Desk;
use crate::app::keys::Keymap;
use crate::app::keys::bindings::BINDINGS;
use crate::app::keys::goes::GOES;
use crate::app::keys::places::EVERYWHERE;
use crate::app::keys::{self, Place};
use crate::app::{Effect, Msg, update};
use crate::office::query::Query;
use crate::ui::key::{Code, Key, persian_twin};
use crate::words::{Digits, Lang, Words};

/// Every place.
fn all_places() -> impl Iterator<Item = Place> {
    let typed_in = [Place::Lookup, Place::Form, Place::Settings];
    EVERYWHERE.iter().copied().chain(typed_in)
}

/// The key as it comes with a Persian layout, where that differs.
fn in_persian(key: Key) -> Option<Key> {
    match key.code {
        Code::Char(letter) => persian_twin(letter).map(|twin| Key {
            code: Code::Char(twin),
            ..key
        }),
        _ => None,
    }
}

#[test]
fn every_command_key_works_with_its_persian_twin() {
    let mut twins = 0;
    let map = Keymap::default();
    for place in all_places() {
        for bound in map.of(place) {
            let binding = bound.binding;
            for key in bound.keys {
                assert_eq!(
                    map.act(*key, place, true),
                    Some(binding.act),
                    "{key:?} in {place:?}"
                );
                if let Some(twin) = in_persian(*key) {
                    assert_eq!(
                        map.act(twin, place, true),
                        Some(binding.act),
                        "{twin:?} in {place:?}"
                    );
                    twins += 1;
                }
            }
        }
    }
    assert!(twins > 60, "{twins}");
}

#[test]
fn every_letter_that_is_bound_sits_on_the_same_key_of_all_persian_layouts() {
    for binding in BINDINGS.iter().chain(GOES) {
        for key in binding.keys {
            if let Code::Char(c) = key.code
                && !key.ctrl
                && c != ' '
                && !c.is_ascii_digit()
                // These are typed as they are on every Persian layout.
                && !matches!(c, ':' | '/' | '+' | '=' | '-')
            {
                assert!(persian_twin(c).is_some(), "{c:?} of {}", binding.word);
            }
        }
    }
}

#[test]
fn no_key_means_two_things_in_one_place() {
    let map = Keymap::default();
    for place in all_places() {
        let mut seen = std::collections::HashMap::new();
        for bound in map.of(place) {
            for key in bound.keys {
                let other = seen.insert(*key, bound.binding.word);
                assert_eq!(other, None, "{key:?} in {place:?}");
            }
        }
    }
}

#[test]
fn every_command_can_be_reached_without_ctrl() {
    for binding in BINDINGS {
        assert!(
            binding.keys.iter().any(|key| !key.ctrl && !key.alt),
            "{}",
            binding.word
        );
    }
}

/// Multiplexers take F1 to F9 for themselves.
#[test]
fn what_a_function_key_does_another_key_does_too() {
    let is_function = |key: &Key| matches!(key.code, Code::F(1..=9)) && !key.shift;
    for place in all_places() {
        for bound in Keymap::default().of(place) {
            let has_other = bound.keys.iter().any(|key| !matches!(key.code, Code::F(_)));
            let needs_other = bound.keys.iter().any(is_function);
            assert!(has_other || !needs_other, "{:?} in {place:?}", bound.binding.act);
        }
    }
}

#[test]
fn the_help_names_every_command_of_its_screen_with_all_its_keys() {
    for (keys, place) in [
        ("", Place::Sessions),
        ("<Down><Enter>5", Place::Resolutions),
        ("<Down>e", Place::Form),
    ] {
        let mut desk = Desk::new(Lang::Fa, 120, 60);
        let words = Words::new(Lang::Fa, Digits::Persian);
        desk.press(keys).press("<F1>");
        let keymap = Keymap::default();
        // What does nothing as things are is not named: lessons where none are given, a copy where nothing was copied.
        let is_offered = |act| crate::app::machine::offered::is_offered(&desk.model, act);
        let offered: Vec<_> = keymap
            .of(place)
            .filter(|bound| is_offered(bound.binding.act))
            .collect();
        for bound in offered {
            let help = keys::help_of(bound, &words);
            let names = help
                .key
                .replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
            desk.assert_shows(&help.word).assert_shows(&names);
        }
    }
}

#[test]
fn the_key_bar_names_every_command_that_belongs_to_it_where_there_is_room() {
    for lang in [Lang::Fa, Lang::En] {
        let mut desk = Desk::new(lang, 300, 30);
        desk.press("<Down><Enter>3");
        let digits = if lang == Lang::Fa {
            Digits::Persian
        } else {
            Digits::Latin
        };
        let words = Words::new(lang, digits);
        for key in Keymap::default().bar(Place::Attendance, &words, |act| {
            crate::app::machine::offered::is_offered(&desk.model, act)
        }) {
            desk.assert_shows(&format!("{} {}", key.key, key.word));
        }
    }
}

#[test]
fn arrows_follow_the_reading_direction() {
    Desk::persian()
        .press("<Down><Enter><Left>")
        .assert_shows("آبیاری قطره‌ای");
    Desk::new(Lang::En, 80, 24)
        .press("<Down><Enter><Right>")
        .assert_shows("آبیاری قطره‌ای");
}

#[test]
fn a_persian_letter_is_text_in_a_field() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>4ش");
    desk.press("ضعش").assert_shows("ضعش");
}

#[test]
fn keys_typed_before_the_answer_they_need_are_taken_after_it() {
    let setup = crate::app::Setup {
        lang: Lang::Fa,
        digits: crate::words::Digits::Persian,
        today: super::fixture::today(),
        actor: "سارا".to_owned(),
        sample: false,
        tutor: false,
        folder: "/papers".into(),
        home: None,
        fetch: None,
        no_color: false,
        ground: crate::ui::Ground::Dark,
        settings: crate::app::Settings::default(),
        mouse: true,
        bandwidth: None,
        form: crate::text::TextForm::Visual,
        columns: 80,
        rows: 24,
    };
    let (mut model, asked) = crate::app::Model::new(setup);
    let now = crate::calendar::Moment::UNIX_EPOCH;
    for key in [Key::plain(Code::Enter), Key::char('5')] {
        assert!(
            update(&mut model, Msg::Key(key), now).is_empty(),
            "nothing is done without the list"
        );
    }
    let mut left: Vec<Effect> = asked;
    let mut opened = false;
    while let Some(effect) = left.pop() {
        if let Effect::Ask(query) = effect {
            opened |= matches!(query, Query::Session(_));
            let answer = super::fixture::answer(&query);
            left.extend(update(&mut model, Msg::Answered(query, Box::new(answer)), now));
        }
    }
    assert!(
        opened,
        "the list's answer brings the held Enter, and that asks for the session"
    );
    assert_eq!(crate::app::shown::place(&model), Place::Resolutions);
}
