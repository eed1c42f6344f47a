//! The tree of a document: plain data in reading order, with the language and direction it is read in.
//! Does not know a record, a font or a page; `papers` makes it, and each format has one writer that takes it.

use crate::calendar::Day;
use crate::text::{Digits, Direction, Lang};

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The language of our own words in it.
    pub lang: Lang,
    /// The direction its lines begin in.
    pub direction: Direction,
    /// The digits of its numbers, where a writer makes some.
    pub digits: Digits,
    /// What it is called where only its name is shown: in the properties of a file, in a list.
    pub title: String,
    /// The day it is of, for the properties of a file.
    pub date: Option<Day>,
    /// Whether its pages are broader than high.
    pub landscape: bool,
    /// What stands at the foot of every page; blank for nothing.
    pub foot: Text,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// One piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The name of the document on its first page, in the middle.
    Title(Text),
    /// A line in the middle, as the invocation and the name of an office over a letter.
    Centred(Text),
    /// What the blocks behind it are about.
    Heading(Text),
    /// Running text; a newline begins a new paragraph.
    Paragraph(Text),
    /// A head block: labelled values, one under the other.
    Head(Vec<LabelledText>),
    /// Items one under the other.
    List {
        /// Whether they are counted, from 1.
        numbered: bool,
        /// The items.
        items: Vec<Text>,
    },
    /// A table.
    Table(PaperTable),
    /// A signature block: who signs, side by side, each under the office held.
    Signatures(Vec<LabelledText>),
    /// Bars that show figures beside each other.
    Chart(Chart),
    /// Room between two things that have no heading of their own.
    Gap,
    /// What follows begins on a new page.
    PageBreak,
}

/// Cells in reading order under heads that are repeated on every page. A row never breaks over two pages where it fits
/// on one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperTable {
    /// The columns; the first one stands at the start of a line.
    pub columns: Vec<PaperColumn>,
    /// Row by row, each with a cell for every column.
    pub rows: Vec<Vec<PaperCell>>,
    /// Whether each row has room for a signature.
    pub signed: bool,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperColumn {
    /// Its head; a table without any has no row of heads.
    pub head: Text,
    /// Its part of the width, in proportion to those of the others; 0 counts as 1.
    pub share: u32,
}

/// A cell: its paragraphs.
pub type PaperCell = Vec<Text>;

/// Bars, one under the other, from zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// What they show.
    pub title: Text,
    /// The length that fills the width; 0 counts as 1.
    pub most: u32,
    /// The bars, in order.
    pub bars: Vec<ChartBar>,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartBar {
    /// What it is about.
    pub label: Text,
    /// Its length.
    pub value: u32,
    /// The value as it is read, «۸۷٫۵٪».
    pub shown: String,
}

/// A value with the word for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelledText {
    /// What it is, in our own words.
    pub label: String,
    /// The value.
    pub value: Text,
}

/// A line of text in pieces, each ours or somebody else's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The pieces, in order.
    pub runs: Vec<Run>,
}

/// A piece of text by who wrote it. Foreign text never acts upon its surroundings; that is the writer's to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// A sentence of `words`, which honours its marks of direction.
    Ours(String),
    /// As stored: what a person typed or a file brought.
    Stored(String),
    /// As stored: who says what follows, set apart from it.
    Speaker(String),
    /// A remark of ours at the margin of what stands before it: «اصلاحیه ۱».
    Remark(String),
    /// The number of the page; only in a foot.
    Page,
    /// How many pages there are; only in a foot.
    Pages,
}

impl Paper {
    /// A document with these blocks, in a language and its direction; the rest of it is to be filled in where it is needed.
    pub fn of(lang: Lang, digits: Digits, blocks: Vec<Block>) -> Paper {
        Paper {
            lang,
            direction: lang.direction(),
            digits,
            title: String::new(),
            date: None,
            landscape: false,
            foot: Text::default(),
            blocks,
        }
    }
}

impl PaperTable {
    /// A table without heads: every column has its part of the width.
    pub fn headless(shares: &[u32], rows: Vec<Vec<PaperCell>>) -> PaperTable {
        let column = |share: &u32| PaperColumn {
            head: Text::default(),
            share: *share,
        };
        PaperTable {
            columns: shares.iter().map(column).collect(),
            rows,
            signed: false,
        }
    }

    /// Whether it has a row of heads.
    pub fn has_heads(&self) -> bool {
        self.columns.iter().any(|column| !column.head.is_blank())
    }
}

impl LabelledText {
    /// The value under this word of ours.
    pub fn new(label: impl Into<String>, value: Text) -> LabelledText {
        let label = label.into();
        LabelledText { label, value }
    }

    /// The fields that have a value.
    pub fn filled(fields: impl IntoIterator<Item = LabelledText>) -> Vec<LabelledText> {
        let filled = fields.into_iter().filter(|field| !field.value.is_blank());
        filled.collect()
    }
}

impl Text {
    /// Our own words.
    pub fn ours(text: impl Into<String>) -> Text {
        let runs = vec![Run::Ours(text.into())];
        Text { runs }
    }

    /// Somebody else's words.
    pub fn stored(text: impl Into<String>) -> Text {
        let runs = vec![Run::Stored(text.into())];
        Text { runs }
    }

    /// Who says what follows.
    pub fn speaker(name: impl Into<String>) -> Text {
        let runs = vec![Run::Speaker(name.into())];
        Text { runs }
    }

    /// Somebody else's words where there are any; else nothing.
    pub fn some(text: Option<&String>) -> Text {
        text.map(Text::stored).unwrap_or_default()
    }

    /// The parts that are not blank, with `between` them.
    pub fn joined(parts: impl IntoIterator<Item = Text>, between: &str) -> Text {
        let mut joined = Text::default();
        for part in parts.into_iter().filter(|part| !part.is_blank()) {
            if !joined.runs.is_empty() {
                joined.runs.push(Run::Ours(between.to_owned()));
            }
            joined.runs.extend(part.runs);
        }
        joined
    }

    /// The two, one directly behind the other.
    #[must_use]
    pub fn and(mut self, other: Text) -> Text {
        self.runs.extend(other.runs);
        self
    }

    /// Whether there is nothing to read in it.
    pub fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| match run {
            Run::Ours(text) | Run::Stored(text) | Run::Speaker(text) | Run::Remark(text) => {
                text.trim().is_empty()
            }
            Run::Page | Run::Pages => false,
        })
    }
}
