#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test.sh ID OUT: proves, headless, that the installed Flatpak runs, that its sandbox holds, that annotating, exporting and folders through
# the portal work, and that removing it leaves nothing behind. Prints TAP.
#
# Where /run/user/UID cannot be had, it runs itself again as uid 0 of a user namespace of its own.
set -uo pipefail
ID=$1; mkdir -p "$2"; OUT=$(realpath "$2"); HERE=$(dirname "$(realpath "$0")")

if [ -z "${ASCRIBE_FLATPAK_INNER:-}" ]; then
  RUN=/run/user/$(id -u)
  if [ ! -d "$RUN" ]; then
    if [ "$(id -u)" = 0 ]; then mkdir -p -m 700 "$RUN"
    else exec unshare -Urm --propagation private bash -c 'mount -t tmpfs tmpfs /run/user && mkdir -m 700 /run/user/0 && exec "$@"' _ "$0" "$@"; fi
  fi
  # Without udev the device is closed to everyone; this is udev's default. The document portal needs it.
  [ "$(id -u)" != 0 ] || [ ! -e /dev/fuse ] || chmod 666 /dev/fuse
  # The document portal's paths are /run/user/UID/doc inside and outside, so this must be exactly that.
  export XDG_RUNTIME_DIR=$RUN ASCRIBE_FLATPAK_INNER=1 XDG_CURRENT_DESKTOP=GNOME
  XDG_DESKTOP_PORTAL_DIR=$(mktemp -d); export XDG_DESKTOP_PORTAL_DIR
  printf '[portal]\nDBusName=org.freedesktop.impl.portal.desktop.fake\nInterfaces=org.freedesktop.impl.portal.FileChooser;\nUseIn=GNOME\n' >"$XDG_DESKTOP_PORTAL_DIR/fake.portal"
  printf '[preferred]\ndefault=fake\n' | tee "$XDG_DESKTOP_PORTAL_DIR/portals.conf" >"$XDG_DESKTOP_PORTAL_DIR/gnome-portals.conf"
  number=$(mktemp); exec 7>"$number"
  Xvfb -displayfd 7 -screen 0 1400x1000x24 -nolisten tcp >"$OUT/xvfb.log" 2>&1 & SERVER=$!
  for _ in $(seq 200); do [ -s "$number" ] && break; sleep 0.05; done
  exec 7>&-; DISPLAY=:$(cat "$number"); export DISPLAY; unset WAYLAND_DISPLAY
  trap 'kill $SERVER 2>/dev/null' EXIT
  dbus-run-session -- "$0" "$@" 2>"$OUT/stderr.log"
  exit $?
fi

n=0 bad=0
ok () { # STATUS NAME
  n=$((n + 1))
  if [ "$1" = 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; bad=$((bad + 1)); fi
}
has () { grep -q -- "$2" <<<"$1"; ok $? "$3"; }
lacks () { ! grep -q -- "$2" <<<"$1"; ok $? "$3"; }
fuse () { [ -r /dev/fuse ] && [ -w /dev/fuse ]; }

WORK=$(mktemp -d "$HOME/ascribe-flatpak-test.XXXXXX")
DATA=$HOME/.var/app/$ID
trap 'flatpak kill $ID 2>/dev/null; kill ${PORTAL:-} 2>/dev/null; rm -rf "$WORK"' EXIT
rm -rf "$DATA"
echo "host only" >"$WORK/secret.txt"

# --- it starts, and its permissions are the manifest's
version=$(flatpak run "$ID" --version 2>/dev/null); has "$version" "[0-9]" "runs: $version"
permissions=$(flatpak info --show-permissions "$ID")
lacks "$permissions" "filesystems=" "no file system permission"
lacks "$permissions" "network" "no network permission"
lacks "$permissions" "session-bus\|Policy" "no bus permission"

# --- the sandbox holds
inside=$(flatpak run --command=sh "$ID" -c "cat '$WORK/secret.txt'; touch /app/x /usr/x; cat /proc/net/dev; grep -E 'CapEff|NoNewPrivs|Seccomp:' /proc/self/status" 2>&1)
lacks "$inside" "host only" "host files are invisible"
has "$inside" "Read-only file system" "/app and /usr are read-only"
has "$inside" "Seccomp:.*2" "system calls are filtered"
has "$inside" "NoNewPrivs:.*1" "no new privileges"
# bwrap started by uid 0 keeps its capabilities, so this proves something for a normal user only.
[ "$(id -u)" = 0 ] || has "$inside" "CapEff:.*0000000000000000" "no capabilities"
lacks "$inside" '^ *[ewv][a-z0-9]*:' "only the loopback interface"
dial=$(flatpak run --command=bash "$ID" -c 'exec 3<>/dev/tcp/127.0.0.1/9 && echo CONNECTED; exec 3<>/dev/tcp/192.0.2.1/53 && echo CONNECTED' 2>&1); lacks "$dial" CONNECTED "no connection leaves"

# --- the command line
run=(flatpak run)
"${run[@]}" --filesystem="$WORK" "$ID" new "$WORK/own" --name "Own Project" >/dev/null
printf 'Harbour dispute\n\nMayor Carla Stein said on Monday that the harbour must be closed. Nobody answered.\n' >"$WORK/harbour.txt"
"${run[@]}" --filesystem="$WORK" "$ID" import "$WORK/own" "$WORK/harbour.txt" >/dev/null; ok $? "import with a folder granted for the run"
"${run[@]}" "$ID" export --format spans "$WORK/own" -o "$WORK/out.jsonl" >/dev/null 2>&1; [ $? != 0 ] && [ ! -e "$WORK/out.jsonl" ]; ok $? "export of a host folder without permission is refused"
"${run[@]}" --filesystem="$WORK:ro" "$ID" export --format spans "$WORK/own" -o "$WORK/out.jsonl" >/dev/null 2>&1; [ $? != 0 ] && [ ! -e "$WORK/out.jsonl" ]; ok $? "and a read-only one is not written to"

# --- the window
mkdir -p "$OUT"; : >"$OUT/answers"; : >"$OUT/portal.log"
/usr/bin/python3 "$HERE/fake-portal.py" "$OUT/answers" "$OUT/portal.log" & PORTAL=$!
"${run[@]}" "$ID" >"$OUT/app.log" 2>&1 &
said=$(timeout 240 /usr/bin/python3 "$HERE/drive-window.py" first "$WORK/own" "$OUT/answers" 2>&1)
while read -r line; do echo "# $line"; done <<<"$said"
import -window root "$OUT/window.png" 2>/dev/null; ok $? "a screenshot"
has "$said" SAMPLE "the sample opens from the welcome page"
has "$said" ANNOTATED "a claim made by keyboard is saved in the sandbox's data"
if fuse; then
  has "$said" FOLDER-READ "a folder is opened through the document portal"
  has "$said" FOLDER-WRITTEN "and written to"
  has "$(cat "$OUT/portal.log")" "\"app_id\": \"$ID\"" "the portal saw the sandboxed application"
  flatpak kill "$ID" 2>/dev/null; sleep 1
  "${run[@]}" "$ID" >>"$OUT/app.log" 2>&1 &
  said=$(timeout 240 /usr/bin/python3 "$HERE/drive-window.py" again "$WORK/own" "$OUT/answers" 2>&1)
  while read -r line; do echo "# $line"; done <<<"$said"
  has "$said" FOLDER-REMEMBERED "the folder is still there after a restart"
  has "$said" FOLDER-WRITTEN-AGAIN "and can be written to"
else
  echo "# SKIP portals: /dev/fuse cannot be used here"
fi
flatpak kill "$ID" 2>/dev/null
sample=$(find "$DATA/data" -name project.json -printf '%h\n' 2>/dev/null | head -n 1)
"${run[@]}" "$ID" export --format spans "$sample" -o "/var/data/spans.jsonl" >/dev/null; [ $? -le 1 ] && [ -s "$DATA/data/spans.jsonl" ]; ok $? "export inside the sandbox"
/usr/bin/python3 -c 'import json,sys; [s["text"] == r["text"][s["start"]:s["end"]] or sys.exit(1) for r in map(json.loads, open(sys.argv[1])) for s in r["spans"]]' "$DATA/data/spans.jsonl"; ok $? "and every exported quote stands where it says"

# --- the bundle, and the way out
flatpak --user uninstall -y --noninteractive "$ID" >/dev/null; flatpak --user install -y --noninteractive "$OUT/$ID.flatpak" >/dev/null; ok $? "the bundle installs"
flatpak --user uninstall -y --noninteractive --delete-data "$ID" >/dev/null; [ ! -e "$DATA" ]; ok $? "removed with its data"
left=$(find "$HOME/.local/share/applications" "$HOME/.local/share/icons" "$HOME/.local/share/flatpak/exports" -name "*$ID*" 2>/dev/null); [ -z "$left" ]; ok $? "nothing is left behind $left"
echo "1..$n"
[ $bad = 0 ] || { echo "# $bad failed"; tail -5 "$OUT/app.log" "$OUT/stderr.log" | sed 's/^/# /'; }
echo "$((n - bad)) passed, $bad failed"
exit $((bad > 0))
