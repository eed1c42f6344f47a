"""SQLite's FTS5 with its trigram tokenizer on the rows of the bench: the first fifty in their order with their text.

python3 fts5.py ROWS.tsv QUERIES.tsv DATABASE
"""
import os, resource, sqlite3, sys, time

rows, queries, database = sys.argv[1:4]
if os.path.exists(database):
    os.remove(database)
db = sqlite3.connect(database)
db.execute("pragma journal_mode=off")
db.execute("create table row(place integer primary key, id, due, status, responsible, text)")
db.execute("create virtual table words using fts5(text, content='row', content_rowid='place', tokenize='trigram')")
began = time.perf_counter()
with open(rows, encoding="utf-8") as lines:
    db.executemany("insert into row(id, due, status, responsible, text) values(?,?,?,?,?)", (line.rstrip("\n").split("\t", 4) for line in lines))
plain = os.path.getsize(database)
db.execute("insert into words(words) values('rebuild')")
db.commit()
print(f"FTS5: made in {time.perf_counter() - began:.1f} s, {os.path.getsize(database) - plain >> 20} MB beside the rows")
times = {}
for _ in range(5):
    for line in open(queries, encoding="utf-8"):
        kind, words, responsible, before = line.rstrip("\n").split("\t")
        asked, sql = [], "select row.* from row where status='open'"
        # Under three letters there is no trigram: every row is looked at.
        if words and all(len(word) > 2 for word in words.split()):
            sql = "select row.* from words join row on row.place=words.rowid where words match ? and status='open'"
            asked.append(" AND ".join(f'"{word}"' for word in words.split()))
        elif words:
            sql += " and text like ?"
            asked.append(f"%{words}%")
        if responsible:
            sql += " and responsible like ? and due<>'' and due<?"
            asked += [f"%{responsible}%", before]
        sql += " order by " + ("words.rowid" if "words match" in sql else "row.place") + " limit 50"
        began = time.perf_counter()
        db.execute(sql, asked).fetchall()
        times.setdefault(kind, []).append((time.perf_counter() - began) * 1e3)
for kind, all_times in times.items():
    all_times.sort()
    at = lambda part: all_times[min(len(all_times) * part // 100, len(all_times) - 1)]
    print(f"FTS5    | {kind:20} | p50 {at(50):8.2f} ms | p95 {at(95):8.2f} ms")
print(f"FTS5: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB of memory at most")
