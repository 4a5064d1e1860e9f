"""Runs the two sides on one scenario, each in a process of its own that prints a line a part."""

from __future__ import annotations

import json
import pathlib
import queue
import resource
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from timing import find  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
MOST_MEMORY = 8 << 30  # bytes of address space of either side


def limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def parts_of(command: list, question: str, limit: float) -> dict:
    """Each part by its name (samplers: a list of them). A part that takes longer than the limit
    ends the process; `stopped_after` then says how long it had. `errors` is what was complained."""
    with tempfile.TemporaryFile("w+") as asked, tempfile.TemporaryFile("w+") as complaints:
        asked.write(question)
        asked.seek(0)
        process = subprocess.Popen(command, stdin=asked, stdout=subprocess.PIPE, text=True,
                                   stderr=complaints, preexec_fn=limit_memory)
        with process:
            try:
                found = gathered(process, limit)
            finally:
                process.kill()
        complaints.seek(0)
        found["complaints"] = complaints.read().strip()
        return found


def gathered(process: subprocess.Popen, limit: float) -> dict:
    lines: queue.Queue = queue.Queue()

    def read() -> None:
        for line in process.stdout:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    found: dict = {}
    while True:
        begun = time.monotonic()
        try:
            line = lines.get(timeout=limit)
        except queue.Empty:
            found["stopped_after"] = time.monotonic() - begun
            return found
        if line is None:
            return found
        part = json.loads(line)
        if part["part"] == "sampler":
            found.setdefault("samplers", []).append(part)
        else:
            found[part["part"]] = part


def ours(paths: list, samples: int, limit: float, semantics: str = "negmas") -> dict:
    program = find("unbracket_bench_peers")
    return parts_of([program, semantics, str(samples), *paths], "", limit)


def theirs(python: pathlib.Path, folder: pathlib.Path, read: dict, asked: dict,
           limit: float) -> dict:
    """`read` and `asked["outcomes"]` are those of our side."""
    question = json.dumps({"folder": str(folder), "issues": read["issues"], **asked})
    return parts_of([python, "-B", HERE / "theirs.py"], question, limit)
