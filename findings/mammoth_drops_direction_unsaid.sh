#!/usr/bin/env bash
# mammoth 1.13.0 with python-docx 1.2.0 (PyPI): a Word file that runs from right to left becomes html without a direction.
#
# mammoth tells in its messages what it leaves out (styles that it does not know, for one). A good guess is that `w:bidi`
# of a paragraph and `w:bidiVisual` of a table become `dir`, or a message: neither is there. In a browser the table of a
# Persian office has its first column at the left, and a sentence that ends in Latin letters has its full stop at the
# wrong end.
#
# Installs the pinned packages in a temporary folder, writes a paragraph and a table, and turns them into html.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet 'mammoth==1.13.0' 'python-docx==1.2.0'
"$work/venv/bin/python" - "$work/minutes.docx" <<'P' | tee "$work/seen.txt"
import sys

import mammoth
from docx import Document
from docx.oxml import OxmlElement

document = Document()
line = document.add_paragraph("قرارداد شرکت ACME.")
line._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
table = document.add_table(1, 2)
table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
for cell, words in zip(table.rows[0].cells, ["ردیف", "مصوبه"]):
    cell.text = words
    cell.paragraphs[0]._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
document.save(sys.argv[1])
with open(sys.argv[1], "rb") as file:
    made = mammoth.convert_to_html(file)
print(made.value)
print([message.message for message in made.messages])
P
diff - "$work/seen.txt" <<'W' || { echo "changed"; exit 1; }
<p>قرارداد شرکت ACME.</p><table><tr><td><p>ردیف</p></td><td><p>مصوبه</p></td></tr></table>
[]
W
