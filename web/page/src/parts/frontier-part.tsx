// What the parts of the frontier's screen are given, and heads they share.

import type { Frontier } from "../answers/answers";
import type { Brush, Columns } from "../case/efficient";
import { PartyName } from "./party";
import type { ScreenProps } from "./props";

export type Part = ScreenProps & { frontier: Frontier; columns: Columns };

/// Parties whose range is null are filtered no more.
export function brushed(part: Pick<Part, "model" | "dispatch">, ranges: Record<string, [number, number] | null>) {
  const all = Object.entries({ ...part.model.views.brush, ...ranges });
  const brush = Object.fromEntries(all.filter(([, range]) => range !== null)) as Brush;
  part.dispatch({ kind: "view", views: { brush, pickedOutcome: null } });
}

export function PartyHeads({ part }: { part: Part }) {
  return (
    <>
      {part.columns.parties.map((party) => (
        <th scope="col" class="num">
          <PartyName names={part.names} id={party} />
        </th>
      ))}
    </>
  );
}

export function UnseenHead({ text }: { text: string }) {
  return (
    <th scope="col">
      <span class="unseen">{text}</span>
    </th>
  );
}
