#!/usr/bin/env bash
# @persian-tools/persian-tools 4.0.4 (npm): ordinals are found in names, and the common spellings of them are 0.
#
# Sessions are counted in words («جلسه سی‌ام», «نشست اول»). A good guess is that `wordsToNumber` reads the ordinals that
# `addOrdinalSuffix` writes and those that offices write: «سی اُم» is 30, «سی‌ام» with its joiner is 0, and so are «اول» and
# «نخست», the only first there is in minutes. `removeOrdinalSuffix` takes a last م away whatever stands before it: the
# city of قم becomes «ق», the name مریم «مری».
#
# Installs the pinned package in a temporary folder and reads ten words.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-fund --no-audit '@persian-tools/persian-tools@4.0.4'
cat >read.mjs <<'P'
import { removeOrdinalSuffix, wordsToNumber } from "@persian-tools/persian-tools";

for (const words of ["سی اُم", "سی‌ام", "سی ام", "دوم", "اول", "نخست"]) console.log(words, wordsToNumber(words));
for (const words of ["دوم", "مریم", "قم", "گندم"]) console.log(words, removeOrdinalSuffix(words));
P
node read.mjs | tee seen.txt
diff - seen.txt <<'W' || { echo "changed"; exit 1; }
سی اُم 30
سی‌ام 0
سی ام NaN
دوم 2
اول 0
نخست 0
دوم دو
مریم مری
قم ق
گندم گند
W
