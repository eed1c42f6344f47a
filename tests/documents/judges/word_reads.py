"""Word files, read by python-docx: every field of the session is in its place, directions are told by properties, and no
mark of direction stands in the text."""
import json
import pathlib
import re
import sys

import docx
from docx.oxml.ns import qn

# What is said of a clause may stand between it and the next one.
CLAUSE = re.compile(r"\s(?=(?:الف|[ب-ی])\) )")
DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def plain(text):
    return " ".join(DIRECTIONS.sub("", text).split())


def lines_of(document):
    """Paragraphs and the paragraphs of cells, in order."""
    for part in document.iter_inner_content():
        if isinstance(part, docx.table.Table):
            for row in part.rows:
                for cell in row.cells:
                    yield from (paragraph.text for paragraph in cell.paragraphs)
        else:
            yield part.text


def is_told_right_to_left(document):
    body = document.element.body
    paragraphs = list(body.iter(qn("w:p")))
    tables = list(body.iter(qn("w:tbl")))
    section = document.sections[0]._sectPr
    return (
        all(paragraph.find(qn("w:pPr") + "/" + qn("w:bidi")) is not None for paragraph in paragraphs)
        and all(table.find(qn("w:tblPr") + "/" + qn("w:bidiVisual")) is not None for table in tables)
        and section.find(qn("w:bidi")) is not None
    )


def judge(path):
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    document = docx.Document(str(path))
    lines = list(lines_of(document))
    assert not any(DIRECTIONS.search(line) for line in lines), f"{path.name}: a mark of direction"
    assert is_told_right_to_left(document) == (expected["lang"] == "fa"), f"{path.name}: direction"
    # A clause of a wording may begin a line of its own.
    text = plain(" ".join(lines))
    fields = 0
    for kind in ("head", "agenda", "seats", "wordings"):
        for field in (part for field in expected[kind] for part in CLAUSE.split(field)):
            assert plain(field) in text, f"{path.name}: {kind} without {field!r}"
            fields += 1
    heads = [row for table in document.tables for row in table.rows[:1]]
    assert any(row._tr.find(qn("w:trPr") + "/" + qn("w:tblHeader")) is not None for row in heads), path.name
    return fields


def main(folder):
    files = sorted(pathlib.Path(folder).glob("word-*.docx"))
    assert files, "no documents"
    fields = sum(judge(path) for path in files)
    print(f"python-docx: {len(files)} files, {fields} fields read back")


if __name__ == "__main__":
    main(sys.argv[1])
