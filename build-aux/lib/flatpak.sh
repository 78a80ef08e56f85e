# Building, installing and looking at the Flatpak. Sourced by build-aux/dev.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

readonly FLATPAK_ID=io.github.premise_app.Premise
readonly FLATPAK_MANIFEST=$top/flatpak/$FLATPAK_ID.json
readonly FLATPAK_BUILD=$top/build-flatpak

# Older builders call appstream-compose in the SDK, which it no longer has.
readonly FLATPAK_TOOLS=(
  flatpak flatpak-builder elfutils librsvg2-common appstream desktop-file-utils mmdebstrap ostree
  fuse3 bubblewrap
)
readonly FLATPAK_CHECK_TOOLS=(
  xvfb openbox x11-utils dbus-x11 at-spi2-core libglib2.0-bin python3-gi gir1.2-atspi-2.0
  imagemagick fonts-noto-cjk
)

flatpak_branch () { sed -n 's/.*"runtime-version": "\(.*\)".*/\1/p' "$FLATPAK_MANIFEST"; }

# The Debian suite whose GTK and libadwaita are those of the manifest's runtime.
flatpak_suite ()
{
  case $(flatpak_branch) in
    51) echo forky ;;
    *) die "flatpak.sh does not know which Debian suite has the libraries of GNOME $(flatpak_branch)." ;;
  esac
}

# Makes build-flatpak/premise.flatpak and the repository beside it; with --check, installs and tries it.
# Ends with 77 where this machine or this user cannot, or Debian's packages for the stand-in cannot be had:
# that is no fault of the program's. Anything else that goes wrong is a failure.
run_flatpak ()
{
  local check=

  case ${1:-} in
    '') ;;
    --check) check=1 ;;
    *) die "flatpak takes --check or nothing, not $1." ;;
  esac

  mkdir -p "$FLATPAK_BUILD"
  flatpak_ensure_tools
  flatpak_ensure_namespaces
  flatpak_ensure_runtime
  flatpak_build
  [ -z "$check" ] || flatpak_check
}

# Out with the status that means “skipped” to Meson, Automake and build-aux/dev test.
flatpak_give_up ()
{
  say "dev: the Flatpak cannot be made here. $*"
  exit 77
}

flatpak_ensure_tools ()
{
  have flatpak && have eu-strip && have flatpak-builder && flatpak_builder_is_new && return

  flatpak_install "${FLATPAK_TOOLS[@]}"
  flatpak_builder_is_new || die "flatpak-builder 1.4 or newer is needed; this is $(flatpak-builder --version)."
}

# Flatpak runs everything in them, as flatpak-builder does. Some containers forbid a new /proc.
flatpak_ensure_namespaces ()
{
  bwrap --ro-bind / / --unshare-pid --proc /proc --dev /dev true 2> /dev/null \
    || flatpak_give_up "bubblewrap may not start a sandbox: allow user namespaces, and in a container a new /proc."
}

flatpak_builder_is_new ()
{
  printf '%s\n' 1.4 "$(flatpak-builder --version | sed 's/.*[- ]//')" | sort -CV
}

# Debian 12's own flatpak-builder is too old: the one of its backports is taken.
flatpak_install ()
{
  local target=() codename

  is_root && have apt-get || flatpak_give_up "Install these, then try again: $*"
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  if [ "$codename" = bookworm ]; then
    printf '%s\n' 'Types: deb' "URIs: $(flatpak_mirror)" 'Suites: bookworm-backports' 'Components: main' \
      'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg' \
      > /etc/apt/sources.list.d/bookworm-backports.sources
    target=(-t bookworm-backports)
  fi
  apt-get -qq update
  DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends "${target[@]}" install "$@" \
    > /dev/null || die "apt-get could not install $*."
}

flatpak_mirror ()
{
  [ -z "${PREMISE_MIRROR:-}" ] || { echo "$PREMISE_MIRROR"; return; }
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' \
    'Label: Debian' 2> /dev/null | head -n 1
}

# The runtime of the manifest: what is installed, else from the user's remotes, else the stand-in.
flatpak_ensure_runtime ()
{
  local branch name missing=()

  branch=$(flatpak_branch)
  for name in org.gnome.Platform org.gnome.Sdk; do
    flatpak info "$name//$branch" > /dev/null 2>&1 || missing+=("$name//$branch")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  say "Looking for ${missing[*]} in the remotes of this user."
  flatpak --user install -y --noninteractive "${missing[@]}" > /dev/null 2>&1 && return
  is_root || flatpak_give_up "There is no ${missing[*]} in its remotes. Add a remote that has it, or run this" \
    "as root, which makes a stand-in from Debian's packages."
  say "Not there: making a stand-in from Debian $(flatpak_suite)."
  "$top/flatpak/offline-runtime" -d "$(cache_dir)/flatpak-runtime" -b "$branch" -s "$(flatpak_suite)" \
    -m "$(flatpak_mirror)" >&2
}

flatpak_build ()
{
  local options=(--user --force-clean --state-dir="$FLATPAK_BUILD/state" --repo="$FLATPAK_BUILD/repo")

  # rofiles-fuse only guards the cache of builds.
  [ -c /dev/fuse ] && [ -w /dev/fuse ] || options+=(--disable-rofiles-fuse)
  say "Building $FLATPAK_ID:"
  (cd "$FLATPAK_BUILD" && flatpak-builder "${options[@]}" app "$FLATPAK_MANIFEST") \
    > "$FLATPAK_BUILD/log" 2>&1 || { tail -n 40 "$FLATPAK_BUILD/log" >&2; die "flatpak-builder failed."; }
  flatpak_check_exports
  flatpak build-bundle "$FLATPAK_BUILD/repo" "$FLATPAK_BUILD/premise.flatpak" "$FLATPAK_ID"
  say "$(du -h "$FLATPAK_BUILD/premise.flatpak" | cut -f1) in build-flatpak/premise.flatpak"
}

# What is not named after the application is left out, and only the log says so.
flatpak_check_exports ()
{
  local share=$FLATPAK_BUILD/app/export/share name

  for name in "applications/$FLATPAK_ID.desktop" "metainfo/$FLATPAK_ID.metainfo.xml" \
    "icons/hicolor/scalable/apps/$FLATPAK_ID.svg" "icons/hicolor/symbolic/apps/$FLATPAK_ID-symbolic.svg" \
    "mime/packages/$FLATPAK_ID.xml" "dbus-1/services/$FLATPAK_ID.service"; do
    [ -f "$share/$name" ] || die "The Flatpak does not export $name; see build-flatpak/log."
  done
  grep -q 'GENERAL PUBLIC LICENSE' "$FLATPAK_BUILD/app/files/share/licenses/$FLATPAK_ID/COPYING" \
    || die "The Flatpak holds no licence."
}

flatpak_can_check ()
{
  local tool

  for tool in Xvfb openbox xprop dbus-run-session gdbus import; do
    have "$tool" || return 1
  done
  /usr/bin/python3 -c 'import gi; gi.require_version ("Atspi", "2.0")' 2> /dev/null
}

# Installs the bundle in an installation of its own, starts it on a virtual display, and moves a slider.
# What this user has installed stays as it is; the runtime is found there.
flatpak_check ()
{
  local runtimes=${FLATPAK_USER_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/flatpak} config=$FLATPAK_BUILD/config

  flatpak_can_check || flatpak_install "${FLATPAK_CHECK_TOOLS[@]}"
  rm -rf "$config" "$FLATPAK_BUILD/installation"
  mkdir -p "$config"
  [ ! -d /etc/flatpak ] || cp -r /etc/flatpak/. "$config"
  mkdir -p "$config/installations.d"
  printf '%s\n' '[Installation "premise-check"]' "Path=$runtimes" > "$config/installations.d/premise-check.conf"

  export FLATPAK_CONFIG_DIR=$config FLATPAK_USER_DIR=$FLATPAK_BUILD/installation
  export XDG_DATA_DIRS=$FLATPAK_USER_DIR/exports/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
  flatpak --user install -y --noninteractive --bundle "$FLATPAK_BUILD/premise.flatpak" > /dev/null
  "$aux/headless" env GTK_USE_PORTAL= "$top/flatpak/check-window" "$FLATPAK_ID" "$FLATPAK_BUILD"
  "$aux/headless" env GTK_USE_PORTAL= "$top/flatpak/check-portals" "$FLATPAK_ID"
}
