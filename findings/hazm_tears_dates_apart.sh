#!/usr/bin/env bash
# hazm 0.10.0 (PyPI): the normalizer of Persian text parts the figures of dates, shares and numbers with blanks.
#
# Minutes are full of «1401/12/21», «۳/۵ درصد» and «1402-05-09», and the usual first step before such text is compared or
# searched is hazm's Normalizer. A good guess is that a date stays one word: figures become Persian ones, and the sign
# between them is set apart, so that the date is five words and a decimal point is three. A time («14:30») stays whole.
#
# Installs the pinned package in a temporary folder and normalizes five texts.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet 'hazm==0.10.0' 'setuptools==75.8.0'
"$work/venv/bin/python" -W ignore - <<'P' | tee "$work/seen.txt"
from hazm import Normalizer

normalizer = Normalizer()
for text in ["تاریخ 1401/12/21", "1402-05-09", "۳/۵ درصد", "ACME 12.5", "ساعت 14:30"]:
    print(f"{text} -> {normalizer.normalize(text)}")
P
diff - "$work/seen.txt" <<'W' || { echo "changed"; exit 1; }
تاریخ 1401/12/21 -> تاریخ ۱۴۰۱ / ۱۲ / ۲۱
1402-05-09 -> ۱۴۰۲ - ۰۵ - ۰۹
۳/۵ درصد -> ۳ / ۵ درصد
ACME 12.5 -> ACME ۱۲ ٫ ۵
ساعت 14:30 -> ساعت ۱۴:۳۰
W
