// What the answers of all verbs are made of.

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

/// Under a movement that is supposed, in the file or by the reader: how many points less than it has without agreement a party accepts.
export interface UnderMovement {
  accepts_less?: ByParty<Exact>;
}

export type Condition = Record<string, OptionId | OptionId[]>;

export interface Deadline {
  party: string | null;
  title: string | null;
  date: string | null;
  pace: string | null;
  hard: boolean;
}

/// cut: the search was ended, so something better may exist.
export type Proved = "optimal" | "cut";

/// complete: all are listed. full: as many as may be, and there are more. cut: the search was ended.
export type ListEnd = "complete" | "full" | "cut";

export interface Problem {
  file: string;
  line: number;
  what: string;
  hint: string;
}

export interface Problems {
  errors: Problem[];
}
