//! The only door to a change: commands, queries, and the rules between them and the store.
