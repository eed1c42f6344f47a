//! How long a file is, in words. Does not know the file.

use crate::words::Words;

const KILOBYTE: u64 = 1024;
const MEGABYTE: u64 = 1024 * KILOBYTE;

/// «۲۴۰ کیلوبایت»: what is begun counts as a whole.
pub fn size(words: &Words, bytes: u64) -> String {
    let (id, number) = match bytes {
        0..KILOBYTE => ("size-bytes", bytes),
        KILOBYTE..MEGABYTE => ("size-kilobytes", bytes.div_ceil(KILOBYTE)),
        _ => ("size-megabytes", bytes.div_ceil(MEGABYTE)),
    };
    words.say_with(id, &[("number", number.into())])
}
