// Which conflicts are about which issue: an entry speaks of an issue by its address, or by the
// conditions that its value names.

import type { Conflict, Show, Why } from "../answers/answers";
import { entriesOf, type ListedEntry } from "./entries";

function mentions(value: unknown, issue: string): boolean {
  if (Array.isArray(value)) {
    return value.some((each) => mentions(each, issue));
  }
  if (value === null || typeof value !== "object") {
    return false;
  }
  return Object.entries(value).some(([key, inner]) => key === issue || mentions(inner, issue));
}

export function speaksOf(entry: ListedEntry, issue: string): boolean {
  return entry.issue === issue || mentions(entry.value, issue);
}

/// A conflict, and whether it stands against any agreement or only against a sure one.
export interface AskedConflict extends Conflict {
  question: "possible" | "sure";
}

export interface StickingPoint {
  issue: string;
  point: string | null;
  conflicts: AskedConflict[];
  namedBy: string[];
}

function isSame(one: Conflict, other: Conflict): boolean {
  return [...one.entries].sort().join(" ") === [...other.entries].sort().join(" ");
}

/// What stands against any agreement stands against a sure one, too, and is told once.
export function conflictsOf(why: Why): AskedConflict[] {
  const first = why.conflicts.map((conflict) => ({ ...conflict, question: why.question }));
  const others = (why.also?.conflicts ?? []).filter((other) => !first.some((conflict) => isSame(conflict, other)));
  return [...first, ...others.map((conflict) => ({ ...conflict, question: why.also?.question ?? "sure" }))];
}

/// Conflicts about limits and red lines first: they are the ones that nothing compensates.
function hasLimit(conflict: Conflict, entries: Map<string, ListedEntry>): boolean {
  return conflict.entries.some((address) => {
    const entry = entries.get(address);
    return entry?.kind === "limit" || String(entry?.value).startsWith("redline") || address.endsWith(".redline");
  });
}

/// Ranked as the engine ranks them; conflicts that no issue is part of stand apart.
export function stickingPoints(why: Why, show: Show): { points: StickingPoint[]; whole: AskedConflict[] } {
  const entries = new Map(entriesOf(show).map((entry) => [entry.entry, entry]));
  const all = conflictsOf(why).sort((one, other) => Number(hasLimit(other, entries)) - Number(hasLimit(one, entries)));
  const about = (conflict: Conflict, issue: string) =>
    conflict.entries.some((address) => {
      const entry = entries.get(address);
      return entry !== undefined && speaksOf(entry, issue);
    });
  const points = why.sticking_points.map((point) => ({
    issue: point.issue,
    point: point.point,
    conflicts: all.filter((conflict) => about(conflict, point.issue)),
    namedBy: point.named_by,
  }));
  const whole = all.filter((conflict) => !show.issues.some((issue) => about(conflict, issue.id)));
  return { points, whole };
}
