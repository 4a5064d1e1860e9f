// What was heard from whom: statements by party. How entries rest on them is counted by the program.

import type { Show, Statement } from "../answers/answers";
import { isOwnWords } from "./own-words";

export interface Heard {
  party: string;
  /// Its own words (own-words.ts).
  own: number;
  /// All else that is said for it: without a name, or about others alone.
  ofOthers: number;
  /// What others say about it, but for experts and the narrator.
  byOthers: number;
  byExperts: number;
  byNarrator: number;
}

export function heardOf(show: Show, statements: Statement[]): Heard[] {
  const count = (fits: (said: Statement) => boolean) => statements.filter(fits).length;
  return show.parties.map(({ id }) => {
    const isAbout = (said: Statement) => said.speaks_for !== id && said.about.includes(id);
    return {
      party: id,
      own: count((said) => said.speaks_for === id && isOwnWords(said)),
      ofOthers: count((said) => said.speaks_for === id && !isOwnWords(said)),
      byOthers: count((said) => isAbout(said) && !["expert", "narrator"].includes(said.speaker)),
      byExperts: count((said) => isAbout(said) && said.speaker === "expert"),
      byNarrator: count((said) => isAbout(said) && said.speaker === "narrator"),
    };
  });
}
