//! Minutes in and out, as bytes and plain values. Knows no files and no store.

pub mod archive;
pub mod docx;
pub mod listing_json;
pub mod members_csv;
pub mod minutes;
