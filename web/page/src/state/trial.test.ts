import { describe, expect, it } from "vitest";
import type { Made } from "../case/movement";
import { smallModel, smallShow } from "../testing/cases";
import { known, problemsIn, showOf } from "./asking";
import type { Model } from "./model";
import { wanted } from "./questions";
import { caseQuestion, isUnsaved, savingProblem, savingQuestion, textToSave } from "./saving";
import { editsAsLayer, layerLine, layerQuestion } from "./layer";
import { asEntered, typedValue } from "./scenario";
import { trialQuestion } from "./trial";
import { update, type Action } from "./update";

const refusal = '{"errors":[{"file":"--set","line":0,"what":"a fallback cannot be `x`","hint":"write a number"}]}';

function after(...actions: Action[]): Model {
  return actions.reduce(update, smallModel());
}

function replied(model: Model, key: string, code: number, output: string, remarks = ""): Model {
  return update(model, {
    kind: "replied",
    key,
    slot: key.includes("convert") ? "convert" : "show case.toml",
    reply: { code, output, remarks },
    at: 0,
  });
}

describe("an entry that is typed", () => {
  const trying = after({ kind: "try", address: "fallback.bera", value: "20 to 60" });
  const question = wanted(trying)[0]!;

  it.each([
    ["20-60", "20..60"],
    ["20 to 60", "20..60"],
    [" 20 \u2013 60 ", "20..60"],
    ["-5..3", "-5..3"],
    ["\u22125 - 3.5", "-5..3.5"],
    ["redline", "redline"],
    ["long-held", "long-held"],
  ])("%s is read as %s", (typed, value) => {
    expect(typedValue(typed)).toBe(value);
  });

  it("is asked of the engine before it is supposed", () => {
    expect(question.verb).toBe("show");
    expect(question.flags["set"]).toEqual(["fallback.bera=20..60"]);
    expect(trying.scenario).toEqual(asEntered);
  });

  it("is supposed once it is taken, and marked so", () => {
    const taken = replied(trying, question.key, 0, JSON.stringify(smallShow()));
    expect([taken.trial, taken.scenario.sets]).toEqual([null, { "fallback.bera": "20..60" }]);
    expect(showOf(taken).parties.map((party) => party.fallback?.basis)).toEqual(["assumed", "supposed"]);
  });

  it("is not supposed where it is refused: what and how to mend it is told", () => {
    const refused = replied(trying, question.key, 2, "", refusal);
    expect(refused.scenario).toEqual(asEntered);
    expect(refused.trial?.problems).toEqual([
      expect.objectContaining({ what: "a fallback cannot be `x`", hint: "write a number" }),
    ]);
    expect(wanted(refused).map((each) => each.key)).not.toContain(question.key);
    const other = update(refused, { kind: "view", views: { editing: "fallback.alta" } });
    expect(other.trial).toBeNull();
    expect(update(refused, { kind: "try", address: "fallback.bera", value: "20..60" }).trial?.problems).toHaveLength(1);
  });

  it("is told of where the engine stops", () => {
    const failed = update(trying, { kind: "failed", key: trialQuestion(trying, trying.trial!).key, message: "trap" });
    expect(failed.trial?.problems).toEqual([expect.objectContaining({ what: "trap" })]);
  });

  it("problems that are no JSON are said as they stand", () => {
    expect(problemsIn({ code: 2, output: "", remarks: "no such verb\n" })[0]?.what).toBe("no such verb");
    expect(problemsIn({ code: 2, output: "", remarks: "" })[0]?.what).toBe("the engine gave no answer");
    expect(known(replied(trying, question.key, 2, "", refusal), question).problem).toBe(
      "a fallback cannot be `x`: write a number",
    );
  });
});

const supposed = after(
  { kind: "set", address: "fallback.bera", value: "20..30" },
  { kind: "suppose", question: "price", answer: "price" },
  { kind: "leave-out", statement: "s1", leave: true },
  { kind: "as-of", date: "2026-01-01" },
);

describe("what is kept as a file", () => {
  it("is the case with all that is supposed, and what stands beside it", () => {
    const question = caseQuestion(supposed, { files: { "package.toml": "x" } });
    expect(question.operands).toEqual(["case.toml", "package.toml"]);
    expect(question.flags).toEqual({
      output: ["case.toml"],
      "as-of": ["2026-01-01"],
      set: ["fallback.bera=20..30"],
      without: ["s1"],
      answer: ["price=price"],
    });
    const asked = update(supposed, { kind: "save", saving: { question, name: "mine.toml" } });
    expect(wanted(asked)).toContain(question);
    const there = replied(asked, question.key, 0, "unbracket = 1\n");
    expect(textToSave(there)).toEqual({ name: "mine.toml", text: "unbracket = 1\n" });
    expect(wanted(there).map((each) => each.key)).not.toContain(question.key);
    expect(update(there, { kind: "saved", text: "Saved" }).saving).toBeNull();
  });

  it("or the certificate of the answer to it, asked of the text that is saved", () => {
    const wish = { question: caseQuestion(supposed), name: "proof.json", wants: "proof" as const };
    const wished = update(supposed, { kind: "save", saving: wish });
    expect(wanted(wished)).toContain(wish.question);
    const asked = replied(wished, wish.question.key, 0, "the case");
    expect(textToSave(asked)).toBeNull();
    const question = savingQuestion(asked, asked.saving!);
    expect(question.files).toEqual({ "case-as-supposed.toml": "the case" });
    expect(wanted(asked)).toContainEqual(question);
    const reply = { code: 0, output: "{}", remarks: "", saved: { "proof-as-supposed.json": "{1}" } };
    const there = update(asked, { kind: "replied", key: question.key, slot: question.slot, reply, at: 0 });
    expect(textToSave(there)?.text).toBe("{1}");
    const none = update(asked, { kind: "replied", key: question.key, slot: "", reply: { ...reply, saved: {} }, at: 0 });
    expect(textToSave(none)?.text).toBeNull();
  });

  const movement: Made = {
    movement: { moves: [], burden: {}, outcome: {} },
    name: "Alta accepts 10 points less\nthan what it has without agreement: 20..40 (falling)",
    sets: { "accepts_less.alta": "10", "limit.towns": "off" },
    less: { alta: 10 },
  };

  it("names the movement at its head", () => {
    const moved = after({ kind: "move", made: movement });
    const question = caseQuestion(moved);
    const wishes = { whole: { question, name: "a.toml" }, proof: { question, name: "b", wants: "proof" as const } };
    const asked = update(moved, { kind: "save", saving: wishes.whole });
    // The movement may be taken back before the file is written.
    const text = textToSave(
      update(replied(asked, question.key, 0, "unbracket = 1\n"), { kind: "move", made: null }),
    )?.text;
    expect(text).toMatch(/^# By a movement supposed in a report: Alta accepts 10 points less than what it has .*\n/);
    expect(text?.split("\n").filter((line) => !line.startsWith("#"))).toEqual(["unbracket = 1", ""]);
    const proof = replied(update(moved, { kind: "save", saving: wishes.proof }), question.key, 0, "unbracket = 1\n");
    expect(savingQuestion(proof, proof.saving!).files).toEqual({ "case-as-supposed.toml": text });
  });

  it("a movement stands in the layer as a named alternative of its own", () => {
    const scenario = { ...asEntered, sets: { "fallback.bera": "30" }, movement };
    const layer = editsAsLayer(scenario, smallShow());
    const [, edits = "", moves = ""] = layer
      .split("[alternative.page-edits]")
      .flatMap((part) => part.split("[alternative.page-movement]"));
    expect(edits).toContain('"fallback.bera" = 30');
    expect(edits).not.toContain("fallback.alta");
    expect(moves).toContain("not-made = {}");
    expect(moves).toContain("[alternative.page-movement.made]");
    expect(moves).toContain('"accepts_less.alta" = 10\n');
    const read = smallShow();
    read.parties[0]!.fallback = { ...read.parties[0]!.fallback!, value: [15, 35], trend: "falling" };
    const both = editsAsLayer({ ...scenario, sets: { "fallback.alta": "15..35", "limit.towns": "on" } }, read);
    expect(both).toContain('"fallback.alta" = { value = [15, 35], trend = "falling" }\n"limit.towns" = "on"\n');
    expect(both).toContain('"accepts_less.alta" = 10\n"limit.towns" = "off"\n');
    // The edited value is that of the case without the movement, which opens the very red line.
    const line = "issue.share.curve.bera.redline";
    const opening = { ...movement, sets: { [line]: "none", "issue.weir.stance.alta.low": "-5" } };
    const edited = { ...asEntered, sets: { [line]: "> 35", "issue.weir.stance.alta.low": "redline 30" } };
    const shown = smallShow();
    shown.issues[1]!.parties["bera"]!.curve!["redline"]!.value = "> 35";
    Object.assign(shown.issues[0]!.parties["alta"]!.stances!["low"]!, { value: "redline", worth_if_opened: 30 });
    const [kept, moved = ""] = editsAsLayer({ ...edited, movement: opening }, shown).split(
      "[alternative.page-movement]",
    );
    expect(kept).toContain(`"${line}" = "> 35"\n"issue.weir.stance.alta.low" = "redline 30"\n`);
    expect(moved).toContain(`"${line}" = "none"\n"issue.weir.stance.alta.low" = -5\n`);
    const asked = layerQuestion({ ...smallModel(), scenario: { ...edited, movement: opening } });
    expect(asked.flags["set"]).toEqual([`${line}=> 35`, "issue.weir.stance.alta.low=redline 30"]);
    expect(layer).toContain("# By a movement supposed in a report: Alta accepts 10");
    const fraction = { ...movement, sets: { "accepts_less.alta": "7/3", "issue.weir.stance.bera": '{ "low" = 0 }' } };
    const plain = editsAsLayer({ ...asEntered, movement: fraction }, smallShow());
    expect(plain).toContain('"accepts_less.alta" = "7/3"\n"issue.weir.stance.bera" = { "low" = 0 }\n');
    expect(layerLine(scenario)).toContain("--answer page-edits=as-edited --answer page-movement=made");
    expect(layerLine({ ...asEntered, movement })).not.toContain("page-edits");
    expect(editsAsLayer({ ...asEntered, movement }, smallShow())).not.toContain("page-edits");
  });

  it("is not lost without a warning until the whole case is saved", () => {
    const question = caseQuestion(supposed);
    const saved = (wants?: "proof" | "layer") =>
      update(update(supposed, { kind: "save", saving: { question, name: "x", wants } }), { kind: "saved", text: "" });
    expect([after(), supposed, saved(), saved("proof")].map(isUnsaved)).toEqual([false, true, false, true]);
    expect(isUnsaved(update(saved(), { kind: "as-of", date: null }))).toBe(true);
    expect(isUnsaved(update(saved(), { kind: "reset" }))).toBe(false);
  });

  it("is not offered where the engine refuses, and asked no more", () => {
    const question = caseQuestion(supposed);
    const refused = replied(
      update(supposed, { kind: "save", saving: { question, name: "mine.toml" } }),
      question.key,
      2,
      "",
      refusal,
    );
    expect([textToSave(refused), savingProblem(refused)]).toEqual([null, "a fallback cannot be `x`: write a number"]);
    expect(wanted(refused).map((each) => each.key)).not.toContain(question.key);
  });

  it("edited entries as a layer are asked with all else that is supposed", () => {
    expect(layerLine(supposed.scenario)).toBe(
      "unbracket check case.toml edits.toml --as-of 2026-01-01 --without s1 --answer price=price --answer page-edits=as-edited",
    );
    const scenario = { ...asEntered, sets: { "fallback.bera": "1e2", "fallback.alta": "missing" } };
    const show = smallShow();
    const [, bera] = show.parties;
    const read = { ...show, parties: [{ ...bera!, fallback: { ...bera!.fallback!, value: ["185/9", 100] } }] };
    const layer = editsAsLayer(scenario, read);
    expect(layer).toContain('"fallback.bera" = ["185/9", 100]\n"fallback.alta" = "missing"\n');
    const saving = { question: layerQuestion(supposed), name: "edits.toml", wants: "layer" as const };
    const asked = update(supposed, { kind: "save", saving });
    const there = replied(asked, saving.question.key, 0, JSON.stringify(show));
    expect(textToSave(there)?.text).toContain('"fallback.bera" = 30');
  });
});
