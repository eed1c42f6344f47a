//! Pages: a paper as a pdf, with its font inside, that can be read, searched, copied and heard (ISO 32000-1; PDF/A-2a,
//! PDF/UA-1). Does not know a record, nor where the file goes.
//!
//! A paper becomes paragraphs (`wording`), these become words (`atoms`, `shape`), lines (`lines`) and slabs (`setter`,
//! `blocks`, `table`, `picture`); slabs are stacked to pages (`slab`), and pages painted (`paint`) with what a screen
//! reader hears of them (`structure`).
//!
//! A page only has glyphs in places; readers guess the text back from them, and guess wrong where glyphs are not what
//! they expect of Persian. What is done for them, found by asking eight of them:
//! - a glyph stands for one letter, and a letter without a glyph has a blank one (`blanks`, `shape`);
//! - signs on letters are pictures, and blank glyphs say them (`shape`);
//! - pieces of one direction are drawn one by one in reading order, glyphs from left to right (`lines`, `paint`);
//! - U+200F holds numbers and signs in their places, and lines and cells end in a blank beyond their edge (`lines`);
//! - nothing has a text beside its glyphs (`ActualText`): readers hand it out backwards.

mod atoms;
mod blanks;
mod blocks;
mod breaking;
mod fonts;
mod glyphs;
mod grid;
mod lines;
mod paint;
mod picture;
mod setter;
mod shape;
mod slab;
mod structure;
mod table;
mod telling;
#[cfg(test)]
mod tests;
mod wording;

use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};

use self::blocks::slabs;
pub use self::fonts::PdfFonts;
use self::lines::SetLine;
use self::paint::Painter;
use self::setter::{Manner, REMARK, Setter, said};
use self::shape::Shaping;
use self::slab::{Leaf, SIDE, Stacked, stack};
use self::structure::Structure;
use crate::calendar::Day;
use crate::exchange::format::{Fonts, WriteError};
use crate::exchange::paper::{Block, Paper, Run, Text};
use crate::text::{Direction, Lang};

/// What made the file.
const PROGRAM: &str = "dabir";
/// The size of the foot.
const FOOT: f32 = REMARK + 1.5;

/// A paper as a pdf. The same paper in the same fonts gives the same bytes.
///
/// # Errors
/// [`WriteError::UnusableFont`] for a font file of the office that cannot be used, [`WriteError::NotWritten`] when the
/// file would be no PDF/A-2a and PDF/UA-1.
pub fn write_pdf(paper: &Paper, fonts: &Fonts) -> Result<Vec<u8>, WriteError> {
    PdfFonts::read(fonts)?.write(paper)
}

impl PdfFonts {
    /// A paper as a pdf in these fonts, for whoever writes many; see [`write_pdf`].
    ///
    /// # Errors
    /// [`WriteError::NotWritten`] when the file would be no PDF/A-2a and PDF/UA-1.
    pub fn write(&self, paper: &Paper) -> Result<Vec<u8>, WriteError> {
        let leaf = Leaf::a4(paper.landscape);
        let mut setter = setter(self, paper);
        let slabs = slabs(&mut setter, paper);
        let pages = stack(slabs, leaf);
        let structure = std::mem::take(&mut setter.structure);
        let mut painter = Painter {
            fonts: self,
            structure,
            leaf,
        };
        let mut document = Document::new_with(settings()?);
        for (number, page) in (1..).zip(&pages) {
            let foot = foot(&mut setter, &paper.foot, number, pages.len());
            painter.page(&mut document, page, foot);
        }
        document.set_metadata(metadata(paper));
        document.set_outline(outline(&pages, paper));
        document.set_tag_tree(painter.structure.finish(lang(paper.lang)));
        document
            .finish()
            .map_err(|error| WriteError::NotWritten(reason(&error)))
    }
}

fn setter<'f>(fonts: &'f PdfFonts, paper: &Paper) -> Setter<'f> {
    let leaf = Leaf::a4(paper.landscape);
    Setter {
        shaping: Shaping::new(fonts),
        structure: Structure::default(),
        base: paper.direction,
        digits: paper.digits,
        width: leaf.text_width(),
        height: leaf.text_height(),
    }
}

fn settings() -> Result<SerializeSettings, WriteError> {
    let configuration: Configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| WriteError::NotWritten(format!("{error:?}")))?;
    Ok(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    })
}

fn reason(error: &KrillaError) -> String {
    match error {
        KrillaError::Validation(errors) => {
            let told = errors.iter().take(5).map(|(error, _)| format!("{error:?}"));
            told.collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}

/// The foot of a page, with its number and how many there are.
fn foot(setter: &mut Setter<'_>, foot: &Text, number: usize, pages: usize) -> Vec<SetLine> {
    let digits = setter.digits;
    let mut filled = foot.clone();
    for run in &mut filled.runs {
        match run {
            Run::Page => *run = Run::Ours(digits.of(number)),
            Run::Pages => *run = Run::Ours(digits.of(pages)),
            Run::Ours(_) | Run::Stored(_) | Run::Speaker(_) | Run::Remark(_) => {}
        }
    }
    // It is one line; what goes beyond it is not shown.
    let set = setter.paragraphs(&filled, Manner::plain(FOOT), setter.width);
    set.into_iter().flatten().take(1).collect()
}

fn metadata(paper: &Paper) -> Metadata {
    let direction = match paper.direction {
        Direction::Rtl => TextDirection::RightToLeft,
        Direction::Ltr => TextDirection::LeftToRight,
    };
    Metadata::new()
        .title(name(paper))
        .language(lang(paper.lang).to_owned())
        .creator(PROGRAM.to_owned())
        .creation_date(date(paper.date))
        .text_direction(direction)
}

/// What the document is called: a pdf for everybody has a title.
fn name(paper: &Paper) -> String {
    let given = wording::plain(&paper.title);
    if !given.is_empty() {
        return given;
    }
    let said = paper.blocks.iter().find_map(|block| match block {
        Block::Title(text) | Block::Centred(text) | Block::Heading(text) | Block::Paragraph(text) => {
            Some(said(text, paper.direction)).filter(|said| !said.is_empty())
        }
        _ => None,
    });
    said.map_or_else(|| PROGRAM.to_owned(), |said| said.chars().take(200).collect())
}

fn lang(lang: Lang) -> &'static str {
    match lang {
        Lang::Fa => "fa-IR",
        Lang::En => "en",
    }
}

/// The day of a document. PDF/A asks for one, so that of a paper without any is the first of Unix time.
fn date(day: Option<Day>) -> DateTime {
    let iso = day.map_or_else(|| "1970-01-01".to_owned(), Day::iso);
    let mut parts = iso.split('-').filter_map(|part| part.parse::<u16>().ok());
    let mut part = || parts.next().unwrap_or(1);
    let (year, month, day) = (part(), part(), part());
    DateTime::new(year).month(month as u8).day(day as u8)
}

/// The headings with their places.
fn outline(pages: &[Stacked], paper: &Paper) -> Outline {
    let mut outline = Outline::new();
    let mut is_empty = true;
    for (number, page) in pages.iter().enumerate() {
        for (top, slab, _) in &page.slabs {
            if let Some(entry) = &slab.entry {
                let place = XyzDestination::new(number, Point::from_xy(SIDE, *top));
                outline.push_child(OutlineNode::new(entry.clone(), place));
                is_empty = false;
            }
        }
    }
    if is_empty {
        // PDF/UA asks for an outline.
        let start = XyzDestination::new(0, Point::from_xy(SIDE, 0.0));
        outline.push_child(OutlineNode::new(name(paper), start));
    }
    outline
}
