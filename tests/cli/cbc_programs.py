"""Solutions of score cases as programs for CBC: the smallest gain that is largest, the sum of gains, each
party's largest gain, and the smallest share of it. Shared by cbc_optimum_test.py and bench/optima.py.

The programs are written here, from the case as `unbracket convert` puts it into JSON, so that nothing of the
engine is in them. CBC works in floating point: what counts of its solution are the options it takes, and
those are added up exactly. The product of gains is not linear and stands in no such program.
"""

from __future__ import annotations

import json
import subprocess
import time
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

CUT_SECONDS = 5


class Cut(Exception):
    """CBC did not end in time."""


@dataclass(frozen=True)
class Question:
    """What an outcome in the zone is to have most of; `t` may stand in it, and in rows of its own."""

    objective: str
    rows: tuple[str, ...] = ()


class Game:
    """A score case of whole numbers: what each option of each issue is worth to each party, and the
    fallbacks."""

    def __init__(self, case: dict) -> None:
        self.parties = list(case["fallback"])
        self.need = case["fallback"]
        self.options = [list(issue["score"][self.parties[0]]) for issue in case["issue"].values()]
        self.scores = [{party: list(issue["score"][party].values()) for party in self.parties}
                       for issue in case["issue"].values()]

    @staticmethod
    def read(path: Path) -> Game:
        return Game(json.loads(path.read_text()))

    def gains(self, chosen: list[int]) -> dict[str, int]:
        return {party: sum(scores[party][option] for scores, option in zip(self.scores, chosen))
                - self.need[party] for party in self.parties}

    def terms(self, parties: list[str]) -> str:
        """The sum of these parties' totals."""
        return "\n  ".join(f"{sum(scores[party][option] for party in parties):+d} x_{at}_{option}"
                           for at, scores in enumerate(self.scores)
                           for option in range(len(scores[parties[0]])))

    def largest_sum(self) -> Question:
        return Question(self.terms(self.parties))

    def largest_gain(self, party: str) -> Question:
        return Question(self.terms([party]))

    def largest_smallest_gain(self) -> Question:
        return Question("t", tuple(f"{self.terms([party])} - t >= {self.need[party]}"
                                   for party in self.parties))

    def largest_smallest_share(self, largest: dict[str, int]) -> Question:
        """Of these gains; parties that can gain nothing are left out, and one must be left."""
        return Question("t", tuple(f"{self.terms([party])} - {gain} t >= {self.need[party]}"
                                   for party, gain in largest.items() if gain > 0))

    def program(self, question: Question) -> str:
        """The text of an LP file."""
        names = [[f"x_{at}_{option}" for option in range(len(options))]
                 for at, options in enumerate(self.options)]
        zone = [f"{self.terms([party])} >= {self.need[party]}" for party in self.parties]
        choice = [" + ".join(row) + " = 1" for row in names]
        lines = ["Maximize", f" best: {question.objective}", "Subject To"]
        lines += [f" r{at}: {row}" for at, row in enumerate([*zone, *choice, *question.rows])]
        lines += ["Binaries", *(f" {name}" for row in names for name in row), "End", ""]
        return "\n".join(lines)

    def chosen(self, solution: str) -> list[int] | None:
        """The option of each issue, as CBC's file of a solution has them; None: no outcome suits all."""
        status, *columns = solution.splitlines()
        if not status.startswith("Optimal"):
            if "nfeasible" in status:
                return None
            raise Cut
        taken = {name: round(float(value)) for _, name, value, *_ in map(str.split, columns)
                 if name.startswith("x_")}
        return [max(range(len(options)), key=lambda option: taken.get(f"x_{at}_{option}", 0))
                for at, options in enumerate(self.options)]


@dataclass
class Cbc:
    """Runs CBC in a folder, each run at most CUT_SECONDS long, and keeps how long each one took."""

    folder: Path
    milliseconds: list[float] = field(default_factory=list)

    def best_gains(self, game: Game, question: Question) -> dict[str, int] | None:
        """Gains in an outcome that is best by CBC's word, added up exactly; None: none suits all."""
        program, solution = self.folder / "best.lp", self.folder / "best.sol"
        program.write_text(game.program(question))
        start = time.perf_counter()
        subprocess.run(["cbc", str(program), "sec", str(CUT_SECONDS), "solve", "solution", str(solution), "quit"],
                       capture_output=True, text=True, check=True)
        self.milliseconds.append((time.perf_counter() - start) * 1000)
        chosen = game.chosen(solution.read_text())
        return None if chosen is None else game.gains(chosen)

    def utilitarian(self, game: Game) -> int | None:
        """The largest sum of gains; None: no outcome suits all."""
        gains = self.best_gains(game, game.largest_sum())
        return None if gains is None else sum(gains.values())

    def egalitarian(self, game: Game) -> int | None:
        """The smallest gain where that is largest; None: no outcome suits all."""
        gains = self.best_gains(game, game.largest_smallest_gain())
        return None if gains is None else min(gains.values())

    def largest_gains(self, game: Game) -> dict[str, int] | None:
        """Each party's largest gain, in a run each; None: no outcome suits all."""
        largest = {}
        for party in game.parties:
            gains = self.best_gains(game, game.largest_gain(party))
            if gains is None:
                return None
            largest[party] = gains[party]
        return largest

    def smallest_share(self, game: Game, largest: dict[str, int]) -> Fraction:
        """Of these largest gains, where it is largest; 0 where nobody can gain."""
        if not any(largest.values()):
            return Fraction(0)
        gains = self.best_gains(game, game.largest_smallest_share(largest))
        assert gains is not None, "the largest gains were found in the zone"
        return min(Fraction(gains[party], most) for party, most in largest.items() if most > 0)

    def kalai_smorodinsky(self, game: Game) -> Fraction | None:
        """The smallest share of largest gains where that is largest; None: no outcome suits all."""
        largest = self.largest_gains(game)
        return None if largest is None else self.smallest_share(game, largest)
