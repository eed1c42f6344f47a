//! Small Word files in memory, and the text that is read of them.
//! Knows no minutes.

mod chunks;
mod forms;
mod hostile;
mod lists;
mod packages;
mod tables;

use super::read_docx;
use crate::exchange::docx::{DocxError, MOST_PART_BYTES};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    zipped_bytes(&parts)
}

fn zipped_bytes(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn document(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document {NAMESPACE}><w:body>{body}</w:body></w:document>")
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

fn run(inner: &str) -> String {
    format!("<w:p><w:r>{inner}</w:r></w:p>")
}

/// A cell with properties and content.
fn cell(properties: &str, inner: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>")
}

/// A row of cells with a paragraph each; what stands before `|` in a cell are its properties.
fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|written| {
            let (properties, text) = written.split_once('|').unwrap_or(("", written));
            cell(properties, &paragraph(text))
        })
        .collect();
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.concat())
}

fn text_of(body: &str) -> String {
    read_docx(&zipped(&[("word/document.xml", &document(body))])).unwrap()
}

#[test]
fn paragraphs_are_lines_with_their_tabs_breaks_and_entities() {
    let body =
        "<w:p><w:r><w:t>آب</w:t><w:tab/><w:t>و &amp; &#1576;رق</w:t><w:br/><w:t>خاک</w:t></w:r></w:p><w:p/>";
    assert_eq!(text_of(body), "آب\tو & برق\nخاک\n\n");
}

#[test]
fn a_table_row_is_a_line_and_one_with_paragraphs_in_a_cell_is_html() {
    let cell = |inner: &str| format!("<w:tc><w:tcPr/>{inner}</w:tc>");
    let plain = format!(
        "<w:tr>{}{}</w:tr>",
        cell(&paragraph("۱")),
        cell(&paragraph("مصوبه"))
    );
    let two = paragraph("الف) یک") + &paragraph("ب) a<b".replace('<', "&lt;").as_str());
    let rich = format!("<w:tr>{}{}</w:tr>", cell(&paragraph("۲")), cell(&two));
    let text = text_of(&format!("<w:tbl><w:tblPr/>{plain}{rich}</w:tbl>"));
    assert_eq!(
        text,
        "۱\tمصوبه\n<tr><td>۲</td><td>الف) یک<br>ب) a&lt;b</td></tr>\n"
    );
}

#[test]
fn headers_come_first_footers_last_and_a_second_wording_of_a_text_box_is_passed_over() {
    let box_ = "<w:p><mc:AlternateContent><mc:Choice><w:t>مهر</w:t></mc:Choice><mc:Fallback><w:t>مهر</w:t>\
                </mc:Fallback></mc:AlternateContent></w:p>";
    let margin = |text: &str| format!("<w:hdr {NAMESPACE}>{}</w:hdr>", paragraph(text));
    let (body, header, footer) = (document(box_), margin("بسمه تعالی"), margin("پیوست دارد"));
    let notes = format!(
        "<w:footnotes {NAMESPACE}>{}{}</w:footnotes>",
        paragraph(""),
        paragraph("به نقل از نامه")
    );
    let parts = [
        ("word/document.xml", body.as_str()),
        ("word/header1.xml", &header),
        ("word/header2.xml", &header),
        ("word/footnotes.xml", &notes),
        ("word/footer1.xml", &footer),
    ];
    assert_eq!(
        read_docx(&zipped(&parts)).unwrap(),
        "بسمه تعالی\nمهر\nبه نقل از نامه\nپیوست دارد\n"
    );
}

#[test]
fn tabs_that_only_put_a_line_in_its_place_are_no_columns() {
    let tabbed = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs></w:pPr><w:r><w:tab/><w:t>بسمه تعالی</w:t>\
                  </w:r></w:p>";
    assert_eq!(text_of(tabbed), "بسمه تعالی\n");
    let two = run("<w:t>تاریخ: ۱</w:t><w:ptab/><w:t>شماره: ۲</w:t>");
    assert_eq!(text_of(&two), "تاریخ: ۱\tشماره: ۲\n");
}

#[test]
fn line_ends_of_the_xml_are_blanks_and_hyphens_are_kept_or_none() {
    let body = run(
        "<w:t>آب\n  شهر</w:t><w:noBreakHyphen/><w:t>ها</w:t><w:softHyphen/><w:t>ی</w:t><w:cr/><w:t>ب</w:t>",
    );
    assert_eq!(text_of(&body), "آب   شهر-های\nب\n");
}

#[test]
fn what_was_struck_out_is_gone_and_what_was_put_in_is_there() {
    let body = "<w:p><w:r><w:t>مهلت </w:t></w:r><w:del><w:r><w:delText>ده</w:delText></w:r></w:del>\
                <w:ins><w:r><w:t>سی</w:t></w:r></w:ins><w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr>\
                <w:t> روز</w:t></w:r></w:p>\
                <w:moveFrom><w:p><w:r><w:t>پل</w:t></w:r></w:p></w:moveFrom><w:p><w:moveTo><w:r><w:t>پل</w:t></w:r></w:moveTo></w:p>";
    assert_eq!(text_of(body), "مهلت سی روز\nپل\n");
    let joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>نهر </w:t></w:r></w:p><w:p><w:r><w:t>اصلی</w:t></w:r></w:p>";
    assert_eq!(text_of(joined), "نهر اصلی\n");
}

#[test]
fn fields_show_what_they_give_and_not_how_it_is_made() {
    let body = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>\
                <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>۱۴۰۴/۰۱/۲۰</w:t></w:r>\
                <w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:fldSimple w:instr=\"AUTHOR\"><w:r><w:t> دبیر</w:t></w:r></w:fldSimple></w:p>";
    assert_eq!(text_of(body), "۱۴۰۴/۰۱/۲۰ دبیر\n");
}

#[test]
fn a_text_box_is_lines_of_its_own_behind_its_paragraph_once() {
    let box_of = |text: &str| {
        format!(
            "<w:txbxContent>{}{}</w:txbxContent>",
            paragraph(text),
            paragraph("تاریخ: ۲")
        )
    };
    let twice = format!(
        "<w:p><w:r><w:t>صورتجلسه</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>{0}</w:drawing></mc:Choice>\
         <mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> شورا</w:t></w:r></w:p>",
        box_of("شماره: ۱")
    );
    assert_eq!(text_of(&twice), "صورتجلسه شورا\nشماره: ۱\nتاریخ: ۲\n");
    let older = format!("<w:p><w:r><w:pict>{}</w:pict></w:r></w:p>", box_of("شماره: ۱"));
    assert_eq!(text_of(&older), "\nشماره: ۱\nتاریخ: ۲\n");
    let only_older = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        box_of("شماره: ۱")
    );
    assert_eq!(text_of(&only_older), "\nشماره: ۱\nتاریخ: ۲\n");
}

#[test]
fn words_drawn_as_a_picture_are_words() {
    let body = "<w:p><w:r><w:pict><v:shape><v:textpath string=\"بسمه &quot;تعالی&quot;\"/></v:shape></w:pict></w:r></w:p>";
    assert_eq!(text_of(body), "\nبسمه \"تعالی\"\n");
}

#[test]
fn what_no_page_shows_is_told_apart_at_the_end() {
    let hidden = "<w:rPr><w:vanish/></w:rPr>";
    let body = format!(
        "<w:p><w:r><w:t>مهلت: ده روز</w:t></w:r><w:r>{hidden}<w:t> سی </w:t></w:r><w:r>{hidden}<w:tab/><w:t>روز</w:t></w:r>\
         <w:r><w:rPr><w:vanish w:val=\"false\"/></w:rPr><w:t> کاری</w:t></w:r></w:p>{}",
        paragraph("پایان")
    );
    let text = text_of(&body);
    assert_eq!(text, "مهلت: ده روز کاری\nپایان\n[متن پنهان: سی روز]\n");
    let read =
        crate::exchange::read_minutes(&format!("صورتجلسه دومین جلسه شورای آب مورخ ۱۴۰۴/۰۱/۲۰\n{text}"));
    assert!(read.raw.iter().any(|line| line.text == "[متن پنهان: سی روز]"));
}
