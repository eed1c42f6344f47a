#!/usr/bin/env bash
# moment-jalaali 0.10.4 with moment 2.30.1 (npm): a date in Persian digits is a valid day of the year 0.
#
# The library prints and reads Jalali dates, and Persian dates are written in Persian digits. A good guess is that
# «۱۴۰۴/۰۵/۱۸» is read, or that `isValid()` says that it was not: it says yes, and the day is 0000/01/01. A day that the
# month has not (30 Esfand of a common year, 31 Mehr) is valid too, and is the first of the next month.
#
# Installs the pinned packages in a temporary folder and reads four dates.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-fund --no-audit 'moment-jalaali@0.10.4' 'moment@2.30.1'
cat >read.js <<'P'
const moment = require("moment-jalaali");
for (const text of ["1404/05/18", "۱۴۰۴/۰۵/۱۸", "1404/12/30", "1404/07/31"]) {
  const day = moment(text, "jYYYY/jMM/jDD");
  console.log(text, day.isValid(), day.format("jYYYY/jMM/jDD"));
}
P
node read.js | tee seen.txt
diff - seen.txt <<'W' || { echo "changed"; exit 1; }
1404/05/18 true 1404/05/18
۱۴۰۴/۰۵/۱۸ true 0000/01/01
1404/12/30 true 1405/01/01
1404/07/31 true 1404/08/01
W
