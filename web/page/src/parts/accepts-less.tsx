// Beside what a party has without agreement, which a movement leaves as it is: that it accepts less, by the
// file itself or by a movement taken as made.

import { own } from "../case/own";
import { acceptsText, lessOf } from "../case/movement";
import type { ScreenProps } from "./props";
import { T } from "./text";

type AcceptsLessProps = Pick<ScreenProps, "names"> & {
  /// Of any entry; only what a party has without agreement is moved.
  address: string;
};

export function AcceptsLess({ address, names }: AcceptsLessProps) {
  const less = lessOf(names.show);
  const party = address.startsWith("fallback.") ? address.slice("fallback.".length) : "";
  return own(less, party) === undefined ? null : (
    <span class="note block">
      supposed: <T>{acceptsText(party, less, names)}</T>
    </span>
  );
}
