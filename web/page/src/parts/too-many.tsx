// Where a text leaves so much open that not every combination was looked at, its marks say less.

import type { DraftScore } from "../answers/answers";
import { numberText } from "../case/words";
import { T } from "./text";

export function TooMany({ score, name = "This package" }: { score: DraftScore; name?: string }) {
  if (score.exact) {
    return null;
  }
  const open = score.completions === null ? "very many" : numberText(score.completions);
  return (
    <p class="note">
      <T>{name}</T>{" "}
      {score.completions === 1
        ? "is compared with a fallback that leaves too much open to look at each content: where it says \u201csome readings\u201d, more may be true."
        : `leaves ${open} combinations open, too many to look at each: ${
            score.possibly_proved
              ? "a party that accepts some of them may accept fewer than it says here."
              : "where parties accept only some of them, those may not be the same ones."
          }`}
    </p>
  );
}
