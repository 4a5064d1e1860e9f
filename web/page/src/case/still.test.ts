import { expect, it } from "vitest";
import type { Robust, Tally } from "../answers/answers";
import { isOtherUnder, isStillAt, isStillUnder } from "./still";

function tally(share: number, drawn = 2000): Tally {
  return { drawn, share, interval: [0, 1] };
}

it("the share is still where every end of every range leaves it at all or none", () => {
  const all = tally(1);
  expect(isStillAt([{ at_low: all, at_high: all }], tally(1, 100_000))).toBe(true);
  expect(isStillAt([{ at_low: tally(0), at_high: tally(0) }], tally(0))).toBe(true);
  expect(isStillAt([{ at_low: all, at_high: tally(0.9995) }], all)).toBe(false);
  expect(isStillAt([{ at_low: tally(0), at_high: tally(0) }], all)).toBe(false);
  expect(isStillAt([{ at_low: tally(0.5), at_high: tally(0.5) }], tally(0.5))).toBe(false);
  expect(isStillAt([{ at_low: null, at_high: all }], all)).toBe(false);
});

it("it is still under questions where no answer was refused or undrawn; the answer may be otherwise all the same", () => {
  const under = (more: object): [boolean, boolean] => {
    const answer = { answer: "yes", agreement: tally(1), verdict: null, problem: null, ...more };
    const question = { entry: null, alternative: "q", ask: [], answers: [answer] };
    const robust = { questions: [question], agreement: tally(1), verdict: "agreement" } as Pick<
      Robust,
      "questions" | "agreement" | "verdict"
    >;
    return [isStillUnder(robust), isOtherUnder(robust)];
  };
  expect([under({}), under({ verdict: "agreement" })]).toEqual([
    [true, false],
    [true, false],
  ]);
  expect(under({ verdict: "depends" })).toEqual([true, true]);
  const moved = [{ problem: "no" }, { agreement: null }, { agreement: tally(0.5) }];
  expect(moved.map((more) => under(more)[0])).toEqual([false, false, false]);
});
