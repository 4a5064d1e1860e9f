// The JSON that the verbs print, as far as the page reads it; docs/schema/ has all of it.

export type OptionId = string | number;
export type Outcome = Record<string, OptionId>;
/// What a draft or a half-built package sets: an option, several possible ones, or not known.
export type Content = Record<string, OptionId | OptionId[] | null>;
export type Range = number | [number, number];
export type Verdict = "agreement" | "no_agreement" | "depends" | "undecided" | "contradiction";
export type Acceptance = "surely" | "possibly" | "never" | "not_known";
export type Basis = "reported" | "inferred" | "assumed";
export type ByParty<T> = Record<string, T>;

export interface Entry {
  entry: string;
  value: unknown;
  text: string;
  basis: Basis;
  firmness: string | null;
  trend?: string | null;
  worth_if_opened?: string | null;
}

export interface Party {
  id: string;
  name: string;
  roles: string[];
  required: boolean;
  counted: boolean;
  fallback: Entry | null;
  intent: Entry | null;
  persons: { id: string; title: string; speaks: boolean; decides: boolean }[];
}

export interface PartyOnIssue {
  weight: Entry | null;
  stances?: Record<string, Entry>;
  scores?: Record<string, Entry>;
  curve?: Record<string, Entry>;
  order?: Entry;
}

export interface Issue {
  id: string;
  title: string;
  point: string | null;
  document: string | null;
  range: { min: number; max: number; step: number; unit?: string } | null;
  status_quo: OptionId | null;
  options: { id: OptionId; title: string; reported?: boolean }[];
  parties: ByParty<PartyOnIssue>;
}

export type Condition = Record<string, OptionId | OptionId[]>;

export interface Limit extends Entry {
  title: string | null;
  party: string;
  on: boolean;
}

export interface Draft {
  id: string;
  title: string;
  date: string | null;
  by: string[];
  on_table: string;
  content: Content;
}

export interface Show {
  title: string;
  as_of: string | null;
  digest: string;
  summary: string | null;
  agreement: { required: string[]; counted: string[]; at_least: number | null };
  parties: Party[];
  issues: Issue[];
  limits: Limit[];
  rules: (Entry & { title: string | null })[];
  bonuses: (Entry & { party: string; when: Condition })[];
  risks: (Entry & { party: string; option: Condition })[];
  drafts: Draft[];
  alternatives: { id: string; question: string; answers: string[] }[];
  statements: {
    id: string;
    who: string;
    date: string | null;
    claim: string;
    supports: string[];
    suggests: string[];
  }[];
}

export interface Question {
  id: string;
  question: string;
  kind: string;
  evaluated: boolean;
  answers: Record<string, Verdict>;
  decisive: number;
  of: number;
}

export interface Hinge {
  entry: string;
  tried: [number, number] | null;
  at_low: Verdict | null;
  at_high: Verdict | null;
}

export interface Deadline {
  party: string | null;
  title: string | null;
  date: string | null;
  pace: string | null;
  hard: boolean;
}

export interface Check {
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
  surplus: ByParty<Range>;
  count: { outcomes: number | null; sure: number | null; possible: number | null };
  rests_on: string[];
  hinges: Hinge[];
  alternatives: Question[];
  combinations: { answers: Record<string, string>; verdict: Verdict }[];
  exclusions: ByParty<{ never: number; not_always: number }>;
  coverage: { entries: number; own_words: number; others_words: number; inferred: number; assumed: number };
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

export interface Why {
  verdict: Verdict;
  question: "possible" | "sure";
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
  points?: number;
  opened?: boolean;
}

export interface Movement {
  moves: Move[];
  burden: ByParty<number>;
  outcome: Outcome;
}

export interface Bridge {
  verdict: Verdict;
  question: string;
  norms_entered: boolean;
  bridges: Movement[];
  complete: boolean;
  openings: Movement[];
  openings_complete: boolean;
  smallest_largest: Movement | null;
  alone: ByParty<Movement | null>;
  as_entered: { best_gain: ByParty<number | null>; smallest_gain: number | null };
  effects: Record<string, { best_gain: ByParty<number | null>; smallest_gain: number | null }>;
}

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
  completions: number;
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
  alike?: number;
}

export interface Solution extends EfficientOutcome {
  definition: string;
  source: string;
  proved: string;
  warning?: string;
}

export interface Frontier {
  among: string;
  reading: string;
  complete: boolean;
  guarantee: { within: ByParty<number> } | null;
  count: number;
  outcomes: EfficientOutcome[];
  solutions: Record<string, unknown>;
}

export interface Tally {
  drawn: number;
  share: number;
  interval: [number, number];
}

export interface Robust {
  verdict: Verdict;
  sample: { readings: number; seed: number; given_up: number; unknown_options: number } | null;
  agreement: Tally | null;
  outcomes: { outcome: Outcome; acceptable: { all: Tally; parties: ByParty<Tally> } }[];
  drafts: {
    draft: string;
    whatever_its_content?: { all: Tally };
    with_some_content?: { all: Tally };
    acceptable?: { all: Tally };
  }[];
  blocks: ByParty<Tally | null>;
  hinges: Hinge[];
  swings: { entry: string; range: [number, number] | null; at_low: Tally | null; at_high: Tally | null }[];
  regimes: { invented_options: Record<string, OptionId[]>; without_invented: Tally | null } | null;
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
    answers: { answer: string | null; agreement: Tally | null; verdict: Verdict | null }[];
  }[];
}

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

export interface Problems {
  errors: { file: string; line: number; what: string; hint: string }[];
}

export interface Lint {
  gaps: { text: string }[];
  entries: number;
  without_statement: string[];
  one_sided: (string | { entry: string })[];
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

export interface Trace {
  entry: { can_move_verdict: boolean; line: number | null } | null;
  conflicts: { question: "possible" | "sure"; entries: string[] }[];
  alternatives: string[];
  records: { kind: string; name: string }[];
  verdict: Verdict;
  without: Verdict | null;
}
