// The edited entries and the movement as a layer of the case: open questions, each with one answer that
// changes nothing, so that nothing of the file is overwritten. Its values are those that the engine read, not the
// text that was typed: a layer is stricter than a command line.

import type { Show } from "../answers/answers";
import type { Made } from "../case/movement";
import { entryAt } from "../case/entry-at";
import { tomlValue } from "../case/settable";
import type { Question } from "../engine/question";
import { ask, withoutMovement } from "./asking";
import type { Model } from "./model";
import { commandLine, type Scenario } from "./scenario";

/// How the layer is asked, with all else that is supposed.
export function layerLine(scenario: Scenario): string {
  const edits: Record<string, string> = Object.keys(scenario.sets).length > 0 ? { "page-edits": "as-edited" } : {};
  const moves: Record<string, string> = scenario.movement === null ? {} : { "page-movement": "made" };
  const rest = { ...scenario, sets: {}, movement: null, answers: { ...scenario.answers, ...edits, ...moves } };
  return commandLine("check", rest, ["case.toml", "edits.toml"]);
}

/// The case as it is edited, with exact numbers and without the movement, which may set the same entries anew.
export function layerQuestion(model: Model): Question {
  return { ...ask(withoutMovement(model), "show", { flags: { exact: [] } }), slot: "exact entries for a layer" };
}

/// As the engine was told it.
function toldValue(typed: string): string {
  return /^\{|^-?\d+(\.\d+)?$/.test(typed) ? typed : JSON.stringify(typed.trim());
}

/// What is no entry, as ratings in place of an order, is told as the engine was told it; an entry that is not
/// there any more was taken away by a word, and so it is in a layer.
function editedValue(address: string, typed: string, show: Show): string {
  const entry = entryAt(show, address);
  return (entry && tomlValue(entry)) ?? toldValue(typed);
}

interface Alternative {
  id: string;
  question: string;
  /// Names of the two answers.
  before: string;
  after: string;
  /// By address, as a layer has them.
  values: [string, string][];
}

function alternativeText({ id, question, before, after, values }: Alternative): string[] {
  return values.length === 0
    ? []
    : [
        "",
        `[alternative.${id}]`,
        `question = "${question}"`,
        `${before} = {}`,
        "",
        `[alternative.${id}.${after}]`,
        ...values.map(([address, value]) => `${JSON.stringify(address)} = ${value}`),
      ];
}

/// At the head of a file that holds a movement.
export function movementComment(movement: Made | null): string[] {
  if (movement === null) {
    return [];
  }
  // What a case names may hold anything; a comment ends with its line.
  const name = movement.name.replace(/[\u0000-\u001f\u007f]+/g, " ");
  return [`# By a movement supposed in a report: ${name}.`];
}

/// `show`: what layerQuestion asks for.
export function editsAsLayer(scenario: Scenario, show: Show): string {
  const valuesOf = (sets: Record<string, string>, of: (address: string, typed: string) => string) =>
    Object.entries(sets).map(([address, typed]): [string, string] => [address, of(address, typed)]);
  const edits = {
    id: "page-edits",
    question: "The entries as they were, or as edited in the report?",
    before: "as-entered",
    after: "as-edited",
    values: valuesOf(scenario.sets, (address, typed) => editedValue(address, typed, show)),
  };
  const movement = {
    id: "page-movement",
    question: "Is the movement supposed in the report made?",
    before: "not-made",
    after: "made",
    values: valuesOf(scenario.movement?.sets ?? {}, (_, typed) => toldValue(typed)),
  };
  return [
    `# Changes made in a report, as a layer: ${layerLine(scenario)}`,
    ...movementComment(scenario.movement),
    "unbracket = 1",
    ...alternativeText(edits),
    ...alternativeText(movement),
    "",
  ].join("\n");
}
