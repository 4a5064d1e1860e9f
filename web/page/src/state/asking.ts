// Asking the engine, and reading what it has answered: embedded answers hold as long as nothing is
// supposed; all others are in the model by the question they answer.

import type { Check, Problem, Problems, Show } from "../answers/answers";
import { asBefore, withSupposed } from "../case/as-before";
import { withReported } from "../case/reported";
import { questionOf, type EngineReply, type Question } from "../engine/question";
import type { Model, Reply } from "./model";
import { asEntered, flagsOf } from "./scenario";

export interface Ask {
  flags?: Record<string, string[]>;
  files?: Record<string, string>;
  /// Operands after the case.
  more?: string[];
  lane?: Question["lane"];
}

/// A verb about the case as the reader supposes it.
export function ask(model: Model, verb: string, ask: Ask = {}): Question {
  return questionOf({
    verb,
    operands: [...model.page.operands, ...(ask.more ?? [])],
    flags: { format: ["json"], ...flagsOf(model.scenario), ...ask.flags },
    files: ask.files ?? {},
    lane: ask.lane ?? "slow",
  });
}

export interface Known<T> {
  /// The answer to exactly this question.
  data: T | null;
  /// That answer, or while it is worked on the one before, to be shown as such.
  latest: T | null;
  question: Question;
  /// What the engine said instead of an answer.
  problem: string | null;
}

/// The engine says what is wrong where the program would: beside the answer, not in it.
export function problemsIn(reply: EngineReply): Problem[] {
  try {
    const { errors } = JSON.parse(reply.remarks) as Partial<Problems>;
    if (errors !== undefined && errors.length > 0) {
      return errors;
    }
  } catch {
    // Not in JSON: said as it stands.
  }
  const what = reply.remarks.trim() || reply.output.trim() || "the engine gave no answer";
  return [{ file: "", line: 0, what, hint: "" }];
}

export function problemText(problems: Problem[]): string {
  return problems.map(({ what, hint }) => [what, hint].filter(Boolean).join(": ")).join("; ");
}

const parsed = new WeakMap<object, unknown>();

type Key = [string, string[], Question["flags"], Question["files"]];

/// The JSON of a reply, read once, with gains told over what parties have without agreement, and entries that
/// are supposed marked so.
function dataOf(key: string, { reply }: Reply): unknown {
  if (!parsed.has(reply)) {
    const [verb, , flags] = JSON.parse(key) as Key;
    const sets = (flags["set"] ?? []).map((pair) => pair.slice(0, pair.indexOf("=")));
    const answer = asBefore(verb, JSON.parse(reply.output));
    parsed.set(reply, verb === "show" && sets.length > 0 ? withSupposed(answer, new Set(sets)) : answer);
  }
  return parsed.get(reply);
}

/// A sample is embedded for one number of readings and one seed.
function isThatSample(answer: unknown, flags: Question["flags"]): boolean {
  const sample = (answer as { sample?: { readings: number; seed: number } } | undefined)?.sample;
  return String(sample?.readings) === flags["samples"]?.[0] && String(sample?.seed) === flags["seed"]?.[0];
}

/// Answers that were embedded hold as long as nothing is supposed.
function embedded(model: Model, question: Question): unknown {
  const answer = model.page.answers[question.verb];
  const { samples: _, seed: __, format: ___, ...others } = question.flags;
  const isSample = question.flags["samples"] !== undefined;
  const isPlain = Object.keys(others).length === 0 && (!isSample || isThatSample(answer, question.flags));
  const hasOnlyCase = question.operands.length === model.page.operands.length;
  const hasNoFiles = Object.keys(question.files).length === 0;
  return isPlain && hasOnlyCase && hasNoFiles ? answer : undefined;
}

/// The last answer to a question of the same kind.
function before<T>(model: Model, question: Question): T | null {
  const key = model.latest[question.slot] ?? "";
  const reply = model.replies[key];
  const plain = question.operands.length === model.page.operands.length ? model.page.answers[question.verb] : null;
  return reply && isAnswer(reply.reply.code) ? (dataOf(key, reply) as T) : ((plain ?? null) as T | null);
}

/// `verify` says no with code 3, and that is an answer.
export function isAnswer(code: number): boolean {
  return code === 0 || code === 3;
}

export function known<T>(model: Model, question: Question): Known<T> {
  const ready = embedded(model, question);
  if (ready !== undefined) {
    return { data: ready as T, latest: ready as T, question, problem: null };
  }
  const reply = model.replies[question.key];
  if (reply && isAnswer(reply.reply.code)) {
    const data = dataOf(question.key, reply) as T;
    return { data, latest: data, question, problem: null };
  }
  const failure = model.failures[question.key] ?? model.engineProblem;
  const problem = reply ? problemText(problemsIn(reply.reply)) : (failure ?? null);
  return { data: null, latest: before<T>(model, question), question, problem };
}

/// Whether the answer that stands meanwhile was worked out for other entries than those now supposed.
export function isOfOtherEntries(model: Model, question: Question): boolean {
  const key = model.latest[question.slot];
  if (key === undefined || model.replies[question.key] !== undefined) {
    return false;
  }
  const [, , flags] = JSON.parse(key) as Key;
  return JSON.stringify(flags) !== JSON.stringify(question.flags);
}

/// The case and the answer as entered: a question that is supposed to be answered stands there alone.
export function enteredShow(model: Model): Show {
  return model.page.answers["show"] as Show;
}

export function enteredCheck(model: Model): Check {
  return model.page.answers["check"] as Check;
}

function latestCheck(model: Model): Check | null {
  return known<Check>(model, ask(model, "check")).latest;
}

/// What a party is said to have cannot all hold: nobody accepts or refuses anything then.
export function contradicts(model: Model): boolean {
  return latestCheck(model)?.verdict === "contradiction";
}

/// Whether the numbers of the case leave more than one reading.
export function hasReadings(model: Model): boolean {
  return (latestCheck(model) ?? enteredCheck(model)).several_readings;
}

/// Everything on the page is named by it, so no search keeps it waiting.
export function showQuestion(model: Model): Question {
  return ask(model, "show", { lane: "quick" });
}

export function withoutMovement(model: Model): Model {
  return { ...model, scenario: { ...model.scenario, movement: null } };
}

export function asHeard(model: Model): Model {
  const { asOf, without } = model.scenario;
  return { ...model, scenario: { ...asEntered, asOf, without } };
}

/// Of the date and without the statements that the reader chose, and with nothing else that is supposed.
export function heardQuestion(model: Model, verb: "check" | "show" | "sources" | "why"): Question {
  const question = ask(asHeard(model), verb, { lane: verb === "show" ? "quick" : "slow" });
  // No answer that anything else on the page would show while it waits for its own.
  return { ...question, slot: `${verb} as heard` };
}

/// The case as printed for reading, or as it was before the last change while the engine works.
export function showOf(model: Model): Show {
  const now = known<Show>(model, showQuestion(model)).latest ?? enteredShow(model);
  return withReported(now, known<Show>(model, heardQuestion(model, "show")).latest ?? enteredShow(model));
}
