//! The groups, control words and bytes that rich text is made of (Rich Text Format 1.9.1).
//! Knows no control word by its meaning but `bin`, whose bytes are no text.

/// The longest name of a control word.
const LONGEST_NAME: usize = 32;

/// One piece of rich text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RtfToken<'r> {
    /// `{`
    Opens,
    /// `}`
    Closes,
    /// `\name12`
    Word { name: &'r str, number: Option<i32> },
    /// `\~`, `\*` and the like.
    Sign(u8),
    /// A byte of text in the encoding of its font.
    Byte(u8),
}

/// The pieces in order.
pub(super) struct RtfTokens<'r> {
    bytes: &'r [u8],
    at: usize,
}

impl<'r> RtfTokens<'r> {
    pub(super) fn new(bytes: &'r [u8]) -> RtfTokens<'r> {
        RtfTokens { bytes, at: 0 }
    }

    /// What begins with a backslash.
    fn control(&mut self) -> Option<RtfToken<'r>> {
        let first = *self.bytes.get(self.at)?;
        if first == b'\'' {
            let digits = self.bytes.get(self.at + 1..self.at + 3);
            let byte = digits
                .and_then(|digits| std::str::from_utf8(digits).ok())
                .and_then(|digits| u8::from_str_radix(digits, 16).ok());
            self.at += if byte.is_some() { 3 } else { 1 };
            return Some(byte.map_or(RtfToken::Sign(b'\''), RtfToken::Byte));
        }
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return Some(RtfToken::Sign(first));
        }
        let name = self.taken(LONGEST_NAME, u8::is_ascii_alphabetic);
        let minus = self.bytes.get(self.at) == Some(&b'-');
        let has_digit = self
            .bytes
            .get(self.at + usize::from(minus))
            .is_some_and(u8::is_ascii_digit);
        let mut number = None;
        if has_digit {
            self.at += usize::from(minus);
            let digits: i32 = self.taken(10, u8::is_ascii_digit).parse().unwrap_or(i32::MAX);
            number = Some(if minus { digits.saturating_neg() } else { digits });
        }
        // One blank belongs to the word.
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        if name == "bin" {
            let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            self.at = self.at.saturating_add(length).min(self.bytes.len());
        }
        Some(RtfToken::Word { name, number })
    }

    fn taken(&mut self, most: usize, fits: fn(&u8) -> bool) -> &'r str {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().take(most).take_while(|byte| fits(byte)).count();
        self.at += length;
        std::str::from_utf8(&rest[..length]).unwrap_or_default()
    }
}

impl<'r> Iterator for RtfTokens<'r> {
    type Item = RtfToken<'r>;

    fn next(&mut self) -> Option<RtfToken<'r>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            return match byte {
                b'{' => Some(RtfToken::Opens),
                b'}' => Some(RtfToken::Closes),
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => continue,
                byte => Some(RtfToken::Byte(byte)),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_numbers_and_one_blank() {
        let tokens: Vec<RtfToken> = RtfTokens::new(b"{\\u-10 \\par\r\n\\'d5a\\~\\bin2 }}x}").collect();
        assert_eq!(
            tokens,
            [
                RtfToken::Opens,
                RtfToken::Word {
                    name: "u",
                    number: Some(-10)
                },
                RtfToken::Word {
                    name: "par",
                    number: None
                },
                RtfToken::Byte(0xd5),
                RtfToken::Byte(b'a'),
                RtfToken::Sign(b'~'),
                RtfToken::Word {
                    name: "bin",
                    number: Some(2)
                },
                RtfToken::Byte(b'x'),
                RtfToken::Closes,
            ]
        );
    }
}
