//! Templates as programs write them: fields cut over runs, rows that are patterns, marks that stand once.

use super::*;
use crate::exchange::docx::read_docx;
use std::io::Read;
use zip::ZipArchive;

const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                         xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const HEADER: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn types(main: &str) -> String {
    format!(
        "<Types><Override PartName=\"/word/document.xml\" ContentType=\"{main}\"/>\
         <Override PartName=\"/word/top.xml\" ContentType=\"{HEADER}\"/></Types>"
    )
}

fn body(inner: &str) -> String {
    format!("<w:document {NAMESPACE}><w:body>{inner}</w:body></w:document>")
}

fn template(inner: &str) -> Vec<u8> {
    zipped(&[(CONTENT_TYPES, &types(MAIN)), ("word/document.xml", &body(inner))])
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn cells(texts: &[&str]) -> String {
    let cells = texts
        .iter()
        .map(|text| format!("<w:tc>{}</w:tc>", paragraph(text)));
    format!("<w:tr>{}</w:tr>", cells.collect::<String>())
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl>{}</w:tbl>", rows.concat())
}

fn single(names: FieldNames, value: &str) -> TemplateField {
    TemplateField {
        names,
        value: value.to_owned(),
    }
}

fn list(names: FieldNames, columns: &[FieldNames], rows: &[&[&str]]) -> FieldList {
    let row = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    FieldList {
        names,
        columns: columns.to_vec(),
        rows: rows.iter().map(row).collect(),
    }
}

fn fields() -> Fields {
    Fields {
        single: vec![
            single(["جلسه.تاریخ", "session.date"], "۱۴۰۱/۰۳/۱۲"),
            single(["جلسه.محل", "session.place"], "سالن <الف> & «ب»"),
            single(["حاضران", "present"], "کیانی\nنوبخت"),
        ],
        lists: vec![
            list(
                ["مصوبات", "resolutions"],
                &[["مصوبه.ردیف", "resolution.row"], ["مصوبه.متن", "resolution.text"]],
                &[&["۱", "تهیهٔ فهرست"], &["۲", "الف) یک\nب) دو"]],
            ),
            list(["مدعوین", "guests"], &[["مدعو.نام", "guest.name"]], &[]),
        ],
    }
}

fn filled_with(template: &[u8]) -> String {
    read_docx(&fill(template, &fields()).unwrap()).unwrap()
}

fn refused(inner: &str) -> TemplateError {
    fill(&template(inner), &fields()).unwrap_err()
}

fn part_of(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_field_is_filled_however_a_program_cut_and_spelled_it() {
    for cut in [
        paragraph("در {{جلسه.تاریخ}} بود"),
        paragraph("در {{ جلسه . تاريخ }} بود"),
        paragraph("در {{session.date}} بود"),
        "<w:p><w:r><w:t xml:space=\"preserve\">در {</w:t></w:r><w:proofErr/><w:r><w:t>{جلسه</w:t></w:r><w:r><w:t>.تار</w:t>\
         </w:r><w:bookmarkStart w:id=\"1\"/><w:r><w:rPr><w:b/></w:rPr><w:t>یخ}</w:t></w:r><w:r><w:t>} بود</w:t></w:r></w:p>"
            .to_owned(),
        paragraph("در {\u{200f}{\u{2067}جلسه.تاریخ\u{2069}}&#x7d; بود"),
    ] {
        let read = filled_with(&template(&cut));
        assert_eq!(read, "در ۱۴۰۱/۰۳/۱۲ بود\n", "{cut}");
    }
}

#[test]
fn values_are_text_and_blanks_beside_them_count() {
    let bytes = fill(&template(&paragraph("{{جلسه.محل}}")), &fields()).unwrap();
    assert!(
        part_of(&bytes, "word/document.xml")
            .contains("<w:t xml:space=\"preserve\">سالن &lt;الف&gt; &amp; «ب»</w:t>")
    );
}

#[test]
fn a_value_of_several_lines_gives_its_paragraph_several_times_or_breaks_the_line() {
    assert_eq!(filled_with(&template(&paragraph("{{حاضران}}"))), "کیانی\nنوبخت\n");
    let bytes = fill(&template(&paragraph("با {{حاضران}}")), &fields()).unwrap();
    assert!(part_of(&bytes, "word/document.xml").contains("</w:t><w:br/><w:t xml:space=\"preserve\">نوبخت"));
}

#[test]
fn a_row_that_names_a_column_stands_once_for_each_row_of_its_list() {
    let inner = table(&[
        cells(&["ردیف", "شرح"]),
        cells(&["{{مصوبه.ردیف}}", "{{مصوبه.متن}}"]),
    ]);
    assert_eq!(
        filled_with(&template(&inner)),
        "ردیف\tشرح\n۱\tتهیهٔ فهرست\n<tr><td>۲</td><td>الف) یک<br>ب) دو</td></tr>\n"
    );
    let marked = table(&[cells(&["{{مصوبات}}{{resolution.row}}", "{{جلسه.تاریخ}}"])]);
    assert_eq!(filled_with(&template(&marked)), "۱\t۱۴۰۱/۰۳/۱۲\n۲\t۱۴۰۱/۰۳/۱۲\n");
}

#[test]
fn a_list_without_rows_leaves_one_that_is_blank() {
    let inner = table(&[cells(&["{{مدعو.نام}}"])]);
    let bytes = fill(&template(&inner), &fields()).unwrap();
    let xml = part_of(&bytes, "word/document.xml");
    assert_eq!(xml.matches("<w:tr>").count(), 1);
    assert!(!xml.contains('{'));
}

#[test]
fn marks_with_a_number_of_their_own_stand_once() {
    let row = "<w:tr w14:paraId=\"0A\" w14:textId=\"77\"><w:tc><w:p w14:paraId=\"0B\"><w:bookmarkStart w:id=\"7\"/>\
               <w:r><w:t>{{مصوبه.متن}}</w:t></w:r><w:bookmarkEnd w:id=\"7\"/></w:p></w:tc></w:tr>";
    let bytes = fill(&template(&table(&[row.to_owned()])), &fields()).unwrap();
    let xml = part_of(&bytes, "word/document.xml");
    for mark in [
        "w14:paraId=\"0A\"",
        "w14:paraId=\"0B\"",
        "w14:textId",
        "bookmarkStart",
        "bookmarkEnd",
    ] {
        assert_eq!(xml.matches(mark).count(), 1, "{mark} in {xml}");
    }
    for line in ["تهیهٔ فهرست", "الف) یک", "ب) دو"] {
        assert_eq!(xml.matches(line).count(), 1);
    }
}

#[test]
fn headers_are_filled_text_boxes_too_and_all_else_is_copied() {
    let header = format!("<w:hdr {NAMESPACE}>{}</w:hdr>", paragraph("تاریخ {{جلسه.تاریخ}}"));
    let box_ = format!(
        "<w:p><w:r>{}</w:r><w:r><w:t>؛ {{{{جلسه.تاریخ}}}}</w:t></w:r></w:p>",
        paragraph("{{جلسه.تاریخ}}")
    );
    let parts = [
        (CONTENT_TYPES, types(MAIN)),
        ("word/document.xml", body(&box_)),
        ("word/top.xml", header),
        ("word/media/seal.png", "{{هیچ}}".to_owned()),
    ];
    let parts: Vec<_> = parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let bytes = fill(&zipped(&parts), &fields()).unwrap();
    assert!(part_of(&bytes, "word/top.xml").contains("تاریخ ۱۴۰۱/۰۳/۱۲"));
    assert_eq!(
        part_of(&bytes, "word/document.xml").matches("۱۴۰۱/۰۳/۱۲").count(),
        2
    );
    assert_eq!(part_of(&bytes, "word/media/seal.png"), "{{هیچ}}");
}

#[test]
fn words_that_were_taken_away_are_no_fields() {
    let gone = "<w:p><w:moveFrom><w:r><w:t>{{هیچ}}</w:t></w:r></w:moveFrom><w:del><w:r><w:delText>{{</w:delText></w:r>\
                </w:del></w:p>";
    let page = format!("{gone}{}", paragraph("{{جلسه.تاریخ}}"));
    assert!(fill(&template(&page), &fields()).is_ok());
}

#[test]
fn a_template_of_word_becomes_a_document() {
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
    let parts = [
        (CONTENT_TYPES, types(kind)),
        ("word/document.xml", body(&paragraph("{{جلسه.تاریخ}}"))),
    ];
    let parts: Vec<_> = parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let bytes = fill(&zipped(&parts), &fields()).unwrap();
    assert!(part_of(&bytes, CONTENT_TYPES).contains(MAIN));
}

#[test]
fn a_file_without_any_field_is_no_template() {
    let filled = fill(&template(&paragraph("آب")), &fields());
    assert_eq!(filled, Err(TemplateError::NoField));
}

#[test]
fn an_unknown_field_is_named_with_its_place() {
    let inner = paragraph("یک") + &paragraph("{{جلسه.وقت}}");
    let place = TemplatePlace {
        part: TemplatePart::Body,
        paragraph: 2,
        row: None,
    };
    let name = "جلسه.وقت".to_owned();
    assert_eq!(refused(&inner), TemplateError::UnknownField { name, place });
    for (written, name) in [
        ("{{{{}}}}", "{{}}"),
        ("{{{x}}", "{x"),
        ("{{{{x}}", "{{x"),
        ("{{}}", ""),
    ] {
        let is_named = |error: TemplateError| match error {
            TemplateError::UnknownField { name, place: _ } => name,
            other => panic!("{written}: {other:?}"),
        };
        assert_eq!(is_named(refused(&paragraph(written))), name, "{written}");
    }
    let inner = paragraph("یک") + &table(&[cells(&["۱"])]) + &table(&[cells(&["۱"]), cells(&["{{x}}"])]);
    let place = TemplatePlace {
        part: TemplatePart::Body,
        paragraph: 1,
        row: Some((2, 2)),
    };
    let name = "x".to_owned();
    assert_eq!(refused(&inner), TemplateError::UnknownField { name, place });
}

#[test]
fn fields_that_cannot_be_filled_are_refused() {
    assert!(
        matches!(refused(&paragraph("{{جلسه.تاریخ} و")), TemplateError::Unclosed { text, .. } if text.starts_with("{{جلسه"))
    );
    assert!(matches!(
        refused(&paragraph("{{ {{جلسه.تاریخ}}")),
        TemplateError::Unclosed { .. }
    ));
    assert!(matches!(
        refused(&paragraph("{{مصوبه.متن}}")),
        TemplateError::OutsideRow { .. }
    ));
    let two = table(&[cells(&["{{مصوبه.متن}}", "{{مدعو.نام}}"])]);
    assert!(matches!(refused(&two), TemplateError::TwoLists { .. }));
    let inner = table(&[cells(&["{{مدعو.نام}}"])]);
    let outer = format!(
        "<w:tbl><w:tr><w:tc>{}{inner}</w:tc></w:tr></w:tbl>",
        paragraph("{{مصوبه.متن}}")
    );
    assert!(matches!(refused(&outer), TemplateError::ListInList { .. }));
}

#[test]
fn what_is_no_template_is_refused() {
    let fill = |bytes: &[u8]| fill(bytes, &fields()).unwrap_err();
    assert_eq!(fill(b"no archive"), TemplateError::NotADocument);
    assert_eq!(fill(&zipped(&[("a", "")])), TemplateError::NotADocument);
    assert_eq!(
        fill(&zipped(&[(CONTENT_TYPES, &types(MAIN))])),
        TemplateError::NotADocument
    );
    assert_eq!(fill(&template("<w:p>")), TemplateError::Damaged);
    assert_eq!(fill(&template("<w:p><w:r></w:p>")), TemplateError::Damaged);
    let macros = types("application/vnd.ms-word.document.macroEnabled.main+xml");
    let parts = [(CONTENT_TYPES, macros.as_str()), ("word/document.xml", "<a/>")];
    assert_eq!(fill(&zipped(&parts)), TemplateError::Macros);
    let kind = types(MAIN);
    let parts = [
        (CONTENT_TYPES, kind.as_str()),
        ("word/document.xml", "<a/>"),
        ("word/vbaProject.bin", ""),
    ];
    assert_eq!(fill(&zipped(&parts)), TemplateError::Macros);
}

#[test]
fn a_template_that_unpacks_or_grows_without_end_is_refused() {
    let most = usize::try_from(MOST_PART_BYTES).unwrap();
    let large = fill(&template(&" ".repeat(most)), &fields());
    assert_eq!(large.unwrap_err(), TemplateError::TooLarge);
    let mut many = fields();
    many.lists[0].rows = vec![vec!["۱".to_owned(), "آب ".repeat(1_000)]; 10_000];
    let inner = table(&[cells(&["{{مصوبه.متن}}"])]);
    assert_eq!(
        fill(&template(&inner), &many).unwrap_err(),
        TemplateError::TooLarge
    );
}

#[test]
fn the_same_template_gives_the_same_bytes() {
    let template = template(&paragraph("{{جلسه.تاریخ}}"));
    assert_eq!(fill(&template, &fields()), fill(&template, &fields()));
}

proptest::proptest! {
    #[test]
    fn no_template_makes_it_panic(
        xml in "(<w:p>|</w:p>|<w:r>|</w:r>|<w:t>|</w:t>|<w:tr>|</w:tr>|<w:tbl>|</w:tbl>|\\{\\{|\\}\\}|مصوبه.متن|حاضران|&lt;| |<w:p/>|<w:bookmarkStart/>){0,30}"
    ) {
        let _ = fill(&template(&xml), &fields());
    }
}
