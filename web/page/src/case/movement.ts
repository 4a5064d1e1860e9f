// A movement as changes of entries, so that the page can take it as made.

import type { Move, Movement, Range, Show } from "../answers/answers";
import { entriesOf, type ListedEntry } from "./entries";
import { ends } from "./words";

/// Six decimals, upwards: a movement of a third of a point must not fall short of itself.
function roundedUp(points: number): number {
  return Math.ceil(points * 1e6 - 1e-6) / 1e6;
}

function lowered(value: Range, points: number): string {
  const [low, high] = ends(value).map((end) => Number((end - roundedUp(points)).toFixed(6))) as [number, number];
  return low === high ? String(low) : `${low}..${high}`;
}

function isRange(value: unknown): value is Range {
  return typeof value === "number" || (Array.isArray(value) && value.every((each) => typeof each === "number"));
}

function opened(entry: ListedEntry | undefined, address: string): [string, string] | null {
  if (address.startsWith("limit.") || address.startsWith("rule.")) {
    return [address, "off"];
  }
  if (entry?.kind === "order") {
    return null;
  }
  // A red line has the worth that the file gives it once opened, else none.
  return [address, entry?.kind === "stance" ? (entry.worth_if_opened ?? "0") : "none"];
}

function setOf(move: Move, entries: Map<string, ListedEntry>): [string, string] | null {
  const entry = entries.get(move.entry);
  if (move.opened) {
    return opened(entry, move.entry);
  }
  // A no-agreement value that is given as a draft has no number to take points from.
  return entry && isRange(entry.value) ? [move.entry, lowered(entry.value, move.points ?? 0)] : null;
}

/// The entries that a movement sets; null where the file gives a value in a way that cannot be moved.
export function setsOf(movement: Movement, show: Show): Record<string, string> | null {
  const entries = new Map(entriesOf(show).map((entry) => [entry.entry, entry]));
  const sets = movement.moves.map((move) => setOf(move, entries));
  return sets.some((set) => set === null) ? null : Object.fromEntries(sets as [string, string][]);
}
