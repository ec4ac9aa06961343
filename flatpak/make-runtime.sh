#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make-runtime.sh SUITE BRANCH REPO WORK: a stand-in for org.gnome.Platform and org.gnome.Sdk made of Debian packages, committed
# to the OSTree repository REPO under BRANCH, so that the real manifest builds, installs and runs where Flathub cannot be reached.
#
# Works as root and as a plain user (then mmdebstrap needs newuidmap and a line in /etc/subuid and /etc/subgid). The package
# lists stay inside what the real runtime holds, or the stand-in would hide a missing dependency. What it cannot prove: that the real
# Sdk has a package, its compiler's version, its Locale and GL extensions.
set -euo pipefail
SUITE=$1 BRANCH=$2 REPO=$3 WORK=$4
LOCALES="de_DE.UTF-8 fr_FR.UTF-8 es_ES.UTF-8 zh_CN.UTF-8 ar_EG.UTF-8 ru_RU.UTF-8 pt_BR.UTF-8 ja_JP.UTF-8 en_US.UTF-8"
case $(uname -m) in
  x86_64)  ARCH=x86_64 TRIPLET=x86_64-linux-gnu ;;
  aarch64) ARCH=aarch64 TRIPLET=aarch64-linux-gnu ;;
  *) echo "make-runtime: no stand-in for $(uname -m)" >&2; exit 2 ;;
esac
mkdir -p "$WORK"

PLATFORM=(libgtk-4-1 libgtk-4-bin libadwaita-1-0 libglib2.0-bin gsettings-desktop-schemas adwaita-icon-theme
  hicolor-icon-theme shared-mime-info librsvg2-common libgdk-pixbuf2.0-bin dconf-gsettings-backend dconf-cli
  desktop-file-utils gtk-update-icon-cache fontconfig fonts-dejavu-core fonts-cantarell fonts-noto-core
  fonts-droid-fallback libgl1-mesa-dri libegl1 libgles2 libgl1 libjson-glib-1.0-0 libarchive13t64
  glib-networking at-spi2-core ca-certificates tzdata iso-codes xkb-data locales procps
  python3-minimal libpython3-stdlib flatpak-xdg-utils zlib1g)
SDK=(gcc g++ make cmake meson ninja-build pkgconf gettext git patch file libgtk-4-dev libadwaita-1-dev libjson-glib-dev
  libicu-dev libxml2-dev libarchive-dev zlib1g-dev libglib2.0-dev-bin libxml2-utils blueprint-compiler desktop-file-utils
  appstream appstream-compose elfutils xz-utils)
case $SUITE in
  trixie) PLATFORM+=(libicu76 libxml2); SDK+=(appstream-util) ;;   # has appstream-compose, which is gone after trixie
  *)      PLATFORM+=(libicu78 libxml2-16 glycin-loaders fonts-adwaita) ;;
esac

# ---- files that live in the sandbox's image only
CONF=$WORK/conf; rm -rf "$CONF"; mkdir -p "$CONF"
cat >"$CONF/ld.so.conf" <<X
include /run/flatpak/ld.so.conf.d/app-*.conf
include /app/etc/ld.so.conf
/app/lib
include /run/flatpak/ld.so.conf.d/runtime-*.conf
/usr/local/lib
/usr/lib/$TRIPLET
/usr/lib
X
cat >"$CONF/50-flatpak.conf" <<'X'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <cachedir>/usr/lib/fontconfig/cache</cachedir>
  <dir>/app/share/fonts</dir>
  <dir>/run/host/fonts</dir>
  <dir>/run/host/user-fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <include ignore_missing="yes">/run/host/font-dirs.xml</include>
</fontconfig>
X
cat >"$CONF/defaults.json" <<'X'
{ "libdir": "/app/lib",
  "cflags": "-O2 -g -pipe -Wp,-D_FORTIFY_SOURCE=2 -fstack-protector-strong",
  "cxxflags": "-O2 -g -pipe -Wp,-D_FORTIFY_SOURCE=2 -fstack-protector-strong",
  "ldflags": "-L/app/lib -Wl,-z,relro,-z,now -Wl,--as-needed" }
X
# Only what flatpak-builder before 1.3 asks of appstream-glib's appstream-compose.
cat >"$CONF/appstream-compose" <<'X'
#!/bin/sh
for a; do case $a in --prefix=*) p=${a#*=};; --origin=*) o=${a#*=};; --*) ;; *) id=$a;; esac; done
t=$(mktemp -d); mkdir -p "$t/share/metainfo"
for f in "$p/share/metainfo/$id.metainfo.xml" "$p/share/appdata/$id.appdata.xml"; do [ ! -e "$f" ] || cp "$f" "$t/share/metainfo/$id.metainfo.xml"; done
for d in applications icons locale runtime; do [ ! -e "$p/share/$d" ] || cp -r "$p/share/$d" "$t/share/$d"; done
appstreamcli compose --prefix=/ --origin="$id" --no-net --components="$id,$id.desktop" --result-root="$t" \
  --data-dir="$p/share/app-info/xmls" --icons-dir="$p/share/app-info/icons/$o" --print-report=full "$t"
X
# finish.sh ROOT: what makes a Debian root fit to be a sandbox's /usr.
cat >"$CONF/finish.sh" <<X
set -eu
r=\$1
cp "$CONF/ld.so.conf" "\$r/etc/ld.so.conf"; rm -f "\$r"/etc/ld.so.conf.d/*
cp "$CONF/50-flatpak.conf" "\$r/etc/fonts/conf.d/50-flatpak.conf"
mkdir -p "\$r/etc/flatpak-builder"; cp "$CONF/defaults.json" "\$r/etc/flatpak-builder/defaults.json"
[ -e "\$r/usr/bin/ldconfig" ] || ln -s ../sbin/ldconfig "\$r/usr/bin/ldconfig"
for t in flatpak-spawn xdg-open xdg-email; do [ -e "\$r/usr/bin/\$t" ] || [ ! -e "\$r/usr/libexec/flatpak-xdg-utils/\$t" ] || ln -s ../libexec/flatpak-xdg-utils/\$t "\$r/usr/bin/\$t"; done
if [ -x "\$r/usr/bin/appstreamcli" ] && [ ! -e "\$r/usr/bin/appstream-compose" ]; then
  cp "$CONF/appstream-compose" "\$r/usr/bin/appstream-compose"; chmod 755 "\$r/usr/bin/appstream-compose"
fi
rm -f "\$r/etc/debian_version"     # meson takes it for a multiarch libdir
for l in $LOCALES; do [ -d "\$r/usr/lib/locale/\$l" ] || chroot "\$r" localedef --no-archive -i "\${l%%.*}" -f UTF-8 "/usr/lib/locale/\$l" || true; done
mkdir -p "\$r/usr/lib/fontconfig/cache"; chroot "\$r" fc-cache -f >/dev/null 2>&1 || true
chroot "\$r" ldconfig
X

exclude=()
for p in doc man info help gtk-doc lintian bug; do exclude+=(--dpkgopt="path-exclude=/usr/share/$p/*"); done
include=$(IFS=,; echo "${PLATFORM[*]}")
echo "make-runtime: Debian $SUITE, first the platform, then the Sdk on top of it" >&2
mmdebstrap --variant=minbase --include="$include" "${exclude[@]}" --dpkgopt=force-unsafe-io \
  --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Check-Valid-Until "false"' \
  --customize-hook="sh $CONF/finish.sh \"\$1\"" \
  --customize-hook="tar-out /usr $WORK/Platform-usr.tar" --customize-hook="tar-out /etc $WORK/Platform-etc.tar" \
  --customize-hook="chroot \"\$1\" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ${SDK[*]} >/dev/null" \
  --customize-hook="sh $CONF/finish.sh \"\$1\"" \
  --customize-hook="tar-out /usr $WORK/Sdk-usr.tar" --customize-hook="tar-out /etc $WORK/Sdk-etc.tar" \
  --format=null "$SUITE" - >"$WORK/mmdebstrap.log" 2>&1 || { tail -20 "$WORK/mmdebstrap.log" >&2; exit 1; }

metadata () { # Platform|Sdk
  cat <<X
[Runtime]
name=org.gnome.$1
runtime=org.gnome.Platform/$ARCH/$BRANCH
sdk=org.gnome.Sdk/$ARCH/$BRANCH

[Environment]
GI_TYPELIB_PATH=/app/lib/girepository-1.0
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share

[Extension org.gnome.$1.Locale]
directory=share/runtime/locale
autodelete=true
locale-subset=true

[Extension org.freedesktop.Platform.GL]
version=1.4
versions=25.08;25.08-extra;1.4
directory=lib/$TRIPLET/GL
subdirectories=true
no-autodownload=true
autodelete=false
add-ld-path=lib
X
  [ "$1" != Sdk ] || printf '\n[Extension org.gnome.Sdk.Debug]\ndirectory=lib/debug\nautodelete=true\nno-autodownload=true\n'
}

layout () { # Platform|Sdk
  local d=$WORK/$1 f
  chmod -R u+w "$d" 2>/dev/null || true; rm -rf "$d"; mkdir -p "$d/usr" "$d/files" "$d/etc-out"   # build-export wants files/ even of a runtime
  tar -C "$d" --no-same-owner -xf "$WORK/$1-usr.tar" --exclude='./dev/*'
  tar -C "$d/etc-out" --no-same-owner -xf "$WORK/$1-etc.tar"
  mv "$d/etc-out/etc" "$d/usr/etc"; rmdir "$d/etc-out"
  ( cd "$d/usr/etc" && rm -rf shadow shadow- gshadow gshadow- passwd passwd- group group- subuid subgid subuid- subgid- \
      machine-id hostname hosts resolv.conf mtab fstab localtime timezone apt dpkg cron.* init.d rc?.d pam.d pam.conf \
      security systemd tmpfiles.d sysctl.d modules-load.d default logrotate.d skel motd issue issue.net update-motd.d rmt .pwd.lock )
  rm -rf "$d"/usr/lib/dpkg "$d"/usr/share/bash-completion "$d"/usr/share/debconf "$d"/usr/share/lintian
  # meson asks whether /usr/lib64 is a real folder, and then takes it for the libdir
  if [ -d "$d/usr/lib64" ] && [ ! -L "$d/usr/lib64" ]; then
    for f in "$d"/usr/lib64/*; do ln -sfn "$TRIPLET/$(basename "$f")" "$d/usr/lib/$(basename "$f")"; done
    rm -rf "$d/usr/lib64"; ln -s lib "$d/usr/lib64"
  fi
  find "$d/usr" -xdev -perm /6000 -type f -exec chmod a-s {} +
  find "$d/usr" -xdev ! -type l ! -perm -u+r -exec chmod u+r {} +
  mkdir -p "$d/usr/lib/$TRIPLET/GL" "$d/usr/share/runtime/locale" "$d/usr/share/runtime/share" "$d/usr/lib/debug" "$d/usr/lib/sdk" "$d/usr/lib/extensions"
  metadata "$1" >"$d/metadata"
}

[ -d "$REPO/objects" ] || { ostree --repo="$REPO" init --mode=bare-user-only; ostree --repo="$REPO" config set core.fsync false; }
for name in Platform Sdk; do
  layout $name
  echo "make-runtime: org.gnome.$name//$BRANCH, $(du -sh "$WORK/$name" | cut -f1)" >&2
  flatpak build-export --arch=$ARCH --runtime --no-update-summary --subject="stand-in from Debian $SUITE" "$REPO" "$WORK/$name" "$BRANCH" >/dev/null
  rm -rf "${WORK:?}/$name" "$WORK/$name"-*.tar
done
flatpak build-update-repo --title="stand-in GNOME runtime (Debian $SUITE)" "$REPO" >/dev/null
chmod -R a+rX "$REPO"
