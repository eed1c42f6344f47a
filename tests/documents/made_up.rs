//! A document with every kind of block, made up, in both languages. It does not know who judges it.

use dabir::calendar::Day;
use dabir::exchange::paper::{
    Block, Chart, ChartBar, LabelledText, Paper, PaperColumn, PaperTable, Run, Text,
};
use dabir::text::{Digits, Lang};

/// The words of one language, in the order in which the document has them.
type Script = [&'static str; 12];

const FA: Script = [
    "صورتجلسه هشتمین جلسه کارگروه آب در سال ۱۴۰۱",
    "رئیس جلسه",
    "مهرداد کیانی",
    "دستور کار",
    "بررسی چاه‌های بی‌پروانه",
    "ردیف",
    "مفاد مصوبه",
    "مسئول پیگیری",
    "شرکت ACME (واحد ۲) فهرست ۱۲۰ چاه را تا ۱۴۰۱/۰۶/۳۱ به نشانی info@example.org بفرستد؛ هزینه ۲٫۵ میلیارد ریال است.",
    "اصلاحیه ۱",
    "صفحه",
    "از",
];

const EN: Script = [
    "Minutes of the eighth session of the water group in 1401",
    "Chair",
    "Mehrdad Kiani",
    "Agenda",
    "Wells without a licence",
    "Row",
    "Resolution",
    "Responsible",
    "The company «شرکت آب ۲» sends the list of 120 wells (see ماده ۵ قانون) by 1401/06/31 to info@example.org.",
    "Correction 1",
    "Page",
    "of",
];

/// The document in both languages, each with a name for its file.
pub fn papers() -> [(&'static str, Paper); 2] {
    [
        ("every-block-fa", paper(Lang::Fa, Digits::Persian, &FA)),
        ("every-block-en", paper(Lang::En, Digits::Latin, &EN)),
    ]
}

fn paper(lang: Lang, digits: Digits, script: &Script) -> Paper {
    let [title, chair, name, agenda, item, ..] = *script;
    let field = |label: &str, value: &str| LabelledText::new(label, Text::stored(value));
    let long = script[8];
    let blocks = vec![
        Block::Centred(Text::ours(title)),
        Block::Title(Text::ours(title)),
        Block::Head(vec![field(chair, name), field(agenda, item), field(item, long)]),
        Block::Heading(Text::ours(agenda)),
        list(true, item),
        list(false, item),
        Block::Paragraph(Text::speaker(name).and(Text::ours(": ")).and(Text::stored(long))),
        Block::Paragraph(Text::stored(format!("{long}\n{long}"))),
        Block::Table(resolutions(script, digits)),
        Block::Gap,
        Block::Chart(chart(script, digits)),
        Block::Signatures(vec![field(chair, name), field(chair, name)]),
        Block::PageBreak,
        Block::Head(vec![field(chair, name)]),
        Block::Table(to_sign(script, digits)),
    ];
    Paper {
        title: title.to_owned(),
        date: Some(Day::from_jalali(1401, 3, 12).expect("a day")),
        foot: Text {
            runs: vec![
                Run::Ours(format!("{} ", script[10])),
                Run::Page,
                Run::Ours(format!(" {} ", script[11])),
                Run::Pages,
            ],
        },
        ..Paper::of(lang, digits, blocks)
    }
}

fn list(numbered: bool, item: &str) -> Block {
    Block::List {
        numbered,
        items: vec![Text::stored(item), Text::stored(item)],
    }
}

fn column(head: &str, share: u32) -> PaperColumn {
    PaperColumn {
        head: Text::ours(head),
        share,
    }
}

/// So many rows that their heads stand on a second page too.
fn resolutions(script: &Script, digits: Digits) -> PaperTable {
    let remark = Text {
        runs: vec![Run::Remark(script[9].to_owned())],
    };
    let row = |number: u32| {
        vec![
            vec![Text::ours(digits.of(number))],
            vec![
                Text::stored(script[8]).and(remark.clone()),
                Text::stored(script[4]),
            ],
            if number == 2 {
                Vec::new()
            } else {
                vec![Text::stored(script[2])]
            },
        ]
    };
    PaperTable {
        columns: vec![column(script[5], 5), column(script[6], 60), column(script[7], 25)],
        rows: (1..=12).map(row).collect(),
        signed: false,
    }
}

fn to_sign(script: &Script, digits: Digits) -> PaperTable {
    let row = |number: u32| {
        vec![
            vec![Text::ours(digits.of(number))],
            vec![Text::stored(script[2])],
            Vec::new(),
        ]
    };
    PaperTable {
        columns: vec![column(script[5], 5), column(script[1], 30), column(script[7], 30)],
        rows: (1..=6).map(row).collect(),
        signed: true,
    }
}

fn chart(script: &Script, digits: Digits) -> Chart {
    let bar = |value: u32| ChartBar {
        label: Text::stored(script[7]),
        value,
        shown: digits.of(value),
    };
    Chart {
        title: Text::ours(script[6]),
        most: 20,
        bars: vec![bar(0), bar(7), bar(20)],
    }
}
