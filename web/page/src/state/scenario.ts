// What the reader supposes. It is told to the engine with every question, and never leaves the page.

import type { Movement } from "../answers/answers";

export interface Scenario {
  asOf: string | null;
  /// Entries changed by the reader, by address, in the order of the changes.
  sets: Record<string, string>;
  /// Statements, or classes of them, that are left out.
  without: string[];
  /// Answers to open questions of the file.
  answers: Record<string, string>;
  /// A movement that the page takes as made, with the entries it sets.
  movement: { movement: Movement; sets: Record<string, string> } | null;
}

export const asEntered: Scenario = { asOf: null, sets: {}, without: [], answers: {}, movement: null };

export function isAsEntered(scenario: Scenario): boolean {
  return countOfChanges(scenario) === 0;
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

/// The flags that say the same on the command line.
export function flagsOf(scenario: Scenario): Record<string, string[]> {
  const sets = pairs({ ...scenario.sets, ...scenario.movement?.sets });
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

export function commandLine(verb: string, scenario: Scenario): string {
  const flags = Object.entries(flagsOf(scenario)).flatMap(([name, values]) =>
    values.map((value) => `--${name} ${quoted(value)}`),
  );
  return ["unbracket", verb, "case.toml", ...flags].join(" ");
}

/// A value of --set as TOML: a range, a number, a list or a word.
function tomlValue(value: string): string {
  const range = /^\s*(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)\s*$/.exec(value);
  if (range) {
    return `[${range[1]}, ${range[2]}]`;
  }
  return /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? value.trim() : JSON.stringify(value.trim());
}

/// The edited entries as a layer of the case: an open question with the answers "as entered" and "as
/// edited", so that nothing of the file is overwritten.
export function editsAsLayer(scenario: Scenario): string {
  const edits = Object.entries({ ...scenario.sets, ...scenario.movement?.sets });
  const lines = edits.map(([address, value]) => `${JSON.stringify(address)} = ${tomlValue(value)}`);
  return [
    "# Changes made in a report, as a layer: unbracket check CASE.toml THIS.toml --answer page-edits=as-edited",
    "unbracket = 1",
    "",
    "[alternative.page-edits]",
    'question = "The entries as they were, or as edited in the report?"',
    "as-entered = {}",
    "",
    "[alternative.page-edits.as-edited]",
    ...lines,
    "",
  ].join("\n");
}
