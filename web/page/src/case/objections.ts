// Why a party does not accept a text, in words.

import type { Objection, OptionId } from "../answers/answers";
import { lessOf } from "./movement";
import type { Names } from "./names";

export interface Reason {
  text: string;
  /// In every reading, and whatever is still open.
  certain: boolean;
  /// What it rests on.
  entries: string[];
}

function optionText(objection: Objection, options: OptionId[], names: Names): string {
  const issue = objection.issue ?? "";
  return `${names.issue(issue)}: ${names.value(issue, options)}`;
}

function reasonText(objection: Objection, options: OptionId[], names: Names): string {
  switch (objection.kind) {
    case "value":
      return Object.keys(lessOf(names.show)).some((party) => objection.entry === `fallback.${party}`)
        ? "less than it accepts by the movement supposed"
        : "less than it has without agreement";
    case "red_line":
      return `past a red line – ${optionText(objection, options, names)}`;
    case "unknown_option":
      return `what it makes of this is unknown – ${optionText(objection, options, names)}`;
    case "intent":
      return "it may not seek an agreement";
    default:
      return `breaks ${objection.entry === null ? `a ${objection.kind}` : names.entry(objection.entry)}`;
  }
}

function sameKind(one: Objection, other: Objection): boolean {
  return (
    one.issue !== undefined && one.kind === other.kind && one.issue === other.issue && one.certain === other.certain
  );
}

/// Certain reasons first; options of one issue that meet the same objection together.
export function reasonsOf(objections: Objection[], names: Names): Reason[] {
  const groups: Objection[][] = [];
  for (const objection of objections) {
    const group = groups.find((each) => sameKind(each[0] as Objection, objection));
    if (group) {
      group.push(objection);
    } else {
      groups.push([objection]);
    }
  }
  return groups
    .map((group) => {
      const first = group[0] as Objection;
      const options = group.flatMap((each) => (each.option === undefined ? [] : [each.option]));
      const entries = group.flatMap((each) => (each.entry === null ? [] : [each.entry]));
      return { text: reasonText(first, options, names), certain: first.certain, entries: [...new Set(entries)] };
    })
    .sort((one, other) => Number(other.certain) - Number(one.certain));
}
