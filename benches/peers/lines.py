"""ripgrep and fzf on the rows of the bench, a process for each question as they are used.

python3 lines.py ROWS.tsv QUERIES.tsv
"""
import subprocess, sys, time

rows, queries = sys.argv[1:3]


def ripgrep(words):
    # The open rows stand first in the file.
    rest = "".join(f" | rg -F '{word}'" for word in words[1:])
    return f"rg -F {'-m 50' if not rest else ''} '{words[0]}' '{rows}'{rest} | head -50"


def fzf(words):
    exact = " ".join(f"'{word}" for word in words)
    return f'fzf --no-sort --filter "{exact}" < "{rows}" | head -50'


for name, command in (("rg", ripgrep), ("fzf", fzf)):
    times = {}
    for line in open(queries, encoding="utf-8"):
        kind, words, responsible, before = line.rstrip("\n").split("\t")
        if not words:
            continue
        began = time.perf_counter()
        subprocess.run(["sh", "-c", command(words.split())], stdout=subprocess.DEVNULL, check=False)
        times.setdefault(kind, []).append((time.perf_counter() - began) * 1e3)
    for kind, all_times in times.items():
        all_times.sort()
        at = lambda part: all_times[min(len(all_times) * part // 100, len(all_times) - 1)]
        print(f"{name:7} | {kind:20} | p50 {at(50):8.2f} ms | p95 {at(95):8.2f} ms")
