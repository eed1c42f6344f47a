//! Tests of documents as pages of the web.

use super::*;
use crate::calendar::Day;
use crate::exchange::paper::{Chart, ChartBar, LabelledText, PaperColumn, PaperTable, Run, Text};

fn paper(blocks: Vec<Block>) -> Paper {
    Paper::of(Lang::Fa, Digits::Persian, blocks)
}

fn html(paper: &Paper) -> String {
    String::from_utf8(write_html(paper, &Fonts::default())).unwrap()
}

fn body(blocks: Vec<Block>) -> String {
    let html = html(&paper(blocks));
    let (_, body) = html.split_once("<main>\n").unwrap();
    body.split_once("</main>").unwrap().0.to_owned()
}

fn column(head: &str, share: u32) -> PaperColumn {
    PaperColumn {
        head: Text::ours(head),
        share,
    }
}

#[test]
fn a_page_says_its_language_its_direction_its_title_and_its_day() {
    let mut paper = paper(vec![Block::Title(Text::ours("صورتجلسه"))]);
    paper.date = Day::from_jalali(1401, 3, 12).ok();
    let html = html(&paper);
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"fa\" dir=\"rtl\">"));
    assert!(html.contains("<title>صورتجلسه</title>"));
    assert!(html.contains("content=\"2022-06-02\""));
    assert!(html.contains("size: A4; "));
    paper.landscape = true;
    paper.lang = Lang::En;
    paper.direction = Direction::Ltr;
    paper.title = "The minutes".to_owned();
    let english = self::html(&paper);
    assert!(english.contains("<html lang=\"en\" dir=\"ltr\">"));
    assert!(english.contains("<title>The minutes</title>"));
    assert!(english.contains("size: A4 landscape; "));
}

#[test]
fn a_heading_above_a_table_is_its_caption_and_heads_name_their_columns() {
    let table = PaperTable {
        columns: vec![column("ردیف", 1), column("مفاد", 3)],
        rows: vec![vec![
            vec![Text::ours("۱")],
            vec![Text::stored("آب\nبرق"), Text::ours("خاک")],
        ]],
        signed: true,
    };
    assert_eq!(
        body(vec![Block::Heading(Text::ours("مصوبات")), Block::Table(table)]),
        "<table>\n<caption><h2>مصوبات</h2></caption>\n\
         <colgroup><col style=\"width: 25.00%\"><col style=\"width: 75.00%\"></colgroup>\n\
         <thead><tr><th scope=\"col\">ردیف</th><th scope=\"col\">مفاد</th></tr></thead>\n<tbody>\n\
         <tr class=\"signed\"><td>۱</td><td><p>آب</p><p>برق</p><p>خاک</p></td></tr>\n</tbody>\n</table>\n"
    );
}

#[test]
fn foreign_words_are_set_apart_in_the_direction_they_run_in() {
    let sentence = Text::ours("نامه \u{2068}ACME-12\u{2069} رسید");
    let speaker = Text::speaker("کیانی")
        .and(Text::ours(": "))
        .and(Text::stored("GIS استان"));
    assert_eq!(
        body(vec![
            Block::Paragraph(sentence),
            Block::Paragraph(speaker),
            Block::Paragraph(Text::stored("متن")),
            Block::Paragraph(Text::stored("ACME")),
        ]),
        "<p>نامه <bdi dir=\"ltr\">ACME-12</bdi> رسید</p>\n\
         <p><strong><bdi dir=\"rtl\">کیانی</bdi></strong>: <bdi dir=\"rtl\">GIS استان</bdi></p>\n\
         <p>متن</p>\n<p><bdi dir=\"ltr\">ACME</bdi></p>\n"
    );
}

#[test]
fn lists_labels_and_remarks_have_their_elements() {
    let fields = vec![LabelledText::new("تاریخ", Text::ours("۱۴۰۱/۰۳/۱۲"))];
    let list = Block::List {
        numbered: true,
        items: vec![Text::stored("آب\nبرق")],
    };
    let remark = Text::ours("متن").and(Text {
        runs: vec![Run::Remark("اصلاحیه ۱".into())],
    });
    assert_eq!(
        body(vec![
            Block::Head(fields.clone()),
            list,
            Block::Paragraph(remark),
            Block::Signatures(fields)
        ]),
        "<dl class=\"head\">\n<div><dt>تاریخ:</dt> <dd>۱۴۰۱/۰۳/۱۲</dd></div>\n</dl>\n\
         <ol class=\"fa\">\n<li><p>آب</p><p>برق</p></li>\n</ol>\n\
         <p>متن <span class=\"remark\" role=\"note\">اصلاحیه ۱</span></p>\n\
         <dl class=\"signatures\">\n<div><dt>تاریخ</dt> <dd>۱۴۰۱/۰۳/۱۲</dd></div>\n</dl>\n"
    );
}

#[test]
fn a_long_value_has_the_width_of_its_head_alone() {
    let fields = vec![
        LabelledText::new("مکان", Text::stored("سالن")),
        LabelledText::new("کارگروه", Text::stored("کارگروه ".repeat(8))),
    ];
    let body = body(vec![Block::Head(fields)]);
    assert!(body.contains("<div><dt>مکان:</dt>"), "{body}");
    assert!(body.contains("<div class=\"long\"><dt>کارگروه:</dt>"), "{body}");
}

#[test]
fn bars_begin_where_lines_begin_and_end_at_the_most() {
    let bar = |value| ChartBar {
        label: Text::ours("آبفا"),
        value,
        shown: "۸۷٪".to_owned(),
    };
    let chart = Chart {
        title: Text::ours("اجرا"),
        most: 200,
        bars: vec![bar(50), bar(500)],
    };
    let body = body(vec![Block::Chart(chart)]);
    assert!(body.contains("<figcaption>اجرا</figcaption>"));
    assert!(body.contains("<rect x=\"75.00\" y=\"0\" width=\"25.00\""));
    assert!(body.contains("<rect x=\"0.00\" y=\"0\" width=\"100.00\""));
    assert_eq!(body.matches("<span>۸۷٪</span>").count(), 2);
}

#[test]
fn the_foot_counts_pages_and_stands_at_the_end_without_them() {
    let mut paper = paper(Vec::new());
    paper.foot = Text::ours("کد \u{2068}7K3M\u{2069}").and(Text {
        runs: vec![
            Run::Ours(" · صفحه ".into()),
            Run::Page,
            Run::Ours(" از ".into()),
            Run::Pages,
        ],
    });
    let html = html(&paper);
    assert!(
        html.contains("counter(page, persian) \" از \" counter(pages, persian)"),
        "{html}"
    );
    assert!(html.contains("<footer>\n<p>کد <bdi dir=\"ltr\">7K3M</bdi></p>\n</footer>"));
    assert!(!html.contains(['\u{2068}', '\u{2069}']));
}

#[test]
fn nothing_that_others_wrote_is_acted_upon() {
    let hostile = "</title></style><script>alert('1')</script>\u{202E}&amp;\"\u{0}";
    let mut paper = paper(vec![
        Block::Title(Text::stored(hostile)),
        Block::Head(vec![LabelledText::new(hostile, Text::stored(hostile))]),
        Block::Table(PaperTable::headless(
            &[1],
            vec![vec![vec![Text::stored(hostile)]]],
        )),
    ]);
    paper.title = hostile.to_owned();
    paper.foot = Text::stored(hostile);
    let fonts = Fonts {
        text_name: Some("a\"}</style><script>".to_owned()),
        ..Fonts::default()
    };
    let html = String::from_utf8(write_html(&paper, &fonts)).unwrap();
    assert!(!html.contains("<script"));
    assert_eq!(html.matches("</style>").count(), 1);
    assert_eq!(html.matches("</title>").count(), 1);
    assert!(!html.contains(['\u{202E}', '\u{0}']));
    assert!(html.contains("&lt;script&gt;alert(&#39;1&#39;)"));
}

#[test]
fn the_fonts_of_the_office_are_named_first() {
    let fonts = Fonts {
        text_name: Some("B Mitra".to_owned()),
        heads_name: Some("B Titr".to_owned()),
        ..Fonts::default()
    };
    let html = String::from_utf8(write_html(&paper(Vec::new()), &fonts)).unwrap();
    assert!(html.contains("body { font-family: \"B Mitra\", Vazirmatn"));
    assert!(html.contains("font-family: \"B Titr\", Vazirmatn"));
}
