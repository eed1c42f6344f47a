//! The store, by what anyone may rely on who uses it, damage among it.
//! It does not know how the store keeps what it is given.
//!
//! No test here starts a process: until that runs its program it holds the locks of every store open here, and one that
//! is opened again in that moment is refused. Those that start one are in `tests/crash`.

mod backup;
mod contract;
mod damage;
mod mend;
mod model;
mod records;
