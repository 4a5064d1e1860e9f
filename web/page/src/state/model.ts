// All the page knows at one moment. It changes in update.ts and nowhere else.

import type { Problem } from "../answers/answers";
import type { EngineReply, Question } from "../engine/question";
import type { Builder } from "./builder";
import type { Page } from "./page";
import type { Scenario } from "./scenario";

export const screens = [
  "answer",
  "sticking-points",
  "movements",
  "package-builder",
  "frontier",
  "robustness",
  "drafts",
  "timeline",
  "evidence",
  "matrix",
] as const;

export type Screen = (typeof screens)[number];

export const screenTitles: Record<Screen, string> = {
  answer: "Answer",
  "sticking-points": "Sticking points",
  movements: "Movements",
  "package-builder": "Package builder",
  frontier: "Frontier",
  robustness: "Robustness",
  drafts: "Drafts",
  timeline: "Timeline",
  evidence: "Evidence",
  matrix: "Matrix and method",
};

export interface Reply {
  reply: EngineReply;
  /// Milliseconds from the question to the answer.
  took: number;
}

/// An entry that the reader has typed: supposed as soon as the engine takes it, else told why not.
export interface Trial {
  address: string;
  value: string;
  problems: Problem[] | null;
}

/// What is to be kept as a file as soon as the engine has written it.
export interface Saving {
  /// That writes the case.
  question: Question;
  /// Of the file.
  name: string;
  /// Not what the engine wrote, but the certificate of the answer to that case, or a layer made of it.
  wants?: "proof" | "layer" | undefined;
}

/// As it was wished for, with what was supposed then.
export interface AskedSaving extends Saving {
  scenario: Scenario;
}

/// What the reader has chosen to look at, screen by screen.
export interface Views {
  menuOpen: boolean;
  /// Whether digits go to screens.
  keysOn: boolean;
  stickingIssue: string | null;
  builderAsked: "none" | "nearest" | "better";
  axes: [string, string] | null;
  among: "feasible" | "zone";
  brush: Record<string, [number, number]>;
  markedSolutions: string[];
  pickedOutcome: number | null;
  samples: number;
  seed: number;
  draftsShown: [string, string] | null;
  focusDate: string | null;
  evidenceParty: string;
  evidenceKind: string;
  evidenceVoice: "all" | "own" | "others";
  evidenceText: string;
  matrixParty: string;
  matrixBasis: string;
  /// Issues that are unfolded in a matrix too long to be drawn at once.
  matrixOpen: string[];
  /// How much of a long list is drawn, by the name of the list.
  portions: Record<string, number>;
  /// Which dozen of drafts stands side by side; null: the last.
  draftsPage: number | null;
  editing: string | null;
  verifying: boolean;
}

export interface Model {
  page: Page;
  screen: Screen;
  scenario: Scenario;
  replies: Record<string, Reply>;
  /// Key of the last reply for each kind of question (asking.ts).
  latest: Record<string, string>;
  /// Since when a question is worked on, in milliseconds, by its key.
  running: Record<string, number>;
  /// How much of it is done, from 0 to 1, where the engine tells.
  progress: Record<string, number>;
  cancelled: Record<string, true>;
  failures: Record<string, string>;
  /// Why the engine does not run at all, if so; until the reader tries again.
  engineProblem: string | null;
  builder: Builder;
  trial: Trial | null;
  saving: AskedSaving | null;
  /// What was supposed when the whole case was saved last.
  kept: Scenario | null;
  views: Views;
  said: string;
}

/// Outcomes are picked and filtered by their place in a list; neither outlives it.
export function nothingPicked(views: Views): Views {
  return { ...views, brush: {}, pickedOutcome: null };
}

export const firstViews: Views = {
  menuOpen: false,
  keysOn: true,
  stickingIssue: null,
  builderAsked: "none",
  axes: null,
  among: "feasible",
  brush: {},
  markedSolutions: [],
  pickedOutcome: null,
  samples: 1000,
  seed: 1,
  draftsShown: null,
  focusDate: null,
  evidenceParty: "",
  evidenceKind: "",
  evidenceVoice: "all",
  evidenceText: "",
  matrixParty: "",
  matrixBasis: "",
  matrixOpen: [],
  portions: {},
  draftsPage: null,
  editing: null,
  verifying: false,
};
