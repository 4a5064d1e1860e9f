// The one place where the page's state changes: a pure function of the model and an action.

import type { Movement, OptionId } from "../answers/answers";
import type { EngineReply } from "../engine/question";
import { choose, emptyBuilder, put, redo, undo, type Package } from "./builder";
import { firstViews, screens, type Model, type Reply, type Screen, type Views } from "./model";
import type { Page } from "./page";
import { asEntered, type Scenario } from "./scenario";

export type Action =
  | { kind: "go"; screen: Screen }
  | { kind: "view"; views: Partial<Views> }
  | { kind: "started"; key: string; at: number }
  | { kind: "progress"; key: string; part: number }
  | { kind: "replied"; key: string; slot: string; reply: EngineReply; at: number }
  | { kind: "failed"; key: string | null; message: string }
  | { kind: "cancel"; key: string }
  | { kind: "resume"; key: string }
  | { kind: "suppose"; question: string; answer: string | null }
  | { kind: "set"; address: string; value: string | null }
  | { kind: "leave-out"; statement: string; leave: boolean }
  | { kind: "as-of"; date: string | null }
  | { kind: "move"; movement: Movement | null; sets: Record<string, string> }
  | { kind: "reset" }
  | { kind: "choose"; issue: string; option: OptionId | null }
  | { kind: "load"; now: Package }
  | { kind: "undo" }
  | { kind: "redo" }
  | { kind: "say"; text: string };

function embeddedSamples(page: Page): number | undefined {
  return (page.answers["robust"] as { sample?: { readings: number } } | undefined)?.sample?.readings;
}

export function firstModel(page: Page): Model {
  return {
    page,
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
    views: { ...firstViews, seed: page.seed, samples: embeddedSamples(page) ?? firstViews.samples },
    said: "",
  };
}

export function screenNamed(name: string): Screen | null {
  return screens.find((screen) => screen === name) ?? null;
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
    case "move":
      return {
        ...scenario,
        movement: action.movement && { movement: action.movement, sets: action.sets },
      };
    case "reset":
      return asEntered;
    default:
      return scenario;
  }
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
  return {
    ...model,
    running: without(model.running, action.key),
    progress: without(model.progress, action.key),
    failures: without(model.failures, action.key),
    replies: { ...fewer(model), [action.key]: { reply: action.reply, took } },
    latest: { ...model.latest, [action.slot]: action.key },
  };
}

function failed(model: Model, key: string | null, message: string): Model {
  if (key === null) {
    return { ...model, engineProblem: message, running: {} };
  }
  return {
    ...model,
    running: without(model.running, key),
    failures: { ...model.failures, [key]: message },
  };
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
      return { ...model, views: { ...model.views, ...action.views } };
    case "started":
      return { ...model, running: { ...model.running, [action.key]: action.at } };
    case "progress":
      return { ...model, progress: { ...model.progress, [action.key]: action.part } };
    case "replied":
      return replied(model, action);
    case "failed":
      return failed(model, action.key, action.message);
    case "cancel":
      return {
        ...model,
        running: without(model.running, action.key),
        cancelled: { ...model.cancelled, [action.key]: true },
      };
    case "resume":
      return {
        ...model,
        cancelled: without(model.cancelled, action.key),
        failures: without(model.failures, action.key),
      };
    case "say":
      return { ...model, said: action.text };
    case "choose":
    case "load":
    case "undo":
    case "redo":
      return { ...model, builder: build(model, action) };
    default:
      return { ...model, scenario: suppose(model.scenario, action) };
  }
}
