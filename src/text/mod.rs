//! Persian text: folding, digits, bidi lines, shaping, widths, wrapping, the edit buffer.
//!
//! Text is kept in logical order as it was written. [`line`], [`wrap`] and [`truncate`] are the only places where it
//! becomes cells in visual order; [`fold`] is the only place where two spellings become one.

mod clean;
mod cluster;
mod edit;
