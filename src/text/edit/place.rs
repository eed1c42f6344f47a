//! A place of the caret: a byte, and which of two rows it is seen on.
//! It does not know the text or its rows.

/// On which row the caret stands where a row was broken: the byte that ends one row begins the next.
///
/// It changes no byte that is typed, only where the caret is seen. End, a click behind a row, Up and Down to the end of
/// one, and typing leave it upstream; everything else downstream. Where no row is broken both are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Affinity {
    /// With what stands before it: on the free cell behind the row that ends.
    Upstream,
    /// With what stands after it: on the first cell of the row that begins.
    #[default]
    Downstream,
}

/// A place of the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CaretPlace {
    pub byte: usize,
    pub affinity: Affinity,
}

impl CaretPlace {
    /// With what stands after `byte`.
    pub fn at(byte: usize) -> CaretPlace {
        CaretPlace {
            byte,
            affinity: Affinity::Downstream,
        }
    }
}
