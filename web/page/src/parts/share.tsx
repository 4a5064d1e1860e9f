// A share of sampled readings, with the interval that a sample of this size leaves.

import type { Tally } from "../answers/answers";
import { shareText } from "../case/words";

export function Share({ tally }: { tally: Tally | null | undefined }) {
  if (!tally) {
    return <span>–</span>;
  }
  const [low, high] = tally.interval;
  return (
    <span class="share">
      <span class="share-bar" aria-hidden="true">
        <span class="share-fill" style={{ width: `${tally.share * 100}%` }} />
        <span class="share-interval" style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
      </span>
      {shareText(tally)}
    </span>
  );
}
