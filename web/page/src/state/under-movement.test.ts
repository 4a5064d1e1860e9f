// What a movement lets a party accept is no value of what it has without agreement: the answers are not the same.

import { expect, it } from "vitest";
import type { Check, Show } from "../answers/answers";
import { madeOf } from "../case/movement";
import { namesOf } from "../case/names";
import type { Question } from "../engine/question";
import { smallCheck, smallModel, smallShow } from "../testing/cases";
import { ask, isOfOtherEntries, known, showOf } from "./asking";
import type { Model } from "./model";
import { allSourcesQuestion, builderQuestion, evidenceQuestion, wanted } from "./questions";
import { update, type Action } from "./update";

const moves = [{ entry: "fallback.alta", party: "alta", points: 10 }];
const made = madeOf({ moves, burden: { alta: 10 }, outcome: {} }, namesOf(smallShow()));

/// As the engine answers where Alta has 10..30 without agreement, or accepts 10 less than 20..40.
function answerOf({ verb, flags }: Question): unknown {
  const show = smallShow();
  const sets = flags["set"] ?? [];
  const less = sets.includes("accepts_less.alta=10") ? { accepts_less: { alta: 10 } } : {};
  if (sets.includes("fallback.alta=10..30")) {
    show.parties[0]!.fallback = { ...show.parties[0]!.fallback!, value: [10, 30], text: "10..30" };
  }
  const answer = verb === "show" ? show : verb === "check" ? smallCheck({ surplus: { alta: [0, 20] } }) : {};
  return { ...answer, ...less };
}

function answerTo(question: Question): Action {
  const reply = { code: 0, output: JSON.stringify(answerOf(question)), remarks: "" };
  return { kind: "replied", key: question.key, slot: question.slot, reply, at: 0 };
}

function answered(model: Model): Model {
  let now = model;
  for (let question = wanted(now)[0]; question !== undefined; question = wanted(now)[0]) {
    now = update(now, answerTo(question));
  }
  return now;
}

function surplus(model: Model) {
  return known<Check>(model, ask(model, "check")).data?.surplus["alta"];
}

it("a value that is typed is not the movement that told the engine the same", () => {
  const moved = answered(update(smallModel(), { kind: "move", made }));
  expect([surplus(moved), showOf(moved).parties[0]?.fallback?.text]).toEqual([[-10, 10], "20..40"]);
  const back = update(moved, { kind: "move", made: null });
  const typed = answered(update(back, { kind: "try", address: "fallback.alta", value: "10..30" }));
  expect(typed.scenario.sets).toEqual({ "fallback.alta": "10..30" });
  expect(showOf(typed).parties[0]?.fallback).toMatchObject({ text: "10..30", basis: "supposed" });
  expect(surplus(typed)).toEqual([0, 20]);
});

it("a movement is not the value that was typed and told the engine the same", () => {
  const typed = answered(update(smallModel(), { kind: "try", address: "fallback.alta", value: "10..30" }));
  const moved = answered(update(update(typed, { kind: "reset" }), { kind: "move", made }));
  expect([surplus(moved), showOf(moved).parties[0]?.fallback?.text]).toEqual([[-10, 10], "20..40"]);
});

it("an answer that comes after the movement was taken back is told as one under it", () => {
  const moved = update(smallModel(), { kind: "move", made });
  const late = wanted(moved).map(answerTo);
  const off = late.reduce(update, update(moved, { kind: "move", made: null }));
  const on = update(off, { kind: "move", made });
  expect([surplus(on), showOf(on).parties[0]?.fallback?.text]).toEqual([[-10, 10], "20..40"]);
});

it("an older answer that stands while a new one is worked out keeps its movement", () => {
  const moved = answered(update(smallModel(), { kind: "move", made }));
  const other = update(moved, { kind: "set", address: "fallback.bera", value: "1" });
  const { data, latest } = known<Show>(other, ask(other, "show"));
  expect([data, latest?.parties[0]?.fallback?.text]).toEqual([null, "20..40"]);
});

it("a score that stands meanwhile is told to be of other entries, not where the package alone changed", () => {
  const isOther = (model: Model) => isOfOtherEntries(model, builderQuestion(model, "score"));
  const built = answered(update(smallModel(), { kind: "go", screen: "package-builder" }));
  expect(isOther(built)).toBe(false);
  expect(isOther(update(built, { kind: "choose", issue: "weir", option: "low" }))).toBe(false);
  const changed = update(built, { kind: "set", address: "fallback.alta", value: "99" });
  expect(isOther(changed)).toBe(true);
  expect(isOther(answered(changed))).toBe(false);
  expect(isOther(update(built, { kind: "move", made }))).toBe(true);
});

it("what was said and what the file lacks stay as they are under a movement, with all else supposed", () => {
  const set = update(smallModel(), { kind: "set", address: "fallback.bera", value: "1" });
  const moved = update(set, { kind: "move", made });
  for (const verb of ["sources", "lint"] as const) {
    expect(evidenceQuestion(moved, verb).key).toBe(ask(set, verb).key);
    expect(evidenceQuestion(moved, verb).key).not.toBe(ask(moved, verb).key);
  }
  expect(allSourcesQuestion(moved).key).toBe(ask(set, "sources").key);
  const onMatrix = wanted(update(moved, { kind: "go", screen: "matrix" })).map((question) => question.key);
  expect(onMatrix).toContain(ask(set, "lint").key);
});
