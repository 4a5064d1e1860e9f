// The filter of outcomes by keyboard: the least and the most gain of each party.

import { own } from "../case/own";
import { endsOf } from "../case/efficient";
import { numberText, tickText } from "../case/words";
import { brushed, type Part } from "./frontier-part";
import { PartyName } from "./party";

function Slider({ part, party, end }: { part: Part; party: string; end: 0 | 1 }) {
  const { model, columns, names } = part;
  const all = endsOf(columns.gains[party]);
  const now = own(model.views.brush, party) ?? all;
  const move = (event: Event) => {
    const next: [number, number] = [...now];
    next[end] = Number((event.currentTarget as HTMLInputElement).value);
    brushed(part, { [party]: end === 0 ? [Math.min(next[0], now[1]), now[1]] : [now[0], Math.max(next[1], now[0])] });
  };
  return (
    <input
      type="range"
      class="print-no"
      min={all[0]}
      max={all[1]}
      step="any"
      value={now[end]}
      aria-label={`${end === 0 ? "Least" : "Most"} gain of ${names.party(party)}`}
      aria-valuetext={numberText(now[end])}
      onInput={move}
    />
  );
}

function Row({ part, party }: { part: Part; party: string }) {
  const [low, high] = own(part.model.views.brush, party) ?? endsOf(part.columns.gains[party]);
  return (
    <div class="brush-row" role="group" aria-label={part.names.party(party)}>
      <PartyName names={part.names} id={party} />
      <Slider part={part} party={party} end={0} />
      <Slider part={part} party={party} end={1} />
      <output>
        {tickText(low)} to {tickText(high)}
      </output>
    </div>
  );
}

export function BrushSliders({ part }: { part: Part }) {
  const { brush } = part.model.views;
  const none = Object.fromEntries(Object.keys(brush).map((party) => [party, null]));
  return (
    <fieldset class={Object.keys(brush).length === 0 ? "brushes print-no" : "brushes"}>
      <legend>Show only outcomes with a gain from … to …</legend>
      {part.columns.parties.map((party) => (
        <Row part={part} party={party} />
      ))}
      <button
        type="button"
        class="small"
        disabled={Object.keys(brush).length === 0}
        onClick={() => brushed(part, none)}
      >
        Show all
      </button>
    </fieldset>
  );
}
