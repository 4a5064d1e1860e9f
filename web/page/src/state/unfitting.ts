// Changes that were allowed one by one may not fit together: with a statement an entry may go that
// another change sets.

import { isAnswer, problemsIn, showQuestion } from "./asking";
import type { Model } from "./model";

export interface Unfitting {
  sets: string[];
  answers: string[];
  without: string[];
}

export const allFit: Unfitting = { sets: [], answers: [], without: [] };

/// Those that the engine names when it refuses the case as supposed.
export function unfitting(model: Model): Unfitting {
  const reply = model.replies[showQuestion(model).key]?.reply;
  if (reply === undefined || isAnswer(reply.code)) {
    return allFit;
  }
  const { sets, answers, without } = model.scenario;
  const problems = problemsIn(reply);
  const named = (flag: string, ids: string[]) =>
    ids.filter((id) => problems.some(({ file, what }) => file === flag && what.includes(`\`${id}\``)));
  return {
    sets: named("--set", Object.keys(sets)),
    answers: named("--answer", Object.keys(answers)),
    without: named("--without", without),
  };
}

export function isFitting({ sets, answers, without }: Unfitting): boolean {
  return sets.length + answers.length + without.length === 0;
}
