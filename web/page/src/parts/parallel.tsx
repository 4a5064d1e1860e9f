// One axis for each party, one line for each outcome; for more parties than a plane can show.

import { useEffect, useRef } from "preact/hooks";
import type { Columns } from "../case/efficient";
import { endsOf } from "../case/efficient";
import { numberText } from "../case/words";

interface ParallelProps {
  columns: Columns;
  inside: Uint8Array;
  names: string[];
  picked: number | null;
}

/// More lines than this only make a blot.
export const mostLines = 1500;

export function steps(count: number): number {
  return Math.max(1, Math.ceil(count / mostLines));
}

const room = { side: 40, top: 24, bottom: 24 };

function drawLines(
  pen: CanvasRenderingContext2D,
  props: ParallelProps,
  width: number,
  height: number,
  colours: { on: string; off: string; picked: string },
) {
  const { columns, inside } = props;
  const spans = columns.parties.map((party) => endsOf(columns.gains[party]));
  const left = (at: number) => room.side + (at / Math.max(columns.parties.length - 1, 1)) * (width - 2 * room.side);
  const top = (at: number, value: number) => {
    const [low, high] = spans[at] as [number, number];
    return room.top + (1 - (value - low) / (high - low || 1)) * (height - room.top - room.bottom);
  };
  const line = (outcome: number) => {
    pen.beginPath();
    columns.parties.forEach((party, at) => {
      const place = [left(at), top(at, (columns.gains[party] as Float64Array)[outcome] as number)] as const;
      at === 0 ? pen.moveTo(...place) : pen.lineTo(...place);
    });
    pen.stroke();
  };
  const step = steps(columns.count);
  for (const isInside of [0, 1]) {
    pen.strokeStyle = isInside ? colours.on : colours.off;
    pen.globalAlpha = Math.min(0.7, Math.max(0.04, (120 * step) / columns.count));
    for (let at = 0; at < columns.count; at += step) {
      if (inside[at] === isInside) {
        line(at);
      }
    }
  }
  pen.globalAlpha = 1;
  if (props.picked !== null && props.picked < columns.count) {
    pen.strokeStyle = colours.picked;
    pen.lineWidth = 3;
    line(props.picked);
  }
  return { left, spans, top };
}

function draw(canvas: HTMLCanvasElement, props: ParallelProps) {
  const scale = window.devicePixelRatio || 1;
  const width = Math.max(canvas.clientWidth, 200);
  const height = 300;
  canvas.width = width * scale;
  canvas.height = height * scale;
  const pen = canvas.getContext("2d");
  if (pen === null) {
    return;
  }
  const style = getComputedStyle(canvas);
  const of = (name: string) => style.getPropertyValue(name).trim();
  pen.scale(scale, scale);
  const { left, spans, top } = drawLines(pen, props, width, height, {
    on: of("--link"),
    off: of("--line"),
    picked: of("--ink"),
  });
  pen.font = "12px system-ui, sans-serif";
  pen.textAlign = "center";
  props.columns.parties.forEach((_, at) => {
    pen.strokeStyle = of("--soft");
    pen.lineWidth = 1;
    pen.strokeRect(left(at), room.top, 0, height - room.top - room.bottom);
    const [low, high] = spans[at] as [number, number];
    if (low < 0 && high > 0) {
      pen.strokeStyle = of("--ink");
      pen.strokeRect(left(at) - 8, top(at, 0), 16, 0);
    }
    pen.fillStyle = of("--ink");
    pen.fillText(numberText(high), left(at), room.top - 8);
    pen.fillText(numberText(low), left(at), height - 8);
  });
}

export function Parallel(props: ParallelProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const redraw = () => canvas.current && draw(canvas.current, props);
    redraw();
    window.addEventListener("resize", redraw);
    return () => window.removeEventListener("resize", redraw);
  });
  return (
    <div>
      <canvas
        class="parallel"
        ref={canvas}
        role="img"
        aria-label={`Gains of ${props.names.join(", ")}: one axis each, one line for each outcome.`}
      />
      <ol class="axis-names">
        {props.names.map((name) => (
          <li>
            <bdi dir="auto">{name}</bdi>
          </li>
        ))}
      </ol>
    </div>
  );
}
