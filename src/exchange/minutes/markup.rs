//! The few marks of HTML that taken-over tables carry: tags and entities.
//! Knows nothing of minutes; words that only look like markup stay text.

/// The longest tag that is read as one; what is longer is text.
const LONGEST_TAG: usize = 4096;
/// The longest entity (`&thinsp;`) between `&` and `;`.
const LONGEST_ENTITY: usize = 8;

/// The most rows or columns that a cell is said to reach over.
const WIDEST_SPAN: usize = 1000;

/// Over how many columns and rows a cell reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellSpan {
    /// Columns, at least one.
    pub across: usize,
    /// Rows, at least one.
    pub down: usize,
}

impl Default for CellSpan {
    fn default() -> CellSpan {
        CellSpan { across: 1, down: 1 }
    }
}

/// The span that the attributes of a `<td ...>` give.
pub(super) fn cell_span(tag: &str) -> CellSpan {
    CellSpan {
        across: number_of(tag, "colspan"),
        down: number_of(tag, "rowspan"),
    }
}

/// The number that an attribute has, in quotes or without; 1 where there is none.
fn number_of(tag: &str, name: &str) -> usize {
    let lower = tag.to_ascii_lowercase();
    let named = lower.match_indices(name).find(|(at, _)| {
        lower[..*at].ends_with(|before: char| before.is_whitespace() || matches!(before, '"' | '\''))
    });
    let value = named.and_then(|(at, _)| {
        let rest = lower[at + name.len()..].trim_start().strip_prefix('=')?;
        let rest = rest.trim_start().trim_start_matches(['"', '\'', ' ']);
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        rest[..digits].parse().ok()
    });
    value.unwrap_or(1).clamp(1, WIDEST_SPAN)
}

/// What a tag does to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// Ends a paragraph: `p`, `div`, `br`, `li`, headings.
    Paragraph,
    /// `<ul>` or `<ol>`: true where it opens.
    List(bool),
    /// `<p>` or `<div>` that opens: what follows is one paragraph until it closes.
    Opening,
    /// `<table>`: true where it opens.
    Table(bool),
    /// `<tr>`: true where it opens.
    Row(bool),
    /// `<td>` or `<th>`: true where it opens.
    CellParas(bool),
    /// `<b>` or `<strong>`: true where it opens.
    Bold(bool),
    /// Anything else that is known and changes nothing.
    Inline,
}

impl Tag {
    /// Whether the words on both sides of the tag are two words.
    pub fn parts_words(self) -> bool {
        !matches!(self, Tag::Bold(_) | Tag::Inline)
    }
}

/// The tag that begins at byte `at` (a `<`), and the byte after its `>`; `None` where it is no known tag.
pub(super) fn tag_at(text: &str, at: usize) -> Option<(Tag, usize)> {
    let bytes = &text.as_bytes()[at..];
    let opens = bytes.get(1) != Some(&b'/');
    let name_start = if opens { 1 } else { 2 };
    let name_len = bytes[name_start.min(bytes.len())..]
        .iter()
        .take(12)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let name = text[at + name_start.min(bytes.len())..][..name_len].to_ascii_lowercase();
    let tag = tag_named(&name, opens)?;
    let after_name = &bytes[name_start + name_len..];
    if !matches!(
        after_name.first(),
        Some(b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r')
    ) {
        return None;
    }
    // A `<` before the `>` means that this tag was never closed; stopping there also keeps the scan linear.
    let close = after_name
        .iter()
        .take(LONGEST_TAG)
        .position(|byte| matches!(byte, b'>' | b'<'))?;
    (after_name[close] == b'>').then_some((tag, at + name_start + name_len + close + 1))
}

fn tag_named(name: &str, opens: bool) -> Option<Tag> {
    Some(match name {
        "p" | "div" | "center" | "blockquote" | "section" if opens => Tag::Opening,
        "p" | "div" | "center" | "blockquote" | "section" | "br" | "hr" | "li" | "h1" | "h2" | "h3"
        | "h4" | "h5" | "h6" | "caption" | "title" | "dt" | "dd" => Tag::Paragraph,
        "ul" | "ol" | "dl" => Tag::List(opens),
        "table" => Tag::Table(opens),
        "tr" => Tag::Row(opens),
        "td" | "th" => Tag::CellParas(opens),
        "b" | "strong" => Tag::Bold(opens),
        "i" | "em" | "u" | "s" | "span" | "font" | "sup" | "sub" | "a" | "img" | "html" | "head" | "body"
        | "meta" | "link" | "tbody" | "thead" | "tfoot" | "col" | "colgroup" | "small" | "big" | "pre"
        | "code" | "header" | "footer" | "article" | "main" | "style" | "script" | "input" | "label"
        | "form" | "mark" | "bdo" | "bdi" => Tag::Inline,
        _ => return None,
    })
}

/// The length of the run of `sign` at the start of the text; two of them are bold in Markdown, more are a rule.
pub(super) fn sign_run(text: &str, sign: char) -> usize {
    text.len() - text.trim_start_matches(sign).len()
}

/// The character that the entity at byte `at` (an `&`) stands for, and the byte after its `;`.
pub(in crate::exchange) fn entity_at(text: &str, at: usize) -> Option<(char, usize)> {
    let rest = &text.as_bytes()[at + 1..];
    let len = rest
        .iter()
        .take(LONGEST_ENTITY + 1)
        .position(|byte| *byte == b';')?;
    let name = text.get(at + 1..at + 1 + len)?;
    let plain = match name {
        "nbsp" | "ensp" | "emsp" | "thinsp" => ' ',
        "zwnj" => '\u{200c}',
        "zwj" => '\u{200d}',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "laquo" => '«',
        "raquo" => '»',
        "ndash" => '–',
        "mdash" => '—',
        "bull" => '•',
        "rlm" | "lrm" | "shy" => '\u{200e}',
        _ => numeric_entity(name)?,
    };
    Some((plain, at + 1 + len + 1))
}

fn numeric_entity(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_tags_are_read_with_their_attributes() {
        assert_eq!(tag_at("<p>", 0), Some((Tag::Opening, 3)));
        assert_eq!(tag_at("</TD >", 0), Some((Tag::CellParas(false), 6)));
        assert_eq!(tag_at("x<ul style=\"a: b;\"> y", 1), Some((Tag::List(true), 19)));
        assert_eq!(tag_at("<br/>", 0), Some((Tag::Paragraph, 5)));
    }

    #[test]
    fn the_span_of_a_cell_is_read_however_it_is_written() {
        let span = |across, down| CellSpan { across, down };
        for tag in [
            "<td colspan=2 rowspan=3>",
            "<TD align=\"right\" ROWSPAN=\"3\" COLSPAN = '2'>",
            "<td class='a'rowspan='3'colspan='2'>",
        ] {
            assert_eq!(cell_span(tag), span(2, 3), "{tag}");
        }
        assert_eq!(cell_span("<td data-colspan=2>"), CellSpan::default());
        assert_eq!(cell_span("<td colspan=0 rowspan=x>"), CellSpan::default());
        assert_eq!(cell_span("<td rowspan=99999>"), span(1, WIDEST_SPAN));
    }

    #[test]
    fn what_only_looks_like_a_tag_is_text() {
        for text in [
            "<",
            "</",
            "<۳۰ روز",
            "<foo>",
            "<p",
            "<p <b>",
            "< p>",
            "<password>",
        ] {
            assert_eq!(tag_at(text, 0), None, "{text}");
        }
    }

    #[test]
    fn entities_are_characters() {
        assert_eq!(entity_at("&nbsp;x", 0), Some((' ', 6)));
        assert_eq!(entity_at("&#1575;", 0), Some(('ا', 7)));
        assert_eq!(entity_at("&#x200c;", 0), Some(('\u{200c}', 8)));
        assert_eq!(entity_at("& و ;", 0), None);
        assert_eq!(entity_at("&آب;", 0), None);
    }
}
