// An entry that the reader has typed is tried first: one that the engine refuses is not supposed, and
// the last valid value stays.

import type { Question } from "../engine/question";
import { ask, isAnswer, problemsIn, showQuestion } from "./asking";
import { nothingPicked, type Model, type Trial } from "./model";
import { movementGone, typedValue } from "./scenario";

export function trialQuestion(model: Model, { address, value }: Trial): Question {
  const scenario = { ...model.scenario, sets: { ...model.scenario.sets, [address]: value }, movement: null };
  return showQuestion({ ...model, scenario });
}

/// The case without what the reader set in this entry, with exact numbers: what is typed starts from it.
export function exactQuestion(model: Model, address: string): Question {
  const { [address]: _, ...sets } = model.scenario.sets;
  const scenario = { ...model.scenario, sets, movement: null };
  const question = ask({ ...model, scenario }, "show", { flags: { exact: [] }, lane: "quick" });
  // No answer that the rest of the page would show while it waits for its own.
  return { ...question, slot: "exact entries" };
}

export function trialQuestions(model: Model): Question[] {
  const { trial } = model;
  return trial === null || trial.problems !== null ? [] : [trialQuestion(model, trial)];
}

/// What became of it, if the engine has said.
export function settled(model: Model): Model {
  const { trial } = model;
  if (trial === null || trial.problems !== null) {
    return model;
  }
  const { key } = trialQuestion(model, trial);
  const reply = model.replies[key]?.reply;
  if (reply && isAnswer(reply.code)) {
    const sets = { ...model.scenario.sets, [trial.address]: trial.value };
    const said = model.scenario.movement === null ? model.said : movementGone;
    const scenario = { ...model.scenario, sets, movement: null };
    return { ...model, trial: null, said, scenario, views: nothingPicked(model.views) };
  }
  const failure = model.failures[key];
  const problems = reply ? problemsIn(reply) : failure ? [{ file: "", line: 0, what: failure, hint: "" }] : null;
  return { ...model, trial: { ...trial, problems } };
}

export function tried(model: Model, address: string, value: string): Model {
  return settled({ ...model, trial: { address, value: typedValue(value), problems: null } });
}
