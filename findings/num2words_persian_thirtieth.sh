#!/usr/bin/env bash
# num2words 0.5.14 (PyPI): the Persian ordinal of 30 is «سیم», which means silver or wire, not «سی‌ام».
#
# Thirty ends in a vowel, so its ordinal takes «اُم» with a zero-width non-joiner; all other tens take «م». Minutes name
# sessions by ordinals in words, and the thirtieth of a year is common. A good guess is that a library for numbers in
# words, which mends «سه» to «سوم», mends this one too. 130 and 1030 are wrong in the same way.
#
# Installs the pinned package in a temporary folder and prints four ordinals.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet 'num2words==0.5.14'
"$work/venv/bin/python" - <<'P' | tee "$work/seen.txt"
from num2words import num2words

for number in (3, 20, 30, 130):
    print(number, num2words(number, lang="fa", to="ordinal"))
P
diff - "$work/seen.txt" <<'W' || { echo "changed"; exit 1; }
3 سوم
20 بیستم
30 سیم
130 صد و سیم
W
