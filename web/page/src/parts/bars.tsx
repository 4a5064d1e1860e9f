// Bars on a party's own scale: each begins at what the party has without agreement and ends at the
// most that it can gain over that. A range is drawn as a range; what lies below the beginning is drawn left of it.

import type { Exact, Party, Range } from "../answers/answers";
import { nearestDouble, pointsText } from "../case/exact";
import type { Names } from "../case/names";
import { at, fallbackEnds, gainAxis } from "../case/scale";
import { ends, rangeText, tickText } from "../case/words";
import { partyColour } from "./party";

interface GainBarProps {
  /// With the no-agreement value as the file has it.
  party: Party;
  /// Over that value.
  gain: Range | null;
  names: Names;
  /// How many points less than that value the party accepts by a movement that is supposed.
  less?: Exact;
}

function Drawn({ axis, gain }: { axis: [number, number]; gain: Range }) {
  const [low, high] = ends(gain);
  const left = at(axis, low);
  const right = at(axis, high);
  // Whatever the ranges leave open it gains or loses that much.
  const sure: [number, number] = low > 0 ? [at(axis, 0), left] : high < 0 ? [right, at(axis, 0)] : [0, 0];
  return (
    <>
      <span class="gain-sure" style={{ left: `${sure[0]}%`, width: `${sure[1] - sure[0]}%` }} />
      <span class="gain-range" style={{ left: `${left}%`, width: `${Math.max(right - left, 0)}%` }} />
      <span class="gain-end" style={{ left: `${left}%` }} />
      <span class="gain-end" style={{ left: `${right}%` }} />
    </>
  );
}

interface EndsProps {
  zero: number;
  basis: string;
  start: string;
  most: string;
}

/// The left end has no mark: it would fit beside some parties and not beside others.
function Ends({ zero, basis, start, most }: EndsProps) {
  return (
    <div class="gain-ends" aria-hidden="true">
      <span class={`entry ${basis} gain-start ${zero > 42 ? "before" : ""}`} style={{ left: `${zero}%` }} title={basis}>
        {start}
      </span>
      <span class="gain-most">{most}</span>
    </div>
  );
}

export function GainBar({ party, gain, names, less = 0 }: GainBarProps) {
  const axis = gainAxis(names.show, party, gain);
  const zero = at(axis, 0);
  const without = fallbackEnds(party);
  const most = `gain ${tickText(axis[1])}`;
  const basis = party.fallback?.basis ?? "";
  const start = `no agreement ${without === null ? "" : rangeText(without)}`.trim();
  const text = gain === null ? "unknown" : rangeText(gain);
  const accepts = nearestDouble(less);
  const below = accepts > 0 ? `, accepts ${pointsText(less)} less` : "";
  return (
    <div
      class="gain"
      role="img"
      aria-label={`${party.name}: gain over no agreement ${text}; from ${start} (${basis || "not entered"})${below}, to at most ${most}`}
      style={{ "--party": partyColour(names.partyAt(party.id)) }}
    >
      <div class="gain-track" aria-hidden="true">
        <span class="gain-scale" style={{ left: `${zero}%` }} />
        {gain !== null && <Drawn axis={axis} gain={gain} />}
        {accepts > 0 && <span class="gain-accepts" style={{ left: `${at(axis, -accepts)}%` }} />}
        <span class="gain-zero" style={{ left: `${zero}%` }} />
      </div>
      <Ends zero={zero} basis={basis} start={start} most={most} />
      {accepts > 0 && (
        <span class="note block" aria-hidden="true">
          The dotted line is where it begins to accept, {pointsText(less)} lower.
        </span>
      )}
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
