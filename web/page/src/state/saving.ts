// What the reader keeps as a file: the whole case as it is supposed, written by the engine, and the
// proof of the answer to it.

import { questionOf, type Question } from "../engine/question";
import { ask, isAnswer, problemsIn, problemText } from "./asking";
import type { Model } from "./model";
import { flagsOf } from "./scenario";

export const proofFile = "proof.json";

export interface More {
  /// Layers beside the case, by name.
  files?: Record<string, string>;
  format?: "toml" | "json";
}

/// The case with everything that is supposed, as one file. Comments of the file are not in it.
export function caseQuestion(model: Model, { files = {}, format = "toml" }: More = {}): Question {
  return questionOf({
    verb: "convert",
    operands: [...model.page.operands, ...Object.keys(files)],
    flags: { output: [`case.${format}`], ...flagsOf(model.scenario) },
    files,
    lane: "slow",
  });
}

export function proofQuestion(model: Model): Question {
  return ask(model, "check", { flags: { certificate: [proofFile] } });
}

/// What is to be kept, as soon as it is there; null where the engine has written nothing of the kind.
export function textToSave(model: Model): { name: string; text: string | null } | null {
  const { saving } = model;
  const reply = saving && model.replies[saving.question.key]?.reply;
  if (!saving || !reply || !isAnswer(reply.code)) {
    return null;
  }
  const isProof = saving.question.verb === "check";
  return { name: saving.name, text: isProof ? (reply.saved?.[proofFile] ?? null) : reply.output };
}

export function savingProblem(model: Model): string | null {
  const key = model.saving?.question.key ?? "";
  const reply = model.replies[key]?.reply;
  const said = reply && !isAnswer(reply.code) ? problemText(problemsIn(reply)) : null;
  return said ?? model.failures[key] ?? null;
}

/// Not asked again once it is there or refused.
export function savingQuestions(model: Model): Question[] {
  const { saving } = model;
  const isSettled = saving === null || model.replies[saving.question.key] !== undefined;
  return isSettled || savingProblem(model) !== null ? [] : [saving.question];
}
