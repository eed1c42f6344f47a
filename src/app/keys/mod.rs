//! What keys ask for: the commands, the places where they hold, and a person's own keys for them. Does not know what a
//! command does.

mod acts;
pub mod bindings;
mod bound;
pub mod goes;
mod names;
mod own;
pub mod places;

pub use acts::{Act, Binding, holds_everywhere};
pub use bound::{Bound, help_of, key_word};
pub use names::{behind, key_name, names_of};
pub use own::{Keymap, OwnKeys, Refused, Why, commands, is_fixed, is_free};
pub use places::Place;
