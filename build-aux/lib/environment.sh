# Where programs are built and run: on the host, or in the build root. Sourced by build-aux/dev.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Sets environment to host or root. PREMISE_BUILD_IN names one instead of looking; a suite is always a root's.
choose_environment ()
{
  [ -z "${environment:-}" ] || return 0

  case ${PREMISE_BUILD_IN:-${suite:+root}} in
    host) [ -z "$suite" ] || die "PREMISE_SUITE and PREMISE_BUILD_IN=host exclude each other: unset one."
          environment=host ;;
    root) environment=root ;;
    '') environment=$(find_environment) || exit 1 ;;
    *) die "PREMISE_BUILD_IN is $PREMISE_BUILD_IN: it can be host or root." ;;
  esac
  case $environment in
    host) native_make_locales ;;
    root) sdk_ensure ;;
  esac
}

find_environment ()
{
  if native_is_ready; then
    echo host
  elif ! native_has_packages; then
    echo root
  elif native_install; then
    native_is_ready || die "The packages are installed, and $(native_first_missing) is still missing: remove what hides it from PATH or PKG_CONFIG_PATH and try again."
    echo host
  elif have mmdebstrap && have bwrap; then
    echo root
  else
    die "Install those packages, or mmdebstrap and bubblewrap for a build root of your own, and try again."
  fi
}

# Runs "$@" in the current folder, where things are built.
inside ()
{
  choose_environment
  if [ "$environment" = host ]; then
    "$@"
  else
    sandbox_run "$@"
  fi
}

# What a build folder was configured for: other compilers and libraries need a new one.
environment_name ()
{
  choose_environment
  if [ "$environment" = host ]; then
    echo host
  else
    basename "$sdk"
  fi
}

# A display that answers, seen from where the program will run.
have_display ()
{
  local wayland=${WAYLAND_DISPLAY:-}

  case $wayland in
    '') ;;
    /*) [ -S "$wayland" ] && return ;;
    *) [ -S "${XDG_RUNTIME_DIR:-/nowhere}/$wayland" ] && return ;;
  esac
  [ -n "${DISPLAY:-}" ] && inside xdpyinfo > /dev/null 2>&1
}
