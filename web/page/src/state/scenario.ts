// What the reader supposes. It is told to the engine with every question, and never leaves the page.

import type { Made } from "../case/movement";

export interface Scenario {
  asOf: string | null;
  /// Entries changed by the reader, by address, in the order of the changes.
  sets: Record<string, string>;
  /// Statements, or classes of them, that are left out.
  without: string[];
  /// Answers to open questions of the file.
  answers: Record<string, string>;
  /// A movement that the page takes as made. It was worked out for the other suppositions as they are,
  /// so it goes with any change of them.
  movement: Made | null;
}

export const asEntered: Scenario = { asOf: null, sets: {}, without: [], answers: {}, movement: null };

export const movementGone = "The movement is taken back: it was worked out for the case before this change.";

export function isAsEntered(scenario: Scenario): boolean {
  return countOfChanges(scenario) === 0;
}

/// Whether more is supposed than the file says itself, on any date.
export function isSupposed(scenario: Scenario): boolean {
  return countOfChanges({ ...scenario, asOf: null }) > 0;
}

export function countOfChanges(scenario: Scenario): number {
  return (
    Number(scenario.asOf !== null) +
    Object.keys(scenario.sets).length +
    scenario.without.length +
    Object.keys(scenario.answers).length +
    Number(scenario.movement !== null)
  );
}

function pairs(values: Record<string, string>): string[] {
  return Object.entries(values).map(([name, value]) => `${name}=${value}`);
}

export function setsOf(scenario: Scenario): Record<string, string> {
  return { ...scenario.sets, ...scenario.movement?.sets };
}

/// The flags that say the same on the command line.
export function flagsOf(scenario: Scenario): Record<string, string[]> {
  const sets = pairs(setsOf(scenario));
  const answers = pairs(scenario.answers);
  return {
    ...(scenario.asOf === null ? {} : { "as-of": [scenario.asOf] }),
    ...(sets.length === 0 ? {} : { set: sets }),
    ...(scenario.without.length === 0 ? {} : { without: scenario.without }),
    ...(answers.length === 0 ? {} : { answer: answers }),
  };
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

export function commandLine(verb: string, scenario: Scenario, files = ["case.toml"]): string {
  const flags = Object.entries(flagsOf(scenario)).flatMap(([name, values]) =>
    values.map((value) => `--${name} ${quoted(value)}`),
  );
  return ["unbracket", verb, ...files, ...flags].join(" ");
}

/// A range as people write it, as the engine reads it: 20-60, 20 to 60 and 20 – 60 are 20..60.
export function typedValue(text: string): string {
  const number = String.raw`[-\u2212]?\d+(?:\.\d+)?`;
  const range = new RegExp(`^\\s*(${number})\\s*(?:\\.\\.|-|\\u2013|to)\\s*(${number})\\s*$`).exec(text);
  return (range ? `${range[1]}..${range[2]}` : text.trim()).replaceAll("\u2212", "-");
}
