// What drawings on a canvas share: they are drawn anew whenever something shows otherwise.

import { useEffect } from "preact/hooks";

const media = ["(prefers-color-scheme: dark)", "print"];

/// After every change of what is drawn, of the window, of light and dark, and for paper.
export function useRedraw(redraw: () => void) {
  useEffect(() => {
    redraw();
    const lists = media.map((query) => window.matchMedia(query));
    window.addEventListener("resize", redraw);
    lists.forEach((list) => list.addEventListener("change", redraw));
    return () => {
      window.removeEventListener("resize", redraw);
      lists.forEach((list) => list.removeEventListener("change", redraw));
    };
  });
}

/// Red, green and blue of any colour that style sheets can write.
export function rgb(pen: CanvasRenderingContext2D, colour: string): [number, number, number] {
  pen.fillStyle = "#808080";
  pen.fillStyle = colour;
  const written = String(pen.fillStyle);
  const digits = /^#([0-9a-f]{6})$/i.exec(written)?.[1];
  if (digits !== undefined) {
    return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) as [number, number, number];
  }
  const [red = 128, green = 128, blue = 128] = (written.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

/// Half the width of a dot in each of its rows of pixels.
export function dotRows(size: number): number[] {
  const radius = size / 2;
  return Array.from({ length: size }, (_, row) =>
    Math.max(1, Math.round(Math.sqrt(Math.max(0, radius * radius - (row + 0.5 - radius) ** 2)))),
  );
}

export function ordered(one: number, other: number): [number, number] {
  return one < other ? [one, other] : [other, one];
}
