//! Papers of every kind become files that the writer's own check lets pass, the same ones each time.
//! Judges outside (`tests/documents/judges`) read what the files say.

use super::slab::{Slab, SlabInk};
use super::wording::plain;
use super::*;
use crate::exchange::paper::{Chart, ChartBar, LabelledText, PaperColumn, PaperTable};
use crate::text::Digits;

fn fonts() -> PdfFonts {
    PdfFonts::read(&Fonts::default()).unwrap()
}

fn paper(blocks: Vec<Block>) -> Paper {
    Paper::of(Lang::Fa, Digits::Persian, blocks)
}

/// The pages of a paper as their lines, in the order in which they are painted; what is there again stands in brackets.
fn pages(paper: &Paper) -> Vec<Vec<String>> {
    let fonts = fonts();
    let mut setter = setter(&fonts, paper);
    let made = slabs(&mut setter, paper);
    let leaf = Leaf::a4(paper.landscape);
    let page = |page: &Stacked| {
        page.slabs
            .iter()
            .flat_map(|(_, slab, again)| lines(slab, *again))
            .collect()
    };
    stack(made, leaf).iter().map(page).collect()
}

fn lines(slab: &Slab, again: bool) -> Vec<String> {
    let said = slab.inks.iter().filter_map(|ink| match ink {
        SlabInk::Line { line, .. } => Some(read(line)),
        SlabInk::Area(_) => None,
    });
    said.map(|said| if again { format!("[{said}]") } else { said })
        .collect()
}

/// A line as its pieces from the right to the left, or as they stand in one that runs to the right.
fn read(line: &SetLine) -> String {
    let runs = line.runs.iter().map(|run| {
        let said = run.glyphs.iter().filter_map(|glyph| glyph.says);
        if run.to_left {
            said.rev().collect::<String>()
        } else {
            said.collect()
        }
    });
    plain(&runs.collect::<String>())
}

fn rows(count: usize, text: &str) -> PaperTable {
    let column = |head: &str, share| PaperColumn {
        head: Text::ours(head),
        share,
    };
    let cells = |row: usize| {
        vec![
            vec![Text::ours(Digits::Persian.of(row))],
            vec![Text::stored(text)],
        ]
    };
    PaperTable {
        columns: vec![column("ردیف", 1), column("مفاد", 9)],
        rows: (1..=count).map(cells).collect(),
        signed: false,
    }
}

/// A paper with a block of every kind.
fn everything() -> Vec<Block> {
    let signer = |office: &str| LabelledText::new(office, Text::stored("سارا نمونه"));
    let remark = Text {
        runs: vec![Run::Remark("اصلاحیه ۱".to_owned())],
    };
    let bar = |value| ChartBar {
        label: Text::stored("اداره نمونه"),
        value,
        shown: "۴۲٪".to_owned(),
    };
    vec![
        Block::Centred(Text::ours("بسمه تعالی")),
        Block::Title(Text::ours("صورت‌جلسه")),
        Block::Head(vec![signer("رئیس"), signer("دبیر"), signer("ناظر")]),
        Block::Heading(Text::ours("دستور کار")),
        Block::List {
            numbered: true,
            items: vec![Text::stored("بند یک"), Text::stored("بند دو")],
        },
        Block::List {
            numbered: false,
            items: vec![Text::stored("ACME (۲)")],
        },
        Block::Paragraph(
            Text::speaker("رئیس")
                .and(Text::ours(": "))
                .and(Text::stored("متن\nدیگر"))
                .and(remark),
        ),
        Block::Gap,
        Block::Table(rows(3, "متن")),
        Block::PageBreak,
        Block::Chart(Chart {
            title: Text::ours("سهم"),
            most: 100,
            bars: vec![bar(42), bar(0), bar(900)],
        }),
        Block::Signatures(vec![
            signer("رئیس"),
            signer("دبیر"),
            signer("ناظر"),
            signer("عضو"),
        ]),
    ]
}

#[test]
fn a_paper_of_every_kind_of_block_passes_the_check_in_both_languages_and_directions() {
    for (lang, landscape) in [(Lang::Fa, false), (Lang::En, true)] {
        let mut paper = Paper::of(lang, Digits::Latin, everything());
        paper.landscape = landscape;
        paper.foot = Text::ours("صفحه ").and(Text {
            runs: vec![Run::Page, Run::Pages],
        });
        let bytes = fonts().write(&paper).unwrap();
        assert!(bytes.starts_with(b"%PDF-1.7"));
    }
}

#[test]
fn a_paper_without_anything_is_a_file_too() {
    for blocks in [
        Vec::new(),
        vec![Block::Title(Text::default()), Block::PageBreak, Block::Gap],
        vec![
            Block::Table(PaperTable::default()),
            Block::Head(Vec::new()),
            Block::Signatures(Vec::new()),
        ],
        vec![Block::Chart(Chart::default())],
        vec![Block::Table(PaperTable::headless(&[1, 1], vec![Vec::new()]))],
        vec![Block::List {
            numbered: true,
            items: vec![Text::default()],
        }],
    ] {
        assert!(fonts().write(&paper(blocks)).is_ok());
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let paper = paper(everything());
    assert_eq!(
        write_pdf(&paper, &Fonts::default()),
        write_pdf(&paper, &Fonts::default())
    );
}

#[test]
fn hostile_text_does_no_harm() {
    let long = "ا".repeat(3_000);
    for text in [
        "\u{202E}\u{2067}\u{2069}\u{2069}abc\0\u{FEFF}\u{FFFE}\u{E000}",
        "\u{64B}\u{64B}\u{64B} \u{200C}\u{200C} \u{200D}",
        "\u{1F468}\u{200D}\u{1F469}\u{FE0F} \u{4E2D}\u{10FFFD}",
        long.as_str(),
        "לשון عربية हिन्दी ไทย",
    ] {
        let text = Text::stored(text);
        let blocks = vec![
            Block::Title(text.clone()),
            Block::Paragraph(text.clone()),
            Block::Table(PaperTable::headless(
                &[1, 60],
                vec![vec![vec![text.clone()], vec![text.clone()]]],
            )),
            Block::Signatures(vec![LabelledText::new("\u{202E}", text)]),
        ];
        assert_eq!(fonts().write(&paper(blocks)).err(), None);
    }
}

#[test]
fn the_heads_of_a_table_stand_on_each_of_its_pages_and_no_row_is_parted() {
    let pages = pages(&paper(vec![Block::Table(rows(90, "یک دو"))]));
    assert_eq!(pages.len(), 3);
    assert_eq!(pages[0][..4], ["ردیف", "مفاد", "۱", "یک دو"]);
    for page in &pages[1..] {
        assert_eq!(page[..2], ["[ردیف]", "[مفاد]"]);
        assert_eq!(page.len() % 2, 0);
    }
    let told: usize = pages.iter().flatten().filter(|line| *line == "یک دو").count();
    assert_eq!(told, 90);
}

#[test]
fn a_row_that_is_higher_than_a_page_goes_on_on_the_next() {
    let text = "واژه ".repeat(1_500);
    let pages = pages(&paper(vec![Block::Table(rows(1, &text))]));
    assert!(pages.len() > 1, "{}", pages.len());
    let words: usize = pages
        .iter()
        .flatten()
        .map(|line| line.matches("واژه").count())
        .sum();
    assert_eq!(words, 1_500);
}

#[test]
fn a_heading_never_ends_a_page() {
    let filler = |lines: usize| vec![Block::Paragraph(Text::stored("متن")); lines];
    for lines in 25..36 {
        let mut blocks = filler(lines);
        blocks.push(Block::Heading(Text::ours("عنوان")));
        blocks.extend(filler(3));
        for page in pages(&paper(blocks)) {
            assert_ne!(page.last().map(String::as_str), Some("عنوان"), "{lines}");
        }
    }
}

#[test]
fn a_page_break_begins_a_page_and_makes_no_empty_one() {
    let words = |text: &str| Block::Paragraph(Text::stored(text));
    let blocks = vec![
        Block::PageBreak,
        words("یک"),
        Block::PageBreak,
        Block::PageBreak,
        words("دو"),
        Block::PageBreak,
    ];
    assert_eq!(pages(&paper(blocks)), [["یک"], ["دو"]]);
}

#[test]
fn a_line_is_no_wider_than_the_text_whatever_its_words() {
    let fonts = fonts();
    let text = Text::stored(format!(
        "{} {} کوتاه {}",
        "ب".repeat(200),
        "a".repeat(500),
        "۱۲۳/".repeat(60)
    ));
    let paper = paper(Vec::new());
    let mut setter = setter(&fonts, &paper);
    let set = setter.paragraphs(&text, Manner::plain(10.0), 120.0);
    let lines: Vec<&SetLine> = set.iter().flatten().collect();
    assert!(lines.len() > 20);
    assert!(lines.iter().all(|line| line.width <= 120.0));
}

#[test]
fn the_foot_tells_the_number_of_the_page_in_the_digits_of_the_paper() {
    let mut paper = paper(Vec::new());
    let text = Text::ours("صفحه ").and(Text {
        runs: vec![Run::Page, Run::Ours(" از ".to_owned()), Run::Pages],
    });
    let fonts = fonts();
    let of = |paper: &Paper| {
        foot(&mut setter(&fonts, paper), &text, 2, 13)
            .iter()
            .map(read)
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&paper), ["صفحه ۲ از ۱۳"]);
    paper.digits = Digits::Latin;
    assert_eq!(of(&paper), ["صفحه 2 از 13"]);
}

#[test]
fn a_font_of_the_office_lends_its_letters_and_ours_the_rest() {
    let office = include_bytes!("../../../data/fonts/Vazirmatn-Bold.ttf").to_vec();
    let fonts = Fonts {
        text_file: Some(office),
        ..Fonts::default()
    };
    let paper = paper(everything());
    let bytes = write_pdf(&paper, &fonts).unwrap();
    assert_ne!(bytes, write_pdf(&paper, &Fonts::default()).unwrap());
    let unusable = Fonts {
        heads_file: Some(vec![0; 40]),
        ..Fonts::default()
    };
    assert_eq!(write_pdf(&paper, &unusable), Err(WriteError::UnusableFont));
}
