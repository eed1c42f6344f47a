//! The papers that are measured: minutes of forty seats and thirty resolutions, letters, and the tables as sheets.
//! They are made up; no office has written them.

use dabir::exchange::paper::{Block, LabelledText, Paper, PaperColumn, PaperTable, Run, Text};
use dabir::exchange::sheet::{Sheet, SheetColumn, SheetValue, Workbook};
use dabir::text::{Digits, Lang};
use serde_json::{Value, json};

const SENTENCE: &str = "مقرر شد اداره‌ی کل نمونه با همکاری شهرداری و دانشگاه علوم پزشکی نسبت به بررسی و رفع مشکلات \
                        مطرح‌شده اقدام نماید و گزارش آن را تا پایان سال ۱۴۰۵ به دبیرخانه ارسال کند";

fn number(number: usize) -> Text {
    Text::ours(Digits::Persian.of(number))
}

fn column(head: &str, share: u32) -> PaperColumn {
    PaperColumn {
        head: Text::ours(head),
        share,
    }
}

/// A sentence that is another one for each number, so that not every word is known already.
fn sentence(at: usize) -> Text {
    let written = Digits::Persian.of(format!("{}/{}", 1000 + at, at * 7));
    Text::stored(format!(
        "{SENTENCE}؛ موضوع نامه شماره {written} شرکت ACME ({at})."
    ))
}

fn head() -> Block {
    let field = |label: &str, value: &str| LabelledText::new(label, Text::stored(value));
    Block::Head(vec![
        field("شماره جلسه", "۸"),
        field("تاریخ", "پنجشنبه ۱۴۰۵/۰۹/۰۱"),
        field("ساعت شروع", "۰۷:۳۰"),
        field("ساعت پایان", "۱۰:۰۰"),
        field("محل", "سالن جلسات استانداری"),
        field("رئیس", "آقای نمونه، معاون سیاسی، امنیتی و اجتماعی استاندار"),
    ])
}

/// Minutes of forty seats and thirty resolutions.
pub fn minutes() -> Paper {
    let seats = (1..=40).map(|at| {
        let who = Text::stored(format!("آقای نمونه {at}، مدیرکل دستگاه شماره {at} استان"));
        vec![vec![number(at)], vec![who], vec![Text::ours("حاضر")], Vec::new()]
    });
    let resolutions = (1..=30).map(|at| {
        let words = vec![sentence(at), sentence(at + 100)];
        vec![
            vec![number(at)],
            vec![Text::stored("موضوع مصوبه")],
            words,
            vec![Text::stored("یک ماه")],
            vec![sentence(0)],
        ]
    });
    let attendance = vec![
        column("ردیف", 1),
        column("نام و سمت", 6),
        column("وضعیت", 2),
        column("امضا", 3),
    ];
    let decided = vec![
        column("ردیف", 5),
        column("موضوع", 14),
        column("مفاد", 50),
        column("مهلت اقدام", 13),
        column("مسئول پیگیری", 18),
    ];
    let mut blocks = vec![Block::Title(Text::ours("صورت‌جلسه‌ی کارگروه نمونه")), head()];
    blocks.push(Block::Heading(Text::ours("مشروح مذاکرات")));
    blocks.extend((0..20).map(|at| {
        Block::Paragraph(
            Text::speaker("آقای نمونه")
                .and(Text::ours(": "))
                .and(sentence(at)),
        )
    }));
    blocks.push(Block::Heading(Text::ours("مصوبات")));
    blocks.push(Block::Table(PaperTable {
        columns: decided,
        rows: resolutions.collect(),
        signed: false,
    }));
    blocks.push(Block::Heading(Text::ours("حاضران")));
    blocks.push(Block::Table(PaperTable {
        columns: attendance,
        rows: seats.collect(),
        signed: true,
    }));
    footed(blocks)
}

/// One of the letters.
pub fn letter(at: usize) -> Paper {
    let mut blocks = vec![Block::Centred(Text::ours("باسمه تعالی")), head()];
    blocks.push(Block::Paragraph(Text::stored(format!(
        "مدیرکل محترم دستگاه شماره {at}"
    ))));
    blocks.extend((0..4).map(|one| Block::Paragraph(sentence(at * 4 + one))));
    blocks.push(Block::Signatures(vec![LabelledText::new(
        "دبیر",
        Text::stored("خانم نمونه"),
    )]));
    footed(blocks)
}

fn footed(blocks: Vec<Block>) -> Paper {
    let pages = Text {
        runs: vec![
            Run::Ours("صفحه ".to_owned()),
            Run::Page,
            Run::Ours(" از ".to_owned()),
            Run::Pages,
        ],
    };
    let mut paper = Paper::of(Lang::Fa, Digits::Persian, blocks);
    paper.foot = pages;
    paper
}

fn plain(text: &Text) -> String {
    let runs = text.runs.iter().map(|run| match run {
        Run::Ours(text) | Run::Stored(text) | Run::Speaker(text) | Run::Remark(text) => text.as_str(),
        Run::Page | Run::Pages => "",
    });
    runs.collect()
}

fn cells(table: &PaperTable) -> Vec<Vec<String>> {
    let cell = |cell: &Vec<Text>| cell.iter().map(plain).collect::<Vec<_>>().join("\n");
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect());
    rows.collect()
}

fn heads(table: &PaperTable) -> Vec<String> {
    table.columns.iter().map(|column| plain(&column.head)).collect()
}

fn tables(paper: &Paper) -> impl Iterator<Item = &PaperTable> {
    paper.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// The tables of a paper as sheets.
pub fn workbook(paper: &Paper) -> Workbook {
    let sheet = |(number, table): (usize, &PaperTable)| Sheet {
        name: format!("جدول {number}"),
        columns: heads(table)
            .into_iter()
            .map(|head| SheetColumn { head, width: 20 })
            .collect(),
        rows: cells(table)
            .into_iter()
            .map(|row| row.into_iter().map(SheetValue::Text).collect())
            .collect(),
    };
    Workbook {
        lang: Lang::Fa,
        title: "نمونه".to_owned(),
        sheets: tables(paper).enumerate().map(sheet).collect(),
    }
}

/// The paper for programs in other languages: each block by its kind.
pub fn as_json(paper: &Paper) -> Value {
    let block = |block: &Block| match block {
        Block::Title(text) | Block::Centred(text) | Block::Heading(text) => json!({ "heading": plain(text) }),
        Block::Paragraph(text) => json!({ "paragraph": plain(text) }),
        Block::Head(fields) | Block::Signatures(fields) => {
            let field = |field: &LabelledText| json!([field.label, plain(&field.value)]);
            json!({ "heads": [], "rows": fields.iter().map(field).collect::<Vec<_>>() })
        }
        Block::Table(table) => json!({ "heads": heads(table), "rows": cells(table) }),
        Block::List { .. } | Block::Chart(_) | Block::Gap | Block::PageBreak => Value::Null,
    };
    Value::Array(paper.blocks.iter().map(block).collect())
}
