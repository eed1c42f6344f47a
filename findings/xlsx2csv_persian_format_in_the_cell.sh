#!/usr/bin/env bash
# xlsx2csv 0.8.4 (PyPI): a date cell in Excel's Persian calendar comes out with its format's language tag in the cell.
#
# Excel writes «[$-fa-IR,16]yyyy/mm/dd;@» for a date that is to be shown as 1403/12/30. A good guess is that a converter
# shows that date, or the Gregorian one. This one gives «[$-fa-ir,16]2025/03/20», which no reader of dates takes, and
# for «[~persian]» the bare number; the numeric tags of the same calendar, [$-160429], give the Gregorian day.
#
# Installs the pinned packages in a temporary folder, writes four cells with openpyxl and converts them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet 'xlsx2csv==0.8.4' 'openpyxl==3.1.5'
cd "$work"
venv/bin/python - <<'P'
import datetime
import openpyxl

book = openpyxl.Workbook()
for row, form in enumerate(("yyyy/mm/dd", "[$-fa-IR,16]yyyy/mm/dd;@", "[$-160429]yyyy/mm/dd;@", "[~persian]yyyy/mm/dd"), 1):
    cell = book.active.cell(row, 1, datetime.date(2025, 3, 20))
    cell.number_format = form
book.save("dates.xlsx")
P
venv/bin/xlsx2csv dates.xlsx | tee seen.txt
diff - seen.txt <<'W' || { echo "changed"; exit 1; }
2025/03/20
"[$-fa-ir,16]2025/03/20"
2025/03/20
45736
W
