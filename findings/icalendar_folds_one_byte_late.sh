#!/usr/bin/env bash
# icalendar 0.17.17 (the Rust crate): folded lines of Persian text are up to 76 bytes long, without the line break.
#
# RFC 5545, 3.1: lines should not be longer than 75 octets, excluding the line break; a good guess is that a library
# for calendars folds there. The space that begins a continued line is not counted by it. Readers bear it; a strict
# validator, and who compares bytes, does not. Lines folded anew over the finished text are right.
#
# Installs the pinned crate in a temporary folder, writes one event with a long Persian summary, and measures.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cargo init --quiet --name folds .
cargo add --quiet icalendar@=0.17.17 --no-default-features
cat >src/main.rs <<'R'
use icalendar::{Calendar, Component, Event};

fn main() {
    // Letters of one byte in front move the folds over letters of two and three bytes.
    for shift in 0..8 {
        let summary = format!("{}{}", "a".repeat(shift), "بررسی مصوبات جلسات قبل و گزارش دستگاه‌های عضو ".repeat(12));
        let event = Event::new().uid("1").summary(&summary).done();
        let text = Calendar::new().push(event).done().to_string();
        let longest = text.split("\r\n").map(str::len).max().unwrap_or_default();
        println!("longest line with {shift} letters in front: {longest} bytes");
    }
}
R
cargo run --quiet | tee seen.txt
if ! grep -q ' 76 bytes$' seen.txt; then
  echo "changed: no line of 76 bytes any more"
  exit 1
fi
