// Bars on a party's own scale. Zero is what it has without agreement; a range is drawn as a range.

import type { Range } from "../answers/answers";
import { at } from "../case/scale";
import { ends, numberText, rangeText } from "../case/words";
import { partyColour } from "./party";

interface GainBarProps {
  axis: [number, number];
  gain: Range | null;
  place: number;
  label: string;
}

export function GainBar({ axis, gain, place, label }: GainBarProps) {
  const zero = at(axis, 0);
  const [low, high] = gain === null ? [0, 0] : ends(gain);
  const left = at(axis, low);
  const width = Math.max(at(axis, high) - left, 0);
  const text = gain === null ? "unknown" : rangeText(gain);
  return (
    <div
      class="gain"
      role="img"
      aria-label={`${label}: gain over no agreement ${text}`}
      style={{ "--party": partyColour(place) }}
    >
      <div class="gain-track" aria-hidden="true">
        <span class="gain-below" style={{ width: `${zero}%` }} />
        {gain !== null && <span class="gain-range" style={{ left: `${left}%`, width: `${width}%` }} />}
        {gain !== null && <span class="gain-end" style={{ left: `${left}%` }} />}
        {gain !== null && <span class="gain-end" style={{ left: `${at(axis, high)}%` }} />}
        <span class="gain-zero" style={{ left: `${zero}%` }} />
      </div>
      <div class="gain-ends" aria-hidden="true">
        <span>{numberText(axis[0])}</span>
        <span style={{ left: `${zero}%` }} class="gain-zero-text">
          0
        </span>
        <span>{numberText(axis[1])}</span>
      </div>
    </div>
  );
}

/// A plain bar of points from zero to the most that is shown beside it.
export function PointsBar({ points, most, place }: { points: number; most: number; place: number }) {
  return (
    <span class="points" style={{ "--party": partyColour(place) }} aria-hidden="true">
      <span class="points-fill" style={{ width: `${most === 0 ? 0 : (points / most) * 100}%` }} />
    </span>
  );
}

export interface Piece {
  name: string;
  count: number;
  look: string;
}

/// Parts of a whole side by side, each with its own pattern and named below.
export function Pieces({ pieces, of }: { pieces: Piece[]; of: string }) {
  const total = pieces.reduce((sum, piece) => sum + piece.count, 0);
  return (
    <figure class="pieces">
      <div class="pieces-bar" aria-hidden="true">
        {pieces
          .filter((piece) => piece.count > 0)
          .map((piece) => (
            <span class={`piece ${piece.look}`} style={{ flexGrow: piece.count }} />
          ))}
      </div>
      <figcaption>
        {pieces.map((piece) => (
          <span class="piece-name">
            <span class={`piece swatch ${piece.look}`} aria-hidden="true" />
            <b>{piece.count}</b> {piece.name}
          </span>
        ))}
        <span class="piece-total">
          {total} {of}
        </span>
      </figcaption>
    </figure>
  );
}
