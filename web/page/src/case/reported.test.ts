import { expect, it } from "vitest";
import { smallShow } from "../testing/cases";
import { namesOf } from "./names";
import { withReported } from "./reported";

/// Options of the first issue with a statement under one of them alone.
function spokenOf(reported: string | null) {
  const show = smallShow();
  const issue = show.issues[0]!;
  issue.options = issue.options.map((option) => ({ ...option, invented: option.id !== reported }));
  return show;
}

it("an option that somebody spoke of stays so where its entry is supposed otherwise", () => {
  const told = withReported(spokenOf(null), spokenOf("low"));
  expect(namesOf(told).isInvented("weir", "low")).toBe(false);
  expect(namesOf(told).isInvented("weir", "high")).toBe(true);
  expect(namesOf(spokenOf(null)).isInvented("weir", "low")).toBe(true);
});

it("an option that did not stand there is told of as the engine tells it", () => {
  const now = spokenOf("low");
  now.issues[0]!.options.push({ ...now.issues[0]!.options[0]!, id: "new", invented: true });
  const told = withReported(now, spokenOf("high"));
  expect(told.issues[0]!.options.map((option) => option.invented)).toEqual([true, false, true, true]);
});

it("what is the same is kept, so that nothing is drawn anew", () => {
  const [now, heard] = [spokenOf("low"), spokenOf("high")];
  expect(withReported(heard, heard)).toBe(heard);
  expect(withReported(now, heard)).toBe(withReported(now, heard));
  expect(withReported(now, heard).issues[1]).toBe(now.issues[1]);
});
