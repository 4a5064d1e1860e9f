import { describe, expect, it } from "vitest";
import { columnsOf } from "../case/efficient";
import { dotRows, ordered } from "./canvas";
import { axesOf, axisAt, topOf, valueAt } from "./parallel";
import { labelLeft } from "./scatter";

function outcomes(...gains: [number, number][]) {
  return gains.map(([alta, bera]) => ({ outcome: {}, values: {}, gains: { alta, bera } }));
}

describe("pictures", () => {
  const axes = axesOf(columnsOf(outcomes([-10, 0], [10, 4])), 480, 300);

  it("a height on an axis is a gain and back, and never outside the axis", () => {
    for (const gain of [-10, -2.5, 0, 10]) {
      expect(valueAt(axes, 0, topOf(axes, 0, gain))).toBeCloseTo(gain, 9);
    }
    expect([valueAt(axes, 1, -50), valueAt(axes, 1, 900)]).toEqual([4, 0]);
  });

  it("the nearest axis is meant, if it is near", () => {
    expect([axisAt(axes, 45), axisAt(axes, 430), axisAt(axes, 240)]).toEqual([0, 1, null]);
  });

  it("a label stays inside the picture", () => {
    expect(labelLeft(100, 60, 300)).toBe(110);
    expect(labelLeft(280, 60, 300)).toBe(210);
    expect(labelLeft(150, 200, 300)).toBe(100);
    expect(labelLeft(150, 400, 300)).toBe(0);
  });

  it("dots are round", () => {
    expect(dotRows(6)).toEqual([2, 3, 3, 3, 3, 2]);
    expect(dotRows(1)).toEqual([1]);
    expect(ordered(3, 1)).toEqual([1, 3]);
  });
});
