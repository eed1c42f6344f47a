#!/bin/sh
# All others on the rows that `cargo bench --bench archive -- --rows N --dir DIR --dump` wrote.
# run.sh N DIR
set -e
here=$(dirname "$0")
rows=$2/rows-$1.tsv
queries=$2/queries.tsv
python3 "$here/fts5.py" "$rows" "$queries" "$2/fts5-$1.db"
cargo run --quiet --release --manifest-path "$here/Cargo.toml" -- "$rows" "$queries" "$2/tantivy-$1"
du -sm "$2/tantivy-$1"
python3 "$here/lines.py" "$rows" "$queries"
