//! Tests of documents as Markdown.

use super::*;
use crate::exchange::paper::{ChartBar, PaperColumn, Run};
use crate::text::{Digits, Lang};

fn told(blocks: Vec<Block>) -> String {
    let paper = Paper::of(Lang::Fa, Digits::Persian, blocks);
    String::from_utf8(write_markdown(&paper)).unwrap()
}

fn column(head: &str) -> PaperColumn {
    PaperColumn {
        head: Text::ours(head),
        share: 1,
    }
}

#[test]
fn headings_labels_and_lists_are_those_of_markdown() {
    let items = vec![Text::stored("آب\nو خاک"), Text::stored("برق")];
    let blocks = vec![
        Block::Title(Text::ours("صورتجلسه")),
        Block::Head(vec![LabelledText::new("تاریخ", Text::ours("۱۴۰۱/۰۳/۱۲"))]),
        Block::Heading(Text::ours("دستور کار")),
        Block::List {
            numbered: true,
            items,
        },
        Block::Paragraph(Text::stored("یک\nدو")),
    ];
    assert_eq!(
        told(blocks),
        "# صورتجلسه\n\n- **تاریخ:** ۱۴۰۱/۰۳/۱۲\n\n## دستور کار\n\n1. آب\n\n   و خاک\n2. برق\n\nیک\n\nدو\n"
    );
}

#[test]
fn cells_are_one_line_each_and_pipes_part_nothing_in_them() {
    let table = PaperTable {
        columns: vec![column("ردیف"), column("مفاد")],
        rows: vec![
            vec![
                vec![Text::ours("۱")],
                vec![Text::stored("الف | ب\nپ"), Text::ours("ت")],
            ],
            vec![vec![Text::ours("۲")]],
        ],
        signed: true,
    };
    assert_eq!(
        told(vec![Block::Table(table)]),
        "| ردیف | مفاد |\n| --- | --- |\n| ۱ | الف \\| ب<br>پ<br>ت |\n| ۲ |  |\n"
    );
}

#[test]
fn a_table_without_heads_has_blank_ones() {
    let table = PaperTable::headless(&[1, 1], vec![vec![vec![Text::ours("۱")], vec![Text::ours("۲")]]]);
    assert_eq!(
        told(vec![Block::Table(table)]),
        "|  |  |\n| --- | --- |\n| ۱ | ۲ |\n"
    );
}

#[test]
fn a_speaker_is_bold_where_the_stars_would_not_be_seen_as_such() {
    let said = |name: &str, text: &str| {
        told(vec![Block::Paragraph(
            Text::speaker(name).and(Text::stored(text)),
        )])
    };
    assert_eq!(said("کیانی", ": آب"), "**کیانی**: آب\n");
    assert_eq!(said("کیانی (ره)", " آب"), "**کیانی (ره)** آب\n");
    assert_eq!(said("کیانی (ره)", "آب"), "کیانی (ره)آب\n");
}

#[test]
fn what_others_wrote_is_text() {
    let blocks = vec![
        Block::Paragraph(Text::stored(
            "# سر\n- قلم\n<script>alert(1)</script>\n\u{202E}[پیوند](x)",
        )),
        Block::Heading(Text::stored("یک\n# دو")),
        Block::List {
            numbered: false,
            items: vec![Text::stored("1. آب")],
        },
    ];
    assert_eq!(
        told(blocks),
        "\\# سر\n\n\\- قلم\n\n\\<script\\>alert(1)\\</script\\>\n\n\\[پیوند\\](x)\n\n## یک \\# دو\n\n- 1\\. آب\n"
    );
}

#[test]
fn charts_are_lists_and_the_foot_stands_at_the_end() {
    let chart = Chart {
        title: Text::ours("اجرا"),
        most: 100,
        bars: vec![ChartBar {
            label: Text::stored("آبفا"),
            value: 87,
            shown: "۸۷٪".to_owned(),
        }],
    };
    let mut paper = Paper::of(Lang::Fa, Digits::Persian, vec![Block::Chart(chart)]);
    paper.foot = Text::ours("کد ۷").and(Text {
        runs: vec![Run::Ours(" · ".into()), Run::Page],
    });
    let text = String::from_utf8(write_markdown(&paper)).unwrap();
    assert_eq!(text, "اجرا\n\n- آبفا: ۸۷٪\n\n---\n\nکد ۷\n");
}
