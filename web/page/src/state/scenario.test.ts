import { describe, expect, it } from "vitest";
import { draftId, draftLayerJson, draftTable, packageOf, settledOf } from "./builder";
import { asEntered, commandLine, countOfChanges } from "./scenario";
import { editsAsLayer } from "./layer";
import { smallShow } from "../testing/cases";

describe("what is supposed", () => {
  const scenario = {
    ...asEntered,
    sets: { "fallback.bera": "20..30", "limit.x": "off" },
    answers: { "who's": "a b" },
    asOf: "2026-01-01",
  };

  it("is the same on the command line, quoted for a shell", () => {
    expect(commandLine("check", scenario)).toBe(
      "unbracket check case.toml --as-of 2026-01-01 --set fallback.bera=20..30 --set limit.x=off --answer 'who'\\''s=a b'",
    );
    expect(countOfChanges(scenario)).toBe(4);
  });

  it("becomes a layer that overwrites nothing", () => {
    const layer = editsAsLayer(scenario, smallShow());
    expect(layer).toContain('"fallback.bera" = 30');
    expect(layer).toContain('"limit.x" = "off"');
    expect(layer).toContain("as-entered = {}");
  });
});

describe("a package", () => {
  it("is written as a table, with numbers as numbers and open points left out", () => {
    expect(draftTable("package", { share: 20, weir: "low", other: null })).toContain(
      'set = { "share" = 20, "weir" = "low" }',
    );
    expect(JSON.parse(draftLayerJson("p", { share: 20 }))).toEqual({
      unbracket: 1,
      draft: { p: { title: "Package built in a report", set: { share: 20 } } },
    });
    expect(draftTable("p", {})).toContain("set = {}");
  });

  it("takes from a draft only what it settles", () => {
    expect(packageOf({ a: "x", b: ["x", "y"], c: null })).toEqual({ a: "x", b: null, c: null });
    expect(settledOf({ a: "x", b: null })).toEqual({ a: "x" });
  });

  it("gets an id that is not taken", () => {
    expect(draftId(["package", "package-2"])).toBe("package-3");
  });
});
