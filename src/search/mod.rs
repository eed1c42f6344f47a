//! The filter grammar, and how a row is matched.
