// Efficient outcomes in columns, so that a hundred thousand can be filtered and drawn at once.

import type { EfficientOutcome, Frontier, Solution } from "../answers/answers";

export interface Columns {
  parties: string[];
  gains: Record<string, Float64Array>;
  count: number;
}

export function columnsOf(outcomes: EfficientOutcome[]): Columns {
  const parties = Object.keys(outcomes[0]?.gains ?? {});
  const gains = Object.fromEntries(
    parties.map((party) => [party, Float64Array.from(outcomes, (each) => each.gains[party] ?? 0)]),
  );
  return { parties, gains, count: outcomes.length };
}

const kept = new WeakMap<object, Columns>();

export function columnsFor(frontier: Frontier): Columns {
  const columns = kept.get(frontier) ?? columnsOf(frontier.outcomes);
  kept.set(frontier, columns);
  return columns;
}

export type Brush = Record<string, [number, number]>;

/// For every outcome 1 where it lies inside all ranges of the brush.
export function insideOf(columns: Columns, brush: Brush): Uint8Array {
  const inside = new Uint8Array(columns.count).fill(1);
  for (const [party, [low, high]] of Object.entries(brush)) {
    const gains = columns.gains[party];
    for (let at = 0; gains !== undefined && at < columns.count; ++at) {
      const gain = gains[at] as number;
      if (gain < low || gain > high) {
        inside[at] = 0;
      }
    }
  }
  return inside;
}

const endsKnown = new WeakMap<Float64Array, [number, number]>();

export function endsOf(gains: Float64Array | undefined): [number, number] {
  const known = gains && endsKnown.get(gains);
  if (known) {
    return known;
  }
  let low = Infinity;
  let high = -Infinity;
  for (const gain of gains ?? []) {
    low = Math.min(low, gain);
    high = Math.max(high, gain);
  }
  const ends: [number, number] = low <= high ? [low, high] : [0, 0];
  if (gains) {
    endsKnown.set(gains, ends);
  }
  return ends;
}

export const solutionNames: Record<string, string> = {
  nash: "Nash",
  kalai_smorodinsky: "Kalai–Smorodinsky",
  egalitarian: "Egalitarian",
  utilitarian: "Utilitarian",
  utilitarian_anywhere: "Utilitarian, whoever accepts",
};

/// The solutions that exist, in a fixed order.
export function solutionsOf(frontier: Frontier): [string, Solution][] {
  return Object.keys(solutionNames)
    .map((name) => [name, frontier.solutions[name]] as [string, Solution | null | undefined])
    .filter((pair): pair is [string, Solution] => pair[1] !== null && pair[1] !== undefined && "outcome" in pair[1]);
}
