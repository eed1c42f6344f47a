//! Persian text: folding, digits, bidi lines, shaping, widths, wrapping, the edit buffer.
