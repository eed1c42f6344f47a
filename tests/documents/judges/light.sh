#!/usr/bin/env bash
# Judges the HTML, Markdown, xlsx and calendar files that the tests of `papers` put into `light` in the folder that
# DABIR_DOCUMENTS names, by programs that share nothing with ours. Each judge is left out with a word where its program is
# not here.
#
#   DABIR_DOCUMENTS=FOLDER cargo test --lib papers::sample_tests
#   tests/documents/judges/light.sh FOLDER [PYTHON] [NODE_MODULES]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?a folder with documents}/light
python=${2:-python3}
modules=${3:-node_modules}

if [ ! -d "$folder" ]; then
  echo "skipped: light.sh (no files in $folder)"
  exit 0
fi

has() { "$python" -c "import $1" 2>/dev/null; }
judge() { # module, script
  if has "$1"; then "$python" "$here/$2" "$folder"; else echo "skipped: $2 (no Python module $1)"; fi
}

judge html5lib html_reads.py
judge openpyxl xlsx_reads.py
judge icalendar ics_reads.py
judge markdown_it markdown_reads.py

jar=$(find "$modules/vnu-jar" -name vnu.jar 2>/dev/null | head -1 || true)
if [ -n "$jar" ] && command -v java >/dev/null 2>&1; then
  # It calls what it finds by lines on standard error and ends with 1 where there is an error.
  java -jar "$jar" --errors-only "$folder"/*.html
  echo "vnu: $(ls "$folder"/*.html | wc -l) pages without an error"
else
  echo "skipped: vnu (no $modules/vnu-jar or no java)"
fi
