import { expect, it } from "vitest";
import { isOwnWords } from "./own-words";

const said = (more: Partial<Parameters<typeof isOwnWords>[0]>) =>
  isOwnWords({ speaker: "party", speaks_for: "alta", about: [], supports: [], ...more });

it("a party speaks of itself where it is named, or nobody is, or its own entry rests on it", () => {
  expect(said({ about: ["alta", "bera"] })).toBe(true);
  expect(said({})).toBe(true);
  expect(said({ about: ["bera"], supports: ["issue.weir.stance.alta.low"] })).toBe(true);
  expect(said({ about: ["bera"], supports: ["fallback.alta"] })).toBe(true);
  expect(said({ about: ["bera"], supports: ["issue.alta.stance.bera.low", "fallback.bera"] })).toBe(false);
});

it("what is said without a name, or for nobody, are no own words", () => {
  expect(said({ speaker: "unnamed", about: ["alta"] })).toBe(false);
  expect(said({ speaks_for: null })).toBe(false);
});
