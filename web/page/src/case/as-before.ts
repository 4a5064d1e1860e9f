// Answers under a movement, told over what parties have without agreement as it is: the engine was
// told lower values, so its gains lie higher by as many points. Only numbers to read; no verdict. What
// cannot be told so, as the party that is worst off or what a rule picks, is marked `accepting_less`.

import { own } from "./own";
import type { ByParty, Range, Show } from "../answers/answers";
import { lessOf, type Told } from "./movement";

type Plain = Record<string, unknown>;

function shifted(gain: unknown, points: number): unknown {
  if (typeof gain === "number") {
    return Number((gain - points).toPrecision(12));
  }
  return Array.isArray(gain) ? gain.map((end) => shifted(end, points)) : gain;
}

function gainsBefore(gains: unknown, made: Told): unknown {
  const byParty = Object.entries((gains ?? {}) as ByParty<Range>);
  return Object.fromEntries(byParty.map(([party, gain]) => [party, shifted(gain, lessOf(made, party))]));
}

/// Of the party that bears points, if the entry is what it has without agreement.
function pointsOf(entry: unknown, made: Told): number {
  return typeof entry === "string" && entry.startsWith("fallback.") ? lessOf(made, entry.slice("fallback.".length)) : 0;
}

function toldEach(list: unknown, tell: (one: Plain) => Plain): unknown {
  return Array.isArray(list) ? list.map((one) => tell(one as Plain)) : list;
}

/// With the members that are lists told one by one, where the answer has them.
function withLists(answer: Plain, tell: Record<string, (one: Plain) => Plain>): Plain {
  const told = Object.entries(tell).filter(([name]) => name in answer);
  return { ...answer, ...Object.fromEntries(told.map(([name, one]) => [name, toldEach(answer[name], one)])) };
}

function objectionBefore(made: Told): (objection: Plain) => Plain {
  return (objection) => {
    const isLess = objection["kind"] === "value" && pointsOf(objection["entry"], made) !== 0;
    return isLess ? { ...objection, accepting_less: true } : objection;
  };
}

function partyBefore(score: Plain, party: string, made: Told): Plain {
  const surplus = shifted(score["surplus"], lessOf(made, party));
  return withLists({ ...score, surplus }, { objections: objectionBefore(made) });
}

function partiesBefore(parties: unknown, made: Told): unknown {
  const byParty = Object.entries((parties ?? {}) as ByParty<Plain>);
  return Object.fromEntries(byParty.map(([party, score]) => [party, partyBefore(score, party, made)]));
}

/// The ends of its own range that an entry is tried at.
function triedBefore(member: "range" | "tried", made: Told): (one: Plain) => Plain {
  return (one) => {
    const points = pointsOf(one["entry"], made);
    return points === 0 ? one : { ...one, [member]: shifted(one[member], -points) };
  };
}

/// The program's sentences name the value that it was told. What is asked for is the same.
function askBefore(made: Told): (question: Plain) => Plain {
  return (question) =>
    pointsOf(question["entry"], made) === 0
      ? question
      : { ...question, text: String(question["text"]).replace(/ \(.*\)\.$/, ".") };
}

/// Beside the sentence all entries of a conflict stand one by one.
function conflictBefore(made: Told): (conflict: Plain) => Plain {
  return (conflict) => {
    const isTold = ((conflict["entries"] ?? []) as unknown[]).some((entry) => pointsOf(entry, made) !== 0);
    return isTold ? { ...conflict, text: String(conflict["text"]).replace(/:.*$/s, ".") } : conflict;
  };
}

function checkBefore(check: Plain, made: Told): Plain {
  const told = { ...check, surplus: gainsBefore(check["surplus"], made), accepting_less: made.less };
  return withLists(told, { hinges: triedBefore("tried", made), next: askBefore(made) });
}

function whyBefore(why: Plain, made: Told): Plain {
  const conflicts = conflictBefore(made);
  const also = why["also"] as Plain | null | undefined;
  return {
    ...withLists(why, { conflicts }),
    ...(also ? { also: withLists(also, { conflicts }) } : {}),
    accepting_less: made.less,
  };
}

function showBefore(show: Show, made: Told): Show {
  const parties = show.parties.map((party) => ({
    ...party,
    fallback: own(made.fallbacks, party.id) ?? party.fallback,
  }));
  return { ...show, parties };
}

/// Entries that the reader has set are supposed, whatever the engine takes them for.
export function withSupposed(value: unknown, addresses: Set<string>): unknown {
  if (Array.isArray(value)) {
    return value.map((each) => withSupposed(each, addresses));
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  const members = Object.entries(value).map(([name, each]) => [name, withSupposed(each, addresses)]);
  const isSupposed = "basis" in value && "entry" in value && addresses.has(String(value.entry));
  return { ...Object.fromEntries(members), ...(isSupposed ? { basis: "supposed" } : {}) };
}

function draftBefore(draft: Plain, made: Told): Plain {
  return { ...draft, parties: partiesBefore(draft["parties"], made) };
}

function outcomeBefore(outcome: unknown, made: Told): unknown {
  if (outcome === null || typeof outcome !== "object" || !("gains" in outcome)) {
    return outcome;
  }
  const { gains, gain_ranges } = outcome as Plain;
  const ranges = gain_ranges === undefined ? {} : { gain_ranges: gainsBefore(gain_ranges, made) };
  return { ...outcome, gains: gainsBefore(gains, made), ...ranges };
}

function frontierBefore(frontier: Plain, made: Told): Plain {
  const solutions = Object.entries((frontier["solutions"] ?? {}) as Plain);
  return {
    ...frontier,
    outcomes: ((frontier["outcomes"] ?? []) as unknown[]).map((each) => outcomeBefore(each, made)),
    solutions: Object.fromEntries(solutions.map(([name, each]) => [name, outcomeBefore(each, made)])),
    // Rules of bargaining theory start from the values that the engine was told, and say so.
    accepting_less: made.less,
  };
}

function stepsBefore(steps: Plain, made: Told): Plain {
  const all = (steps["steps"] ?? []) as Plain[];
  const after = (step: Plain) => step["after_first"] as Plain | null;
  return {
    ...steps,
    steps: all.map((step) => ({ ...step, after_first: after(step) && draftBefore(after(step) as Plain, made) })),
  };
}

function scoreBefore(score: Plain, made: Told): Plain {
  const drafts = score["drafts"] as Plain[] | undefined;
  return drafts === undefined
    ? draftBefore(score, made)
    : { ...score, drafts: drafts.map((draft) => draftBefore(draft, made)) };
}

const before: Record<string, (answer: Plain, made: Told) => unknown> = {
  show: (show, made) => showBefore(show as unknown as Show, made),
  check: checkBefore,
  score: scoreBefore,
  why: (why, made) => ("parties" in why ? draftBefore(why, made) : whyBefore(why, made)),
  frontier: frontierBefore,
  robust: (robust, made) =>
    withLists(robust, { swings: triedBefore("range", made), hinges: triedBefore("tried", made) }),
  steps: stepsBefore,
};

/// What a verb has answered, as told above.
export function asBefore(verb: string, answer: unknown, made: Told | null): unknown {
  const tell = before[verb];
  const isAnswer = answer !== null && typeof answer === "object";
  return made === null || tell === undefined || !isAnswer ? answer : tell(answer as Plain, made);
}
