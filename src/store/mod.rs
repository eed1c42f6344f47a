//! The journal file and sled, and nothing else of the disk.
//!
//! It does not know rules, people or any domain type: records are serde values under a tree and a key.
//!
//! # What lies in the folder
//! | file | what it is |
//! |---|---|
//! | `journal` | the truth: one line per entry, append-only, fdatasync'd before a commit is answered |
//! | `sled/` | every record ready to read; a copy, made again from the journal whenever it does not fit |
//! | `seen` | up to where a large journal was read over before; believed at opening and read over again behind it |
//! | `drafts` | what is being written and not saved; its own file, which no rebuilding touches |
//! | `attachments/` | files that belong to records, each under the sum of its bytes; a backup is of the journal alone |
//! | `index/` | what others made from the records to find them; the store only gives it its place |
//! | `backed-up` | written anew with each backup, so that its time says when the last one was made |
//! | `lock` | held by the one process that has the store open |
//! | `journal.version-N` | the journal as it was before its first entry that programs of version N do not know |
//! | `*.aside-N` | what was damaged and set aside, never read again by the program |
//!
//! # Why sled is never waited for
//! On Linux sled's `flush` does not reach the disk for certain, so "saved" cannot rest on it. The journal line is
//! fdatasync'd instead, once for each commit, and sled only remembers in the same transaction which entry it holds.
//! Whatever a crash or a power cut takes from sled is one of two things: a whole tail of transactions, which is
//! played again from the journal at the next open; or something torn, which shows in the counts and sums compared
//! at open, after which sled is set aside and made again whole. So it is enough to write its files half a second after
//! a change; while nothing is changed, nothing is written and nothing wakes for it.

mod alongside;
mod attach;
mod backup;
mod backup_file;
mod backups;
mod behind;
mod caught;
mod chain_head;
mod check;
mod commit;
mod draft_file;
mod draft_keeper;
mod drafts;
mod entries;
mod entry;
mod error;
mod folder;
mod frame;
mod held;
mod histories;
mod inner;
mod inside;
mod journal;
mod kept_files;
mod lines;
mod mend;
mod open;
mod opener;
mod proof;
mod read_entry;
mod readable;
mod reading;
mod rebuild;
mod recent;
mod record;
mod records;
mod reread;
#[cfg(test)]
pub(crate) mod reread_tests;
mod salvage;
mod seen;
mod sled_copy;
mod tree;

pub use backup::Backup;
pub use backups::BackupPlan;
pub use caught::panic_is_caught;
pub use chain_head::ChainHead;
pub use check::{CheckFault, CheckReport};
pub use entries::Entries;
pub use entry::{Change, Entry, Gap, NewEntry, WrongBefore};
pub use error::{DamagedPlace, JournalDamage, Mended, SledFault, StoreError};
pub use held::TreeTally;
pub use inside::store_around;
pub use kept_files::{FileSum, KeptFiles, KeptState};
pub use open::Store;
pub use opener::Opener;
pub use rebuild::Rebuilt;
pub use record::{RECORD_VERSION, from_record, to_record};
pub use tree::Tree;
