#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes src/analysis/premise-sobol-directions.c from the list of S. Joe and F. Y. Kuo.

usage: sobol-directions.py new-joe-kuo-6.21201 > src/analysis/premise-sobol-directions.c

The list has, for each dimension from the second on, the degree of a primitive polynomial, its
inner coefficients and as many initial numbers.
"""
import sys

N_DIMENSIONS = 1024

HEAD = """/* premise-sobol-directions.c
 *
 * SPDX-FileCopyrightText: 2008 Stephen Joe and Frances Y. Kuo
 * SPDX-License-Identifier: BSD-3-Clause
 */

/* Made by build-aux/sobol-directions.py from the list new-joe-kuo-6.21201: for each dimension
 * but the first the degree of the polynomial, its inner coefficients and the initial numbers.
 */

#include "config.h"

#include "premise-sobol-private.h"

const guint16 premise_sobol_directions[] = {"""


def main():
    rows = [line.split() for line in open(sys.argv[1], encoding="ascii")][1:N_DIMENSIONS]
    print(HEAD)
    for row in rows:
        print("  " + ", ".join(row[1:]) + ",")
    print("};")


main()
