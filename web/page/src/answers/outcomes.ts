// What drafts and outcomes mean for each party, and in which sampled readings: score, why of a draft, frontier, robust.

import type { Acceptance, ByParty, OptionId, Outcome, Proved, Range, UnderMovement, Verdict } from "./common";
import type { Hinge } from "./verdict";

export interface Objection {
  kind: string;
  entry: string | null;
  issue?: string;
  option?: OptionId;
  certain: boolean;
  statements?: string[];
}

export interface PartyScore {
  required: boolean;
  counted: boolean;
  accepts: Acceptance;
  surplus: Range | null;
  objections: Objection[];
  costs?: { issue: string; cost: Range }[];
}

export interface DraftScore {
  draft: string;
  agreement: Acceptance;
  completions: number | null;
  /// False: what is left open was not looked at in every combination.
  exact: boolean;
  possibly_proved: boolean;
  broken: Objection[];
  parties: ByParty<PartyScore>;
}

export interface Better {
  exists: boolean;
  outcome?: Outcome;
  changed?: string[];
  gains?: ByParty<Range>;
}

export interface WhyDraft extends DraftScore {
  changes: {
    count: number;
    helpful: { issue: string; to: OptionId; agreement: Acceptance; accepts: ByParty<Acceptance> }[];
  } | null;
  better: { every_reading: Better | null; central_reading: Better | null } | null;
}

export interface EfficientOutcome {
  outcome: Outcome;
  values: ByParty<number>;
  gains: ByParty<number>;
  gain_ranges?: ByParty<Range>;
  alike?: number | null;
}

export interface Solution extends EfficientOutcome {
  definition: string;
  source: string;
  measure: number;
  /// within: nothing measures more than this would with every gain up by the tolerance.
  proved: Proved | "within";
  /// How much more an outcome may measure at most; null where not known.
  gap: number | null;
  /// Whether no other combination that is as good is missing from `ties`.
  all_ties: boolean;
  ties: unknown[];
  warning?: string;
}

export interface Frontier extends UnderMovement {
  among: string;
  reading: string;
  complete: boolean;
  /// Where not complete: nothing is better than a listed outcome by more than this for all at once.
  guarantee: { within: ByParty<number>; spans: ByParty<number>; weak: ByParty<boolean> } | null;
  count: number;
  outcomes: EfficientOutcome[];
  solutions: Record<string, unknown> & {
    acceptable_to_all?: "found" | "empty" | "undecided";
    tolerance?: number;
  };
}

export interface Tally {
  drawn: number;
  share: number;
  interval: [number, number];
}

export interface Robust {
  verdict: Verdict;
  sample: {
    readings: number;
    seed: number;
    given_up: number;
    unknown_options: number;
    doubtful: string[];
    judged: string[];
    unjudged: string[];
  } | null;
  agreement: Tally | null;
  /// Readings whose search was cut, so that nothing is known of them.
  undecided: number;
  outcomes: { outcome: Outcome; acceptable: { all: Tally; parties: ByParty<Tally> } }[];
  drafts: {
    draft: string;
    whatever_its_content?: { all: Tally };
    with_some_content?: { all: Tally };
  }[];
  blocks: ByParty<Tally | null>;
  hinges: Hinge[];
  hinges_complete: boolean;
  swings: { entry: string; range: [number, number] | null; at_low: Tally | null; at_high: Tally | null }[];
  regimes: {
    invented_options: Record<string, OptionId[]>;
    unknown_points: string[];
    without_invented: Tally | null;
    without_unknown: Tally | null;
    without_both: Tally | null;
  } | null;
  voices: {
    kind: string;
    name: string | null;
    party: string | null;
    statements: string[];
    entries: number;
    verdict: Verdict | null;
    problem: string | null;
    agreement: Tally | null;
  }[];
  questions: {
    entry: string | null;
    alternative: string | null;
    ask: string[];
    answers: {
      answer: string | null;
      agreement: Tally | null;
      /// Where it was decided exactly.
      verdict: Verdict | null;
      problem: string | null;
    }[];
  }[];
  /// Somebody stopped it: lists may be short or empty.
  stopped: boolean;
}
