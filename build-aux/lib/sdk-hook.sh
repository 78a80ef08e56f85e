# Runs once on a new build root, with the root's folder as $1. mmdebstrap is given this text, not
# this file, because the user that it becomes may not be able to read the checkout.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -eu

# The tests format numbers in these.
for locale in zh_CN en_GB en_US de_DE; do
  chroot "$1" localedef -i "$locale" -f UTF-8 "$locale.UTF-8"
done

# Else every program that draws text looks through all fonts first.
chroot "$1" fc-cache -s
