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
}

function never({ openCount, isRanged }: PackageState): string {
  const parts = [...(isRanged ? ["in any reading"] : []), ...(openCount > 0 ? ["however it is completed"] : [])];
  const more = parts.length === 0 ? "" : `, ${parts.join(", ")}`;
  return `Not acceptable to all who have to agree${more}.`;
}

export function packageText(state: PackageState): string {
  const { agreement, openCount, isRanged, contradicts } = state;
  if (contradicts) {
    return noAnswerText;
  }
  switch (agreement) {
    case "surely":
      return `All who have to agree accept this package${isRanged ? " in every reading" : ""}.`;
    case "possibly":
      return openCount > 0
        ? `It can still become acceptable to all who have to agree: ${counted(openCount, "issue")} still open.`
        : "Not settled: all who have to agree accept it in some readings, not in all.";
    case "never":
      return never(state);
    default:
      return "Nothing can be said of it.";
  }
}

export function shortText({ agreement, openCount, contradicts }: PackageState): string {
  if (contradicts) {
    return "no answer: entries contradict each other";
  }
  switch (agreement) {
    case "surely":
      return "all accept";
    case "possibly":
      return openCount > 0 ? `${counted(openCount, "issue")} open` : "accepted in some readings";
    case "never":
      return "not acceptable to all";
    default:
      return "not known";
  }
}
