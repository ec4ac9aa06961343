#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test-tour.sh PROGRAM: what `./dev run` does without a display, and the pictures of the README. Prints TAP.
set -uo pipefail
program=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
n=0
check () { # NAME COMMAND…
  local name=$1; shift
  n=$((n + 1))
  if "$@" >>"$folder/log" 2>&1; then echo "ok $n - $name"; else echo "not ok $n - $name"; sed 's/^/# /' "$folder/log" | tail -30; fi
}
is_png () { [ "$(head -c 4 "$1" | tail -c 3)" = PNG ] && [ "$(stat -c %s "$1")" -gt 20000 ]; }
says () { grep -q "$1" "$folder/said"; }
tour () { "$program" --tour "$@" >"$folder/said"; }

echo 1..9
check "the tour of the sample ends well" tour "$folder/tour"
check "it leaves a picture" is_png "$folder/tour/window.png"
check "it leaves training data" grep -q '"spans"' "$folder/tour/spans.jsonl"
check "it says where they are" says "$folder/tour/window.png"
printf 'A title\n\nThe minister Ada Byron said that taxes must fall.\n' >"$folder/article.txt"
check "the tour of an article ends well" tour "$folder/own" "$folder/article.txt"
check "its claim was saved" grep -rq '"label": "claim"' "$folder/own/project/annotations"
check "its source was saved" grep -rq '"type": "source"' "$folder/own/project/annotations"
check "a picture of a narrow dark window" "$program" --screenshot "$folder/narrow.png" --size 400x600 --dark
check "it is one" is_png "$folder/narrow.png"
