// One axis for each party, one line for each outcome; for more parties than a plane can show.

import { own } from "../case/own";
import { useRef } from "preact/hooks";
import type { Brush, Columns } from "../case/efficient";
import { endsOf } from "../case/efficient";
import { tickText } from "../case/words";
import { Scroll } from "./table";
import { ordered, useRedraw } from "./canvas";

export interface ParallelProps {
  columns: Columns;
  inside: Uint8Array;
  names: string[];
  picked: number | null;
  brush: Brush;
  /// Null: all of this party's gains again.
  onBrush: (party: string, range: [number, number] | null) => void;
}

/// More lines than this only make a blot.
export const mostLines = 1500;

export function steps(count: number): number {
  return Math.max(1, Math.ceil(count / mostLines));
}

const room = { side: 40, top: 24, bottom: 24 };

export interface Axes {
  /// Of the parties, in their order.
  lefts: number[];
  spans: [number, number][];
  height: number;
}

export function axesOf(columns: Columns, width: number, height: number): Axes {
  const inner = width - 2 * room.side;
  const last = Math.max(columns.parties.length - 1, 1);
  return {
    lefts: columns.parties.map((_, at) => room.side + (at / last) * inner),
    spans: columns.parties.map((party) => endsOf(columns.gains[party])),
    height,
  };
}

export function topOf(axes: Axes, at: number, value: number): number {
  const [low, high] = axes.spans[at] ?? [0, 1];
  return room.top + (1 - (value - low) / (high - low || 1)) * (axes.height - room.top - room.bottom);
}

/// The gain at a height, kept inside the axis.
export function valueAt(axes: Axes, at: number, top: number): number {
  const [low, high] = axes.spans[at] ?? [0, 1];
  const part = 1 - (top - room.top) / (axes.height - room.top - room.bottom);
  return low + Math.min(1, Math.max(0, part)) * (high - low);
}

/// The axis nearest to a place, if one is within reach.
export function axisAt(axes: Axes, left: number, reach = 30): number | null {
  const far = axes.lefts.map((each) => Math.abs(each - left));
  const least = Math.min(...far);
  return least <= reach ? far.indexOf(least) : null;
}

interface Ink {
  on: string;
  off: string;
  picked: string;
  axis: string;
}

function drawLines(pen: CanvasRenderingContext2D, props: ParallelProps, axes: Axes, ink: Ink) {
  const { columns, inside } = props;
  const line = (outcome: number) => {
    pen.beginPath();
    columns.parties.forEach((party, at) => {
      const top = topOf(axes, at, (columns.gains[party] as Float64Array)[outcome] as number);
      at === 0 ? pen.moveTo(axes.lefts[at] ?? 0, top) : pen.lineTo(axes.lefts[at] ?? 0, top);
    });
    pen.stroke();
  };
  const step = steps(columns.count);
  for (const isInside of [0, 1]) {
    pen.strokeStyle = isInside ? ink.on : ink.off;
    pen.globalAlpha = Math.min(0.7, Math.max(0.04, (120 * step) / columns.count));
    for (let at = 0; at < columns.count; at += step) {
      if (inside[at] === isInside) {
        line(at);
      }
    }
  }
  pen.globalAlpha = 1;
  if (props.picked !== null && props.picked < columns.count) {
    pen.strokeStyle = ink.picked;
    pen.lineWidth = 3;
    line(props.picked);
  }
}

function drawAxis(pen: CanvasRenderingContext2D, axes: Axes, at: number, ink: Ink) {
  const left = axes.lefts[at] ?? 0;
  const [low, high] = axes.spans[at] ?? [0, 1];
  pen.strokeStyle = ink.axis;
  pen.lineWidth = 1;
  pen.strokeRect(left, room.top, 0, axes.height - room.top - room.bottom);
  if (low < 0 && high > 0) {
    pen.strokeStyle = ink.picked;
    pen.strokeRect(left - 8, topOf(axes, at, 0), 16, 0);
  }
  pen.fillStyle = ink.picked;
  pen.fillText(tickText(high), left, room.top - 8);
  pen.fillText(tickText(low), left, axes.height - 8);
}

/// The range that is filtered for stands as a frame on its axis.
function drawBrush(pen: CanvasRenderingContext2D, axes: Axes, at: number, range: [number, number], ink: Ink) {
  const [top, foot] = [topOf(axes, at, range[1]), topOf(axes, at, range[0])];
  pen.strokeStyle = ink.picked;
  pen.lineWidth = 2;
  pen.strokeRect((axes.lefts[at] ?? 0) - 7, top, 14, Math.max(foot - top, 2));
}

function draw(canvas: HTMLCanvasElement, props: ParallelProps): Axes {
  const scale = window.devicePixelRatio || 1;
  const width = Math.max(canvas.clientWidth, 200);
  const axes = axesOf(props.columns, width, 300);
  canvas.width = width * scale;
  canvas.height = axes.height * scale;
  const pen = canvas.getContext("2d");
  if (pen === null) {
    return axes;
  }
  const style = getComputedStyle(canvas);
  const of = (name: string) => style.getPropertyValue(name).trim();
  const ink = { on: of("--link"), off: of("--line"), picked: of("--ink"), axis: of("--soft") };
  pen.scale(scale, scale);
  drawLines(pen, props, axes, ink);
  pen.font = "12px system-ui, sans-serif";
  pen.textAlign = "center";
  props.columns.parties.forEach((party, at) => {
    drawAxis(pen, axes, at, ink);
    const range = own(props.brush, party);
    if (range !== undefined) {
      drawBrush(pen, axes, at, range, ink);
    }
  });
  return axes;
}

/// Along an axis a drag filters, and a press takes its filter away.
function useAxisDrag(props: ParallelProps, axes: { current: Axes | null }) {
  const from = useRef<{ axis: number; top: number } | null>(null);
  const down = (event: PointerEvent) => {
    const axis = axes.current && axisAt(axes.current, event.offsetX);
    from.current = axis === null ? null : { axis, top: event.offsetY };
    if (axis !== null) {
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    }
  };
  const up = (event: PointerEvent) => {
    const start = from.current;
    from.current = null;
    const party = props.columns.parties[start?.axis ?? -1];
    if (start === null || axes.current === null || party === undefined) {
      return;
    }
    const isPress = Math.abs(event.offsetY - start.top) < 5;
    const value = (top: number) => valueAt(axes.current as Axes, start.axis, top);
    props.onBrush(party, isPress ? null : ordered(value(start.top), value(event.offsetY)));
  };
  return { down, up, cancel: () => (from.current = null) };
}

export function Parallel(props: ParallelProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const axes = useRef<Axes | null>(null);
  const drag = useAxisDrag(props, axes);
  useRedraw(() => {
    axes.current = canvas.current && draw(canvas.current, props);
  });
  return (
    <Scroll label="One axis for each party">
      <div style={{ minWidth: `${props.names.length * 3.5}rem` }}>
        <canvas
          class="parallel"
          ref={canvas}
          role="img"
          aria-label={`Gains of ${props.names.join(", ")}: one axis each, one line for each outcome.`}
          onPointerDown={drag.down}
          onPointerUp={drag.up}
          onPointerCancel={drag.cancel}
        />
        <ol class="axis-names">
          {props.names.map((name) => (
            <li>
              <bdi dir="auto">{name}</bdi>
            </li>
          ))}
        </ol>
      </div>
    </Scroll>
  );
}
