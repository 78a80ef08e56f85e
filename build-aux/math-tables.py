#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes src/engine/premise-math-tables.c: what premise-math-private.h looks up.

Needs mpmath. The tables are those that "Optimized routines" of Arm use for exp and pow
(W. Szabolcs, 2018), made anew: 2^(i/128), and for each of 128 intervals around 1 a short
reciprocal with its logarithm in two parts.
"""
import struct
import mpmath

mpmath.mp.prec = 300
N = 128
OFFSET = 0x3fe6955500000000


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", float(x)))[0]


def double(b):
    return struct.unpack("<d", struct.pack("<Q", b))[0]


def exp_rows():
    for i in range(N):
        exact = mpmath.mpf(2) ** (mpmath.mpf(i) / N)
        rounded = float(exact)
        tail = float((exact - mpmath.mpf(rounded)) / mpmath.mpf(rounded))
        yield bits(tail), (bits(rounded) - (i << 45)) & (2 ** 64 - 1)


def log_rows():
    for i in range(N):
        low = double(OFFSET + (i << 45))
        high = double(OFFSET + ((i + 1) << 45))
        # 1 belongs to two intervals: there the logarithm must come out exact.
        if low <= 1.0 <= high or abs(low - 1) < 1e-12:
            inverse = 1.0
        else:
            center = (mpmath.mpf(low) + mpmath.mpf(high)) / 2
            unit = mpmath.mpf(2) ** (-8 if center < 1 else -9)
            inverse = float(mpmath.nint(1 / center / unit) * unit)
        exact = -mpmath.log(mpmath.mpf(inverse))
        head = float(mpmath.nint(exact * mpmath.mpf(2) ** 43) / mpmath.mpf(2) ** 43)
        assert max(abs(low * inverse - 1), abs(high * inverse - 1)) < 1 / 100, i
        yield inverse, head, float(exact - mpmath.mpf(head))


print("""/* premise-math-tables.c
 *
 * SPDX-FileCopyrightText: 2026 The Premise authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Made by build-aux/math-tables.py. */

#include "config.h"

#include "premise-math-private.h"

const guint64 premise_exp_table[2 * PREMISE_MATH_N] = {""")
for tail, value in exp_rows():
    print("  0x%016x, 0x%016x," % (tail, value))
print("""};

const double premise_log_table[4 * PREMISE_MATH_N] = {""")
for row in log_rows():
    print("  %s, %s, %s, 0," % tuple(x.hex() for x in row))
print("};")
