// An entry as one types it, and as a case file has it. Both are made from what `show --exact` prints, so
// that no number is rounded on its way.

import { isOff, type ListedEntry } from "./entries";
import { plainText } from "./exact";

function isNumber(value: unknown): value is number | string {
  return typeof value === "number" || (typeof value === "string" && /^-?\d+\/\d+$/.test(value));
}

/// Fractions are texts in a case file, as it has no other way to write them.
function tomlNumber(value: number | string): string {
  const text = plainText(value);
  return text.includes("/") ? JSON.stringify(text) : text;
}

function isRange(value: unknown): value is (number | string)[] {
  return Array.isArray(value) && value.length === 2 && value.every(isNumber);
}

function tomlRange(ends: (number | string)[]): string {
  return `[${ends.map(tomlNumber).join(", ")}]`;
}

function draftOf(value: unknown): string | null {
  const draft = (value as { draft?: unknown } | null)?.draft;
  return typeof draft === "string" ? draft : null;
}

/// A red line with what it is worth once it is opened.
function wordText(entry: ListedEntry, word: string): string {
  const worth = entry.worth_if_opened ?? null;
  return worth === null ? word : `${word} ${isNumber(worth) ? plainText(worth) : worth}`;
}

/// An entry as --set takes it, without its trend; null where no line of text says it.
export function settable(entry: ListedEntry): string | null {
  const { kind, value } = entry;
  if (kind === "limit" || kind === "rule") {
    return isOff(entry) ? "off" : "on";
  }
  if (isNumber(value)) {
    return plainText(value);
  }
  if (isRange(value)) {
    const ends = value.map(plainText);
    return ends.some((end) => end.includes("/")) ? tomlRange(value) : ends.join("..");
  }
  const draft = draftOf(value);
  if (draft !== null) {
    return `{ draft = ${JSON.stringify(draft)} }`;
  }
  return typeof value === "string" ? wordText(entry, value) : null;
}

/// An entry as a layer has it, with its trend; null where no line of text says it.
export function tomlValue(entry: ListedEntry): string | null {
  const { value, trend = null } = entry;
  const ending = trend === null ? "" : `, trend = ${JSON.stringify(trend)}`;
  const draft = draftOf(value);
  if (draft !== null) {
    return `{ draft = ${JSON.stringify(draft)}${ending} }`;
  }
  const isPlan = entry.kind === "limit" || entry.kind === "rule";
  const word = settable(entry);
  const quoted = word === null ? null : JSON.stringify(word);
  const plain = isPlan ? quoted : isNumber(value) ? tomlNumber(value) : isRange(value) ? tomlRange(value) : quoted;
  return plain === null || ending === "" ? plain : `{ value = ${plain}${ending} }`;
}
