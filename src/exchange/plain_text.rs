//! A document as plain text for people and for our own import: a paragraph or a labelled value in a line, cells parted
//! by tabs, no marks of direction. Does not know how wide a line may be, nor pages.

use super::paper::{Block, Chart, LabelledText, Paper, PaperCell, PaperTable, Text};
use super::pieces::{one_line, paragraphs, plain, without_pages};
use crate::text::{Digits, Direction};

/// The document in UTF-8, without a byte order mark; lines end with a newline.
///
/// A cell of several paragraphs goes on in the rows below, whose other cells are blank, as in tables that were taken
/// out of Word.
pub fn write_plain_text(paper: &Paper) -> Vec<u8> {
    let mut lines: Vec<String> = Vec::new();
    let mut previous: Option<&Block> = None;
    for block in &paper.blocks {
        let of_block = lines_of(paper, block);
        if of_block.is_empty() {
            continue;
        }
        if previous.is_some_and(|previous| is_apart(previous, block)) {
            lines.push(String::new());
        }
        lines.extend(of_block);
        previous = Some(block);
    }
    let foot = line(&without_pages(&paper.foot));
    if !foot.is_empty() {
        lines.extend([String::new(), foot]);
    }
    lines.push(String::new());
    lines.join("\n").into_bytes()
}

/// Whether a blank line stands between two blocks.
fn is_apart(previous: &Block, this: &Block) -> bool {
    !matches!(
        (previous, this),
        (Block::Heading(_), _)
            | (
                Block::Title(_) | Block::Centred(_),
                Block::Title(_) | Block::Centred(_)
            )
            | (Block::Paragraph(_), Block::Paragraph(_))
            | (Block::Head(_), Block::Head(_))
    )
}

fn lines_of(paper: &Paper, block: &Block) -> Vec<String> {
    match block {
        Block::Title(text) | Block::Centred(text) | Block::Heading(text) => filled(line(text)),
        Block::Paragraph(text) => each_paragraph(text),
        Block::Head(fields) | Block::Signatures(fields) => fields.iter().map(field).collect(),
        Block::List { numbered, items } => list(paper, *numbered, items),
        Block::Table(table) => rows(table),
        Block::Chart(chart) => bars(chart),
        Block::Gap | Block::PageBreak => Vec::new(),
    }
}

fn line(text: &Text) -> String {
    plain(&one_line(text))
}

fn filled(line: String) -> Vec<String> {
    if line.is_empty() { Vec::new() } else { vec![line] }
}

fn each_paragraph(text: &Text) -> Vec<String> {
    paragraphs(text).iter().map(|pieces| plain(pieces)).collect()
}

fn field(LabelledText { label, value }: &LabelledText) -> String {
    let label = line(&Text::ours(label.as_str()));
    let label = label.trim_end_matches([':', ' ']);
    let value = line(value);
    if value.is_empty() {
        format!("{label}:")
    } else {
        format!("{label}: {value}")
    }
}

/// «۱- ...» as Persian offices count, «1. ...» elsewhere; further paragraphs of an item stand below it.
fn list(paper: &Paper, numbered: bool, items: &[Text]) -> Vec<String> {
    let mark = |number: u32| match (numbered, paper.direction) {
        (false, _) => "- ".to_owned(),
        (true, Direction::Rtl) => counted(paper.digits, number, "- "),
        (true, Direction::Ltr) => counted(paper.digits, number, ". "),
    };
    let item = |(number, item): (u32, &Text)| {
        let mut lines = each_paragraph(item);
        if let Some(first) = lines.first_mut() {
            first.insert_str(0, &mark(number));
        }
        lines
    };
    (1..).zip(items).flat_map(item).collect()
}

fn counted(digits: Digits, number: u32, sign: &str) -> String {
    format!("{}{sign}", digits.of(number))
}

fn rows(table: &PaperTable) -> Vec<String> {
    let heads: Vec<String> = table.columns.iter().map(|column| line(&column.head)).collect();
    let heads = table.has_heads().then(|| heads.join("\t"));
    let columns = table.columns.len();
    let below = table.rows.iter().flat_map(|cells| row(cells, columns));
    heads.into_iter().chain(below).collect()
}

/// A row of a table in as many lines as its longest cell has paragraphs.
fn row(cells: &[PaperCell], columns: usize) -> Vec<String> {
    let of_cell = |cell: &PaperCell| cell.iter().flat_map(each_paragraph).collect();
    let cells: Vec<Vec<String>> = cells.iter().map(of_cell).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or_default();
    let at = |line: usize| {
        let in_line = |column: usize| cells.get(column).and_then(|cell| cell.get(line));
        let texts = (0..columns).map(|column| in_line(column).map_or("", String::as_str));
        texts.collect::<Vec<_>>().join("\t")
    };
    (0..height).map(at).collect()
}

fn bars(chart: &Chart) -> Vec<String> {
    let figures = chart.bars.iter().map(|bar| {
        let label = line(&bar.label);
        format!("{label}: {}", line(&Text::ours(bar.shown.as_str())))
    });
    filled(line(&chart.title)).into_iter().chain(figures).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::paper::{ChartBar, PaperColumn, Run};
    use crate::text::Lang;

    fn told(blocks: Vec<Block>) -> String {
        let paper = Paper::of(Lang::Fa, Digits::Persian, blocks);
        String::from_utf8(write_plain_text(&paper)).unwrap()
    }

    fn column(head: &str) -> PaperColumn {
        PaperColumn {
            head: Text::ours(head),
            share: 1,
        }
    }

    #[test]
    fn a_document_reads_from_its_title_to_its_foot() {
        let head = vec![LabelledText::new("تاریخ:", Text::ours("۱۴۰۱/۰۳/۱۲"))];
        let items = vec![Text::stored("آب\nو خاک"), Text::stored("برق")];
        let mut paper = Paper::of(
            Lang::Fa,
            Digits::Persian,
            vec![
                Block::Centred(Text::ours("به نام خدا")),
                Block::Title(Text::ours("صورتجلسه")),
                Block::Head(head),
                Block::Heading(Text::ours("دستور کار")),
                Block::List {
                    numbered: true,
                    items,
                },
                Block::PageBreak,
                Block::Paragraph(
                    Text::speaker("کیانی")
                        .and(Text::ours(": "))
                        .and(Text::stored("یک\n\nدو")),
                ),
            ],
        );
        paper.foot = Text::ours("کد ۷").and(Text {
            runs: vec![Run::Ours(" · صفحه ".into()), Run::Page],
        });
        assert_eq!(
            String::from_utf8(write_plain_text(&paper)).unwrap(),
            "به نام خدا\nصورتجلسه\n\nتاریخ: ۱۴۰۱/۰۳/۱۲\n\nدستور کار\n۱- آب\nو خاک\n۲- برق\n\nکیانی: یک\nدو\n\nکد ۷\n"
        );
    }

    #[test]
    fn paragraphs_of_a_cell_go_on_in_the_rows_below() {
        let table = PaperTable {
            columns: vec![column("ردیف"), column("مفاد"), column("مهلت")],
            rows: vec![
                vec![
                    vec![Text::ours("۱")],
                    vec![Text::stored("الف) آب\tشرب\nب) برق")],
                    vec![],
                ],
                vec![
                    vec![Text::ours("۲")],
                    vec![Text::stored("خاک"), Text::ours("تبصره")],
                ],
            ],
            signed: false,
        };
        assert_eq!(
            told(vec![Block::Table(table)]),
            "ردیف\tمفاد\tمهلت\n۱\tالف) آب شرب\t\n\tب) برق\t\n۲\tخاک\t\n\tتبصره\t\n"
        );
    }

    #[test]
    fn figures_and_remarks_are_words() {
        let chart = Chart {
            title: Text::ours("اجرا"),
            most: 100,
            bars: vec![ChartBar {
                label: Text::stored("آبفا"),
                value: 87,
                shown: "۸۷٪".to_owned(),
            }],
        };
        let remark = Text::stored("متن").and(Text {
            runs: vec![Run::Ours(" ".into()), Run::Remark("اصلاحیه ۱".into())],
        });
        assert_eq!(
            told(vec![Block::Chart(chart), Block::Paragraph(remark)]),
            "اجرا\nآبفا: ۸۷٪\n\nمتن [اصلاحیه ۱]\n"
        );
    }

    #[test]
    fn no_mark_of_direction_comes_into_the_text() {
        let hostile = "\u{202E}چپ\u{2066}x\u{2069}\u{1B}[2J\u{0}";
        let sentence = Text::ours(format!("بند \u{2068}{}\u{2069}", "ب"));
        let told = told(vec![
            Block::Heading(Text::stored(hostile)),
            Block::Paragraph(sentence),
        ]);
        assert_eq!(told, "چپx[2J\nبند ب\n");
    }
}
