//! Text that is no markup in Markdown, whatever it says. Does not know what it stands in.

/// The text with a backslash before everything that CommonMark or GFM would act upon: emphasis, code, links, tags,
/// entities, strikes, cells, formulas, addresses; and at the beginning of a line also headings, lists, rules, quotes.
pub(super) fn escaped(text: &str, begins_line: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    let opening = if begins_line { opening_sign(text) } else { None };
    for (at, c) in text.char_indices() {
        if acts(c) || opening == Some(at) || begins_address(text, at) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Whether a sign acts wherever it stands.
fn acts(c: char) -> bool {
    matches!(
        c,
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '#' | '@'
    )
}

/// Where the sign stands that makes a list, a rule or an underline of a line that begins with it.
fn opening_sign(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let sign = text[digits..].chars().next()?;
    let opens = match digits {
        0 => matches!(sign, '-' | '+' | '=' | ':'),
        _ => matches!(sign, '.' | ')'),
    };
    opens.then_some(digits)
}

/// Whether the sign here makes a link of what stands around it: `https://`, `www.`.
fn begins_address(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at(at);
    let is_www = || {
        let last = before.len().saturating_sub(3);
        before
            .get(last..)
            .is_some_and(|word| word.eq_ignore_ascii_case("www"))
    };
    rest.starts_with("://") || (rest.starts_with('.') && is_www())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_act_anywhere_are_escaped_anywhere() {
        assert_eq!(
            escaped(r"a *b* _c_ [d](e) <f> &lt; `g` h|i ~~j~~ \k", false),
            r"a \*b\* \_c\_ \[d\](e) \<f\> \&lt; \`g\` h\|i \~\~j\~\~ \\k"
        );
        assert_eq!(
            escaped("http://a.b www.c.d e@f", false),
            r"http\://a.b www\.c.d e\@f"
        );
    }

    #[test]
    fn signs_that_open_a_block_are_escaped_at_the_beginning_of_a_line() {
        for (text, wanted) in [
            ("- آب", r"\- آب"),
            ("1. آب", r"1\. آب"),
            ("12) آب", r"12\) آب"),
            ("# آب", r"\# آب"),
            ("===", r"\==="),
            ("۱- آب", "۱- آب"),
            ("1401/03/12", "1401/03/12"),
        ] {
            assert_eq!(escaped(text, true), wanted);
        }
        assert_eq!(escaped("- 1. آب", false), "- 1. آب");
    }
}
