// Parties are told apart by shape and name; colour only helps. The order is that of the file.

import type { Names } from "../case/names";
import { T } from "./text";

const shapes = [
  "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z",
  "M2.2 2.2h11.6v11.6H2.2z",
  "M8 1.2 15 14.2H1z",
  "M8 .8 15.2 8 8 15.2.8 8z",
  "M4.2 1.5h7.6L15.4 8l-3.6 6.5H4.2L.6 8z",
  "M5.6 1h4.8v4.6H15v4.8h-4.6V15H5.6v-4.6H1V5.6h4.6z",
  "M1 1.8h14L8 14.8z",
  "M8 .8l2.1 4.9 5.3.4-4 3.5 1.2 5.2L8 12l-4.6 2.8 1.2-5.2-4-3.5 5.3-.4z",
];

const colours = 6;

export function partyColour(place: number): string {
  return `var(--party-${place % colours})`;
}

export function partyShape(place: number): string {
  return shapes[place % shapes.length] as string;
}

export function PartyMark({ place }: { place: number }) {
  return (
    <svg class="party-mark" viewBox="0 0 16 16" width="13" height="13" aria-hidden="true" focusable="false">
      <path d={partyShape(place)} fill={partyColour(place)} stroke="var(--ink)" stroke-width="1" />
    </svg>
  );
}

export function PartyName({ names, id }: { names: Names; id: string | null }) {
  const isParty = id !== null && names.show.parties.some((party) => party.id === id);
  return (
    <span class="party">
      {isParty && <PartyMark place={names.partyAt(id)} />}
      <T>{names.party(id)}</T>
    </span>
  );
}

export function PartyNames({ names, ids }: { names: Names; ids: string[] }) {
  return (
    <>
      {ids.map((id, at) => (
        <>
          {at > 0 && (at === ids.length - 1 ? " and " : ", ")}
          <PartyName names={names} id={id} />
        </>
      ))}
    </>
  );
}
