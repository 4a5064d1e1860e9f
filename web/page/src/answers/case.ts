// The case for reading, what it lacks, and what hangs on one entry: show, lint, trace.

import type { Basis, ByParty, Condition, Content, OptionId, Range, UnderMovement, Verdict } from "./common";

export interface Entry {
  entry: string;
  value: unknown;
  text: string;
  basis: Basis;
  firmness: string | null;
  trend?: string | null;
  worth_if_opened?: string | number | null;
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

export interface Limit extends Entry {
  title: string | null;
  party: string;
  on: boolean;
}

export interface Draft {
  id: string;
  title: string | null;
  date: string | null;
  by: string[];
  on_table: string;
  content: Content;
  /// Its wording by issue, and the clause in which it has it, where the file says so.
  texts: Record<string, string>;
  numbers: Record<string, string>;
}

export interface Show extends UnderMovement {
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

export interface Lint {
  gaps: { text: string }[];
  entries: number;
  without_statement: string[];
  one_sided: (string | { entry: string })[];
}

export interface Trace {
  entry: { can_move_verdict: boolean; line: number | null } | null;
  conflicts: { question: "possible" | "sure"; entries: string[] }[];
  alternatives: string[];
  records: { kind: string; name: string }[];
  verdict: Verdict;
  without: Verdict | null;
}
