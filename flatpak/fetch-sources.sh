#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fetch-sources.sh MANIFEST STATE: puts the archives that the manifest names where flatpak-builder looks for them. From their own
# addresses where those can be reached; else the same bytes out of Debian's source packages. Checked against the manifest's
# sha256 either way, so nothing else can slip in.
set -euo pipefail
manifest=$1 state=$2

# Debian's source package and suite that carry the same archive, by its sha256.
declare -A DEBIAN=(
  [b379eb35fdd9c653ebe72485b9c992f612c7ea66f732784457997d6e782f619b]="libxlsxwriter bookworm libxlsxwriter_1.1.4.orig.tar.gz"
)

from_debian () { # PACKAGE SUITE FILE DESTINATION
  local dir options
  dir=$(mktemp -d)
  mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial" "$dir/source"
  local mirror   # whatever this machine's own apt is set up with
  mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
    sed -n 's/^\(URIs: *\|deb \(\[[^]]*\] \)\?\)\([^ ]*\/debian\) *.*/\3/p' | sed -n 1p || true)
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror:?no Debian mirror is set up here} $2 main" >"$dir/sources.list"
  options=(-o Dir::Etc::sourcelist="$dir/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$dir/lists"
    -o Dir::Cache="$dir/cache" -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User=)
  apt-get -q "${options[@]}" update >/dev/null
  ( cd "$dir/source" && apt-get -q "${options[@]}" source --download-only "$1" >/dev/null )
  cp "$dir/source/$3" "$4"
  rm -rf "$dir"
}

for url in $(sed -n 's/^ *url: *//p' "$manifest"); do
  sum=$(grep -A1 -F "url: $url" "$manifest" | sed -n 's/^ *sha256: *//p')
  file=$state/downloads/$sum/$(basename "$url")
  [ ! -e "$file" ] || continue
  mkdir -p "$(dirname "$file")"
  if command -v curl >/dev/null && curl -fsSL --connect-timeout 10 -o "$file.part" "$url" 2>/dev/null; then
    echo "fetch-sources: $(basename "$url") from its own address" >&2
  elif [ -n "${DEBIAN[$sum]:-}" ] && command -v apt-get >/dev/null; then
    # shellcheck disable=SC2086
    from_debian ${DEBIAN[$sum]} "$file.part"
    echo "fetch-sources: $(basename "$url") from Debian's source package (same sha256)" >&2
  else
    echo "fetch-sources: $url cannot be reached" >&2; exit 1
  fi
  echo "$sum  $file.part" | sha256sum -c --quiet -
  mv "$file.part" "$file"
done
