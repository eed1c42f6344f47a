//! Slabs: pieces of a page as broad as the text and not to be parted, from which pages are stacked.
//! Does not know what a slab says.

use std::rc::Rc;

use super::lines::SetLine;
use super::structure::Place;
use crate::text::Direction;

/// A piece of a page.
#[derive(Debug, Default)]
pub(super) struct Slab {
    pub(super) height: f32,
    pub(super) inks: Vec<SlabInk>,
    /// Whether what follows it must stand on the same page.
    pub(super) holds_next: bool,
    /// Whether it is only room, which no page begins with.
    pub(super) is_room: bool,
    /// Whether a new page begins before it.
    pub(super) begins_page: bool,
    /// What stands above it where it begins a page: the heads of its table.
    pub(super) head: Option<Rc<Slab>>,
    /// Its line in the outline of the document.
    pub(super) entry: Option<String>,
}

/// Something painted; places from the left end of the text and the top of the slab.
#[derive(Debug)]
pub(super) enum SlabInk {
    Line {
        /// The left end of the line and its baseline.
        x: f32,
        y: f32,
        line: SetLine,
        place: Place,
    },
    Area(DrawnArea),
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct DrawnArea {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
    /// How it is filled, from 0 for black to 255; none for not at all.
    pub(super) fill: Option<u8>,
    /// Whether a line is drawn around it.
    pub(super) is_framed: bool,
    /// What it is a picture of; none where it is an ornament.
    pub(super) place: Option<Place>,
}

/// A page in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Leaf {
    pub(super) width: f32,
    pub(super) height: f32,
}

/// The room at the sides, in points; remarks stand there.
pub(super) const SIDE: f32 = 68.0;
const TOP: f32 = 56.0;
const BOTTOM: f32 = 64.0;

impl Leaf {
    /// A4 (ISO 216).
    pub(super) fn a4(landscape: bool) -> Leaf {
        let (width, height) = (595.28, 841.89);
        if landscape {
            Leaf {
                width: height,
                height: width,
            }
        } else {
            Leaf { width, height }
        }
    }

    /// How broad the text is.
    pub(super) fn text_width(self) -> f32 {
        self.width - 2.0 * SIDE
    }

    /// How high the text is.
    pub(super) fn text_height(self) -> f32 {
        self.height - TOP - BOTTOM
    }

    /// Where the text begins, from the top of the page.
    pub(super) fn text_top(self) -> f32 {
        TOP
    }

    /// The baseline of the foot, from the top of the page.
    pub(super) fn foot_line(self) -> f32 {
        self.height - BOTTOM / 2.0
    }
}

impl Slab {
    /// Room of this height.
    pub(super) fn room(height: f32) -> Slab {
        Slab {
            height,
            is_room: true,
            holds_next: true,
            ..Slab::default()
        }
    }
}

/// A page: slabs with their places from its top, and whether a slab is there once more.
#[derive(Debug, Default)]
pub(super) struct Stacked {
    pub(super) slabs: Vec<(f32, Rc<Slab>, bool)>,
}

/// Stacks slabs to pages; there is always one.
pub(super) fn stack(slabs: Vec<Slab>, leaf: Leaf) -> Vec<Stacked> {
    let slabs: Vec<Rc<Slab>> = slabs.into_iter().map(Rc::new).collect();
    let room = leaf.text_height();
    let mut pages = vec![Stacked::default()];
    let mut filled = 0.0;
    for (at, slab) in slabs.iter().enumerate() {
        let needed = needed(&slabs[at..], room);
        let is_full = filled > 0.0 && (filled + needed > room || slab.begins_page);
        if is_full {
            pages.push(Stacked::default());
            filled = 0.0;
        }
        let Some(page) = pages.last_mut() else { continue };
        if filled == 0.0 {
            if slab.is_room {
                continue;
            }
            if let Some(head) = slab.head.as_ref().filter(|_| is_full) {
                page.slabs.push((leaf.text_top(), head.clone(), true));
                filled = head.height;
            }
        }
        page.slabs.push((leaf.text_top() + filled, slab.clone(), false));
        filled += slab.height;
    }
    pages
}

/// The height of a slab with those that it holds; where they are higher than a page, its own.
fn needed(slabs: &[Rc<Slab>], room: f32) -> f32 {
    let mut height = 0.0;
    for slab in slabs {
        height += slab.height;
        if !slab.holds_next {
            break;
        }
    }
    let own = slabs.first().map_or(0.0, |slab| slab.height);
    if height > room { own } else { height }
}

/// Where a line begins from the left, between `x` and `x + width`.
pub(super) fn start_of(line: &SetLine, x: f32, width: f32, is_centred: bool) -> f32 {
    let left = width - line.width;
    match line.base {
        _ if is_centred => x + left / 2.0,
        Direction::Rtl => x + left,
        Direction::Ltr => x,
    }
}
