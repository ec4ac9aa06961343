#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build.sh MANIFEST RUNTIME-REPO OUT: installs the runtime (from RUNTIME-REPO, or from Flathub where that can be reached), builds the
# manifest, installs the application for this user and writes OUT/<id>.flatpak.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
manifest=$(realpath "$1") runtime_repo=$2 out=$3
mkdir -p "$out"; out=$(realpath "$out")
value () { sed -n "s/^$1: *//p" "$manifest" | tr -d "'\""; }
id=$(value id) version=$(value runtime-version)
runtimes=("$(value runtime)//$version" "$(value sdk)//$version")

# The parental-controls check of an app install asks the system bus; where there is none, let it ask the session bus.
[ -S /run/dbus/system_bus_socket ] || export FLATPAK_SYSTEM_HELPER_ON_SESSION=1
bus=(); [ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] || bus=(dbus-run-session --)
# rofiles-fuse only guards hard-linked trees; without a usable /dev/fuse do without.
fuse=(); { [ -r /dev/fuse ] && [ -w /dev/fuse ]; } || fuse=(--disable-rofiles-fuse)

if flatpak --user remote-info flathub "${runtimes[0]}" >/dev/null 2>&1; then
  echo "build: runtime ${runtimes[0]} from Flathub" >&2
  flatpak --user install -y --noninteractive --or-update flathub "${runtimes[@]}"
else
  echo "build: runtime ${runtimes[0]} is the stand-in made of Debian packages" >&2
  flatpak --user remote-add --if-not-exists --no-gpg-verify ascribe-standin "file://$(realpath "$runtime_repo")"
  flatpak --user remote-modify --url="file://$(realpath "$runtime_repo")" ascribe-standin
  flatpak --user install -y --noninteractive --or-update ascribe-standin "${runtimes[@]}"
fi

"$here/fetch-sources.sh" "$manifest" "$out/state"
cd "$(dirname "$manifest")"
"${bus[@]}" flatpak-builder --user --install --force-clean "${fuse[@]}" --state-dir="$out/state" --repo="$out/repo" \
  "$out/build" "$(basename "$manifest")" >"$out/build.log" 2>&1 || { tail -40 "$out/build.log" >&2; exit 1; }
flatpak build-bundle "$out/repo" "$out/$id.flatpak" "$id"
echo "build: $out/$id.flatpak, $(du -h "$out/$id.flatpak" | cut -f1)" >&2
