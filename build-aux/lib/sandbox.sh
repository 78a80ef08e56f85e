# Running a program in the build root. Sourced by build-aux/dev.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The program's own settings and files, kept from one run to the next, apart from the user's.
sandbox_home () { printf '%s/home\n' "$(cache_dir)"; }

# Runs "$@" in the root: the checkout and /tmp are the host's, the rest is the root's.
sandbox_run ()
{
  local args=()

  mkdir -p "$(sandbox_home)"
  sandbox_find_way
  if [ "$sandbox_way" = chroot ]; then
    sandbox_chroot "$@"
  else
    sandbox_args
    bwrap "${args[@]}" -- "$@"
  fi
}

# Sets sandbox_way to how programs can be run in the root here. Containers often forbid a new
# /proc, some forbid all namespaces.
sandbox_find_way ()
{
  [ -z "${sandbox_way:-}" ] || return 0

  for sandbox_way in own-proc host-proc; do
    sandbox_args
    bwrap "${args[@]}" -- true 2>/dev/null && return
  done
  sandbox_way=chroot
  is_root && unshare --mount true 2>/dev/null && return
  die "bubblewrap cannot start here because user namespaces are forbidden: allow them" \
      "('sysctl kernel.unprivileged_userns_clone=1' as root, or the container's --privileged)," \
      "or run build-aux/dev as root."
}

# Fills args with bubblewrap's arguments.
sandbox_args ()
{
  args=(
    --tmpfs / --ro-bind "$sdk/usr" /usr --ro-bind "$sdk/etc" /etc --ro-bind "$sdk/var" /var
    --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib --symlink usr/lib64 /lib64
    --dev /dev --dev-bind-try /dev/dri /dev/dri --ro-bind /sys /sys --tmpfs /run
    --bind /tmp /tmp --bind "$top" "$top" --bind "$(sandbox_home)" "$(sandbox_home)"
    --chdir "$PWD" --die-with-parent
    --setenv HOME "$(sandbox_home)" --setenv PATH /usr/bin:/usr/sbin
  )
  case $sandbox_way in
    own-proc) args+=(--unshare-pid --proc /proc) ;;
    host-proc) args+=(--bind /proc /proc) ;;
  esac
  # Else git and the compiler could not write as root in a checkout that another user owns.
  ! is_root || [ -O "$top" ] || args+=(--cap-add CAP_DAC_OVERRIDE)
  sandbox_args_user
  sandbox_args_environment
  sandbox_args_desktop
}

# The user's own name inside, which some programs look up.
sandbox_args_user ()
{
  local passwd

  is_root && return
  passwd=$(cache_dir)/passwd
  printf '%s:x:%d:%d::%s:/bin/bash\n' "$(id -un)" "$(id -u)" "$(id -g)" "$(sandbox_home)" \
    | cat "$sdk/etc/passwd" - > "$passwd"
  args+=(--ro-bind "$passwd" /etc/passwd)
}

# The host's language, nothing that names the host's own folders.
sandbox_args_environment ()
{
  local name

  for name in XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_DATA_DIRS \
              XDG_CONFIG_DIRS GTK_PATH GTK_MODULES GIO_MODULE_DIR LD_LIBRARY_PATH LD_PRELOAD \
              PKG_CONFIG_PATH PYTHONPATH PYTHONHOME TMPDIR CC CXX CFLAGS LDFLAGS; do
    args+=(--unsetenv "$name")
  done
}

# The sockets of the desktop, as far as there is one.
sandbox_args_desktop ()
{
  local runtime=${XDG_RUNTIME_DIR:-} socket

  args+=(--ro-bind-try "${XAUTHORITY:-$HOME/.Xauthority}" "${XAUTHORITY:-$HOME/.Xauthority}")
  [ -n "$runtime" ] && [ -d "$runtime" ] || return 0
  for socket in "${WAYLAND_DISPLAY:-wayland-0}" bus at-spi; do
    args+=(--bind-try "$runtime/$socket" "$runtime/$socket")
  done
}

# As root where namespaces are forbidden: mounts that vanish with the program.
sandbox_chroot ()
{
  local script='
    set -eu
    sdk=$1 top=$2 home=$3 folder=$4
    shift 4
    mount --make-rprivate /
    mount --rbind "$sdk" /mnt
    for part in /dev /proc /sys /tmp "$top" "$home"; do
      mkdir -p "/mnt$part"
      mount --rbind "$part" "/mnt$part"
    done
    exec chroot /mnt env HOME="$home" PATH=/usr/bin:/usr/sbin \
      sh -c "cd \"\$1\" && shift && exec \"\$@\"" sh "$folder" "$@"'

  unshare --mount -- sh -c "$script" sh "$sdk" "$top" "$(sandbox_home)" "$PWD" "$@"
}
