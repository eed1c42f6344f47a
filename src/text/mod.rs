//! Persian text: folding, digits, bidi lines, shaping, widths, wrapping, the edit buffer.

pub mod digits;
pub mod numeral;
pub(crate) mod tight;
