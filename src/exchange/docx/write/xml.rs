//! XML as it grows: tags, values and text, escaped. Does not know what a tag means.

use crate::exchange::docx::legal;
use quick_xml::escape::escape;

/// Every part begins with this.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// One part of a package.
pub(super) struct PartXml {
    out: String,
}

impl PartXml {
    pub(super) fn new() -> PartXml {
        PartXml {
            out: DECLARATION.to_owned(),
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.out.into_bytes()
    }

    /// A tag that opens.
    pub(super) fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.tag(tag, attributes);
        self.out.push('>');
    }

    /// The tag that closes it.
    pub(super) fn close(&mut self, tag: &str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    /// A tag without anything inside.
    pub(super) fn empty(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.tag(tag, attributes);
        self.out.push_str("/>");
    }

    /// A tag that only has a value.
    pub(super) fn value(&mut self, tag: &str, value: impl std::fmt::Display) {
        self.empty(tag, &[("w:val", &value.to_string())]);
    }

    /// A tag that says yes by being there.
    pub(super) fn flag(&mut self, tag: &str) {
        self.empty(tag, &[]);
    }

    /// A tag around text.
    pub(super) fn leaf(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(tag, attributes);
        self.out.push_str(&escape(&*legal(text)));
        self.close(tag);
    }

    /// A piece of a part that is XML already.
    pub(super) fn raw(&mut self, xml: &str) {
        self.out.push_str(xml);
    }

    fn tag(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.out.push_str(&escape(&*legal(value)));
            self.out.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_xml_and_what_it_has_no_place_for_do_no_harm() {
        let mut xml = PartXml::new();
        xml.leaf("a", &[("b", "\"<&\u{1}")], "x<y>&\u{0}\u{b}\u{FFFE}z");
        let written = String::from_utf8(xml.into_bytes()).unwrap();
        assert_eq!(
            written.strip_prefix(DECLARATION),
            Some("<a b=\"&quot;&lt;&amp;\">x&lt;y&gt;&amp;z</a>")
        );
    }
}
