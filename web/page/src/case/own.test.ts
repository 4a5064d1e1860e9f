import { expect, it } from "vitest";
import { own } from "./own";

it("finds what a record holds, and nothing that every object has", () => {
  const record = JSON.parse('{"toString": 1, "__proto__": 2}') as Record<string, number>;
  expect([own(record, "toString"), own(record, "__proto__")]).toEqual([1, 2]);
  expect([own(record, "constructor"), own({}, "__proto__"), own(null, "a"), own(undefined, "a")]).toEqual(
    Array(4).fill(undefined),
  );
});
