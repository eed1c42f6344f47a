//! Unicode's BidiTest.txt and BidiCharacterTest.txt against `text::line`: levels and order of every cell.
//! It does not test joining or widths.
//!
//! The line function has no cells for bidi controls and puts signs into the cell of their letter, so each cell is
//! judged by the first scalar in it that has a picture. Plus and hyphen of the data are written as their full-width
//! twins of the same bidi class (ES), because `+` and `-` at digits are under a protocol of our own.

use crate::unicode::unpacked;
use dabir::text::{Controls, Direction, LineStyle, line};

/// The expected level of every scalar, `None` where the data has `x`, and the order of the others.
struct Expected {
    levels: Vec<Option<u8>>,
    order: Vec<usize>,
}

fn numbers(field: &str) -> Vec<usize> {
    field
        .split_whitespace()
        .map(|number| number.parse().unwrap())
        .collect()
}

fn levels_of(field: &str) -> Vec<Option<u8>> {
    field.split_whitespace().map(|level| level.parse().ok()).collect()
}

fn has_no_picture(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
}

/// What is wrong with the line of `scalars`, or `None`.
fn fault(scalars: &[char], base: Direction, expected: &Expected) -> Option<String> {
    let text: String = scalars.iter().collect();
    let style = LineStyle {
        base,
        controls: Controls::Honour,
        ..LineStyle::default()
    };
    let laid = line(&text, &style);
    let index_of: Vec<usize> = scalars
        .iter()
        .enumerate()
        .flat_map(|(index, c)| std::iter::repeat_n(index, c.len_utf8()))
        .collect();
    let mut order = Vec::new();
    for cell in &laid.cells {
        let range = cell.source_byte.start as usize..cell.source_byte.end as usize;
        let base = range
            .map(|byte| index_of[byte])
            .find(|&index| !has_no_picture(scalars[index]))?;
        if expected.levels[base] != Some(cell.level) {
            return Some(format!("{scalars:?} {base:?}: level of {base} is {}", cell.level));
        }
        order.push(base);
    }
    let wanted: Vec<usize> = expected
        .order
        .iter()
        .copied()
        .filter(|index| order.contains(index))
        .collect();
    let visible = scalars
        .iter()
        .filter(|&&c| !has_no_picture(c) && !is_sign(c))
        .count();
    if order != wanted || order.len() < visible {
        return Some(format!("{scalars:?} {base:?}: {order:?} instead of {wanted:?}"));
    }
    None
}

fn is_sign(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{20D0}'..='\u{20F0}')
}

fn direction(number: usize, text: &str) -> Direction {
    match number {
        0 => Direction::Ltr,
        1 => Direction::Rtl,
        _ => Direction::of(text).unwrap_or(Direction::Ltr),
    }
}

#[test]
fn every_line_of_bidi_character_test_has_its_levels_and_order() {
    let (mut count, mut faults) = (0, Vec::new());
    for test in unpacked("BidiCharacterTest.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let fields: Vec<&str> = test.split(';').collect();
        let scalars: Vec<char> = fields[0]
            .split(' ')
            .map(|code| match u32::from_str_radix(code, 16).unwrap() {
                0x2B => '\u{FF0B}',
                0x2D => '\u{FF0D}',
                code => char::from_u32(code).unwrap(),
            })
            .collect();
        let text: String = scalars.iter().collect();
        let base = direction(fields[1].parse().unwrap(), &text);
        let expected = Expected {
            levels: levels_of(fields[3]),
            order: numbers(fields[4]),
        };
        count += 1;
        faults.extend(fault(&scalars, base, &expected));
    }
    assert_eq!(count, 91_707);
    assert!(
        faults.is_empty(),
        "{} of {count}, first: {:#?}",
        faults.len(),
        &faults[..faults.len().min(5)]
    );
}

/// A character of each bidi class; `B` ends a paragraph and never reaches a line.
fn character_of(class: &str) -> char {
    match class {
        "L" => 'a',
        "R" => '\u{5D0}',
        "AL" => '\u{62F}',
        "EN" => '7',
        "ES" => '\u{FF0B}',
        "ET" => '%',
        "AN" => '\u{667}',
        "CS" => ',',
        "NSM" => '\u{301}',
        "BN" => '\u{AD}',
        "S" => '\t',
        "WS" => ' ',
        "ON" => '!',
        "LRE" => '\u{202A}',
        "RLE" => '\u{202B}',
        "PDF" => '\u{202C}',
        "LRO" => '\u{202D}',
        "RLO" => '\u{202E}',
        "LRI" => '\u{2066}',
        "RLI" => '\u{2067}',
        "FSI" => '\u{2068}',
        "PDI" => '\u{2069}',
        other => panic!("unknown class {other}"),
    }
}

#[test]
fn every_line_of_bidi_test_has_its_levels_and_order() {
    let (mut count, mut faults) = (0, Vec::new());
    let mut expected = Expected {
        levels: Vec::new(),
        order: Vec::new(),
    };
    for test in unpacked("BidiTest.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(levels) = test.strip_prefix("@Levels:") {
            expected.levels = levels_of(levels);
        } else if let Some(order) = test.strip_prefix("@Reorder:") {
            expected.order = numbers(order);
        } else {
            let (classes, directions) = test.split_once(';').unwrap();
            let directions: u8 = directions.trim().parse().unwrap();
            let classes = classes.trim_end().strip_suffix('B').unwrap_or(classes);
            let scalars: Vec<char> = classes.split_whitespace().map(character_of).collect();
            let text: String = scalars.iter().collect();
            for (bit, number) in [(1, 2), (2, 0), (4, 1)] {
                if directions & bit != 0 {
                    count += 1;
                    faults.extend(fault(&scalars, direction(number, &text), &expected));
                }
            }
        }
    }
    assert_eq!(count, 770_241);
    assert!(
        faults.is_empty(),
        "{} of {count}, first: {:#?}",
        faults.len(),
        &faults[..faults.len().min(5)]
    );
}
