"""Markdown, read by markdown-it as CommonMark with tables: no markup comes of foreign text, and every wording is there."""
import json
import pathlib
import re
import sys

from markdown_it import MarkdownIt

ALLOWED = {"paragraph", "heading", "bullet_list", "ordered_list", "list_item", "table", "thead", "tbody", "tr", "th", "td",
           "inline", "hr"}
INLINE = {"text", "strong_open", "strong_close", "html_inline", "text_special"}


def folded(text):
    return re.sub(r"\s+", " ", text).strip()


def main(folder):
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    files = sorted(pathlib.Path(folder).glob("*-*.md"))
    assert files, "no files"
    lines = 0
    for file in files:
        expected = json.loads(file.with_suffix(".json").read_text("utf-8"))
        read = []
        for token in reader.parse(file.read_text("utf-8")):
            kind = re.sub("_(open|close)$", "", token.type)
            assert kind in ALLOWED, f"{file}: {token.type}: {token.content}"
            for child in token.children or []:
                assert child.type in INLINE, f"{file}: {child.type}: {token.content}"
                if child.type == "html_inline":
                    assert child.content == "<br>", f"{file}: {child.content}"
                    read.append("\n")
                else:
                    read.append(child.content)
            read.append("\n")
        words = folded("".join(read))
        for part in ("wordings", "agenda", "seats", "notes"):
            for line in expected[part]:
                assert folded(line) in words, f"{file}: {part}: {line}"
                lines += 1
    print(f"markdown-it: {len(files)} files, {lines} lines read back")


main(sys.argv[1])
