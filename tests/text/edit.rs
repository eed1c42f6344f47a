//! The edit buffer, before – keys – after, in three strings; and what holds after any sequence of commands.
//!
//! `|` is the caret, `^` the other end of the selection. Keys: `left` moves, `+left` selects, `'x` types x, `"x` pastes
//! x (`_` is a blank, `¬` a ZWNJ), `to:` and `+to:` go to a byte, `click:` and `drag:` to a row and column, the rest by
//! name.

use dabir::text::{
    Affinity, Arrows, Direction, EditBuffer, EditCommand, Help, LineStyle, Motion, TypedLetters, TypingHelps,
    cell_width,
};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

fn buffer(marked: &str) -> EditBuffer {
    let text = marked.replace(['|', '^'], "").replace('¬', "\u{200C}");
    let plain = marked.replace('¬', "\u{200C}");
    let byte_of = |mark: char, other: char| plain.split(mark).next().unwrap().replace(other, "").len();
    let mut buffer = EditBuffer::new(&text);
    let anchor = if plain.contains('^') {
        byte_of('^', '|')
    } else {
        byte_of('|', '^')
    };
    buffer.apply(EditCommand::MoveTo(anchor));
    buffer.apply(EditCommand::SelectTo(byte_of('|', '^')));
    buffer
}

fn marked(buffer: &EditBuffer) -> String {
    let mut text = buffer.text().to_owned();
    let mut marks = vec![(buffer.caret_byte(), '|')];
    if let Some(selection) = buffer.selection() {
        let anchor = if selection.start == buffer.caret_byte() {
            selection.end
        } else {
            selection.start
        };
        marks.push((anchor, '^'));
    }
    marks.sort_unstable();
    for (byte, mark) in marks.into_iter().rev() {
        text.insert(byte, mark);
    }
    text.replace('\u{200C}', "¬")
}

fn motion(name: &str) -> Motion {
    match name {
        "left" => Motion::Left,
        "right" => Motion::Right,
        "forward" => Motion::Forward,
        "backward" => Motion::Backward,
        "up" => Motion::Up,
        "down" => Motion::Down,
        "wleft" => Motion::WordLeft,
        "wright" => Motion::WordRight,
        "home" => Motion::LineStart,
        "end" => Motion::LineEnd,
        "pback" => Motion::ParagraphBackward,
        "pfwd" => Motion::ParagraphForward,
        "pgup" => Motion::PageUp,
        "pgdn" => Motion::PageDown,
        "top" => Motion::TextStart,
        "bottom" => Motion::TextEnd,
        "wfwd" => Motion::WordForward,
        "wback" => Motion::WordBackward,
        other => panic!("no motion {other}"),
    }
}

fn command(key: &str) -> EditCommand {
    let literal = |text: &str| text.replace('_', " ").replace('¬', "\u{200C}");
    match key {
        "enter" => EditCommand::Newline,
        "zwnj" => EditCommand::Zwnj,
        "bs" => EditCommand::Backspace,
        "del" => EditCommand::Delete,
        "wbs" => EditCommand::DeleteWordBackward,
        "wdel" => EditCommand::DeleteWordForward,
        "all" => EditCommand::SelectAll,
        "cut" => EditCommand::Cut,
        "copy" => EditCommand::Copy,
        "undo" => EditCommand::Undo,
        "redo" => EditCommand::Redo,
        _ if key.starts_with("to:") => EditCommand::MoveTo(key[3..].parse().unwrap()),
        _ if key.starts_with("+to:") => EditCommand::SelectTo(key[4..].parse().unwrap()),
        _ if key.starts_with("click:") => {
            at_cell(&key[6..], |row, column| EditCommand::Click { row, column })
        }
        _ if key.starts_with("drag:") => at_cell(&key[5..], |row, column| EditCommand::Drag { row, column }),
        _ => match (
            key.strip_prefix('\''),
            key.strip_prefix('"'),
            key.strip_prefix('+'),
        ) {
            (Some(typed), _, _) => EditCommand::Type(literal(typed)),
            (_, Some(pasted), _) => EditCommand::Paste(literal(pasted)),
            (_, _, Some(selecting)) => EditCommand::Select(motion(selecting)),
            _ => EditCommand::Move(motion(key)),
        },
    }
}

/// `row,column` in the field as it was shown last.
fn at_cell(cell: &str, command: impl Fn(usize, usize) -> EditCommand) -> EditCommand {
    let (row, column) = cell.split_once(',').unwrap();
    command(row.parse().unwrap(), column.parse().unwrap())
}

#[track_caller]
fn check_in(mut buffer: EditBuffer, keys: &str, after: &str) {
    let before = marked(&buffer);
    for key in keys.split(' ').filter(|key| !key.is_empty()) {
        buffer.apply(command(key));
    }
    assert_eq!(marked(&buffer), after.to_owned(), "from {before} by {keys}");
}

#[track_caller]
fn check(before: &str, keys: &str, after: &str) {
    check_in(buffer(before), keys, after);
}

/// As [`check`], in a field of `columns`.
#[track_caller]
fn check_wrapped(columns: usize, before: &str, keys: &str, after: &str) {
    let buffer = buffer(before);
    buffer.rows(columns, 3, &LineStyle::default());
    check_in(buffer, keys, after);
}

#[test]
fn letters_are_typed_at_the_caret() {
    check("|", "'س 'ل 'ا 'م", "سلام|");
    check("بند| الف", "'ی", "بندی| الف");
    check("شرکت |", "'A 'B 'C '_ 'آ", "شرکت ABC آ|");
    check("^بند| الف", "'ی", "ی| الف");
    check("الف|", "'\u{64E}", "الف\u{64E}|");
    check("|\u{64E}", "'ب", "ب\u{64E}|");
}

#[test]
fn controls_cannot_be_typed_or_pasted() {
    check("a|", "'\u{1B} \"\u{202E}b\u{7}", "ab|");
}

#[test]
fn arrows_go_the_way_they_point() {
    check("|بند", "left", "ب|ند");
    check("بند|", "right", "بن|د");
    check("|بند", "right", "|بند");
    check("بند|", "left", "بند|");
    // In «آن ABC است» the Latin word runs the other way: entered from the right at its last letter.
    check("آن |ABC است", "left", "آن ABC| است");
    check("آن| ABC است", "left", "آن AB|C است");
    check("آن AB|C است", "left left", "آن |ABC است");
    check("آن ABC| است", "right", "آن |ABC است");
    check("آن ABC| است", "left", "آن ABC |است");
    check("در ۱۲| بند", "left", "در ۱۲ |بند");
    check("در| ۱۲ بند", "left", "در ۱|۲ بند");
}

#[test]
fn a_click_puts_the_caret_on_a_whole_cluster() {
    check("س|لام", "left", "سلا|م");
    check("سلا|م", "right", "س|لام");
    check("می¬|شود", "right", "م|ی¬شود");
    check("ک|تَب", "left", "کتَ|ب");
}

#[test]
fn logical_arrows_go_in_reading_order() {
    let mut buffer = buffer("آن| ABC است");
    buffer.arrows = Arrows::Logical;
    check_in(buffer.clone(), "left left", "آن A|BC است");
    check_in(buffer, "left right", "آن| ABC است");
}

#[test]
fn selecting_grows_by_one_letter_in_reading_order() {
    check("آن |ABC است", "+left", "آن ^A|BC است");
    check("آن |ABC است", "+left +left +right", "آن ^A|BC است");
    check("آن |ABC است", "+left +right", "آن |ABC است");
    check("|آن ABC", "+end", "^آن ABC|");
    check("آن| ABC", "all", "^آن ABC|");
    check("یک\nد|و", "+up", "ی|ک\nد^و");
    check("بند |الف", "+wleft", "بند ^الف|");
}

#[test]
fn an_arrow_lets_go_of_the_selection_at_its_own_side() {
    check("آن ^ABC| است", "left", "آن ABC| است");
    check("آن ^ABC| است", "right", "آن |ABC است");
    check("آن |ABC^ است", "left", "آن ABC| است");
}

#[test]
fn home_and_end_are_the_ends_of_the_row() {
    check("یک\nب|ند ABC\nسه", "home", "یک\n|بند ABC\nسه");
    check("یک\nب|ند ABC\nسه", "end", "یک\nبند ABC|\nسه");
    check_wrapped(5, "یک دو س|ه", "home", "یک دو |سه");
    check_wrapped(6, "یک |دو سه", "end", "یک دو |سه");
    check("یک\nدو|", "top", "|یک\nدو");
    check("ی|ک\nدو", "bottom", "یک\nدو|");
}

#[test]
fn words_are_passed_in_the_direction_of_the_field() {
    check("|جلسه می¬شود ABC", "wleft", "جلسه |می¬شود ABC");
    check("جلسه |می¬شود ABC", "wleft", "جلسه می¬شود |ABC");
    check("جلسه می¬شود A|BC", "wright", "جلسه می¬شود |ABC");
    check("جلسه می¬شود |ABC", "wright", "جلسه |می¬شود ABC");
    check("جلسه|\nبند", "wleft", "جلسه\n|بند");
    check("جلسه\n|بند", "wright", "جلسه|\nبند");
    check("جلسه|", "wleft", "جلسه|");
}

#[test]
fn up_and_down_keep_the_column_they_began_in() {
    check("بنداول\nد\nسوم ا|ین", "up up", "بنداو|ل\nد\nسوم این");
    check("بندا|ول\nد\nسوماین", "down down", "بنداول\nد\nسوما|ین");
    check("بندا|ول\nABC", "down", "بنداول\nABC|");
    check("بند|", "up", "بند|");
    check("|بند", "down", "|بند");
}

#[test]
fn up_and_down_go_by_the_rows_that_are_shown() {
    check_wrapped(6, "|یک دو سه چهار", "down", "یک دو |سه چهار");
    check_wrapped(6, "یک دو سه چ|هار", "up", "یک دو س|ه چهار");
    check_wrapped(6, "|یک دو سه چهار پنج شش", "pgdn", "یک دو سه |چهار پنج شش");
    check_wrapped(6, "یک دو سه |چهار پنج شش", "pgup", "|یک دو سه چهار پنج شش");
}

/// Every movement from the middle of a Persian, a Latin and a mixed text, in a field of 9 columns.
#[test]
fn every_movement_in_persian_latin_and_mixed_text() {
    // Rows: «جلسه امروز » «برگزار شد» / «alpha be » «gamma xy» / «بند ABC دو » «شرکت Acme».
    let persian = "جلسه ام|روز\nبرگزار شد";
    let latin = "alpha b|e\ngamma xy";
    let mixed = "بند A|BC دو\nشرکت Acme";
    for (key, in_persian, in_latin, in_mixed) in [
        (
            "left",
            "جلسه امر|وز\nبرگزار شد",
            "alpha |be\ngamma xy",
            "بند |ABC دو\nشرکت Acme",
        ),
        (
            "right",
            "جلسه ا|مروز\nبرگزار شد",
            "alpha b|e\ngamma xy",
            "بند AB|C دو\nشرکت Acme",
        ),
        (
            "forward",
            "جلسه امر|وز\nبرگزار شد",
            "alpha be|\ngamma xy",
            "بند AB|C دو\nشرکت Acme",
        ),
        (
            "backward",
            "جلسه ا|مروز\nبرگزار شد",
            "alpha |be\ngamma xy",
            "بند |ABC دو\nشرکت Acme",
        ),
        (
            "wleft",
            "جلسه امروز|\nبرگزار شد",
            "alpha be|\ngamma xy",
            "بند ABC |دو\nشرکت Acme",
        ),
        (
            "wright",
            "جلسه |امروز\nبرگزار شد",
            "alpha |be\ngamma xy",
            "بند |ABC دو\nشرکت Acme",
        ),
        (
            "wfwd",
            "جلسه امروز|\nبرگزار شد",
            "alpha be|\ngamma xy",
            "بند ABC |دو\nشرکت Acme",
        ),
        (
            "wback",
            "جلسه |امروز\nبرگزار شد",
            "alpha |be\ngamma xy",
            "بند |ABC دو\nشرکت Acme",
        ),
        (
            "home",
            "|جلسه امروز\nبرگزار شد",
            "|alpha be\ngamma xy",
            "|بند ABC دو\nشرکت Acme",
        ),
        (
            "end",
            "جلسه امروز|\nبرگزار شد",
            "alpha be|\ngamma xy",
            "بند ABC دو|\nشرکت Acme",
        ),
        (
            "up",
            "جلسه ام|روز\nبرگزار شد",
            "alpha b|e\ngamma xy",
            "بند A|BC دو\nشرکت Acme",
        ),
        (
            "down",
            "جلسه امروز\nبرگزار |شد",
            "alpha be\ngamma x|y",
            "بند ABC دو\nشرکت Acm|e",
        ),
        (
            "pgup",
            "جلسه ام|روز\nبرگزار شد",
            "alpha b|e\ngamma xy",
            "بند A|BC دو\nشرکت Acme",
        ),
        (
            "pgdn",
            "جلسه امروز\nبرگزار |شد",
            "alpha be\ngamma x|y",
            "بند ABC دو\nشرکت Acm|e",
        ),
        (
            "pback",
            "|جلسه امروز\nبرگزار شد",
            "|alpha be\ngamma xy",
            "|بند ABC دو\nشرکت Acme",
        ),
        (
            "pfwd",
            "جلسه امروز\n|برگزار شد",
            "alpha be\n|gamma xy",
            "بند ABC دو\n|شرکت Acme",
        ),
        (
            "top",
            "|جلسه امروز\nبرگزار شد",
            "|alpha be\ngamma xy",
            "|بند ABC دو\nشرکت Acme",
        ),
        (
            "bottom",
            "جلسه امروز\nبرگزار شد|",
            "alpha be\ngamma xy|",
            "بند ABC دو\nشرکت Acme|",
        ),
    ] {
        for (before, after) in [(persian, in_persian), (latin, in_latin), (mixed, in_mixed)] {
            check_wrapped(20, before, key, after);
        }
    }
}

/// Every other command in the middle of the same texts, and its undoing.
#[test]
fn every_command_in_persian_latin_and_mixed_text_and_its_undoing() {
    let texts = ["جلسه ام|روز", "alpha b|eta", "بند A|BC دو"];
    for (keys, after) in [
        ("'x", ["جلسه امx|روز", "alpha bx|eta", "بند Ax|BC دو"]),
        ("'م", ["جلسه امم|روز", "alpha bم|eta", "بند Aم|BC دو"]),
        ("\"x_م", ["جلسه امx م|روز", "alpha bx م|eta", "بند Ax م|BC دو"]),
        ("enter", ["جلسه ام\n|روز", "alpha b\n|eta", "بند A\n|BC دو"]),
        ("zwnj", ["جلسه ام¬|روز", "alpha b¬|eta", "بند A¬|BC دو"]),
        ("bs", ["جلسه ا|روز", "alpha |eta", "بند |BC دو"]),
        ("del", ["جلسه ام|وز", "alpha b|ta", "بند A|C دو"]),
        ("wbs", ["جلسه |روز", "alpha |eta", "بند |BC دو"]),
        ("wdel", ["جلسه ام|", "alpha b|", "بند A|دو"]),
        ("all cut", ["|", "|", "|"]),
        ("+wfwd cut", ["جلسه ام|", "alpha b|", "بند A|دو"]),
        ("+home bs", ["|روز", "|eta", "|BC دو"]),
        ("+end del", ["جلسه ام|", "alpha b|", "بند A|"]),
        ("+wback 'x", ["جلسه x|روز", "alpha x|eta", "بند x|BC دو"]),
    ] {
        for (before, after) in texts.iter().zip(after) {
            check(before, keys, after);
            let mut changed = buffer(before);
            for key in keys.split(' ') {
                changed.apply(command(key));
            }
            let text = buffer(before).text().to_owned();
            check_in(changed.clone(), "undo redo", after);
            changed.apply(EditCommand::Undo);
            assert_eq!(changed.text(), text, "from {before} by {keys} and undo");
        }
    }
}

#[test]
fn bytes_clicks_and_drags_put_the_caret_and_select() {
    check("بند الف|", "to:0", "|بند الف");
    check("بند الف|", "to:1", "ب|ند الف");
    check("بند الف|", "to:99", "بند الف|");
    check("|بند الف", "+to:6", "^بند| الف");
    check("^بند| الف", "+to:2", "^ب|ند الف");
    check("^بند| الف", "copy", "^بند| الف");
    // In eleven columns آن stands in 9 and 10, ABC in 5 to 7, است in 1 to 3; 0 is free.
    for (keys, after) in [
        ("click:0,10", "|آن ABC است"),
        ("click:0,9", "آ|ن ABC است"),
        ("click:0,7", "آن AB|C است"),
        ("click:0,0", "آن ABC است|"),
        ("click:7,7", "آن AB|C است"),
        ("click:0,10 drag:0,6", "^آن A|BC است"),
    ] {
        check_wrapped(11, "آن ABC| است", keys, after);
    }
}

/// The row, counted from the top, and the column where the caret is shown.
fn cell(buffer: &EditBuffer, columns: usize) -> (usize, usize) {
    let rows = buffer.rows(columns, 3, &LineStyle::default());
    (rows.top + rows.caret.row, rows.caret.column)
}

#[test]
fn the_end_of_a_broken_row_is_a_place_of_its_own() {
    // «یک دو » and «سه چهار», seven columns wide and one for the caret; and «abcdefg|hij».
    let mut persian = buffer("یک |دو سه چهار");
    cell(&persian, 8);
    assert!(persian.apply(command("end")).moved);
    assert_eq!(
        (marked(&persian).as_str(), persian.affinity()),
        ("یک دو |سه چهار", Affinity::Upstream)
    );
    assert_eq!(cell(&persian, 8), (0, 1));
    assert!(!persian.apply(command("end")).moved);
    // The same byte at the start of the next row: by the arrow that goes on, by Home there, by Down.
    for keys in ["left", "down home", "forward backward"] {
        let mut there = persian.clone();
        for key in keys.split(' ') {
            there.apply(command(key));
        }
        assert_eq!(
            (marked(&there).as_str(), there.affinity()),
            ("یک دو |سه چهار", Affinity::Downstream),
            "{keys}"
        );
        assert_eq!(cell(&there, 8), (1, 7), "{keys}");
    }
    // Back from there, past the end, onto the last cluster; and from the end itself too.
    for keys in ["right", "left right"] {
        let mut back = persian.clone();
        for key in keys.split(' ') {
            back.apply(command(key));
        }
        assert_eq!(marked(&back), "یک دو| سه چهار", "{keys}");
    }
    check_in(persian.clone(), "home", "|یک دو سه چهار");
    check_in(persian, "'x", "یک دو x|سه چهار");
}

#[test]
fn typing_goes_on_at_the_end_of_the_row_where_it_began() {
    let mut word = buffer("abcdef|hij");
    cell(&word, 8);
    word.apply(command("'g"));
    // Seven letters fill the row: the caret is behind the last one, not on the next row.
    assert_eq!((cell(&word, 8), word.affinity()), ((0, 0), Affinity::Upstream));
    word.apply(command("undo"));
    assert_eq!(marked(&word), "abcdef|hij");
    // What is erased at the start of a row leaves the caret there.
    let mut erased = buffer("یک دو س|ابت چهار");
    cell(&erased, 8);
    erased.apply(command("bs"));
    assert_eq!(
        (marked(&erased).as_str(), cell(&erased, 8)),
        ("یک دو |ابت چهار", (1, 7))
    );
}

#[test]
fn up_down_and_clicks_come_to_the_end_of_a_broken_row() {
    // «یک دو », «سه چهار» and «پنج»: seven columns and one for the caret, the ends in columns 1, 0 and 4.
    let mut rows = buffer("یک دو سه چهار پنج|");
    assert_eq!(cell(&rows, 8), (2, 4));
    rows.apply(command("click:0,0"));
    assert_eq!(
        (marked(&rows).as_str(), cell(&rows, 8)),
        ("یک دو |سه چهار پنج", (0, 1))
    );
    rows.apply(command("down"));
    assert_eq!(cell(&rows, 8), (1, 1));
    rows.apply(command("end"));
    assert_eq!(cell(&rows, 8), (1, 0));
    rows.apply(command("up"));
    assert_eq!((cell(&rows, 8), rows.affinity()), ((0, 1), Affinity::Upstream));
    rows.apply(command("down"));
    assert_eq!((cell(&rows, 8), rows.affinity()), ((1, 0), Affinity::Upstream));
}

#[test]
fn groups_of_undoing_are_words_runs_of_erasing_and_single_acts() {
    check("|", "'a 'b '_ 'c 'd '_ undo", "ab |");
    check("|", "'ب 'ن 'د '_ '۷ '_ 'A undo", "بند ۷ |");
    check("ab|", "bs 'c undo", "a|");
    check("ab|", "bs 'c undo undo", "ab|");
    check("abc|", "bs backward bs undo", "a|b");
    check("abc def|", "wbs wbs undo", "abc def|");
    check("|", "'a \"bc 'd undo", "abc|");
    check("|", "'a \"bc 'd undo undo", "a|");
    check("|", "'a enter 'b undo undo", "a|");
    check("^ab| c", "cut undo", "^ab| c");
    check("^ab| c", "'x 'y undo", "x| c");
    check("|", "'a undo redo redo", "a|");
    check("|", "'« undo", "|");
    check("الف) متن|", "enter undo undo", "الف) متن|");
}

#[test]
fn paragraphs_are_passed_one_by_one() {
    check("یک\nدو|\nسه", "pback", "یک\n|دو\nسه");
    check("یک\n|دو\nسه", "pback", "|یک\nدو\nسه");
    check("ی|ک\nدو", "pfwd", "یک\n|دو");
    check("یک\nد|و", "pfwd", "یک\nدو|");
}

#[test]
fn arrows_leave_a_row_for_the_next_one() {
    check("یک|\nدو", "left", "یک\n|دو");
    check("یک\n|دو", "right", "یک|\nدو");
    check("یک|\nABC", "left", "یک\nAB|C");
    check_wrapped(6, "یک د|و سه", "left left", "یک دو |سه");
}

#[test]
fn backspace_takes_one_sign_or_half_a_ligature_or_a_whole_cluster() {
    check("سلا|م", "bs", "سل|م");
    check("کتَ|ب", "bs", "کت|ب");
    check("می¬|شود", "bs", "می|شود");
    check("a👨\u{200D}👩\u{200D}👧|", "bs", "a|");
    check("❤\u{FE0F}|", "bs", "|");
    check("آن ABC|", "bs", "آن AB|");
    check("یک\n|دو", "bs", "یک|دو");
    check("|یک", "bs", "|یک");
    check("آن ^AB|C", "bs", "آن |C");
}

#[test]
fn delete_takes_the_next_grapheme() {
    check("س|لام", "del", "س|ام");
    check("ک|تَب", "del", "ک|ب");
    check("آن |ABC", "del", "آن |BC");
    check("یک|\nدو", "del", "یک|دو");
    check("یک|", "del", "یک|");
}

#[test]
fn whole_words_are_deleted_in_reading_order() {
    check("جلسه می¬شود|", "wbs", "جلسه |");
    check("جلسه ABC |", "wbs", "جلسه |");
    check("|جلسه ABC", "wdel", "|ABC");
    check("جلسه| ABC", "wdel", "جلسه|ABC");
    check("جلسه\n|بند", "wbs", "جلسه|بند");
}

#[test]
fn cut_and_copy_give_logical_text() {
    let mut cut = buffer("آن ^ABC| است");
    assert_eq!(cut.apply(EditCommand::Copy).taken.as_deref(), Some("ABC"));
    let outcome = cut.apply(EditCommand::Cut);
    assert_eq!((outcome.taken.as_deref(), outcome.changed), (Some("ABC"), true));
    assert_eq!(marked(&cut), "آن | است");
    assert_eq!(cut.apply(EditCommand::Cut).taken, None);
}

#[test]
fn pasted_forms_become_letters_and_arabic_letters_persian_until_undone() {
    check("|", "\"ﺳﻼﻡ", "سلام|");
    check("|", "\"علي", "علی|");
    check("|", "\"علي undo", "علي|");
    check("|", "\"علي undo undo", "|");
    check("|", "\"علي undo undo redo redo", "علی|");
    let outcome = buffer("|").apply(EditCommand::Paste("كتاب".into()));
    assert_eq!(outcome.help, Some(Help::PersianLetters));
    let mut plain = buffer("|");
    plain.helps = TypingHelps::OFF;
    check_in(plain, "\"علي", "علي|");
}

#[test]
fn typing_is_undone_by_words_and_moving_parts_groups() {
    check("|", "'ی 'ک '_ 'د 'و undo", "یک |");
    check("|", "'ی 'ک '_ 'د 'و undo undo", "|");
    check("|", "'ی 'ک '_ 'د 'و undo undo redo", "یک |");
    check("|", "'ی 'ک home 'آ undo", "|یک");
    check("سلام|", "bs bs bs undo", "سلام|");
    check("|abc", "del del undo", "|abc");
    check("|", "'ی undo 'د redo", "د|");
    check("^یک| دو", "'x undo", "^یک| دو");
    check("|", "undo redo", "|");
}

#[test]
fn a_zwnj_follows_letters_only_and_stands_once() {
    check("می|شود", "zwnj", "می¬|شود");
    check("می|شود", "zwnj zwnj", "می¬|شود");
    check("می |", "zwnj", "می |");
    check("|", "zwnj", "|");
    check("می|", "zwnj undo", "می|");
}

#[test]
fn digits_follow_the_letters_before_them() {
    check("بند |", "'7", "بند ۷|");
    check("ISO |", "'7", "ISO 7|");
    check("|", "'7", "۷|");
    let mut plain = buffer("بند |");
    plain.helps = TypingHelps::OFF;
    check_in(plain, "'7", "بند 7|");
}

#[test]
fn guillemets_come_in_pairs_and_are_stepped_over() {
    check("|", "'« 'آ '»", "«آ»|");
    check("|بند", "'«", "«|بند");
    check("|", "'« undo", "|");
}

#[test]
fn clauses_continue_and_an_empty_one_ends_the_list() {
    check("الف) متن|", "enter", "الف) متن\nب) |");
    check("الف) متن|", "enter undo", "الف) متن\n|");
    check("الف) متن|", "enter enter", "الف) متن\n|");
    check("متن|", "enter", "متن\n|");
    check("۱- مت|ن", "enter", "۱- مت\n۲- |ن");
    let mut abjad = buffer("ب) متن|");
    abjad.helps.clauses = Some(TypedLetters::Abjad);
    check_in(abjad, "enter", "ب) متن\nج) |");
    let mut plain = buffer("ب) متن|");
    plain.helps.clauses = None;
    check_in(plain, "enter", "ب) متن\n|");
}

#[test]
fn a_mark_that_is_typed_takes_the_place_of_the_one_that_came_by_itself() {
    check("الف) متن|", "enter 'ب ')", "الف) متن\nب)|");
    check("الف) متن|", "enter 'ب ') undo", "الف) متن\nب) ب)|");
    check("الف) متن\nب) متن|", "enter 'ج '_ '-", "الف) متن\nب) متن\nج -|");
    check(
        "الف) متن\nب) متن\nج) متن|",
        "enter",
        "الف) متن\nب) متن\nج) متن\nد) |",
    );
    let mut pasted = buffer("الف) متن|");
    pasted.apply(EditCommand::Newline);
    pasted.apply(EditCommand::Paste("ب) دیگر\nج) سوم".into()));
    assert_eq!(pasted.text(), "الف) متن\nب) دیگر\nج) سوم");
    let mut plain = buffer("ب) |");
    plain.helps.clauses = None;
    check_in(plain, "'ب ')", "ب) ب)|");
}

#[test]
fn a_field_of_one_line_has_no_paragraphs() {
    let mut field = EditBuffer::single_line("یک\nدو");
    assert_eq!(field.text(), "یک دو");
    assert!(!field.apply(EditCommand::Newline).changed);
    field.apply(EditCommand::Paste("\nسه".into()));
    assert_eq!(field.text(), "یک دو سه");
    assert_eq!(field.rows(5, 1, &LineStyle::default()).total, 1);
}

#[test]
fn a_key_that_does_nothing_says_so() {
    let mut buffer = buffer("بند|");
    for key in ["up", "down", "left", "del", "undo", "cut"] {
        let outcome = buffer.apply(command(key));
        assert!(!outcome.changed && !outcome.moved, "{key}");
    }
    assert!(buffer.apply(command("right")).moved);
}

/// The rows as letters in reading order from the left edge, `▒` behind the caret's cell, `[` `]` around stripes.
fn picture(buffer: &EditBuffer, columns: usize, height: usize, base: Direction) -> Vec<String> {
    let rows = buffer.rows(
        columns,
        height,
        &LineStyle {
            base,
            ..LineStyle::default()
        },
    );
    let draw = |(index, row): (usize, &dabir::text::FieldRow)| {
        let mut cells = vec![" ".to_owned(); columns];
        let mut column = row.left_column;
        for cell in &row.line.cells {
            cells[column] = dabir::text::letters_of_forms(&cell.symbol).into_owned();
            column += usize::from(cell.columns);
        }
        for stripe in &row.selected {
            cells[stripe.start].insert(0, '[');
            cells[stripe.end - 1].push(']');
        }
        if rows.caret.row == index {
            cells[rows.caret.column].push('▒');
        }
        cells.concat()
    };
    rows.rows.iter().enumerate().map(draw).collect()
}

#[test]
fn the_caret_stands_on_the_cluster_after_it_or_behind_the_line() {
    assert_eq!(picture(&buffer("بن|د"), 6, 1, Direction::Rtl), ["   د▒نب"]);
    assert_eq!(picture(&buffer("بند|"), 6, 1, Direction::Rtl), ["   ▒دنب"]);
    assert_eq!(picture(&buffer("بند|"), 6, 1, Direction::Ltr), ["دنب ▒  "]);
    assert_eq!(picture(&buffer("|"), 3, 1, Direction::Rtl), ["   ▒"]);
    assert_eq!(picture(&buffer("یک دو|"), 6, 2, Direction::Rtl), [" ▒ود کی"]);
    assert_eq!(
        picture(&buffer("یک دو|"), 5, 2, Direction::Rtl),
        ["   کی", "   ▒ود"]
    );
}

#[test]
fn at_a_border_of_directions_the_letter_before_is_told_too() {
    let buffer = buffer("آن ABC|");
    let caret = buffer.rows(10, 1, &LineStyle::default()).caret;
    // «آن» fills 8..10, the blank 7, ABC 4..7; the caret is behind the line, and C, the letter before, in column 6.
    assert_eq!(
        (caret.column, caret.before_column, caret.direction),
        (3, Some(6), Direction::Rtl)
    );
}

#[test]
fn a_selection_is_stripes_of_cells() {
    assert_eq!(
        picture(&buffer("^آن A|BC"), 8, 1, Direction::Rtl),
        ["  [A]B▒C[ نآ]"]
    );
    assert_eq!(
        picture(&buffer("ی^ک\nد|و"), 4, 2, Direction::Rtl),
        [" [ ک]ی", "  و▒[د]"]
    );
}

#[test]
fn a_long_line_scrolls_sideways_with_the_caret() {
    let mut field = EditBuffer::single_line("یک دو سه چهار");
    assert_eq!(picture(&field, 5, 1, Direction::Rtl), [" ▒راهچ"]);
    field.apply(command("top"));
    assert_eq!(picture(&field, 5, 1, Direction::Rtl), ["ود کی▒"]);
    field.apply(command("wleft"));
    assert_eq!(picture(&field, 5, 1, Direction::Rtl), ["ود▒ کی"]);
}

#[test]
fn rows_scroll_as_little_as_shows_the_caret() {
    let mut buffer = buffer("|۱\n۲\n۳\n۴\n۵");
    let top = |buffer: &EditBuffer| buffer.rows(9, 3, &LineStyle::default()).top;
    let mut tops = vec![top(&buffer)];
    for key in ["down", "down", "down", "down", "up", "up", "up", "up"] {
        buffer.apply(command(key));
        tops.push(top(&buffer));
    }
    assert_eq!(tops, [0, 0, 0, 1, 2, 2, 2, 1, 0]);
}

#[test]
fn each_paragraph_may_have_its_own_direction() {
    let mut buffer = buffer("بند\nABC|");
    buffer.direction_by_paragraph = true;
    assert_eq!(picture(&buffer, 6, 2, Direction::Rtl), ["   دنب", "ABC ▒  "]);
    check_in(buffer, "home left", "بند\n|ABC");
}

fn any_command() -> impl Strategy<Value = EditCommand> {
    let motions = prop::sample::select(vec![
        Motion::Left,
        Motion::Right,
        Motion::Forward,
        Motion::Backward,
        Motion::Up,
        Motion::Down,
        Motion::WordLeft,
        Motion::WordRight,
        Motion::WordForward,
        Motion::WordBackward,
        Motion::LineStart,
        Motion::LineEnd,
        Motion::ParagraphBackward,
        Motion::ParagraphForward,
        Motion::PageUp,
        Motion::PageDown,
        Motion::TextStart,
        Motion::TextEnd,
    ]);
    let piece = "(لا|ا|ل|ب|\u{64E}|\u{200C}|\u{200D}|A|b|7|۷| |-|/|\\(|\\)|«|»|\u{202E}|👨|👩|🏽|🇮|漢|\n|\u{301}|الف\\) x)";
    prop_oneof![
        6 => piece.prop_map(EditCommand::Type),
        2 => prop::collection::vec(piece, 0..6).prop_map(|pieces| EditCommand::Paste(pieces.concat())),
        1 => Just(EditCommand::Newline),
        1 => Just(EditCommand::Zwnj),
        3 => Just(EditCommand::Backspace),
        2 => Just(EditCommand::Delete),
        1 => Just(EditCommand::DeleteWordBackward),
        1 => Just(EditCommand::DeleteWordForward),
        6 => motions.clone().prop_map(EditCommand::Move),
        3 => motions.prop_map(EditCommand::Select),
        1 => (0usize..40).prop_map(EditCommand::MoveTo),
        1 => (0usize..40).prop_map(EditCommand::SelectTo),
        1 => (0usize..4, 0usize..20).prop_map(|(row, column)| EditCommand::Click { row, column }),
        1 => (0usize..4, 0usize..20).prop_map(|(row, column)| EditCommand::Drag { row, column }),
        1 => Just(EditCommand::SelectAll),
        1 => Just(EditCommand::Cut),
        2 => Just(EditCommand::Undo),
        2 => Just(EditCommand::Redo),
    ]
}

fn boundaries(text: &str) -> Vec<usize> {
    text.grapheme_indices(true)
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_commands_the_caret_is_on_a_boundary_and_in_view(
        commands in prop::collection::vec(any_command(), 0..40),
        columns in 1usize..20, height in 1usize..4, ltr: bool, single: bool, by_paragraph: bool,
    ) {
        let mut buffer = if single { EditBuffer::single_line("") } else { EditBuffer::new("") };
        buffer.direction_by_paragraph = by_paragraph;
        let base = if ltr { Direction::Ltr } else { Direction::Rtl };
        for command in commands {
            let before = (buffer.text().to_owned(), buffer.caret_byte(), buffer.selection());
            let outcome = buffer.apply(command.clone());
            let after = (buffer.text().to_owned(), buffer.caret_byte(), buffer.selection());
            prop_assert!(outcome.changed || before.0 == after.0);
            prop_assert!(outcome.changed || outcome.moved || before == after);
            let stops = boundaries(buffer.text());
            prop_assert!(stops.contains(&buffer.caret_byte()), "{command:?}");
            prop_assert!(buffer.selection().is_none_or(|range| stops.contains(&range.start) && stops.contains(&range.end) && !range.is_empty()));
            let rows = buffer.rows(columns, height, &LineStyle { base, ..LineStyle::default() });
            prop_assert!(rows.caret.row < rows.rows.len() && rows.rows.len() <= height);
            prop_assert!(rows.caret.column < columns);
            prop_assert!(!single || rows.total == 1);
            for row in &rows.rows {
                prop_assert!(row.left_column + row.line.columns <= columns || row.line.cells.len() == 1);
                prop_assert!(row.selected.iter().all(|stripe| stripe.start < stripe.end && stripe.end <= columns));
            }
        }
    }

    #[test]
    fn undoing_everything_brings_back_the_beginning_and_redoing_the_end(
        text in "[ابلAB۷ \n]{0,20}", commands in prop::collection::vec(any_command(), 0..30),
    ) {
        let mut buffer = EditBuffer::new(&text);
        for command in commands {
            buffer.apply(command);
        }
        let end = loop {
            if !buffer.apply(EditCommand::Redo).changed { break buffer.text().to_owned() }
        };
        while buffer.apply(EditCommand::Undo).changed {}
        prop_assert_eq!(buffer.text(), &text);
        while buffer.apply(EditCommand::Redo).changed {}
        prop_assert_eq!(buffer.text(), end);
    }

    #[test]
    fn arrows_visit_every_cluster_once_and_come_back_the_same_way(
        text in "[ابلنAB۷\\(\u{200C}\u{64E} \n]{0,40}", columns in 2usize..12, ltr: bool, by_paragraph: bool,
    ) {
        let mut buffer = EditBuffer::new(&text);
        buffer.direction_by_paragraph = by_paragraph;
        let base = if ltr { Direction::Ltr } else { Direction::Rtl };
        buffer.rows(columns, 3, &LineStyle { base, ..LineStyle::default() });
        let (forward, backward) = if ltr { (Motion::Right, Motion::Left) } else { (Motion::Left, Motion::Right) };
        let mut back = Vec::new();
        loop {
            back.push(buffer.caret_byte());
            if !buffer.apply(EditCommand::Move(backward)).moved { break }
        }
        let mut on = Vec::new();
        loop {
            on.push(buffer.caret_byte());
            if !buffer.apply(EditCommand::Move(forward)).moved { break }
        }
        // From wherever the text's end lies in its row, the way back ends where the way on begins.
        prop_assert_eq!(on.first(), back.last());
        let mut unique = on.clone();
        unique.sort_unstable();
        unique.dedup();
        prop_assert_eq!(unique.len(), on.len());
        back.reverse();
        prop_assert!(on.starts_with(&back));
        let visible: usize = text.split('\n').map(|paragraph| cell_width(paragraph) + 1).sum();
        prop_assert_eq!(on.len(), visible);
    }

    #[test]
    fn the_caret_after_any_commands_is_shown_as_in_a_fresh_buffer(
        text in "[ابل AB۷\n]{0,60}", commands in prop::collection::vec(any_command(), 1..12), columns in 2usize..12,
    ) {
        let mut buffer = EditBuffer::new(&text);
        for command in commands {
            buffer.rows(columns, 100, &LineStyle::default());
            buffer.apply(command);
        }
        let mut fresh = EditBuffer::new(buffer.text());
        for buffer in [&mut buffer, &mut fresh] {
            buffer.apply(EditCommand::SelectAll);
            buffer.apply(EditCommand::MoveTo(text.len() / 2));
        }
        prop_assert_eq!(buffer.rows(columns, 100, &LineStyle::default()), fresh.rows(columns, 100, &LineStyle::default()));
    }
}
