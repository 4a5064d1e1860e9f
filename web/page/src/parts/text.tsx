// Text that somebody else wrote: as text alone, in its own direction.

import type { ComponentChildren } from "preact";

export function T({ children }: { children: ComponentChildren }) {
  return <bdi dir="auto">{children}</bdi>;
}

export function Section(props: { id: string; title: string; note?: string | undefined; children: ComponentChildren }) {
  return (
    <section class="part" aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`} tabIndex={-1}>
        {props.title}
      </h2>
      {props.note && <p class="note">{props.note}</p>}
      {props.children}
    </section>
  );
}

export function Hint({ children }: { children: ComponentChildren }) {
  return <p class="hint">{children}</p>;
}

export const readingText = "A reading is one choice of numbers inside the ranges entered.";
