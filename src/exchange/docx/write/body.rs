//! The blocks of a document as paragraphs of the main part. Does not know the other parts of the package.

use super::stretches::{Stretch, StretchPart, lines, one_line};
use super::xml::PartXml;
use crate::exchange::docx::REMARK_STYLE;
use crate::exchange::paper::{Block, Paper, Text};
use crate::text::Digits;

/// The edges of a page in twentieths of a point: A4, two centimetres of margin.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGIN: u32 = 1_134;
/// The namespaces of a part with paragraphs.
pub(super) const NAMESPACES: [(&str, &str); 2] = [
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
];

/// A part with paragraphs as it grows.
pub(super) struct BodyXml {
    pub(super) xml: PartXml,
    /// Whether lines begin at the right.
    pub(super) rtl: bool,
    /// The room between the margins, in twentieths of a point.
    pub(super) width: u32,
    pub(super) digits: Digits,
}

/// What a paragraph is beside its words.
#[derive(Clone, Copy, Default)]
pub(super) struct ParagraphLook {
    /// Its style; none for running text.
    pub(super) style: Option<&'static str>,
    /// Whether it stays on the page of the paragraph behind it.
    pub(super) keep_next: bool,
    pub(super) new_page: bool,
    pub(super) bullet: bool,
    /// Whether all its words are strong.
    pub(super) strong: bool,
    /// Where it stands in its cell or line, where not at the start.
    pub(super) place: Option<&'static str>,
}

impl ParagraphLook {
    pub(super) fn styled(style: &'static str) -> ParagraphLook {
        ParagraphLook {
            style: Some(style),
            ..ParagraphLook::default()
        }
    }
}

/// `word/document.xml`; `foot` is the relationship of the part that stands at the foot of every page.
pub(super) fn document(paper: &Paper, rtl: bool, foot: Option<&str>) -> Vec<u8> {
    let (short, long) = PAGE;
    let (width, height) = if paper.landscape {
        (long, short)
    } else {
        (short, long)
    };
    let mut body = BodyXml {
        xml: PartXml::new(),
        rtl,
        width: width - 2 * MARGIN,
        digits: paper.digits,
    };
    body.xml.open("w:document", &NAMESPACES);
    body.xml.open("w:body", &[]);
    for (at, block) in paper.blocks.iter().enumerate() {
        body.block(block, at + 1 == paper.blocks.len());
    }
    body.section((width, height), paper.landscape, foot);
    body.xml.close("w:body");
    body.xml.close("w:document");
    body.xml.into_bytes()
}

/// A part that stands at the foot of pages.
pub(super) fn footer(text: &Text, rtl: bool, digits: Digits) -> Vec<u8> {
    let mut body = BodyXml {
        xml: PartXml::new(),
        rtl,
        width: 0,
        digits,
    };
    body.xml.open("w:ftr", &NAMESPACES);
    body.texts(text, ParagraphLook::styled("Footer"));
    body.xml.close("w:ftr");
    body.xml.into_bytes()
}

impl BodyXml {
    fn block(&mut self, block: &Block, is_last: bool) {
        match block {
            Block::Title(text) => self.texts(text, ParagraphLook::styled("Title")),
            Block::Centred(text) => self.texts(text, ParagraphLook::styled("Centred")),
            Block::Heading(text) => self.heading(text, "Heading1"),
            Block::Paragraph(text) => self.texts(text, ParagraphLook::default()),
            Block::Head(fields) => self.head(fields),
            Block::List { numbered, items } => self.list(*numbered, items),
            Block::Table(table) => self.table(table),
            Block::Signatures(fields) => self.signatures(fields),
            Block::Chart(chart) => self.chart(chart),
            Block::Gap => self.paragraph(&[], ParagraphLook::styled("Gap")),
            // At the end it would only make an empty page.
            Block::PageBreak if is_last => {}
            Block::PageBreak => {
                let mut look = ParagraphLook::styled("Gap");
                look.new_page = true;
                self.paragraph(&[], look);
            }
        }
    }

    /// A text, each of its lines as a paragraph; at least one, as cells and parts must have.
    pub(super) fn texts(&mut self, text: &Text, look: ParagraphLook) {
        let lines = lines(text, self.rtl);
        for line in &lines {
            self.paragraph(line, look);
        }
        if lines.is_empty() {
            self.paragraph(&[], look);
        }
    }

    /// A line that stands over what follows.
    pub(super) fn heading(&mut self, text: &Text, style: &'static str) {
        let mut look = ParagraphLook::styled(style);
        look.keep_next = true;
        self.paragraph(&one_line(text, self.rtl), look);
    }

    /// Numbers are text: those that Word makes are Latin, or gone, for most who read the file.
    fn list(&mut self, numbered: bool, items: &[Text]) {
        for (number, item) in (1u32..).zip(items) {
            let mut look = ParagraphLook::styled("ListParagraph");
            look.bullet = !numbered;
            let number = numbered.then(|| Text::ours(format!("{}- ", self.digits.of(number))));
            let line = number.unwrap_or_default().and(item.clone());
            for line in lines(&line, self.rtl) {
                self.paragraph(&line, look);
                // The lines behind the first belong to the same item.
                look.bullet = false;
            }
        }
    }

    /// A paragraph of these runs.
    pub(super) fn paragraph(&mut self, runs: &[Stretch], look: ParagraphLook) {
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        if let Some(style) = look.style {
            self.xml.value("w:pStyle", style);
        }
        if look.keep_next {
            self.xml.flag("w:keepNext");
        }
        if look.new_page {
            self.xml.flag("w:pageBreakBefore");
        }
        if look.bullet {
            self.xml
                .raw("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");
        }
        if runs.first().map_or(self.rtl, |run| run.line_rtl) {
            self.xml.flag("w:bidi");
        }
        if let Some(place) = look.place {
            self.xml.value("w:jc", place);
        }
        self.xml.close("w:pPr");
        for run in runs {
            self.run(run, look.strong);
        }
        self.xml.close("w:p");
    }

    fn run(&mut self, run: &Stretch, strong: bool) {
        match run.part {
            StretchPart::Page => self.field("PAGE", run),
            StretchPart::Pages => self.field("NUMPAGES", run),
            StretchPart::Plain | StretchPart::Speaker | StretchPart::Remark => {
                self.xml.open("w:r", &[]);
                self.run_properties(run, strong);
                self.xml.leaf("w:t", &[("xml:space", "preserve")], &run.text);
                self.xml.close("w:r");
            }
        }
    }

    /// In the order of the schema.
    fn run_properties(&mut self, run: &Stretch, strong: bool) {
        let strong = strong || run.part == StretchPart::Speaker;
        let is_remark = run.part == StretchPart::Remark;
        if !strong && !is_remark && !run.rtl {
            return;
        }
        self.xml.open("w:rPr", &[]);
        // A frame in the margin is not to be had inside a table, where most remarks stand, and programs shrink what is
        // raised each in its own way: a small run in brackets is what all show.
        if is_remark {
            self.xml.value("w:rStyle", REMARK_STYLE);
        }
        if strong {
            self.xml.flag("w:b");
            self.xml.flag("w:bCs");
        }
        if run.rtl {
            self.xml.flag("w:rtl");
            self.xml.empty("w:lang", &[("w:bidi", "fa-IR")]);
        }
        self.xml.close("w:rPr");
    }

    /// A number that the reader's program makes; until it does, a figure of ours stands there.
    fn field(&mut self, instruction: &str, run: &Stretch) {
        let shown = self.digits.of(1);
        let mut part = |inner: &mut dyn FnMut(&mut PartXml)| {
            self.xml.open("w:r", &[]);
            if run.rtl {
                self.xml.raw("<w:rPr><w:rtl/><w:lang w:bidi=\"fa-IR\"/></w:rPr>");
            }
            inner(&mut self.xml);
            self.xml.close("w:r");
        };
        let instruction = format!(" {instruction} ");
        let spaced = [("xml:space", "preserve")];
        part(&mut |xml| xml.empty("w:fldChar", &[("w:fldCharType", "begin")]));
        part(&mut |xml| xml.leaf("w:instrText", &spaced, &instruction));
        part(&mut |xml| xml.empty("w:fldChar", &[("w:fldCharType", "separate")]));
        part(&mut |xml| xml.leaf("w:t", &[], &shown));
        part(&mut |xml| xml.empty("w:fldChar", &[("w:fldCharType", "end")]));
    }

    fn section(&mut self, (width, height): (u32, u32), landscape: bool, foot: Option<&str>) {
        let (width, height, margin) = (width.to_string(), height.to_string(), MARGIN.to_string());
        self.xml.open("w:sectPr", &[]);
        if let Some(foot) = foot {
            let attributes = [("w:type", "default"), ("r:id", foot)];
            self.xml.empty("w:footerReference", &attributes);
        }
        let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
        if landscape {
            size.push(("w:orient", "landscape"));
        }
        self.xml.empty("w:pgSz", &size);
        let margins = [
            ("w:top", margin.as_str()),
            ("w:right", margin.as_str()),
            ("w:bottom", margin.as_str()),
            ("w:left", margin.as_str()),
            ("w:header", "567"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ];
        self.xml.empty("w:pgMar", &margins);
        if self.rtl {
            self.xml.flag("w:bidi");
            self.xml.flag("w:rtlGutter");
        }
        self.xml.close("w:sectPr");
    }
}
