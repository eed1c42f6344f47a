//! Where the fields of a part stand, by bytes. Word and LibreOffice cut a field over several runs, so the letters of a
//! paragraph are put together first. Does not know which fields there are.

use super::{TemplateError, TemplatePart, TemplatePlace};
use crate::exchange::docx::{is_direction, letter};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// How much of a field that never ends is told.
const TOLD_LETTERS: usize = 30;

/// A field of a part.
#[derive(Debug)]
pub(super) struct FoundField {
    /// What stands between the braces.
    pub(super) name: String,
    /// Its bytes, in one or several texts; the value takes the place of the first.
    pub(super) pieces: Vec<Range<usize>>,
    /// Where a tag of text must say from now on that its blanks count.
    pub(super) spaces: Vec<usize>,
    /// How the tags around it are called before the colon, with it.
    pub(super) prefix: String,
    /// Its paragraph, where nothing else stands in it.
    pub(super) alone: Option<Range<usize>>,
    /// The row that it stands in, by number.
    pub(super) row: Option<usize>,
    pub(super) place: TemplatePlace,
}

/// What was found in a part.
#[derive(Debug, Default)]
pub(super) struct PartScan {
    pub(super) fields: Vec<FoundField>,
    /// The rows of all tables.
    pub(super) rows: Vec<Range<usize>>,
    /// What may stand in the file only once: marks with a number of their own.
    pub(super) once: Vec<Range<usize>>,
}

/// A letter with its bytes in the part, and the text that it stands in.
struct Letter {
    c: char,
    bytes: Range<usize>,
    text: usize,
}

/// The tag around a text.
struct TextTag {
    end: usize,
    keeps_blanks: bool,
    prefix: String,
}

struct OpenParagraph {
    start: usize,
    letters: Vec<Letter>,
    has_inner: bool,
    place: TemplatePlace,
}

/// A walk through a part.
struct TemplateWalk<'x> {
    xml: &'x str,
    part: TemplatePart,
    found: PartScan,
    texts: Vec<TextTag>,
    /// Paragraphs and rows that are open; a text box has paragraphs inside one.
    paragraphs: Vec<OpenParagraph>,
    rows: Vec<usize>,
    depth: usize,
    in_text: bool,
    /// Inside words that were taken away or moved.
    in_gone: usize,
    tables: u32,
    in_tables: u32,
    rows_of_table: u32,
    paragraphs_outside: u32,
}

/// Finds the fields of a part.
///
/// # Errors
/// [`TemplateError::Damaged`] for XML that is none, [`TemplateError::Unclosed`] for a field without an end.
pub(super) fn scan(xml: &str, part: TemplatePart) -> Result<PartScan, TemplateError> {
    let mut walk = TemplateWalk::new(xml, part);
    let mut reader = Reader::from_str(xml);
    loop {
        let start = position(&reader);
        let event = reader.read_event().map_err(|_| TemplateError::Damaged)?;
        let bytes = start..position(&reader);
        match event {
            Event::Start(tag) => walk.opens(&tag, bytes),
            Event::Empty(tag) => walk.stands_alone(&tag, bytes),
            Event::End(tag) => walk.closes(tag.local_name().into_inner(), bytes.end)?,
            Event::Text(_) => walk.says(bytes),
            Event::GeneralRef(entity) => walk.says_one(&letter(&entity), bytes),
            // No program writes words so; a field in them would be passed over.
            Event::CData(_) if walk.in_text => return Err(TemplateError::Damaged),
            Event::Eof if walk.depth > 0 => return Err(TemplateError::Damaged),
            Event::Eof => return Ok(walk.found),
            _ => {}
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

impl<'x> TemplateWalk<'x> {
    fn new(xml: &'x str, part: TemplatePart) -> TemplateWalk<'x> {
        TemplateWalk {
            xml,
            part,
            found: PartScan::default(),
            texts: Vec::new(),
            paragraphs: Vec::new(),
            rows: Vec::new(),
            depth: 0,
            in_text: false,
            in_gone: 0,
            tables: 0,
            in_tables: 0,
            rows_of_table: 0,
            paragraphs_outside: 0,
        }
    }

    fn opens(&mut self, tag: &BytesStart, bytes: Range<usize>) {
        self.depth += 1;
        let name = tag.local_name().into_inner();
        match name {
            "del" | "moveFrom" => self.in_gone += 1,
            "tbl" => {
                self.in_tables += 1;
                if self.in_tables == 1 {
                    self.tables += 1;
                    self.rows_of_table = 0;
                }
            }
            "tr" => {
                if self.in_tables == 1 {
                    self.rows_of_table += 1;
                }
                self.rows.push(self.found.rows.len());
                self.found.rows.push(bytes.clone());
            }
            "p" => self.opens_paragraph(bytes.start),
            "t" => self.opens_text(tag, bytes.end),
            _ => {}
        }
        self.numbered(tag, &bytes);
    }

    fn opens_paragraph(&mut self, start: usize) {
        if let Some(outer) = self.paragraphs.last_mut() {
            outer.has_inner = true;
        }
        if self.in_tables == 0 && self.paragraphs.is_empty() {
            self.paragraphs_outside += 1;
        }
        let place = TemplatePlace {
            part: self.part,
            paragraph: self.paragraphs_outside,
            row: (self.in_tables > 0).then_some((self.tables, self.rows_of_table)),
        };
        self.paragraphs.push(OpenParagraph {
            start,
            letters: Vec::new(),
            has_inner: false,
            place,
        });
    }

    fn opens_text(&mut self, tag: &BytesStart, end: usize) {
        let name = tag.name().into_inner();
        let attributes = tag.attributes().with_checks(false).flatten().collect::<Vec<_>>();
        let is_space = |name: &str| name == "xml:space";
        self.texts.push(TextTag {
            end,
            keeps_blanks: attributes.iter().any(|one| is_space(one.key.into_inner())),
            prefix: name[..name.len() - "t".len()].to_owned(),
        });
        self.in_text = true;
    }

    fn stands_alone(&mut self, tag: &BytesStart, bytes: Range<usize>) {
        let name = tag.local_name().into_inner();
        let marks = [
            "bookmarkStart",
            "bookmarkEnd",
            "commentRangeStart",
            "commentRangeEnd",
            "commentReference",
            "permStart",
            "permEnd",
        ];
        match name {
            "p" if self.in_tables == 0 && self.paragraphs.is_empty() => self.paragraphs_outside += 1,
            name if marks.contains(&name) => self.found.once.push(bytes),
            _ => self.numbered(tag, &bytes),
        }
    }

    /// Numbers that Word gives to paragraphs and rows.
    fn numbered(&mut self, tag: &BytesStart, bytes: &Range<usize>) {
        if !matches!(tag.local_name().into_inner(), "p" | "tr") {
            return;
        }
        let written = &self.xml[bytes.clone()];
        for attribute in tag.attributes().with_checks(false).flatten() {
            let key = attribute.key;
            if !matches!(key.local_name().into_inner(), "paraId" | "textId") {
                continue;
            }
            let name = key.into_inner();
            if let Some(range) = attribute_range(written, name) {
                self.found
                    .once
                    .push(bytes.start + range.start..bytes.start + range.end);
            }
        }
    }

    fn closes(&mut self, name: &str, end: usize) -> Result<(), TemplateError> {
        self.depth = self.depth.saturating_sub(1);
        match name {
            "del" | "moveFrom" => self.in_gone = self.in_gone.saturating_sub(1),
            "tbl" => self.in_tables = self.in_tables.saturating_sub(1),
            "tr" => {
                if let Some(row) = self.rows.pop() {
                    self.found.rows[row].end = end;
                }
            }
            "t" => self.in_text = false,
            "p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.fields_of(&paragraph, end)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn says(&mut self, bytes: Range<usize>) {
        let xml = self.xml;
        for (at, c) in xml[bytes.clone()].char_indices() {
            let start = bytes.start + at;
            self.push(c, start..start + c.len_utf8());
        }
    }

    fn says_one(&mut self, letters: &str, bytes: Range<usize>) {
        if let Some(c) = letters.chars().next() {
            self.push(c, bytes);
        }
    }

    fn push(&mut self, c: char, bytes: Range<usize>) {
        if !self.in_text || self.in_gone > 0 {
            return;
        }
        let text = self.texts.len().saturating_sub(1);
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.letters.push(Letter { c, bytes, text });
        }
    }

    fn fields_of(&mut self, paragraph: &OpenParagraph, end: usize) -> Result<(), TemplateError> {
        let letters = &paragraph.letters;
        // Marks of direction between the letters of a name are the editor's, not the person's.
        let seen: Vec<usize> = (0..letters.len())
            .filter(|at| !is_direction(letters[*at].c))
            .collect();
        let two = |at: usize, brace: char| {
            let pair = [seen.get(at), seen.get(at + 1)];
            pair.iter().all(|at| at.is_some_and(|at| letters[*at].c == brace))
        };
        let mut at = 0;
        while at < seen.len() {
            if !two(at, '{') {
                at += 1;
                continue;
            }
            // More braces than two are none of ours: they belong to a name that nobody knows, and is told.
            let run = |from: usize, brace: char| {
                let same = seen[from..].iter().take_while(|at| letters[**at].c == brace);
                same.count()
            };
            let open = run(at, '{');
            let close = (at + open..seen.len())
                .take_while(|at| !two(*at, '{'))
                .find(|at| two(*at, '}'))
                .map(|close| {
                    if open > 2 {
                        close + run(close, '}') - 2
                    } else {
                        close
                    }
                });
            let read = |range: Range<usize>| range.map(|at| letters[seen[at]].c).collect::<String>();
            let Some(close) = close else {
                return Err(TemplateError::Unclosed {
                    text: read(at..seen.len().min(at + TOLD_LETTERS)),
                    place: paragraph.place,
                });
            };
            let is_blank =
                |range: Range<usize>| range.into_iter().all(|at| letters[seen[at]].c.is_whitespace());
            let is_alone = !paragraph.has_inner && is_blank(0..at) && is_blank(close + 2..seen.len());
            let name = read(at + 2..close).trim().to_owned();
            let mut field = self.field(name, &letters[seen[at]..=seen[close + 1]], paragraph.place);
            field.alone = is_alone.then_some(paragraph.start..end);
            self.found.fields.push(field);
            at = close + 2;
        }
        Ok(())
    }

    fn field(&self, name: String, letters: &[Letter], place: TemplatePlace) -> FoundField {
        let mut pieces: Vec<Range<usize>> = Vec::new();
        let mut spaces: Vec<usize> = Vec::new();
        for letter in letters {
            match pieces.last_mut() {
                Some(last) if last.end == letter.bytes.start => last.end = letter.bytes.end,
                _ => pieces.push(letter.bytes.clone()),
            }
            let tag = &self.texts[letter.text];
            // Before the `>` of the tag.
            if !tag.keeps_blanks && spaces.last() != Some(&(tag.end - 1)) {
                spaces.push(tag.end - 1);
            }
        }
        let prefix = letters
            .first()
            .map(|letter| self.texts[letter.text].prefix.clone());
        FoundField {
            name,
            pieces,
            spaces,
            prefix: prefix.unwrap_or_default(),
            alone: None,
            row: self.rows.last().copied(),
            place,
        }
    }
}

/// The bytes of ` name="value"` in a tag.
fn attribute_range(tag: &str, name: &str) -> Option<Range<usize>> {
    let start = tag.find(&format!(" {name}="))?;
    let value = start + name.len() + 2;
    let quote = tag[value..].chars().next()?;
    let end = tag[value + 1..].find(quote)?;
    Some(start..value + 1 + end + 1)
}
