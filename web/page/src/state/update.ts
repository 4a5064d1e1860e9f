// The one place where the page's state changes: a pure function of the model and an action.

import type { OptionId } from "../answers/answers";
import type { Made } from "../case/movement";
import type { EngineReply, Question } from "../engine/question";
import { choose, emptyBuilder, put, redo, undo, type Package } from "./builder";
import { firstViews, nothingPicked, type Model, type Reply, type Saving, type Screen, type Views } from "./model";
import type { Page } from "./page";
import { asEntered, movementGone, type Scenario } from "./scenario";
import { settled, tried } from "./trial";
import { asBefore } from "../case/as-before";

export type Action =
  | { kind: "go"; screen: Screen }
  | { kind: "view"; views: Partial<Views> }
  | { kind: "started"; key: string; at: number }
  | { kind: "progress"; key: string; part: number }
  | { kind: "replied"; key: string; slot: string; reply: EngineReply; at: number }
  | { kind: "failed"; key: string | null; message: string }
  | { kind: "dropped"; key: string }
  | { kind: "cancel"; key: string }
  | { kind: "resume"; key: string }
  | { kind: "suppose"; question: string; answer: string | null }
  | { kind: "set"; address: string; value: string | null }
  | { kind: "leave-out"; statement: string; leave: boolean }
  | { kind: "as-of"; date: string | null }
  | { kind: "move"; made: Made | null }
  | { kind: "try"; address: string; value: string }
  | { kind: "save"; saving: Saving }
  | { kind: "saved"; text: string }
  | { kind: "reset" }
  | { kind: "choose"; issue: string; option: OptionId | null }
  | { kind: "load"; now: Package }
  | { kind: "undo" }
  | { kind: "redo" }
  | { kind: "say"; text: string };

function embeddedSamples(page: Page): number | undefined {
  return (page.answers["robust"] as { sample?: { readings: number } } | undefined)?.sample?.readings;
}

/// The file may suppose a movement itself: its answers are told as those under one that is taken as made.
function told(page: Page): Page {
  const answers = Object.entries(page.answers).map(([verb, answer]) => [verb, asBefore(verb, answer)]);
  return { ...page, answers: Object.fromEntries(answers) };
}

export function firstModel(page: Page): Model {
  return {
    page: told(page),
    screen: "answer",
    scenario: asEntered,
    replies: {},
    latest: {},
    running: {},
    progress: {},
    cancelled: {},
    failures: {},
    engineProblem: null,
    builder: emptyBuilder,
    trial: null,
    saving: null,
    kept: null,
    views: { ...firstViews, seed: page.seed, samples: embeddedSamples(page) ?? firstViews.samples },
    said: "",
  };
}

function without<T>(values: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _, ...rest } = values;
  return rest;
}

function withOrWithout(values: Record<string, string>, key: string, value: string | null): Record<string, string> {
  return value === null ? without(values, key) : { ...values, [key]: value };
}

function suppose(scenario: Scenario, action: Action): Scenario {
  switch (action.kind) {
    case "suppose":
      return { ...scenario, answers: withOrWithout(scenario.answers, action.question, action.answer) };
    case "set":
      return { ...scenario, sets: withOrWithout(scenario.sets, action.address, action.value) };
    case "leave-out": {
      const rest = scenario.without.filter((statement) => statement !== action.statement);
      return { ...scenario, without: action.leave ? [...rest, action.statement] : rest };
    }
    case "as-of":
      return { ...scenario, asOf: action.date };
    case "reset":
      return asEntered;
    default:
      return scenario;
  }
}

/// Movements are worked out for one case, and none outlives it.
function supposed(model: Model, action: Action): Model {
  const scenario =
    action.kind === "move"
      ? { ...model.scenario, movement: action.made }
      : { ...suppose(model.scenario, action), movement: null };
  const isGone = model.scenario.movement !== null && action.kind !== "move" && action.kind !== "reset";
  return {
    ...model,
    scenario,
    said: isGone ? movementGone : model.said,
    views: nothingPicked(model.views),
  };
}

const mostReplies = 200;

/// A long session must not fill the memory: the oldest replies go, but for those on show.
function fewer(model: Model): Model["replies"] {
  const keys = Object.keys(model.replies);
  if (keys.length < mostReplies) {
    return model.replies;
  }
  const shown = new Set(Object.values(model.latest));
  const kept = keys.filter((key, at) => at >= mostReplies / 2 || shown.has(key));
  return Object.fromEntries(kept.map((key) => [key, model.replies[key] as Reply]));
}

function replied(model: Model, action: Extract<Action, { kind: "replied" }>): Model {
  const took = action.at - (model.running[action.key] ?? action.at);
  const reply: Reply = { reply: action.reply, took };
  return settled({
    ...model,
    ...workEnded(model, action.key),
    failures: without(model.failures, action.key),
    replies: { ...fewer(model), [action.key]: reply },
    latest: { ...model.latest, [action.slot]: action.key },
    views: action.slot === frontierSlot(model) ? nothingPicked(model.views) : model.views,
  });
}

function frontierSlot({ page }: Model): string {
  return ["frontier", ...page.operands].join(" ");
}

/// Neither since when it is worked on nor how much is done is known of a question that is not worked on.
function workEnded(model: Model, key: string): Pick<Model, "running" | "progress"> {
  return { running: without(model.running, key), progress: without(model.progress, key) };
}

/// How the engine fares with a question.
function worked(model: Model, action: Extract<Action, { kind: "started" | "progress" | "dropped" }>): Partial<Model> {
  switch (action.kind) {
    case "started":
      return { running: { ...model.running, [action.key]: action.at } };
    case "progress":
      return { progress: { ...model.progress, [action.key]: action.part } };
    case "dropped":
      return workEnded(model, action.key);
  }
}

function failed(model: Model, key: string | null, message: string): Model {
  if (key === null) {
    return { ...model, engineProblem: message, running: {}, progress: {} };
  }
  return settled({
    ...model,
    ...workEnded(model, key),
    failures: { ...model.failures, [key]: message },
  });
}

/// The size and seed of the last sample that is there.
function lastSample(model: Model): Pick<Views, "samples" | "seed"> | null {
  const key = model.latest[["robust", ...model.page.operands].join(" ")];
  if (key !== undefined) {
    const flags = (JSON.parse(key) as [unknown, unknown, Question["flags"]])[2];
    return { samples: Number(flags["samples"]?.[0]), seed: Number(flags["seed"]?.[0]) };
  }
  const samples = embeddedSamples(model.page);
  return samples === undefined ? null : { samples, seed: model.page.seed };
}

/// A sample that is cancelled leaves the one before it on show.
function cancelled(model: Model, key: string): Model {
  const ended = { ...model, ...workEnded(model, key) };
  const last = key.startsWith('["robust"') ? lastSample(model) : null;
  return last === null
    ? { ...ended, cancelled: { ...model.cancelled, [key]: true } }
    : { ...ended, views: { ...model.views, ...last } };
}

/// Asked anew, whatever was said to it before.
function resumed(model: Model, key: string): Model {
  return {
    ...model,
    cancelled: without(model.cancelled, key),
    failures: without(model.failures, key),
    replies: without(model.replies, key),
    engineProblem: null,
  };
}

/// Only the whole case holds everything that is supposed.
function saved(model: Model, text: string): Model {
  const kept = model.saving?.wants === undefined ? model.saving?.scenario : null;
  return { ...model, saving: null, said: text, kept: kept ?? model.kept };
}

function build(model: Model, action: Action): Model["builder"] {
  switch (action.kind) {
    case "choose":
      return choose(model.builder, action.issue, action.option);
    case "load":
      return put(model.builder, action.now);
    case "undo":
      return undo(model.builder);
    case "redo":
      return redo(model.builder);
    default:
      return model.builder;
  }
}

export function update(model: Model, action: Action): Model {
  switch (action.kind) {
    case "go":
      return { ...model, screen: action.screen, views: { ...model.views, menuOpen: false } };
    case "view":
      return {
        ...model,
        // Another entry is not the one that was refused.
        trial: action.views.editing === undefined ? model.trial : null,
        views: { ...model.views, ...action.views },
      };
    case "started":
    case "progress":
    case "dropped":
      return { ...model, ...worked(model, action) };
    case "replied":
      return replied(model, action);
    case "failed":
      return failed(model, action.key, action.message);
    case "cancel":
      return cancelled(model, action.key);
    case "resume":
      return resumed(model, action.key);
    case "try":
      return tried(model, action.address, action.value);
    case "save":
      return { ...model, saving: { ...action.saving, scenario: model.scenario } };
    case "saved":
      return saved(model, action.text);
    case "say":
      return { ...model, said: action.text };
    case "choose":
    case "load":
    case "undo":
    case "redo":
      return { ...model, builder: build(model, action) };
    default:
      return supposed(model, action);
  }
}
