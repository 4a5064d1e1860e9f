// Numbers, ranges, dates and lists as the page writes them.

import type { Range, Verdict, Acceptance, Tally } from "../answers/answers";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function dateText(date: string | null): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? "");
  return parts ? `${Number(parts[3])} ${months[Number(parts[2]) - 1]} ${parts[1]}` : (date ?? "no date");
}

function grouped(size: number): string {
  const [whole = "0", part] = String(size).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") + (part === undefined ? "" : `.${part}`);
}

interface Rounded {
  text: string;
  isExact: boolean;
}

/// Two decimals, and more where there would be nothing but zeros; what is not zero never reads so.
function rounded(value: number): Rounded {
  const sign = value < 0 ? "\u2212" : "";
  const size = Math.abs(value);
  if (size !== 0 && size < 1e-6) {
    return { text: `${sign}0.000001`, isExact: false };
  }
  const near = size === 0 || size >= 0.005 ? Math.round(size * 100) / 100 : Number(size.toPrecision(1));
  return { text: sign + grouped(near), isExact: Math.abs(near - size) <= 1e-12 * Math.max(1, size) };
}

/// For reading; what is rounded says so. The engine has the exact number.
export function numberText(value: number): string {
  const { text, isExact } = rounded(value);
  return isExact ? text : `about ${text}`;
}

/// Where there is no room for "about": ends of drawn axes.
export function tickText(value: number): string {
  return rounded(value).text;
}

export function ends(range: Range): [number, number] {
  return typeof range === "number" ? [range, range] : range;
}

export function rangeText(range: Range | null | undefined): string {
  if (range === null || range === undefined) {
    return "unknown";
  }
  const [low, high] = ends(range).map(rounded) as [Rounded, Rounded];
  const about = low.isExact && high.isExact ? "" : "about ";
  return about + (low.text === high.text ? low.text : `${low.text} to ${high.text}`);
}

/// The exponent form of counts that nobody would read digit by digit.
export function countText(count: number): string {
  return count < 1e9
    ? numberText(count)
    : `about ${(count / 10 ** Math.floor(Math.log10(count))).toFixed(1)} \u00d7 10^${Math.floor(Math.log10(count))}`;
}

/// A list with its own last joint, so that a joint inside a word of the list stays as it is.
export function listText(words: string[], joint = "and"): string {
  if (words.length < 2) {
    return words[0] ?? "";
  }
  return `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1)}`;
}

export function orText(words: string[]): string {
  return listText(words, "or");
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

export const verdictWords: Record<Verdict, string> = {
  agreement: "agreement",
  no_agreement: "no agreement",
  depends: "not settled",
  undecided: "not decided",
  contradiction: "contradiction",
};

export const acceptanceWords: Record<string, string> = {
  surely: "accepts",
  possibly: "accepts in some readings",
  never: "does not accept",
  no_reading: "entries contradict each other",
  not_known: "not known",
} satisfies Record<Acceptance | "no_reading", string>;

/// At most two significant digits: shares of sampled readings are no finer than that.
export function shareText(tally: Tally | null): string {
  if (tally === null) {
    return "not drawn";
  }
  const percent = tally.share * 100;
  if (tally.share === 0 || tally.share === 1) {
    return `${percent}\u202f%`;
  }
  if (percent > 99) {
    return "over 99\u202f%";
  }
  return percent < 1 ? "under 1\u202f%" : `${Math.round(percent)}\u202f%`;
}

export function firmnessText(firmness: string | null): string {
  return firmness === null ? "firmness not entered" : firmness.replaceAll("_", " ");
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/// Said in place of who accepts what.
export const noAnswerText = "No answer: the entries contradict each other.";
