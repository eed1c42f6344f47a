//! Rows as the screens paint them, rewritten and shown by the models of the terminals.

use super::shown::{self, Glyph, glyphs, seen};
use super::{Rewriter, Way};
use crate::host::printed::Printed;
use crate::text::{LineStyle, truncate};
use proptest::prelude::*;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use std::num::NonZeroU16;

/// What minutes are made of, and what is nasty in it.
const WORDS: [&str; 34] = [
    "جلسه",
    "می\u{200C}شود",
    "کالا",
    "لالا",
    "(کتاف)",
    "بند",
    "۷",
    "۱۴۰۱/۱۲/۲۱",
    "۲۱/۲۵/۱۴۷۷۲",
    "۰۲۱-۸۸۷۷",
    "نسخه",
    "2.0",
    "(beta)",
    "PDF",
    "PDFها",
    "ABC،",
    "۵۰٪",
    "12%",
    "«خوب»",
    "الف)",
    "A/B",
    "ok",
    "12",
    "user@example.ir",
    "۱۲:۳۰",
    "مدیر:",
    "٣٤",
    "ۀ",
    "بَد",
    "ڕێ",
    "漢字",
    "…",
    "-",
    "[x]",
];

/// Cells of a table row, in reading order.
type Row = Vec<String>;

fn row() -> impl Strategy<Value = Row> {
    let cell =
        prop::collection::vec(prop::sample::select(&WORDS[..]), 0..6).prop_map(|words| words.join(" "));
    prop::collection::vec(cell, 1..5)
}

/// How a row is painted: wide, with rules between its cells, with one stretch selected and one coloured.
#[derive(Clone, Debug)]
struct Paint {
    width: u16,
    ruled: bool,
    selected: (u16, u16),
    coloured: (u16, u16),
}

fn paint() -> impl Strategy<Value = Paint> {
    let stretch = || (0..90u16, 0..30u16);
    (20..90u16, any::<bool>(), stretch(), stretch()).prop_map(|(width, ruled, selected, coloured)| Paint {
        width,
        ruled,
        selected,
        coloured,
    })
}

/// Paints a table row from the right edge on, a blank at both edges.
fn painted(row: &[String], paint: &Paint) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, paint.width, 1));
    let cells = u16::try_from(row.len()).unwrap();
    let columns = (paint.width - 2) / cells;
    for (cell, index) in row.iter().zip(0..) {
        let right = paint.width - 1 - index * columns;
        let rule = paint.ruled && index + 1 < cells;
        let laid = truncate(
            cell,
            usize::from(columns.saturating_sub(2)),
            &LineStyle::default(),
        );
        let mut x = right - u16::try_from(laid.columns).unwrap();
        for cell in &laid.cells {
            buffer[(x, 0)].set_symbol(&cell.symbol);
            x += u16::from(cell.columns);
        }
        if rule {
            buffer[(right - columns + 1, 0)].set_symbol("│");
        }
    }
    tint(&mut buffer, paint.coloured, Style::new().fg(Color::Green).bold());
    tint(&mut buffer, paint.selected, Style::new().reversed());
    buffer
}

fn tint(buffer: &mut Buffer, (start, columns): (u16, u16), style: Style) {
    let area = Rect::new(start, 0, columns, 1).intersection(buffer.area);
    buffer.set_style(area, style);
}

fn rewritten(painted: &Buffer, way: Way) -> Vec<Cell> {
    let mut buffer = painted.clone();
    Rewriter::default().rewrite(&mut buffer, None, way, &[]);
    buffer.content
}

fn text(glyphs: &[Glyph]) -> String {
    glyphs.iter().map(|glyph| glyph.symbol.as_str()).collect()
}

/// Compares as text first, for a readable message.
fn check(shown: Vec<Glyph>, wanted: &Buffer) -> Result<(), TestCaseError> {
    let (shown, wanted) = (seen(shown), glyphs(&wanted.content));
    prop_assert_eq!(text(&shown), text(&wanted));
    prop_assert_eq!(shown, wanted);
    Ok(())
}

/// What an emulator that leaves text alone shows after the bytes that are sent for a row.
fn emulated(sent: &[Cell]) -> Vec<String> {
    let width = u16::try_from(sent.len()).unwrap();
    let mut bytes = Vec::new();
    let cells = sent.iter().zip(0..).map(|(cell, x)| (x, 0, cell));
    // As ratatui's comparison does, the cell behind a wide one is left out.
    let mut behind = 0;
    let cells = cells.filter(|(x, _, cell)| {
        let shown = *x >= behind;
        behind = behind.max(x + cell.cell_width());
        shown
    });
    CrosstermBackend::new(&mut bytes).draw(cells).unwrap();
    let mut emulator = vt100::Parser::new(NonZeroU16::MIN, NonZeroU16::new(width).unwrap(), 0);
    emulator.process(&bytes);
    let cell = |x| {
        emulator
            .screen()
            .cell(0, x)
            .filter(|cell| !cell.is_wide_continuation())
    };
    let symbol = |x| match cell(x)?.contents() {
        "" => Some(" ".to_owned()),
        symbol => Some(symbol.to_owned()),
    };
    (0..width).filter_map(symbol).collect()
}

/// A row as it is printed, and the cells that a terminal keeps of the bytes of one that is sent by `way`.
fn printed(row: &[String], paint: &Paint, way: Way) -> (Buffer, Vec<Cell>) {
    let none = (0, 0);
    let plain = Paint {
        selected: none,
        coloured: none,
        ..paint.clone()
    };
    let wanted = painted(row, &plain);
    let mut lines = Printed::new(paint.width, way);
    lines.line(|buffer| buffer.merge(&wanted));
    let mut emulator = vt100::Parser::new(NonZeroU16::MIN, NonZeroU16::new(paint.width).unwrap(), 0);
    emulator.process(lines.into_text().trim_end_matches('\n').as_bytes());
    let mut kept = vec![Cell::default(); usize::from(paint.width)];
    for (x, cell) in (0..).zip(&mut kept) {
        let shown = emulator.screen().cell(0, x).unwrap();
        if !shown.contents().is_empty() {
            cell.set_symbol(shown.contents());
        }
        cell.modifier.set(Modifier::BOLD, shown.bold());
        cell.modifier.set(Modifier::ITALIC, shown.italic());
    }
    (wanted, kept)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_a_terminal_makes_of_printed_bytes_is_the_painted_line(row in row(), paint in paint()) {
        let text_of = |shown: Vec<Glyph>| text(&seen(shown));
        type Model = fn(&[Cell]) -> Vec<Glyph>;
        let terminals: [(Way, Model); 7] = [
            (Way::App, glyphs),
            (Way::Marks, shown::vte),
            (Way::Marks, shown::browser),
            (Way::Override, shown::vte),
            (Way::Konsole, shown::konsole),
            (Way::Kitty, |row| shown::kitty(row, false)),
            (Way::KittyFonts, |row| shown::kitty(row, true)),
        ];
        for (way, model) in terminals {
            let (wanted, kept) = printed(&row, &paint, way);
            prop_assert_eq!(text_of(model(&kept)), text(&glyphs(&wanted.content)), "{}", way);
        }
        let (wanted, kept) = printed(&row, &paint, Way::QTerminal);
        // The caret stands on a line of its own.
        prop_assert_eq!(text_of(shown::qterminal(&kept, kept.len())), text(&glyphs(&wanted.content)));
        let (wanted, kept) = printed(&row, &paint, Way::Putty);
        prop_assume!(!touches_a_number_at_its_right(&wanted.content));
        let shown = text_of(shown::putty(&kept));
        // A rule in the blank last column, where nothing else helps.
        let wanted = text(&glyphs(&wanted.content));
        prop_assert_eq!(shown.trim_end_matches(['│', ' ']), wanted.trim_end_matches(['│', ' ']));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn marks_keep_every_cell_in_its_place_whoever_orders_the_row(row in row(), paint in paint()) {
        let wanted = painted(&row, &paint);
        let sent = rewritten(&wanted, Way::Marks);
        check(glyphs(&sent), &wanted)?;
        check(shown::vte(&sent), &wanted)?;
        check(shown::by_first_letter(&sent), &wanted)?;
        check(shown::browser(&sent), &wanted)?;
    }

    #[test]
    fn one_override_keeps_every_cell_in_its_place_where_the_row_is_ordered_as_a_whole(row in row(), paint in paint()) {
        let wanted = painted(&row, &paint);
        let sent = rewritten(&wanted, Way::Override);
        check(glyphs(&sent), &wanted)?;
        check(shown::vte(&sent), &wanted)?;
    }

    #[test]
    fn an_emulator_that_leaves_text_alone_shows_the_painted_row_without_and_with_marks(row in row(), paint in paint()) {
        let wanted = painted(&row, &paint);
        for way in [Way::App, Way::Marks, Way::Override] {
            let shown: String = emulated(&rewritten(&wanted, way)).concat();
            let unmarked: String = shown.chars().filter(|c| !matches!(c, '\u{200E}' | '\u{202D}')).collect();
            prop_assert_eq!(unmarked, text(&glyphs(&wanted.content)));
        }
    }

    #[test]
    fn the_caret_goes_with_its_cell(row in row(), paint in paint(), x in 0..90u16) {
        let mut wanted = painted(&row, &paint);
        let x = x.min(paint.width - 1);
        wanted[(x, 0)].bg = Color::Yellow;
        for way in [Way::App, Way::Marks, Way::Putty, Way::Konsole, Way::QTerminal, Way::Kitty] {
            let mut sent = wanted.clone();
            let caret = Rewriter::default().rewrite(&mut sent, Some((x, 0)), way, &[]).unwrap();
            prop_assert_eq!(sent[caret].bg, Color::Yellow, "{}", way);
        }
    }

    #[test]
    fn putty_shows_the_painted_row(row in row(), paint in paint()) {
        let wanted = painted(&row, &paint);
        // Where «ها» touches a number that reads before it and a Latin word follows, no stored row is shown right.
        prop_assume!(!touches_a_number_at_its_right(&wanted.content));
        let mut shown = shown::putty(&rewritten(&wanted, Way::Putty));
        // Where nothing else helps, a rule stands in the blank last column.
        if let Some(edge) = shown.last_mut().filter(|edge| edge.symbol == "\u{5C0}") {
            edge.symbol = " ".to_owned();
        }
        check(shown, &wanted)?;
    }

    #[test]
    fn konsole_shows_the_painted_row_and_shapes_its_words_as_painted(row in row(), paint in paint()) {
        let wanted = painted(&row, &paint);
        let sent = rewritten(&wanted, Way::Konsole);
        check(shown::konsole(&sent), &wanted)?;
        let forms: Vec<String> = shown::shaped_anew(&sent);
        let kept: Vec<String> = seen(glyphs(&sent)).into_iter().map(|glyph| glyph.symbol).filter(|symbol| is_rtl(symbol)).collect();
        prop_assert_eq!(forms, kept);
    }

    #[test]
    fn qterminal_shows_the_painted_row_around_the_caret(row in row(), paint in paint(), x in 0..90u16) {
        let wanted = painted(&row, &paint);
        let mut sent = wanted.clone();
        let x = x.min(paint.width - 1);
        let caret = Rewriter::default().rewrite(&mut sent, Some((x, 0)), Way::QTerminal, &[]);
        prop_assert_eq!(caret, Some((x, 0)));
        let mut shown = shown::qterminal(&sent.content, usize::from(x));
        // A number that touches a letter may have got another weight.
        for (shown, wanted) in shown.iter_mut().zip(glyphs(&wanted.content)) {
            if wanted.symbol.chars().all(char::is_numeric) {
                shown.style = wanted.style;
            }
        }
        check(shown, &wanted)?;
    }

    #[test]
    fn kitty_shows_the_painted_row_with_either_kind_of_font(row in row(), paint in paint()) {
        let wanted = painted(&row, &paint);
        let shown = shown::kitty(&rewritten(&wanted, Way::Kitty), false);
        prop_assert_eq!(text(&seen(shown)), text(&glyphs(&wanted.content)));
        check(shown::kitty(&rewritten(&wanted, Way::KittyFonts), true), &wanted)?;
    }

    #[test]
    fn no_way_loses_a_cell_of_any_row_or_puts_the_caret_outside(text in "\\PC{0,60}", paint in paint(), x in 0..90u16) {
        let mut wanted = painted(&[text], &paint);
        wanted[(0, 0)].set_symbol("ب");
        let caret = (x < paint.width).then_some((x, 0));
        for way in Way::ALL {
            let mut sent = wanted.clone();
            let moved = Rewriter::default().rewrite(&mut sent, caret, way, &[]);
            prop_assert!(moved.is_none_or(|(x, y)| x < paint.width && y == 0));
            prop_assert_eq!(glyphs(&sent.content).len(), glyphs(&wanted.content).len());
        }
    }
}

/// Whether a right-to-left letter stands immediately left of a number.
fn touches_a_number_at_its_right(row: &[Cell]) -> bool {
    let is_digit = |cell: &Cell| cell.symbol().chars().all(char::is_numeric);
    row.windows(2)
        .any(|pair| is_rtl(pair[0].symbol()) && is_digit(&pair[1]))
}

fn is_rtl(symbol: &str) -> bool {
    use unicode_bidi::BidiClass::{AL, R};
    symbol
        .chars()
        .next()
        .is_some_and(|c| matches!(unicode_bidi::bidi_class(c), R | AL))
}

#[test]
fn a_table_row_is_sent_to_putty_without_odd_characters_where_that_is_right() {
    let row = ["بند ۷ (کتاف)", "نسخه 2.0", "۱۴۰۱/۱۲/۲۱"].map(str::to_owned);
    let paint = Paint {
        width: 50,
        ruled: true,
        selected: (0, 0),
        coloured: (0, 0),
    };
    let sent = text(&glyphs(&rewritten(&painted(&row, &paint), Way::Putty)));
    assert!(!sent.contains(['\u{2800}', '\u{5C0}', '\u{1C0}']), "{sent}");
}

#[test]
fn rows_without_right_to_left_letters_are_sent_as_painted() {
    let wanted = painted(
        &["name 2.0 ۱۲".to_owned()],
        &Paint {
            width: 30,
            ruled: true,
            selected: (3, 4),
            coloured: (0, 9),
        },
    );
    for way in Way::ALL
        .into_iter()
        .filter(|way| *way != Way::Kitty && *way != Way::KittyFonts)
    {
        assert_eq!(rewritten(&wanted, way), wanted.content, "{way}");
    }
}

#[test]
fn a_row_can_be_sent_in_a_way_of_its_own_and_every_row_is_sent_anew_when_the_way_changes() {
    let mut wanted = Buffer::with_lines(["\u{FE8F} a", "\u{FE8F} b"]);
    let mut rewriter = Rewriter::default();
    let mut sent = wanted.clone();
    rewriter.rewrite(&mut sent, None, Way::App, &[(1, Way::Marks)]);
    assert_eq!(sent[(0, 0)].symbol(), "\u{FE8F}");
    assert_eq!(sent[(0, 1)].symbol(), "\u{FE8F}\u{200E}");
    rewriter.rewrite(&mut wanted, None, Way::Marks, &[]);
    assert_eq!(wanted[(0, 0)].symbol(), "\u{FE8F}\u{200E}");
    assert_eq!(wanted[(0, 1)].symbol(), "\u{FE8F}\u{200E}");
}

#[test]
fn a_row_that_did_not_change_is_sent_as_before_and_its_caret_too() {
    let row = ["شماره ۱۲ ok".to_owned()];
    let paint = Paint {
        width: 30,
        ruled: false,
        selected: (0, 0),
        coloured: (0, 0),
    };
    let wanted = painted(&row, &paint);
    let mut rewriter = Rewriter::default();
    let (mut first, mut second) = (wanted.clone(), wanted.clone());
    let caret = rewriter.rewrite(&mut first, Some((20, 0)), Way::Putty, &[]);
    assert_eq!(
        rewriter.rewrite(&mut second, Some((20, 0)), Way::Putty, &[]),
        caret
    );
    assert_eq!(first, second);
    assert_ne!(first, wanted);
}

#[test]
fn every_way_is_found_by_its_name() {
    for way in Way::ALL {
        assert_eq!(way.name().parse(), Ok(way));
    }
    assert_eq!("nothing".parse::<Way>(), Err(super::NoSuchWay));
}

#[test]
fn a_click_that_putty_reports_is_where_it_was_painted() {
    let paint = |text: &str| {
        let line = truncate(text, 40, &LineStyle::default());
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        for (cell, x) in line.cells.iter().zip(5..) {
            buffer[(x, 0)].set_symbol(&cell.symbol);
        }
        buffer
    };
    for text in ["جلسه ۸ (ABC def) ۱۴۰۱/۱۲/۲۱", "ok 12 بند الف)", "  "] {
        for x in 0..40 {
            let mut rewriter = Rewriter::default();
            let sent = rewriter.rewrite(&mut paint(text), Some((x, 0)), Way::Putty, &[]);
            assert_eq!(rewriter.painted_column(sent.unwrap().0, 0), x, "{text}");
            // Other terminals report what is seen.
            let mut rewriter = Rewriter::default();
            rewriter.rewrite(&mut paint(text), Some((x, 0)), Way::Konsole, &[]);
            assert_eq!(rewriter.painted_column(x, 0), x);
        }
    }
}
