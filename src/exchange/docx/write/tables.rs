//! What stands in tables: rows under heads, the head block, boxes to sign, bars. Does not know running text.

use super::body::{BodyXml, ParagraphLook};
use super::stretches::{Stretch, lines, one_line};
use crate::exchange::paper::{Chart, LabelledText, PaperCell, PaperTable, Text};

/// A row with room for a signature, and a box for one, are at least so high, in twentieths of a point.
const SIGNED_ROW: u32 = 680;
const SIGNATURE_BOX: u32 = 1_700;
/// Boxes to sign side by side, at most.
const SIGNATURES_ABREAST: usize = 3;
/// A value of more letters than this has the whole line of a head block to itself.
const SHORT_VALUE: usize = 34;
/// A column whose cells have no more letters than this holds figures and short marks, which stand in its middle.
const NARROW_CELL: usize = 6;
/// The room of a letter of a head, and of the edge of a cell, in twentieths of a point.
const HEAD_LETTER: u32 = 125;
const CELL_EDGE: u32 = 85;
/// The steps in which a bar is drawn.
const BAR_STEPS: u32 = 40;
const HEAD_SHADE: &str = "EDEDED";
const BAR_SHADE: &str = "7F7F7F";

/// What a row of a table is beside its cells.
#[derive(Clone, Copy, Default)]
struct RowLook {
    /// Whether it stands again at the top of every page.
    is_head: bool,
    /// In twentieths of a point; 0 for as much as the cells need.
    least_height: u32,
}

/// What a cell is beside its paragraphs.
#[derive(Clone, Copy)]
struct CellLook {
    width: u32,
    /// How many columns of the grid it fills.
    span: u32,
    shade: Option<&'static str>,
    /// Whether its text stands in the middle of its height.
    centred: bool,
}

impl CellLook {
    fn wide(width: u32) -> CellLook {
        CellLook {
            width,
            span: 1,
            shade: None,
            centred: false,
        }
    }

    /// One with a word of ours that says what stands beside or below it.
    fn head(width: u32) -> CellLook {
        CellLook {
            shade: Some(HEAD_SHADE),
            centred: true,
            ..CellLook::wide(width)
        }
    }
}

impl BodyXml {
    pub(super) fn table(&mut self, table: &PaperTable) {
        if table.columns.is_empty() {
            return;
        }
        let widths = column_widths(self.width, table);
        self.open_table("DabirTable", &widths);
        if table.has_heads() {
            self.open_row(RowLook {
                is_head: true,
                least_height: 0,
            });
            for (column, width) in table.columns.iter().zip(&widths) {
                let line = one_line(&column.head, self.rtl);
                self.cell(
                    CellLook::head(*width),
                    &[line],
                    ParagraphLook::styled("TableHead"),
                );
            }
            self.xml.close("w:tr");
        }
        let narrow: Vec<bool> = (0..widths.len()).map(|at| is_narrow(table, at)).collect();
        for row in &table.rows {
            self.table_row(table, row, &widths, &narrow);
        }
        self.close_table();
    }

    fn table_row(&mut self, table: &PaperTable, row: &[PaperCell], widths: &[u32], narrow: &[bool]) {
        self.open_row(RowLook {
            is_head: false,
            least_height: if table.signed { SIGNED_ROW } else { 0 },
        });
        for (at, width) in widths.iter().enumerate() {
            let mut look = ParagraphLook::styled("TableText");
            look.place = narrow[at].then_some("center");
            let texts = row.get(at).map(Vec::as_slice).unwrap_or_default();
            let lines: Vec<_> = texts.iter().flat_map(|text| lines(text, self.rtl)).collect();
            let mut cell = CellLook::wide(*width);
            cell.centred = table.signed;
            self.cell(cell, &lines, look);
        }
        self.xml.close("w:tr");
    }

    /// Labelled values, two in a row where both are short. A value that stands alone is a line of its own.
    pub(super) fn head(&mut self, fields: &[LabelledText]) {
        if let [field] = fields {
            return self.labelled_paragraph(field);
        }
        let widths = widths(self.width, &[17, 33, 17, 33]);
        self.open_table("DabirTable", &widths);
        let mut at = 0;
        while at < fields.len() {
            let abreast = match &fields[at..] {
                [one, other, ..] if is_short(one) && is_short(other) => 2,
                _ => 1,
            };
            self.head_row(&fields[at..at + abreast], &widths);
            at += abreast;
        }
        self.close_table();
    }

    fn head_row(&mut self, fields: &[LabelledText], widths: &[u32]) {
        self.open_row(RowLook::default());
        for field in fields {
            let mut strong = ParagraphLook::styled("TableText");
            strong.strong = true;
            let line = one_line(&label(field), self.rtl);
            self.cell(CellLook::head(widths[0]), &[line], strong);
            let mut look = CellLook::wide(widths[1]);
            if fields.len() == 1 {
                look.span = 3;
                look.width = widths[1..].iter().sum();
            }
            let lines = lines(&field.value, self.rtl);
            self.cell(look, &lines, ParagraphLook::styled("TableText"));
        }
        self.xml.close("w:tr");
    }

    /// «برچسب: مقدار», the label strong as a speaker is.
    fn labelled_paragraph(&mut self, field: &LabelledText) {
        let line = Text::speaker(format!("{}:", field.label)).and(Text::ours(" "));
        self.texts(&line.and(field.value.clone()), ParagraphLook::default());
    }

    /// Who signs, side by side, with room under each name.
    pub(super) fn signatures(&mut self, fields: &[LabelledText]) {
        let abreast = fields.len().clamp(1, SIGNATURES_ABREAST);
        let widths = widths(self.width, &vec![1; abreast]);
        self.open_table("DabirBoxes", &widths);
        for row in fields.chunks(abreast) {
            self.open_row(RowLook {
                is_head: false,
                least_height: SIGNATURE_BOX,
            });
            for (at, width) in widths.iter().enumerate() {
                self.open_cell(CellLook::wide(*width));
                let mut office = ParagraphLook::styled("TableHead");
                office.keep_next = true;
                let field = row.get(at);
                let label = field.map(|field| Text::ours(field.label.as_str()));
                self.texts(&label.unwrap_or_default(), office);
                if let Some(field) = field {
                    let mut name = ParagraphLook::styled("TableText");
                    name.place = Some("center");
                    self.texts(&field.value, name);
                }
                self.xml.close("w:tc");
            }
            self.xml.close("w:tr");
        }
        self.close_table();
    }

    /// Bars as shaded cells, which every program draws and prints.
    pub(super) fn chart(&mut self, chart: &Chart) {
        if !chart.title.is_blank() {
            self.heading(&chart.title, "ChartTitle");
        }
        let mut shares = vec![1; BAR_STEPS as usize + 2];
        (shares[0], shares[BAR_STEPS as usize + 1]) = (20, 8);
        let widths = widths(self.width, &shares);
        self.open_table("DabirBars", &widths);
        for bar in &chart.bars {
            let most = u64::from(chart.most.max(1));
            let filled = (u64::from(bar.value).min(most) * u64::from(BAR_STEPS)).div_ceil(most);
            let filled = usize::try_from(filled).unwrap_or_default();
            self.open_row(RowLook::default());
            let text = ParagraphLook::styled("TableText");
            let label = lines(&bar.label, self.rtl);
            self.cell(CellLook::wide(widths[0]), &label, text);
            let (bar_widths, shown) = (&widths[1..=BAR_STEPS as usize], widths[BAR_STEPS as usize + 1]);
            self.bar(&bar_widths[..filled], Some(BAR_SHADE));
            self.bar(&bar_widths[filled..], None);
            let value = one_line(&Text::ours(bar.shown.as_str()), self.rtl);
            self.cell(CellLook::wide(shown), &[value], text);
            self.xml.close("w:tr");
        }
        self.close_table();
    }

    fn bar(&mut self, widths: &[u32], shade: Option<&'static str>) {
        if widths.is_empty() {
            return;
        }
        let look = CellLook {
            width: widths.iter().sum(),
            span: u32::try_from(widths.len()).unwrap_or(1),
            shade,
            centred: false,
        };
        self.cell(look, &[], ParagraphLook::styled("TableText"));
    }

    fn open_table(&mut self, style: &str, widths: &[u32]) {
        self.xml.open("w:tbl", &[]);
        self.xml.open("w:tblPr", &[]);
        self.xml.value("w:tblStyle", style);
        if self.rtl {
            self.xml.flag("w:bidiVisual");
        }
        // It fills the line: a narrow mirrored table stands at different margins in different programs.
        let whole = widths.iter().sum::<u32>().to_string();
        self.xml.empty("w:tblW", &[("w:w", &whole), ("w:type", "dxa")]);
        self.xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        self.xml.value("w:tblLook", "0420");
        self.xml.close("w:tblPr");
        self.xml.open("w:tblGrid", &[]);
        for width in widths {
            self.xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
        self.xml.close("w:tblGrid");
    }

    /// A paragraph stands behind every table: two that touch would become one, and none may be the last thing on a page.
    fn close_table(&mut self) {
        self.xml.close("w:tbl");
        self.paragraph(&[], ParagraphLook::styled("Gap"));
    }

    fn open_row(&mut self, look: RowLook) {
        self.xml.open("w:tr", &[]);
        self.xml.open("w:trPr", &[]);
        self.xml.flag("w:cantSplit");
        if look.least_height > 0 {
            let height = look.least_height.to_string();
            self.xml
                .empty("w:trHeight", &[("w:val", &height), ("w:hRule", "atLeast")]);
        }
        if look.is_head {
            self.xml.flag("w:tblHeader");
        }
        self.xml.close("w:trPr");
    }

    fn open_cell(&mut self, look: CellLook) {
        self.xml.open("w:tc", &[]);
        self.xml.open("w:tcPr", &[]);
        self.xml
            .empty("w:tcW", &[("w:w", &look.width.to_string()), ("w:type", "dxa")]);
        if look.span > 1 {
            self.xml.value("w:gridSpan", look.span);
        }
        if let Some(shade) = look.shade {
            let attributes = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", shade)];
            self.xml.empty("w:shd", &attributes);
        }
        if look.centred {
            self.xml.value("w:vAlign", "center");
        }
        self.xml.close("w:tcPr");
    }

    /// A cell with these paragraphs; one that is empty has an empty paragraph.
    fn cell(&mut self, look: CellLook, lines: &[Vec<Stretch>], paragraph: ParagraphLook) {
        self.open_cell(look);
        for line in lines {
            self.paragraph(line, paragraph);
        }
        if lines.is_empty() {
            self.paragraph(&[], paragraph);
        }
        self.xml.close("w:tc");
    }
}

fn label(field: &LabelledText) -> Text {
    Text::ours(format!("{}:", field.label))
}

fn is_short(field: &LabelledText) -> bool {
    letters(std::slice::from_ref(&field.value)) <= SHORT_VALUE
}

fn letters(texts: &[Text]) -> usize {
    let lines = texts.iter().flat_map(|text| one_line(text, true));
    lines.map(|run| run.text.chars().count()).sum()
}

fn is_narrow(table: &PaperTable, at: usize) -> bool {
    let cells = table.rows.iter().filter_map(|row| row.get(at));
    cells.into_iter().all(|cell| letters(cell) <= NARROW_CELL)
}

/// The room parted by the shares of the columns, but none so narrow that a word of its head breaks.
fn column_widths(room: u32, table: &PaperTable) -> Vec<u32> {
    let shares: Vec<u32> = table.columns.iter().map(|column| column.share).collect();
    let most = room / u32::try_from(shares.len()).unwrap_or(room).max(1);
    let least: Vec<u32> = table
        .columns
        .iter()
        .map(|column| least_width(&column.head).min(most))
        .collect();
    let mut widths = widths(room, &shares);
    let missing = |widths: &[u32]| -> u32 {
        let each = widths.iter().zip(&least);
        each.map(|(width, least)| least.saturating_sub(*width)).sum()
    };
    let lacking = missing(&widths);
    let spare: u32 = widths
        .iter()
        .zip(&least)
        .map(|(width, least)| width.saturating_sub(*least))
        .sum();
    for (width, least) in widths.iter_mut().zip(&least) {
        if *width < *least {
            *width = *least;
        } else if spare > 0 {
            let given = u64::from(*width - least) * u64::from(lacking) / u64::from(spare);
            *width -= u32::try_from(given).unwrap_or_default();
        }
    }
    // What rounding left over is taken where there is most.
    let over = widths.iter().sum::<u32>().saturating_sub(room);
    if let Some(widest) = widths.iter_mut().max() {
        *widest -= over.min(*widest);
    }
    widths
}

/// The room of the longest word of a head with the edges of its cell.
fn least_width(head: &Text) -> u32 {
    let line: String = one_line(head, true).into_iter().map(|run| run.text).collect();
    let longest = line.split_whitespace().map(|word| word.chars().count()).max();
    let letters = u32::try_from(longest.unwrap_or_default()).unwrap_or_default();
    letters.saturating_mul(HEAD_LETTER) + 2 * CELL_EDGE
}

/// The room parted by shares; what does not divide goes to the last.
fn widths(room: u32, shares: &[u32]) -> Vec<u32> {
    let whole: u64 = shares.iter().map(|share| u64::from((*share).max(1))).sum();
    let mut left = room;
    let mut widths: Vec<u32> = Vec::with_capacity(shares.len());
    for share in shares {
        let width = u64::from(room) * u64::from((*share).max(1)) / whole.max(1);
        let width = u32::try_from(width).unwrap_or(left).min(left);
        left -= width;
        widths.push(width);
    }
    if let Some(last) = widths.last_mut() {
        *last += left;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::paper::PaperColumn;

    #[test]
    fn shares_fill_the_line_to_the_last_point() {
        assert_eq!(widths(100, &[1, 0, 1]), [33, 33, 34]);
        assert_eq!(widths(10, &[u32::MAX, u32::MAX]).iter().sum::<u32>(), 10);
    }

    #[test]
    fn no_column_is_narrower_than_a_word_of_its_head() {
        let column = |head: &str, share| PaperColumn {
            head: Text::ours(head),
            share,
        };
        let table = PaperTable {
            columns: vec![column("ردیف", 1), column("شرح مصوبه", 60), column("مسئول", 39)],
            ..PaperTable::default()
        };
        let widths = column_widths(9_638, &table);
        assert_eq!(widths[0], 4 * HEAD_LETTER + 2 * CELL_EDGE);
        assert_eq!(widths.iter().sum::<u32>(), 9_638);
        assert!(widths[1] > widths[2]);
    }
}
