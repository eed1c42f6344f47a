//! The process that owns the store and the terminal.
