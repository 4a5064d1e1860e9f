// Entries in the words of the case: what an address stands for, and what is entered there.

import type { Condition, Entry, OptionId, Show } from "../answers/answers";
import { plainText } from "./exact";
import { listText, orText } from "./words";

export interface Lookup {
  show: Show;
  party(id: string | null): string;
  issue(id: string): string;
  option(issue: string, option: OptionId): string;
}

function isClear(title: string): boolean {
  return !/,| and | or /.test(title);
}

/// Titles to choose from; in quotation marks where one of them could be read as several.
export function choicesText(titles: string[]): string {
  const isPlain = titles.length < 2 || titles.every(isClear);
  return orText(isPlain ? titles : titles.map((title) => `\u201c${title}\u201d`));
}

/// Neighbours on a scale are told by their ends.
function isRun(look: Lookup, issue: string, options: OptionId[]): boolean {
  const found = look.show.issues.find((each) => each.id === issue);
  const all = (found?.options ?? []).map((option) => String(option.id));
  const first = all.indexOf(String(options[0]));
  return (
    found?.range !== null &&
    options.length > 2 &&
    first >= 0 &&
    options.every((option, at) => all[first + at] === String(option))
  );
}

/// The program says which options no statement stands behind; a title may say so of itself.
export function isInvented(look: Pick<Lookup, "show">, issue: string, option: OptionId): boolean {
  const options = look.show.issues.find((each) => each.id === issue)?.options ?? [];
  const found = options.find((each) => String(each.id) === String(option));
  return found !== undefined && (found.invented === true || saysInvented(found.title));
}

function saysInvented(title: string): boolean {
  return /\(invented\)\s*$/.test(title);
}

function markedText(look: Lookup, issue: string, option: OptionId): string {
  const text = look.option(issue, option);
  return isInvented(look, issue, option) && !saysInvented(text) ? `${text} (invented)` : text;
}

export function optionsText(look: Lookup, issue: string, options: OptionId[]): string {
  if (isRun(look, issue, options)) {
    return `${options[0]} to ${look.option(issue, options.at(-1) as OptionId)}`;
  }
  return choicesText(options.map((option) => markedText(look, issue, option)));
}

export function conditionText(condition: Condition, look: Lookup): string {
  const parts = Object.entries(condition).map(([issue, options]) => {
    const list = Array.isArray(options) ? options : [options];
    return `\u201c${look.issue(issue)}\u201d: ${optionsText(look, issue, list)}`;
  });
  return listText(parts);
}

function issueEntryText(address: string[], look: Lookup): string {
  const [id = "", part = "", party = "", ...rest] = address;
  const last = rest.join(".");
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

function planEntryText(address: string, kind: string, id: string, look: Lookup): string {
  const { limits, rules, bonuses, risks } = look.show;
  const limit = limits.find((each) => each.entry === address);
  const found = limit ?? rules.find((each) => each.entry === address);
  const title = found ? `\u201c${found.title ?? valueText(found, look)}\u201d` : id;
  if (limit) {
    return limit.party === "norm" ? `norm ${title}` : `limit of ${look.party(limit.party)}: ${title}`;
  }
  const bonus = bonuses.find((each) => each.entry === address);
  if (bonus) {
    return `what it is worth to ${look.party(bonus.party)} to have together ${conditionText(bonus.when, look)}`;
  }
  const risk = risks.find((each) => each.entry === address);
  return risk
    ? `what ${look.party(risk.party)} may lose after signature with ${conditionText(risk.option, look)}`
    : `${kind} ${title}`;
}

export function entryText(address: string, look: Lookup): string {
  const [kind = "", id = "", ...rest] = address.split(".");
  switch (kind) {
    case "fallback":
      return `what ${look.party(id)} has without agreement`;
    case "intent":
      return `whether ${look.party(id)} seeks an agreement`;
    case "issue":
      return issueEntryText([id, ...rest], look);
    default:
      return planEntryText(address, kind, id, look);
  }
}

type Worded = Pick<Entry, "entry" | "value" | "text">;

/// `>` parts better from worse, `=` joins what is as good, and past the bar stands what is a red line.
function orderText(entry: Worded, look: Lookup): string {
  const issue = entry.entry.split(".")[1] ?? "";
  const titles = (text: string, joint: string) =>
    text
      .split(joint)
      .filter((option) => option.trim() !== "")
      .map((option) => look.option(issue, option.trim()));
  const [ranked = "", behind = ""] = entry.text.split("|");
  const better = ranked.split(">").map((group) => {
    const equal = titles(group, "=");
    return equal.length > 1 ? `${listText(equal)} alike` : (equal[0] ?? "");
  });
  const past = titles(behind, ",");
  return [better.join(", then "), past.length > 0 ? `past a red line: ${listText(past)}` : ""]
    .filter((part) => part !== "")
    .join("; ");
}

/// An order stands for all options of an issue at once.
function isOrder(address: string): boolean {
  return /^issue\.[^.]+\.(?:order|stance)\.[^.]+$/.test(address);
}

function planText(value: Record<string, unknown>, look: Lookup): string | null {
  const of = (key: string) => conditionText(value[key] as Condition, look);
  const before = value["if"] === undefined ? "" : `where ${of("if")}, `;
  if (value["needs"] !== undefined || value["then"] !== undefined) {
    return `${before}needs ${of(value["needs"] === undefined ? "then" : "needs")}`;
  }
  if (value["never"] !== undefined) {
    return `${before}never ${of("never")}`;
  }
  if (value["at_most"] !== undefined && Array.isArray(value["of"])) {
    const parts = (value["of"] as Condition[]).map((each) => conditionText(each, look));
    return `at most ${String(value["at_most"])} of: ${parts.join("; ")}`;
  }
  return null;
}

function rangeWords(value: unknown): string {
  return Array.isArray(value) ? `${String(value[0])} to ${String(value[1])}` : String(value);
}

/// What is entered, without ids; the program's own text where the page knows no better one.
export function valueText(entry: Worded, look: Lookup): string {
  const { value, text } = entry;
  const likeDraft = (value as { draft?: string } | null)?.draft;
  if (entry.entry.startsWith("fallback.") && typeof likeDraft === "string") {
    const title = look.show.drafts.find((draft) => draft.id === likeDraft)?.title ?? likeDraft;
    return text.replace(`draft ${likeDraft}`, `\u201c${title}\u201d`);
  }
  if (/^(bonus|risk)\./.test(entry.entry)) {
    return rangeWords(value);
  }
  if (typeof value === "string" && isOrder(entry.entry)) {
    return orderText(entry, look);
  }
  if (typeof value === "number" && value !== 0 && Number(text) === 0) {
    return plainText(value);
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    return text;
  }
  const plain = planText(value as Record<string, unknown>, look) ?? text.replace(/ \(off\)$/, "");
  return text.endsWith("(off)") ? `${plain} (switched off in this file)` : plain;
}
