//! Bytes as real terminals send them.

use super::{
    Input, MOST_STALLS, PASTE_ENDS_AFTER, PASTE_STALLS_AFTER, PATIENCE, Reader, TerminalReply, part,
};
use crate::ui::key::{Code, Key};
use crate::ui::{Pointer, PointerAct};
use proptest::prelude::*;

/// What comes of bytes that arrive in pieces of `piece` bytes, and of a pause after them.
fn read_in(bytes: &[u8], piece: usize) -> Vec<Input> {
    let (mut reader, mut found) = (Reader::default(), Vec::new());
    for piece in bytes.chunks(piece) {
        reader.feed(piece, &mut found);
    }
    found.extend(reader.settle());
    found
}

fn read(bytes: &[u8]) -> Vec<Input> {
    let whole = read_in(bytes, bytes.len().max(1));
    assert_eq!(read_in(bytes, 1), whole, "byte by byte");
    whole
}

fn key(code: Code) -> Input {
    Input::Key(Key::plain(code))
}

fn letters(text: &str) -> Vec<Input> {
    text.chars().map(|c| Input::Key(Key::char(c))).collect()
}

#[test]
fn answers_of_real_terminals_are_no_key_presses() {
    let kitty = b"\x1b[8;0$y\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c\x1b[?62;c";
    assert_eq!(
        read(kitty),
        [
            Input::Reply(TerminalReply::Mode { mode: 8, state: 0 }),
            Input::Reply(TerminalReply::Version("kitty(0.26.5)".to_owned())),
            Input::Reply(TerminalReply::Secondary([1, 4000, 26])),
            Input::Reply(TerminalReply::Primary),
        ]
    );
    assert_eq!(
        read(b"\x1b[>0;136;0c\x1b[?6c"),
        [
            Input::Reply(TerminalReply::Secondary([0, 136, 0])),
            Input::Reply(TerminalReply::Primary)
        ]
    );
}

#[test]
fn where_the_cursor_stands_is_an_answer_but_in_the_first_row_it_is_a_key() {
    assert_eq!(read(b"\x1b[2;3R"), [Input::Reply(TerminalReply::Column(3))]);
    assert!(matches!(read(b"\x1b[1;2R")[..], [Input::Key(_)]));
}

#[test]
fn the_ground_is_an_answer_with_few_digits_and_many_and_alt_with_a_bracket_is_a_key() {
    let black = [Input::Reply(TerminalReply::Ground([0, 0, 0]))];
    assert_eq!(read(b"\x1b]11;rgb:0000/0000/0000\x1b\\"), black);
    assert_eq!(read(b"\x1b]11;rgba:00/00/00/ff\x07"), black);
    let other = [Input::Reply(TerminalReply::Ground([253, 246, 227]))];
    assert_eq!(read(b"\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\"), other);
    assert!(matches!(read(b"\x1b]")[..], [Input::Key(_)]));
    assert_eq!(read(b"\x1b]11;none\x07"), []);
}

#[test]
fn keys_typed_between_answers_are_kept() {
    let found = read("آ\x1b[?1;2cب\x1b[A".as_bytes());
    let mut wanted = letters("آ");
    wanted.push(Input::Reply(TerminalReply::Primary));
    wanted.extend(letters("ب"));
    wanted.push(key(Code::Up));
    assert_eq!(found, wanted);
}

#[test]
fn nothing_that_is_pasted_is_a_key_or_an_answer() {
    let found = read("\x1b[200~الف\x1b[?62;c\x1b[A\r\x1b[201~q".as_bytes());
    let mut wanted = vec![Input::Paste("الف\x1b[?62;c\x1b[A\r".to_owned())];
    wanted.extend(letters("q"));
    assert_eq!(found, wanted);
}

fn paste(text: &str) -> Input {
    Input::Paste(text.to_owned())
}

/// A reader in the middle of a paste that has come so far, and what came of that after a pause.
fn stalled(so_far: &str) -> (Reader, Option<Input>) {
    let (mut reader, mut found) = (Reader::default(), Vec::new());
    reader.feed(format!("\x1b[200~{so_far}").as_bytes(), &mut found);
    assert_eq!((found, reader.waits()), (vec![], Some(PASTE_STALLS_AFTER)));
    let settled = reader.settle();
    (reader, settled)
}

#[test]
fn a_paste_that_stalls_is_given_out_so_far_and_goes_on() {
    let (mut reader, so_far) = stalled("یک\nدو");
    assert_eq!(so_far, Some(paste("یک\nدو")));
    assert_eq!(reader.waits(), Some(PASTE_ENDS_AFTER));
    let mut found = Vec::new();
    reader.feed("\rسه\x1b[A چهار\x1b[20".as_bytes(), &mut found);
    assert!(found.is_empty());
    reader.feed(b"1~q", &mut found);
    assert_eq!(found, [paste("\rسه\x1b[A چهار"), letters("q").remove(0)]);
    assert_eq!(reader.waits(), None);
}

#[test]
fn what_came_in_part_is_given_out_when_it_is_whole() {
    let letter = "پ".as_bytes();
    let (mut reader, mut found) = (Reader::default(), Vec::new());
    reader.feed(&[b"\x1b[200~a".as_slice(), &letter[..1]].concat(), &mut found);
    assert_eq!(reader.settle(), Some(paste("a")));
    reader.feed(&letter[1..], &mut found);
    assert_eq!((found, reader.settle()), (vec![], Some(paste("پ"))));
    let (mut reader, so_far) = stalled("متن\x1b[20");
    assert_eq!(so_far, Some(paste("متن")));
    let mut found = Vec::new();
    reader.feed(b"1~q", &mut found);
    assert_eq!(found, letters("q"));
}

#[test]
fn a_paste_without_its_end_is_ended_by_a_key_that_writes_nothing() {
    for (bytes, wanted) in [
        (b"\x13".as_slice(), Input::Key(Key::ctrl('s'))),
        (b"\x1b[A", key(Code::Up)),
        (b"\x7f", key(Code::Backspace)),
    ] {
        let (mut reader, _) = stalled("متن");
        let mut found = Vec::new();
        reader.feed(bytes, &mut found);
        assert_eq!((found, reader.waits()), (vec![wanted], None));
    }
    let (mut reader, _) = stalled("متن");
    let mut found = Vec::new();
    reader.feed(b"\x1b", &mut found);
    assert_eq!((found.len(), reader.waits()), (0, Some(PATIENCE)));
    assert_eq!(reader.settle(), Some(key(Code::Escape)));
}

#[test]
fn the_end_of_a_paste_is_not_waited_for_for_ever() {
    let (mut reader, _) = stalled("متن");
    assert_eq!((reader.settle(), reader.waits()), (None, None));
    let mut found = Vec::new();
    reader.feed(b"q\x1b[201~q", &mut found);
    assert_eq!(found, letters("qq"));
    let (mut reader, _) = stalled("متن");
    for _ in 0..MOST_STALLS {
        reader.feed(b"x", &mut found);
        assert_eq!(reader.settle(), Some(paste("x")));
    }
    assert_eq!(reader.waits(), None);
}

#[test]
fn what_was_pasted_when_the_line_drops_is_not_lost() {
    let (mut reader, mut found) = (Reader::default(), Vec::new());
    reader.feed("\x1b[200~متن".as_bytes(), &mut found);
    assert_eq!((reader.end(), reader.end()), (Some(paste("متن")), None));
}

#[test]
fn a_lone_escape_is_the_key_only_after_a_pause() {
    let mut reader = Reader::default();
    let mut found = Vec::new();
    reader.feed(b"\x1b", &mut found);
    assert!(found.is_empty() && reader.waits() == Some(PATIENCE));
    reader.feed(b"[A", &mut found);
    assert_eq!(found, [key(Code::Up)]);
    reader.feed(b"\x1b", &mut found);
    assert_eq!(reader.settle(), Some(key(Code::Escape)));
    assert_eq!(reader.settle(), None);
}

#[test]
fn alt_goes_with_letters_of_any_script_and_with_those_that_begin_sequences() {
    let alt = |c| {
        Input::Key(Key {
            alt: true,
            ..Key::char(c)
        })
    };
    assert_eq!(read("\x1bش".as_bytes()), [alt('ش')]);
    assert_eq!(read(b"\x1b["), [alt('[')]);
    assert_eq!(read(b"\x1bP"), [alt('P')]);
    let mut alt_then_letter = vec![alt('P')];
    alt_then_letter.extend(letters("x"));
    assert_eq!(read(b"\x1bPx"), alt_then_letter);
}

#[test]
fn keys_come_in_the_ways_of_many_terminals() {
    let with = |ctrl, alt, shift, code| {
        Input::Key(Key {
            code,
            ctrl,
            alt,
            shift,
        })
    };
    let cases: [(&[u8], Input); 22] = [
        (b"\r", key(Code::Enter)),
        (b"\n", key(Code::Enter)),
        (b"\t", key(Code::Tab)),
        (b"\x7f", key(Code::Backspace)),
        (b"\x13", Input::Key(Key::ctrl('s'))),
        (b"\0", Input::Key(Key::ctrl(' '))),
        (b"\x1bOA", key(Code::Up)),
        (b"\x1bOP", key(Code::F(1))),
        (b"\x1b[H", key(Code::Home)),
        (b"\x1b[1~", key(Code::Home)),
        (b"\x1b[8~", key(Code::End)),
        (b"\x1b[Z", with(false, false, true, Code::Tab)),
        (b"\x1b[1;2D", with(false, false, true, Code::Left)),
        (b"\x1b[1;5C", with(true, false, false, Code::Right)),
        (b"\x1b[3;5~", with(true, false, false, Code::Delete)),
        (b"\x1b[1;3S", with(false, true, false, Code::F(4))),
        (b"\x1b[19~", key(Code::F(8))),
        (b"\x1b[[E", key(Code::F(5))),
        (b"\x1b[d", with(false, false, true, Code::Left)),
        (b"\x1bOd", with(true, false, false, Code::Left)),
        (b"\x1b[1590::113;5u", with(true, false, false, Code::Char('ض'))),
        (b"\x1b[27;5;13~", with(true, false, false, Code::Enter)),
    ];
    for (bytes, wanted) in cases {
        assert_eq!(read(bytes), [wanted], "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_blank_with_shift_or_ctrl_says_so_in_every_way_terminals_send_it_and_persian_letters_stay_letters() {
    let blank = Key::char(' ');
    let shifted = Input::Key(blank.shifted());
    // xterm's modifyOtherKeys in both its forms, and kitty's protocol with and without the kind of event.
    for bytes in ["\x1b[27;2;32~", "\x1b[32;2u", "\x1b[32;2:1u"] {
        assert_eq!(
            read(bytes.as_bytes()),
            std::slice::from_ref(&shifted),
            "{bytes:?}"
        );
    }
    for bytes in ["\x1b[27;5;32~", "\x1b[32;5u", "\0"] {
        assert_eq!(read(bytes.as_bytes()), [Input::Key(Key::ctrl(' '))], "{bytes:?}");
    }
    assert_eq!(read(b"\x1b[32;2:3u"), []);
    // Shift with a Persian letter, as these protocols may send it, and the joiner of Persian layouts as it is.
    assert_eq!(
        read("\x1b[27;2;1570~\x1b[1570;2u\u{200C}".as_bytes()),
        letters("آآ\u{200C}")
    );
}

#[test]
fn focus_releases_and_broken_bytes_are_nothing_and_harm_nothing() {
    assert_eq!(
        read(b"\x1b[<0;3;4m\x1b[I\x1b[O\x1b[97;1:3u\xff\xc3q"),
        letters("q")
    );
    assert_eq!(
        read(b"\x1bP>|half\x1b[Aq"),
        [vec![key(Code::Up)], letters("q")].concat()
    );
}

#[test]
fn a_sequence_without_an_end_does_not_swallow_the_keyboard() {
    let mut bytes = b"\x1b[".to_vec();
    bytes.extend([b'1'; 600]);
    bytes.extend(b"Aq\x1bP>|");
    bytes.extend([b'x'; 600]);
    bytes.extend(b"q");
    let found = read_in(&bytes, 1);
    assert_eq!(found.last(), letters("q").last());
}

proptest! {
    #[test]
    fn any_bytes_in_any_pieces_are_read_to_the_same_end(bytes in prop::collection::vec(any::<u8>(), 0..200), piece in 1..20usize) {
        prop_assert_eq!(read_in(&bytes, piece), read_in(&bytes, 200));
    }

    #[test]
    fn typed_text_comes_through_whole(text in "[\\PC&&[^\\x1b]]{0,40}") {
        let wanted = letters(&text);
        prop_assert_eq!(read_in(text.as_bytes(), 3), wanted);
    }
}

#[test]
fn what_is_typed_among_answers_is_kept_as_it_came() {
    let mut bytes = "ن\x1b[>0;136;0cو\x1b[A\n\x1b[?6cی\x1b[>".as_bytes().to_vec();
    let mut typed = Vec::new();
    let replies = part(&mut bytes, &mut typed);
    assert_eq!(
        replies,
        [TerminalReply::Secondary([0, 136, 0]), TerminalReply::Primary]
    );
    assert_eq!(String::from_utf8(typed).unwrap(), "نو\x1b[A\nی");
    assert_eq!(bytes, b"\x1b[>");
}

fn pointer(act: PointerAct, x: u16, y: u16) -> Input {
    Input::Pointer(Pointer { act, x, y })
}

#[test]
fn clicks_drags_and_the_wheel_are_read_in_the_sgr_form() {
    assert_eq!(
        read(b"\x1b[<0;1;1M\x1b[<0;1;1m\x1b[<32;80;24M\x1b[<64;300;5M\x1b[<65;3;4M"),
        [
            pointer(PointerAct::Press, 0, 0),
            pointer(PointerAct::Drag, 79, 23),
            pointer(PointerAct::WheelUp, 299, 4),
            pointer(PointerAct::WheelDown, 2, 3),
        ]
    );
}

#[test]
fn reports_in_three_bytes_are_read_and_none_of_their_bytes_is_a_key() {
    assert_eq!(
        read(b"\x1b[M !!\x1b[M#!!a"),
        [pointer(PointerAct::Press, 0, 0), Input::Key(Key::char('a'))]
    );
    assert_eq!(read(b"\x1b[M \x05\xffb"), letters("b"));
}

#[test]
fn reports_that_no_mouse_makes_are_nothing() {
    for report in [
        "0;0;0M",
        "0;1;0M",
        "0;1M",
        "M",
        "0;1;1;1M",
        "0;99999999999;1M",
        "0;10000;1M",
        "-1;1;1M",
        "1;5;5M",
        "2;5;5M",
        "4;5;5M",
        "16;5;5M",
        "35;5;5M",
        "66;5;5M",
        "4294967295;1;1M",
        ";;M",
        "0;1;1m",
    ] {
        let bytes = format!("\x1b[<{report}x");
        assert_eq!(read(bytes.as_bytes()), letters("x"), "{report}");
    }
}
