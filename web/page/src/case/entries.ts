// All entries of a case in one list, each with whose it is and what stands under it.

import type { Entry, Show } from "../answers/answers";

export interface ListedEntry extends Entry {
  /// A party, "norm", or null for rules of the plan.
  party: string | null;
  issue: string | null;
  kind: "weight" | "stance" | "score" | "curve" | "order" | "fallback" | "intent" | "limit" | "rule" | "bonus" | "risk";
  statements: string[];
}

type Bare = Omit<ListedEntry, "statements">;

function ofParties(show: Show): Bare[] {
  return show.parties.flatMap((party) => {
    const fallback: Bare[] = party.fallback
      ? [{ ...party.fallback, party: party.id, issue: null, kind: "fallback" }]
      : [];
    const intent: Bare[] = party.intent ? [{ ...party.intent, party: party.id, issue: null, kind: "intent" }] : [];
    return [...fallback, ...intent];
  });
}

function ofIssues(show: Show): Bare[] {
  return show.issues.flatMap((issue) =>
    Object.entries(issue.parties).flatMap(([party, on]) => {
      const mark = (entry: Entry, kind: Bare["kind"]): Bare => ({
        ...entry,
        party,
        issue: issue.id,
        kind,
      });
      return [
        ...(on.weight ? [mark(on.weight, "weight")] : []),
        ...Object.values(on.stances ?? {}).map((entry) => mark(entry, "stance")),
        ...Object.values(on.scores ?? {}).map((entry) => mark(entry, "score")),
        ...Object.values(on.curve ?? {}).map((entry) => mark(entry, "curve")),
        ...(on.order ? [mark(on.order, "order")] : []),
      ];
    }),
  );
}

function ofPlan(show: Show): Bare[] {
  return [
    ...show.limits.map((entry): Bare => ({ ...entry, issue: null, kind: "limit" })),
    ...show.rules.map((entry): Bare => ({ ...entry, party: null, issue: null, kind: "rule" })),
    ...show.bonuses.map((entry): Bare => ({ ...entry, issue: null, kind: "bonus" })),
    ...show.risks.map((entry): Bare => ({ ...entry, issue: null, kind: "risk" })),
  ];
}

const listed = new WeakMap<Show, ListedEntry[]>();

/// The same list for the same case, worked out once.
export function entriesOf(show: Show): ListedEntry[] {
  const entries = listed.get(show) ?? listOf(show);
  listed.set(show, entries);
  return entries;
}

function listOf(show: Show): ListedEntry[] {
  const under = new Map<string, string[]>();
  for (const said of show.statements) {
    for (const address of [...said.supports, ...said.suggests]) {
      under.set(address, [...(under.get(address) ?? []), said.id]);
    }
  }
  const bare = [...ofParties(show), ...ofIssues(show), ...ofPlan(show)];
  return bare.map((entry) => ({ ...entry, statements: under.get(entry.entry) ?? [] }));
}

export function isOff(entry: Entry): boolean {
  return entry.text.endsWith("(off)");
}

/// Limits and rules that the file itself switches off; not those that the reader has set.
export function limitsOff(show: Show, sets: Record<string, string>): string[] {
  const off = [...show.limits.filter((limit) => !limit.on), ...show.rules.filter(isOff)];
  return off.map((entry) => entry.entry).filter((address) => sets[address] === undefined);
}

const weakness = { supposed: 0, assumed: 0, inferred: 1, reported: 2 };

/// Of some addresses the entries that rest on least, weakest first.
export function weakest(entries: ListedEntry[], addresses: string[], most: number): ListedEntry[] {
  return entries
    .filter((entry) => addresses.includes(entry.entry))
    .sort((one, other) => weakness[one.basis] - weakness[other.basis])
    .slice(0, most);
}
