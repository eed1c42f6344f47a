#!/usr/bin/env bash
# webvtt-py 0.5.1 (PyPI): of a cue in which two speak, all words are the first one's, and character references stay.
#
# WebVTT lets a cue hold several voice spans, and recorders of meetings write one for each who speaks in it; its text has
# references as HTML has them («&zwnj;», «&rlm;», «&amp;»). A good guess is that `voice` and `text` reckon with both:
# here `voice` is the first name, `text` the words of both without a sign of the second, and the references are
# letters of the text, so that «می&zwnj;شود» is not found by «می‌شود».
#
# Installs the pinned package in a temporary folder and reads two cues.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet 'webvtt-py==0.5.1'
"$work/venv/bin/python" - <<'P' | tee "$work/seen.txt"
import webvtt

cues = """WEBVTT

00:01.000 --> 00:04.000
<v رئیس>آیا گزارش آماده است؟</v>
<v دبیر>بله.</v>

00:05.000 --> 00:06.000
<v رئیس>ثبت می&zwnj;شود.</v>
"""
for cue in webvtt.from_string(cues):
    print(cue.voice, "|", cue.text.replace("\n", " / "))
P
diff - "$work/seen.txt" <<'W' || { echo "changed"; exit 1; }
رئیس | آیا گزارش آماده است؟ / بله.
رئیس | ثبت می&zwnj;شود.
W
