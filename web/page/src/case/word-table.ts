// How words became ranges, as the program says they do in this case.

import type { Range, Show } from "../answers/answers";
import { rangeText } from "./words";

export type WordRow = [word: string, range: string];

const remarks: Record<string, string> = {
  open: " (said to be negotiable)",
  unknown: ", or a red line",
};

function rowsOf(words: Record<string, Range>): WordRow[] {
  return Object.entries(words).map(([word, range]) => [word, rangeText(range) + (remarks[word] ?? "")]);
}

export interface WordTables {
  stances: WordRow[];
  weights: WordRow[];
  /// Of a party that rates an issue without saying how much it matters.
  noWeight: string;
}

export function wordTables({ words }: Pick<Show, "words">): WordTables {
  const redLine: WordRow = ["redline", "a limit; \u201credline bad\u201d says what it is worth once opened"];
  return {
    stances: [...rowsOf(words.stances), redLine],
    weights: rowsOf(words.weights),
    noWeight: rangeText(words.no_weight),
  };
}
