// Answers under a movement, told over what parties have without agreement as it is: the engine was
// told lower values, so its gains lie higher by as many points. Only numbers to read; no verdict.

import type { ByParty, Range, Show } from "../answers/answers";
import { lessOf, type Made } from "./movement";

type Plain = Record<string, unknown>;

function shifted(gain: unknown, points: number): unknown {
  if (typeof gain === "number") {
    return Number((gain - points).toPrecision(12));
  }
  return Array.isArray(gain) ? gain.map((end) => shifted(end, points)) : gain;
}

function gainsBefore(gains: unknown, made: Made): unknown {
  const byParty = Object.entries((gains ?? {}) as ByParty<Range>);
  return Object.fromEntries(byParty.map(([party, gain]) => [party, shifted(gain, lessOf(made, party))]));
}

function partiesBefore(parties: unknown, made: Made): unknown {
  const byParty = Object.entries((parties ?? {}) as ByParty<Plain>);
  return Object.fromEntries(
    byParty.map(([party, score]) => [party, { ...score, surplus: shifted(score["surplus"], lessOf(made, party)) }]),
  );
}

function showBefore(show: Show, made: Made): Show {
  const parties = show.parties.map((party) => ({ ...party, fallback: made.fallbacks[party.id] ?? party.fallback }));
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

function draftBefore(draft: Plain, made: Made): Plain {
  return { ...draft, parties: partiesBefore(draft["parties"], made) };
}

function outcomeBefore(outcome: unknown, made: Made): unknown {
  if (outcome === null || typeof outcome !== "object" || !("gains" in outcome)) {
    return outcome;
  }
  const { gains, gain_ranges } = outcome as Plain;
  const ranges = gain_ranges === undefined ? {} : { gain_ranges: gainsBefore(gain_ranges, made) };
  return { ...outcome, gains: gainsBefore(gains, made), ...ranges };
}

function frontierBefore(frontier: Plain, made: Made): Plain {
  const solutions = Object.entries((frontier["solutions"] ?? {}) as Plain);
  return {
    ...frontier,
    outcomes: ((frontier["outcomes"] ?? []) as unknown[]).map((each) => outcomeBefore(each, made)),
    solutions: Object.fromEntries(solutions.map(([name, each]) => [name, outcomeBefore(each, made)])),
  };
}

function stepsBefore(steps: Plain, made: Made): Plain {
  const all = (steps["steps"] ?? []) as Plain[];
  const after = (step: Plain) => step["after_first"] as Plain | null;
  return {
    ...steps,
    steps: all.map((step) => ({ ...step, after_first: after(step) && draftBefore(after(step) as Plain, made) })),
  };
}

function scoreBefore(score: Plain, made: Made): Plain {
  const drafts = score["drafts"] as Plain[] | undefined;
  return drafts === undefined
    ? draftBefore(score, made)
    : { ...score, drafts: drafts.map((draft) => draftBefore(draft, made)) };
}

const before: Record<string, (answer: Plain, made: Made) => unknown> = {
  show: (show, made) => showBefore(show as unknown as Show, made),
  check: (check, made) => ({ ...check, surplus: gainsBefore(check["surplus"], made) }),
  score: scoreBefore,
  why: (why, made) => ("parties" in why ? draftBefore(why, made) : why),
  frontier: frontierBefore,
  steps: stepsBefore,
};

/// What a verb has answered, as told above.
export function asBefore(verb: string, answer: unknown, made: Made | null): unknown {
  const tell = before[verb];
  const isAnswer = answer !== null && typeof answer === "object";
  return made === null || tell === undefined || !isAnswer ? answer : tell(answer as Plain, made);
}
