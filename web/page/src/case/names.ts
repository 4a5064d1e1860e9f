// Ids and addresses of a case in the words of the case.

import type { Condition, Content, Issue, OptionId, Outcome, Party, Show } from "../answers/answers";
import { listText } from "./words";

export interface Names {
  show: Show;
  party(id: string | null): string;
  partyAt(id: string): number;
  issue(id: string): string;
  option(issue: string, option: OptionId): string;
  value(issue: string, value: Content[string] | undefined): string;
  draft(id: string): string;
  entry(address: string): string;
  outcome(outcome: Outcome): { issue: string; option: string }[];
  /// Nobody in this file speaks of that option.
  isInvented(issue: string, option: OptionId): boolean;
}

/// Options that a statement stands behind: one supports or suggests an entry about them.
function spokenOf(show: Show): Set<string> {
  const under = new Set(show.statements.flatMap((said) => [...said.supports, ...said.suggests]));
  const spoken = new Set<string>();
  for (const issue of show.issues) {
    for (const [party] of Object.entries(issue.parties)) {
      for (const option of issue.options) {
        const address = (what: string) => `issue.${issue.id}.${what}.${party}.${option.id}`;
        if (under.has(address("stance")) || under.has(address("score"))) {
          spoken.add(`${issue.id} ${option.id}`);
        }
      }
    }
  }
  return spoken;
}

function inventedOf(show: Show): (issue: Issue, option: Issue["options"][number]) => boolean {
  const spoken = spokenOf(show);
  const inDrafts = new Set(
    show.drafts.flatMap((draft) =>
      Object.entries(draft.content).flatMap(([issue, value]) => {
        const values = Array.isArray(value) ? value : [value];
        return values.map((option) => `${issue} ${option}`);
      }),
    ),
  );
  return (issue, option) => {
    if (option.invented !== null) {
      return option.invented;
    }
    const saysSo = option.title.includes("(invented)");
    // A number on a scale is no option of its own, and a file without statements reports nothing.
    const isUnspoken = issue.range === null && spoken.size > 0 && !spoken.has(`${issue.id} ${option.id}`);
    return saysSo || (isUnspoken && !inDrafts.has(`${issue.id} ${option.id}`));
  };
}

export function namesOf(show: Show): Names {
  const parties = new Map<string, Party>(show.parties.map((party) => [party.id, party]));
  const places = new Map(show.parties.map((party, at) => [party.id, at]));
  const issues = new Map(show.issues.map((issue) => [issue.id, issue]));
  const invented = inventedOf(show);
  const party = (id: string | null) =>
    id === null ? "nobody in particular" : id === "norm" ? "Norm" : (parties.get(id)?.name ?? id);
  const issue = (id: string) => issues.get(id)?.title ?? id;
  const option = (id: string, chosen: OptionId) => {
    const found = issues.get(id)?.options.find((each) => String(each.id) === String(chosen));
    const unit = issues.get(id)?.range?.unit;
    return (found?.title ?? String(chosen)) + (unit ? ` ${unit}` : "");
  };
  const titled = (address: string) => [...show.limits, ...show.rules].find((each) => each.entry === address);
  const names: Names = {
    show,
    party,
    partyAt: (id) => places.get(id) ?? 0,
    issue,
    option,
    value: (id, value) => {
      if (value === null || value === undefined) {
        return "unknown";
      }
      return Array.isArray(value)
        ? listText(value.map((each) => option(id, each))).replace(/ and /, " or ")
        : option(id, value);
    },
    draft: (id) => show.drafts.find((draft) => draft.id === id)?.title ?? id,
    entry: (address) => entryText(address, { party, issue, option, titled, show }),
    outcome: (outcome) =>
      show.issues
        .filter((each) => outcome[each.id] !== undefined)
        .map((each) => ({
          issue: each.title,
          option: option(each.id, outcome[each.id] as OptionId),
        })),
    isInvented: (id, chosen) => {
      const found = issues.get(id);
      const one = found?.options.find((each) => String(each.id) === String(chosen));
      return found !== undefined && one !== undefined && invented(found, one);
    },
  };
  return names;
}

interface Lookup {
  party(id: string): string;
  issue(id: string): string;
  option(issue: string, option: OptionId): string;
  titled(address: string): { title: string | null; text: string } | undefined;
  show: Show;
}

function issueEntryText(id: string, part: string, party: string, last: string, look: Lookup): string {
  const issue = look.issue(id);
  const who = look.party(party);
  if (part === "weight") {
    return `how much \u201c${issue}\u201d matters to ${who}`;
  }
  if (part === "curve") {
    return `${who}: ${last === "redline" ? "red line" : `\u201c${last}\u201d`} on the scale of \u201c${issue}\u201d`;
  }
  if (last === "") {
    return `${who}: order of the options of \u201c${issue}\u201d`;
  }
  return `${who} on \u201c${look.option(id, last)}\u201d (${issue})`;
}

function conditionText(condition: Condition, look: Lookup): string {
  const parts = Object.entries(condition).map(([issue, options]) => {
    const list = (Array.isArray(options) ? options : [options]).map((option) => look.option(issue, option));
    return `${look.issue(issue)}: ${listText(list).replace(/ and /, " or ")}`;
  });
  return parts.join(" + ");
}

function entryText(address: string, look: Lookup): string {
  const [kind = "", id = "", part = "", party = "", ...rest] = address.split(".");
  if (kind === "fallback") {
    return `what ${look.party(id)} has without agreement`;
  }
  if (kind === "intent") {
    return `whether ${look.party(id)} seeks an agreement`;
  }
  if (kind === "issue") {
    return issueEntryText(id, part, party, rest.join("."), look);
  }
  const found = look.titled(address);
  const limit = look.show.limits.find((each) => each.entry === address);
  const title = found?.title ? `\u201c${found.title}\u201d` : (found?.text ?? id);
  if (limit) {
    return limit.party === "norm" ? `norm ${title}` : `limit of ${look.party(limit.party)}: ${title}`;
  }
  const bonus = look.show.bonuses.find((each) => each.entry === address);
  if (bonus) {
    return `what it is worth to ${look.party(bonus.party)} to have together ${conditionText(bonus.when, look)}`;
  }
  const risk = look.show.risks.find((each) => each.entry === address);
  return risk
    ? `what ${look.party(risk.party)} may lose after signature with ${conditionText(risk.option, look)}`
    : `${kind} ${title}`;
}
