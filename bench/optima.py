"""The section of bench/run about optima: beside CBC, and beside plain enumeration.

Beside CBC, on the same synthetic cases and in the same run: one solution by
`unbracket_bench_optimum` as a whole process against the runs of `cbc` that find the same number,
and the engine's own time against those runs with CBC's start-up taken off each. Kalai and
Smorodinsky's needs a run for each party's largest gain and one for the share; Nash's product is not
linear, and CBC does not do it. Then `unbracket frontier`, which finds all solutions and a list of
efficient outcomes, against all these runs together. Each is run once. A run of CBC cut at five
seconds counts with that time and ends its question, so such ratios are lower bounds; where ours is
not proved within its budget of nodes there is no ratio.

What CBC takes for the best is added up exactly, and so is the outcome that `unbracket frontier`
shows; where the numbers differ, the benchmark ends with 1. So it does where plain enumeration
(bench/enumerate.cpp) finds something else.
"""

from __future__ import annotations

import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
from fractions import Fraction

from timing import PROGRAM, ROOT, convert, find, has_cbc, make_case, timed

sys.path.insert(0, str(ROOT / "tests" / "cli"))
from cbc_programs import CUT_SECONDS, Cbc, Cut, Game  # noqa: E402

CLASSES = ("rand", "opp", "corr", "nzs", "zs")
QUESTIONS = ("utilitarian", "egalitarian", "kalai_smorodinsky")
EVERYTHING = "frontier, all"


def ask_cbc(folder: pathlib.Path, game: Game, question: str) -> dict:
    """The measure that CBC finds, the runs it took, and their time."""
    cbc = Cbc(folder)
    try:
        measure, is_cut = getattr(cbc, question)(game), False
    except Cut:
        measure, is_cut = None, True
    return {"measure": measure, "cut": is_cut, "runs": len(cbc.milliseconds),
            "ms": sum(cbc.milliseconds)}


def shown_measure(game: Game, solutions: dict, question: str) -> Fraction | None:
    """What the outcome that `unbracket frontier` shows measures, added up exactly."""
    if solutions[question] is None:
        return None
    outcome = solutions[question]["outcome"]
    gains = game.gains([options.index(chosen)
                        for options, chosen in zip(game.options, outcome.values())])
    largest = {party: Fraction(gain) for party, gain in solutions["largest_gains"].items()}
    shares = [gains[party] / most for party, most in largest.items() if most > 0]
    return Fraction({"utilitarian": sum(gains.values()), "egalitarian": min(gains.values()),
                     "kalai_smorodinsky": min(shares, default=0)}[question])


def differences(theirs: dict, found: list[tuple[str, str | Fraction | None]]) -> list[str]:
    """Which of our numbers, each with what gave it, are not the measure that CBC found."""
    return [f"{source} has {number}, CBC {theirs['measure']}" for source, number in found
            if (None if number is None else Fraction(number)) != theirs["measure"]]


def question_row(theirs: dict, ours: dict, process_ms: float, start_up: float) -> dict:
    """One question by both."""
    solve_ms = max(0.0, theirs["ms"] - theirs["runs"] * start_up)
    return {"cbc_cut": theirs["cut"], "ours_cut": not ours["proved"], "runs": theirs["runs"],
            "measure": ours["measure"], "cbc_ms": theirs["ms"], "ours_ms": process_ms,
            "engine_ms": ours["elapsed_ms"], "solve_ratio": solve_ms / ours["elapsed_ms"],
            "process_ratio": theirs["ms"] / process_ms}


def everything_row(rows: list[dict], frontier_ms: float) -> dict:
    """All these questions together by both."""
    cbc_ms = sum(row["cbc_ms"] for row in rows)
    return {"cbc_cut": any(row["cbc_cut"] for row in rows),
            "ours_cut": any(row["ours_cut"] for row in rows),
            "runs": sum(row["runs"] for row in rows), "cbc_ms": cbc_ms, "ours_ms": frontier_ms,
            "process_ratio": cbc_ms / frontier_ms}


def one_case(folder: pathlib.Path, kind: str, seed: int, start_up: float) -> list[dict]:
    """One case by both: a row for each question, and one for everything."""
    case = folder / "case.toml"
    make_case(case, kind, seed)
    game = Game.read(convert(case, ".json"))
    frontier_ms, text = timed([PROGRAM, "frontier", str(case), "--format", "json", "--exact"])
    solutions, rows = json.loads(text)["solutions"], []
    for question in QUESTIONS:
        theirs = ask_cbc(folder, game, question)
        process_ms, text = timed([find("unbracket_bench_optimum"), str(case), question])
        ours = json.loads(text)
        measures = [("the engine", ours["measure"])] if ours["proved"] else []
        if solutions[question]["proved"] == "optimal":
            measures.append(("the outcome of `unbracket frontier`",
                             shown_measure(game, solutions, question)))
        wrong = [] if theirs["cut"] else differences(theirs, measures)
        if wrong:
            sys.exit(f"bench/run: optima differ, {question} of class {kind}, seed {seed}: "
                     + "; ".join(wrong))
        rows.append({"solution": question, **question_row(theirs, ours, process_ms, start_up)})
    rows.append({"solution": EVERYTHING, **everything_row(rows, frontier_ms)})
    return [{"class": kind, "seed": seed, **row} for row in rows]


def cell_of(rows: list[dict]) -> dict:
    """Medians over the seeds where our optimum is proved. With a run of CBC that was cut a ratio may
    be too small, never too large."""
    cell = {"class": rows[0]["class"], "solution": rows[0]["solution"], "cases": len(rows),
            "cbc_cut": sum(row["cbc_cut"] for row in rows),
            "ours_cut": sum(row["ours_cut"] for row in rows),
            "runs": statistics.median(row["runs"] for row in rows)}
    proved = [row for row in rows if not row["ours_cut"]]
    for key in ("cbc_ms", "ours_ms", "engine_ms", "solve_ratio", "process_ratio"):
        if proved and key in proved[0]:
            cell[key] = statistics.median(row[key] for row in proved)
    return cell


def figure_text(figure: float | None, unit: str = "") -> str:
    """Two digits or more; empty for what there is none of."""
    if figure is None:
        return ""
    digits = 0 if figure >= 10 else 1 if figure >= 1 else 2
    return f"{figure:,.{digits}f}{unit}"


def cell_text(cell: dict) -> str:
    texts = [figure_text(cell.get(key)) for key in ("cbc_ms", "ours_ms", "engine_ms")]
    bound = "> " if cell["cbc_cut"] else ""
    texts += [bound + figure_text(cell[key], " x") if key in cell else ""
              for key in ("solve_ratio", "process_ratio")]
    return (f"  {cell['class']:5} {cell['solution']:18}{cell['cases']:6}{cell['cbc_cut']:8}"
            f"{cell['ours_cut']:9}{cell['runs']:6g}"
            + "{:>9}{:>9}{:>10}{:>13}{:>15}".format(*texts).rstrip())


def start_up_ms(folder: pathlib.Path) -> float:
    """The least time of CBC on a case of one issue."""
    case = folder / "tiny.toml"
    make_case(case, "corr", 1, 1)
    cbc = Cbc(folder)
    game = Game.read(convert(case, ".json"))
    for _ in range(5):
        cbc.utilitarian(game)
    return min(cbc.milliseconds)


def beside_cbc(seeds: int) -> dict | None:
    """Prints a line for each class and question; None where CBC is not installed."""
    if not has_cbc("optima beside CBC"):
        return None
    rows, cells = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        start_up = start_up_ms(folder)
        print(f"optima beside CBC (start-up {start_up:.1f} ms; cut at {CUT_SECONDS} s; Nash is not"
              " linear, CBC does not do it)\n"
              "  class solution           cases CBC cut ours cut  runs   CBC ms  ours ms engine ms"
              "   solve time  whole process", flush=True)
        for kind in CLASSES:
            found = [row for seed in range(1, seeds + 1)
                     for row in one_case(folder, kind, seed, start_up)]
            rows += found
            for question in (*QUESTIONS, EVERYTHING):
                cells.append(cell_of([row for row in found if row["solution"] == question]))
                print(cell_text(cells[-1]), flush=True)
    compared = sum(not row["cbc_cut"] and not row["ours_cut"] for row in rows
                   if row["solution"] != EVERYTHING)
    print(f"  the same optimum wherever both were in time, in {compared} questions")
    return {"start_up_ms": start_up, "compared": compared, "cells": cells, "rows": rows}


def enumeration_cell(rows: list[dict]) -> dict:
    """Medians over classes and seeds, and the case where the engine gains least."""
    ratios = [row["plain_ms"] / row["ours_ms"] for row in rows]
    return {**{key: rows[0][key] for key in ("parties", "issues", "outcomes", "task")},
            "cases": len(rows), "none": sum(row.get("utilitarian", "") is None for row in rows),
            "plain_ms": statistics.median(row["plain_ms"] for row in rows),
            "ours_ms": statistics.median(row["ours_ms"] for row in rows),
            "ratio": statistics.median(ratios), "least_ratio": min(ratios)}


def enumeration_text(cell: dict) -> str:
    texts = [figure_text(cell["plain_ms"]), figure_text(cell["ours_ms"]),
             figure_text(cell["ratio"], " x"), figure_text(cell["least_ratio"], " x")]
    return (f"  4^{cell['issues']:<3}{cell['outcomes']:12,}{cell['parties']:4}  {cell['task']:10}"
            f"{cell['cases']:6}{cell['none']:6}" + "{:>12}{:>10}{:>13}{:>14}".format(*texts))


def beside_enumeration(seeds: int) -> dict:
    """Prints a line for each size, number of parties and task, over all classes and seeds."""
    print("optima beside plain enumeration (one thread each, the same optima or the run fails)\n"
          "  space    outcomes   n  task       cases  none    plain ms   ours ms"
          "        ratio   least ratio", flush=True)
    rows, cells, size = [], [], len(CLASSES) * seeds
    process = subprocess.Popen([find("unbracket_bench_enumerate"), str(seeds)],
                               stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        rows.append(json.loads(line))
        if not rows[-1]["same"]:
            process.kill()
            sys.exit(f"bench/run: enumeration finds something else: {line.strip()}")
        if len(rows) % size == 0:
            cells.append(enumeration_cell(rows[-size:]))
            print(enumeration_text(cells[-1]), flush=True)
    if process.wait() != 0:
        sys.exit("bench/run: the benchmark beside enumeration failed")
    return {"cells": cells, "rows": rows}


def optima(seeds: int) -> dict:
    """The whole section; enumeration with half of the seeds, up to three."""
    return {"beside_cbc": beside_cbc(seeds),
            "beside_enumeration": beside_enumeration(min((seeds + 1) // 2, 3))}
