#!/bin/bash
# Photographs three screens of dabir (the sessions, the resolutions, the editor with text and a selection in it) in real
# terminals and scores every text on them, cell by cell and by OCR. It is no part of `cargo test`.
#
#   tests/rig/run.sh OUT [TERMINAL | TERMINAL=WAY]...
#
# needs the rig (its install.sh run once) at $DABIR_RIG, default ../shared/tools/rig beside this repository, and tmux.
# Writes into OUT: a picture for each terminal and screen, what is expected on it, scores.tsv.
set -u
here=$(cd "$(dirname "$0")" && pwd)
repository=$(dirname "$(dirname "$here")")
rig=${DABIR_RIG:-$repository/../shared/tools/rig}
out=$(mkdir -p "${1:?usage: run.sh OUT [TERMINAL[=WAY]]...}" && cd "$1" && pwd)
shift
(cd "$repository" && cargo build --release --locked --quiet) || exit 1
export DABIR=${CARGO_TARGET_DIR:-$repository/target}/release/dabir RIG=$rig OUT=$out HERE=$here SIZE=${SIZE:-14}
python=$rig/venv/bin/python
[ -x "$python" ] || python=python3
export PYTHON=$python

# What the screens shall show: once as the program paints them, once in logical order.
for mode in app terminal; do
    "$here/capture.sh" "$mode" "$out" || exit 1
done
for screen in sessions resolutions editor editor-typed; do
    "$python" "$here/expected.py" "$rig" "$out" "$screen" || exit 1
done

# A way is named where dabir asks on its calibration card: nothing tells a terminal behind screen, or which fonts kitty has.
default="xterm urxvt st alacritty foot zutty terminology xfce4-terminal gnome-terminal lxterminal mate-terminal sakura
 terminator konsole mlterm pterm kitty=kitty qterminal xtermjs xtermjs-webgl tmux@xterm tmux@konsole tmux@kitty=kitty
 tmux@xfce4-terminal=marks tmux@pterm=putty tmuxpt@mlterm=app screen@xterm=app screen@xfce4-terminal=marks screen@pterm=putty mosh@xterm=app
 mosh@xfce4-terminal=marks mosh@konsole=konsole mosh@pterm=putty"
rm -f "$out/scores.tsv"
printf '%s\n' ${*:-$default} | xargs -P "${JOBS:-2}" -I{} "$here/terminal.sh" {}
sort "$out/scores.tsv"
