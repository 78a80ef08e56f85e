# The build root: a Debian with everything that Premise needs, made once in the user's cache for hosts
# whose GTK is too old, and for trying another release than the host's. Sourced by build-aux/dev.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

readonly SDK_SUITE=${suite:-trixie}

sdk_release ()
{
  case $SDK_SUITE in
    trixie) echo "Debian 13" ;;
    forky) echo "Debian 14" ;;
  esac
}

sdk_packages () { packages_in "$aux/packages.debian" | sort -u; }

# Everything that decides what is in the root; its hash is in the root's name, so that every
# checkout with the same list shares a root and a changed list gets a new one.
sdk_recipe ()
{
  printf '%s\n' "$SDK_SUITE" "$(uname -m)"
  sdk_packages
  sed -e '/^ *#/d' -e '/^$/d' "$aux/lib/sdk-hook.sh"
}

sdk_dir () { printf '%s/sdk-%s\n' "$(cache_dir)" "$(sdk_recipe | sha256sum | cut -c 1-12)"; }

# Only a finished root has the name: it is made under another one and renamed at the end.
sdk_ensure ()
{
  sdk=$(sdk_dir)
  [ -d "$sdk" ] && return

  sdk_install_tools
  mkdir -p "$(cache_dir)" 2> /dev/null \
    || die "The folder $(cache_dir) cannot be made: set XDG_CACHE_HOME to a folder that you can write to."
  exec 9> "$(cache_dir)/sdk.lock"
  if ! flock --nonblock 9; then
    say "Another build-aux/dev is making the build root: waiting for it…"
    flock 9
  fi
  [ -d "$sdk" ] || sdk_make
  exec 9>&-
}

# mmdebstrap makes the root, bubblewrap runs programs in it.
sdk_install_tools ()
{
  local missing=()

  have mmdebstrap || missing+=(mmdebstrap)
  have bwrap || missing+=(bubblewrap)
  is_root || have newuidmap || missing+=(uidmap)
  [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || missing+=(debian-archive-keyring)
  [ ${#missing[@]} -eq 0 ] && return

  have apt-get \
    || die "GTK 4.18 and libadwaita 1.7 are not installed, and making a build root needs" \
           "${missing[*]}: install either and try again."
  install_packages apt-get "${missing[@]}" \
    || die "Install those packages, or run this as root, and try again."
}

# What is left of an earlier making goes first: whoever holds the lock is the only maker.
sdk_make ()
{
  local making=$sdk.making log=$sdk.log started=$SECONDS

  sdk_check_space
  rm -rf --one-file-system "$(cache_dir)"/sdk-*.making || die "$(cache_dir) has an unfinished build root that cannot be removed: delete $(cache_dir)/sdk-*.making and try again."
  mkdir "$making"
  say "Making a $(sdk_release) build root in $sdk, once: about a minute and 1.7 GB."
  if ! sdk_bootstrap "$making" "$log"; then
    rm -rf --one-file-system "$making"
    say "dev: $(sdk_explain "$log")"
    if [ "$SDK_SUITE" != trixie ] && sdk_is_out_of_reach "$log"; then exit 77; else exit 1; fi
  fi
  mv -T "$making" "$sdk"
  rm -f "$log"
  say "Made it in $((SECONDS - started)) s."
}

sdk_check_space ()
{
  local free_mb need_mb=3000

  is_root || need_mb=5000 # the archive that it is unpacked from is there too
  free_mb=$(df -Pm "$(cache_dir)" | awk 'NR == 2 { print $4 }')
  [ "$free_mb" -ge "$need_mb" ] \
    || die "The build root needs $need_mb MB in $(cache_dir), where $free_mb MB are free: make room" \
           "or set XDG_CACHE_HOME to a folder on a larger disk."
}

sdk_bootstrap ()
{
  local making=$1 log=$2 job status=0

  : > "$log"
  sdk_mmdebstrap "$making" > /dev/null 2> "$log" &
  job=$!
  trap 'sdk_abandon "$job" "$making"' INT TERM HUP
  sdk_show_progress "$job" "$log"
  wait "$job" || status=$?
  trap - INT TERM HUP
  [ $status -eq 0 ] || return 1

  # D-Bus does not start without one, and mmdebstrap takes it away.
  tr -d - < /proc/sys/kernel/random/uuid > "$making/etc/machine-id"
}

sdk_abandon ()
{
  kill "$1" 2> /dev/null || true
  wait "$1" 2> /dev/null || true
  rm -rf --one-file-system "$2"
  say "The build root is not finished: it is made again at the next try."
  exit 130
}

# An ordinary user gets the root as an archive, unpacked as their own files: the subordinate users
# of mmdebstrap's namespace could not reach a folder in a closed home.
sdk_mmdebstrap ()
{
  local options

  options=(
    --variant=minbase
    --include="$(sdk_packages | paste -sd,)"
    --dpkgopt='path-exclude=/usr/share/man/*'
    --dpkgopt='path-exclude=/usr/share/doc/*'
    --dpkgopt='path-exclude=/usr/share/info/*'
    --dpkgopt='path-exclude=/usr/share/gtk-doc/*'
    --aptopt='Acquire::http::Timeout "20"'
    --aptopt='Acquire::Retries "2"'
    --customize-hook="$(cat "$aux/lib/sdk-hook.sh")"
  )
  ! host_takes_old_lists || options+=(--aptopt='Acquire::Check-Valid-Until "false"')
  cd /
  if is_root; then
    exec mmdebstrap --mode=root "${options[@]}" "$SDK_SUITE" "$1" ${PREMISE_MIRROR:+"$PREMISE_MIRROR"}
  else
    TMPDIR=/var/tmp mmdebstrap --mode=unshare --format=tar "${options[@]}" "$SDK_SUITE" - \
        ${PREMISE_MIRROR:+"$PREMISE_MIRROR"} \
      | tar --extract --directory="$1" --exclude='./dev/*' --no-same-owner
  fi
}

# The step that mmdebstrap is at: on a terminal in one line with the size, else a line for each.
sdk_show_progress ()
{
  local job=$1 log=$2 step shown='' started=$SECONDS

  while kill -0 "$job" 2>/dev/null; do
    step=$(sed -n -e 's/^I: running --customize-hook.*/I: making locales and the font cache.../' \
      -e 's/^I: \(\(running\|downloading\|extracting\|installing\|making\|cleaning\).*\)/\1/p' "$log" \
      | tail -n 1)
    if [ -t 2 ]; then
      printf '\r\033[K  %3d s  %s' $((SECONDS - started)) "$step" >&2
    elif [ "$step" != "$shown" ]; then
      say "  $((SECONDS - started)) s  $step"
      shown=$step
    fi
    sleep 0.5
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
}

readonly SDK_NO_DOWNLOAD='could not (resolve|connect)|temporary failure|unable to connect|failed to fetch|connection (refused|timed out|failed)|does not have a release file'
# apt says of these, too, that it failed to fetch.
readonly SDK_OWN_FAULT='no space left|NO_PUBKEY|not signed|invalid signature'
readonly SDK_OLD_LISTS='release file .* (is expired|is not valid yet)|files? .* too old'
readonly SDK_UNSETTLED='unmet dependencies|held broken packages|unable to satisfy dependencies'

# Whether log $1 says that the suite cannot be had from the mirror on that day, which is no fault of the
# program's. A package that the suite does not know, say, is one.
sdk_is_out_of_reach ()
{
  ! grep -qiE "$SDK_OWN_FAULT" "$1" && grep -qiE "$SDK_NO_DOWNLOAD|$SDK_OLD_LISTS|$SDK_UNSETTLED" "$1"
}

# One sentence for what the log says went wrong.
sdk_explain ()
{
  local log=$1

  if grep -qi 'no space left' "$log"; then
    echo "The disk filled up while making the build root: free 3 GB in $(cache_dir) (and, when you are not root, in /var/tmp), and try again."
  elif grep -qiE "$SDK_OLD_LISTS" "$log"; then
    echo "The lists of $(sdk_release) on this mirror have expired: set PREMISE_MIRROR to a Debian mirror that is up to date, and try again (details in $log)."
  elif grep -qiE "$SDK_UNSETTLED" "$log"; then
    echo "$(sdk_release) cannot be installed at the moment, as its packages do not fit each other: try another day (details in $log)."
  elif grep -qiE "$SDK_NO_DOWNLOAD" "$log"; then
    echo "The build root of $(sdk_release) could not be downloaded: check the network or set PREMISE_MIRROR to a Debian mirror that you reach and that has $SDK_SUITE, and try again (details in $log)."
  elif grep -qiE 'newuidmap|newgidmap|subuid|subgid|unshare|namespace' "$log"; then
    echo "This user may not make user namespaces: run 'usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)' as root once, or run build-aux/dev as root (details in $log)."
  elif grep -qiE 'NO_PUBKEY|not signed|invalid signature' "$log"; then
    echo "This system does not know the keys of $(sdk_release): upgrade the package debian-archive-keyring and try again (details in $log)."
  else
    echo "The build root could not be made ($(grep '^E: ' "$log" | head -n 1 | cut -c 4-140)): see $log."
  fi
}

# Every root, also those of other package lists, but not while one is being made.
sdk_remove_all ()
{
  [ -d "$(cache_dir)" ] || return 0
  exec 9> "$(cache_dir)/sdk.lock"
  flock --nonblock 9 || die "A build root is being made: wait for it, or end that, and try again."
  rm -rf --one-file-system "$(cache_dir)"/sdk-*
  exec 9>&-
}
