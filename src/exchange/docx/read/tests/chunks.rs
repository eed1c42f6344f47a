//! Files inside a document: web pages, texts and other documents, which Word takes in when it opens it.
//! Knows no minutes.

use super::{DocxError, document, paragraph, read_docx, row, table, zipped_bytes};

const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk";

/// A document with paragraphs around a file that it holds.
fn with_chunk(name: &str, chunk: &[u8]) -> Vec<u8> {
    let body = document(&format!(
        "{}<w:altChunk r:id=\"rId5\"/>{}",
        paragraph("آغاز"),
        paragraph("پایان")
    ));
    let related = format!(
        "<Relationships><Relationship Id=\"rId5\" Type=\"{KIND}\" Target=\"{name}\"/></Relationships>"
    );
    zipped_bytes(&[
        ("word/document.xml", body.as_bytes()),
        ("word/_rels/document.xml.rels", related.as_bytes()),
        (&format!("word/{name}"), chunk),
    ])
}

#[test]
fn files_inside_a_document_stand_in_their_place() {
    let rows = table(&[row(&["ردیف", "مصوبه"]), row(&["۱", "آب"])]);
    let inner = zipped_bytes(&[("word/document.xml", document(&rows).as_bytes())]);
    let page = "<html><head><style>p {}</style></head><body><table><tr><td>ردیف</td><td>مصوبه</td></tr>\
                <tr><td>۱</td><td>آب</td></tr></table></body></html>";
    for (name, chunk) in [
        ("chunk.docx", inner.as_slice()),
        ("chunk.html", page.as_bytes()),
        ("chunk.txt", "ردیف\tمصوبه\n۱\tآب".as_bytes()),
    ] {
        let text = read_docx(&with_chunk(name, chunk)).unwrap();
        assert_eq!(text, "آغاز\nردیف\tمصوبه\n۱\tآب\nپایان\n", "{name}");
    }
}

#[test]
fn documents_inside_each_other_without_end_are_refused() {
    let mut inner = zipped_bytes(&[("word/document.xml", document(&paragraph("آب")).as_bytes())]);
    for _ in 0..3 {
        inner = with_chunk("chunk.docx", &inner);
    }
    assert!(read_docx(&inner).unwrap().contains("آب"));
    assert_eq!(
        read_docx(&with_chunk("chunk.docx", &inner)),
        Err(DocxError::TooLarge)
    );
}

#[test]
fn a_document_that_holds_what_is_not_read_does_not_lose_it_in_silence() {
    assert_eq!(
        read_docx(&with_chunk("chunk.bin", b"%PDF-1.7")),
        Err(DocxError::Damaged)
    );
}
