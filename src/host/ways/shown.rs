//! Models of what terminals make of a row by themselves: the judges of the ways. Written from what the terminals do,
//! they share nothing with the ways but Unicode's tables.

use super::row::{class_of, is_rule, mirrored};
use icu_properties::CodePointMapData;
use icu_properties::props::Script;
use ratatui::buffer::{Cell, CellWidth};
use ratatui::style::{Color, Modifier};
use unicode_bidi::{Level, ParagraphBidiInfo};

/// A symbol and its style; a wide one fills `columns`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub symbol: String,
    pub columns: usize,
    pub style: Style,
}

/// What a cell looks like besides its symbol.
pub(super) type Style = (Color, Color, Modifier);

/// The glyphs of a row, one for a wide cell and the one behind it.
pub(super) fn glyphs(row: &[Cell]) -> Vec<Glyph> {
    let mut found = Vec::new();
    let mut column = 0;
    while column < row.len() {
        let cell = &row[column];
        let columns = usize::from(cell.cell_width()).clamp(1, row.len() - column);
        found.push(Glyph {
            symbol: cell.symbol().to_owned(),
            columns,
            style: (cell.fg, cell.bg, cell.modifier),
        });
        column += columns;
    }
    found
}

/// The glyphs as the eye takes them: marks are not seen, nor whether a blank is slanted, and the twins of blanks and
/// rules look like them.
pub(super) fn seen(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let look = |c: char| match c {
        '\u{2800}' => Some(' '),
        '\u{5C0}' | '\u{1C0}' => Some('│'),
        '\u{200C}' | '\u{200E}' | '\u{202D}' => None,
        c => Some(c),
    };
    let see = |mut glyph: Glyph| {
        glyph.symbol = glyph.symbol.chars().filter_map(look).collect();
        if glyph.symbol == " " {
            glyph.style.2.remove(Modifier::ITALIC);
        }
        glyph
    };
    glyphs.into_iter().map(see).collect()
}

/// What the algorithm is run on and how what it turns is drawn.
struct Ordering {
    base: Option<Level>,
    /// Marks without width take part.
    marks: bool,
    mirrors: bool,
    /// Rules count as left-to-right letters.
    rules_are_letters: bool,
}

impl Ordering {
    fn show(&self, row: Vec<Glyph>) -> Vec<Glyph> {
        let mut text = String::new();
        // For each scalar of the text the glyph that it begins; a mark begins none, and moves for itself.
        let mut begun = Vec::new();
        for (at, glyph) in row.iter().enumerate() {
            let mut scalars = glyph.symbol.chars();
            match scalars.next() {
                Some(c) if self.rules_are_letters && is_rule(c) => text.push('x'),
                first => text.extend(first),
            }
            begun.push(Some(at));
            if self.marks {
                begun.extend(scalars.clone().map(|_| None));
                text.extend(scalars);
            }
        }
        let info = ParagraphBidiInfo::new(&text, self.base);
        let levels = info.reordered_levels_per_char(0..text.len());
        let show = |at: usize| {
            let glyph = &row[begun[at]?];
            Some(match self.mirrors && levels[at].is_rtl() {
                true => turned(glyph),
                false => glyph.clone(),
            })
        };
        let order = ParagraphBidiInfo::reorder_visual(&levels);
        order.into_iter().filter_map(show).collect()
    }
}

fn turned(glyph: &Glyph) -> Glyph {
    let mut scalars = glyph.symbol.chars();
    let first = scalars.next().map(mirrored);
    Glyph {
        symbol: first.into_iter().chain(scalars).collect(),
        ..glyph.clone()
    }
}

/// PuTTY: base characters of the whole row, direction of the first strong one.
pub(super) fn putty(row: &[Cell]) -> Vec<Glyph> {
    let ordering = Ordering {
        base: None,
        marks: false,
        mirrors: true,
        rules_are_letters: false,
    };
    ordering.show(glyphs(row))
}

/// VTE in implicit mode: the whole row with its marks, from left to right.
pub(super) fn vte(row: &[Cell]) -> Vec<Glyph> {
    ltr(true).show(glyphs(row))
}

fn ltr(marks: bool) -> Ordering {
    Ordering {
        base: Some(Level::ltr()),
        marks,
        mirrors: true,
        rules_are_letters: false,
    }
}

/// A terminal that takes the direction of a row from its text, marks included (mintty as it starts).
pub(super) fn by_first_letter(row: &[Cell]) -> Vec<Glyph> {
    Ordering {
        base: None,
        ..ltr(true)
    }
    .show(glyphs(row))
}

/// xterm.js in the DOM: each piece of one style for itself, with its marks, from left to right.
pub(super) fn browser(row: &[Cell]) -> Vec<Glyph> {
    let pieces = pieces(glyphs(row), |glyph| glyph.style);
    pieces
        .into_iter()
        .flat_map(|piece| ltr(true).show(piece))
        .collect()
}

/// Konsole: the whole row with its marks, from left to right, rules as letters, brackets as they are.
pub(super) fn konsole(row: &[Cell]) -> Vec<Glyph> {
    let ordering = Ordering {
        mirrors: false,
        rules_are_letters: true,
        ..ltr(true)
    };
    ordering.show(glyphs(row))
}

/// QTerminal: each piece of one style for itself, from left to right; rules are pieces apart, and so is the cell under
/// the caret.
pub(super) fn qterminal(row: &[Cell], caret: usize) -> Vec<Glyph> {
    let mut column = 0;
    let mut placed = Vec::new();
    for glyph in glyphs(row) {
        placed.push((column, glyph.clone()));
        column += glyph.columns;
    }
    let kind = |(column, glyph): &(usize, Glyph)| {
        let is_rule = glyph.symbol.chars().all(is_rule);
        (glyph.style, is_rule, glyph.columns, *column == caret)
    };
    let show =
        |piece: Vec<(usize, Glyph)>| ltr(false).show(piece.into_iter().map(|(_, glyph)| glyph).collect());
    pieces(placed, kind).into_iter().flat_map(show).collect()
}

/// kitty: every run of one font is drawn in the direction of its first letter; colours stay in their places.
pub(super) fn kitty(row: &[Cell], arabic_from_other_font: bool) -> Vec<Glyph> {
    let kind = |glyph: &Glyph| {
        let c = glyph.symbol.chars().next().unwrap_or(' ');
        let alone = c == ' ' || is_rule(c);
        let arabic = arabic_from_other_font && matches!(c, '\u{600}'..='\u{6FF}' | '\u{FB50}'..='\u{FEFC}');
        (glyph.style.2 & (Modifier::BOLD | Modifier::ITALIC), alone, arabic)
    };
    let pieces = pieces(glyphs(row), kind);
    pieces.into_iter().flat_map(draw_run).collect()
}

fn draw_run(run: Vec<Glyph>) -> Vec<Glyph> {
    let script = |glyph: &Glyph| {
        let of = CodePointMapData::<Script>::new();
        let scripts = glyph.symbol.chars().map(|c| of.get(c));
        scripts
            .into_iter()
            .find(|script| !matches!(*script, Script::Common | Script::Inherited | Script::Unknown))
    };
    if run.iter().find_map(script) != Some(Script::Arabic) {
        return run;
    }
    let styles = run.iter().map(|glyph| glyph.style);
    let drawn = run.iter().rev().map(turned).zip(styles);
    drawn.map(|(glyph, style)| Glyph { style, ..glyph }).collect()
}

fn pieces<T, K: PartialEq>(row: Vec<T>, kind: impl Fn(&T) -> K) -> Vec<Vec<T>> {
    let mut found: Vec<Vec<T>> = Vec::new();
    for glyph in row {
        match found.last_mut() {
            Some(piece) if kind(&piece[0]) == kind(&glyph) => piece.push(glyph),
            _ => found.push(vec![glyph]),
        }
    }
    found
}

/// Whether the words of a row in reading order, shaped anew from their letters, come out in the given forms.
pub(super) fn shaped_anew(row: &[Cell]) -> Vec<String> {
    use crate::text::{Direction, LineStyle, letters_of_forms, line};
    let style = LineStyle {
        base: Direction::Rtl,
        ..LineStyle::default()
    };
    let is_letter = |cell: &Cell| {
        let c = cell.symbol().chars().next().unwrap_or(' ');
        matches!(
            class_of(c),
            unicode_bidi::BidiClass::R | unicode_bidi::BidiClass::AL
        )
    };
    let words = row.chunk_by(|a, b| is_letter(a) && is_letter(b));
    let shape = |word: &[Cell]| {
        let written: String = word.iter().map(Cell::symbol).collect();
        let written: String = written.chars().filter(|&c| c != '\u{200E}').collect();
        let laid = line(&letters_of_forms(&written), &style);
        laid.cells
            .iter()
            .rev()
            .map(|cell| cell.symbol.to_string())
            .collect::<Vec<_>>()
    };
    words.filter(|word| is_letter(&word[0])).flat_map(shape).collect()
}
