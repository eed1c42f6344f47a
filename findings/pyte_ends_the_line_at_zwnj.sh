#!/usr/bin/env bash
# pyte 0.8.2 (PyPI, wcwidth 0.2.13): what is written behind a zero-width non-joiner is not drawn.
#
# pyte is the emulator behind recorders and tests of terminal programs. Persian has ZWNJ (U+200C) inside every second
# verb. A good guess is that an emulator gives it no cell, or joins it to the letter before, as terminals do: pyte stops
# at it and drops the rest of what came in the same piece, so that the screen says «ثبت می» where «ثبت می‌شود در جلسه»
# was sent. A vowel sign at the same place does no harm. Marks of direction (U+200F) have the same end.
#
# Installs the pinned packages in a temporary folder and draws three lines.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet 'pyte==0.8.2' 'wcwidth==0.2.13'
"$work/venv/bin/python" - <<'P' | tee "$work/seen.txt"
import pyte

lines = {
    "joiner": "ثبت می\u200cشود در جلسه",
    "vowel": "مدیر\u0650 کل",
    "mark": "متن\u200f بعد",
}
for name, line in lines.items():
    screen = pyte.Screen(30, 1)
    pyte.Stream(screen).feed(line)
    drawn = screen.display[0].rstrip()
    print(name, "whole" if drawn == line else f"{len(drawn)} of {len(line)} characters", "caret", screen.cursor.x)
P
diff - "$work/seen.txt" <<'W' || { echo "changed"; exit 1; }
joiner 6 of 18 characters caret 6
vowel whole caret 7
mark 3 of 8 characters caret 3
W
