"""NegMAS's side: loads a folder, and prints one line of JSON a part with what it finds and the time.

Run by bench/negmas/run with the Python of NegMAS's own environment; nothing of unbracket is loaded
here. The question comes as JSON on standard input: the folder, the issues with their values as
texts, outcomes as places of values, and which parts are asked for. Times are milliseconds inside
this process, after all imports. Whatever keeps what it has worked out is loaded anew for each run.
"""

from __future__ import annotations

import json
import math
import random
import sys
import time
import warnings

warnings.filterwarnings("ignore")
from negmas.inout import Scenario  # noqa: E402
from negmas.preferences import ops, pareto_sampler  # noqa: E402

FEW_RUNS, MOST_RUNS = 5, 51
SHORT, LONG_ENOUGH = 0.5, 3.0  # seconds
SAMPLERS = ("IPSParetoSampler", "NB3ParetoSampler", "MOBANOSParetoSampler")


def tell(part: str, **found: object) -> None:
    print(json.dumps({"part": part, **found}), flush=True)


def load(folder: str) -> Scenario:
    """Without discounts: a case has no time in it. Statistics beside the files are not read."""
    scenario = Scenario.load(folder, ignore_discount=True, load_stats=False, load_info=False)
    if scenario is None:
        raise ValueError("no scenario is found there")
    return scenario


def repeated(prepare, run) -> tuple[list[float], object]:
    """Times of runs, each of a scenario prepared anew, and what the last one gave."""
    times: list[float] = []
    while True:
        prepared = prepare()
        start = time.perf_counter()
        found = run(prepared)
        times.append((time.perf_counter() - start) * 1000)
        wanted = MOST_RUNS if sum(times) < SHORT * 1000 else FEW_RUNS
        if len(times) >= wanted or sum(times) > LONG_ENOUGH * 1000:
            return times, found


def number(utility: object) -> float:
    """Of a utility that may be a distribution; of a reserved value that is none minus infinity."""
    return -math.inf if utility is None else float(utility)  # type: ignore[arg-type]


def value_of(issue: object, text: str) -> object:
    """The issue's value that is written so."""
    if not issue.is_finite():
        return float(text)
    for value in issue.all:
        if str(value).strip() == text:
            return value
    for value in issue.all:
        if isinstance(value, (int, float)) and float(value) == float(text):
            return value
    raise ValueError(f"issue {issue.name} has no value {text}")


class Places:
    """Their outcomes for places of our values, issues matched by name. An issue that we do not have
    and that has one value, as readers of Genius files may add, takes that."""

    def __init__(self, scenario: Scenario, issues: list[dict]) -> None:
        ours = {issue["name"]: place for place, issue in enumerate(issues)}
        self.columns = []
        for issue in scenario.outcome_space.issues:
            place = ours.get(issue.name, ours.get(issue.name.strip()))
            if place is not None:
                self.columns.append((place, [value_of(issue, text)
                                             for text in issues[place]["values"]]))
            elif issue.is_finite() and issue.cardinality == 1:
                self.columns.append((None, list(issue.all)))
            else:
                raise ValueError(f"the issue {issue.name} is not known to unbracket")
        missing = set(range(len(issues))) - {place for place, _ in self.columns}
        if missing:
            raise ValueError(f"issue {issues[min(missing)]['name']} is not known to NegMAS")

    def outcome(self, places: list[int]) -> tuple:
        return tuple(values[0] if place is None else values[places[place]]
                     for place, values in self.columns)


def vectors(points) -> list[list[float]]:
    return [[number(value) for value in point] for point in points]


def frontier_and_points(scenario: Scenario) -> dict:
    """The frontier of what is acceptable to all, and the points NegMAS picks on it."""
    ufuns = scenario.ufuns
    outcomes = list(scenario.outcome_space.enumerate_or_sample(max_cardinality=math.inf))
    front, _ = ops.pareto_frontier(ufuns, outcomes, sort_by_welfare=True)
    ranges = [ufun.minmax(scenario.outcome_space, above_reserve=False) for ufun in ufuns]
    picked = {"nash": ops.nash_points(ufuns, frontier=front, ranges=ranges),
              "kalai": ops.kalai_points(ufuns, frontier=front, ranges=ranges),
              "ks": ops.ks_points(ufuns, frontier=front, ranges=ranges),
              "max_welfare": ops.max_welfare_points(ufuns, frontier=front, ranges=ranges)}
    return {"front": front, "picked": picked, "ranges": ranges}


def tell_read(question: dict) -> Scenario:
    times, scenario = repeated(lambda: None, lambda _: load(question["folder"]))
    tell("read", ms=times, parties=[ufun.name for ufun in scenario.ufuns],
         fallbacks=[number(ufun.reserved_value) for ufun in scenario.ufuns],
         kinds=sorted({type(ufun).__name__ for ufun in scenario.ufuns}))
    return scenario


def tell_utilities(question: dict, scenario: Scenario) -> None:
    places = Places(scenario, question["issues"])
    start = time.perf_counter()
    utilities = [[number(ufun(outcome)) for ufun in scenario.ufuns]
                 for outcome in map(places.outcome, question["outcomes"])]
    tell("utilities", ms=[(time.perf_counter() - start) * 1000], utilities=utilities)


def tell_frontier(question: dict) -> None:
    times, found = repeated(lambda: load(question["folder"]), frontier_and_points)
    tell("frontier", ms=times, points=vectors(found["front"]),
         ranges=vectors(found["ranges"]),
         picked={name: vectors(point for point, _ in points)
                 for name, points in found["picked"].items()})


def tell_statistics(question: dict) -> None:
    times, stats = repeated(lambda: load(question["folder"]), lambda each: each.calc_stats())
    tell("statistics", ms=times, rational_fraction=stats.rational_fraction)


def tell_samplers(question: dict) -> None:
    """The samplers for two parties, asked for all that they find."""
    for name in SAMPLERS:
        random.seed(1)
        scenario = load(question["folder"])
        one, other = scenario.ufuns
        start = time.perf_counter()
        sampler = getattr(pareto_sampler, name)()
        sampler.init(one, other)
        outcomes = sampler.pareto_outcomes(min_util=-math.inf)
        times = [(time.perf_counter() - start) * 1000]
        tell("sampler", name=name, ms=times,
             points=[[number(one(outcome)), number(other(outcome))] for outcome in outcomes])


def answer(question: dict) -> None:
    scenario = tell_read(question)
    parts = {"utilities": lambda: tell_utilities(question, scenario),
             "frontier": lambda: tell_frontier(question),
             "statistics": lambda: tell_statistics(question),
             "samplers": lambda: tell_samplers(question)}
    for part in question["parts"]:
        try:
            parts[part]()
        except MemoryError:
            tell(part, error="out of memory")
        except Exception as error:  # noqa: BLE001  whatever NegMAS raises is its answer
            tell(part, error=f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    try:
        answer(asked)
    except Exception as error:  # noqa: BLE001
        tell("read", error=f"{type(error).__name__}: {error}")
