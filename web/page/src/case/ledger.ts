// Statements that pass the filters of the ledger.

import type { Statement } from "../answers/answers";
import { isOwnWords } from "./own-words";

export interface Filters {
  evidenceParty: string;
  evidenceKind: string;
  evidenceVoice: "all" | "own" | "others";
  evidenceText: string;
}

export function filtered(statements: Statement[], filters: Filters): Statement[] {
  const text = filters.evidenceText.trim().toLowerCase();
  return statements.filter((said) => {
    const isParty = filters.evidenceParty === "" || (said.speaks_for ?? "nobody") === filters.evidenceParty;
    const isKind = filters.evidenceKind === "" || said.kind === filters.evidenceKind;
    const isVoice = filters.evidenceVoice === "all" || isOwnWords(said) === (filters.evidenceVoice === "own");
    const words = `${said.id} ${said.who} ${said.claim} ${said.source ?? ""}`.toLowerCase();
    return isParty && isKind && isVoice && words.includes(text);
  });
}
