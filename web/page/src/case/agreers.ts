// Who has to accept, in words: all who are required, and where the agreement rule counts, so many in all.

import type { Show } from "../answers/answers";
import { listText } from "./words";

type Rule = Show["agreement"];

/// Whether more have to accept than those who are required.
export function isCounting({ at_least: least, required }: Rule): boolean {
  return least !== null && least > required.length;
}

/// By name.
export function requiredText({ agreement, parties }: Pick<Show, "agreement" | "parties">): string {
  const { required, at_least: least, counted } = agreement;
  const names = listText(required.map((id) => parties.find((party) => party.id === id)?.name ?? id));
  const enough = `at least ${least} of ${counted.length} parties`;
  return !isCounting(agreement) ? names : names === "" ? enough : `${names}, and ${enough} in all`;
}

/// By name only where not all who are told of have to accept. The middle of a sentence.
export function agreersText(show: Pick<Show, "agreement" | "parties">): string {
  return isCounting(show.agreement) ? requiredText(show) : "all who have to agree";
}
