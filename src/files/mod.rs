//! Whole files: written beside their place and moved there when all of it is on the disk.
//!
//! This room does not know what a file holds, nor whose it is.

mod whole;
#[cfg(test)]
mod whole_tests;

pub use whole::{Readers, WholeFile, is_left_over, replace};
