//! The tree of a document: plain data in reading order, with the language and direction it is read in.
//! Does not know a record, a font or a page.

use crate::text::Direction;
use crate::words::{Lang, Words};

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The language of our own words in it.
    pub lang: Lang,
    /// The direction its lines begin in.
    pub direction: Direction,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// One piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
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
    /// Cells, row by row, in reading order.
    Table(Vec<Vec<Text>>),
    /// A signature block: who signed, each with the office held.
    Signatures(Vec<LabelledText>),
    /// Room between two things that have no heading of their own.
    Gap,
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
}

impl Paper {
    /// A document in the language of these words.
    pub fn of(words: &Words, blocks: Vec<Block>) -> Paper {
        Paper {
            lang: words.lang(),
            direction: words.lang().direction(),
            blocks,
        }
    }
}

impl LabelledText {
    /// The value under the word with this id.
    pub fn of(words: &Words, id: &str, value: Text) -> LabelledText {
        let label = words.say(id);
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
            Run::Ours(text) | Run::Stored(text) => text.trim().is_empty(),
        })
    }
}
