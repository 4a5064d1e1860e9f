// Which conflicts are about which issue: an entry speaks of an issue by its address, or by the
// conditions that a limit or rule names. The engine counts and ranks; it does not tell which they are.

import type { Conflict, Show, Why } from "../answers/answers";
import { entriesOf, type ListedEntry } from "./entries";
import { counted } from "./words";

function names(condition: unknown, issue: string): boolean {
  return condition !== null && typeof condition === "object" && Object.hasOwn(condition, issue);
}

/// As the engine has it: by its address, or as a limit or rule by its conditions.
export function speaksOf(entry: ListedEntry, issue: string): boolean {
  if (entry.issue === issue) {
    return true;
  }
  if (entry.kind !== "limit" && entry.kind !== "rule") {
    return false;
  }
  const { if: premise, then, needs, never, of = [] } = (entry.value ?? {}) as Record<string, unknown>;
  return [premise, then, needs, never, ...(of as unknown[])].some((condition) => names(condition, issue));
}

/// A conflict, and whether it stands against any agreement or only against a sure one.
export interface AskedConflict extends Conflict {
  question: "possible" | "sure";
}

export interface StickingPoint {
  issue: string;
  /// In so many conflicts, by which issues are ranked.
  count: number;
  /// These, and those that stand only against a sure agreement.
  conflicts: AskedConflict[];
  namedBy: string[];
}

function isSame(one: Conflict, other: Conflict): boolean {
  return [...one.entries].sort().join(" ") === [...other.entries].sort().join(" ");
}

/// What stands against any agreement stands against a sure one, too, and is told once.
export function conflictsOf(why: Why): AskedConflict[] {
  const first = why.conflicts.map((conflict) => ({ ...conflict, question: why.question ?? "possible" }));
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
  const ranked = why.sticking_points.map(({ issue, conflicts, named_by }) => ({ issue, count: conflicts, named_by }));
  const others = show.issues.filter(({ id }) => !ranked.some(({ issue }) => issue === id));
  const points = [...ranked, ...others.map(({ id }) => ({ issue: id, count: 0, named_by: [] as string[] }))]
    .map(({ issue, count, named_by: namedBy }) => {
      return { issue, count, conflicts: all.filter((conflict) => about(conflict, issue)), namedBy };
    })
    .filter(({ count, conflicts, namedBy }) => count + conflicts.length + namedBy.length > 0);
  const whole = all.filter((conflict) => !show.issues.some((issue) => about(conflict, issue.id)));
  return { points, whole };
}

export function partText({ count, conflicts, namedBy }: StickingPoint): string {
  const others = conflicts.length - count;
  const sure = "against a sure agreement only";
  const parts = [
    ...(count > 0 ? [counted(count, "conflict")] : []),
    ...(others > 0 ? [count > 0 ? `in ${others} ${sure}` : `${counted(others, "conflict")} ${sure}`] : []),
  ];
  const part = parts.length === 0 ? "in no conflict under these entries" : `in ${parts.join(", and ")}`;
  return `${part}; named by ${namedBy.length === 0 ? "no speaker" : counted(namedBy.length, "speaker")}`;
}
