"""Compares what two programs found in one scenario: numbers, sets of value vectors, picked points.

Ours are exact fractions, NegMAS's are doubles. Two numbers are the same where they differ by at most
1e-9, or by that share of ours where it is larger than 1: sums of a few dozen doubles are off by far
less, and numbers that are really different by far more.
"""

from __future__ import annotations

from fractions import Fraction

TOLERANCE = Fraction(1, 10**9)
POINTS = ("nash", "kalai", "ks", "max_welfare")

Vector = tuple[Fraction, ...]


def exact(numbers: list) -> Vector:
    """Texts such as 2/3, or doubles, as the numbers they are."""
    return tuple(Fraction(number) for number in numbers)


def is_same(ours: Fraction, theirs: Fraction) -> bool:
    return abs(ours - theirs) <= TOLERANCE * max(Fraction(1), abs(ours))


def is_same_vector(ours: Vector, theirs: Vector) -> bool:
    return len(ours) == len(theirs) and all(map(is_same, ours, theirs))


def utility_differences(ours: list, theirs: list) -> list[tuple[int, int]]:
    """Outcome and party of each utility that differs; both sides have all outcomes and parties."""
    if len(ours) != len(theirs) or any(len(a) != len(b) for a, b in zip(ours, theirs)):
        raise ValueError("the two sides tell of different outcomes or parties")
    return [(outcome, party) for outcome, (one, other) in enumerate(zip(ours, theirs))
            for party, (a, b) in enumerate(zip(exact(one), exact(other))) if not is_same(a, b)]


def nearest_missing(points: list[Vector], among: list[Vector]) -> list[Vector]:
    """The points that are the same as none of the others. Most are found at once in a table of
    rounded vectors; only those that rounding parts are looked for one by one."""
    def rounded(vector: Vector) -> tuple[float, ...]:
        return tuple(float(f"{float(number):.6e}") for number in vector)

    table: dict[tuple, list[Vector]] = {}
    for vector in among:
        table.setdefault(rounded(vector), []).append(vector)
    return [point for point in points
            if not any(is_same_vector(point, each) for each in table.get(rounded(point), ()))
            and not any(is_same_vector(point, each) for each in among)]


def set_difference(ours: list, theirs: list) -> dict:
    """Two lists of vectors as sets: those that only one of them has."""
    one = sorted(set(map(exact, ours)))
    other = sorted(set(map(exact, theirs)))
    return {"only_ours": nearest_missing(one, other), "only_theirs": nearest_missing(other, one)}


def is_empty(difference: dict) -> bool:
    return not difference["only_ours"] and not difference["only_theirs"]


def starts(fallbacks: Vector, ranges: list[Vector]) -> list[tuple[Fraction, Fraction]]:
    """From where NegMAS counts and how far: from the reserved value or the least value, whichever
    is more."""
    return [(max(fallback, low), high - max(fallback, low))
            for fallback, (low, high) in zip(fallbacks, ranges)]


def measure(name: str, point: Vector, begin: list[tuple[Fraction, Fraction]]) -> Fraction:
    """What NegMAS's point of this name makes largest."""
    gains = [value - low for value, (low, _) in zip(point, begin)]
    if name == "nash":
        product = Fraction(1)
        for gain in gains:
            product *= gain
        return product
    if name == "kalai":
        return min(gains)
    if name == "ks":
        shares = [gain / width if width else gain for gain, (_, width) in zip(gains, begin)]
        return min(shares) - max(shares)
    return sum(point, Fraction(0))


def picked_points(name: str, ours: list, theirs: list,
                  begin: list[tuple[Fraction, Fraction]]) -> str:
    """`same`; `tied` where all that only one side has measure the same as what we have, so that
    exact numbers and doubles only part ties differently; else `different`."""
    difference = set_difference(ours, theirs)
    if is_empty(difference):
        return "same"
    if not ours or not theirs:
        return "different"
    best = measure(name, exact(ours[0]), begin)
    odd = difference["only_ours"] + difference["only_theirs"]
    return "tied" if all(is_same(best, measure(name, point, begin)) for point in odd) \
        else "different"


def all_picked(ours: dict, theirs: dict, fallbacks: list, ranges: list) -> dict[str, str]:
    begin = starts(exact(fallbacks), [exact(each) for each in ranges])
    return {name: picked_points(name, ours[name], theirs[name], begin) for name in POINTS}


def smallest_difference(outcomes: list, ours: list, theirs: list,
                        differences: list[tuple[int, int]]) -> dict | None:
    """The first difference, to be looked at."""
    if not differences:
        return None
    outcome, party = differences[0]
    return {"outcome": outcomes[outcome], "party": party, "ours": str(ours[outcome][party]),
            "theirs": theirs[outcome][party]}
