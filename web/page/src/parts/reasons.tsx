// Why a text is not accepted, as a short list.

import type { Objection } from "../answers/answers";
import { entryAt } from "../case/entry-at";
import type { Names } from "../case/names";
import { reasonsOf, type Reason } from "../case/objections";
import type { Model } from "../state/model";
import { EntryBasis } from "./entry-basis";
import { T } from "./text";

const mostShown = 5;

interface ReasonsProps {
  objections: Objection[];
  names: Names;
  model: Model;
  /// Whether something of the text is open, so that an objection may fall away with it.
  isOpen?: boolean;
  /// Nothing is settled yet: what may stand in the way is shown on demand.
  isFolded?: boolean;
}

/// One mark for each basis: options of one issue may rest on several entries.
function Bases({ reason, names, model }: { reason: Reason } & Pick<ReasonsProps, "names" | "model">) {
  const first = new Map(reason.entries.map((address) => [entryAt(names.show, address)?.basis, address]));
  return (
    <>
      {[...first.values()].map((address) => (
        <>
          {" "}
          <EntryBasis address={address} names={names} model={model} />
        </>
      ))}
    </>
  );
}

export function Reasons(props: ReasonsProps) {
  const reasons = reasonsOf(props.objections, props.names);
  if (reasons.length === 0) {
    return null;
  }
  return props.isFolded ? (
    <details>
      <summary class="quiet">What may stand in the way: {reasons.length}</summary>
      <List {...props} reasons={reasons} />
    </details>
  ) : (
    <List {...props} reasons={reasons} />
  );
}

function List({ reasons, names, model, isOpen = false }: ReasonsProps & { reasons: Reason[] }) {
  return (
    <ul class="reasons">
      {reasons.slice(0, mostShown).map((reason) => (
        <li>
          <T>{reason.text}</T>
          <Bases reason={reason} names={names} model={model} />
          {!reason.certain && (
            <span class="note"> ({isOpen ? "in some readings or completions" : "in some readings"})</span>
          )}
        </li>
      ))}
      {reasons.length > mostShown && <li class="note">{reasons.length - mostShown} more</li>}
    </ul>
  );
}
