#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop knows a report by its file, and which program opens it.

usage: check-mime.py UPDATE_MIME_DATABASE MIME_XML DESKTOP_FILE
"""
import configparser
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

TYPE = "application/vnd.premise.report+zip"


def main():
    update, mime, desktop = sys.argv[1:]
    entry = configparser.ConfigParser(interpolation=None, strict=False)
    entry.optionxform = str
    entry.read(desktop, encoding="utf-8")
    types = entry["Desktop Entry"]["MimeType"].rstrip(";").split(";")
    assert TYPE in types, types
    assert entry["Desktop Entry"]["Exec"].endswith("%F")

    with tempfile.TemporaryDirectory(prefix="premise-mime-") as scratch:
        folder = pathlib.Path(scratch, "mime")
        (folder / "packages").mkdir(parents=True)
        shutil.copy(mime, folder / "packages" / "io.github.premise_app.Premise.xml")
        env = dict(os.environ, XDG_DATA_HOME=scratch, LC_ALL="C.UTF-8")
        result = subprocess.run([update, folder], env=env, capture_output=True, text=True,
                                check=True)
        assert result.stderr == "", result.stderr
        assert f"50:{TYPE}:*.premise" in (folder / "globs2").read_text().splitlines()
        assert f"{TYPE} application/zip" in (folder / "subclasses").read_text().splitlines()

        file = pathlib.Path(scratch, "report.premise")
        file.write_bytes(b"PK\3\4")
        info = subprocess.run(["gio", "info", "-a", "standard::content-type", file], env=env,
                              capture_output=True, text=True, check=True).stdout
        assert f"standard::content-type: {TYPE}" in info, info


main()
