//! The parts of a package beside its text: what is in it, what refers to what, settings, properties.
//! Does not know what the document says.

use super::body::NAMESPACES;
use super::embedded::EMBEDDED;
use super::xml::PartXml;
use crate::exchange::paper::Paper;
use crate::text::{Lang, clean_input, without_isolates};

/// The relationship of the part at the foot of pages.
pub(super) const FOOT: &str = "rId6";

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORDPROCESSING: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The colours and line styles that Word's own programs expect to find.
pub(super) const THEME: &str = include_str!("../../../../data/documents/theme.xml");

/// `[Content_Types].xml`.
pub(super) fn content_types(has_foot: bool, has_fonts: bool) -> Vec<u8> {
    let mut xml = PartXml::new();
    xml.open("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))]);
    let relations = "application/vnd.openxmlformats-package.relationships+xml";
    for (extension, kind) in [("rels", relations), ("xml", "application/xml")] {
        xml.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
    }
    if has_fonts {
        let kind = "application/vnd.openxmlformats-officedocument.obfuscatedFont";
        xml.empty("Default", &[("Extension", "odttf"), ("ContentType", kind)]);
    }
    let word = |part: &str| format!("{WORDPROCESSING}.{part}+xml");
    let mut parts = vec![
        ("/word/document.xml", word("document.main")),
        ("/word/styles.xml", word("styles")),
        ("/word/settings.xml", word("settings")),
        ("/word/fontTable.xml", word("fontTable")),
        ("/word/numbering.xml", word("numbering")),
        (
            "/word/theme/theme1.xml",
            "application/vnd.openxmlformats-officedocument.theme+xml".to_owned(),
        ),
        (
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ),
        (
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned(),
        ),
    ];
    if has_foot {
        parts.push(("/word/footer1.xml", word("footer")));
    }
    for (part, kind) in parts {
        xml.empty("Override", &[("PartName", part), ("ContentType", &kind)]);
    }
    xml.close("Types");
    xml.into_bytes()
}

/// `_rels/.rels`.
pub(super) fn package_relations() -> Vec<u8> {
    let office = |name: &str| format!("{OFFICE}/{name}");
    relations(&[
        ("rId1", office("officeDocument"), "word/document.xml"),
        (
            "rId2",
            format!("{PACKAGE}/relationships/metadata/core-properties"),
            "docProps/core.xml",
        ),
        ("rId3", office("extended-properties"), "docProps/app.xml"),
    ])
}

/// `word/_rels/document.xml.rels`.
pub(super) fn document_relations(has_foot: bool) -> Vec<u8> {
    let office = |name: &str| format!("{OFFICE}/{name}");
    let mut all = vec![
        ("rId1", office("styles"), "styles.xml"),
        ("rId2", office("settings"), "settings.xml"),
        ("rId3", office("fontTable"), "fontTable.xml"),
        ("rId4", office("numbering"), "numbering.xml"),
        ("rId5", office("theme"), "theme/theme1.xml"),
    ];
    if has_foot {
        all.push((FOOT, office("footer"), "footer1.xml"));
    }
    relations(&all)
}

/// `word/_rels/fontTable.xml.rels`.
pub(super) fn font_relations() -> Vec<u8> {
    let fonts = EMBEDDED.each_ref();
    relations(&fonts.map(|font| (font.relation, format!("{OFFICE}/font"), font.target)))
}

fn relations(all: &[(&str, String, &str)]) -> Vec<u8> {
    let mut xml = PartXml::new();
    xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))]);
    for (id, kind, target) in all {
        xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
    }
    xml.close("Relationships");
    xml.into_bytes()
}

/// `word/settings.xml`.
pub(super) fn settings(has_fonts: bool) -> Vec<u8> {
    let mut xml = PartXml::new();
    xml.open("w:settings", &NAMESPACES);
    xml.raw("<w:zoom w:percent=\"100\"/>");
    if has_fonts {
        xml.flag("w:embedTrueTypeFonts");
    }
    // Mode 15 is that of every Word since 2013; without it a file is opened as one of an older Word.
    xml.raw(
        "<w:defaultTabStop w:val=\"720\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat><w:themeFontLang w:val=\"en-US\" w:bidi=\"fa-IR\"/>\
         <w:clrSchemeMapping w:bg1=\"light1\" w:t1=\"dark1\" w:bg2=\"light2\" w:t2=\"dark2\" w:accent1=\"accent1\" \
         w:accent2=\"accent2\" w:accent3=\"accent3\" w:accent4=\"accent4\" w:accent5=\"accent5\" \
         w:accent6=\"accent6\" w:hyperlink=\"hyperlink\" w:followedHyperlink=\"followedHyperlink\"/>\
         <w:decimalSymbol w:val=\".\"/><w:listSeparator w:val=\",\"/>",
    );
    xml.close("w:settings");
    xml.into_bytes()
}

/// `word/numbering.xml`: the bullet of lists that are not counted.
pub(super) fn numbering() -> Vec<u8> {
    let mut xml = PartXml::new();
    xml.open("w:numbering", &NAMESPACES);
    xml.raw(
        "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\">\
         <w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:ind w:left=\"340\" w:hanging=\"340\"/></w:pPr></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
    );
    xml.close("w:numbering");
    xml.into_bytes()
}

/// `docProps/core.xml`: the title, the language, and the day of the document as that on which it was made.
pub(super) fn core(paper: &Paper) -> Vec<u8> {
    let mut xml = PartXml::new();
    let namespaces = [
        ("xmlns:cp", &*format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.open("cp:coreProperties", &namespaces);
    let title = without_isolates(&clean_input(&paper.title)).replace(['\n', '\t'], " ");
    xml.leaf("dc:title", &[], &title);
    xml.leaf("dc:creator", &[], "dabir");
    let lang = match paper.lang {
        Lang::Fa => "fa-IR",
        Lang::En => "en-US",
    };
    if let Some(date) = paper.date {
        let day = format!("{}T00:00:00Z", date.iso());
        for tag in ["dcterms:created", "dcterms:modified"] {
            xml.leaf(tag, &[("xsi:type", "dcterms:W3CDTF")], &day);
        }
    }
    xml.leaf("dc:language", &[], lang);
    xml.close("cp:coreProperties");
    xml.into_bytes()
}

/// `docProps/app.xml`.
pub(super) fn app() -> Vec<u8> {
    let mut xml = PartXml::new();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.open("Properties", &[("xmlns", namespace)]);
    xml.leaf("Application", &[], "dabir");
    xml.close("Properties");
    xml.into_bytes()
}
