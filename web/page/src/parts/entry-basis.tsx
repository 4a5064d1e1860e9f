// What an entry rests on, beside its name: what was assumed looks assumed wherever it is named.

import { basisOf } from "../case/entry-at";
import type { Names } from "../case/names";
import { enteredShow } from "../state/asking";
import type { Model } from "../state/model";
import { BasisTag } from "./tags";
import { T } from "./text";

interface EntryProps {
  address: string;
  names: Names;
  model: Model;
}

/// Nothing where the file has no such entry, as with a question that is asked of nobody.
export function EntryBasis({ address, names, model }: EntryProps) {
  const basis = basisOf(address, names.show, enteredShow(model), model.scenario);
  return basis === null ? null : <BasisTag basis={basis} />;
}

export function EntryName(props: EntryProps) {
  return (
    <span data-address={props.address}>
      <T>{props.names.entry(props.address)}</T> <EntryBasis {...props} />
    </span>
  );
}
