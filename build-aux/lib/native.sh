# Building on the host itself, where its GTK is new enough. Sourced by build-aux/dev.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

readonly NATIVE_MODULES=(
  'gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'glib-2.0 >= 2.80' 'json-glib-1.0 >= 1.6'
  'libarchive >= 3.6'
  atspi-2 x11 xtst
)

readonly NATIVE_PROGRAMS=(
  cc meson ninja msgfmt desktop-file-validate appstreamcli xmllint itstool
  Xvfb openbox xprop dbus-run-session gdbus python3
)

native_is_ready () { [ -z "$(native_first_missing)" ]; }

native_first_missing ()
{
  local module program

  for program in pkg-config "${NATIVE_PROGRAMS[@]}"; do
    have "$program" || { echo "$program"; return; }
  done
  for module in "${NATIVE_MODULES[@]}"; do
    pkg-config --exists "$module" 2> /dev/null || { echo "$module"; return; }
  done
}

# The tests format numbers in languages that a host rarely has: those are made beside the build
# root, and nothing of the host is changed.
native_make_locales ()
{
  local name folder

  have localedef || return 0
  folder=$(cache_dir)/locales
  for name in zh_CN en_GB en_US de_DE; do
    [ ! -d "$folder/$name.UTF-8" ] || continue
    mkdir -p "$folder"
    localedef -i "$name" -f UTF-8 "$folder/$name.UTF-8" > /dev/null 2>&1 || return 0
  done
  export LOCPATH=$folder
}

# Whether this system's own packages are new enough: Debian 13, Ubuntu 25.04, Fedora 42.
native_has_packages ()
{
  local release

  release=$(. /etc/os-release 2>/dev/null && printf '%s %s' "${ID:-}" "${VERSION_ID:-999}")
  case $release in
    debian\ *) [ "${release#* }" -ge 13 ] ;;
    ubuntu\ *) [ "$(release_number "${release#* }")" -ge 2504 ] ;;
    fedora\ *) [ "${release#* }" -ge 42 ] ;;
    *) return 1 ;;
  esac
}

release_number () { printf '%s\n' "${1/./}"; }

# Installs the packages that building on the host needs, or says which they are. Returns 1 where
# this user may not install any.
native_install ()
{
  local packages

  if have apt-get; then
    mapfile -t packages < <(packages_in "$aux/packages.debian")
    install_packages apt-get "${packages[@]}"
  else
    mapfile -t packages < <(packages_in "$aux/packages.fedora")
    install_packages dnf "${packages[@]}"
  fi
}

# Root installs; anybody else is asked first, and without a terminal to be asked on is told.
install_packages ()
{
  local manager=$1 answer=
  shift

  say "Premise needs packages that are not installed here. They come with:"
  say ""
  say "  $(is_root || printf 'sudo ')$manager install $*"
  say ""
  if is_root; then
    run_installer "$manager" "$@"
  elif [ -t 0 ] && [ -t 2 ] && have sudo; then
    read -r -p 'Run that now? [y/N] ' answer
    [[ $answer == [yY]* ]] && run_installer "$manager" "$@"
  else
    return 1
  fi
}

run_installer ()
{
  local manager=$1 sudo=()
  shift

  is_root || sudo=(sudo)
  case $manager in
    apt-get)
      "${sudo[@]}" apt-get update -q >&2 || say "apt-get update failed: going on with the lists that are here."
      "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q --yes --no-install-recommends "$@" >&2 ;;
    dnf)
      "${sudo[@]}" dnf install --assumeyes --setopt=install_weak_deps=False "$@" >&2 ;;
  esac || die "The packages could not be installed: check the network and $manager's messages above, and try again."
}
