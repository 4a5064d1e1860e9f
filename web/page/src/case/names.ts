// Ids and addresses of a case in the words of the case.

import { own } from "./own";
import type { Content, Entry, OptionId, Outcome, Show } from "../answers/answers";
import { entryText, isInvented, optionsText, valueText, type Lookup } from "./entry-text";
import { dateText } from "./words";

export interface Names {
  show: Show;
  party(id: string | null): string;
  partyAt(id: string): number;
  issue(id: string): string;
  option(issue: string, option: OptionId): string;
  value(issue: string, value: Content[string] | undefined): string;
  /// Title and date.
  draft(id: string): string;
  /// A clause of the plan by number, title or both.
  point(id: string): string;
  /// Who said it, and when.
  statement(id: string): string;
  /// Anything of the file by its kind and id.
  record(kind: string, id: string): string;
  entry(address: string): string;
  /// What is entered there.
  says(entry: Pick<Entry, "entry" | "value" | "text">): string;
  outcome(outcome: Outcome): { issue: string; option: string }[];
  isInvented(issue: string, option: OptionId): boolean;
}

function lookupOf(show: Show): Lookup {
  const parties = new Map(show.parties.map((party) => [party.id, party.name]));
  const issues = new Map(show.issues.map((issue) => [issue.id, issue]));
  return {
    show,
    party: (id) => (id === null ? "nobody in particular" : id === "norm" ? "Norm" : (parties.get(id) ?? id)),
    issue: (id) => issues.get(id)?.title ?? id,
    option: (id, chosen) => {
      const issue = issues.get(id);
      const found = issue?.options.find((each) => String(each.id) === String(chosen));
      const unit = issue?.range?.unit;
      return (found?.title ?? String(chosen)) + (unit ? ` ${unit}` : "");
    },
  };
}

/// Clauses of a plan have numbers; an id of another kind says nothing to a reader.
export function isNumber(point: string | null): boolean {
  return point !== null && /^\d/.test(point);
}

function pointText(show: Show, id: string): string {
  const title = show.points.find((point) => point.id === id)?.title ?? null;
  if (isNumber(id)) {
    return title === null || title === id ? id : `${id} ${title}`;
  }
  return title ?? id;
}

export function namesOf(show: Show): Names {
  const look = lookupOf(show);
  const places = new Map(show.parties.map((party, at) => [party.id, at]));
  const drafts = new Map(show.drafts.map(({ id, title, date }) => [id, `${title ?? id}, ${dateText(date)}`]));
  const statements = new Map(show.statements.map(({ id, who, date }) => [id, `${who}, ${dateText(date)}`]));
  const draft = (id: string) => drafts.get(id) ?? id;
  const statement = (id: string) => statements.get(id) ?? id;
  const records: Record<string, (id: string) => string> = {
    party: look.party,
    issue: look.issue,
    draft,
    point: (id) => pointText(show, id),
    statement,
    said: statement,
  };
  return {
    ...look,
    partyAt: (id) => places.get(id) ?? 0,
    value: (id, value) =>
      value === null || value === undefined ? "unknown" : optionsText(look, id, Array.isArray(value) ? value : [value]),
    draft,
    point: (id) => pointText(show, id),
    statement,
    record: (kind, id) => `${kind} \u201c${records[kind]?.(id) ?? id}\u201d`,
    entry: (address) => entryText(address, look),
    says: (entry) => valueText(entry, look),
    outcome: (outcome) =>
      show.issues
        .filter((each) => own(outcome, each.id) !== undefined)
        .map((each) => ({ issue: each.title, option: look.option(each.id, own(outcome, each.id) as OptionId) })),
    isInvented: (id, chosen) => isInvented(look, id, chosen),
  };
}

const namesKnown = new WeakMap<Show, Names>();

/// The same names for the same case, worked out once.
export function namesFor(show: Show): Names {
  const known = namesKnown.get(show) ?? namesOf(show);
  namesKnown.set(show, known);
  return known;
}
