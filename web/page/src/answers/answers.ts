// The JSON that the verbs print, as far as the page reads it; docs/schema/ has all of it.

export type OptionId = string | number;
export type Outcome = Record<string, OptionId>;
/// What a draft or a half-built package sets: an option, several possible ones, or not known.
export type Content = Record<string, OptionId | OptionId[] | null>;
export type Range = number | [number, number];
/// With --exact a text such as 100/3 for what is no whole number.
export type Exact = number | string;
export type Verdict = "agreement" | "no_agreement" | "depends" | "undecided" | "contradiction";
export type Acceptance = "surely" | "possibly" | "never" | "not_known";
/// supposed: by the reader of the page, which the engine tells as assumed.
export type Basis = "reported" | "inferred" | "assumed" | "supposed";
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

export interface Option {
  id: OptionId;
  title: string;
  /// Its wording, where the file has it.
  text: string | null;
  /// The option from which it differs in wording alone.
  wording_of: OptionId | null;
  /// Null where no statement of the file stands behind any option of the issue.
  invented: boolean | null;
}

export interface Issue {
  id: string;
  title: string;
  point: string | null;
  document: string | null;
  range: { min: number; max: number; step: number; unit?: string } | null;
  status_quo: OptionId | null;
  options: Option[];
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
  /// Its wording by issue, and the clause in which it has it, where the file says so.
  texts: Record<string, string>;
  numbers: Record<string, string>;
}

export interface Show {
  title: string;
  as_of: string | null;
  digest: string;
  summary: string | null;
  agreement: { required: string[]; counted: string[]; at_least: number | null };
  parties: Party[];
  documents: { id: string; title: string | null; basis: Basis | null; content_is_unknown: boolean }[];
  /// Clauses of the texts, by number.
  points: { id: string; title: string | null; document: string | null; content_is_unknown: boolean }[];
  issues: Issue[];
  words: { stances: Record<string, Range>; weights: Record<string, Range>; no_weight: Range };
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

export interface Deadline {
  party: string | null;
  title: string | null;
  date: string | null;
  pace: string | null;
  hard: boolean;
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
  /// Null where they are too many.
  combinations: Combination[] | null;
  next: NextQuestion[];
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

/// cut: the search was ended, so something better may exist.
export type Proved = "optimal" | "cut";
/// complete: all are listed. full: as many as may be, and there are more. cut: the search was ended.
export type ListEnd = "complete" | "full" | "cut";

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

export interface Bridge {
  verdict: Verdict;
  question: string;
  norms_entered: boolean;
  bridges: Movement[];
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

export interface Frontier {
  among: string;
  reading: string;
  complete: boolean;
  /// Where not complete: nothing is better than a listed outcome by more than this for all at once.
  guarantee: { within: ByParty<number>; spans: ByParty<number>; weak: ByParty<boolean> } | null;
  count: number;
  outcomes: EfficientOutcome[];
  solutions: Record<string, unknown> & {
    acceptable_to_all?: "found" | "empty" | "undecided" | "too_fine";
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

export interface Problem {
  file: string;
  line: number;
  what: string;
  hint: string;
}

export interface Problems {
  errors: Problem[];
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
