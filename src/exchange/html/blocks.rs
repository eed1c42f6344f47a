//! The blocks of a document as elements of HTML. Does not know what stands around them in the file.

use super::phrase::{line, lines, plain_line};
use crate::exchange::paper::{Block, Chart, ChartBar, LabelledText, PaperCell, PaperTable, Text};
use crate::text::{Digits, Direction};

/// From this many letters on a value has the whole width, beside nothing else.
const LONG_VALUE: usize = 40;

/// Elements that are being written.
pub(super) struct Blocks {
    direction: Direction,
    digits: Digits,
    html: String,
}

impl Blocks {
    /// Nothing yet, for a document in this direction with these digits.
    pub(super) fn new(direction: Direction, digits: Digits) -> Blocks {
        Blocks {
            direction,
            digits,
            html: String::new(),
        }
    }

    /// The blocks, one element in a line.
    pub(super) fn written(mut self, blocks: &[Block]) -> String {
        let mut rest = blocks;
        loop {
            rest = match rest {
                [] => return self.html,
                [Block::Heading(heading), Block::Table(table), rest @ ..] => {
                    self.table(Some(heading), table);
                    rest
                }
                [block, rest @ ..] => {
                    self.block(block);
                    rest
                }
            };
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(text) => self.element("h1", &self.line(text)),
            Block::Heading(text) => self.element("h2", &self.line(text)),
            Block::Centred(text) => self.paragraphs("p class=\"centred\"", text),
            Block::Paragraph(text) => self.paragraphs("p", text),
            Block::Head(fields) => self.labelled("head", fields),
            Block::List { numbered, items } => self.list(*numbered, items),
            Block::Table(table) => self.table(None, table),
            Block::Signatures(fields) => self.labelled("signatures", fields),
            Block::Chart(chart) => self.chart(chart),
            Block::Gap => self.push("<div class=\"gap\"></div>"),
            Block::PageBreak => self.push("<div class=\"page-break\"></div>"),
        }
    }

    fn push(&mut self, line: &str) {
        self.html.push_str(line);
        self.html.push('\n');
    }

    fn line(&self, text: &Text) -> String {
        line(text, self.direction)
    }

    /// An element by its name, which may have attributes behind it; nothing where it would be blank.
    fn element(&mut self, tag: &str, inside: &str) {
        if !inside.is_empty() {
            let name = tag.split(' ').next().unwrap_or_default();
            self.push(&format!("<{tag}>{inside}</{name}>"));
        }
    }

    fn paragraphs(&mut self, tag: &str, text: &Text) {
        for inside in lines(text, self.direction) {
            self.element(tag, &inside);
        }
    }

    fn labelled(&mut self, class: &str, fields: &[LabelledText]) {
        if fields.is_empty() {
            return;
        }
        self.push(&format!("<dl class=\"{class}\">"));
        for LabelledText { label, value } in fields {
            let is_long = plain_line(value).chars().count() >= LONG_VALUE;
            let open = if is_long { "<div class=\"long\">" } else { "<div>" };
            let label = self.line(&Text::ours(label.as_str()));
            let label = label.trim_end_matches([':', ' ']);
            let value = lines(value, self.direction).join("<br>");
            // In a signature the value stands below; a head is read, and copied, as one line.
            let sign = if class == "signatures" { "" } else { ":" };
            self.push(&format!("{open}<dt>{label}{sign}</dt> <dd>{value}</dd></div>"));
        }
        self.push("</dl>");
    }

    fn list(&mut self, numbered: bool, items: &[Text]) {
        if items.is_empty() {
            return;
        }
        let (open, close) = match (numbered, self.digits) {
            (false, _) => ("<ul>", "</ul>"),
            (true, Digits::Persian) => ("<ol class=\"fa\">", "</ol>"),
            (true, Digits::Latin) => ("<ol>", "</ol>"),
        };
        self.push(open);
        for item in items {
            let inside = self.stacked(lines(item, self.direction));
            self.push(&format!("<li>{inside}</li>"));
        }
        self.push(close);
    }

    /// One line as it is, several as paragraphs.
    fn stacked(&self, lines: Vec<String>) -> String {
        match lines.as_slice() {
            [] => String::new(),
            [only] => only.clone(),
            several => several.iter().map(|line| format!("<p>{line}</p>")).collect(),
        }
    }

    fn table(&mut self, caption: Option<&Text>, table: &PaperTable) {
        if table.columns.is_empty() {
            return;
        }
        self.push("<table>");
        if let Some(caption) = caption.map(|caption| self.line(caption)) {
            self.element("caption", &format!("<h2>{caption}</h2>"));
        }
        self.columns(table);
        if table.has_heads() {
            let heads = table.columns.iter().map(|column| self.line(&column.head));
            let heads = heads.map(|head| format!("<th scope=\"col\">{head}</th>"));
            let heads: String = heads.collect();
            self.push(&format!("<thead><tr>{heads}</tr></thead>"));
        }
        self.push("<tbody>");
        for cells in &table.rows {
            self.row(cells, table);
        }
        self.push("</tbody>\n</table>");
    }

    fn columns(&mut self, table: &PaperTable) {
        let shares: Vec<u32> = table.columns.iter().map(|column| column.share.max(1)).collect();
        let whole: f64 = shares.iter().map(|share| f64::from(*share)).sum();
        let column = |share: &u32| {
            let percent = f64::from(*share) * 100.0 / whole;
            format!("<col style=\"width: {percent:.2}%\">")
        };
        let columns: String = shares.iter().map(column).collect();
        self.push(&format!("<colgroup>{columns}</colgroup>"));
    }

    fn row(&mut self, cells: &[PaperCell], table: &PaperTable) {
        let cell = |at: usize| {
            let paragraphs = cells.get(at).into_iter().flatten();
            let lines = paragraphs.flat_map(|text| lines(text, self.direction));
            format!("<td>{}</td>", self.stacked(lines.collect()))
        };
        let cells: String = (0..table.columns.len()).map(cell).collect();
        let open = if table.signed {
            "<tr class=\"signed\">"
        } else {
            "<tr>"
        };
        self.push(&format!("{open}{cells}</tr>"));
    }

    fn chart(&mut self, chart: &Chart) {
        self.push("<figure>");
        let title = self.line(&chart.title);
        self.element("figcaption", &title);
        for bar in &chart.bars {
            self.bar(bar, chart.most.max(1));
        }
        self.push("</figure>");
    }

    /// A bar drawn beside its words: a drawing is printed where colours of the ground are not.
    fn bar(&mut self, bar: &ChartBar, most: u32) {
        let length = f64::from(bar.value.min(most)) * 100.0 / f64::from(most);
        let from = match self.direction {
            Direction::Rtl => 100.0 - length,
            Direction::Ltr => 0.0,
        };
        let label = self.line(&bar.label);
        let shown = self.line(&Text::ours(bar.shown.as_str()));
        self.push(&format!(
            "<div class=\"bar\"><span>{label}</span><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" \
             aria-hidden=\"true\"><rect x=\"{from:.2}\" y=\"0\" width=\"{length:.2}\" height=\"10\" fill=\"#456\"/>\
             </svg><span>{shown}</span></div>"
        ));
    }
}
