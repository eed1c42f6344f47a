//! Persian text, judged from outside: Unicode's own tests, FriBidi, arabic-reshaper, and what holds for every text.
//! It does not know who shows the text.

mod bidi;
mod edit;
mod layout;
mod lines;
mod oracles;
mod unicode;
