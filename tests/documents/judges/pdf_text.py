#!/usr/bin/env python3
"""How much of a document's text readers get back from its pdf.

    pdf_text.py [--pdfjs FOLDER] [--least 99] NAME.pdf=NAME.txt ...

The text holds the same words as plain lines, cells parted by tabs. For each reader it prints the share of words that
come out right, and the same for words with the ligature of lam and alef, with a zero-width non-joiner, with vowel signs,
and for dates and numbers. poppler (pdftotext), PDFium (pypdfium2) and MuPDF (pymupdf) must reach --least over all files
together, and `qpdf --check` must find nothing. pypdf and pdf.js (pdfjs-dist below FOLDER/node_modules) are shown beside them.
"""

import argparse
import collections
import re
import subprocess
import sys

MARKS = dict.fromkeys([0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
ZWNJ = "\u200c"
SIGNS = re.compile("[\u064b-\u0655\u0670]")
KINDS = {
    "words": lambda word: True,
    "lam-alef": lambda word: re.search("ل[اآأإ]", word),
    "ZWNJ": lambda word: ZWNJ in word,
    "vowel signs": lambda word: SIGNS.search(word),
    "dates": lambda word: re.fullmatch("[0-9۰-۹]+([/:-][0-9۰-۹]+)+", word),
}
MUST = ("poppler", "PDFium", "MuPDF")


def words(text):
    text = text.translate(MARKS).replace("\u00a0", " ")
    # Brackets and quotes are compared apart from the word: PDFium mirrors them.
    text = re.sub(r"[()\[\]{}«»]", " ", text)
    return collections.Counter(word.strip(".,:،؛!؟?") for word in text.split() if word.strip(".,:،؛!؟?"))


def poppler(path):
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()


def pdfium(path):
    import pypdfium2

    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def mupdf(path):
    import pymupdf

    with pymupdf.open(path) as document:
        return "\n".join(page.get_text() for page in document)


def pypdf(path):
    import pypdf as library

    return "\n".join(page.extract_text() for page in library.PdfReader(path).pages)


def pdfjs(folder):
    script = """
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readFileSync } from 'node:fs';
const data = new Uint8Array(readFileSync(process.argv[1]));
const pdf = await getDocument({ data, verbosity: 0 }).promise;
for (let n = 1; n <= pdf.numPages; n++) {
  const { items } = await (await pdf.getPage(n)).getTextContent();
  console.log(items.map((item) => item.str + (item.hasEOL ? '\\n' : '')).join(''));
}
"""

    def read(path):
        run = ["node", "--input-type=module", "-e", script, path]
        return subprocess.run(run, capture_output=True, check=True, cwd=folder).stdout.decode()

    return read


def shares(read, pairs):
    found, of = collections.Counter(), collections.Counter()
    missed = collections.Counter()
    for pdf, expected in pairs:
        right = words(expected)
        got = words(read(pdf))
        for word, count in right.items():
            for kind, is_of in KINDS.items():
                if is_of(word):
                    of[kind] += count
                    found[kind] += min(count, got[word])
            missed[word] += max(0, count - got[word])
    return found, of, missed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pairs", nargs="+")
    parser.add_argument("--pdfjs")
    parser.add_argument("--least", type=float, default=99.0)
    parser.add_argument("--missed", action="store_true", help="show the words that did not come out right")
    asked = parser.parse_args()
    pairs = []
    for pair in asked.pairs:
        pdf, _, text = pair.partition("=")
        with open(text, encoding="utf-8") as file:
            pairs.append((pdf, file.read()))
    readers = {"poppler": poppler, "PDFium": pdfium, "MuPDF": mupdf, "pypdf": pypdf}
    if asked.pdfjs:
        readers["pdf.js"] = pdfjs(asked.pdfjs)
    failed = False
    print("| reader | " + " | ".join(KINDS) + " |\n|---" + "|---" * len(KINDS) + "|")
    for name, read in readers.items():
        found, of, missed = shares(read, pairs)
        share = {kind: 100.0 * found[kind] / of[kind] for kind in KINDS if of[kind]}
        cells = [f"{share[kind]:.1f}" if kind in share else "" for kind in KINDS]
        print(f"| {name} | " + " | ".join(cells) + " |")
        if asked.missed:
            print([word for word, count in missed.most_common(40) if count])
        failed |= name in MUST and share["words"] < asked.least
    for pdf, _ in pairs:
        checked = subprocess.run(["qpdf", "--check", pdf], capture_output=True, text=True)
        if checked.returncode:
            failed = True
            print(f"qpdf: {pdf}: {checked.stdout}{checked.stderr}")
    print(f"{of['words']} words in {len(pairs)} files")
    sys.exit(failed)


if __name__ == "__main__":
    main()
