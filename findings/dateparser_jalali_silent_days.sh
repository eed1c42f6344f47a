#!/usr/bin/env bash
# dateparser 1.2.1 (PyPI), its Jalali calendar: two common ways to write a day of minutes are read as another day, without a word.
#
# «بیست‌ویکم تیر ۱۴۰۲», written with zero-width non-joiners as the Academy's spelling asks, becomes the first of Tir: the
# tens are dropped. The same day with blanks, «بیست و یکم», is right. And in «۰۸/۰۹/۱۴۰۵» the first number is taken for
# the month, so that 8 Azar becomes 9 Aban; Persian dates that end in the year put the day first. A good guess is that
# both are read as a Persian reads them, or refused.
#
# Installs the pinned packages in a temporary folder and reads the four dates.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet 'dateparser[calendars]==1.2.1' 'convertdate==2.4.0'
"$work/venv/bin/python" - <<'P' | tee "$work/seen.txt"
from dateparser.calendars.jalali import JalaliCalendar

for text in ("بیست و یکم تیر ۱۴۰۲", "بیست\u200cویکم تیر ۱۴۰۲", "۱۴۰۵/۰۹/۰۸", "۰۸/۰۹/۱۴۰۵"):
    print(text, JalaliCalendar(text).get_date().date_obj.date())
P
diff - <(sed 's/.* //' "$work/seen.txt") <<'W' || { echo "changed"; exit 1; }
2023-07-12
2023-06-22
2026-11-29
2026-10-31
W
