//! The files of Unicode under `tests/data`, unpacked. It does not know what they judge.

use std::io::Cursor;

/// The text of one of them.
pub fn unpacked(name: &str) -> String {
    let packed = std::fs::read(format!(
        "{}/tests/data/unicode/{name}.xz",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap();
    let mut text = Vec::new();
    lzma_rs::xz_decompress(&mut Cursor::new(packed), &mut text).unwrap();
    String::from_utf8(text).unwrap()
}
