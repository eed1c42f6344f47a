//! The keys of a person: what holds, what is refused and why.

use crate::app::keys::{Act, Place};
use crate::app::keys::{Keymap, OwnKeys, Why};
use crate::ui::{Code, Key};

fn own(rows: &[(&str, &[Key])]) -> OwnKeys {
    let rows = rows.iter();
    rows.map(|(name, keys)| ((*name).to_owned(), keys.to_vec()))
        .collect()
}

fn refused(rows: &[(&str, &[Key])]) -> Vec<(String, Why)> {
    let (map, refused) = Keymap::new(&own(rows));
    for bound in map.all() {
        assert!(!bound.keys.is_empty(), "{} has no key", bound.binding.word);
    }
    refused.into_iter().map(|r| (r.command, r.why)).collect()
}

const C: fn(char) -> Key = Key::char;

#[test]
fn own_keys_take_the_place_of_the_first_ones_and_enter_stays() {
    let (map, refused) = Keymap::new(&own(&[("edit", &[Key::f(6)]), ("next-tab", &[C('n')])]));
    assert_eq!(refused, []);
    assert_eq!(map.act(Key::f(6), Place::Sessions, true), Some(Act::Edit));
    assert_eq!(map.act(C('e'), Place::Sessions, true), None);
    let enter = Key::plain(Code::Enter);
    assert_eq!(map.act(enter, Place::Details, true), Some(Act::Edit));
    assert_eq!(
        map.act(Key::plain(Code::Right), Place::Details, true),
        Some(Act::Next)
    );
    assert_eq!(map.act(Key::plain(Code::Tab), Place::Details, true), None);
}

#[test]
fn two_commands_may_change_keys_with_each_other() {
    assert_eq!(refused(&[("members", &[C('h')]), ("history", &[C('w')])]), []);
}

#[test]
fn a_key_that_belongs_to_another_command_of_the_place_is_refused() {
    let taken = refused(&[("members", &[C('h')])]);
    let why = Why::Taken {
        key: C('h'),
        by: "do-history",
        place: Place::Sessions,
        after_go: false,
    };
    assert_eq!(taken, [("members".to_owned(), why)]);
    // In other places the key is free.
    assert_eq!(refused(&[("mark-rest", &[C(']')])]), []);
}

#[test]
fn what_is_refused_can_cost_others_their_keys_but_never_all() {
    // History takes w, which members leave for a key that is not to be had.
    let taken = refused(&[("members", &[C('u')]), ("history", &[C('w')])]);
    let commands: Vec<&str> = taken.iter().map(|(command, _)| command.as_str()).collect();
    assert_eq!(commands, ["members", "history"]);
}

#[test]
fn no_command_loses_its_last_key_and_no_key_that_means_the_same_everywhere_is_bound() {
    let enter = Key::plain(Code::Enter);
    assert_eq!(refused(&[("save", &[])]), [("save".to_owned(), Why::NoKey)]);
    assert_eq!(
        refused(&[("save", &[C('x')])]),
        [("save".to_owned(), Why::Types(C('x')))]
    );
    assert_eq!(
        refused(&[("save", &[enter])]),
        [("save".to_owned(), Why::FixedKey(enter))]
    );
    assert_eq!(
        refused(&[("move", &[C('x')])]),
        [("move".to_owned(), Why::FixedCommand)]
    );
    assert_eq!(
        refused(&[("no", &[C('x')])]),
        [("no".to_owned(), Why::NoSuchCommand)]
    );
}

#[test]
fn a_letter_for_a_command_of_forms_too_leaves_the_form_its_key() {
    let (map, refused) = Keymap::new(&own(&[("help", &[C('x')])]));
    assert_eq!(refused, []);
    assert_eq!(map.act(C('x'), Place::Sessions, true), Some(Act::Help));
    assert_eq!(map.act(Key::f(1), Place::Form, true), Some(Act::Help));
}

#[test]
fn the_keys_after_the_one_for_going_are_her_own_too_and_clash_only_with_each_other() {
    let (map, refused_now) = Keymap::new(&own(&[("go-members", &[C('q')]), ("go-history", &[Key::f(5)])]));
    assert_eq!(refused_now, []);
    assert_eq!(map.go(C('q'), Place::Sessions), Some(Act::Members));
    assert_eq!(map.go(C('w'), Place::Sessions), None);
    assert_eq!(map.go(Key::f(5), Place::Open), Some(Act::History));
    // By themselves the keys mean what they meant.
    assert_eq!(map.act(C('q'), Place::Sessions, true), Some(Act::Quit));
    let why = Why::Taken {
        key: C('o'),
        by: "do-open-list",
        place: Place::Sessions,
        after_go: true,
    };
    assert_eq!(
        refused(&[("go-members", &[C('o')])]),
        [("go-members".to_owned(), why)]
    );
    // Only on a resolution could both be meant.
    assert_eq!(refused(&[("go-session", &[C('j')])]).len(), 1);
    assert_eq!(refused(&[("go-close", &[C('g')])]).len(), 1);
    assert_eq!(
        refused(&[("go-open-list", &[])]),
        [("go-open-list".to_owned(), Why::NoKey)]
    );
}
