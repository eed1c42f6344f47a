//! The journal file and sled, and nothing else of the disk.
