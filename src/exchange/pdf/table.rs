//! Tables, and the head of a document as a grid of labels and values.
//! Does not know where a page ends but for how high a row may be.

use std::num::NonZeroU32;
use std::rc::Rc;

use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use super::grid::{GridCell, columns, inside, outside, row, widened};
use super::setter::{Manner, Setter, TABLE, said};
use super::slab::Slab;
use super::structure::Place;
use crate::exchange::paper::{LabelledText, PaperColumn, PaperTable, Text};

/// How high a row is that a person signs in.
const SIGNED: f32 = 34.0;
/// The shares of labels and values in the head.
const HEAD: [u32; 4] = [15, 35, 15, 35];

/// What a cell is told by.
struct CellManner {
    tag: TagKind,
    set: Manner,
    is_shaded: bool,
}

/// The rows of a table, the heads among them; they stand above the rows on each page again.
pub(super) fn table(setter: &mut Setter<'_>, table: &PaperTable) -> Vec<Slab> {
    let PaperTable {
        columns: heads,
        rows,
        signed,
    } = table;
    let shares: Vec<u32> = heads
        .iter()
        .map(|PaperColumn { head: _, share }| *share)
        .collect();
    let least: Vec<f32> = heads
        .iter()
        .map(|column| setter.longest_word(&column.head))
        .collect();
    let places = columns(&widened(&shares, &least, setter.width), setter.width, setter.base);
    let whole = setter.structure.add(None, Tag::Table);
    let mut slabs = Vec::new();
    let mut most = setter.height;
    let mut repeated = None;
    if table.has_heads() {
        let part = setter.structure.add(Some(whole), Tag::THead);
        let cells: Vec<Vec<Text>> = heads.iter().map(|column| vec![column.head.clone()]).collect();
        // A head that fills half a page leaves no room for its rows.
        let head = head_row(setter, part, &cells, &places, most / 2.0);
        if let [only] = head.as_slice() {
            most -= only.height;
        }
        slabs.extend(head);
        repeated = repeated_head(setter, &cells, &places, most / 2.0);
    }
    let body = setter.structure.add(Some(whole), Tag::TBody);
    let least = if *signed { SIGNED } else { 0.0 };
    for cells in rows {
        let of_row = body_row(setter, body, cells, &places, (least, most));
        slabs.extend(of_row.into_iter().map(|slab| Slab {
            head: repeated.clone(),
            ..slab
        }));
    }
    slabs
}

fn head_row(
    setter: &mut Setter<'_>,
    part: Place,
    cells: &[Vec<Text>],
    places: &[(f32, f32)],
    most: f32,
) -> Vec<Slab> {
    let line = setter.structure.add(Some(part), Tag::TR);
    let manner = || CellManner {
        tag: Tag::TH(TableHeaderScope::Column).into(),
        set: Manner::bold(TABLE).centred(),
        is_shaded: true,
    };
    let cells = cells.iter().zip(places);
    let cells: Vec<GridCell> = cells
        .map(|(cell, at)| setter.cell(line, cell, *at, manner()))
        .collect();
    let mut slabs = row(setter, cells, 0.0, most);
    slabs.iter_mut().for_each(|slab| slab.holds_next = true);
    slabs
}

/// The heads once more, for the pages behind the first; only where they are one slab.
fn repeated_head(
    setter: &mut Setter<'_>,
    cells: &[Vec<Text>],
    places: &[(f32, f32)],
    most: f32,
) -> Option<Rc<Slab>> {
    // What is there once more is no part of the structure.
    let kept = std::mem::take(&mut setter.structure);
    let aside = setter.structure.add(None, Tag::THead);
    let mut slabs = head_row(setter, aside, cells, places, most);
    setter.structure = kept;
    let head = slabs.pop().filter(|_| slabs.is_empty());
    head.map(Rc::new)
}

fn body_row(
    setter: &mut Setter<'_>,
    body: Place,
    cells: &[Vec<Text>],
    places: &[(f32, f32)],
    (least, most): (f32, f32),
) -> Vec<Slab> {
    let line = setter.structure.add(Some(body), Tag::TR);
    let empty = Vec::new();
    let manner = || CellManner {
        tag: Tag::TD.into(),
        set: Manner::plain(TABLE),
        is_shaded: false,
    };
    // A row that is shorter than the heads has cells without words.
    let cells = places
        .iter()
        .enumerate()
        .map(|(at, place)| (cells.get(at).unwrap_or(&empty), place));
    let cells: Vec<GridCell> = cells
        .map(|(cell, at)| setter.cell(line, cell, *at, manner()))
        .collect();
    row(setter, cells, least, most)
}

impl Setter<'_> {
    /// How broad a column is that holds each word of its head whole.
    fn longest_word(&mut self, head: &Text) -> f32 {
        let said = said(head, self.base);
        let words = said
            .split_whitespace()
            .map(|word| self.words(word, Manner::bold(TABLE), self.width));
        let widths = words.filter_map(|lines| lines.first().map(|line| line.width));
        // A little more, so that rounding does not break it.
        outside(widths.fold(0.0, f32::max)) + 0.5
    }

    fn cell(&mut self, line: Place, texts: &[Text], (x, width): (f32, f32), manner: CellManner) -> GridCell {
        let CellManner { tag, set, is_shaded } = manner;
        let place = self.structure.add(Some(line), tag);
        let mut lines = Vec::new();
        for text in texts {
            for paragraph in self.paragraphs(text, set, inside(width)) {
                let paragraph_place = self.structure.add(Some(place), Tag::P);
                lines.extend(paragraph.into_iter().map(|line| (paragraph_place, line)));
            }
        }
        if lines.is_empty() {
            lines.push((place, self.nothing(set.size)));
        }
        GridCell {
            x,
            width,
            lines,
            is_shaded,
            is_centred: set.is_centred,
            is_framed: true,
        }
    }
}

/// Labelled values: two beside each other where both are short, else one in a row.
pub(super) fn head(setter: &mut Setter<'_>, fields: &[LabelledText]) -> Vec<Slab> {
    let places = columns(&HEAD, setter.width, setter.base);
    let [first, short, second, behind] = places.as_slice() else {
        return Vec::new();
    };
    let (first, short, second, behind) = (*first, *short, *second, *behind);
    let long = (short.0.min(behind.0), setter.width - first.1);
    let whole = setter.structure.add(None, Tag::Table);
    let body = setter.structure.add(Some(whole), Tag::TBody);
    let mut slabs = Vec::new();
    let mut fields = fields.iter().peekable();
    while let Some(field) = fields.next() {
        let line = setter.structure.add(Some(body), Tag::TR);
        let mut cells = vec![setter.label(line, field, first)];
        let is_short = setter.is_short(field, short.1);
        let pair = fields.next_if(|next| is_short && setter.is_short(next, behind.1));
        match pair {
            Some(pair) => {
                cells.push(setter.value(line, field, short, Tag::TD.into()));
                cells.push(setter.label(line, pair, second));
                cells.push(setter.value(line, pair, behind, Tag::TD.into()));
            }
            None => {
                let over = Tag::TD.with_col_span(NonZeroU32::new(3));
                cells.push(setter.value(line, field, long, over.into()));
            }
        }
        let most = setter.height;
        slabs.extend(row(setter, cells, 0.0, most));
    }
    slabs
}

impl Setter<'_> {
    fn label(&mut self, line: Place, field: &LabelledText, at: (f32, f32)) -> GridCell {
        let tag = Tag::TH(TableHeaderScope::Row).into();
        let manner = CellManner {
            tag,
            set: Manner::bold(TABLE),
            is_shaded: true,
        };
        // As the other formats have it.
        let label = Text::ours(format!("{}:", field.label));
        self.cell(line, &[label], at, manner)
    }

    fn value(&mut self, line: Place, field: &LabelledText, at: (f32, f32), tag: TagKind) -> GridCell {
        let manner = CellManner {
            tag,
            set: Manner::plain(TABLE),
            is_shaded: false,
        };
        self.cell(line, std::slice::from_ref(&field.value), at, manner)
    }

    /// Whether a value fits on one line of this width.
    fn is_short(&mut self, field: &LabelledText, width: f32) -> bool {
        let set = self.paragraphs(&field.value, Manner::plain(TABLE), inside(width));
        set.iter().map(Vec::len).sum::<usize>() <= 1
    }
}
