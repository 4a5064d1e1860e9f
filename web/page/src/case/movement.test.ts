import { describe, expect, it } from "vitest";
import type { Bridge, Effect, Exact, Move, PartyScore } from "../answers/answers";
import { smallShow } from "../testing/cases";
import { asBefore, withSupposed } from "./as-before";
import { aloneText, effectText, isWithoutEffect, leastText, listEndText } from "./bridge-text";
import { entriesOf, limitsOff } from "./entries";
import { exactText, isPositive, largest, minus, nearestDouble, pointsText } from "./exact";
import { fallbackDraft, madeOf, type Made } from "./movement";
import { namesOf } from "./names";
import { reasonsOf } from "./objections";

const names = namesOf(smallShow());

function moved(...moves: Move[]): Made {
  const made = madeOf({ moves, burden: {}, outcome: {} }, names);
  if ("problem" in made) {
    throw new Error(made.problem);
  }
  return made;
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

describe("a movement taken as made", () => {
  it("tells the engine exactly from where on a party accepts", () => {
    expect(moved({ entry: "fallback.alta", party: "alta", points: 10 }).sets).toEqual({ "fallback.alta": "10..30" });
    expect(moved({ entry: "fallback.bera", party: "bera", points: "100/3" }).sets).toEqual({
      "fallback.bera": "-10/3",
    });
    expect(moved({ entry: "fallback.alta", party: "alta", points: "85/9" }).sets).toEqual({
      "fallback.alta": '["95/9", "275/9"]',
    });
  });

  it("says so where a value of the file is known rounded only, and goes lower", () => {
    const show = smallShow();
    show.parties[1]!.fallback!.value = 33.3333333333;
    const made = madeOf(
      { moves: [{ entry: "fallback.bera", party: "bera", points: 3 }], burden: {}, outcome: {} },
      namesOf(show),
    );
    expect(made).toMatchObject({ isRounded: true, sets: { "fallback.bera": "30.3333332333" } });
  });

  it("opens limits and red lines", () => {
    const opened = (entry: string) => moved({ entry, party: "alta", opened: true }).sets;
    expect(opened("limit.towns")).toEqual({ "limit.towns": "off" });
    expect(opened("issue.share.curve.bera.redline")).toEqual({ "issue.share.curve.bera.redline": "none" });
    expect(opened("issue.weir.stance.alta.low")).toEqual({ "issue.weir.stance.alta.low": "0" });
  });

  it("is named, with what the party has without agreement as it stays", () => {
    expect(moved({ entry: "fallback.alta", party: "alta", points: 10 }).name).toBe(
      "from 10 to 30 points on Alta accepts, 10 points below what it has without agreement: 20..40",
    );
    expect(moved({ entry: "fallback.alta", party: "alta", points: "85/9" }).name).toContain(
      "from about 10.56 to 30.56 points on Alta accepts, about 9.44 points below",
    );
    expect(moved({ entry: "fallback.bera", party: "bera", points: 31 }).name).toContain(
      "from −1 points on Bera accepts",
    );
    expect(moved({ entry: "limit.towns", party: null, opened: true }).name).toContain("opened: norm");
  });

  it("needs a draft that a party falls back on to be worth one number", () => {
    const show = smallShow();
    show.parties[0]!.fallback!.value = { draft: "first" };
    const movement = { moves: [{ entry: "fallback.alta", party: "alta", points: "1/3" }], burden: {}, outcome: {} };
    expect(fallbackDraft(show.parties[0]!.fallback)).toBe("first");
    expect(madeOf(movement, namesOf(show), { alta: undefined })).toMatchObject({
      problem: expect.stringContaining("First text"),
    });
    expect(madeOf(movement, namesOf(show), { alta: "61/3" })).toMatchObject({ sets: { "fallback.alta": "20" } });
  });
});

describe("answers under a movement", () => {
  const made = moved({ entry: "fallback.alta", party: "alta", points: 10 });

  it("show what a party has without agreement as it is", () => {
    const show = smallShow();
    show.parties[0]!.fallback = { ...show.parties[0]!.fallback!, value: [10, 30], text: "10..30" };
    const told = asBefore("show", show, made) as typeof show;
    expect(told.parties.map((party) => party.fallback?.text)).toEqual(["20..40", "30"]);
  });

  it("count gains from there", () => {
    expect(asBefore("check", { surplus: { alta: [0, 20], bera: 5 } }, made)).toMatchObject({
      surplus: { alta: [-10, 10], bera: 5 },
    });
    const parties = { alta: { surplus: 3, accepts: "surely" }, bera: { surplus: null } };
    const told = { alta: { surplus: -7, accepts: "surely" }, bera: { surplus: null } };
    expect(asBefore("score", { parties }, made)).toEqual({ parties: told });
    expect(asBefore("score", { drafts: [{ parties }] }, made)).toEqual({ drafts: [{ parties: told }] });
    expect(asBefore("why", { parties, changes: null }, made)).toEqual({ parties: told, changes: null });
    const outcome = { gains: { alta: 12 }, gain_ranges: { alta: [11, 13] }, values: { alta: 30 } };
    const before = { gains: { alta: 2 }, gain_ranges: { alta: [1, 3] }, values: { alta: 30 } };
    const frontier = { outcomes: [outcome], solutions: { nash: outcome, tolerance: 0.1 } };
    expect(asBefore("frontier", frontier, made)).toEqual({
      outcomes: [before],
      solutions: { nash: before, tolerance: 0.1 },
      accepting_less: { alta: 10 },
    });
    expect(asBefore("steps", { steps: [{ after_first: { parties } }, { after_first: null }] }, made)).toEqual({
      steps: [{ after_first: { parties: told } }, { after_first: null }],
    });
  });

  it("try what a party has without agreement over its own range", () => {
    const swing = { entry: "fallback.alta", range: [10, 30], at_low: 1 };
    const other = { entry: "issue.weir.weight.alta", range: [20, 30], tried: [20, 30] };
    const hinge = { entry: "fallback.alta", tried: [10, 30], at_low: null };
    const untried = { entry: "fallback.alta", tried: null };
    expect(asBefore("robust", { swings: [swing, other], hinges: [hinge, other, untried] }, made)).toEqual({
      swings: [{ ...swing, range: [20, 40] }, other],
      hinges: [{ ...hinge, tried: [20, 40] }, other, untried],
    });
    expect(asBefore("check", { surplus: {}, hinges: [hinge] }, made)).toMatchObject({
      hinges: [{ entry: "fallback.alta", tried: [20, 40] }],
    });
  });

  it("name no lower value as what a party has without agreement", () => {
    const about = (party: string) => ({
      entries: [`fallback.${party}`, "limit.towns"],
      text: "These two cannot both hold: what it has without agreement (10..30); the limit (a: b).",
    });
    const why = { conflicts: [about("alta"), about("bera")], also: { conflicts: [about("alta")] } };
    const bare = { ...about("alta"), text: "These two cannot both hold." };
    expect(asBefore("why", why, made)).toEqual({
      conflicts: [bare, about("bera")],
      also: { conflicts: [bare] },
      accepting_less: { alta: 10 },
    });
    const ask = (entry: string) => ({
      entry,
      text: "Ask Alta what it has without agreement (10..30; assumed so far).",
    });
    const told = asBefore("check", { surplus: {}, next: [ask("fallback.alta"), ask("fallback.bera")] }, made);
    expect(told).toMatchObject({
      next: [{ text: "Ask Alta what it has without agreement." }, ask("fallback.bera")],
      accepting_less: { alta: 10 },
    });
  });

  it("say of what a party does not accept that it is less than it accepts, not than it has", () => {
    const value = (party: string) => ({ kind: "value", entry: `fallback.${party}`, certain: true });
    const parties = {
      alta: { surplus: null, objections: [value("alta")] },
      bera: { surplus: null, objections: [value("bera")] },
    };
    const told = asBefore("score", { parties }, made) as { parties: Record<"alta" | "bera", PartyScore> };
    const text = (party: "alta" | "bera") => reasonsOf(told.parties[party].objections, names).map((each) => each.text);
    expect(text("alta")).toEqual(["less than it accepts by the movement supposed"]);
    expect(text("bera")).toEqual(["less than it has without agreement"]);
  });

  it("stay as they are without one", () => {
    const check = { surplus: { alta: 1 } };
    expect(asBefore("check", check, null)).toBe(check);
    expect(asBefore("sources", check, made)).toBe(check);
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
    expect(listEndText(["full", "complete"])).toContain("there are more");
    expect(listEndText(["full", "cut"])).toContain("there may be more");
  });

  it("of a limit's effect: in the readings that were asked about", () => {
    const none = effect({ alta: null, bera: null }, { smallest_gain: -10 });
    const text = (each: Effect, question: Bridge["question"]) => effectText(each, { question }, names);
    expect(text(none, "sure")).toContain("no combination is acceptable in every reading");
    expect(text(none, "possible")).toContain("no combination is acceptable in any reading");
    expect(text(none, "sure")).toContain("10 points or more below");
    expect(text({ ...none, proved: "cut" }, "sure")).toContain("not decided");
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
