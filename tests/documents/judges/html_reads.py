"""Pages of the web, read by html5lib: the parser finds no error, nothing runs, and every word of the session is there."""
import json
import pathlib
import re
import sys

import html5lib

SPACE = "{http://www.w3.org/1999/xhtml}"


def text_of(node):
    """The words of a node; parts of a line are not parted, elements that begin a line are."""
    inline = {"bdi", "strong", "span"}
    parts = []

    def walk(one):
        name = str(one.tag).removeprefix(SPACE)
        if name not in inline:
            parts.append("\n")
        parts.append(one.text or "")
        for child in one:
            walk(child)
            parts.append(child.tail or "")
        if name not in inline:
            parts.append("\n")

    walk(node)
    return "".join(parts)


def folded(text):
    return re.sub(r"\s+", " ", text).strip()


def main(folder):
    pages = sorted(pathlib.Path(folder).glob("*.html"))
    assert pages, "no pages"
    wordings = 0
    for page in pages:
        parser = html5lib.HTMLParser(strict=True)
        root = parser.parse(page.read_bytes().decode("utf-8"))
        expected = json.loads(page.with_suffix(".json").read_text("utf-8"))
        lang = expected["lang"]
        assert root.get("lang") == lang, page
        assert root.get("dir") == ("rtl" if lang == "fa" else "ltr"), page
        for name in ("script", "iframe", "img", "link", "object"):
            assert not list(root.iter(SPACE + name)), f"{page}: {name}"
        assert all(not key.startswith("on") for node in root.iter() for key in node.attrib), page
        for head in root.iter(SPACE + "th"):
            assert head.get("scope") == "col", page
        titles = [folded(text_of(one)) for one in root.iter(SPACE + "title")]
        assert len(titles) == 1 and titles[0], page
        words = folded(text_of(root.find(SPACE + "body")))
        for part in ("wordings", "agenda", "seats", "notes"):
            for line in expected[part]:
                assert folded(line) in words, f"{page}: {part}: {line}"
                wordings += 1
    print(f"html5lib: {len(pages)} pages, {wordings} lines read back")


main(sys.argv[1])
