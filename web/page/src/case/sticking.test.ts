import { describe, expect, it } from "vitest";
import type { Conflict, Why } from "../answers/answers";
import { smallShow } from "../testing/cases";
import { gapText, headTexts } from "./conflict-text";
import { namesOf } from "./names";
import { partText, speaksOf, stickingPoints } from "./sticking";
import type { ListedEntry } from "./entries";

function conflict(entries: string[], more: Partial<Conflict> = {}): Conflict {
  return { entries, text: "", minimal: true, members: [], ...more };
}

function why(more: Partial<Why>): Why {
  return {
    verdict: "no_agreement",
    question: "possible",
    complete: true,
    also: null,
    conflicts: [],
    sticking_points: [],
    ...more,
  };
}

describe("which issues an entry speaks of", () => {
  const entry = (kind: ListedEntry["kind"], value: unknown): ListedEntry => ({
    ...smallShow().limits[0]!,
    kind,
    value,
    issue: null,
    statements: [],
  });
  const spoken = (each: ListedEntry) =>
    ["draft", "if", "never", "needs", "then", "of", "weir"].filter((id) => speaksOf(each, id));

  it("are those of its conditions, whatever they are called", () => {
    expect(spoken(entry("limit", { if: { weir: "low" }, never: { if: "x" } }))).toEqual(["if", "weir"]);
    expect(spoken(entry("limit", { needs: { weir: ["low", "high"] } }))).toEqual(["weir"]);
    expect(spoken(entry("rule", { if: { of: "a" }, then: { never: "b" } }))).toEqual(["never", "of"]);
    expect(spoken(entry("rule", { at_most: 1, of: [{ draft: "a" }, { weir: "low", then: "b" }] }))).toEqual([
      "draft",
      "then",
      "weir",
    ]);
  });

  it("are none of a no-agreement value that is a draft", () => {
    expect(spoken(entry("fallback", { draft: "first" }))).toEqual([]);
  });
});

describe("a sticking point", () => {
  it("is counted as the engine counts, and what stands only against a sure agreement is told apart", () => {
    const limit = conflict(["issue.share.curve.bera.redline"]);
    const { points, whole } = stickingPoints(
      why({
        conflicts: [limit],
        also: {
          question: "sure",
          complete: true,
          conflicts: [conflict(["limit.towns", "issue.weir.weight.alta"]), conflict(["fallback.alta"])],
        },
        sticking_points: [{ issue: "share", point: null, conflicts: 1, entries: 1, named_by: ["s1"] }],
      }),
      smallShow(),
    );
    expect([points[0]?.count, points[0]?.conflicts.length, whole.length]).toEqual([1, 2, 1]);
    expect(partText(points[0]!)).toBe("in 1 conflict, and in 1 against a sure agreement only; named by 1 speaker");
    expect(points.slice(1)).toMatchObject([{ issue: "weir", count: 0, conflicts: [{}], namedBy: [] }]);
    expect(partText(points[1]!)).toBe("in 1 conflict against a sure agreement only; named by no speaker");
    expect(partText({ ...points[0]!, count: 0, conflicts: [], namedBy: [] })).toBe(
      "in no conflict under these entries; named by no speaker",
    );
  });
});

describe("what is said of conflicts", () => {
  it("is minimal only where that was proved", () => {
    const some = (...minimal: boolean[]) =>
      why({ conflicts: minimal.map((each) => conflict(["a"], { minimal: each })) });
    const [counts, all] = headTexts(some(true, true));
    expect(counts).toContain("2 minimal conflicts, and these are all");
    expect(all).toContain("if any one of a set were otherwise, the rest of that set could");
    const [cut, not] = headTexts(some(true, false));
    expect(cut).not.toContain("minimal");
    expect(not).toContain("some of a set may not be needed; of the others, if any one");
    expect(headTexts(why({}))).toEqual([]);
  });

  it("tells how far numbers are apart from where a party accepts by a movement", () => {
    const gap = { parties: ["alta", "bera"], shortfall: 10, proved: "optimal" };
    const asked = { ...conflict(["fallback.alta", "fallback.bera"], { gap }), question: "possible" as const };
    const names = namesOf(smallShow());
    expect(gapText(asked, names)).toContain("10 of its own points below what it has without agreement");
    expect(gapText(asked, names, { alta: 5 })).toContain("below where it begins to accept by the movement supposed");
    expect(gapText(asked, names, { coda: 5 })).toContain("below what it has without agreement");
    expect(gapText({ ...asked, gap: null }, names)).toBe("");
  });
});
