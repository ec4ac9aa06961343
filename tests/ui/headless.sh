#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# headless.sh COMMAND…: runs a command with a virtual display, a session bus and user folders of its own, so that tests neither see
# nor touch the user's. The exit status is the command's.
set -euo pipefail

folder=$(mktemp -d "${TMPDIR:-/tmp}/ascribe-headless.XXXXXX")
server=
cleanup () {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  [ -z "$server" ] || wait "$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 143' TERM INT

mkdir -p -m 700 "$folder"/{run,config/gtk-4.0,data,cache,state,home}
cat >"$folder/config/gtk-4.0/settings.ini" <<'SETTINGS'
[Settings]
gtk-font-name=Inter 11
gtk-decoration-layout=appmenu:close
gtk-cursor-blink=false
gtk-enable-animations=false
SETTINGS

# The server says its number when it listens; an early death closes the pipe, and read fails.
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 "${HEADLESS_SCREEN:-1400x1000x24}" -nolisten tcp -noreset 3>"$folder/display" >"$folder/xvfb.log" 2>&1 &
server=$!
read -r number <"$folder/display" || { cat "$folder/xvfb.log" >&2; exit 77; }

env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u XAUTHORITY \
  DISPLAY=":$number" GDK_BACKEND=x11 GSK_RENDERER="${GSK_RENDERER:-cairo}" \
  HOME="$folder/home" XDG_RUNTIME_DIR="$folder/run" XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" \
  XDG_CACHE_HOME="$folder/cache" XDG_STATE_HOME="$folder/state" XDG_CURRENT_DESKTOP=GNOME \
  dbus-run-session -- "$@"
