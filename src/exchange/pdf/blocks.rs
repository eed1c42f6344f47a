//! The blocks of a paper as slabs, in order.
//! Does not know pages, nor how a table is made.

use std::num::NonZeroU16;

use krilla::tagging::{ListNumbering, Tag};

use super::picture::{chart, signatures};
use super::setter::{BODY, HEADING, LinesAt, Manner, Setter, TITLE, said};
use super::slab::Slab;
use super::table::{head, table};
use crate::exchange::paper::{Block, Paper, Text};
use crate::text::Direction;

/// Rooms in points: before a heading, before other blocks, and a gap.
const BEFORE_HEADING: f32 = 12.0;
const BEFORE: f32 = 4.0;
const GAP: f32 = 9.0;
/// The room of the number or sign before an item of a list.
const INDENT: f32 = 22.0;

/// The slabs of all blocks.
pub(super) fn slabs(setter: &mut Setter<'_>, paper: &Paper) -> Vec<Slab> {
    let has_title = paper.blocks.iter().any(|block| matches!(block, Block::Title(_)));
    let mut slabs: Vec<Slab> = Vec::new();
    let mut begins_page = false;
    for block in &paper.blocks {
        if matches!(block, Block::PageBreak) {
            begins_page = true;
            continue;
        }
        let mut of_block = slabs_of(setter, block, has_title);
        if let Some(first) = of_block.first_mut().filter(|_| begins_page) {
            first.begins_page = true;
            begins_page = false;
        }
        slabs.extend(of_block);
    }
    slabs
}

fn slabs_of(setter: &mut Setter<'_>, block: &Block, has_title: bool) -> Vec<Slab> {
    match block {
        Block::Title(text) => headed(setter, text, Manner::bold(TITLE).centred(), 1, BEFORE),
        Block::Heading(text) => {
            let level = if has_title { 2 } else { 1 };
            headed(setter, text, Manner::bold(HEADING), level, BEFORE_HEADING)
        }
        Block::Centred(text) => after(0.0, setter.running(text, Manner::plain(BODY).centred(), None)),
        Block::Paragraph(text) => after(BEFORE, setter.running(text, Manner::plain(BODY), None)),
        Block::Head(fields) => after(BEFORE, head(setter, fields)),
        Block::List { numbered, items } => after(BEFORE, list(setter, *numbered, items)),
        Block::Table(given) => after(BEFORE, table(setter, given)),
        Block::Signatures(fields) => after(GAP, signatures(setter, fields)),
        Block::Chart(given) => after(GAP, chart(setter, given)),
        Block::Gap => vec![Slab::room(GAP)],
        // It was taken care of where blocks follow each other.
        Block::PageBreak => Vec::new(),
    }
}

/// Room before slabs, where there are any.
fn after(room: f32, slabs: Vec<Slab>) -> Vec<Slab> {
    if slabs.is_empty() || room == 0.0 {
        return slabs;
    }
    let mut with_room = vec![Slab::room(room)];
    with_room.extend(slabs);
    with_room
}

fn headed(setter: &mut Setter<'_>, text: &Text, manner: Manner, level: u16, room: f32) -> Vec<Slab> {
    let name = said(text, setter.base);
    if name.is_empty() {
        return Vec::new();
    }
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    let mut slabs = setter.heading(text, manner, Tag::Hn(level, Some(name.clone())));
    if let Some(first) = slabs.first_mut() {
        first.entry = Some(name);
    }
    after(room, slabs)
}

fn list(setter: &mut Setter<'_>, numbered: bool, items: &[Text]) -> Vec<Slab> {
    let numbering = if numbered {
        ListNumbering::Decimal
    } else {
        ListNumbering::Disc
    };
    let whole = setter.structure.add(None, Tag::L(numbering));
    let manner = Manner::plain(BODY);
    let width = setter.width - INDENT;
    let is_rtl = setter.base == Direction::Rtl;
    let (sign_x, x) = if is_rtl { (width, 0.0) } else { (0.0, INDENT) };
    let mut slabs = Vec::new();
    for (number, item) in (1u32..).zip(items) {
        let place = setter.structure.add(Some(whole), Tag::LI);
        let label = setter.structure.add(Some(place), Tag::Lbl);
        let body = setter.structure.add(Some(place), Tag::LBody);
        let sign = if numbered {
            format!("{}.", setter.digits.of(number))
        } else {
            "•".to_owned()
        };
        let mut sign = Some(setter.words(&sign, manner, INDENT));
        for lines in setter.paragraphs(item, manner, width) {
            let count = lines.len();
            for (at, line) in lines.into_iter().enumerate() {
                let mut slab = Slab {
                    holds_next: at == 0 && count > 1,
                    ..Slab::default()
                };
                let spot = |x, width| LinesAt {
                    x,
                    y: 0.0,
                    width,
                    is_centred: false,
                };
                if let Some(sign) = sign.take() {
                    setter.put(&mut slab.inks, sign, spot(sign_x, INDENT), label);
                }
                slab.height = setter.put(&mut slab.inks, vec![line], spot(x, width), body);
                slabs.push(slab);
            }
        }
    }
    slabs
}
