import { describe, expect, it } from "vitest";
import type { Frontier, Solution } from "../answers/answers";
import { smallCheck, smallShow } from "../testing/cases";
import { completeText, proofText, spread, tiesText } from "./efficient";
import { namesOf } from "./names";
import { gainAxis } from "./scale";
import { oneAtATime, truthTable } from "./table";

const names = namesOf(smallShow());

function frontier(more: Partial<Frontier>): Frontier {
  return {
    among: "feasible",
    reading: "single",
    complete: true,
    guarantee: null,
    count: 0,
    outcomes: [],
    solutions: {},
    ...more,
  };
}

function outcomes(...gains: [number, number][]) {
  return gains.map(([alta, bera]) => ({ outcome: {}, values: {}, gains: { alta, bera } }));
}

describe("a list of efficient outcomes", () => {
  it("that is complete is said to be, and how much of it is in the page", () => {
    expect(completeText(frontier({ count: 1, outcomes: outcomes([1, 1]) }), names)).toBe(
      "1 efficient combination of gains; none is missing.",
    );
    expect(completeText(frontier({ count: 3, outcomes: outcomes([1, 1]) }), names)).toContain(
      "3 efficient combinations of gains; none is missing, of which 1, spread evenly",
    );
  });

  it("states its guarantee in numbers, and where it is weak", () => {
    const guarantee = {
      within: { alta: 2.5, bera: 1 },
      spans: { alta: 5, bera: 90 },
      weak: { alta: true, bera: false },
    };
    const text = completeText(frontier({ complete: false, guarantee, count: 1, outcomes: outcomes([1, 1]) }), names);
    expect(text).toContain("Alta 2.5 (weak: more than a quarter of what it can win or lose), Bera 1.");
  });

  it("without one says that nothing is known of what is missing", () => {
    expect(completeText(frontier({ complete: false }), names)).toContain("how much better they could be is not known");
  });

  it("is shown spread evenly, with both ends", () => {
    const inside = Uint8Array.from({ length: 101 }, (_, at) => (at % 2 === 0 ? 1 : 0));
    expect(spread(inside, 3)).toEqual([0, 50, 100]);
    expect(spread(Uint8Array.from([0, 1, 1]), 3)).toEqual([1, 2]);
    expect(spread(new Uint8Array(9), 3)).toEqual([]);
  });
});

describe("what a rule picks", () => {
  const solution = (more: Partial<Solution>) =>
    ({ proved: "optimal", gap: null, ties: [], all_ties: true, ...more }) as Solution;

  it("is the best only where that was proved", () => {
    expect(proofText(solution({}), 0.01)).toBe("");
    expect(proofText(solution({ proved: "within", gap: 1 }), 0.01)).toContain("1 % of its span");
    expect(proofText(solution({ proved: "cut", gap: 2.5 }), 0)).toContain("up to 2.5 more");
    expect(proofText(solution({ proved: "cut" }), 0)).toContain("not known");
  });

  it("may be as good as others", () => {
    expect(tiesText(solution({}))).toBe("");
    expect(tiesText(solution({ ties: [1] }))).toBe("1 other combination of gains is as good by this rule.");
    expect(tiesText(solution({ ties: [1, 2], all_ties: false }))).toContain("At least 2");
  });
});

describe("a bar", () => {
  it("a bar's zero keeps its place, but for what lies far below", () => {
    const [alta] = smallShow().parties;
    expect(gainAxis(smallShow(), alta!, [-10, 20])).toEqual([-40, 80]);
    expect(gainAxis(smallShow(), alta!, [0, 70])).toEqual([-40, 80]);
    expect(gainAxis(smallShow(), alta!, [-60, 70])).toEqual([-60, 80]);
  });
});

describe("open questions", () => {
  const question = {
    id: "x",
    question: "?",
    kind: "alternative",
    evaluated: true,
    answers: { yes: "agreement" as const, no: null },
    problems: { no: "no option is left" },
    decisive: 1,
    of: 1,
  };

  it("too many for all combinations are answered one at a time, with what is no valid case", () => {
    const check = smallCheck({
      combinations: null,
      alternatives: [question, { ...question, id: "y", evaluated: false }],
    });
    expect(truthTable(check)).toEqual({ questions: [], lines: [], otherwise: null });
    expect(oneAtATime(check)).toEqual([
      { answers: { x: "yes" }, verdict: "agreement" },
      { answers: { x: "no" }, verdict: null, problem: "no option is left" },
    ]);
  });

  it("a combination that is no valid case has a line with the reason", () => {
    const combinations = [
      { answers: { x: "yes" }, verdict: "agreement" as const },
      { answers: { x: "no" }, verdict: null, problem: "no option is left" },
    ];
    expect(truthTable(smallCheck({ combinations, alternatives: [question] }))).toEqual({
      questions: ["x"],
      lines: [{ answers: { x: "no" }, verdict: null, problem: "no option is left" }],
      otherwise: "agreement",
    });
    const none = combinations.slice(1);
    expect(truthTable(smallCheck({ combinations: none, alternatives: [question] })).otherwise).toBeNull();
  });
});
