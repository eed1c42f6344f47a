//! Whole files: written beside their place and moved there when all of it is on the disk; and why a disk refuses.
//!
//! This room does not know what a file holds, nor whose it is.

mod disk_error;
mod whole;
#[cfg(test)]
mod whole_tests;

pub use disk_error::DiskError;
pub use whole::{Readers, WholeFile, is_left_over, replace};
