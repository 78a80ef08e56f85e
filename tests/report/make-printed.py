#!/usr/bin/env python3
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Lists the numbers that the source of the report prints, from the inventory of its models.

Usage: make-printed.py MODELS [OUTPUT]
MODELS is models.json of the inventory; OUTPUT is tests/report/data/printed.json unless another is
named. The list is kept in the repository, so that the test needs no inventory.
"""

import json
import pathlib
import sys

# How the inventory writes a unit, as the engine does, and the scale that the number is printed in.
UNITS = {
    "亿元": ("亿元", "@yi"),
    "亿美元": ("亿美元", "@yi"),
    "%": ("%", "@one"),
    "x": ("×", "@one"),
    "年": ("year", "@one"),
}


def rows(models):
    for model in models["models"]:
        for output in model["outputs"]:
            if output["printed"] is None:
                continue
            unit, scale = UNITS[output["unit"]]
            decimals = output["printed_decimals"] or 0
            yield {
                "id": f"{model['id']}.{output['id']}",
                "unit": unit,
                "format": f".{decimals} {scale} bare",
                "printed": output["printed"],
                "recomputed": output["recomputed"],
                "matches": output["verdict"] == "match",
                "text": f"{output['printed']:,.{decimals}f}".replace("-", "−"),
            }


def main():
    models = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
    output = pathlib.Path(__file__).parent / "data" / "printed.json"
    if len(sys.argv) > 2:
        output = pathlib.Path(sys.argv[2])
    lines = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in rows(models))
    output.write_text('{\n  "comment": "Made by make-printed.py.",\n  "numbers": [\n' + lines + "\n  ]\n}\n", "utf-8")


main()
