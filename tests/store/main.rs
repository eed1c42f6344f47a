//! The store, by what anyone may rely on who uses it, with damage, crashes and a full disk.
//! It does not know how the store keeps what it is given.

mod backup;
mod contract;
mod damage;
mod full;
mod kill;
mod mend;
mod model;
mod records;
