// The edited entries as a layer of the case: an open question with the answers "as entered" and "as
// edited", so that nothing of the file is overwritten. Its values are those that the engine read, not the
// text that was typed: a layer is stricter than a command line.

import type { Show } from "../answers/answers";
import { entryAt } from "../case/entry-at";
import { tomlValue } from "../case/settable";
import type { Question } from "../engine/question";
import { ask } from "./asking";
import type { Model } from "./model";
import { commandLine, setsOf, type Scenario } from "./scenario";

/// How the layer is asked, with all else that is supposed.
export function layerLine(scenario: Scenario): string {
  const rest = { ...scenario, sets: {}, movement: null, answers: { ...scenario.answers, "page-edits": "as-edited" } };
  return commandLine("check", rest, ["case.toml", "edits.toml"]);
}

/// The case as it is supposed, with exact numbers.
export function layerQuestion(model: Model): Question {
  return { ...ask(model, "show", { flags: { exact: [] } }), slot: "exact entries for a layer" };
}

/// An entry that is not there any more was taken away by a word, and so it is in a layer.
function valueOf(address: string, typed: string, show: Show): string {
  const entry = entryAt(show, address);
  return (entry && tomlValue(entry)) ?? JSON.stringify(typed.trim());
}

export function editsAsLayer(scenario: Scenario, show: Show): string {
  const edits = Object.entries(setsOf(scenario));
  const lines = edits.map(([address, typed]) => `${JSON.stringify(address)} = ${valueOf(address, typed, show)}`);
  return [
    `# Changes made in a report, as a layer: ${layerLine(scenario)}`,
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
