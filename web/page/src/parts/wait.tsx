// What stands where an answer is to come: since when the engine works, and how to stop it.

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ask, known as knownOf, type Known } from "../state/asking";
import type { Model } from "../state/model";
import { isAsEntered } from "../state/scenario";
import type { ScreenProps } from "./props";
import { T } from "./text";

function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 200);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, now - since) / 1000;
  return (
    <span class="elapsed" aria-hidden="true">
      {seconds.toFixed(1)} s
    </span>
  );
}

type WaitProps = Pick<ScreenProps, "model" | "dispatch"> & { known: Known<unknown>; what: string };

/// What is read aloud is said once: the time that runs stands beside it.
function Working({ model, dispatch, known, what }: WaitProps) {
  const since = model.running[known.question.key];
  const part = model.progress[known.question.key];
  return (
    <div class="wait">
      <span class="worm" aria-hidden="true" />
      <span role="status">{since === undefined ? `Waiting to work out ${what}` : `Working out ${what}`}</span>
      {part !== undefined && <progress value={part} max={1} aria-label={`Part of ${what} that is done`} />}
      {since !== undefined && <Elapsed since={since} />}
      <button type="button" onClick={() => dispatch({ kind: "cancel", key: known.question.key })}>
        Cancel
      </button>
    </div>
  );
}

/// What is supposed may be refused: that is said once, where the suppositions stand.
function isSaidAbove(model: Model, { question, problem }: Known<unknown>): boolean {
  const check = knownOf<unknown>(model, ask(model, "check"));
  return check.question.key !== question.key && !isAsEntered(model.scenario) && check.problem === problem;
}

function Refused({ model, known, again }: Pick<WaitProps, "model" | "known"> & { again: () => void }) {
  if (isSaidAbove(model, known)) {
    return <p class="wait refused">Not answered: what you suppose is refused, for the reason said at the top.</p>;
  }
  return (
    <p class="wait problem" role="alert">
      The engine cannot answer this: <T>{known.problem}</T>{" "}
      <button type="button" onClick={again}>
        Try again
      </button>
    </p>
  );
}

/// An older answer may stand below while the new one is worked out; it is said to be the older one.
function Older({ known }: Pick<WaitProps, "known">) {
  return known.latest === null ? null : <p class="note older">Below stands the answer before this change.</p>;
}

function Instead(props: WaitProps) {
  const { model, dispatch, known, what } = props;
  const again = () => dispatch({ kind: "resume", key: known.question.key });
  if (known.problem !== null) {
    return <Refused model={model} known={known} again={again} />;
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

/// What stands below while a new answer is worked out looks so.
export function Below({ known, children }: Pick<WaitProps, "known"> & { children: ComponentChildren }) {
  return <div class={known.data === null ? "stale" : ""}>{children}</div>;
}

/// Nothing where the answer is there.
export function Wait(props: WaitProps & { hasOlder?: boolean }) {
  return props.known.data !== null ? null : (
    <>
      <Instead {...props} />
      {props.hasOlder !== false && <Older known={props.known} />}
    </>
  );
}
