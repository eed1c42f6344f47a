//! The pages that can be open, by their names. Does not know what they are.

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// The last changes.
    History,
}
