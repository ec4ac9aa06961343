#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# pseudo.sh CHECK-TRANSLATIONS ROOT HEADLESS COMMAND…: runs a command in a language made of English in brackets.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/ascribe-pseudo.XXXXXX")
trap 'rm -rf "$folder"' EXIT
python3 "$1" "$2" --pseudo "$folder"
shift 2
LC_ALL=de_DE.UTF-8 ASC_TEST_LOCALE_DIR=$folder ASC_TEST_PSEUDO=1 "$@"
