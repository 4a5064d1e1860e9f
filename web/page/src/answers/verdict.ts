// Whether there is an agreement, why not, and after which movements: check, why, bridge.

import type { ByParty, Deadline, Exact, ListEnd, Outcome, Proved, Range, UnderMovement, Verdict } from "./common";

export interface OpenQuestion {
  id: string;
  question: string;
  kind: string;
  /// False: no verdict uses its answers, so nothing is known of its effect.
  evaluated: boolean;
  /// Null where the case with that answer is not valid; `problems` says why.
  answers: Record<string, Verdict | null>;
  problems?: Record<string, string>;
  decisive: number;
  of: number;
}

export interface Hinge {
  entry: string;
  tried: [number, number] | null;
  at_low: Verdict | null;
  at_high: Verdict | null;
}

export interface Combination {
  answers: Record<string, string>;
  /// Null where the case with these answers is not valid; `problem` says why.
  verdict: Verdict | null;
  problem?: string;
}

/// What to ask whom; one of question, entry and fallback_of says what it is about.
export interface NextQuestion {
  question: string | null;
  entry: string | null;
  fallback_of: string | null;
  ask: string[];
  text: string;
}

export interface Check extends UnderMovement {
  title: string;
  as_of: string | null;
  digest: string;
  verdict: Verdict;
  reason: string | null;
  contradiction: string | null;
  contradicting_statements: string[] | null;
  outcome: Outcome | null;
  possible_outcome: Outcome | null;
  failing_reading: unknown;
  /// Some number of a party that counts is not known exactly.
  several_readings: boolean;
  surplus: ByParty<Range>;
  count: { outcomes: number | null; sure: number | null; possible: number | null };
  rests_on: string[];
  /// What binds of drafts and weights: ids of statements, addresses of orders.
  rests_on_said: string[];
  rests_on_complete: boolean;
  hinges: Hinge[];
  alternatives: OpenQuestion[];
  /// Null where they are too many.
  combinations: Combination[] | null;
  next: NextQuestion[];
  exclusions: ByParty<{ never: number; not_always: number }>;
  coverage: {
    entries: number;
    own_words: number;
    others_words: number;
    experts: number;
    narrator: number;
    inferred: number;
    assumed: number;
  };
  room: { event: string; date: string | null; absent: string[] } | null;
  proof: { claim: string | null; kind: string | null; nodes: number };
  deadlines: Deadline[];
  notes: { kind: string; names: string[] }[];
}

export interface Conflict {
  entries: string[];
  text: string;
  minimal: boolean;
  members: { entry: string; statements: string[]; outcome_without: Outcome | null }[];
  /// Of a conflict between no-agreement values alone: what is missing at least.
  gap?: { parties: string[]; shortfall: number; proved: string } | null;
}

export interface Why extends UnderMovement {
  verdict: Verdict;
  /// Null where no conflicts were looked for: sticking points are then those that speakers named.
  question: "possible" | "sure" | null;
  conflicts: Conflict[];
  complete: boolean;
  also: { question: "possible" | "sure"; conflicts: Conflict[]; complete: boolean } | null;
  sticking_points: {
    issue: string;
    point: string | null;
    conflicts: number;
    entries: number;
    named_by: string[];
  }[];
}

export interface Move {
  entry: string;
  party: string | null;
  points?: Exact;
  opened?: boolean;
}

export interface Movement {
  moves: Move[];
  burden: ByParty<Exact>;
  outcome: Outcome;
}

export interface Effect {
  best_gain: ByParty<Exact | null>;
  smallest_gain: Exact | null;
  proved: Proved;
}

export interface Bridge extends UnderMovement {
  verdict: Verdict;
  question: string;
  norms_entered: boolean;
  bridges: Movement[];
  /// Parties that may have to accept less by more than their points, however little more.
  or_more: string[];
  complete: boolean;
  list_end: ListEnd;
  openings: Movement[];
  openings_complete: boolean;
  openings_end: ListEnd;
  smallest_largest: (Movement & { proved: Proved }) | null;
  /// Null: no burden of its own is enough, which is proved. `proved` alone: not decided.
  alone: ByParty<(Movement & { proved: Proved }) | { proved: Proved } | null>;
  as_entered: Effect | null;
  effects: Record<string, Effect>;
}
