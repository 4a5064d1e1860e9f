// What moves the share of readings with an agreement: each entry at either end of its own range.

import type { Robust, Tally } from "../answers/answers";
import { at } from "../case/scale";
import { isStillAt } from "../case/still";
import { counted, rangeText, shareText } from "../case/words";
import { EntryName } from "./entry-basis";
import type { ScreenProps } from "./props";

type NamesAndModel = Pick<ScreenProps, "names" | "model">;

type Swing = Robust["swings"][number] & { at_low: Tally; at_high: Tally };

function isDrawn(swing: Robust["swings"][number]): swing is Swing {
  return swing.at_low !== null && swing.at_high !== null;
}

/// From the lowest to the highest share, in whole steps of 5 percent, so that small differences show.
function axisOf(swings: Swing[]): [number, number] {
  const shares = swings.flatMap((swing) => [swing.at_low.share, swing.at_high.share]);
  const low = Math.floor(Math.min(...shares) * 20) / 20;
  const high = Math.ceil(Math.max(...shares) * 20) / 20;
  return low === high ? [Math.max(0, low - 0.05), Math.min(1, high + 0.05)] : [low, high];
}

/// Where the share goes when one entry sits at either end of its range.
interface SwingProps extends NamesAndModel {
  swing: Swing;
  axis: [number, number];
  middle: number;
}

function SwingRow({ swing, axis, middle, names, model }: SwingProps) {
  const [low, high] = [at(axis, swing.at_low.share), at(axis, swing.at_high.share)];
  return (
    <li>
      <span class="tornado-name">
        <EntryName address={swing.entry} names={names} model={model} />
        {swing.range && <span class="note"> {rangeText(swing.range)}</span>}
      </span>
      <span class="tornado-bar" aria-hidden="true">
        <span class="tornado-span" style={{ left: `${Math.min(low, high)}%`, width: `${Math.abs(high - low)}%` }} />
        <span class="tornado-middle" style={{ left: `${at(axis, middle)}%` }} />
        <span class="tornado-low" style={{ left: `${low}%` }} />
      </span>
      <span class="note tornado-text">
        {shareText(swing.at_low)} at its low end, {shareText(swing.at_high)} at its high end
      </span>
    </li>
  );
}

const firstRows = 10;

export function Tornado({ robust, names, model }: NamesAndModel & { robust: Robust }) {
  const swings = robust.swings.filter(isDrawn);
  if (swings.length === 0) {
    return <p>No entry has a range, so none moves the share.</p>;
  }
  if (isStillAt(swings, robust.agreement)) {
    return (
      <p>
        Nothing moves the share: with any entry at either end of its own range it stays {shareText(robust.agreement)} in
        this sample.
      </p>
    );
  }
  const axis = axisOf(swings);
  const rows = (some: Swing[]) =>
    some.map((swing) => (
      <SwingRow swing={swing} axis={axis} middle={robust.agreement?.share ?? 0} names={names} model={model} />
    ));
  return (
    <>
      <ul class="tornado">
        <li aria-hidden="true">
          <span />
          <span class="tornado-axis">
            <span>{Math.round(axis[0] * 100)} %</span>
            <span>{Math.round(axis[1] * 100)} %</span>
          </span>
        </li>
        {rows(swings.slice(0, firstRows))}
      </ul>
      {swings.length > firstRows && (
        <details>
          <summary>{counted(swings.length - firstRows, "entry moves", "entries move")} it less</summary>
          <ul class="tornado">{rows(swings.slice(firstRows))}</ul>
        </details>
      )}
    </>
  );
}
