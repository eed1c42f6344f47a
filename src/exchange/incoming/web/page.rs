//! What a person sees of a web page: paragraphs, numbered lists and tables; nothing of its styles and scripts.
//! Knows tags by their meaning, and nothing of minutes.

use super::tokens::{Token, Tokens, attribute};
use crate::exchange::incoming::flow::FlowText;
use crate::exchange::minutes::entity_at;

/// Lists inside lists, at most.
const DEEPEST_LIST: usize = 32;
/// What is hidden ends with the tag that it began with; so many of that name may stand inside.
const MOST_HIDDEN: usize = 10_000;

/// The words of a page.
pub(super) fn text_of(source: &str) -> String {
    let mut page = WebPage::default();
    let mut tokens = Tokens::new(source);
    while let Some(token) = tokens.next() {
        match token {
            Token::Words(words) => page.says(words),
            Token::Tag {
                name,
                opens,
                attributes,
            } => {
                let name = name.to_ascii_lowercase();
                if opens && is_code(&name) {
                    tokens.skip_to_end_of(&name);
                } else {
                    page.tag(&name, opens, attributes);
                }
            }
        }
    }
    page.flow.into_text()
}

/// What no reader of the page sees: its text ends at its own closing tag, whatever stands inside.
fn is_code(name: &str) -> bool {
    matches!(
        name,
        "script" | "style" | "title" | "xml" | "noframes" | "template"
    )
}

#[derive(Default)]
struct WebPage {
    flow: FlowText,
    lists: Vec<PageList>,
    /// Inside `<pre>`: its lines are lines.
    in_pre: bool,
    /// The name of the element that is not shown, and how many of that name are open.
    hidden: Option<(String, usize)>,
}

struct PageList {
    /// The number of the next item; none for bullets.
    next: Option<u32>,
}

impl WebPage {
    fn tag(&mut self, name: &str, opens: bool, attributes: &str) {
        if self.stays_hidden(name, opens, attributes) {
            return;
        }
        match name {
            "br" => self.flow.push("\n"),
            "table" if opens => self.flow.open_table(),
            "table" => self.flow.close_table(),
            "tr" if opens => self.flow.open_row(),
            "tr" => self.flow.close_cell(),
            "td" | "th" if opens => {
                let covers = |name| {
                    let written = attribute(attributes, name)?;
                    written.trim().parse().ok()
                };
                self.flow
                    .open_cell(covers("colspan").unwrap_or(1), covers("rowspan").unwrap_or(1));
            }
            "td" | "th" => self.flow.close_cell(),
            "ol" | "ul" => self.list(name, opens, attributes),
            "li" if opens => self.item(attributes),
            "pre" => {
                self.flow.end_words();
                self.in_pre = opens;
            }
            "input" => self.tick(attributes),
            name if is_block(name) => self.flow.end_words(),
            _ => {}
        }
    }

    /// Whether the tag is inside what is not shown, begins it or ends it.
    fn stays_hidden(&mut self, name: &str, opens: bool, attributes: &str) -> bool {
        if let Some((hidden, open)) = &mut self.hidden {
            if hidden == name && opens {
                *open = (*open + 1).min(MOST_HIDDEN);
            } else if hidden == name {
                *open -= 1;
                if *open == 0 {
                    self.hidden = None;
                }
            }
            return true;
        }
        let style = || {
            attribute(attributes, "style")
                .unwrap_or_default()
                .to_ascii_lowercase()
        };
        let is_unseen = || {
            let style: String = style().split_whitespace().collect();
            style.contains("display:none")
                || style.contains("mso-hide:all")
                || style.contains("visibility:hidden")
        };
        // Words that were struck out in a tracked change.
        let is_struck = name == "del";
        let is_empty = matches!(name, "br" | "img" | "input" | "meta" | "link" | "hr" | "col");
        let is_closed = attributes.ends_with('/');
        if opens
            && !is_empty
            && !is_closed
            && (is_struck || attribute(attributes, "hidden").is_some() || is_unseen())
        {
            self.hidden = Some((name.to_owned(), 1));
            return true;
        }
        false
    }

    fn list(&mut self, name: &str, opens: bool, attributes: &str) {
        self.flow.end_words();
        if !opens {
            self.lists.pop();
            return;
        }
        let first = attribute(attributes, "start").and_then(|start| start.parse().ok());
        if self.lists.len() < DEEPEST_LIST {
            self.lists.push(PageList {
                next: (name == "ol").then(|| first.unwrap_or(1)),
            });
        }
    }

    /// The number that a browser writes before an item stands in no text, but rows and clauses are known by it.
    fn item(&mut self, attributes: &str) {
        self.flow.end_words();
        let Some(list) = self.lists.last_mut() else { return };
        let Some(number) = &mut list.next else { return };
        if let Some(value) = attribute(attributes, "value").and_then(|value| value.parse().ok()) {
            *number = value;
        }
        self.flow.push(&format!("{number}- "));
        *number = number.saturating_add(1);
    }

    fn tick(&mut self, attributes: &str) {
        let kind = attribute(attributes, "type").unwrap_or_default();
        if kind.eq_ignore_ascii_case("checkbox") || kind.eq_ignore_ascii_case("radio") {
            let is_ticked = attribute(attributes, "checked").is_some();
            self.flow.push(if is_ticked { "☑" } else { "☐" });
        }
    }

    fn says(&mut self, words: &str) {
        if self.hidden.is_some() {
            return;
        }
        let mut at = 0;
        while let Some(c) = words[at..].chars().next() {
            let (c, end) = match entity_at(words, at) {
                Some(entity) if c == '&' => entity,
                _ => (c, at + c.len_utf8()),
            };
            match c {
                '\n' if self.in_pre => self.flow.end_paragraph(),
                c if self.in_pre => self.flow.push(c.encode_utf8(&mut [0; 4])),
                c => self.flow.push_collapsed(c),
            }
            at = end;
        }
    }
}

/// Tags that part paragraphs.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "center"
            | "blockquote"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "nav"
            | "aside"
            | "figure"
            | "figcaption"
            | "address"
            | "fieldset"
            | "legend"
            | "form"
            | "hr"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "caption"
            | "tbody"
            | "thead"
            | "tfoot"
            | "head"
            | "body"
            | "html"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_lines_of_the_source_are_blanks_and_blocks_are_lines() {
        let page = "<html>\n<head><title>نام</title><style>p{}</style></head>\n<body>\n<p class=MsoNormal dir=RTL>\
                    صورتجلسه\n  کمیته <b>آب</b></p>\n<h2>دستور\nکار</h2><div>محل:&nbsp;تالار<br>ساعت: ۹</div></body></html>";
        assert_eq!(
            text_of(page),
            "صورتجلسه کمیته آب\nدستور کار\nمحل: تالار\nساعت: ۹\n"
        );
    }

    #[test]
    fn what_word_hides_from_browsers_and_what_was_struck_is_not_read() {
        let page = "<!--[if gte mso 9]><xml><w:View>Print</w:View></xml><![endif]-->\
                    <p><![if !supportLists]>۱-<span>&nbsp;</span><![endif]>لایروبی<o:p></o:p></p>\
                    <p>مهلت <del>یک</del><ins>دو</ins> ماه<span style='display: none'>پ<span>ن</span>هان</span>.</p>\
                    <script>var a = \"<p>\";</script>";
        assert_eq!(text_of(page), "۱- لایروبی\nمهلت دو ماه.\n");
    }

    #[test]
    fn items_of_a_list_have_their_numbers() {
        let page = "<ol start=3><li>آب<li>برق<ul><li>کابل</ul><li value=9>گاز</ol><li>راه";
        assert_eq!(text_of(page), "3- آب\n4- برق\nکابل\n9- گاز\nراه\n");
    }

    #[test]
    fn tables_are_rows_whatever_is_left_open() {
        let page = "<table border=1><tr><th>ردیف<th>متن<th>مهلت<tr><td rowspan=2>۱<td><p>نهر</p><p>چاه</p><td>یک ماه\
                    <tr><td>پل<td>فوری</table>پایان";
        assert_eq!(
            text_of(page),
            "<table><tr><td>ردیف</td><td>متن</td><td>مهلت</td></tr>\n\
             <tr><td rowspan=2>۱</td><td>نهر<br>چاه</td><td>یک ماه</td></tr>\n<tr><td>پل</td><td>فوری</td></tr></table>\nپایان\n"
        );
    }

    #[test]
    fn boxes_are_ticks_and_preformatted_lines_stay() {
        let page =
            "<p><input type=checkbox checked> حاضر <input type='checkbox'> غایب</p><pre>الف  ب\n\nپ</pre>";
        assert_eq!(text_of(page), "☑ حاضر ☐ غایب\nالف  ب\n\nپ\n");
    }

    #[test]
    fn entities_are_letters() {
        assert_eq!(text_of("<p>&#1575;&zwnj;&laquo;&amp;&foo;"), "ا\u{200c}«&&foo;\n");
    }
}
