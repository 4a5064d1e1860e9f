// What the page wants to know from the engine, as a pure function of its state: the driver asks what
// is wanted and not known, and drops what is wanted no more.

import { questionOf, type Question } from "../engine/question";
import { ask, heardQuestion, known, showOf, showQuestion, withoutMovement } from "./asking";
import { draftId, draftLayer } from "./builder";
import type { Model } from "./model";
import { nearestQuestions } from "./nearest";
import { savingQuestions } from "./saving";
import { exactQuestion, trialQuestions } from "./trial";

export function builderDraft(model: Model): { id: string; file: Record<string, string> } {
  const show = showOf(model);
  const id = draftId(show.drafts.map((draft) => draft.id));
  return { id, file: { "package.toml": draftLayer(id, model.builder.now) } };
}

export function builderQuestion(model: Model, verb: "score" | "why"): Question {
  const { id, file } = builderDraft(model);
  const lane = verb === "score" ? "quick" : "slow";
  return ask(model, verb, { more: ["package.toml"], files: file, flags: { draft: [id] }, lane });
}

export function shownDrafts(model: Model): [string, string] | null {
  const drafts = showOf(model).drafts.map((draft) => draft.id);
  const [first, second] = model.views.draftsShown ?? [drafts.at(-2), drafts.at(-1)];
  return first !== undefined && second !== undefined && drafts.includes(first) && drafts.includes(second)
    ? [first, second]
    : null;
}

export function frontierQuestion(model: Model): Question {
  return ask(model, "frontier", { flags: model.views.among === "zone" ? { zone: [] } : {} });
}

/// Movements start from the case without the one that is taken as made, and are told as exact numbers,
/// so that one can be taken as made to the last fraction.
export function bridgeQuestion(model: Model): Question {
  return ask(withoutMovement(model), "bridge", { flags: { exact: [] } });
}

/// What was said, and what the file lacks: a movement sets entries, and takes no statement from under them.
export function evidenceQuestion(model: Model, verb: "sources" | "lint"): Question {
  return ask(withoutMovement(model), verb);
}

/// The ledger shows what is left out, too.
export function allSourcesQuestion(model: Model): Question {
  return evidenceQuestion({ ...model, scenario: { ...model.scenario, without: [] } }, "sources");
}

export function robustQuestion(model: Model): Question {
  const { samples, seed } = model.views;
  return ask(model, "robust", { flags: { samples: [String(samples)], seed: [String(seed)] } });
}

/// Dates are those of the whole file, whatever date the reader looks from; what a movement would change
/// has not changed the past.
export function timelineQuestion(model: Model): Question {
  return ask({ ...model, scenario: { ...model.scenario, asOf: null, movement: null } }, "timeline");
}

export function verifyQuestion(model: Model): Question {
  const files = { "certificate.json": model.page.certificate ?? "" };
  return questionOf({
    verb: "verify",
    operands: [...model.page.operands, "certificate.json"],
    flags: { format: ["json"] },
    files,
    lane: "slow",
  });
}

/// The order of steps stands on the screen of what happened, where no movement is taken as made.
export function stepsQuestion(model: Model): Question {
  return ask(withoutMovement(model), "steps");
}

export function traceQuestion(model: Model, address: string): Question {
  return ask(model, "trace", { more: [address] });
}

function matrixQuestions(model: Model): Question[] {
  const { editing, verifying } = model.views;
  return [
    ...(editing === null
      ? []
      : [exactQuestion(model, editing), evidenceQuestion(model, "sources"), traceQuestion(model, editing)]),
    evidenceQuestion(model, "lint"),
    ...(verifying ? [verifyQuestion(model)] : []),
  ];
}

function draftQuestions(model: Model): Question[] {
  const shown = shownDrafts(model);
  const scores = showOf(model).drafts.length > 0 ? [ask(model, "score")] : [];
  return shown && shown[0] !== shown[1] ? [...scores, ask(model, "diff", { more: shown })] : scores;
}

function screenQuestions(model: Model): Question[] {
  const drafts = showOf(model).drafts.length > 0 ? [ask(model, "score")] : [];
  switch (model.screen) {
    case "answer":
      return [heardQuestion(model, "check"), heardQuestion(model, "sources")];
    case "sticking-points":
      return [ask(model, "why"), evidenceQuestion(model, "sources")];
    case "movements":
      return [bridgeQuestion(model)];
    case "package-builder":
      return [
        builderQuestion(model, "score"),
        ...(model.views.builderAsked === "better" ? [builderQuestion(model, "why")] : []),
        ...(model.views.builderAsked === "nearest" ? nearestQuestions(model) : []),
      ];
    case "frontier":
      return [frontierQuestion(model), ...drafts];
    case "robustness":
      return [robustQuestion(model), evidenceQuestion(model, "sources")];
    case "drafts":
      return draftQuestions(model);
    case "timeline":
      return [timelineQuestion(model), stepsQuestion(model)];
    case "evidence":
      return [allSourcesQuestion(model)];
    case "matrix":
      return matrixQuestions(model);
  }
}

export function wanted(model: Model): Question[] {
  const shows = [showQuestion(model), heardQuestion(model, "show")];
  const all = [...trialQuestions(model), ...shows, ask(model, "check"), ...screenQuestions(model)];
  const seen = new Set<string>();
  const toAsk = all.filter((question) => {
    const isNew = !seen.has(question.key);
    seen.add(question.key);
    const { data, problem } = known(model, question);
    return isNew && data === null && problem === null && !model.cancelled[question.key];
  });
  return [...toAsk, ...savingQuestions(model).filter((question) => !seen.has(question.key))];
}
