import { describe, expect, it } from "vitest";
import { smallModel } from "../testing/cases";
import { ask } from "./asking";
import type { Model } from "./model";
import { actionOfKey } from "./keys";
import { placeOf } from "./place";
import { flagsOf } from "./scenario";
import { trialQuestion } from "./trial";
import { update, type Action } from "./update";

function after(...actions: Action[]): Model {
  return actions.reduce(update, smallModel());
}

const reply = { code: 0, output: "{}", remarks: "" };

describe("update", () => {
  it("changes nothing in the model it is given", () => {
    const before = smallModel();
    const frozen = JSON.stringify(before);
    update(before, { kind: "choose", issue: "weir", option: "low" });
    update(before, { kind: "suppose", question: "price", answer: "price" });
    update(before, { kind: "started", key: "k", at: 1 });
    expect(JSON.stringify(before)).toBe(frozen);
  });

  it("goes to a screen and closes the menu", () => {
    const model = after({ kind: "view", views: { menuOpen: true } }, { kind: "go", screen: "drafts" });
    expect([model.screen, model.views.menuOpen]).toEqual(["drafts", false]);
  });

  it("keeps the seed of the file for samples", () => {
    expect(smallModel().views.seed).toBe(7);
  });

  it("undoes and redoes steps of the builder, and a new step ends what could be redone", () => {
    const low: Action = { kind: "choose", issue: "weir", option: "low" };
    const high: Action = { kind: "choose", issue: "weir", option: "high" };
    expect(after(low, high, { kind: "undo" }).builder.now).toEqual({ weir: "low" });
    expect(after(low, high, { kind: "undo" }, { kind: "redo" }).builder.now).toEqual({ weir: "high" });
    const fresh = after(low, { kind: "undo" }, high);
    expect(fresh.builder.future).toEqual([]);
    expect(after({ kind: "undo" }, { kind: "redo" }).builder).toEqual(smallModel().builder);
  });

  it("choosing the same option again is no step", () => {
    const low: Action = { kind: "choose", issue: "weir", option: "low" };
    expect(after(low, low).builder.past).toHaveLength(1);
  });
});

describe("what is supposed", () => {
  const made = {
    movement: { moves: [], burden: {}, outcome: {} },
    name: "Alta accepts 10 points less",
    sets: { "accepts_less.alta": "10" },
    less: { alta: 10 },
  };

  it("supposes and takes back answers, entries, statements, dates and movements", () => {
    const model = after(
      { kind: "suppose", question: "price", answer: "price" },
      { kind: "set", address: "fallback.bera", value: "20" },
      { kind: "leave-out", statement: "s1", leave: true },
      { kind: "as-of", date: "2026-01-01" },
      { kind: "move", made },
    );
    expect(model.scenario).toEqual({
      asOf: "2026-01-01",
      sets: { "fallback.bera": "20" },
      without: ["s1"],
      answers: { price: "price" },
      movement: made,
    });
    const back: Action[] = [
      { kind: "suppose", question: "price", answer: null },
      { kind: "set", address: "fallback.bera", value: null },
      { kind: "leave-out", statement: "s1", leave: false },
      { kind: "as-of", date: null },
      { kind: "move", made: null },
    ];
    expect(back.reduce<Model>(update, model).scenario).toEqual(smallModel().scenario);
    expect(update(model, { kind: "reset" }).scenario).toEqual(smallModel().scenario);
  });

  it.each<Action>([
    { kind: "set", address: "fallback.alta", value: "90" },
    { kind: "suppose", question: "price", answer: "price" },
    { kind: "leave-out", statement: "s1", leave: true },
    { kind: "as-of", date: "2026-01-01" },
  ])("a movement was worked out for one case, and goes with $kind", (change) => {
    const model = after({ kind: "move", made }, change);
    expect(model.scenario.movement).toBeNull();
    expect(flagsOf(model.scenario)["set"] ?? []).not.toContain("fallback.alta=10");
    expect(model.said).toContain("movement is taken back");
  });

  it("what is picked and filtered by its place in a list goes with a change of the case", () => {
    const picked: Action = { kind: "view", views: { pickedOutcome: 3, brush: { alta: [0, 1] } } };
    const model = after(picked, { kind: "set", address: "fallback.bera", value: "20" });
    expect([model.views.pickedOutcome, model.views.brush]).toEqual([null, {}]);
    expect(after(picked, { kind: "move", made }).views.pickedOutcome).toBeNull();
  });

  it("what is picked in an older list goes when the new one is there", () => {
    const model = after(
      { kind: "go", screen: "frontier" },
      { kind: "set", address: "fallback.bera", value: "20" },
      { kind: "view", views: { pickedOutcome: 3, brush: { alta: [0, 1] } } },
    );
    const told = (verb: string) => {
      const { key, slot } = ask(model, verb);
      return update(model, { kind: "replied", key, slot, reply, at: 0 }).views;
    };
    expect(told("frontier")).toMatchObject({ pickedOutcome: null, brush: {} });
    expect(told("check")).toMatchObject({ pickedOutcome: 3, brush: { alta: [0, 1] } });
  });

  it("what is picked goes with a value that was typed, as soon as the engine takes it", () => {
    const typed = after(
      { kind: "view", views: { pickedOutcome: 3, brush: { alta: [0, 1] } } },
      { kind: "try", address: "fallback.bera", value: "20" },
    );
    const { key, slot } = trialQuestion(typed, typed.trial!);
    const model = update(typed, { kind: "replied", key, slot, reply, at: 0 });
    expect(model.scenario.sets).toEqual({ "fallback.bera": "20" });
    expect(model.views).toMatchObject({ pickedOutcome: null, brush: {} });
  });
});

describe("replies", () => {
  it("a reply ends the running question and tells how long it took", () => {
    const model = after(
      { kind: "started", key: "k", at: 10 },
      { kind: "replied", key: "k", slot: "score", reply, at: 22 },
    );
    expect(model.running).toEqual({});
    expect(model.replies["k"]).toEqual({ reply, took: 12 });
    expect(model.latest["score"]).toBe("k");
  });
});

describe("a long session", () => {
  it("forgets the oldest of many replies, but none on show", () => {
    let model = after({ kind: "replied", key: "shown", slot: "check", reply, at: 0 });
    for (let at = 0; at < 500; ++at) {
      model = update(model, { kind: "replied", key: `k${at}`, slot: "score", reply, at });
    }
    expect(Object.keys(model.replies).length).toBeLessThanOrEqual(201);
    expect(Object.keys(model.replies)).toContain("shown");
    expect(Object.keys(model.replies)).toContain("k499");
  });

  it("progress stands beside a running question and goes with its reply", () => {
    const working = after({ kind: "progress", key: "k", part: 0.5 });
    expect(working.progress).toEqual({ k: 0.5 });
    expect(update(working, { kind: "replied", key: "k", slot: "s", reply, at: 0 }).progress).toEqual({});
  });

  it.each<Action>([
    { kind: "cancel", key: "k" },
    { kind: "failed", key: "k", message: "trap" },
    { kind: "failed", key: null, message: "no engine" },
    { kind: "dropped", key: "k" },
  ])("what is not worked on any more has neither time nor progress: $kind", (end) => {
    const model = after({ kind: "started", key: "k", at: 1 }, { kind: "progress", key: "k", part: 0.5 }, end);
    expect([model.running, model.progress]).toEqual([{}, {}]);
  });

  it("a cancelled question is asked again only when resumed", () => {
    const cancelled = after({ kind: "started", key: "k", at: 1 }, { kind: "cancel", key: "k" });
    expect(cancelled.cancelled).toEqual({ k: true });
    expect(cancelled.running).toEqual({});
    expect(update(cancelled, { kind: "resume", key: "k" }).cancelled).toEqual({});
  });

  it("trying again asks anew what was refused, failed or cancelled, and the engine too", () => {
    const refused = after(
      { kind: "replied", key: "k", slot: "s", reply: { ...reply, code: 2 }, at: 0 },
      { kind: "failed", key: "k", message: "trap" },
      { kind: "failed", key: null, message: "no engine" },
      { kind: "resume", key: "k" },
    );
    expect([refused.replies, refused.failures, refused.engineProblem]).toEqual([{}, {}, null]);
  });

  it("a cancelled sample leaves the one before it, and the next is counted from there", () => {
    const key = (samples: number) =>
      JSON.stringify(["robust", ["case.toml"], { samples: [`${samples}`], seed: ["7"] }]);
    const drawn: Action = { kind: "replied", key: key(1000), slot: "robust case.toml", reply, at: 0 };
    const more: Action = { kind: "view", views: { samples: 100_000 } };
    const model = after(drawn, more, { kind: "cancel", key: key(100_000) });
    expect([model.views.samples, model.views.seed, model.cancelled]).toEqual([1000, 7, {}]);
    expect(after(more, { kind: "cancel", key: key(100_000) }).cancelled).toEqual({ [key(100_000)]: true });
  });

  it("a failure stands beside its question; one without a question is the engine's", () => {
    expect(after({ kind: "failed", key: "k", message: "no memory" }).failures).toEqual({
      k: "no memory",
    });
    expect(after({ kind: "failed", key: null, message: "no engine" }).engineProblem).toBe("no engine");
  });
});

describe("keys", () => {
  const key = (text: string, more = {}) => ({
    key: text,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    target: null,
    ...more,
  });

  it("digits go to the ten screens, 0 to the last", () => {
    expect(actionOfKey(key("1"), smallModel())).toEqual({ kind: "go", screen: "answer" });
    expect(actionOfKey(key("0"), smallModel())).toEqual({ kind: "go", screen: "matrix" });
  });

  it("are letters where somebody writes, and ours over radio buttons", () => {
    expect(actionOfKey(key("1", { target: { tagName: "INPUT", type: "text" } }), smallModel())).toBeNull();
    expect(actionOfKey(key("4", { target: { tagName: "INPUT", type: "radio" } }), smallModel())).toEqual({
      kind: "go",
      screen: "package-builder",
    });
  });

  it("undo and redo work in the builder alone", () => {
    const builder = after({ kind: "go", screen: "package-builder" });
    expect(actionOfKey(key("z", { ctrlKey: true }), builder)).toEqual({ kind: "undo" });
    expect(actionOfKey(key("Z", { ctrlKey: true, shiftKey: true }), builder)).toEqual({ kind: "redo" });
    expect(actionOfKey(key("y", { metaKey: true }), builder)).toEqual({ kind: "redo" });
    expect(actionOfKey(key("z", { ctrlKey: true }), smallModel())).toBeNull();
    expect(actionOfKey(key("1", { ctrlKey: true }), smallModel())).toBeNull();
  });
});

describe("addresses inside the file", () => {
  it("name a screen, or a part of one", () => {
    expect(placeOf("#matrix/identity")).toEqual({ screen: "matrix", part: "identity" });
    expect(placeOf("#drafts")).toEqual({ screen: "drafts", part: null });
    expect(placeOf("#nowhere")).toEqual({ screen: null, part: null });
  });
});
