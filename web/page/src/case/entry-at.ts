// One entry by its address, and whether the reader has supposed it.

import type { Basis, Show } from "../answers/answers";
import { entriesOf, type ListedEntry } from "./entries";

const known = new WeakMap<Show, Map<string, ListedEntry>>();

export function entryAt(show: Show, address: string): ListedEntry | undefined {
  let entries = known.get(show);
  if (entries === undefined) {
    entries = new Map(entriesOf(show).map((entry) => [entry.entry, entry]));
    known.set(show, entries);
  }
  return entries.get(address);
}

/// What an entry rests on. An answer sets entries by itself: those that are then otherwise than in the
/// file are supposed, as those are that the reader sets.
export function basisOf(
  address: string,
  now: Show,
  entered: Show,
  { answers }: { answers: Record<string, string> },
): Basis | null {
  const after = entryAt(now, address);
  const isAnswered = Object.keys(answers).length > 0;
  return isAnswered && after?.text !== entryAt(entered, address)?.text ? "supposed" : (after?.basis ?? null);
}
