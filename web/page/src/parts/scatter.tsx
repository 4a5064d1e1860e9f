// Two parties' gains as points on a canvas: a hundred thousand stay smooth, since each is one small
// rectangle, drawn once for every change of what is shown.

import { useRef } from "preact/hooks";
import { endsOf } from "../case/efficient";
import { tickText } from "../case/words";
import { dotRows, ordered, rgb, useRedraw } from "./canvas";

export interface Mark {
  x: [number, number];
  y: [number, number];
  name: string;
  shape: "draft" | "solution" | "package";
}

export interface ScatterProps {
  xs: Float64Array;
  ys: Float64Array;
  /// Points inside the brush; others are drawn faint.
  inside: (at: number) => boolean;
  marks: Mark[];
  xName: string;
  yName: string;
  picked: number | null;
  onPick: (at: number | null) => void;
  onBrush: (x: [number, number] | null, y: [number, number] | null) => void;
}

export interface View {
  width: number;
  height: number;
  x: [number, number];
  y: [number, number];
}

const margin = { left: 46, right: 14, top: 28, bottom: 34 };

function spanOf(values: Float64Array, more: number[]): [number, number] {
  const all = [0, ...endsOf(values), ...more];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = (high - low || 1) * 0.05;
  return [low - room, high + room];
}

export function viewOf(props: Pick<ScatterProps, "xs" | "ys" | "marks">, width: number, height: number): View {
  return {
    width,
    height,
    x: spanOf(
      props.xs,
      props.marks.flatMap((mark) => mark.x),
    ),
    y: spanOf(
      props.ys,
      props.marks.flatMap((mark) => mark.y),
    ),
  };
}

export function toScreen(view: View, x: number, y: number): [number, number] {
  const inner = view.width - margin.left - margin.right;
  const tall = view.height - margin.top - margin.bottom;
  return [
    margin.left + ((x - view.x[0]) / (view.x[1] - view.x[0])) * inner,
    margin.top + (1 - (y - view.y[0]) / (view.y[1] - view.y[0])) * tall,
  ];
}

export function fromScreen(view: View, left: number, top: number): [number, number] {
  const inner = view.width - margin.left - margin.right;
  const tall = view.height - margin.top - margin.bottom;
  return [
    view.x[0] + ((left - margin.left) / inner) * (view.x[1] - view.x[0]),
    view.y[0] + (1 - (top - margin.top) / tall) * (view.y[1] - view.y[0]),
  ];
}

/// Whole steps of 1, 2 or 5 times a power of ten.
export function ticks([low, high]: [number, number], about: number): number[] {
  const raw = (high - low) / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((each) => each * power >= raw) ?? 10) * power;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, at) => (first + at) * step);
}

interface Ink {
  ink: string;
  soft: string;
  line: string;
  point: string;
  mark: string;
  paper: string;
}

function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: of("--ink"),
    soft: of("--soft"),
    line: of("--line"),
    point: of("--link"),
    mark: of("--party-1"),
    paper: of("--sheet"),
  };
}

function drawAxes(pen: CanvasRenderingContext2D, view: View, props: ScatterProps, ink: Ink) {
  pen.font = "12px system-ui, sans-serif";
  pen.strokeStyle = ink.line;
  pen.fillStyle = ink.soft;
  pen.lineWidth = 1;
  pen.textAlign = "center";
  for (const tick of ticks(view.x, 8)) {
    const [left] = toScreen(view, tick, 0);
    pen.strokeRect(left, margin.top, 0, view.height - margin.top - margin.bottom);
    pen.fillText(tickText(tick), left, view.height - margin.bottom + 14);
  }
  pen.textAlign = "right";
  for (const tick of ticks(view.y, 6)) {
    const [, top] = toScreen(view, 0, tick);
    pen.strokeRect(margin.left, top, view.width - margin.left - margin.right, 0);
    pen.fillText(tickText(tick), margin.left - 5, top + 4);
  }
  pen.strokeStyle = ink.ink;
  const [zeroLeft, zeroTop] = toScreen(view, 0, 0);
  pen.strokeRect(zeroLeft, margin.top, 0, view.height - margin.top - margin.bottom);
  pen.strokeRect(margin.left, zeroTop, view.width - margin.left - margin.right, 0);
  pen.fillStyle = ink.ink;
  pen.fillText(`gain of ${props.xName}`, view.width - margin.right, view.height - 4);
  pen.textAlign = "left";
  pen.fillText(`gain of ${props.yName}`, 4, 14);
}

/// Pixels are written directly: for a hundred thousand points a pen is too slow.
function drawPoints(pen: CanvasRenderingContext2D, view: View, props: ScatterProps, ink: Ink) {
  const { xs, ys } = props;
  const scale = pen.canvas.width / view.width; // putImageData knows no scale
  const size = Math.round((xs.length > 20_000 ? 2 : xs.length > 2000 ? 3 : 6) * scale);
  const image = pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  const [zeroLeft, zeroTop] = toScreen(view, 0, 0);
  const [oneLeft, oneTop] = toScreen(view, 1, 1);
  const rows = dotRows(size);
  for (const isInside of [false, true]) {
    const [red, green, blue] = rgb(pen, isInside ? ink.point : ink.line);
    const colour = (255 << 24) | (blue << 16) | (green << 8) | red;
    for (let at = 0; at < xs.length; ++at) {
      if (props.inside(at) !== isInside) {
        continue;
      }
      const middle = Math.round((zeroLeft + (oneLeft - zeroLeft) * (xs[at] as number)) * scale);
      const top = Math.round((zeroTop + (oneTop - zeroTop) * (ys[at] as number)) * scale - size / 2);
      rows.forEach((half, row) => {
        const start = (top + row) * image.width + middle;
        pixels.fill(colour, start - half, start + half);
      });
    }
  }
  pen.putImageData(image, 0, 0);
}

function shapeOf(pen: CanvasRenderingContext2D, shape: Mark["shape"], left: number, top: number) {
  pen.beginPath();
  if (shape === "solution") {
    pen.arc(left, top, 6, 0, 7);
  } else if (shape === "draft") {
    pen.rect(left - 5, top - 5, 10, 10);
  } else {
    pen.moveTo(left, top - 7);
    pen.lineTo(left + 7, top);
    pen.lineTo(left, top + 7);
    pen.lineTo(left - 7, top);
    pen.closePath();
  }
  pen.fill();
  pen.stroke();
}

/// Beside its mark: to the right where there is room, else to the left, else as far left as it takes.
export function labelLeft(mark: number, label: number, width: number): number {
  const left = mark - 10 - label;
  return mark + 10 + label <= width ? mark + 10 : left >= 0 ? left : Math.max(0, width - label);
}

function drawMarks(pen: CanvasRenderingContext2D, view: View, props: ScatterProps, ink: Ink) {
  pen.lineWidth = 1.5;
  pen.textAlign = "left";
  for (const mark of props.marks) {
    const [left, top] = toScreen(view, (mark.x[0] + mark.x[1]) / 2, (mark.y[0] + mark.y[1]) / 2);
    const [low, bottom] = toScreen(view, mark.x[0], mark.y[0]);
    const [high, roof] = toScreen(view, mark.x[1], mark.y[1]);
    pen.strokeStyle = ink.ink;
    pen.setLineDash([4, 3]);
    pen.strokeRect(low, roof, high - low, bottom - roof);
    pen.setLineDash([]);
    pen.fillStyle = mark.shape === "draft" ? ink.paper : ink.mark;
    shapeOf(pen, mark.shape, left, top);
    pen.lineWidth = 4;
    pen.strokeStyle = ink.paper;
    const label = labelLeft(left, pen.measureText(mark.name).width, view.width);
    pen.strokeText(mark.name, label, top + 4);
    pen.lineWidth = 1.5;
    pen.fillStyle = ink.ink;
    pen.fillText(mark.name, label, top + 4);
  }
}

function drawPicked(pen: CanvasRenderingContext2D, view: View, props: ScatterProps, ink: Ink) {
  if (props.picked !== null && props.picked < props.xs.length) {
    const [left, top] = toScreen(view, props.xs[props.picked] as number, props.ys[props.picked] as number);
    pen.strokeStyle = ink.ink;
    pen.lineWidth = 2.5;
    pen.beginPath();
    pen.arc(left, top, 8, 0, 7);
    pen.stroke();
  }
}

export function draw(canvas: HTMLCanvasElement, props: ScatterProps): View {
  const scale = window.devicePixelRatio || 1;
  const width = Math.max(canvas.clientWidth, 200);
  const height = Math.round(Math.min(Math.max(width * 0.62, 260), 520));
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.style.height = `${height}px`;
  const view = viewOf(props, width, height);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen !== null) {
    const ink = inkOf(canvas);
    pen.scale(scale, scale);
    drawAxes(pen, view, props, ink);
    drawPoints(pen, view, props, ink);
    drawMarks(pen, view, props, ink);
    drawPicked(pen, view, props, ink);
  }
  return view;
}

/// The point nearest to a place on the screen, if any lies within reach.
export function pointAt(props: ScatterProps, view: View, left: number, top: number, reach = 12): number | null {
  let best: number | null = null;
  let least = reach * reach;
  for (let at = 0; at < props.xs.length; ++at) {
    const [x, y] = toScreen(view, props.xs[at] as number, props.ys[at] as number);
    const distance = (x - left) ** 2 + (y - top) ** 2;
    if (distance < least && props.inside(at)) {
      least = distance;
      best = at;
    }
  }
  return best;
}

interface Drag {
  down: (event: PointerEvent) => void;
  move: (event: PointerEvent) => void;
  up: (event: PointerEvent) => void;
  cancel: () => void;
}

function placeOf(event: PointerEvent): [number, number] {
  return [event.offsetX, event.offsetY];
}

function showFrame(frame: HTMLElement, one: [number, number], other: [number, number]) {
  frame.style.left = `${Math.min(one[0], other[0])}px`;
  frame.style.top = `${Math.min(one[1], other[1])}px`;
  frame.style.width = `${Math.abs(one[0] - other[0])}px`;
  frame.style.height = `${Math.abs(one[1] - other[1])}px`;
}

/// A short press picks a point, a drag filters.
function useDrag(props: ScatterProps, view: { current: View | null }, frame: { current: HTMLElement | null }): Drag {
  const from = useRef<[number, number] | null>(null);
  const down = (event: PointerEvent) => {
    from.current = placeOf(event);
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    if (from.current && frame.current) {
      showFrame(frame.current, from.current, placeOf(event));
    }
  };
  const up = (event: PointerEvent) => {
    const start = from.current;
    cancel();
    if (start === null || view.current === null) {
      return;
    }
    const [left, top] = placeOf(event);
    if (Math.abs(left - start[0]) < 5 && Math.abs(top - start[1]) < 5) {
      props.onPick(pointAt(props, view.current, left, top));
      return;
    }
    const one = fromScreen(view.current, start[0], start[1]);
    const other = fromScreen(view.current, left, top);
    props.onBrush(ordered(one[0], other[0]), ordered(one[1], other[1]));
  };
  const cancel = () => {
    from.current = null;
    frame.current?.removeAttribute("style");
  };
  return { down, move, up, cancel };
}

export function Scatter(props: ScatterProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<View | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const drag = useDrag(props, view, frame);
  useRedraw(() => {
    view.current = canvas.current && draw(canvas.current, props);
  });
  const label = `${props.xs.length} outcomes: gain of ${props.xName} across, gain of ${props.yName} up. The table below lists them.`;
  return (
    <div class="scatter">
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        onPointerDown={drag.down}
        onPointerMove={drag.move}
        onPointerUp={drag.up}
        onPointerCancel={drag.cancel}
      />
      <div ref={frame} class="brush" aria-hidden="true" />
    </div>
  );
}
