// Whether a case leaves numbers open, so that it has more than one reading. The program does not tell so in
// what the page asks for, so this errs towards several: only where every number that may count is entered,
// and as a single one, there is one reading.

import { own } from "./own";
import type { Entry, Issue, Party, PartyOnIssue, Show } from "../answers/answers";

function isSingle(entry: Entry | null | undefined): boolean {
  const value = entry?.value;
  return typeof value === "number" || (typeof value === "string" && /^-?\d+\/\d+$/.test(value));
}

/// A red line is worth nothing that counts.
function isSingleOrRedLine(entry: Entry | null | undefined): boolean {
  return isSingle(entry) || entry?.value === "redline";
}

function allSingle(issue: Issue, entries: Record<string, Entry>): boolean {
  return issue.options.every((option) => isSingleOrRedLine(own(entries, String(option.id))));
}

function isSingleOn(issue: Issue, on: PartyOnIssue | undefined): boolean {
  if (on === undefined || on.order !== undefined || Object.keys(on.curve ?? {}).length > 0) {
    return false;
  }
  const scores = on.scores ?? {};
  return Object.keys(scores).length > 0
    ? allSingle(issue, scores)
    : isSingle(on.weight) && allSingle(issue, on.stances ?? {});
}

function isSingleParty(show: Show, party: Party): boolean {
  const hasNoDoubt = party.intent === null || party.intent.value === "seeks";
  return (
    hasNoDoubt &&
    isSingle(party.fallback) &&
    show.issues.every((issue) => isSingleOn(issue, own(issue.parties, party.id)))
  );
}

export function hasReadings(show: Show): boolean {
  const counted = show.parties.filter((party) => party.counted || party.required);
  const others = [...show.bonuses, ...show.risks];
  return !counted.every((party) => isSingleParty(show, party)) || !others.every(isSingle);
}
