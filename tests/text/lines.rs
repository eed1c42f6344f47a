//! What must hold for every text that is laid out, wrapped, cut, folded or cleaned.
//! It does not know the right order of cells; `bidi` does.
#![allow(clippy::disallowed_methods)] // ratatui's own measure is asked here, to compare.

use dabir::text::{
    CellNote, Controls, Direction, LineStyle, TextForm, VisualLine, WrappedText, cell_width,
    cell_width_styled, clean_input, fold, fold_mapped, fold_tight, isolate, line, truncate, visible, wrap,
};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Text as secretaries and attackers write it.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[ابپتدرسلمنهویکگ]{1,6}",
        3 => "(لا|لَا|آ|أ|می\u{200C}شود|ۀ|ئ|ة|الله)",
        3 => " {1,3}",
        2 => "[0-9۰-۹٠-٩]{1,4}[-/:.–٫]{0,1}[0-9۰-۹]{0,4}",
        2 => "[a-zA-Z]{1,5}",
        2 => "[(){}«»\\[\\].،؛؟!%٪@+-]",
        1 => "[\u{64B}-\u{652}\u{654}\u{670}\u{301}]{1,3}",
        1 => "[\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}\u{2066}-\u{2069}\u{FEFF}\u{AD}\u{61C}]",
        1 => "[\0-\t\u{B}-\u{1F}\u{7F}-\u{9F}\u{2028}\u{2029}\u{FFFD}]",
        1 => "(漢字|한글|ᄒ\u{1161}\u{11AB}|😀|👨\u{200D}👩\u{200D}👧|👍🏽|🇮🇷|❤\u{FE0F}|क्षि|กำ|ڕ|ێ|\u{600}۱۲)",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn one_line() -> impl Strategy<Value = String> {
    texts().prop_map(|text| text.replace('\n', " "))
}

fn styles() -> impl Strategy<Value = LineStyle> {
    (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(ltr, honour, logical, show_zwnj)| LineStyle {
            base: if ltr { Direction::Ltr } else { Direction::Rtl },
            controls: if honour { Controls::Honour } else { Controls::Show },
            form: if logical {
                TextForm::Logical
            } else {
                TextForm::Visual
            },
            show_zwnj,
        },
    )
}

/// The bytes of the cells in logical order.
fn covered(line: &VisualLine) -> Vec<std::ops::Range<usize>> {
    let mut ranges: Vec<_> = line
        .cells
        .iter()
        .map(|cell| cell.source_byte.start as usize..cell.source_byte.end as usize)
        .collect();
    ranges.sort_by_key(|range| range.start);
    ranges
}

fn has_picture(c: char) -> bool {
    line(
        &String::from(c),
        &LineStyle {
            controls: Controls::Honour,
            ..LineStyle::default()
        },
    )
    .columns
        > 0
}

fn columns_of(line: &VisualLine) -> usize {
    line.cells.iter().map(|cell| usize::from(cell.columns)).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_cells_of_a_line_cover_every_byte_once_in_logical_order(text in one_line(), style in styles()) {
        let laid = line(&text, &style);
        let ranges = covered(&laid);
        if ranges.is_empty() {
            prop_assert!(!text.chars().any(has_picture));
        } else {
            let joined: String = ranges.iter().map(|range| &text[range.clone()]).collect();
            prop_assert_eq!(joined, text.clone());
            prop_assert!(ranges.windows(2).all(|pair| pair[0].end == pair[1].start));
        }
        prop_assert_eq!(columns_of(&laid), laid.columns);
        prop_assert_eq!(cell_width_styled(&text, &style), laid.columns);
    }

    #[test]
    fn a_cell_fills_as_many_columns_as_the_screen_buffer_takes_it_for(text in one_line(), style in styles()) {
        for cell in line(&text, &LineStyle { form: TextForm::Visual, ..style }).cells {
            prop_assert_eq!(cell.symbol.width(), usize::from(cell.columns), "{:?}", cell);
        }
    }

    #[test]
    fn no_control_and_no_joiner_is_ever_sent(text in one_line(), style in styles()) {
        let symbols = line(&text, &LineStyle { form: TextForm::Visual, ..style }).symbols();
        let sent = |c: char| c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{61C}' | '\u{FEFF}');
        prop_assert!(!symbols.contains(sent), "{:?}", symbols);
    }

    #[test]
    fn wrapped_lines_lose_nothing_and_split_no_grapheme(text in texts(), columns in 1usize..30, style in styles()) {
        let lines = wrap(&text, columns, &style);
        prop_assert!(!lines.is_empty());
        let boundaries: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        let mut expected_start = 0;
        for laid in &lines {
            prop_assert!(text[expected_start..laid.range_byte.start].chars().all(|c| c == '\n' || c == '\r'));
            prop_assert!(boundaries.contains(&laid.range_byte.start));
            expected_start = laid.range_byte.end;
            prop_assert_eq!(columns_of(laid), laid.columns);
            prop_assert!(laid.columns <= columns || laid.cells.len() == 1);
            let ranges = covered(laid);
            let shown: String = ranges.iter().map(|range| &text[range.clone()]).collect();
            let whole = &text[laid.range_byte.clone()];
            prop_assert!(whole.starts_with(&shown) || shown.is_empty());
            prop_assert!(!whole[shown.len().min(whole.len())..].chars().any(|c| has_picture(c) && !c.is_whitespace()));
        }
        prop_assert!(text[expected_start..].chars().all(|c| c == '\n' || c == '\r'));
    }

    #[test]
    fn lines_laid_out_one_by_one_are_those_laid_out_together(text in texts(), columns in 1usize..30, style in styles()) {
        let (wrapped, lines) = (WrappedText::new(&text, columns, &style), wrap(&text, columns, &style));
        prop_assert_eq!(wrapped.len(), lines.len());
        prop_assert_eq!(&wrapped.lines(&text, 0..lines.len()), &lines);
        prop_assert_eq!(&wrapped.lines(&text, 1..3)[..], &lines[1.min(lines.len())..3.min(lines.len())]);
    }

    #[test]
    fn a_line_that_is_cut_fits_and_is_the_start_of_the_text(text in one_line(), columns in 0usize..40, style in styles()) {
        let cut = truncate(&text, columns, &style);
        prop_assert!(cut.columns <= columns);
        prop_assert_eq!(columns_of(&cut), cut.columns);
        let whole = line(&text, &style);
        if whole.columns <= columns {
            prop_assert_eq!(cut, whole);
        } else if columns > 0 {
            prop_assert_eq!(cut.cells.iter().filter(|cell| cell.note == CellNote::Ellipsis).count(), 1);
            let joined: String = covered(&cut).into_iter().map(|range| &text[range]).collect();
            prop_assert_eq!(joined, text);
        }
    }

    #[test]
    fn plain_letters_in_logical_form_are_the_text_itself(text in "[ابپلاآ ۰-۹a-z()«»][ابپلاآ ۰-۹a-z()«»\u{200C}\u{64E}]{0,30}") {
        let style = LineStyle { form: TextForm::Logical, ..LineStyle::default() };
        prop_assert_eq!(line(&text, &style).symbols(), text);
    }

    #[test]
    fn an_isolated_name_never_reorders_its_neighbours(name in one_line(), base in prop_oneof![Just(Direction::Rtl), Just(Direction::Ltr)]) {
        prop_assume!(cell_width(&name) > 0);
        let style = LineStyle { base, controls: Controls::Honour, ..LineStyle::default() };
        let (before, after) = ("آقای ", " در ABC ۱۲ آمد");
        let text = format!("{before}{}{after}", isolate(&name));
        let laid = line(&text, &style);
        let (start, end) = (before.len() as u32, (text.len() - after.len()) as u32);
        let inside: Vec<bool> = laid.cells.iter().map(|cell| cell.source_byte.start >= start && cell.source_byte.end <= end).collect();
        // The name stands in one piece, and what is around it stands as around any other word.
        prop_assert!(inside.windows(2).filter(|pair| pair[0] != pair[1]).count() <= 2);
        let plain = line(&format!("{before}{}{after}", isolate("ب")), &style).cells;
        let around: String = laid.cells.iter().zip(&inside).filter(|(_, inside)| !**inside).map(|(cell, _)| cell.symbol.as_str()).collect();
        let expected: String = plain.iter().filter(|cell| cell.symbol != "\u{FE8F}").map(|cell| cell.symbol.as_str()).collect();
        prop_assert_eq!(around, expected);
    }

    #[test]
    fn folding_and_cleaning_twice_change_nothing(text in texts()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.clone());
        prop_assert_eq!(fold_tight(&text), folded.replace(' ', ""));
        let cleaned = clean_input(&text).into_owned();
        prop_assert_eq!(clean_input(&cleaned), cleaned.clone());
        prop_assert!(!cleaned.contains(|c: char| c.is_control() && c != '\n' && c != '\t'));
        prop_assert!(!line(&visible(&text), &LineStyle::default()).cells.iter().any(|cell| cell.note == CellNote::Mark));
    }

    #[test]
    fn every_hit_in_a_folded_text_leads_back_to_source_that_folds_to_it(text in texts(), start in 0usize..40, length in 1usize..10) {
        let folded = fold_mapped(&text);
        prop_assert_eq!(&folded.text, &fold(&text));
        prop_assert_eq!(folded.source_byte.len(), folded.text.len() + 1);
        let bounds: Vec<usize> = folded.text.char_indices().map(|(at, _)| at).chain([folded.text.len()]).collect();
        let start = start % bounds.len();
        let end = (start + length).min(bounds.len() - 1);
        let hit = bounds[start]..bounds[end];
        let source = &text[folded.source_range(hit.clone())];
        prop_assert!(fold(source).contains(folded.text[hit].trim()));
    }
}

#[test]
fn a_million_letters_are_cut_without_being_read() {
    let text = "مصوبه ABC ۱۲ ".repeat(70_000);
    for _ in 0..1000 {
        assert_eq!(truncate(&text, 40, &LineStyle::default()).columns, 40);
    }
}

/// Were anything here quadratic, this would not end.
#[test]
fn a_long_line_of_anything_is_laid_out_in_time_that_grows_with_its_length() {
    for piece in [
        "مصوبه ABC ۱۲ ",
        "(",
        "()",
        "(a)",
        "[a(",
        "ا(",
        "\u{64E}",
        "\t",
        "1-",
        "-",
        "a۱",
        "👨\u{200D}",
        "🇮",
        "\u{600}",
        "क\u{94D}",
        "\u{2067}",
        "\u{2067}a\u{2069}",
        "\u{202A}",
        "\u{202A}\u{2069}",
        "\u{202E}a\u{202C}",
        "\u{200C}",
        " ",
        "\n",
        "لا",
    ] {
        let text = piece.repeat(50_000 / piece.len());
        for controls in [Controls::Show, Controls::Honour] {
            let style = LineStyle {
                controls,
                ..LineStyle::default()
            };
            assert_eq!(
                line(&text, &style).columns,
                cell_width_styled(&text, &style),
                "{piece:?}"
            );
            assert!(wrap(&text, 80, &style).len() <= text.len() + 1);
            assert!(truncate(&text, 40, &style).columns <= 40);
        }
        assert!(fold(&clean_input(&text)).len() <= 3 * text.len());
    }
}
