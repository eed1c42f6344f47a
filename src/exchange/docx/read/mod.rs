//! Word documents to the text that the reader of minutes takes.
//! Knows nothing of minutes; paragraphs become lines and tables rows of cells.

mod numbering;
mod page;

use super::package::{Package, package, part};
use super::{DocxError, letter};
use numbering::ListCounters;
use page::PartText;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashSet;

/// Headers and footers looked at, at most.
const MOST_MARGINS: u32 = 12;

/// The text of a document: headers, body, footnotes, footers. A table row is a line with a tab between its cells; where a cell
/// holds several paragraphs, the row is written as HTML, in which the reader of minutes keeps them apart.
///
/// # Errors
/// [`DocxError`] for anything that is no sound document of bearable size.
pub fn read_docx(bytes: &[u8]) -> Result<String, DocxError> {
    let mut archive = package(bytes)?;
    let body = part(&mut archive, "word/document.xml")?.ok_or(DocxError::NotADocument)?;
    let mut numbering = match part(&mut archive, "word/numbering.xml")? {
        Some(xml) => ListCounters::read(&xml),
        None => ListCounters::default(),
    };
    let mut text = margins(&mut archive, "header", &mut numbering)?;
    text.push_str(&words_of(&body, &mut numbering)?);
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(xml) = part(&mut archive, notes)? {
            let words = words_of(&xml, &mut numbering)?;
            // Word keeps empty ones for the rule above them.
            text.extend(
                words
                    .lines()
                    .filter(|line| !line.trim().is_empty())
                    .flat_map(|line| [line, "\n"]),
            );
        }
    }
    text.push_str(&margins(&mut archive, "footer", &mut numbering)?);
    Ok(text)
}

/// The words of all headers or footers, each wording once: first, even and odd pages often repeat it.
fn margins(archive: &mut Package, kind: &str, numbering: &mut ListCounters) -> Result<String, DocxError> {
    let mut seen = HashSet::new();
    let mut all = String::new();
    for number in 1..=MOST_MARGINS {
        if let Some(xml) = part(archive, &format!("word/{kind}{number}.xml"))? {
            let words = words_of(&xml, numbering)?;
            if !words.trim().is_empty() && seen.insert(words.clone()) {
                all.push_str(&words);
            }
        }
    }
    Ok(all)
}

/// The words of one part, line by line.
fn words_of(xml: &str, numbering: &mut ListCounters) -> Result<String, DocxError> {
    let mut reader = Reader::from_str(xml);
    let mut page = PartText::new(numbering);
    loop {
        match reader.read_event().map_err(|_| DocxError::Damaged)? {
            Event::Start(tag) => page.opens(&tag),
            Event::Empty(tag) => {
                page.opens(&tag);
                page.closes(tag.local_name().into_inner());
            }
            Event::End(tag) => page.closes(tag.local_name().into_inner()),
            Event::Text(text) => page.says(&text.xml10_content()),
            Event::CData(text) => page.says(&text.xml10_content()),
            Event::GeneralRef(entity) => page.says(&letter(&entity)),
            Event::Eof => return Ok(page.into_text()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::docx::MOST_PART_BYTES;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(content.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn document(body: &str) -> String {
        format!("<?xml version=\"1.0\"?><w:document {NAMESPACE}><w:body>{body}</w:body></w:document>")
    }

    fn paragraph(text: &str) -> String {
        format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
    }

    fn text_of(body: &str) -> String {
        read_docx(&zipped(&[("word/document.xml", &document(body))])).unwrap()
    }

    #[test]
    fn paragraphs_are_lines_with_their_tabs_breaks_and_entities() {
        let body = "<w:p><w:r><w:t>آب</w:t><w:tab/><w:t>و &amp; &#1576;رق</w:t><w:br/><w:t>خاک</w:t></w:r></w:p><w:p/>";
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
    fn numbers_that_word_makes_are_written_out() {
        let numbered = |text: &str, level: u32| {
            format!(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>\
                 <w:r><w:t>{text}</w:t></w:r></w:p>"
            )
        };
        let body = [
            numbered("آب", 0),
            numbered("چاه", 1),
            numbered("قنات", 1),
            numbered("برق", 0),
        ]
        .concat();
        let numbering = format!(
            "<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId=\"7\">\
             <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/></w:lvl>\
             <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"arabicAbjad\"/></w:lvl></w:abstractNum>\
             <w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>"
        );
        let parts = [
            ("word/document.xml", document(&body)),
            ("word/numbering.xml", numbering),
        ];
        let parts: Vec<_> = parts.iter().map(|(name, xml)| (*name, xml.as_str())).collect();
        let text = read_docx(&zipped(&parts)).unwrap();
        assert_eq!(text, "1- آب\nالف) چاه\nب) قنات\n2- برق\n");
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
        let torn = zipped(&[("word/document.xml", "<w:document><w:body></w:p>")]);
        assert_eq!(read_docx(&torn), Err(DocxError::Damaged));
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
}
