//! Parts under other names, in other encodings, and headers that no page shows.
//! Knows no minutes.

use super::{DocxError, NAMESPACE, document, paragraph, read_docx, zipped, zipped_bytes};

const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn relationships(kind: &str, related: &[(&str, &str, &str)]) -> String {
    let related: Vec<String> = related
        .iter()
        .map(|(id, name, target)| {
            format!("<Relationship Id=\"{id}\" Type=\"{kind}/{name}\" Target=\"{target}\"/>")
        })
        .collect();
    format!("<Relationships>{}</Relationships>", related.concat())
}

fn margin(text: &str) -> String {
    format!("<w:hdr {NAMESPACE}>{}</w:hdr>", paragraph(text))
}

#[test]
fn parts_are_found_by_what_names_them_in_every_edition_of_the_standard() {
    for (kind, folder) in [
        (KIND, "custom/"),
        ("http://purl.oclc.org/ooxml/officeDocument/relationships", ""),
    ] {
        let numbered =
            "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>آب</w:t></w:r></w:p>";
        let numbering = format!(
            "<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"6\"/></w:lvl>\
             </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
        );
        let target = format!("/{folder}document2.xml");
        let parts = [
            (
                "_rels/.rels".to_owned(),
                relationships(kind, &[("rId1", "officeDocument", &target)]),
            ),
            (format!("{folder}document2.xml"), document(numbered)),
            (
                format!("{folder}_rels/document2.xml.rels"),
                relationships(
                    kind,
                    &[
                        ("rId1", "numbering", "../lists/n.xml"),
                        ("rId2", "header", "./top.xml"),
                    ],
                ),
            ),
            ("lists/n.xml".to_owned(), numbering),
            (format!("{folder}top.xml"), margin("بسمه تعالی")),
        ];
        let parts: Vec<_> = parts
            .iter()
            .map(|(name, xml)| (name.as_str(), xml.as_str()))
            .collect();
        let text = read_docx(&zipped(&parts)).unwrap();
        // At the top of the archive there is no folder above.
        assert_eq!(text, "بسمه تعالی\n6- آب\n", "{folder}");
    }
}

#[test]
fn the_list_of_kinds_names_the_document_where_nothing_else_does() {
    for kind in [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ] {
        let kinds = format!("<Types><Override PartName=\"/w/d.xml\" ContentType=\"{kind}\"/></Types>");
        let parts = [
            ("[Content_Types].xml", kinds.as_str()),
            ("w/d.xml", &document(&paragraph("آب"))),
        ];
        assert_eq!(read_docx(&zipped(&parts)).unwrap(), "آب\n");
    }
}

#[test]
fn names_in_large_letters_and_with_other_strokes_are_found() {
    let parts = [("Word\\Document.XML", document(&paragraph("آب")))];
    let parts: Vec<_> = parts.iter().map(|(name, xml)| (*name, xml.as_str())).collect();
    assert_eq!(read_docx(&zipped(&parts)).unwrap(), "آب\n");
}

#[test]
fn parts_are_read_in_their_encoding() {
    let xml = document(&paragraph("آب و برق"));
    let wide = |big: bool, mark: bool| {
        let units = xml
            .replace("?>", " encoding=\"UTF-16\"?>")
            .encode_utf16()
            .collect::<Vec<u16>>();
        let units = mark.then_some(0xFEFF).into_iter().chain(units);
        let pairs = units.flat_map(move |unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        });
        pairs.collect::<Vec<u8>>()
    };
    let windows = xml.replace("?>", " encoding='windows-1256'?>");
    let (windows, _, _) = encoding_rs::WINDOWS_1256.encode(&windows);
    let marked = format!("\u{feff}{xml}").into_bytes();
    for bytes in [
        wide(false, true),
        wide(true, true),
        wide(false, false),
        windows.into_owned(),
        marked,
    ] {
        let text = read_docx(&zipped_bytes(&[("word/document.xml", &bytes)]));
        assert_eq!(text.unwrap().replace('ي', "ی"), "آب و برق\n");
    }
    let torn = [b"<w:document>".as_slice(), &[0xFF, 0xC0]].concat();
    assert_eq!(
        read_docx(&zipped_bytes(&[("word/document.xml", &torn)])),
        Err(DocxError::Damaged)
    );
}

#[test]
fn only_headers_that_a_page_shows_are_read() {
    let body = |first: &str| {
        document(&format!(
            "{}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"a\"/><w:headerReference w:type=\"first\" r:id=\"b\"/>\
             <w:headerReference w:type=\"even\" r:id=\"c\"/>{first}</w:sectPr>",
            paragraph("آب")
        ))
    };
    let related = relationships(
        KIND,
        &[
            ("a", "header", "header1.xml"),
            ("b", "header", "header2.xml"),
            ("c", "header", "header3.xml"),
            ("d", "header", "header4.xml"),
            ("e", "settings", "settings.xml"),
        ],
    );
    let read = |first: &str, settings: &str| {
        let parts = [
            ("word/document.xml", body(first)),
            ("word/_rels/document.xml.rels", related.clone()),
            ("word/header1.xml", margin("هر صفحه")),
            ("word/header2.xml", margin("صفحه اول")),
            ("word/header3.xml", margin("صفحه زوج")),
            ("word/header4.xml", margin("هیچ")),
            (
                "word/settings.xml",
                format!("<w:settings>{settings}</w:settings>"),
            ),
        ];
        let parts: Vec<_> = parts.iter().map(|(name, xml)| (*name, xml.as_str())).collect();
        read_docx(&zipped(&parts)).unwrap()
    };
    assert_eq!(read("", ""), "هر صفحه\nآب\n");
    assert_eq!(read("<w:titlePg/>", ""), "هر صفحه\nصفحه اول\nآب\n");
    assert_eq!(
        read("<w:titlePg w:val=\"0\"/>", "<w:evenAndOddHeaders/>"),
        "هر صفحه\nصفحه زوج\nآب\n"
    );
}
