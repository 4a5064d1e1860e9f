// What one party alone would have to bear, and what each limit does.

import type { Bridge, Effect } from "../answers/answers";
import { aloneText, type Around, effectText, isWithoutEffect, leastText } from "../case/bridge-text";
import { entriesOf, limitsOff, type ListedEntry } from "../case/entries";
import type { Names } from "../case/names";
import { firmnessText } from "../case/words";
import { PartyName } from "./party";
import { Heads, Table } from "./table";
import type { Model } from "../state/model";
import { hasReadings } from "../state/asking";
import { isAsEntered } from "../state/scenario";
import { EntryBasis } from "./entry-basis";
import { Section, T } from "./text";

export function Alone({ bridge, names }: { bridge: Bridge; names: Names }) {
  const parties = Object.entries(bridge.alone);
  const least = leastText(bridge.smallest_largest);
  if (parties.length === 0) {
    return least === null ? null : <p class="note">{least}</p>;
  }
  return (
    <Section id="alone" title="By one party alone">
      <ul>
        {parties.map(([party, movement]) => (
          <li>
            <PartyName names={names} id={party} />: {aloneText(movement, party)}
          </li>
        ))}
      </ul>
      {least !== null && <p class="note">{least}</p>}
    </Section>
  );
}

interface RowProps {
  bridge: Bridge;
  around: Around;
  names: Names;
  model: Model;
  address: string;
  effect: Effect;
  entry: ListedEntry | undefined;
  isOff: boolean;
}

function EffectRow({ bridge, around, names, model, address, effect, entry, isOff }: RowProps) {
  const isSame = bridge.as_entered !== null && isWithoutEffect(effect, bridge.as_entered);
  const text = isOff
    ? "it is switched off in this file"
    : isSame
      ? "no difference by itself"
      : effectText(effect, around, names);
  return (
    <tr>
      <td>
        <T>{names.entry(address)}</T> <EntryBasis address={address} names={names} model={model} />
      </td>
      <td>{firmnessText(entry?.firmness ?? null)}</td>
      <td>
        <T>{text}</T>
      </td>
    </tr>
  );
}

const effectsNote =
  "What there would be with one limit or rule left out: it shows what a limit does in this file and is no advice to give it up. Beside a party stands its largest gain over what it has without agreement, in the combination that is best for it alone; no one combination need give several of these.";

export function Effects({ bridge, names, model }: Pick<RowProps, "bridge" | "names" | "model">) {
  const rows = Object.entries(bridge.effects);
  const around: Around = { ...bridge, isRanged: hasReadings(model) };
  const entries = new Map(entriesOf(names.show).map((entry) => [entry.entry, entry]));
  const off = limitsOff(names.show, {});
  if (rows.length === 0) {
    return null;
  }
  return (
    <Section id="effects" title="Effect of each limit" note={effectsNote}>
      {bridge.as_entered && (
        <p class="note">
          {isAsEntered(model.scenario) ? "As entered" : "As supposed here, without a movement"}:{" "}
          <T>{effectText(bridge.as_entered, around, names)}</T>.
        </p>
      )}
      <Table
        label="What there would be without each limit"
        head={<Heads texts={["Without", "Firmness", "there would be"]} />}
      >
        {rows.map(([address, effect]) => (
          <EffectRow
            bridge={bridge}
            around={around}
            names={names}
            model={model}
            address={address}
            effect={effect}
            entry={entries.get(address)}
            isOff={off.includes(address)}
          />
        ))}
      </Table>
    </Section>
  );
}
