#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs Premise beside muParser, numpy and hand-made C on the same workloads, in one run on one
machine, and prints how far each is from the hand-made limit. tests/bench/README.md says what
each number is.

usage: run.py PREMISE-BENCH PEERS WORK [WORKLOAD ...]
PEERS is the folder with gen.py, limit/ and peers/; WORK a scratch folder.
BENCH_SEED and BENCH_BUDGET_MS (of each measuring loop) are passed on.
"""
import json
import os
import pathlib
import subprocess
import sys

WORKLOADS = ["w1", "w5", "w3", "w2"]

# workload, measure, the peer that is the limit, what ours may be, whether more is better
TARGETS = [
    ("w1", "full", "limit-c-straight", 8, False),
    ("w1", "edit_all", "limit-c-straight", 8, False),
    ("w2", "full", "limit-c-columnar-1t", 4, False),
    ("w2", "edit_wide", "limit-c-dirtylist", 3, False),
    ("w3", "full", "limit-c-straight", 5, False),
    ("w3", "edit_head", "limit-c-dirtylist", 4, False),
    ("w2", "edit_sparse", "limit-c-dirtylist", 2, False),
    ("w5", "mc", "limit-c-1t", 0.8, True),
    ("w5", "mc-2t", "limit-c-2t", 0.8, True),
    ("w1", "mc", "limit-c-1t", 0.5, True),
    ("w1", "mc-2t", "limit-c-2t", 0.5, True),
    ("w6", "tornado", "limit-c-vector", 3, False),
    ("w2", "load", "limit-c-parse", 1.6, False),
]
MEMORY_LIMIT = 24


def fail(message):
    sys.exit("run.py: " + message)


def prepare(peers, work, workloads, env):
    """Generates the models and builds the peers, unless they are there for this seed."""
    stamp = work / "made"
    made = "%s %s" % (env.get("BENCH_SEED", ""), " ".join(workloads))
    if stamp.exists() and stamp.read_text() == made:
        return
    (work / "bin").mkdir(parents=True, exist_ok=True)
    print("Making the workloads and the peers: a few minutes.", file=sys.stderr)
    run = lambda *command: subprocess.run(command, env=env, check=True, cwd=peers,
                                          stdout=subprocess.DEVNULL)
    run(sys.executable, "gen.py")
    run("sh", "limit/build.sh", *workloads)
    run("g++", "-O3", "-march=native", "-o", str(work / "bin/muparser"), "peers/muparser.cpp",
        "-lmuparser")
    stamp.write_text(made)


def measure(command, env, cwd):
    """The lines a program prints; what it complains about is shown."""
    result = subprocess.run(command, env=env, cwd=cwd, stdout=subprocess.PIPE, text=True)
    if result.returncode != 0:
        print("%s ended with %d" % (command[0], result.returncode), file=sys.stderr)
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]


def collect(premise, peers, work, workloads, env):
    lines = []
    for workload in workloads:
        binary = work / "bin"
        commands = [[str(binary / ("limit_" + workload)), workload],
                    [str(binary / "parse"), workload],
                    [str(binary / "muparser"), workload],
                    [premise, str(work / "models" / (workload + ".json"))]]
        if workload in ("w1", "w5"):
            commands.append([sys.executable, "peers/numpy_mc.py", workload])
        for command in commands:
            lines += measure(command, env, peers)
    return lines


def text_of(line):
    value, unit = line["value"], line["unit"]
    if unit == "ms":
        return "%.4g µs" % (value * 1000) if value < 1 else "%.4g ms" % value
    return "%.4g M/s" % (value / 1e6) if unit == "samples/s" else "%.4g %s" % (value, unit)


def find(lines, workload, measure_name, peer):
    """@peer: a name, or the beginning of one where several programs are one peer."""
    found = [line for line in lines if (line["workload"], line["measure"]) == (workload, measure_name)
             and line["peer"].startswith(peer)]
    if not found:
        return None
    more = found[0]["unit"] == "samples/s"
    return (max if more else min)(found, key=lambda line: line["value"])


def report(lines):
    """Prints the table; how many targets were missed."""
    missed = 0
    row = "%-4s %-12s %14s %14s %9s %9s %-7s %s"
    print(row % ("", "", "premise", "limit", "ratio", "target", "", "muParser, numpy: ratio"))
    for workload, name, limit_peer, target, more in TARGETS:
        base = name.removesuffix("-2t")
        ours = find(lines, workload, base, "premise-2t" if name.endswith("-2t")
                    else "premise-1t" if more else "premise")
        limit = find(lines, workload, base, limit_peer)
        if ours is None or limit is None:
            continue
        ratio = ours["value"] / limit["value"]
        reached = ratio >= target if more else ratio <= target
        missed += not reached
        others = []
        for peer in ("muparser", "numpy"):
            line = find(lines, workload, base, peer)
            if line is not None:
                others.append("%s %.3g" % (peer, line["value"] / limit["value"]))
        print(row % (workload, name, text_of(ours), text_of(limit), "%.3g" % ratio,
                     "%s %g" % ("≥" if more else "≤", target), "" if reached else "MISSED",
                     ", ".join(others)))
    memory = find(lines, "w2", "mem_model", "premise")
    if memory is not None:
        reached = memory["value"] <= MEMORY_LIMIT
        missed += not reached
        print(row % ("w2", "mem_model", text_of(memory), "", "", "≤ %d MiB" % MEMORY_LIMIT,
                     "" if reached else "MISSED", ""))
    wrong = [line for line in lines if line["peer"].startswith("premise")
             and line["measure"].startswith("relerr") and line["value"] > 1e-9]
    for line in wrong:
        print("WRONG: %s %s %g" % (line["workload"], line["measure"], line["value"]))
    return missed + len(wrong)


def main():
    if len(sys.argv) < 4:
        fail(__doc__.split("usage: ")[1].splitlines()[0])
    premise, peers, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]).absolute()
    workloads = sys.argv[4:] or WORKLOADS
    if not (peers / "gen.py").exists():
        fail("%s has no gen.py; set PREMISE_BENCH_PEERS to the folder of the benchmark peers" % peers)
    work.mkdir(parents=True, exist_ok=True)
    env = dict(os.environ, BENCH_WORK=str(work), BENCH_PY=sys.executable)
    env.setdefault("BENCH_BUDGET_MS", "2500")
    prepare(peers, work, workloads, env)
    lines = collect(str(pathlib.Path(premise).absolute()), peers, work, workloads, env)
    (work / "results.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    missed = report(lines)
    print("All lines: %s" % (work / "results.jsonl"))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
