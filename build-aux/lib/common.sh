# Words to the person at the terminal. Sourced by build-aux/dev.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

say () { printf '%s\n' "$*" >&2; }

# One sentence on what went wrong and what to do about it, then out.
die () { printf 'dev: %s\n' "$*" >&2; exit 1; }

have () { command -v "$1" >/dev/null 2>&1; }

is_root () { [ "$(id -u)" -eq 0 ]; }

# The names in a package list, without its comments.
packages_in () { sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$1"; }

# Whether the apt of this host takes the lists of a mirror that is a copy of some day: the lists of a
# Debian under way are valid for a week.
host_takes_old_lists ()
{
  local check=

  ! have apt-config || eval "$(apt-config shell check Acquire::Check-Valid-Until/b)"
  [ "$check" = false ]
}

cache_dir () { printf '%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}/premise"; }
