// Answers under a movement, told over what parties have without agreement as it is: the engine counts
// gains from where each accepts, as many points lower. Only numbers to read; no verdict. What cannot be
// told so, as what a rule picks, stays as answered and is said to be so.

import type { ByParty, Exact, Range } from "../answers/answers";
import { minus, nearestDouble } from "./exact";
import { own } from "./own";

type Plain = Record<string, unknown>;

/// How many points less than it has without agreement a party accepts.
type Less = ByParty<Exact>;

function lessOf(less: Less, party: string): number {
  return nearestDouble(own(less, party) ?? 0);
}

function shifted(gain: unknown, points: number): unknown {
  if (typeof gain === "number") {
    return Number((gain - points).toPrecision(12));
  }
  return Array.isArray(gain) ? gain.map((end) => shifted(end, points)) : gain;
}

function gainsBefore(gains: unknown, less: Less): unknown {
  const byParty = Object.entries((gains ?? {}) as ByParty<Range>);
  return Object.fromEntries(byParty.map(([party, gain]) => [party, shifted(gain, lessOf(less, party))]));
}

function draftBefore(draft: Plain, less: Less): Plain {
  const parties = Object.entries((draft["parties"] ?? {}) as ByParty<Plain>).map(([party, score]) => [
    party,
    { ...score, surplus: shifted(score["surplus"], lessOf(less, party)) },
  ]);
  return { ...draft, parties: Object.fromEntries(parties) };
}

function outcomeBefore(outcome: unknown, less: Less): unknown {
  if (outcome === null || typeof outcome !== "object" || !("gains" in outcome)) {
    return outcome;
  }
  const { gains, gain_ranges } = outcome as Plain;
  const ranges = gain_ranges === undefined ? {} : { gain_ranges: gainsBefore(gain_ranges, less) };
  return { ...outcome, gains: gainsBefore(gains, less), ...ranges };
}

function frontierBefore(frontier: Plain, less: Less): Plain {
  const solutions = Object.entries((frontier["solutions"] ?? {}) as Plain);
  return {
    ...frontier,
    outcomes: ((frontier["outcomes"] ?? []) as unknown[]).map((each) => outcomeBefore(each, less)),
    solutions: Object.fromEntries(solutions.map(([name, each]) => [name, outcomeBefore(each, less)])),
  };
}

function stepsBefore(steps: Plain, less: Less): Plain {
  const after = (step: Plain) => step["after_first"] as Plain | null;
  const all = (steps["steps"] ?? []) as Plain[];
  return {
    ...steps,
    steps: all.map((step) => ({ ...step, after_first: after(step) && draftBefore(after(step) as Plain, less) })),
  };
}

function scoreBefore(score: Plain, less: Less): Plain {
  const drafts = score["drafts"] as Plain[] | undefined;
  return drafts === undefined
    ? draftBefore(score, less)
    : { ...score, drafts: drafts.map((draft) => draftBefore(draft, less)) };
}

function trendBefore(trend: Plain, less: Less): Plain {
  const points = lessOf(less, String(trend["party"]));
  const best = trend["best"] as Plain | null;
  const ends = Object.entries(best ?? {}).map(([end, gain]) => [end, shifted(gain, points)]);
  return { ...trend, best: best && Object.fromEntries(ends) };
}

function timelineBefore(timeline: Plain, less: Less): Plain {
  const told = (at: Plain | null) =>
    at && { ...at, trend: (at["trend"] as Plain[] | null)?.map((trend) => trendBefore(trend, less)) ?? null };
  const { before: first, dates } = timeline as { before?: Plain | null; dates?: Plain[] };
  return { ...timeline, before: told(first ?? null), dates: (dates ?? []).map(told) };
}

/// Gains of one party each; the smallest one of any is told as answered.
function effectBefore(effect: Plain | null, less: Less): Plain | null {
  const gains = Object.entries((effect?.["best_gain"] ?? {}) as ByParty<Exact | null>);
  const told = gains.map(([party, gain]) => [party, gain === null ? null : minus(gain, own(less, party) ?? 0)]);
  return effect && { ...effect, best_gain: Object.fromEntries(told) };
}

function bridgeBefore(bridge: Plain, less: Less): Plain {
  const effects = Object.entries((bridge["effects"] ?? {}) as ByParty<Plain>);
  return {
    ...bridge,
    as_entered: effectBefore((bridge["as_entered"] ?? null) as Plain | null, less),
    effects: Object.fromEntries(effects.map(([entry, effect]) => [entry, effectBefore(effect, less)])),
  };
}

const before: Record<string, (answer: Plain, less: Less) => unknown> = {
  check: (check, less) => ({ ...check, surplus: gainsBefore(check["surplus"], less) }),
  score: scoreBefore,
  why: (why, less) => ("parties" in why ? draftBefore(why, less) : why),
  frontier: frontierBefore,
  steps: stepsBefore,
  timeline: timelineBefore,
  bridge: bridgeBefore,
};

/// What a verb has answered, as told above.
export function asBefore(verb: string, answer: unknown): unknown {
  const less = (answer as Plain | null)?.["accepts_less"] as Less | undefined;
  const tell = before[verb];
  return less === undefined || tell === undefined ? answer : tell(answer as Plain, less);
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
