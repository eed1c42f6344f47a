#!/bin/bash
# capture.sh MODE OUT: the three screens at 80x24 as tmux holds them, styles included, into OUT/SCREEN.MODE.
# `app` gives the cells as they are painted, `terminal` the same in logical order.
set -u
mode=$1 out=$2
tmux="tmux -L dabir-rig-$mode -f /dev/null"
export LC_ALL=C.UTF-8 TERM=xterm-256color
unset NO_COLOR

# Opens the sample office in a tmux of its own.
open_office() {
    tmux="tmux -L dabir-rig-$mode-$1-$$ -f /dev/null"
    $tmux -u new -d -x 80 -y 24 "$DABIR demo --bidi $mode" || exit 1
    $tmux set -g status off
    $tmux resize-window -x 80 -y 24
    still
}
# Waits until the screen has text and stands still.
still() {
    local before= now=.
    while [ "$before" != "$now" ] || [ -z "${now//[$'\n' ]/}" ]; do
        before=$now
        sleep 0.3
        now=$($tmux capture-pane -p)
    done
}
keys() {
    while read -r verb rest; do
        case $verb in
        key) for key in $rest; do
            $tmux send-keys "$(sed 's/shift+/S-/; s/ctrl+/C-/' <<<"$key")"
            still
        done ;;
        type) $tmux send-keys -l -- "$rest" ;;
        paste) $tmux set-buffer -- "$rest" && $tmux paste-buffer -p ;;
        esac
        still
    done
}
open_office pasted
for screen in sessions resolutions editor; do
    keys <"$HERE/$screen.keys"
    $tmux capture-pane -p -e >"$out/$screen.$mode"
done
$tmux kill-server
# The same for a terminal that cannot be pasted into: the text is typed.
open_office typed
for screen in sessions resolutions editor; do
    sed 's/^paste .*/type پایان/' "$HERE/$screen.keys" | keys
done
$tmux capture-pane -p -e >"$out/editor-typed.$mode"
$tmux kill-server
