// What each party has without agreement, what that rules out by itself, and its gain.

import { own } from "../case/own";
import type { Check, Party } from "../answers/answers";
import { pointsText } from "../case/exact";
import { lessOf } from "../case/movement";
import type { Names } from "../case/names";
import { countText } from "../case/words";
import type { Model } from "../state/model";
import { AcceptsLess } from "./accepts-less";
import { GainBar } from "./bars";
import { EntryBasis } from "./entry-basis";
import { PartyName } from "./party";
import { T } from "./text";

interface NumbersProps {
  check: Check;
  names: Names;
  model: Model;
}

function WithoutAgreement({ party, names, model }: { party: Party } & Omit<NumbersProps, "check">) {
  const { fallback } = party;
  return (
    <span class="note">
      without agreement <T>{fallback === null ? "not entered" : names.says(fallback)}</T>{" "}
      {fallback && <EntryBasis address={fallback.entry} names={names} model={model} />}
      <AcceptsLess address={`fallback.${party.id}`} names={names} />
    </span>
  );
}

function Excluded({ check, party }: { check: Check; party: Party }) {
  const excluded = own(check.exclusions, party.id);
  const whole = check.count.outcomes;
  if (excluded === undefined || whole === null || party.fallback === null) {
    return null;
  }
  const never = excluded.never === 0 ? "none" : countText(excluded.never);
  const inSome = excluded.not_always > excluded.never ? `, ${countText(excluded.not_always)} in some` : "";
  const less = own(check.accepts_less, party.id);
  const what =
    less === undefined ? "this value" : `accepting ${pointsText(less)} less, as the movement supposed has it,`;
  return (
    <span class="note">
      Of {countText(whole)} combinations, {what} by itself rules out {never} in every reading{inSome}.
    </span>
  );
}

export function Numbers({ check, names, model }: NumbersProps) {
  const isMeasured = Object.keys(check.surplus).length > 0;
  const parties = names.show.parties.filter((party) =>
    isMeasured ? own(check.surplus, party.id) !== undefined : party.required,
  );
  const note = isMeasured
    ? "Each bar is one party’s own scale: it begins at what that party has without agreement and ends at the most it can gain over that. The coloured part is its gain from the combination shown, or what it is short of; striped is what the entered ranges leave open of it."
    : "Each party in its own points; there is no combination to measure.";
  return (
    <>
      <p class="note">{note}</p>
      <div class="rows">
        {parties.map((party) => (
          <div class="row">
            <div class="row-name">
              <PartyName names={names} id={party.id} />
              <WithoutAgreement party={party} names={names} model={model} />
            </div>
            {isMeasured && (
              <GainBar
                party={party}
                gain={own(check.surplus, party.id) ?? null}
                names={names}
                less={own(lessOf(check), party.id)}
              />
            )}
            <Excluded check={check} party={party} />
          </div>
        ))}
      </div>
    </>
  );
}
