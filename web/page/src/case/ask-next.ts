// What to ask next, as `check` ranks it: first what changes the answer, then what it rests on.

import type { Check } from "../answers/answers";
import { entriesOf } from "./entries";
import { sentence as capital } from "./words";
import type { Names } from "./names";

export interface NextQuestion {
  text: string;
  why: string;
}

function openQuestions(check: Check): NextQuestion[] {
  return check.alternatives
    .filter((question) => question.evaluated && question.decisive > 0)
    .map((question) => ({
      text: question.question,
      why: `changes the answer in ${question.decisive} of ${question.of} comparisons of the other answers`,
    }));
}

function aboutEntries(check: Check, names: Names): NextQuestion[] {
  const entries = entriesOf(names.show);
  const hinges = check.hinges.map((hinge) => hinge.entry);
  return [...new Set([...hinges, ...check.rests_on])]
    .map((address) => entries.find((entry) => entry.entry === address))
    .filter((entry) => entry !== undefined && entry.basis !== "reported")
    .map((entry) => ({
      text: capital(names.entry(entry?.entry ?? "")),
      why: hinges.includes(entry?.entry ?? "")
        ? `an end of its range settles the answer (${entry?.text}, ${entry?.basis})`
        : `the answer rests on it (${entry?.text}, ${entry?.basis})`,
    }));
}

export function questionsToAsk(check: Check, names: Names, most: number): NextQuestion[] {
  return [...openQuestions(check), ...aboutEntries(check, names)].slice(0, most);
}
