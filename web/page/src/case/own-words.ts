import type { Statement } from "../answers/answers";

/// Whether these are a party's own words about itself.
export function isOwnWords(said: Statement): boolean {
  return said.speaker === "party" && said.speaks_for !== null && said.about.includes(said.speaks_for);
}
