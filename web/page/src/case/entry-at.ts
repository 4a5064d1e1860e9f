// One entry by its address, and whether the reader has supposed it.

import type { Show } from "../answers/answers";
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

export interface Supposed {
  sets: Record<string, string>;
  answers: Record<string, string>;
  movement: { sets: Record<string, string> } | null;
}

/// An answer sets entries by itself: those that are then otherwise than in the file.
export function isSupposed(address: string, now: Show, entered: Show, { sets, answers, movement }: Supposed): boolean {
  if (sets[address] !== undefined || movement?.sets[address] !== undefined) {
    return true;
  }
  const [after, before] = [entryAt(now, address), entryAt(entered, address)];
  return Object.keys(answers).length > 0 && after?.text !== before?.text;
}
