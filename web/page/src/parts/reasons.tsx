// Why a text is not accepted, as a short list.

import type { Objection } from "../answers/answers";
import type { Names } from "../case/names";
import { reasonsOf } from "../case/objections";
import { T } from "./text";

const mostShown = 5;

export function Reasons({ objections, names }: { objections: Objection[]; names: Names }) {
  const reasons = reasonsOf(objections, names);
  if (reasons.length === 0) {
    return null;
  }
  return (
    <ul class="reasons">
      {reasons.slice(0, mostShown).map((reason) => (
        <li>
          <T>{reason.text}</T>
          {!reason.certain && <span class="note"> (not in every case)</span>}
        </li>
      ))}
      {reasons.length > mostShown && <li class="note">{reasons.length - mostShown} more</li>}
    </ul>
  );
}
