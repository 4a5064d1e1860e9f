import { describe, expect, it } from "vitest";
import type { ListedEntry } from "./entries";
import { settable, tomlValue } from "./settable";

function entry(value: unknown, more: Partial<ListedEntry> = {}): ListedEntry {
  const base = { entry: "fallback.bera", text: "", basis: "assumed", firmness: null } as const;
  return { ...base, value, party: "bera", issue: null, kind: "fallback", statements: [], ...more };
}

describe("an entry in words that the program reads", () => {
  it.each<[string, unknown, Partial<ListedEntry>, string, string]>([
    ["a whole number", 20, {}, "20", "20"],
    ["a number below 0", -2.5, {}, "-2.5", "-2.5"],
    ["a fraction", "100/3", {}, "100/3", '"100/3"'],
    ["a long decimal", "6172839450617/500000000000", {}, "12.345678901234", "12.345678901234"],
    ["a range", [20, "81/2"], {}, "20..40.5", "[20, 40.5]"],
    ["a range of a fraction", ["100/3", 50], {}, '["100/3", 50]', '["100/3", 50]'],
    ["a word", "high", { kind: "weight" }, "high", '"high"'],
    ["an order", "a > b | c", { kind: "order" }, "a > b | c", '"a > b | c"'],
    ["a red line", "redline", { kind: "stance", worth_if_opened: null }, "redline", '"redline"'],
    ["a red line worth a word", "redline", { worth_if_opened: "bad" }, "redline bad", '"redline bad"'],
    ["a red line worth a number", "redline", { worth_if_opened: "41/2" }, "redline 20.5", '"redline 20.5"'],
    ["a draft", { draft: "d" }, {}, '{ draft = "d" }', '{ draft = "d" }'],
    [
      "a draft with a trend",
      { draft: "d" },
      { trend: "falling" },
      '{ draft = "d" }',
      '{ draft = "d", trend = "falling" }',
    ],
    ["a range with a trend", [20, 30], { trend: "rising" }, "20..30", '{ value = [20, 30], trend = "rising" }'],
    ["a limit that is off", { never: {} }, { kind: "limit", text: "never x (off)" }, "off", '"off"'],
    ["a rule that is on", { never: {} }, { kind: "rule", text: "never x" }, "on", '"on"'],
  ])("says %s", (_, value, more, typed, written) => {
    expect(settable(entry(value, more))).toBe(typed);
    expect(tomlValue(entry(value, more))).toBe(written);
  });

  it("says of what it cannot write that it cannot", () => {
    expect(settable(entry({ other: 1 }))).toBeNull();
    expect(tomlValue(entry([1, 2, 3]))).toBeNull();
  });
});
