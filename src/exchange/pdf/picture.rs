//! What is drawn more than written: places for signatures, and bars.
//! Does not know pages.

use krilla::tagging::Tag;

use super::grid::{GridCell, columns, inside, row};
use super::setter::{BODY, LinesAt, Manner, Setter, TABLE, leading, said};
use super::slab::{DrawnArea, Slab, SlabInk};
use super::structure::Place;
use crate::exchange::paper::{Chart, ChartBar, LabelledText, Text};
use crate::text::Direction;

/// So many sign side by side.
const ABREAST: usize = 3;
/// How high the place of a signature is, with what stands over it.
const SIGNATURE: f32 = 88.0;
/// The shares of the words, the bar and the figure of a bar.
const BAR: [u32; 3] = [32, 54, 14];
/// The shade of a bar, and its part of the height of its line.
const BAR_SHADE: u8 = 96;
const BAR_HEIGHT: f32 = 0.55;

/// Places for signatures, each under the office held and the name.
pub(super) fn signatures(setter: &mut Setter<'_>, signers: &[LabelledText]) -> Vec<Slab> {
    let abreast = signers.len().clamp(1, ABREAST);
    let places = columns(&vec![1; abreast], setter.width, setter.base);
    let mut slabs = Vec::new();
    for beside in signers.chunks(abreast) {
        let of_row = beside.iter().zip(&places);
        let cells: Vec<GridCell> = of_row
            .map(|(signer, at)| signature(setter, signer, *at))
            .collect();
        let most = setter.height;
        slabs.extend(row(setter, cells, SIGNATURE, most));
    }
    slabs
}

fn signature(setter: &mut Setter<'_>, signer: &LabelledText, (x, width): (f32, f32)) -> GridCell {
    let LabelledText { label, value } = signer;
    let place = setter.structure.add(None, Tag::Div);
    let mut lines = Vec::new();
    let texts = [
        (Text::ours(label.as_str()), Manner::bold(TABLE)),
        (value.clone(), Manner::plain(TABLE)),
    ];
    for (text, manner) in texts {
        for paragraph in setter.paragraphs(&text, manner, inside(width)) {
            let paragraph_place = setter.structure.add(Some(place), Tag::P);
            lines.extend(paragraph.into_iter().map(|line| (paragraph_place, line)));
        }
    }
    GridCell {
        x,
        width,
        lines,
        is_shaded: false,
        is_centred: true,
        is_framed: true,
    }
}

/// Bars under their title, with what each shows beside it.
pub(super) fn chart(setter: &mut Setter<'_>, chart: &Chart) -> Vec<Slab> {
    let Chart { title, most, bars } = chart;
    let figure = setter.structure.add(None, Tag::Figure(Some(told(setter, chart))));
    let mut slabs = setter.running(title, Manner::bold(BODY), Some(figure));
    slabs.iter_mut().for_each(|slab| slab.holds_next = true);
    for one in bars {
        slabs.push(bar(setter, one, (*most).max(1), figure));
    }
    slabs
}

/// What the bars say, for people who hear the page.
fn told(setter: &Setter<'_>, chart: &Chart) -> String {
    let mut told = vec![said(&chart.title, setter.base)];
    told.extend(
        chart
            .bars
            .iter()
            .map(|bar| format!("{}: {}", said(&bar.label, setter.base), bar.shown)),
    );
    told.retain(|part| !part.is_empty());
    let told = told.join("\n");
    if told.is_empty() { "-".to_owned() } else { told }
}

fn bar(setter: &mut Setter<'_>, bar: &ChartBar, most: u32, figure: Place) -> Slab {
    let ChartBar { label, value, shown } = bar;
    let places = columns(&BAR, setter.width, setter.base);
    let manner = Manner::plain(TABLE);
    let mut slab = Slab::default();
    let room = |at: usize| places.get(at).copied().unwrap_or_default();
    let spot = |(x, width)| LinesAt {
        x,
        y: 0.0,
        width,
        is_centred: false,
    };
    // The words keep away from the bar.
    let words = match (room(0), setter.base) {
        ((x, width), Direction::Rtl) => (x + width - inside(width), inside(width)),
        ((x, width), Direction::Ltr) => (x, inside(width)),
    };
    let lines: Vec<_> = setter
        .paragraphs(label, manner, inside(room(0).1))
        .into_iter()
        .flatten()
        .collect();
    slab.height = setter
        .put(&mut slab.inks, lines, spot(words), figure)
        .max(leading(TABLE));
    let (x, width) = room(1);
    let length = width * (*value).min(most) as f32 / most as f32;
    let height = leading(TABLE) * BAR_HEIGHT;
    slab.inks.push(SlabInk::Area(DrawnArea {
        x: if setter.base == Direction::Rtl {
            x + width - length
        } else {
            x
        },
        y: (leading(TABLE) - height) / 2.0,
        width: length,
        height,
        fill: Some(BAR_SHADE),
        is_framed: false,
        place: Some(figure),
    }));
    // The figure stands directly at the end of its column, away from the bar.
    let shown = setter.words(&format!("\u{2068}{shown}\u{2069}"), manner, room(2).1);
    let gap = inside(0.0);
    let (x, width) = room(2);
    let inner = if setter.base == Direction::Rtl {
        (x, width - gap - 4.0)
    } else {
        (x + 4.0, width - gap)
    };
    setter.put(&mut slab.inks, shown, spot(inner), figure);
    slab
}
