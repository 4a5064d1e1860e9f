import { describe, expect, it } from "vitest";
import type { Bridge, Effect, Exact, Move } from "../answers/answers";
import { smallShow } from "../testing/cases";
import { asBefore, withSupposed } from "./as-before";
import { aloneText, effectText, isWithoutEffect, leastText, listEndText } from "./bridge-text";
import { entriesOf, limitsOff } from "./entries";
import { exactText, isPositive, largest, minus, nearestDouble, plus, pointsText } from "./exact";
import { bearsText, lessOf, madeOf, type Made } from "./movement";
import { namesOf } from "./names";
import { reasonsOf } from "./objections";

const names = namesOf(smallShow());

function moved(...moves: Move[]): Made {
  return madeOf({ moves, burden: {}, outcome: {} }, names);
}

describe("exact numbers", () => {
  it.each<[Exact, Exact, string]>([
    [30, "85/9", "185/9"],
    [30, 10, "20"],
    [0.3, 0.1, "0.2"],
    ["1/3", "1/3", "0"],
    [20, "41/2", "-0.5"],
    ["7/8", 1, "-0.125"],
    [1e-7, 0, "0.0000001"],
    [1e21, 0, "1000000000000000000000"],
    [-5, "-1/3", "-14/3"],
  ])("%s less %s is %s", (one, other, difference) => {
    expect(minus(one, other)).toBe(difference);
  });

  it.each<[Exact, Exact, string]>([
    [5, "5/18", "95/18"],
    [0.1, 0.2, "0.3"],
    ["1/3", "2/3", "1"],
    [0, 10, "10"],
  ])("%s and %s are %s", (one, other, sum) => {
    expect([plus(one, other), plus(other, one)]).toEqual([sum, sum]);
  });

  it("taking away and adding again gives the same, for fractions at random", () => {
    const seed = Number(process.env["SEED"] ?? 5);
    let state = seed;
    const next = (most: number) => (state = (state * 48271) % 2147483647) % most;
    for (let round = 0; round < 300; ++round) {
      const value = `${next(2000) - 1000}/${next(60) + 1}`;
      const points = `${next(2000) - 1000}/${next(60) + 1}`;
      const less = minus(value, points);
      expect(minus(less, minus(0, points)), `SEED=${seed}`).toBe(minus(value, 0));
      expect(nearestDouble(less)).toBeCloseTo(nearestDouble(value) - nearestDouble(points), 9);
    }
  });

  it("reads rounded as rounded, and nothing but zero as 0", () => {
    expect(exactText("450/11")).toBe("about 40.91");
    expect([exactText("41/2"), exactText(10), exactText(0), exactText(-3)]).toEqual(["20.5", "10", "0", "\u22123"]);
    expect(exactText("1/300")).toBe("less than 0.01");
    expect(exactText(1234567)).toBe("1\u202f234\u202f567");
    expect([pointsText(1), pointsText("1/3")]).toEqual(["1 point", "about 0.33 points"]);
    expect(largest([1, "10/3", 3])).toBe("10/3");
    expect([isPositive("1/9"), isPositive(0), isPositive("-1/9")]).toEqual([true, false, false]);
  });
});

describe("a movement that the file supposes itself", () => {
  const supposing = namesOf({ ...smallShow(), accepts_less: { alta: 5, bera: 0 } });
  const movement = {
    moves: [{ entry: "fallback.alta", party: "alta", points: "5/18" }],
    burden: {},
    outcome: {},
  };

  it("is of those who accept less, and none of others", () => {
    expect(lessOf(supposing.show)).toEqual({ alta: 5 });
    expect(lessOf(smallShow())).toEqual({});
  });

  it("is added to by one that is taken as made, and both are told", () => {
    const made = madeOf(movement, supposing);
    expect([made.sets, made.less]).toEqual([{ "accepts_less.alta": "95/18" }, { alta: "95/18" }]);
    expect(made.name).toBe(
      "Alta accepts about 5.28 points less than what it has without agreement: 20..40, 5 points by this file and about 0.28 points more by this movement",
    );
    expect(bearsText("alta", madeOf(movement, names), names)).not.toContain("by this file");
  });
});

describe("a movement taken as made", () => {
  it("tells the engine exactly how much less a party accepts", () => {
    expect(moved({ entry: "fallback.alta", party: "alta", points: 10 }).sets).toEqual({ "accepts_less.alta": "10" });
    const both = moved(
      { entry: "fallback.alta", party: "alta", points: "85/9" },
      { entry: "limit.towns", party: null, opened: true },
    );
    expect(both.sets).toEqual({ "accepts_less.alta": "85/9", "limit.towns": "off" });
    expect(both.less).toEqual({ alta: "85/9" });
  });

  it("opens limits and red lines", () => {
    const opened = (entry: string) => moved({ entry, party: "alta", opened: true }).sets;
    expect(opened("limit.towns")).toEqual({ "limit.towns": "off" });
    expect(opened("issue.share.curve.bera.redline")).toEqual({ "issue.share.curve.bera.redline": "none" });
    expect(opened("issue.weir.stance.alta.low")).toEqual({ "issue.weir.stance.alta.low": "0" });
  });

  it.each<[string, string, Record<string, string>]>([
    [
      "issue.weir.stance.bera",
      "low > high | none, raised",
      {
        "issue.weir.stance.bera": '{ "none" = 0, "raised" = 0 }',
        "issue.weir.order.bera": "low > high",
      },
    ],
    ["issue.weir.stance.bera", "| low", { "issue.weir.stance.bera": '{ "low" = 0 }' }],
    [
      "issue.weir.order.bera",
      "low = high | none",
      { "issue.weir.stance.bera.none": "0", "issue.weir.order.bera": "low = high" },
    ],
    ["issue.weir.order.bera", "| none", { "issue.weir.stance.bera.none": "0", "issue.weir.order.bera": "missing" }],
  ])("opens the bar of an order: %s, %s", (entry, value, sets) => {
    const show = smallShow();
    const weir = show.issues.find((issue) => issue.id === "weir")!;
    const order = { entry, value, text: value, basis: "assumed" as const, firmness: null };
    weir.parties["bera"] = { weight: null, order } as (typeof weir.parties)[string];
    const made = madeOf({ moves: [{ entry, party: "bera", opened: true }], burden: {}, outcome: {} }, namesOf(show));
    expect(made.sets).toEqual(sets);
  });

  it("keeps what is rated beside an order with a bar", () => {
    const show = smallShow();
    const weir = show.issues.find((issue) => issue.id === "weir")!;
    const order = { ...weir.parties["alta"]!.stances!["low"]!, entry: "issue.weir.order.alta", value: "high | low" };
    weir.parties["alta"]!.order = order;
    const moves = [{ entry: order.entry, party: "alta", opened: true }];
    expect(madeOf({ moves, burden: {}, outcome: {} }, namesOf(show)).sets).toEqual({ "issue.weir.order.alta": "high" });
  });

  it("is named, with what the party has without agreement as it stays", () => {
    expect(moved({ entry: "fallback.alta", party: "alta", points: 10 }).name).toBe(
      "Alta accepts 10 points less than what it has without agreement: 20..40",
    );
    expect(moved({ entry: "fallback.alta", party: "alta", points: "85/9" }).name).toContain(
      "Alta accepts about 9.44 points less",
    );
    expect(moved({ entry: "limit.towns", party: null, opened: true }).name).toContain("opened: norm");
    const show = smallShow();
    const movement = { moves: [{ entry: "fallback.alta", party: "alta", points: "1/3" }], burden: {}, outcome: {} };
    show.parties[0]!.fallback!.value = { draft: "first" };
    expect(madeOf(movement, namesOf(show)).name).toContain("as good as the draft “First text");
    show.parties[0]!.fallback = null;
    expect(madeOf(movement, namesOf(show)).name).toContain("without agreement: not entered");
  });
});

describe("answers under a movement", () => {
  const accepts_less = { alta: "10" };

  it("count gains from what a party has without agreement", () => {
    expect(asBefore("check", { surplus: { alta: [0, 20], bera: 5 }, accepts_less })).toEqual({
      surplus: { alta: [-10, 10], bera: 5 },
      accepts_less,
    });
    const parties = { alta: { surplus: 3, accepts: "surely" }, bera: { surplus: null } };
    const told = { alta: { surplus: -7, accepts: "surely" }, bera: { surplus: null } };
    expect(asBefore("score", { parties, accepts_less })).toEqual({ parties: told, accepts_less });
    expect(asBefore("score", { drafts: [{ parties }], accepts_less })).toEqual({
      drafts: [{ parties: told }],
      accepts_less,
    });
    expect(asBefore("why", { parties, accepts_less })).toEqual({ parties: told, accepts_less });
    const why = { conflicts: [], accepts_less };
    expect(asBefore("why", why)).toBe(why);
    const outcome = { gains: { alta: 12 }, gain_ranges: { alta: [11, 13] }, values: { alta: 30 } };
    const before = { gains: { alta: 2 }, gain_ranges: { alta: [1, 3] }, values: { alta: 30 } };
    const frontier = { outcomes: [outcome], solutions: { nash: outcome, tolerance: 0.1 }, accepts_less };
    expect(asBefore("frontier", frontier)).toEqual({
      outcomes: [before],
      solutions: { nash: before, tolerance: 0.1 },
      accepts_less,
    });
    const steps = { steps: [{ after_first: { parties } }, { after_first: null }], accepts_less };
    expect(asBefore("steps", steps)).toEqual({
      steps: [{ after_first: { parties: told } }, { after_first: null }],
      accepts_less,
    });
  });

  it("say of what a party does not accept that it is less than it accepts, not than it has", () => {
    const value = (party: string) => ({ kind: "value", entry: `fallback.${party}`, certain: true });
    const under = namesOf({ ...smallShow(), accepts_less: { alta: "10/3", bera: 0 } });
    const text = (party: string) => reasonsOf([value(party)], under).map((each) => each.text);
    expect(text("alta")).toEqual(["less than it accepts by the movement supposed"]);
    expect(text("bera")).toEqual(["less than it has without agreement"]);
  });

  it("of limits and of dates, too, to the last fraction where they are exact", () => {
    const effect = { best_gain: { alta: "1/3", bera: null }, smallest_gain: -5, proved: "optimal" };
    const bridge = asBefore("bridge", { as_entered: effect, effects: { "limit.x": effect }, accepts_less });
    const moved = { best_gain: { alta: "-29/3", bera: null }, smallest_gain: -5, proved: "optimal" };
    expect(bridge).toEqual({ as_entered: moved, effects: { "limit.x": moved }, accepts_less });
    const trend = (sure: number) => [
      { party: "alta", best: { sure, possible: null } },
      { party: "bera", best: null },
    ];
    const timeline = { before: { trend: trend(3) }, dates: [{ trend: trend(12) }, { trend: null }], accepts_less };
    expect(asBefore("timeline", timeline)).toEqual({
      before: { trend: trend(-7) },
      dates: [{ trend: trend(2) }, { trend: null }],
      accepts_less,
    });
    expect(asBefore("bridge", { as_entered: null, effects: {}, accepts_less })).toMatchObject({ as_entered: null });
  });

  it("stay as they are without one", () => {
    const check = { surplus: { alta: 1 } };
    expect(asBefore("check", check)).toBe(check);
    const sources = { surplus: { alta: 1 }, accepts_less };
    expect(asBefore("sources", sources)).toBe(sources);
    expect(asBefore("show", null)).toBeNull();
  });

  it("entries that the reader sets are supposed, and no others", () => {
    const show = withSupposed(smallShow(), new Set(["limit.towns", "issue.weir.weight.alta"])) as ReturnType<
      typeof smallShow
    >;
    const supposed = entriesOf(show).filter((entry) => entry.basis === "supposed");
    expect(supposed.map((entry) => entry.entry)).toEqual(["issue.weir.weight.alta", "limit.towns"]);
  });
});

describe("what a search for movements proved", () => {
  const effect = (gains: Record<string, Exact | null>, more: Partial<Effect> = {}): Effect => ({
    best_gain: gains,
    smallest_gain: null,
    proved: "optimal",
    ...more,
  });
  const movement = { moves: [], burden: { alta: "5/2", bera: 0 }, outcome: {} };

  it("of one party alone: no more than that", () => {
    expect(aloneText(null, "alta")).toBe("nothing it alone could bear is enough.");
    expect(aloneText({ proved: "cut" }, "alta")).toContain("not decided");
    expect(aloneText({ ...movement, proved: "cut" }, "alta")).toContain("2.5 points of its own or less");
    expect(aloneText({ ...movement, proved: "optimal" }, "alta")).toBe("2.5 points of its own, and no fewer.");
  });

  it("of the largest burden, where there is one", () => {
    const least = (proved: "cut" | "optimal", burden: Record<string, Exact> = movement.burden) =>
      leastText({ ...movement, burden, proved });
    expect(least("optimal")).toContain("none keeps all below that");
    expect(least("cut")).toContain("was not decided");
    expect([least("optimal", { alta: 0 }), least("optimal", {}), leastText(null)]).toEqual([null, null, null]);
  });

  it("of the list: full and cut are different things", () => {
    expect(listEndText(["complete", "complete"])).toContain("These are all");
    expect(listEndText(["full", "complete"])).toContain("there may be others");
    expect(listEndText(["full", "cut"])).toContain("there may be more");
  });

  it("of a limit's effect: in the readings that were asked about", () => {
    const none = effect({ alta: null, bera: null }, { smallest_gain: -10 });
    const text = (each: Effect, question: Bridge["question"]) => effectText(each, { question, isRanged: true }, names);
    expect(text(none, "sure")).toContain("no combination is acceptable in every reading");
    expect(text(none, "possible")).toContain("no combination is acceptable in any reading");
    expect(text(none, "sure")).toContain("10 points or more below");
    expect(text({ ...none, proved: "cut" }, "sure")).toContain("not decided");
    const single = { question: "possible", isRanged: false, accepts_less: { alta: 1 } };
    expect(effectText(none, single, names)).toBe(
      "no combination is acceptable; in every combination that limits leave some party it needs is 10 points or more below where it begins to accept by the movement supposed",
    );
    expect(text(effect({ alta: "55/6", bera: 3 }), "sure")).toBe("gains of at most: Alta about 9.17, Bera 3");
    expect(text(effect({ alta: 3 }, { proved: "cut" }), "sure")).toContain("gains of at least: Alta 3");
  });

  it("no difference is said only where both were proved, and of exact numbers", () => {
    const one = effect({ alta: "1/3" });
    expect(isWithoutEffect(one, effect({ alta: "2/6" }))).toBe(true);
    expect(isWithoutEffect(one, effect({ alta: 0.33333333333 }))).toBe(false);
    expect(isWithoutEffect({ ...one, proved: "cut" }, one)).toBe(false);
    expect(isWithoutEffect(one, effect({ alta: "1/3" }, { smallest_gain: 0 }))).toBe(false);
    expect(isWithoutEffect(effect({ alta: null }), effect({ alta: null }))).toBe(true);
  });
});

describe("limits that are not counted", () => {
  it("are those that the file switches off, not those that the reader does", () => {
    const show = smallShow();
    expect(limitsOff(show, {})).toEqual([]);
    show.limits[0]!.on = false;
    show.rules.push({
      entry: "rule.1",
      value: null,
      text: "never x = y (off)",
      basis: "assumed",
      firmness: null,
      title: null,
    });
    expect(limitsOff(show, {})).toEqual(["limit.towns", "rule.1"]);
    expect(limitsOff(show, { "limit.towns": "off" })).toEqual(["rule.1"]);
  });
});
