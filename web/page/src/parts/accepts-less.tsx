// Beside what a party has without agreement, which a movement leaves as it is: that it accepts less.

import { own } from "../case/own";
import { acceptsText } from "../case/movement";
import type { ScreenProps } from "./props";
import { T } from "./text";

type AcceptsLessProps = Pick<ScreenProps, "names" | "model"> & {
  /// Of any entry; only what a party has without agreement is moved.
  address: string;
};

export function AcceptsLess({ address, names, model }: AcceptsLessProps) {
  const made = model.scenario.movement;
  const party = address.startsWith("fallback.") ? address.slice("fallback.".length) : "";
  return made === null || own(made.less, party) === undefined ? null : (
    <p class="note">
      supposed: <T>{acceptsText(party, made.less, names)}</T>
    </p>
  );
}
