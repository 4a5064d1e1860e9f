import { expect, it } from "vitest";
import { bestText, beforeAll, dateToSuppose, indexAt } from "./time-line";

const dates = [{ date: "2026-02-01" }, { date: "2026-03-01" }];

it("a date before the first one is on no date of the line", () => {
  expect(indexAt(dates, "2026-01-01")).toBe(beforeAll);
  expect([indexAt(dates, "2026-02-01"), indexAt(dates, "2026-02-20"), indexAt(dates, null)]).toEqual([0, 0, 1]);
});

it("every date can be supposed but the one that the file has itself", () => {
  expect([beforeAll, 0, 1].map((at) => dateToSuppose(dates, at, "2026-01-01"))).toEqual([
    null,
    "2026-02-01",
    "2026-03-01",
  ]);
  expect([0, 1].map((at) => dateToSuppose(dates, at, "2026-02-20"))).toEqual([null, "2026-03-01"]);
  expect([0, 1].map((at) => dateToSuppose(dates, at, null))).toEqual(["2026-02-01", null]);
});

it("the best agreement is told from what is sure to what is possible", () => {
  expect(bestText({ sure: -40.5, possible: 67.5 })).toBe("\u221240.5 to 67.5");
  expect(bestText({ sure: null, possible: 10 })).toBe("up to 10");
  expect(bestText({ sure: 3, possible: 3 })).toBe("3");
  expect([bestText(null), bestText({ sure: null, possible: null })]).toEqual(["nothing", "nothing"]);
});
