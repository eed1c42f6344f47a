"""What others need for the minutes that dabir's bench has written: python-docx, openpyxl, WeasyPrint, LibreOffice.

    cargo bench --bench documents -- --write FOLDER
    python3 benches/peers/documents.py FOLDER

The processor's time of writing alone: interpreters and modules are loaded before it is measured, but for LibreOffice,
which is a program of its own; the half of five rounds.
"""
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

folder = Path(sys.argv[1])
blocks = json.loads((folder / "minutes.json").read_text())
tables = [block for block in blocks if block and block.get("heads")]


def spent(who):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def measured(name, work, who=resource.RUSAGE_SELF, rounds=5):
    times = []
    for _ in range(rounds):
        start = spent(who)
        work()
        times.append(spent(who) - start)
    print(f"{name}: {statistics.median(times) * 1000:.1f} ms")


def by_python_docx(to):
    import docx
    from docx.oxml import OxmlElement

    def right_to_left(paragraph):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for run in paragraph.runs:
            run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))

    document = docx.Document()
    for block in blocks:
        if not block:
            continue
        if "heading" in block:
            right_to_left(document.add_heading(block["heading"]))
        elif "paragraph" in block:
            right_to_left(document.add_paragraph(block["paragraph"]))
        else:
            rows = ([block["heads"]] if block["heads"] else []) + block["rows"]
            table = document.add_table(len(rows), len(rows[0]))
            table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
            for row, cells in zip(rows, table.rows):
                for text, cell in zip(row, cells.cells):
                    cell.text = text
                    for paragraph in cell.paragraphs:
                        right_to_left(paragraph)
    document.save(to)


def by_openpyxl(to):
    import openpyxl

    book = openpyxl.Workbook()
    for table in tables:
        sheet = book.create_sheet()
        sheet.sheet_view.rightToLeft = True
        sheet.append(table["heads"])
        for row in table["rows"]:
            sheet.append(row)
    book.save(to)


def by_weasyprint(to):
    import weasyprint

    weasyprint.HTML(filename=folder / "minutes.html").write_pdf(to)


def by_libreoffice(to):
    call = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(Path(to).parent), str(folder / "minutes.docx")]
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def module(name):
    try:
        __import__(name)
        return True
    except ImportError:
        print(f"skipped: {name} is not here")
        return False


with tempfile.TemporaryDirectory() as work:
    if module("docx"):
        measured("python-docx, docx", lambda: by_python_docx(f"{work}/a.docx"))
    if module("openpyxl"):
        measured("openpyxl, xlsx", lambda: by_openpyxl(f"{work}/a.xlsx"))
    if module("weasyprint"):
        measured("WeasyPrint, pdf from html", lambda: by_weasyprint(f"{work}/a.pdf"))
    if shutil.which("soffice"):
        measured("LibreOffice, pdf from docx", lambda: by_libreoffice(f"{work}/a.pdf"), resource.RUSAGE_CHILDREN)
    else:
        print("skipped: soffice is not here")
