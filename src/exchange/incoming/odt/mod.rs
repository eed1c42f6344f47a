//! Texts of LibreOffice (OpenDocument 1.3, part 3), packed or as one XML file, to text.
//! Knows nothing of minutes.

mod numbers;
mod page;

use super::flow::each_once;
use crate::exchange::docx::{DocxError, letter, package, part};
use numbers::OpenLists;
use page::OpenPage;
use quick_xml::Reader;
use quick_xml::events::Event;

/// Which part of a file is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OpenPart {
    Head,
    Body,
    Foot,
}

impl OpenPart {
    /// The tag that it stands in.
    fn begins_with(self, name: &str) -> bool {
        match self {
            OpenPart::Head => matches!(name, "header" | "header-first" | "header-left"),
            OpenPart::Body => name == "body",
            OpenPart::Foot => matches!(name, "footer" | "footer-first" | "footer-left"),
        }
    }
}

/// The words of a text: head of the page, body, foot.
///
/// # Errors
/// [`DocxError`] for anything that is no sound document of bearable size.
pub(super) fn read_odt(bytes: &[u8]) -> Result<String, DocxError> {
    if !bytes.starts_with(b"PK") {
        let xml = std::str::from_utf8(bytes).map_err(|_| DocxError::Damaged)?;
        return whole(xml, xml);
    }
    let mut archive = package(bytes)?;
    let content = part(&mut archive, "content.xml")?.ok_or(DocxError::NotADocument)?;
    whole(&part(&mut archive, "styles.xml")?.unwrap_or_default(), &content)
}

/// The head and foot of the page stand with the styles.
fn whole(styles: &str, content: &str) -> Result<String, DocxError> {
    let mut lists = OpenLists::read(&[styles, content]);
    let head = each_once(&text_of(styles, OpenPart::Head, &mut lists)?);
    let body = text_of(content, OpenPart::Body, &mut lists)?;
    let foot = each_once(&text_of(styles, OpenPart::Foot, &mut lists)?);
    Ok(head + &body + &foot)
}

fn text_of(xml: &str, wanted: OpenPart, lists: &mut OpenLists) -> Result<String, DocxError> {
    let mut reader = Reader::from_str(xml);
    let mut page = OpenPage::new(lists);
    let mut inside = 0;
    loop {
        match reader.read_event().map_err(|_| DocxError::Damaged)? {
            Event::Start(tag) => {
                if inside > 0 {
                    page.opens(&tag);
                }
                inside += usize::from(wanted.begins_with(tag.local_name().into_inner()));
            }
            Event::Empty(tag) if inside > 0 => {
                page.opens(&tag);
                page.closes(tag.local_name().into_inner());
            }
            Event::End(tag) => {
                inside -= usize::from(wanted.begins_with(tag.local_name().into_inner())).min(inside);
                if inside > 0 {
                    page.closes(tag.local_name().into_inner());
                }
            }
            Event::Text(text) if inside > 0 => page.says(&text.xml10_content()),
            Event::CData(text) if inside > 0 => page.says(&text.xml10_content()),
            Event::GeneralRef(entity) if inside > 0 => page.says(&letter(&entity)),
            Event::Eof => return Ok(page.into_text()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn content(styles: &str, body: &str) -> String {
        format!(
            "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:style=\"s\">\
             <office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}\
             </office:text></office:body></office:document-content>"
        )
    }

    fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, words) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(words.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn read(styles: &str, body: &str) -> String {
        read_odt(&zipped(&[("content.xml", &content(styles, body))])).unwrap()
    }

    #[test]
    fn paragraphs_have_their_blanks_tabs_and_breaks() {
        let body = "<text:h>صورت\n جلسه</text:h><text:p>آب<text:s text:c=\"3\"/>و<text:tab/>برق<text:line-break/>خاک &amp; \
                    <text:span>گا</text:span>ز</text:p><text:p/>";
        assert_eq!(read("", body), "صورت جلسه\nآب   و\tبرق\nخاک & گاز\n\n");
    }

    #[test]
    fn tables_have_their_covered_and_repeated_cells() {
        let cell = |attributes: &str, words: &str| {
            format!("<table:table-cell {attributes}><text:p>{words}</text:p></table:table-cell>")
        };
        let covered = "<table:covered-table-cell/>";
        let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
        let body = format!(
            "<table:table><table:table-header-rows>{}</table:table-header-rows>{}{}{}</table:table>",
            row(&[cell("", "ردیف"), cell("", "متن"), cell("", "مهلت")]),
            row(&[
                cell("", "۱"),
                cell("", "نهر"),
                cell("table:number-rows-spanned=\"2\"", "یک ماه")
            ]),
            row(&[cell("", "۲"), cell("", "پل"), covered.to_owned()]),
            row(&[
                cell("table:number-columns-spanned=\"3\"", "پایان"),
                covered.repeat(2)
            ]),
        );
        assert_eq!(
            read("", &body),
            "<table><tr><td>ردیف</td><td>متن</td><td>مهلت</td></tr>\n\
             <tr><td>۱</td><td>نهر</td><td rowspan=2>یک ماه</td></tr>\n<tr><td>۲</td><td>پل</td></tr>\n\
             <tr><td colspan=3>پایان</td></tr></table>\n"
        );
        let repeated = "<table:table><table:table-row><table:table-cell table:number-columns-repeated=\"2\"><text:p>آ</text:p>\
                        </table:table-cell><table:table-cell><text:p>ب</text:p></table:table-cell></table:table-row></table:table>";
        assert_eq!(read("", repeated), "آ\tآ\tب\n");
    }

    #[test]
    fn lists_have_their_numbers_and_go_on_where_they_say_so() {
        let styles = "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" \
                      style:num-suffix=\".\"/><text:list-level-style-number text:level=\"2\" style:num-format=\"ا, ب, ت, ...\"/>\
                      </text:list-style>";
        let item = |words: &str| format!("<text:list-item><text:p>{words}</text:p></text:list-item>");
        let inner = format!(
            "<text:list-item><text:p>چاه</text:p><text:list>{}</text:list></text:list-item>",
            item("نهر")
        );
        let body = format!(
            "<text:list text:style-name=\"L\">{}{inner}</text:list><text:p>میان</text:p>\
             <text:list text:continue-numbering=\"true\" text:style-name=\"L\">{}</text:list>\
             <text:list text:style-name=\"L\">{}</text:list><text:list>{}</text:list>",
            item("آب"),
            item("پل"),
            item("راه"),
            item("نقطه"),
        );
        assert_eq!(
            read(styles, &body),
            "1- آب\n2- چاه\nالف) نهر\nمیان\n3- پل\n1- راه\nنقطه\n"
        );
    }

    #[test]
    fn boxes_stand_apart_and_what_was_deleted_or_remarked_is_not_read() {
        let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>نیست</text:p></text:deletion>\
                    </text:changed-region></text:tracked-changes><text:p>آب<draw:frame><draw:text-box><text:p>مهر</text:p>\
                    </draw:text-box></draw:frame> و برق<office:annotation><text:p>نظر</text:p></office:annotation></text:p>";
        assert_eq!(read("", body), "مهر\nآب و برق\n");
    }

    #[test]
    fn the_head_of_the_page_comes_first_and_a_flat_file_is_read_too() {
        let styles = "<office:document-styles xmlns:office=\"o\" xmlns:text=\"t\" xmlns:style=\"s\"><office:master-styles>\
                      <style:header><text:p>استانداری</text:p></style:header>\
                      <style:footer><text:p>نشانی</text:p></style:footer><style:header-first><text:p>استانداری</text:p>\
                      </style:header-first></office:master-styles></office:document-styles>";
        let flat = content("", "<text:p>آب</text:p>");
        let bytes = zipped(&[("styles.xml", styles), ("content.xml", &flat)]);
        assert_eq!(read_odt(&bytes).unwrap(), "استانداری\nآب\nنشانی\n");
        assert_eq!(read_odt(flat.as_bytes()).unwrap(), "آب\n");
        assert_eq!(read_odt(&zipped(&[("a", "")])), Err(DocxError::NotADocument));
        assert_eq!(
            read_odt(&zipped(&[("content.xml", "<a><b></a>")])),
            Err(DocxError::Damaged)
        );
    }

    proptest::proptest! {
        #[test]
        fn no_xml_makes_it_panic(xml in "(<|>|/|text:p|table:table|table:table-row|table:table-cell|text:list|x|é|\"| |=){0,40}") {
            let _ = read_odt(xml.as_bytes());
        }
    }
}
