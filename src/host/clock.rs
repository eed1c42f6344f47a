//! The only file that asks the clock and chance. Everything else is given a moment, a day and fresh ids.

use crate::calendar::{Day, Moment, tehran_day};

/// Letters of ids: Crockford's base 32, lower case, without the letters that look like digits.
const ID_LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Letters of an id: 50 bits, enough for a million records without a clash.
const ID_LENGTH: usize = 10;

/// The present moment; also of a clock that stands before 1970, as one without a battery does.
pub fn now() -> Moment {
    Moment::from(std::time::SystemTime::now())
}

/// The present day in Tehran.
pub fn today() -> Day {
    tehran_day(now())
}

/// A fresh id: ten letters and digits without order or meaning.
///
/// # Panics
/// Where the operating system gives no random bytes: without them ids would repeat and records would be mixed up.
pub fn fresh_id() -> String {
    let mut bytes = [0u8; ID_LENGTH];
    #[expect(clippy::expect_used, reason = "an id that may repeat is worse than stopping")]
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
        .iter()
        .map(|b| char::from(ID_LETTERS[usize::from(b % 32)]))
        .collect()
}
