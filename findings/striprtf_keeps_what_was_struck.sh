#!/usr/bin/env bash
# striprtf 0.0.29 (PyPI): text that was struck out under tracked changes, and hidden text, come out as if they stood in
# the minutes, and the zero-width non-joiner is lost where it is written as a control word.
#
# RTF marks a deletion that nobody has accepted by \deleted, hidden text by \v, and has \zwnj for the joiner's
# opposite. A good guess is that a reader of plain text leaves the first two out and gives the third: «می‌شد» becomes
# «میشد», and a sum that was struck out stands beside the one that replaced it.
#
# Installs the pinned package in a temporary folder and reads three lines.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet 'striprtf==0.0.29'
"$work/venv/bin/python" - <<'P' | tee "$work/seen.txt"
from striprtf.striprtf import rtf_to_text

for line in (r"\u1605?\u1740?\zwnj \u1588?\u1583?", r"12 {\deleted 15 }days", r"open{\v  draft only}"):
    print(ascii(rtf_to_text(r"{\rtf1\ansi\ansicpg1256 " + line + "}")))
P
diff - "$work/seen.txt" <<'W' || { echo "changed"; exit 1; }
'\u0645\u06cc\u0634\u062f'
'12 15 days'
'open draft only'
W
