//! What was read, ready to be shown: the answers, and what is derived from them once. Does not know who shows it.

pub(in crate::app) mod at_once;
pub(in crate::app) mod board;
pub(in crate::app) mod books;
pub(in crate::app) mod figures;
pub(in crate::app) mod voices;
