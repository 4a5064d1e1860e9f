// What hangs on one entry: the answer without it, conflicts, open questions, other records.

import type { Trace } from "../answers/answers";
import { namesFor } from "../case/names";
import { counted, listText } from "../case/words";
import { enteredShow, known } from "../state/asking";
import { traceQuestion } from "../state/questions";
import type { ScreenProps } from "./props";
import { VerdictTag } from "./tags";
import { T } from "./text";
import { Wait } from "./wait";

function Facts({ trace, model }: { trace: Trace } & Pick<ScreenProps, "model">) {
  const names = namesFor(enteredShow(model));
  const questions = enteredShow(model).alternatives.filter((each) => trace.alternatives.includes(each.id));
  return (
    <ul>
      <li>
        Answer now <VerdictTag verdict={trace.verdict} /> without it <VerdictTag verdict={trace.without} />
        {trace.entry?.can_move_verdict === false && "; no value of it changes the answer"}
      </li>
      {trace.conflicts.length > 0 && (
        <li>Part of {counted(trace.conflicts.length, "conflict")} (see Sticking points).</li>
      )}
      {questions.map((each) => (
        <li>
          An answer to this open question sets it anew: <T>{each.question}</T>
        </li>
      ))}
      {trace.records.length > 0 && (
        <li>
          Named by <T>{listText(trace.records.map((record) => names.record(record.kind, record.name)))}</T>.
        </li>
      )}
    </ul>
  );
}

export function Hanging({ address, model, dispatch }: { address: string } & Omit<ScreenProps, "names">) {
  const answer = known<Trace>(model, traceQuestion(model, address));
  return (
    <div>
      <Wait model={model} dispatch={dispatch} known={answer} what="what hangs on it" hasOlder={false} />
      {answer.data && <Facts trace={answer.data} model={model} />}
    </div>
  );
}
