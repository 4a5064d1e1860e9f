// What was heard from whom: for each party how many of its entries rest on its own words, on those
// of others, on an inference, or on nothing but an assumption.

import type { Basis, Show, Statement } from "../answers/answers";
import { entriesOf } from "./entries";

export interface Heard {
  party: string;
  own: number;
  others: number;
  inferred: number;
  assumed: number;
  statements: number;
}

function isOwn(said: Statement | undefined, party: string): boolean {
  return said !== undefined && said.speaker === "party" && said.speaks_for === party;
}

function kindOf(
  basis: Basis,
  party: string,
  statements: (Statement | undefined)[],
): "own" | "others" | "inferred" | "assumed" {
  if (basis !== "reported") {
    return basis;
  }
  return statements.some((said) => isOwn(said, party)) ? "own" : "others";
}

export function heardOf(show: Show, statements: Statement[]): Heard[] {
  const byId = new Map(statements.map((said) => [said.id, said]));
  const entries = entriesOf(show);
  return show.parties.map((party) => {
    const heard: Heard = { party: party.id, own: 0, others: 0, inferred: 0, assumed: 0, statements: 0 };
    for (const entry of entries.filter((each) => each.party === party.id)) {
      heard[
        kindOf(
          entry.basis,
          party.id,
          entry.statements.map((id) => byId.get(id)),
        )
      ] += 1;
    }
    heard.statements = statements.filter((said) => said.speaks_for === party.id).length;
    return heard;
  });
}
