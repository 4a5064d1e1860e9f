// A table that scrolls by itself where it is too wide: then, and only then, it is a stop for the
// keyboard, and its hidden edge fades. A table with the look "stacked" becomes one card for each row on a
// narrow screen; its cells carry the heads as data-label.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { T } from "./text";

interface ScrollProps {
  label: string;
  look?: string;
  children: ComponentChildren;
}

type Overflow = "none" | "high" | "wide";

function overflowOf(element: HTMLElement): Overflow {
  if (element.scrollWidth > element.clientWidth + 1) {
    return "wide";
  }
  return element.scrollHeight > element.clientHeight + 1 ? "high" : "none";
}

export function Scroll({ label, look = "", children }: ScrollProps) {
  const box = useRef<HTMLDivElement>(null);
  const [overflow, setOverflow] = useState<Overflow>("none");
  useEffect(() => {
    const element = box.current;
    if (element === null) {
      return;
    }
    const watch = new ResizeObserver(() => setOverflow(overflowOf(element)));
    watch.observe(element);
    if (element.firstElementChild !== null) {
      watch.observe(element.firstElementChild);
    }
    return () => watch.disconnect();
  }, []);
  const reach = overflow === "none" ? {} : { tabIndex: 0, role: "region" as const, "aria-label": label };
  return (
    <>
      {overflow === "wide" && <p class="note scroll-hint print-no">Wider than the screen: scrolls sideways.</p>}
      <div ref={box} class={`scroll ${look} ${overflow}`} {...reach}>
        {children}
      </div>
    </>
  );
}

interface TableProps {
  label: string;
  /// The cells of the one row of the head.
  head: ComponentChildren;
  children: ComponentChildren;
  look?: string;
}

export function Table({ label, head, children, look }: TableProps) {
  return (
    <Scroll label={label}>
      <table class={look} aria-label={label}>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scroll>
  );
}

/// Heads of columns in words; those of numbers are set to the right.
export function Heads({ texts, numbers = [] }: { texts: string[]; numbers?: number[] }) {
  return (
    <>
      {texts.map((text, at) => (
        <th scope="col" class={numbers.includes(at) ? "num" : ""}>
          <T>{text}</T>
        </th>
      ))}
    </>
  );
}
