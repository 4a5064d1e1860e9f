// What was said and what happened when, and how drafts and steps follow each other: sources, timeline, diff, steps.

import type { Entry } from "./case";
import type { Acceptance, ByParty, Condition, Content, Deadline, Range, Verdict } from "./common";

export interface Statement {
  id: string;
  who: string;
  person: string | null;
  speaks_for: string | null;
  attribution: string;
  speaker: string;
  about: string[];
  date: string | null;
  place: string | null;
  source: string | null;
  via: string | null;
  kind: string;
  claim: string;
  condition: string | null;
  horizon: string | null;
  own_strength: boolean;
  supports: string[];
  suggests: string[];
  superseded: boolean;
  contradicted: boolean;
}

export interface Pair {
  first: string;
  second: string;
  one_voice: boolean;
}

export interface Quantity {
  id: string;
  title: string;
  unit: string | null;
  issue: string | null;
  conflict: boolean;
  claims: { said: string; value: string; from: string | null; standing: string }[];
}

export interface Sources {
  statements: Statement[];
  voices: string[][];
  contradictions: Pair[];
  differences: Pair[];
  relayed: { statement: string; chain: string[]; stance_to_it: string | null }[];
  quantities: Quantity[];
}

export interface Occurrence {
  kind: string;
  id: string;
  text: string;
}

export interface Trend {
  party: string;
  without_agreement: Range | null;
  as_draft: string | null;
  levers: {
    id: string;
    title: string;
    by: string | null;
    through: string | null;
    direction: string | null;
    points: Range | null;
  }[];
  best: { sure: number | null; possible: number | null } | null;
}

export interface TimelineDate {
  date: string;
  read: boolean;
  occurrences: Occurrence[];
  entries: { entry: string; change: string; before: Entry | null; after: Entry | null }[];
  verdict: Verdict | null;
  trend: Trend[] | null;
}

export interface Timeline {
  as_of: string | null;
  entered_ahead_after: string | null;
  before: { standing: { verdict: Verdict } | null; trend: Trend[] } | null;
  dates: TimelineDate[];
  undated: Occurrence[];
  deadlines: Deadline[];
}

export interface PartyGain {
  gain: Range | null;
  past_red_line_before: boolean;
  past_red_line_after: boolean;
}

export interface DiffDrafts {
  before: string;
  after: string;
  point_count_before: number | null;
  point_count_after: number | null;
  issues: {
    issue: string;
    change: string;
    wording_only: boolean;
    before: Content[string];
    after: Content[string];
    gains: ByParty<PartyGain>;
  }[];
  points: {
    point: string;
    change: string;
    number_before: string | null;
    number_after: string | null;
    merged_into: string | null;
  }[];
  other_points: { number: string; change: string; merged_into: string | null }[];
  totals: ByParty<PartyGain>;
}

export interface StepSide {
  options: Condition | null;
  object: string | null;
}

export interface Step {
  number: number;
  title: string | null;
  demanded_by: string | null;
  said: string[];
  first: StepSide;
  then: StepSide;
  can_hold_both: boolean;
  goes_first: string[];
  after_first: { exact: boolean; parties: ByParty<{ surplus: Range | null; accepts: Acceptance }> } | null;
}

export interface Steps {
  steps: Step[];
  conflicts: number[][];
  conflicts_complete: boolean;
  verdict_without_steps: Verdict;
  verdicts: { object: string | null; verdict: Verdict }[];
}
