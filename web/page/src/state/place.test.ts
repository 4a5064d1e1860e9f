import { describe, expect, it } from "vitest";
import { placeOf } from "./place";

describe("an address inside the file", () => {
  it.each([
    ["", "answer", null],
    ["#", "answer", null],
    ["#matrix", "matrix", null],
    ["#matrix/identity", "matrix", "identity"],
    ["#content", null, null],
  ])("%s is the screen %s", (hash, screen, part) => {
    expect(placeOf(hash)).toEqual({ screen, part });
  });
});
