//! A document as Markdown: CommonMark with the tables of GFM. What others wrote is text and never markup.
//! Does not know pages, nor how a reader shows a heading.

mod escape;

use super::paper::{Block, Chart, LabelledText, Paper, PaperCell, PaperTable, Text};
use super::pieces::{PieceKind, TextPiece, gap, paragraphs, without_pages};
use escape::escaped;

/// Between the paragraphs of a cell, which is one line in the source.
const BREAK: &str = "<br>";

/// The document in UTF-8; lines end with a newline.
///
/// There is no place in the middle of a line and none at the margin: such lines are paragraphs, and remarks stand in
/// brackets behind what they are about.
pub fn write_markdown(paper: &Paper) -> Vec<u8> {
    let mut blocks: Vec<String> = paper.blocks.iter().flat_map(block).collect();
    let foot = each_paragraph(&without_pages(&paper.foot));
    if !foot.is_empty() {
        blocks.push("---".to_owned());
        blocks.extend(foot);
    }
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text.into_bytes()
}

/// The pieces of source that a block is, with a blank line between them.
fn block(block: &Block) -> Vec<String> {
    match block {
        Block::Title(text) => heading("#", text),
        Block::Heading(text) => heading("##", text),
        Block::Centred(text) | Block::Paragraph(text) => each_paragraph(text),
        Block::Head(fields) | Block::Signatures(fields) => tight(fields.iter().map(field)),
        Block::List { numbered, items } => list(*numbered, items),
        Block::Table(table) => tight(rows(table)),
        Block::Chart(chart) => bars(chart),
        Block::Gap => Vec::new(),
        Block::PageBreak => vec!["---".to_owned()],
    }
}

fn heading(sign: &str, text: &Text) -> Vec<String> {
    let line = in_one_line(text, " ");
    if line.is_empty() {
        return Vec::new();
    }
    vec![format!("{sign} {line}")]
}

/// Lines that stand directly below each other.
fn tight(lines: impl IntoIterator<Item = String>) -> Vec<String> {
    let lines: Vec<String> = lines.into_iter().collect();
    if lines.is_empty() {
        return Vec::new();
    }
    vec![lines.join("\n")]
}

fn each_paragraph(text: &Text) -> Vec<String> {
    paragraphs(text).iter().map(|pieces| phrase(pieces)).collect()
}

fn in_one_line(text: &Text, between: &str) -> String {
    each_paragraph(text).join(between)
}

/// The pieces of a line as source. One of ours is escaped too: a sentence may begin with a number or a dash.
fn phrase(pieces: &[TextPiece]) -> String {
    let mut line = String::new();
    for (at, TextPiece { kind, text }) in pieces.iter().enumerate() {
        let begins = line.is_empty();
        let text = escaped(text, begins);
        match kind {
            PieceKind::Ours | PieceKind::Foreign => line.push_str(&text),
            PieceKind::Speaker => line.push_str(&strong(&text, pieces.get(at + 1))),
            PieceKind::Remark => line.push_str(&format!("{}\\[{text}\\]", gap(&line))),
            PieceKind::Page | PieceKind::Pages => {}
        }
    }
    line
}

/// A name in bold, where the stars beside it are read as such: they are not between a sign and a letter.
fn strong(name: &str, next: Option<&TextPiece>) -> String {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let next = next.and_then(|piece| piece.text.chars().next());
    let opens = is_letter(name.chars().next());
    let closes = is_letter(name.chars().next_back()) || next.is_none_or(char::is_whitespace);
    if opens && closes {
        format!("**{name}**")
    } else {
        name.to_owned()
    }
}

fn field(LabelledText { label, value }: &LabelledText) -> String {
    let label = in_one_line(&Text::ours(label.as_str()), " ");
    let label = label.trim_end_matches([':', ' ']);
    let line = format!("- **{label}:** {}", in_one_line(value, BREAK));
    line.trim_end().to_owned()
}

/// Items; further paragraphs of one stand below it, as far in as its own words.
fn list(numbered: bool, items: &[Text]) -> Vec<String> {
    let item = |(number, item): (u32, &Text)| {
        let mark = if numbered {
            format!("{number}. ")
        } else {
            "- ".to_owned()
        };
        let between = format!("\n\n{}", " ".repeat(mark.len()));
        format!("{mark}{}", each_paragraph(item).join(&between))
    };
    tight((1..).zip(items).map(item))
}

fn rows(table: &PaperTable) -> Vec<String> {
    let columns = table.columns.len();
    if columns == 0 {
        return Vec::new();
    }
    let heads = table
        .columns
        .iter()
        .map(|column| in_one_line(&column.head, BREAK));
    let mut lines = vec![row(heads), format!("|{}", " --- |".repeat(columns))];
    let of_row = |cells: &Vec<PaperCell>| {
        let cell = |at: usize| cells.get(at).map(cell).unwrap_or_default();
        row((0..columns).map(cell))
    };
    lines.extend(table.rows.iter().map(of_row));
    lines
}

fn row(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |", cells.join(" | "))
}

fn cell(cell: &PaperCell) -> String {
    let paragraphs: Vec<String> = cell.iter().flat_map(each_paragraph).collect();
    paragraphs.join(BREAK)
}

fn bars(chart: &Chart) -> Vec<String> {
    let bar = |label: &Text, shown: &str| {
        let shown = in_one_line(&Text::ours(shown), " ");
        format!("- {}: {shown}", in_one_line(label, " "))
    };
    let bars = chart.bars.iter().map(|one| bar(&one.label, &one.shown));
    let mut blocks = each_paragraph(&chart.title);
    blocks.extend(tight(bars));
    blocks
}

#[cfg(test)]
mod tests;
