//! Persian text, judged from outside: Unicode's own tests, FriBidi, arabic-reshaper, and what holds for every text.
//! It does not know who shows the text.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that does not find what it needs has failed"
)]
#![allow(
    clippy::too_many_lines,
    reason = "a story or a list of cases is read from its start to its end"
)]

mod bidi;
mod edit;
mod layout;
mod lines;
mod oracles;
mod unicode;
