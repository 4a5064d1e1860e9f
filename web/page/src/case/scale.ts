// How far a party's gain over what it has without agreement can reach: only for drawing bars. No
// verdict rests on these numbers.

import { own } from "./own";
import type { Entry, Issue, Party, PartyOnIssue, Range, Show } from "../answers/answers";
import { ends } from "./words";

function isRange(value: unknown): value is Range {
  return (
    typeof value === "number" ||
    (Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === "number"))
  );
}

function scoreEnds(on: PartyOnIssue): [number, number] {
  const values = Object.values(on.scores ?? {}).flatMap((entry: Entry) =>
    isRange(entry.value) ? ends(entry.value) : [],
  );
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
}

function usesScores(issues: Issue[], party: string): boolean {
  return issues.some(
    (issue) =>
      own(issue.parties, party)?.scores !== undefined &&
      Object.keys(own(issue.parties, party)?.scores ?? {}).length > 0,
  );
}

/// From the worst to the best total of a party, in its own points.
export function totalEnds(show: Show, party: string): [number, number] {
  if (!usesScores(show.issues, party)) {
    return [0, 100];
  }
  return show.issues.reduce<[number, number]>(
    ([low, high], issue) => {
      const on = own(issue.parties, party);
      const [worst, best] = on ? scoreEnds(on) : [0, 0];
      return [low + worst, high + best];
    },
    [0, 0],
  );
}

export function fallbackEnds(party: Party): [number, number] | null {
  const value = party.fallback?.value;
  return isRange(value) ? ends(value) : null;
}

/// The axis of gains for a bar, over what the party has without agreement: from its worst total to its
/// best, whatever is shown, so that nothing moves but the bar; wider only where bonuses reach beyond.
export function gainAxis(show: Show, party: Party, seen: Range | null): [number, number] {
  const [worst, best] = totalEnds(show, party.id);
  const [low, high] = fallbackEnds(party) ?? [worst, best];
  const [least, most] = seen === null ? [0, 0] : ends(seen);
  const top = Math.max(best - low, most, 1);
  return [Math.min(worst - high, least, 0), top];
}

export function at(axis: [number, number], value: number): number {
  return ((value - axis[0]) / (axis[1] - axis[0] || 1)) * 100;
}
