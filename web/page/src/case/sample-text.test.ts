import { expect, it } from "vitest";
import type { Robust } from "../answers/answers";
import { smallShow } from "../testing/cases";
import { namesOf } from "./names";
import { hingesNote, sampleNotes } from "./sample-text";

const plain: NonNullable<Robust["sample"]> = {
  readings: 10,
  seed: 1,
  given_up: 0,
  unknown_options: 0,
  doubtful: [],
  judged: [],
  unjudged: [],
};
const notes = (more: Partial<typeof plain>) => sampleNotes({ ...plain, ...more }, namesOf(smallShow()));

it("a sample says what it leaves out and what it takes for granted", () => {
  expect(notes({})).toEqual([]);
  expect(notes({ given_up: 1 })).toEqual(["1 draw was given up and is not counted."]);
  expect(notes({ given_up: 3 })).toEqual(["3 draws were given up and are not counted."]);
  expect(notes({ doubtful: ["bera"] })).toEqual(["Taken to seek an agreement, though that is doubtful: Bera."]);
  expect(notes({ unjudged: ["alta", "bera"] })[0]).toContain("of Alta and Bera are not used in this sample");
  expect(notes({ judged: ["alta"] })[0]).toContain("of Alta are drawn anew");
  expect(notes({ unknown_options: 1 })[0]).toContain("1 option that nobody rated is drawn anywhere");
});

it("a list of hinges that was cut says so", () => {
  const said = (hinges: number, isComplete: boolean) =>
    hingesNote({ hinges: Array(hinges).fill({}), hinges_complete: isComplete } as unknown as Robust);
  expect(said(1, true)).toBeNull();
  expect(said(1, false)).toContain("others may settle it, too");
  expect(said(0, true)).toBe("No single entry settles the answer at an end of its own range.");
  expect(said(0, false)).toContain("before all were tried");
});
