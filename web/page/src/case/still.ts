// Where nothing that was tried moves the share of sampled readings with an agreement.

import type { Robust, Tally } from "../answers/answers";

/// Samples differ in size, so shares are only known to be the same where they are all or none.
function isSame(one: Tally | null, other: Tally | null): boolean {
  return one !== null && other !== null && one.share === other.share && (one.share === 0 || one.share === 1);
}

type Swing = Pick<Robust["swings"][number], "at_low" | "at_high">;

export function isStillAt(swings: Swing[], whole: Tally | null): boolean {
  return swings.every((swing) => isSame(swing.at_low, whole) && isSame(swing.at_high, whole));
}

/// An answer that was refused may have moved it, and so may one that was not drawn.
export function isStillUnder({ questions, agreement }: Pick<Robust, "questions" | "agreement">): boolean {
  return questions.every(({ answers }) =>
    answers.every((answer) => answer.problem === null && isSame(answer.agreement, agreement)),
  );
}

/// A sample may miss what was decided exactly: a share that stays leaves the answer otherwise under some.
export function isOtherUnder({ questions, verdict: whole }: Pick<Robust, "questions" | "verdict">): boolean {
  return questions.some(({ answers }) => answers.some(({ verdict }) => verdict !== null && verdict !== whole));
}
