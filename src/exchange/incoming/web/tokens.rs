//! The tags, words and remarks that a web page is made of. Forgiving as browsers are, and linear.
//! Knows no tag by its meaning.

use memchr::memmem;

/// The longest tag that is read as one; a `<` that is not closed within is a letter.
const LONGEST_TAG: usize = 64 * 1024;

/// One piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'p> {
    /// A tag: its name as written, whether it opens, and what stands behind the name.
    Tag {
        name: &'p str,
        opens: bool,
        attributes: &'p str,
    },
    /// Words, with their entities.
    Words(&'p str),
}

/// The pieces of a page in order, without remarks, declarations and instructions.
pub(super) struct Tokens<'p> {
    page: &'p str,
    at: usize,
    /// Nothing closes a remark behind this byte, so that looking for its end stays linear.
    no_remark_from: usize,
}

impl<'p> Tokens<'p> {
    pub(super) fn new(page: &'p str) -> Tokens<'p> {
        Tokens {
            page,
            at: 0,
            no_remark_from: usize::MAX,
        }
    }

    /// Goes on behind `</name`, as for the inside of a script.
    pub(super) fn skip_to_end_of(&mut self, name: &str) {
        let rest = &self.page[self.at..];
        let wanted = name.as_bytes();
        let end = memmem::find_iter(rest.as_bytes(), b"</").find(|at| {
            rest.as_bytes()
                .get(at + 2..at + 2 + wanted.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(wanted))
        });
        self.at = end.map_or(self.page.len(), |end| self.at + end);
    }

    /// The end of a remark, declaration or instruction that begins here.
    fn end_of_remark(&mut self) -> Option<usize> {
        let rest = &self.page[self.at..];
        if rest.starts_with("<!--") {
            if self.at >= self.no_remark_from {
                return None;
            }
            let end = memmem::find(rest.as_bytes(), b"-->");
            if end.is_none() {
                self.no_remark_from = self.at;
            }
            return end.map(|end| self.at + end + 3);
        }
        if !rest.starts_with("<!") && !rest.starts_with("<?") {
            return None;
        }
        // One that another `<` follows was never closed; stopping there keeps the scan linear.
        let end = 2 + memchr::memchr2(b'>', b'<', &rest.as_bytes()[2..])?;
        (rest.as_bytes()[end] == b'>').then_some(self.at + end + 1)
    }

    /// The tag that begins here, and the byte behind it.
    fn tag(&self) -> Option<(Token<'p>, usize)> {
        let bytes = self.page.as_bytes();
        let opens = bytes.get(self.at + 1) != Some(&b'/');
        let name_at = self.at + if opens { 1 } else { 2 };
        let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(**byte, b':' | b'-' | b'_');
        let length = bytes.get(name_at..)?.iter().take_while(is_name).count();
        let name = &self.page[name_at..name_at + length];
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let end = end_of_tag(&bytes[name_at + length..])?;
        let attributes = &self.page[name_at + length..name_at + length + end];
        let tag = Token::Tag {
            name,
            opens,
            attributes,
        };
        Some((tag, name_at + length + end + 1))
    }
}

/// Where the `>` of a tag is; one inside quotes is none. A `<` means that the tag was never closed.
fn end_of_tag(rest: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.iter().enumerate().take(LONGEST_TAG) {
        match (quote, byte) {
            (Some(open), byte) if *byte == open => quote = None,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (None, b'>') => return Some(at),
            (None, b'<') => return None,
            _ => {}
        }
    }
    // A quote that nobody closed.
    rest.iter()
        .take(LONGEST_TAG)
        .position(|byte| *byte == b'>' || *byte == b'<')
        .filter(|at| rest[*at] == b'>')
}

impl<'p> Iterator for Tokens<'p> {
    type Item = Token<'p>;

    fn next(&mut self) -> Option<Token<'p>> {
        while self.page[self.at..].starts_with('<') {
            if let Some(end) = self.end_of_remark() {
                self.at = end;
            } else if let Some((tag, end)) = self.tag() {
                self.at = end;
                return Some(tag);
            } else {
                break;
            }
        }
        let rest = &self.page[self.at..];
        let first = rest.chars().next()?.len_utf8();
        let end = rest[first..].find('<').map_or(rest.len(), |end| first + end);
        self.at += end;
        Some(Token::Words(&rest[..end]))
    }
}

/// The value of an attribute, with or without quotes; nothing where it is not there.
pub(super) fn attribute<'p>(attributes: &'p str, name: &str) -> Option<&'p str> {
    let mut rest = attributes;
    loop {
        // A sign that belongs to no name is passed over.
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '='));
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == '=');
        let (found, behind) = rest.split_at(end.unwrap_or(rest.len()));
        let behind = behind.trim_start();
        let (value, next) = match behind.strip_prefix('=') {
            Some(value) => split_value(value.trim_start()),
            None => ("", behind),
        };
        if found.eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = next;
    }
}

fn split_value(value: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = value.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    value.split_at(value.find(char::is_whitespace).unwrap_or(value.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> Vec<String> {
        let tell = |token| match token {
            Token::Tag {
                name, opens: true, ..
            } => format!("<{name}>"),
            Token::Tag { name, .. } => format!("</{name}>"),
            Token::Words(words) => words.to_owned(),
        };
        Tokens::new(page).map(tell).collect()
    }

    #[test]
    fn a_page_is_tags_and_words_without_its_remarks() {
        assert_eq!(
            told("<!DOCTYPE html><P class=a>آب<!-- ن<b> --><br/> ۲ < ۳</p><![if !supportLists]>ب<![endif]>"),
            ["<P>", "آب", "<br>", " ۲ ", "< ۳", "</p>", "ب"]
        );
        assert_eq!(told("<p title=\"a>b\">آ<o:p>"), ["<p>", "آ", "<o:p>"]);
        assert_eq!(told("<!-- بی‌پایان <p>"), ["<!-- بی‌پایان ", "<p>"]);
    }

    #[test]
    fn attributes_are_read_however_they_are_written() {
        let attributes = " class=Mso rowspan = '2' colspan=\"3\" checked style='a: b; c' = x";
        for (name, value) in [
            ("class", Some("Mso")),
            ("rowspan", Some("2")),
            ("COLSPAN", Some("3")),
            ("checked", Some("")),
            ("style", Some("a: b; c")),
            ("span", None),
        ] {
            assert_eq!(attribute(attributes, name), value, "{name}");
        }
    }

    #[test]
    fn open_ends_do_not_make_it_slow() {
        for piece in ["<", "<!--", "<p ", "<a '", "</", "<!"] {
            assert!(Tokens::new(&piece.repeat(200_000)).count() < 1_200_001, "{piece}");
        }
    }
}
