//! What a Word file of ours is made of: parts, directions, tables, and that our own reader has its words.

use super::*;
use crate::calendar::Day;
use crate::exchange::docx::read_docx;
use crate::exchange::paper::{Block, Chart, ChartBar, LabelledText, PaperColumn, PaperTable, Run, Text};
use crate::text::{Digits, Lang};
use std::io::Read;
use zip::ZipArchive;

fn paper(blocks: Vec<Block>) -> Paper {
    Paper::of(Lang::Fa, Digits::Persian, blocks)
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn written(paper: &Paper) -> Vec<u8> {
    write_docx(paper, &Fonts::default()).unwrap()
}

fn document_of(blocks: Vec<Block>) -> String {
    part(&written(&paper(blocks)), "word/document.xml")
}

fn read_back(blocks: Vec<Block>) -> String {
    read_docx(&written(&paper(blocks))).unwrap()
}

fn column(head: &str, share: u32) -> PaperColumn {
    PaperColumn {
        head: Text::ours(head),
        share,
    }
}

fn table() -> PaperTable {
    let cell = |text: &str| vec![Text::stored(text)];
    PaperTable {
        columns: vec![column("ردیف", 1), column("شرح", 9)],
        rows: vec![
            vec![cell("۱"), cell("تهیهٔ فهرست چاه‌ها")],
            vec![cell("۲"), vec![Text::ours("الف) یک"), Text::ours("ب) دو")]],
            vec![cell("۳"), Vec::new()],
        ],
        signed: false,
    }
}

fn field(label: &str, value: &str) -> LabelledText {
    LabelledText::new(label, Text::stored(value))
}

#[test]
fn our_own_reader_has_every_word_in_order() {
    let text = read_back(vec![
        Block::Title(Text::ours("صورتجلسه")),
        Block::Head(vec![field("تاریخ", "۱۴۰۱/۰۳/۱۲"), field("محل", "سالن اصلی")]),
        Block::Heading(Text::ours("دستور کار")),
        Block::List {
            numbered: true,
            items: vec![Text::stored("بررسی آب"), Text::stored("بررسی برق")],
        },
        Block::Paragraph(
            Text::speaker("رئیس")
                .and(Text::ours(": "))
                .and(Text::stored("سلام\nپایان")),
        ),
        Block::Table(table()),
    ]);
    assert_eq!(
        text,
        "صورتجلسه\nتاریخ:\t۱۴۰۱/۰۳/۱۲\tمحل:\tسالن اصلی\n\nدستور کار\n۱- بررسی آب\n۲- بررسی برق\nرئیس: سلام\nپایان\n\
         ردیف\tشرح\n۱\tتهیهٔ فهرست چاه‌ها\n<tr><td>۲</td><td>الف) یک<br>ب) دو</td></tr>\n۳\t\n\n"
    );
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let paper = paper(vec![Block::Table(table())]);
    assert_eq!(written(&paper), written(&paper));
}

#[test]
fn a_persian_document_is_right_to_left_through_and_through() {
    let xml = document_of(vec![
        Block::Paragraph(Text::stored("شرکت ACME آمد")),
        Block::Table(table()),
    ]);
    let count = |what: &str| xml.matches(what).count();
    assert_eq!(count("<w:p>"), count("<w:p><w:pPr>"));
    // Every paragraph, and the section.
    assert_eq!(count("<w:bidi/>"), count("<w:p>") + 1);
    assert_eq!(count("<w:bidiVisual/>"), 1);
    assert!(xml.contains("<w:r><w:t xml:space=\"preserve\">ACME</w:t></w:r>"));
    assert!(
        xml.contains(
            "<w:rPr><w:rtl/><w:lang w:bidi=\"fa-IR\"/></w:rPr><w:t xml:space=\"preserve\"> آمد</w:t>"
        )
    );
}

#[test]
fn an_english_document_is_its_twin() {
    let table = PaperTable::headless(&[1], vec![vec![vec![Text::stored("well")]]]);
    let mut paper = Paper::of(Lang::En, Digits::Latin, vec![Block::Table(table)]);
    paper.foot = Text {
        runs: vec![Run::Page],
    };
    let bytes = written(&paper);
    for name in ["word/document.xml", "word/styles.xml", "word/footer1.xml"] {
        let xml = part(&bytes, name);
        for mark in ["w:bidi/", "w:bidiVisual", "w:rtl"] {
            assert!(!xml.contains(mark), "{mark} in {name}");
        }
    }
}

#[test]
fn heads_are_repeated_rows_kept_whole_and_columns_fill_the_line() {
    let xml = document_of(vec![Block::Table(table())]);
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(xml.matches("<w:cantSplit/>").count(), 4);
    assert!(xml.contains("<w:gridCol w:w=\"963\"/><w:gridCol w:w=\"8675\"/>"));
    // Each cell ends in a paragraph, also one without words.
    assert_eq!(
        xml.matches("</w:p></w:tc>").count(),
        xml.matches("</w:tc>").count()
    );
}

#[test]
fn a_row_to_sign_is_high_and_signatures_stand_abreast() {
    let mut signed = table();
    signed.signed = true;
    let xml = document_of(vec![Block::Table(signed)]);
    assert_eq!(xml.matches("<w:trHeight").count(), 3);
    let text = read_back(vec![Block::Signatures(vec![
        field("رئیس", "کیانی"),
        field("دبیر", "نوبخت"),
    ])]);
    assert_eq!(
        text.lines().next(),
        Some("<tr><td>رئیس<br>کیانی</td><td>دبیر<br>نوبخت</td></tr>")
    );
}

#[test]
fn a_remark_is_shown_and_not_read_back_as_a_word_of_the_minutes() {
    let corrected = Text::stored("فهرست").and(Text {
        runs: vec![Run::Remark("اصلاحیه ۱".to_owned())],
    });
    let xml = document_of(vec![Block::Paragraph(corrected.clone())]);
    assert!(xml.contains("[اصلاحیه ۱]"));
    assert_eq!(read_back(vec![Block::Paragraph(corrected)]), "فهرست\n");
}

#[test]
fn the_foot_has_the_fields_of_word() {
    let mut paper = paper(Vec::new());
    paper.foot = Text {
        runs: vec![
            Run::Ours("صفحه ".to_owned()),
            Run::Page,
            Run::Ours(" از ".to_owned()),
            Run::Pages,
        ],
    };
    let xml = part(&written(&paper), "word/footer1.xml");
    for field in [" PAGE ", " NUMPAGES "] {
        assert!(xml.contains(&format!(
            "<w:instrText xml:space=\"preserve\">{field}</w:instrText>"
        )));
    }
    assert_eq!(
        xml.matches("fldCharType=\"begin\"").count(),
        xml.matches("fldCharType=\"end\"").count()
    );
}

#[test]
fn bars_are_as_long_as_their_value() {
    let bar = |value| ChartBar {
        label: Text::ours("دستگاه"),
        value,
        shown: value.to_string(),
    };
    let chart = Chart {
        title: Text::ours("اجرا"),
        most: 10,
        bars: vec![bar(0), bar(5), bar(u32::MAX)],
    };
    let xml = document_of(vec![Block::Chart(chart)]);
    let spans: Vec<&str> = xml
        .split("<w:gridSpan w:val=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(spans, ["40", "20", "20", "40"]);
}

#[test]
fn a_page_that_breaks_at_the_end_makes_no_empty_one() {
    let line = || Block::Paragraph(Text::ours("آب"));
    let breaks = |blocks| document_of(blocks).matches("<w:pageBreakBefore/>").count();
    assert_eq!(breaks(vec![line(), Block::PageBreak, line()]), 1);
    assert_eq!(breaks(vec![line(), Block::PageBreak]), 0);
}

#[test]
fn properties_have_the_title_and_the_day_and_no_mark_of_direction() {
    let mut paper = paper(Vec::new());
    paper.title = "صورتجلسه \u{2068}A<B\u{2069}\u{1}".to_owned();
    paper.date = Day::from_jalali(1401, 3, 12).ok();
    let xml = part(&written(&paper), "docProps/core.xml");
    assert!(xml.contains("<dc:title>صورتجلسه A&lt;B</dc:title>"), "{xml}");
    assert!(xml.contains(">2022-06-02T00:00:00Z</dcterms:created>"));
}

#[test]
fn fonts_of_the_office_are_named_with_others_behind_them() {
    let fonts = Fonts {
        text_name: Some("B Nazanin".to_owned()),
        heads_name: Some("B Titr".to_owned()),
        ..Fonts::default()
    };
    let bytes = write_docx(&paper(Vec::new()), &fonts).unwrap();
    let table = part(&bytes, "word/fontTable.xml");
    for name in ["B Nazanin", "B Titr"] {
        assert!(
            table.contains(&format!("<w:font w:name=\"{name}\"><w:altName")),
            "{table}"
        );
    }
    assert!(part(&bytes, "word/styles.xml").contains("w:cs=\"B Titr\""));
}

#[test]
fn our_font_is_in_a_file_that_names_it_and_in_no_other() {
    let has_font = |text: Option<&str>, heads: Option<&str>| {
        let fonts = Fonts {
            text_name: text.map(str::to_owned),
            heads_name: heads.map(str::to_owned),
            ..Fonts::default()
        };
        let bytes = write_docx(&paper(Vec::new()), &fonts).unwrap();
        let archive = ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
        let has = archive.index_for_name("word/fonts/font1.odttf").is_some();
        assert_eq!(part(&bytes, "[Content_Types].xml").contains("odttf"), has);
        assert_eq!(part(&bytes, "word/fontTable.xml").contains("w:embedRegular"), has);
        has
    };
    assert!(has_font(None, None));
    assert!(has_font(None, Some("B Titr")));
    assert!(!has_font(Some("B Nazanin"), None));
}

proptest::proptest! {
    #[test]
    fn no_text_breaks_a_file(text in "[\u{0}-\u{20}<>&'\"a-cا-ج\u{200C}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FFFD}-\u{FFFF}]{0,60}") {
        let every = |run: fn(String) -> Run| Text { runs: vec![run(text.clone())] };
        let cells = vec![vec![vec![every(Run::Stored)], vec![every(Run::Ours)]]];
        let mut paper = paper(vec![
            Block::Title(every(Run::Ours)),
            Block::Paragraph(every(Run::Stored)),
            Block::Head(vec![LabelledText::new(text.clone(), every(Run::Speaker)), field("آ", &text)]),
            Block::Table(PaperTable::headless(&[1, 2], cells)),
            Block::Paragraph(every(Run::Remark)),
        ]);
        (paper.title, paper.foot) = (text.clone(), every(Run::Stored));
        let bytes = written(&paper);
        let read = read_docx(&bytes).unwrap();
        let is_control = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        proptest::prop_assert!(!read.contains(is_control));
        let has_noncharacter = part(&bytes, "docProps/core.xml").contains('\u{FFFE}');
        proptest::prop_assert!(!has_noncharacter);
    }
}
