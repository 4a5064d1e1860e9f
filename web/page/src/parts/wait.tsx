// What stands where an answer is to come: since when the engine works, and how to stop it.

import { useEffect, useState } from "preact/hooks";
import type { Known } from "../state/asking";
import type { ScreenProps } from "./props";

function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 200);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, now - since) / 1000;
  return <span class="elapsed">{seconds.toFixed(1)} s</span>;
}

type WaitProps = Pick<ScreenProps, "model" | "dispatch"> & { known: Known<unknown>; what: string };

function Working({ model, dispatch, known, what }: WaitProps) {
  const since = model.running[known.question.key];
  const part = model.progress[known.question.key];
  return (
    <p class="wait" role="status">
      <span class="worm" aria-hidden="true" />
      {since === undefined ? `Waiting to work out ${what}` : `Working out ${what}`}
      {part !== undefined && <progress value={part} max={1} aria-label={`Part of ${what} that is done`} />}
      {since !== undefined && <Elapsed since={since} />}
      <button type="button" onClick={() => dispatch({ kind: "cancel", key: known.question.key })}>
        Cancel
      </button>
    </p>
  );
}

/// Nothing where the answer is there.
export function Wait(props: WaitProps) {
  const { model, dispatch, known, what } = props;
  if (known.data !== null) {
    return null;
  }
  const again = () => dispatch({ kind: "resume", key: known.question.key });
  if (known.problem !== null) {
    return (
      <p class="wait problem" role="alert">
        The engine cannot answer this: {known.problem}{" "}
        <button type="button" onClick={again}>
          Try again
        </button>
      </p>
    );
  }
  if (model.cancelled[known.question.key]) {
    return (
      <p class="wait" role="status">
        Cancelled: {what}.{" "}
        <button type="button" onClick={again}>
          Work it out after all
        </button>
      </p>
    );
  }
  return <Working {...props} />;
}
