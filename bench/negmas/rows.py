"""One scenario by both sides as a row of figures, and rows as lines and bars."""

from __future__ import annotations

import pathlib
import statistics

import compare
import sides

TIMES = (("read", "read, ms"), ("frontier", "frontier and points, ms"),
         ("statistics", "all statistics, ms"))


def time_of(side: dict, part: str) -> float | None:
    known = side.get(part, {}).get("ms")
    return statistics.median(known) if known else None


def timing(ours: dict, theirs: dict, part: str) -> dict | None:
    """Medians of both; where NegMAS was stopped or ran out of memory, its time is a lower bound or
    unknown. Nothing where ours has none."""
    own = time_of(ours, part)
    if own is None:
        return None
    other = time_of(theirs, part)
    if other is not None:
        return {"ours_ms": own, "theirs_ms": other, "ratio": other / own}
    error = theirs.get(part, {}).get("error")
    if error is None and "stopped_after" in theirs:
        least = theirs["stopped_after"] * 1000
        return {"ours_ms": own, "stopped_ms": least, "ratio_at_least": least / own}
    return {"ours_ms": own, "error": error or "not asked"}


def as_case(ours: dict, theirs: dict) -> dict | None:
    """Reading as above, ours with what makes the files a checked case."""
    known = ours.get("read", {}).get("case_ms")
    return timing({"read": {"ms": known}}, theirs, "read") if known else None


def utilities_of(ours: dict, theirs: dict) -> dict | None:
    """How many outcomes were compared for all parties, and what differs."""
    if "utilities" not in ours.get("utilities", {}) or "utilities" not in \
            theirs.get("utilities", {}):
        return None
    one, other = ours["utilities"]["utilities"], theirs["utilities"]["utilities"]
    differences = compare.utility_differences(one, other)
    return {"compared": len(one), "same": len(one) - len({place for place, _ in differences}),
            "example": compare.smallest_difference(ours["utilities"]["outcomes"], one, other,
                                                   differences)}


def frontier_of(ours: dict, theirs: dict) -> dict | None:
    """Both frontiers as sets; nothing where one of them is not known whole."""
    one, other = ours.get("frontier", {}), theirs.get("frontier", {})
    if one.get("end") != "complete" or "points" not in other:
        return None
    difference = compare.set_difference(one["points"], other["points"])
    return {"ours": len(one["points"]),
            "theirs": len(set(map(tuple, other["points"]))),
            "only_ours": len(difference["only_ours"]),
            "only_theirs": len(difference["only_theirs"]),
            "example": {side: [float(number) for number in points[0]]
                        for side, points in difference.items() if points}}


def picked_of(ours: dict, theirs: dict) -> dict | None:
    one, other = ours.get("frontier", {}), theirs.get("frontier", {})
    if "picked" not in one or "picked" not in other:
        return None
    return compare.all_picked(one["picked"], other["picked"], ours["read"]["fallbacks"],
                              other["ranges"])


def samplers_of(ours: dict, theirs: dict) -> list[dict]:
    """What each sampler finds of the frontier of what is acceptable to both."""
    front = [compare.exact(point) for point in ours.get("frontier", {}).get("points", [])]
    fallbacks = compare.exact(ours.get("read", {}).get("fallbacks", []))
    found = []
    for sampler in theirs.get("samplers", []):
        points = {point for point in map(compare.exact, sampler["points"])
                  if all(value >= least or compare.is_same(value, least)
                         for value, least in zip(point, fallbacks))}
        missed = compare.nearest_missing(sorted(points), front)
        found.append({"name": sampler["name"], "ms": sampler["ms"][0], "acceptable": len(points),
                      "efficient": len(points) - len(missed), "of": len(front)})
    return found


def row_of(name: str, ours: dict, theirs: dict) -> dict:
    read = ours.get("read", {})
    return {"name": name, "parties": len(read.get("parties", [])),
            "outcomes": int(read.get("outcomes", 0)),
            "ours_refused": None if read else ours.get("complaints") or "stopped",
            "ours_stopped_after": ours.get("stopped_after"),
            "theirs_refused": theirs.get("read", {}).get("error") or
            theirs.get("utilities", {}).get("error"),
            "utilities": utilities_of(ours, theirs), "frontier": frontier_of(ours, theirs),
            "end": ours.get("frontier", {}).get("end", "stopped"),
            "points": ours.get("frontier", {}).get("size"),
            "are_solutions_proved": ours.get("frontier", {}).get("are_solutions_proved"),
            "picked": picked_of(ours, theirs), "samplers": samplers_of(ours, theirs),
            "times": {part: timing(ours, theirs, part) for part, _ in TIMES},
            "as_case": as_case(ours, theirs)}


def disagrees(row: dict) -> bool:
    utilities, frontier = row["utilities"], row["frontier"]
    return (utilities is not None and utilities["same"] < utilities["compared"]) or \
        (frontier is not None and frontier["only_ours"] + frontier["only_theirs"] > 0)


def both(name: str, folder: pathlib.Path, asked: dict) -> dict:
    """`asked`: python of NegMAS, samples, limit in seconds, parts."""
    ours = sides.ours([folder], asked["samples"], asked["limit"], asked.get("semantics", "negmas"))
    theirs: dict = {}
    if "utilities" in ours:
        theirs = sides.theirs(asked["python"], folder, ours["read"],
                              {"outcomes": ours["utilities"]["outcomes"],
                               "parts": asked["parts"]}, asked["limit"])
    return row_of(name, ours, theirs)


# Lines

HEAD = (f"{'scenario':24}{'n':>3}{'outcomes':>10}  {'utilities':>13}{'frontier':>13}  points "
        f"{'read, ms':>22}{'frontier and points, ms':>33}{'all statistics, ms':>33}\n"
        f"{'':24}{'':3}{'':10}  {'same/compared':>13}{'same/ours':>13}  NKSW   "
        f"{'ours':>7}{'theirs':>7}{'':>8}{'ours':>11}{'theirs':>10}{'':>12}"
        f"{'ours':>11}{'theirs':>10}")

SIGNS = {"same": "=", "tied": "~", "different": "X"}


def count_text(count: int) -> str:
    return str(count) if count < 10_000_000 else f"{count:.1e}"


def milliseconds(time: float) -> str:
    return f"{time:.0f}" if time >= 100 else f"{time:.3g}"


def time_text(times: dict | None, widths: tuple[int, int, int]) -> str:
    first, second, third = widths
    if times is None:
        return " " * sum(widths)
    theirs, ratio = "-", ""
    if "ratio" in times:
        theirs, ratio = milliseconds(times["theirs_ms"]), f"{times['ratio']:,.0f} x"
    elif "ratio_at_least" in times:
        theirs = f"> {milliseconds(times['stopped_ms'])}"
        ratio = f"> {times['ratio_at_least']:,.0f} x"
    return f"{milliseconds(times['ours_ms']):>{first}}{theirs:>{second}}{ratio:>{third}}"


def line_of(row: dict) -> str:
    utilities, frontier, picked = row["utilities"], row["frontier"], row["picked"]
    same = f"{utilities['same']}/{utilities['compared']}" if utilities else "-"
    front = "-"
    if frontier:
        front = f"{frontier['ours'] - frontier['only_ours']}/{frontier['ours']}"
        front += f"+{frontier['only_theirs']}" if frontier["only_theirs"] else ""
    elif row["points"] is not None:
        front = f"-/{row['points']}" if row["end"] == "complete" else f"({row['end']})"
    signs = "".join(SIGNS[picked[name]] for name in compare.POINTS) if picked else "-"
    return (f"{row['name'][-24:]:24}{row['parties']:3}{count_text(row['outcomes']):>10}  "
            f"{same:>13}{front:>13}  {signs:7}"
            f"{time_text(row['times']['read'], (7, 7, 8))}"
            f"{time_text(row['times']['frontier'], (11, 10, 12))}"
            f"{time_text(row['times']['statistics'], (11, 10, 12))}")


def remarks_of(row: dict) -> list[str]:
    """Lines below a row: who refused, who did not finish, what the samplers found."""
    lines = []
    for side, name in (("ours_refused", "unbracket"), ("theirs_refused", "NegMAS")):
        if row[side]:
            lines.append(f"{name} does not read it: {row[side].splitlines()[-1]}")
    if row["ours_stopped_after"] and not lines:
        lines.append(f"unbracket was stopped after {row['ours_stopped_after']:.0f} s")
    for part, title in TIMES if not lines else ():
        times = row["times"][part] or {}
        if "stopped_ms" in times:
            lines.append(f"NegMAS was stopped after {times['stopped_ms'] / 1000:.0f} s of "
                         f"{title.removesuffix(', ms')}")
            break
        if times.get("error") not in (None, "not asked"):
            lines.append(f"NegMAS, {title.removesuffix(', ms')}: {times['error']}")
            break
    for sampler in row["samplers"]:
        lines.append(f"NegMAS's {sampler['name']}: {sampler['ms']:.1f} ms, "
                     f"{sampler['efficient']} of the {sampler['of']} efficient outcomes acceptable "
                     f"to both, and {sampler['acceptable'] - sampler['efficient']} others")
    if disagrees(row):
        lines.append(f"DIFFERENT: {(row['utilities'] or {}).get('example') or ''} "
                     f"{(row['frontier'] or {}).get('example') or ''}")
    return lines


# Bars

def ratio_of(row: dict, part: str) -> float | None:
    times = row["times"][part] or {}
    return times.get("ratio", times.get("ratio_at_least"))


def bar(name: str, figure: float | None, least: float) -> dict:
    return {"bar": name, "figure": figure, "least": least,
            "met": figure is not None and figure >= least}


def share(pairs: list[tuple[int, int]]) -> float | None:
    """Of (same, compared), in percent."""
    whole = sum(compared for _, compared in pairs)
    return 100 * sum(same for same, _ in pairs) / whole if whole else None


def cell(rows: list[dict], parties: int, outcomes: int) -> dict | None:
    return next((row for row in rows
                 if (row["parties"], row["outcomes"]) == (parties, outcomes)), None)


def bars(rows: list[dict], cells: list[dict]) -> list[dict]:
    """Agreement over all rows; speed over the cells of stated sizes."""
    utilities = [(row["utilities"]["same"], row["utilities"]["compared"])
                 for row in rows if row["utilities"]]
    frontiers = [(int(not (row["frontier"]["only_ours"] or row["frontier"]["only_theirs"])), 1)
                 for row in rows if row["frontier"]]
    reads = [ratio for row in rows if (ratio := ratio_of(row, "read")) is not None]
    two, five = cell(cells, 2, 10**5), cell(cells, 5, 10**6)
    return [bar("outcomes whose utilities agree, %", share(utilities), 100),
            bar("frontiers that agree as sets of value vectors, %", share(frontiers), 100),
            bar("all statistics, 1e5 outcomes, 2 parties, NegMAS's time to ours",
                ratio_of(two, "statistics") if two else None, 1000),
            bar("frontier and points, 1e6 outcomes, 5 parties, NegMAS's time to ours",
                ratio_of(five, "frontier") if five else None, 500),
            bar("reading a folder, NegMAS's time to ours, median of all rows",
                statistics.median(reads) if reads else None, 10),
            bar("reading a folder, NegMAS's time to ours, least of all rows",
                min(reads, default=None), 10)]


def as_case_text(rows: list[dict]) -> str:
    """How reading compares where ours makes a case of it, too."""
    ratios = [row["as_case"]["ratio"] for row in rows if row["as_case"] and "ratio" in row["as_case"]]
    return "" if not ratios else (
        f"  reading and making a checked case: NegMAS's time of reading to ours {min(ratios):,.1f} to "
        f"{max(ratios):,.1f}, median {statistics.median(ratios):,.1f}")


def bar_text(row: dict) -> str:
    figure = "-" if row["figure"] is None else f"{row['figure']:,.1f}"
    return (f"  {row['bar']:68}{figure:>12}, at least {row['least']:<6} "
            f"{'met' if row['met'] else 'NOT MET'}")
