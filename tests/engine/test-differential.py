#!/usr/bin/env python3
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Thousands of random formulas must come to what Python makes of them.

Usage: test-differential.py EVALUATE [NUMBER [SEED]]
with the program of evaluate.c. A formula is made as a tree, written down with as few
parentheses as its operators need, and worked out from the tree, cell by cell.
"""

import math
import random
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal, getcontext

# More digits than the largest and the smallest double have together.
getcontext().prec = 700

INDEXES = {"i": ["i1", "i2", "i3", "i4"], "j": ["j1", "j2", "j3"]}
ORDER = ["i", "j"]
ERROR = None

# What numbers are worth thinking about.
NUMBERS = [0, 1, 2, 3, 0.5, 0.1, 0.25, 7, 10, 100, 1e-3, 1e6, 12.75]
VARIABLES = {"a": (), "b": (), "zero": (), "big": (), "数": (), "二〇年": (), "p": ("i",), "q": ("i",), "r": ("j",),
             "g": ("i", "j"), "m.n": ("i",)}

# How tight an operator binds; all group from the left, and a sign tighter than ^.
BINDING = {"or": 1, "and": 2, "not": 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "=": 4, "<>": 4,
           "+": 5, "-": 5, "*": 6, "/": 6, "^": 7, "neg": 8, "%": 9}
ATOM = 10
REDUCTIONS = ["sum", "mean", "median", "min", "max", "product", "count"]
SERIES = ["cumulate", "share", "rank"]
# Those that take another argument, which has not the index.
OUTER_SERIES = ["prev", "lag", "sort_by"]
LOOKUPS = ["index_of", "interpolate", "lookup"]


def finite(value):
    return value if value is not ERROR and math.isfinite(value) else ERROR


def power(a, b):
    try:
        value = math.pow(a, b)
    except (ValueError, OverflowError, ZeroDivisionError):
        return ERROR
    return finite(value)


def binary(operator, a, b):
    if a is ERROR or b is ERROR:
        return ERROR
    if operator == "+":
        return finite(a + b)
    if operator == "-":
        return finite(a - b)
    if operator == "*":
        return finite(a * b)
    if operator == "/":
        return finite(a / b) if b != 0 else ERROR
    if operator == "^":
        return power(a, b)
    return float({"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b, "=": a == b, "<>": a != b}[operator])


def round_away(a, digits):
    if digits == 0:
        return math.copysign(math.floor(abs(a) + 0.5), a) if abs(a) < 2 ** 52 else a
    scale = 10.0 ** abs(digits)
    if digits < 0:
        return round_away(a / scale, 0) * scale
    # Half away from zero of what the shortest digits of the number say, in decimal arithmetic.
    return math.copysign(float(Decimal(repr(abs(a))).quantize(Decimal(1).scaleb(-int(digits)), ROUND_HALF_UP)), a)


def call(name, values):
    if any(value is ERROR for value in values):
        return ERROR
    a = values[0]
    try:
        if name == "abs":
            return abs(a)
        if name == "sign":
            return float((a > 0) - (a < 0))
        if name == "floor":
            return float(math.floor(a))
        if name == "ceil":
            return float(math.ceil(a))
        if name == "round":
            return finite(round_away(a, int(values[1]) if len(values) > 1 else 0))
        if name == "sqrt":
            return math.sqrt(a)
        if name == "exp":
            return math.exp(a)
        if name == "ln":
            return math.log(a)
        if name == "log10":
            return math.log10(a)
        if name == "mod":
            rest = math.fmod(a, values[1])
            return rest + values[1] if rest != 0 and (rest < 0) != (values[1] < 0) else rest
        if name == "clamp":
            return min(max(a, values[1]), values[2]) if values[1] <= values[2] else ERROR
    except (ValueError, OverflowError):
        return ERROR
    raise ValueError(name)


def reduce(name, line):
    if any(value is ERROR for value in line):
        return float(sum(value is not ERROR for value in line)) if name == "count" else ERROR
    if name == "count":
        return float(len(line))
    if name == "median":
        ordered = sorted(line)
        half = len(line) // 2
        return ordered[half] if len(line) % 2 else finite((ordered[half - 1] + ordered[half]) / 2)
    if name in ("min", "max"):
        return {"min": min, "max": max}[name](line)
    if name == "product":
        return finite(math.prod(line))
    total = finite(sum_in_order(line))
    return total if name == "sum" or total is ERROR else total / len(line)


def sum_in_order(line):
    total = 0.0
    for value in line:
        total += value
    return total


def series(name, line, place):
    if name == "cumulate":
        part = line[:place + 1]
        return ERROR if any(value is ERROR for value in part) else finite(sum_in_order(part))
    if any(value is ERROR for value in line):
        return ERROR
    if name == "share":
        total = sum_in_order(line)
        return finite(line[place] / total) if total != 0 else ERROR
    return float(1 + sum(value > line[place] for value in line))


def outer_series(name, line, other, place):
    """other: the initial value, or the keys for sort_by."""
    if name == "sort_by":
        if any(key is ERROR for key in other):
            return ERROR
        return [line[k] for k in sorted(range(len(line)), key=lambda k: other[k])][place]
    place -= {"prev": 1, "lag": 2}[name]
    return line[place] if place >= 0 else other


def look_up(name, x, line):
    """In the running sum of the values without signs, which ascends; index_of() in the line itself."""
    if x is ERROR or any(value is ERROR for value in line):
        return ERROR
    if name == "index_of":
        return float(line.index(x) + 1) if x in line else ERROR
    keys = []
    for value in line:
        keys.append((keys[-1] if keys else 0.0) + (abs(value) + 1))
    if any(not math.isfinite(key) for key in keys) or any(a >= b for a, b in zip(keys, keys[1:])):
        return ERROR
    below = [k for k in range(len(keys)) if keys[k] <= x]
    if name == "lookup":
        return line[below[-1]] if below else ERROR
    if not below or len(below) == len(keys):
        return line[-1 if below else 0]
    k = below[-1]
    return finite(line[k] + (line[k + 1] - line[k]) * ((x - keys[k]) / (keys[k + 1] - keys[k])))


def worth(rate, payments):
    if rate is ERROR or any(value is ERROR for value in payments) or rate == -1:
        return ERROR
    return finite(sum_in_order([value / (1 + rate) ** (k + 1) for k, value in enumerate(payments)]))


class Node:
    """Its operation, what it works on, and its indexes."""

    def __init__(self, kind, children=(), data=None, dims=None):
        self.kind = kind
        self.children = list(children)
        self.data = data
        if dims is None:
            dims = {dim for child in self.children for dim in child.dims}
        self.dims = set(dims)

    def evaluate(self, values, place):
        kind, children, data = self.kind, self.children, self.data
        if kind == "number":
            return float(data)
        if kind == "variable":
            own = VARIABLES[data]
            cell = 0
            for dim in own:
                cell = cell * len(INDEXES[dim]) + place[dim]
            return values[data][cell]
        if kind == "member":
            return children[0].evaluate(values, place | {data[0]: INDEXES[data[0]].index(data[1])})
        if kind in ("reduce", "series"):
            name, dim = data
            line = [children[0].evaluate(values, place | {dim: k}) for k in range(len(INDEXES[dim]))]
            return reduce(name, line) if kind == "reduce" else series(name, line, place[dim])
        if kind in ("outer", "lookup", "npv"):
            dim = data[1]
            line = [children[0].evaluate(values, place | {dim: k}) for k in range(len(INDEXES[dim]))]
            if data[0] == "sort_by":
                keys = [children[1].evaluate(values, place | {dim: k}) for k in range(len(INDEXES[dim]))]
                return outer_series(data[0], line, keys, place[dim])
            other = children[1].evaluate(values, place)
            if kind == "outer":
                return outer_series(data[0], line, other, place[dim])
            return look_up(data[0], other, line) if kind == "lookup" else worth(other, line)
        if kind == "if":
            condition = children[0].evaluate(values, place)
            return ERROR if condition is ERROR else children[1 if condition != 0 else 2].evaluate(values, place)
        own = [child.evaluate(values, place) for child in children]
        if kind == "binary" and data in ("and", "or"):
            if own[0] is ERROR:
                return ERROR
            if (own[0] != 0) == (data == "or"):
                return float(data == "or")
            return ERROR if own[1] is ERROR else float(own[1] != 0)
        if kind == "binary":
            return binary(data, *own)
        if kind == "call":
            return call(data, own)
        if own[0] is ERROR:
            return ERROR
        return {"neg": -own[0], "%": own[0] / 100, "not": float(own[0] == 0)}[kind]

    def binding(self):
        if self.kind == "not" and self.write_not().startswith("not("):
            return ATOM
        if self.kind == "binary":
            return BINDING[self.data]
        return BINDING.get(self.kind, ATOM)

    def write(self, least=0):
        text = self.write_plain()
        return f"({text})" if self.binding() < least else text

    def write_plain(self):
        kind, children, data = self.kind, self.children, self.data
        if kind == "number":
            return repr(data)
        if kind == "variable":
            return data
        if kind == "member":
            return f"{children[0].write(ATOM)}[{data[0]} = {data[1]}]"
        if kind in ("reduce", "series"):
            return f"{data[0]}({children[0].write()} over {data[1]})"
        if kind in ("outer", "lookup", "npv"):
            name, dim = data
            line, other = children[0].write(), children[1].write()
            keys = f"cumulate(abs({line}) + 1 over {dim})"
            arguments = {"lag": f"{line}, 2, {other}", "npv": f"{other}, {line}",
                         "interpolate": f"{other}, {keys}, {line}",
                         "lookup": f"{other}, {keys}, {line}"}.get(name, f"{line}, {other}")
            return f"{name}({arguments} over {dim})"
        if kind in ("if", "call"):
            name = "if" if kind == "if" else data
            return f"{name}({', '.join(child.write() for child in children)})"
        if kind == "not":
            return self.write_not()
        binding = self.binding()
        if kind == "binary":
            # Comparisons do not chain.
            left = binding + 1 if binding == 4 else binding
            return f"{children[0].write(left)} {data} {children[1].write(binding + 1)}"
        if kind == "%":
            return f"{children[0].write(binding)}%"
        return f"-{children[0].write(binding)}"

    def write_not(self):
        """Before a parenthesis it is a function, and what follows is not its business."""
        text = self.children[0].write(BINDING["not"])
        return f"not({self.children[0].write()})" if text.startswith("(") else f"not {text}"


class Maker:
    """Makes trees. What jumps, as floor does, is put on exact arithmetic only: where Python's
    exp differs in the last bit, it must not tip over."""

    def __init__(self, rng):
        self.rng = rng

    def leaf(self):
        if self.rng.random() < 0.4:
            return Node("number", data=self.rng.choice(NUMBERS))
        name = self.rng.choice(list(VARIABLES))
        return Node("variable", data=name, dims=VARIABLES[name])

    def make(self, depth):
        rng = self.rng
        if depth == 0 or rng.random() < 0.1:
            return self.leaf()
        kind = rng.random()
        if kind < 0.45:
            return Node("binary", [self.make(depth - 1), self.make(depth - 1)], rng.choice("+-*/"))
        if kind < 0.53:
            return Node("binary", [self.make(depth - 1), self.make(depth - 1)],
                        rng.choice(["<", "<=", ">", ">=", "=", "<>", "and", "or"]))
        if kind < 0.62:
            return Node(rng.choice(["neg", "%", "not"]), [self.make(depth - 1)])
        if kind < 0.68:
            return Node("if", [self.make(depth - 1) for _ in range(3)])
        if kind < 0.82:
            return self.call(depth)
        return self.line(self.make(depth - 1))

    def call(self, depth):
        name = self.rng.choice(["abs", "sign", "floor", "ceil", "round", "sqrt", "mod", "clamp"])
        children = [self.make(depth - 1)]
        if name == "round" and self.rng.random() < 0.7:
            children.append(Node("number", data=self.rng.randrange(4)))
        elif name == "mod":
            children.append(self.make(depth - 1))
        elif name == "clamp":
            children += [self.make(depth - 1), self.make(depth - 1)]
        return Node("call", children, name)

    def line(self, child):
        if not child.dims:
            return child
        dim = self.rng.choice(sorted(child.dims))
        kind = self.rng.random()
        if kind < 0.2:
            return Node("member", [child], (dim, self.rng.choice(INDEXES[dim])), child.dims - {dim})
        if kind < 0.4:
            return self.outer(child, dim)
        if kind < 0.8:
            return Node("reduce", [child], (self.rng.choice(REDUCTIONS), dim), child.dims - {dim})
        return Node("series", [child], (self.rng.choice(SERIES), dim))

    def outer(self, child, dim):
        """Along an index, with something that has it not; only keys to sort by may have."""
        name = self.rng.choice(OUTER_SERIES + LOOKUPS)
        other = self.leaf()
        while name != "sort_by" and dim in other.dims:
            other = self.leaf()
        dims = child.dims | other.dims
        if name in OUTER_SERIES:
            return Node("outer", [child, other], (name, dim), dims)
        return Node("lookup", [child, other], (name, dim), dims - {dim})

    def payments(self):
        """Powers again, so outside."""
        rate = Node("number", data=self.rng.choice([0, 0.1, 0.07, 0.5]))
        return Node("npv", [Node("variable", data="p", dims=VARIABLES["p"]), rate], ("npv", "i"), ())

    def formula(self):
        exact = self.make(self.rng.randrange(1, 6))
        if self.rng.random() < 0.75:
            return exact
        # exp and the like stay on the outside, so that a last bit stays one.
        other = Node("number", data=self.rng.choice([2, 3, 0.5, 1.7, -1, -2.5, 0, 30]))
        outer = self.rng.choice([Node("call", [exact], name) for name in ("exp", "ln", "log10")]
                                + [self.payments(), Node("binary", [exact, other], "^"),
                                   Node("binary", [other, exact], "^")])
        return Node("binary", [outer, self.leaf()], "*") if self.rng.random() < 0.5 else outer


def get_cells(dims):
    dims = [dim for dim in ORDER if dim in dims]
    places = [{}]
    for dim in dims:
        places = [place | {dim: k} for place in places for k in range(len(INDEXES[dim]))]
    return places


def run(program, header, formulas, edits):
    text = header + "".join(f"formula f{k} - : {node.write()}\n" for k, node in enumerate(formulas))
    text += "".join(f"set {name} {cell} {value!r}\n" for name, cell, value in edits)
    result = subprocess.run([program], input=text, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f"{result.stdout[-500:]}{result.stderr}")
    lines = [line.split(" ") for line in result.stdout.splitlines()]
    size = len(VARIABLES) + len(formulas)
    return [{line[0]: line[1:] for line in lines[k:k + size]} for k in range(0, len(lines), size)]


def agree(found, expected):
    if expected is ERROR:
        return found.startswith("#")
    if found.startswith("#"):
        return False
    return math.isclose(float(found), expected, rel_tol=4e-15, abs_tol=1e-300)


def check(found, formulas, values):
    wrong = n = 0
    for k, node in enumerate(formulas):
        expected = [node.evaluate(values, place) for place in get_cells(node.dims)]
        n += len(expected)
        own = found[f"f{k}"]
        if len(own) == len(expected) and all(agree(*pair) for pair in zip(own, expected)):
            continue
        wrong += 1
        if wrong <= 10:
            print(f"# {node.write()}\n#   found    {own}\n#   expected {expected}")
    return wrong, n


def main():
    program = sys.argv[1]
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 6000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    rng = random.Random(seed)
    maker = Maker(rng)
    wrong = n = 0
    for _ in range(number // 500):
        values = {"zero": [0.0], "big": [1e200]}
        for name, dims in VARIABLES.items():
            values.setdefault(name, [rng.choice([rng.uniform(-10, 10), float(rng.randrange(-5, 20)), 0.5])
                                     for _ in get_cells(dims)])
        header = "".join(f"index {name} {' '.join(members)}\n" for name, members in INDEXES.items())
        for name, dims in VARIABLES.items():
            header += " ".join(["assumption", name, "-", *dims, ":", *map(repr, values[name])]) + "\n"
        formulas = [maker.formula() for _ in range(500)]
        edits = [(name, rng.randrange(len(values[name])), rng.uniform(-3, 3)) for name in ("a", "q", "g")]
        found = run(program, header, formulas, edits)
        for k, state in enumerate(found):
            if k > 0:
                values[edits[k - 1][0]][edits[k - 1][1]] = edits[k - 1][2]
            more = check(state, formulas, values)
            wrong, n = wrong + more[0], n + more[1]
    print(f"{'not ' if wrong else ''}ok 1 {number} formulas, {n} values, {wrong} wrong, seed {seed}\n1..1")
    sys.exit(wrong > 0)


main()
