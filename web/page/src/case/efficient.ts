// Efficient outcomes in columns, so that a hundred thousand can be filtered and drawn at once.

import { own } from "./own";
import type { EfficientOutcome, Frontier, Solution } from "../answers/answers";
import type { Names } from "./names";
import { countText, counted, numberText } from "./words";

export interface Columns {
  parties: string[];
  gains: Record<string, Float64Array>;
  count: number;
}

export function columnsOf(outcomes: EfficientOutcome[]): Columns {
  const parties = Object.keys(outcomes[0]?.gains ?? {});
  const gains = Object.fromEntries(
    parties.map((party) => [party, Float64Array.from(outcomes, (each) => own(each.gains, party) ?? 0)]),
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
    const gains = own(columns.gains, party);
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

/// How far a rule's pick may be from the best by that rule; empty where it is the best.
export function proofText(solution: Solution, tolerance: number | undefined): string {
  const gap = solution.gap === null ? null : numberText(solution.gap);
  if (solution.proved === "within") {
    const share = tolerance === undefined ? "a tolerance" : `${numberText(tolerance * 100)} % of its span`;
    return `Not proved to be the best: proved is that nothing measures more than this would with every gain up by ${share}.`;
  }
  if (solution.proved === "cut") {
    return gap === null
      ? "Not proved to be the best; by how much another may measure more is not known."
      : `Not proved to be the best: another may measure up to ${gap} more.`;
  }
  return "";
}

export function tiesText({ ties, all_ties }: Solution): string {
  const many = counted(ties?.length ?? 0, "other combination of gains is", "other combinations of gains are");
  const isNone = (ties?.length ?? 0) === 0;
  return isNone ? "" : `${all_ties ? many : `At least ${many}`} as good by this rule.`;
}

/// Which efficient outcomes are listed, and what is known of those that are not.
export function completeText(frontier: Frontier, names: Names): string {
  const { count, outcomes, guarantee } = frontier;
  const listed =
    outcomes.length < count ? `, of which ${countText(outcomes.length)}, spread evenly, are in this page` : "";
  if (frontier.complete) {
    return `${counted(count, "efficient combination of gains", "efficient combinations of gains")}; none is missing${listed}.`;
  }
  if (guarantee === null) {
    return `${countText(count)} combinations of gains were found${listed}. Others that are efficient may be missing, and how much better they could be is not known.`;
  }
  const within = Object.entries(guarantee.within).map(([party, points]) => {
    const weak = own(guarantee.weak, party) ? " (weak: more than a quarter of what it can win or lose)" : "";
    return `${names.party(party)} ${numberText(points)}${weak}`;
  });
  return `${countText(count)} combinations of gains were found${listed}. Others may be missing, but none is better than one of these by more than this for all at once: ${within.join(", ")}.`;
}

/// So many of the places that are inside, spread evenly over the list: its ends favour somebody.
export function spread(inside: Uint8Array, most: number): number[] {
  const all: number[] = [];
  inside.forEach((isInside, at) => isInside === 1 && all.push(at));
  if (all.length <= most) {
    return all;
  }
  return Array.from({ length: most }, (_, at) => all[Math.round((at * (all.length - 1)) / (most - 1))] as number);
}
