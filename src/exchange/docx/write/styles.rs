//! The styles of a document: how each kind of paragraph and table looks, in the fonts that are asked for.
//! Does not know what is written in them.

use super::body::NAMESPACES;
use super::fonts::FontNames;
use super::xml::PartXml;
use crate::exchange::docx::REMARK_STYLE;

/// A style of paragraphs; sizes in half points, room in twentieths of a point.
struct ParagraphStyle {
    id: &'static str,
    name: &'static str,
    next: Option<&'static str>,
    /// What it adds to the paragraph, in the order of the schema, before and after the direction.
    before: &'static str,
    after: &'static str,
    /// Whether it is set in the font of heads, and strong.
    is_head: bool,
    /// How much larger than running text.
    larger: i32,
}

const STYLES: [ParagraphStyle; 9] = [
    ParagraphStyle {
        id: "Title",
        name: "Title",
        next: Some("Normal"),
        before: "<w:keepNext/>",
        after: "<w:spacing w:before=\"60\" w:after=\"160\"/><w:jc w:val=\"center\"/>",
        is_head: true,
        larger: 6,
    },
    ParagraphStyle {
        id: "Centred",
        name: "Centred",
        next: Some("Normal"),
        before: "<w:keepNext/>",
        after: "<w:spacing w:after=\"40\"/><w:jc w:val=\"center\"/>",
        is_head: false,
        larger: 0,
    },
    ParagraphStyle {
        id: "Heading1",
        name: "heading 1",
        next: Some("Normal"),
        before: "<w:keepNext/><w:keepLines/>",
        after: "<w:spacing w:before=\"200\" w:after=\"80\"/><w:jc w:val=\"left\"/><w:outlineLvl w:val=\"0\"/>",
        is_head: true,
        larger: 2,
    },
    ParagraphStyle {
        id: "ListParagraph",
        name: "List Paragraph",
        next: None,
        before: "",
        after: "<w:spacing w:after=\"40\"/><w:ind w:left=\"340\" w:hanging=\"340\"/>",
        is_head: false,
        larger: 0,
    },
    ParagraphStyle {
        id: "TableText",
        name: "Table Text",
        next: None,
        before: "",
        after: "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"264\" w:lineRule=\"auto\"/><w:jc w:val=\"left\"/>",
        is_head: false,
        larger: -2,
    },
    ParagraphStyle {
        id: "TableHead",
        name: "Table Head",
        next: Some("TableText"),
        before: "<w:keepNext/>",
        after: "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"264\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        is_head: true,
        larger: -2,
    },
    ParagraphStyle {
        id: "ChartTitle",
        name: "Chart Title",
        next: Some("TableText"),
        before: "<w:keepNext/>",
        after: "<w:spacing w:before=\"120\" w:after=\"60\"/><w:jc w:val=\"left\"/>",
        is_head: true,
        larger: -2,
    },
    ParagraphStyle {
        id: "Gap",
        name: "Gap",
        next: Some("Normal"),
        before: "",
        after: "<w:spacing w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>",
        is_head: false,
        larger: -12,
    },
    ParagraphStyle {
        id: "Footer",
        name: "footer",
        next: None,
        before: "",
        after: "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>",
        is_head: false,
        larger: -5,
    },
];

/// Thin lines around and between cells.
const LINES: [&str; 6] = ["top", "left", "bottom", "right", "insideH", "insideV"];

/// `word/styles.xml`.
pub(super) fn styles(fonts: &FontNames, rtl: bool) -> Vec<u8> {
    let mut xml = PartXml::new();
    xml.open("w:styles", &NAMESPACES);
    defaults(&mut xml, fonts);
    xml.raw("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr>");
    if rtl {
        xml.flag("w:bidi");
    }
    xml.raw("<w:spacing w:after=\"100\" w:line=\"288\" w:lineRule=\"auto\"/><w:jc w:val=\"both\"/></w:pPr></w:style>");
    xml.raw(
        "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">\
         <w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
         <w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
         <w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>\
         <w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
         <w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/>\
         <w:uiPriority w:val=\"99\"/><w:semiHidden/></w:style>",
    );
    for style in &STYLES {
        paragraph_style(&mut xml, style, fonts, rtl);
    }
    let [thin, apart] = [["4", "auto"], ["36", "FFFFFF"]];
    table_style(&mut xml, "DabirTable", "Dabir Table", &LINES, thin);
    table_style(&mut xml, "DabirBoxes", "Dabir Boxes", &[], thin);
    // Bars are parted by what looks like paper.
    table_style(&mut xml, "DabirBars", "Dabir Bars", &["insideH"], apart);
    xml.open(
        "w:style",
        &[
            ("w:type", "character"),
            ("w:customStyle", "1"),
            ("w:styleId", REMARK_STYLE),
        ],
    );
    xml.raw(
        "<w:name w:val=\"Dabir Remark\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:qFormat/>\
         <w:rPr><w:color w:val=\"595959\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/></w:rPr></w:style>",
    );
    xml.close("w:styles");
    xml.into_bytes()
}

fn defaults(xml: &mut PartXml, fonts: &FontNames) {
    xml.raw("<w:docDefaults><w:rPrDefault><w:rPr>");
    font(xml, &fonts.latin, &fonts.text);
    size(xml, fonts.size);
    xml.raw(
        "<w:lang w:val=\"en-US\" w:eastAsia=\"en-US\" w:bidi=\"fa-IR\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault/></w:docDefaults>",
    );
}

fn font(xml: &mut PartXml, latin: &str, text: &str) {
    let names = [
        ("w:ascii", latin),
        ("w:hAnsi", latin),
        ("w:eastAsia", latin),
        ("w:cs", text),
    ];
    xml.empty("w:rFonts", &names);
}

/// Persian words take the second, whatever stands in them.
fn size(xml: &mut PartXml, size: i32) {
    xml.value("w:sz", size);
    xml.value("w:szCs", size);
}

fn paragraph_style(xml: &mut PartXml, style: &ParagraphStyle, fonts: &FontNames, rtl: bool) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", style.id)];
    // Those of Word begin with a capital in the id and keep Word's own name.
    if matches!(
        style.id,
        "Centred" | "TableText" | "TableHead" | "ChartTitle" | "Gap"
    ) {
        attributes.insert(1, ("w:customStyle", "1"));
    }
    xml.open("w:style", &attributes);
    xml.value("w:name", style.name);
    xml.value("w:basedOn", "Normal");
    if let Some(next) = style.next {
        xml.value("w:next", next);
    }
    xml.flag("w:qFormat");
    xml.open("w:pPr", &[]);
    xml.raw(style.before);
    if rtl {
        xml.flag("w:bidi");
    }
    xml.raw(style.after);
    xml.close("w:pPr");
    xml.open("w:rPr", &[]);
    if style.is_head {
        font(xml, &fonts.latin, &fonts.heads);
        xml.flag("w:b");
        xml.flag("w:bCs");
    }
    size(xml, fonts.size + style.larger);
    xml.close("w:rPr");
    xml.close("w:style");
}

/// `width` in eighths of a point.
fn table_style(xml: &mut PartXml, id: &str, name: &str, lines: &[&str], [width, colour]: [&str; 2]) {
    let attributes = [("w:type", "table"), ("w:customStyle", "1"), ("w:styleId", id)];
    xml.open("w:style", &attributes);
    xml.value("w:name", name);
    xml.value("w:basedOn", "TableNormal");
    xml.open("w:tblPr", &[]);
    if !lines.is_empty() {
        xml.open("w:tblBorders", &[]);
        for side in lines {
            let line = [
                ("w:val", "single"),
                ("w:sz", width),
                ("w:space", "0"),
                ("w:color", colour),
            ];
            xml.empty(&format!("w:{side}"), &line);
        }
        xml.close("w:tblBorders");
    }
    xml.close("w:tblPr");
    xml.close("w:style");
}
