// A table that scrolls by itself where it is too wide, reachable by keyboard.

import type { ComponentChildren } from "preact";
import { T } from "./text";

interface TableProps {
  label: string;
  /// The cells of the one row of the head.
  head: ComponentChildren;
  children: ComponentChildren;
  look?: string;
}

export function Table({ label, head, children, look }: TableProps) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      <table class={look}>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
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
