// Which of the changes does not fit the others, as the engine's refusal names it.

import { describe, expect, it } from "vitest";
import { smallModel } from "../testing/cases";
import { showQuestion } from "./asking";
import { allFit, isFitting, unfitting } from "./unfitting";
import { update, type Action } from "./update";

const changes: Action[] = [
  { kind: "set", address: "limit.towns", value: "on" },
  { kind: "set", address: "limit.towns-two", value: "on" },
  { kind: "suppose", question: "price", answer: "price" },
  { kind: "leave-out", statement: "s1", leave: true },
];

function told(code: number, file: string, what: string) {
  const model = changes.reduce(update, smallModel());
  const { key, slot } = showQuestion(model);
  const remarks = JSON.stringify({ errors: [{ file, line: 0, what, hint: "known: `price`, `s1`" }] });
  return update(model, { kind: "replied", key, slot, reply: { code, output: "{}", remarks }, at: 0 });
}

describe("changes that do not fit together", () => {
  it("are named by the flag that is refused", () => {
    expect(unfitting(told(1, "--set", "`limit.towns`: unknown limit `towns`"))).toEqual({
      ...allFit,
      sets: ["limit.towns"],
    });
    expect(unfitting(told(1, "--answer", "there is no question `price`"))).toEqual({ ...allFit, answers: ["price"] });
    expect(unfitting(told(1, "--without", "there is no statement `s1`"))).toEqual({ ...allFit, without: ["s1"] });
  });

  it("are none where the engine answers, names none, or has not answered", () => {
    expect(unfitting(told(0, "--set", "`limit.towns`: unknown limit `towns`"))).toEqual(allFit);
    expect(isFitting(unfitting(told(1, "case.toml", "`limit.towns` is not known")))).toBe(true);
    expect(isFitting(unfitting(changes.reduce(update, smallModel())))).toBe(true);
  });
});
