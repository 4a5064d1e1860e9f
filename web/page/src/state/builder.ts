// The package being put together: one option, or none yet, for every issue, and what was before.

import type { Content, OptionId, Outcome } from "../answers/answers";

export type Package = Record<string, OptionId | null>;

export interface Builder {
  past: Package[];
  now: Package;
  future: Package[];
}

const stepsKept = 200;

export const emptyBuilder: Builder = { past: [], now: {}, future: [] };

export function put(builder: Builder, next: Package): Builder {
  if (JSON.stringify(next) === JSON.stringify(builder.now)) {
    return builder;
  }
  return { past: [...builder.past, builder.now].slice(-stepsKept), now: next, future: [] };
}

export function choose(builder: Builder, issue: string, option: OptionId | null): Builder {
  return put(builder, { ...builder.now, [issue]: option });
}

export function undo(builder: Builder): Builder {
  const last = builder.past.at(-1);
  return last === undefined
    ? builder
    : { past: builder.past.slice(0, -1), now: last, future: [builder.now, ...builder.future] };
}

export function redo(builder: Builder): Builder {
  const [next, ...rest] = builder.future;
  return next === undefined ? builder : { past: [...builder.past, builder.now], now: next, future: rest };
}

/// What a draft settles; where it leaves something open the package does too.
export function packageOf(content: Content): Package {
  const settled = Object.entries(content).map(([issue, value]) => [issue, Array.isArray(value) ? null : value]);
  return Object.fromEntries(settled) as Package;
}

export function settledOf(now: Package): Outcome {
  return Object.fromEntries(Object.entries(now).filter(([, option]) => option !== null)) as Outcome;
}

export function tomlOption(option: OptionId): string {
  return typeof option === "number" ? String(option) : JSON.stringify(option);
}

function tomlSet(outcome: Outcome): string {
  const parts = Object.entries(outcome).map(([issue, option]) => `${JSON.stringify(issue)} = ${tomlOption(option)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

/// An id that no draft of the case has.
export function draftId(taken: string[]): string {
  let id = "package";
  for (let number = 2; taken.includes(id); ++number) {
    id = `package-${number}`;
  }
  return id;
}

/// The package as a table of a case file.
export function draftTable(id: string, now: Package): string {
  return `[draft.${id}]\ntitle = "Package built in a report"\nset = ${tomlSet(settledOf(now))}\n`;
}

/// The package as a layer of its own, to be given beside the case.
export function draftLayer(id: string, now: Package): string {
  return `unbracket = 1\n\n${draftTable(id, now)}`;
}

export function draftLayerJson(id: string, now: Package): string {
  const draft = { title: "Package built in a report", set: settledOf(now) };
  return `${JSON.stringify({ unbracket: 1, draft: { [id]: draft } }, null, 2)}\n`;
}
