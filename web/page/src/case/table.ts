// The truth table of open questions in as few lines as say the same: for every rare verdict the
// shortest sets of answers that force it, and one line for the rest.

import { own } from "./own";
import type { Check, Combination, Verdict } from "../answers/answers";

export interface Line {
  answers: Record<string, string>;
  /// Null where the case with these answers is not valid; `problem` says why.
  verdict: Verdict | null;
  problem?: string;
}

export interface TruthTable {
  questions: string[];
  lines: Line[];
  /// The verdict of all other combinations; null where no combination has one, and the lines name all.
  otherwise: Verdict | null;
}

function fits(combination: Combination, answers: Record<string, string>): boolean {
  return Object.entries(answers).every(([question, answer]) => own(combination.answers, question) === answer);
}

function forces(all: Combination[], answers: Record<string, string>, verdict: Verdict | null): boolean {
  return all.every((combination) => !fits(combination, answers) || combination.verdict === verdict);
}

/// Leaves out one answer after another as long as the verdict stays forced.
function shortened(all: Combination[], combination: Combination): Record<string, string> {
  let answers = combination.answers;
  for (const question of Object.keys(combination.answers).reverse()) {
    const { [question]: _, ...fewer } = answers;
    if (forces(all, fewer, combination.verdict)) {
      answers = fewer;
    }
  }
  return answers;
}

function mostFrequent(all: Combination[]): Verdict | null {
  const counts = new Map<Verdict, number>();
  for (const { verdict } of all) {
    if (verdict !== null) {
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}

/// Empty, but for the questions' order, where they are too many for all combinations of their answers.
export function truthTable(check: Check): TruthTable {
  const all = check.combinations ?? [];
  const usual = mostFrequent(all);
  const lines: Line[] = [];
  for (const combination of all) {
    const isNamed = lines.some((line) => line.verdict === combination.verdict && fits(combination, line.answers));
    if (combination.verdict !== usual && !isNamed) {
      lines.push({ ...combination, answers: shortened(all, combination) });
    }
  }
  const evaluated = check.alternatives.filter((question) => question.evaluated);
  const questions = evaluated.map((question) => question.id).filter((id) => own(all[0]?.answers, id) !== undefined);
  return { questions, lines, otherwise: usual };
}

/// Where there are too many questions for all combinations, they are answered one at a time.
export function oneAtATime(check: Check): Line[] {
  return check.alternatives
    .filter((question) => question.evaluated)
    .flatMap((question) =>
      Object.entries(question.answers).map(([answer, verdict]) => {
        const problem = question.problems?.[answer];
        return { answers: { [question.id]: answer }, verdict, ...(problem === undefined ? {} : { problem }) };
      }),
    );
}
