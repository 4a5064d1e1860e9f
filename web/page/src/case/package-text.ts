// Who accepts a package, in words: long beside it, short on a narrow screen.

import type { Acceptance } from "../answers/answers";
import { counted, noAnswerText } from "./words";

export interface PackageState {
  agreement: Acceptance;
  /// Issues not settled yet.
  openCount: number;
  /// Whether the entries leave numbers open, so that there are several readings.
  isRanged: boolean;
  /// Whether they contradict each other, so that there is none.
  contradicts: boolean;
  /// Who has to accept, where the agreement rule counts others beside those who are required.
  agreers: string | null;
  /// Parties that count, and those of them who do not accept it in any reading.
  counted: number;
  refusing: number;
}

/// Where not all have to accept, how many do not, which the verdict alone does not tell.
function refusedText({ agreers, counted: count, refusing }: PackageState): string {
  const verb = refusing === 1 ? "does" : "do";
  return agreers === null || refusing === 0 ? "" : ` ${refusing} of the ${count} that count ${verb} not accept it.`;
}

function surely({ agreers, isRanged }: PackageState): string {
  const where = isRanged ? " in every reading" : "";
  return agreers === null ? `All who have to agree accept this package${where}.` : `Acceptable${where} to ${agreers}.`;
}

function possibly({ agreers, openCount }: PackageState): string {
  return openCount > 0
    ? `It can still become acceptable to ${agreers ?? "all who have to agree"}: ${counted(openCount, "issue")} still open.`
    : agreers === null
      ? "Not settled: all who have to agree accept it in some readings, not in all."
      : `Not settled: in some readings, not in all, it is acceptable to ${agreers}.`;
}

function never({ openCount, isRanged, agreers }: PackageState): string {
  const parts = [...(isRanged ? ["in any reading"] : []), ...(openCount > 0 ? ["however it is completed"] : [])];
  const more = parts.length === 0 ? "" : `, ${parts.join(", ")}`;
  return `Not acceptable to ${agreers ?? "all who have to agree"}${more}.`;
}

export function packageText(state: PackageState): string {
  const { agreement, contradicts } = state;
  if (contradicts) {
    return noAnswerText;
  }
  switch (agreement) {
    case "surely":
      return surely(state) + refusedText(state);
    case "possibly":
      return possibly(state) + refusedText(state);
    case "never":
      return never(state) + refusedText(state);
    default:
      return "Nothing can be said of it.";
  }
}

export function shortText({ agreement, openCount, contradicts, agreers }: PackageState): string {
  if (contradicts) {
    return "no answer: entries contradict each other";
  }
  switch (agreement) {
    case "surely":
      return agreers === null ? "all accept" : "enough accept";
    case "possibly":
      return openCount > 0 ? `${counted(openCount, "issue")} open` : "accepted in some readings";
    case "never":
      return agreers === null ? "not acceptable to all" : "too few accept, or not those required";
    default:
      return "not known";
  }
}
