//! What is no document, or one that something happened to: it is refused in its own word, and nothing takes for ever.
//! Knows no minutes.

use super::{DocxError, MOST_PART_BYTES, document, paragraph, read_docx, text_of, zipped};
use std::time::{Duration, Instant};

#[test]
fn what_is_no_document_is_refused() {
    assert_eq!(read_docx(b""), Err(DocxError::NotADocument));
    assert_eq!(
        read_docx(b"PK\x03\x04 and nothing else"),
        Err(DocxError::NotADocument)
    );
    assert_eq!(
        read_docx(&zipped(&[("a.txt", "x")])),
        Err(DocxError::NotADocument)
    );
    for torn in [
        "<w:document><w:body></w:p>",
        "<w:document><w:body><w:p><w:r><w:t>آب</w:t>",
    ] {
        assert_eq!(
            read_docx(&zipped(&[("word/document.xml", torn)])),
            Err(DocxError::Damaged)
        );
    }
    // A workbook or slides have another root.
    let other = zipped(&[("word/document.xml", "<workbook><t>آب</t></workbook>")]);
    assert_eq!(read_docx(&other), Err(DocxError::NotADocument));
}

#[test]
fn a_document_that_unpacks_without_end_is_refused() {
    let bomb = " ".repeat(usize::try_from(MOST_PART_BYTES).unwrap() + 1);
    let bytes = zipped(&[("word/document.xml", &bomb)]);
    assert!(bytes.len() < 100_000);
    assert_eq!(read_docx(&bytes), Err(DocxError::TooLarge));
}

proptest::proptest! {
    #[test]
    fn no_xml_makes_it_panic(xml in "(<|>|/|w:p|w:tc|w:tr|w:tbl|w:t|&|;|#|x|é|\"| |=){0,40}") {
        let _ = read_docx(&zipped(&[("word/document.xml", &xml)]));
    }
}

#[test]
fn parts_that_are_bearable_alone_are_refused_together() {
    let bytes = usize::try_from(MOST_PART_BYTES).unwrap() - 1000;
    let large = document(&format!("<!--{}-->", " ".repeat(bytes)));
    let parts = [
        ("word/document.xml", large.as_str()),
        ("word/footnotes.xml", &large),
        ("word/endnotes.xml", &large),
    ];
    assert_eq!(read_docx(&zipped(&parts)), Err(DocxError::TooLarge));
}

#[test]
fn tables_and_boxes_inside_each_other_without_end_are_read_and_keep_their_words() {
    let began = Instant::now();
    for (open, close) in [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
        ("<w:p>", "</w:p>"),
        ("<w:tc>", "</w:tc>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ] {
        let body = format!(
            "{}{}{}",
            open.repeat(20_000),
            paragraph("آب"),
            close.repeat(20_000)
        );
        assert_eq!(text_of(&body).matches("آب").count(), 1, "{open}");
    }
    assert!(began.elapsed() < Duration::from_secs(30));
}

#[test]
fn spans_and_numbers_that_nobody_draws_are_cut() {
    let wide = "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"18446744073709551615\"/></w:trPr><w:tc><w:tcPr>\
                <w:gridSpan w:val=\"18446744073709551615\"/></w:tcPr><w:p><w:r><w:t>آب</w:t></w:r></w:p></w:tc><w:tc><w:tcPr>\
                <w:gridSpan w:val=\"-3\"/><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>";
    assert!(text_of(wide).contains("آب"));
    let listed = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"99999999999\"/><w:numId w:val=\"4\"/></w:numPr></w:pPr><w:r><w:t>آب</w:t></w:r></w:p>";
    assert_eq!(text_of(listed), "1- آب\n");
}
