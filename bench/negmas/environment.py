"""NegMAS in a virtual environment of its own, from PyPI, at the version that was compared."""

from __future__ import annotations

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements.txt"


def prepared(folder: pathlib.Path) -> pathlib.Path:
    """The Python of the environment, made where it is missing or of other requirements."""
    python = folder / "bin" / "python"
    mark = folder / "requirements.txt"
    wanted = REQUIREMENTS.read_text(encoding="utf-8")
    if python.exists() and mark.exists() and mark.read_text(encoding="utf-8") == wanted:
        return python
    print(f"setting up {wanted.strip()} from PyPI in {folder}", flush=True)
    commands = ([sys.executable, "-m", "venv", "--clear", folder],
                [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                 "--requirement", REQUIREMENTS])
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"bench/negmas: {' '.join(map(str, command))} failed\n{done.stderr.strip()}\n"
                     "It needs python3-venv (tools/setup peers) and a way to PyPI.")
    mark.write_text(wanted, encoding="utf-8")
    return python
