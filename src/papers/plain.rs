//! A document as plain lines for a terminal, a mail or a pipe: labels before their values, a blank line before a
//! heading. Does not know how wide a line may be; whoever prints it breaks lines.

use crate::exchange::paper::{Block, Chart, LabelledText, Paper, PaperTable, Run, Text};
use crate::text::{isolate, visible};
use crate::words::Words;

/// The document as lines parted by newlines, in logical order. The controls of foreign text are shown, never obeyed.
pub fn plain(words: &Words, paper: &Paper) -> String {
    let mut lines: Vec<String> = Vec::new();
    for block in &paper.blocks {
        let opens = matches!(block, Block::Heading(_) | Block::Gap | Block::PageBreak);
        if opens && lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(String::new());
        }
        lines.extend(of_block(words, block));
    }
    lines.join("\n").trim_end().to_owned()
}

/// A text in one line: foreign pieces are isolated, so that they cannot reorder what stands beside them.
pub fn line(text: &Text) -> String {
    let pieces = text.runs.iter().map(|run| match run {
        Run::Ours(text) => text.clone(),
        Run::Remark(text) => format!(" [{text}]"),
        // Pages have numbers only where there are pages.
        Run::Page | Run::Pages => String::new(),
        Run::Stored(text) | Run::Speaker(text) => isolate(&text.replace(['\n', '\r'], " ")),
    });
    pieces.collect()
}

fn of_block(words: &Words, block: &Block) -> Vec<String> {
    match block {
        Block::Title(text) | Block::Centred(text) | Block::Heading(text) => vec![line(text)],
        Block::Paragraph(text) => paragraphs(text),
        Block::Head(fields) | Block::Signatures(fields) => fields.iter().map(field).collect(),
        Block::List {
            numbered: false,
            items,
        } => items.iter().map(line).collect(),
        Block::List {
            numbered: true,
            items,
        } => (1u32..)
            .zip(items)
            .map(|(number, item)| format!("{}. {}", words.number(number), line(item)))
            .collect(),
        Block::Table(table) => rows(table),
        Block::Chart(chart) => bars(chart),
        Block::Gap | Block::PageBreak => Vec::new(),
    }
}

/// Foreign text that stands alone begins in its own paragraph's direction and needs no marks.
fn paragraphs(text: &Text) -> Vec<String> {
    let [Run::Stored(stored)] = text.runs.as_slice() else {
        return if text.is_blank() {
            Vec::new()
        } else {
            vec![line(text)]
        };
    };
    let filled = stored.lines().filter(|line| !line.trim().is_empty());
    filled.map(|line| visible(line).into_owned()).collect()
}

fn field(field: &LabelledText) -> String {
    format!("{}: {}", field.label, line(&field.value))
}

fn rows(table: &PaperTable) -> Vec<String> {
    let heads: Vec<Text> = table.columns.iter().map(|column| column.head.clone()).collect();
    let heads = table.has_heads().then(|| row(&heads));
    let filled = table.rows.iter().map(|cells| {
        let cells: Vec<Text> = cells
            .iter()
            .map(|cell| Text::joined(cell.iter().cloned(), " "))
            .collect();
        row(&cells)
    });
    heads.into_iter().chain(filled).collect()
}

fn row(cells: &[Text]) -> String {
    let cells: Vec<String> = cells.iter().map(line).collect();
    cells.join(" │ ")
}

/// A figure in a line; its bar says nothing more.
fn bars(chart: &Chart) -> Vec<String> {
    let title = (!chart.title.is_blank()).then(|| line(&chart.title));
    let figures = chart
        .bars
        .iter()
        .map(|bar| format!("{}: {}", line(&bar.label), bar.shown));
    title.into_iter().chain(figures).collect()
}
