#!/bin/bash
# terminal.sh TERMINAL[=WAY]: the three screens in one terminal, scored. Called by run.sh.
set -u
terminal=${1%%=*} way=auto
[ "$terminal" = "$1" ] || way=${1#*=}
name=${terminal//@/-in-}
shots=$OUT/$name
mkdir -p "$shots"
keys=$shots/keys
screens="sessions resolutions editor"
{
    # Keys before the program has the terminal would be lost in some of them.
    echo wait
    for screen in sessions resolutions editor; do
        case $terminal in
        *foot) sed 's/^paste .*/type پایان/; s/Enter/Return/' "$HERE/$screen.keys" ;;
        *) sed 's/Enter/Return/' "$HERE/$screen.keys" ;;
        esac
        echo wait
        [ "$screen" = editor ] || echo "shot $shots/$screen.png"
    done
} >"$keys"
with_keys=(--keys "$keys")
# It takes no keys in the rig, and shows bold text nearly white on white.
case $terminal in *terminology) with_keys=(--dark) screens=sessions ;; esac
# What is chosen on a card in one run must not decide the next; no choice is kept.
rm -rf "$shots/none"
behind=()
case $terminal in mosh@*) behind=("$HERE/mosh.sh") ;; esac
"$RIG/shot.sh" "${terminal#mosh@}" 80x24 "$SIZE" "$shots/editor.png" "${with_keys[@]}" --max 20 --settle 1 --env LC_ALL=C.UTF-8 \
    -- "${behind[@]}" env XDG_CONFIG_HOME="$shots/none" "$DABIR" demo --bidi "$way" >"$shots/log" 2>&1
[ -s "$shots/editor.png" ] || { printf '%s\tno picture: %s\n' "$1" "$(tail -1 "$shots/log")" >>"$OUT/scores.tsv"; exit 0; }
[ "$screens" = sessions ] && mv "$shots/editor.png" "$shots/sessions.png"

# Scores the pieces of one style; a line for each in SCORES.
score() { # PICTURE EXPECTED FONT SCORES
    [ ! -s "$2" ] || "$PYTHON" "$RIG/cells.py" "$1" 80x24 "$SIZE" "$2" --font "$3" >>"$4" 2>&1
}
# Rows of the screen that are right (93 and more, at most one bad cell) of all, and the worst, from the scores of their pieces.
rows() {
    awk '/ row /{for (i = 1; i < NF; i++) if ($i == "row") row = $(i + 1)
        match($0, /bad +[0-9]+\/ *[0-9]+/); split(substr($0, RSTART + 3, RLENGTH - 3), n, "/")
        bad[row] += n[1]; cells[row] += n[2]; sum[row] += $1 * n[2]}
        END{worst = 100; for (row in cells) {all++; mean = sum[row] / cells[row]
            if (mean >= 93 && bad[row] <= 1) right++; else wrong = wrong " " row; if (mean < worst) worst = mean}
        printf "%d/%d worst %.1f%s", right, all, worst, wrong == "" ? "" : " wrong:" wrong}' "$1"
}
for screen in $screens; do
    picture=$shots/$screen.png
    expected=$screen
    [ "$screen" = editor ] && [[ $terminal == *foot ]] && expected=editor-typed
    origin=$("$PYTHON" "$RIG/cells.py" "$picture" 80x24 "$SIZE" "$OUT/$expected.expected" --json 2>/dev/null |
        "$PYTHON" -c 'import json,sys; d=json.load(sys.stdin); print(*d["origin"], *d["cell"])')
    "$PYTHON" "$HERE/upright.py" "$picture" "$shots/$screen-upright.png" 80x24 ${origin:-0 0 9 17}
    scores=$shots/$screen.scores
    rm -f "$scores"
    score "$shots/$screen-upright.png" "$OUT/$expected.expected" "DejaVu Sans Mono" "$scores"
    score "$shots/$screen-upright.png" "$OUT/$expected-bold.expected" "DejaVu Sans Mono:bold" "$scores"
    witness=none
    # These leave gaps of a pixel between joined letters.
    gaps=()
    case $terminal in *kitty | *webgl | *zutty) gaps=(--hairline) ;; esac
    if [ -s "$OUT/$expected.ocr" ]; then
        # Now and then it reads nothing at all where it reads the same line well a shade darker: the better of two looks.
        for look in "$picture" "$shots/$screen-upright.png"; do
            "$PYTHON" "$RIG/ocr.py" "$look" "$OUT/$expected.ocr" --grid 80x24 "${gaps[@]}" 2>/dev/null | tail -1
        done >"$shots/$screen.witness"
        witness=$(sort -k2,2n "$shots/$screen.witness" | tail -1)
    fi
    printf '%s\t%s\trows %s\tocr %s\n' "$1" "$screen" "$(rows "$scores")" "$witness" >>"$OUT/scores.tsv"
done
