// What the reader keeps as a file: the whole case as it is supposed, written by the engine, and the
// proof of the answer to it.

import { questionOf, type EngineReply, type Question } from "../engine/question";
import type { Show } from "../answers/answers";
import { isAnswer, problemsIn, problemText } from "./asking";
import { editsAsLayer, movementComment } from "./layer";
import type { AskedSaving, Model } from "./model";
import { flagsOf, isAsEntered } from "./scenario";

export const proofFile = "proof.json";
export const supposedProofFile = "proof-as-supposed.json";
export const supposedFile = "case-as-supposed.toml";

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

/// A certificate names the digest of its case, so it is asked of the very text that is saved.
function proofQuestion(text: string): Question {
  return questionOf({
    verb: "check",
    operands: [supposedFile],
    flags: { format: ["json"], certificate: [supposedProofFile] },
    files: { [supposedFile]: text },
    lane: "slow",
  });
}

function answered(model: Model, question: Question): EngineReply | null {
  const reply = model.replies[question.key]?.reply;
  return reply && isAnswer(reply.code) ? reply : null;
}

/// The one that is to be asked next, or was asked last.
export function savingQuestion(model: Model, saving: AskedSaving): Question {
  const written = answered(model, saving.question);
  return saving.wants === "proof" && written ? proofQuestion(wholeText(saving, written)) : saving.question;
}

function wholeText({ scenario }: AskedSaving, written: EngineReply): string {
  return [...movementComment(scenario.movement), written.output].join("\n");
}

/// What is to be kept, as soon as it is there; null where the engine has written nothing of the kind.
export function textToSave(model: Model): { name: string; text: string | null } | null {
  const { saving } = model;
  const question = saving && savingQuestion(model, saving);
  const reply = question && answered(model, question);
  if (!saving || !reply || (saving.wants === "proof" && question.verb !== "check")) {
    return null;
  }
  return { name: saving.name, text: textOf(saving, reply) };
}

function textOf(saving: AskedSaving, reply: EngineReply): string | null {
  if (saving.wants === "layer") {
    return editsAsLayer(saving.scenario, JSON.parse(reply.output) as Show);
  }
  return saving.wants === "proof" ? (reply.saved?.[supposedProofFile] ?? null) : wholeText(saving, reply);
}

/// Whether something is supposed that closing the page would lose.
export function isUnsaved({ scenario, kept }: Model): boolean {
  return !isAsEntered(scenario) && JSON.stringify(scenario) !== JSON.stringify(kept);
}

export function savingProblem(model: Model): string | null {
  const key = model.saving ? savingQuestion(model, model.saving).key : "";
  const reply = model.replies[key]?.reply;
  const said = reply && !isAnswer(reply.code) ? problemText(problemsIn(reply)) : null;
  return said ?? model.failures[key] ?? null;
}

/// Not asked again once it is there or refused.
export function savingQuestions(model: Model): Question[] {
  const question = model.saving && savingQuestion(model, model.saving);
  const isSettled = question === null || model.replies[question.key] !== undefined || model.cancelled[question.key];
  return isSettled || savingProblem(model) !== null ? [] : [question];
}
