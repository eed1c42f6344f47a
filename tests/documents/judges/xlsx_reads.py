"""Workbooks, read by openpyxl: right-to-left sheets, frozen and filtered heads, dates that are dates, no formulas."""
import datetime
import json
import pathlib
import sys

import openpyxl


def main(folder):
    books = sorted(pathlib.Path(folder).glob("*.xlsx"))
    assert books, "no workbooks"
    cells = days = 0
    for path in books:
        book = openpyxl.load_workbook(path)
        is_persian = not path.stem.endswith("-en")
        for sheet in book.worksheets:
            assert len(sheet.title) <= 31
            assert bool(sheet.sheet_view.rightToLeft) == is_persian, path
            assert sheet.freeze_panes == "A2", path
            assert sheet.print_title_rows in ("1:1", "$1:$1"), (path, sheet.print_title_rows)
            assert sheet.max_row == 1 or len(sheet.tables) == 1, path
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type != "f", f"{path}: {cell.coordinate}: {cell.value}"
                    cells += cell.value is not None
                    if isinstance(cell.value, datetime.datetime):
                        assert cell.number_format == "yyyy/mm/dd", path
                        days += 1
        expected = path.with_suffix(".json")
        if expected.exists():
            texts = "\n".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row)
            for line in json.loads(expected.read_text("utf-8"))["wordings"]:
                assert line in texts, f"{path}: {line}"
    assert days > 0
    print(f"openpyxl: {len(books)} workbooks, {cells} cells, {days} of them dates")


main(sys.argv[1])
