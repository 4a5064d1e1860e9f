// The answer in one sentence, for this file and in its words.

import type { Check, Show, Verdict } from "../answers/answers";
import { requiredText } from "./agreers";
import { pointsText } from "./exact";
import { lessOf } from "./movement";
import type { Names } from "./names";
import { countText, listText, orText, sentence as capital } from "./words";

export interface AnswerText {
  head: string;
  body: string;
  /// What stays open, or how the answer is to be read.
  more: string | null;
}

/// One option for every issue is a combination.
function howMany(part: number | null, whole: number | null): string {
  if (part === null || whole === null) {
    return "at least one combination is";
  }
  return `${countText(part)} of ${countText(whole)} combinations ${part === 1 ? "is" : "are"}`;
}

const anyNumbers = ", whichever numbers inside the entered ranges are true";

/// What the file says under other answers to the questions it leaves open.
function otherVerdicts(check: Check): Set<Verdict | null> {
  const together = (check.combinations ?? []).map((each) => each.verdict);
  const oneByOne = check.alternatives
    .filter((question) => question.evaluated)
    .flatMap((question) => Object.values(question.answers));
  return new Set([...together, ...oneByOne].filter((verdict) => verdict !== null && verdict !== check.verdict));
}

const elsewhere: [Verdict, string][] = [
  ["agreement", "there is an agreement"],
  ["no_agreement", "there is no agreement"],
  ["depends", "it is not settled"],
  ["undecided", "it is not decided"],
  ["contradiction", "the entries contradict each other"],
];

function underAnswers(check: Check): string {
  const others = otherVerdicts(check);
  const parts = elsewhere.filter(([verdict]) => others.has(verdict)).map(([, text]) => text);
  return parts.length === 0 ? "" : ` Under some answers to the questions below ${orText(parts)}.`;
}

/// Where the answer holds: in the file, or under what the reader supposes.
type Where = "in this file" | "under what is supposed here";

function headText(word: string, check: Check, where: Where): string {
  return `${word}, ${where}.${underAnswers(check)}`;
}

/// Under a movement: what the answer supposes, of the file or of the reader.
function supposingText(check: Check, nameOf: (id: string) => string): string {
  const less = Object.entries(lessOf(check)).map(([party, points]) => `${nameOf(party)} accepts ${pointsText(points)}`);
  return less.length === 0 ? "" : `, supposing that ${listText(less)} less than without agreement`;
}

interface Told {
  check: Check;
  who: string;
  supposing: string;
  where: Where;
}

function agreementText({ check, who, supposing, where }: Told, always: string): AnswerText {
  const { outcomes, sure, possible } = check.count;
  const isRanged = possible !== null && sure !== null && possible > sure;
  return {
    head: headText("Yes", check, where),
    body: `${capital(howMany(sure, outcomes))} acceptable to ${who}${always}${supposing}.`,
    more: isRanged ? `${capital(howMany(possible, outcomes))} acceptable with some choice of those numbers.` : null,
  };
}

function dependsText({ check, who, supposing, where }: Told): AnswerText {
  const { outcomes, possible } = check.count;
  return {
    head: where === "in this file" ? "Not settled by this file." : `Not settled ${where}.`,
    body: `${capital(howMany(possible, outcomes))} acceptable to ${who} with some choice of numbers inside the entered ranges; none is with every choice${supposing}.`,
    more:
      check.failing_reading === null
        ? "No choice of numbers without an agreement was found: it may be that each has one, but not all the same one."
        : `With other numbers inside the same ranges, no combination is acceptable to ${who}.`,
  };
}

export function answerText(check: Check, show: Show, nameOf: (id: string) => string, isSupposed = false): AnswerText {
  const where = isSupposed ? "under what is supposed here" : "in this file";
  const who = requiredText(show);
  const supposing = supposingText(check, nameOf);
  const always = check.several_readings ? anyNumbers : "";
  switch (check.verdict) {
    case "agreement":
      return agreementText({ check, who, supposing, where }, always);
    case "depends":
      return dependsText({ check, who, supposing, where });
    case "no_agreement":
      return {
        head: headText("No", check, where),
        body: `Under these entries no combination is acceptable to ${who}${always}${supposing}.`,
        more: null,
      };
    case "undecided":
      return {
        head: "Not decided.",
        body: "The search was stopped before it could prove an answer.",
        more: check.reason,
      };
    case "contradiction":
      return {
        head: "These entries contradict each other.",
        body: `What this file says of ${nameOf(check.contradiction ?? "")} cannot all hold; it leaves that party no reading, so there is no answer.`,
        more: null,
      };
  }
}

const claims: Record<string, string> = {
  sure: "that a combination is acceptable in every reading",
  possible: "that a combination is acceptable in some reading",
  none_possible: "that no combination is acceptable in any reading",
  none_sure: "that no combination is acceptable in every reading",
  no_reading: "that the entries of one party cannot all hold",
};

export function proofText(check: Check): string {
  const { claim, kind } = check.proof;
  if (claim === null || kind === null) {
    return "Nothing was proved here.";
  }
  if (kind === "outcome") {
    return "Proved for this file, not about the world: the combination shown was compared with every entry.";
  }
  const how = kind === "judgements" ? "by statements that judge drafts" : "the certificate has the proof";
  const said = claims[claim] ?? claim;
  const told = check.several_readings ? said : said.replace(/ in (every|some|any) reading$/, "");
  return `Proved for this file, not about the world: ${told}; ${how}.`;
}

const oneLever = "lever or cost that may move what a party has without agreement (see Timeline)";

const noteWords: Record<string, string> = {
  judgements_left_out: "judgements of drafts that are partly open, or that say \u201cnot yet\u201d",
  weight_orders_left_out: "orders of importance that cannot be used exactly",
  drivers_not_applied: "levers and costs that may move what a party has without agreement (see Timeline)",
  steps_not_applied: "the order of steps",
  ratification_not_applied: "ratification",
  deadlines_not_applied: "deadlines",
};

/// What stands behind a note, by title; levers are named on the timeline.
function namedText(kind: string, ids: string[], names: Names): string {
  switch (kind) {
    case "judgements_left_out":
      return ` (${listText([...new Set(ids.map(names.statement))])})`;
    case "ratification_not_applied":
      return ` (${listText(ids.map(names.party))})`;
    case "weight_orders_left_out":
      return ` (${listText(ids.map(names.party))})`;
    default:
      return "";
  }
}

/// What the file records and the answer does not use.
export function unusedText(check: Check, names: Names): string[] {
  return check.notes
    .filter((note) => noteWords[note.kind] !== undefined)
    .map((note) => {
      const isOne = note.kind === "drivers_not_applied" && note.names.length === 1;
      const count = note.kind === "drivers_not_applied" ? `${note.names.length} ` : "";
      return `${count}${isOne ? oneLever : noteWords[note.kind]}${namedText(note.kind, note.names, names)}`;
    });
}
