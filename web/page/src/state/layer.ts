// The edited entries and the movement as a layer of the case: open questions, each with one answer that
// changes nothing, so that nothing of the file is overwritten. Its values are those that the engine read, not the
// text that was typed: a layer is stricter than a command line.

import type { Entry, Show } from "../answers/answers";
import type { Made } from "../case/movement";
import { entryAt } from "../case/entry-at";
import { tomlValue } from "../case/settable";
import type { Question } from "../engine/question";
import { ask } from "./asking";
import type { Model } from "./model";
import { commandLine, type Scenario } from "./scenario";

/// How the layer is asked, with all else that is supposed.
export function layerLine(scenario: Scenario): string {
  const edits: Record<string, string> = Object.keys(scenario.sets).length > 0 ? { "page-edits": "as-edited" } : {};
  const moves: Record<string, string> = scenario.movement === null ? {} : { "page-movement": "made" };
  const rest = { ...scenario, sets: {}, movement: null, answers: { ...scenario.answers, ...edits, ...moves } };
  return commandLine("check", rest, ["case.toml", "edits.toml"]);
}

/// The case as it is supposed, with exact numbers.
export function layerQuestion(model: Model): Question {
  return { ...ask(model, "show", { flags: { exact: [] } }), slot: "exact entries for a layer" };
}

/// What is no entry, as the points of a movement or ratings in place of an order, is told as the engine was
/// told it; an entry that is not there any more was taken away by a word, and so it is in a layer.
function valueOf(address: string, typed: string, show: Show): string {
  const entry = entryAt(show, address);
  const isPlain = /^\{|^\d+(\.\d+)?$/.test(typed);
  return (entry && tomlValue(entry)) ?? (isPlain ? typed : JSON.stringify(typed.trim()));
}

interface Alternative {
  id: string;
  question: string;
  /// Names of the two answers.
  before: string;
  after: string;
  sets: Record<string, string>;
}

function alternativeText({ id, question, before, after, sets }: Alternative, show: Show): string[] {
  const entries = Object.entries(sets);
  return entries.length === 0
    ? []
    : [
        "",
        `[alternative.${id}]`,
        `question = "${question}"`,
        `${before} = {}`,
        "",
        `[alternative.${id}.${after}]`,
        ...entries.map(([address, typed]) => `${JSON.stringify(address)} = ${valueOf(address, typed, show)}`),
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

/// The entries that the reader set, where the movement sets the same anew: as they are without it. Others
/// that it sets are taken as they were typed.
function withoutMoves(show: Show, { movement }: Scenario): Show {
  const isMoved = (entry: Entry) => movement?.sets[entry.entry] !== undefined;
  return {
    ...show,
    limits: show.limits.filter((limit) => !isMoved(limit)),
    rules: show.rules.filter((rule) => !isMoved(rule)),
  };
}

export function editsAsLayer(scenario: Scenario, show: Show): string {
  const edits = {
    id: "page-edits",
    question: "The entries as they were, or as edited in the report?",
    before: "as-entered",
    after: "as-edited",
    sets: scenario.sets,
  };
  const movement = {
    id: "page-movement",
    question: "Is the movement supposed in the report made?",
    before: "not-made",
    after: "made",
    sets: scenario.movement?.sets ?? {},
  };
  return [
    `# Changes made in a report, as a layer: ${layerLine(scenario)}`,
    ...movementComment(scenario.movement),
    "unbracket = 1",
    ...alternativeText(edits, withoutMoves(show, scenario)),
    ...alternativeText(movement, show),
    "",
  ].join("\n");
}
