// What is said of conflicts: no more than the search for them has proved.

import { own } from "./own";
import type { ByParty, Exact, Why } from "../answers/answers";
import type { Names } from "./names";
import { conflictsOf, type AskedConflict } from "./sticking";
import { counted, listText, numberText } from "./words";

/// How far numbers alone are apart, as `why` tells it. `less`: who accepts less by a movement.
export function gapText({ gap, question }: AskedConflict, names: Names, less: ByParty<Exact> = {}): string {
  if (!gap) {
    return "";
  }
  const parties = listText(gap.parties.map((party) => names.party(party)));
  const who = gap.parties.length === 1 ? parties : `one of ${parties}`;
  const reading = question === "sure" ? ", in the reading that suits it least," : "";
  const isMoved = gap.parties.some((party) => own(less, party) !== undefined);
  const start = isMoved ? "where it begins to accept by the movement supposed" : "what it has without agreement";
  const missing = `${numberText(gap.shortfall)} of its own points below ${start}`;
  return gap.proved === "optimal"
    ? `Numbers alone clash here: ${who} stays${reading} at least ${missing}, whatever the combination.`
    : `Numbers alone clash here: in the best combination found so far, ${who} stays${reading} ${missing}; a better one may exist.`;
}

function countText(why: Why, question: "possible" | "sure", isRanged: boolean): string | null {
  const conflicts = conflictsOf(why).filter((conflict) => conflict.question === question);
  if (conflicts.length === 0) {
    return null;
  }
  const reading = !isRanged ? "" : question === "sure" ? " in every reading" : " in any reading";
  const what = conflicts.every((conflict) => conflict.minimal) ? "minimal conflict" : "conflict";
  return `Why no combination is acceptable${reading}: ${counted(conflicts.length, what)}`;
}

/// How many there are, and how each is to be read; nothing where there is none.
export function headTexts(why: Why, isRanged = true): string[] {
  const counts = (["possible", "sure"] as const).map((question) => countText(why, question, isRanged));
  const found = counts.filter((text) => text !== null);
  if (found.length === 0) {
    return [];
  }
  const isComplete = why.complete && (why.also?.complete ?? true);
  const each = "Each is a set of entries that cannot all hold";
  return [
    `${found.join(". ")}${isComplete ? ", and these are all." : " found so far; there may be more."}`,
    conflictsOf(why).every((conflict) => conflict.minimal)
      ? `${each}; if any one of a set were otherwise, the rest of that set could.`
      : `${each}. Where it is marked so, the search was ended and some of a set may not be needed; of the others, if any one of a set were otherwise, the rest of that set could.`,
  ];
}
