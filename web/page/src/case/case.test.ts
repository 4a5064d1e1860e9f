import { describe, expect, it } from "vitest";
import type { Frontier, Objection, Why } from "../answers/answers";
import { smallCheck, smallShow } from "../testing/cases";
import { heardOf } from "./coverage";
import { columnsOf, insideOf, solutionsOf } from "./efficient";
import { entriesOf, weakest } from "./entries";
import { settable } from "./settable";
import { namesOf } from "./names";
import { reasonsOf } from "./objections";
import { gainAxis, totalEnds } from "./scale";
import { answerText, proofText, unusedText } from "./sentence";
import { conflictsOf, stickingPoints } from "./sticking";
import { truthTable } from "./table";
import { countText, dateText, listText, numberText, orText, rangeText, shareText, tickText } from "./words";
import { wordTables } from "./word-table";

const names = namesOf(smallShow());

describe("names", () => {
  it.each([
    ["fallback.alta", "what Alta has without agreement"],
    ["issue.weir.stance.alta.low", "Alta on \u201clow\u201d (Height of the weir)"],
    ["issue.weir.weight.alta", "how much \u201cHeight of the weir\u201d matters to Alta"],
    ["issue.share.curve.bera.redline", "Bera: red line on the scale of \u201cShare of the flow\u201d"],
    ["limit.towns", "norm \u201cWater for the towns\u201d"],
    [
      "bonus.1",
      "what it is worth to Bera to have together \u201cShare of the flow\u201d: 20 % or 30 % and \u201cHeight of the weir\u201d: low",
    ],
    ["fallback.unheard", "what unheard has without agreement"],
  ])("%s is %s", (address, text) => {
    expect(names.entry(address)).toBe(text);
  });

  it("options nobody speaks of are invented; numbers of a scale and those of drafts are not", () => {
    expect(names.isInvented("weir", "none")).toBe(true);
    expect(names.isInvented("weir", "low")).toBe(false);
    expect(names.isInvented("weir", "high")).toBe(false);
    expect(names.isInvented("share", 30)).toBe(false);
  });

  it("open contents stand as alternatives, missing ones as unknown", () => {
    expect(names.value("weir", ["low", "high"])).toBe("low or high");
    expect(names.value("weir", null)).toBe("unknown");
    expect(names.value("share", 20)).toBe("20 %");
  });
});

describe("numbers in words", () => {
  it("are short, with a real minus and thin spaces", () => {
    expect(numberText(-1234567.891)).toBe("about \u22121\u202f234\u202f567.89");
    expect(numberText(0)).toBe("0");
    expect(rangeText([1, 2.5])).toBe("1 to 2.5");
    expect(rangeText(null)).toBe("unknown");
    expect(countText(72057594037927936)).toBe("about 7.2 \u00d7 10^16");
    expect(dateText("2026-02-03")).toBe("3 Feb 2026");
    expect(listText(["a", "b", "c"])).toBe("a, b and c");
  });

  it("never say 0 of what is not, and say where they are rounded", () => {
    expect(numberText(39.1666)).toBe("about 39.17");
    expect(numberText(0.004)).toBe("0.004");
    expect(numberText(-0.0041)).toBe("about \u22120.004");
    expect(numberText(1e-9)).toBe("about 0.000001");
    expect(numberText(0.1 + 0.2)).toBe("0.3");
    expect(tickText(39.1666)).toBe("39.17");
    expect(rangeText([1 / 3, 2])).toBe("about 0.33 to 2");
    expect(rangeText([1 / 3, 0.3334])).toBe("about 0.33");
  });

  it("lists keep the joints inside their words", () => {
    expect(orText(["Russia, Ukraine and Europe", "nobody"])).toBe("Russia, Ukraine and Europe or nobody");
    expect(listText(["a", "b", "c"], "or")).toBe("a, b or c");
  });

  it("shares have no more than two digits and never reach all by rounding", () => {
    expect(shareText({ drawn: 1, share: 0.9992, interval: [0, 1] })).toBe("over 99\u202f%");
    expect(shareText({ drawn: 1, share: 0.001, interval: [0, 1] })).toBe("under 1\u202f%");
    expect(shareText({ drawn: 1, share: 1, interval: [0, 1] })).toBe("100\u202f%");
    expect(shareText(null)).toBe("not drawn");
  });
});

describe("the answer in one sentence", () => {
  const text = (more: Parameters<typeof smallCheck>[0]) => answerText(smallCheck(more), smallShow(), names.party);

  it("says yes, no and not settled under these entries", () => {
    expect(text({}).body).toContain("3 of 9 combinations are acceptable to Alta and Bera");
    expect(text({ verdict: "agreement", count: { outcomes: 9, sure: 1, possible: 1 } }).body).toContain(
      "1 of 9 combinations is acceptable",
    );
    expect(text({ verdict: "agreement", count: { outcomes: null, sure: null, possible: null } }).body).toContain(
      "At least one combination is",
    );
    expect(text({ verdict: "no_agreement" }).head).toBe("No, in this file.");
    expect(text({ verdict: "undecided", reason: "budget" }).more).toBe("budget");
    expect(text({ verdict: "contradiction", contradiction: "alta" }).body).toContain("Alta");
  });

  it("says what it supposes, and who has to accept where the rule counts others", () => {
    for (const verdict of ["agreement", "depends", "no_agreement"] as const) {
      const told = text({ verdict, accepts_less: { alta: 10, bera: 0 } }).body;
      expect(told, verdict).toContain(", supposing that Alta accepts 10 points less than without agreement.");
      expect(text({ verdict }).body).not.toContain("supposing");
    }
    const show = { ...smallShow(), agreement: { required: ["alta"], counted: ["alta", "bera"], at_least: 2 } };
    expect(answerText(smallCheck({ verdict: "no_agreement" }), show, names.party).body).toContain(
      "acceptable to Alta, and at least 2 of 2 parties in all",
    );
  });

  it("says yes and no of the file, and where answers change it", () => {
    const combinations = [
      { answers: { q: "a" }, verdict: "agreement" as const },
      { answers: { q: "b" }, verdict: "no_agreement" as const },
    ];
    expect(text({ verdict: "agreement", combinations }).head).toBe(
      "Yes, in this file. Under some answers to the questions below there is no agreement.",
    );
    expect(text({ verdict: "no_agreement", combinations }).head).toBe(
      "No, in this file. Under some answers to the questions below there is an agreement.",
    );
    expect(text({ verdict: "agreement", combinations: combinations.slice(0, 1) }).head).toBe("Yes, in this file.");
  });

  it("what is not used is named without ids", () => {
    const notes = [
      { kind: "drivers_not_applied", names: ["war-costs", "scandal"] },
      { kind: "judgements_left_out", names: ["s1"] },
      { kind: "steps_not_applied", names: ["step"] },
      { kind: "no_norms", names: [] },
    ];
    const unused = unusedText(smallCheck({ notes }), names);
    expect(unused[0]).toMatch(/^2 levers and costs/);
    expect(unused[1]).toContain("(miller, no date)");
    expect(unused).toHaveLength(3);
    expect(unused.join()).not.toMatch(/war-costs|s1/);
  });

  it("never speaks of likelihood and never advises", () => {
    for (const verdict of ["agreement", "no_agreement", "depends", "undecided", "contradiction"] as const) {
      expect(JSON.stringify(text({ verdict }))).not.toMatch(/likely|probab|chance|remove|should/);
    }
  });

  it("says how it was proved", () => {
    expect(proofText(smallCheck())).toMatch(/^Proved for this file, not about the world/);
    expect(proofText(smallCheck())).toContain("acceptable in every reading; the");
    expect(proofText(smallCheck({ several_readings: false }))).toContain("that no combination is acceptable; the");
    expect(proofText(smallCheck({ proof: { claim: null, kind: null, nodes: 0 } }))).toBe("Nothing was proved here.");
  });
});

describe("the truth table", () => {
  const combinations = ["a", "b"].flatMap((x) =>
    ["c", "d"].map((y) => ({
      answers: { x, y },
      verdict: x === "a" && y === "c" ? ("no_agreement" as const) : ("depends" as const),
    })),
  );
  const question = (id: string) => ({
    id,
    question: id,
    kind: "alternative",
    evaluated: true,
    answers: {},
    decisive: 1,
    of: 2,
  });

  it("names the rare verdicts shortly, and one line for the rest", () => {
    const table = truthTable(smallCheck({ combinations, alternatives: [question("x"), question("y")] }));
    expect(table).toEqual({
      questions: ["x", "y"],
      lines: [{ answers: { x: "a", y: "c" }, verdict: "no_agreement" }],
      otherwise: "depends",
    });
  });

  it("leaves out answers that do not matter", () => {
    const all = combinations.map((each) => ({
      ...each,
      verdict: each.answers.x === "a" ? ("no_agreement" as const) : ("depends" as const),
    }));
    const more = [...all, { answers: { x: "e", y: "c" }, verdict: "depends" as const }];
    expect(truthTable(smallCheck({ combinations: more, alternatives: [question("x"), question("y")] })).lines).toEqual([
      { answers: { x: "a" }, verdict: "no_agreement" },
    ]);
  });

  it("each line forces its verdict, and every combination is told", () => {
    let seed = 12345;
    const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    for (let round = 0; round < 200; ++round) {
      const all = ["a", "b"].flatMap((x) =>
        ["a", "b", "c"].flatMap((y) =>
          ["a", "b"].map((z) => ({
            answers: { x, y, z },
            verdict: random() < 0.3 ? ("no_agreement" as const) : ("depends" as const),
          })),
        ),
      );
      const { lines, otherwise } = truthTable(smallCheck({ combinations: all }));
      for (const each of all) {
        const fitting = lines.filter((line) =>
          Object.entries(line.answers).every(([id, answer]) => (each.answers as Record<string, string>)[id] === answer),
        );
        expect(
          fitting.every((line) => line.verdict === each.verdict),
          `seed 12345, round ${round}`,
        ).toBe(true);
        expect(fitting[0]?.verdict ?? otherwise).toBe(each.verdict);
      }
    }
  });
});

describe("entries", () => {
  it("are all listed with what stands under them", () => {
    const entries = entriesOf(smallShow());
    expect(entries).toHaveLength(9);
    expect(entries.find((entry) => entry.entry === "issue.weir.stance.alta.low")?.statements).toEqual(["s1"]);
    expect(weakest(entries, ["issue.weir.stance.alta.low", "fallback.bera"], 1)[0]?.entry).toBe("fallback.bera");
  });

  it("are offered for editing as --set takes them", () => {
    const of = (address: string) => settable(entriesOf(smallShow()).find((entry) => entry.entry === address)!);
    expect(["fallback.alta", "fallback.bera", "limit.towns", "issue.weir.stance.alta.low"].map(of)).toEqual([
      "20..40",
      "30",
      "on",
      "redline",
    ]);
  });

  it("statements are told by who speaks of whom", () => {
    const said = (speaks_for: string | null, about: string[], speaker = "party") => ({
      speaks_for,
      about,
      speaker,
      supports: [],
    });
    const all = [
      said("alta", ["alta"]),
      said("alta", ["bera"]),
      said(null, ["alta"], "narrator"),
      said("bera", ["alta"]),
      said(null, ["bera"], "expert"),
    ];
    expect(heardOf(smallShow(), all as never)).toEqual([
      { party: "alta", own: 1, ofOthers: 1, byOthers: 1, byExperts: 0, byNarrator: 1 },
      { party: "bera", own: 0, ofOthers: 1, byOthers: 1, byExperts: 1, byNarrator: 0 },
    ]);
  });
});

describe("objections", () => {
  it("of one issue stand together, certain ones first", () => {
    const red = (option: string, certain: boolean): Objection => ({
      kind: "red_line",
      entry: "e",
      issue: "weir",
      option,
      certain,
    });
    const reasons = reasonsOf(
      [{ kind: "value", entry: "fallback.alta", certain: false }, red("low", true), red("high", true)],
      names,
    );
    expect(reasons).toEqual([
      { text: "past a red line \u2013 Height of the weir: low or high", certain: true, entries: ["e"] },
      { text: "less than it has without agreement", certain: false, entries: ["fallback.alta"] },
    ]);
  });
});

describe("sticking points", () => {
  it("find the conflicts that name an issue, in addresses and in conditions", () => {
    const conflict = (entries: string[]) => ({ entries, text: "", minimal: true, members: [] });
    const why = {
      verdict: "no_agreement",
      question: "possible",
      complete: true,
      also: null,
      conflicts: [conflict(["limit.towns"]), conflict(["fallback.alta"])],
      sticking_points: [{ issue: "share", point: null, conflicts: 1, entries: 1, named_by: [] }],
    } as Why;
    const { points, whole } = stickingPoints(why, smallShow());
    expect(points[0]?.conflicts).toHaveLength(1);
    expect(whole.map((each) => each.entries)).toEqual([["fallback.alta"]]);
  });
});

describe("conflicts in their order", () => {
  it("those with limits and red lines stand first", () => {
    const conflict = (entries: string[]) => ({ entries, text: "", minimal: true, members: [] });
    const why = {
      question: "possible",
      also: null,
      conflicts: [conflict(["fallback.alta"]), conflict(["fallback.bera", "limit.towns"])],
      sticking_points: [],
    } as unknown as Why;
    const show = { ...smallShow(), issues: [] };
    expect(stickingPoints(why, show).whole.map((each) => each.entries[0])).toEqual(["fallback.bera", "fallback.alta"]);
  });
});

describe("conflicts of two questions", () => {
  it("what stands against any agreement is not told again of a sure one", () => {
    const conflict = (entries: string[]) => ({ entries, text: "", minimal: true, members: [] });
    const also = { question: "sure", complete: true, conflicts: [conflict(["b", "a"]), conflict(["c"])] };
    const why = { question: "possible", conflicts: [conflict(["a", "b"])], also } as unknown as Why;
    expect(conflictsOf(why).map((each) => [each.entries.join(), each.question])).toEqual([
      ["a,b", "possible"],
      ["c", "sure"],
    ]);
  });
});

describe("axes and filters", () => {
  it("a bar's axis always holds zero and what is drawn", () => {
    const show = smallShow();
    expect(totalEnds(show, "alta")).toEqual([0, 100]);
    expect(gainAxis(show, show.parties[0]!, [-50, 90])).toEqual([-50, 90]);
    expect(gainAxis(show, show.parties[1]!, null)).toEqual([-30, 70]);
  });

  it("a brush keeps what lies inside all its ranges", () => {
    const outcomes = [
      [1, 5],
      [2, 4],
      [3, 3],
    ].map(([a, b]) => ({ outcome: {}, values: {}, gains: { a: a!, b: b! } }));
    const columns = columnsOf(outcomes);
    expect([...insideOf(columns, { a: [2, 3], b: [0, 3] })]).toEqual([0, 0, 1]);
    expect([...insideOf(columns, {})]).toEqual([1, 1, 1]);
    expect(columnsOf([]).count).toBe(0);
  });

  it("solutions come in a fixed order, those that exist", () => {
    const solution = { outcome: {}, gains: {} };
    const frontier = {
      solutions: { utilitarian: solution, nash: solution, egalitarian: null },
    } as unknown as Frontier;
    expect(solutionsOf(frontier).map(([name]) => name)).toEqual(["nash", "utilitarian"]);
  });
});

describe("words of a file", () => {
  it("stand for the ranges that the program says", () => {
    const { stances, weights, noWeight } = wordTables({
      words: {
        stances: { ideal: 100, acceptable: [55, 90], unknown: [0, 100] },
        weights: { none: 0 },
        no_weight: [0, 40],
      },
    });
    expect(stances.slice(0, 3)).toEqual([
      ["ideal", "100"],
      ["acceptable", "55 to 90"],
      ["unknown", "0 to 100, or a red line"],
    ]);
    expect(stances.at(-1)?.[0]).toBe("redline");
    expect(weights).toEqual([["none", "0"]]);
    expect(noWeight).toBe("0 to 40");
  });
});
