// The acceptable outcome that differs least from the package: a rule of the plan says "at most k
// issues are decided otherwise", and the engine looks for an agreement under it. Halving finds the
// smallest k, with a proof at every step; where the engine does not decide one, that is said.

import { own } from "../case/own";
import { counted } from "../case/words";
import { agreersText } from "../case/agreers";
import type { Check, Issue, OptionId, Outcome, Show, Verdict } from "../answers/answers";
import { questionOf, type Question } from "../engine/question";
import { known, showOf } from "./asking";
import { tomlOption, type Package } from "./builder";
import type { Model } from "./model";
import { flagsOf } from "./scenario";

export interface Nearest {
  /// Issues that differ; null while nothing is known.
  changes: number | null;
  outcome: Outcome | null;
  /// Accepted in every reading, or in some only.
  certainty: "surely" | "possibly" | null;
  /// Proved that fewer changes are not enough; false where a search for fewer was ended undecided.
  isLeast: boolean;
  /// That many was searched for; null when done.
  next: number | null;
  problem: string | null;
}

/// "Issue decided otherwise", or null where it has no other option.
function otherwise(issue: Issue, chosen: OptionId): string | null {
  const others = issue.options.filter((option) => option.id !== chosen).map((option) => tomlOption(option.id));
  return others.length === 0 ? null : `{ ${JSON.stringify(issue.id)} = [${others.join(", ")}] }`;
}

/// A layer with the rule; with k = 0 each issue is fixed by a rule of its own.
export function atMostLayer(issues: Issue[], now: Package, most: number): string {
  const others = issues.flatMap((issue) => {
    const chosen = own(now, issue.id);
    const text = chosen === undefined || chosen === null ? null : otherwise(issue, chosen);
    return text === null ? [] : [text];
  });
  if (most === 0) {
    const rules = others.map((other, at) => `[[rule]]\nid = "page-as-built-${at + 1}"\nforbid = ${other}\n`);
    return `unbracket = 1\n${rules.join("")}`;
  }
  return most >= others.length
    ? "unbracket = 1\n"
    : `unbracket = 1\n[[rule]]\nid = "page-nearest"\nat_most = ${most}\nof = [${others.join(", ")}]\n`;
}

function chosenCount(issues: Issue[], now: Package): number {
  return issues.filter((issue) => own(now, issue.id) !== undefined && own(now, issue.id) !== null).length;
}

export function nearestQuestion(model: Model, most: number): Question {
  return questionOf({
    verb: "check",
    operands: [...model.page.operands, "nearest.toml"],
    flags: { format: ["json"], "verdict-only": [], ...flagsOf(model.scenario) },
    files: { "nearest.toml": atMostLayer(showOf(model).issues, model.builder.now, most) },
    lane: "slow",
  });
}

function foundIn(check: Check | null): Outcome | null {
  return check === null ? null : (check.outcome ?? check.possible_outcome);
}

/// Nothing was found, and nothing was proved either.
const noAnswer: Partial<Record<Verdict, string>> = {
  undecided: "Not decided: the search took too long.",
  contradiction:
    "No answer: what this file says of one party cannot all hold. The first screen names the entries and statements.",
};

/// What is known so far, and the number of changes to be asked next.
export function nearest(model: Model): Nearest {
  const count = chosenCount(showOf(model).issues, model.builder.now);
  let low = 0;
  let high = count;
  let best: Nearest = { changes: null, outcome: null, certainty: null, isLeast: true, next: null, problem: null };
  let most = count;
  let undecided = -1;
  for (;;) {
    const answer = known<Check>(model, nearestQuestion(model, most));
    if (answer.data === null) {
      return { ...best, isLeast: false, next: answer.problem ? null : most, problem: answer.problem };
    }
    const outcome = foundIn(answer.data);
    if (outcome === null && most === count) {
      return {
        ...best,
        problem: noAnswer[answer.data.verdict] ?? null,
      };
    }
    if (outcome !== null) {
      best = {
        ...best,
        changes: most,
        outcome,
        certainty: answer.data.outcome ? "surely" : "possibly",
      };
      high = most;
    } else {
      // A proved "no" holds for fewer changes, too.
      undecided = answer.data.verdict === "undecided" ? most : -1;
      low = most + 1;
    }
    if (low >= high) {
      return { ...best, isLeast: undecided < 0 };
    }
    most = Math.floor((low + high) / 2);
  }
}

/// No more is said of "fewer" than was proved.
export function foundText(
  { changes, certainty, isLeast }: Nearest,
  settled: number,
  show: Pick<Show, "agreement" | "issues" | "parties">,
): string {
  const issues = show.issues.length;
  const readings = certainty === "surely" ? "in every reading" : "in some readings";
  const how = `acceptable ${readings} to ${agreersText(show)}`;
  if (changes === 0) {
    if (settled === 0) {
      return `Nothing is settled yet; a package exists that is ${how}.`;
    }
    return settled < issues
      ? `What is settled needs no change: it can be completed to a package ${how}.`
      : `The package needs no change: it is ${how}.`;
  }
  const many = counted(changes ?? 0, "settled issue");
  return isLeast
    ? `${many} decided otherwise, and no fewer, give a package ${how}. Others with as many changes may exist.`
    : `${many} decided otherwise give a package ${how}. Whether fewer are enough was not decided: that search took too long.`;
}

export function nearestQuestions(model: Model): Question[] {
  const { next } = nearest(model);
  return next === null ? [] : [nearestQuestion(model, next)];
}
