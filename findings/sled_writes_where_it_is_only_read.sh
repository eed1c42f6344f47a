#!/usr/bin/env bash
# sled 0.34.7 (crates.io): a database that was closed in order is written to when it is opened and read.
#
# sled is an embedded store; a listing opens it, reads a record and closes it. A good guess is that this leaves the file
# alone, as SQLite and LMDB do: the rest of the segment in use (of 512 KiB) is filled with zeros and synced at every
# opening, and synced again at the end. So a listing waits for the disk, wears it out, and changes the time of a file that
# a backup looks at.
#
# Builds a small program with the pinned crate in a temporary folder. Linux: the kernel counts what a process writes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir src
cat >Cargo.toml <<'T'
[package]
name = "reading"
version = "0.0.0"
edition = "2021"

[dependencies]
sled = "=0.34.7"
T
cat >src/main.rs <<'R'
use std::fs;

/// Bytes that this process has given to the kernel to write.
fn written() -> u64 {
    let counts = fs::read_to_string("/proc/self/io").unwrap();
    let count = counts.lines().find_map(|line| line.strip_prefix("wchar: "));
    count.unwrap().parse().unwrap()
}

fn main() {
    let made = sled::open("db").unwrap();
    made.insert("row", "words").unwrap();
    made.flush().unwrap();
    drop(made);
    let (before, at) = (written(), fs::metadata("db/db").unwrap().modified().unwrap());
    let read = sled::open("db").unwrap();
    assert_eq!(read.get("row").unwrap().unwrap(), "words");
    drop(read);
    let more_than_half = written() - before > 256 * 1024;
    println!("more than 256 KiB written while reading: {more_than_half}");
    println!("the file is another one by its time: {}", fs::metadata("db/db").unwrap().modified().unwrap() != at);
}
R
cargo run --quiet 2>/dev/null | tee seen.txt
diff - seen.txt <<'W' || { echo "changed"; exit 1; }
more than 256 KiB written while reading: true
the file is another one by its time: true
W
