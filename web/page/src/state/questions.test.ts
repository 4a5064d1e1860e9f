import { describe, expect, it } from "vitest";
import type { Verdict } from "../answers/answers";
import { smallCheck, smallModel, smallShow } from "../testing/cases";
import { ask, contradicts, heardQuestion, known } from "./asking";
import { screens, type Model } from "./model";
import { atMostLayer, foundText, nearest, nearestQuestion } from "./nearest";
import { wanted } from "./questions";
import { firstModel, update, type Action } from "./update";

function after(...actions: Action[]): Model {
  return actions.reduce(update, smallModel());
}

function answered(model: Model, answer: (verb: string, text: string) => unknown): Model {
  let now = model;
  for (let question = wanted(now)[0]; question !== undefined; question = wanted(now)[0]) {
    const output = JSON.stringify(answer(question.verb, Object.values(question.files).join("")));
    now = update(now, {
      kind: "replied",
      key: question.key,
      slot: question.slot,
      reply: { code: 0, output, remarks: "" },
      at: 0,
    });
  }
  return now;
}

/// As the engine says it: beside the answer, which is empty.
const refusal = '{"errors":[{"file":"--set","line":0,"column":0,"what":"bad","hint":"mend"}]}';

describe("wanted questions", () => {
  it("embedded answers are not asked for as long as nothing is supposed", () => {
    expect(wanted(smallModel()).map((question) => question.verb)).toEqual(["sources"]);
    const verbs = wanted(after({ kind: "set", address: "fallback.bera", value: "1" })).map((question) => question.verb);
    expect(verbs).toEqual(["show", "check", "sources"]);
  });

  it("the case as supposed waits behind no search, and neither does what was typed", () => {
    const lanes = (model: Model) =>
      Object.fromEntries(wanted(model).map((question): [string, string] => [question.verb, question.lane]));
    expect(lanes(after({ kind: "set", address: "fallback.bera", value: "1" }))).toMatchObject({
      show: "quick",
      check: "slow",
    });
    expect(lanes(after({ kind: "try", address: "fallback.bera", value: "1" }))).toMatchObject({ show: "quick" });
  });

  it("an embedded sample is shown as it is, and others are drawn", () => {
    const page = { ...smallModel().page };
    page.answers = { ...page.answers, robust: { sample: { readings: 5000, seed: 7 } }, sources: {} };
    const model = update(firstModel(page), { kind: "go", screen: "robustness" });
    expect(wanted(model)).toEqual([]);
    expect(wanted(update(model, { kind: "view", views: { seed: 8 } }))[0]?.flags["seed"]).toEqual(["8"]);
  });

  it("what was heard is asked for the date of the page, with nothing else that is supposed", () => {
    const dated = after(
      { kind: "set", address: "fallback.bera", value: "1" },
      { kind: "as-of", date: "2026-01-01" },
      { kind: "leave-out", statement: "s1", leave: true },
    );
    expect(heardQuestion(dated, "check").flags).toEqual({
      format: ["json"],
      "as-of": ["2026-01-01"],
      without: ["s1"],
    });
    const typed = after({ kind: "set", address: "fallback.bera", value: "1" });
    expect(known(typed, heardQuestion(typed, "check")).data).toBe(typed.page.answers["check"]);
  });

  it("carry everything that is supposed", () => {
    const model = after(
      { kind: "set", address: "fallback.bera", value: "20..30" },
      { kind: "suppose", question: "price", answer: "price" },
      { kind: "leave-out", statement: "s1", leave: true },
      { kind: "as-of", date: "2026-01-01" },
    );
    expect(ask(model, "check").flags).toEqual({
      format: ["json"],
      "as-of": ["2026-01-01"],
      set: ["fallback.bera=20..30"],
      without: ["s1"],
      answer: ["price=price"],
    });
  });

  it("are asked once each, and every screen ends with none", () => {
    for (const screen of screens) {
      const model = after({ kind: "go", screen }, { kind: "view", views: { samples: 5 } });
      const keys = wanted(model).map((question) => question.key);
      expect(new Set(keys).size, screen).toBe(keys.length);
      expect(wanted(answered(model, () => ({ statements: [], bridges: [] })))).toEqual([]);
    }
  });
});

describe("answers", () => {
  it("a cancelled question is not wanted, a problem is not asked again", () => {
    const model = after({ kind: "go", screen: "robustness" });
    const key = wanted(model)[0]?.key ?? "";
    expect(wanted(update(model, { kind: "cancel", key })).map((question) => question.key)).not.toContain(key);
    const refused = update(model, {
      kind: "replied",
      key,
      slot: "",
      reply: { code: 2, output: "", remarks: refusal },
      at: 0,
    });
    expect(known(refused, wanted(model)[0]!).problem).toBe("bad: mend");
    expect(wanted(refused).map((question) => question.key)).not.toContain(key);
  });

  it("the builder's package goes to a lane of its own, under an id that no draft has", () => {
    const model = after({ kind: "go", screen: "package-builder" }, { kind: "choose", issue: "share", option: 20 });
    const question = wanted(model)[0];
    expect([question?.lane, question?.flags["draft"]]).toEqual(["quick", ["package"]]);
    expect(question?.files["package.toml"]).toContain('set = { "share" = 20 }');
  });

  it("while a new answer is worked on the one before is at hand", () => {
    const first = smallModel();
    const question = ask(first, "sources");
    const model = update(first, {
      kind: "replied",
      key: question.key,
      slot: question.slot,
      reply: { code: 0, output: '{"by":"voice"}', remarks: "" },
      at: 0,
    });
    const changed = update(model, { kind: "as-of", date: "2026-01-01" });
    expect(known(changed, ask(changed, "sources"))).toMatchObject({
      data: null,
      latest: { by: "voice" },
    });
  });
});

describe("the nearest acceptable package", () => {
  const built: Action[] = [
    { kind: "go", screen: "package-builder" },
    { kind: "view", views: { builderAsked: "nearest" } },
    { kind: "choose", issue: "weir", option: "low" },
    { kind: "choose", issue: "share", option: 10 },
  ];

  it("is asked as a rule of the plan", () => {
    const { issues } = smallModel().page.answers["show"] as { issues: Parameters<typeof atMostLayer>[0] };
    expect(atMostLayer(issues, { weir: "low", share: 10 }, 1)).toContain(
      'at_most = 1\nof = [{ "weir" = ["high", "none"] }, { "share" = [20, 30] }]',
    );
    expect(atMostLayer(issues, { weir: "low" }, 0)).toContain('forbid = { "weir" = ["high", "none"] }');
    expect(atMostLayer(issues, { weir: "low" }, 1)).toBe("unbracket = 1\n");
  });

  it.each([0, 1, 2])("finds that %i changes are the fewest", (fewest) => {
    const model = answered(after(...built), (verb, text) => {
      const most = text.includes("at_most = 1") ? 1 : text.includes("forbid") ? 0 : 2;
      return verb === "check" && text.includes("unbracket")
        ? {
            verdict: most >= fewest ? "agreement" : "no_agreement",
            outcome: most >= fewest ? { weir: "high", share: 20 } : null,
            possible_outcome: null,
          }
        : {};
    });
    expect(nearest(model)).toMatchObject({ changes: fewest, certainty: "surely", next: null });
  });

  it("does not say that fewer are not enough where that was not decided", () => {
    const under = (text: string) => (text.includes("at_most = 1") ? 1 : text.includes("forbid") ? 0 : 2);
    const verdictAt = (verdicts: string[]) => (verb: string, text: string) => {
      const verdict = verdicts[under(text)];
      const outcome = verdict === "agreement" ? { weir: "high", share: 20 } : null;
      return verb === "check" && text.includes("unbracket") ? { verdict, outcome, possible_outcome: null } : {};
    };
    const found = (verdicts: string[]) => nearest(answered(after(...built), verdictAt(verdicts)));
    expect(found(["no_agreement", "undecided", "agreement"])).toMatchObject({ changes: 2, isLeast: false, next: null });
    expect(found(["undecided", "agreement", "agreement"])).toMatchObject({ changes: 1, isLeast: false });
    expect(found(["undecided", "no_agreement", "agreement"])).toMatchObject({ changes: 2, isLeast: true });
    expect(found(["no_agreement", "agreement", "agreement"])).toMatchObject({ changes: 1, isLeast: true });
  });

  it("says that there is no answer where the entries contradict each other", () => {
    const none = { verdict: "contradiction", outcome: null, possible_outcome: null };
    expect(nearest(answered(after(...built), () => none)).problem).toContain("No answer");
  });

  it("says in words what was found, and that nothing is settled where nothing is", () => {
    const found = { ...nearest(smallModel()), changes: 0, certainty: "surely" as const };
    const show = smallShow();
    expect(foundText(found, 0, show)).toContain("Nothing is settled yet");
    expect(foundText(found, 1, show)).toContain("What is settled needs no change");
    expect(foundText(found, 2, show)).toContain("The package needs no change");
    expect(foundText({ ...found, changes: 1 }, 2, show)).toContain("1 settled issue decided otherwise");
    expect(foundText(found, 2, show)).toContain("acceptable in every reading to all who have to agree");
    const counting = { ...show, agreement: { ...show.agreement, required: ["alta"], at_least: 2 } };
    expect(foundText(found, 2, counting)).toContain("to Alta, and at least 2 of 2 parties in all");
  });

  it("tells a contradiction from a no", () => {
    const { page } = smallModel();
    const of = (verdict: Verdict) =>
      contradicts(firstModel({ ...page, answers: { ...page.answers, check: smallCheck({ verdict }) } }));
    expect([of("contradiction"), of("no_agreement")]).toEqual([true, false]);
  });

  it("says so where nothing is acceptable", () => {
    const model = answered(after(...built), () => ({
      verdict: "no_agreement",
      outcome: null,
      possible_outcome: null,
    }));
    expect(nearest(model)).toMatchObject({ changes: null, outcome: null, next: null, problem: null });
    expect(nearestQuestion(model, 2).flags["verdict-only"]).toEqual([]);
  });
});
